"""Passages found by txtai: its Embeddings, saved with their content. See driving.py for the usage."""

from driving import GIVEN, Passages, Search, drive
from txtai import Embeddings


def build(passages: Passages, model: str, index: str) -> None:
    """Write the index."""
    embeddings = Embeddings(path=model, content=True, gpu=False)
    embeddings.index([(passage["id"], passage["text"]) for passage in passages])
    embeddings.save(index)


def load(model: str, index: str) -> Search:  # noqa: ARG001  the index names its model
    """Open the index."""
    embeddings = Embeddings()
    embeddings.load(index)
    return lambda question: [found["text"] for found in embeddings.search(question, GIVEN)]


if __name__ == "__main__":
    drive(build, load, ("txtai", "transformers", "torch"))
