"""The word lists of `titles.toml`, folded: which titles speak for whom, which mean the same person."""

from __future__ import annotations

import tomllib
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from mawqif.text.fold import fold_word


@cache
def _table() -> dict[str, Any]:
    loaded: dict[str, Any] = tomllib.loads(files("mawqif.lang.ar").joinpath("data", "titles.toml").read_text("utf-8"))
    return loaded


@cache
def titles(name: str) -> frozenset[str]:
    """One list of the table (official, private, former …)."""
    return _folded(_table()[name]["words"])


@cache
def alike(stem: str) -> frozenset[str]:
    """Titles that may be used in turn for one speaker, the word itself included."""
    found = {stem}
    if stem not in titles("generic"):
        return frozenset(found)
    for row in _table()["alike"]:
        words, wide = _folded(row["words"]), _folded(row.get("wide", ""))
        if stem in words:
            found |= words if not wide or stem in wide else wide
    return frozenset(found)


@cache
def only_state() -> dict[str, str]:
    """Titles that only one state has → its code."""
    return {stem: state for state, words in _table()["only"].items() for stem in _folded(words)}


@cache
def realms(stem: str) -> frozenset[str]:
    """The states that a word like المملكة may mean."""
    return frozenset(
        code for word, codes in _table()["realm"].items() if fold_word(word) == stem for code in codes.split()
    )


@cache
def typical(stem: str) -> frozenset[str]:
    """The only states that have an office of that word (أمير، خزانة); none where any may have it."""
    rows = (row for row in _table()["typical"] if stem in _folded(row["words"]))
    return frozenset(state for row in rows for state in row["states"].split())


class Rank(msgspec.Struct, frozen=True):
    """The titles that an honorific (معاليه) stands for, what must stand beside them, what must not."""

    words: frozenset[str]
    beside: frozenset[str]
    never: frozenset[str]

    def fits(self, words: AbstractSet[str]) -> bool:
        """Whether the titles and qualifiers of somebody are of this rank."""
        return bool(words & self.words) and (not self.beside or bool(words & self.beside)) and not words & self.never


@cache
def _ranks() -> dict[str, Rank]:
    """Folded honorific → its rank."""
    ranks: dict[str, Rank] = {}
    for row in _table()["rank"]:
        rank = Rank(*(_folded(row.get(key, "")) for key in ("words", "beside", "never")))
        ranks = dict.fromkeys(_folded(row["honorifics"]), rank) | ranks
    return ranks


def rank_of(honorific: str) -> Rank | None:
    """The rank that an honorific with its pronoun (سموه) tells, None where the word is none."""
    return _ranks().get(fold_word(honorific))


@cache
def organisation_nisba() -> dict[str, str]:
    """Adjectives that stand for an organisation (أممي) → its slug."""
    return {stem: code for code, words in _table()["nisba"].items() for stem in _folded(words)}


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in words.split())
