"""Sources named beside a clause: وفقاً لـ X، …؛ …، بحسب X؛ …، كما قال X."""

from __future__ import annotations

from mawqif.lang.ar.lexis.entries import Verb
from mawqif.lang.ar.lexis.lexicon import formulas
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.syntax.aside import tells_how, unsaid
from mawqif.lang.ar.syntax.clause import clause_start
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft, chars
from mawqif.lang.ar.syntax.extent import trim_end
from mawqif.lang.ar.syntax.phrase import DASHES, can_speak, noun_phrase, surely_speaks
from mawqif.lang.ar.syntax.zone import Range

FORMS, PHRASES = formulas().single, formulas().several
_RECENT = 24
"""Statements before a formula among which its own may be."""
_WANTED = frozenset(("demand", "refuse", "commit", "welcome", "condemn"))
_MAIN = 5
"""Tokens from the sentence's start within which its main verb stands."""
_LAST = frozenset(phrase[-1] for phrases in PHRASES.values() for phrase in phrases)
_SECONDS = {first: tuple(phrase[0] for phrase in phrases) for first, phrases in PHRASES.items()}
FORMULA_STARTS = FORMS | PHRASES.keys()
_SAYING = frozenset(
    "قول تعبير وصف راي زعم اقوال تصريحات تصريح بيان تقرير ادعاءات شهاده روايه افادات تاكيدات تاكيد مزاعم تقديرات".split()
)
_TOLD = frozenset(("روايه", "تقديرات"))
"""What somebody tells, with its adjective (الرواية الإسرائيلية)."""
_RULES = frozenset(
    "قانون دستور معايير خطه احكام ماده مواد لائحه لوائح شروط نظام جدول ترتيب حاجه ظروف مقتضيات وصيه اصول عرف".split()
)
_RESUMING = frozenset("عنه عنها به بها اليه اليها عليه عليها فيه فيها".split())
_THESE = frozenset("هذا هذه هؤلاء ذلك تلك".split())
_PRONOUNS = frozenset(("ه", "ها", "هم", "هما"))
_LEADS = frozenset(("و", "كما", "فيما", "بينما", "ف", "لكن", "حيث"))


def formula_at(doc: Document, i: int) -> int:
    """Tokens of the accordance formula that starts at `i`; 0 where none does."""
    word = doc.words[i]
    if word.bare in FORMS and not word.definite:
        return 1
    following = doc.forms[i + 1] if i + 1 < len(doc.forms) else ""
    if not following.startswith(_SECONDS.get(word.bare, ())):
        return 0
    for phrase in PHRASES.get(word.bare, ()):
        forms = tuple(doc.forms[i + 1 : i + 1 + len(phrase)])
        if forms == phrase or forms[:-1] == phrase[:-1] and forms[-1:] and _with_pronoun(forms[-1], phrase[-1]):
            return 1 + len(phrase)
    return 0


def _with_pronoun(form: str, noun: str) -> bool:
    """على حد تعبيرها: the last noun of a formula of several words with the pronoun of who said it."""
    return len(noun) > 2 and form.startswith(noun) and form[len(noun) :] in _PRONOUNS


class Accordances:
    """Reads the accordance formulas of one sentence."""

    def __init__(self, doc: Document, sentence: Range, drafts: list[Draft]) -> None:
        self.doc, self.drafts = doc, drafts
        self.start, self.limit = sentence
        self.via: Range | None = None

    def read(self, i: int) -> Draft | str:
        """The formula at token `i` as a statement of its own, or an intermediary of another one, or why not."""
        doc = self.doc
        word = doc.words[i]
        if word.bare in PHRASES:
            return self._phrase(i, i + formula_at(doc, i))
        if i > self.start and tells_how(doc, i):
            return "how it is done, not who says so"
        k = i + 1
        saying_verb = self._verb(i, k)
        if saying_verb is not None:
            return self._with_verb(i, saying_verb)
        skip = 0
        while k < self.limit and doc.words[k].bare in ("ل", "الي"):
            k += 1
        if k >= self.limit:
            return "no source"
        if doc.words[k].preposition == "ل" or word.bare in ("وفقا", "طبقا") and doc.words[k].form.startswith("ل"):
            skip = 1
        return self._named(i, k, skip)

    def _phrase(self, i: int, k: int) -> Draft | str:
        """على حد قول X، نقلاً عن X، في رأي X: only beside a comma or where the sentence begins, and before somebody."""
        doc = self.doc
        if doc.forms[k - 1] not in _LAST and i > self.start and doc.words[i - 1].tag == "comma":
            return self._own_words(i, k)
        relays = doc.words[i].bare in formulas().relaying and i > self.start and self._owner(i) is not None
        if k >= self.limit or i > self.start and doc.words[i - 1].tag != "comma" and not relays:
            return "inside a phrase"
        end = noun_phrase(doc, k, self.limit)
        if end == k or not (surely_speaks(doc, k) or self._definite_document(k)):
            return "nobody is named"
        if end < self.limit and doc.words[end].tag == "that" and doc.words[end].form[0] != "ف":
            return "a noun with its own clause"
        owner = self._owner(i) if i > self.start + 1 else None
        if relays and owner is not None:
            if owner.source is not None and owner.via is None and self._medium(owner.source):
                owner.via, owner.via_range = chars(doc, owner.source), owner.source
                owner.source, owner.relayed = (k, end), True
            return "names whom the statement before relays"
        time = self._time_at(end)
        draft = self._place(i, (k, end), None, end if time is None else time[1], 0, None)
        if isinstance(draft, Draft) and time is not None:
            draft.when = time
        return draft

    def _time_at(self, k: int) -> Range | None:
        """على لسان وزيرها في 20 فبراير: the time behind the source."""
        doc = self.doc
        for first in (k, k + 1):
            if first < self.limit and first in doc.times and (first == k or doc.words[k].tag == "preposition"):
                return k, doc.times[first].last
        return None

    def _own_words(self, i: int, end: int) -> Draft | str:
        """«…»، على حد تعبيرها: who spoke before goes on, unless the clause has a cue of its own."""
        opener = self.doc.closers.get(i - 2)
        if opener is None or any(d.at >= self.start for d in self.drafts[-12:]):
            return "a second cue of the same content"
        return self._place(i, None, None, end, 0)

    def _verb(self, i: int, k: int) -> int | None:
        """The verb of بحسب ما أعلن، حسبما ذكر."""
        doc = self.doc
        if k < self.limit and doc.words[k].form in ("ما", "لما", "مما"):
            k += 1
        elif doc.words[i].bare not in ("حسبما", "وفقما"):
            return None
        while k < self.limit and doc.words[k].tag == "auxiliary":
            k += 1
        if k < self.limit and any(isinstance(c.entry, Verb) for c in doc.words[k].cues):
            return k
        return None

    def _with_verb(self, i: int, verb: int) -> Draft | str:
        doc = self.doc
        first = verb + 1
        while first < self.limit and (
            doc.words[first].bare in _RESUMING
            or doc.words[first].bare == "في"
            and doc.words[verb].bare in ("جاء", "ورد")
        ):
            first += 1
        end = noun_phrase(doc, first, self.limit, stops=("عن",))
        told = end > first and not (doc.words[first].cues and doc.words[first].core[-1] == "ه")  # حسبما ورد ذكره
        source = (first, end) if told else None
        via: Range | None = None
        if (
            doc.words[verb].bare.startswith(("نقل", "تنقل", "ينقل"))
            and end < self.limit
            and doc.words[end].bare == "عن"
        ):
            stop = noun_phrase(doc, end + 1, self.limit)
            owner = self._owner(i)
            if owner is not None and owner.source is not None and self._medium(owner.source):
                owner.via, owner.via_range = chars(doc, owner.source), owner.source
                owner.source, owner.relayed = (end + 1, stop), True
                return "names whom the medium of the statement relays"
            via, source, end = source, (end + 1, stop), stop
        return self._place(i, source, via, end, 0)

    def _named(self, i: int, k: int, skip: int) -> Draft | str:
        doc = self.doc
        word = doc.words[k]
        if word.core in _THESE and k + 1 < self.limit:
            k, skip, word = k + 1, 0, doc.words[k + 1]
        stem = word.core.removeprefix("ال")
        if stem in _RULES:
            return "a law or a plan"
        if any(stem.startswith(s) and stem[len(s) :] in ("ه", "ها", "هم", "هما") for s in _SAYING):
            if i > self.start + 1 and any(d.at >= self.start for d in self.drafts[-12:]):
                return "a second cue of the same content"
            return self._place(i, None, None, k + 1, 0)
        channel: Range | None = None
        first = k
        if stem in _SAYING and k + 1 < self.limit:
            inner = self._holder(k)
            if inner is not None:
                channel = (k, k + 1) if stem in ("تصريحات", "تصريح") else None
                k, skip, first = inner, 0, inner
        end = noun_phrase(doc, k + 1, self.limit) if doc.words[k].preposition else noun_phrase(doc, k, self.limit)
        end = self._before_apodosis(i, max(end, k + 1))
        if not (
            can_speak(doc, k, end)
            or stem in _TOLD
            and word.definite
            or doc.words[k].head is not None
            or doc.words[k].channel
            or skip
            and self._speaks(k)
        ):
            return f"«{doc.forms[k]}» does not speak"
        return self._place(i, (first, end), None, end, skip, channel)

    def _before_apodosis(self, i: int, end: int) -> int:
        """وبحسب عضو في الوفد طلب عدم ذكر اسمه فإن …: the source runs to the فإن, past what tells of it (تقرير أصدرته X، …)."""
        doc = self.doc
        if i > self.start + 1 or (end < self.limit and doc.words[end].tag == "comma"):
            return end
        if end < self.limit and any(c.inflection.pronoun and not c.is_noun for c in doc.words[end].cues):
            return next((k for k in range(end, self.limit) if doc.words[k].tag == "comma"), end)
        found = next(
            (k for k in range(end, min(self.limit, end + 14)) if doc.words[k].tag == "that" and doc.forms[k][0] == "ف"),
            end,
        )
        return found - 1 if found > end and doc.words[found - 1].tag == "comma" else found

    def _speaks(self, k: int) -> bool:
        """Whether a word with an attached ل names somebody: a known name, or one that is rare or follows titles."""
        word = self.doc.words[k]
        core = word.core if word.preposition else word.form[1:]
        return k in self.doc.mentions or row(core)[2] >= 2 or row(core)[0] <= 5 or not any(row(core)[1:])

    def _holder(self, k: int) -> int | None:
        """The person behind a noun of saying (على حد قول X، تصريحات أدلى بها X)."""
        doc = self.doc
        nxt = k + 1
        if doc.words[nxt].verb >= 3 and nxt + 2 < self.limit and doc.words[nxt + 1].tag == "prepositional":
            nxt += 2
        if doc.words[nxt].preposition == "ل" and doc.words[nxt].core.startswith("ال"):
            return None
        if (
            (can_speak(doc, nxt, nxt + 1) or self._definite_document(nxt))
            and (nxt not in doc.mentions or doc.mentions[nxt].form != "adjective")
            and not doc.words[nxt].tag
            and doc.words[k].core.removeprefix("ال") not in ("بيان", "تقرير")
        ):
            return nxt
        return None

    def _definite_document(self, k: int) -> bool:
        """حسب وصف البيان: a document that was spoken of before speaks like somebody."""
        head = self.doc.words[k].head
        return self.doc.words[k].definite and head is not None and head.kind == "document"

    def _place(
        self, i: int, source: Range | None, via: Range | None, end: int, skip: int, channel: Range | None = None
    ) -> Draft | str:
        doc = self.doc
        if i <= self.start + 1 and not (i == self.start + 1 and doc.words[self.start].bare not in _LEADS):
            first = end
            while first < self.limit and (doc.words[first].tag == "comma" or self._dated(first)):
                first = doc.times[first].last if first in doc.times else first + 1
            if first >= self.limit - 1:
                return "nothing follows"
            if doc.words[first].tag == "that":
                first += 1
            elif (
                source is not None
                and self._medium(source)
                and any(
                    isinstance(c.entry, Verb) and _says(c.entry) for c in doc.words[first].cues if not c.is_participle
                )
            ):
                self.via = source
                return "names the intermediary of the statement after"
            reach = (first, trim_end(doc, first, self._right_end(first)))
        else:
            owner = self._owner(i)
            if owner is not None and self._belongs_to(owner, source):
                return self._as_via(owner, source)
            first = clause_start(doc, self.drafts, self.start, i)
            if owner is not None and owner.act == "say":
                first = owner.reach[0]
            split = self._parenthesis(i, first, end)
            if split is not None:
                return self._split(i, source, split, skip)
            if i - first < 3:
                return "nothing stands before"
            reach = (first, trim_end(doc, first, i))
        return self._draft(i, source, via, reach, skip, channel)

    def _dated(self, first: int) -> bool:
        """A time between the source and a comma (وبحسب الصحيفة أمس، …) tells when it was said."""
        time = self.doc.times.get(first)
        return time is not None and time.last < self.limit and self.doc.words[time.last].tag == "comma"

    def _parenthesis(self, i: int, first: int, end: int) -> tuple[Range, Range] | None:
        """العملية، حسب مصدر عليم، بدأت …: a formula between commas near the start, or between dashes, parts one content in two."""
        doc = self.doc
        if i == first or end + 4 >= self.limit:
            return None
        dashes = doc.forms[i - 1] in DASHES and doc.forms[end] in DASHES
        commas = i - first <= 7 and doc.words[i - 1].tag == "comma" and doc.words[end].tag == "comma"
        if not (dashes or commas):
            return None
        rest = end + 1
        last = trim_end(doc, rest, self._right_end(rest))
        if doc.words[rest].tag == "that":
            return (rest + 1, rest + 1), (rest + 1, last)
        return (first, trim_end(doc, first, i)), (rest, last)

    def _split(self, i: int, source: Range | None, parts: tuple[Range, Range], skip: int) -> Draft:
        before, after = parts
        draft = self._draft(i, source, None, after, skip, None)
        if before[1] > before[0]:
            word = self.doc.words[before[0]]
            draft.content = [chars(self.doc, before, 1 if word.conjunction else 0), *draft.content]
        return draft

    def _right_end(self, first: int) -> int:
        """To another formula (وفقاً للاتفاق، …، بحسب الصحيفة), to what was left unsaid, or to the next report."""
        doc = self.doc
        for k in range(first + 1, self.limit):
            if doc.words[k - 1].tag == "comma" and (
                doc.words[k].bare in FORMS or unsaid(doc, k, self.limit) or self._reports(k)
            ):
                return k
        return self.limit

    def _reports(self, k: int) -> bool:
        """، ولاحظت الكاتبة …: a verb of saying with somebody who says."""
        doc, word = self.doc, self.doc.words[k]
        says = any(isinstance(c.entry, Verb) and "أن" in c.entry.takes and not c.entry.strict for c in word.cues)
        return word.conjunction and says and k + 1 < self.limit and surely_speaks(doc, k + 1)

    def _owner(self, i: int) -> Draft | None:
        """The statement whose content ends where the formula stands."""
        for draft in reversed(self.drafts[-_RECENT:]):
            if draft.at < self.start:
                break
            if draft.reach[0] < i and i - 3 <= draft.reach[1] <= i or draft.at < i < draft.reach[0]:
                return draft
        return None

    def _belongs_to(self, owner: Draft, source: Range | None) -> bool:
        """Whether the formula tells more of the statement before it, and gives away no tale of its own."""
        if source is None or owner.rule == "accordance" or not can_speak(self.doc, *source):
            return True
        return self._medium(source) and not self._told_inside(owner)

    def _told_inside(self, owner: Draft) -> bool:
        """وصل المدنيون، مطالبين بالعودة، بحسب الوكالة: what somebody wants inside a tale, all of which the formula gives away."""
        how, before = owner.inflection, self.doc.words[owner.at - 1]
        if owner.act not in _WANTED or how is None or owner.at <= self.start + _MAIN:
            return False
        told = how.tense == "participle" or how.tense == "present" and not (before.tag or before.definite)
        return told and not any(self.start <= d.at < owner.at for d in self.drafts[-_RECENT:])

    def _medium(self, source: Range) -> bool:
        doc, first = self.doc, source[0]
        head = doc.words[first].head
        inside = first + 1 if first in doc.quotes else first
        mention = doc.mentions.get(inside)
        return (head is not None and head.kind in ("media", "document")) or (
            mention is not None and mention.entity.type == "media"
        )

    def _as_via(self, owner: Draft, source: Range | None) -> Draft | str:
        doc = self.doc
        if source is None:
            return "a second cue of the same content"
        if self._medium(source) and owner.via is None:
            owner.via, owner.via_range = chars(doc, source), source
        return "names the intermediary of the statement before"

    def _draft(
        self, i: int, source: Range | None, via: Range | None, reach: Range, skip: int, channel: Range | None
    ) -> Draft:
        doc = self.doc
        first = doc.words[reach[0]]
        drop = 1 if first.conjunction and (i > reach[0] or first.form[0] == "ف") else 0
        word = doc.words[i]
        quote = doc.quotes.get(reach[0])
        content = chars(doc, reach, drop)
        if quote is not None and quote.closed and quote.last == reach[1] - 1:
            reach = (reach[0] + 1, reach[1] - 1)
            content = chars(doc, reach)
        start, end = chars(doc, (i, i + formula_at(doc, i)), len(word.form) - len(word.bare))
        draft = Draft(
            rule="accordance", entry=word.bare, at=i, act="say", cue=(start, end), content=[content], reach=reach, source=source,
            channel=chars(doc, channel) if channel else None,
        )  # fmt: skip
        if source is not None and skip:
            draft.topic = False
        if via is not None:
            draft.via, draft.via_range = chars(doc, via), via
        return draft


def _says(verb: Verb) -> bool:
    return bool({"أن", "«", "عن"} & set(verb.takes)) and not verb.strict
