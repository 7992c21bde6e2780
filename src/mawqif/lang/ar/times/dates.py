"""What days a day, a month or a year of a calendar means, seen from a reference day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from mawqif.lang.ar.times.calendar import (
    DAY,
    UNKNOWN,
    VAGUE,
    Days,
    days,
    hijri_day,
    hijri_month,
    hijri_year,
    month_days,
    pick,
    season_days,
)

_SPAN = 8


class Month(NamedTuple):
    """A month of the Gregorian (`g`) or Hijri (`h`) calendar."""

    calendar: str
    number: int


class Tail(NamedTuple):
    """What fixes the year of a month or day: a year, a word like الماضي, or a year that cannot be known (`unknown`)."""

    rel: str | None = None
    year: int | None = None
    unknown: bool = False


Bounds = tuple[date, date]


def year_days(year: int, calendar: str) -> Days | None:
    """The year from its first to its last day."""
    if calendar == "g":
        return days(date(year, 1, 1), date(year, 12, 31))
    first, after = hijri_day(year, 1, 1), hijri_day(year + 1, 1, 1)
    return days(first, after - DAY, True) if first and after else None


def in_years(make: Callable[[int], Bounds | None], calendar: str, tail: Tail, ref: date | None) -> Days | None:
    """The one of the yearly periods `make(year)` that `tail` and the reference day choose."""
    hijri = calendar == "h"
    if tail.year is not None:
        bounds = _hijri_in_gregorian(make, tail.year) if hijri and tail.year > 1500 else make(tail.year)
    elif ref is None or tail.unknown:
        return UNKNOWN if ref is None else VAGUE
    else:
        centre = hijri_year(ref) if hijri else ref.year
        years = range(max(1, centre - _SPAN), min(9990, centre + _SPAN) + 1)
        bounds = pick((made for year in years if (made := make(year))), tail.rel, ref)
    told = tail.rel in ("prev", "next")
    return Days(*bounds, approximate=hijri or told, told=told) if bounds else None


def _hijri_in_gregorian(make: Callable[[int], Bounds | None], year: int) -> Bounds | None:
    """رمضان 2023: the Hijri period that begins in the Gregorian year."""
    first = hijri_year(date(year, 1, 1))
    return next((made for y in range(first, first + 3) if (made := make(y)) and made[0].year == year), None)


def month_in_year(month: Month, tail: Tail, ref: date | None) -> Days | None:
    """A whole month."""

    def make(year: int) -> Bounds | None:
        if month.calendar == "h":
            return hijri_month(year, month.number)
        return month_days(year, month.number)

    return in_years(make, month.calendar, tail, ref)


def day_in_year(day: int, month: Month, tail: Tail, ref: date | None, weekday: int | None = None) -> Days | None:
    """A day of a month; where no year is said, a weekday chooses the nearest year it fits."""

    def make(year: int) -> Bounds | None:
        made = _day(year, month, day)
        if made is None or (weekday is not None and tail.year is None and made.weekday() != weekday):
            return None
        return made, made

    if weekday is not None and tail.rel in (None, "ahead") and tail.year is None:
        found = in_years(make, month.calendar, Tail("current"), ref)
        return found or day_in_year(day, month, tail, ref)
    return in_years(make, month.calendar, tail, ref)


def _day(year: int, month: Month, day: int) -> date | None:
    if month.calendar == "h":
        return hijri_day(year, month.number, day)
    try:
        return date(year, month.number, day)
    except ValueError:
        return None


def numeric_date(year: int, month: int, day: int) -> Days | None:
    """12/7/2025 or 24/10/1436."""
    return day_in_year(day, Month("h" if year <= 1500 else "g", month), Tail(year=year), None)


def season_in_hijri_year(month: int, year: int) -> Days | None:
    """صيف 1434: the season that begins within the Hijri year."""
    whole = year_days(year, "h")
    if whole is None or whole.first is None or whole.last is None:
        return None
    seasons = (season_days(y, month) for y in range(whole.first.year, whole.last.year + 1))
    found = next((s for s in seasons if whole.first <= s[0] <= whole.last), None)
    return days(*found, True) if found else None


def two_years(first: int, last: int) -> Days | None:
    """From the first day of one year to the last of a later one of the same calendar."""
    calendars = ["h" if year <= 1500 else "g" for year in (first, last)]
    if calendars[0] != calendars[1] or first >= last:
        return None
    return span(year_days(first, calendars[0]), year_days(last, calendars[1]))


def span(first: Days | None, last: Days | None) -> Days | None:
    """From the first day of one to the last day of the other; `None` if they run backwards."""
    if first is None or last is None:
        return None
    if first.first is None or last.last is None:
        return UNKNOWN
    if first.first > last.last:
        return None
    return days(first.first, last.last, first.approximate or last.approximate)
