"""What can be asked at all: words, and not a whole document."""

from __future__ import annotations

from assistant.errors import QuestionError

LONGEST_QUESTION = 4000
"""Characters. A longer text is a document and not a question."""


def checked(question: str) -> str:
    """A question without the spaces around it.

    Raises:
        QuestionError: it is empty or too long.
    """
    text = " ".join(question.split())
    if not text:
        raise QuestionError("The question is empty.", 'Ask something, such as: peel ask "What grades were given?"')
    if len(text) > LONGEST_QUESTION:
        raise QuestionError(
            f"The question has {len(text):,} characters; {LONGEST_QUESTION:,} are read.", "Ask in fewer words."
        )
    return text
