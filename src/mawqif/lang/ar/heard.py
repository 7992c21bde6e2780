"""Who was heard last: where a verb names no subject and its sentence tells none."""

from __future__ import annotations

from mawqif.lang.ar.lexis.conjugation import Inflection
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft
from mawqif.lang.ar.syntax.phrase import surely_speaks
from mawqif.lang.ar.syntax.zone import Range
from mawqif.lang.ar.who.cast import Cast
from mawqif.lang.ar.who.known import Known, agrees, is_third_singular
from mawqif.lang.ar.who.names import name_runs
from mawqif.lang.ar.who.nouns import read_gender
from mawqif.lang.ar.who.subjects import Subjects

_NO_SPEAKER = frozenset("انباء الانباء اخبار الاخبار العالم".split())
"""Nouns of those who may speak that mostly mean no speaker: news, the world."""
_FARTHEST = 160
"""Tokens that are searched for somebody to speak when nobody spoke yet."""

_PAST = frozenset("كان كانت كانوا".split())
_GOING_ON = frozenset("adafa tabaa wasala".split())
"""Verbs that go on with what was said before."""


class Heard:
    """Looks back in one document; `sentence` is the number of each token's sentence."""

    def __init__(self, doc: Document, sentence: list[int], cast: Cast, subjects: Subjects) -> None:
        self.doc, self.sentence, self.cast, self.subjects = doc, sentence, cast, subjects

    def latest(self, inflection: Inflection | None, *, before: int) -> Known | None:
        """The speaker before a token that the form fits, else the last person or body that the text names."""
        heard = sorted((k for k in self.cast.recent if 0 <= k.last < before), key=lambda k: -k.last)
        for known in heard:
            if agrees(inflection, known) or known is heard[0] and self._agrees_with_whole(inflection, known):
                return known
        return self._spoken_of(inflection, before)

    def turned_to(self, draft: Draft, before: Draft | None) -> Known | None:
        """وقد حظي فلان بالثناء. وقال: who acts in the sentence before, where nobody speaks in it and he spoke before."""
        number = self.sentence[draft.at]
        first, last = self.doc.sentences[number - 1] if number else (0, 0)
        background = any(self.doc.words[k].bare in _PAST for k in range(first, min(first + 3, last)))
        if before is None or max(before.at, before.reach[1] - 1) >= first or background or draft.entry in _GOING_ON:
            return None
        acting = self.subjects.of(first, last, draft.inflection)
        if acting is None or not surely_acts(self.doc, acting):
            return None
        known = self.cast.named(acting)
        return known if known.kind == "person" and known.person and agrees(draft.inflection, known) else None

    def _spoken_of(self, inflection: Inflection | None, before: int) -> Known | None:
        """Where nobody spoke before: the last person or body that the text names and the verb agrees with."""
        doc = self.doc
        if inflection is not None and inflection.number == "p":
            group = self.cast.lives.group_before(before, doc.sentences[self.sentence[before]][0])
            if group is not None:
                return self.cast.named(group)
        number = self.sentence[before]
        acting = self.subjects.of(*doc.sentences[number - 1], inflection) if number else None
        actor = self.cast.named(acting) if acting is not None else None
        if actor is not None and actor.kind == "person" and agrees(inflection, actor) and _is_sure(actor):
            return actor
        for k in range(before - 1, max(-1, before - _FARTHEST), -1):
            head = doc.words[k].head
            if head is None or head.plural or head.kind not in ("person", "organisation", "body", "media"):
                continue
            owner = doc.words[k - 1].head is not None and not doc.words[k - 1].definite if k else False
            owner = owner or head.kind == "organisation" and self._is_place(k)
            phrase = None if owner or doc.words[k].core in _NO_SPEAKER else self.cast.lives.at(k)
            if phrase is None or not (
                phrase.person if head.kind == "person" else phrase.definite and len(phrase.heads) > 0
            ):
                continue
            known = self.cast.named(phrase.reach)
            if agrees(inflection, known):
                return known
        person = self.cast.latest_person()
        return person if person is not None and agrees(inflection, person) else None

    def _agrees_with_whole(self, inflection: Inflection | None, known: Known) -> bool:
        """أكدت هيئة رئاسة المجلس … وقال: the organisation whose organ spoke last goes on in its own gender."""
        if inflection is None or not is_third_singular(inflection) or known.kind not in ("organisation", "body"):
            return False
        inside = (m.first for m in known.phrase.mentions if m.first > known.phrase.reach[0])
        return any(read_gender(self.doc, k) == inflection.gender for k in inside)

    def _is_place(self, k: int) -> bool:
        """بدار الضيافة، في النادي: where something happens."""
        return self.doc.words[k].preposition == "ب" or bool(k) and self.doc.words[k - 1].bare == "في"


def _is_sure(actor: Known) -> bool:
    """Whether a phrase is somebody's beyond doubt: a title, a surname with its article, a name of two words."""
    return bool(actor.heads) or actor.phrase.definite or len(actor.person) > 1


def surely_acts(doc: Document, reach: Range) -> bool:
    """Whether a subject is somebody beyond doubt: by its head, or by a name of two words in it."""
    named = (run[1] - run[0] > 1 for run in name_runs(doc, *reach))
    return surely_speaks(doc, reach[0]) or doc.words[reach[0]].definite and any(named)
