"""In whose mouth a report puts a position, so far as occasions are told apart by it."""

from __future__ import annotations

from typing import Literal

import msgspec

from mawqif.events.names import is_part, same_name
from mawqif.model.event import Report

Sort = Literal["person", "body", "anonymous", "actor"]


class Voice(msgspec.Struct, frozen=True):
    """A named person, a named body, an unnamed source, or the actor itself where no word tells who spoke for it."""

    sort: Sort
    name: str | None = None


_NO_STATES = frozenset(("EU", "UN"))
"""Actors of two letters that are no states."""
UNNAMED = Voice("anonymous")
ACTOR = Voice("actor")


def voice_of(report: Report) -> Voice:
    """The voice of a report; a speaker without a name is the actor itself, and so are states and organisations.

    An organisation that speaks for a state is one of its bodies (وكالة الدواء).
    """
    speaker = report.position.speaker
    if speaker.kind == "anonymous":
        return UNNAMED
    if not speaker.name or speaker.kind == "state":
        return ACTOR
    if speaker.kind == "organisation" and not _is_state(report.position.actor):
        return ACTOR
    return Voice("person" if speaker.kind in ("person", None) else "body", speaker.name)


def _is_state(actor: str) -> bool:
    return len(actor) == 2 and actor not in _NO_STATES


def same_voice(one: Voice, two: Voice) -> bool:
    """Whether two voices of one sort are one: persons by their names, bodies where one's words are in the other's."""
    if one.sort == "person":
        return same_name(one.name, two.name)
    return one == two or is_part(one.name, two.name) or is_part(two.name, one.name)


def speaks_in_name(role: str | None, body: Voice) -> bool:
    """Whether somebody of this role speaks for a body (المتحدث باسم وزارة الخارجية، وزارة الخارجية)."""
    return is_part(body.name, role)
