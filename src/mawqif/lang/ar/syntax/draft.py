"""A statement while it is being read: token and character ranges, before its speaker and day are resolved."""

from __future__ import annotations

import msgspec

from mawqif.lang.ar.lexis.conjugation import Inflection
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.zone import Range
from mawqif.model import Act

Chars = tuple[int, int]
_UNSEEN = "\u0640\u0670\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Marks that stand on or between letters and are folded away: tatweel, dagger alif, direction marks."""


class Draft(msgspec.Struct, kw_only=True):
    """One statement. `content`, `cue` and the parts are code points; `source`, `antecedent`, `reach` are token ranges.

    `governor` is the draft whose speaker an own one is taken from (participles, chains), as an index into the drafts.
    """

    rule: str
    entry: str
    at: int
    act: Act
    cue: Chars | None
    content: list[Chars]
    reach: Range
    inflection: Inflection | None = None
    source: Range | None = None
    antecedent: Range | None = None
    governor: int | None = None
    audience: Chars | None = None
    channel: Chars | None = None
    when: Range | None = None
    via: Chars | None = None
    via_range: Range | None = None
    topic: bool = False
    relayed: bool = False
    resumptive: bool = False
    record: bool = False
    possessor: bool = False
    conditions: list[Chars] = []
    nested: bool = False


def chars(doc: Document, reach: Range, skip: int = 0) -> Chars:
    """Code points of a token range, the first `skip` letters of its first token left out; a letter may stand alone."""
    start, end = doc.span(*reach)
    if skip:
        start += _marked(doc, start, skip)
        if start >= doc.tokens.ends[reach[0]] and reach[1] - reach[0] > 1:
            start = doc.tokens.starts[reach[0] + 1]
    return start, end


def _marked(doc: Document, start: int, skip: int) -> int:
    """`skip` letters of the folded text may be more code points of the original, if marks stand between."""
    text, k, left = doc.text, start, skip
    while left:
        k += 1
        left -= 1
        while k < len(text) and ("\u064b" <= text[k] <= "\u0652" or text[k] in _UNSEEN):
            k += 1
    return k - start


def cue_chars(doc: Document, at: int) -> Chars:
    """Code points of a cue without an attached conjunction."""
    word = doc.words[at]
    return chars(doc, (at, at + 1), len(word.form) - len(word.bare))
