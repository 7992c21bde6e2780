"""The day of what a sentence reports beside its own verb, or below a lead that gives the day of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.times import Time
from mawqif.model import Position

_FRESH = timedelta(days=3)
"""The oldest news: a date further back is of something else."""
_DATELINE = 4
"""Tokens of a text in which a date is that of the dateline."""
_AFTER_DATELINE = frozenset("(-–—:/")
_LEAD = 2
"""Sentences after one that gives a date in which it still holds."""


def with_days(doc: Document, positions: Sequence[Position], published: date | None) -> Iterator[Position]:
    """The positions, those of no day with the one full date of their sentence, or of the lead above them."""
    for position in positions:
        day = None
        if published and not (position.alludes or position.background or position.said_from):
            day = _day(doc, position, published)
        yield position if day is None else msgspec.structs.replace(position, said_from=day, said_to=day)


def _day(doc: Document, position: Position, published: date) -> str | None:
    start, end = position.evidence.start, position.evidence.end
    own = [
        n for n, s in enumerate(doc.sentences) if doc.tokens.starts[s[0]] < end and doc.tokens.ends[s[1] - 1] > start
    ]
    if not own:
        return None
    named = _days(doc, *doc.sentences[own[0]])
    if not named and own[0] <= _LEAD:
        named = {day for number in range(own[0]) for day in _days(doc, *doc.sentences[number])}
    fresh = {day for day in named if published - _FRESH <= day <= published}
    return fresh.pop().isoformat() if len(named) == 1 and fresh else None


def _days(doc: Document, first: int, last: int) -> set[date]:
    """The days that are told in full, with their number and month."""
    times = (doc.times[k] for k in range(first, last) if k in doc.times and not _heads(doc, doc.times[k]))
    exact = (t for t in times if t.start_day is not None and t.start_day == t.end_day)
    return {t.start_day for t in exact if t.start_day and any(form.isdigit() for form in doc.forms[t.first : t.last])}


def _heads(doc: Document, time: Time) -> bool:
    """Whether a time is that of a dateline (صور 5 يونيو –)."""
    return time.first < _DATELINE and time.last < len(doc.forms) and doc.forms[time.last] in _AFTER_DATELINE
