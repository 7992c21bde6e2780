"""The board of positions as of a day, and what changed from one event of an actor to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from mawqif.events.names import overlap
from mawqif.model.event import BoardRow, Change, ChangeKind, Event

_ORDER = {"against": 0, "undecided": 1, "conditional": 2, "for": 3}
_FIRM = {"tentative": 0, "plain": 1, "categorical": 2}
_ALIKE = 0.5


def board(events: Iterable[Event], as_of: date | None = None) -> list[BoardRow]:
    """The latest position of every actor on a day (by default the last), by actor."""
    day = as_of.isoformat() if as_of else "9999"
    rows = []
    for actor, own in sorted(_by_actor(e for e in events if e.date <= day).items()):
        last = own[-1]
        since = last.date
        for event in reversed(own):
            if event.stance != last.stance:
                break
            since = event.date
        rows.append(
            BoardRow(
                actor=actor, stance=last.stance, firmness=last.firmness, conditions=last.conditions, since=since,
                stated_on=last.date, speaker=last.speaker, articles=last.articles, event=last.key,
            )
        )  # fmt: skip
    return rows


def changes(events: Iterable[Event]) -> list[Change]:
    """Every step of an actor to another stance, other conditions or another firmness; oldest first."""
    found = []
    for actor, own in _by_actor(events).items():
        for before, after in pairwise(own):
            kind = kind_of(before, after)
            if kind is not None:
                found.append(Change(actor=actor, kind=kind, before=before, after=after))
    return sorted(found, key=lambda change: (change.after.date, change.actor))


def kind_of(before: Event, after: Event) -> ChangeKind | None:
    """How a position moved on the order against < undecided < conditional < for; `None` where it did not."""
    if {before.stance, after.stance} == {"for", "against"}:
        return "reversed"
    step = _ORDER[after.stance] - _ORDER[before.stance]
    if step:
        return "softened" if step > 0 else "hardened"
    if after.stance == "conditional" and not _same_conditions(before.conditions, after.conditions):
        return "conditions"
    firm = _FIRM[after.firmness] - _FIRM[before.firmness]
    return None if not firm else "firmer" if firm > 0 else "weaker"


def _same_conditions(one: Sequence[str], two: Sequence[str]) -> bool:
    return all(any(overlap(a, b) >= _ALIKE for b in two) for a in one) and all(
        any(overlap(a, b) >= _ALIKE for a in one) for b in two
    )


def _by_actor(events: Iterable[Event]) -> dict[str, list[Event]]:
    grouped: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda e: (e.date, e.key)):
        grouped[event.actor].append(event)
    return dict(grouped)
