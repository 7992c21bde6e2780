"""Where a sentence stands in its article: its line, its size, what its line links to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import msgspec

from mawqif.lang.ar.document import Document
from mawqif.lang.ar.zone import Range
from mawqif.text.tokens import LINE

LINKS = frozenset(("@", "#", "www", "http", "https", "pic"))
"""Forms that occur in addresses, hashtags and embedded posts."""


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
        self._before = list(accumulate([form[0].isalnum() for form in doc.forms], initial=0))
        self.places = self._places(doc.forms)

    def words(self, first: int, last: int) -> int:
        """How many of the tokens are words or numbers."""
        return self._before[last] - self._before[first]

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
