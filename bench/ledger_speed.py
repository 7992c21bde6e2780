"""How fast a ledger takes articles, finds statements and answers questions, from ten thousand statements to a million, in both
databases.

python -m bench.ledger_speed [--statements N] [--databases sqlite postgresql] [--postgres URL] [--corpus FILE ...] [--write]

Without --postgres a server of its own is started and removed again. The ledgers are made in a temporary folder
(--folder names another one) and take about 3.5 GB a million statements.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from itertools import islice, zip_longest
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

import msgspec
from tests.postgres import Cluster

import mawqif
from bench import news
from bench.page import report, section, table
from bench.read_speed import articles, one_core
from mawqif.cli.main import collect_seldom
from mawqif.desk.desk import Desk
from mawqif.desk.follow import asked_by, held
from mawqif.desk.recipe import recipe
from mawqif.ledger import Search
from mawqif.ledger import articles as store
from mawqif.ledger.keys import stamp
from mawqif.ledger.ledger import now
from mawqif.model import Article, Position, Reading
from mawqif.reading.catalogue import search_form
from mawqif.reading.position import find_positions

SIZES = (10_000, 100_000, 1_000_000)
POOL = 2_000
"""Articles that are read to fill ledgers with, and a tenth as many for each question; each is stored many times, under other
addresses and days."""
BATCH = 200
"""Articles of a filled ledger that are stored together."""
VERBOSE = bool(os.environ.get("MAWQIF_BENCH_VERBOSE"))
"""Whether every kind of search is told of."""
MEASURED, SEARCHES, VIEWS, WARM_UP = 300, 400, 60, 20


class Speed(NamedTuple):
    """Articles a second: by the clock, and of this program's processor time; and of the latter without the time of reading."""

    clock: float
    worked: float
    stored: float


class Answer(NamedTuple):
    """Milliseconds within which 95 % of answers come: by the clock, and of this program's processor time."""

    clock: float
    worked: float


class Stopwatch:
    """Times pieces of work, by the clock and of the processor's time, in milliseconds."""

    def __init__(self) -> None:
        self.clock: list[float] = []
        self.worked: list[float] = []

    @contextmanager
    def running(self) -> Iterator[None]:
        """Time what is done inside."""
        begun, begun_work = perf_counter(), process_time()
        yield
        self.clock.append((perf_counter() - begun) * 1000)
        self.worked.append((process_time() - begun_work) * 1000)

    def answer(self) -> Answer:
        """The 95th percentiles."""
        return Answer(_p95(self.clock), _p95(self.worked))


class Row(NamedTuple):
    """One database at one size: how fast it takes made-up articles, and real ones where there are any; the positions of the
    question that is viewed, and milliseconds of answers by kind.
    """

    database: str
    statements: int
    positions: int
    made: Speed
    real: Speed | None
    answers: dict[str, Answer]
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
    asked = [[model(article) for article in islice(stream, max(POOL // 10, 1))] for stream in streams]
    return [*asked, [model(article) for article in islice(news.articles(1), POOL)]]


def fill(desk: Desk, pools: list[list[Model]], wanted: int, chance: random.Random) -> None:
    """Store copies of models, and what they say of the questions, until the ledger holds so many statements; many in one
    transaction, for this is not what is measured.
    """
    count, number = desk.counts().statements, desk.counts().articles
    streams = [iter(partial(chance.choice, pool), None) for pool in pools]
    copies = (_copy(each, number + 1 + at, chance) for at, each in enumerate(news.mixed(streams, chance)))
    while count < wanted:
        batch = list(islice(copies, BATCH))
        with desk.ledger._writing() as connection:  # noqa: SLF001
            for new, _ in batch:
                store.add(connection, new, search_form)
        _answer(desk, [(new.reading_key, each) for new, each in batch])
        count += sum(len(each.reading.statements) for _, each in batch)


def _copy(each: Model, number: int, chance: random.Random) -> tuple[store.Incoming, Model]:
    day = (news.FIRST + timedelta(days=chance.randrange(news.DAYS))).isoformat()
    other = msgspec.structs.replace(
        each.article, id=f"c{number}", url=f"https://made.example/copy/{number}", published=day,
        outlet=chance.choice(news.OUTLETS),
    )  # fmt: skip
    moment = stamp(now())
    new = store.incoming(
        other, each.reading, recipe(), published_on=day, fetched=moment, recorded=moment, known_at=moment
    )
    return new, each


def _answer(desk: Desk, batch: list[tuple[str, Model]]) -> None:
    for place, question in enumerate(news.QUESTIONS):
        key = asked_by(held(desk.ledger, question.id))
        desk.ledger.put_positions(key, [(reading, each.said[place]) for reading, each in batch])


def adding(desk: Desk, articles: Iterator[Article]) -> Speed:
    """How fast articles are read and stored, one after the other."""
    desk.add(islice(articles, WARM_UP))
    given = list(islice(articles, MEASURED))
    reading, whole = Stopwatch(), Stopwatch()
    with reading.running():
        for article in given:
            mawqif.read_article(article)
    with whole.running():
        done = desk.add(given)
    assert done.failed == 0
    [clock], [worked], [alone] = whole.clock, whole.worked, reading.worked
    return Speed(*(1000 * done.new / max(each, 1e-9) for each in (clock, worked, worked - alone)))


def viewing(desk: Desk, articles: Iterator[Article]) -> dict[str, Answer]:
    """Every view of the first question, each after one more article that speaks of it."""
    slug = news.QUESTIONS[0].id
    kinds: dict[str, Callable[[str], object]] = {
        "board": desk.board,
        "timeline": desk.timeline,
        "changes": desk.changes,
    }
    for view in kinds.values():
        view(slug)  # asks what was added before
    times = {kind: Stopwatch() for kind in kinds}
    for _ in range(VIEWS):
        for kind, view in kinds.items():
            desk.add(next(articles))
            with times[kind].running():
                view(slug)
    return {kind: each.answer() for kind, each in times.items()}


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


def searching(desk: Desk) -> tuple[Answer, tuple[float, str]]:
    """All searches; and the slowest kind of question by its own 95th percentile."""
    every, times = Stopwatch(), dict[str, list[float]]()
    for number, (kind, asked) in enumerate(islice(searches(random.Random(7)), WARM_UP + SEARCHES)):  # noqa: S311
        with (every if number >= WARM_UP else Stopwatch()).running():
            desk.ledger.search(asked)
        if number >= WARM_UP:
            times.setdefault(kind, []).append(every.clock[-1])
    if VERBOSE:
        print({kind: round(_p95(each), 1) for kind, each in times.items()})
    return every.answer(), max((_p95(each), kind) for kind, each in times.items())


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def measure(
    name: str, place: str, size: Callable[[Desk], float], most: int, real: Iterator[Article] | None = None
) -> Iterator[Row]:
    """The rows of one database, as it grows."""
    chance = random.Random(3)  # noqa: S311
    pools = models()
    fresh = news.mixed([*(news.articles(2, place) for place in range(len(news.QUESTIONS))), news.articles(2)], chance)
    telling = news.articles(3, 0)
    with Desk.open(place) as desk:
        for question in news.QUESTIONS:
            desk.ask(question)
        collect_seldom()  # as the command does
        for wanted in [size for size in SIZES if size < most] + [most]:
            fill(desk, pools, wanted, chance)
            desk.ledger.analyse()
            search, slowest = searching(desk)
            made = adding(desk, fresh)
            views = viewing(desk, telling)
            positions = desk.ledger.positions(asked_by(held(desk.ledger, news.QUESTIONS[0].id)), Position)
            yield Row(
                name, desk.counts().statements, sum(len(told.said) for told in positions), made,
                None if real is None else adding(desk, real), views | {"search": search}, slowest, size(desk),
            )  # fmt: skip


def published(corpora: Sequence[Path]) -> Iterator[Article]:
    """The articles of corpora in turns, each under an address of its own."""
    turns = (each for turn in zip_longest(*map(articles, corpora)) for each in turn if each is not None)
    for number, each in enumerate(turns):
        yield Article(
            text=each["text"], id=f"r{number}", url=f"https://real.example/{number}", title=each.get("title"),
            outlet=each.get("outlet"), published=each.get("published"),
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
    columns = ("database", "statements", "articles added a second", "of the processor's time", "storing alone", "real articles a second",
               "of the processor's time", "size, MB")  # fmt: skip
    grown = table(columns, [
        (row.database, f"{row.statements:,}", f"{row.made.clock:.0f}", f"{row.made.worked:.0f}", f"{row.made.stored:.0f}",
         *((f"{row.real.clock:.0f}", f"{row.real.worked:.0f}") if row.real else ("", "")), f"{row.megabytes:,.0f}")
        for row in rows
    ])  # fmt: skip
    kinds = list(rows[0].answers)
    answers = table(("database", "statements", "positions", *kinds, "slowest kind of search"), [
        (row.database, f"{row.statements:,}", f"{row.positions:,}",
         *(f"{row.answers[kind].clock:.1f} ({row.answers[kind].worked:.1f})" for kind in kinds),
         f"{row.slowest[0]:.1f}, {row.slowest[1]}")
        for row in rows
    ])  # fmt: skip
    return (
        f"{grown}\n\nMilliseconds within which 95 % of the answers come, in brackets those of this program's processor time:"
        f"\n\n{answers}"
    )


def main() -> None:
    """Measure, print, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=SIZES[-1], metavar="N", help="how large the ledgers become")
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"], choices=["sqlite", "postgresql"])
    parser.add_argument("--postgres", metavar="URL", help="an empty database to use instead of a server of our own")
    parser.add_argument(
        "--corpus", type=Path, nargs="+", default=[], metavar="FILE", help="real articles, .jsonl.gz, to be added too"
    )
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
            real = published(options.corpus) if options.corpus else None
            for row in measure(name, place, size, options.statements, real):
                print(
                    f"{row.database}: {row.statements:,} statements, {row.made}, {row.real}, {row.answers}",
                    flush=True,
                )
                rows.append(row)
    given = "" if options.statements == SIZES[-1] else f" --statements {options.statements}"
    given += f" --corpus … ({len(options.corpus)} files)" if options.corpus else ""
    report("ledger_speed", section(f"python -m bench.ledger_speed{given}", ledger_table(rows)), write=options.write)


if __name__ == "__main__":
    main()
