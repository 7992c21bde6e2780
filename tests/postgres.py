"""A real PostgreSQL for the tests: a cluster of its own in a temporary folder, gone with the tests."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import uuid
from pathlib import Path

NAMES = ("postgres", "nobody")
"""Accounts the server may run under where the tests run as root, whom it refuses."""


def binary(name: str) -> str | None:
    """The program of PostgreSQL: Debian keeps those of a server out of the path."""
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    return str(places[0]) if places else shutil.which(name)


class Cluster:
    """A running server that takes connections through a socket in its folder; `durable` waits for the disk as a real one does."""

    def __init__(self, *, durable: bool = False) -> None:
        initdb, server = binary("initdb"), binary("postgres")
        if initdb is None or server is None:
            raise RuntimeError("PostgreSQL is not installed (on Debian: apt-get install postgresql)")
        self.folder = Path(tempfile.mkdtemp(prefix="mawqif-pg-"))
        self.before = _as_somebody(self.folder)
        data = self.folder / "data"
        made = self._run(initdb, "-D", data, "-U", "mawqif", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        if made.returncode:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise RuntimeError(f"PostgreSQL's initdb failed: {made.stderr.strip().splitlines()[-1:]}")
        self.port = _free_port()
        command = [server, "-D", data, "-k", self.folder, "-p", str(self.port), "-h", ""] + ([] if durable else ["-F"])
        self.process = subprocess.Popen(
            [*_ending_with_us(self.before), *map(str, command)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.folder,
        )
        self._wait()

    def database(self) -> str:
        """The address of a new, empty database."""
        import psycopg

        name = f"t{uuid.uuid4().hex[:12]}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self._address(name)

    def _address(self, name: str) -> str:
        return f"postgresql://mawqif@/{name}?host={self.folder}&port={self.port}"

    def stop(self) -> None:
        """End the server and remove its files."""
        self.process.send_signal(signal.SIGQUIT)  # at once: nothing here is kept
        self.process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, *command: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*self.before, *map(str, command)],
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            timeout=120,
        )

    def _wait(self) -> None:
        ready = binary("pg_isready") or "pg_isready"
        for _ in range(300):
            if self._run(ready, "-h", self.folder, "-p", self.port, "-t", "1").returncode == 0:
                return
            if self.process.poll() is not None:
                break
            subprocess.run(["sleep", "0.1"], check=False)
        raise RuntimeError("PostgreSQL did not start")


def _as_somebody(folder: Path) -> list[str]:
    """What runs a command under an ordinary account, who is given the folder."""
    if os.geteuid() != 0:
        return []
    import pwd

    for name in NAMES:
        try:
            who = pwd.getpwnam(name)
        except KeyError:
            continue
        if runner := shutil.which("setpriv"):
            os.chown(folder, who.pw_uid, who.pw_gid)
            return [runner, f"--reuid={who.pw_uid}", f"--regid={who.pw_gid}", "--clear-groups", "--"]
    raise RuntimeError("PostgreSQL refuses to run as root, and no other account could be used (setpriv)")


def _ending_with_us(before: list[str]) -> list[str]:
    """What runs the server so that it ends even where the tests are killed."""
    runner = shutil.which("setpriv")
    if runner is None:
        return before
    return [runner, "--pdeathsig=QUIT", *(before[1:] or ["--"])]


def _free_port() -> int:
    """A number for the name of the socket; nothing listens on a network."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
