"""Questions in all their wordings, what readings say of them (caches), and what people judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from mawqif.ledger import keys
from mawqif.ledger.articles import CURRENT, PAGE, count_changes, stored
from mawqif.ledger.connect import insert_into
from mawqif.ledger.records import KeptEvents, Spoken, Stored, StoredQuestion, Told
from mawqif.ledger.tables import article as articles
from mawqif.ledger.tables import event_cache, inquiry, judgement, position, waiting
from mawqif.ledger.tables import question as questions
from mawqif.ledger.tables import reading as readings
from mawqif.ledger.tables import version as versions
from mawqif.model.event import Judgement
from mawqif.model.question import Question

T = TypeVar("T")


def question_digest(question: Question) -> str:
    """The digest of a question's wording: another wording finds other positions."""
    return keys.digest(keys.decoded(keys.encoded(question), dict[str, Any]))


def put_question(connection: Connection, question: Question, now: str) -> bool:
    """Keep a question's wording as the one that holds; `True` where that changes anything."""
    held, digest = get_question(connection, question.id), question_digest(question)
    if held is not None and held.digest == digest:
        return False
    row = {"slug": question.id, "digest": digest, "recorded": now, "asked": now, "body": keys.encoded(question)}
    again = insert_into(connection.dialect.name, questions).on_conflict_do_update(
        index_elements=["slug", "digest"], set_={"asked": now}
    )
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


def follow(connection: Connection, key: str, slug: str) -> None:
    """Let readings wait for an inquiry from now on, and those it was not asked of until now; it takes the place of other
    inquiries of its question.

    An addition may be under way beside us that did not see this inquiry: nobody adds while we look.
    """
    _alone(connection)
    now = connection.scalar(sa.select(sa.func.max(readings.c.id))) or 0
    others = sa.update(inquiry).where(inquiry.c.slug == slug, inquiry.c.active, inquiry.c.key != key)
    connection.execute(others.values(active=False, upto=now))
    connection.execute(
        insert_into(connection.dialect.name, inquiry).on_conflict_do_nothing(),
        {"key": key, "slug": slug, "active": False, "upto": 0},
    )
    behind = (
        sa.select(inquiry.c.id, articles.c.reading_id)
        .join(articles, articles.c.reading_id > inquiry.c.upto)
        .where(inquiry.c.key == key, ~inquiry.c.active)
    )
    add = insert_into(connection.dialect.name, waiting).from_select(["inquiry_id", "reading_id"], behind)
    connection.execute(add.on_conflict_do_nothing())
    connection.execute(sa.update(inquiry).where(inquiry.c.key == key).values(active=True))


def _alone(connection: Connection) -> None:
    """Wait for those who add, and let them wait for us; with SQLite, who writes is alone."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("LOCK TABLE inquiry IN ACCESS EXCLUSIVE MODE"))


def is_followed(connection: Connection, key: str) -> bool:
    """Whether new readings wait for an inquiry."""
    return bool(connection.scalar(sa.select(inquiry.c.active).where(inquiry.c.key == key)))


def unasked(connection: Connection, key: str, after: int) -> list[tuple[int, Stored]]:
    """The next readings that hold and were not asked yet, each with the id to go on from."""
    held = connection.execute(sa.select(inquiry).where(inquiry.c.key == key)).one_or_none()
    last = readings.c.id
    query = CURRENT.where(last > after).order_by(last).limit(PAGE)
    if held is None:
        chosen = [query]
    else:
        chosen = [query.join(waiting, waiting.c.reading_id == last).where(waiting.c.inquiry_id == held.id)]
        if not held.active:
            chosen.append(query.where(last > held.upto))
    found = {row.reading_id: row for each in chosen for row in connection.execute(each)}
    return [(number, stored(found[number])) for number in sorted(found)[:PAGE]]


def put_positions(connection: Connection, key: str, rows: Iterable[tuple[str, Sequence[Spoken]]]) -> None:
    """Keep what readings (by key) report actors to say; nothing said is kept too, so that it is not asked again.

    Where nobody follows the inquiry any more nothing is kept.
    """
    given = dict(rows)
    asked = connection.scalar(sa.select(inquiry.c.id).where(inquiry.c.key == key))
    ids = connection.execute(sa.select(readings.c.id, readings.c.key).where(readings.c.key.in_(given))).all()
    if asked is None or not ids:
        return
    numbers = [row.id for row in ids]
    gone = connection.execute(
        sa.delete(position)
        .where(position.c.inquiry_id == asked, position.c.reading_id.in_(numbers))
        .returning(position.c.actor)
    )
    actors = set(gone.scalars())
    values = []
    for row in ids:
        for actor, said in _by_actor(given[row.key]).items():
            values.append({"inquiry_id": asked, "actor": actor, "reading_id": row.id, "body": keys.encoded(said)})
            actors.add(actor)
    if values:
        connection.execute(sa.insert(position), values)
    count_changes(connection, [(asked, actor) for actor in actors])
    connection.execute(sa.delete(waiting).where(waiting.c.inquiry_id == asked, waiting.c.reading_id.in_(numbers)))


def _by_actor(said: Sequence[Spoken]) -> dict[str, list[Spoken]]:
    grouped: dict[str, list[Spoken]] = {}
    for each in said:
        grouped.setdefault(each.actor, []).append(each)
    return grouped


def asked(connection: Connection, wording: str) -> Iterator[str]:
    """The keys under which a wording was asked, one for each program that asked it; by name."""
    query = sa.select(inquiry.c.key).where(inquiry.c.key.startswith(f"{wording}/", autoescape=True))
    yield from connection.scalars(query.order_by(inquiry.c.key))


def positions(connection: Connection, key: str, type: type[T], actor: str | None) -> Iterator[Told[T]]:
    """What the readings that hold report actors (or one) to say, in the order of ids."""
    query = (
        sa.select(
            articles.c.name, articles.c.outlet, articles.c.key, versions.c.published_on,
            readings.c.key.label("reading_key"), position.c.body,
        )
        .join(inquiry, inquiry.c.id == position.c.inquiry_id)
        .join(readings, readings.c.id == position.c.reading_id)
        .join(versions, versions.c.id == readings.c.version_id)
        .join(articles, sa.and_(articles.c.id == versions.c.article_id, articles.c.reading_id == readings.c.id))
        .where(inquiry.c.key == key)
        .order_by(readings.c.id, position.c.actor)
    )  # fmt: skip
    if actor is not None:
        query = query.where(position.c.actor == actor)
    decoder = msgspec.json.Decoder(list[type])  # type: ignore[valid-type]
    for row in connection.execute(query):
        yield Told(
            name=row.name, outlet=row.outlet, published_on=row.published_on, article_key=row.key,
            reading_key=row.reading_key, said=tuple(decoder.decode(row.body)),
        )  # fmt: skip


def kept_events(connection: Connection, key: str, *, whole: bool) -> list[KeptEvents]:
    """What is kept of each actor somebody reports, by actor; `whole` brings the rest too."""
    every = event_cache.c
    columns = [
        every.actor,
        every.changes,
        every.named_of,
        every.names,
        every.made_of,
        every.events,
        *[every.rest] * whole,
    ]
    query = sa.select(*columns).join(inquiry, inquiry.c.id == every.inquiry_id).where(inquiry.c.key == key)
    return [
        KeptEvents(
            actor=row.actor, changes=row.changes, names=row.names if row.named_of == row.changes else None,
            made_of=row.made_of, events=row.events, rest=row.rest if whole else None,
        )
        for row in connection.execute(query.order_by(every.actor))
    ]  # fmt: skip


def keep_events(connection: Connection, key: str, made: Iterable[KeptEvents]) -> None:
    """Keep names, and events with the rest where there are events. What was made of something else meanwhile tells so itself."""
    asked = sa.select(inquiry.c.id).where(inquiry.c.key == key).scalar_subquery()
    for each in sorted(made, key=lambda each: each.actor):
        values: dict[str, Any] = {} if each.names is None else {"named_of": each.changes, "names": each.names}
        if each.events is not None:
            values |= {"made_of": each.made_of, "events": each.events, "rest": each.rest}
        own = sa.update(event_cache).where(event_cache.c.inquiry_id == asked, event_cache.c.actor == each.actor)
        connection.execute(own.values(values))


def drop_caches(connection: Connection) -> None:
    """Forget everything that can be computed again."""
    _alone(connection)
    for table in (waiting, position, event_cache, inquiry):
        connection.execute(sa.delete(table))


def add_judgement(connection: Connection, given: Judgement, recorded: str) -> bool:
    """Add a verdict; `False` where the very same one is there."""
    body = keys.encoded(given)
    row = {
        "key": keys.digest(["judgement", body]), "question": given.question, "event": given.event.key,
        "recorded": recorded, "body": body,
    }  # fmt: skip
    query = insert_into(connection.dialect.name, judgement).on_conflict_do_nothing().returning(judgement.c.id)
    return connection.scalar(query, row) is not None


def judgements(connection: Connection, slug: str | None) -> Iterator[Judgement]:
    """The verdicts on a question (on all of them without `slug`), in the order they were given."""
    query = sa.select(judgement.c.body).order_by(judgement.c.id)
    if slug is not None:
        query = query.where(judgement.c.question == slug)
    for body in connection.scalars(query):
        yield keys.decoded(body, Judgement)
