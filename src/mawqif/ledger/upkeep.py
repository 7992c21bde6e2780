"""Counting, checking and copying a ledger."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, cast

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from mawqif.ledger import keys
from mawqif.ledger.articles import statement_row
from mawqif.ledger.connect import meaning
from mawqif.ledger.index import Stem, document, index_of
from mawqif.ledger.records import Counts, Problem
from mawqif.ledger.tables import article as articles
from mawqif.ledger.tables import judgement, learnt, metadata, withdrawal
from mawqif.ledger.tables import reading as readings
from mawqif.ledger.tables import statement as statements
from mawqif.ledger.tables import version as versions
from mawqif.model import Article, Reading, Span, Statement
from mawqif.model.errors import CallError
from mawqif.model.event import Judgement

_PAGE = 200
_BROKEN = (zlib.error, msgspec.DecodeError, UnicodeDecodeError)


def counts(connection: Connection, recipe: str | None) -> Counts:
    """How much there is; `stale` are the articles whose reading that holds is of another recipe."""
    sizes = [
        connection.scalar(sa.select(sa.func.count()).select_from(t)) for t in (articles, versions, readings, statements)
    ]
    stale = sa.select(sa.func.count()).select_from(articles).join(readings, readings.c.id == articles.c.reading_id)
    number = connection.scalar(stale.where(readings.c.recipe != recipe)) if recipe is not None else 0
    return Counts(
        articles=sizes[0] or 0,
        versions=sizes[1] or 0,
        readings=sizes[2] or 0,
        statements=sizes[3] or 0,
        stale=number or 0,
    )


def check(connection: Connection) -> Iterator[Problem]:
    """Every hash, span and reference of a ledger; what is wrong, in the order of the tables."""
    yield from _file_problems(connection)
    yield from _reference_problems(connection)
    for row in _pages(connection, sa.select(versions), versions.c.id):
        yield from _version_problems(row)
    query = sa.select(
        readings, versions.c.key.label("version_key"), versions.c.published_on, versions.c.body.label("article_body"),
        articles.c.id.label("article_id"), articles.c.reading_id.label("now"),
    ).join(versions, versions.c.id == readings.c.version_id).join(articles, articles.c.id == versions.c.article_id)  # fmt: skip
    for row in _pages(connection, query, readings.c.id):
        yield from _reading_problems(connection, row)
    yield from _index_problems(connection)
    yield from _people_problems(connection)


def _raw(query: sa.Select[Any]) -> sa.Select[Any]:
    """The query with bodies as they are on disk, so that a damaged one is a finding and no end of the check."""
    return query.with_only_columns(
        *(sa.type_coerce(column, sa.LargeBinary).label(column.key) if column.key in ("body", "article_body") else column
          for column in query.selected_columns)
    )  # fmt: skip


def _pages(connection: Connection, query: sa.Select[Any], id: sa.ColumnElement[int]) -> Iterator[Row[*tuple[Any, ...]]]:
    last = 0
    while rows := connection.execute(_raw(query).where(id > last).order_by(id).limit(_PAGE)).all():
        yield from rows
        last = rows[-1].id


def _unpacked(body: bytes) -> str:
    return zlib.decompress(body).decode("utf-8", "surrogatepass")


def _file_problems(connection: Connection) -> Iterator[Problem]:
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield Problem(table="file", key="", what=str(said))
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem(table=str(row[0]), key=str(row[1]), what=f"refers to a row of {row[2]} that is not there")


def _reference_problems(connection: Connection) -> Iterator[Problem]:
    current = (
        sa.select(
            articles.c.key,
            versions.c.article_id,
            articles.c.id,
            readings.c.version_id,
            articles.c.version_id.label("v"),
        )
        .outerjoin(versions, versions.c.id == articles.c.version_id)
        .outerjoin(readings, readings.c.id == articles.c.reading_id)
    )
    wrong = sa.or_(
        versions.c.id.is_(None), versions.c.article_id != articles.c.id,
        readings.c.id.is_(None), readings.c.version_id != articles.c.version_id,
    )  # fmt: skip
    for row in connection.execute(current.where(wrong)):
        yield Problem(
            table="article", key=row.key, what="its current version or reading is not there or another article's"
        )


def _version_problems(row: Row[*tuple[Any, ...]]) -> Iterator[Problem]:
    try:
        article = keys.decoded(_unpacked(row.body), Article)
    except _BROKEN as error:
        yield Problem(table="version", key=row.key, what=f"the article cannot be read: {error}")
        return
    if keys.version_key(article) != row.key:
        yield Problem(table="version", key=row.key, what="the article is not the one its key was made of")


def _reading_problems(connection: Connection, row: Row[*tuple[Any, ...]]) -> Iterator[Problem]:
    try:
        body = _unpacked(row.body)
        reading = keys.decoded(body, Reading)
    except _BROKEN as error:
        yield Problem(table="reading", key=row.key, what=f"the reading cannot be read: {error}")
        return
    if keys.reading_key(row.version_key, row.recipe, body) != row.key:
        yield Problem(table="reading", key=row.key, what="the reading is not the one its key was made of")
    try:
        article = keys.decoded(_unpacked(row.article_body), Article)
    except _BROKEN:
        return  # told of its version
    for what in span_problems(article.text, reading):
        yield Problem(table="reading", key=row.key, what=what)
    if row.now == row.id:
        yield from _statement_problems(connection, row, reading, article)


def span_problems(text: str, reading: Reading) -> Iterator[str]:
    """What is wrong with the places of a reading in its text."""
    past = 0
    for sentence in reading.sentences:
        if not past <= sentence.start < sentence.end <= len(text):
            yield f"a sentence at {sentence.start}–{sentence.end} lies outside the text or in another sentence"
        past = sentence.end
    for number, said in enumerate(reading.statements):
        for span in spans_of(said):
            if not 0 <= span.start < span.end or text[span.start : span.end] != span.text:
                yield f"statement {number}: the text at {span.start}–{span.end} is not {span.text[:40]!r}"


def spans_of(said: Statement) -> list[Span]:
    """Every span of a statement."""
    parts = [said.cue, said.source, said.when, said.channel, said.audience, said.via, *said.content, *said.conditions]
    return [span for span in parts if span is not None]


def _statement_problems(
    connection: Connection, row: Row[*tuple[Any, ...]], reading: Reading, article: Article
) -> Iterator[Problem]:
    held = connection.execute(
        sa.select(statements).where(statements.c.article_id == row.article_id).order_by(statements.c.number)
    ).all()
    wanted = [
        statement_row(row.version_key, n, said, article.outlet, row.published_on)
        for n, said in enumerate(reading.statements)
    ]
    if [each.number for each in held] != [each["number"] for each in wanted]:
        yield Problem(
            table="statement", key=row.key, what=f"{len(held)} rows for {len(wanted)} statements of the reading"
        )
        return
    for each, right in zip(held, wanted, strict=True):
        differs = [name for name, value in right.items() if getattr(each, name) != value]
        if differs or each.reading_id != row.id:
            yield Problem(
                table="statement", key=each.key, what=f"not what its reading says: {', '.join(differs) or 'reading'}"
            )


def _index_problems(connection: Connection) -> Iterator[Problem]:
    indexed = set(index_of(connection).numbers(connection))
    known = {row.id: row.key for row in connection.execute(sa.select(statements.c.id, statements.c.key))}
    for number, key in known.items():
        if number not in indexed:
            yield Problem(table="statement", key=key, what="the index of words does not have it")
    for number in indexed - known.keys():
        yield Problem(table="index", key=str(number), what="the index of words has a statement that is not there")


def _people_problems(connection: Connection) -> Iterator[Problem]:
    for row in _pages(connection, sa.select(judgement), judgement.c.id):
        try:
            body = _unpacked(row.body)
            keys.decoded(body, Judgement)
        except _BROKEN as error:
            yield Problem(table="judgement", key=row.key, what=f"the judgement cannot be read: {error}")
            continue
        if keys.digest(["judgement", body]) != row.key:
            yield Problem(table="judgement", key=row.key, what="the judgement is not the one its key was made of")
    starts = {key[: keys.VERSION_PART] for key in connection.scalars(sa.select(versions.c.key))}
    for row in connection.execute(sa.select(learnt.c.key, learnt.c.evidence)):
        missing = [ref for ref in keys.decoded(row.evidence, list[str]) if ref.partition(".")[0] not in starts]
        if missing:
            yield Problem(table="learnt", key=row.key, what=f"its evidence is not there: {', '.join(missing)}")
    lost = sa.select(withdrawal.c.fact).where(withdrawal.c.fact.not_in(sa.select(learnt.c.key)))
    for key in connection.scalars(lost):
        yield Problem(table="withdrawal", key=key, what="what was withdrawn is not there")


def check_free(target: Path) -> None:
    """Raise `CallError` where a backup cannot be laid: something is there, or its folder is not."""
    if target.exists():
        raise CallError("is there already", where=str(target), next="a backup overwrites nothing; choose a new name")
    if not target.absolute().parent.is_dir():
        raise CallError("no such folder", where=str(target), next="make the folder first")


def copy_sqlite(connection: Connection, target: Path) -> None:
    """Copy an SQLite ledger as it is at this moment; other processes go on reading and writing."""
    source = cast("sqlite3.Connection", connection.connection.driver_connection)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        copy = sqlite3.connect(part)
        try:
            source.backup(copy)  # all pages in one step: a copy in steps starts anew whenever somebody writes
        finally:
            copy.close()
        part.replace(target)
    except sqlite3.Error as error:
        raise meaning(str(error), str(target)) from error
    except OSError as error:
        raise CallError(f"cannot write: {(error.strerror or str(error)).lower()}", where=str(target)) from None
    finally:
        part.unlink(missing_ok=True)


def copy_rows(source: Connection, target: Connection, rows_at_once: int = 1000) -> None:
    """Copy every row of every table (the index of words apart) into an empty ledger."""
    for table in metadata.sorted_tables:
        for rows in source.execute(sa.select(table)).mappings().partitions(rows_at_once):
            target.execute(sa.insert(table), [dict(row) for row in rows])


def reindex(connection: Connection, stem: Stem) -> None:
    """Make the index of words anew."""
    index = index_of(connection)
    index.remove(connection, list(index.numbers(connection)))
    documents = [
        document(each, reading.statements[number], outlet, stem)
        for each, reading, number, outlet in _index_rows(connection)
    ]
    index.add(connection, documents)


def _index_rows(connection: Connection) -> Iterable[tuple[int, Reading, int, str | None]]:
    """Every statement with its number, its reading and its place in it, and its outlet: what an index is made of."""
    query = (
        sa.select(statements.c.id, statements.c.number, statements.c.outlet, readings.c.body, statements.c.reading_id)
        .join(readings, readings.c.id == statements.c.reading_id)
        .order_by(statements.c.reading_id, statements.c.number)
    )
    last, reading = 0, None
    for row in connection.execute(query):
        if reading is None or row.reading_id != last:
            last, reading = row.reading_id, keys.decoded(row.body, Reading)
        yield row.id, reading, row.number, row.outlet


def analyse(connection: Connection) -> None:
    """Renew the database's statistics, inside a transaction."""
    connection.execute(sa.text("ANALYZE"))


def size(connection: Connection) -> int:
    """Bytes of the database, whatever else it holds included."""
    if connection.dialect.name == "sqlite":
        return int(
            connection.scalar(sa.text("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"))
        )
    return int(connection.scalar(sa.text("SELECT pg_database_size(current_database())")))
