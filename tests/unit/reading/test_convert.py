"""What a file is, by its content; and what a file from anywhere may do: nothing but be read or be refused."""

from __future__ import annotations

import io
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from assistant.errors import ReadingError
from assistant.reading import read_report, read_text
from assistant.reading.formats import apart
from assistant.reading.formats.apart import convert_apart
from assistant.reading.formats.convert import convert
from assistant.reading.formats.kinds import Format, format_of
from assistant.reading.source import decoded, split_front_matter
from tests import fuzzing, renderings
from tests.made_up import MADE_UP

HTML = b"<!doctype html><html><body><h1>PEEL</h1><p>It answered 91.5 percent.</p></body></html>"


def part_of(number: int = 12) -> list[renderings.Element]:
    return renderings.elements(MADE_UP[0])[30 : 30 + number]


@pytest.mark.parametrize(
    ("content", "format"),
    [
        (HTML, Format.HTML),
        (b"\xef\xbb\xbf<!-- saved from url=(0014)about:internet -->\r\n<HTML><p>a", Format.HTML),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html><html/>", Format.HTML),
        (b"<div><p>a</p></div>" * 9, Format.HTML),
        (b"\xff\xfe" + "<html><p>a</p>".encode("utf-16-le"), Format.HTML),
        (b"# PEEL\n\nA <b>bold</b> word, <p>a</p> and <html> in a sentence.", Format.TEXT),
        (b"", Format.TEXT),
        (b"junk\n%PDF-1.7\n", Format.PDF),
        (b"PK\x03\x04 no archive", None),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"{\\rtf1 text}", None),
    ],
)
def test_content_tells_the_format(content: bytes, format: Format | None) -> None:
    assert format_of(content) is format


def test_an_archive_is_word_where_it_holds_a_document() -> None:
    assert format_of(renderings.word(part_of())) is Format.WORD
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", "text")
    assert format_of(held.getvalue()) is None


def test_a_page_in_the_corpus_is_told_how_to_be_added(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(HTML)
    with pytest.raises(ReadingError, match="is a web page and not text") as caught:
        read_report(tmp_path / "page.md")
    assert "peel add" in caught.value.mend


def bomb() -> bytes:
    """A Word document of a few hundred kilobytes that unpacks to 200 MB."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 200_000_000)
    return held.getvalue()


def test_a_word_document_that_unpacks_without_end_is_refused() -> None:
    content = bomb()
    assert len(content) < 1_000_000
    with pytest.raises(ReadingError, match="unpacks to 200 MB"):
        convert(content, "bomb.docx")


def document(xml: str, relations: str = "") -> bytes:
    """A Word document with a text of our own."""
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(renderings.word(part_of(1)))) as old,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            text = old.read(name).decode(errors="ignore")
            if name == "word/document.xml":
                text = xml
            elif name == "word/_rels/document.xml.rels":
                text = text.replace("</Relationships>", relations + "</Relationships>")
            new.writestr(name, text)
    return held.getvalue()


NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def paragraph(inner: str) -> str:
    return f"<w:document {NAMES}><w:body><w:p><w:r>{inner}</w:r></w:p></w:body></w:document>"


def outside(tmp_path: Path) -> list[bytes]:
    """Files that ask for other files and addresses."""
    secret = tmp_path / "secret.txt"
    secret.write_text("Secret words of another file.")
    entity = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>{paragraph("<w:t>It said &x; then.</w:t>")}'
    image = 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" TargetMode="External"'
    relation = f'<Relationship Id="rId99" {image} Target="http://127.0.0.1:9/x.png"/>'
    picture = '<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rId99"/></pic:blipFill></pic:pic>'
    drawing = f"<w:drawing><wp:inline>{picture}</a:graphicData></a:graphic></wp:inline></w:drawing><w:t>Text.</w:t>"
    page = f"<img src='http://127.0.0.1:9/x.png'><link rel=stylesheet href='{secret.as_uri()}'><iframe src='{secret}'>"
    return [document(entity), document(paragraph(drawing), relation), HTML + page.encode()]


@pytest.fixture
def opened() -> Iterator[list[str]]:
    """The files and addresses that are opened while a test runs."""
    seen: list[str] = []
    watching = True

    def watch(event: str, given: tuple[object, ...]) -> None:
        if watching and event in ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system"):
            seen.append(f"{event} {given[0]!s}")

    sys.addaudithook(watch)
    yield seen
    watching = False


@pytest.mark.parametrize("which", [0, 1, 2])
def test_no_other_file_or_address_is_opened(which: int, tmp_path: Path, opened: list[str]) -> None:
    convert(renderings.word(part_of()), "first.docx")  # what the libraries load of their own, they load here
    convert(HTML, "first.html")
    content = outside(tmp_path)[which]
    opened.clear()
    try:
        text = convert(content, "outside").markdown
    except ReadingError:
        text = ""
    assert "Secret" not in text
    assert [one for one in opened if "secret" in one or "127.0.0.1" in one or not one.startswith("open ")] == []


def test_a_million_laughs_are_refused() -> None:
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    xml = f'<!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]>{paragraph("<w:t>&l9;</w:t>")}'
    with pytest.raises(ReadingError, match="damaged"):
        convert(document(xml), "laughs.docx")


def test_a_document_nested_without_end_is_refused() -> None:
    xml = f"<w:document {NAMES}><w:body>{'<w:sdt><w:sdtContent>' * 20_000}"
    xml += f"{'</w:sdtContent></w:sdt>' * 20_000}</w:body></w:document>"
    with pytest.raises(ReadingError):
        convert(document(xml), "deep.docx")


def test_converting_apart_gives_the_same(tmp_path: Path) -> None:
    assert convert_apart(HTML, "page.html") == convert(HTML, "page.html")
    with pytest.raises(ReadingError, match=r"old\.docx is damaged") as caught:
        convert_apart(renderings.word(part_of(1))[:-900], "old.docx")
    assert caught.value.mend
    assert list(tmp_path.iterdir()) == []


def packed_pdf(size: int) -> bytes:
    """A PDF whose one page unpacks to so many bytes."""
    squeezer = zlib.compressobj(9)
    stream = b"".join(squeezer.compress(b" " * 1_000_000) for _ in range(size // 1_000_000)) + squeezer.flush()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(stream), stream),
    ]
    body, places = b"%PDF-1.7\n", []
    for number, held in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer << /Root 1 0 R /Size 5 >>\nstartxref\n%d\n%%%%EOF" % len(body)
    return body + b"xref\n0 5\n0000000000 65535 f \n" + table + tail


@pytest.mark.skipif(sys.platform == "win32", reason="Windows gives a process no limits")
def test_a_pdf_that_takes_all_memory_takes_only_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MEMORY", 400_000_000)
    with pytest.raises(ReadingError, match="more memory"):
        convert_apart(packed_pdf(500_000_000), "bomb.pdf")


def test_a_file_that_takes_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0)
    with pytest.raises(ReadingError, match="took longer"):
        convert_apart(HTML, "slow.html")


def read(content: bytes) -> None:
    format = format_of(content)
    text = decoded(content, "x") if format in (None, Format.TEXT) else convert(content, "x").markdown
    read_text(split_front_matter(text)[1], {}, "x", "x")


@pytest.mark.parametrize("format", fuzzing.FORMATS)
def test_damaged_files_are_read_or_refused(format: str) -> None:
    if format == "pdf" and renderings.needs_pdfs.args[0]:
        pytest.skip("Pango isn't installed")
    outcomes: dict[bool, int] = {True: 0, False: 0}
    for content in islice(fuzzing.damaged(format, seed=7), 25):
        outcomes[survives(read, content)] += 1
    assert outcomes[True] > 3


def survives(read: Callable[[bytes], None], content: bytes) -> bool:
    """Whether a file was read; anything but a refusal goes on to the test."""
    try:
        read(content)
    except ReadingError:
        return False
    return True
