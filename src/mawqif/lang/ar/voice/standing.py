"""How a sentence holds its statements: in the main clause, or only in passing beside something else."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft
from mawqif.lang.ar.syntax.zone import Range
from mawqif.lang.ar.voice.layout import Layout

Standing = Literal["", "side", "main"]
_DEEDS = frozenset(("refuse", "commit", "demand", "condemn", "welcome", "expect"))
_AUXILIARY = frozenset(("قد", "لم", "لا", "كان", "كانت", "كانوا", "لن", "سبق", "ايضا"))
_SUBORDINATE = frozenset(("بعدما", "قبلما", "فيما", "بينما", "مما", "رغم", "منذ", "بحيث", "لانهما"))
_ACCORDING = frozenset(("علي", "حسب", "وفق", "بحسب", "وفقا", "كما"))
_OWN = frozenset(("colon", "accordance", "floating", "inverted", "record", "relay"))
FAR = 8
"""Words before a cue from which on it no longer opens its sentence."""


def standings(layout: Layout, drafts: list[Draft]) -> list[Standing]:
    """Per sentence "main" where its main clause reports or a report goes on, "side" where it reports in passing."""
    sentences = layout.doc.sentences
    starts = [first for first, _ in sentences]
    held: list[Standing] = [""] * len(sentences)
    inside: list[list[Draft]] = [[] for _ in sentences]
    for draft in drafts:
        here = bisect_right(starts, draft.at) - 1
        if here >= 0:
            inside[here].append(draft)
        n = max(bisect_right(starts, draft.reach[0]) - 1, 0)
        while n < len(sentences) and starts[n] < draft.reach[1]:
            if n != here and sentences[n][1] > draft.reach[0]:
                held[n] = "main"
            n += 1
    for n, found in enumerate(inside):
        if found and not held[n]:
            main = any(_is_main(layout, draft, sentences[n]) for draft in found if not draft.nested)
            held[n] = "main" if main else "side"
    return held


def spoken(doc: Document, drafts: list[Draft]) -> bytearray:
    """For every token whether it stands in quotation marks or in what somebody is reported to say."""
    told = bytearray([opener >= 0 for opener in doc.quoted])
    for draft in drafts:
        first, last = draft.reach
        told[first:last] = b"\1" * (last - first)
    return told


def quoted(doc: Document, sentence: Range) -> bool:
    """Whether a sentence stands in a quotation that holds several sentences, or is one from end to end."""
    first, last = sentence
    middle = doc.quoted[(first + last) // 2]
    if middle < 0:
        return False
    words = [k for k in range(first, last) if doc.words[k].spoken]
    if len(words) < 3 or any(doc.quoted[k] < 0 for k in words):
        return False
    return doc.quoted[words[0]] == doc.quoted[words[-1]] and (doc.quotes[middle].closed or middle >= first)


def _is_main(layout: Layout, draft: Draft, sentence: Range) -> bool:
    if draft.cue is None or draft.rule in _OWN:
        return True
    if _own_voice(layout.doc, draft):
        return False
    before = layout.words(sentence[0], draft.at)
    share = _share(layout, draft, sentence)
    return (before < 2 and share > 0.3) or share >= _needed(layout.doc, draft, sentence[0], before)


def _own_voice(doc: Document, draft: Draft) -> bool:
    """Whether the writer speaks in his own name (نتمنى أن …), outside any quotation."""
    inflection = draft.inflection
    first_person = inflection is not None and inflection.person == 1 and inflection.tense == "present"
    return first_person and doc.quoted[draft.at] < 0


def _needed(doc: Document, draft: Draft, first: int, before: int) -> float:
    """The share of the sentence that the statement must fill to be what the sentence is about."""
    if draft.rule == "noun":
        return 0.45
    opener = _opener(doc, draft, first)
    if opener:
        return 0.65 if opener == "relative" else 0.6
    tense = draft.inflection.tense if draft.inflection is not None else ""
    if tense == "participle":
        return 0.3
    if before < FAR:
        return 0.0
    if tense == "present" and draft.source is None and not doc.words[draft.at - 1].tag:
        return 0.6
    return 0.35 if draft.act in _DEEDS and doc.words[draft.at].conjunction else 0.0


def _opener(doc: Document, draft: Draft, first: int) -> str:
    """What opens the clause of the cue: a relative, a subordinating word, or nothing of the kind."""
    k = draft.at - 1
    while k >= first and doc.words[k].bare in _AUXILIARY:
        k -= 1
    if k < first:
        return ""
    word = doc.words[k]
    if word.tag == "relative" or (word.bare == "ما" and not _accords(doc, draft, k, first)):
        return "relative"
    if k == first:
        return ""
    if word.bare == "ان" and doc.words[k - 1].bare in ("بعد", "قبل", "منذ", "رغم"):
        return "subordinate"
    return "subordinate" if word.tag == "subordinate" or word.bare in _SUBORDINATE else ""


def _accords(doc: Document, draft: Draft, what: int, first: int) -> bool:
    """«على ما أوضح بيدج» names a source; «على ما تصفه بأهداف» only a name for something."""
    inflection = draft.inflection
    according = what > first and doc.words[what - 1].bare in _ACCORDING
    return according and inflection is not None and inflection.tense == "past" and not inflection.pronoun


def _share(layout: Layout, draft: Draft, sentence: Range) -> float:
    """The share of a sentence's words that cue and content take."""
    first, last = sentence
    start, end = max(first, min(draft.at, draft.reach[0])), min(last, max(draft.reach[1], draft.at + 1))
    return layout.words(start, end) / max(1, layout.words(first, last))
