"""What a reading teaches of people: who holds which office, and so for whom they speak in other articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mawqif.ledger import Fact, LearntFact, Ledger
from mawqif.ledger.keys import day_of, name_key, statement_key
from mawqif.model import Reading
from mawqif.model.errors import CallError
from mawqif.reading.learn import teaches
from mawqif.world import Learnt, World, default_world


def facts_of(reading: Reading, version: str, published_on: date | None) -> Iterator[Fact]:
    """The facts a reading gives of persons with a full name, an office and an actor, from the day it saw them in it.

    `version` is the key of the article's version, for the evidence. A day nobody knows begins no fact: it would hold
    for all time.
    """
    world = default_world()
    for said in reading.statements:
        speaker, day = said.speaker, day_of(said.said_on) or published_on
        if day is not None and speaker.name and speaker.speaks_for and teaches(said, world):
            yield Fact(
                name=speaker.name, actor=speaker.speaks_for, role=speaker.role, since=day.isoformat(),
                evidence=(statement_key(version, said),),
            )  # fmt: skip


def knowing(world: World, facts: Iterable[Fact]) -> World:
    """A world that also knows these facts."""
    return world.with_learnt(
        Learnt(name=fact.name, actor=fact.actor, role=fact.role, since=day_of(fact.since), until=day_of(fact.until),
               evidence=fact.evidence)
        for fact in facts
    )  # fmt: skip


def learnt_of(ledger: Ledger, named: str, actor: str | None, *, revoked: bool) -> list[LearntFact]:
    """The facts of those whose names hold all words of `named`, who speak for an actor."""
    words = name_key(named).split()
    return [
        each
        for each in ledger.learnt(revoked=revoked)
        if actor in (None, each.fact.actor) and all(word in name_key(each.fact.name) for word in words)
    ]


def revoke(ledger: Ledger, key: str, *, who: str, undo: bool) -> LearntFact:
    """Withdraw the fact whose key begins so, or let it hold again; the fact as it stands then.

    Raises `CallError` where nothing, or more than one thing, is meant, or nobody answers for it.
    """
    if not who.strip():
        raise CallError("who revokes?", expected="a name", next="give --by NAME, or set MAWQIF_USER")
    meant = [each for each in ledger.learnt(revoked=True) if key and each.key.startswith(key) and each.revoked == undo]
    if len(meant) != 1:
        state = "was revoked" if undo else "holds"
        what = f"{len(meant)} facts have keys that begin so" if meant else f"nothing that {state} has this key"
        raise CallError(what, where=key, next="see the keys: mawqif learnt --all")
    own = meant[0].key
    ledger.revoke_learnt(own, who.strip(), revoked=not undo)
    return next(each for each in ledger.learnt(revoked=True) if each.key == own)
