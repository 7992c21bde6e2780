"""Where the tests keep their ledgers: every kind of database there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.ledger.made import Clock, stem
from tests.postgres import Cluster

from mawqif.ledger import Ledger


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    try:
        made = Cluster()
    except (RuntimeError, OSError) as error:
        pytest.skip(f"no PostgreSQL could be started: {error}")
    yield made
    made.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for a ledger where there is none yet, in a file and on a server."""
    if request.param == "sqlite":
        return str(tmp_path / "made.db")
    address: str = request.getfixturevalue("cluster").database()
    return address


@pytest.fixture
def opened(place: str) -> Iterator[Callable[..., Ledger]]:
    """`opened()` opens the ledger of this test, as often as one likes."""
    made: list[Ledger] = []

    def open_it(**settings: object) -> Ledger:
        made.append(Ledger.open(place, **{"stem": stem, "clock": Clock(), **settings}))
        return made[-1]

    yield open_it
    for ledger in made:
        ledger.close()


@pytest.fixture
def ledger(opened: Callable[..., Ledger]) -> Ledger:
    return opened()
