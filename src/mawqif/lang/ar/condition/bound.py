"""Conditions that stand side by side, that an either–or sets, and those after a verb of demanding terms."""

from __future__ import annotations

from collections.abc import Sequence

from mawqif.lang.ar.condition.terms import OPENING, parts
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.voice.forms import is_imperfect, is_past

_EITHER = frozenset(("اما", "فاما"))
_OR = frozenset(("واما", "او"))
_NOT = frozenset(("الا", "فلا", "لا"))
_IF = frozenset(("اذا", "ان"))
_SETS = ("اشترط", "اشترطت", "يشترط", "تشترط", "مشترطا", "مشترطه", "اشترطوا", "يشترطون")
_MORE = frozenset(("والا", "وان"))
_WHEN = frozenset(("وفي", "ومنذ", "وقبل", "وبعد"))
_VERBAL = 3
"""Count from which a word is a verb."""
_MARKED = 4
"""Tokens of a condition in which its أن stands (شرط أن، مرهون بأن، على ألا)."""
_LONGEST = 14
"""Tokens of a condition that is joined to another."""
Range = tuple[int, int]


def each_of(doc: Document, first: int, last: int) -> list[str]:
    """A condition, or those that it joins (شريطة أن يتوقف القتال، وأن يأذن المجلس), up to where something else is told."""
    last = next((k for k in range(first + 1, last) if tells_on(doc, k)), last)
    if OPENING.isdisjoint(doc.forms[first : min(last, first + _MARKED)]):
        starts = [first, *_suppositions(doc, first, last)]
        spans = [doc.span(a, b) for a, b in zip(starts, [*starts[1:], last], strict=True)]
        return [doc.text[start + (n > 0) : end].strip(" ،,") for n, (start, end) in enumerate(spans)]
    return parts(doc, first, last + _beside(doc, last))


def _suppositions(doc: Document, first: int, last: int) -> list[int]:
    """Where a supposition in the past goes on with another verb (إذا توقف القتال ووافق المجلس)."""
    if doc.words[first].bare not in _IF or first + 1 >= last or not is_past(doc.words[first + 1].bare):
        return []
    words = ((k, doc.words[k]) for k in range(first + 3, last - 1))
    return [
        k
        for k, word in words
        if word.form[0] == "و" and word.conjunction and word.verb >= _VERBAL and is_past(word.bare)
    ]


def tells_on(doc: Document, k: int) -> bool:
    """Whether a clause of its own goes on after a comma, with its time or place first (، وفي 3 مايو قال)."""
    return doc.words[k - 1].tag == "comma" and doc.forms[k] in _WHEN


def _beside(doc: Document, last: int) -> int:
    """The tokens of one more term that goes on right after a condition (…، وألا تطول المهمة)."""
    at = last + (last < len(doc.forms) and doc.words[last].tag == "comma")
    if at + 1 >= len(doc.forms) or doc.forms[at] not in _MORE or not is_imperfect(doc.words[at + 1].bare):
        return 0
    end = at + 1
    while end < min(len(doc.forms), at + _LONGEST) and doc.forms[end][0].isalnum() and doc.words[end].tag != "comma":
        end += 1
    return end - last


def joined(doc: Document, first: int, last: int) -> Range | None:
    """The verb, and what belongs to it, that goes on with a supposition in the past right after it (إذا توقف القتال ووافق المجلس)."""
    if doc.words[first].bare not in _IF or first + 1 >= last or not is_past(doc.words[first + 1].bare):
        return None
    if last >= len(doc.forms) or not doc.words[last].conjunction or doc.words[last].form[0] != "و":
        return None
    if not is_past(doc.words[last].bare):
        return None
    end = last + 1
    while end < min(len(doc.forms), last + _LONGEST) and doc.forms[end][0].isalnum() and doc.words[end].tag != "comma":
        end += 1
    return (last, end) if end > last + 1 else None


def either(doc: Document, first: int, last: int) -> list[str]:
    """What has to be, or else nothing will (إما أن نسافر معا وإما ألا نسافر)."""
    for k in range(first, last - 2):
        if doc.forms[k] not in _EITHER or doc.forms[k + 1] != "ان":
            continue
        for j in range(k + 3, min(last - 1, k + _LONGEST)):
            if doc.forms[j] in _OR and doc.forms[j + 1] in _NOT:
                start, end = doc.span(k + 1, j)
                return [doc.text[start:end].strip(" ،,")]
    return []


def sets_terms(forms: Sequence[str]) -> bool:
    """Whether a cue is a verb of setting terms (اشترط)."""
    return any(form.removeprefix("و").removeprefix("ف") in _SETS for form in forms)
