"""The lexicon as look-up tables over folded forms, built once from the TOML files beside it."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import Any, cast

import msgspec

from mawqif.lang.ar.lexis.conjugation import (
    Inflection,
    participle_forms,
    past_forms,
    present_forms,
    with_pronouns,
)
from mawqif.lang.ar.lexis.entries import Accordance, Cue, Head, Noun, Verb
from mawqif.lang.ar.lexis.table import row
from mawqif.model import Act, Kind
from mawqif.text.fold import fold_word

_SHORTEST_PLURAL = 5
_THIRD = ("ه", "ها", "هم", "هما", "هن")
"""Pronouns of the holder of a noun: one who speaks of himself (موقفنا) tells an attitude, reports none."""
_VERB_FILES = ("say", "ask", "affirm", "deny", "refuse", "commit", "demand", "warn", "condemn", "welcome", "expect")


def _load(name: str) -> dict[str, Any]:
    text = files("mawqif.lang.ar").joinpath("data", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def verbs() -> tuple[Verb, ...]:
    """All reporting verbs."""
    rows = [row for act in _VERB_FILES for row in _load(f"verbs_{act}")["verb"]]
    return tuple(msgspec.convert(rows, list[Verb]))


@cache
def nouns() -> tuple[Noun, ...]:
    """All nouns of communication."""
    return tuple(msgspec.convert(_load("nouns")["noun"], list[Noun]))


@cache
def accordances() -> tuple[Accordance, ...]:
    """All accordance formulas."""
    return tuple(msgspec.convert(_load("accordance")["accordance"], list[Accordance]))


class Formulas(msgspec.Struct, frozen=True):
    """Folded accordance formulas: of one word (وفقاً لـ), of several by their first (على حد قول), first words that relay."""

    single: frozenset[str]
    several: dict[str, tuple[tuple[str, ...], ...]]
    relaying: frozenset[str]


@cache
def formulas() -> Formulas:
    """The accordance formulas that no verb carries."""
    single, several, relaying = set(), defaultdict(list), set()
    for entry in accordances():
        for form in () if entry.verb else entry.forms:
            first, *rest = (fold_word(word) for word in form.split())
            if rest and rest[-1] not in ("ل", "الي"):
                several[first].append(tuple(rest))
            else:
                single.add(first)
            if entry.relay:
                relaying.add(first)
    return Formulas(frozenset(single), {first: tuple(rests) for first, rests in several.items()}, frozenset(relaying))


@cache
def cue_forms() -> dict[str, tuple[Cue, ...]]:
    """Folded form (without conjunction) → the cues it may be."""
    table: dict[str, list[Cue]] = defaultdict(list)
    for verb in verbs():
        _add_verb(verb, table)
    for noun in nouns():
        _add_noun(noun, table)
    return {form: tuple(cues) for form, cues in table.items()}


def _add_verb(verb: Verb, table: dict[str, list[Cue]]) -> None:
    finite = list(past_forms(verb.past))
    if verb.present:
        finite += present_forms(verb.present)
    taken = {form for form, inflection in finite if inflection.person == 3}
    for form, inflection in finite:
        if inflection.person == 1 and form in taken:
            continue
        if (
            inflection.number != "s"
            and ("record" in verb.takes or verb.naming)
            or inflection.number == "d"
            and len(form) <= 4
            and not verb.speaking
        ):
            continue
        _add(table, form, Cue(verb, inflection))
        for longer, pronominal in with_pronouns(form, inflection):
            _add(table, longer, Cue(verb, pronominal))
    if verb.participle:
        for form, inflection in participle_forms(verb.participle.split()[0]):
            _add(table, form, Cue(verb, inflection))


def _add_noun(noun: Noun, table: dict[str, list[Cue]]) -> None:
    for word in noun.forms:
        base = fold_word(word)
        bare = Inflection("noun", 3, "m", "s")
        for form in (base, "ال" + base, base + "ا"):
            _add(table, form, Cue(noun, bare))
        stem = base[:-1] + "ت" if base.endswith("ه") else base
        for pronoun in _THIRD:
            _add(table, stem + pronoun, Cue(noun, msgspec.structs.replace(bare, pronoun=True)))


def _add(table: dict[str, list[Cue]], form: str, cue: Cue) -> None:
    if isinstance(cue.entry, Verb) and _is_other_word(form, cue):
        return
    if not any(c.entry is cue.entry and c.inflection == cue.inflection for c in table[form]):
        table[form].append(cue)


def _is_other_word(form: str, cue: Cue) -> bool:
    """Whether the form is in fact another, common word (مدينة is a city, not a condemning woman; هناك is «there»)."""
    _, verb, name, _, noun = row(form)
    inflection = cue.inflection
    if name >= 3 and verb < 3:
        return True
    if inflection.tense == "participle":
        return noun >= 5 and not form.endswith("ا")
    strict = isinstance(cue.entry, Verb) and cue.entry.strict
    if isinstance(cue.entry, Verb) and form == fold_word(cue.entry.past) and verb + noun > 0:
        return False
    if isinstance(cue.entry, Verb) and form[0] == "ا" and cue.entry.past.startswith("أ"):
        return False
    return noun >= 4 and verb < 1 and not strict or inflection.pronoun and noun >= 3 and verb < noun


@cache
def function_words() -> dict[str, str]:
    """Folded closed-class word → the part it plays (see `function_words.toml`)."""
    table: dict[str, str] = {}
    for tag, words in _load("function_words")["words"].items():
        for word in words.split():
            table.setdefault(fold_word(word), tag)
    return table


@cache
def heads() -> dict[str, Head]:
    """Folded noun → the kind of phrase it heads."""
    table: dict[str, Head] = {}
    for section in _load("heads").values():
        kind = cast(Kind, section["kind"])
        for key in ("words", "plural"):
            for word in section.get(key, "").split():
                head = Head(kind, key == "plural")
                table.setdefault(fold_word(word), head)
                if word.endswith("ون") and len(word) > _SHORTEST_PLURAL:
                    for ending in ("ين", "و", "ي"):
                        table.setdefault(fold_word(word[:-2] + ending), head)
    return table


@cache
def channels() -> frozenset[str]:
    """Folded heads of a channel phrase."""
    return frozenset(fold_word(w) for w in _load("channels")["channel"]["words"].split())


@cache
def folded(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a lexicon entry as the text is folded."""
    return frozenset(fold_word(w) for w in words)


@cache
def attitudes() -> dict[str, Act]:
    """Folded noun of attitude or request → the act it makes of a light verb."""
    table: dict[str, Act] = {}
    for act, words in _load("attitudes")["acts"].items():
        for word in words.split():
            table.setdefault(fold_word(word), cast(Act, act))
    return table


@cache
def deeds() -> frozenset[str]:
    """Folded nouns of events that their shape does not tell."""
    return frozenset(fold_word(w) for w in _load("deeds")["deeds"]["plain"].split())


@cache
def deeds_not() -> frozenset[str]:
    """Folded nouns that look like verbal nouns and name a thing, a body or a country."""
    return frozenset(fold_word(w) for w in _load("deeds")["deeds"]["shaped_alike"].split())
