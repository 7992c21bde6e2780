"""The small rule engine of the time grammar: rules are sequences of slots, results are kept by place.

A pattern is slots parted by spaces. A slot is a class of words (`weekday`), several (`num|ord`) or a category made by
other rules (`Month`, capitalised); `?` makes it optional, `+` before it asks for و joined to or standing before it,
`~` for ل. No category contains itself, so the work per token is bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from mawqif.lang.ar.times.lexicon import PUNCTUATION, Lexicon, lexicon
from mawqif.lang.ar.times.numbers import Edge, digit_edges, is_number, word_number_edges

REFERENCE = date(2026, 1, 6)
Bound = dict[str, Any]
Build = Callable[[date | None, Bound], Any]
Guard = Callable[[Sequence[str], int, int], bool]
Wakes = dict[str, tuple[frozenset[str], bool]]
_ALWAYS: tuple[frozenset[str], bool] = (frozenset(), False)
_ANY = "*"
_MARKS = {"+": "و", "l": "ل"}


class Yes(NamedTuple):
    """A proof: in `sentence`, seen from `reference`, `text` is an expression that means these days (ISO, inclusive)."""

    sentence: str
    text: str
    first: str | None
    last: str | None = None
    approximate: bool = False
    reference: date = REFERENCE


class Rule(NamedTuple):
    """One construction: the category it makes, its pattern, what it means, where it is refused, and its proofs.

    `means` gets the reference day and the values of the slots by name (a second slot of one class is `name2`) and
    answers `None` to refuse. `unless` are guards over (forms, first, end): any true one refuses. `notes` are guards
    whose answers `means` gets by name. A rule that `hands_on` what one category means is named as that is.
    """

    id: str
    makes: str
    patterns: tuple[str, ...]
    means: Build
    unless: tuple[Guard, ...] = ()
    yes: tuple[Yes, ...] = ()
    no: tuple[str, ...] = ()
    notes: tuple[tuple[str, Guard], ...] = ()
    hands_on: bool = False


class _Slot(NamedTuple):
    names: tuple[str, ...]
    optional: bool
    clitic: str
    category: bool


class _Compiled(NamedTuple):
    rank: int
    rule: Rule
    slots: tuple[_Slot, ...]


def _slot(spec: str) -> _Slot:
    clitic = {"+": "+", "~": "l"}.get(spec[0], "")
    names = tuple(spec.strip("+~?").split("|"))
    return _Slot(names, spec.endswith("?"), clitic, names[0][0].isupper())


class Grammar:
    """Compiled rules, indexed by the word classes they can begin with."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.by_category: dict[str, list[_Compiled]] = {}
        for rule in rules:
            for pattern in rule.patterns:
                slots = tuple(_slot(spec) for spec in pattern.split())
                same = self.by_category.setdefault(rule.makes, [])
                same.append(_Compiled(len(same), rule, slots))
        self.first = {category: self._first(category) for category in self.by_category}
        self.woken_by = {category: self._index(category) for category in self.by_category}

    def _first(self, category: str) -> frozenset[str]:
        return frozenset(name for compiled in self.by_category[category] for name in self._begins(compiled.slots))

    def _begins(self, slots: Sequence[_Slot]) -> set[str]:
        found: set[str] = set()
        for slot in slots:
            found |= self._first(slot.names[0]) if slot.category else set(slot.names)
            if not slot.optional:
                break
        return found

    def _index(self, category: str) -> dict[str, list[_Compiled]]:
        index: dict[str, list[_Compiled]] = {}
        for compiled in self.by_category[category]:
            for name in self._begins(compiled.slots):
                index.setdefault(name, []).append(compiled)
        return index

    def wakes(self, words: Lexicon, category: str) -> Wakes:
        """The folded words at which something of the category can begin."""
        first, alone = self.first[category], self._alone(category)
        found: Wakes = {}
        for form, lexemes in words.items():
            begins = [x for x in lexemes if x.cls in first or is_number(x)]
            if any(x.cls in alone and not x.rest for x in begins):
                found[form] = _ALWAYS
            elif begins:
                single = any(not x.rest for x in begins)
                found[form] = (frozenset(x.rest[0] for x in begins if x.rest), single)
        return found

    def _alone(self, category: str) -> frozenset[str]:
        """The classes of which one word is enough."""
        return frozenset(
            name
            for compiled in self.by_category[category]
            for at, slot in enumerate(compiled.slots)
            if all(other.optional for other in (*compiled.slots[:at], *compiled.slots[at + 1 :]))
            for name in (self._alone(slot.names[0]) if slot.category else slot.names)
        )


class Found(NamedTuple):
    """A result: tokens up to `end`, its value, the letters of its first token that are clitics, its rule."""

    end: int
    value: Any
    skip: int
    conj: int
    rule: str


def may_begin(wake: tuple[frozenset[str], bool], words: Lexicon, following: str) -> bool:
    """Whether a waking word can begin something before the folded form `following`: spares most of the work."""
    phrases, single = wake
    if not phrases and not single:
        return True
    return following in phrases or (
        single and (following in words or following in PUNCTUATION or following[:1].isdecimal())
    )


class Parser:
    """Reads categories at places of one token sequence, remembering what it read."""

    def __init__(self, grammar: Grammar, forms: Sequence[str], reference: date | None) -> None:
        self.grammar = grammar
        self.forms = forms
        self.reference = reference
        self._words: Lexicon = lexicon()
        self._edges: dict[int, tuple[Edge, ...]] = {}
        self._read: dict[tuple[str, int, str], list[Found]] = {}

    def edges(self, index: int) -> tuple[Edge, ...]:
        """Everything the tokens from `index` on can be as one word."""
        known = self._edges.get(index)
        if known is None:
            known = self._edges[index] = tuple(self._all_edges(index)) if index < len(self.forms) else ()
        return known

    def _all_edges(self, index: int) -> Iterator[Edge]:
        form = self.forms[index]
        if form[0].isdecimal():
            yield from digit_edges(form, index)
        elif form in PUNCTUATION:
            yield Edge(PUNCTUATION[form], form, index + 1)
        elif form in ("ال", "لل", "وال") and index + 1 < len(self.forms) and self.forms[index + 1].isdecimal():
            yield from digit_edges(self.forms[index + 1], index + 1)
        else:
            yield from word_number_edges(self._words, self.forms, index)
            yield from self._word_edges(form, index)

    def _word_edges(self, form: str, index: int) -> Iterator[Edge]:
        for x in self._words.get(form, ()):
            end = index + 1 + len(x.rest)
            if not is_number(x) and (not x.rest or tuple(self.forms[index + 1 : end]) == x.rest):
                yield Edge(x.cls, x.value, end, x.clitic, x.skip, x.conj)

    def read(self, category: str, index: int, clitic: str = _ANY) -> list[Found]:
        """All ways the category can stand at `index`, longest first; of equal length the rule declared first."""
        key = (category, index, clitic)
        if key not in self._read:
            self._read[key] = sorted(self._results(category, index, clitic), key=lambda found: -found.end)
        return self._read[key]

    def _results(self, category: str, index: int, clitic: str) -> Iterator[Found]:
        by_class = self.grammar.woken_by[category]
        woken = {rule.rank: rule for edge in self.edges(index) for rule in by_class.get(edge.cls, ())}
        ends: set[int] = set()
        for rank in sorted(woken):
            for found in self._apply(woken[rank], index, clitic):
                if found.end not in ends:
                    ends.add(found.end)
                    yield found

    def _apply(self, compiled: _Compiled, index: int, clitic: str) -> Iterator[Found]:
        rule = compiled.rule
        for end, bound, skip, conj in self._match(compiled.slots, 0, index, clitic, {}):
            if any(guard(self.forms, index, end) for guard in rule.unless):
                continue
            for name, note in rule.notes:
                bound[name] = note(self.forms, index, end)
            value = rule.means(self.reference, bound)
            if value is not None:
                yield Found(end, value, skip, conj, bound["@"] if rule.hands_on else rule.id)

    def _match(
        self, slots: Sequence[_Slot], at: int, index: int, clitic: str, bound: Bound
    ) -> Iterator[tuple[int, Bound, int, int]]:
        if at == len(slots):
            yield index, bound, 0, 0
            return
        slot = slots[at]
        for end, name, value, skip, conj, rule in self._take(slot, index, slot.clitic or clitic):
            for last, more, _, _ in self._match(slots, at + 1, end, "", _bind(bound, name, value, rule)):
                yield last, more, skip, conj
        if slot.optional:
            yield from self._match(slots, at + 1, index, clitic, bound)

    def _take(self, slot: _Slot, index: int, clitic: str) -> Iterator[tuple[int, str, Any, int, int, str]]:
        if slot.category:
            for found in self.read(slot.names[0], index, clitic):
                yield found.end, slot.names[0], found.value, found.skip, found.conj, found.rule
        else:
            for edge in self.edges(index):
                if edge.cls in slot.names and clitic in (_ANY, edge.clitic):
                    yield edge.end, edge.cls, edge.value, edge.skip, edge.conj, ""
        if clitic in _MARKS and index < len(self.forms) and self.forms[index] == _MARKS[clitic]:
            yield from self._take(slot, index + 1, "")


def _bind(bound: Mapping[str, Any], name: str, value: Any, rule: str) -> Bound:
    count = 2
    key = name
    while key in bound:
        key, count = f"{name}{count}", count + 1
    return {**bound, key: value, "@": rule or bound.get("@", "")}
