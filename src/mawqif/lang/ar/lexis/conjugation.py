"""Paradigms of the reporting verbs: every folded surface form from the two forms a dictionary gives.

Finite forms of the third and first person in all genders and numbers, subjunctives where they are spelled otherwise, with and without an attached object pronoun; adverbial participles (مشيراً، مشيرةً، مشيرين).
The classes follow K. C. Ryding, *A Reference Grammar of Modern Standard Arabic* (2005), ch. 21-31, as far as unvocalised
spelling shows them: sound, hollow (قال), defective (دعا، نفى، رأى).
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from mawqif.text.fold import fold_word

PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "كم")


class Inflection(msgspec.Struct, frozen=True, gc=False):
    """What a form tells: tense, person 1-3, gender m/f, number s/d/p, attached object pronoun."""

    tense: str
    person: int
    gender: str
    number: str
    pronoun: bool = False


def _past_stems(past: str) -> tuple[str, str, str]:
    """Stems before ت (she), before وا (they) and before the consonantal endings (I, we, they f.)."""
    if past.endswith("ا") and len(past) >= 3:
        return past[:-1], past[:-1], past[:-1] + "و"
    if past.endswith("ي") and len(past) >= 3:
        return past[:-1], past[:-1], past
    if len(past) >= 3 and past[-2] == "ا":
        return past, past, past[:-2] + past[-1]
    return past, past, past


def past_forms(past: str) -> Iterator[tuple[str, Inflection]]:
    """All past forms of a verb given as third person masculine singular (any spelling)."""
    base = fold_word(past)
    fem, plural, short = _past_stems(base)
    if past.endswith("ِيَ"):
        fem, plural = base, base[:-1]
    if past.endswith("أ"):
        fem = plural = short = base
    for suffix, stem, person, gender, number in (
        ("", base, 3, "m", "s"),
        ("ت", fem, 3, "f", "s"),
        ("وا", plural, 3, "m", "p"),
        ("ا", short if base[-1] in "اي" else base, 3, "m", "d"),
        ("تا", fem, 3, "f", "d"),
        ("ن", short, 3, "f", "p"),
        ("ت", short, 1, "m", "s"),
        ("نا", short, 1, "m", "p"),
    ):
        if suffix != "ن" or len(stem) > 2:
            yield stem + suffix, Inflection("past", person, gender, number)


_PRESENT_PREFIXES = (("ي", 3, "m", "s"), ("ت", 3, "f", "s"), ("ا", 1, "m", "s"), ("ن", 1, "m", "p"))


def present_forms(present: str) -> Iterator[tuple[str, Inflection]]:
    """All present forms of a verb given as third person masculine singular.

    Jussives are left out: they stand after لم, where nothing is said.
    """
    base = fold_word(present)
    stem = base[1:]
    defective = stem[-1] in "ايو"
    plural = stem[:-1] if defective else stem
    for prefix, person, gender, number in _PRESENT_PREFIXES:
        yield prefix + stem, Inflection("present", person, gender, number)
    for suffix in ("ون", "وا"):
        yield "ي" + plural + suffix, Inflection("present", 3, "m", "p")
    dual = stem[:-1] + "ي" if defective else stem
    for suffix in ("ان", "ا"):
        yield "ي" + dual + suffix, Inflection("present", 3, "m", "d")
        yield "ت" + dual + suffix, Inflection("present", 3, "f", "d")
    short = stem[:-2] + stem[-1] if len(stem) > 2 and stem[-2] in "اوي" else stem
    yield "ي" + short + "ن", Inflection("present", 3, "f", "p")


def with_pronouns(form: str, inflection: Inflection) -> Iterator[tuple[str, Inflection]]:
    """The form with every attached object pronoun (اتهمته، يعتبرونها)."""
    stem = (
        form[:-1]
        if form.endswith("وا")
        else form[:-1] + "ا"
        if form.endswith("ي") and inflection.tense == "past"
        else form
    )
    for pronoun in PRONOUNS:
        yield stem + pronoun, msgspec.structs.replace(inflection, pronoun=True)


def participle_forms(accusative: str) -> Iterator[tuple[str, Inflection]]:
    """Adverbial forms of an active participle given as indefinite accusative (مشيراً، داعياً)."""
    folded = fold_word(accusative)
    base = folded.removesuffix("ا")
    short = base.removesuffix("ي")
    yield base + "ا", Inflection("participle", 3, "m", "s")
    yield base + "ه", Inflection("participle", 3, "f", "s")
    yield short + "ين", Inflection("participle", 3, "m", "p")
    yield base + "تين", Inflection("participle", 3, "f", "d")
    yield base + "ات", Inflection("participle", 3, "f", "p")
