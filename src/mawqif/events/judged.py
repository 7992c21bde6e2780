"""What people decided about events outranks what the program found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from mawqif.events.names import same_name
from mawqif.model.event import Event, Judgement


def judged(events: Sequence[Event], judgements: Iterable[Judgement]) -> list[Event]:
    """The events after all verdicts, oldest first: rejected ones gone, corrected and accepted ones marked.

    A verdict finds its event by key, else by actor, day and speaker; an accepted event that is found no more stays as
    the person saw it.
    """
    by_key = {event.key: event for event in events}
    latest = {judgement.event.key: judgement for judgement in judgements}
    for judgement in latest.values():
        meant = _meant(judgement.event, by_key)
        if judgement.verdict == "reject":
            if meant is not None:
                del by_key[meant.key]
            continue
        event = meant or judgement.event
        changes = msgspec.convert(judgement.changes, dict[str, object]) if judgement.verdict == "set" else {}
        by_key[event.key] = _changed(event, changes)
    return sorted(by_key.values(), key=lambda event: (event.date, event.actor, event.key))


def _meant(seen: Event, by_key: dict[str, Event]) -> Event | None:
    if seen.key in by_key:
        return by_key[seen.key]
    return next((event for event in by_key.values() if _same(seen, event)), None)


def _same(one: Event, two: Event) -> bool:
    if one.actor != two.actor or one.anonymous != two.anonymous:
        return False
    apart = abs((date.fromisoformat(one.date) - date.fromisoformat(two.date)).days)
    return apart <= 1 and (one.anonymous or same_name(one.speaker, two.speaker))


def _changed(event: Event, changes: dict[str, object]) -> Event:
    """The event with other values; types are checked as when it was read."""
    fields = {**msgspec.to_builtins(event), **changes, "judged": True}
    return msgspec.convert(fields, Event)
