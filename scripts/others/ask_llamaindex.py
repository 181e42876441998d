"""Passages found by LlamaIndex: its own vector store, written as JSON. See driving.py for the usage."""

from driving import GIVEN, Passages, Search, drive
from llama_index.core import StorageContext, VectorStoreIndex, load_index_from_storage
from llama_index.core.schema import TextNode
from llama_index.embeddings.huggingface import HuggingFaceEmbedding


def build(passages: Passages, model: str, index: str) -> None:
    """Write the index."""
    nodes = [TextNode(id_=passage["id"], text=passage["text"]) for passage in passages]
    made = VectorStoreIndex(nodes, embed_model=_embedding(model))
    made.storage_context.persist(persist_dir=index)


def load(model: str, index: str) -> Search:
    """Open the index."""
    context = StorageContext.from_defaults(persist_dir=index)
    opened = load_index_from_storage(context, embed_model=_embedding(model))
    retriever = opened.as_retriever(similarity_top_k=GIVEN)
    return lambda question: [found.node.get_content() for found in retriever.retrieve(question)]


def _embedding(model: str) -> HuggingFaceEmbedding:
    return HuggingFaceEmbedding(model_name=model, device="cpu")


if __name__ == "__main__":
    drive(build, load, ("llama-index-core", "llama-index-embeddings-huggingface", "sentence-transformers", "torch"))
