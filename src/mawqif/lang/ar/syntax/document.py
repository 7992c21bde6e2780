"""One article prepared for reading: tokens, words, quotations, sentences, times and names, in columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from mawqif.lang.ar.lexis.entries import Cue
from mawqif.lang.ar.lexis.table import SURELY_NAME, compound_names, doubtful_names
from mawqif.lang.ar.lexis.word import ALI, Word, analyse, analyse_all, as_name
from mawqif.lang.ar.times import Time, find_times
from mawqif.text.quotes import Quote, find_quotes
from mawqif.text.sentences import split_sentences
from mawqif.text.tokens import LINE, Tokens
from mawqif.world import Mention, World

ABBREVIATIONS = frozenset("د ا م ص ب هـ ق الخ سي ان بي اف تي دي اس ار اي ايه جي يو ام في كيه".split())
_OPEN_CHOICE = frozenset("هل سواء اكان اذا ا اهو اهي ما".split())
_AMBIGUOUS = frozenset(("علي", "بان", "هنا", "وهنا", "ام", "فان", "عبر", "امام"))
_SPEAKS_FOR = frozenset(("المتحدث", "المتحدثه", "الناطق", "الناطقه"))
_DUTCH, _COMMON = frozenset("دير دن در دي غال جال دايك ديك غوخ رومبوي".split()), 7
"""What follows فان in Dutch names; the count from which the word before it is no given name."""
_TANWIN = "\u064b"
_CHILD = frozenset(("بن", "بنت"))
_FAMILY = frozenset(conjunction + word for word in (*_CHILD, "ولد") for conjunction in ("", "و", "ف"))
_VERBAL, _RARE, _SURNAME = 3, 5, 2
_TITLES = frozenset(("د", "م", "ا"))
_SPECIAL = _AMBIGUOUS | _TITLES
_IN_YA = frozenset(("علي", "الي", "حتي", "لدي"))
_ELDER = (["اكبر"], ["اصغر"])
NAME_QUOTE = 3
"""Most words of a quotation that is the name of something («داعش»، حركة "حماس") and not speech."""


def _goes_on(before: Word, word: Word) -> bool:
    """سعد عبد الرحمن بحر الدين: behind a name any noun may be the first half of another one."""
    return (
        before.name >= SURELY_NAME and word.head is None and not (word.definite or word.preposition or word.conjunction)
    )


class Document:
    """An article's columns; every index is a token index, every range is half open.

    `plain` are the words as their forms alone are read, `words` as they are read in this article; `tanwin` are the
    tokens with a tanwin of the accusative (مراراً).
    """

    __slots__ = (
        "closers", "days", "forms", "mentions", "plain", "quoted", "quotes", "sentences", "tanwin", "text", "times", "tokens", "words",
    )  # fmt: skip

    def __init__(self, text: str, reference: date | None, world: World) -> None:
        self.text = text
        self.tokens = Tokens(text)
        self.plain = analyse_all(self.tokens.forms)
        self.tokens.forms = [word.form for word in self.plain]  # one string a form, whatever table it is looked up in
        self.forms: Sequence[str] = self.tokens.forms
        self.words: list[Word] = self.plain.copy()
        self.tanwin = frozenset(k for k, _ in self._letters(_TANWIN))
        written = self.tokens.places.keys()
        present = _SPECIAL & written
        if present:
            self._tell_apart(present)
        found = find_quotes(self.tokens)
        self.quotes: dict[int, Quote] = {q.first: q for q in found}
        self.closers: dict[int, int] = {q.last: q.first for q in found if q.closed}
        self.sentences = split_sentences(self.tokens, found, ABBREVIATIONS)
        self.times: dict[int, Time] = {}
        self.count_days_from(reference)
        self.mentions: dict[int, Mention] = {m.first: m for m in world.find(self.forms)}
        self._mend_accusatives()
        self._mend_names()
        prefixed = [k for k, word in enumerate(self.words) if word.preposition]
        self._mend_rare_names(prefixed)
        self._mend_madda()
        self._mend_fathers(prefixed)
        for second in compound_names().keys() & written:
            self._mend_compounds(second)
        doubtful = doubtful_names() & written
        if doubtful:
            self._mend_given(doubtful)
        if not _TITLES.isdisjoint(present):
            self._mend_abbreviations()
        self.quoted = _innermost(len(self.forms), found)

    def count_days_from(self, reference: date | None) -> None:
        """Find the time expressions anew, their days as seen from `reference`."""
        self.times = {t.first: t for t in find_times(self.tokens, reference)}
        self.days = _day_headings(self.forms, self.times)

    def _tell_apart(self, present: frozenset[str]) -> None:
        """Settle the forms that folding makes alike by what the article itself writes."""
        if "علي" in present:
            self._tell_ali()
        if "بان" in present:
            self._tell_ban()
        for form in present & {"هنا", "وهنا"}:
            self._tell_hanna(form)
        if "ام" in present:
            self._tell_am()
        if "فان" in present:
            self._tell_van()
        if "امام" in present:
            self._tell_imam()
        if "عبر" in present:
            self._tell_abara()

    def _mend_accusatives(self) -> None:
        """خلافاً: a form with tanwin is no verb, however often it is one without."""
        for k in self.tanwin:
            word = self.words[k]
            if word.verb >= _VERBAL and word.form[-1] == "ا":
                self.words[k] = msgspec.structs.replace(word, verb=0, noun=max(word.noun, _VERBAL))

    def _mend_names(self) -> None:
        """Inside a known name no letter is a preposition (واشنطن بوست) and no word a particle (سي إن إن)."""
        for mention in self.mentions.values():
            whole = not set(mention.clitic) & set("بلك")
            for k in range(mention.first + (not whole), mention.last):
                if self.words[k].tag == "that":
                    self.words[k] = msgspec.structs.replace(
                        ALI, form=self.forms[k], bare=self.forms[k], core=self.forms[k]
                    )
                elif self.words[k].preposition:
                    self.words[k] = msgspec.structs.replace(self.words[k], preposition="", core=self.words[k].bare)

    def _mend_compounds(self, second: str) -> None:
        """حسن فضل الله، شمس الدين: two words that are a name together, whatever the first is alone."""
        firsts = compound_names()[second]
        for k in self.tokens.places[second]:
            if not k or self.words[k - 1].tag:
                continue
            if self.forms[k - 1] in firsts or k > 1 and _goes_on(self.words[k - 2], self.words[k - 1]):
                self.words[k - 1] = as_name(self.words[k - 1])
                self.words[k] = msgspec.structs.replace(as_name(self.words[k]), definite=False)

    def _mend_madda(self) -> None:
        """آصف is a name and no أصف: a verb of saying is not written with a madda, unless its past is."""
        starts = self.tokens.starts
        for k, place in self._letters("آ"):
            word = self.words[k]
            if word.cues and word.form[0] == "ا" and starts[k] == place:
                cues = tuple(
                    c for c in word.cues if c.is_noun or c.is_participle or getattr(c.entry, "past", "")[0] == "آ"
                )
                self.words[k] = msgspec.structs.replace(word, cues=cues)

    def _mend_abbreviations(self) -> None:
        """The full stop of د. or م. before a name is part of the title."""
        for k in (title + 1 for title in self.tokens.where(_TITLES)):
            if self.forms[k : k + 1] == ["."] and self.forms[k + 1 : k + 2] and self.forms[k + 1][0].isalpha():
                self.words[k - 1] = msgspec.structs.replace(
                    analyse("الدكتور"), form=self.forms[k - 1], bare=self.forms[k - 1], core="الدكتور"
                )
                self.words[k] = msgspec.structs.replace(ALI, form=".", bare=".", core=".")

    def _mend_rare_names(self, prefixed: Sequence[int]) -> None:
        """A rare word after a title and before a rare word is a name, not a preposition and a noun (باغان أموم)."""
        words = self.words
        for k in prefixed:
            word = words[k]
            if (
                0 < k < len(words) - 1
                and not word.definite
                and word.count <= 5
                and words[k + 1].count <= 2
                and not words[k + 1].tag
            ):
                before = words[k - 1]
                named = any(
                    m.last == k and m.entity.type == "state"
                    for m in (self.mentions.get(k - 1), self.mentions.get(k - 2))
                    if m is not None
                )
                if (
                    named
                    or before.head is not None
                    and before.head.kind == "person"
                    or before.adjective >= 3
                    and k >= 2
                    and words[k - 2].head is not None
                ):
                    words[k] = msgspec.structs.replace(word, preposition="", core=word.bare)

    def _mend_fathers(self, prefixed: Sequence[int]) -> None:
        """سعيد بن ناصر, محمد ولد الغزواني, علاء بازيد: what family words and given names around it show to be a name."""
        words = self.words
        family = [k - (words[k].bare in _CHILD) for k in self.tokens.where(_FAMILY)]
        for k in sorted({*family, *prefixed} - {-1, len(words) - 1}):
            word, after = words[k], words[k + 1]
            named = k > 0 and words[k - 1].name >= SURELY_NAME
            if (
                after.bare in _CHILD
                and _may_be_given(word)
                or named
                and word.form == "ولد"
                and self._begins_name(k + 1)
            ):
                words[k] = as_name(word)
            elif named and word.preposition == "ب" and after.tag in ("comma", "that") and _is_rare(word):
                words[k] = msgspec.structs.replace(word, preposition="", core=word.bare)

    def _mend_given(self, doubtful: frozenset[str]) -> None:
        """الكاتبة أمل السعدون، الوزير العراقي باسم الراشد: between a title and a surname an ambiguous word is a name."""
        words = self.words
        for k in self.tokens.where(doubtful):
            if not 0 < k < len(words) - 1:
                continue
            before, after = words[k - 1], words[k + 1]
            reported = any(not c.is_noun for c in before.cues) and not after.definite and (k + 1) not in self.mentions
            if not (before.definite or reported) or before.core in _SPEAKS_FOR:
                continue
            titled = reported or before.head is not None and before.head.kind == "person" or (k - 1) in self.mentions
            if titled and after.name >= _SURNAME and after.noun < _VERBAL and not after.tag:
                words[k] = as_name(words[k])

    def _letters(self, letter: str) -> Iterator[tuple[int, int]]:
        """Where a letter stands as the text writes it: the token, and the code point."""
        starts, ends = self.tokens.starts, self.tokens.ends
        place = self.text.find(letter)
        while place >= 0:
            k = bisect_right(starts, place) - 1
            if k >= 0 and place < ends[k]:
                yield k, place
            place = self.text.find(letter, place + 1)

    def _begins_name(self, k: int) -> bool:
        word = self.words[k]
        return k not in self.times and (word.definite or word.name > 0 or word.bare in ("عبد", "سيدي"))

    def _tell_ban(self) -> None:
        """بان before كي, and where the text writes بأن for the particle, is the name."""
        starts, ends = self.tokens.starts, self.tokens.ends
        at = self.tokens.places["بان"]
        named = any(self.forms[i + 1 : i + 2] == ["كي"] for i in at)
        for i in at if named else ():
            for k in range(i + 1, min(i + 3, len(self.forms))):
                if self.forms[k] in ("كي", "مون"):
                    self.words[k] = msgspec.structs.replace(
                        ALI, form=self.forms[k], bare=self.forms[k], core=self.forms[k]
                    )
        if named:
            for i in at:
                if "أ" not in self.text[starts[i] : ends[i]]:
                    self.words[i] = msgspec.structs.replace(ALI, form="بان", bare="بان", core="بان")

    def _tell_hanna(self, form: str) -> None:
        """هنّأ (he congratulated) and هنا (here) are folded alike; a hamza in the text tells the verb."""
        verb = analyse("هنات")
        cues = tuple(
            Cue(c.entry, msgspec.structs.replace(c.inflection, gender="m"))
            for c in verb.cues
            if c.inflection.person == 3
        )
        for i in self.tokens.places[form]:
            if self.text[self.tokens.starts[i] : self.tokens.ends[i]].rstrip("َُِّ").endswith("أ"):
                self.words[i] = msgspec.structs.replace(verb, form=form, bare="هنا", core="هنا", cues=cues)

    def _tell_van(self) -> None:
        """فان in a text that writes إن with its hamza, or before دير, is the Dutch name, not the particle (لويس فان جال)."""
        starts, ends = self.tokens.starts, self.tokens.ends
        for i in self.tokens.places["فان"]:
            if 0 < i < len(self.forms) - 1 and self.forms[i + 1] in _DUTCH and self.words[i - 1].count < _COMMON:
                self.words[i] = msgspec.structs.replace(ALI, form="فان", bare="فان", core="فان")
        spelled = [(i, self.text[starts[i] : ends[i]]) for i in self.tokens.where({"فان", "ان"})]
        if any("إ" in word or "أ" in word for _, word in spelled):
            for i, word in spelled:
                if word == "فان":
                    self.words[i] = msgspec.structs.replace(ALI, form=word, bare=word, core=word)

    def _tell_imam(self) -> None:
        """إمام with its hamza below is who leads the prayer, not the preposition أمام."""
        for i in self.tokens.places["امام"]:
            if self.text[self.tokens.starts[i]] == "إ":
                self.words[i] = msgspec.structs.replace(self.words[i], tag="")

    def _tell_abara(self) -> None:
        """عبر before عن is the verb (he expressed), not the preposition (across)."""
        for i in self.tokens.places["عبر"]:
            if self.forms[i + 1 : i + 2] == ["عن"]:
                self.words[i] = msgspec.structs.replace(self.words[i], tag="")

    def _tell_am(self) -> None:
        """أم without a question or سواء before it is a letter's name or أم, mother of (أف أم، بي إم، أم كلثوم)."""
        for i in self.tokens.places["ام"]:
            if not any(self.forms[k] in _OPEN_CHOICE for k in range(max(0, i - 12), i)):
                self.words[i] = msgspec.structs.replace(ALI, form="ام", bare="ام", core="ام")

    def _tell_ali(self) -> None:
        """Where the text writes prepositions with ى (على، إلى، حتى), علي is the name, and so is علي أكبر صالحي."""
        starts, ends = self.tokens.starts, self.tokens.ends
        tells = any(self.text[ends[i] - 1] == "ى" for i in self.tokens.where(_IN_YA))
        for i in self.tokens.places["علي"]:
            if self.text[starts[i] : ends[i]].endswith("ي") and (
                tells or self._between_names(i) or self._is_compound(i)
            ):
                self.words[i] = ALI
                if self._is_compound(i):
                    self.words[i + 1] = as_name(self.words[i + 1])

    def _is_compound(self, i: int) -> bool:
        """علي أكبر صالحي, علي أصغر: one given name before a surname (على أكبر مدينة has none)."""
        if self.forms[i + 1 : i + 2] not in _ELDER or i + 2 >= len(self.words):
            return False
        surname = self.words[i + 2]
        return surname.count < _COMMON and surname.form.endswith("ي")

    def _between_names(self, i: int) -> bool:
        """محمد علي إن …، النائب علي خليل: after a given name and before what ends a name, or between an office and a name."""
        if i == 0 or i + 1 >= len(self.words):
            return False
        before, after = self.words[i - 1], self.words[i + 1]
        offices = (self.words[k].head for k in range(max(0, i - 4), i))
        titled = before.definite and any(o is not None and o.kind == "person" and not o.plural for o in offices)
        plain = not (after.definite or after.preposition or after.conjunction or after.tag)
        if titled and plain and (after.name or not after.count):
            return True
        return before.name >= SURELY_NAME and (after.tag in ("that", "comma", "colon") or after.name >= SURELY_NAME)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Code points of the tokens `first` to `last` (exclusive)."""
        return self.tokens.starts[first], self.tokens.ends[last - 1]

    def day_at(self, at: int) -> date | None:
        """The day under whose heading the token stands."""
        return next((day for first, day in reversed(self.days) if first < at), None)

    def state_headings(self) -> list[int]:
        """Where paragraphs open with the name of a state and a colon or comma, if several do: who stands where."""
        found = [
            first
            for first, mention in sorted(self.mentions.items())
            if mention.entity.type == "state"
            and mention.form in ("name", "capital")
            and (first == 0 or self.forms[first - 1] == LINE)
            and mention.last < len(self.forms)
            and self.words[mention.last].tag in ("colon", "comma")
        ]
        return found if len(found) > 1 else []

    def is_speech(self, opener: int) -> bool:
        """Whether the quotation that opens here is speech rather than a name in quotation marks."""
        quote = self.quotes[opener]
        inner = self.words[opener + 1 : quote.last]
        if sum(w.tag != "mark" for w in inner) > NAME_QUOTE:
            return not self._names(quote)
        return opener > 0 and self.words[opener - 1].tag == "colon"

    def _names(self, quote: Quote) -> bool:
        """مؤلف كتاب «الصراع من أجل مستقبل العراق»، إن …: after a noun and before the clause it is a name, however long."""
        before, after = self.words[quote.first - 1] if quote.first else None, quote.last + 1
        if before is None or not quote.closed or before.tag not in ("", "preposition") or before.cues:
            return False
        if after < len(self.words) and self.words[after].tag == "comma":
            after += 1
        particle = self.words[after] if after < len(self.words) else None
        return particle is not None and particle.tag == "that" and particle.form.startswith("ان")


def _day_headings(forms: Sequence[str], times: dict[int, Time]) -> list[tuple[int, date]]:
    """Lines that hold nothing but one day, with their first tokens: the days of a live page. One alone is a dateline."""
    found = []
    for first, time in sorted(times.items()):
        begins, ends = first == 0 or forms[first - 1] == LINE, time.last >= len(forms) or forms[time.last] == LINE
        if begins and ends and time.start_day is not None and time.start_day == time.end_day:
            found.append((first, time.start_day))
    return found if len(found) > 1 else []


def _may_be_given(word: Word) -> bool:
    """Whether a word may be a given name by its form: without article and clitics, no title and no verb of the news."""
    return not (
        word.tag
        or word.preposition
        or word.definite
        or word.conjunction
        or word.head
        or word.cues
        or word.verb >= _VERBAL
    )


def _is_rare(word: Word) -> bool:
    return not word.definite and word.count <= _RARE


def _innermost(n: int, quotes: Sequence[Quote]) -> list[int]:
    """For every token the opening mark of the innermost quotation around it, -1 outside."""
    inner = [-1] * n
    for quote in quotes:
        if quote.last - quote.first < 2000 or quote.closed:
            inner[quote.first + 1 : quote.last] = [quote.first] * (quote.last - quote.first - 1)
    return inner
