"""What one statement of an article says of a question."""

from __future__ import annotations

from typing import Literal

import msgspec

from mawqif.model.reading import Span, Speaker

Stance = Literal["for", "against", "conditional", "undecided"]
Firmness = Literal["categorical", "plain", "tentative"]
STANCES: tuple[Stance, ...] = ("against", "undecided", "conditional", "for")
"""From no to yes: what lies further down has hardened, what lies further up has softened."""
FIRMNESSES: tuple[Firmness, ...] = ("tentative", "plain", "categorical")
"""From the weakest to the firmest."""


class Trait(msgspec.Struct, frozen=True):
    """A detail that reports of one occasion may tell differently.

    `key` says what it is a detail of (the stem of the counted noun, a state and an office, the channel), `value` what is
    told of it (a number, `former` or nothing, the id of a medium), `text` the words. `conditions` is how many there are said
    to be in all.
    """

    kind: Literal["number", "entity", "channel", "conditions"]
    key: str
    value: str
    text: str


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """A stance on a question that an article reports of an actor.

    `evidence` are the article's words the stance rests on; `statement` is the index of the statement in the reading,
    `None` for a deed that the writer tells (صادق البرلمان).
    `said_from` and `said_to` are the ISO days between which it was said (one day where the article names it), `None` where
    the article does not tell; `background` marks what is recalled from an earlier occasion. `weight` says how surely the
    evidence speaks of the question. `alludes`: the article names the day and who spoke, in words that tell no stance; it counts
    among the articles of an event that others tell, and stance and firmness say nothing. `traits` are details of the speaker's words in the article. `rule` names the predicates that decided.
    """

    question: str
    actor: str
    speaker: Speaker
    stance: Stance
    firmness: Firmness
    conditions: tuple[str, ...]
    said_from: str | None
    said_to: str | None
    channel: str | None
    evidence: Span
    statement: int | None
    background: bool
    weight: float
    traits: tuple[Trait, ...] = ()
    rule: str
    alludes: bool = False
