"""Who stands behind each sentence: sourced, fact, inference, boilerplate."""

from __future__ import annotations

from bisect import bisect_left

from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft
from mawqif.lang.ar.voice.layout import Layout
from mawqif.lang.ar.voice.rules import admits, beginning, voice_rules
from mawqif.lang.ar.voice.shapes import shape_of
from mawqif.lang.ar.voice.standing import quoted, spoken, standings
from mawqif.lang.ar.voice.tone import Marked, Tone
from mawqif.model import Voice

Judged = tuple[Voice, str]
FOOT = 8
"""Most sentences of the foot of a page."""
SHORT = 25
"""Most words of each of them."""
_NAVIGATION = frozenset(("more", "rights", "follow-us", "read-also"))


class Voices:
    """Judges the sentences of one document."""

    def __init__(self, doc: Document, drafts: list[Draft]) -> None:
        self.doc = doc
        layout = Layout(doc)
        self.places = layout.places
        self.answers = layout.answers()
        self.standings = standings(layout, drafts)
        self.marked = self._marked(spoken(doc, drafts))

    def run(self) -> list[Judged]:
        """A voice and its reason per sentence."""
        judged = self.plain()
        tone = self.tone(judged)
        return [found or self._toned(n, tone) for n, found in enumerate(judged)]

    def tone(self, judged: list[Judged | None]) -> Tone:
        """What scores the sentences that are still open."""
        sourced = sum(found is not None and found[0] == "sourced" for found in judged)
        open_ = [n for n, found in enumerate(judged) if found is None]
        return Tone(self.doc, self.places, self.marked, open_, sourced / max(1, sourced + len(open_)))

    def plain(self) -> list[Judged | None]:
        """What phrases, shapes and statements decide; `None` where fact and inference are to be weighed."""
        return self._foot([self._plain(n) for n in range(len(self.places))])

    def _marked(self, reported: bytearray) -> list[list[Marked]]:
        """The phrases in every sentence, outside what somebody is reported to say."""
        found: list[list[Marked]] = []
        forms, rules = self.doc.forms, voice_rules()
        awake = self.doc.tokens.where(rules.triggers.keys())
        for place in self.places:
            here: list[Marked] = []
            woken = awake[bisect_left(awake, place.first) : bisect_left(awake, place.last)]
            for match in rules.find_at(woken, forms, place.first, place.last) if woken else ():
                rule = admits(self.doc, match, place)
                if rule is not None and (rule.voice == "boilerplate" or not reported[match.first]):
                    first = beginning(self.doc, match, rule, place)
                    here.append(Marked(rule, (first - place.first) / max(1, place.last - place.first)))
            found.append(here)
        return found

    def _plain(self, n: int) -> Judged | None:
        for found in self.marked[n]:
            if found.rule.voice == "boilerplate":
                return "boilerplate", found.rule.id
        shape = shape_of(self.doc, self.places[n])
        main = self.standings[n] == "main"
        if shape is not None and not (shape.weak and main):
            return "boilerplate", shape.id
        if main:
            return "sourced", "statement"
        if quoted(self.doc, self.doc.sentences[n]):
            return "sourced", "quotation"
        if self.answers[n]:
            return "sourced", "answer"
        return next((("sourced", m.rule.id) for m in self.marked[n] if m.rule.voice == "sourced"), None)

    def _toned(self, n: int, tone: Tone) -> Judged:
        """Fact or inference: an impersonal formula without a marker of inference is fact, the rest is weighed."""
        rules = sorted((m.rule for m in self.marked[n]), key=lambda rule: rule.strength != "strong")
        strong = [rule for rule in rules if rule.strength == "strong"]
        if strong and all(rule.voice == "fact" for rule in strong):
            return "fact", strong[0].id
        wanted: Voice = "inference" if tone.score(n) > 0 else "fact"
        return wanted, next((rule.id for rule in rules if rule.voice == wanted), "tone")

    def _foot(self, judged: list[Judged | None]) -> list[Judged | None]:
        """After a navigation line in the second half of a page nothing short is the article's."""
        count = len(judged)
        for n in range(max(count // 2, count - FOOT), count):
            found = judged[n]
            if found is not None and found[1] in _NAVIGATION:
                if all(place.words <= SHORT for place in self.places[n:]):
                    return [*judged[: n + 1], *(_footed(k) for k in judged[n + 1 :])]
                break
        return judged


def _footed(found: Judged | None) -> Judged:
    return found if found is not None and found[0] == "boilerplate" else ("boilerplate", "foot")
