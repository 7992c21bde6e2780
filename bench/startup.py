"""How long the command takes from its start to its end, in new processes; the best of several runs.

python -m bench.startup [--runs N] [--write]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from bench.page import report, section, table

ARTICLE = Path(__file__).with_name("article.txt")
MAWQIF = Path(sys.executable).with_name("mawqif")
COMMANDS: dict[str, tuple[str, ...]] = {
    "mawqif --help": ("--help",),
    "mawqif read bench/article.txt --format jsonl": ("read", str(ARTICLE), "--format", "jsonl"),
}


def run(command: Sequence[str]) -> float:
    """Seconds from start to end of one new process; raises `CalledProcessError` where it fails."""
    begin = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - begin


def startup_table(runs: int) -> str:
    """Best and median seconds of every command."""
    rows = []
    for name, arguments in COMMANDS.items():
        seconds = [run([str(MAWQIF), *arguments]) for _ in range(runs)]
        rows.append((f"`{name}`", f"{min(seconds):.2f}", f"{statistics.median(seconds):.2f}"))
    return table(("command", "best, seconds", "median"), rows)


def main() -> None:
    """Measure, print, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7, metavar="N")
    parser.add_argument("--write", action="store_true", help="write the table into docs/benchmarks.md")
    options = parser.parse_args()
    body = startup_table(options.runs)
    report("startup", section(f"python -m bench.startup --runs {options.runs}", body), write=options.write)


if __name__ == "__main__":
    main()
