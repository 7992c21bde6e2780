"""What people decided about events outranks what the program found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec

from mawqif.events.names import same_name
from mawqif.model.errors import CallError
from mawqif.model.event import Event, Judgement

CHANGEABLE = ("stance", "firmness", "conditions", "date", "speaker", "role", "channel", "actor")
"""What a person may set."""
_SEEN = (*CHANGEABLE, "anonymous")
"""What a person vouches for by accepting an event. Its articles are the program's to find."""


def judged(events: Iterable[Event], judgements: Iterable[Judgement]) -> list[Event]:
    """The events after all verdicts, oldest first: rejected ones gone, accepted and corrected ones as the person wants them.

    A verdict finds its event by key, else by actor, day and words or speaker of an article in common; an accepted event that is
    found no more stays as the person saw it. Of several verdicts on one event the latest holds. Raises `CallError`
    where a verdict sets what cannot be set.
    """
    by_key = {event.key: event for event in events}
    finder = _Finder(by_key.values())
    latest: dict[str, Judgement] = {}
    for judgement in sorted(judgements, key=_time):
        meant = finder.meant(judgement.event)
        latest[meant.key if meant else judgement.event.key] = judgement
    for key, judgement in latest.items():
        found = by_key.pop(key, None)
        if judgement.verdict != "reject":
            by_key[key] = _as_seen(judgement, found)
    return sorted(by_key.values(), key=lambda event: (event.date, event.actor, event.key))


def corrected(event: Event, changes: Mapping[str, Any]) -> Event:
    """An event with other values, marked as judged; conditions end with the stance they belong to.

    Raises `CallError` naming the field that cannot be set, or not so.
    """
    for field in changes:
        if field not in CHANGEABLE:
            raise CallError(f"“{field}” cannot be set", expected=", ".join(CHANGEABLE))
    fields = {**msgspec.to_builtins(event), **changes, "judged": True}
    if fields["stance"] != "conditional" and "conditions" not in changes:
        fields["conditions"] = ()
    try:
        date.fromisoformat(fields["date"])
        return msgspec.convert(fields, Event)
    except (msgspec.ValidationError, TypeError, ValueError) as error:
        raise CallError(f"an event cannot be set so: {error}", expected="values as an event has them") from error


def _as_seen(judgement: Judgement, found: Event | None) -> Event:
    """What a person saw and set, under the key, the articles and the evidence of what is found today."""
    seen = judgement.event
    if found is not None:
        vouched = {field: value for field in _SEEN if (value := getattr(seen, field)) is not None}
        seen = msgspec.structs.replace(found, **vouched)
    return corrected(seen, judgement.changes if judgement.verdict == "set" else {})


def _time(judgement: Judgement) -> datetime:
    time = datetime.fromisoformat(judgement.judged_at)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


class _Finder:
    """Finds today's event for one that a person saw."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._by_key: dict[str, Event] = {}
        self._by_day: dict[tuple[str, str], list[Event]] = defaultdict(list)
        for event in events:
            self._by_key[event.key] = event
            self._by_day[event.actor, event.date].append(event)

    def meant(self, seen: Event) -> Event | None:
        """The event of the same key, else the one that shares most articles of those that can be it."""
        if seen.key in self._by_key:
            return self._by_key[seen.key]
        around = [e for day in _around(seen.date) for e in self._by_day.get((seen.actor, day), ()) if _may_be(seen, e)]
        return max(around, key=lambda event: (_shared(seen, event), event.date == seen.date), default=None)


def _around(day: str) -> Sequence[str]:
    middle = date.fromisoformat(day)
    return [(middle + timedelta(days=off)).isoformat() for off in (0, -1, 1)]


def _may_be(seen: Event, event: Event) -> bool:
    """Whether two events of an actor at one time are one: by words in common, or by an article and the speaker in common."""
    if _has_words_of(seen, event):
        return True
    alike = seen.anonymous or seen.speaker == event.speaker or same_name(seen.speaker, event.speaker)
    return seen.anonymous == event.anonymous and alike and _shared(seen, event) > 0


def _has_words_of(one: Event, two: Event) -> bool:
    return any(
        a.article == b.article and a.start < b.end and b.start < a.end for a in one.evidence for b in two.evidence
    )


def _shared(one: Event, two: Event) -> int:
    return len(set(one.articles) & set(two.articles))
