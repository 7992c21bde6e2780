"""A text cut where what was found in it begins or ends, for every face that shows an article with its statements.

The cuts never fall inside a word: Arabic letters join, and a boundary between two of them may break the joining on
screen. So the cue of `وقال` is shown as the whole word, while the record keeps its exact letters.
"""

from __future__ import annotations

import bisect
import itertools
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from mawqif.model import Reading, Span, Statement, Voice

Part = Literal["cue", "source", "content", "condition", "when", "channel", "audience", "via"]
PARTS: tuple[Part, ...] = ("cue", "source", "content", "when", "channel", "audience", "via", "condition")

_LONGEST_WORD = 100
"""Code points; a longer run of letters is no word, and walking to its ends for every cut would take quadratic time."""


class Mark(msgspec.Struct, frozen=True, order=True):
    """Words `text[start:end]` that are one part of the statement at index `statement` of the reading."""

    start: int
    end: int
    part: Part
    statement: int


class Segment(msgspec.Struct, frozen=True):
    """A piece of the text over which nothing changes: its voice, and the marks that cover it."""

    start: int
    end: int
    voice: Voice | None
    marks: tuple[Mark, ...]


def spans_of(statement: Statement) -> Iterator[tuple[Part, Span]]:
    """Every span of a statement with the part it plays, in the order of `PARTS`."""
    single = {"cue": statement.cue, "source": statement.source}
    single |= {name: getattr(statement, name) for name in ("when", "channel", "audience", "via")}
    several = {"content": statement.content, "condition": statement.conditions}
    for part in PARTS:
        spans = several[part] if part in several else (single[part],)
        yield from ((part, span) for span in spans if span is not None)


def marks_of(text: str, reading: Reading) -> list[Mark]:
    """The spans of all statements as marks on whole words of `text`, in order of their place; empty ones left out."""
    marks = [
        Mark(word_start(text, span.start), word_end(text, span.end), part, number)
        for number, statement in enumerate(reading.statements)
        for part, span in spans_of(statement)
    ]
    return sorted(mark for mark in marks if mark.start < mark.end)


def segments(text: str, reading: Reading) -> list[Segment]:
    """The whole text in consecutive segments, cut also before and after every line break."""
    marks = marks_of(text, reading)
    cuts = sorted({0, len(text), *_line_cuts(text), *_sentence_cuts(text, reading), *_ends(marks)})
    starts = [sentence.start for sentence in reading.sentences]
    found, active, coming = [], list[Mark](), 0
    for start, end in itertools.pairwise(cuts):
        active = [mark for mark in active if mark.end > start]
        while coming < len(marks) and marks[coming].start <= start:
            active.append(marks[coming])
            coming += 1
        found.append(Segment(start, end, _voice(reading, starts, start, end), tuple(active)))
    return found


def paragraphs(text: str, reading: Reading) -> list[list[Segment]]:
    """The segments grouped by line of the text, blank lines and the breaks themselves left out."""
    lines: list[list[Segment]] = [[]]
    for segment in segments(text, reading):
        if text.startswith("\n", segment.start):
            lines.append([])
        else:
            lines[-1].append(segment)
    return [line for line in lines if any(text[s.start : s.end].strip() for s in line)]


def word_start(text: str, offset: int) -> int:
    """The beginning of the word that `offset` stands in, or `offset` itself at a word's edge."""
    place = min(max(offset, 0), len(text))
    steps = range(place, place - _LONGEST_WORD, -1)
    return next((edge for edge in steps if not _inside(text, edge)), place)


def word_end(text: str, offset: int) -> int:
    """The end of the word that `offset` stands in, or `offset` itself at a word's edge."""
    place = min(max(offset, 0), len(text))
    steps = range(place, place + _LONGEST_WORD)
    return next((edge for edge in steps if not _inside(text, edge)), place)


def _inside(text: str, offset: int) -> bool:
    return 0 < offset < len(text) and _joins(text[offset - 1]) and _joins(text[offset])


def _joins(char: str) -> bool:
    """Letters, what stands on them, and the invisible marks that letters join through."""
    category = unicodedata.category(char)
    return category[0] in "LM" or category in ("Cf", "Sk")


def _line_cuts(text: str) -> Iterator[int]:
    place = text.find("\n")
    while place >= 0:
        yield from (place, place + 1)
        place = text.find("\n", place + 1)


def _sentence_cuts(text: str, reading: Reading) -> Iterator[int]:
    for sentence in reading.sentences:
        yield from (word_start(text, sentence.start), word_end(text, sentence.end))


def _ends(marks: Iterable[Mark]) -> Iterator[int]:
    for mark in marks:
        yield from (mark.start, mark.end)


def _voice(reading: Reading, starts: list[int], start: int, end: int) -> Voice | None:
    """The voice of the sentence that the segment's last code point stands in."""
    place = bisect.bisect_right(starts, end - 1) - 1
    sentence = reading.sentences[place] if place >= 0 else None
    return sentence.voice if sentence and sentence.end > start else None
