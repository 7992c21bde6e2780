"""The terms that a text counts up: after "and it is", after a colon, in a sentence of their own, as lines of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mawqif.lang.ar.syntax.document import Document

_IS = frozenset(("هو", "هي", "هما"))
_TERMS = frozenset(
    ("الشروط", "الشرط", "الشرطان", "الشرطين", "القيود", "والشروط", "والشرط", "وعددها", "وعددهما", "ابرزها", "اهمها")
)
OPENING = frozenset(("ان", "الا", "وان", "والا", "بان", "وبان", "بالا", "وبالا"))
"""What a term opens with."""
_NEXT = frozenset(("وان", "والا", "وبان", "وبالا"))
_COUNTED = frozenset(("امور", "شروط", "شرط", "شرطان", "شرطين", "الشرط", "الشروط", "قيود"))
_STOPS = frozenset(".؛;!؟")
_BESIDE = 3
"""Tokens before a colon in which the terms are counted."""
_NEAR = 3
"""Sentences after the one that speaks of terms in which they are counted up."""
_MOST = 8
"""Terms of a list."""


def terms(doc: Document, at: int) -> list[str]:
    """The terms counted up in the sentence of a token, after it, or in those that follow."""
    number = next((n for n, (_, b) in enumerate(doc.sentences) if at < b), None)
    if number is None:
        return []
    _, last = doc.sentences[number]
    for k in range(at, last - 1):
        if doc.words[k].bare in _IS or (doc.forms[k] == ":" and is_umbrella(doc.forms[max(at, k - _BESIDE) : k])):
            return parts(doc, k + 1, last)
    for start, end in doc.sentences[number : number + 1 + _NEAR]:
        opening = next((k for k in range(max(start, at), end) if doc.forms[k] in _TERMS), None)
        if opening is None:
            continue
        that = next((k for k in range(opening, end) if doc.forms[k] in OPENING), None)
        if that is not None:
            return parts(doc, that, end)
        if lines := list(_lines(doc, end)):
            return lines
    return []


def is_umbrella(forms: Sequence[str]) -> bool:
    """Whether words only count terms that are told elsewhere (إذا نفذت ثلاثة أمور، بشرط واحد)."""
    return any(form.lstrip("بل") in _COUNTED for form in forms)


def parts(doc: Document, first: int, last: int) -> list[str]:
    """A range of tokens parted before every وأن or وألا, each to its full stop; at least a word each."""
    starts = [first, *(k for k in range(first + 1, last) if doc.forms[k] in _NEXT)]
    found = []
    for start, end in zip(starts, [*starts[1:], last], strict=True):
        end = next((k for k in range(start + 1, end) if doc.forms[k] in _STOPS), end)
        while end > start and not doc.forms[end - 1][0].isalnum():
            end -= 1
        if end > start:
            begin = doc.tokens.starts[start] + (start > first)
            found.append(doc.text[begin : doc.tokens.ends[end - 1]])
    return found[:_MOST]


def _lines(doc: Document, at: int) -> Iterator[str]:
    """The lines from a token on that begin with a dash or bullet."""
    if at >= len(doc.forms):
        return
    for line in doc.text[doc.tokens.starts[at] :].split("\n")[:_MOST]:
        if line.strip()[:1] not in ("-", "–", "•", "*", "○", "●"):
            return
        yield line.strip(" -–•*○●.")
