"""What holds for any articles in any order."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.made import Clock, article, put, said, stem
from tests.postgres import Cluster
from tests.text.soup import texts

from mawqif.ledger import Fact, Ledger, Search
from mawqif.ledger.index import tokens
from mawqif.ledger.keys import statement_key, version_key
from mawqif.ledger.tables import metadata
from mawqif.model import Article, Reading, Sentence, Speaker, Statement

FETCHED = datetime(2026, 1, 8, tzinfo=UTC)
MANY = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
_bodies = texts.filter(lambda text: bool(text.strip()))


@st.composite
def told(draw: st.DrawFn) -> tuple[Article, Reading, datetime]:
    """An article with statements at any places of its text; the later a wording was fetched, the longer it is."""
    text = draw(_bodies)
    names = st.sampled_from([None, "سالم", "ليلى الأمين"])
    statements = []
    for _ in range(draw(st.integers(0, 4))):
        words = draw(st.sampled_from(text.split()))
        speaker = Speaker(
            name=draw(names), kind="person", role=draw(names), speaks_for=draw(st.sampled_from([None, "QA"]))
        )
        day = draw(st.none() | st.dates(date(2025, 1, 1), date(2026, 1, 1)))
        statements.append(said(text, words, speaker, said_on=day and day.isoformat()))
    found = article(text, id=draw(st.sampled_from(["a1", "a2", "a3"])))
    return found, _reading(found, statements), FETCHED + timedelta(microseconds=int.from_bytes(text.encode()) % 10**9)


def _reading(found: Article, statements: list[Statement]) -> Reading:
    sentences = (Sentence(start=0, end=len(found.text), voice="fact"),)
    return Reading(
        id=found.id, title=None, outlet=found.outlet, published=found.published, sentences=sentences,
        statements=tuple(statements), text=found.text,
    )  # fmt: skip


Opened = Callable[[], "contextmanager[Ledger]"]


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest) -> Opened:
    """`with fresh() as ledger`: an empty one, as often as one likes."""
    if request.param == "sqlite":
        return _in_file
    cluster: Cluster = request.getfixturevalue("cluster")
    address = cluster.database()

    @contextmanager
    def emptied() -> Iterator[Ledger]:
        with Ledger.open(address, stem=stem, clock=Clock()) as ledger:
            with ledger._writing() as connection:
                names = ", ".join(table.name for table in metadata.sorted_tables)
                connection.execute(sa.text(f"TRUNCATE {names}, statement_index RESTART IDENTITY"))
            yield ledger

    return emptied


@contextmanager
def _in_file() -> Iterator[Ledger]:
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(Path(folder) / "made.db", stem=stem, clock=Clock()) as ledger,
    ):
        yield ledger


def content(ledger: Ledger) -> object:
    """All that a ledger says, without when and in which order it was told."""
    rows = ledger.search(Search(), limit=1000).rows
    current = sorted((s.name, s.version_key, s.reading_key, s.article.text) for s in ledger.readings())
    versions = sorted(v.key for s in ledger.readings() for v in ledger.versions(s.article_key))
    facts = [each.fact for each in ledger.learnt()]
    return rows, current, versions, ledger.counts("r1"), ledger.actors(), facts


def fill(ledger: Ledger, articles: list[tuple[Article, Reading, datetime]]) -> None:
    for found, reading, fetched in articles:
        facts = [
            Fact(
                name=each.speaker.name,
                actor="QA",
                since=each.said_on,
                evidence=(statement_key(version_key(found), each),),
            )
            for each in reading.statements
            if each.speaker.name
        ]
        ledger.add(found, reading, "r1", fetched=fetched, published_on=date(2026, 1, 6), learnt=facts)


@MANY
@given(articles=st.lists(told(), max_size=5))
def test_adding_again_changes_nothing(fresh: Opened, articles) -> None:
    with fresh() as ledger:
        fill(ledger, articles)
        before = content(ledger)
        fill(ledger, articles)
        assert content(ledger) == before
        assert list(ledger.check()) == []


def _distinct(articles: list[tuple[Article, Reading, datetime]]) -> bool:
    """One reading a wording, one wording a moment: two captures of one moment have no order of their own."""
    keys = [(found.id, fetched) for found, _, fetched in articles]
    return len(set(keys)) == len(keys)


@MANY
@given(articles=st.lists(told(), max_size=4).filter(_distinct), data=st.data())
def test_the_order_of_adding_does_not_matter(fresh: Opened, articles, data) -> None:
    other = data.draw(st.permutations(articles))
    contents = []
    for order in (articles, other):
        with fresh() as ledger:
            fill(ledger, order)
            contents.append(content(ledger))
            assert list(ledger.check()) == []
    assert contents[0] == contents[1]


@MANY
@given(articles=st.lists(told(), max_size=4), words=texts, speaker=texts)
def test_a_search_finds_the_whole_of_what_it_asks_for(fresh: Opened, articles, words, speaker) -> None:
    """Any words can be looked for, and every statement is found by the words it has."""
    with fresh() as ledger:
        fill(ledger, articles)
        ledger.search(Search(words=words, speaker=speaker))
        for row in ledger.search(Search(), limit=1000).rows:
            found = ledger.search(Search(words=row.content.replace('"', " "), since=date.min), limit=1000).rows
            if tokens(row.content):
                assert row.key in {each.key for each in found}


def test_all_orders_of_three_wordings_of_one_article(fresh: Opened) -> None:
    wordings = [f"قال الناطق إن العدد {number}." for number in (1, 2, 3)]
    seen = set()
    for order in itertools.permutations(range(3)):
        with fresh() as ledger:
            for at in order:
                given = article(wordings[at])
                put(ledger, given, said(wordings[at], "العدد"), fetched=FETCHED + timedelta(hours=at))
            seen.add(repr(content(ledger)))
            assert [stored.article.text for stored in ledger.readings()] == [wordings[2]]
    assert len(seen) == 1
