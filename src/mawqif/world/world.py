"""The world as the reader asks for it: what do these words name, and who speaks for whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

import msgspec

from mawqif.text.fold import fold_word
from mawqif.world.entity import Entity, Learnt, Mention
from mawqif.world.rows import read_holders
from mawqif.world.table import Sense, Senses, Table, load_table

Readings = tuple[tuple[str, str], ...]
_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_PROCLITICS = _CONJUNCTIONS + _PREPOSITIONS
_REMEMBERED = 1 << 17
_MARKS = frozenset("\"«»“”„‟'‘’‹›")
_QUOTES = _MARKS | frozenset("()")
_JOINTS = frozenset(".-")
_FATHER = re.compile(r" بن (?!ال)\S+(?= \S)")
_GAPS = _QUOTES | _JOINTS
_PREFIXES = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_SHORT = 3
_FATHERS = frozenset(["ابو", "ابي", "ابا", "بن", "ابن"])


class World:
    """A read-only view of states, organisations and media, and of what the ledger has learnt of people."""

    __slots__ = ("_heads", "_known", "_learnt", "_table")

    def __init__(
        self, table: Table, learnt: Mapping[str, tuple[Learnt, ...]] | None = None, known: _Known | None = None
    ) -> None:
        self._table = table
        self._heads = table.heads
        self._known = _Known(table) if known is None else known
        self._learnt = learnt or {}

    @property
    def entities(self) -> Mapping[str, Entity]:
        """Every entity by its id."""
        return self._table.entities

    def entity(self, id: str) -> Entity | None:
        """The entity of a code or slug."""
        return self._table.entities.get(id)

    def find(self, forms: Sequence[str]) -> list[Mention]:
        """The mentions in folded tokens, in order, longest first, never overlapping.

        Words that name several entities (`عمان`) are decided by what else the given tokens name, so give a whole
        article rather than a sentence.
        """
        found: list[_Match] = []
        past = 0
        heads = {form: readings for form in set(forms) if (readings := self._known[form])}
        for i in [i for i, form in enumerate(forms) if form in heads]:
            if i >= past and (match := self._match(forms, i, heads[forms[i]])):
                past = match.last
                found.append(match)
        return _settled(found, forms)

    def at(self, forms: Sequence[str], i: int) -> Mention | None:
        """The longest mention that begins with token `i`; words of several entities give the most usual one."""
        match = self._match(forms, i, self._known[forms[i]])
        return match.mention() if match and match.senses else None

    def with_learnt(self, facts: Iterable[Learnt]) -> World:
        """A world that also knows these facts."""
        learnt = dict(self._learnt)
        for fact in facts:
            key = _person_key(fact.name)
            learnt[key] = (*learnt.get(key, ()), fact)
        return World(self._table, learnt, self._known)

    def find_person(self, name: str, on: date | None = None) -> Learnt | None:
        """What is known of a person on a day: the latest fact that holds, the last told of equals; `None` where they differ."""
        facts = [fact for fact in reversed(self._facts(name)) if fact.holds(on)]
        if len({fact.actor for fact in facts}) != 1:
            return None
        return max(facts, key=lambda fact: fact.since or date.min)

    def speaks_for(self, name: str, on: date | None = None) -> str | None:
        """For whom a person is known to speak on a day; on an unknown one for whom he ever did, if it was one only."""
        if on is not None:
            known = self.find_person(name, on)
            return known.actor if known is not None else None
        actors = {fact.actor for fact in self._facts(name)}
        return actors.pop() if len(actors) == 1 else None

    def _facts(self, name: str) -> tuple[Learnt, ...]:
        """What is known of a person of that name, or of the name without the fathers in it (عادل بن أحمد الجبير)."""
        key = _person_key(name)
        return self._learnt.get(key) or self._learnt.get(_FATHER.sub("", key), ())

    def _match(self, forms: Sequence[str], i: int, readings: Readings) -> _Match | None:
        """The longest acceptable match at a token, over its readings as proclitics and a word."""
        best: _Match | None = None
        for clitic, word in readings:
            for last, senses in self._phrases(forms, i, word):
                if best is not None and last <= best.last:
                    continue
                surname = not clitic and last == i + 1 and self._is_surname(forms, i, senses)
                kept = () if surname else self._accepted(forms, i, last, senses)
                if kept or surname or not senses:
                    best = _Match(i, last, clitic, kept, surname)
        return best

    def _phrases(self, forms: Sequence[str], i: int, word: str) -> list[tuple[int, Senses]]:
        """The phrases that begin with `word` at token `i`, shortest first, with the token after each."""
        phrases, seconds, last = self._table.phrases, self._heads[word], i + 1
        found = [(last, phrases[word])] if word in phrases else []
        if not seconds or last == len(forms) or not (forms[last] in seconds or forms[last] in _GAPS):
            return found
        quoted = False
        for _ in range(1, seconds.get(forms[_next_word(forms, last)], 0)):
            if last == len(forms):
                break
            j = _next_word(forms, last)
            quoted = quoted or forms[last] in _QUOTES
            word, last = f"{word} {forms[j]}", j + 1
            if word in phrases:
                closed = quoted and last < len(forms) and forms[last] in _QUOTES
                found.append((last + closed, phrases[word]))
        return found

    def _accepted(self, forms: Sequence[str], first: int, last: int, senses: Senses) -> Senses:
        """The senses that the neighbourhood allows; those it makes sure drive out the others."""
        doubtful = [sense for sense in senses if sense.guarded or sense.loose]
        if not doubtful:
            return senses
        sure = [sense for sense in doubtful if self._is_sure(forms, first, last, sense)]
        if sure:
            return tuple(msgspec.structs.replace(sense, loose=False) for sense in sure)
        return tuple(sense for sense in senses if not sense.guarded)

    def _is_sure(self, forms: Sequence[str], first: int, last: int, sense: Sense) -> bool:
        """Whether the words around a doubtful name say that it is one."""
        if first == 0:
            return False
        before = forms[first - 1]
        if before in _QUOTES:
            marks = _QUOTES if sense.entity.type == "media" else _MARKS
            if sense.entity.type != "state" and before in marks and last < len(forms) and forms[last] in marks:
                return True
            before = forms[first - 2] if first > 1 else ""
        return before in sense.after or _has_word(before, self._table.designators[sense.entity.type])

    def _is_surname(self, forms: Sequence[str], first: int, senses: Senses) -> bool:
        """Whether a nisba or doubtful name stands behind a given name, a kunya or a patronymic (`أبو مصعب السوري`)."""
        if first == 0 or not any(sense.gender == "m" or sense.loose or sense.guarded for sense in senses):
            return False
        if _has_word(forms[first - 1], self._table.given_names, ("و", "ل")):
            return True
        return first > 1 and forms[first - 2] in _FATHERS and forms[first - 1].isalpha()


class _Known(dict[str, Readings]):
    """Form → its readings whose word begins some phrase, the whole form first; read when first asked, remembered."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._heads = table.heads

    def __missing__(self, form: str) -> Readings:
        if len(self) >= _REMEMBERED:
            self.clear()
        heads = self._heads
        readings = [("", form)] if form in heads else []
        if form[0] in _CONJUNCTIONS and len(form) > 1:
            if form[1:] in heads:
                readings.append((form[0], form[1:]))
            if form[1] in _PREPOSITIONS:
                readings += self._governed(form[0], form[1:])
        elif form[0] in _PREPOSITIONS:
            readings += self._governed("", form)
        known = self[form] = tuple(readings)
        return known

    def _governed(self, before: str, form: str) -> list[tuple[str, str]]:
        """The readings of a form that begins with a preposition; `لل` hides the alef of an article."""
        words = [(before + form[0], form[1:])]
        if form[:2] == "لل":
            words = [(before + "ل", "ال" + form[2:]), (before + "ل", "ال" + form[1:]), *words]
        return [reading for reading in words if reading[1] in self._heads]


class _Match(msgspec.Struct, frozen=True):
    """A phrase found in the tokens; without senses it only keeps others from being found inside it."""

    first: int
    last: int
    clitic: str
    senses: Senses
    surname: bool

    def mention(self, sense: Sense | None = None, loose: bool = False) -> Mention:
        """The mention in the given sense, by default the most usual one, which is loose if there are others."""
        doubt = loose or (sense is None and len(self.senses) > 1)
        sense = sense or self.senses[0]
        clitic = self.clitic + "ال" * sense.article
        clitic = "لل".join(clitic.rsplit("لال", 1))
        loose = sense.loose or doubt
        return Mention(self.first, self.last, sense.entity, sense.form, clitic, sense.gender, loose)


def _settled(found: list[_Match], forms: Sequence[str]) -> list[Mention]:
    """Mentions of matches: several entities decided by the others of the text, surnames of the text made loose."""
    surnames = {forms[match.first] for match in found if match.surname}
    evidence = Counter(match.senses[0].entity.id for match in found if len(match.senses) == 1)
    mentions = []
    for match in found:
        if len(match.senses) > 1:
            mentions.append(match.mention(_backed(match.senses, evidence)))
        elif match.senses:
            mentions.append(match.mention(loose=forms[match.first] in surnames))
    return mentions


def _backed(senses: Senses, evidence: Counter[str]) -> Sense | None:
    """The one sense whose entity, or the state it belongs to, the text names most; `None` where that is a tie."""
    votes = [evidence[sense.entity.id] + evidence[sense.entity.home or ""] for sense in senses]
    most = max(votes)
    return senses[votes.index(most)] if votes.count(most) == 1 else None


def _next_word(forms: Sequence[str], i: int) -> int:
    """The token that continues a name at `i`, over one quotation mark, or a dot or hyphen between letters."""
    if i + 1 < len(forms) and forms[i] in _GAPS:
        joint = forms[i] in _QUOTES or len(forms[i - 1]) <= _SHORT >= len(forms[i + 1])
        return i + 1 if joint else i
    return i


def _has_word(form: str, words: frozenset[str], prefixes: Iterable[str] = _PREFIXES) -> bool:
    """Whether a form is one of the words behind any of the proclitics."""
    if form in words:
        return True
    if form[:1] not in _PROCLITICS:
        return False
    return any(form.startswith(prefix) and form[len(prefix) :] in words for prefix in prefixes)


def _person_key(name: str) -> str:
    return " ".join(fold_word(name).split())


@cache
def default_world() -> World:
    """The world of the data that comes with the package, loaded once."""
    return World(load_table()).with_learnt(read_holders())
