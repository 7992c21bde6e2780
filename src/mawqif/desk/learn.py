"""What a reading teaches of people: who holds which office, and so for whom they speak in other articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mawqif.ledger import Fact
from mawqif.ledger.keys import day_of, statement_key
from mawqif.model import Reading
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
