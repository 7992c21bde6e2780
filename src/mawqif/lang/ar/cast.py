"""The speakers of one article: who was named so far, and which of them a later phrase means."""

from __future__ import annotations

from collections import Counter

import msgspec

from mawqif.lang.ar.actors import actor_of, is_private
from mawqif.lang.ar.biography import Biography
from mawqif.lang.ar.document import Document
from mawqif.lang.ar.names import same_person
from mawqif.lang.ar.speakers import Phrase, read_phrase
from mawqif.lang.ar.titles import alike, realms, titles
from mawqif.lang.ar.words import row
from mawqif.lang.ar.zone import Range
from mawqif.model import Kind
from mawqif.world import Mention

_ALIKE = ({"person", "anonymous"}, {"media", "organisation"}, {"body", "organisation"}, {"body", "state"})
_SINGLE = frozenset("بلاد بلد".split())
_LOCAL = frozenset("امين مدير محافظ والي عمده حاكم مديره".split())
_ISSUED = ("اصدر", "نشر", "صادر", "اعد")
_COUNTRY = frozenset("مملكه سلطنه بلاد دوله جمهوريه".split())
_OFFICIAL_SOURCES = frozenset("حكومي رسمي امني عسكري دبلوماسي وزاري سياسي قضائي رئاسي برلماني".split())
_LEADING = frozenset("وزراء مجلس حكومه لجنه هيئه بلديه حزب وفد اركان تحرير".split())


class Known(msgspec.Struct, kw_only=True):
    """A speaker of the article: his first phrase, the fullest name, all titles, and where he was last heard."""

    name: str
    phrase: Phrase
    person: tuple[str, ...]
    heads: set[str]
    qualifiers: set[str]
    states: set[str]
    kind: Kind
    speaks_for: str | None = None
    role: str | None = None
    private: bool = False
    gender: str = ""
    last: int = -1


class Cast:
    """The speakers known so far; `home` is the state that the article is about."""

    def __init__(self, doc: Document, home: str | None, special: frozenset[str], sentence_of: list[int]) -> None:
        self.doc, self.home, self.special, self.sentence_of = doc, home, special, sentence_of
        self.known: list[Known] = []
        self.lives = Biography(doc, special, sentence_of)
        self.party = _main_organisation(doc)

    def named(self, reach: Range, *, fresh: bool = False) -> Known:
        """The speaker that a phrase names: one known already, or a new one."""
        phrase = read_phrase(self.doc, reach, self.special, fresh=fresh)
        known = self._match(phrase)
        if known is not None:
            self._enrich(known, phrase)
            return known
        return self._new(phrase)

    def _new(self, phrase: Phrase) -> Known:
        bare = phrase.kind == "anonymous" and phrase.number == "p"
        elsewhere = None if phrase.person or not (bare or self._points(phrase)) else self._elsewhere(phrase)
        if elsewhere is not None:
            known = self._match(elsewhere) if elsewhere.person else self._same_text(elsewhere)
            if known is not None:
                self._enrich(known, phrase)
                return known
        known = _known(elsewhere or phrase)
        known.private = is_private(self.doc, phrase)
        known.speaks_for = actor_of(self.doc, elsewhere or phrase)
        if elsewhere is not None:
            self._enrich(known, phrase)
        if known.person and known.kind == "person":
            for found in self.lives.of_person(known.person):
                self._enrich(known, found)
        self._settle_kind(known)
        merged = self._anonymous_writer(known)
        if merged is not None:
            return merged
        self.known.append(known)
        return known

    def _anonymous_writer(self, known: Known) -> Known | None:
        """A bare name is the one writer or expert whom the article called by his profession before."""
        if known.kind != "person" or known.heads or len(known.person) != 1:
            return None
        private = titles("private")
        earlier = [k for k in self.known if k.kind == "person" and not k.person and k.phrase.head in private and k.phrase.definite]
        if len(earlier) != 1 or sum(k.kind == "person" for k in self.known) > 1:
            return None
        earlier[0].name, earlier[0].person = known.name, known.person
        return earlier[0]

    def actor(self, known: Known) -> str | None:
        """Whom a speaker speaks for: what his phrases name, else the article's home where his office is a state's."""
        if known.speaks_for is None and not known.private:
            known.speaks_for = self._home_of(known)
        return known.speaks_for

    def _settle_kind(self, known: Known) -> None:
        phrase = known.phrase
        if known.kind == "state" and phrase.head in _COUNTRY and not known.states and phrase.definite and not phrase.qualifiers:
            known.speaks_for = self._realm(known)
            known.name = self.state_name(known.speaks_for) or known.name
        if known.kind == "person" and not known.heads and len(known.person) == 1 and not known.role:
            self._as_part_of_organisation(known)

    def _realm(self, known: Known) -> str | None:
        """Which country المملكة، السلطنة، البلاد is: the nearest one named that is called so."""
        near, meant = self._near(known), realms(known.phrase.head)
        if not meant or near in meant:
            return near
        if self.home in meant or len(meant) == 1:
            return self.home if self.home in meant else next(iter(meant))
        named = [m.entity.id for m in self.doc.mentions.values() if m.entity.id in meant]
        return named[-1] if named else near

    def _as_part_of_organisation(self, known: Known) -> None:
        """الأحرار after التجمع الوطني للأحرار: a word that the article has only inside an organisation's name."""
        places = self.lives.places.get(known.person[0], ())
        for mention in self.doc.mentions.values():
            if mention.entity.type == "organisation" and mention.last - mention.first > 1 and any(mention.first < k < mention.last for k in places):
                known.kind, known.person, known.name = "organisation", (), mention.entity.name
                known.speaks_for = mention.entity.actor
                return

    def state_name(self, state: str | None) -> str | None:
        """The name of a state, if the article names it."""
        return next((m.entity.name for m in self.doc.mentions.values() if m.entity.id == state), None)

    def _points(self, phrase: Phrase) -> bool:
        """Whether a phrase without a name may point to one that the article gives elsewhere."""
        return phrase.definite and phrase.kind != "state" and phrase.head != "" and not phrase.owner and not phrase.several

    def _elsewhere(self, phrase: Phrase) -> Phrase | None:
        """The full phrase of the article that a title or a bare الوزارة، الصحيفة means."""
        at = phrase.reach[0]
        if phrase.kind == "anonymous" and phrase.number == "p":
            return self._fuller_sources(phrase)
        if phrase.kind in ("person", "anonymous"):
            heads = [frozenset((phrase.head,))]
            if phrase.head in titles("generic"):
                heads.append(alike(phrase.head))
            return next((p for h in heads for p in self.lives.named(h, at) if fits(phrase, p)), None)
        if phrase.qualifiers or phrase.mentions:
            return None
        heads = alike(phrase.head) if phrase.kind == "document" else frozenset((phrase.head,))
        for found in self.lives.fuller(heads, at):
            authored = phrase.kind != "document" or self._has_author(found)
            if found.kind == phrase.kind and found.reach != phrase.reach and found.head in heads and authored:
                return found
        return None

    def _fuller_sources(self, phrase: Phrase) -> Phrase | None:
        """مسؤولين after or before مسؤولين أميركيين."""
        if phrase.qualifiers or phrase.mentions or not phrase.head.startswith(("مسؤول", "مسئول")):
            return None
        return next((p for p in self.lives.fuller(alike(phrase.head), phrase.reach[0]) if p.kind == "anonymous"), None)

    def _match(self, phrase: Phrase) -> Known | None:
        if phrase.person:
            return self._by_name(phrase) or self._office_without_name(phrase)
        known = self._same_text(phrase)
        if known is not None:
            return known
        if phrase.head in titles("honorific") or phrase.text in titles("honorific"):
            return self.latest_person()
        if not self._points(phrase):
            return self._same_entity(phrase)
        known = self._by_title(phrase)
        if known is not None and phrase.kind == "organisation" and not phrase.qualifiers and not phrase.mentions:
            return self._nearer(phrase, known)
        return known or self._same_entity(phrase)

    def _nearer(self, phrase: Phrase, known: Known) -> Known | None:
        """الشركة is the company named last, in whatever role, not the one that spoke last."""
        at = phrase.reach[0]
        for found in self.lives.fuller(frozenset((phrase.head,)), at):
            if found.head == phrase.head and known.last < found.reach[0] < at and found.definite:
                return self._same_text(found) or self._same_entity(found) or (known if _compatible(found, known) else None)
        return known

    def _same_text(self, phrase: Phrase) -> Known | None:
        return next((k for k in reversed(self.known) if k.name == phrase.name or k.phrase.text == phrase.text), None)

    def _by_name(self, phrase: Phrase) -> Known | None:
        fitting = [k for k in self.known if k.person and k.kind == "person" and _same(phrase, k)]
        return max(fitting, key=lambda k: (len(set(k.person) & set(phrase.person)), k.last), default=None)

    def _office_without_name(self, phrase: Phrase) -> Known | None:
        """A named office-holder is the one that was quoted before by office alone."""
        if not phrase.heads or len(phrase.person) < 2:
            return None
        for known in reversed(self.known):
            if known.person or known.kind != "person" or known.phrase.head not in phrase.heads:
                continue
            if _compatible(phrase, known) and (known.qualifiers or known.states):
                return known
        return None

    def _same_entity(self, phrase: Phrase) -> Known | None:
        """حماس after حركة حماس, غوغل after شبكة غوغل: the phrase is the entity's own name."""
        if phrase.kind not in ("organisation", "media") or not phrase.mentions or phrase.qualifiers - {phrase.mentions[0].entity.id}:
            return None
        entity = phrase.mentions[0].entity.id
        for known in reversed(self.known):
            if known.kind == phrase.kind and known.qualifiers | _ids(known.phrase) == {entity}:
                return known
        return None

    def latest_person(self) -> Known | None:
        """The person heard last."""
        people = [k for k in self.known if k.kind == "person" and k.person]
        return max(people, key=lambda k: k.last, default=None)

    def _by_title(self, phrase: Phrase) -> Known | None:
        """الوزير، المصدر، الوكالة، الحركة: the latest speaker whom the title fits."""
        same = alike(phrase.head)
        second: Known | None = None
        for known in sorted(self.known, key=lambda k: -k.last):
            if known.kind != phrase.kind and {known.kind, phrase.kind} not in _ALIKE:
                continue
            exact = phrase.head in known.heads or known.kind == "media" and not known.heads and phrase.head == "وكاله"
            if not exact and not same & known.heads:
                continue
            if not _compatible(phrase, known) or phrase.number != known.phrase.number and known.kind in ("group",):
                continue
            if exact:
                return known
            second = second or known
        if second is None and phrase.kind == "person" and not phrase.qualifiers and not phrase.mentions and phrase.head in titles("private"):
            people = [k for k in self.known if k.kind == "person" and k.person and not k.heads and k.gender in ("", phrase.gender)]
            return max(people, key=lambda k: k.last, default=None)
        return second if not (phrase.qualifiers or phrase.states and second and not second.states & phrase.states) else None

    def _enrich(self, known: Known, phrase: Phrase) -> None:
        if len(phrase.person) > len(known.person) and phrase.kind == "person":
            known.name, known.person, known.kind = phrase.name, phrase.person, "person"
        known.heads |= phrase.heads
        known.qualifiers |= phrase.qualifiers
        known.states |= phrase.states
        if not known.private:
            known.private = is_private(self.doc, phrase) and phrase.kind == "person"
        alike_kinds = phrase.kind == known.kind or {phrase.kind, known.kind} <= {"person", "anonymous"}
        if known.speaks_for is None and not known.private and alike_kinds:
            known.speaks_for = actor_of(self.doc, phrase)
        if known.kind == "person" and phrase.heads and not known.role and phrase.kind in ("person", "anonymous"):
            known.role = phrase.text

    def _home_of(self, known: Known) -> str | None:
        """An office without a state or organisation in its words is the article's: الوزير، المتحدث باسم الحركة، مصدر أمني."""
        phrase = known.phrase
        heads = known.heads
        if known.kind == "document":
            return self._author(known)
        if phrase.several or not heads or phrase.kind not in ("person", "body", "anonymous", "organisation"):
            return None
        if known.kind == "person" and known.qualifiers & _OFFICIAL_SOURCES - {"سياسي"} and not heads & titles("party"):
            return self._near(known)
        if phrase.kind == "anonymous":
            official = known.qualifiers & _OFFICIAL_SOURCES or any(self._is_body(q) for q in known.qualifiers)
            return self._near(known) if official else None
        if heads & titles("party") and not known.states:
            return self.party
        if phrase.kind == "organisation":
            return None
        if phrase.kind == "body":
            return self._near(known)
        if not heads & titles("official"):
            return None
        plain = heads - titles("vague")
        if plain & titles("official") or any(self._is_body(q) for q in known.qualifiers | heads) or heads & {"رئيس", "رئيسه"} and known.qualifiers <= titles("official"):
            return self._near(known)
        return self._near(known) if heads & _LOCAL and not known.private else None

    def _is_body(self, stem: str) -> bool:
        from mawqif.lang.ar.lexicon import heads

        head = heads().get(stem)
        return head is not None and head.kind == "body"

    def _near(self, known: Known) -> str | None:
        """The state that the words around an office name, else the article's home."""
        at = known.phrase.reach[0]
        best: tuple[int, str] | None = None
        for stem in known.qualifiers | {known.phrase.head}:
            if not self._is_body(stem):
                continue
            for k in self.lives.places.get(stem, ()):
                state = self._state_of_body(k)
                if state is not None and (best is None or abs(at - k) < best[0]):
                    best = abs(at - k), state
        return best[1] if best is not None else self.home

    def _state_of_body(self, k: int) -> str | None:
        """The state that the words at `k` give a body (الخارجية الأميركية)."""
        for first in (k + 1, k, k - 1):
            mention = self.doc.mentions.get(first)
            if mention is not None and mention.entity.type == "state" and mention.last > k + 1 and not mention.loose:
                return mention.entity.id
        return None

    def _author(self, known: Known) -> str | None:
        """Whose a document is: the body in its phrase, or what follows it (تقرير عن منظمة …، بيان أصدرته الوزارة)."""
        phrase = known.phrase
        if any(self._is_body(h) for h in phrase.heads) or phrase.heads & titles("official"):
            return self._near(known)
        if phrase.heads & titles("party"):
            return self.party
        author = self._author_after(phrase.reach[1])
        return author.entity.actor if author is not None else None

    def _author_after(self, end: int) -> Mention | None:
        """The body that stands behind a document's phrase (… الصادر عن، أصدرته، نشرتها)."""
        doc = self.doc
        if end >= len(doc.words) or not (doc.words[end].bare in ("عن", "من", "ل") or doc.words[end].form.startswith(_ISSUED)):
            return None
        found = (doc.mentions.get(k) for k in range(end, min(end + 4, len(doc.words))))
        return next((m for m in found if m is not None and m.entity.type in ("organisation", "state") and not m.loose), None)

    def _has_author(self, phrase: Phrase) -> bool:
        return bool(phrase.mentions) or any(self._is_body(h) for h in phrase.heads) or self._author_after(phrase.reach[1]) is not None


def _known(phrase: Phrase) -> Known:
    return Known(
        name=phrase.name, phrase=phrase, person=phrase.person, heads=set(phrase.heads), qualifiers=set(phrase.qualifiers),
        states=set(phrase.states), kind=phrase.kind, gender=phrase.gender,
        role=phrase.text if phrase.kind == "person" and phrase.heads else None,
    )  # fmt: skip


def _ids(phrase: Phrase) -> set[str]:
    return {m.entity.id for m in phrase.mentions if m.entity.type != "state"}


def _same(phrase: Phrase, known: Known) -> bool:
    if phrase.several != known.phrase.several:
        return False
    return same_person(phrase.person, known.person)


def fits(phrase: Phrase, other: Phrase) -> bool:
    """Whether a title may mean the person of another phrase: same office words, no other state."""
    if phrase.head not in other.heads and not alike(phrase.head) & other.heads:
        return False
    if phrase.states and other.states and not phrase.states & other.states:
        return False
    if phrase.qualifiers:
        return phrase.qualifiers <= other.qualifiers or bool(phrase.qualifiers & other.qualifiers) or _only_described(phrase)
    if phrase.states and not other.states:
        return phrase.head in other.heads
    return not (phrase.head == "رييس" and other.qualifiers & _LEADING)


def _only_described(phrase: Phrase) -> bool:
    """A title that says what sort of person is meant, with adjectives alone (القيادي التجمعي)."""
    return phrase.head in titles("generic") and all(_is_adjective(word) for word in phrase.qualifiers)


def _is_adjective(stem: str) -> bool:
    count, _, _, adjective, _ = row("ال" + stem)
    return adjective >= 3 or count == 0 and stem.endswith("ي")


def _compatible(phrase: Phrase, known: Known) -> bool:
    if phrase.states and known.states and not phrase.states & known.states:
        return False
    ids = phrase.qualifiers | _ids(phrase)
    mine, theirs = _ids(phrase), _ids(known.phrase)
    if mine and theirs and not mine & theirs and phrase.kind != "person":
        return False
    if ids and known.qualifiers:
        return bool(ids & known.qualifiers) or _only_described(phrase)
    return not (ids and not known.qualifiers and known.person and phrase.head not in known.heads)


def _main_organisation(doc: Document) -> str | None:
    """The organisation that the article names most, at least twice."""
    counts = Counter(
        m.entity.parent or m.entity.id for m in doc.mentions.values() if m.entity.type == "organisation" and not m.loose
    )
    best = max(counts, key=lambda k: counts[k], default=None)
    return best if best is not None and counts[best] >= 2 else None
