"""A kept conversation is read back as it was, whatever its text holds and wherever writing was cut short."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.conversation.records import dump, turn_from_json, turn_to_json
from assistant.conversation.store import ConversationStore
from assistant.types import Turn
from tests.fakes import answered
from tests.strategies import turns

FIRST = Turn("first?", answered("first?"))


@given(turns)
def test_a_turn_survives_its_line(turn: Turn) -> None:
    line = dump(turn_to_json(turn))
    assert "\n" not in line
    assert turn_from_json(json.loads(line)) == turn


@settings(max_examples=30, deadline=None)
@given(st.lists(turns, min_size=1, max_size=3))
def test_a_conversation_survives_its_file(given_turns: list[Turn]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = ConversationStore(Path(folder))
        conversation = store.start()
        for turn in given_turns:
            conversation = store.append(conversation, turn)
        assert store.load(conversation.id) == conversation
        assert store.kept()[0].turns == len(given_turns)


@settings(max_examples=50, deadline=None)
@given(turns, st.data())
def test_a_cut_line_costs_one_turn_and_no_other(turn: Turn, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = ConversationStore(Path(folder))
        one = store.append(store.start(), FIRST)
        (file,) = Path(folder).iterdir()
        whole = file.read_bytes()
        store.append(one, turn)
        added = len(file.read_bytes()) - len(whole)
        kept = data.draw(st.integers(0, added - 2), label="bytes of the last line that reached the disk")
        file.write_bytes(file.read_bytes()[: len(whole) + kept])
        assert store.load(one.id) == one
        assert store.append(one, turn) == store.load(one.id)


@settings(max_examples=30, deadline=None)
@given(turns, st.data())
def test_a_cut_first_line_costs_nothing_that_follows(turn: Turn, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = ConversationStore(Path(folder))
        new = store.start()
        store.append(new, FIRST)
        (file,) = Path(folder).iterdir()
        file.write_bytes(file.read_bytes()[: data.draw(st.integers(0, file.stat().st_size - 2), label="bytes")])
        assert store.kept() == ()
        assert store.append(new, turn) == store.load(new.id)
