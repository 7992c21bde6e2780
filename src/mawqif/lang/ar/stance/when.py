"""When a statement was said, as exactly as the article tells, and whether it is recalled from an earlier occasion."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from mawqif.lang.ar.syntax.document import Document
from mawqif.model import Statement

_RECALLED = frozenset(("كان", "كانت", "كانوا", "سبق"))
_BEFORE = 12
"""Tokens before the cue in which كان … قد or سبق marks what is recalled."""


class Said(NamedTuple):
    """ISO days, inclusive; `None` where the article does not tell."""

    first: str | None
    last: str | None
    background: bool


def said(doc: Document, statement: Statement) -> Said:
    """The days of a statement: those its own words of time mean, else those of its channel (مقابلة بُثت مساء الاثنين)."""
    at = bisect_left(doc.tokens.starts, statement.cue.start) if statement.cue else 0
    sentence = doc.sentences[max(0, bisect_right([s[0] for s in doc.sentences], at) - 1)]
    background = _is_recalled(doc, sentence[0], at)
    for span in (statement.when, statement.channel):
        if span is None or (span is statement.when and _in_dateline(doc, sentence, span.start, at)):
            continue
        first = bisect_left(doc.tokens.starts, span.start)
        last = bisect_left(doc.tokens.starts, span.end)
        for k in range(first, last):
            time = doc.times.get(k)
            if time is not None and time.start_day is not None and time.end_day is not None:
                return Said(time.start_day.isoformat(), time.end_day.isoformat(), background)
    return Said(None, None, background)


def _is_recalled(doc: Document, first: int, at: int) -> bool:
    return any(doc.words[k].bare in _RECALLED for k in range(max(first, at - _BEFORE), at))


def _in_dateline(doc: Document, sentence: tuple[int, int], start: int, at: int) -> bool:
    """Whether words of time stand in the dateline: at the head of the text, before a bracket or dash and the cue."""
    first = bisect_left(doc.tokens.starts, start)
    return sentence[0] == 0 and first < 8 and any(doc.forms[k] in "(–-—:" for k in range(first, at))
