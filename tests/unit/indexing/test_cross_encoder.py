"""The cross-encoder of an index gives what the model it stands for gives."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.errors import IndexDamaged, ModelMissing
from assistant.indexing import cross_weights
from assistant.indexing.adaptors import CROSS_ADAPTOR, NULL, learned
from assistant.indexing.cross_graph import in_steps, write_cross_graph
from assistant.indexing.cross_network import CROSS_ENCODER, LONGEST, CrossNetwork, laid_pair
from assistant.indexing.cross_weights import packaged_cross_encoder
from assistant.indexing.export import adapted
from assistant.indexing.network import DATA, marked, pieces

QUESTION = "what share of calls were answered in time"
PAIRS = [
    (QUESTION, ("The force answered 91.5 percent of calls within 12 seconds.", "Answering the public | It is quick.")),
    (QUESTION, ("Across England and Wales, forces answered 84.0 percent.", "Answering the public | It is quick.")),
    (QUESTION, ("It has 14 dogs.", "")),
    ("how many dogs", ("It has 14 dogs.", "Specialist teams")),
    ("dogs " * 90, ("a" + "你" * 320, "Heading " * 200)),
    ("", ("", "")),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cross")
    write_cross_graph(
        adapted(packaged_cross_encoder(), learned(CROSS_ADAPTOR)), learned(CROSS_ADAPTOR)[NULL], folder / CROSS_ENCODER
    )
    return folder


@pytest.fixture(scope="module")
def in_torch() -> Any:
    """A function that gives a pair's score by the model in torch; with the adaptor in its weights, or as packaged."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification

    config = BertConfig(hidden_size=384, num_hidden_layers=12, intermediate_size=1536, num_labels=1)
    models = []
    for weights in (packaged_cross_encoder(), adapted(packaged_cross_encoder(), learned(CROSS_ADAPTOR))):
        models.append(BertForSequenceClassification(config).eval())
        models[-1].load_state_dict({name: torch.tensor(weights[name]) for name in packaged_cross_encoder()})

    def score(tokens: list[int], second: int, *, learned: bool) -> float:
        parts = torch.tensor([[int(at >= second) for at in range(len(tokens))]])
        with torch.no_grad():
            return float(models[learned](input_ids=torch.tensor([tokens]), token_type_ids=parts).logits)

    return score


def test_the_weights_are_those_of_the_package(in_torch: Any) -> None:
    import onnxruntime

    found = importlib.util.find_spec(cross_weights.PACKAGE)
    assert found is not None and found.origin is not None
    session = onnxruntime.InferenceSession(str(Path(found.origin).parent / cross_weights.FILE))
    for question, texts in PAIRS[:4]:
        tokens, second = laid_pair(question, texts)
        given = {
            "input_ids": np.array([tokens]),
            "attention_mask": np.ones((1, len(tokens)), dtype=np.int64),
            "token_type_ids": np.array([[int(at >= second) for at in range(len(tokens))]]),
        }
        theirs = float(session.run(None, given)[0][0, 0])
        assert in_torch(tokens, second, learned=False) == pytest.approx(theirs, abs=0.5)  # theirs rounds as it goes


@pytest.mark.parametrize(("question", "texts"), PAIRS)
def test_the_network_gives_the_scores_of_the_model_with_its_adaptor(
    question: str, texts: tuple[str, str], folder: Path, in_torch: Any
) -> None:
    ours = CrossNetwork(folder / CROSS_ENCODER).score(question, texts)
    theirs = in_torch(*laid_pair(question, texts), learned=True) - float(learned(CROSS_ADAPTOR)[NULL][0])
    assert ours == pytest.approx(theirs, abs=1.5)  # whole steps of seven bits, against scores that lie 20 apart


def test_what_answers_is_told_from_what_only_sounds_like_it(folder: Path) -> None:
    network = CrossNetwork(folder / CROSS_ENCODER)
    own, others, dogs = (network.score(question, texts) for question, texts in PAIRS[:3])
    assert own > others > dogs
    assert network.score(*PAIRS[3]) > dogs


def test_a_pairs_score_hangs_on_no_other_pair(folder: Path) -> None:
    network = CrossNetwork(folder / CROSS_ENCODER)
    alone = network.score(*PAIRS[0])
    network.score(*PAIRS[4])
    assert network.score(*PAIRS[0]) == alone == CrossNetwork(folder / CROSS_ENCODER).score(*PAIRS[0])


@pytest.mark.parametrize(("question", "texts"), PAIRS)
def test_a_pair_has_the_sentences_own_words_before_its_surroundings(question: str, texts: tuple[str, str]) -> None:
    tokens, second = laid_pair(question, texts)
    assert len(tokens) <= LONGEST
    assert tokens[:second] == marked(pieces(question)[:62])
    assert tokens[second:][: len(pieces(texts[0])[:80])] == pieces(texts[0])[:80]


def test_whole_steps_are_near_the_matrix() -> None:
    matrix = np.random.default_rng(0).normal(size=(40, 30)).astype(np.float32)
    matrix[:, 3] = 0
    steps, scale = in_steps(matrix)
    assert int(np.abs(steps).max()) <= 63
    assert (np.abs(steps * scale - matrix) <= scale / 2 + 1e-6).all()


@pytest.mark.parametrize("name", [CROSS_ENCODER, CROSS_ENCODER + DATA])
def test_a_damaged_network_is_told_with_its_mend(name: str, folder: Path, tmp_path: Path) -> None:
    for file in folder.iterdir():
        content = file.read_bytes()
        (tmp_path / file.name).write_bytes(content[:100] if file.name == name else content)
    with pytest.raises(IndexDamaged, match="can't be read") as raised:
        CrossNetwork(tmp_path / CROSS_ENCODER).score(*PAIRS[0])
    assert "rebuild" in raised.value.mend


def test_a_missing_or_other_model_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cross_weights, "SHA256", "0" * 64)
    with pytest.raises(ModelMissing, match="isn't the one that was published"):
        packaged_cross_encoder()
    monkeypatch.setattr(cross_weights, "PACKAGE", "no_such_package_of_weights")
    with pytest.raises(ModelMissing, match="isn't installed"):
        packaged_cross_encoder()
