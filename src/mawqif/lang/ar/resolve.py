"""Who speaks: names, titles, pronouns and dropped subjects of one article resolved to its speakers."""

from __future__ import annotations

import msgspec

from mawqif.lang.ar.conjugation import Inflection
from mawqif.lang.ar.document import Document
from mawqif.lang.ar.draft import Draft
from mawqif.lang.ar.phrase import can_speak, is_name, is_verb, noun_phrase
from mawqif.lang.ar.speakers import Phrase, read_phrase
from mawqif.model import Speaker


class Known(msgspec.Struct, kw_only=True):
    """A speaker of the article: the phrases that named him, his fullest name."""

    name: str
    phrase: Phrase
    person: tuple[str, ...]
    heads: set[str]
    speaks_for: str | None
    last: int = 0


class Resolver:
    """Resolves the drafts of one document in order."""

    def __init__(self, doc: Document, drafts: list[Draft], home: str | None) -> None:
        self.doc, self.drafts, self.home = doc, drafts, home
        self.known: list[Known] = []
        self.organisation = _main_organisation(doc)
        self.of: list[Known | None] = []
        self.sentence = [0] * len(doc.forms)
        for number, (first, last) in enumerate(doc.sentences):
            self.sentence[first:last] = [number] * (last - first)

    def run(self) -> list[Speaker]:
        """One speaker per draft."""
        for index, draft in enumerate(self.drafts):
            self.of.append(self._speaker(index, draft))
        return [self._out(known) for known in self.of]

    def _out(self, known: Known | None) -> Speaker:
        if known is None:
            return Speaker(name=None, kind=None)
        role = known.phrase.text if known.phrase.kind == "person" and known.phrase.heads else None
        return Speaker(name=known.name, kind=known.phrase.kind, role=role, speaks_for=known.speaks_for)

    def _speaker(self, index: int, draft: Draft) -> Known | None:
        reach = draft.source or draft.antecedent
        if reach is not None:
            known = self._named(reach)
        elif draft.inflection is not None and draft.inflection.tense == "participle":
            known = self._governor(index, draft) or self._main_subject(draft)
        else:
            known = self._dropped(index, draft)
        if known is not None and not draft.nested:
            known.last = draft.at
        return known

    def _named(self, reach: tuple[int, int]) -> Known:
        phrase = read_phrase(self.doc, reach)
        known = self._match(phrase)
        if known is None:
            known = Known(name=phrase.name, phrase=phrase, person=phrase.person, heads=set(phrase.heads), speaks_for=phrase.speaks_for)
            if phrase.person and (known.speaks_for is None or len(phrase.person) == 1):
                self._look_up(known)
            if known.speaks_for is None:
                known.speaks_for = self._home_of(known)
            self.known.append(known)
        else:
            self._enrich(known, phrase)
        return known

    def _home_of(self, known: Known) -> str | None:
        """An office without a state or organisation in its words is the article's: الوزير، المتحدث باسم الحركة، مصدر أمني."""
        phrase = known.phrase
        if phrase.kind not in ("person", "body", "anonymous", "organisation", "document"):
            return None
        if phrase.heads & _ORGANISED and phrase.head not in _PRIVATE_HEADS and self.organisation is not None and not phrase.states:
            return self.organisation
        if phrase.kind == "anonymous":
            return self.home if any(w in phrase.text for w in _OFFICIAL_SOURCES) else None
        return self.home if known.heads & _STATE_HEADS and phrase.kind in ("person", "body") else None

    def _look_up(self, known: Known) -> None:
        """What the article says of a person elsewhere: his full name and office, wherever a title stands by his name."""
        doc, surname = self.doc, known.person[-1]
        for k, form in enumerate(doc.forms):
            if form != surname and doc.words[k].core != surname:
                continue
            for first in range(max(0, k - 9), k + 1):
                head = doc.words[first].head
                if not (head is not None and head.kind == "person") and first < k - 3:
                    continue
                end = noun_phrase(doc, first, len(doc.forms))
                if end > k:
                    self._learn(known, (first, self._with_office(end)))
                    break
            if known.speaks_for is not None and len(known.person) > 1:
                return

    def _with_office(self, end: int) -> int:
        """The office after the name belongs to it (جون كيري وزير الخارجية؛ يعالون، وزير الدفاع)."""
        doc = self.doc
        nxt = end + 1 if end < len(doc.forms) and doc.words[end].tag == "comma" else end
        if nxt < len(doc.forms) and (head := doc.words[nxt].head) is not None and head.kind == "person":
            return max(end, noun_phrase(doc, nxt, len(doc.forms)))
        return end

    def _learn(self, known: Known, reach: tuple[int, int]) -> None:
        phrase = read_phrase(self.doc, reach)
        if phrase.kind != "person" or known.person[-1] not in phrase.person:
            return
        self._enrich(known, phrase)

    def _match(self, phrase: Phrase) -> Known | None:
        if phrase.person:
            wanted = set(phrase.person)
            for known in reversed(self.known):
                if known.person and (known.person[-1] in wanted or phrase.person[-1] in known.person):
                    return known
            return self._office_without_name(phrase)
        for known in reversed(self.known):
            if known.name == phrase.name or known.phrase.text == phrase.text:
                return known
        if not phrase.definite or phrase.kind == "state":
            return None
        return self._by_title(phrase)

    def _latest_person(self) -> Known | None:
        people = [k for k in self.known if k.phrase.kind == "person" and k.person]
        return max(people, key=lambda k: k.last, default=None)

    def _office_without_name(self, phrase: Phrase) -> Known | None:
        """A named office-holder is the one that was quoted before by office alone."""
        for known in reversed(self.known):
            if known.person or known.phrase.kind != "person" or phrase.head != known.phrase.head:
                continue
            if phrase.heads <= known.heads or known.heads <= phrase.heads:
                return known
        return None

    def _by_title(self, phrase: Phrase) -> Known | None:
        """الوزير، المصدر، الوكالة، الحركة: the latest speaker whose phrase has the same head."""
        if phrase.head in _HONORIFICS:
            return self._latest_person()
        states = set(phrase.states)
        for known in sorted(self.known, key=lambda k: -k.last):
            if phrase.kind == known.phrase.kind == "anonymous" and phrase.head in _UNNAMED and len(phrase.heads) <= 1:
                return known
            if phrase.head not in known.heads and phrase.head != known.phrase.head:
                continue
            if not (phrase.heads <= known.heads or known.heads <= phrase.heads):
                continue
            if states and known.phrase.states and not states & set(known.phrase.states):
                continue
            if known.phrase.kind == phrase.kind or {known.phrase.kind, phrase.kind} in _ALIKE:
                return known
        return None

    def _enrich(self, known: Known, phrase: Phrase) -> None:
        if len(phrase.person) > len(known.person):
            known.name, known.person = phrase.name, phrase.person
        known.heads |= phrase.heads
        if known.speaks_for is None:
            known.speaks_for = phrase.speaks_for
        if phrase.heads and not known.phrase.heads:
            known.phrase = phrase

    def _governor(self, index: int, draft: Draft) -> Known | None:
        """The nearest earlier statement of the sentence at the same level."""
        for other in range(index - 1, -1, -1):
            before = self.drafts[other]
            if self.sentence[before.at] != self.sentence[draft.at]:
                break
            if before.nested != draft.nested and before.nested:
                continue
            if before.rule == "noun":
                continue
            known = self.of[other]
            if known is not None and _agree(draft.inflection, known):
                draft.governor = other
                return known
        return None

    def _main_subject(self, draft: Draft) -> Known | None:
        """The subject of the sentence's first verb or its topic (وخرج المتظاهرون هاتفين)."""
        doc = self.doc
        first, limit = doc.sentences[self.sentence[draft.at]]
        reach = self._first_subject(first, draft.at)
        if reach is None:
            return self._latest(draft)
        if draft.inflection is not None and draft.inflection.tense == "participle":
            draft.source = reach
        known = self._named(reach)
        return known if _agree(draft.inflection, known) else self._latest(draft)

    def _first_subject(self, first: int, at: int) -> tuple[int, int] | None:
        """The phrase after the sentence's first verb, or the topic the sentence opens with."""
        doc = self.doc
        for k in range(first, at):
            if is_verb(doc.words[k]):
                end = noun_phrase(doc, k + 1, at, tight=True)
                if end > k + 1 and can_speak(doc, k + 1, end):
                    return k + 1, end
                if k > first and (end := noun_phrase(doc, first, k)) == k and can_speak(doc, first, end):
                    return first, end
                return None
        return None

    def _dropped(self, index: int, draft: Draft) -> Known | None:
        """Subject dropped: the outer speaker after أنه, else the latest speaker that agrees."""
        if draft.resumptive:
            return self._main_subject(draft)
        if draft.nested:
            inner = self._inner_subject(index, draft)
            if inner is not None:
                return inner
        governor = self._governor(index, draft)
        if governor is not None:
            return governor
        if self.doc.words[draft.at].conjunction and not draft.nested:
            return self._main_subject(draft)
        return self._latest(draft)

    def _inner_subject(self, index: int, draft: Draft) -> Known | None:
        doc = self.doc
        for other in range(index - 1, -1, -1):
            outer = self.drafts[other]
            if outer.reach[0] <= draft.at < outer.reach[1]:
                end = noun_phrase(doc, outer.reach[0], draft.at)
                if end > outer.reach[0] and can_speak(doc, outer.reach[0], end) and doc.words[outer.reach[0] - 1].form in ("ان", "بان"):
                    return self._named((outer.reach[0], end))
                return self.of[other]
        return None

    def _latest(self, draft: Draft) -> Known | None:
        inflection = draft.inflection
        for known in sorted((k for k in self.known if k.last), key=lambda k: -k.last):
            if inflection is None or _agree(inflection, known):
                return known
        return self._latest_person()


def _main_organisation(doc: Document) -> str | None:
    """The organisation that the article names most, at least twice."""
    counts: dict[str, int] = {}
    for mention in doc.mentions.values():
        if mention.entity.type == "organisation" and not mention.loose:
            key = mention.entity.parent or mention.entity.id
            counts[key] = counts.get(key, 0) + 1
    best = max(counts, key=lambda k: counts[k], default=None)
    return best if best is not None and counts[best] >= 2 else None


_HONORIFICS = frozenset("سموه سموها معاليه معاليها سعادته سعادتها فضيلته جلالته فخامته سيادته دولته نيافته غبطته".split())
_ALIKE = ({"person", "anonymous"}, {"media", "organisation"}, {"body", "organisation"}, {"body", "state"})
_ORGANISED = frozenset("حركه حزب منظمه جماعه تنظيم ائتلاف شركه بنك مصرف تيار جبهه اتحاد كتائب نقابه".split())
_PRIVATE_HEADS = frozenset("خبير محلل كاتب صحافي صحفي باحث استاذ مراسل".split())
_OFFICIAL_SOURCES = ("مسؤول", "مسئول", "حكومي", "رسمي", "أمني", "عسكري", "دبلوماسي", "وزاري", "سياسي")
_UNNAMED = frozenset("مصدر مصادر مسؤول مسؤولون مسؤولين".split())
_STATE_HEADS = frozenset("حاكم امين بلديه امانه محكمه ديوان مديريه مجلس قائد قوات متحدث ناطق نائب وزير وزيره رئيس وزاره حكومه برلمان سفير محافظ والي جيش ملك امير خارجيه داخليه سلطات شرطه نيابه".split())


def _agree(inflection: Inflection | None, known: Known) -> bool:
    """Whether a verb form may have this speaker as its dropped subject."""
    if inflection is None or inflection.tense == "noun" or inflection.person != 3:
        return True
    phrase = known.phrase
    if inflection.number == "p":
        return phrase.number == "p" or phrase.kind in ("group", "anonymous", "organisation", "media")
    if phrase.number == "p" and phrase.kind in ("group", "anonymous") and inflection.number == "s":
        return inflection.gender == "f" and phrase.head.endswith(("ر", "ت"))
    if phrase.kind == "person" and phrase.gender == "":
        return True
    return phrase.gender == "" or phrase.gender == inflection.gender
