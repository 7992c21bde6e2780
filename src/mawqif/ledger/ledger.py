"""The ledger: one object over a database, a transaction for every call."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import msgspec
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from mawqif.ledger import articles, keys, people, questions, search, upkeep
from mawqif.ledger.connect import Place, speaking
from mawqif.ledger.index import Stem
from mawqif.ledger.migrations import make_current
from mawqif.ledger.records import (
    ActorRow,
    Added,
    Counts,
    Fact,
    Found,
    KeptEvents,
    LearntFact,
    Page,
    Problem,
    Search,
    SpeakerRow,
    Spoken,
    Stored,
    StoredQuestion,
    Told,
    Version,
    Withdrawal,
)
from mawqif.model import Article, Question, Reading
from mawqif.model.errors import MawqifError
from mawqif.model.event import Judgement

Clock = Callable[[], datetime]
T = TypeVar("T")


def now() -> datetime:
    """This moment, UTC."""
    return datetime.now(UTC)


def same(word: str) -> str:
    """The form words are found by in a language nothing is known of: their own."""
    return word


class Ledger:
    """Articles, their versions and readings, statements to search, questions, judgements, facts learnt.

    Made by `Ledger.open`. Every method is one transaction and raises `MawqifError`, one line naming the ledger, where
    the database refuses. An instance may be shared by threads.
    """

    def __init__(self, place: Place, *, create: bool, write: bool, stem: Stem, clock: Clock) -> None:
        self.name = place.name
        self.place, self._stem, self._clock = place, stem, clock
        with speaking(self.name):
            self._engine = place.engine(create=create, write=write)
            try:
                make_current(self._engine, self.name, write=write)
            except BaseException:
                self._engine.dispose()
                raise
        self._writer = self._engine.execution_options(writing=True)
        # A server shows each query the newest state anyway: a transaction around them would only cost two messages more.
        server = self._engine.dialect.name != "sqlite"
        self._reader = self._engine.execution_options(isolation_level="AUTOCOMMIT") if server else self._engine

    @classmethod
    def open(
        cls,
        where: str | os.PathLike[str],
        *,
        create: bool = True,
        write: bool = True,
        stem: Stem = same,
        clock: Clock = now,
    ) -> Self:
        """Open the ledger in a file or at `postgresql://…`, bringing its tables up to date.

        `stem` gives the form a folded word is found by; `clock` tells when things are recorded. Raises `CallError` where
        there is no ledger (and `create` is not asked for), or one of a newer Mawqif.
        """
        return cls(Place(where), create=create, write=write, stem=stem, clock=clock)

    def close(self) -> None:
        """Give back all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with speaking(self.name), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with speaking(self.name), self._writer.begin() as connection:
            yield connection

    # Articles and readings

    def moment(self) -> str:
        """The time by the ledger's clock, as it is stored: ISO 8601, UTC."""
        return keys.stamp(self._clock())

    def add(
        self,
        article: Article,
        reading: Reading,
        recipe: str,
        *,
        published_on: date | None = None,
        fetched: datetime | None = None,
        known_at: str | None = None,
        learnt: Iterable[Fact] = (),
    ) -> Added:
        """Store an article, its reading by `recipe` and what was learnt of it; the same twice changes nothing.

        `published_on` is the day of publication in the outlet's zone, `fetched` when the article was taken (now, where it
        is not told); facts learnt by `known_at` were known to the reading. Raises `ValueError` where the reading is of
        another text.
        """
        moment = self.moment()
        new = articles.incoming(
            article, reading, recipe, published_on=published_on.isoformat() if published_on else None, recorded=moment,
            fetched=moment if fetched is None else keys.stamp(fetched), known_at=known_at or moment,
        )  # fmt: skip
        return self._add(new, learnt)

    def add_reading(
        self, old: Stored, reading: Reading, recipe: str, *, known_at: str | None = None, learnt: Iterable[Fact] = ()
    ) -> Added:
        """Store another reading of a stored article; the old one is kept. The same reading again changes nothing."""
        moment = self.moment()
        new = articles.incoming(
            old.article, reading, recipe, published_on=old.published_on, recorded=moment, fetched=old.fetched,
            known_at=known_at or moment,
        )  # fmt: skip
        return self._add(new, learnt)

    def _add(self, new: articles.Incoming, learnt: Iterable[Fact]) -> Added:
        facts = list(learnt)
        try:
            return self._add_once(new, facts)
        except MawqifError as error:
            if not isinstance(error.__cause__, IntegrityError):
                raise
        return self._add_once(msgspec.structs.replace(new, crowded=True), facts)

    def _add_once(self, new: articles.Incoming, learnt: Sequence[Fact]) -> Added:
        with self._writing() as connection:
            added = articles.add(connection, new, self._stem)
            people.put_learnt(connection, learnt, new.recorded)
        return added

    def held(self, article: Article, recipe: str) -> Added | None:
        """What is stored of this wording of an article by a recipe; `None` where that recipe did not read it yet."""
        with self._reading() as connection:
            return articles.held(connection, keys.version_key(article), recipe)

    def readings(self, *, recipe: str | None = None, other_than: str | None = None) -> Iterator[Stored]:
        """The reading that holds of every article, in the order they were added; those by `recipe`, or by any other."""
        after = 0
        while True:
            with self._reading() as connection:
                page = articles.current_page(connection, after, recipe, other_than)
            if not page:
                return
            yield from (each for _, each in page)
            after = page[-1][0]

    def readings_behind(self) -> Iterator[Stored]:
        """The readings that hold, of articles with a speaker of whom something was learnt since they were read."""
        with self._reading() as connection:
            ids = people.behind(connection, self._stem)
        for at in range(0, len(ids), articles.PAGE):
            with self._reading() as connection:
                page = articles.current_by_id(connection, ids[at : at + articles.PAGE])
            yield from page

    def find_articles(self, named: str) -> list[Stored]:
        """The articles a person may mean by a name, an address or the start of a key, with the readings that hold."""
        with self._reading() as connection:
            return articles.current(connection, articles.find_article(connection, named))

    def versions(self, article_key: str) -> list[Version]:
        """All versions of an article, the first one first."""
        with self._reading() as connection:
            return articles.versions_of(connection, article_key)

    def past_readings(self, version_start: str) -> list[Stored]:
        """Every reading of the versions whose key begins so, the newest first; old ones are never dropped."""
        with self._reading() as connection:
            return list(articles.readings_of(connection, version_start))

    # Statements

    def search(self, asked: Search, *, limit: int = 20, offset: int = 0) -> Page:
        """The statements that meet everything asked, those of the newest day first."""
        with self._reading() as connection:
            return search.search(connection, asked, self._stem, limit=limit, offset=offset)

    def find_statements(self, key: str) -> list[Found]:
        """The statements in search whose key is or begins so."""
        with self._reading() as connection:
            return search.by_key(connection, key)

    # People

    def actors(self) -> list[ActorRow]:
        """Every actor somebody speaks for, those with most statements first."""
        with self._reading() as connection:
            return people.actors(connection)

    def speakers(
        self, named: str = "", *, actor: str | None = None, limit: int = 50, offset: int = 0
    ) -> tuple[list[SpeakerRow], bool]:
        """Speakers with their offices, those with most statements first, and whether others follow."""
        with self._reading() as connection:
            return people.speakers(connection, named, actor, limit, offset)

    def outlets(self) -> list[tuple[str | None, int]]:
        """Every outlet with the number of its statements, most first."""
        with self._reading() as connection:
            return people.outlets(connection)

    def put_learnt(self, facts: Iterable[Fact]) -> int:
        """Store facts of persons, and tell how many were new or reach further back than before."""
        with self._writing() as connection:
            return people.put_learnt(connection, facts, self.moment())

    def learnt(self, *, revoked: bool = False, changed_from: str = "") -> list[LearntFact]:
        """What was learnt of persons; `revoked` brings the revoked facts too, `changed_from` is a time of `moment`."""
        with self._reading() as connection:
            return people.learnt_facts(connection, revoked=revoked, changed_from=changed_from)

    def revoke_learnt(self, key: str, who: str, *, revoked: bool = True) -> bool:
        """Withdraw a fact, or let it hold again; `False` where no fact with this key holds, or is withdrawn."""
        with self._writing() as connection:
            return people.set_revoked(connection, key, who, self.moment(), revoked=revoked)

    def withdrawals(self, key: str) -> list[Withdrawal]:
        """Every time a fact was withdrawn, or let hold again, the first one first; none is ever changed or removed."""
        with self._reading() as connection:
            return people.withdrawals(connection, key)

    # Questions, what is said of them, and judgements

    def put_question(self, question: Question) -> bool:
        """Follow a question in this wording; earlier wordings are kept. `False` where nothing changed."""
        with self._writing() as connection:
            return questions.put_question(connection, question, self.moment())

    def get_question(self, slug: str) -> StoredQuestion | None:
        """The wording of a question that holds."""
        with self._reading() as connection:
            return questions.get_question(connection, slug)

    def question_versions(self, slug: str) -> list[StoredQuestion]:
        """Every wording of a question, the one that holds first."""
        with self._reading() as connection:
            return questions.question_versions(connection, slug)

    def questions(self) -> list[StoredQuestion]:
        """The questions that are followed, in order of their ids."""
        with self._reading() as connection:
            return questions.list_questions(connection)

    def follow(self, key: str, slug: str) -> None:
        """Ask a question (by its slug) under a key, `WORDING/RECIPE`, from now on instead of under others."""
        with self._reading() as connection:
            known = questions.is_followed(connection, key)
        if not known:
            with self._writing() as connection:
                questions.follow(connection, key, slug)

    def put_positions(self, key: str, rows: Iterable[tuple[str, Sequence[Spoken]]]) -> None:
        """Cache what readings (by key) say of a question that is followed; an empty sequence is remembered as nothing said."""
        with self._writing() as connection:
            questions.put_positions(connection, key, rows)

    def positions(self, key: str, type: type[T], *, actor: str | None = None) -> list[Told[T]]:
        """What the readings that hold report actors (or one) to say, in records of `type`."""
        with self._reading() as connection:
            return list(questions.positions(connection, key, type, actor))

    def asked(self, wording: str) -> list[str]:
        """The keys, `WORDING/RECIPE`, under which a wording of a question was asked."""
        with self._reading() as connection:
            return list(questions.asked(connection, wording))

    def unasked(self, key: str) -> Iterator[Stored]:
        """The readings that hold and were not asked under this key yet; positions may be put meanwhile."""
        after = 0
        while True:
            with self._reading() as connection:
                page = questions.unasked(connection, key, after)
            yield from (each for _, each in page)
            if len(page) < articles.PAGE:
                return
            after = page[-1][0]

    def kept_events(self, key: str, *, whole: bool = True) -> list[KeptEvents]:
        """What is cached of the events of every actor, by actor; `whole` brings what is not needed for the events alone."""
        with self._reading() as connection:
            return questions.kept_events(connection, key, whole=whole)

    def keep_events(self, key: str, made: Iterable[KeptEvents]) -> None:
        """Cache what was made of the positions of actors, as `kept_events` counted their changes before."""
        with self._writing() as connection:
            questions.keep_events(connection, key, made)

    def drop_caches(self) -> None:
        """Forget what can be computed again: positions and events."""
        with self._writing() as connection:
            questions.drop_caches(connection)

    def add_judgement(self, judgement: Judgement) -> bool:
        """Add a person's verdict; `False` where the very same one is there. None is ever changed or removed."""
        with self._writing() as connection:
            return questions.add_judgement(connection, judgement, self.moment())

    def judgements(self, slug: str | None = None) -> list[Judgement]:
        """The verdicts on a question (on all, without one), in the order they were given."""
        with self._reading() as connection:
            return list(questions.judgements(connection, slug))

    # Upkeep

    def counts(self, recipe: str | None = None) -> Counts:
        """How much the ledger holds, and how many articles are read by another recipe."""
        with self._reading() as connection:
            return upkeep.counts(connection, recipe)

    def check(self) -> Iterator[Problem]:
        """Verify every hash, span and reference, as of one moment; what is wrong, one by one."""
        with self._reading() as connection:
            yield from upkeep.check(connection)

    def backup(self, file: str | os.PathLike[str]) -> None:
        """Copy the ledger, as it is at this moment, into a new SQLite file, while others go on reading and writing.

        Raises `CallError` where the file exists or cannot be written.
        """
        target = Path(file)
        upkeep.check_free(target)
        if self._engine.dialect.name == "sqlite":
            with self._reading() as connection:
                upkeep.copy_sqlite(connection, target)
        else:
            self._copy_out(target)

    def _copy_out(self, target: Path) -> None:
        """Row by row from a server into a file; one snapshot of the server serves for all tables."""
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        snapshot = self._engine.execution_options(isolation_level="REPEATABLE READ")
        try:
            with Ledger.open(part, stem=self._stem) as copy:
                with speaking(self.name), snapshot.begin() as source, copy._writing() as into:  # noqa: SLF001 - another of our own
                    upkeep.copy_rows(source.execution_options(stream_results=True), into)
                copy.reindex()
            part.replace(target)
        finally:
            for left in part.parent.glob(f"{part.name}*"):
                left.unlink()

    def analyse(self) -> None:
        """Let the database look at what it holds, so that it plans well; of use after much was added."""
        with self._writing() as connection:
            upkeep.analyse(connection)

    def size(self) -> int:
        """Bytes the ledger takes."""
        with self._reading() as connection:
            return upkeep.size(connection)

    def reindex(self) -> None:
        """Make the index of words anew, with the forms words are found by now."""
        with self._writing() as connection:
            upkeep.reindex(connection, self._stem)
