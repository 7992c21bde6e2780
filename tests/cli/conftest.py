"""The command line called in this process and in one of its own."""

from __future__ import annotations

import contextlib
import io
import os
import pty
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

import pytest
from tests.ledger.places import as_nobody

from mawqif.cli.main import main

__all__ = ["as_nobody"]

SOURCE = Path(__file__).parents[2] / "src"


class Done:
    """What a call left behind: exit status, standard output, standard error."""

    def __init__(self, status: int, out: bytes, err: bytes) -> None:
        self.status, self.raw = status, out
        self.out, self.err = out.decode(), err.decode()

    @property
    def errors(self) -> list[str]:
        """The lines of standard error, each of which must be ours."""
        lines = self.err.splitlines()
        assert all(line.startswith("mawqif: ") for line in lines), self.err
        return [line.removeprefix("mawqif: ") for line in lines]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Done]:
    """`call("read", "a.txt", stdin=b"…")`, inside this process."""

    def called(*arguments: str | Path, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main([str(argument) for argument in arguments])
        sys.stdout.flush()
        sys.stderr.flush()
        return Done(status, *capfdbinary.readouterr())

    return called


@pytest.fixture
def environment() -> dict[str, str]:
    path = os.pathsep.join(filter(None, (str(SOURCE), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path, "COLUMNS": "100", "TERM": "xterm-256color"}


@pytest.fixture
def in_terminal(environment: dict[str, str], tmp_path: Path) -> Callable[..., Done]:
    """`in_terminal("read", "a.txt")`: all three streams are one terminal, what it shows is `out`."""

    def ran(*arguments: str | Path) -> Done:
        terminal, ours = pty.openpty()
        command = [sys.executable, "-m", "mawqif.cli.main", *map(str, arguments)]
        process = subprocess.Popen(command, cwd=tmp_path, env=environment, stdin=ours, stdout=ours, stderr=ours)
        os.close(ours)
        shown = b""
        with contextlib.suppress(OSError):  # Linux ends a closed terminal with an error
            while piece := os.read(terminal, 65536):
                shown += piece
        os.close(terminal)
        return Done(process.wait(60), shown, b"")

    return ran


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Callable[..., Done]:
    """`run("read", "a.txt", stdin=b"…")`, in a process of its own, after the words of `before`."""

    def ran(
        *arguments: str | Path,
        stdin: bytes = b"",
        stdout: IO[bytes] | int = subprocess.PIPE,
        before: Sequence[str] = (),
    ) -> Done:
        command = [*before, sys.executable, "-m", "mawqif.cli.main", *map(str, arguments)]
        done = subprocess.run(
            command, input=stdin, stdout=stdout, stderr=subprocess.PIPE, cwd=tmp_path, env=environment, check=False
        )
        return Done(done.returncode, done.stdout or b"", done.stderr)

    return ran
