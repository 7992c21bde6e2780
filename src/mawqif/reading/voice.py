"""Who stands behind each sentence: sourced, fact, inference, boilerplate."""

from __future__ import annotations

from mawqif.lang.ar.document import Document
from mawqif.lang.ar.draft import Draft
from mawqif.lang.ar.layout import Place, places
from mawqif.lang.ar.shapes import shape_of
from mawqif.lang.ar.voices import VoiceRule, admits, voice_rules
from mawqif.model import Voice

Judged = tuple[Voice, str]


class Voices:
    """Judges the sentences of one document."""

    def __init__(self, doc: Document, drafts: list[Draft]) -> None:
        self.doc, self.drafts = doc, drafts

    def run(self) -> list[Judged]:
        """A voice and its reason per sentence."""
        self.places = places(self.doc)
        self.holders = sourced_by(self.doc, self.drafts)
        self.found = [self._phrases(place) for place in self.places]
        out: list[Judged] = []
        for n in range(len(self.places)):
            out.append(self._judge(n))
        return out

    def _judge(self, n: int) -> Judged:
        place, rules = self.places[n], self.found[n]
        for rule in rules:
            if rule.voice == "boilerplate":
                return "boilerplate", rule.id
        shape = shape_of(self.doc, place)
        if shape:
            return "boilerplate", shape
        held = self.holders[n]
        if held == "main":
            return "sourced", "statement"
        for rule in rules:
            if rule.voice != "inference" or rule.strength == "strong":
                return rule.voice, rule.id
        return "fact", "default"

    def _phrases(self, place: Place) -> list[VoiceRule]:
        """The rules whose phrases stand in the sentence, outside what somebody is reported to say."""
        out: list[VoiceRule] = []
        for match in voice_rules().find(self.doc.forms, place.first, place.last):
            rule = admits(match, place.words, place.alone)
            if rule is not None and (rule.voice == "boilerplate" or not self._reported(match.first)):
                out.append(rule)
        return out

    def _reported(self, token: int) -> bool:
        return self.doc.quoted[token] >= 0 or any(d.reach[0] <= token < d.reach[1] for d in self.drafts)


def sourced_by(doc: Document, drafts: list[Draft]) -> list[str]:
    """For every sentence "main" where its main clause reports or a report goes on, "side" where only a side clause does."""
    held = [""] * len(doc.sentences)
    for draft in drafts:
        for n in range(len(doc.sentences)):
            first, last = doc.sentences[n]
            inside = draft.reach[0] < last and draft.reach[1] > first
            if not inside and not first <= draft.at < last:
                continue
            if draft.cue is None or not first <= draft.at < last or not is_side(doc, draft, first):
                held[n] = "main"
            elif not held[n]:
                held[n] = "side"
    return held


def is_side(doc: Document, draft: Draft, first: int) -> bool:
    """Whether a statement stands in a relative or subordinate clause or hangs on a noun."""
    at = draft.at
    if draft.rule in ("colon", "accordance", "floating", "inverted"):
        return False
    if draft.rule == "noun":
        return at - first > 2
    k = at - 1
    while k > first and doc.words[k].bare in ("قد", "لم", "لا", "كان", "كانت", "كانوا", "ايضا", "لن"):
        k -= 1
    if k < first:
        return False
    if doc.words[k].tag == "relative" or doc.words[k].bare == "ما":
        return True
    return False
