"""What the article says of persons and bodies anywhere, not only where they speak: full names, titles."""

from __future__ import annotations

from functools import cached_property

from mawqif.lang.ar.lexis.spelling import respells, skeleton, spellings
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.phrase import begins_object, is_name, is_verb, noun_phrase, settled
from mawqif.lang.ar.syntax.zone import Range
from mawqif.lang.ar.who.kinds import is_surname
from mawqif.lang.ar.who.names import name_runs, parts, same_person
from mawqif.lang.ar.who.nouns import possessed, stem_of
from mawqif.lang.ar.who.phrase import Phrase, read_phrase
from mawqif.lang.ar.who.titles import titles
from mawqif.world import Mention

_MOST = 10
"""Places of a word that are looked at."""
_TITLE = 16
"""Tokens that a title may stand before its name."""
_WIDEST = 7
_BREAKS = frozenset(
    "that colon breaking subordinate adversative relative condition negation auxiliary question pronoun".split()
)
_WHO_IS = frozenset(("وهو", "وهي"))
_JOINTS = frozenset(("comma", "open"))


class Biography:
    """Looks names and titles up in one article; the index is built when it is first asked."""

    def __init__(self, doc: Document, special: frozenset[str], sentence_of: list[int]) -> None:
        self.doc, self.special, self.sentence_of = doc, special, sentence_of
        self._phrases: dict[Range, Phrase] = {}

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Word without article and clitics → its tokens."""
        found: dict[str, list[int]] = {}
        plain = self.doc.plain
        for form, places in self.doc.tokens.places.items():
            stem = form if form in self.special else plain[places[0]].stem
            found[stem] = sorted(found[stem] + places) if stem in found else places
        return found

    def of_person(self, person: tuple[str, ...]) -> list[Phrase]:
        """Every mention of a person that tells more than these words: a longer name, a title."""
        surname = person[-1]
        found = self._mentions_of(surname, person)
        if not found and len(surname) >= 4 and len(skeleton(surname)) >= 3:
            others = [other for other in spellings(surname) & self.places.keys() if respells(surname, other)]
            for other in sorted(others, key=lambda other: self.places[other]):
                found += self._mentions_of(other, person)
        return found

    def _mentions_of(self, surname: str, person: tuple[str, ...]) -> list[Phrase]:
        found: list[Phrase] = []
        weak: list[Phrase] = []
        for k in self.places.get(surname, ())[:_MOST]:
            run = self._run_around(k)
            if run is None or not same_person(person, names := parts(self.doc, run, self.special)):
                continue
            reach = self._with_titles(run)
            if reach != run or len(names) > len(person):
                phrase = self._phrase(reach, run)
                if phrase.person and same_person(person, phrase.person):
                    first_only = len(person) == 1 and phrase.person[-1] != surname
                    (weak if first_only else found).append(phrase)
        return found or weak

    def _phrase(self, reach: Range, run: Range | None = None) -> Phrase:
        phrase = self._phrases.get(reach)
        if phrase is None:
            phrase = self._phrases[reach] = read_phrase(
                self.doc, reach, self.special, fresh=run is not None and reach[0] == run[0]
            )
        return phrase

    def _run_around(self, k: int) -> Range | None:
        """The name that the word at `k` is part of."""
        sentence = self._sentence(k)
        low, high = max(sentence[0], k - _WIDEST), min(sentence[1], k + _WIDEST)
        for run in name_runs(self.doc, low, high, self.special):
            if run[0] <= k < run[1]:
                return run
            if run[1] == k and is_surname(self.doc, k, titled=True):
                return run[0], k + 1
        word, before = self.doc.words[k], self.doc.words[k - 1] if k else self.doc.words[k]
        addressed = before.head is not None and before.definite and stem_of(before) in titles("address")
        return (k, k + 1) if word.definite and (word.head is None or addressed) else None

    def _sentence(self, k: int) -> Range:
        return self.doc.sentences[self.sentence_of[k]]

    def _with_titles(self, run: Range) -> Range:
        """The titles before the name and the office after it (وزير الخارجية جون كيري؛ يعالون، وزير الدفاع)."""
        start = self._title_start(run)
        titled = any(
            (head := self.doc.words[k].head) is not None
            and head.kind == "person"
            and stem_of(self.doc.words[k]) not in titles("courteous")
            for k in range(start, run[0])
        )
        return start, self._office_end(run, titled=titled)

    def _title_start(self, run: Range) -> int:
        doc, start = self.doc, run[0]
        floor = max(self._sentence(run[0])[0], run[0] - _TITLE)
        for k in range(run[0] - 1, floor - 1, -1):
            word = doc.words[k]
            if word.head is not None and self._is_demand(k) or self._named_between(k, start):
                break
            if (
                word.tag in _BREAKS
                or is_verb(word)
                or word.cues
                and not word.head
                and not word.definite
                and any(not c.is_noun for c in word.cues)
            ):
                break
            if (
                word.head is not None
                and word.head.kind in ("person", "anonymous")
                and not word.head.plural
                and self._reaches(k, start)
            ):
                start = k
        return start

    def _is_demand(self, k: int) -> bool:
        """طالب ممثل النقابة: a verb that is a noun too, before another title."""
        word, after = self.doc.words[k], self.doc.words[k + 1]
        return not word.definite and any(not c.is_noun for c in word.cues) and after.head is not None

    def _named_between(self, k: int, start: int) -> bool:
        """Whether somebody is named between a title and what follows: the title is his (طالب ممثل X فلان رئيس Y)."""
        runs = name_runs(self.doc, k + 1, start, self.special) if self.doc.words[k].head is not None else []
        return any(run[1] - run[0] >= 2 for run in runs)

    def _reaches(self, first: int, run: int) -> bool:
        end = noun_phrase(self.doc, first, self._sentence(first)[1])
        return end >= run or end == run - 1 and self.doc.words[end].tag == "comma"

    def _office_end(self, run: Range, *, titled: bool) -> int:
        """After a title and a name only a comma (…، وهو مسؤول في X) brings another office, not an object (استقبل الرئيس هادي مبعوث X)."""
        doc, end = self.doc, run[1]
        limit = self._sentence(run[0])[1]
        k = end
        while k < limit and (doc.words[k].tag in _JOINTS or doc.words[k].form in ("-", "–", "—")) and k < end + 2:
            k += 1
        told = k + 1 < limit and doc.forms[k] in _WHO_IS
        k += told
        if (
            k < limit
            and not (titled and k == end)
            and (head := doc.words[k].head) is not None
            and (head.kind == "person" or told and head.kind == "anonymous")
            and not head.plural
            and not doc.words[k].conjunction
        ):
            return max(end, noun_phrase(doc, k, limit))
        return end

    def organisation_with(self, word: str) -> Mention | None:
        """The organisation inside whose longer name the article has a word."""
        places = self.places.get(word, ())
        for mention in self.doc.mentions.values():
            whole = mention.entity.type == "organisation" and mention.last - mention.first > 1
            if whole and any(mention.first < k < mention.last for k in places):
                return mention
        return None

    def medium_called(self, word: str) -> Range | None:
        """The noun of a medium with a word right behind it that is its name."""
        for k in self.places.get(word, ()):
            before = self.doc.words[k - 1] if k else self.doc.words[k]
            medium = before.head is not None and before.head.kind == "media" and before.core != "موقع"
            if medium and not (before.definite or self.doc.words[k].definite):
                return k - 1, k + 1
        return None

    def named(self, heads: frozenset[str], before: int) -> list[Phrase]:
        """Phrases with a personal name and one of these titles, nearest before `before` first, then those after."""
        return [p for p in self._headed(heads, before) if len(p.person) > 1 and p.kind == "person"]

    def fuller(self, heads: frozenset[str], before: int) -> list[Phrase]:
        """Phrases of several words with one of these heads (وزارة الصحة), the nearest before `before` first."""
        found = self._headed(heads, before)
        return [p for p in found if p.reach[0] != before and (p.qualifiers or p.mentions) and self._is_full(p)]

    def _is_full(self, phrase: Phrase) -> bool:
        """Not المجلس في مستهل الاجتماع، المديرية أصحاب المزارع: a definite noun's name goes on with an adjective, a name, a number."""
        doc, first = self.doc, phrase.reach[0]
        if not doc.words[first].definite or first in doc.mentions or first + 1 >= len(doc.words):
            return True
        after = doc.words[first + 1]
        if (
            first + 1 in doc.mentions
            or first + 1 in doc.quotes
            or is_name(after)
            or after.preposition == "ل"
            or after.tag == "number"
        ):
            return True
        return after.definite and not after.tag and (after.adjective > 0 or after.core.endswith(("ي", "يه")))

    def _headed(self, heads: frozenset[str], before: int) -> list[Phrase]:
        places = sorted(k for head in heads for k in self.places.get(head, ()))
        earlier = [k for k in places if k <= before][-_MOST:][::-1]
        later = [k for k in places if k > before][: _MOST // 2]
        return [phrase for k in earlier + later if not self._complement(k) and (phrase := self.at(k)) is not None]

    def group_before(self, at: int, floor: int) -> Range | None:
        """The nearest phrase of several people before a token (شهادات صحفيين آخرين، دحضوا)."""
        for k in range(at - 1, floor - 1, -1):
            head = self.doc.words[k].head
            if head is None or possessed(self.doc, k)[0] == "عدد":
                continue
            if (head.kind == "group" or head.plural) and not self.doc.words[k].conjunction:
                end = noun_phrase(self.doc, k, at, tight=True)
                if end > k:
                    return k, end
        return None

    def _complement(self, k: int) -> bool:
        """Whether the title at `k` only completes another one (مبعوث الرئيس)."""
        before = self.doc.words[k - 1] if k else None
        return (
            before is not None
            and before.head is not None
            and before.head.kind == "person"
            and not before.definite
            and not before.tag
        )

    def at(self, k: int) -> Phrase | None:
        """The phrase that a head at token `k` opens, its name between commas included."""
        doc = self.doc
        limit = self._sentence(k)[1]
        if doc.words[k].head is None and k not in doc.mentions:
            return None
        end = (
            noun_phrase(doc, k + 1, limit)
            if doc.words[k].preposition
            else noun_phrase(doc, k, limit, tight=_is_medium(doc, k) or _acts(doc, k))
        )
        end = next((j for j in range(k + 2, end) if self._possessed(j) or self._welcomed(j)), end)
        if end <= k:
            return None
        if end + 1 < limit and doc.words[end].tag == "comma":
            runs = name_runs(doc, end + 1, min(limit, end + 6), self.special)
            if (
                runs
                and runs[0][0] <= end + 3
                and runs[0][1] - runs[0][0] >= 2
                and all((h := doc.words[j].head) is not None and h.kind == "person" for j in range(end + 1, runs[0][0]))
            ):
                end = runs[0][1]
        return self._phrase(self._with_name_before(k, end))

    def _possessed(self, j: int) -> bool:
        """عقد مجلس الهيئة اجتماعه: a noun with the pronoun of what is told before is no part of its name."""
        word = self.doc.words[j]
        own = word.core.endswith(("ه", "ها")) and word.act is None
        return own and settled(self.doc, j) and begins_object(self.doc, j, word)

    def _welcomed(self, j: int) -> bool:
        """رحب نائب الرئيس الكندي بالوزير فلان: a titled person behind بـ is another one."""
        word = self.doc.words[j]
        return word.preposition == "ب" and word.definite and word.head is not None and word.head.kind == "person"

    def _with_name_before(self, k: int, end: int) -> Range:
        """The name that an office is in apposition to (ماري هيلين ميوتون -كاتبة عمود …)."""
        doc = self.doc
        last = k - 1 if k and (doc.words[k - 1].tag in _JOINTS or doc.words[k - 1].form in ("-", "–", "—")) else k
        runs = name_runs(doc, max(self._sentence(k)[0], last - 4), last, self.special)
        if runs and runs[-1][1] == last and runs[-1][1] - runs[-1][0] >= 2 and not doc.words[k].conjunction:
            return runs[-1][0], end
        return k, end


def _acts(doc: Document, k: int) -> bool:
    """درس الصندوق خطة الحكومة: right behind a verb a body or organisation takes no object of it into its name."""
    head = doc.words[k].head
    return head is not None and head.kind in ("body", "organisation") and k > 0 and is_verb(doc.words[k - 1])


def _is_medium(doc: Document, k: int) -> bool:
    """تناول موقع «يديعوت» الخبر: the name of a medium takes no other noun along."""
    head = doc.words[k].head
    return head is not None and head.kind == "media" and k + 1 in doc.quotes
