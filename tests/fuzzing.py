"""Files damaged at random, from sound ones of each format: what a reader must survive."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import count

from docx import Document

from tests import renderings
from tests.made_up import MADE_UP

FORMATS = ("text", "html", "pdf", "word")
TOKENS = {
    "text": rb"""
# |**|__|- |1. |\t|| --- ||[|](#)|![|<b>|</b>|\|---|<!-- page 7 -->|Contents|12 million|&#0;|Note:
""",
    "html": rb"""
<div>|</div>|<table>|<tr><td>|<td colspan=999>|<td rowspan=999>|<li>|<ul>|<h2>|<b>|<a href=#x>|<!--|<script>
|<svg>|</p>|<template>|<img alt='|&#0;|&lt;|<br>|<sup><a href=#>|<![CDATA[|<select>
""",
    "pdf": rb"""
endobj|stream|endstream|xref|trailer|/Kids|/Parent 1 0 R|<<|>>|[|]|(|)|/K 3 0 R|/MCID 0|BT|ET|Tf|Tj|q|Q|/Fm0 Do
|9999999999|-1|0 0 0 0 0 0 Tm|/FlateDecode|/ASCII85Decode|/LZWDecode|/Length 0|1e38|/Count 99999|/StructTreeRoot
""",
    "word": rb"""
<w:p>|</w:p>|<w:r>|<w:t>|</w:t>|<w:tbl>|<w:tr>|<w:tc>|<w:vMerge/>|<w:gridSpan w:val='99'/>|<w:numId w:val='9'/>
|<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>|&a;|<w:fldChar/>|<mc:AlternateContent>|<w:sdt>
""",
}
"""What each format is made of, between bars."""


def damaged(format: str, seed: int) -> Iterator[bytes]:
    """Files without end, each damaged in its own way; the same ones for the same seed."""
    for number in count():
        yield _damaged(format, random.Random(f"{format} {seed} {number}"))


@cache
def sound(format: str) -> tuple[bytes, ...]:
    """Small sound files of a format."""
    size = {"pdf": 14, "word": 14}.get(format, 45)
    parts = [renderings.elements(file)[at : at + size] for file in MADE_UP[:3] for at in (30, 75)]
    if format == "text":
        return tuple(renderings.text(part).encode() for part in parts) + tuple(
            f.read_bytes()[:6000] for f in MADE_UP[3:6]
        )
    if format == "html":
        return tuple(renderings.web_page(part).encode() for part in parts)
    if format == "word":
        return tuple(_bare(renderings.word(part)) for part in parts)
    return tuple(renderings.pdf(part, tagged=tagged, packed=packed) for part, tagged, packed in _kinds(parts))


def _bare(content: bytes) -> bytes:
    """A Word document without the styles that it doesn't use: they would take most of the time."""
    document = Document(io.BytesIO(content))
    used = {paragraph.style.style_id for paragraph in document.paragraphs} | {"Normal", "TableGrid"}
    for style in list(document.styles.element):
        if style.tag.endswith("latentStyles") or (style.tag.endswith("}style") and style.styleId not in used):
            document.styles.element.remove(style)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _kinds(parts: list[list[renderings.Element]]) -> Iterator[tuple[list[renderings.Element], bool, bool]]:
    for at, part in enumerate(parts[:4]):
        yield part, at % 2 == 0, at < 1


def _damaged(format: str, chance: random.Random) -> bytes:
    content = chance.choice(sound(format))
    if format != "word" or chance.random() < 0.1:
        return _mutated(content, format, chance)
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = "word/document.xml" if chance.random() < 0.6 else chance.choice(names)
        for name in names:
            part = old.read(name)
            if name == chosen and chance.random() < 0.05:
                continue
            new.writestr(name, _mutated(part, format, chance) if name == chosen else part)
    return held.getvalue()


def _mutated(content: bytes, format: str, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        content = _mutated_once(content, format, chance)
    return content


def _mutated_once(content: bytes, format: str, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    end = min(len(content), start + chance.choice((1, 4, 30, 500)))
    token = chance.choice([*TOKENS[format].split(b"|"), b"|", b"\n\n", b"\x00", b"\xff"])
    way = chance.randrange(7)
    if way == 0:
        middle = bytes(chance.randrange(256) for _ in content[start:end])
    elif way == 1:
        middle = b""
    elif way == 2:
        middle = content[start:end] * chance.choice((2, 5, 200))
    elif way == 3:
        middle = token * chance.choice((1, 1, 3, 3000))
    elif way == 4:
        other = chance.choice(sound(format))
        at = chance.randrange(len(other))
        middle = other[at : at + chance.choice((10, 300, 3000))]
    elif way == 5:
        return content[:start] if chance.random() < 0.3 else content[:start] + token + content[start:]
    else:
        middle = token
    return content[:start] + middle + content[end:]
