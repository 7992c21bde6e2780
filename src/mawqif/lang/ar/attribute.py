"""All statements of a document as drafts: cues in order, each read by the first construction that fits."""

from __future__ import annotations

import msgspec

from mawqif.lang.ar.constructions.accordance import FORMS, Accordances
from mawqif.lang.ar.constructions.nouns import NOUN_CONSTRUCTIONS
from mawqif.lang.ar.constructions.speech import read_colon, read_floating
from mawqif.lang.ar.constructions.verbs import VERB_CONSTRUCTIONS, refusal
from mawqif.lang.ar.document import Document
from mawqif.lang.ar.draft import Draft
from mawqif.lang.ar.site import Site
from mawqif.lang.ar.zone import Range


class Trail(msgspec.Struct, frozen=True):
    """What happened at one cue: the constructions tried and why each stopped, or the one that read it."""

    at: int
    entry: str
    steps: tuple[str, ...]
    rule: str | None


class Attributor:
    """Finds the statements of one document; `trails` record every cue, read or refused."""

    def __init__(self, doc: Document, *, explain: bool = False) -> None:
        self.doc = doc
        self.drafts: list[Draft] = []
        self.trails: list[Trail] = []
        self.explain = explain
        self._taken: set[int] = set()

    def run(self) -> list[Draft]:
        """The drafts of all sentences, in order of their cues."""
        for number, sentence in enumerate(self.doc.sentences):
            self._sentence(number, sentence)
        return self.drafts

    def _sentence(self, number: int, sentence: Range) -> None:
        doc = self.doc
        before = len(self.drafts)
        for at in range(*sentence):
            word = doc.words[at]
            if word.cues and at not in self._taken:
                self._cue(at, sentence)
            elif word.bare in FORMS and not word.definite:
                self._take(Accordances(doc, sentence, self.drafts).read(at), at, word.bare)
        headline = number < 3 and sentence[1] - sentence[0] < 30
        if not any(d.reach[0] >= sentence[0] for d in self.drafts[before:]):
            self._take(read_colon(doc, sentence, headline), sentence[0], ":")
        if len(self.drafts) == before or not any(d.cue is None or d.reach[0] <= sentence[0] + 2 for d in self.drafts[before:]):
            if not self._covered(sentence):
                self._take(read_floating(doc, sentence), sentence[0], "«")

    def _covered(self, sentence: Range) -> bool:
        return any(d.reach[0] <= sentence[0] + 1 < d.reach[1] for d in self.drafts[-8:])

    def _take(self, result: Draft | str, at: int, entry: str) -> None:
        if isinstance(result, str):
            if self.explain:
                self.trails.append(Trail(at, entry, (result,), None))
            return
        self.drafts.append(result)
        if self.explain:
            self.trails.append(Trail(at, entry, (), result.rule))

    def _cue(self, at: int, sentence: Range) -> None:
        steps: list[str] = []
        for cue in self.doc.words[at].cues:
            site = Site(self.doc, at, cue, sentence, self.drafts)
            draft = self._read(site, steps)
            if draft is not None:
                self.drafts.append(draft)
                self._taken.add(draft.at)
                if draft.rule == "light-verb":
                    self._taken.update((draft.reach[0], draft.reach[0] + 1))
                if self.explain:
                    self.trails.append(Trail(at, cue.entry.id, tuple(steps), draft.rule))
                return
        if self.explain:
            self.trails.append(Trail(at, self.doc.words[at].cues[0].entry.id, tuple(steps), None))

    def _read(self, site: Site, steps: list[str]) -> Draft | None:
        cue = site.cue
        if cue.is_noun:
            constructions = NOUN_CONSTRUCTIONS
        else:
            reason = _not_here(site) or refusal(site)
            if reason is not None:
                steps.append(f"{cue.entry.id}: {reason}")
                return None
            constructions = VERB_CONSTRUCTIONS
        for construction in constructions:
            result = construction.read(site)
            if isinstance(result, Draft):
                return result
            steps.append(f"{construction.id}: {result}")
        return None


def _not_here(site: Site) -> str | None:
    """A form that may be a participle is a noun or adjective after a preposition, or where nothing parts it off."""
    if not site.cue.is_participle or site.at == site.start:
        return None
    doc, word = site.doc, site.doc.words[site.at]
    before = doc.words[site.at - 1]
    if before.tag == "preposition" and not word.conjunction:
        return "a noun after a preposition"
    if word.form.endswith("ا") or before.tag == "comma" or word.conjunction:
        return None
    marker = site.zone.marker
    if marker is not None and marker.first <= site.at + 3 and marker.kind != "phrase":
        return None
    if marker is not None and marker.first <= site.at + 2 and not (before.definite or before.core.endswith("ه")):
        return None
    return "an adjective or noun"
