"""How many words a second are read on one core, and in how much memory; with --profile, where the time goes.

python -m bench.read_speed CORPUS.jsonl.gz [--limit N] [--runs N] [--profile] [--write]
"""

from __future__ import annotations

import argparse
import cProfile
import gzip
import json
import multiprocessing
import os
import pstats
import resource
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, NamedTuple

from bench.page import report, section, table
from mawqif.cli.main import collect_seldom

WARM_UP = 100
FILES_SHOWN = 15
Reader = Callable[[dict[str, Any]], object]
# What the standard library calls the counts of one function: calls, primitive calls, own seconds, all seconds, callers.
ProfileRow = tuple[int, int, float, float, object]


class Speed(NamedTuple):
    """How many articles and words were read in how many seconds of reading, and the seconds of the slowest article.

    `worked` is the processor's time in it: less than `seconds` where other programs wanted the core too.
    """

    articles: int
    words: int
    seconds: float
    worked: float
    slowest: float

    @property
    def words_per_second(self) -> float:
        """Words read in one second by the clock."""
        return self.words / self.seconds if self.seconds else 0.0

    @property
    def words_per_second_worked(self) -> float:
        """Words read in one second of the processor's time."""
        return self.words / self.worked if self.worked else 0.0


def articles(corpus: Path) -> Iterator[dict[str, Any]]:
    """The articles of a JSONL file, gzipped or not, one at a time."""
    with (
        gzip.open(corpus, "rt", encoding="utf-8") if corpus.suffix == ".gz" else corpus.open(encoding="utf-8") as lines
    ):
        yield from map(json.loads, lines)


def read_one(article: dict[str, Any]) -> object:
    """Read one article as a user of the package does."""
    import mawqif

    header = {name: article.get(name) for name in ("id", "title", "outlet", "published")}
    return mawqif.read(article["text"], **header)


def measure(read: Reader, corpus: Iterable[dict[str, Any]]) -> Speed:
    """Read every article and time the reading alone."""
    count = words = 0
    seconds = worked = slowest = 0.0
    for article in corpus:
        begin, begin_work = perf_counter(), process_time()
        read(article)
        spent, worked = perf_counter() - begin, worked + process_time() - begin_work
        count, words = count + 1, words + len(article["text"].split())
        seconds, slowest = seconds + spent, max(slowest, spent)
    return Speed(count, words, seconds, worked, slowest)


def peak_memory() -> float:
    """The most memory this process has held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 if sys.platform != "darwin" else 1024 * 1024)


def one_core() -> None:
    """Keep this process on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def once(corpus: Path, limit: int | None) -> tuple[Speed, float]:
    """Read a corpus in this process, on one core, after a warm-up; the speed and the peak memory."""
    one_core()
    collect_seldom()  # as the command does
    measure(read_one, islice(articles(corpus), WARM_UP))
    return measure(read_one, islice(articles(corpus), limit)), peak_memory()


def best_of(runs: int, corpus: Path, limit: int | None) -> tuple[Speed, float, list[Speed]]:
    """The fastest of several runs, each in a new process that remembers nothing of the others, its memory, and all of them."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn, max_tasks_per_child=1) as pool:
        done = [pool.submit(once, corpus, limit).result() for _ in range(runs)]
    speed, memory = max(done, key=lambda run: run[0].words_per_second)
    return speed, memory, [speed for speed, _ in done]


def speed_table(speed: Speed, memory: float, every: Sequence[Speed] = ()) -> str:
    """The result as a table."""
    told = ", ".join(f"{one.words_per_second:,.0f}" for one in every)
    rows = [
        ("articles", f"{speed.articles:,}"),
        ("words", f"{speed.words:,}"),
        ("seconds", f"{speed.seconds:.1f}"),
        ("words a second", f"{speed.words_per_second:,.0f}"),
        ("words a second of the processor's time", f"{speed.words_per_second_worked:,.0f}"),
        *([("words a second in every run", told)] if told else []),
        ("slowest article, seconds", f"{speed.slowest:.2f}"),
        ("peak memory, MB", f"{memory:.0f}"),
    ]
    return table(("measure", "value"), rows)


def profiled(read: Reader, corpus: Iterable[dict[str, Any]]) -> pstats.Stats:
    """Read every article under the profiler."""
    profiler = cProfile.Profile()
    for article in corpus:
        profiler.runcall(read, article)
    return pstats.Stats(profiler)


def rows_of(stats: pstats.Stats) -> dict[tuple[str, int, str], ProfileRow]:
    """The counts of every function by file, line and name."""
    rows: dict[tuple[str, int, str], ProfileRow] = stats.__dict__["stats"]
    return rows


def profile_table(stats: pstats.Stats) -> str:
    """Own time by file, with the costliest function of each; what is built into Python is one row."""
    files: Counter[str] = Counter()
    top: dict[str, tuple[float, str]] = {}
    for (path, _, function), (_, _, own, _, _) in rows_of(stats).items():
        name = _file(path)
        files[name] += own  # type: ignore[assignment]  # a Counter of seconds
        top[name] = max(top.get(name, (0.0, "")), (own, function))
    whole = sum(files.values()) or 1.0
    rows = [
        (f"`{name}`", f"{own / whole:.1%}", f"`{top[name][1]}` {top[name][0] / whole:.1%}")
        for name, own in files.most_common(FILES_SHOWN)
    ]
    rest = [own for _, own in files.most_common()[FILES_SHOWN:]]
    rows.append((f"{len(rest)} other files", f"{sum(rest) / whole:.1%}", ""))
    return table(("file", "own time", "of which most"), rows)


def _file(path: str) -> str:
    """The path from the package on; `built in` for C code and the standard library."""
    parts = Path(path).parts
    return "/".join(parts[parts.index("mawqif") :]) if "mawqif" in parts else "built in"


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--limit", type=int, metavar="N", help="read only the first N articles")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="report the best of N runs (3)")
    parser.add_argument("--profile", action="store_true", help="report where the time goes instead of how much it is")
    parser.add_argument("--write", action="store_true", help="write the table into docs/benchmarks.md")
    return parser.parse_args()


def main() -> None:
    """Measure, print, and write where asked to."""
    options = arguments()
    command = f"python -m bench.read_speed {options.corpus}" + (f" --limit {options.limit}" if options.limit else "")
    if options.profile:
        measure(read_one, islice(articles(options.corpus), WARM_UP))
        body = profile_table(profiled(read_one, islice(articles(options.corpus), options.limit)))
        report("profile", section(f"{command} --profile", body), write=options.write)
    else:
        found = best_of(options.runs, options.corpus, options.limit)
        report("read_speed", section(f"{command} --runs {options.runs}", speed_table(*found)), write=options.write)


if __name__ == "__main__":
    main()
