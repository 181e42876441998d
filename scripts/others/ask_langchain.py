"""Passages found by LangChain: the vector store of its core, written as JSON. See driving.py for the usage."""

from pathlib import Path

from driving import GIVEN, Passages, Search, drive
from langchain_core.vectorstores import InMemoryVectorStore
from langchain_huggingface import HuggingFaceEmbeddings

STORE = "store.json"


def build(passages: Passages, model: str, index: str) -> None:
    """Write the index."""
    store = InMemoryVectorStore(_embeddings(model))
    store.add_texts([passage["text"] for passage in passages], ids=[passage["id"] for passage in passages])
    store.dump(str(Path(index) / STORE))


def load(model: str, index: str) -> Search:
    """Open the index."""
    store = InMemoryVectorStore.load(str(Path(index) / STORE), _embeddings(model))
    return lambda question: [found.page_content for found in store.similarity_search(question, k=GIVEN)]


def _embeddings(model: str) -> HuggingFaceEmbeddings:
    return HuggingFaceEmbeddings(model_name=model, model_kwargs={"device": "cpu"})


if __name__ == "__main__":
    drive(build, load, ("langchain-core", "langchain-huggingface", "sentence-transformers", "torch"))
