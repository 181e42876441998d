"""Passages found by Haystack: a pipeline over its own document store, written as JSON. See driving.py for the usage."""

from pathlib import Path

from driving import GIVEN, Passages, Search, drive
from haystack import Document, Pipeline
from haystack.components.retrievers.in_memory import InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack.utils import ComponentDevice
from haystack_integrations.components.embedders.sentence_transformers import (
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)

STORE = "store.json"
CPU = ComponentDevice.from_str("cpu")


def build(passages: Passages, model: str, index: str) -> None:
    """Write the index."""
    embedder = SentenceTransformersDocumentEmbedder(model=model, device=CPU, progress_bar=False)
    embedder.warm_up()
    documents = [Document(id=passage["id"], content=passage["text"]) for passage in passages]
    store = InMemoryDocumentStore(embedding_similarity_function="cosine")
    store.write_documents(embedder.run(documents)["documents"])
    store.save_to_disk(str(Path(index) / STORE))


def load(model: str, index: str) -> Search:
    """Open the index."""
    store = InMemoryDocumentStore.load_from_disk(str(Path(index) / STORE))
    pipeline = Pipeline()
    pipeline.add_component("embedder", SentenceTransformersTextEmbedder(model=model, device=CPU, progress_bar=False))
    pipeline.add_component("retriever", InMemoryEmbeddingRetriever(store, top_k=GIVEN))
    pipeline.connect("embedder.embedding", "retriever.query_embedding")

    def search(question: str) -> list[str]:
        return [found.content for found in pipeline.run({"embedder": {"text": question}})["retriever"]["documents"]]

    return search


if __name__ == "__main__":
    drive(build, load, ("haystack-ai", "sentence-transformers-haystack", "sentence-transformers", "torch"))
