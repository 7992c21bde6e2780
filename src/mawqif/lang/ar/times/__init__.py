"""Time expressions of Arabic news and the days they mean.

`find_times` works on the tokens of a whole article, `times` on a text; `parse_published` reads the stamp an outlet
prints, `dateline` the date that stands at the head of an article. Days are Gregorian, both ends inclusive; a week runs
from Monday to Sunday.
"""

from __future__ import annotations

from datetime import date

from mawqif.lang.ar.times.find import Time, find_times
from mawqif.lang.ar.times.stamps import dateline, parse_published
from mawqif.model import TimeExpression
from mawqif.text.tokens import Tokens

__all__ = ["Time", "dateline", "find_times", "parse_published", "times"]


def times(text: str, reference: date | None) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, without those that fix no day at all (مؤخرا، في وقت سابق، قبل أيام).

    Offsets are code points of `text`. Without a reference day relative expressions are listed with no days.
    """
    return tuple(_public(text, found) for found in find_times(Tokens(text), reference) if not found.vague)


def _public(text: str, found: Time) -> TimeExpression:
    return TimeExpression(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        first=found.start_day.isoformat() if found.start_day else None,
        last=found.end_day.isoformat() if found.end_day else None,
        approximate=found.approximate,
    )
