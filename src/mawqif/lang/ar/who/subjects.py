"""Subjects of verbs that report nothing: whom a participle, a dropped subject or «فيه» goes back to in its sentence."""

from __future__ import annotations

from functools import cache

from mawqif.lang.ar.lexis.conjugation import Inflection
from mawqif.lang.ar.lexis.deeds import is_deed
from mawqif.lang.ar.lexis.lexicon import verbs
from mawqif.lang.ar.lexis.shape import PLAIN, VERBAL, is_circumstance, owned_noun
from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.clause import agrees
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft
from mawqif.lang.ar.syntax.phrase import can_speak, is_adverb, is_name, is_verb, noun_phrase
from mawqif.lang.ar.syntax.zone import Range
from mawqif.lang.ar.who.kinds import accusative_kind, is_several
from mawqif.lang.ar.who.names import name_runs
from mawqif.lang.ar.who.nouns import BROTHER, possessed, stem_of
from mawqif.lang.ar.who.titles import titles

_CLOSED = frozenset(
    "comma colon that breaking subordinate adversative relative condition negation auxiliary question pronoun".split()
)
_NOBODY = frozenset(
    (
        "خاصه نحن انا لكنني لكني ولكنني فقط لذا خصوصا تماما اياها اياه بدوره بدورها وبالتالي كذلك ايضا بالتالي الان "
        "ثانيه"
    ).split()
)
SELVES = frozenset("نفسه نفسها انفسهم انفسهن ذاته ذاتها ذاتهم".split())
"""هم أنفسهم الذين يقولون: no antecedent, it only stresses who was told."""
_WHAT = frozenset("ما بما مما عما لما فيما مهما".split())
_OF_SOMEBODY = frozenset(
    "كلام حديث خطاب موقف مواقف طرح مطلب مطالب خطت خطط فكرت افكار اسلوب سلوك نهج راي اراء رد ردود دور قرار".split()
)
_APART = frozenset("that colon breaking subordinate adversative".split())
_SELDOM = 4
_FAR = 6
"""Words that an antecedent has at most before its relative pronoun."""
_SAYING = frozenset("قال قالت قالوا".split())
_COMPLEMENTS = ("ب", "علي", "عن")
FUSED = frozenset("بما عما مما لما فيما".split())
_BY = frozenset("من ل القاها القاه ادلي وجهها وجهه اصدره اصدرها".split())


class Subjects:
    """Finds subjects in one document."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc

    def of(self, first: int, at: int, inflection: Inflection | None) -> Range | None:
        """The subject of the sentence's first verb that agrees with the form at `at`, or the topic it opens with."""
        doc = self.doc
        relative = False
        for k in range(first, at):
            word = doc.words[k]
            if word.tag == "relative":
                relative = True
            elif word.tag == "comma":
                relative = False
            if relative or not self._finite(k, first):
                continue
            start = self._subject_start(k + 1, at)
            end = self._subject_end(start, at)
            if end > start and self._fits(start, end, inflection):
                return start, end
            topic = self._topic(first, k)
            if topic is not None and self._fits(*topic, inflection):
                return topic
        return None

    def before(self, first: int, at: int, inflection: Inflection) -> Range | None:
        """The subject of the nearest verb before `at` that agrees."""
        doc = self.doc
        for k in range(at - 1, first - 1, -1):
            if doc.words[k].tag in ("that", "colon") or k in doc.quotes:
                break
            if self._finite(k, first):
                start = self._subject_start(k + 1, at)
                end = self._subject_end(start, at)
                if end > start and self._fits(start, end, inflection):
                    return start, end
        return None

    def controlling(self, first: int, at: int) -> Range | None:
        """Whose purpose للمطالبة tells: the subject of the nearest verb before it, or what that verb is told of."""
        doc = self.doc
        for k in range(at - 1, first - 1, -1):
            if doc.words[k].tag in _APART or k in doc.quotes:
                return None
            if not self._finite(k, first):
                continue
            if k > first and doc.words[k - 1].tag == "relative":
                return self._antecedent(first, k - 1)
            start = self._past_adjuncts(k + 1, at)
            end = self._subject_end(start, at)
            return (start, end) if end > start and self._speaks(start, end) else None
        return None

    def _antecedent(self, first: int, relative: int) -> Range | None:
        """The noun with all that belongs to it right before a relative pronoun (للعمال الذين خرجوا)."""
        for k in range(relative - 1, max(first, relative - _FAR) - 1, -1):
            word = self.doc.words[k]
            if word.tag or self._verbal(word):
                return None
            if word.head is not None and (k + 1 == relative or noun_phrase(self.doc, k + 1, relative) == relative):
                return k, relative
        return None

    def _past_adjuncts(self, k: int, at: int) -> int:
        """خرج في المدينة أيضا أمس العمال: places, times and adverbs may stand before a subject."""
        doc = self.doc
        while k < at:
            if k in doc.times:
                k = doc.times[k].last
            elif doc.words[k].tag == "preposition":
                k = max(k + 1, noun_phrase(doc, k + 1, at, tight=True))
            elif doc.words[k].tag in ("prepositional", "adverb") or is_adverb(doc, k):
                k += 1
            else:
                break
        return k

    def indefinite(self, at: int, floor: int, inflection: Inflection | None) -> Range | None:
        """The indefinite noun right before a verb without conjunction: اتفاق ينص على، وهي لجنة تقول."""
        doc = self.doc
        if doc.words[at].conjunction or inflection is None or inflection.pronoun or inflection.tense == "participle":
            return None
        for k in range(at - 1, max(floor, at - 8) - 1, -1):
            word = doc.words[k]
            if word.tag in _CLOSED or self._verbal(word):
                return None
            kind = word.head.kind if word.head is not None else accusative_kind(word)
            if kind is None or self._completes(k) or doc.words[at].core in _SAYING and self._only_shows(k):
                continue
            fits = not word.definite and kind != "person" and noun_phrase(doc, k, at) == at and self._whose(k, at)
            return (k, at) if fits and agrees(doc, k, inflection) else None
        return None

    def _subject_start(self, k: int, at: int) -> int:
        """Past له، لهم and a courtesy (تحدث الأخ الرئيس)."""
        while k < at and self.doc.words[k].tag == "prepositional":
            k += 1
        return k + (self.doc.forms[k] in BROTHER and k + 1 < at)

    def _subject_end(self, start: int, at: int) -> int:
        """The phrase up to the verb's own complement (رحب الرئيس بالوفد)."""
        if start < at and self.doc.forms[start] in FUSED:
            return start
        if self._before_title(start, at):
            return self._subject_end(start + 1, at)
        end = noun_phrase(self.doc, start, at, tight=True, stops=_COMPLEMENTS)
        beside = self.doc.words[start + 1] if start + 1 < end else None
        if (
            beside is not None
            and self.doc.words[start].definite
            and (beside.tag == "preposition" and beside.bare != "باسم" or beside.preposition and beside.definite)
        ):
            return start + 1
        ends = (k for k in range(start + 1, end) if self.doc.forms[k].startswith("بال") or self.doc.forms[k] in FUSED)
        end = next(ends, end)
        return end + self._goes_on_as_surname(start, end)

    def _before_title(self, k: int, at: int) -> bool:
        """المكافح الأسير فلان: an adjective that tells who a titled person is."""
        word, after = self.doc.words[k], self.doc.words[k + 1] if k + 1 < at else None
        plain = word.definite and word.head is None and not word.tag and k not in self.doc.mentions
        titled = after is not None and after.definite and after.head is not None and after.head.kind == "person"
        return plain and titled and not word.preposition

    def _verbal(self, word: Word) -> bool:
        return word.head is None and not word.definite and any(not c.is_noun for c in word.cues)

    def _completes(self, k: int) -> bool:
        """Whether the noun at `k` completes an idafa (قرار مجلس)."""
        before, word = self.doc.words[k - 1] if k else None, self.doc.words[k]
        return before is not None and before.head is not None and not before.definite and not word.definite

    def _only_shows(self, k: int) -> bool:
        """نشرت القوات صوراً قالت إنها: pictures say nothing, who published them does."""
        stem = stem_of(self.doc.words[k])
        return bool({stem, stem.removesuffix("ا")} & titles("picture"))

    def _whose(self, first: int, at: int) -> bool:
        """An indefinite phrase has no definite word in it, but for what comes after a preposition."""
        following = self.doc.words[first + 1] if first + 1 < at else None
        return (
            following is None
            or not following.definite
            and (first + 1 not in self.doc.mentions or self.doc.mentions[first + 1].form == "adjective")
            or bool(following.preposition)
        )

    def of_document(self, first: int, at: int) -> Range | None:
        """Whose statement, speech or report «فيه» points to: تقرير من X، كلمة X، أصدر X بياناً."""
        doc = self.doc
        for k in range(at - 1, first - 1, -1):
            word = doc.words[k]
            if not (word.channel or word.head is not None and word.head.kind == "document"):
                continue
            start = k + 1
            while start < at and doc.words[start].bare in _BY | {"ادلي", "بها", "به"}:
                start += 1
            skip = start + 1 if doc.words[start].preposition == "ل" else start
            end = noun_phrase(doc, skip, at)
            if end > start and self._speaks(start, end):
                return start, end
            return None
        return None

    def without_time(self, source: Range) -> Range:
        """The source past a time that the writer put before it (أفاد اليوم الجمعة بيان)."""
        time = self.doc.times.get(source[0])
        return (time.last, source[1]) if time is not None and time.last < source[1] else source

    def closed(self, source: Range) -> Range:
        """The source before a deed of its own (المجلس التزامه) and before what is told of a name (سالم الذي وصل)."""
        doc, (first, last) = self.doc, source
        if last - first > 1 and doc.words[last - 1].head is None and self._is_owned(last - 1):
            last -= 1
        if self._goes_on_as_surname(first, last):
            last += 1
        if last - first > 1 and doc.words[first + 1].preposition == "ل" and self._is_surname(first):
            return first, first + 1
        told = (k for k in range(first + 1, last) if doc.words[k].tag == "relative" and self._names_somebody(k - 1))
        return first, next(told, last)

    def _goes_on_as_surname(self, first: int, last: int) -> bool:
        """المتحدث نيد برايس: what was taken for بـ and a rare word ends the name that a title and a given name begin."""
        doc = self.doc
        if last - first < 2 or last + 1 >= len(doc.words) or not is_name(doc.words[last - 1]):
            return False
        word, after = doc.words[last], doc.words[last + 1]
        rare = word.preposition == "ب" and word.head is None and not word.definite and word.count <= _SELDOM
        titled = doc.words[last - 2].definite or bool(possessed(doc, last - 2)[0])
        alone = titled and (after.tag in ("comma", "that", "preposition", "auxiliary") or last + 1 in doc.times)
        return rare and alone and last not in doc.mentions

    def _is_surname(self, k: int) -> bool:
        """وأوضح الحمدان للحضور: a definite word that is no noun or adjective; لـ brings who was spoken to."""
        word = self.doc.words[k]
        return word.definite and is_name(word) and word.noun < PLAIN and k not in self.doc.mentions

    def _names_somebody(self, k: int) -> bool:
        word = self.doc.words[k]
        return is_name(word) and k not in self.doc.mentions and (word.name >= 2 or not word.definite)

    def described(self, source: Range) -> Range | None:
        """قال أحدهم، وهو مصدر مقرب من الوزير: what the text tells right behind of one among several."""
        doc, k = self.doc, source[1]
        if k + 3 >= len(doc.words) or doc.words[k].tag != "comma" or doc.forms[k + 1] not in ("وهو", "وهي"):
            return None
        head, end = doc.words[k + 2].head, noun_phrase(doc, k + 2, min(len(doc.words), k + 12))
        fits = head is not None and head.kind in ("person", "anonymous") and not doc.words[k + 2].definite
        return (k + 2, end) if fits and end > k + 2 else None

    def tells_nobody(self, source: Range) -> bool:
        """A pronoun, a demonstrative or adverb alone, a time: whoever speaks is named elsewhere."""
        first, last = source
        word, time = self.doc.words[first], self.doc.times.get(first)
        if time is not None and time.last >= last:
            return True
        if last - first == 1 and word.form in _WHAT:
            return True
        if first in self.doc.mentions or word.head is not None or word.name >= 2:
            return last - first == 1 and word.tag in ("pronoun", "demonstrative", "adverb")
        if first and is_circumstance(word, self.doc.words[first - 1], alone=last - first == 1) or self._is_owned(first):
            return True
        return last - first == 1 and (
            word.tag in ("pronoun", "demonstrative", "adverb")
            or word.bare in _NOBODY | SELVES
            or is_adverb(self.doc, first)
        )

    def _is_owned(self, k: int) -> bool:
        """كلامه، موقفها، التزامهم: somebody's words and deeds are nobody who speaks."""
        core = self.doc.words[k].core
        base = core.removesuffix(self.suffix(k))
        if base == core or self.doc.text[self.doc.tokens.ends[k] - 1] == "ة" or not owned_noun(core):
            return False
        return base in _OF_SOMEBODY or is_deed(base, self.doc.text[self.doc.tokens.starts[k]])

    def up_to_complement(self, draft: Draft, source: Range) -> Range:
        """رحب الرئيس بالوفد: where no clause follows, the subject of a verb that takes بـ ends where بال begins."""
        clause = self.doc.words[draft.reach[0] - 1].tag in ("that", "mark", "colon")
        if draft.rule == "verb-complement" and not clause and draft.entry in prepositional_verbs():
            first, last = source
            end = next((k for k in range(first + 1, last) if self.doc.forms[k].startswith("بال")), last)
            return first, end
        return source

    def suffix(self, k: int) -> str:
        """The attached pronoun of a word."""
        core = self.doc.words[k].core
        return next((s for s in ("هما", "هم", "ها", "ه") if core.endswith(s)), "ه")

    def _finite(self, k: int, first: int) -> bool:
        word: Word = self.doc.words[k]
        if word.tag == "preposition":
            return False
        if word.cues and any(not c.is_noun and not c.is_participle for c in word.cues):
            return word.head is None
        if k > first and self.doc.words[k - 1].tag == "relative" and not (word.tag or word.definite or word.head):
            return True
        if word.definite and word.verb >= 5 and word.noun < 3 and not word.cues:
            return True
        if word.form.startswith("است") and len(word.form) > 5 and word.noun < 3:
            return True
        return is_verb(word) and (k == first or word.verb >= 5 or word.conjunction) or self._also_verb(k, first)

    def _also_verb(self, k: int, first: int) -> bool:
        """عقد الرئيس، ونظم عشرات الطلاب: a form that is a noun as often opens a clause before somebody who acts."""
        word, after = self.doc.words[k], self.doc.words[k + 1]
        if word.verb < VERBAL or word.definite or word.head is not None or word.preposition or word.tag:
            return False
        opens = k == first or word.conjunction or self.doc.words[k - 1].tag == "comma"
        acting = after.head is not None and (
            after.definite and after.head.kind != "document" or after.head.kind == "group"
        )
        return bool(opens and acting)

    def _topic(self, first: int, verb: int) -> Range | None:
        doc = self.doc
        if verb <= first:
            return None
        end = noun_phrase(doc, first, verb)
        if (
            first < end < verb
            and doc.words[end].conjunction
            and not any(doc.words[k].tag in ("that", "relative") for k in range(first, verb))
        ):
            end = verb
        return (
            (first, end)
            if end > first and (end == verb or doc.words[end].tag in ("comma", "relative", "auxiliary"))
            else None
        )

    def _fits(self, first: int, end: int, inflection: Inflection | None) -> bool:
        return self._speaks(first, end) and (inflection is None or agrees(self.doc, first, inflection))

    def _speaks(self, first: int, end: int) -> bool:
        named = self.doc.words[first].definite and any(
            a > first and b - a > 1 for a, b in name_runs(self.doc, first, end)
        )
        nobody = is_adverb(self.doc, first) or first in self.doc.times or self._counts_things(first, end)
        return (can_speak(self.doc, first, end) or named) and not nobody

    def _counts_things(self, first: int, end: int) -> bool:
        """ثلاثة تحديات، عددها: a number of what is nobody."""
        if possessed(self.doc, first)[0] == "عدد":
            return True
        if self.doc.words[first].tag != "number":
            return False
        counted = range(first + 1, min(end, first + 3))
        return not any(
            self.doc.words[k].head is not None or k in self.doc.mentions or is_several(self.doc.words[k])
            for k in counted
        )


def special_forms(doc: Document, drafts: list[Draft]) -> frozenset[str]:
    """Forms with و or ف right after a verb as its subject: no conjunction can be there, so the letter is theirs."""
    found = set()
    for draft in drafts:
        if (
            draft.source is not None
            and draft.source[0] == draft.at + 1
            and draft.inflection is not None
            and draft.inflection.tense != "noun"
        ):
            word = doc.words[draft.source[0]]
            if word.conjunction and not word.tag and not word.definite:
                found.add(word.form)
            if word.conjunction or draft.source[1] - draft.source[0] > 1 or draft.inflection.gender != "m":
                continue
            if _is_also_surname(doc, draft.source[0]):
                found.add(word.form)
    return frozenset(found)


def _is_also_surname(doc: Document, k: int) -> bool:
    """The name of a state that stands behind a given name elsewhere, and with a masculine verb here (وأوضح مالي)."""
    mention = doc.mentions.get(k)
    if mention is None or mention.entity.type != "state" or mention.form != "name":
        return False
    same = (j for j, form in enumerate(doc.forms) if form == doc.forms[k] and j not in (0, k))
    return any(is_name(doc.words[j - 1]) and not doc.words[j - 1].definite for j in same)


@cache
def prepositional_verbs() -> frozenset[str]:
    """Verbs of the lexicon that take بـ."""
    return frozenset(verb.id for verb in verbs() if "ب" in verb.takes)
