"""Where the tests keep their ledgers: every kind of database there is."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.ledger.made import Clock, stem

from mawqif.ledger import Ledger

ROOT = Path(__file__).parents[2]


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


@pytest.fixture
def as_nobody(tmp_path: Path) -> Callable[[list[str]], subprocess.CompletedProcess[str]]:
    """Runs a command under an account for which permissions count: root's may do everything."""
    before: list[str] = []
    if os.geteuid() == 0:
        runner = shutil.which("setpriv")
        if runner is None:
            pytest.skip("running as root without setpriv: permissions cannot be tested")
        before = [runner, "--reuid=65534", "--regid=65534", "--clear-groups", "--"]
        for folder in (tmp_path, *tmp_path.parents):
            if folder.stat().st_uid == 0 and not folder.stat().st_mode & 0o001:
                folder.chmod(folder.stat().st_mode | 0o055)

    def run(command: list[str]) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
        environment = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run([*before, *command], capture_output=True, text=True, check=False, env=environment)

    return run
