"""The time words: two tables of phrases made into one dictionary keyed on the folded first word, clitics included."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from mawqif.text.fold import fold_word

_CONJUNCTIONS = {"": "", "و": "+", "ف": "+"}
_PREPOSITIONS = {"": "", "ب": "b", "ل": "l"}
PUNCTUATION = {
    "/": "slash", "\\": "slash", "(": "open", "[": "open", ")": "close", "]": "close",
    '"': "quote", "“": "quote", "”": "quote", "«": "open", "»": "close",
    "،": "comma", ",": "comma", "-": "dash", "–": "dash", "—": "dash",
}  # fmt: skip
_BARE_ONLY = frozenset({"ago", "after", "to", "between", "of", "corresponds", "era", "rel", "one", "half", "vague"})
_NO_PREPOSITION = frozenset({"about", "several", "few", "first_last"})
_WEAK_MONTHS = frozenset(fold_word(w) for w in ("آب", "ماي", "صفر", "المحرم", "محرم", "الحجة", "القعدة"))


class Lexeme(NamedTuple):
    """One reading of a phrase: its class and value, the folded words after the first, the clitics on the first.

    `clitic` is "" or "+" (و ف) and/or "b", "l"; `skip` counts the folded letters of the clitics, `conj` of the
    conjunction alone.
    """

    cls: str
    value: str
    rest: tuple[str, ...] = ()
    clitic: str = ""
    skip: int = 0
    conj: int = 0


Lexicon = Mapping[str, tuple[Lexeme, ...]]


def load_table(name: str) -> dict[str, dict[str, list[str]]]:
    """A TOML table of this package: class → value → phrases as people write them."""
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


@cache
def lexicon() -> Lexicon:
    """All words, once: folded first word (with its clitics) → its lexemes, longest phrase first."""
    found: dict[str, dict[Lexeme, None]] = {}
    for table in (load_table("words.toml"), load_table("numbers.toml")):
        for cls, value, phrase in _phrases(table):
            for form, lexeme in _with_clitics(cls, value, phrase):
                found.setdefault(form, {})[lexeme] = None
    return {form: tuple(sorted(lexemes, key=lambda x: (-len(x.rest), x.skip))) for form, lexemes in found.items()}


def _phrases(table: Mapping[str, Any]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for cls, values in table.items():
        for value, phrases in values.items():
            for phrase in phrases:
                yield cls, value, tuple(fold_word(phrase).split())


def _with_clitics(cls: str, value: str, phrase: tuple[str, ...]) -> Iterator[tuple[str, Lexeme]]:
    word, rest = phrase[0], phrase[1:]
    for conjunction, plus in _CONJUNCTIONS.items():
        if plus and cls in _BARE_ONLY and cls not in ("ago", "after", "between", "vague", "corresponds"):
            continue
        for preposition, mark in _PREPOSITIONS.items():
            if mark and (cls in _BARE_ONLY or cls in _NO_PREPOSITION or word in _WEAK_MONTHS):
                continue
            clitics = len(conjunction) + len(preposition)
            lexeme = Lexeme(cls, value, rest, plus + mark, clitics, len(conjunction))
            yield conjunction + _joined(preposition, word), lexeme


def _joined(preposition: str, word: str) -> str:
    """ل before the article swallows its alef, and its lam too before another lam: لليوم، لليلة."""
    if preposition == "ل" and word.startswith("ال"):
        return "ل" + (word[2:] if word.startswith("الل") else word[1:])
    return preposition + word
