"""Errors for people: what happened, and the command that mends it.

PeelError
 ├── ReadingError     a file can't be read as a report
 ├── CorpusError      the corpus folder is missing, empty or not usable
 ├── IndexMissing     there is no index yet
 ├── IndexStale       the index was made by other settings, another version or from other reports
 ├── IndexDamaged     a file of the index is missing or unreadable
 ├── ModelMissing     the embedding model isn't installed or isn't the one expected
 ├── QuestionError    a question can't be asked: empty, too long
 ├── BatchError       a file of questions can't be read
 ├── FetchError       a page can't be fetched, or is no report
 │    ├── NotPublished   there is no page at that address
 │    └── Unreachable    the server doesn't answer, or asks to come back later
 ├── SettingsError    a setting is unknown or has an unusable value
 └── Stopped          the person stopped the work
"""


class PeelError(Exception):
    """Something went wrong in a way that a person can mend.

    Args:
        message: what happened, naming the file or question.
        mend: what to do about it, as a command where there is one; empty where nothing helps.
    """

    def __init__(self, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.message}\n{self.mend}" if self.mend else self.message


class ReadingError(PeelError):
    """A file can't be read as a report."""


class CorpusError(PeelError):
    """The corpus folder is missing, empty or not usable."""


class IndexMissing(PeelError):
    """There is no index yet."""


class IndexStale(PeelError):
    """The index was made by other settings, another version or from other reports."""


class IndexDamaged(PeelError):
    """A file of the index is missing or unreadable."""


class ModelMissing(PeelError):
    """The embedding model isn't installed or isn't the one expected."""


class QuestionError(PeelError):
    """A question can't be asked: it is empty or too long."""


class BatchError(PeelError):
    """A file of questions can't be read."""


class FetchError(PeelError):
    """A page can't be fetched, or is no report."""


class NotPublished(FetchError):
    """There is no page at that address."""


class Unreachable(FetchError):
    """The server doesn't answer, or asks to come back later."""


class SettingsError(PeelError):
    """A setting is unknown or has an unusable value."""


class Stopped(PeelError):
    """The person stopped the work."""
