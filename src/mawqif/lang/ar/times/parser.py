"""Reading the categories of a grammar at places of one token sequence; what was read is remembered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

import msgspec

from mawqif.lang.ar.times.engine import Grammar, Node, Rule
from mawqif.lang.ar.times.lexicon import PUNCTUATION, Lexicon, lexicon
from mawqif.lang.ar.times.numbers import Edge, digit_edges, is_number, word_number_edges

_ANY = "*"
_MARKS = {"+": "و", "l": "ل"}
_APART = frozenset(_MARKS.values())
_ARTICLES = frozenset({"ال", "لل", "وال", "بال"})


class Found(msgspec.Struct, frozen=True, gc=False):
    """A result: tokens up to `end`, its value, the letters of its first token that are clitics, its rule."""

    end: int
    value: Any
    skip: int
    conj: int
    rule: str


_Path = tuple[tuple[str, Edge | Found], ...]
"""The slots filled so far: the name each is bound to, and what filled it."""


class _Match(msgspec.Struct, frozen=True, gc=False):
    """A pattern that fits the tokens up to `end`."""

    end: int
    rank: int
    rule: Rule
    path: _Path


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
        self._known: dict[int, Sequence[Edge]] = {}
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
        rule, path, end = match.rule, match.path, match.end
        for guard in rule.unless:
            if guard(self.forms, index, end):
                return None
        bound: dict[str, Any] = {key: taken.value for key, taken in path}
        for name, note in rule.notes:
            bound[name] = note(self.forms, index, end)
        try:
            value = rule.means(self.reference, bound)
        except (ValueError, OverflowError):  # days before the year 1 or after 9999
            return None
        if value is None:
            return None
        first = path[0][1]
        return Found(end, value, first.skip, first.conj, _name(path, rule) if rule.hands_on else rule.id)

    def _match(self, node: Node, index: int, clitic: str, path: _Path, out: list[_Match]) -> None:
        """Follow the tree as far as the tokens fit; every rule complete on the way is a match."""
        for rank, rule in node.ends:
            out.append(_Match(index, rank, rule, path))
        words, categories = node.words, node.categories
        if index >= len(self.forms) or not (words or categories):
            return
        edges = self._edges(index)
        for edge in edges if words else ():
            for asked, key, child in words.get(edge.cls, ()):
                want = asked or clitic
                if want in (_ANY, edge.clitic):
                    self._match(child, index + edge.length, "", (*path, (key, edge)), out)
        if categories and edges:
            self._match_categories(node, index, clitic, path, out)
        if self.forms[index] in _APART:
            self._match_apart(node, index, path, out)

    def _match_categories(self, node: Node, index: int, clitic: str, path: _Path, out: list[_Match]) -> None:
        classes = self._classes.get(index)
        if classes is None:
            classes = self._classes[index] = frozenset([edge.cls for edge in self._edges(index)])
        first = self.grammar.first
        for name, nexts in node.categories.items():
            if first[name].isdisjoint(classes):
                continue
            for asked, key, child in nexts:
                for found in self._all(name, index, asked or clitic):
                    self._match(child, found.end, "", (*path, (key, found)), out)

    def _match_apart(self, node: Node, index: int, path: _Path, out: list[_Match]) -> None:
        """A slot that asks for و or ل, written apart: و 5."""
        mark, index = self.forms[index], index + 1
        if index == len(self.forms):
            return
        for edge in self._edges(index):
            for asked, key, child in node.words.get(edge.cls, ()):
                if asked and _MARKS[asked] == mark and not edge.clitic:
                    self._match(child, index + edge.length, "", (*path, (key, edge)), out)
        for name, nexts in node.categories.items():
            for asked, key, child in nexts:
                if asked and _MARKS[asked] == mark:
                    for found in self._all(name, index, ""):
                        self._match(child, found.end, "", (*path, (key, found)), out)

    def _edges(self, index: int) -> Sequence[Edge]:
        """Everything the tokens from `index` on can be as one word."""
        known = self._known.get(index)
        if known is None:
            form = self.forms[index]
            known = _lone_edges().get(form)
            if known is None:
                known = list(self._edges_in_place(form, index))
            self._known[index] = known
        return known

    def _edges_in_place(self, form: str, index: int) -> Iterator[Edge]:
        """The edges of figures, and of words that others after them can go along with."""
        following = self.forms[index + 1] if index + 1 < len(self.forms) else ""
        if form[0].isdecimal():
            yield from digit_edges(form)
        elif form in _ARTICLES and following.isdecimal():
            yield from digit_edges(following, length=2)
        elif form in self._words:
            yield from word_number_edges(self._words, self.forms, index)
            for x in self._words[form]:
                end = index + 1 + len(x.rest)
                if not is_number(x) and (not x.rest or tuple(self.forms[index + 1 : end]) == x.rest):
                    yield Edge(x.cls, x.value, end - index, x.clitic, x.skip, x.conj)


@cache
def _lone_edges() -> dict[str, tuple[Edge, ...]]:
    """Punctuation and the words that are read alike whatever stands after them, with their edges."""
    marks = {mark: (Edge(cls, mark),) for mark, cls in PUNCTUATION.items()}
    return marks | {
        form: tuple(Edge(x.cls, x.value, 1, x.clitic, x.skip, x.conj) for x in lexemes)
        for form, lexemes in lexicon().items()
        if form not in _ARTICLES and not any(x.rest or is_number(x) for x in lexemes)
    }


def _name(path: _Path, rule: Rule) -> str:
    """What a rule that hands a category on is called: as the last category it took."""
    return next((taken.rule for _, taken in reversed(path) if isinstance(taken, Found)), rule.id)
