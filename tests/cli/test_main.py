"""The command itself: help, errors of the call, and how it ends."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mawqif.cli import main as cli

Call = Callable[..., object]


def test_help_names_every_command(call: Call) -> None:
    done = call("--help")
    assert done.status == 0
    assert all(f"\n  {name} " in done.out for name in cli.COMMANDS)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_has_help(call: Call, name: str) -> None:
    done = call(name, "--help")
    assert (done.status, done.err) == (0, "")
    assert f"Usage: mawqif {name}" in done.out


def test_help_loads_no_command_and_nothing_heavy(environment: dict[str, str]) -> None:
    program = (
        "import sys; from mawqif.cli.main import main; main(['--help'])\n"
        "heavy = [m for m in sys.modules if m.startswith(('rich', 'mawqif.lang', 'mawqif.reading', 'mawqif.world',\n"
        "         'mawqif.desk', 'mawqif.ledger', 'sqlalchemy', 'alembic'))\n"
        "         or m in ('mawqif.cli.read', 'asyncio', 'multiprocessing')]\n"
        "sys.exit(' '.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_shells_can_complete(run: Call, environment: dict[str, str]) -> None:
    environment.update({"_MAWQIF_COMPLETE": "bash_complete", "COMP_WORDS": "mawqif re", "COMP_CWORD": "1"})
    assert run().out == "plain,read\nplain,reread\n"


def test_help_is_there_at_once(run: Call) -> None:
    def seconds() -> float:
        begun = time.perf_counter()
        assert run("--help").status == 0
        return time.perf_counter() - begun

    assert min(seconds() for _ in range(3)) < 0.3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["raed"], "raed"),
        (["read", "--formatt", "jsonl", "-"], "--formatt"),
        (["read", "--format", "xml", "-"], "'xml' is not one of"),
        (["read", "--jobs", "0", "-"], "--jobs"),
        (["read", "--published", "last week", "-"], "'last week' is no date; expected ISO 8601"),
        (["times", "أمس", "--reference", "6.1.2026"], "'6.1.2026' is no day; expected YYYY-MM-DD"),
        (["times"], "TEXT"),
    ],
)
def test_a_wrong_call_is_one_line_and_2(call: Call, arguments: list[str], said: str) -> None:
    done = call(*arguments)
    (line,) = done.errors
    assert said in line
    assert "--help" in line
    assert (done.status, done.out) == (2, "")


def test_nothing_to_read_in_a_terminal_is_a_wrong_call(in_terminal: Call) -> None:
    done = in_terminal("read")
    assert done.status == 2
    assert done.out.startswith("mawqif: Nothing to read: give files or folders, or - for standard input. See: ")


def test_our_own_failure_is_one_line_and_no_traceback(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> int:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr(cli.group, "invoke", broken)
    done = call("read")
    assert done.status == 1
    assert done.errors == ["internal error: RuntimeError: two lines; MAWQIF_TRACEBACK=1 shows where, please report it"]
    monkeypatch.setenv("MAWQIF_TRACEBACK", "1")
    with pytest.raises(RuntimeError):
        call("read")


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
class TestSignals:
    @contextlib.contextmanager
    def started(self, environment: dict[str, str], *arguments: str | Path) -> Iterator[subprocess.Popen[bytes]]:
        """The command with pipes for its three streams, killed should it not end by itself within a minute."""
        command = [sys.executable, "-m", "mawqif.cli.main", *map(str, arguments)]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, stderr=pipe) as process:
            end = threading.Timer(60, process.kill)
            end.start()
            yield process
            end.cancel()

    def test_a_reader_that_goes_away_ends_us_quietly(self, environment: dict[str, str], tmp_path: Path) -> None:
        (tmp_path / "many.jsonl").write_bytes('{"text": "قال الوزير إن القرار نهائي."}\n'.encode() * 2000)
        with self.started(environment, "read", tmp_path / "many.jsonl", "--format", "jsonl") as process:
            assert process.stdout and process.stderr
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait() == cli.PIPE_CLOSED

    @pytest.mark.parametrize(("jobs", "lines"), [("1", 60), ("2", 150)])
    def test_interrupted(self, environment: dict[str, str], jobs: str, lines: int) -> None:
        with self.started(environment, "read", "-", "--format", "jsonl", "--jobs", jobs) as process:
            assert process.stdin and process.stdout and process.stderr
            process.stdin.write('{"text": "قال الوزير إن القرار نهائي."}\n'.encode() * lines)
            process.stdin.flush()
            process.stdout.read(1)
            process.send_signal(signal.SIGINT)
            assert process.stderr.read() == b"mawqif: interrupted\n"
            assert process.wait() == cli.INTERRUPTED
