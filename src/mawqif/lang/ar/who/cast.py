"""The speakers of one article: who was named so far, and which of them a later phrase means."""

from __future__ import annotations

from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.zone import Range
from mawqif.lang.ar.who.actors import actor_of, is_nobodys, is_private
from mawqif.lang.ar.who.biography import Biography
from mawqif.lang.ar.who.known import (
    Known,
    compatible,
    fits,
    has_name_of,
    ids_of,
    introduce,
    is_adjective,
)
from mawqif.lang.ar.who.names import plain
from mawqif.lang.ar.who.nouns import nominative, owned_text, plain_text
from mawqif.lang.ar.who.offices import Holder, Offices
from mawqif.lang.ar.who.phrase import Phrase, read_phrase
from mawqif.lang.ar.who.titles import Rank, alike, rank_of, titles
from mawqif.world import Mention

_ALIKE = ({"person", "anonymous"}, {"media", "organisation"}, {"body", "organisation"}, {"body", "state"})
_COUNTRY = frozenset("مملكه سلطنه بلاد دوله جمهوريه".split())
_OWN_COUNTRY = frozenset("بلاد بلد دوله".split())
_PLURAL = ("ون", "ين", "ات")
_SAME = frozenset("ذاته ذاتها نفسه نفسها عينه عينها".split())
"""المتحدث ذاته is who spoke last, whatever he is."""
_FIGURES = frozenset("بيانات احصاءات احصائيات ارقام".split())
_MANY = 120
"""Speakers introduced last that are looked through."""


class Cast:
    """The speakers known so far; `home` is the state that the article is about, `holder` knows offices by names."""

    def __init__(
        self, doc: Document, home: str | None, holder: Holder, special: frozenset[str], sentence_of: list[int]
    ) -> None:
        self.doc, self.special, self.sentence_of = doc, special, sentence_of
        self.known: list[Known] = []
        self.issuers: dict[str, Known] = {}
        self.lives = Biography(doc, special, sentence_of)
        self.offices = Offices(doc, home, self.lives, holder)

    @property
    def recent(self) -> list[Known]:
        """The speakers among whom a phrase may find its own; more speak in no article, only in heaps of them."""
        return self.known[-_MANY:]

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
        if phrase.kind == "person" and not phrase.person and phrase.reach[1] - phrase.reach[0] == 1:
            elsewhere = elsewhere or self._as_surname(phrase)
        if elsewhere is not None:
            known = self._match(elsewhere) if elsewhere.person else self._same_text(elsewhere)
            if known is not None:
                self._enrich(known, phrase)
                return known
        known = introduce(elsewhere or phrase)
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
        earlier = [
            k
            for k in self.recent
            if k.kind == "person" and not k.person and k.phrase.head in private and k.phrase.definite
        ]
        if len(earlier) != 1 or sum(k.kind == "person" for k in self.recent) > 1:
            return None
        earlier[0].name, earlier[0].person = known.name, known.person
        return earlier[0]

    def actor(self, known: Known) -> str | None:
        """Whom a speaker speaks for: what his phrases name, else what is known of him, else what his office tells here."""
        if known.speaks_for is None and known.private and not is_nobodys(self.doc, known.phrase):
            known.speaks_for = self.offices.institution_named(known)
        if known.speaks_for is None and not known.private:
            known.speaks_for = self.offices.of_holder(known) or self.offices.actor_of(known)
        return known.speaks_for

    def _settle_kind(self, known: Known) -> None:
        phrase = known.phrase
        if (
            known.kind == "state"
            and phrase.head in _COUNTRY
            and not known.states
            and phrase.definite
            and not phrase.qualifiers
        ):
            known.speaks_for = self.offices.realm(known)
            known.name = self.offices.state_name(known.speaks_for) or known.name
        if known.kind == "person" and not known.heads and len(known.person) == 1 and not known.role:
            self._as_named_elsewhere(known)
        if known.kind == "organisation" and len(phrase.mentions) == 1:
            self._in_full(known, phrase.mentions[0])

    def _as_named_elsewhere(self, known: Known) -> None:
        """الأحرار after التجمع الوطني للأحرار, تايمز after صحيفة تايمز: a word that is part of another name only."""
        mention, medium = self.lives.organisation_with(known.person[0]), self.lives.medium_called(known.phrase.head)
        if mention is not None:
            known.kind, known.person, known.name = "organisation", (), mention.entity.name
            known.speaks_for = mention.entity.actor
        elif medium is not None:
            known.kind, known.person, known.name = "media", (), plain_text(self.doc, *medium)
            known.heads = {self.doc.words[medium[0]].core}

    def _in_full(self, known: Known, mention: Mention) -> None:
        """المنظمة الدولية, where the article names the United Nations elsewhere: shown by the name."""
        whole = mention.first == known.phrase.reach[0] and mention.last == known.phrase.reach[1]
        if whole and mention.form == "metonym" and mention.loose:
            same = (m.form == "name" for m in self.doc.mentions.values() if m.entity.id == mention.entity.id)
            known.name = mention.entity.name if any(same) else known.name

    def _points(self, phrase: Phrase) -> bool:
        """Whether a phrase without a name may point to one that the article gives elsewhere."""
        return (
            phrase.definite and phrase.kind != "state" and phrase.head != "" and not phrase.owner and not phrase.several
        )

    def _elsewhere(self, phrase: Phrase) -> Phrase | None:
        """The full phrase of the article that a title or a bare الوزارة، الصحيفة means."""
        at = phrase.reach[0]
        if phrase.kind == "anonymous" and phrase.number == "p":
            return self._fuller_sources(phrase)
        if phrase.kind in ("person", "anonymous", "group") and (surname := self._as_surname(phrase)) is not None:
            return surname
        if phrase.kind == "group":
            return None
        if phrase.kind in ("person", "anonymous"):
            exact = frozenset((phrase.head,))
            tries = (exact, alike(phrase.head)) if phrase.head in titles("generic") else (exact,)
            return next((p for h in tries for p in self.lives.named(h, at) if fits(phrase, p)), None)
        if phrase.qualifiers or phrase.mentions:
            return None
        heads = alike(phrase.head) if phrase.kind == "document" else frozenset((phrase.head,))
        for found in self.lives.fuller(heads, at):
            authored = phrase.kind != "document" or self.offices.has_author(found)
            same = found.kind == phrase.kind or {found.kind, phrase.kind} == {"body", "organisation"}
            if same and found.reach[0] != phrase.reach[0] and found.head in heads and authored:
                return found
        return None

    def _as_surname(self, phrase: Phrase) -> Phrase | None:
        """A title alone that is the surname of somebody in the article (الطبيب after شوقي الطبيب)."""
        first, last = phrase.reach
        if phrase.owner or phrase.kind == "group" and phrase.head.endswith(_PLURAL):
            return None
        surname = phrase.head if last - first == 1 and phrase.head not in titles("official") else ""
        if last - first == 2 and phrase.head in titles("address"):
            surname = plain(self.doc.words[first + 1].core)
        if not surname:
            return None
        return next(
            (p for p in self.lives.of_person((surname,)) if p.person[-1] == surname and len(p.person) > 1), None
        )

    def _fuller_sources(self, phrase: Phrase) -> Phrase | None:
        """مسؤولين after or before مسؤولين أميركيين."""
        if phrase.qualifiers or phrase.mentions or not phrase.head.startswith(("مسؤول", "مسئول")):
            return None
        found = self.lives.fuller(alike(phrase.head), phrase.reach[0])
        return next((p for p in found if p.kind == "anonymous" and p.number == phrase.number), None)

    def _by_rank(self, phrase: Phrase, rank: Rank) -> Known | None:
        """معاليه، سموه: whoever of that rank was told last, spoken or not; where nobody was, whoever spoke last."""
        at = phrase.reach[0]
        told = next(
            (p for p in self.lives.named(rank.words, at) if p.reach[0] < at and rank.fits(p.heads | p.qualifiers)), None
        )
        heard = [k for k in self.recent if k.kind == "person" and k.person and rank.fits(k.heads | k.qualifiers)]
        latest = max(heard, key=lambda k: k.last, default=None)
        if told is None or latest is not None and latest.last > told.reach[0]:
            return latest or self.latest_person()
        return self.named(told.reach)

    def _match(self, phrase: Phrase) -> Known | None:
        if phrase.person:
            return self._by_name(phrase) or self._office_without_name(phrase)
        known = self._same_text(phrase)
        if known is not None:
            return known
        if (rank := rank_of(phrase.text)) is not None:
            return self._by_rank(phrase, rank)
        if not self._points(phrase):
            return self._same_entity(phrase)
        known = self._by_title(phrase)
        if (
            known is not None
            and phrase.kind in ("organisation", "media")
            and not phrase.qualifiers
            and not phrase.mentions
        ):
            return self._nearer(phrase, known)
        return known or self._same_entity(phrase)

    def _nearer(self, phrase: Phrase, known: Known) -> Known | None:
        """الشركة is the company named last, in whatever role, not the one that spoke last."""
        at = phrase.reach[0]
        for found in self.lives.fuller(frozenset((phrase.head,)), at):
            sure = phrase.kind == "organisation" or any(m.entity.type == "media" for m in found.mentions)
            if (
                sure
                and found.head == phrase.head
                and known.last < found.reach[0] < at
                and (found.definite or found.mentions)
            ):
                return (
                    self._same_text(found) or self._same_entity(found) or (known if compatible(found, known) else None)
                )
        return known

    def _same_text(self, phrase: Phrase) -> Known | None:
        return next((k for k in reversed(self.recent) if k.name == phrase.name or k.phrase.text == phrase.text), None)

    def _by_name(self, phrase: Phrase) -> Known | None:
        fitting = [k for k in self.recent if k.person and k.kind == "person" and has_name_of(phrase, k)]
        return max(fitting, key=lambda k: (len(set(k.person) & set(phrase.person)), k.last), default=None)

    def _office_without_name(self, phrase: Phrase) -> Known | None:
        """A named office-holder is the one that was quoted before by office alone."""
        if not phrase.heads or len(phrase.person) < 2:
            return None
        for known in reversed(self.recent):
            if known.person or known.kind != "person" or known.phrase.head not in phrase.heads:
                continue
            if compatible(phrase, known) and (known.qualifiers or known.states):
                return known
        return None

    def _same_entity(self, phrase: Phrase) -> Known | None:
        """حماس after حركة حماس, غوغل after شبكة غوغل: the phrase is the entity's own name."""
        if (
            phrase.kind not in ("organisation", "media")
            or not phrase.mentions
            or phrase.qualifiers - {phrase.mentions[0].entity.id}
        ):
            return None
        entity = phrase.mentions[0].entity.id
        for known in reversed(self.recent):
            if known.kind == phrase.kind and known.qualifiers | ids_of(known.phrase) == {entity}:
                return known
        return None

    def possess(self, known: Known, holder: Known, owned: str, pronoun: str) -> None:
        """بلاده is the holder's state, مصورها a photographer of the holder; next time it may be somebody else's."""
        self.known = [k for k in self.known if k is not known]
        if owned in _OWN_COUNTRY:
            known.speaks_for, known.kind = self.actor(holder), "state"
            known.name = self.offices.state_name(known.speaks_for) or known.name
            return
        if known.name == known.phrase.text:
            rest = known.name.split(" ")[1:]
            known.name = " ".join([owned_text(self.doc, known.phrase.reach[0], pronoun), holder.name, *rest])
        if known.kind in ("body", "anonymous") and known.speaks_for is None:
            known.speaks_for = self.actor(holder)

    def issue(self, document: Known, issuer: Known) -> None:
        """A document that the text calls by its sort only is known by who issued it: قرار مجلس الأمن."""
        words = document.name.split(" ")
        described = len(words) == 2 and all(nominative(word) != word for word in words)
        document.name = f"{nominative(words[0] if described else document.name)} {issuer.name}"
        document.speaks_for = self.actor(issuer)

    def issues(self, head: str, issuer: Known) -> None:
        """Somebody said something in a document of that sort; what was called so before is another one."""
        if self.issuers.get(head) is not issuer:
            self.known = [k for k in self.known if k.kind != "document" or k.phrase.head != head or k.phrase.qualifiers]
        self.issuers[head] = issuer

    def find_issuer(self, document: Known) -> None:
        """البيان is by whom it was issued; البيانات، الإحصاءات by the one body heard so far."""
        phrase = document.phrase
        bare = phrase.definite and not phrase.qualifiers and not phrase.mentions and " " not in document.name
        if not bare or document.speaks_for is not None:
            return
        issuer, heard = self.issuers.get(phrase.head), [k for k in self.recent if k.last >= 0 and k.kind != "document"]
        if issuer is None and phrase.head in _FIGURES and len(heard) == 1:
            issuer = heard[0] if heard[0].kind in ("body", "organisation") else None
        if issuer is not None:
            document.name = document.name.removeprefix("ال")
            self.issue(document, issuer)

    def latest_person(self) -> Known | None:
        """The person heard last."""
        people = [k for k in self.recent if k.kind == "person" and k.person]
        return max(people, key=lambda k: k.last, default=None)

    def _by_title(self, phrase: Phrase) -> Known | None:
        """الوزير، المصدر، الوكالة، الحركة: the latest speaker whom the title fits."""
        same = alike(phrase.head)
        second = self._of_state(phrase)
        if second is not None:
            return second
        for known in sorted(self.recent, key=lambda k: -k.last):
            if known.kind != phrase.kind and {known.kind, phrase.kind} not in _ALIKE:
                continue
            exact = phrase.head in known.heads or known.kind == "media" and not known.heads and phrase.head == "وكاله"
            if not exact and not same & known.heads:
                continue
            if phrase.kind == "organisation" and not _same_words(phrase, known):
                continue
            if not compatible(phrase, known) or phrase.number != known.phrase.number and known.kind == "group":
                continue
            if exact:
                return known
            second = second or known
        if second is None:
            return self._by_profession(phrase)
        stranger = phrase.qualifiers or phrase.states and not second.states & phrase.states
        return None if stranger else second

    def _of_state(self, phrase: Phrase) -> Known | None:
        """المسؤول التركي is whoever of that state was heard last, where his office was not told."""
        if phrase.head not in ("مسؤول", "مسؤوله") or not phrase.states or phrase.qualifiers or not phrase.definite:
            return None
        heard = [k for k in self.recent if k.kind in ("person", "anonymous") and k.last >= 0]
        known = max(heard, key=lambda k: k.last, default=None)
        return known if known is not None and not known.heads and self.actor(known) in phrase.states else None

    def _without_head(self, phrase: Phrase) -> Known | None:
        """الشركة، المصرف، المؤسسة المصرفية: the one organisation heard so far that was called by its name alone."""
        firm = (
            phrase.head in titles("institution") - titles("party")
            and not phrase.mentions
            and all(map(is_adjective, phrase.qualifiers))
        )
        if not firm or self.lives.fuller(frozenset((phrase.head,)), phrase.reach[0]):
            return None
        heard = [k for k in self.recent if k.kind == "organisation" and k.last >= 0 and not k.phrase.several]
        named = len(heard) == 1 and self.doc.words[heard[0].phrase.reach[0]].head is None
        return heard[0] if named and heard[0].phrase.kind == "organisation" else None

    def _by_profession(self, phrase: Phrase) -> Known | None:
        """الكاتب is the latest person whose office nobody told; المصدر the latest speaker, where no source spoke."""
        if phrase.kind == "organisation":
            return self._without_head(phrase)
        if phrase.qualifiers or phrase.mentions:
            return None
        if phrase.kind == "person" and phrase.text.rsplit(" ", 1)[-1] in _SAME:
            heard = (k for k in self.recent if k.kind == "person" and k.last >= 0 and k.gender in ("", phrase.gender))
            return max(heard, key=lambda k: k.last, default=None)
        if phrase.head == "مصدر":
            fitting = [
                k for k in self.recent if k.last >= 0 and k.kind in ("body", "media", "organisation", "document")
            ]
        elif phrase.kind == "person" and phrase.head in titles("private"):
            untold = (k for k in self.recent if k.kind == "person" and k.person and not k.heads)
            fitting = [k for k in untold if k.gender in ("", phrase.gender)]
        else:
            return None
        return max(fitting, key=lambda k: k.last, default=None)

    def _enrich(self, known: Known, phrase: Phrase) -> None:
        if len(phrase.person) > len(known.person) and phrase.kind == "person":
            known.name, known.person, known.kind = phrase.name, phrase.person, "person"
        known.phrases.append(phrase)
        known.heads |= phrase.heads
        known.qualifiers |= phrase.qualifiers
        known.states |= phrase.states
        if not known.private:
            known.private = is_private(self.doc, phrase) and phrase.kind == "person"
        alike_kinds = phrase.kind == known.kind or {phrase.kind, known.kind} <= {"person", "anonymous"}
        if known.speaks_for is None and not known.private and alike_kinds:
            known.speaks_for = actor_of(self.doc, phrase)
        if known.kind == "person" and phrase.heads and not known.role and phrase.kind in ("person", "anonymous"):
            known.role = phrase.office or None


def _same_words(phrase: Phrase, known: Known) -> bool:
    """Whether the names of two organisations do not each have words of their own (كتائب المجاهدين، كتائب القسام)."""
    return phrase.qualifiers <= known.qualifiers or known.qualifiers <= phrase.qualifiers
