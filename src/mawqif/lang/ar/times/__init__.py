"""Time expressions of Arabic news and the days they mean.

`find_times` works on the tokens of a whole article, `times` on a text; `parse_published` reads the stamp an outlet
prints, `dateline` the date that stands at the head of an article. Days are Gregorian, both ends inclusive.

How the open cases are settled:

- A bare weekday, month or date is the last that has begun, the reference day included; after a clause that looks ahead
  (سيلتقي، المقرر، بحلول) the next that is not over. A weekday said with a date chooses the year; a weekday that
  contradicts اليوم or أمس wins over it, up to five days back and one ahead.
- A week runs from Monday to Sunday, a weekend is Saturday and Sunday, the 19th century 1801–1900, summer June to
  August; the winter of a year begins in its December.
- مطلع، منتصف، أواخر are ten days of a month, the first or last quarter (or middle third) of a year, a third of
  anything else.
- قبل ثلاثة أيام and قبل أسبوع are one day; قبل شهر، قبل عامين are that day months or years back, and only approximate.
  الأيام الثلاثة الماضية are the three days before the reference day, الأيام الثلاثة المقبلة the three after it.
- بعد أسبوع is counted from the reference day only where the clause looks ahead; a time counted from something told
  (قبل يومين من الانتخابات) is no expression, one that only points to it (اليوم التالي) is vague.
- Hijri dates are approximate (Umm al-Qura; sighted months may differ by a day), unless the Gregorian date stands with
  them.
- A date that does not exist (30 فبراير) is vague.
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
