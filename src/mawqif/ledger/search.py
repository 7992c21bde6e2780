"""Looking for statements: words, speakers, actors, days, acts, kinds and outlets, all at once."""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from mawqif.ledger.connect import beginning
from mawqif.ledger.index import EVERYWHERE, Stem, index_of, terms
from mawqif.ledger.keys import first_number
from mawqif.ledger.records import Found, Page, Search
from mawqif.ledger.tables import article as articles
from mawqif.ledger.tables import statement as statements

_SELECT = sa.select(statements, articles.c.name.label("article")).join(
    articles, articles.c.id == statements.c.article_id
)


def search(connection: Connection, asked: Search, stem: Stem, *, limit: int, offset: int) -> Page:
    """Statements that meet everything asked, the newest day first; `limit` at most, after the first `offset`."""
    wanted, reach = terms(asked, stem), _reach(asked.since, asked.until)
    if wanted:
        ids = index_of(connection).find(connection, wanted, reach, limit + 1, offset)
    elif asked.words.strip() or (asked.speaker or "").strip():
        ids = []  # signs alone: nothing holds them
    else:
        ids = _newest(connection, reach, limit + 1, offset)
    query = _SELECT.where(statements.c.id.in_(ids[:limit])).order_by(statements.c.id.desc())
    rows = tuple(found(row) for row in connection.execute(query)) if ids else ()
    return Page(rows=rows, more=len(ids) > limit)


def _reach(since: date | None, until: date | None) -> tuple[int, int]:
    """The numbers of the statements of these days; statements without a day only where no day is asked for."""
    if since is None and until is None:
        return EVERYWHERE
    low = first_number(since or date.min)
    high = (
        EVERYWHERE[1]
        if until is None or until == date.max
        else first_number(date.fromordinal(until.toordinal() + 1)) - 1
    )
    return low, high


def _newest(connection: Connection, reach: tuple[int, int], limit: int, offset: int) -> list[int]:
    query = sa.select(statements.c.id).where(statements.c.id.between(*reach))
    return list(connection.scalars(query.order_by(statements.c.id.desc()).limit(limit).offset(offset)))


def by_key(connection: Connection, key: str) -> list[Found]:
    """The current statements whose key is or begins so."""
    condition = beginning(statements.c.key, key)
    return [found(row) for row in connection.execute(_SELECT.where(condition).order_by(statements.c.id).limit(50))]


def found(row: Row[*tuple[Any, ...]]) -> Found:
    """A row as its record."""
    return Found(
        key=row.key, article=row.article, number=row.number, said_on=row.said_on, published_on=row.published_on,
        outlet=row.outlet, speaker=row.speaker, kind=row.kind, role=row.role, speaks_for=row.speaks_for,
        act=row.act, mode=row.mode, cue=row.cue, content=row.content, start=row.start, end=row.end,
    )  # fmt: skip
