"""The errors of a reading, one record each: what the gold has, what was found instead, which rule did it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from mawqif.evaluate.checks import CHECKS, PARTS, content_exact, words_of
from mawqif.evaluate.compare import Comparison, Pair
from mawqif.evaluate.likeness import HALF, marks, overlap
from mawqif.model import Sentence, Span, Statement

KINDS = (
    "missed",
    "extra",
    "speaker",
    "content",
    "source",
    "act",
    "mode",
    "kind",
    "speaks_for",
    "said_on",
    "when",
    "channel",
    "audience",
    "via",
    "conditions",
    "voice",
)


class Error(msgspec.Struct, frozen=True, kw_only=True):
    """One difference between a reading and the gold.

    `expected` is what the gold has and `found` what the reading has, `None` where it has nothing there; `start` the
    code point to look at, `cue` the words of the cue, `rule` what decided in the reading, `context` the sentence.
    """

    kind: str
    article: str
    start: int
    expected: str | None
    found: str | None
    cue: str | None
    rule: str | None
    context: str


class _Place(msgspec.Struct, frozen=True):
    """Where an error stands: the gold statement (or the extra one) and the statement found, if any."""

    anchor: Statement
    said: Statement | None


def find_errors(comparison: Comparison) -> list[Error]:
    """All errors of one article, in the order of `KINDS` and of the text."""
    found = [*_unpaired(comparison), *_voices(comparison)]
    for pair in comparison.pairs:
        found.extend(_of_pair(comparison, pair))
    return sorted(found, key=lambda error: (KINDS.index(error.kind), error.start))


def _unpaired(comparison: Comparison) -> Iterator[Error]:
    for gold in comparison.missed:
        yield _error(comparison, "missed", _Place(gold, None), words_of(gold.content), None)
    for said in comparison.extra:
        yield _error(comparison, "extra", _Place(said, said), None, words_of(said.content))


def _of_pair(comparison: Comparison, pair: Pair) -> Iterator[Error]:
    place = _Place(pair.gold, pair.said)
    for kind, expected, found in _differences(pair):
        yield _error(comparison, kind, place, expected, found)


def _differences(pair: Pair) -> Iterator[tuple[str, str | None, str | None]]:
    for check in CHECKS:
        if check.error and check.applies(pair.gold) and not check.right(pair):
            yield check.error, check.shows(pair.gold), check.shows(pair.said)
    if not content_exact(pair):
        yield "content", words_of(pair.gold.content), words_of(pair.said.content)
    for kind, part in (PARTS | {"when": lambda s: s.when}).items():
        gold, said = part(pair.gold), part(pair.said)
        if (gold or said) and not marks([gold]) & marks([said]):
            yield kind, _text(gold), _text(said)
    yield from _condition_differences(pair.gold.conditions, pair.said.conditions)


def _condition_differences(
    gold: tuple[Span, ...], said: tuple[Span, ...]
) -> Iterator[tuple[str, str | None, str | None]]:
    for span in unmatched(gold, said):
        yield "conditions", span.text, None
    for span in unmatched(said, gold):
        yield "conditions", None, span.text


def unmatched(spans: tuple[Span, ...], others: tuple[Span, ...]) -> list[Span]:
    """Those spans that share less than half of the union with every one of the others."""
    marked = [marks([other]) for other in others]
    return [span for span in spans if all(overlap(marks([span]), other) < HALF for other in marked)]


def _voices(comparison: Comparison) -> Iterator[Error]:
    text = comparison.gold.article.text
    for gold, said in comparison.sentences:
        if said is None or said.voice != gold.voice:
            yield Error(
                kind="voice",
                article=comparison.gold.id,
                start=gold.start,
                expected=gold.voice,
                found=said.voice if said else None,
                cue=None,
                rule=said.rule if said else None,
                context=text[gold.start : gold.end],
            )


def _error(comparison: Comparison, kind: str, place: _Place, expected: str | None, found: str | None) -> Error:
    start = _start(place.anchor)
    return Error(
        kind=kind,
        article=comparison.gold.id,
        start=start,
        expected=expected,
        found=found,
        cue=_text(place.anchor.cue),
        rule=place.said.rule if place.said else None,
        context=_sentence_at(comparison.gold.article.text, comparison.gold.reading.sentences, start),
    )


def _start(statement: Statement) -> int:
    if statement.cue:
        return statement.cue.start
    return min((span.start for span in statement.content), default=0)


def _sentence_at(text: str, sentences: tuple[Sentence, ...], start: int) -> str:
    return next((text[s.start : s.end] for s in sentences if s.start <= start < s.end), "")


def _text(span: Span | None) -> str | None:
    return span.text if span else None
