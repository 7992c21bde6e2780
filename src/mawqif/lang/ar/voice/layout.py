"""Where a sentence stands in its article: its line, its size, what its line links to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import msgspec

from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.zone import Range
from mawqif.text.tokens import LINE

LINKS = frozenset(("@", "#", "www", "http", "https", "pic"))
"""Forms that occur in addresses, hashtags and embedded posts."""
_INTERVIEW = frozenset(("حوار", "الحوار", "مقابله", "المقابله", "حوارنا", "حواره", "حوارها", "لقاء", "اللقاء"))
QUESTIONS = 4
"""Fewest lines that ask in an interview."""
QUESTION = 45
ANSWER = 3
"""Most words of such a line, and of a line that is no answer but a heading."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence's tokens `first:last`, its number among `count`, its words, the `links` on its line.

    `alone`: the sentence is the whole line, but for what is no word (the end of an address).
    """

    number: int
    count: int
    first: int
    last: int
    alone: bool
    words: int
    links: frozenset[str]


class Layout:
    """The places of all sentences, and word counts of any stretch."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self._before = list(accumulate([word.spoken for word in doc.words], initial=0))
        self.places = self._places(doc.forms)

    def words(self, first: int, last: int) -> int:
        """How many of the tokens are words or numbers."""
        return self._before[last] - self._before[first]

    def answers(self) -> list[bool]:
        """Which sentences answer: in an interview, what stands between one line that asks and the next."""
        asks = [self._asks(place) for place in self.places]
        if sum(asks) < QUESTIONS or 12 * sum(asks) < len(asks):
            return [False] * len(asks)
        marked = sum(
            not self.doc.forms[p.first][0].isalnum() for p, asked in zip(self.places, asks, strict=True) if asked
        )
        first = asks.index(True)
        named = any(word.core in _INTERVIEW for word in self.doc.words[: self.places[first].first])
        if 2 * marked < sum(asks) and not named:
            return [False] * len(asks)
        return [n > first and not asks[n] and p.words > ANSWER for n, p in enumerate(self.places)]

    def _asks(self, place: Place) -> bool:
        asked = self.doc.forms[place.last - 1] in "؟?"
        return asked and place.alone and place.number > 0 and place.words <= QUESTION

    def _places(self, forms: Sequence[str]) -> list[Place]:
        out: list[Place] = []
        line: Range = (0, 0)
        links: frozenset[str] = frozenset()
        sentences = self.doc.sentences
        for number, (first, last) in enumerate(sentences):
            if first >= line[1]:
                line = (first, next((k for k in range(last, len(forms)) if forms[k] == LINE), len(forms)))
                links = LINKS.intersection(forms[line[0] : line[1]])
            alone = first == line[0] and _wordless(forms[last : min(line[1], last + 13)])
            words = self.words(first, last)
            out.append(
                Place(
                    number=number, count=len(sentences), first=first, last=last, alone=alone, words=words, links=links
                )
            )
        return out


def _wordless(rest: Sequence[str]) -> bool:
    return len(rest) <= 12 and not any(form[0] > "\u0620" for form in rest)
