"""The day an article was published: from the stamp of the outlet or from a dateline at its head."""

from __future__ import annotations

import re
from datetime import date

from mawqif.lang.ar.times.find import Time, find_times
from mawqif.text.tokens import LINE, Tokens

_ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\s*((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = re.compile(r"\b(?:(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?|([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})),?\s+(\d{4})\b")
_HEAD_LINES = 12


def parse_published(published: str | None) -> date | None:
    """The day as printed, in the outlet's own time zone; `None` when it cannot be read.

    Takes ISO stamps, 13/09/2015, feed stamps (Tue, 06 Jan 2026) and dates in Arabic words (20 تشرين الثاني 2025).
    """
    if not published:
        return None
    if match := _ISO.match(published) or _COMPACT.match(published):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if (match := _ENGLISH.search(published)) and (day := _english(match)):
        return day
    return next((day for found in find_times(Tokens(published), None) if (day := _full_day(found))), None)


def _english(match: re.Match[str]) -> date | None:
    day, name = (match[1], match[2]) if match[1] else (match[4], match[3])
    if name.lower() not in _ENGLISH_MONTHS:
        return None
    return _date(int(match[5]), _ENGLISH_MONTHS.index(name.lower()) + 1, int(day))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def dateline(tokens: Tokens, limit: int | None = None) -> date | None:
    """The first full date that stands in the first lines (tokens before `limit`) as a dateline or stamp.

    A dateline is a line of its own or the beginning of a short line: a date inside a sentence does not count.
    """
    end = _head(tokens, limit)
    for found in find_times(tokens, None, end):
        if (day := _full_day(found)) and _stands_apart(tokens, found):
            return day
    return None


def _full_day(found: Time) -> date | None:
    return found.start_day if found.start_day == found.end_day and not found.vague else None


def _head(tokens: Tokens, limit: int | None) -> int:
    lines = 0
    stop = len(tokens) if limit is None else min(limit, len(tokens))
    for index in range(stop):
        lines += tokens.forms[index] == LINE
        if lines >= _HEAD_LINES:
            return index
    return stop


def _stands_apart(tokens: Tokens, found: Time) -> bool:
    """Whether the line the date stands in is hardly longer than the date."""
    first, last = found.first, found.last
    while first > 0 and tokens.forms[first - 1] != LINE:
        first -= 1
    while last < len(tokens) and tokens.forms[last] != LINE:
        last += 1
    return (last - first) - (found.last - found.first) <= 8
