"""One pass over the tokens of an article: wake, read, keep the longest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

import msgspec

from mawqif.lang.ar.times.ago import AGO
from mawqif.lang.ar.times.calendar import VAGUE, Days
from mawqif.lang.ar.times.context import words
from mawqif.lang.ar.times.daydates import DATES
from mawqif.lang.ar.times.engine import Grammar, Rule, Wakes
from mawqif.lang.ar.times.lexicon import lexicon
from mawqif.lang.ar.times.names import NAMES
from mawqif.lang.ar.times.parser import Found, Parser, may_begin
from mawqif.lang.ar.times.parts import PARTS
from mawqif.lang.ar.times.periods import PERIODS
from mawqif.lang.ar.times.ranges import RANGES
from mawqif.lang.ar.times.shares import SHARES
from mawqif.lang.ar.times.vague import VAGUE_TIMES
from mawqif.lang.ar.times.weekdays import WEEKDAYS
from mawqif.text.fold import HARAKAT, fold_word
from mawqif.text.tokens import Tokens

RULES: tuple[Rule, ...] = (*NAMES, *WEEKDAYS, *DATES, *PARTS, *RANGES, *AGO, *PERIODS, *SHARES, *VAGUE_TIMES)
_TOLD = 30  # tokens within which السابق and التالي count from a time told before
_FROM_RULES = frozenset(
    {
        "days-of-month",
        "days-in-figures",
        "days-of-this-month",
        "two-dates",
        "two-months",
        "two-dated-months",
        "two-weekdays",
        "two-years",
        "bare-years",
    }
)


class Time(msgspec.Struct, frozen=True):
    """A time expression: tokens `first` to `last` (exclusive), code points `start` to `end` of the text.

    The span leaves out a preposition before it (في، خلال) and clitics that only join it; `when_start` is where it
    begins with that preposition, for the words that tell the time of saying. `preposition` says whether one is there.
    `start_day` and `end_day` are both inclusive, `None` where the reference day is missing or the time is `vague`.
    """

    first: int
    last: int
    start: int
    end: int
    when_start: int
    start_day: date | None
    end_day: date | None
    approximate: bool
    vague: bool
    preposition: bool
    rule: str


@cache
def grammar() -> tuple[Grammar, Wakes]:
    """The compiled rules and the folded words that wake them."""
    built = Grammar(RULES)
    return built, built.wakes(lexicon(), "Time")


def find_times(tokens: Tokens, reference: date | None, stop: int | None = None) -> list[Time]:
    """All time expressions (that begin before token `stop`) in order, none overlapping, days as seen from `reference`.

    Without a reference only absolute dates get days. Cost: linear; a token that wakes nothing costs one look-up.
    """
    built, wakes = grammar()
    waking = [places for form, places in tokens.places.items() if form in wakes or "0" <= form < ":"]
    woken = sorted([i for places in waking for i in places if stop is None or i < stop])
    return list(_read(tokens, woken, Parser(built, tokens.forms, reference))) if woken else []


def _read(tokens: Tokens, woken: Sequence[int], parser: Parser) -> Iterator[Time]:
    words, wakes = lexicon(), grammar()[1]
    forms = [*tokens.forms, ""]
    done = 0
    told = -_TOLD
    for index in woken:
        form = forms[index]
        wake = wakes.get(form) or _digits(form)
        if index >= done and may_begin(wake, words, forms[index + 1]) and (found := parser.longest("Time", index)):
            if found.value.told and index - told < _TOLD:
                found = msgspec.structs.replace(found, value=VAGUE)
            yield _time(tokens, index, found, done)
            done = found.end
            told = done if found.value.first else told


def _digits(form: str) -> tuple[frozenset[str], bool]:
    """Figures can be a date by themselves when they are a year or hold a mark."""
    return frozenset(), form.isdigit() and len(form) != 4


def _time(tokens: Tokens, index: int, found: Found, done: int) -> Time:
    value: Days = found.value
    first, skip = index, found.skip
    if found.rule in _FROM_RULES and index > done and tokens.forms[index - 1] in words("from"):
        first, skip = index - 1, len(tokens.forms[index - 1]) - 2
    start = _inside(tokens, first, skip)
    before = first > done and tokens.forms[first - 1] in words("when")
    when = (
        _inside(tokens, first - 1, _conjunction(tokens.forms[first - 1]))
        if before
        else _inside(tokens, first, found.conj)
    )
    return Time(
        first,
        found.end,
        start,
        tokens.ends[found.end - 1],
        min(when, start),
        value.first,
        value.last,
        value.approximate,
        value.vague,
        before or found.skip > found.conj,
        found.rule,
    )


def _conjunction(form: str) -> int:
    return 1 if len(form) > 2 and form[0] in "وف" else 0


def _inside(tokens: Tokens, index: int, skip: int) -> int:
    """Where the token begins after `skip` folded letters, in code points of the text."""
    at = tokens.starts[index]
    for _ in range(skip):
        at += 1
        while at < tokens.ends[index] and (tokens.text[at] in HARAKAT or not fold_word(tokens.text[at])):
            at += 1
    return at
