"""What all tests share: one PostgreSQL, started when the first of them asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.postgres import Cluster


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    try:
        made = Cluster()
    except (RuntimeError, OSError) as error:
        pytest.skip(f"no PostgreSQL could be started: {error}")
    yield made
    made.stop()
