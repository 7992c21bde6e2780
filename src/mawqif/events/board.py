"""The board of positions as of a day, and what changed from one event of an actor to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise, takewhile

from mawqif.events.names import overlap
from mawqif.model.event import BoardRow, Change, ChangeKind, Event
from mawqif.model.position import FIRMNESSES, STANCES

_ALIKE = 0.5


def board(events: Iterable[Event], as_of: date | None = None) -> list[BoardRow]:
    """The latest position of every actor on a day (by default the last), by actor."""
    day = as_of.isoformat() if as_of else None
    by_actor = _by_actor(event for event in events if day is None or event.date <= day)
    return [_row(actor, by_actor[actor]) for actor in sorted(by_actor)]


def _row(actor: str, own: Sequence[Event]) -> BoardRow:
    last = own[-1]
    unbroken = list(takewhile(lambda event: event.stance == last.stance, reversed(own)))
    return BoardRow(
        actor=actor, stance=last.stance, firmness=last.firmness, conditions=last.conditions, since=unbroken[-1].date,
        stated_on=last.date, speaker=last.speaker, articles=last.articles, event=last.key,
    )  # fmt: skip


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
    step = STANCES.index(after.stance) - STANCES.index(before.stance)
    if step:
        return "softened" if step > 0 else "hardened"
    if before.conditions and after.conditions and not _same_conditions(before.conditions, after.conditions):
        return "conditions"
    firm = FIRMNESSES.index(after.firmness) - FIRMNESSES.index(before.firmness)
    return None if not firm else "firmer" if firm > 0 else "weaker"


def _same_conditions(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether every condition has its like on the other side; conditions that nobody read are not compared at all."""
    return all(any(overlap(a, b) >= _ALIKE for b in two) for a in one) and all(
        any(overlap(a, b) >= _ALIKE for a in one) for b in two
    )


def _by_actor(events: Iterable[Event]) -> dict[str, list[Event]]:
    """The events of each actor; of one day's, those told by name and by more articles come last, where a board looks."""
    grouped: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda e: (e.date, not e.anonymous, len(e.articles), e.key)):
        grouped[event.actor].append(event)
    return dict(grouped)
