"""How fast a ledger takes articles, finds statements and answers questions, from ten thousand statements to a million, in both
databases.

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
from functools import partial
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
from mawqif.desk.follow import asked_by, held
from mawqif.desk.recipe import recipe
from mawqif.ledger import Search
from mawqif.model import Article, Position, Reading
from mawqif.reading.catalogue import search_form
from mawqif.reading.position import find_positions

SIZES = (10_000, 100_000, 1_000_000)
POOL = 2_000
"""Articles that are read to fill ledgers with, and a tenth as many for each question; each is stored many times, under other
addresses and days."""
BATCH = 200
"""Articles whose answers are stored together."""
VERBOSE = bool(os.environ.get("MAWQIF_BENCH_VERBOSE"))
"""Whether every kind of search is told of."""
MEASURED, SEARCHES, VIEWS, WARM_UP = 300, 400, 60, 20


class Row(NamedTuple):
    """One database at one size: articles a second (read and stored, by the clock and of the processor's time) and those of them
    only stored; milliseconds of views by kind, and of searches; the positions of the question that is viewed.
    """

    database: str
    statements: int
    positions: int
    added: float
    worked: float
    stored: float
    views: dict[str, float]
    p95: float
    slowest: tuple[float, str]
    megabytes: float


class Model(NamedTuple):
    """An article that is stored many times, its reading, and what it says of each question."""

    article: Article
    reading: Reading
    said: tuple[tuple[Position, ...], ...]


def model(article: Article) -> Model:
    """Read an article, and ask it."""
    reading = mawqif.read_article(article)
    return Model(article, reading, tuple(find_positions(article, reading, question) for question in news.QUESTIONS))


def models() -> list[list[Model]]:
    """Those that say something of each question, and those that do not."""
    streams = (news.articles(1, place) for place in range(len(news.QUESTIONS)))
    asked = [[model(article) for article in islice(stream, POOL // 10)] for stream in streams]
    return [*asked, [model(article) for article in islice(news.articles(1), POOL)]]


def fill(desk: Desk, pools: list[list[Model]], wanted: int, chance: random.Random) -> None:
    """Store copies of models, and what they say of the questions, until the ledger holds so many statements."""
    count, number, batch = desk.counts().statements, desk.counts().articles, list[tuple[str, Model]]()
    streams = [iter(partial(chance.choice, pool), None) for pool in pools]
    for each in news.mixed(streams, chance):
        if count >= wanted or len(batch) >= BATCH:
            _answer(desk, batch)
            batch = []
        if count >= wanted:
            return
        number += 1
        day = news.FIRST + timedelta(days=chance.randrange(news.DAYS))
        other = msgspec.structs.replace(
            each.article, id=f"c{number}", url=f"https://made.example/copy/{number}", published=day.isoformat(),
            outlet=chance.choice(news.OUTLETS),
        )  # fmt: skip
        added = desk.ledger.add(other, each.reading, recipe(), published_on=day)
        batch.append((added.reading, each))
        count += len(each.reading.statements)


def _answer(desk: Desk, batch: list[tuple[str, Model]]) -> None:
    for place, question in enumerate(news.QUESTIONS):
        key = asked_by(held(desk.ledger, question.id))
        desk.ledger.put_positions(key, [(reading, each.said[place]) for reading, each in batch])


def adding(desk: Desk, articles: Iterator[Article]) -> tuple[float, float, float]:
    """Articles a second that are read and stored, one after the other: by the clock, of the processor's time in it, and by
    the clock without the time of reading them.
    """
    desk.add(islice(articles, WARM_UP))
    given = list(islice(articles, MEASURED))
    begun = perf_counter()
    for article in given:
        mawqif.read_article(article)
    reading = perf_counter() - begun
    begun, begun_work = perf_counter(), process_time()
    done = desk.add(given)
    seconds, worked = perf_counter() - begun, process_time() - begun_work
    assert done.new == MEASURED
    return MEASURED / seconds, MEASURED / worked, MEASURED / max(seconds - reading, 1e-9)


def viewing(desk: Desk, articles: Iterator[Article]) -> dict[str, float]:
    """The 95th percentile of every view of the first question in milliseconds, each after one more article that speaks of it."""
    slug = news.QUESTIONS[0].id
    kinds: dict[str, Callable[[str], object]] = {
        "board": desk.board,
        "timeline": desk.timeline,
        "changes": desk.changes,
    }
    for view in kinds.values():
        view(slug)  # asks what was added before
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(VIEWS):
        for kind, view in kinds.items():
            desk.add(next(articles))
            begun = perf_counter()
            view(slug)
            times[kind].append((perf_counter() - begun) * 1000)
    return {kind: _p95(each) for kind, each in times.items()}


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


def searching(desk: Desk) -> tuple[float, tuple[float, str]]:
    """The 95th percentile of searches in milliseconds; the slowest kind of question by its own 95th percentile."""
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
    return _p95(every), slowest


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def measure(name: str, place: str, size: Callable[[Desk], float], most: int) -> Iterator[Row]:
    """The rows of one database, as it grows."""
    chance = random.Random(3)  # noqa: S311
    pools = models()
    fresh = news.mixed([*(news.articles(2, place) for place in range(len(news.QUESTIONS))), news.articles(2)], chance)
    telling = news.articles(3, 0)
    with Desk.open(place) as desk:
        for question in news.QUESTIONS:
            desk.ask(question)
        for wanted in [size for size in SIZES if size < most] + [most]:
            fill(desk, pools, wanted, chance)
            desk.ledger.analyse()
            p95, slowest = searching(desk)
            added, worked, stored = adding(desk, fresh)
            views = viewing(desk, telling)
            positions = desk.ledger.positions(asked_by(held(desk.ledger, news.QUESTIONS[0].id)), Position)
            yield Row(
                name, desk.counts().statements, sum(len(told.said) for told in positions), added, worked, stored, views,
                p95, slowest, size(desk),
            )  # fmt: skip


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
    """The rows as two tables: how a ledger grows, and how it answers."""
    grown = table(("database", "statements", "articles added a second", "of the processor's time", "storing alone, a second", "size, MB"), [
        (row.database, f"{row.statements:,}", f"{row.added:.0f}", f"{row.worked:.0f}", f"{row.stored:.0f}", f"{row.megabytes:,.0f}")
        for row in rows
    ])  # fmt: skip
    kinds = list(rows[0].views)
    answers = table(("database", "statements", "positions", *kinds, "search", "slowest kind of search"), [
        (row.database, f"{row.statements:,}", f"{row.positions:,}", *(f"{row.views[kind]:.0f}" for kind in kinds), f"{row.p95:.1f}",
         f"{row.slowest[0]:.1f} ({row.slowest[1]})")
        for row in rows
    ])  # fmt: skip
    return f"{grown}\n\nMilliseconds within which 95 % of the answers come:\n\n{answers}"


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
                print(
                    f"{row.database}: {row.statements:,} statements, {row.added:.0f} articles a second, {row.views}, {row.p95:.1f}",
                    flush=True,
                )
                rows.append(row)
    given = "" if options.statements == SIZES[-1] else f" --statements {options.statements}"
    report("ledger_speed", section(f"python -m bench.ledger_speed{given}", ledger_table(rows)), write=options.write)


if __name__ == "__main__":
    main()
