"""Who is in the ledger, and what it has learnt of people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from mawqif.ledger import keys
from mawqif.ledger.connect import insert_into
from mawqif.ledger.index import EVERYWHERE, Stem, index_of, tokens
from mawqif.ledger.records import ActorRow, Fact, LearntFact, Office, SpeakerRow, Term, Withdrawal
from mawqif.ledger.tables import learnt, withdrawal
from mawqif.ledger.tables import reading as readings
from mawqif.ledger.tables import statement as statements
from mawqif.model import Kind

_FIRST, _LAST = sa.func.min(statements.c.day).label("first"), sa.func.max(statements.c.day).label("last")
_MOST, _CHUNK = 1 << 31, 5000
_COUNT = sa.func.count().label("statements")


def actors(connection: Connection) -> list[ActorRow]:
    """Every actor somebody speaks for, those with most statements first."""
    speakers = sa.func.count(sa.distinct(statements.c.speaker_key)).label("speakers")
    query = (
        sa.select(statements.c.speaks_for, _COUNT, speakers, _FIRST, _LAST)
        .where(statements.c.speaks_for.is_not(None))
        .group_by(statements.c.speaks_for)
        .order_by(_COUNT.desc(), statements.c.speaks_for)
    )
    return [
        ActorRow(actor=row.speaks_for, statements=row.statements, speakers=row.speakers, first=row.first, last=row.last)
        for row in connection.execute(query)
    ]


def speakers(
    connection: Connection, named: str, actor: str | None, limit: int, offset: int
) -> tuple[list[SpeakerRow], bool]:
    """Speakers with a name, those with most statements first, and whether others follow; all words of `named` in the name."""
    chosen: list[sa.ColumnElement[bool]] = [statements.c.speaker_key.is_not(None)]
    chosen += [statements.c.speaker_key.contains(word, autoescape=True) for word in tokens(named)]
    if actor is not None:
        chosen.append(statements.c.speaks_for == actor)
    names = (
        sa.select(statements.c.speaker_key, statements.c.kind, _COUNT)
        .where(*chosen)
        .group_by(statements.c.speaker_key, statements.c.kind)
        .order_by(_COUNT.desc(), statements.c.speaker_key, statements.c.kind)
    )
    found = connection.execute(names.limit(limit + 1).offset(offset)).all()
    rows = [_speaker(row.kind, _offices(connection, row.speaker_key, row.kind)) for row in found[:limit]]
    return rows, len(found) > limit


def _offices(connection: Connection, speaker_key: str, kind: str | None) -> Sequence[Row[*tuple[Any, ...]]]:
    columns = (statements.c.role, statements.c.speaks_for)
    query = (
        sa.select(*columns, sa.func.max(statements.c.speaker).label("name"), _COUNT, _FIRST, _LAST)
        .where(statements.c.speaker_key == speaker_key, statements.c.kind.is_not_distinct_from(kind))
        .group_by(*columns)
    )
    return connection.execute(query).all()


def _speaker(kind: str | None, rows: Sequence[Row[*tuple[Any, ...]]]) -> SpeakerRow:
    most_first = sorted(rows, key=lambda row: (-row.statements, row.role or "", row.speaks_for or ""))
    newest_first = sorted(most_first, key=lambda row: row.last or "", reverse=True)
    offices = [
        Office(role=row.role, speaks_for=row.speaks_for, statements=row.statements, first=row.first, last=row.last)
        for row in newest_first
    ]
    return SpeakerRow(
        name=most_first[0].name, kind=cast("Kind | None", kind), statements=sum(row.statements for row in rows),
        first=min((row.first for row in rows if row.first), default=None),
        last=max((row.last for row in rows if row.last), default=None), offices=tuple(offices),
    )  # fmt: skip


def outlets(connection: Connection) -> list[tuple[str | None, int]]:
    """Every outlet with the number of its statements, most first."""
    query = (
        sa.select(statements.c.outlet, _COUNT)
        .group_by(statements.c.outlet)
        .order_by(_COUNT.desc(), statements.c.outlet)
    )
    return [(row.outlet, row.statements) for row in connection.execute(query)]


def put_learnt(connection: Connection, facts: Iterable[Fact], recorded: str) -> int:
    """Store facts and tell how many were new or reach further back.

    The same person, actor and office are one fact: the earliest evidence holds, whatever the order in which it came. What
    was revoked stays as it was.
    """
    changed = 0
    for fact in sorted(facts, key=keys.fact_key):
        changed += _put_fact(connection, fact, recorded)
    return changed


def _put_fact(connection: Connection, fact: Fact, recorded: str) -> bool:
    row = {
        "key": keys.fact_key(fact), "name_key": keys.name_key(fact.name), "name": fact.name, "actor": fact.actor, "role": fact.role,
        "since": fact.since, "until": fact.until, "evidence": keys.encoded(fact.evidence), "recorded": recorded,
        "revoked": False, "changed": recorded,
    }  # fmt: skip
    if (
        connection.scalar(
            insert_into(connection.dialect.name, learnt).on_conflict_do_nothing().returning(learnt.c.id), row
        )
        is not None
    ):
        return True
    query = (
        sa.select(learnt.c.since, learnt.c.evidence, learnt.c.revoked)
        .where(learnt.c.key == row["key"])
        .with_for_update()
    )
    held = connection.execute(query).one()
    if held.revoked or (fact.since or "", row["evidence"]) >= (held.since or "", held.evidence):
        return False
    earlier = {name: row[name] for name in ("name", "role", "since", "evidence", "changed")}
    connection.execute(sa.update(learnt).where(learnt.c.key == row["key"]).values(earlier))
    return True


def learnt_facts(connection: Connection, *, revoked: bool, changed_from: str) -> list[LearntFact]:
    """What was learnt, by name and day; `revoked` brings the revoked ones too, `changed_from` is a time."""
    query = sa.select(learnt).where(learnt.c.changed >= changed_from)
    if not revoked:
        query = query.where(learnt.c.revoked.is_(False))
    rows = sorted(connection.execute(query), key=lambda row: (row.name_key, row.since or "", row.key))
    return [_fact(row) for row in rows]  # sorted here: the database would walk through all of them in order


def _fact(row: Row[*tuple[Any, ...]]) -> LearntFact:
    fact = Fact(
        name=row.name, actor=row.actor, role=row.role, since=row.since, until=row.until,
        evidence=keys.decoded(row.evidence, tuple[str, ...]),
    )  # fmt: skip
    return LearntFact(
        key=row.key, fact=fact, recorded=row.recorded, revoked=row.revoked, revoked_at=row.revoked_at,
        revoked_by=row.revoked_by,
    )  # fmt: skip


def set_revoked(connection: Connection, key: str, who: str, at: str, *, revoked: bool) -> bool:
    """Withdraw a fact (by its key), or let it hold again, on record; `False` where there is none for which that is new."""
    told = {"revoked_at": at, "revoked_by": who} if revoked else {"revoked_at": None, "revoked_by": None}
    query = sa.update(learnt).where(learnt.c.key == key, learnt.c.revoked.is_not(revoked))
    if not connection.execute(query.values(revoked=revoked, changed=at, **told)).rowcount:
        return False
    connection.execute(sa.insert(withdrawal), {"fact": key, "revoked": revoked, "who": who, "recorded": at})
    return True


def withdrawals(connection: Connection, key: str) -> list[Withdrawal]:
    """Every time a fact was withdrawn, or let hold again, the first one first."""
    query = sa.select(withdrawal).where(withdrawal.c.fact == key).order_by(withdrawal.c.id)
    return [Withdrawal(revoked=row.revoked, who=row.who, recorded=row.recorded) for row in connection.execute(query)]


def behind(connection: Connection, stem: Stem) -> list[int]:
    """The numbers of articles with a speaker of whom something was learnt, or revoked, after their reading knew of it.

    Speakers are compared by the last word of their names, so that somebody called by his surname alone is found too.
    """
    index, found = index_of(connection), set[int]()
    for row in connection.execute(
        sa.select(learnt.c.name, learnt.c.changed, learnt.c.evidence, learnt.c.revoked)
    ).all():
        words = tokens(row.name)
        ids = index.find(connection, [Term("who", (stem(words[-1]),))], EVERYWHERE, _MOST, 0) if words else []
        for chunk in (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK)):
            query = sa.select(statements.c.article_id).join(readings, readings.c.id == statements.c.reading_id)
            query = query.where(statements.c.id.in_(chunk), readings.c.known_at < row.changed)
            if not row.revoked:
                query = query.where(*(~statements.c.key.startswith(own) for own in _versions_of(row.evidence)))
            found.update(connection.scalars(query.distinct()))
    return sorted(found)


def _versions_of(evidence: str) -> list[str]:
    """How the keys of statements begin in the articles that taught a fact: those need not be told of it."""
    return [key.partition(".")[0] for key in keys.decoded(evidence, list[str])]
