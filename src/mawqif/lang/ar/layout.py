"""Where a sentence stands in its article: its line, its neighbours, its size."""

from __future__ import annotations

import msgspec

from mawqif.lang.ar.document import Document
from mawqif.text.tokens import LINE


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence's tokens `first:last`, its number among `count`, the tokens of its line, its words.

    `alone`: the sentence is the whole line.
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
    for number, (first, last) in enumerate(sentences):
        start, end = first, last
        if number and first > 0 and forms[first - 1] != LINE:
            start = out[-1].line[0]
        while end < len(forms) and forms[end] != LINE:
            end += 1
        words = sum(form[0].isalnum() for form in forms[first:last])
        out.append(
            Place(
                number=number,
                count=len(sentences),
                first=first,
                last=last,
                line=(start, end),
                alone=start == first and end == last,
                words=words,
            )  # fmt: skip
        )
    return out
