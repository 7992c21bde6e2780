r"""One matching form of a text, with a way back to its own offsets.

Letters that are spelled in several ways become one (alef with any hamza, ya and alef maqsura, ha and ta marbuta,
Persian kaf and ya, presentation forms), digits become ASCII, marks that carry no letter (harakat, tatweel, direction
marks, zero-width characters) disappear, line ends of every kind become `\n`. No rule of the grammar ever
spells an alternative.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from unicodedata import normalize

import msgspec

HARAKAT = frozenset(
    [chr(c) for c in range(0x0610, 0x061B)]
    + [chr(c) for c in range(0x064B, 0x0660)]
    + [chr(c) for c in range(0x06D6, 0x06EE) if c not in (0x06DD, 0x06DE, 0x06E5, 0x06E6, 0x06E9)]
    + ["\u0640", "\u0670"]
)
_INVISIBLE = "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad"
_MARKS = HARAKAT | frozenset(_INVISIBLE)
_LETTERS = dict(zip("أإآٱىیےةۀەکڪگ", "اااايييهههككك", strict=True))
_FORMS = {
    chr(c): _LETTERS.get(base, base)
    for c in chain(range(0xFB50, 0xFE00), range(0xFE70, 0xFF00))
    if len(base := normalize("NFKC", chr(c))) == 1 and base.isalpha() and base != chr(c)
}
"""Presentation forms of one letter; a ligature (ﻻ) stays, since it is more than one letter at one place."""
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_SPACES = dict.fromkeys("\u00a0\u2007\u202f\t\u3000", " ") | dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n")

_FOLDED = _LETTERS | _FORMS | _DIGITS | _SPACES | dict.fromkeys(_MARKS, "")
_FULL = str.maketrans(_FOLDED)
_REMEMBERED = 512
"""Sets of marks whose pattern is kept."""


class Folded(msgspec.Struct, frozen=True):
    """A folded text; `offsets[i]` is the original code point of folded code point `i` (one more entry for the end)."""

    text: str
    offsets: Sequence[int]


def fold(text: str) -> Folded:
    """Fold a whole text, linear in its length; `range` serves as the map where no mark was dropped."""
    present = [char for char in _FOLDED if char in text]  # a few in a news text: faster than asking for every letter
    folded = text
    for char in present:
        folded = folded.replace(char, _FOLDED[char])
    marks = "".join(char for char in present if char in _MARKS)
    return Folded(folded, _offsets(text, marks) if marks else range(len(text) + 1))


def _offsets(text: str, marks: str) -> list[int]:
    """The places of what is none of the marks, and of the end."""
    offsets: list[int] = []
    past = 0
    for run in _runs_of(marks).finditer(text):
        offsets += range(past, run.start())
        past = run.end()
    offsets += range(past, len(text) + 1)
    return offsets


@lru_cache(_REMEMBERED)
def _runs_of(marks: str) -> re.Pattern[str]:
    """Runs of the marks that a text holds: one or two are found faster than any of them all."""
    return re.compile(f"[{marks}]+")


def fold_word(word: str) -> str:
    """Fold a word or phrase without the way back; folding it twice changes nothing more."""
    return word.translate(_FULL)
