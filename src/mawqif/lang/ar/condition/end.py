"""How far the phrase that a condition marker opens runs: to its comma, its main clause, a reason, a closing mark."""

from __future__ import annotations

from mawqif.grammar import Match
from mawqif.lang.ar.condition.find import ConditionRule, is_future, words_of
from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.voice.forms import is_deed, is_finite, is_imperfect

LONGEST = 60
"""Most tokens of a condition."""
_STOPS = frozenset(".؟!…-–—")


def end_of(doc: Document, match: Match, rule: ConditionRule, limit: int) -> int:
    """Token after the last of the condition that the marker opens; `limit` is the end of its content or quotation."""
    if rule.runs == "fixed":
        return match.last
    limit = min(limit, match.first + LONGEST)
    first = match.first + 1
    phrase = rule.runs == "phrase" or rule.runs == "case" and not _begins_clause(doc.words[match.last - 1])
    listed = doc.words[match.last - 1].tag == "that"
    verbs = 0
    k = first
    while k < limit:
        word = doc.words[k]
        if word.tag == "close" and _trailing(doc, match.first, k):
            break
        if word.tag in ("comma", "colon") or word.form in _STOPS:
            if not (listed and _next_in_list(doc, k, limit)) and not _goes_on(doc, k, limit, phrase):
                break
        elif listed and doc.words[k - 1].tag == "comma" and _next_in_list(doc, k - 1, limit):
            verbs += 1
        elif k >= match.last and (_adjunct(doc, k, match.last, phrase) or _apodosis(doc, k, match.last, phrase, verbs)):
            break
        elif is_finite(word.bare) and not _embedded(doc, k, match.last):
            verbs += 1
        k += 1
    while k > match.last and _trailing(doc, match.first, k - 1):
        k -= 1
    return max(k, min(match.last, limit))


def _trailing(doc: Document, first: int, k: int) -> bool:
    """Whether the token is no good end of a phrase; a bracket that was opened inside stays."""
    word = doc.words[k]
    if word.tag == "close":
        return not any(w.tag == "open" for w in doc.words[first:k])
    return not word.form[0].isalnum() or word.bare in ("من", "و")


def _begins_clause(word: Word) -> bool:
    """Whether a marker that ends with this word opens a clause, not a noun phrase."""
    return word.tag in ("that", "negation", "condition") or is_finite(word.bare) and not is_deed(word.bare)


def _adjunct(doc: Document, k: int, after: int, phrase: bool) -> bool:
    """A reason, or after a noun a purpose, that only follows the condition (فور انتخابه رئيسا لتولي المنصب)."""
    word = doc.words[k]
    if word.bare in words_of("reason"):
        return True
    if not phrase or k < after + 2:
        return False
    return word.preposition == "ل" and is_deed(word.core) or word.bare == "اجل" and doc.words[k - 1].bare == "من"


def _next_in_list(doc: Document, k: int, limit: int) -> bool:
    """After a comma another أن of a marker with أن (شريطة أن يشمل …، وأن يتم …)."""
    word = doc.words[k + 1] if k + 2 < limit else None
    return word is not None and word.form == "وان" and is_imperfect(doc.words[k + 2].bare)


def _goes_on(doc: Document, k: int, limit: int, phrase: bool) -> bool:
    """After a comma only a coordinated part of the same condition goes on (شريطة أن يشمل …، ولا يتم …)."""
    if k + 2 >= limit or doc.words[k].tag != "comma":
        return False
    if "ايضا" in (doc.forms[k + 1], doc.forms[k - 1]):
        return True
    word = doc.words[k + 1]
    if word.bare == "او" and not phrase:
        return is_finite(doc.words[k + 2].bare)
    if phrase or not word.conjunction or word.form[0] != "و":
        return False
    head = word.bare if word.tag != "negation" else doc.words[k + 2].bare
    return word.tag in ("negation", "") and is_imperfect(head) and not is_future(head)


def _apodosis(doc: Document, k: int, after: int, phrase: bool, verbs: int) -> bool:
    """Whether the main clause begins at `k`: with فـ, with a future, after a phrase with any verb."""
    word = doc.words[k]
    if word.form[0] == "ف" and _after_fa(word):
        return True
    if word.conjunction and word.tag == "that":
        return True
    if _embedded(doc, k, after):
        return False
    if is_future(word.bare) or (
        word.bare in words_of("modal") and (phrase or verbs > 0) and doc.words[k - 1].tag != "auxiliary"
    ):
        return True
    if phrase:
        if word.tag:
            return word.tag == "auxiliary" or word.tag == "negation" and word.bare != "لا"
        return is_finite(word.bare) and not word.conjunction and word.verb >= 6 and not _governed(doc.words[k - 1])
    return False


def _after_fa(word: Word) -> bool:
    """فـ before a main clause: a particle, a verb, a future (فإن، فقال، فسيعود، فليعد)."""
    if word.conjunction:
        return bool(word.tag) or is_finite(word.bare)
    rest = word.form[1:]
    return not word.tag and len(rest) > 3 and (is_future(rest) or (rest[0] == "ل" and is_imperfect(rest[1:])))


def _governed(before: Word) -> bool:
    """Whether a noun must follow this word (بأي تصرف)."""
    return (
        before.tag == "preposition"
        or bool(before.preposition)
        and len(before.core) < 3
        or before.core in ("اي", "كل", "بعض", "اول")
    )


def _embedded(doc: Document, k: int, floor: int) -> bool:
    """Whether the verb at `k` stands in a relative or that-clause just opened."""
    for j in range(k - 1, max(floor, k - 4) - 1, -1):
        word = doc.words[j]
        if word.tag in ("relative", "that", "subordinate") or word.core in ("ما", "بما", "مما", "عما"):
            return True
        if word.tag == "comma":
            return False
    return False
