"""How a sentence holds its statements: in the main clause, or only in passing beside something else."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from mawqif.lang.ar.document import Document
from mawqif.lang.ar.draft import Draft
from mawqif.lang.ar.zone import Range

Standing = Literal["", "side", "main"]
_DEEDS = frozenset(("refuse", "commit", "demand", "condemn", "welcome", "expect"))
_AUXILIARY = frozenset(("قد", "لم", "لا", "كان", "كانت", "كانوا", "لن", "سبق", "ايضا"))
_SUBORDINATE = frozenset(("بعدما", "قبلما", "فيما", "بينما", "مما", "رغم", "منذ", "بحيث", "لانهما"))
_ACCORDING = frozenset(("علي", "حسب", "وفق", "بحسب", "وفقا", "كما"))
_OWN = frozenset(("colon", "accordance", "floating", "inverted", "record", "relay"))
FAR = 8
"""Words before a cue from which on it no longer opens its sentence."""


def standings(doc: Document, drafts: list[Draft]) -> list[Standing]:
    """For every sentence "main" where its main clause reports or a report goes on, "side" where it reports in passing."""
    sentences = doc.sentences
    starts = [first for first, _ in sentences]
    held: list[Standing] = [""] * len(sentences)
    inside: list[list[Draft]] = [[] for _ in sentences]
    for draft in drafts:
        here = bisect_right(starts, draft.at) - 1
        first, last = draft.reach
        if here >= 0:
            inside[here].append(draft)
        n = max(bisect_right(starts, first) - 1, 0)
        while n < len(sentences) and starts[n] < last:
            if n != here and sentences[n][1] > first:
                held[n] = "main"
            n += 1
    for n, found in enumerate(inside):
        if found and not held[n]:
            held[n] = (
                "main" if any(_is_main(doc, draft, sentences[n]) for draft in found if not draft.nested) else "side"
            )
    return held


def spoken(doc: Document, drafts: list[Draft]) -> bytearray:
    """For every token whether it stands in quotation marks or in what somebody is reported to say."""
    changes = [0] * (len(doc.forms) + 1)
    for draft in drafts:
        first, last = draft.reach
        changes[first] += 1
        changes[min(last, len(doc.forms))] -= 1
    told = bytearray(len(doc.forms))
    depth = 0
    for k, opener in enumerate(doc.quoted):
        depth += changes[k]
        told[k] = depth > 0 or opener >= 0
    return told


def quoted(doc: Document, sentence: Range) -> bool:
    """Whether a sentence stands in a quotation that holds several sentences, or is one from end to end."""
    first, last = sentence
    inside = [k for k in range(first, last) if doc.forms[k][0].isalnum()]
    if len(inside) < 3 or any(doc.quoted[k] < 0 for k in inside):
        return False
    opener = doc.quoted[inside[0]]
    quote = doc.quotes[opener]
    return doc.quoted[inside[-1]] == opener and (quote.closed or opener >= first) and doc.is_speech(opener)


def _is_main(doc: Document, draft: Draft, sentence: Range) -> bool:
    if draft.cue is None or draft.rule in _OWN:
        return True
    first, last = sentence
    before = _count(doc, first, draft.at)
    share = _share(doc, draft, sentence)
    if before < 2 and share > 0.3:
        return True
    return share >= _needed(doc, draft, first, before)


def _needed(doc: Document, draft: Draft, first: int, before: int) -> float:
    """The share of the sentence that the statement must fill to be what the sentence is about."""
    inflection = draft.inflection
    if draft.rule == "noun":
        return 0.45
    k = draft.at - 1
    while k >= first and doc.words[k].bare in _AUXILIARY:
        k -= 1
    if k >= first:
        word = doc.words[k]
        if word.tag == "relative" or (word.bare == "ما" and not _accords(doc, draft, k, first)):
            return 0.65
        if k > first and (word.tag == "subordinate" or word.bare in _SUBORDINATE):
            return 0.6
        if word.bare == "ان" and k > first and doc.words[k - 1].bare in ("بعد", "قبل", "منذ", "رغم"):
            return 0.6
        if (
            before >= FAR
            and not word.tag
            and draft.source is None
            and inflection is not None
            and inflection.tense == "present"
        ):
            return 0.6
    if inflection is not None and inflection.tense == "participle":
        return 0.3
    if before >= FAR and draft.act in _DEEDS and doc.words[draft.at].conjunction:
        return 0.35
    return 0.0


def _accords(doc: Document, draft: Draft, what: int, first: int) -> bool:
    """«على ما أوضح بيدج» names a source; «على ما تصفه بأهداف» only a name for something."""
    inflection = draft.inflection
    according = what > first and doc.words[what - 1].bare in _ACCORDING
    return according and inflection is not None and inflection.tense == "past" and not inflection.pronoun


def _share(doc: Document, draft: Draft, sentence: Range) -> float:
    first, last = sentence
    total = _count(doc, first, last)
    own = _count(doc, max(first, min(draft.at, draft.reach[0])), min(last, max(draft.reach[1], draft.at + 1)))
    return own / total if total else 0.0


def _count(doc: Document, first: int, last: int) -> int:
    return sum(form[0].isalnum() for form in doc.forms[first:last])
