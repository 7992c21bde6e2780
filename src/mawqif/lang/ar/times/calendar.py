"""Arithmetic of days: units round a reference day, parts of a period, the Hijri year. Both ends of a period count."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta

import msgspec
from hijridate import Hijri

_UMM_AL_QURA = range(1343, 1501)
_TABULAR_EPOCH = 227014  # date.toordinal() of the day before 1 Muharram 1 in the civil tabular calendar
DAY = timedelta(days=1)
OFFSETS = {"past": -1, "past2": -2, "last": -1, "prev": -1, "current": 0, "future": 1, "future2": 2, "next": 1}
_LOOSE = frozenset({"prev", "next"})


class Days(msgspec.Struct, frozen=True):
    """What an expression means: first and last day, both inclusive; `None` where the reference day is needed."""

    first: date | None = None
    last: date | None = None
    approximate: bool = False
    vague: bool = False
    told: bool = False  # الشهر السابق: counted from a time told before, if there is one


UNKNOWN = Days()
VAGUE = Days(vague=True)


def days(first: date, last: date | None = None, approximate: bool = False) -> Days:
    """From `first` to `last`, by default one day."""
    return Days(first, last or first, approximate)


def around(value: Days) -> Days:
    """The same days, only approximately."""
    return msgspec.structs.replace(value, approximate=True)


def month_days(year: int, month: int) -> tuple[date, date]:
    """First and last day of a Gregorian month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def add_months(day: date, count: int) -> date:
    """The same day `count` months later, or the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, unit: str, count: int) -> Days:
    """The day `count` units away; months and longer units only say about when, hours fall on their day."""
    if unit in ("minute", "hour"):
        whole = abs(count) // 24 if unit == "hour" else 0
        return days(day + DAY * (whole if count > 0 else -whole))
    if unit in ("day", "week"):
        return days(day + DAY * (count * (7 if unit == "week" else 1)))
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
    return days(add_months(day, count * months), approximate=True)


def _week(day: date, offset: int) -> tuple[date, date]:
    monday = day - DAY * day.weekday() + DAY * (7 * offset)
    return monday, monday + DAY * 6


def _month(day: date, offset: int) -> tuple[date, date]:
    first = add_months(day.replace(day=1), offset)
    return month_days(first.year, first.month)


def _years(size: int, base: int) -> Callable[[date, int], tuple[date, date]]:
    def period(day: date, offset: int) -> tuple[date, date]:
        first = (day.year - base) // size * size + base + offset * size
        return date(first, 1, 1), date(first + size - 1, 12, 31)

    return period


_PERIODS: dict[str, Callable[[date, int], tuple[date, date]]] = {
    "day": lambda day, offset: (day + DAY * offset, day + DAY * offset),
    "week": _week,
    "month": _month,
    "year": _years(1, 0),
    "decade": _years(10, 0),
    "century": _years(100, 1),
}


def unit_period(unit: str, day: date, rel: str) -> Days:
    """The calendar unit (week: Monday to Sunday) that contains `day`, or one before or after it."""
    first, last = _PERIODS[unit](day, OFFSETS[rel])
    return Days(first, last, approximate=rel in _LOOSE, told=rel in _LOOSE)


def weekend(day: date, ahead: bool) -> tuple[date, date]:
    """Saturday and Sunday: the last that have begun, or the next that are not over."""
    saturday = day - DAY * ((day.weekday() - 5) % 7)
    if ahead and saturday + DAY < day:
        saturday += DAY * 7
    return saturday, saturday + DAY


def season_days(year: int, month: int) -> tuple[date, date]:
    """Three whole months from the month a season begins in; winter ends in the following year."""
    first = date(year, month, 1)
    return first, add_months(first, 3) - DAY


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day: Umm al-Qura 1343–1500, the tabular calendar before and after; `None` if there is none."""
    try:
        if year in _UMM_AL_QURA:
            return Hijri(year, month, day).to_gregorian()
        if not (1 <= month <= 12 and 1 <= day <= 30 and year >= 1):
            return None
        before = (year - 1) * 354 + (3 + 11 * year) // 30 + (month - 1) * 29 + month // 2
        return date.fromordinal(_TABULAR_EPOCH + before + day)
    except (ValueError, OverflowError):
        return None


def hijri_month(year: int, month: int) -> tuple[date, date] | None:
    """First and last day of a Hijri month."""
    first = hijri_day(year, month, 1)
    after = hijri_day(year + month // 12, month % 12 + 1, 1)
    return (first, after - DAY) if first and after else None


def hijri_year(day: date) -> int:
    """The Hijri year a Gregorian day falls in."""
    year = int((day.year - 622) * 33 / 32)
    while (first := hijri_day(year + 1, 1, 1)) and first <= day:
        year += 1
    return year


def pick(candidates: Iterable[tuple[date, date]], rel: str | None, day: date) -> tuple[date, date] | None:
    """The period meant among yearly `candidates` in order; without `rel` the last that has begun: the past first."""
    periods = list(candidates)
    if rel == "current":
        return min(periods, key=lambda p: _distance(p, day), default=None)
    if rel == "ahead":
        return _at([p for p in periods if p[1] >= day], 0)
    if rel in ("future", "future2", "next"):
        return _at([p for p in periods if p[0] > day], 1 if rel == "future2" else 0)
    if rel is None:
        return _at([p for p in reversed(periods) if p[0] <= day], 0)
    return _at([p for p in reversed(periods) if p[1] < day], 1 if rel == "past2" else 0)


def _at(periods: list[tuple[date, date]], index: int) -> tuple[date, date] | None:
    return periods[index] if index < len(periods) else None


def _distance(period: tuple[date, date], day: date) -> int:
    if period[0] <= day <= period[1]:
        return 0
    return min(abs((period[0] - day).days), abs((period[1] - day).days))


_THIRDS = {"start": (0, 1 / 3), "middle": (1 / 3, 2 / 3), "end": (2 / 3, 1)}
_YEAR = {"start": (0, 3), "middle": (4, 8), "end": (9, 12)}  # months
_MONTH = {"start": (0, 10), "middle": (10, 20), "end": (20, 31)}  # days


def edge_of(value: Days, edge: str) -> Days:
    """مطلع، منتصف، أواخر of a period: ten days of a month, the first or last quarter of a year, else a third."""
    if value.first is None or value.last is None:
        return value
    length = (value.last - value.first).days + 1
    if length < 3:
        return around(value)
    if length > 730:
        return _edge_in_years(value.first, value.last, edge)
    if 360 <= length <= 370:
        low, high = _YEAR[edge]
        return days(add_months(value.first, low), value.last if high == 12 else _before(value.first, high), True)
    low, high = _MONTH[edge] if 28 <= length <= 31 else (round(length * share) for share in _THIRDS[edge])
    return days(value.first + DAY * low, min(value.last, value.first + DAY * (high - 1)), True)


def _before(day: date, months: int) -> date:
    return add_months(day, months) - DAY


def _edge_in_years(first: date, last: date, edge: str) -> Days:
    """A third of a decade or century, in whole years."""
    years = last.year - first.year + 1
    low, high = (round(years * share) for share in _THIRDS[edge])
    return days(date(first.year + low, 1, 1), date(first.year + high - 1, 12, 31), True)


def share_of(value: Days, parts: int, number: int) -> Days:
    """The `number`-th of `parts` equal parts (quarters, halves, thirds); whole months where the period is a year."""
    if value.first is None or value.last is None:
        return value
    length = (value.last - value.first).days + 1
    if 360 <= length <= 370:
        months = 12 // parts
        first = add_months(value.first, months * (number - 1))
        return days(first, value.last if number == parts else add_months(first, months) - DAY, value.approximate)
    if length < parts:
        return value
    first = value.first + DAY * (length * (number - 1) // parts)
    return days(first, value.first + DAY * (length * number // parts - 1), value.approximate)


def units_at_end(value: Days, unit: str, count: int, at_end: bool) -> Days | None:
    """The first or last `count` units of a period; `None` where it is not that long."""
    if value.first is None or value.last is None or unit not in _STEPS or count > 1200:
        return None
    if at_end:
        first = _move(value.last + DAY, unit, -count)
        return days(first, value.last, value.approximate) if first >= value.first else None
    last = _move(value.first, unit, count) - DAY
    return days(value.first, last, value.approximate) if last <= value.last else None


def nth_unit(value: Days, unit: str, number: int) -> Days | None:
    """The `number`-th week, month, year or decade of a period."""
    upto = units_at_end(value, unit, number, False)
    if upto is None or upto.last is None or value.first is None or number < 1:
        return None
    return days(_move(value.first, unit, number - 1), upto.last, value.approximate)


_STEPS = {"day": (1, 0), "week": (7, 0), "month": (0, 1), "year": (0, 12), "decade": (0, 120)}


def _move(day: date, unit: str, count: int) -> date:
    step, months = _STEPS[unit]
    return day + DAY * (step * count) if step else add_months(day, months * count)
