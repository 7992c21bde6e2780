"""Processes that are killed, that write at one time, and that run out of room."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from tests.ledger.places import ROOT

from mawqif.desk.desk import Desk

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes as POSIX has them")
COUNT = 8


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Small articles, so that a run is short and a kill hits every part of it."""
    rows = []
    for number in range(COUNT):
        text = f"قال وزير الموانئ القطري سالم الجابر إن الميناء {number} سيفتح غداً.\n\nوأكد أن العمل مستمر في الميناء {number}."
        rows.append({"id": f"a{number}", "outlet": "المرسى", "published": "2026-01-06", "text": text})
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}


def add(place: str | Path, articles: Path, environment: dict[str, str], **settings) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "mawqif", "--ledger", str(place), "add", str(articles), "--format", "json"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, text=True, **settings)


def killed(place: str, articles: Path, times: int, environment: dict[str, str]) -> str:
    command = [sys.executable, "-m", "tests.ledger.nursery", place, str(articles), str(times)]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert done.stderr == ""
    return done.stdout


def test_killed_two_hundred_times_nothing_is_lost_or_half_there(tmp_path: Path, articles, environment) -> None:
    report = killed(str(tmp_path / "made{}.db"), articles, 200, environment)
    assert re.fullmatch(r"killed 200 finished \d+ full \d+\n", report), report


def test_killed_on_a_server(cluster, articles, environment) -> None:
    """A server's ledger is always the same one: after it is full, runs find everything there already."""
    report = killed(cluster.database(), articles, 25, environment)
    assert re.fullmatch(r"killed 25 finished \d+ full \d+\n", report), report


@pytest.fixture
def processes() -> Iterator[list[subprocess.Popen[str]]]:
    made: list[subprocess.Popen[str]] = []
    yield made
    for process in made:
        process.kill()
        process.communicate()


def test_two_processes_add_at_once_while_a_reader_reads(place: str, articles, environment, processes) -> None:
    with Desk.open(place) as reader:
        processes += [add(place, articles, environment) for _ in range(2)]
        seen = [0]
        while any(process.poll() is None for process in processes):
            page = reader.statements("الميناء", limit=1000)
            assert len(page.rows) >= seen[-1]
            seen.append(len(page.rows))
        reports = [json.loads(process.communicate()[0]) for process in processes]
        assert [process.returncode for process in processes] == [0, 0]
        assert sum(report["new"] for report in reports) == COUNT
        assert reader.counts().articles == reader.counts().readings == COUNT
        assert list(reader.check()) == []


def _no_large_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))


def _filler(articles: Path) -> Path:
    """More text than there is room for."""
    words = " ".join(sha256(str(number).encode()).hexdigest() for number in range(500))
    rows = articles.read_text(encoding="utf-8").splitlines()
    for number in range(120):
        rows.append(json.dumps({"id": f"long{number}", "outlet": "المرسى", "text": f"{number} {words}"}))
    path = articles.with_name("many.jsonl")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_where_files_may_not_grow_one_line_says_so(tmp_path: Path, articles, environment, processes) -> None:
    process = add(tmp_path / "made.db", _filler(articles), environment, preexec_fn=_no_large_files)
    processes.append(process)
    error = process.communicate()[1]
    assert process.returncode == 1
    assert re.fullmatch(
        r"mawqif: \S+made.db: the disk (is full|cannot be written); .*run the same command again.*\n", error
    )
    _completes(tmp_path / "made.db", articles, environment, processes)


def _completes(path: Path, articles: Path, environment, processes) -> None:
    """What was added stays, and the next run adds the rest."""
    with Desk.open(path, create=False) as desk:
        assert list(desk.check()) == []
    again = add(path, articles, environment)
    processes.append(again)
    report = json.loads(again.communicate()[0])
    assert (report["same"] + report["new"], report["failed"]) == (COUNT, 0)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "mawqif-test", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        pytest.skip(f"no small disk can be made here: {error}")
    if done.returncode:
        pytest.skip(f"no small disk can be made here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_is_one_line(small_disk: Path, articles, environment, processes) -> None:
    process = add(small_disk / "made.db", _filler(articles), environment)
    processes.append(process)
    error = process.communicate()[1]
    assert process.returncode == 1
    assert re.fullmatch(r"mawqif: \S+made.db: the disk is full; make room and run the same command again; .*\n", error)


def test_a_backup_onto_a_full_disk_is_one_line_and_leaves_nothing(
    small_disk: Path, tmp_path: Path, articles, environment
) -> None:
    with Desk.open(tmp_path / "made.db") as desk:
        from mawqif.intake import articles as read

        desk.add(read([_filler(articles)], sys.stdin.buffer))
    command = [
        sys.executable,
        "-m",
        "mawqif",
        "--ledger",
        str(tmp_path / "made.db"),
        "backup",
        str(small_disk / "copy.db"),
    ]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert re.fullmatch(r"mawqif: \S+copy.db: the disk is full; .*\n", done.stderr)
    assert list(small_disk.iterdir()) == []
