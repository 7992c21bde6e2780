"""Numerals: digits, words in every case and gender, and their compounds (خمسة وعشرون، الثاني والعشرين)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from mawqif.lang.ar.times.lexicon import Lexeme, Lexicon

_DATE = re.compile(r"(\d{1,4})([/.\-:])(\d{1,2})\2(\d{1,4})")
_PAIR = re.compile(r"(\d{1,4})([/\-])(\d{1,4})")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?")
_GREGORIAN = range(1700, 2101)
_HIJRI = range(1250, 1501)


class Edge(msgspec.Struct, frozen=True, gc=False):
    """So many tokens read as one word of class `cls`; `clitic`, `skip` and `conj` as in `Lexeme`."""

    cls: str
    value: str | int | tuple[int, ...]
    length: int = 1
    clitic: str = ""
    skip: int = 0
    conj: int = 0


def digit_edges(form: str, length: int = 1) -> Iterator[Edge]:
    """Readings of a token that begins with a digit; `length` counts what stands before it too."""
    if form.isdigit():
        yield from number_edges(int(form) if len(form) < 6 else 0, len(form) == 4, length)
    elif match := _DATE.fullmatch(form):
        if day := _calendar_date(match):
            yield Edge("date", day, length)
    elif match := _PAIR.fullmatch(form):
        first, last = int(match[1]), int(match[3])
        yield Edge("pair", (first, last), length)
        if len(match[1]) == 4 and is_year(first) and _follows(first, match[3]):
            yield Edge("years", (first, first // 100 * 100 + last if last < 100 else last), length)
    if _CLOCK.fullmatch(form):
        yield Edge("clock_time", 0, length)


def number_edges(value: int, long: bool, length: int, clitic: str = "", skip: int = 0, conj: int = 0) -> Iterator[Edge]:
    """A plain number: any (`num`), a day of a month (`dnum`), a year (`yearnum`), a short year (`short_year`)."""
    if value < 1:
        return
    yield Edge("num", value, length, clitic, skip, conj)
    if value <= 31 and not long:
        yield Edge("dnum", value, length, clitic, skip, conj)
    if long and is_year(value):
        yield Edge("yearnum", value, length, clitic, skip, conj)
    if 40 <= value <= 99:
        yield Edge("short_year", value, length, clitic, skip, conj)


def is_year(value: int) -> bool:
    """Whether the number can be a year of the news: Gregorian 1700–2100 or Hijri 1250–1500."""
    return value in _GREGORIAN or value in _HIJRI


def _follows(first: int, last: str) -> bool:
    return (len(last) == 2 and int(last) == (first + 1) % 100) or (len(last) == 4 and first < int(last) < first + 120)


def _calendar_date(match: re.Match[str]) -> tuple[int, int, int] | None:
    """(year, month, day) of 12/7/2025, 2025-07-12 or 12.7.2025: the day first, unless it cannot be."""
    first, middle, last = int(match[1]), int(match[3]), int(match[4])
    if match[2] == ":" or (len(match[1]) > 2) == (len(match[4]) > 2):
        return None
    year, day = (first, last) if len(match[1]) > 2 else (last, first)
    if middle > 12 and day <= 12:
        middle, day = day, middle
    return (year, middle, day) if is_year(year) and 1 <= middle <= 12 and 1 <= day <= 31 else None


def word_number_edges(words: Lexicon, forms: Sequence[str], index: int) -> Iterator[Edge]:
    """Readings of a numeral written as words that begins at `index`: the longest compound of each kind."""
    for lexeme in words.get(forms[index], ()):
        if lexeme.cls == "cardinal":
            value, end = _compound(words, forms, int(lexeme.value), index + 1, "cardinal")
            yield from number_edges(value, value > 1000, end - index, lexeme.clitic, lexeme.skip, lexeme.conj)
        elif lexeme.cls in ("ordinal", "ordinal_f"):
            value, end = _compound(words, forms, int(lexeme.value), index + 1, "ordinal")
            yield Edge("ord", value, end - index, lexeme.clitic, lexeme.skip, lexeme.conj)
            if value <= 31 and lexeme.cls == "ordinal":
                yield Edge("dnum", value, end - index, lexeme.clitic, lexeme.skip, lexeme.conj)


def _compound(words: Lexicon, forms: Sequence[str], value: int, index: int, cls: str) -> tuple[int, int]:
    """`value` with the numerals that follow it: عشر, وعشرين, and after a hundred or thousand any smaller number."""
    if index >= len(forms):
        return value, index
    following = words.get(forms[index], ())
    if value < 10 and any(x.cls == "teen" and not x.clitic for x in following):
        return value + 10, index + 1
    for lexeme in following:
        if lexeme.cls == cls and lexeme.clitic == "+" and _may_follow(value, int(lexeme.value)):
            rest, end = _compound(words, forms, int(lexeme.value), index + 1, cls)
            return value + rest, end
    return value, index


def _may_follow(value: int, following: int) -> bool:
    if value < 10:
        return 20 <= following < 100
    return value >= 100 and following < min(value, 1000)


def is_number(lexeme: Lexeme) -> bool:
    """Whether the lexeme is a numeral, to be composed rather than used as it is."""
    return lexeme.cls in ("cardinal", "ordinal", "ordinal_f", "teen", "article")
