"""Nothing that is shown steers a terminal, and nothing readable is lost."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from assistant.conversation.form import Format
from assistant.conversation.formats import entry
from assistant.conversation.records import answer_line, dump
from assistant.conversation.safe_text import safe, safe_line
from assistant.types import Answer
from tests.strategies import answers, texts

BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def steers(text: str) -> bool:
    return any((unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t") or sign in BIDI for sign in text)


@given(st.text())
def test_safe_text_steers_nothing(text: str) -> None:
    assert not steers(safe(text))
    assert safe(safe(text)) == safe(text)
    assert "\n" not in safe_line(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_letters_and_signs_stay(text: str) -> None:
    assert safe(text) == text


@given(texts)
def test_json_is_safe_and_still_says_the_same(text: str) -> None:
    line = dump({"text": text})
    assert not steers(line)
    assert json.loads(line) == {"text": text}


@given(answers, st.sampled_from(Format))
def test_no_form_of_an_answer_steers_a_terminal(answer: Answer, form: Format) -> None:
    assert not steers(entry(form, answer_line(answer, id="1"), names={}))
