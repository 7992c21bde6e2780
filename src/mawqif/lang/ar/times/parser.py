"""Reading the categories of a grammar at places of one token sequence; what was read is remembered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from mawqif.lang.ar.times.engine import Grammar, Node, Rule
from mawqif.lang.ar.times.lexicon import PUNCTUATION, Lexicon, lexicon
from mawqif.lang.ar.times.numbers import Edge, digit_edges, is_number, word_number_edges

_ANY = "*"
_MARKS = {"+": "و", "l": "ل"}
_ARTICLES = frozenset({"ال", "لل", "وال", "بال"})


class Found(NamedTuple):
    """A result: tokens up to `end`, its value, the letters of its first token that are clitics, its rule."""

    end: int
    value: Any
    skip: int
    conj: int
    rule: str


class _Taken(NamedTuple):
    """One slot filled: the name it is bound to, and what filled it."""

    key: str
    value: Any
    skip: int
    conj: int
    rule: str


class _Match(NamedTuple):
    """A pattern that fits the tokens up to `end`."""

    end: int
    rank: int
    rule: Rule
    path: tuple[_Taken, ...]


def may_begin(wake: tuple[frozenset[str], bool], words: Lexicon, following: str) -> bool:
    """Whether a waking word can begin something before the folded form `following`: spares most of the work."""
    phrases, single = wake
    if not phrases and not single:
        return True
    return following in phrases or (
        single and (following in words or following in PUNCTUATION or following[:1].isdecimal())
    )


class Parser:
    """Reads the tokens of one text, seen from one reference day."""

    def __init__(self, grammar: Grammar, forms: Sequence[str], reference: date | None) -> None:
        self.grammar = grammar
        self.forms = forms
        self.reference = reference
        self._words: Lexicon = lexicon()
        self._edges: dict[int, tuple[Edge, ...]] = {}
        self._classes: dict[int, frozenset[str]] = {}
        self._read: dict[tuple[str, int, str], list[Found]] = {}

    def longest(self, category: str, index: int) -> Found | None:
        """The longest the category can be at `index`; of equal length the rule declared first."""
        return next(self._results(category, index, _ANY), None)

    def _all(self, category: str, index: int, clitic: str) -> list[Found]:
        """Every length the category can have at `index`, longest first."""
        key = (category, index, clitic)
        known = self._read.get(key)
        if known is None:
            known = self._read[key] = list(self._results(category, index, clitic))
        return known

    def _results(self, category: str, index: int, clitic: str) -> Iterator[Found]:
        matches: list[_Match] = []
        self._match(self.grammar.trees[category], index, clitic, (), matches)
        matches.sort(key=lambda match: (-match.end, match.rank))
        last = -1
        for match in matches:
            if match.end != last and (found := self._meaning(match, index)):
                last = match.end
                yield found

    def _meaning(self, match: _Match, index: int) -> Found | None:
        rule = match.rule
        if any(guard(self.forms, index, match.end) for guard in rule.unless):
            return None
        bound: dict[str, Any] = {taken.key: taken.value for taken in match.path}
        for name, note in rule.notes:
            bound[name] = note(self.forms, index, match.end)
        try:
            value = rule.means(self.reference, bound)
        except (ValueError, OverflowError):  # days before the year 1 or after 9999
            return None
        if value is None:
            return None
        first = match.path[0]
        name = next((taken.rule for taken in reversed(match.path) if taken.rule), rule.id)
        return Found(match.end, value, first.skip, first.conj, name if rule.hands_on else rule.id)

    def _match(self, node: Node, index: int, clitic: str, path: tuple[_Taken, ...], out: list[_Match]) -> None:
        """Follow the tree as far as the tokens fit; every rule complete on the way is a match."""
        for rank, rule in node.ends:
            out.append(_Match(index, rank, rule, path))
        edges = self.edges(index)
        words = node.words
        for edge in edges if words else ():
            for asked, key, child in words.get(edge.cls, ()):
                want = asked or clitic
                if want in (_ANY, edge.clitic):
                    taken = _Taken(key, edge.value, edge.skip, edge.conj, "")
                    self._match(child, edge.end, "", (*path, taken), out)
        if node.categories and edges:
            self._match_categories(node, index, clitic, path, out)
        if index < len(self.forms) and self.forms[index] in ("و", "ل"):
            self._match_apart(node, index, path, out)

    def _match_categories(
        self, node: Node, index: int, clitic: str, path: tuple[_Taken, ...], out: list[_Match]
    ) -> None:
        classes = self._classes.get(index)
        if classes is None:
            classes = self._classes[index] = frozenset(edge.cls for edge in self.edges(index))
        first = self.grammar.first
        for name, nexts in node.categories.items():
            if first[name].isdisjoint(classes):
                continue
            for asked, key, child in nexts:
                for found in self._all(name, index, asked or clitic):
                    taken = _Taken(key, found.value, found.skip, found.conj, found.rule)
                    self._match(child, found.end, "", (*path, taken), out)

    def _match_apart(self, node: Node, index: int, path: tuple[_Taken, ...], out: list[_Match]) -> None:
        """A slot that asks for و or ل, written apart: و 5."""
        mark = self.forms[index]
        for edge in self.edges(index + 1):
            for asked, key, child in node.words.get(edge.cls, ()):
                if asked and _MARKS[asked] == mark and not edge.clitic:
                    taken = _Taken(key, edge.value, edge.skip, edge.conj, "")
                    self._match(child, edge.end, "", (*path, taken), out)
        for name, nexts in node.categories.items():
            for asked, key, child in nexts:
                if asked and _MARKS[asked] == mark:
                    for found in self._all(name, index + 1, ""):
                        taken = _Taken(key, found.value, found.skip, found.conj, found.rule)
                        self._match(child, found.end, "", (*path, taken), out)

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
        elif form in _ARTICLES and index + 1 < len(self.forms) and self.forms[index + 1].isdecimal():
            yield from digit_edges(self.forms[index + 1], index + 1)
        elif form in self._words:
            yield from word_number_edges(self._words, self.forms, index)
            yield from self._word_edges(form, index)

    def _word_edges(self, form: str, index: int) -> Iterator[Edge]:
        for x in self._words[form]:
            end = index + 1 + len(x.rest)
            if not is_number(x) and (not x.rest or tuple(self.forms[index + 1 : end]) == x.rest):
                yield Edge(x.cls, x.value, end, x.clitic, x.skip, x.conj)
