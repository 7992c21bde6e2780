"""In whose mouth a report puts a position, so far as occasions are told apart by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from mawqif.events.names import bare_words, is_part, same_name
from mawqif.model.event import Report

Sort = Literal["person", "body", "anonymous", "actor"]


class Voice(msgspec.Struct, frozen=True):
    """A named person, a named body, an unnamed source, or the actor itself where no word tells who spoke for it."""

    sort: Sort
    name: str | None = None


_NO_STATES = frozenset(("EU", "UN"))
"""Actors of two letters that are no states."""
FULL = 2
"""Words of a name that hardly two people share."""
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


def with_one_actor(reports: Iterable[Report]) -> list[Report]:
    """The reports with every person in one mouth: who speaks for one actor in most articles does so in all of them.

    Where an article tells no actor of a person, the others tell it, if they agree; else the report has none.
    """
    reports = list(reports)
    told: dict[frozenset[str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for report in reports:
        if (name := _person(report)) and report.position.actor:
            told[name][report.position.actor].add(report.source.article)
    return [_of_actor(report, told) for report in reports]


def _person(report: Report) -> frozenset[str]:
    speaker = report.position.speaker
    return bare_words(speaker.name) if speaker.kind == "person" and not report.position.alludes else frozenset()


def _of_actor(report: Report, told: Mapping[frozenset[str], Mapping[str, set[str]]]) -> Report:
    name, own = _person(report), report.position.actor
    if not name or (own and len(name) < FULL):
        return report
    given = dict(told.get(name, {}))
    if not own and not given:
        text = report.position.speaker.name
        near = {
            actor: ids for other, by in told.items() if same_name(text, " ".join(other)) for actor, ids in by.items()
        }
        given = near if len(near) == 1 else {}
    if not given:
        return report
    actor = max(given, key=lambda each: (len(given[each]), each.isascii(), each == own, each))
    position = msgspec.structs.replace(report.position, actor=actor)
    return report if actor == own else msgspec.structs.replace(report, position=position)
