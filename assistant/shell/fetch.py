"""`peel fetch`: reports come from where they are published, one at a time, and the index is brought up to date."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from assistant.errors import FetchError, NotPublished, PeelError, Unreachable
from assistant.fetching.addresses import Wanted, every_report
from assistant.fetching.fetcher import Fetcher
from assistant.fetching.unfinished import Unfinished
from assistant.reading.cycles import cycle_of, years_of
from assistant.reading.forces import FORCES, forces_named
from assistant.settings import Settings
from assistant.shell.add import tell_of
from assistant.shell.exit_codes import ExitCode
from assistant.shell.fetched import fetch_wanted, fetcher_for
from assistant.shell.keeping import corpus_to_oneself, not_written
from assistant.shell.ready import build
from assistant.shell.streams import note, note_error, result

HOPELESS = 3
"""Pages in a row that can't be reached, after which the server is left alone."""


def fetch(
    settings: Settings,
    words: Sequence[str],
    *,
    all: bool = False,
    private: bool = False,
    fetcher: Fetcher | None = None,
) -> ExitCode:
    """Fetches the reports on a force, or on all, in one cycle or in every one.

    Args:
        settings: where things are.
        words: a force's name and a cycle, in any spelling; `all` needs no force.
        all: whether every force is meant.
        private: whether pages may come from this machine or its network.
        fetcher: fetches, in the place of one that is made for it.

    Raises:
        FetchError: no force is named, or the server can't be reached.
        CorpusError: the corpus can't be written.
    """
    forces, cycle = _asked(words, all=all)
    reports = every_report(settings.site, forces, cycle)
    with corpus_to_oneself(settings.corpus):  # made, and writable, before anything is asked for
        progress = Unfinished(settings.corpus, tuple(one.name for one in reports))
    if progress.done:
        note(f"Going on after {len(progress.done)} of {len(reports)}.")
    left = [one for one in reports if one.name not in progress.done]
    with fetcher or fetcher_for(settings, private=private) as open_fetcher:
        try:
            held, failed = _each(open_fetcher, left, settings.corpus, progress, certain=bool(cycle and not all))
            progress.finish()
        except OSError as error:
            raise not_written(settings.corpus, error) from error
        except (KeyboardInterrupt, Unreachable):
            note("What was fetched is kept. To go on from here, run the same command again.")
            raise
    none = not held and len(left) == len(reports)
    if not none:
        build(settings)
    return ExitCode.FAILURE if failed or none else ExitCode.DONE


def _each(
    fetcher: Fetcher, reports: Sequence[Wanted], corpus: Path, progress: Unfinished, *, certain: bool
) -> tuple[int, int]:
    """Fetch one after the other; how many are held now, and how many failed.

    Args:
        fetcher: talks to the server.
        reports: what to fetch.
        corpus: where to keep it.
        progress: is told of those that were dealt with.
        certain: whether a report that isn't published is a failure, since it was asked for by name.
    """
    held = failed = unreachable = 0
    for one in reports:
        try:
            _one(fetcher, one, corpus)
            held += 1
        except PeelError as error:
            unreachable = unreachable + 1 if isinstance(error, Unreachable) else 0
            if unreachable == min(HOPELESS, len(reports)):
                raise
            failed += _told(error, one, certain=certain)
            if unreachable:
                continue
        progress.add(one.name)
    return held, failed


def _told(error: PeelError, one: Wanted, *, certain: bool) -> bool:
    """Say why a report wasn't fetched; whether that is a failure."""
    if isinstance(error, NotPublished) and not certain:
        note(f"{one.name}: not published.")
        return False
    note_error(error)
    return True


def _one(fetcher: Fetcher, one: Wanted, corpus: Path) -> None:
    report, file, changed = fetch_wanted(fetcher, one, corpus)
    result(f"{report.id}\t{report.name}\t{file}")
    if changed:
        tell_of(report, file.name)
    else:
        note(f"{one.name} hasn't changed.")


def _asked(words: Sequence[str], *, all: bool) -> tuple[tuple[str, ...], str]:
    """The forces and the cycle that a command's words name; no force for all of them."""
    last = cycle_of(words[-1]) if words else ""
    is_cycle = bool(last and years_of(last))
    named = " ".join(words[:-1] if is_cycle else words)
    forces = forces_named(named)
    if all and not named:
        return (), last
    if all or not forces:
        near = difflib.get_close_matches(named.title(), FORCES, n=1)
        hint = (
            f"Is it {near[0]}?" if near else "Such as: peel fetch Kent 2023-25; or, for every force: peel fetch --all"
        )
        raise FetchError(f"{named or 'Nothing'} is none of the 43 forces." if not all else f"--all, or {named}?", hint)
    return forces, last if is_cycle else ""
