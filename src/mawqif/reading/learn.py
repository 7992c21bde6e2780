"""What one reading teaches of people: who speaks for whom, in which office, seen on which day.

The world grows by such facts: *الرئيس الأذربيجاني إلهام علييف* read once lets *علييف* speak for Azerbaijan in later articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mawqif.lang.ar.times import parse_published
from mawqif.model import Reading, Statement
from mawqif.text.tokens import Tokens
from mawqif.world import Learnt, World

_LEAST = 2
"""Words of a name from which it is a person's own."""


def facts_of(reading: Reading, world: World) -> tuple[Learnt, ...]:
    """The facts of a reading, one a person and office; only what its words name outright, nothing that was inferred.

    A fact holds from the day the article was published (`since`, `None` where unknown); its evidence is the article's id
    and the words.
    """
    since = parse_published(reading.published)
    found = {
        (fact.name, fact.actor, fact.role): fact
        for s in reading.statements
        for fact in _facts(s, reading, world, since)
    }
    return tuple(found.values())


def _facts(statement: Statement, reading: Reading, world: World, since: date | None) -> Iterator[Learnt]:
    speaker, source = statement.speaker, statement.source
    if speaker.kind != "person" or not speaker.name or not speaker.role or speaker.speaks_for is None or source is None:
        return
    if len(speaker.name.split()) < _LEAST or speaker.name.split()[-1] not in source.text:
        return
    named = {mention.entity.actor for mention in world.find(Tokens(speaker.role).forms)}
    if named == {speaker.speaks_for}:
        evidence = tuple(part for part in (reading.id, source.text) if part)
        yield Learnt(name=speaker.name, actor=speaker.speaks_for, role=speaker.role, since=since, evidence=evidence)
