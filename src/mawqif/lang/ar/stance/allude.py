"""Where an article names the day on which somebody spoke, in words whose stance was not understood.

A round-up tells in a few words, often in a picture, what others told at length (وأغلقه قاسم في 30 من الشهر نفسه). Who and
when are enough to know the occasion; whether there was one, other articles have to tell.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta

from mawqif.lang.ar.stance.target import Aim
from mawqif.lang.ar.stance.when import Days, is_dated
from mawqif.lang.ar.syntax.document import Document
from mawqif.model import Position, Reading, Span, Speaker

_AGO = timedelta(days=2)
"""A day nearer to publication is news, which is told in full."""
_LONGEST = timedelta(days=31)
"""The longest time that still tells an occasion, where the speaker is named (في نوفمبر)."""
_HEADING = 5
"""Tokens of a heading before its colon (المجر: …)."""
_NOBODY = Speaker(name=None, kind=None)


def allusions(
    doc: Document, reading: Reading, aim: Aim, days: Days, published: date, about: bool
) -> Iterator[Position]:
    """One for each actor that a sentence, or the heading of its paragraph, names beside a day, and one for names alone.

    `about`: the article is about the question, so that a sentence need not name it.
    """
    for number, (first, last) in enumerate(doc.sentences):
        voice = reading.sentences[number].voice if number < len(reading.sentences) else None
        told = [days[k] for k in range(first, last) if k in days and is_dated(doc, k)]
        told = [(a, b) for a, b in told if b <= published - _AGO and b - a < _LONGEST]
        if not told or voice == "boilerplate" or not (about or aim.mentions(doc, first, last)):
            continue
        start, end = doc.span(first, last)
        evidence = Span(start, end, doc.text[start:end])
        for actor in ("", *_actors(doc, aim, first, last)):
            for a, b in dict.fromkeys(told):
                yield _allusion(aim, actor, evidence, a, b)


def _allusion(aim: Aim, actor: str, evidence: Span, first: date, last: date) -> Position:
    return Position(
        question=aim.question.id, actor=actor, speaker=_NOBODY, stance="undecided", firmness="plain", conditions=(),
        said_from=first.isoformat(), said_to=last.isoformat(), channel=None, evidence=evidence, statement=None,
        background=True, weight=0.0, rule="allusion", alludes=True,
    )  # fmt: skip


def _actors(doc: Document, aim: Aim, first: int, last: int) -> list[str]:
    """The actors named in a sentence and in the heading of its paragraph, of the kind that is asked for; in order."""
    head = doc.text.rfind("\n", 0, doc.tokens.starts[first]) + 1
    opening = range(begin := bisect_left(doc.tokens.starts, head), min(first, begin + _HEADING + 1))
    headed = opening if any(doc.forms[k] == ":" for k in opening) else ()
    named = (m for k in (*headed, *range(first, last)) if (m := doc.mentions.get(k)) and not m.loose)
    kinds = ("state", "organisation") if aim.question.actors == "any" else (aim.question.actors.removesuffix("s"),)
    return list(dict.fromkeys(m.entity.actor for m in named if m.entity.type in kinds))
