"""Every key of the interface: its id, what it does, and where. Help, hints and the palette are made from these."""

from __future__ import annotations

import re

from textual.binding import Binding, BindingType

FIRST = "anywhere"
"""The beginning of ids of keys that act before the focused widget sees them."""

REPEATS = re.compile(r"\.(source-[2-9]|near-[bc])$")
ASK = "Ask; in an empty prompt, open the first source"
IMPROVEMENTS = "Every area for improvement, as a list"
AFRESH = "Start afresh; the old one is kept (f6 in a browser, which has its own use for ^n)"
BROWSE = "Reports, outlines, grades, areas for improvement"


def key(
    name: str, keys: str, action: str, words: str, *, tooltip: str = "", show: bool = False, display: str | None = None
) -> Binding:
    """A binding whose id says where it acts, such as `source.next`."""
    priority = name.startswith(FIRST)
    return Binding(
        keys, action, words, show=show, key_display=display, priority=priority, tooltip=tooltip or words, id=name
    )


def nearest(place: str) -> list[Binding]:
    """The letters that open the passages near a refused question; help shows the first for all."""
    words = ("Nearest passage", "Open nearest passage a to c")
    rows = {"a": "a-c", "b": None, "c": None}
    return [
        key(f"{place}.near-{letter}", letter, f"nearest('{letter}')", words[0], tooltip=words[1], display=shown)
        for letter, shown in rows.items()
    ]


BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
"""The classes of a screen from a width on."""
HEIGHTS = [(0, "-short"), (22, "-tall")]
"""The classes of a screen from a height on."""

PROMPT: list[BindingType] = [
    key("prompt.ask", "enter", "ask", "Ask", tooltip=ASK, show=True, display="enter"),
    key("prompt.line", "shift+enter,ctrl+j", "new_line", "New line", display="shift+enter, ^j"),
    key("prompt.back", "escape", "leave", "Stop, or go to the last answer", display="esc"),
    key("prompt.older", "up", "older", "Earlier question", tooltip="On the first line: the question before"),
    key("prompt.newer", "down", "newer", "Later question", tooltip="On the last line: the question after"),
]

COMMANDS = key("anywhere.commands", "ctrl+p", "app.command_palette", "Commands", tooltip="All commands", show=True)
QUIT = key("anywhere.quit", "ctrl+q", "app.quit", "Quit", tooltip="Quit; the conversation is kept")

EVERYWHERE: list[BindingType] = [
    key("anywhere.jump", "ctrl+o", "jump", "Jump", tooltip="Label what is on screen, and go where you say", show=True),
    key("anywhere.find", "ctrl+f", "find", "Find", tooltip="Find words in the conversation", show=True),
    COMMANDS,
    key("anywhere.help", "f1", "help", "Help", tooltip="The keys that act here", show=True),
    key("anywhere.new", "ctrl+n,f6", "new_conversation", "New conversation", tooltip=AFRESH),
    key("anywhere.reopen", "ctrl+r", "reopen", "Reopen", tooltip="Reopen a kept conversation"),
    key("anywhere.export", "ctrl+s", "export", "Export", tooltip="Write the conversation to a file"),
    QUIT,
    key("browse.open", "f2", "browse", "Browse the reports", tooltip=BROWSE),
    key("theme.choose", "f3", "choose_theme", "Change the theme", tooltip="Light, dark and others, shown as you move"),
    key("index.rebuild", "f4", "rebuild", "Rebuild the index", tooltip="Read what changed and encode it"),
]

CONVERSATION: list[BindingType] = [
    *(key(f"conversation.source-{n}", str(n), f"source({n - 1})", f"Open source {n}") for n in range(2, 10)),
    key("conversation.source-1", "1", "source(0)", "Source", tooltip="Open source 1 to 9", show=True, display="1-9"),
    key("conversation.prompt", "escape,i", "prompt", "Prompt", tooltip="Back to the prompt", show=True, display="esc"),
    *nearest("conversation"),
    key("conversation.copy", "y", "copy", "Copy", tooltip="Copy the answer with its sources", show=True),
    key("conversation.edit", "e", "edit", "Edit", tooltip="Edit the question as it was read, and ask again", show=True),
    key("conversation.again", "r", "again", "Again", tooltip="Ask the same question again", show=True),
    key("conversation.why", "w", "why", "Why", tooltip="How the answer was found: what was weighed", show=True),
    key("conversation.next-turn", "j", "turn(1)", "Next question"),
    key("conversation.previous-turn", "k", "turn(-1)", "Previous question"),
    key("conversation.down", "down", "move(1)", "Down a row"),
    key("conversation.up", "up", "move(-1)", "Up a row"),
]

SOURCE: list[BindingType] = [
    key("source.next", "right_square_bracket", "step(1)", "Next", tooltip="Next source", show=True, display="]"),
    key("source.previous", "left_square_bracket", "step(-1)", "Prev", tooltip="Source before", show=True, display="["),
    key("source.back", "escape", "back", "Back", tooltip="Back to the answer", show=True, display="esc"),
    *(key(f"source.source-{n}", str(n), f"source({n - 1})", f"Open source {n}") for n in range(1, 10)),
    *nearest("source"),
    key("source.start", "s", "start", "Start", tooltip="The start of the section", show=True),
    key("source.outline", "o", "outline", "Outline", tooltip="The whole report with its outline", show=True),
    key("source.copy", "y", "copy", "Copy", tooltip="Copy the passage with its reference", show=True),
    key("source.find", "slash", "find", "Find here", tooltip="Find words in this passage", display="/"),
]

BROWSING: list[BindingType] = [
    key("browse.close", "escape,q", "close", "Back", tooltip="Back to the chat", show=True, display="esc"),
    key("browse.outline", "1", "view('outline')", "Outline", tooltip="The outline of every report", show=True),
    key("browse.grades", "2", "view('grades')", "Grades", tooltip="Every grade of every report", show=True),
    key("browse.improvements", "3", "view('improvements')", "Improvements", tooltip=IMPROVEMENTS, show=True),
    key("browse.text", "tab", "app.focus_next", "Text", tooltip="To the text and back", show=True),
    key("browse.find", "slash,ctrl+f", "find", "Find", tooltip="Find words in this section", show=True, display="/"),
    key("browse.help", "f1", "help", "Help", tooltip="The keys that act here", show=True),
    COMMANDS,
    QUIT,
]

NOTE: list[BindingType] = [
    key("note.build", "b", "build", "Build the index", tooltip="Build the index now", show=True),
    key(
        "note.copy", "c,y", "copy", "Copy the command", tooltip="Copy the command that mends it", show=True, display="c"
    ),
    key("note.prompt", "escape,i", "prompt", "Prompt", tooltip="Back to the prompt", show=True, display="esc"),
]

PLACES: dict[str, list[BindingType]] = {
    "Prompt": PROMPT,
    "Conversation": CONVERSATION,
    "Source": SOURCE,
    "Note": NOTE,
    "Reports": BROWSING,
    "Anywhere": EVERYWHERE,
}
"""The keys by the place where they act, as help shows them."""


def is_repeat(binding: Binding) -> bool:
    """Whether a binding is one of a row of digits or letters."""
    return bool(REPEATS.search(binding.id or ""))


def names_of(binding: Binding) -> str:
    """The keys of a binding as they are written on screen, such as `^o`."""
    if (binding.id or "").endswith(".source-1"):
        return "1-9"
    names = binding.key.replace("ctrl+", "^").replace("escape", "esc").replace("slash", "/")
    return binding.key_display or ", ".join(names.split(","))
