"""A conversation as one text: Markdown for people, JSON Lines equal to a batch's, CSV for spreadsheets."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.conversation.form import Format
from assistant.conversation.formats import entry, opening
from assistant.conversation.records import answer_line
from assistant.types import Conversation


def export(conversation: Conversation, form: Format, *, names: Mapping[str, str]) -> str:
    """The whole conversation in one of the forms of a batch.

    Args:
        conversation: what to write; its turns get ids such as `20261122-110203-5f2c9a01.2`.
        form: how to write it.
        names: the names of reports by their ids, for Markdown.
    """
    lines = (answer_line(turn.answer, id=f"{conversation.id}.{n}") for n, turn in enumerate(conversation.turns, 1))
    title = f"peel, {conversation.started}".removesuffix(", ")
    return opening(form, title=title) + "".join(entry(form, line, names=names) for line in lines)
