"""How fast a ledger takes articles and finds statements, from ten thousand statements to a million, in both databases.

python -m bench.ledger_speed [--statements N] [--databases sqlite postgresql] [--postgres URL] [--write]

Without --postgres a server of its own is started and removed again. The ledgers are made in a temporary folder
(--folder names another one) and take about 2 GB a million statements.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

import msgspec
from tests.postgres import Cluster

import mawqif
from bench import news
from bench.page import report, section, table
from bench.read_speed import one_core
from mawqif.desk.desk import Desk
from mawqif.desk.recipe import recipe
from mawqif.ledger import Search
from mawqif.model import Article, Reading
from mawqif.reading.catalogue import search_form

SIZES = (10_000, 100_000, 1_000_000)
POOL = 2_000
"""Articles that are read to fill ledgers with; each is stored many times, under other addresses and days."""
VERBOSE = bool(os.environ.get("MAWQIF_BENCH_VERBOSE"))
"""Whether every kind of search is told of."""
MEASURED, SEARCHES, WARM_UP = 300, 400, 20


class Row(NamedTuple):
    """One database at one size: articles a second (read and stored, by the clock and of the processor's time), and milliseconds of searches."""

    database: str
    statements: int
    added: float
    worked: float
    median: float
    p95: float
    slowest: tuple[float, str]
    megabytes: float


def fill(desk: Desk, pool: list[tuple[Article, Reading]], wanted: int, chance: random.Random) -> None:
    """Store copies of the pool until the ledger holds so many statements."""
    held = desk.counts().statements
    number = desk.counts().articles
    while held < wanted:
        article, reading = pool[chance.randrange(len(pool))]
        number += 1
        day = news.FIRST + timedelta(days=chance.randrange(news.DAYS))
        other = msgspec.structs.replace(
            article, id=f"c{number}", url=f"https://made.example/copy/{number}", published=day.isoformat(),
            outlet=chance.choice(news.OUTLETS),
        )  # fmt: skip
        desk.ledger.add(other, reading, recipe(), published_on=day)
        held += len(reading.statements)


def adding(desk: Desk, articles: Iterator[Article]) -> tuple[float, float]:
    """Articles a second that are read and stored, one after the other: by the clock, and of the processor's time in it."""
    desk.add(islice(articles, WARM_UP))
    given = list(islice(articles, MEASURED))
    begun, begun_work = perf_counter(), process_time()
    done = desk.add(given)
    seconds, worked = perf_counter() - begun, process_time() - begun_work
    assert done.new == MEASURED
    return MEASURED / seconds, MEASURED / worked


def searches(chance: random.Random) -> Iterator[tuple[str, Search]]:
    """What people ask, in turns: common and rare words, several, phrases, speakers, actors, days and their mixtures."""
    words = list(news.WORDS)
    random.Random(0).shuffle(words)  # noqa: S311 - the order of frequency that the articles were made with
    states = ("EG", "JO", "TR", "QA", "SA", "FR", "DE", "RU")
    while True:
        day = news.FIRST + timedelta(days=chance.randrange(news.DAYS))
        common, rare = chance.choice(words[:20]), chance.choice(words[2000:])
        yield "a common word", Search(words=common)
        yield "a rare word", Search(words=rare)
        yield "two common words", Search(words=f"{common} {chance.choice(words[:20])}")
        yield "a phrase", Search(words=f'"{chance.choice(news.SUBJECTS)} {common}"')
        yield "a beginning", Search(words=f"{search_form(common)[:4]}*")
        yield "a speaker", Search(speaker=f"{chance.choice(news.GIVEN)} {chance.choice(news.FAMILY)}")
        yield "an actor and an act", Search(actor=chance.choice(states), act="deny")
        yield (
            "a common word, an actor, a month",
            Search(words=common, actor=chance.choice(states), since=day, until=day + timedelta(days=30)),
        )
        yield (
            "a common word of an outlet and a kind that never meet",
            Search(words=common, outlet="لا أحد", kind="media"),
        )
        yield "a speaker and an actor that never meet", Search(speaker=chance.choice(news.FAMILY), actor="ZW")
        yield "two kinds of speakers at once, which never meet", Search(speaker=" ".join(news.FAMILY[:2]))
        yield "a day", Search(since=day, until=day)


def searching(desk: Desk) -> tuple[float, float, tuple[float, str]]:
    """Median and 95th percentile of searches in milliseconds; the slowest kind of question by its own 95th percentile."""
    times: dict[str, list[float]] = {}
    for number, (kind, asked) in enumerate(islice(searches(random.Random(7)), WARM_UP + SEARCHES)):  # noqa: S311
        begun = perf_counter()
        desk.ledger.search(asked)
        if number >= WARM_UP:
            times.setdefault(kind, []).append((perf_counter() - begun) * 1000)
    every = [each for kind in times.values() for each in kind]
    if VERBOSE:
        print({kind: round(_p95(each), 1) for kind, each in times.items()})
    slowest = max((_p95(each), kind) for kind, each in times.items())
    return statistics.median(every), _p95(every), slowest


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def measure(name: str, place: str, size: Callable[[Desk], float], most: int) -> Iterator[Row]:
    """The rows of one database, as it grows."""
    chance = random.Random(3)  # noqa: S311
    pool = [(article, mawqif.read_article(article)) for article in islice(news.articles(1), POOL)]
    fresh = news.articles(2)
    with Desk.open(place) as desk:
        for wanted in [size for size in SIZES if size < most] + [most]:
            fill(desk, pool, wanted, chance)
            desk.ledger.analyse()
            median, p95, slowest = searching(desk)
            added, worked = adding(desk, fresh)
            yield Row(name, desk.counts().statements, added, worked, median, p95, slowest, size(desk))


@contextmanager
def databases(
    names: list[str], url: str | None, folder: Path
) -> Iterator[list[tuple[str, str, Callable[[Desk], float]]]]:
    """Each database by name, with where its ledger goes and how its size in MB is found."""
    cluster: Cluster | None = None
    places: list[tuple[str, str, Callable[[Desk], float]]] = []
    try:
        if "sqlite" in names:
            file = folder / "ledger.db"
            places.append(("SQLite", str(file), lambda desk: desk.ledger.size() / 1e6))
        if "postgresql" in names:
            if url is None:
                cluster = Cluster(durable=True)
            places.append(
                ("PostgreSQL", url or (cluster.database() if cluster else ""), lambda desk: desk.ledger.size() / 1e6)
            )
        yield places
    finally:
        if cluster is not None:
            cluster.stop()


def ledger_table(rows: list[Row]) -> str:
    """The rows as a table."""
    columns = ("database", "statements", "articles added a second", "of the processor's time", "search: median ms", "95 % within ms",
               "slowest kind of question, 95 % within ms", "size, MB")  # fmt: skip
    return table(columns, [
        (row.database, f"{row.statements:,}", f"{row.added:.0f}", f"{row.worked:.0f}", f"{row.median:.1f}", f"{row.p95:.1f}",
         f"{row.slowest[0]:.1f} ({row.slowest[1]})", f"{row.megabytes:,.0f}")
        for row in rows
    ])  # fmt: skip


def main() -> None:
    """Measure, print, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=SIZES[-1], metavar="N", help="how large the ledgers become")
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"], choices=["sqlite", "postgresql"])
    parser.add_argument("--postgres", metavar="URL", help="an empty database to use instead of a server of our own")
    parser.add_argument("--folder", type=Path, help="where the ledgers are made")
    parser.add_argument("--write", action="store_true", help="write the table into docs/benchmarks.md")
    options = parser.parse_args()
    rows = []
    with (
        tempfile.TemporaryDirectory(dir=options.folder) as folder,
        databases(options.databases, options.postgres, Path(folder)) as places,
    ):
        one_core()  # this program; a server is started before and goes where it likes
        for name, place, size in places:
            for row in measure(name, place, size, options.statements):
                print(f"{row.database}: {row.statements:,} statements, {row.added:.0f} articles a second", flush=True)
                rows.append(row)
    given = "" if options.statements == SIZES[-1] else f" --statements {options.statements}"
    report("ledger_speed", section(f"python -m bench.ledger_speed{given}", ledger_table(rows)), write=options.write)


if __name__ == "__main__":
    main()
