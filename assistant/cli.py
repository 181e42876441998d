"""The command line: reads what was asked for, and passes it on.

Nothing heavy is imported before a command runs, so that `peel --help` is there at once.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant import __version__
from assistant.conversation.formats import Format
from assistant.errors import PeelError
from assistant.settings import Settings, load_settings
from assistant.shell.exit_codes import ExitCode
from assistant.shell.streams import is_interactive, note_error, result

Corpus = Annotated[Path | None, typer.Option("--corpus", metavar="DIR", help="The folder of reports.")]
Index = Annotated[Path | None, typer.Option("--index", metavar="DIR", help="The folder of the index.")]

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 answered or done, 1 failure, 2 usage, 3 not in the reports.",
)


def main() -> None:
    """Runs `peel`; the process ends with one of the exit codes."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter shows its number
    try:
        app(prog_name="peel")
    except PeelError as error:
        note_error(error)
        sys.exit(ExitCode.FAILURE)


def _show_version(wanted: bool) -> None:
    if wanted:
        result(f"peel {__version__}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and end.")
]


@app.callback(invoke_without_command=True)
def chat(context: typer.Context, corpus: Corpus = None, index: Index = None, version: Version = False) -> None:
    """Ask questions about police inspection reports; every answer is cited.

    Without a command, opens the chat. Where there is no terminal, reads questions from standard input, one a line.
    """
    del version
    settings = load_settings(corpus=corpus, index=index)
    context.obj = settings
    if context.invoked_subcommand is not None:
        return
    if not is_interactive():
        from assistant.shell.lines import answer_each

        raise typer.Exit(answer_each(settings, sys.stdin))
    from assistant.tui.app import run_chat

    run_chat(settings)


def _settings(context: typer.Context, corpus: Path | None, index: Path | None) -> Settings:
    """The folders named after the command go before those named ahead of it."""
    ahead = context.ensure_object(Settings)
    return load_settings(corpus=corpus or ahead.corpus, index=index or ahead.index)


@app.command()
def ask(
    context: typer.Context,
    question: str,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON, as a batch writes it.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Show on standard error what was weighed.")] = False,
    corpus: Corpus = None,
    index: Index = None,
) -> None:
    """Answer one question."""
    from assistant.shell.ask import ask

    text = question.encode(errors="replace").decode()  # bytes that aren't UTF-8 come as half characters
    raise typer.Exit(ask(_settings(context, corpus, index), text, as_json=as_json, why=why))


@app.command()
def batch(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="JSON Lines, CSV with a column question, or a question a line.")],
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the answers here.")] = None,
    form: Annotated[Format | None, typer.Option("--format", help="By the ending of FILE, else jsonl.")] = None,
    compare: Annotated[Path | None, typer.Option(metavar="OLD", help="Compare with an earlier batch's jsonl.")] = None,
    corpus: Corpus = None,
    index: Index = None,
) -> None:
    """Answer a file of questions, and score the answers where the file says what is right."""
    from assistant.shell.batch import batch

    raise typer.Exit(batch(_settings(context, corpus, index), file, out=out, form=form, old=compare))


@app.command()
def rebuild(context: typer.Context, corpus: Corpus = None, index: Index = None) -> None:
    """Bring the index up to date with the corpus; only what changed is read and encoded."""
    from assistant.shell.ready import build

    build(_settings(context, corpus, index))


@app.command()
def add(
    context: typer.Context,
    reports: Annotated[list[str], typer.Argument(metavar="FILE-OR-FOLDER...", help="Markdown or plain text.")],
    corpus: Corpus = None,
    index: Index = None,
) -> None:
    """Add reports, or every report of a folder, to the corpus and the index."""
    from assistant.shell.add import add

    raise typer.Exit(add(_settings(context, corpus, index), reports))


@app.command()
def remove(
    context: typer.Context,
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORT...", help="Its id, its file, or its force and cycle: 'Kent 2018'.")
    ],
    corpus: Corpus = None,
    index: Index = None,
) -> None:
    """Remove reports from the corpus and the index; their files are kept aside."""
    from assistant.shell.remove import remove

    raise typer.Exit(remove(_settings(context, corpus, index), reports))


@app.command()
def reports(context: typer.Context, corpus: Corpus = None, index: Index = None) -> None:
    """List the reports that are held."""
    from assistant.shell.reports import reports

    raise typer.Exit(reports(_settings(context, corpus, index)))


@app.command()
def doctor(context: typer.Context, corpus: Corpus = None, index: Index = None) -> None:
    """Check every part that an answer needs, and say what mends it."""
    from assistant.shell.doctor import doctor

    raise typer.Exit(doctor(_settings(context, corpus, index)))


@app.command()
def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port on this machine.")] = 8000,
    corpus: Corpus = None,
    index: Index = None,
) -> None:
    """Open the chat to a browser on this machine, until ctrl+c."""
    from assistant.shell.serve import serve

    raise typer.Exit(serve(_settings(context, corpus, index), port))
