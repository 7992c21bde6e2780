"""What one statement of an article says of a question."""

from __future__ import annotations

from typing import Literal

import msgspec

from mawqif.model.reading import Span, Speaker

Stance = Literal["for", "against", "conditional", "undecided"]
Firmness = Literal["categorical", "plain", "tentative"]


class Figure(msgspec.Struct, frozen=True):
    """A number that was reported: `value` of `unit` (a stem shared by all numbers of the noun), in the words `text`."""

    value: float
    unit: str
    text: str


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """A stance on a question that an article reports of an actor.

    `evidence` are the article's words the stance rests on; `statement` is the index of the statement in the reading,
    `None` for a deed that the writer tells (صادق البرلمان).
    `said_from` and `said_to` are the ISO days between which it was said (one day where the article names it), `None` where
    the article does not tell; `background` marks what is recalled from an earlier occasion. `weight` says how surely the
    evidence speaks of the question. `rule` names the predicates that decided.
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
    rule: str
