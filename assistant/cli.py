"""The command line: reads what was asked for, and passes it on.

Nothing heavy is imported before a command runs, so that `peel --help` is there at once.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from assistant import __version__
from assistant.conversation.form import Format
from assistant.errors import PeelError
from assistant.settings import Settings, load_settings
from assistant.shell.exit_codes import ExitCode

Options = argparse.Namespace
Run = Callable[[Settings, Options], ExitCode]
ABOUT = """Ask questions about police inspection reports; every answer is cited.

Without a command, opens the chat. Where there is no terminal, reads questions from standard input, one a line."""
INTERRUPTED = 130
"""What shells give for a command that ctrl+c ended."""
CODES = "Exit codes: 0 answered or done, 1 failure, 2 usage, 3 not in the reports."


def main() -> NoReturn:
    """Runs `peel`; the process ends with one of the exit codes."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter shows its number
    options = parser_and_commands()[0].parse_args()
    try:
        sys.exit(options.run(load_settings(corpus=options.corpus, index=options.index), options))
    except PeelError as error:
        from assistant.shell.streams import note_error

        note_error(error)
        sys.exit(ExitCode.FAILURE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what reads the answers has ended: so do we
        sys.exit(ExitCode.FAILURE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def parser_and_commands() -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """What reads the command line, and what reads the options of each command, by its name."""
    parser = argparse.ArgumentParser(
        "peel",
        description=ABOUT,
        epilog=CODES,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_folders(parser, None)
    parser.add_argument("--version", action="version", version=f"peel {__version__}")
    parser.set_defaults(run=_chat)
    group = parser.add_subparsers(title="commands", metavar="COMMAND")
    commands = {
        run.__name__.removeprefix("_"): _add_command(group, run, options)
        for run, options in (
            (_ask, _ask_options),
            (_batch, _batch_options),
            (_rebuild, None),
            (_add, _add_options),
            (_fetch, _fetch_options),
            (_remove, _remove_options),
            (_reports, None),
            (_doctor, None),
            (_serve, _serve_options),
        )
    }
    return parser, commands


def _add_command(
    group: argparse._SubParsersAction[argparse.ArgumentParser],
    run: Run,
    options: Callable[[argparse.ArgumentParser], None] | None,
) -> argparse.ArgumentParser:
    """Add a command whose name and help are those of the function that runs it."""
    words = str(run.__doc__)
    command = group.add_parser(run.__name__.removeprefix("_"), help=words, description=words, allow_abbrev=False)
    if options:
        options(command)
    _add_folders(command, argparse.SUPPRESS)  # where they aren't named, those named ahead of the command stay
    command.set_defaults(run=run)
    return command


def _add_folders(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument("--corpus", metavar="DIR", type=Path, default=default, help="the folder of reports")
    parser.add_argument("--index", metavar="DIR", type=Path, default=default, help="the folder of the index")


def _chat(settings: Settings, _options: Options) -> ExitCode:
    from assistant.shell.streams import is_interactive

    if is_interactive():
        from assistant.tui.app import run_chat

        run_chat(settings)
    from assistant.shell.lines import answer_each

    return answer_each(settings, sys.stdin)


def _ask_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question")
    parser.add_argument("--json", action="store_true", help="one line of JSON, as a batch writes it")
    parser.add_argument("--why", action="store_true", help="show on standard error what was weighed")


def _ask(settings: Settings, options: Options) -> ExitCode:
    """Answer one question."""
    from assistant.shell.ask import ask

    text = options.question.encode(errors="replace").decode()  # bytes that aren't UTF-8 come as half characters
    return ask(settings, text, as_json=options.json, why=options.why)


def _batch_options(parser: argparse.ArgumentParser) -> None:
    forms = tuple(form.value for form in Format)
    parser.add_argument("file", type=Path, help="JSON Lines, CSV with a column question, or a question a line")
    parser.add_argument("--out", metavar="FILE", type=Path, help="write the answers here")
    parser.add_argument("--format", choices=forms, help="by the ending of FILE, else jsonl")
    parser.add_argument("--compare", metavar="OLD", type=Path, help="compare with an earlier batch's jsonl")


def _batch(settings: Settings, options: Options) -> ExitCode:
    """Answer a file of questions, and score the answers where the file says what is right."""
    from assistant.shell.batch import batch

    form = Format(options.format) if options.format else None
    return batch(settings, options.file, out=options.out, form=form, old=options.compare)


def _rebuild(settings: Settings, _options: Options) -> ExitCode:
    """Bring the index up to date with the corpus; only what changed is read and encoded."""
    from assistant.shell.ready import build

    build(settings)
    return ExitCode.DONE


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("reports", metavar="REPORT", nargs="+", help="a file, a folder or an address")
    _add_private(parser)


def _add(settings: Settings, options: Options) -> ExitCode:
    """Add reports to the corpus and the index: web pages, PDFs, Word documents, Markdown and text."""
    from assistant.shell.add import add

    return add(settings, options.reports, private=options.private)


def _add_private(parser: argparse.ArgumentParser) -> None:
    words = "fetch from this machine and its own network too, not only from public addresses"
    parser.add_argument("--private", action="store_true", help=words)


def _fetch_options(parser: argparse.ArgumentParser) -> None:
    named = "a force, and a cycle where only one is wanted: Kent 2023-25"
    parser.add_argument("words", metavar="FORCE [CYCLE]", nargs="*", help=named)
    parser.add_argument("--all", action="store_true", help="every force; goes on where it was stopped")
    _add_private(parser)


def _fetch(settings: Settings, options: Options) -> ExitCode:
    """Fetch reports from where HMICFRS publishes them, politely; what hasn't changed isn't fetched again."""
    from assistant.shell.fetch import fetch

    return fetch(settings, options.words, all=options.all, private=options.private)


def _remove_options(parser: argparse.ArgumentParser) -> None:
    named = "its id, its file, or its force and cycle: 'Kent 2018'"
    parser.add_argument("reports", metavar="REPORT", nargs="+", help=named)


def _remove(settings: Settings, options: Options) -> ExitCode:
    """Remove reports from the corpus and the index; their files are kept aside."""
    from assistant.shell.remove import remove

    return remove(settings, options.reports)


def _reports(settings: Settings, _options: Options) -> ExitCode:
    """List the reports that are held."""
    from assistant.shell.reports import reports

    return reports(settings)


def _doctor(settings: Settings, _options: Options) -> ExitCode:
    """Check every part that an answer needs, and say what mends it."""
    from assistant.shell.doctor import doctor

    return doctor(settings)


def _serve_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=_port, default=8000, help="the port on this machine; %(default)s else")


def _serve(settings: Settings, options: Options) -> ExitCode:
    """Open the chat to a browser on this machine, until ctrl+c."""
    from assistant.shell.serve import serve

    return serve(settings, options.port)


def _port(text: str) -> int:
    port = int(text)
    if not 1 <= port <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return port
