"""For whom an office speaks that names no state or organisation: its ministry's state, the article's home or party."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection
from functools import cached_property

from mawqif.lang.ar.lexis.lexicon import heads
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.who.actors import actor_of
from mawqif.lang.ar.who.biography import Biography
from mawqif.lang.ar.who.known import Known
from mawqif.lang.ar.who.names import plain
from mawqif.lang.ar.who.nouns import stem_of
from mawqif.lang.ar.who.phrase import Phrase
from mawqif.lang.ar.who.titles import realms, titles, typical
from mawqif.text.fold import fold_word
from mawqif.text.tokens import LINE
from mawqif.world import Mention

Holder = Callable[[str], str | None]
"""Tells for whom somebody of this name speaks on the day of the article."""

_SERVING = frozenset("اداره حكومه نظام مكتب متحدث متحدثه ناطق ناطقه مستشار مستشاره مبعوث سكرتير سكرتيره مساعد".split())
_TAKEN_FOR_GRANTED = frozenset(
    "رئيس رئيسه وزير وزيره مستشار مستشاره امين مبعوث زعيم سيناتور سناتور سيد سيده خارجيه دفاع حكومه ملك امير".split()
)
"""Titles by which a known holder is called, too: الرئيس أوباما."""
_LOCAL = frozenset("امين محافظ والي عمده حاكم".split())
_MANAGERS = frozenset("مدير مديره".split())
_SERVICES = frozenset("مطار مرور جوازات تعليم صحه تربيه سجون سجن امن دفاع طرق اوقاف زراعه مواني ميناء احوال".split())
_OF_STATES = frozenset("هيئه بعثه وكاله لواء الويه وفد مفوضيه".split())
_OFFICIAL_SOURCES = frozenset("حكومي رسمي امني عسكري دبلوماسي وزاري سياسي قضائي رئاسي برلماني".split())
_OFFICIALS = frozenset("مسؤولون مسؤولين مسؤولان مسئولون مسئولين".split())
_OFFICIAL_PERSONS = _OFFICIAL_SOURCES - {"سياسي"}
_ADJECTIVE = 5
_PARTS = frozenset("امانه مكتب قياده رئاسه مجلس لجنه اداره ديوان".split())
"""Bodies that an organisation may have: what they are part of decides."""
_OF_MANY = frozenset("دولي عالمي عربي عرب".split())
_FORCES = frozenset("احتلال قوات جيش حرس سفير سفيره سفاره مبعوث نجل".split())
"""Whose adjective tells nothing of who speaks next: they act on others' ground."""
_TURN = frozenset("جهته جهتها جانبه جانبها المقابل".split())
_ISSUED = ("اصدر", "نشر", "صادر", "اعد")


def nobody(name: str) -> str | None:
    """A holder of which nothing is known."""
    return None


class Offices:
    """The offices of one article; `home` is the state that it is about, `holder` knows offices by names."""

    def __init__(self, doc: Document, home: str | None, lives: Biography, holder: Holder) -> None:
        self.doc, self.home, self.lives, self.holder = doc, home, lives, holder
        self.party = _main_organisation(doc)
        self._bodies: dict[str, tuple[list[int], list[str]]] = {}

    def actor_of(self, known: Known) -> str | None:
        """An office without a state or organisation is the article's: الوزير، المتحدث باسم الحركة، مصدر أمني."""
        phrase, heads = known.phrase, known.heads
        if known.kind == "document":
            return self._author(known)
        if (
            phrase.several
            or phrase.owner
            or not heads
            or phrase.kind not in ("person", "body", "anonymous", "organisation")
        ):
            return None
        for title in known.phrases:
            institution = self._institution(title)
            if institution is not None:
                actor = self._of_institution(institution, title)
                if actor is not None or stem_of(self.doc.words[institution]) not in _OF_STATES:
                    return actor
        if known.qualifiers & _OF_MANY:
            return None
        if known.kind == "person" and known.qualifiers & _OFFICIAL_PERSONS and not heads & titles("party"):
            return self._near(known)
        if phrase.kind == "anonymous":
            official = known.qualifiers & _OFFICIAL_SOURCES or any(is_body(q) for q in known.qualifiers)
            official = official or not known.qualifiers and phrase.head in _OFFICIALS
            return self._near(known) if official else None
        if phrase.kind == "organisation":
            return None
        if phrase.kind == "body":
            return None if known.qualifiers & titles("team") and phrase.head == "جهاز" else self._near(known)
        return self._near(known) if self._is_office(known) else None

    def of_holder(self, known: Known) -> str | None:
        """For whom the world knows a person to speak on the article's day (ترامب)."""
        if known.private or known.phrase.several or known.kind not in ("person", "body", "anonymous"):
            return None
        if known.kind == "person" and known.person:
            surname = " " not in known.name and known.heads - _TAKEN_FOR_GRANTED
            return (None if surname else self.holder(known.name)) or self._of_whom(known.role or "")
        return self._of_whom(known.name)

    def _of_whom(self, office: str) -> str | None:
        """For whom the holder speaks whom an office is named after: إدارة أوباما، السكرتيرة الصحفية لترامب."""
        words = office.split(" ")
        if not _SERVING & {plain(fold_word(word)) for word in words}:
            return None
        ends = (" ".join(words[k:]) for k in range(1, len(words)))
        found = (self.holder(end) or self.holder(end.removeprefix("ل")) for end in ends)
        return next((actor for actor in found if actor is not None), None)

    def _is_office(self, known: Known) -> bool:
        """Whether the titles are an office of a state where they name nobody's."""
        heads = known.heads
        if not heads & titles("official"):
            return False
        plain = heads - titles("vague") - ({"فريق"} if known.phrase.head != "فريق" else set())
        if plain & titles("official") or any(is_body(q) for q in known.qualifiers | heads):
            return True
        if heads & {"رئيس", "رئيسه"} and known.qualifiers <= titles("official"):
            return True
        return bool(heads & _LOCAL or heads & _MANAGERS and known.qualifiers & _SERVICES) and not known.private

    def _institution(self, phrase: Phrase) -> int | None:
        """The organisation that a title or a phrase is built on: المتحدث باسم الحركة، مدير الصندوق; None where it is a body."""
        doc = self.doc
        for k in range(*phrase.reach):
            word = doc.words[k]
            if word.tag == "relative":
                return None
            if word.head is None or phrase.run is not None and phrase.run[0] <= k < phrase.run[1]:
                continue
            whole = phrase.kind == "organisation" and k == phrase.reach[0]
            if word.head.kind == "body" and (whole or stem_of(word) in _PARTS):
                continue
            if word.head.kind in ("body", "state"):
                return None
            if word.head.kind == "organisation" and not (stem_of(word) == "فريق" and self._body_after(k, phrase)):
                return k
        return None

    def institution_named(self, known: Known) -> str | None:
        """مدير مكتب المنظمة, where the article tells elsewhere which organisation that is."""
        found = ((self._institution(title), title) for title in known.phrases)
        return next((a for k, title in found if k is not None and (a := self._of_institution(k, title))), None)

    def _body_after(self, k: int, phrase: Phrase) -> bool:
        """Whether a body follows in the phrase (فريق التنظيم باللجنة)."""
        return any(is_body(stem_of(self.doc.words[j])) for j in range(k + 1, phrase.reach[1]))

    def _of_institution(self, k: int, phrase: Phrase) -> str | None:
        """Whose it is: a bare الحركة is the one the article names in full, before it if it can be; a name of its own is unknown."""
        doc, word = self.doc, self.doc.words[k]
        after = doc.words[k + 1] if k + 1 < phrase.reach[1] else None
        inside = phrase.run is not None and phrase.run[0] <= k + 1 < phrase.run[1]
        ends = after is None or inside or after.tag or after.preposition or after.conjunction
        if not word.definite or not ends:
            return None
        stem = stem_of(word)
        named = [(j, m) for j in self.lives.places.get(stem, ()) if (m := self._name_at(j)) is not None]
        if named:
            at = phrase.reach[0]
            _, mention = max((x for x in named if x[0] < at), key=lambda x: x[0], default=named[0])
            return mention.entity.actor if mention.entity.type == "organisation" else None
        return self._of_phrase(k) or (self.party if stem in titles("party") else None)

    def _of_phrase(self, k: int) -> str | None:
        """نائب رئيس المؤسسة, where the article has مؤسسة البريد النرويجي: whom the fuller phrase speaks for."""
        fuller = self.lives.fuller(frozenset((stem_of(self.doc.words[k]),)), k)
        actors = {actor_of(self.doc, p) for p in fuller if p.kind == "organisation" and p.reach[0] != k} - {None}
        return actors.pop() if len(actors) == 1 else None

    def _name_at(self, j: int) -> Mention | None:
        """The organisation or medium whose name begins with the noun at `j` or stands right behind it (حركة حماس)."""
        for first in (j, j + 1):
            mention = self.doc.mentions.get(first)
            if mention is None or mention.entity.type not in ("organisation", "media") or mention.form == "adjective":
                continue
            if first == j and mention.last > j + 1 and not mention.loose:
                return mention
            if first == j + 1 and stem_of(self.doc.words[j]) in titles("party"):
                return mention
        return None

    def _near(self, known: Known) -> str | None:
        """The state that the words around an office name, else the article's home."""
        at = known.phrase.reach[0]
        if (heading := self._heading(at) or self._scene(at)) is not None:
            return heading
        best: tuple[int, str] | None = None
        for stem in sorted(known.qualifiers | {known.phrase.head}):
            if not is_body(stem):
                continue
            places, states = self._told(stem)
            right = bisect_left(places, at)
            for i in range(max(0, right - 1), min(len(places), right + 1)):
                if best is None or abs(at - places[i]) < best[0]:
                    best = abs(at - places[i]), states[i]
        spoken = self._spoken_of(at)
        if spoken is not None and (best is None or at - spoken[0] < best[0]):
            best = at - spoken[0], spoken[1]
        offices = (typical(word) for word in sorted(known.heads | known.qualifiers))
        wanted = next((states for states in offices if states), None)
        return best[1] if best is not None and (wanted is None or best[1] in wanted) else self._home_of(known, wanted)

    def _heading(self, at: int) -> str | None:
        """باكستان: وزير الدفاع قال …: the state before the colon that opens the paragraph, where several paragraphs open so."""
        k = bisect_right(self._headings, at) - 1
        if k < 0:
            return None
        first = self._headings[k]
        mention = self.doc.mentions.get(first)
        return None if mention is None or LINE in self.doc.forms[first:at] else mention.entity.id

    def _scene(self, at: int) -> str | None:
        """وفي الخرطوم، ذكر مسؤولون …: the capital or state that the sentence of an office opens with."""
        first = self.doc.sentences[self.lives.sentence_of[at]][0]
        mention = self.doc.mentions.get(first + 1) if self.doc.words[first].bare == "في" else None
        if (
            mention is None
            or mention.entity.type != "state"
            or mention.form not in ("capital", "name")
            or mention.loose
        ):
            return None
        return mention.entity.id if mention.last < at and self.doc.words[mention.last].tag == "comma" else None

    @cached_property
    def _headings(self) -> list[int]:
        return self.doc.state_headings()

    def _spoken_of(self, at: int) -> tuple[int, str] | None:
        """The one state whose officials or bodies this sentence, or the one before it, names before a token."""
        doc, number = self.doc, self.lives.sentence_of[at]
        first = doc.sentences[max(0, number - 1)][0]
        if any(doc.words[k].core in _TURN for k in range(doc.sentences[number][0], at)):
            return None
        told = [(k, self.doc.mentions[k].entity.id) for k in range(first + 1, at) if self._of_official(k)]
        return told[-1] if len({state for _, state in told}) == 1 else None

    def _of_official(self, k: int) -> bool:
        """Whether the adjective of a state at `k` is that of an official or body that acts (أعلنت الحكومة السويدية)."""
        doc, mention = self.doc, self.doc.mentions.get(k)
        of_body = bool(k) and (before := doc.words[k - 1].head) is not None and before.kind == "body"
        if mention is None or mention.entity.type != "state" or mention.loose and not of_body:
            return False
        if mention.form == "metonym" and mention.last > k + 1 and (head := doc.words[k].head) is not None:
            governed = doc.words[k].preposition or k and doc.words[k - 1].tag == "preposition"
            return head.kind == "body" and not governed and stem_of(doc.words[k]) not in _FORCES
        if mention.form != "adjective":
            return False
        first = k
        while first and (head := doc.words[first - 1].head) is not None and head.kind in ("person", "body"):
            first -= 1
        titles_of = {stem_of(doc.words[j]) for j in range(first, min(k + 2, len(doc.words)))}
        if first == k or doc.words[first].preposition or titles_of & (_FORCES | titles("private") | titles("former")):
            return False
        return doc.words[first - 1].tag != "preposition" if first else True

    def _home_of(self, known: Known, wanted: frozenset[str] | None) -> str | None:
        """The article's home, unless such an office is none of its: a prince, the treasury, the president of a kingdom."""
        if wanted is not None:
            return self.home if self.home in wanted else self._most_named(wanted)
        if known.heads == {"رئيس"} and not known.qualifiers and self.home in typical("ملك"):
            return self._most_named(self.named.keys() - typical("ملك"))
        if known.phrase.kind == "body":
            return self._local(known.phrase) or self.home
        return self.home

    @cached_property
    def named(self) -> Counter[str]:
        """How often the article names each state."""
        return Counter(m.entity.id for m in self.doc.mentions.values() if m.entity.type == "state" and not m.loose)

    def _most_named(self, states: Collection[str]) -> str | None:
        most = max(
            (state for state in self.named if state in states), key=lambda state: self.named[state], default=None
        )
        return most if most is not None and self.named[most] > 1 else None

    def _local(self, phrase: Phrase) -> str | None:
        """The one state where the sentence tells things to happen, before a body that is of some place (في باكستان قالت الشرطة)."""
        if (
            phrase.head not in titles("local")
            or not phrase.definite
            or self.named[self.home or ""] < max(self.named.values(), default=0)
        ):
            return None
        doc, at = self.doc, phrase.reach[0]
        first = doc.sentences[self.lives.sentence_of[at]][0]
        told = [m for k in range(first, at) if (m := doc.mentions.get(k)) is not None and m.entity.type == "state"]
        places = {
            m.entity.id for m in told if m.form in ("name", "place", "capital") and not m.loose and _is_scene(doc, m)
        }
        return places.pop() if len(places) == 1 and self.home not in {m.entity.id for m in told} else None

    def _told(self, stem: str) -> tuple[list[int], list[str]]:
        """Where the article names a body with its state, in order; looked up once a word."""
        known = self._bodies.get(stem)
        if known is None:
            found = [
                (k, state) for k in self.lives.places.get(stem, ()) if (state := self._state_of_body(k)) is not None
            ]
            known = self._bodies[stem] = [k for k, _ in found], [state for _, state in found]
        return known

    def _state_of_body(self, k: int) -> str | None:
        """The state that the words at `k` give a body (الخارجية الأميركية)."""
        described = k + 1 < len(self.doc.words) and self.doc.words[k + 1].adjective >= _ADJECTIVE
        described = described or self._completed(k)
        for first in (k + 1, k + 2, k, k - 1) if described else (k + 1, k, k - 1):
            mention = self.doc.mentions.get(first)
            if mention is not None and mention.entity.type == "state" and mention.last > k + 1 and not mention.loose:
                return mention.entity.id
        return None

    def _completed(self, k: int) -> bool:
        """مجلس الدولة النرويجي: a body named by the definite noun behind it."""
        word, after = self.doc.words[k], self.doc.words[k + 1] if k + 1 < len(self.doc.words) else None
        return (
            after is not None
            and not word.definite
            and after.definite
            and not after.tag
            and k + 1 not in self.doc.mentions
        )

    def _author(self, known: Known) -> str | None:
        """Whose a document is: the body in its phrase, or what follows it (تقرير عن منظمة …، بيان أصدرته الوزارة)."""
        phrase = known.phrase
        if phrase.head in titles("picture"):
            return None
        told = (self._state_of_body(k) for k in range(*phrase.reach) if is_body(stem_of(self.doc.words[k])))
        if (state := next((state for state in told if state is not None), None)) is not None:
            return state
        institution = self._institution(phrase)
        if institution is not None and (actor := self._of_institution(institution, phrase)) is not None:
            return actor
        if any(is_body(h) for h in phrase.heads) or phrase.heads & titles("official"):
            return self._near(known)
        author = self._author_after(phrase.reach[1])
        return author.entity.actor if author is not None else None

    def _author_after(self, end: int) -> Mention | None:
        """The body that stands behind a document's phrase (… الصادر عن، أصدرته، نشرتها)."""
        doc = self.doc
        if end >= len(doc.words) or not (
            doc.words[end].bare in ("عن", "من", "ل") or doc.words[end].form.startswith(_ISSUED)
        ):
            return None
        found = (doc.mentions.get(k) for k in range(end, min(end + 4, len(doc.words))))
        return next(
            (m for m in found if m is not None and m.entity.type in ("organisation", "state") and not m.loose), None
        )

    def has_author(self, phrase: Phrase) -> bool:
        """Whether the text tells whose a document is."""
        return (
            bool(phrase.mentions)
            or any(is_body(h) for h in phrase.heads)
            or self._author_after(phrase.reach[1]) is not None
        )

    def realm(self, known: Known) -> str | None:
        """Which country المملكة، السلطنة، البلاد is: the nearest one named that is called so."""
        near, meant = self._near(known), realms(known.phrase.head)
        if not meant or near in meant:
            return near
        if self.home in meant or len(meant) == 1:
            return self.home if self.home in meant else next(iter(meant))
        named = [m.entity.id for m in self.doc.mentions.values() if m.entity.id in meant]
        return named[-1] if named else near

    def state_name(self, state: str | None) -> str | None:
        """The name of a state, if the article names it."""
        return next((m.entity.name for m in self.doc.mentions.values() if m.entity.id == state), None)


def _is_scene(doc: Document, mention: Mention) -> bool:
    """Whether a state is where something happens or what acts: after في, or without any preposition."""
    before = doc.words[mention.first - 1] if mention.first else None
    if before is not None and before.tag == "preposition":
        return before.bare == "في"
    return mention.clitic in ("", "ب", "و")


def _main_organisation(doc: Document) -> str | None:
    """The organisation that the article names most, at least twice."""
    counts = Counter(
        m.entity.parent or m.entity.id for m in doc.mentions.values() if m.entity.type == "organisation" and not m.loose
    )
    best = max(counts, key=lambda k: counts[k], default=None)
    return best if best is not None and counts[best] >= 2 else None


def is_body(stem: str) -> bool:
    """Whether a noun is the head of a body of the state (وزارة، الشرطة)."""
    head = heads().get(stem)
    return head is not None and head.kind == "body"
