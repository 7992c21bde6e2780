"""Every form of a deed or a thing: the verb of a verbal noun, the numbers and possessives of a noun."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from mawqif.lang.ar.lexis.conjugation import PRONOUNS, Inflection, past_forms, present_forms, with_pronouns
from mawqif.lang.ar.lexis.masdar import Verb, verb_of

_REMEMBERED = 1 << 16
"""Word forms whose analysis is kept."""
_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = "بلك"
_ENDINGS = ("يات", "ات", "ين", "ون", "ان", "يه", "تي", "تا", "ه", "ي", "ا")
_POSSESSIVES = ("هما", "هم", "ها", "هن", "نا", "كم", "ه")
Shape = Literal["past", "present", "noun"]


class Form(NamedTuple):
    """How a form of a deed stands: its shape, the person of its verb (0 for nouns), and whether a pronoun hangs on it."""

    shape: Shape
    person: int = 0
    pronoun: bool = False
    number: str = "s"


@cache
def forms_of(noun: str) -> dict[str, Form]:
    """Every folded form, without proclitics, of a verbal noun (folded, no article) and of its verb."""
    verb = verb_of(noun)
    forms: dict[str, Form] = {}
    for form, how in _verb_forms(verb) if verb else ():
        forms.setdefault(form, how)
    stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
    seats = [stem[:-1] + seat for seat in "ءئؤ"] if stem.endswith("اء") else [stem]
    for pronoun in PRONOUNS:
        for seat in seats:
            forms.setdefault(seat + pronoun, Form("noun", pronoun=True))
    for ending in ("ات", "ان", "ين"):
        forms.setdefault(noun.removesuffix("ه") + ending, Form("noun", number="p"))
    if noun.endswith("ء") and stem not in seats[1:]:
        forms[noun[:-1] + "ئا"] = Form("noun")  # ملئا
    forms[noun] = forms[noun + "ا"] = Form("noun")
    return forms


def _verb_forms(verb: Verb) -> Iterator[tuple[str, Form]]:
    past, present = verb
    for form, inflection in _finite(past, present):
        yield form, _form(inflection)
        for attached, with_it in with_pronouns(form, inflection):
            yield attached, _form(with_it)


def _form(inflection: Inflection) -> Form:
    shape: Shape = "past" if inflection.tense == "past" else "present"
    return Form(shape, inflection.person, inflection.pronoun, inflection.number)


def _finite(past: str, present: str) -> Iterator[tuple[str, Inflection]]:
    yield from past_forms(past)
    yield from present_forms(present)
    short = _jussive(present)
    if short != present:
        yield from present_forms(short)
    if past[-1] == "ي":
        yield from past_forms(past[:-1] + "ا")


def _jussive(present: str) -> str:
    """The form after لم: hollow verbs lose their middle (لم يعد), defective ones their end (لم ينه)."""
    if present[-1] in "ايو" and len(present) > 3:
        return present[:-1]
    if len(present) > 3 and present[-2] in "اوي":
        return present[:-2] + present[-1]
    return present


@lru_cache(_REMEMBERED)
def stems(form: str) -> tuple[str, ...]:
    """The folded form and what is left of it without conjunction, future س, preposition and article; longest first."""
    found = [form]
    for start in (form, form[1:]) if form[0] in _CONJUNCTIONS and len(form) > 3 else (form,):
        if start != form:
            found.append(start)
        if start[0] == "س" and len(start) > 3 and start[1] in "يتنا":
            found.append(start[1:])
        if start[0] in _PREPOSITIONS and len(start) > 3:
            found.append(start[1:])
            if start[:2] == "لل":
                found += [start[2:], "ال" + start[2:]]
    found += [stem[2:] for stem in tuple(found) if stem.startswith("ال") and len(stem) > 4]
    return tuple(dict.fromkeys(found))


@lru_cache(_REMEMBERED)
def keys(form: str) -> frozenset[str]:
    """What a noun shares with its other numbers and possessives: جندي، جنود، لجنودها → جند.

    The letters of the stem without long vowels: a broken plural keeps its consonants, so that most singulars and plurals
    meet. Loose on purpose: a key counts beside other evidence only.
    """
    return frozenset(key for stem in stems(form) for key in _skeletons(stem))


@cache
def plain_key(noun: str) -> str:
    """The key of a folded noun given in plain form: without article, nothing else is taken off it."""
    return _skeleton(noun[2:] if noun.startswith("ال") and len(noun) > 4 else noun)


def _skeletons(stem: str) -> Iterator[str]:
    yield _skeleton(stem)
    for suffix in _POSSESSIVES:
        if stem.endswith(suffix) and len(stem) > len(suffix) + 2:
            yield _skeleton(stem[: -len(suffix)])


def _skeleton(stem: str) -> str:
    for ending in _ENDINGS:
        if stem.endswith(ending) and len(stem) > len(ending) + 1:
            stem = stem[: -len(ending)]
            break
    if len(stem) <= 2:
        return stem
    return stem[0] + "".join(letter for letter in stem[1:] if letter not in "اوي")
