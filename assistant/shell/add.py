"""`peel add`: reports are read, put into the corpus, and the index is brought up to date.

Text and Markdown are copied as they are; of a web page, PDF or Word document the corpus holds what was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.errors import CorpusError, PeelError
from assistant.indexing.corpus import files_of, is_report_file
from assistant.indexing.manifest import hash_of
from assistant.reading import read_report
from assistant.reading.beside import beside, front_beside
from assistant.reading.doubts import doubts
from assistant.reading.formats.kinds import ENDINGS, Format, format_of
from assistant.reading.source import bytes_of, split_front_matter
from assistant.settings import Settings
from assistant.shell.exit_codes import ExitCode
from assistant.shell.keeping import corpus_to_oneself, write_whole
from assistant.shell.originals import Original, keep
from assistant.shell.ready import build
from assistant.shell.streams import note, note_error, result
from assistant.types import Report


def add(settings: Settings, given: Sequence[str], *, private: bool = False) -> ExitCode:
    """Adds reports, every report of a folder, or what is at an address; one that can't be read is told and left out.

    Args:
        settings: where things are.
        given: files, folders and addresses.
        private: whether pages may come from this machine or its network.

    Raises:
        CorpusError: there is nothing to add, or the corpus can't be written.
    """
    addresses = [one for one in given if "://" in one]
    files = [file for one in given if "://" not in one for file in _files(one)]
    with corpus_to_oneself(settings.corpus):
        added = [file for file in files if _was_added(file, settings.corpus)]
    fetched = _fetched(settings, addresses, private=private) if addresses else 0
    if added or fetched:
        build(settings)
    return ExitCode.DONE if len(added) + fetched == len(files) + len(addresses) else ExitCode.FAILURE


def _fetched(settings: Settings, addresses: Sequence[str], *, private: bool) -> int:
    """Fetches pages one after the other, and says so; how many are held."""
    from assistant.shell.fetched import fetch_page, fetcher_for

    held = 0
    with fetcher_for(settings, private=private) as fetcher:
        for address in addresses:
            try:
                report, file, changed = fetch_page(fetcher, address, settings.corpus)
            except PeelError as error:
                note_error(error)
                continue
            held += 1
            result(f"{report.id}\t{report.name}\t{file}")
            tell_of(report, file.name) if changed else note(f"{address} hasn't changed.")
    return held


def _files(given: str) -> Iterator[Path]:
    path = Path(given).expanduser()
    if not path.exists():
        raise CorpusError(f"There is no file or folder {path}.")
    if path.is_file():
        yield path
        return
    files = [file for file in sorted(path.rglob("*")) if is_report_file(file, endings=ENDINGS)]
    if not files:
        raise CorpusError(f"{path} holds no report.", f"Reports are {', '.join(ENDINGS)} files.")
    yield from files


def _was_added(file: Path, corpus: Path) -> bool:
    """Reads and copies one file, and says so; a file that is no report is told."""
    try:
        content = bytes_of(file)
        if format_of(content) in (None, Format.TEXT):
            report, kept = read_report(file), _copy(file, corpus)
        else:
            report, kept, _ = keep(corpus, Original(file.name, file.stem, content, front_beside(file)))
    except PeelError as error:
        note_error(error)
        return False
    result(f"{report.id}\t{report.name}\t{kept}")
    tell_of(report, file.name)
    return True


def tell_of(report: Report, name: str) -> None:
    """Says what was inferred and what looks wrong about a report that was added."""
    if report.metadata.inferred:
        note(f"Read from the text of {name}, not from front matter: {', '.join(sorted(report.metadata.inferred))}.")
    for doubt in doubts(report):
        note(f"Looks wrong in {name}: {doubt}.")


def _copy(file: Path, corpus: Path) -> Path:
    """Copies a file and the front matter beside it; never over another file, nor what is held under another name."""
    target = corpus / file.name
    if target.exists():
        if _same_report(file, target):
            return target
        raise CorpusError(f"{target} is there already and is another file.", f"Rename {file} and add it again.")
    own = hash_of(file)
    for held in files_of(corpus):
        if held.stat().st_size == file.stat().st_size and hash_of(held) == own:
            note(f"{file.name} is held already as {held}.")
            return held
    if beside(file).exists():
        write_whole(beside(target), beside(file).read_bytes())
    write_whole(target, file.read_bytes())
    return target


def _same_report(file: Path, held: Path) -> bool:
    """Whether a file is the same as one that is held, whose front matter may have been put right since."""
    content, other = file.read_bytes(), held.read_bytes()
    if content == other:
        return True
    try:
        same = split_front_matter(content.decode())[1] == split_front_matter(other.decode())[1]
    except UnicodeDecodeError:
        return False
    if same:
        note(f"{held} is held already, with front matter of its own, which stays.")
    return same
