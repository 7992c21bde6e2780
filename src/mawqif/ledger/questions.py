"""Questions in all their wordings, what readings say of them (caches), and what people judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Row

from mawqif.ledger import keys
from mawqif.ledger.articles import CURRENT, PAGE, stored
from mawqif.ledger.records import Stored, StoredQuestion, Told
from mawqif.ledger.tables import article as articles
from mawqif.ledger.tables import event_cache, judgement, learnt, position
from mawqif.ledger.tables import question as questions
from mawqif.ledger.tables import reading as readings
from mawqif.ledger.tables import version as versions
from mawqif.model.event import Judgement
from mawqif.model.question import Question

T = TypeVar("T")


def _insert(connection: Connection, table: sa.Table) -> Any:
    return (sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert)(table)


def question_digest(question: Question) -> str:
    """The digest of a question's wording: another wording finds other positions."""
    return keys.digest(keys.decoded(keys.encoded(question), dict[str, Any]))


def put_question(connection: Connection, question: Question, now: str) -> bool:
    """Keep a question's wording as the one that holds; `True` where that changes anything."""
    held, digest = get_question(connection, question.id), question_digest(question)
    if held is not None and held.digest == digest:
        return False
    row = {"slug": question.id, "digest": digest, "recorded": now, "asked": now, "body": keys.encoded(question)}
    again = _insert(connection, questions).on_conflict_do_update(index_elements=["slug", "digest"], set_={"asked": now})
    connection.execute(again, row)
    return True


def get_question(connection: Connection, slug: str) -> StoredQuestion | None:
    """The wording of a question that holds."""
    return next(iter(question_versions(connection, slug)), None)


def question_versions(connection: Connection, slug: str) -> list[StoredQuestion]:
    """Every wording of a question, the one that holds first."""
    query = sa.select(questions).where(questions.c.slug == slug)
    rows = connection.execute(query.order_by(questions.c.asked.desc(), questions.c.id.desc()))
    return [_question(row) for row in rows]


def list_questions(connection: Connection) -> list[StoredQuestion]:
    """The questions that are followed, in order of their ids, each in the wording that holds."""
    rows = connection.execute(sa.select(questions).order_by(questions.c.slug, questions.c.asked, questions.c.id))
    return list({row.slug: _question(row) for row in rows}.values())


def _question(row: Row[*tuple[Any, ...]]) -> StoredQuestion:
    return StoredQuestion(id=row.slug, digest=row.digest, body=row.body, recorded=row.recorded, asked=row.asked)


def put_positions(connection: Connection, digest: str, rows: Iterable[tuple[str, Sequence[Any]]]) -> None:
    """Keep what readings (by key) say of a question; nothing said is kept too, so that it is not asked again."""
    given = dict(rows)
    ids = connection.execute(sa.select(readings.c.id, readings.c.key).where(readings.c.key.in_(given)))
    values = [
        {
            "reading_id": row.id,
            "question": digest,
            "body": keys.encoded(list(said)) if (said := given[row.key]) else None,
        }
        for row in ids
    ]
    if values:
        query = _insert(connection, position)
        connection.execute(
            query.on_conflict_do_update(index_elements=["reading_id", "question"], set_={"body": query.excluded.body}),
            values,
        )


def asked(connection: Connection, wording: str) -> Iterator[str]:
    """The keys under which positions on a wording were found, one for each program that looked; by name."""
    query = (
        sa.select(position.c.question).distinct().where(position.c.question.startswith(f"{wording}/", autoescape=True))
    )
    yield from connection.scalars(query.order_by(position.c.question))


def positions(connection: Connection, digest: str, recipe: str | None, type: type[T]) -> Iterator[Told[T]]:
    """What the readings that hold say of a question, those that say something, in the order of ids."""
    query = (
        sa.select(
            articles.c.name, articles.c.outlet, articles.c.key, versions.c.published_on,
            readings.c.key.label("reading_key"), position.c.body,
        )
        .join(readings, readings.c.id == position.c.reading_id)
        .join(articles, articles.c.reading_id == readings.c.id)
        .join(versions, versions.c.id == readings.c.version_id)
        .where(position.c.question == digest, position.c.body.is_not(None))
        .order_by(readings.c.id)
    )  # fmt: skip
    if recipe is not None:
        query = query.where(readings.c.recipe == recipe)
    decoder = msgspec.json.Decoder(list[type])  # type: ignore[valid-type]
    for row in connection.execute(query):
        yield Told(
            name=row.name, outlet=row.outlet, published_on=row.published_on, article_key=row.key,
            reading_key=row.reading_key, said=tuple(decoder.decode(row.body)),
        )  # fmt: skip


def unasked(connection: Connection, digest: str, after: int, recipe: str | None) -> list[tuple[int, Stored]]:
    """The next readings that hold and were not asked a question yet, each with the id to go on from."""
    asked = sa.exists().where(position.c.reading_id == readings.c.id, position.c.question == digest)
    query = CURRENT.where(readings.c.id > after, ~asked).order_by(readings.c.id).limit(PAGE)
    if recipe is not None:
        query = query.where(readings.c.recipe == recipe)
    return [(row.reading_id, stored(row)) for row in connection.execute(query)]


def get_events(connection: Connection, digest: str, stamp: str) -> str | None:
    """The cached JSON for a question, where it is of that stamp."""
    query = sa.select(event_cache.c.body).where(event_cache.c.question == digest, event_cache.c.stamp == stamp)
    found: str | None = connection.scalar(query)
    return found


def put_events(connection: Connection, digest: str, stamp: str, body: str) -> None:
    """Cache JSON for a question as of a stamp."""
    query = _insert(connection, event_cache)
    changed = {"stamp": query.excluded.stamp, "body": query.excluded.body}
    row = {"question": digest, "stamp": stamp, "body": body}
    connection.execute(query.on_conflict_do_update(index_elements=["question"], set_=changed), row)


def drop_caches(connection: Connection) -> None:
    """Forget everything that can be computed again."""
    connection.execute(sa.delete(position))
    connection.execute(sa.delete(event_cache))


def add_judgement(connection: Connection, given: Judgement, recorded: str) -> bool:
    """Add a verdict; `False` where the very same one is there."""
    body = keys.encoded(given)
    row = {
        "key": keys.digest(["judgement", body]), "question": given.question, "event": given.event.key,
        "recorded": recorded, "body": body,
    }  # fmt: skip
    query = _insert(connection, judgement).on_conflict_do_nothing().returning(judgement.c.id)
    return connection.scalar(query, row) is not None


def judgements(connection: Connection, slug: str | None) -> Iterator[Judgement]:
    """The verdicts on a question (on all of them without `slug`), in the order they were given."""
    query = sa.select(judgement.c.body).order_by(judgement.c.id)
    if slug is not None:
        query = query.where(judgement.c.question == slug)
    for body in connection.scalars(query):
        yield keys.decoded(body, Judgement)


def ledger_stamp(connection: Connection) -> str:
    """Changes whenever an answer of this ledger may: with every reading, judgement, question and learnt fact."""
    parts: list[Any] = []
    for table in (readings, judgement):
        parts += connection.execute(sa.select(sa.func.count(), sa.func.max(table.c.id)).select_from(table)).one()
    parts += connection.execute(sa.select(sa.func.count(), sa.func.max(learnt.c.changed)).select_from(learnt)).one()
    return keys.digest(parts)
