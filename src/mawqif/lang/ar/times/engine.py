"""The small rule engine of the time grammar: rules are sequences of slots, results are kept by place.

A pattern is slots parted by spaces. A slot is a class of words (`weekday`), several (`num|ord`) or a category made by
other rules (`Month`, capitalised); `?` makes it optional, `+` before it asks for و joined to or standing before it,
`~` for ل. No category contains itself, so the work per token is bounded. The patterns of a category are merged into a
tree, so that what they share is looked at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from mawqif.lang.ar.times.lexicon import Lexicon
from mawqif.lang.ar.times.numbers import is_number

REFERENCE = date(2026, 1, 6)
Bound = dict[str, Any]
Build = Callable[[date | None, Bound], Any]
Guard = Callable[[Sequence[str], int, int], bool]
Wakes = dict[str, tuple[frozenset[str], bool]]
_ALWAYS: tuple[frozenset[str], bool] = (frozenset(), False)


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


class Slot(NamedTuple):
    """One slot as written: its words or its one category, whether it may be missing, the clitic it asks for."""

    names: tuple[str, ...]
    optional: bool
    clitic: str
    category: bool


def read_slot(spec: str) -> Slot:
    """A slot of a pattern: `+num|ord?`."""
    clitic = {"+": "+", "~": "l"}.get(spec[0], "")
    names = tuple(spec.strip("+~?").split("|"))
    return Slot(names, spec.endswith("?"), clitic, names[0][0].isupper())


class Node:
    """A place in the tree of a category's patterns.

    `words` leads on by word class, `categories` by what other rules make, each with the clitic asked for and the name
    its value is bound to; `ends` are the rules that are complete here, with their rank.
    """

    __slots__ = ("categories", "ends", "words")

    def __init__(self) -> None:
        self.words: dict[str, list[tuple[str, str, Node]]] = {}
        self.categories: dict[str, list[tuple[str, str, Node]]] = {}
        self.ends: list[tuple[int, Rule]] = []


class Grammar:
    """The rules of each category as a tree, and the word classes each can begin with."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.trees: dict[str, Node] = {}
        for rank, rule in enumerate(rules):
            tree = self.trees.setdefault(rule.makes, Node())
            for pattern in rule.patterns:
                _grow(tree, [read_slot(spec) for spec in pattern.split()], {}, (rank, rule))
        self.first = {category: self._first(category) for category in self.trees}

    def _first(self, category: str) -> frozenset[str]:
        tree = self.trees[category]
        return frozenset(tree.words).union(*(self._first(name) for name in tree.categories))

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
        tree = self.trees[category]
        words = {name for name, nexts in tree.words.items() if any(node.ends for _, _, node in nexts)}
        inner = [name for name, nexts in tree.categories.items() if any(node.ends for _, _, node in nexts)]
        return frozenset(words).union(*(self._alone(name) for name in inner))


def _grow(node: Node, slots: Sequence[Slot], names: dict[str, int], end: tuple[int, Rule]) -> None:
    """Add a pattern below a node: every way to leave out what is optional, every alternative."""
    if not slots:
        node.ends.append(end)
        return
    slot, rest = slots[0], slots[1:]
    if slot.optional:
        _grow(node, rest, names, end)
    for name in slot.names:
        count = names.get(name, 0) + 1
        key = name if count == 1 else f"{name}{count}"
        nexts = (node.categories if slot.category else node.words).setdefault(name, [])
        child = next((child for clitic, bound, child in nexts if (clitic, bound) == (slot.clitic, key)), None)
        if child is None:
            child = Node()
            nexts.append((slot.clitic, key, child))
        _grow(child, rest, {**names, name: count}, end)
