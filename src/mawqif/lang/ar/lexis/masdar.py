"""From a verbal noun to its verb: إرسال → أرسل يرسل.

Derived stems are told by their shape (K. C. Ryding, *A Reference Grammar of Modern Standard Arabic*, 2005, ch. 22-30); the
nouns of the bare stem have no rule and are listed in `masdars.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from mawqif.text.fold import fold_word

Verb = tuple[str, str]
"""Third person masculine singular, past and present, folded."""


@cache
def _data() -> dict[str, str]:
    return tomllib.loads(files("mawqif.lang.ar").joinpath("data", "masdars.toml").read_text("utf-8"))


@cache
def _things() -> frozenset[str]:
    """Nouns that only look like verbal nouns."""
    return frozenset(map(fold_word, _data()["nouns"].split()))


@cache
def _listed() -> dict[str, Verb]:
    verbs = {}
    for line in _data()["masdars"].strip().splitlines():
        noun, past, present = line.replace(":", "").split()
        verbs[fold_word(noun)] = (fold_word(past), fold_word(present))
    return verbs


def _sound(past: str, present: str) -> Callable[[re.Match[str]], Verb]:
    return lambda m: (m.expand(past), m.expand(present))


_R = "([^اوي])"
_A = "(.)"
_SHAPES: tuple[tuple[str, Callable[[re.Match[str]], Verb]], ...] = (
    (f"است{_A}{_A}اء", _sound(r"است\1\2ي", r"يست\1\2ي")),
    (f"استي{_A}ا{_A}", _sound(r"استو\1\2", r"يستو\1\2")),
    (f"است{_A}{_A}ا{_A}", _sound(r"است\1\2\3", r"يست\1\2\3")),
    (f"است{_A}ا{_A}ه", _sound(r"است\1ا\2", r"يست\1ي\2")),
    (f"ا{_A}ت{_A}اء", _sound(r"ا\1ت\2ي", r"ي\1ت\2ي")),
    (f"ا{_A}ت{_A}ا{_A}", _sound(r"ا\1ت\2\3", r"ي\1ت\2\3")),
    (f"ان{_A}{_A}ا{_A}", _sound(r"ان\1\2\3", r"ين\1\2\3")),
    (f"ا{_A}{_A}اء", _sound(r"ا\1\2ي", r"ي\1\2ي")),
    (f"اي{_A}ا{_A}", _sound(r"او\1\2", r"يو\1\2")),
    (f"ا{_R}{_A}ا{_A}", _sound(r"ا\1\2\3", r"ي\1\2\3")),
    (f"ا{_A}ا{_A}ه", _sound(r"ا\1ا\2", r"ي\1ي\2")),
    (f"م{_A}ا{_A}اه", _sound(r"\1ا\2ي", r"ي\1ا\2ي")),
    (f"م{_A}ا{_A}{_A}ه", _sound(r"\1ا\2\3", r"ي\1ا\2\3")),
    (f"ت{_A}{_A}يه", _sound(r"\1\2ي", r"ي\1\2ي")),
    (f"ت{_A}{_A}ي{_A}", _sound(r"\1\2\3", r"ي\1\2\3")),
    (f"ت{_A}{_A}{_A}ه", _sound(r"\1\2\3", r"ي\1\2\3")),
    (f"ت{_A}ا{_A}{_A}", _sound(r"ت\1ا\2\3", r"يت\1ا\2\3")),
    (f"ت{_A}{_A}ي", _sound(r"ت\1\2ي", r"يت\1\2ي")),
    (f"ت{_A}{_A}{_A}", _sound(r"ت\1\2\3", r"يت\1\2\3")),
)
_COMPILED = tuple((re.compile(shape), make) for shape, make in _SHAPES)


def _doubled(verb: Verb) -> Verb:
    """A verb whose last two letters are one is written with one (انضمام → انضم)."""
    past, present = verb
    if len(past) > 3 and past[-1] == past[-2] and past[-1] not in "اوي":
        return past[:-1], present[:-1]
    return verb


@cache
def verb_of(noun: str) -> Verb | None:
    """The verb of a folded verbal noun without article, `None` for any other noun.

    >>> verb_of("ارسال"), verb_of("انضمام"), verb_of("قوات")
    (('ارسل', 'يرسل'), ('انضم', 'ينضم'), None)
    """
    if noun in _listed():
        return _listed()[noun]
    if noun in _things():
        return None
    for shape, make in _COMPILED:
        if match := shape.fullmatch(noun):
            return _doubled(make(match))
    return None
