"""What a rebuild takes over from the live index: vectors of the same texts, and reports whose files are the same."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.errors import PeelError
from assistant.indexing import generations
from assistant.indexing.encoder import Vectors
from assistant.indexing.manifest import Manifest, load_manifest, maker
from assistant.indexing.store import FILE, Parts, Store
from assistant.indexing.vectors import VectorFile

SUFFIX = ".keys.npy"
WIDTH = 16
"""Bytes of a text's key: a SHA-256 cut to 128 bits."""


class LiveIndex:
    """The live index as a rebuild sees it: every file is read whole, and what is damaged isn't taken over.

    Args:
        index: the index folder.
        fingerprint: the encoder's; vectors of another are not taken over.
        matcher: the matcher's; networks and tokens of another are not taken over. Empty where none are wanted.
    """

    def __init__(self, index: Path, fingerprint: str, matcher: str) -> None:
        self.folder: Path | None = None
        self._manifest: Manifest | None = None
        self._damaged: list[str] = []
        self._places: dict[bytes, tuple[VectorFile, int]] = {}
        with suppress(PeelError, OSError, ValueError):
            self.folder = generations.live(index)
            manifest = load_manifest(self.folder)
            self._damaged = manifest.damaged(self.folder, thorough=True)
            self._manifest = manifest
            if manifest.model == fingerprint:
                self._load(self.folder)
        self._same_model = self._manifest is not None and self._manifest.model == fingerprint
        self._same_matcher = self._manifest is not None and self._manifest.matcher == matcher

    def is_of(self, hashes: Mapping[str, str]) -> bool:
        """Whether it is sound and holds just these files, read by the same code with the same model."""
        manifest = self._manifest
        if manifest is None or self._damaged or not (self._same_model and self._same_matcher):
            return False
        return manifest.maker == maker() and manifest.reports == hashes

    @property
    def left_out(self) -> tuple[str, ...]:
        """Why files of the corpus aren't held."""
        return (*self._manifest.left_out.values(), *self._manifest.aside.values()) if self._manifest else ()

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the reports it holds."""
        return frozenset(parts.report.id for parts in self._held.values())

    @property
    def matching(self) -> dict[str, Path]:
        """Its sound files, by name, where its matcher is the same."""
        if self.folder is None or self._manifest is None or not self._same_matcher:
            return {}
        return {name: self.folder / name for name in self._manifest.files if name not in self._damaged}

    def vector(self, text: str) -> Vectors | None:
        """The vector of a text, of shape (dimensions,); None where it isn't known."""
        place = self._places.get(key_of(text))
        return place[0].rows([place[1]])[0] if place else None

    def parts(self, name: str, hash: str) -> Parts | None:
        """A file's report with its passages and units; None where the file was another, or read by other code."""
        manifest = self._manifest
        if manifest is None or manifest.maker != maker() or manifest.reports.get(name) != hash:
            return None
        return self._held.get(name)

    @cached_property
    def _held(self) -> dict[str, Parts]:
        """What the store holds, by the name of the file it was read from."""
        if self.folder is None or self._manifest is None or FILE in self._damaged:
            return {}
        with suppress(PeelError, sqlite3.Error, ValueError, KeyError, TypeError):
            store = Store(self.folder)
            try:
                return store.parts()
            finally:
                store.close()
        return {}

    def _load(self, folder: Path) -> None:
        for file in sorted(folder.glob(f"*{SUFFIX}")):
            name = file.name.removesuffix(SUFFIX)
            if name in self._damaged or file.name in self._damaged:
                continue
            vectors = VectorFile(folder / name)
            keys: NDArray[np.void] = np.load(file, allow_pickle=False)
            self._places.update((key.tobytes(), (vectors, at)) for at, key in enumerate(keys))


def write_keys(folder: Path, texts: Mapping[str, Sequence[str]]) -> None:
    """Write which texts the vectors of a generation stand for, by the name of the vector file."""
    for name, lines in texts.items():
        keys = np.array([key_of(line) for line in lines], dtype=f"V{WIDTH}")
        np.save(folder / f"{name}{SUFFIX}", keys, allow_pickle=False)


def key_of(text: str) -> bytes:
    """A text's key."""
    return hashlib.sha256(text.encode("utf-8")).digest()[:WIDTH]


def take_over(held: Path, wanted: Path) -> None:
    """Take a file of the live index over: linked where the file system can, else copied."""
    try:
        os.link(held, wanted)
    except OSError:
        shutil.copyfile(held, wanted)
