"""The predicates of `stances.toml`: which words of a text say yes, no or not yet to what they govern."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

import msgspec

from mawqif.grammar import Rule, Ruleset
from mawqif.lang.ar.lexis.conjugation import past_forms, present_forms, with_pronouns
from mawqif.lang.ar.lexis.inflect import stems
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.voice.forms import CLASSES
from mawqif.text.fold import fold_word

Side = Literal["for", "against", "undecided"]
_POSSESSIVES = ("", "ه", "ها", "هم", "هما", "نا", "ي", "كم")
_NO_LONGER = frozenset(("يعد", "تعد", "نعد"))
"""Verbs that after لم say "no longer", and are not of وعد."""
_ABSOLUTE = frozenset(("حال", "شكل", "صوره"))
"""What من after it belongs to (بأي حال من الأحوال)."""
_NUMBERS = ("", "ا", "ه", "ون", "ين", "ات", "ان")


class Predicate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of `stances.toml`; its fields are explained there."""

    id: str
    means: str
    stance: Side | None = None
    negated: Side | None = None
    hedged: bool = False
    careful: bool = False
    firm: bool = False
    ties: bool = False
    ahead: bool = False
    only: Literal["", "over no"] = ""
    verbs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    yes: tuple[tuple[str, str], ...] = ()
    no: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A predicate found at tokens `first` to `last` (exclusive); `person` of its verb, 0 for nouns, adjectives, idioms."""

    first: int
    last: int
    predicate: Predicate
    verb: bool
    idiom: bool = False
    object: bool = False
    """Whether a pronoun that is its object hangs on a verb of the present (ترفضه، سندرسها)."""


class _Known(NamedTuple):
    """What a form means: its predicate, whether it is a verb, the words one of which must follow it, those that must not."""

    predicate: Predicate
    verb: bool
    object: bool = False
    after: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("mawqif.lang.ar").joinpath("data", "stances.toml").read_text("utf-8"))


@cache
def predicates() -> tuple[Predicate, ...]:
    """All entries, in the order of the table."""
    return tuple(msgspec.convert(_data()["predicate"], list[Predicate]))


@cache
def listed(name: str) -> frozenset[str]:
    """The folded words of a list under `[words]`."""
    return frozenset(fold_word(word) for word in _data()["words"][name].split())


@cache
def _forms() -> dict[str, tuple[_Known, ...]]:
    """What each form may be; readings that ask for a following word come first."""
    forms: dict[str, list[_Known]] = {}
    for predicate in predicates():
        for verb in predicate.verbs:
            past, present, *after = map(fold_word, verb.split())
            for form, hangs in dict(_verbal(past, present)).items():
                forms.setdefault(form, []).append(_Known(predicate, True, hangs, *_follow(after)))
        for word in predicate.words:
            noun, *after = map(fold_word, word.split())
            for form in _nominal(noun):
                forms.setdefault(form, []).append(_Known(predicate, False, False, *_follow(after)))
    return {form: tuple(sorted(known, key=lambda each: not each.after)) for form, known in forms.items()}


def _follow(words: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words that must follow, and those that must not, marked by `!`."""
    return (
        frozenset(word for word in words if word[0] != "!"),
        frozenset(word[1:] for word in words if word[0] == "!"),
    )


def _nominal(word: str) -> Iterator[str]:
    base = word.removesuffix("ه")
    for ending in _NUMBERS:
        yield base + ending
    yield word
    stem = base + "ت" if word.endswith("ه") else word
    for pronoun in _POSSESSIVES[1:]:
        yield stem + pronoun


def _verbal(past: str, present: str) -> Iterator[tuple[str, bool]]:
    """Every form of a verb, and whether a pronoun hangs on it in the present."""
    short = _short(present)
    for form, inflection in (
        *past_forms(past),
        *present_forms(present),
        *(present_forms(short) if len(short) > 3 else ()),
    ):
        for attached, with_it in with_pronouns(form, inflection):
            yield attached, with_it.tense != "past" and attached.endswith(("ه", "ها"))
        yield form, False


def _short(present: str) -> str:
    if present[-1] in "ايو":
        return present[:-1]
    return present[:-2] + present[-1] if present[-2] in "اوي" else present


class _Idiom(Rule, frozen=True, kw_only=True):
    """The patterns of one predicate."""


@cache
def _idioms() -> Ruleset[_Idiom]:
    rules = [_Idiom(id=p.id, means=p.means, patterns=p.patterns, yes=()) for p in predicates() if p.patterns]
    return Ruleset(rules, fold=fold_word, classes=CLASSES, proclitics=("و", "ف"), rarity=lambda word: row(word)[0])


def hits(doc: Document, first: int, last: int) -> list[Hit]:
    """The predicates in a range of tokens, in order; an idiom hides what lies inside it."""
    by_id = {p.id: p for p in predicates()}
    found = [Hit(m.first, m.last, by_id[m.rule], False, True) for m in _idioms().find(doc.forms, first, last)]
    idioms = [a for a in found if not any(b.first <= a.first and a.last < b.last for b in found)]
    taken = {k for hit in idioms for k in range(hit.first, hit.last)}
    single = [hit for k in range(first, last) if k not in taken and (hit := _at(doc, k))]
    return sorted((*idioms, *single), key=lambda hit: hit.first)


def _at(doc: Document, k: int) -> Hit | None:
    if doc.words[k].tag in ("preposition", "that") or k in doc.mentions:
        return None
    if doc.forms[k] in _NO_LONGER and doc.forms[k - 1 : k] == ["لم"]:
        return None
    known = [form for stem in stems(doc.forms[k]) for form in _forms().get(stem, ())]
    if known:
        near, following = _following(doc, k, k + 4), _following(doc, k, k + 11)
        for predicate, verb, hangs, after, never in known:
            if (not after or after & following) and not never & near:
                return Hit(k, k + 1, predicate, verb, object=hangs)
    return None


def _following(doc: Document, k: int, end: int) -> set[str]:
    """The words and written-on prepositions after a token: the next three, and on to the next preposition."""
    found: set[str] = set()
    for j in range(k + 1, min(len(doc.words), end)):
        word = doc.words[j]
        found.update(name for name in (word.form, word.bare, word.preposition) if name)
        if (
            j >= k + 3
            and doc.words[j - 1].bare not in _ABSOLUTE
            and (word.preposition or word.tag == "preposition" or word.form in ".؛:")
        ):
            break
    return found
