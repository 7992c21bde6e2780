"""When two spans cover the same words, and when two names mean one speaker, as the published measures see it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from mawqif.model import Span

Marks = frozenset[int]
EDGES = frozenset(" \t\r\n\u200f\u200e\"'«»“”„‟‘’‹›()[]،؛:.,;!؟?…-–—*")
HALF = 0.5
_LETTERS = str.maketrans("أإآٱىة", "اااايه", "ـ")
_ARTICLE = "ال"
_WORD = re.compile(r"\w+")


def marks(spans: Iterable[Span | None]) -> Marks:
    """The code points that the spans cover together; nothing for `None`."""
    return frozenset(offset for span in spans if span is not None for offset in range(span.start, span.end))


def overlap(one: Marks, other: Marks) -> float:
    """Shared code points as a share of their union, 0.0 to 1.0; 0.0 where either is empty."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def trimmed(text: str, spans: Iterable[Span | None]) -> list[tuple[int, int]]:
    """The spans in order, without the quotes, spaces and punctuation at their edges; empty ones are dropped."""
    edges = (_trim(text, span.start, span.end) for span in spans if span is not None)
    return sorted((start, end) for start, end in edges if start < end)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


def words(name: str | None) -> frozenset[str]:
    """The bare words of a name: no marks, one alef, one ya, one ha, no article; empty for `None`."""
    if not name:
        return frozenset()
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return frozenset(map(_bare, _WORD.findall("".join(letters).translate(_LETTERS).lower())))


def _bare(word: str) -> str:
    return word[len(_ARTICLE) :] if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 2 else word


def same_speaker(one: str | None, other: str | None) -> bool:
    """True where at least half the words of the shorter name stand in the other, or where neither has any."""
    first, second = words(one), words(other)
    if not first or not second:
        return not first and not second
    return len(first & second) >= (min(len(first), len(second)) + 1) // 2
