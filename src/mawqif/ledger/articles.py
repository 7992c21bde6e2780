"""Articles, versions, readings and statements: put in, in one transaction an article, and taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from mawqif.ledger import keys
from mawqif.ledger.connect import beginning, insert_into, put_rows, unawaited
from mawqif.ledger.index import Stem, document, index_of
from mawqif.ledger.records import Added, Document, Outcome, Stored, Version
from mawqif.ledger.tables import Shown, event_cache, harmless, inquiry, position, waiting
from mawqif.ledger.tables import article as articles
from mawqif.ledger.tables import reading as readings
from mawqif.ledger.tables import statement as statements
from mawqif.ledger.tables import version as versions
from mawqif.model import Article, Reading, Statement

PAGE = 200
"""Rows a query brings; long walks through a ledger leave room for writers between pages."""
_SHOWN = tuple(column.name for column in statements.c if isinstance(column.type, Shown))
_COLUMNS = tuple(column.name for column in statements.c)
_SHORT = 160
"""Letters of names and offices that are looked up by: PostgreSQL's indexes take no longer rows."""
_NAME = 300


class Incoming(msgspec.Struct, frozen=True, kw_only=True):
    """An article and its reading, ready to be stored: everything that can be computed before the transaction.

    Times are as they are stored; what was learnt of people by `known_at` was known to the reading. `crowded` says that
    another statement was met with a number of ours (one chance in a million): free ones have to be looked for.
    """

    article: Article
    reading: Reading
    recipe: str
    published_on: str | None
    fetched: str
    recorded: str
    known_at: str
    article_key: str
    version_key: str
    reading_key: str
    body: str
    crowded: bool = False


def incoming(
    article: Article,
    reading: Reading,
    recipe: str,
    *,
    published_on: str | None,
    fetched: str,
    recorded: str,
    known_at: str,
) -> Incoming:
    """Make an article ready; raises `ValueError` where the reading was made of another text."""
    if reading.text is not None and reading.text != article.text:
        raise ValueError("the reading is of another text than the article's")
    body, version = keys.reading_body(reading), keys.version_key(article)
    return Incoming(
        article=article, reading=reading, recipe=recipe, published_on=published_on, fetched=fetched, recorded=recorded,
        known_at=known_at, body=body, article_key=keys.article_key(article), version_key=version,
        reading_key=keys.reading_key(version, recipe, body),
    )  # fmt: skip


_HELD = (
    sa.select(articles.c.name, articles.c.key, readings.c.key.label("reading_key"))
    .join(versions, versions.c.id == readings.c.version_id)
    .join(articles, articles.c.id == versions.c.article_id)
    .where(versions.c.key == sa.bindparam("version"), readings.c.recipe == sa.bindparam("recipe"))
    .order_by(readings.c.id.desc())
    .limit(1)
)


def held(connection: Connection, version: str, recipe: str) -> Added | None:
    """What was stored of a version (its key) by a recipe, the last time; `None` where that recipe did not read it yet."""
    row = connection.execute(_HELD, {"version": version, "recipe": recipe}).one_or_none()
    if row is None:
        return None
    return Added(outcome="same", name=row.name, article=row.key, version=version, reading=row.reading_key, statements=0)


def add(connection: Connection, new: Incoming, stem: Stem) -> Added:
    """Store one article inside a transaction of the caller's; what is there already is left as it is."""
    held = _article(connection, new)
    version_id, new_version = _kept(
        connection, versions, key=new.version_key, article_id=held.id, published=new.article.published,
        published_on=new.published_on, fetched=new.fetched, recorded=new.recorded, body=keys.article_body(new.article),
    )  # fmt: skip
    reading_id, new_reading = _kept(
        connection, readings, key=new.reading_key, version_id=version_id, recipe=new.recipe,
        recorded=new.recorded, known_at=new.known_at, body=new.body,
    )  # fmt: skip
    again = not new_reading and held.reading_id != reading_id and _is_behind(connection, held.reading_id, new.known_at)
    if (new_reading or again) and _holds_now(connection, held.version_id, version_id):
        if held.version_id is not None:
            forget_statements(connection, held.id)
            _forget_answers(connection, held.id)
        rows = _rows(connection, new, article_id=held.id, reading_id=reading_id)
        with unawaited(connection):
            put_rows(connection, "statement", _COLUMNS, [tuple(map(row.__getitem__, _COLUMNS)) for row in rows])
            index_of(connection).add(connection, _documents(new, rows, stem))
            connection.execute(_HOLD, {
                "article": held.id, "version": version_id, "reading": reading_id, "from": new.article.outlet,
                "at": new.article.url,
            })  # fmt: skip
            connection.execute(_WAIT_AGAIN if again else _WAIT, {"reading": reading_id})
    if not new_reading:
        _know(connection, reading_id, new.known_at)
    changed: Outcome = "reading" if new_reading or again else "same"
    outcome: Outcome = "new" if held.version_id is None else "version" if new_version else changed
    return Added(
        outcome=outcome, name=held.name, article=new.article_key, version=new.version_key, reading=new.reading_key,
        statements=len(new.reading.statements),
    )  # fmt: skip


@cache
def _put_article(dialect: str) -> Any:
    """Puts an article in, or holds the one that is there against other writers until our transaction ends.

    With a server nobody waits for its disk at the end of the transaction: as with SQLite's WAL, a failing one may forget its
    last moment, whole articles of it, which are added again.
    """
    query = insert_into(dialect, articles)
    query = query.on_conflict_do_update(index_elements=["key"], set_={"key": query.excluded.key})
    told: list[sa.ColumnElement[Any]] = [articles.c.id, articles.c.name, articles.c.version_id, articles.c.reading_id]
    if dialect == "postgresql":
        told.append(sa.func.set_config("synchronous_commit", "off", sa.true()).label("unsynchronised"))
    return query.returning(*told)


def _article(connection: Connection, new: Incoming) -> Row[*tuple[Any, ...]]:
    """What holds of an article now; nothing of a new one."""
    row = {
        "key": new.article_key, "name": (new.article.id or new.article_key[:12])[:_NAME], "outlet": new.article.outlet,
        "url": new.article.url, "recorded": new.recorded,
    }  # fmt: skip
    return connection.execute(_put_article(connection.dialect.name), row).one()


@cache
def _put(dialect: str, table: sa.Table) -> Any:
    return insert_into(dialect, table).on_conflict_do_nothing().returning(table.c.id)


def _kept(connection: Connection, table: sa.Table, **row: Any) -> tuple[int, bool]:
    """The id of the row with this key, and whether it was not there before."""
    made = connection.scalar(_put(connection.dialect.name, table), row)
    if made is not None:
        return int(made), True
    found = connection.scalar(sa.select(table.c.id).where(table.c.key == row["key"]))
    assert found is not None
    return int(found), False


def _know(connection: Connection, reading_id: int, known_at: str) -> None:
    """Note that a reading stays what it is with what is known by now."""
    query = sa.update(readings).where(readings.c.id == reading_id, readings.c.known_at < known_at)
    connection.execute(query.values(known_at=known_at))


def _is_behind(connection: Connection, reading_id: int, known_at: str) -> bool:
    """Whether the reading that holds knew less: what was read before may be right again, after a fact was revoked."""
    known = connection.scalar(sa.select(readings.c.known_at).where(readings.c.id == reading_id))
    return known is not None and known < known_at


def _holds_now(connection: Connection, held: int | None, version_id: int) -> bool:
    """Whether a version holds against the one that held: the one fetched later, of two at one time the one added later."""
    if held is None or held == version_id:
        return True
    query = sa.select(versions.c.id, versions.c.fetched).where(versions.c.id.in_([held, version_id]))
    fetched = {row.id: (row.fetched, row.id) for row in connection.execute(query)}
    return bool(fetched[version_id] > fetched[held])


_HOLD = (
    sa.update(articles)
    .where(articles.c.id == sa.bindparam("article"))
    .values(
        version_id=sa.bindparam("version"), reading_id=sa.bindparam("reading"), outlet=sa.bindparam("from"),
        url=sa.bindparam("at"),
    )
)  # fmt: skip


def forget_statements(connection: Connection, article_id: int) -> None:
    """Take an article's statements out of search; its readings keep them."""
    ids = list(connection.scalars(sa.select(statements.c.id).where(statements.c.article_id == article_id)))
    if ids:
        index_of(connection).remove(connection, ids)
        connection.execute(sa.delete(statements).where(statements.c.article_id == article_id))


_ASKING = sa.select(inquiry.c.id, sa.bindparam("reading", type_=sa.Integer))
_WAIT = sa.insert(waiting).from_select(["inquiry_id", "reading_id"], _ASKING.where(inquiry.c.active))
_WAIT_AGAIN = sa.insert(waiting).from_select(["inquiry_id", "reading_id"], _ASKING)
"""A reading that held before may have been asked already, by those too who ask no more: what was said then is forgotten."""


def _forget_answers(connection: Connection, article_id: int) -> None:
    """Drop what was said, or has to be asked, of an article's readings: none of them holds any more."""
    own = sa.select(readings.c.id).join(versions, versions.c.id == readings.c.version_id)
    ids = list(connection.scalars(own.where(versions.c.article_id == article_id)))
    every = sa.select(inquiry.c.id)
    connection.execute(sa.delete(waiting).where(waiting.c.inquiry_id.in_(every), waiting.c.reading_id.in_(ids)))
    gone = sa.delete(position).where(position.c.reading_id.in_(ids)).returning(position.c.inquiry_id, position.c.actor)
    count_changes(connection, {(row.inquiry_id, row.actor) for row in connection.execute(gone)})


def count_changes(connection: Connection, of: Iterable[tuple[int, str]]) -> None:
    """Note that the positions of actors (on an inquiry, by number) changed: what was made of them is out of date."""
    rows = [{"inquiry_id": asked, "actor": actor, "changes": 1} for asked, actor in sorted(of)]
    if rows:
        connection.execute(_count_changes(connection.dialect.name), rows)


@cache
def _count_changes(dialect: str) -> Any:
    query = insert_into(dialect, event_cache)
    again = {"changes": event_cache.c.changes + 1}
    return query.on_conflict_do_update(index_elements=["inquiry_id", "actor"], set_=again)


def _rows(connection: Connection, new: Incoming, **given: int) -> list[dict[str, Any]]:
    """The rows of a reading's statements, each with a number of its own."""
    found = enumerate(new.reading.statements)
    rows = [statement_row(new.version_key, n, said, new.article.outlet, new.published_on) for n, said in found]
    numbers = keys.statement_numbers([row["key"] for row in rows], [keys.day_of(row["day"]) for row in rows])
    if new.crowded:
        numbers = _free(connection, numbers)
    return [{**row, **given, "id": number} for row, number in zip(rows, numbers, strict=True)]


def _documents(new: Incoming, rows: Sequence[dict[str, Any]], stem: Stem) -> list[Document]:
    outlet = new.article.outlet
    return [document(row["id"], said, outlet, stem) for row, said in zip(rows, new.reading.statements, strict=True)]


def _free(connection: Connection, numbers: list[int]) -> list[int]:
    """The numbers, each raised until nobody has it."""
    while taken := set(connection.scalars(sa.select(statements.c.id).where(statements.c.id.in_(numbers)))):
        rest = set(numbers) - taken
        for at, number in enumerate(numbers):
            if number in taken:
                while number in rest or number in taken:
                    number += 1
                rest.add(number)
                numbers[at] = number
    return numbers


def statement_row(
    version: str, number: int, said: Statement, outlet: str | None, published_on: str | None
) -> dict[str, Any]:
    """The columns of a statement that tell of itself, as they are stored; `day` is when it was said, else when it was published."""
    speaker, day = said.speaker, keys.day_of(said.said_on) or keys.day_of(published_on)
    name = speaker.name[:_SHORT] if speaker.name else None
    row: dict[str, Any] = {
        "key": keys.statement_key(version, said), "number": number, "day": day and day.isoformat(),
        "said_on": said.said_on, "published_on": published_on, "outlet": outlet,
        "speaker": name, "speaker_key": name and keys.name_key(name), "kind": speaker.kind,
        "role": speaker.role and speaker.role[:_SHORT], "speaks_for": speaker.speaks_for,
        "act": said.act, "mode": said.mode, "cue": said.cue and said.cue.text,
        "content": " … ".join(span.text for span in said.content),
        "start": min((span.start for span in said.content), default=0),
        "end": max((span.end for span in said.content), default=0),
    }  # fmt: skip
    for column in _SHOWN:
        if row[column] is not None:
            row[column] = harmless(row[column])
    return row


_STORED = (
    sa.select(
        articles.c.id, articles.c.name, articles.c.key.label("article_key"), versions.c.key.label("version_key"),
        versions.c.published_on, versions.c.fetched, versions.c.body.label("article_body"),
        readings.c.id.label("reading_id"), readings.c.key.label("reading_key"), readings.c.recipe, readings.c.recorded,
        readings.c.body,
    )
    .join(versions, versions.c.article_id == articles.c.id)
    .join(readings, readings.c.version_id == versions.c.id)
)  # fmt: skip
CURRENT = _STORED.where(articles.c.reading_id == readings.c.id)
"""The readings that hold, one an article."""


def stored(row: Row[*tuple[Any, ...]]) -> Stored:
    """A row of a query for readings as its record, the text put back into the reading."""
    article = keys.decoded(row.article_body, Article)
    reading = msgspec.structs.replace(keys.decoded(row.body, Reading), text=article.text)
    return Stored(
        name=row.name, article=article, reading=reading, article_key=row.article_key, version_key=row.version_key,
        reading_key=row.reading_key, recipe=row.recipe, published_on=row.published_on, fetched=row.fetched,
        recorded=row.recorded,
    )  # fmt: skip


def current_page(
    connection: Connection, after: int, recipe: str | None, other_than: str | None
) -> list[tuple[int, Stored]]:
    """The next articles by id, each with the reading that holds, and the id to go on from.

    `recipe` asks for readings by that recipe only, `other_than` for those by any other.
    """
    query = CURRENT.where(articles.c.id > after).order_by(articles.c.id).limit(PAGE)
    if recipe is not None:
        query = query.where(readings.c.recipe == recipe)
    if other_than is not None:
        query = query.where(readings.c.recipe != other_than)
    return [(row.id, stored(row)) for row in connection.execute(query)]


def current(connection: Connection, article_keys: Sequence[str]) -> list[Stored]:
    """The readings that hold, of the articles with these keys, in the order of ids."""
    query = CURRENT.where(articles.c.key.in_(article_keys)).order_by(articles.c.id)
    return [stored(row) for row in connection.execute(query)]


def find_article(connection: Connection, named: str) -> list[str]:
    """The keys of the articles a person may mean: by name, by address, or by the start of a key (8 digits or more)."""
    query = sa.select(articles.c.key).where(sa.or_(articles.c.name == named, articles.c.url == named))
    found = list(connection.scalars(query.order_by(articles.c.id)))
    if found or len(named) < 8 or not named.isalnum():
        return found
    return list(connection.scalars(sa.select(articles.c.key).where(beginning(articles.c.key, named))))


def versions_of(connection: Connection, article_key: str) -> list[Version]:
    """All versions of an article, the first one first."""
    recipes: dict[int, list[str]] = {}
    query = (
        sa.select(versions, articles.c.version_id.label("now"))
        .join(articles, articles.c.id == versions.c.article_id)
        .where(articles.c.key == article_key)
        .order_by(versions.c.fetched, versions.c.id)
    )
    rows = connection.execute(query).all()
    ids = [row.id for row in rows]
    for row in connection.execute(sa.select(readings).where(readings.c.version_id.in_(ids)).order_by(readings.c.id)):
        recipes.setdefault(row.version_id, []).append(row.recipe)
    return [
        Version(key=row.key, published=row.published, fetched=row.fetched, recorded=row.recorded,
                current=row.id == row.now, recipes=tuple(recipes.get(row.id, ())))
        for row in rows
    ]  # fmt: skip


def readings_of(connection: Connection, version_start: str) -> Iterator[Stored]:
    """Every reading, old ones too, of the versions whose key begins so; the newest first."""
    query = _STORED.where(beginning(versions.c.key, version_start)).order_by(readings.c.id.desc())
    yield from map(stored, connection.execute(query))


def current_by_id(connection: Connection, ids: Sequence[int]) -> list[Stored]:
    """The readings that hold, of the articles with these numbers."""
    return [stored(row) for row in connection.execute(CURRENT.where(articles.c.id.in_(ids)).order_by(articles.c.id))]
