"""When a statement was said, as exactly as the article tells, and whether it is recalled from an earlier occasion."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from mawqif.lang.ar.syntax.document import Document
from mawqif.model import Statement

_RECALLED = frozenset(("كان", "كانت", "كانوا", "سبق"))
_CAME = frozenset(("جاء", "جاءت", "جاءا", "وجاء", "وجاءت"))
_BEFORE = 12
"""Tokens before the cue in which كان … قد or سبق marks what is recalled."""


_OPENING = 8
"""Tokens of a phrase of time before the first comma of its sentence."""


class Said(NamedTuple):
    """ISO days, inclusive; `None` where the article does not tell."""

    first: str | None
    last: str | None
    background: bool


def said(doc: Document, statement: Statement, statements: Sequence[Statement]) -> Said:
    """The days of a statement: those its own words of time mean, else those told of the speaker's other words beside it."""
    own = _own(doc, statement)
    if own.first is not None or own.background:
        return own
    around = sorted(statements, key=lambda other: abs(_at(other) - _at(statement)))
    for other in around:
        if _same(other, statement):
            told = _own(doc, other)
            if told.first is not None and not told.background:
                return told
    return own


def _same(one: Statement, two: Statement) -> bool:
    a, b = one.speaker, two.speaker
    if a.speaks_for is None or a.speaks_for != b.speaks_for:
        return False
    return a.name == b.name or "state" in (a.kind, b.kind) or "body" in (a.kind, b.kind)


def _at(statement: Statement) -> int:
    return statement.cue.start if statement.cue else statement.content[0].start


def _own(doc: Document, statement: Statement) -> Said:
    """By its words of time, its channel (مقابلة بُثت مساء الاثنين), or a sentence after it (جاء ذلك في مقابلة نُشرت أمس)."""
    at = bisect_left(doc.tokens.starts, statement.cue.start) if statement.cue else 0
    number = max(0, bisect_right([s[0] for s in doc.sentences], at) - 1)
    sentence = doc.sentences[number]
    background = _is_recalled(doc, sentence[0], at)
    for span in (statement.when, statement.channel):
        if span is None or (span is statement.when and _in_dateline(doc, sentence, span.start, at)):
            continue
        tokens = range(bisect_left(doc.tokens.starts, span.start), bisect_left(doc.tokens.starts, span.end))
        if days := _days(doc, tokens):
            return Said(*days, background)
    if not background and (days := _opening(doc, sentence)):
        return Said(*days, background)
    if number + 1 < len(doc.sentences) and not background:
        following = doc.sentences[number + 1]
        if doc.words[following[0]].bare in _CAME and (days := _days(doc, range(*following))):
            return Said(*days, background)
    day = None if background else doc.day_at(at)
    return Said(day.isoformat(), day.isoformat(), False) if day is not None else Said(None, None, background)


def _days(doc: Document, tokens: range) -> tuple[str, str] | None:
    for k in tokens:
        time = doc.times.get(k)
        if time is not None and time.start_day is not None and time.end_day is not None:
            return time.start_day.isoformat(), time.end_day.isoformat()
    return None


def _opening(doc: Document, sentence: tuple[int, int]) -> tuple[str, str] | None:
    """The day that a sentence opens with, which holds for all it tells (في اجتماع 19 فبراير تعهد … وأعلن)."""
    first, last = sentence
    if doc.words[first].bare != "في" and first not in doc.times:
        return None
    end = next((k for k in range(first, last) if doc.forms[k] in "،,"), first)
    return _days(doc, range(first, min(end, first + _OPENING)))


def _is_recalled(doc: Document, first: int, at: int) -> bool:
    return any(doc.words[k].bare in _RECALLED for k in range(max(first, at - _BEFORE), at))


def _in_dateline(doc: Document, sentence: tuple[int, int], start: int, at: int) -> bool:
    """Whether words of time stand in the dateline: at the head of the text, before a bracket or dash and the cue."""
    first = bisect_left(doc.tokens.starts, start)
    return sentence[0] == 0 and first < 8 and any(doc.forms[k] in "(–-—:" for k in range(first, at))
