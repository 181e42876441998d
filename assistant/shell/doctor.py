"""`peel doctor`: each part that an answer needs, whether it is sound, and what mends it."""

from __future__ import annotations

import platform
import re
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from assistant import __version__
from assistant.conversation.store import ConversationStore
from assistant.errors import PeelError
from assistant.settings import Settings
from assistant.shell.exit_codes import ExitCode
from assistant.shell.streams import result_for_people

_PACKAGE = "peel-assistant"
_PIN = re.compile(r"([\w.-]+)==([\w.]+)")


def doctor(settings: Settings) -> ExitCode:
    """Checks every part; the first line of a bad one says what is wrong, the second what to do."""
    checks: tuple[tuple[str, Callable[[Settings], str]], ...] = (
        ("peel", _program),
        ("packages", _packages),
        ("corpus", _corpus),
        ("index", _index),
        ("model", _model),
        ("conversations", _conversations),
    )
    sound = [_is_sound(name, check, settings) for name, check in checks]
    return ExitCode.DONE if all(sound) else ExitCode.FAILURE


def _is_sound(name: str, check: Callable[[Settings], str], settings: Settings) -> bool:
    try:
        result_for_people(f"ok   {name}: {check(settings)}")
    except PeelError as error:
        result_for_people(f"BAD  {name}: {str(error).replace(chr(10), chr(10) + '     ')}")
        return False
    return True


def _program(settings: Settings) -> str:
    del settings
    return f"{__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}"


def _packages(settings: Settings) -> str:
    del settings
    pins = dict(_pins())
    wrong = [f"{name} {_installed(name)}, not {pin}" for name, pin in pins.items() if _installed(name) != pin]
    if wrong:
        raise PeelError(f"other versions than peel was made with: {'; '.join(wrong)}.", "Run scripts/setup.")
    return f"{len(pins)} at the versions peel was made with"


def _pins() -> Iterator[tuple[str, str]]:
    try:
        required = requires(_PACKAGE) or []
    except PackageNotFoundError:
        return
    for requirement in required:
        pin = _PIN.match(requirement)
        if pin and "extra ==" not in requirement:
            yield pin[1], pin[2]


def _installed(name: str) -> str:
    """The installed version, without the part that tells builds of torch apart."""
    try:
        return version(name).split("+")[0]
    except PackageNotFoundError:
        return "missing"


def _corpus(settings: Settings) -> str:
    from assistant.indexing.corpus import corpus_files

    return f"{len(corpus_files(settings.corpus))} files in {settings.corpus}"


def _index(settings: Settings) -> str:
    from assistant.indexing.examine import examine

    words, faults = examine(settings)
    if faults:
        mends = dict.fromkeys(fault.mend for fault in faults)
        raise PeelError("\n".join(fault.message for fault in faults), "\n".join(mends))
    return words


def _model(settings: Settings) -> str:
    from assistant.answering.opening import open_answerer

    open_answerer(settings).warm_up()
    return settings.model or "the one that comes with peel, its weights checked"


def _conversations(settings: Settings) -> str:
    kept = ConversationStore(settings.conversations).kept()
    return f"{len(kept)} kept in {settings.conversations}"
