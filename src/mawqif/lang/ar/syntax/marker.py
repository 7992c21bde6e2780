"""Complement markers: where, after a cue, what was said begins."""

from __future__ import annotations

from functools import cache

import msgspec

from mawqif.lang.ar.lexis.deeds import is_deed
from mawqif.lang.ar.lexis.shape import VERBAL
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.document import Document

CLAUSE, QUOTE, COLON, PHRASE, QUESTION = "clause", "quote", "colon", "phrase", "question"
_LETTERS = frozenset("بلك")
_CONTENT_PREPOSITIONS = {
    "الي": "إلى",
    "علي": "على",
    "عن": "عن",
    "من": "من",
    "في": "في",
    "حول": "حول",
    "ب": "ب",
    "ل": "ل",
}
_FUSED = {"عما": "عن", "مما": "من", "بما": "ب", "لما": "ل", "فيما": "في"}
_BECAUSE = frozenset("لان لانه لانها لانهم لاننا".split())
_QUESTIONS = frozenset(("هل", "لماذا", "كيف", "متي", "اين", "ماذا", "اليس", "الم", "عما"))


_OWN = frozenset(
    "انا نحن لقد اعتقد اظن اتمني اري اود اريد امل اقول ادعو اؤكد اشكر اتوقع اعرف يجب ينبغي لابد هناك".split()
)
"""Words that only a speaker himself begins with: the first person, obligation."""
_SHORTEST = 4
"""Letters of a verb with its prefix."""
LONGEST_BRACKET, SHORT_BRACKET = 40, 9


class Marker(msgspec.Struct, frozen=True, gc=False):
    """The kind of complement, the token its content starts with and the letters of that token left outside."""

    kind: str
    first: int
    skip: int = 0
    preposition: str = ""


def is_clause_particle(doc: Document, i: int) -> bool:
    """أن، إن، بأن، أنه … at token `i` (without a conjunction: وأن goes on, it does not begin)."""
    word = doc.words[i]
    return word.tag == "that" and not word.conjunction


def marker_at(doc: Document, i: int, limit: int, takes: tuple[str, ...]) -> Marker | None:
    """The complement that begins at token `i` for a cue that takes `takes`, or None."""
    word = doc.words[i]
    if i in doc.quotes:
        return _quoted(doc, i, limit, takes) if i + 1 < limit else None
    if word.tag == "colon":
        return _after_colon(doc, i, limit, takes)
    if word.form == "بالا" and word.tag == "that" and _takes_clause(takes):
        return Marker(CLAUSE, i, 1)
    if is_clause_particle(doc, i):
        return _clause(doc, i + 1, limit) if _takes_clause(takes) else None
    if word.bare in _BECAUSE and "ل" in takes and not word.conjunction:
        return _clause(doc, i + 1, limit)
    if word.bare in _QUESTIONS and "هل" in takes:
        return Marker(QUESTION, i)
    if word.form == "الا" and _takes_clause(takes) and doc.tokens.text[doc.tokens.starts[i]] == "أ":
        return Marker(CLAUSE, i)
    return _preposition(doc, i, limit, takes)


def _quoted(doc: Document, i: int, limit: int, takes: tuple[str, ...]) -> Marker | None:
    """A quotation, or one that begins with the verb's own preposition (طالب الدول «بالقيام بذلك»)."""
    if i + 1 < limit and doc.words[i + 1].preposition in takes and doc.words[i + 1].preposition:
        word = doc.words[i + 1]
        return Marker(QUOTE, i, len(word.form) - len(word.bare) + 1, word.preposition)
    clause = i + 1 < limit and doc.words[i + 1].tag == "that" and _takes_clause(takes)
    return Marker(QUOTE, i) if ("«" in takes or clause) and doc.is_speech(i) else None


@cache
def fold_stops(takes: tuple[str, ...]) -> tuple[str, ...]:
    """The prepositions among what a verb takes, folded."""
    stops = (t for t in takes if t not in ("أن", "«", ":", "noun", "topic", "light") and t[-1] != "+")
    return tuple({"إلى": "الي", "على": "علي", "من>": "من"}.get(s, s) for s in stops)


@cache
def _takes_clause(takes: tuple[str, ...]) -> bool:
    return any(t not in ("«", ":", "هل", "noun", "topic", "light", "record", "relay") and t[-1] != "+" for t in takes)


def _clause(doc: Document, first: int, limit: int) -> Marker | None:
    while first < limit and doc.words[first].tag in ("colon", "comma"):
        first += 1
    if first >= limit:
        return None
    return Marker(CLAUSE, first)


def _after_colon(doc: Document, i: int, limit: int, takes: tuple[str, ...]) -> Marker | None:
    after = i + 1
    if after >= limit or not ({"«", ":", "أن"} & set(takes)):
        return None
    if after in doc.quotes:
        return Marker(QUOTE, after) if after + 1 < limit else None
    if is_clause_particle(doc, after):
        return _clause(doc, after + 1, limit)
    return Marker(COLON, after)


def _preposition(doc: Document, i: int, limit: int, takes: tuple[str, ...]) -> Marker | None:
    word = doc.words[i]
    if word.conjunction and word.bare != "ب":
        return None
    name = _CONTENT_PREPOSITIONS.get(word.bare)
    if name is not None and i + 1 < limit and (word.tag == "preposition" or word.bare in ("ب", "ل")):
        return _content_after(doc, i + 1, limit, name, takes)
    if word.preposition in _LETTERS and doc.words[i - 1].tag != "preposition":
        event = word.preposition + "+" in takes and names_event(doc, i, limit, definite=True)
        if word.preposition in takes or event:
            skip = len(word.form) - len(word.bare) + 1
            return Marker(PHRASE, i, skip, word.preposition)
    fused = _FUSED.get(word.bare)
    if fused in takes and i + 1 < limit:
        whether = doc.words[i + 1].bare == "اذا"
        return Marker(QUESTION, i + 1 if whether else i, int(fused in ("ب", "ل") and not whether), fused or "")
    return None


def names_event(doc: Document, first: int, limit: int, *, definite: bool = False) -> bool:
    """Whether a noun of an event with what belongs to it starts at `first`: تحدث عن مقتل جنديين, not عن السياسة.

    A `definite` one counts with its preposition only (قرار الحكومة الانسحاب من …).
    """
    word = doc.words[first]
    if word.conjunction or first in doc.quotes or first + 1 >= limit:
        return False
    letter = doc.text[doc.tokens.starts[first] + word.form.rfind(word.core)]
    if word.definite and letter != "إ":
        after = doc.words[first + 1]
        return definite and bool(after.tag == "preposition" or after.preposition) and is_deed(word.core[2:], "")
    return is_deed(word.core, letter)


def _content_after(doc: Document, first: int, limit: int, name: str, takes: tuple[str, ...]) -> Marker | None:
    if is_clause_particle(doc, first):
        if name == "على" and "topic" in takes and name not in takes:
            return None
        if name in ("من", "في", "حول") and name not in takes:
            return None
        return _clause(doc, first + 1, limit) if _takes_clause(takes) else None
    if doc.words[first].form == "الا" and doc.text[doc.tokens.starts[first]] == "أ" and _takes_clause(takes):
        return Marker(CLAUSE, first)
    if name not in takes and not (name + "+" in takes and names_event(doc, first, limit)):
        return None
    if first in doc.quotes and doc.is_speech(first):
        return Marker(QUOTE, first, 0, name)
    if doc.words[first].bare == "ما" and first + 1 < limit and doc.words[first + 1].bare == "اذا":
        return Marker(QUESTION, first + 1, 0, name)
    return Marker(PHRASE, first, 0, name)


def is_own(doc: Document, k: int) -> bool:
    """Whether the word at `k` begins somebody's own words without a mark: a verb of the first person, an obligation."""
    if k >= len(doc.words):
        return False
    word = doc.words[k]
    if word.tag == "that" or word.conjunction or word.definite:
        return False
    if word.form in _OWN or word.tag == "negation" and k + 1 < len(doc.words) and _first_person(doc, k + 1):
        return True
    return _first_person(doc, k) or word.verb >= VERBAL and _addresses(word.form)


def _first_person(doc: Document, k: int) -> bool:
    """A verb of the first person in the present, or with its pronoun (نأمل، سنواصل، أترك، يسعدني)."""
    word = doc.words[k]
    if word.form.endswith("ني") and word.form[0] in "يت" and word.verb >= VERBAL:
        return True
    form = word.form.removeprefix("س")
    if len(form) < _SHORTEST:
        return False
    future = form != word.form and form[0] in "نا"
    hamza = form[0] == "ا" and doc.text[doc.tokens.starts[k]] == "أ" and word.verb >= VERBAL
    if not (future or (hamza or form[0] == "ن") and not _of_root(word)):
        return False
    return row("ي" + form[1:])[1] >= VERBAL


def _addresses(form: str) -> bool:
    """يمكنكم، ندعوكم: somebody is spoken to."""
    return form.endswith("كم") and form[0] in "يتن"


def _of_root(word: Word) -> bool:
    """نشر، نقل: the ن is no prefix of the first person."""
    return any(c.inflection.person == 3 for c in word.cues) or word.noun > 0 or word.name > 0


def bracket_end(doc: Document, i: int, limit: int, longest: int = LONGEST_BRACKET) -> int:
    """The token after the bracket that opens at `i`; `i` itself where none opens or none closes."""
    if doc.words[i].tag != "open":
        return i
    return next((k + 1 for k in range(i + 1, min(limit, i + longest)) if doc.words[k].tag == "close"), i)
