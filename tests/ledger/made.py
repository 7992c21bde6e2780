"""Articles and readings made up for the tests of the store, which knows no language and believes any reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from mawqif.ledger import Added, Ledger
from mawqif.model import Article, Reading, Sentence, Span, Speaker, Statement

DAY = date(2026, 1, 6)
MINISTER = Speaker(name="سالم الجابر", kind="person", role="وزير الموانئ", speaks_for="QA")
HARBOUR = "قال سالم الجابر إن الميناء الجديد سيفتح في الربيع."
BRIDGE = "أكد سالم الجابر أن الجسر لن يغلق، وأن العمل مستمر."


class Clock:
    """A clock that goes a second with every look at it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 7, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def article(text: str = HARBOUR, **fields: object) -> Article:
    return Article(text=text, **{"id": "a1", "outlet": "صحيفة المرسى", "published": "2026-01-06", **fields})


def said(text: str, words: str, speaker: Speaker = MINISTER, **fields: object) -> Statement:
    """A statement whose cue is the first word of the text and whose content is `words`."""
    cue, start = text.split(maxsplit=1)[0], text.index(words)
    at = text.index(cue)
    given = {"mode": "indirect", "act": "say", "said_on": None, **fields}
    return Statement(
        nested=False, cue=Span(at, at + len(cue), cue), source=None, content=(Span(start, start + len(words), words),),
        speaker=speaker, when=None, channel=None, audience=None, via=None, conditions=(), rule="made:up", **given,
    )  # fmt: skip


def reading(given: Article, statements: Sequence[Statement] = ()) -> Reading:
    sentence = Sentence(start=0, end=len(given.text), voice="sourced")
    return Reading(
        id=given.id, title=given.title, outlet=given.outlet, published=given.published, sentences=(sentence,),
        statements=tuple(statements), text=given.text,
    )  # fmt: skip


def put(ledger: Ledger, given: Article, *statements: Statement, recipe: str = "r1", **fields: object) -> Added:
    """Add an article with these statements, published on `DAY` where nothing else is said."""
    return ledger.add(given, reading(given, statements), recipe, **{"published_on": DAY, **fields})


def harbour(ledger: Ledger, **fields: object) -> Added:
    given = article(**fields)
    return put(ledger, given, said(HARBOUR, "الميناء الجديد سيفتح في الربيع"))


def stem(word: str) -> str:
    """A language of the tests' own, in which و and ال stand before words."""
    word = word.removeprefix("و") if len(word) > 3 else word
    return word.removeprefix("ال") if len(word) > 4 else word
