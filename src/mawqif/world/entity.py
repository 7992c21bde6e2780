"""The nouns of the world: who there is, where the text names it, who was learnt to speak for whom."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

EntityType = Literal["state", "organisation", "media", "platform"]
Form = Literal["name", "capital", "metonym", "adjective", "people", "place"]
Gender = Literal["m", "f", "p"]


class Entity(msgspec.Struct, frozen=True, gc=False):
    """A state, organisation, medium or platform.

    `id` is the ISO 3166-1 alpha-2 code of a state, else a slug in capitals. `parent` is set only where a speaker of
    this entity speaks for another one (the Security Council for `UN`, the Qassam Brigades for `HAMAS`). `home` is the state a
    body belongs to, written where namesakes have to be told apart.
    """

    id: str
    type: EntityType
    name: str
    parent: str | None = None
    home: str | None = None

    @property
    def actor(self) -> str:
        """The id whose position a speaker of this entity expresses."""
        return self.parent or self.id


class Mention(msgspec.Struct, frozen=True, gc=False):
    """Where the text names an entity: tokens `first` to `last` (exclusive).

    `clitic` is what was stripped from the first token (`و`, `ل`, `بال`, `لل`). An article that belongs to a name
    (`العراق`) is never part of it; the article of an adjective (`الأميركي`, `للأميركيين`) always is. `gender` is set
    for adjectives and peoples: `m`, `f`, or `p` for every plural and dual. `loose` warns that the words often mean
    something else, or another entity, and nothing around them decided it.
    """

    first: int
    last: int
    entity: Entity
    form: Form
    clitic: str = ""
    gender: Gender | None = None
    loose: bool = False


class Learnt(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What the ledger has learnt of a person: for whom they speak, as what, in which days (both ends inclusive)."""

    name: str
    actor: str
    role: str | None = None
    since: date | None = None
    until: date | None = None
    evidence: tuple[str, ...] = ()

    def holds(self, on: date | None) -> bool:
        """Whether the fact may be relied on for that day; an unknown day takes open-ended facts only."""
        if on is None:
            return self.until is None
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)
