"""The networks that answer questions give what the models they stand for give."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from assistant.errors import IndexDamaged, PeelError
from assistant.indexing import export, reuse
from assistant.indexing.adaptors import MATCHER_ADAPTOR, learned
from assistant.indexing.encoder import SentenceTransformerEncoder, packaged_model
from assistant.indexing.network import DATA, ENCODER, MATCHER, WORDS, Network, NetworkEncoder, marked, pieces
from assistant.indexing.tokens import LIST, KnownTokens, TokenFiles, laid_out, tokens_of, write_tokens
from assistant.retrieval.matcher import TokenMatcher
from assistant.types import BlockKind
from tests.counting_encoder import CountingEncoder

SENTENCE = ("The force answered 91.5 percent of calls within 12 seconds.", "Answering the public | It is quick.")
TEXTS = [SENTENCE, ("It has 14 dogs.", ""), ("word " * 60, "Heading " * 40), ("a" + "你" * 320, "Heading")]


@pytest.fixture(scope="module")
def model() -> SentenceTransformerEncoder:
    return SentenceTransformerEncoder()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, model: SentenceTransformerEncoder) -> Path:
    folder = tmp_path_factory.mktemp("networks")
    export.write_networks(folder, {}, model)
    return folder


@pytest.mark.parametrize("text", [*export.PROBES, "WHO is IT?", "[SEP] [CLS]", "\x00\u200b", "£38.6m " * 400])
def test_the_encoder_gives_the_vectors_of_sentence_transformers(
    text: str, folder: Path, model: SentenceTransformerEncoder
) -> None:
    ours, theirs = NetworkEncoder(Network(folder / ENCODER)).encode([text]), model.encode([text])
    assert ours.shape == theirs.shape and float(np.abs(ours - theirs).max()) < 1e-5


def test_a_text_has_the_same_vector_whatever_stands_beside_it(folder: Path) -> None:
    encoder = NetworkEncoder(Network(folder / ENCODER))
    alone = encoder.encode(["how many dogs"])
    assert (encoder.encode(["x " * 200, "how many dogs"])[1] == alone[0]).all()


@pytest.fixture(scope="module")
def adapted_model() -> Any:
    """The packaged model in torch, with the adaptor in its weights."""
    import torch
    from transformers import AutoModel

    model = AutoModel.from_pretrained(str(packaged_model())).eval()
    held = {name: tensor.numpy() for name, tensor in model.state_dict().items()}
    changed = export.adapted(held, learned(MATCHER_ADAPTOR))
    model.load_state_dict({name: torch.tensor(tensor) for name, tensor in changed.items()})
    return model.requires_grad_(False)


@pytest.mark.parametrize("texts", TEXTS)
def test_the_matcher_gives_the_states_of_the_model_with_its_adaptor(
    texts: tuple[str, str], folder: Path, adapted_model: Any
) -> None:
    import torch

    tokens = laid_out(texts).tokens
    theirs = adapted_model(input_ids=torch.tensor([tokens])).last_hidden_state[0].numpy()
    assert len(tokens) <= 88
    assert float(np.abs(Network(folder / MATCHER).states(tokens) - theirs).max()) < 1e-4


def test_the_score_that_is_learned_from_is_the_one_that_answers(folder: Path, adapted_model: Any) -> None:
    import torch

    from assistant.evaluation.matcher_scores import LearningMatcher

    heads = {
        name: torch.tensor(tensor) for name, tensor in learned(MATCHER_ADAPTOR).items() if name[-2:] not in (".a", ".b")
    }
    views = [view_of(own) for own, _ in TEXTS]
    for question in ("how many calls were answered in time", "dogs"):
        theirs = LearningMatcher(adapted_model, heads).scores([(question, views)])[0].numpy()
        ours = TokenMatcher(Network(folder / MATCHER)).match(question, views)[:, 0]
        assert float(np.abs(ours - theirs).max()) < 2e-2  # sentences' tokens are kept in whole steps


def view_of(text: str) -> Any:
    unit = SimpleNamespace(kind=BlockKind.PARAGRAPH, columns=(), cells=(), lead="It is quick. It is kind.", text=text)
    return SimpleNamespace(unit=unit, path=("Answering the public", "Calls are answered"))


def test_a_sentence_in_its_place_keeps_its_own_words() -> None:
    laid = laid_out(SENTENCE)
    own = [laid.tokens[at] for at in laid.words[laid.own :]]
    assert own == pieces(SENTENCE[0])
    assert [laid.tokens[at] for at in laid.words[: laid.own]] == pieces(SENTENCE[1])
    assert laid.tokens == marked(pieces(SENTENCE[1]), pieces(SENTENCE[0]))


def test_tokens_on_the_disk_are_those_that_were_encoded(folder: Path) -> None:
    network = Network(folder / MATCHER)
    write_tokens(folder, [TEXTS[:1], (), TEXTS[1:]], KnownTokens({}), network, [].append)
    held = TokenFiles(folder)
    for number, texts in enumerate(TEXTS):
        fresh = tokens_of(network, texts)
        assert held[number].own == fresh.own
        assert (held[number].rows == fresh.rows).all()


@pytest.mark.parametrize("question", ["", "\x1b", "how many dogs", "calls " * 300])
def test_any_question_can_be_held_against_a_sentence(question: str, folder: Path) -> None:
    asked = TokenMatcher(Network(folder / MATCHER)).asked(question)
    assert np.isfinite(asked.weights).all() and len(asked.unit) <= 62


def test_networks_are_taken_over_as_they_are(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counting = CountingEncoder()
    held = {file.name: file for file in folder.iterdir()}
    export.write_networks(tmp_path, held, counting)
    assert (tmp_path / ENCODER).samefile(folder / ENCODER)
    assert counting.batches == []

    def no_links(*_paths: object) -> None:
        raise OSError

    monkeypatch.setattr(reuse.os, "link", no_links)
    (tmp_path / "copied").mkdir()
    export.write_networks(tmp_path / "copied", held, counting)
    assert (tmp_path / "copied" / MATCHER).read_bytes() == (folder / MATCHER).read_bytes()


def test_an_export_that_differs_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = CountingEncoder()
    monkeypatch.setattr(other, "encode", lambda texts: np.full((len(texts), 384), 384**-0.5, dtype=np.float32))
    with pytest.raises(PeelError, match="differs from sentence-transformers"):
        export.write_networks(tmp_path, {}, other)


def test_a_network_that_is_loaded_outlives_its_files(folder: Path, tmp_path: Path) -> None:
    for name in (WORDS, ENCODER, ENCODER + DATA):
        shutil.copy(folder / name, tmp_path / name)
    encoder = NetworkEncoder(Network(tmp_path / ENCODER))
    before = encoder.encode(["calls"])
    for name in (WORDS, ENCODER, ENCODER + DATA):
        (tmp_path / name).unlink()
    assert (encoder.encode(["calls"]) == before).all()


@pytest.mark.parametrize("name", [WORDS, ENCODER, ENCODER + DATA])
def test_a_damaged_network_says_what_mends_it(name: str, folder: Path, tmp_path: Path) -> None:
    for file in (WORDS, ENCODER, ENCODER + DATA):
        shutil.copy(folder / file, tmp_path / file)
    (tmp_path / name).write_bytes(b"not a network")
    with pytest.raises(IndexDamaged, match="rebuild"):
        Network(tmp_path / ENCODER).states([1, 2])
    (tmp_path / name).unlink()
    with pytest.raises(IndexDamaged, match="rebuild"):
        Network(tmp_path / ENCODER).states([1, 2])


def test_a_report_that_has_not_changed_keeps_its_file(folder: Path, tmp_path: Path) -> None:
    network = Network(folder / MATCHER)
    old, new = tmp_path / "old", tmp_path / "new"
    for place in (old, new):
        place.mkdir()
    write_tokens(old, [TEXTS[:2], TEXTS[2:]], KnownTokens({}), network, [].append)
    known = KnownTokens({file.name: file for file in old.iterdir()})
    unloaded = Network(folder / "none")  # whatever is encoded fails
    write_tokens(new, [TEXTS[2:], TEXTS[1:2], TEXTS[2:]], known, unloaded, [].append)
    same, changed, again = (new / LIST).read_text().split()
    assert same == again and (new / same).samefile(old / same)
    assert not (old / changed).exists()
    held, before = TokenFiles(new), TokenFiles(old)
    for number, was in enumerate((2, 3, 1, 2, 3)):
        assert (held[number].rows == before[was].rows).all()


def test_a_file_of_tokens_that_is_cut_short_says_what_mends_it(folder: Path, tmp_path: Path) -> None:
    write_tokens(tmp_path, [TEXTS], KnownTokens({}), Network(folder / MATCHER), [].append)
    (file,) = tmp_path.glob("*.tokens")
    file.write_bytes(file.read_bytes()[:150])
    with pytest.raises(IndexDamaged, match="rebuild"):
        TokenFiles(tmp_path)
