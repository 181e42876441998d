"""Text from reports, questions and files is data: on the screen it is only letters."""

from dataclasses import replace

import pytest
from textual.events import Paste
from textual.widgets import Input

from assistant.settings import Settings
from assistant.tui.messages import QuestionGiven
from assistant.tui.visible import one_line, visible
from assistant.types import Metadata, Statement, StatementKind
from tests.interface import fakes
from tests.interface.driving import open_chat

HOSTILE = (
    "officers [and staff] must [/x] [bold red]not[/] [@click=app.quit]press[/] \x1b[31mred\x1b[0m \x1b]52;c;aGk=\x07 "
    "zero\u200bwidth \u202eright to left\u202c \x9b2J tab\there \u2066x\u2069 del\x7f \ufeffmark"
)


def test_controls_become_visible_or_go() -> None:
    assert visible("a\x1b[31mb") == "a␛[31mb"
    assert visible("a\u200b\u202eb\u2066c\ufeff") == "abc"
    assert visible("a\tb\nc\r\nd") == "a  b\nc\nd"
    assert visible("\x7f\x9b\ud800") == "␡��"
    assert visible("a\u0301\u0301\u0301\u0301\u0301") == "a\u0301\u0301\u0301"


def test_letters_stay() -> None:
    for text in ("Kent PEEL 2025–27 › “quoted”", "Zażółć 北京 ελληνικά العربية", "[1] [/x] [bold]"):
        assert visible(text) == text


def test_one_line_is_one_line() -> None:
    assert one_line("a\n b\t c", 5) == "a b c"
    assert one_line("x" * 50, 10) == "x" * 9 + "…"


def hostile_answerer() -> fakes.FakeAnswerer:
    """A report, its name, a question and an answer, all hostile."""
    made = fakes.new_report()
    made.section("Responding [/x]", HOSTILE, blocks=(HOSTILE, "y" * 10_000, "word " * 2_000))
    made.section("Responding [/x]", HOSTILE + "2", blocks=(("[a]\x1b", "[/b]"), ("\x1b[2J", "[red]"), ("1", "2")))
    report = replace(made.report(), metadata=Metadata(HOSTILE, "North[/mere]\x1b[2J", "[bold]", published="[x]"))
    citation = made.cite(HOSTILE)
    answer = fakes.answer(
        HOSTILE,
        Statement(StatementKind.DIRECT, HOSTILE, (1,)),
        Statement(StatementKind.ROW, f"{HOSTILE}\t[x]", (1,)),
        citations=(citation,),
        reading=replace(fakes.reading(HOSTILE, force="[/]\x1b[2J"), carried=(HOSTILE,), read_as=HOSTILE + "?"),
        trace=fakes.Trace((HOSTILE,), (fakes.Candidate(citation, 0.5, ((HOSTILE, 1.0),)),)),
    )
    index = fakes.FakeIndex((report,), {report.id: 3}, built=HOSTILE)
    return fakes.FakeAnswerer(index, {HOSTILE: answer})


@pytest.mark.parametrize("size", [(60, 20), (120, 32)])
async def test_hostile_text_changes_only_its_own_letters(size: tuple[int, int], settings: Settings) -> None:
    async with open_chat(settings, hostile_answerer(), size=size) as chat:
        chat.app.screen.post_message(QuestionGiven(HOSTILE))
        await chat.press()
        shown = [chat.shown()]
        assert "officers [and staff] must [/x]" in shown[0]
        for keys in (
            ("escape", "w"), ("escape", "1"), ("s",), ("o",), ("2",), ("3",), ("escape",), ("escape",), ("escape",),
            ("up",), ("ctrl+f", *"[/x]"), ("escape", "ctrl+r"), ("escape", "ctrl+n"),
        ):  # fmt: skip
            await chat.press(*keys)
            shown.append(chat.shown())
        letters = "\n".join(shown)
        assert not [letter for letter in letters if letter != "\n" and not letter.isprintable()]
        assert [line for line in letters.splitlines() if len(line) > size[0]] == []


async def test_pasted_text_is_cleaned(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.press("ctrl+f")  # the row that finds words is made when it is first wanted
        for widget in (chat.prompt, chat.app.query_one(Input)):
            widget.focus()
            chat.app.post_message(Paste("a\x1b[2Jb\u202e"))
            await chat.press()
        assert chat.prompt.text == "a␛[2Jb"
        assert chat.app.query_one(Input).value == "a␛[2Jb"


async def test_long_lines_fold(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask("x" * 10_000)
        assert chat.app.query_one(".question").region.width <= 80
        assert "x" * 60 in chat.shown()


async def test_a_question_of_100_kb_neither_stutters_nor_fills_the_screen(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask("why " * 25_000)
        assert chat.app.query_one(".question").outer_size.height < 40
