"""What is known of Arabic word forms: how common, how verbal, how name-like; and where a clitic may be split off.

The table is counted from news text by `tools/word_table.py`. A one-letter proclitic (و ف ب ل ك) is split from a word
only where what remains is a common form itself, so that وزير، بيان، لبنان stay whole.
"""

from __future__ import annotations

import gzip
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from mawqif.text.fold import fold_word

Row = tuple[int, int, int, int, int]
_UNKNOWN: Row = (0, 0, 0, 0, 0)
_NOUN, _FEMININE_NOUN = 5, 3
_NO_ADJECTIVES = ("الأنباء", "القبض", "الصحافة", "الضرر", "الدائرة", "الأناضول", "المقام")
"""Nouns that follow another definite noun so often (وكالة الأنباء) that the counts take them for adjectives."""
SURELY_NAME = 6
"""Name score of the given names that are listed by hand."""


@cache
def table() -> dict[str, Row]:
    """Folded form → (log2 of its count, verb score, name score, adjective score, noun score, each 0-9)."""
    packed = files("mawqif.lang.ar").joinpath("data", "words.tsv.gz").read_bytes()
    rows = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        form, *numbers = line.split("\t")
        count, verb, name, adjective, noun = map(int, numbers)
        rows[form] = (count, verb, name, adjective, noun)
    for form in _given_names():
        count, _, name, adjective, _ = rows.get(form, _UNKNOWN)
        rows[form] = (count, 0, max(name, SURELY_NAME), adjective, 0)
    for form in map(fold_word, _NO_ADJECTIVES):
        count, verb, name, adjective, noun = rows.get(form, _UNKNOWN)
        rows[form] = (count, verb, name, 0, max(noun, adjective))
    return rows


def _given_names(kind: str = "given") -> Iterator[str]:
    data = tomllib.loads(files("mawqif.lang.ar").joinpath("data", "names.toml").read_text("utf-8"))
    return (fold_word(name) for name in data[kind].split())


@cache
def doubtful_names() -> frozenset[str]:
    """Given names that are other words as well (أمل، باسم)."""
    return frozenset(_given_names("also_words"))


@cache
def compound_names() -> dict[str, frozenset[str]]:
    """Second word of a name of two → the first words it may have (الله → فضل، نصر)."""
    data = tomllib.loads(files("mawqif.lang.ar").joinpath("data", "names.toml").read_text("utf-8"))
    return {
        fold_word(second): frozenset(fold_word(first) for first in names.split())
        for second, names in data["compounds"].items()
    }


def row(form: str) -> Row:
    """What is known of a folded form; zeros for an unknown one."""
    return table().get(form, _UNKNOWN)


def is_split(form: str, rest: str) -> bool:
    """Whether `form` is better read as a proclitic and `rest`: the rest is about as common as the whole.

    >>> is_split("بوقف", "وقف"), is_split("باراك", "اراك")
    (True, False)
    """
    if len(rest) < 3:
        return False
    known = table()
    alone = max(known.get(rest, _UNKNOWN)[0], known.get("ال" + rest, _UNKNOWN)[0])
    return alone > 0 and alone >= known.get(form, _UNKNOWN)[0] - 1


def without_conjunction(form: str) -> str:
    """The form without a leading و or ف where it is one."""
    if form[0] not in "وف" or len(form) <= 3 or row(form)[2] >= 2:
        return form
    return form[1:] if form[1:3] == "ال" or is_split(form, form[1:]) else form


_NAMES = frozenset("ليلي لبني لينا لمي لمياء بشري بسمه بلقيس بهيه لجين".split())
"""Given names that begin like a preposition and a word."""


def split_preposition(form: str) -> tuple[str, str]:
    """A one-letter preposition and the rest with its article restored: للأمم → (ل, الامم); ("", form) where none."""
    if form[:2] == "لل" and len(form) > 4:
        rest = form[2:]
        if row(form[1:])[0] > row("ال" + rest)[0] + 1:
            return "ل", form[1:]
        return "ل", rest if rest.startswith("ال") and row(rest)[0] else "ال" + rest
    if form in _NAMES:
        return "", form
    if form in ("لاي", "باي", "لايه", "بايه"):
        return form[0], form[1:]
    if form[0] in "بلك" and len(form) > 3:
        rest = form[1:]
        if rest.startswith("ال") and len(rest) > 4 and row(form)[1] == 0 and (row(rest)[0] > 0 or row(rest[2:])[0] > 0):
            return form[0], rest
        if (
            is_split(form, rest)
            and not (row(rest)[1] >= 3 and max(row(rest)[4], row("ال" + rest)[4] if form[0] == "ب" else 0) < 3)
            and (form[0] != "ك" or row(rest)[0] >= row(form)[0] + 3 and rest[0] not in "وف")
        ):
            return form[0], rest
        if form[0] == "ب" and not row(form)[0] and _is_possessed(rest):
            return form[0], rest
    return "", form


def _is_possessed(form: str) -> bool:
    """إعفائهم، نزاهتها: a form unknown to the table is a common noun with a pronoun, before which its end is spelled otherwise."""
    for pronoun in ("ها", "هم", "ه"):
        stem = form.removesuffix(pronoun)
        if stem != form and len(stem) > 3:
            stem = stem[:-1] + "ء" if stem.endswith("ائ") else stem
            if stem.endswith("ت") and not row(stem)[0]:
                return row(stem[:-1] + "ه")[4] >= _FEMININE_NOUN
            return row(stem)[4] >= _NOUN or row("ال" + stem)[4] >= _NOUN
    return False
