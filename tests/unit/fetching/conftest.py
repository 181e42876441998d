from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.site import Site, running


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as served:
        yield served
