"""Whether two words name the same thing, as different outlets write it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from mawqif.text.fold import fold_word

_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"\b(عبد|ابو|ابي|ال|بن) +(?=(\w))")
"""Parts of names that are written apart or together (عبد الله، عبدالله)."""
_FEW = 4


@cache
def bare_words(text: str | None) -> frozenset[str]:
    """The folded words of a text without articles and one-letter words."""
    words = _WORD.findall(_JOINED.sub(r"\1", fold_word(text or "")))
    return frozenset(w[2:] if w.startswith("ال") and len(w) > _FEW else w for w in words if len(w) > 1)


def overlap(one: str | None, two: str | None) -> float:
    """The share of the shorter one's words that the other has too, 0 where one is empty."""
    a, b = bare_words(one), bare_words(two)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def same_name(one: str | None, two: str | None) -> bool:
    """Whether two personal names are one: the shorter one's words are in the longer, spelled alike up to a letter or two.

    >>> same_name("علييف", "إلهام علييف"), same_name("إسحاق دار", "محمد إسحاق دار"), same_name("تاياني", "كروزيتو")
    (True, True, False)
    """
    a, b = bare_words(one), bare_words(two)
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    found = sum(any(near(x, y) for y in long) for x in short)
    return found == len(short) or (found >= 2 and found >= len(short) - 1)


def near(x: str, y: str) -> bool:
    """One word in two transliterations: at most one letter in four changed, added or left out."""
    if x == y:
        return True
    longest = max(len(x), len(y))
    if longest < _FEW or abs(len(x) - len(y)) > 1 or x[0] != y[0]:
        return False
    return _distance(x, y) <= longest // 4


def _distance(x: str, y: str) -> int:
    row = list(range(len(y) + 1))
    for i, a in enumerate(x, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(y, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def fullest(names: Iterable[str | None]) -> str | None:
    """The name with most words that is written most often; `None` where there is none."""
    given = [name for name in names if name]
    return max(given, key=lambda n: (min(len(n.split()), 3), given.count(n)), default=None)
