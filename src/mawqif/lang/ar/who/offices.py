"""For whom an office speaks that names no state or organisation: its ministry's state, the article's home or party."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from mawqif.lang.ar.lexis.lexicon import heads
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.who.biography import Biography
from mawqif.lang.ar.who.known import Known
from mawqif.lang.ar.who.phrase import Phrase
from mawqif.lang.ar.who.titles import realms, titles
from mawqif.world import Mention

_LOCAL = frozenset("امين مدير محافظ والي عمده حاكم مديره".split())
_OFFICIAL_SOURCES = frozenset("حكومي رسمي امني عسكري دبلوماسي وزاري سياسي قضائي رئاسي برلماني".split())
_OFFICIAL_PERSONS = _OFFICIAL_SOURCES - {"سياسي"}
_ISSUED = ("اصدر", "نشر", "صادر", "اعد")


class Offices:
    """The offices of one article; `home` is the state that it is about."""

    def __init__(self, doc: Document, home: str | None, lives: Biography) -> None:
        self.doc, self.home, self.lives = doc, home, lives
        self.party = _main_organisation(doc)
        self._bodies: dict[str, tuple[list[int], list[str]]] = {}

    def actor_of(self, known: Known) -> str | None:
        """An office without a state or organisation is the article's: الوزير، المتحدث باسم الحركة، مصدر أمني."""
        phrase = known.phrase
        heads = known.heads
        if known.kind == "document":
            return self._author(known)
        if phrase.several or not heads or phrase.kind not in ("person", "body", "anonymous", "organisation"):
            return None
        if known.kind == "person" and known.qualifiers & _OFFICIAL_SOURCES - {"سياسي"} and not heads & titles("party"):
            return self._near(known)
        if phrase.kind == "anonymous":
            official = known.qualifiers & _OFFICIAL_SOURCES or any(is_body(q) for q in known.qualifiers)
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
        if (
            plain & titles("official")
            or any(is_body(q) for q in known.qualifiers | heads)
            or heads & {"رئيس", "رئيسه"}
            and known.qualifiers <= titles("official")
        ):
            return self._near(known)
        return self._near(known) if heads & _LOCAL and not known.private else None

    def _near(self, known: Known) -> str | None:
        """The state that the words around an office name, else the article's home."""
        at = known.phrase.reach[0]
        best: tuple[int, str] | None = None
        for stem in known.qualifiers | {known.phrase.head}:
            if not is_body(stem):
                continue
            places, states = self._told(stem)
            right = bisect_left(places, at)
            for i in range(max(0, right - 1), min(len(places), right + 1)):
                if best is None or abs(at - places[i]) < best[0]:
                    best = abs(at - places[i]), states[i]
        return best[1] if best is not None else self.home

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
        for first in (k + 1, k, k - 1):
            mention = self.doc.mentions.get(first)
            if mention is not None and mention.entity.type == "state" and mention.last > k + 1 and not mention.loose:
                return mention.entity.id
        return None

    def _author(self, known: Known) -> str | None:
        """Whose a document is: the body in its phrase, or what follows it (تقرير عن منظمة …، بيان أصدرته الوزارة)."""
        phrase = known.phrase
        if any(is_body(h) for h in phrase.heads) or phrase.heads & titles("official"):
            return self._near(known)
        if phrase.heads & titles("party"):
            return self.party
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
