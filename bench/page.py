"""The page docs/benchmarks.md: each benchmark owns the lines between its two markers."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from pathlib import Path

from mawqif import __version__

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
CPU_INFO = Path("/proc/cpuinfo")


def machine() -> str:
    """What this was measured on, one line: processor, cores, system, Python."""
    cores = os.cpu_count()
    return f"{_processor()}, {cores} cores, {platform.system()}, Python {platform.python_version()}"


def _processor() -> str:
    lines = CPU_INFO.read_text(encoding="utf-8").splitlines() if CPU_INFO.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, "") or platform.processor() or platform.machine()


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def section(command: str, body: str) -> str:
    """A body under what it was measured with."""
    return f"`{command}`, Mawqif {__version__}, {machine()}.\n\n{body}"


def put(text: str, name: str, body: str) -> str:
    """The page with `body` between the markers of `name`; raises `ValueError` where the page has no such markers."""
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    before, found, rest = text.partition(begin)
    _, found_end, after = rest.partition(end)
    if not (found and found_end):
        raise ValueError(f"the page has no {begin} … {end}")
    return f"{before}{begin}\n{body}\n{end}{after}"


def report(name: str, body: str, *, write: bool, page: Path = PAGE) -> None:
    """Print a section, and put it on the page where asked to."""
    print(body)
    if write:
        page.write_text(put(page.read_text(encoding="utf-8"), name, body), encoding="utf-8")
