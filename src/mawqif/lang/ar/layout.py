"""Where a sentence stands in its article: its line, its neighbours, its size."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from mawqif.lang.ar.document import Document
from mawqif.text.tokens import LINE


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence's tokens `first:last`, its number among `count`, the tokens of its line, its words.

    `alone`: the sentence is the whole line, but for what is no word (the end of an address).
    """

    number: int
    count: int
    first: int
    last: int
    line: tuple[int, int]
    alone: bool
    words: int


def places(doc: Document) -> list[Place]:
    """The places of all sentences."""
    sentences, forms = doc.sentences, doc.forms
    out: list[Place] = []
    line, end = (0, 0), 0
    for number, (first, last) in enumerate(sentences):
        if first >= end:
            end = next((k for k in range(last, len(forms)) if forms[k] == LINE), len(forms))
            line = (first, end)
        alone = first == line[0] and _wordless(forms[last : min(end, last + 13)])
        words = sum(form[0].isalnum() for form in forms[first:last])
        out.append(
            Place(number=number, count=len(sentences), first=first, last=last, line=line, alone=alone, words=words)
        )
    return out


def _wordless(rest: Sequence[str]) -> bool:
    return len(rest) <= 12 and not any(form[0] > "\u0620" for form in rest)
