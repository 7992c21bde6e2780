"""Paragraphs with a label and a colon: the turns of an interview (الصحيفة: هل …؟), the entries of a live page (مراسلنا: …)."""

from __future__ import annotations

import itertools
from collections import Counter

import msgspec

from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft, chars
from mawqif.lang.ar.syntax.extent import trim_end
from mawqif.lang.ar.syntax.phrase import can_speak
from mawqif.lang.ar.syntax.zone import Range
from mawqif.text.tokens import LINE

_LONGEST_LABEL = 7
_ASKING = frozenset(("س", "سؤال", "السؤال"))
_ANSWERING = frozenset(("ج", "جواب", "الجواب"))
_STOPS = frozenset(".؟?!")
_QUESTION = frozenset("؟?")
_STAMP = 6
"""Most tokens of a line that tells nothing but the hour of the entry below it."""


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph `first:last` whose label ends at `colon`."""

    first: int
    colon: int
    last: int
    label: str
    asks: bool


class Dialogue:
    """The labelled turns of a document by their first tokens, and where its live entries begin."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        lines = _lines(doc)
        self.entries = _entries(doc, lines)
        labelled = [p for line in lines if (p := _paragraph(doc, line)) is not None]
        labels = Counter(p.label for p in labelled)
        asking = Counter(p.label for p in labelled if p.asks)
        self.asking = {label for label, count in asking.items() if 2 * count > labels[label] or label in _ASKING}
        turns = [p for k, p in enumerate(labelled) if self._is_turn(labelled, k, labels)] if self.asking else []
        answered = any(p.label not in self.asking for p in turns)
        self.turns = {p.first: self._whole(p, lines, turns) for p in turns} if answered else {}

    def _is_turn(self, labelled: list[Paragraph], k: int, labels: Counter[str]) -> bool:
        """A label that comes again, or one of a question and its answer that follow each other."""
        here = labelled[k]
        if labels[here.label] > 1 or here.label in _ASKING | _ANSWERING:
            return True
        beside = labelled[k - 1] if here.label not in self.asking and k else labelled[min(k + 1, len(labelled) - 1)]
        asked = (beside.label in self.asking) != (here.label in self.asking)
        return asked and can_speak(self.doc, here.first, here.colon)

    def _whole(self, turn: Paragraph, lines: list[Range], turns: list[Paragraph]) -> Paragraph:
        """With the paragraphs without a label up to the next turn, headings apart."""
        last = turn.last
        if turn.label not in self.asking and any(t.first > turn.first for t in turns):
            for first, end in lines:
                if first <= turn.first:
                    continue
                if self.doc.forms[end - 1] not in _STOPS or any(t.first == first for t in turns):
                    break
                last = end
        return msgspec.structs.replace(turn, last=last)

    def read(self, start: int) -> Draft | str:
        """The turn that begins at `start`: its label is the source, all the rest the content."""
        doc, turn = self.doc, self.turns.get(start)
        if turn is None:
            return "no turn of an interview"
        reach = (turn.colon + 1, trim_end(doc, turn.colon + 1, turn.last))
        letter = turn.label in _ASKING | _ANSWERING
        quote = doc.quotes.get(reach[0])
        if quote is not None and quote.closed and quote.last == reach[1] - 1 and doc.is_speech(reach[0]):
            reach = (reach[0] + 1, trim_end(doc, reach[0] + 1, quote.last))
        return Draft(
            rule="dialogue", entry="؟" if turn.label in self.asking else ":", at=turn.colon,
            act="ask" if turn.label in self.asking else "say", cue=doc.span(turn.colon, turn.colon + 1),
            content=[chars(doc, reach)], reach=reach, source=None if letter else (turn.first, turn.colon),
        )  # fmt: skip


def _lines(doc: Document) -> list[Range]:
    """The lines of the text as token ranges, empty ones left out."""
    breaks = [-1, *(k for k, form in enumerate(doc.forms) if form == LINE), len(doc.forms)]
    return [(a + 1, b) for a, b in itertools.pairwise(breaks) if b > a + 1]


def _paragraph(doc: Document, line: Range) -> Paragraph | None:
    """A line with a label: a few words without a verb or a mark before its first colon, and words after it."""
    first, last = line
    colon = next((k for k in range(first, min(last, first + _LONGEST_LABEL)) if doc.words[k].tag == "colon"), None)
    if colon is None or colon == first or colon + 1 >= last:
        return None
    words = doc.words[first:colon]
    if any(w.tag in ("comma", "open", "that", "relative") for w in words) or words[0].conjunction and words[0].cues:
        return None
    if any(not c.is_noun and w.verb >= max(3, w.noun) for w in words for c in w.cues):
        return None
    label = " ".join(form for form in doc.forms[first:colon] if form[0].isalpha())
    return Paragraph(first, colon, last, label, doc.forms[last - 1] in _QUESTION) if label else None


def _entries(doc: Document, lines: list[Range]) -> frozenset[int]:
    """The first tokens of lines that stand below a line with an hour (08:15 بتوقيت القدس), if several do."""
    stamped = [
        below[0]
        for stamp, below in itertools.pairwise(lines)
        if stamp[1] - stamp[0] <= _STAMP and any(_is_hour(form) for form in doc.forms[stamp[0] : stamp[0] + 2])
    ]
    return frozenset(stamped) if len(stamped) > 1 else frozenset()


def _is_hour(form: str) -> bool:
    hour, colon, minute = form.partition(":")
    return bool(colon) and hour.isdigit() and minute.isdigit() and len(minute) == 2
