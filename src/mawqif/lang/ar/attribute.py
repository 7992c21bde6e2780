"""All statements of a document as drafts: cues in order, each read by the first construction that fits."""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from mawqif.lang.ar.constructions.accordance import FORMULA_STARTS, Accordances, formula_at
from mawqif.lang.ar.constructions.entries import read_entry
from mawqif.lang.ar.constructions.nouns import NOUN_CONSTRUCTIONS
from mawqif.lang.ar.constructions.speech import past_stamp, read_colon, read_floating, read_turn
from mawqif.lang.ar.constructions.turns import Dialogue
from mawqif.lang.ar.constructions.verbal.refusal import refusal
from mawqif.lang.ar.constructions.verbs import VERB_CONSTRUCTIONS
from mawqif.lang.ar.lexis.entries import Cue, Verb
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft
from mawqif.lang.ar.syntax.site import Site
from mawqif.lang.ar.syntax.zone import Range
from mawqif.text.tokens import LINE


class Trail(msgspec.Struct, frozen=True):
    """What happened at one cue: the constructions tried and why each stopped, or the one that read it."""

    at: int
    entry: str
    steps: tuple[str, ...]
    rule: str | None


def _written_with_ya(text: str, cue: Cue) -> bool:
    """Whether a text that tells ي from ى would write the verb with ي (يدّعي, not يُدعى)."""
    present = isinstance(cue.entry, Verb) and cue.inflection.tense == "present" and not cue.inflection.pronoun
    return present and isinstance(cue.entry, Verb) and (cue.entry.present or "").endswith("ي") and " في " in text


def _spelled_otherwise(doc: Document, at: int, cue: Cue) -> bool:
    """أدانه is the verb, إدانة the noun, طالباً no dual: what the text writes tells them apart."""
    word = doc.words[at]
    finite = isinstance(cue.entry, Verb) and not cue.is_participle
    if finite and cue.inflection.number == "d" and any(c.is_participle for c in word.cues):
        return at in doc.tanwin or doc.words[at - 1].tag == "comma"
    if word.bare[:1] != "ا":
        return False
    letter = doc.text[doc.tokens.starts[at] + len(word.form) - len(word.bare)]
    if isinstance(cue.entry, Verb):
        if letter == "آ" and cue.inflection.tense == "past" and not cue.entry.past.startswith("آ"):
            return True
        pronominal = cue.inflection.pronoun and word.noun >= 3
        return cue.entry.past.startswith("أ") and (letter == "إ" or pronominal and letter != "أ")
    return letter == "أ" and cue.entry.forms[0].startswith("إ")


class Attributor:
    """Finds the statements of one document; `trails` record every cue, read or refused."""

    def __init__(self, doc: Document, *, explain: bool = False) -> None:
        self.doc = doc
        self.drafts: list[Draft] = []
        self.trails: list[Trail] = []
        self.explain = explain
        self._taken: set[int] = set()
        self.dialogue = Dialogue(doc)
        self.headings = frozenset(doc.state_headings())
        self.via: Range | None = None
        self._in_entry = False

    def run(self) -> list[Draft]:
        """The drafts of all sentences, in order of their cues."""
        awake = [k for k, word in enumerate(self.doc.words) if word.cues or word.bare in FORMULA_STARTS]
        for number, sentence in enumerate(self.doc.sentences):
            first, last = (bisect_left(awake, edge) for edge in sentence)
            self._sentence(number, sentence, awake[first:last])
        return self.drafts

    def _sentence(self, number: int, sentence: Range, awake: list[int]) -> None:
        doc = self.doc
        before = len(self.drafts)
        self.via = None
        start = past_stamp(doc, sentence)
        turn = sentence[0] in self.dialogue.turns
        if turn:
            self._take(self.dialogue.read(sentence[0]), sentence[0], ":")
        same_line = sentence[0] > 0 and doc.forms[sentence[0] - 1] != LINE
        entry = start > sentence[0] or sentence[0] in self.dialogue.entries or same_line and self._in_entry
        self._in_entry = entry
        headline = entry or (number < 3 and sentence[1] - sentence[0] < 30)
        listed = sentence[0] in self.headings
        if headline and not (turn or listed):
            read = read_entry(doc, (start, sentence[1])) if entry else "no entry of a live page"
            read = read_colon(doc, (start, sentence[1]), headline) if isinstance(read, str) else read
            self._take(read, start, ":")
        if doc.forms[sentence[0]] in "–—-":
            self._take(read_turn(doc, sentence), sentence[0], "–")
        for at in awake:
            word = doc.words[at]
            if word.cues and at not in self._taken:
                self._cue(at, (min(start, at), sentence[1]))
            elif word.bare in FORMULA_STARTS and formula_at(doc, at):
                reader = Accordances(doc, sentence, self.drafts)
                self._take(reader.read(at), at, word.bare)
                self.via = reader.via
        if (listed or not headline) and not any(d.reach[0] >= sentence[0] for d in self.drafts[before:]):
            self._take(read_colon(doc, sentence, headline), sentence[0], ":")
        if (
            len(self.drafts) == before
            or not any(d.cue is None or d.reach[0] <= sentence[0] + 2 for d in self.drafts[before:])
        ) and not self._covered(sentence):
            self._take(read_floating(doc, sentence), sentence[0], "«")

    def _covered(self, sentence: Range) -> bool:
        return any(d.reach[0] <= sentence[0] + 1 < d.reach[1] for d in self.drafts[-8:])

    def _take(self, result: Draft | str, at: int, entry: str) -> None:
        if isinstance(result, Draft) and self._wordless(result):
            result = "no words of content"
        if isinstance(result, str):
            if self.explain:
                self.trails.append(Trail(at, entry, (result,), None))
            return
        self.drafts.append(result)
        if self.explain:
            self.trails.append(Trail(result.at, entry, (), result.rule))

    def _wordless(self, draft: Draft) -> bool:
        """Whether some part of the content is nothing but marks («»)."""
        return not all(any(map(str.isalnum, self.doc.text[start:end])) for start, end in draft.content)

    def _cue(self, at: int, sentence: Range) -> None:
        steps: list[str] = []
        spelled = self.doc.text[self.doc.tokens.ends[at] - 1]
        for cue in self.doc.words[at].cues:
            if spelled == "ة" and cue.inflection.pronoun:
                steps.append("no pronoun: spelled with ة")
                continue
            if _spelled_otherwise(self.doc, at, cue):
                steps.append(f"{cue.entry.id}: the text spells another word")
                continue
            if spelled == "ى" and _written_with_ya(self.doc.text, cue):
                steps.append("another verb: spelled with ى")
                continue
            site = Site(self.doc, at, cue, sentence, self.drafts)
            draft = self._read(site, steps)
            if draft is not None and self._doubles(draft):
                steps.append("its content has a cue already")
                continue
            if draft is not None:
                self._pending_via(draft)
                self.drafts.append(draft)
                self._taken.add(draft.at)
                if draft.rule in ("verb-object", "verb-complement") and self._own_noun(draft):
                    self._taken.add(draft.reach[0])
                if draft.rule == "light-verb":
                    self._taken.update((draft.reach[0], draft.reach[0] + 1))
                if self.explain:
                    self.trails.append(Trail(at, cue.entry.id, tuple(steps), draft.rule))
                return
        if self.explain:
            self.trails.append(Trail(at, self.doc.words[at].cues[0].entry.id, tuple(steps), None))

    def _own_noun(self, draft: Draft) -> bool:
        """أعلنت موافقتها على …: the noun with the speaker's own pronoun is the content, not another report."""
        return any(c.is_noun and c.inflection.pronoun for c in self.doc.words[draft.reach[0]].cues)

    def _doubles(self, draft: Draft) -> bool:
        """Whether a second cue claims the content that the cue before it opened (صرّح قائلاً؛ ردّ على مطالب حماس بأنّها)."""
        return any(d.reach[0] == draft.reach[0] and d.at < draft.at < d.reach[0] for d in self.drafts[-6:])

    def _pending_via(self, draft: Draft) -> None:
        """وبحسب وكالة M قال Y …: M is the intermediary of the statement that follows."""
        if self.via is not None and draft.via is None and draft.at >= self.via[0]:
            draft.via, draft.via_range = self.doc.span(*self.via), self.via
        self.via = None

    def _read(self, site: Site, steps: list[str]) -> Draft | None:
        cue = site.cue
        if cue.is_noun:
            constructions = NOUN_CONSTRUCTIONS
        else:
            reason = refusal(site)
            if reason is not None:
                steps.append(f"{cue.entry.id}: {reason}")
                return None
            constructions = VERB_CONSTRUCTIONS
        for construction in constructions:
            if construction.asks and construction.asks not in cue.entry.takes and not self.explain:
                continue
            assert construction.read is not None
            result = construction.read(site)
            if isinstance(result, Draft) and self._wordless(result):
                result = "no words of content"
            if isinstance(result, Draft):
                return result
            if self.explain:
                steps.append(f"{construction.id}: {result}")
        return None
