"""What a question asks for, from its phrases: deeds with what stands for them, things, entities."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from mawqif.lang.ar.lexis.inflect import Form, forms_of, plain_key, stems
from mawqif.lang.ar.lexis.masdar import verb_of
from mawqif.lang.ar.lexis.word import analyse
from mawqif.text.fold import fold_word
from mawqif.text.tokens import Tokens
from mawqif.world import World


class _Kin(NamedTuple):
    """One list of `kin.toml`, folded."""

    words: frozenset[str]
    loose: frozenset[str]
    opposite: frozenset[str]
    beside: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


@cache
def _kin(kind: str) -> tuple[_Kin, ...]:
    data = tomllib.loads(files("mawqif.lang.ar").joinpath("data", "kin.toml").read_text("utf-8"))
    return tuple(
        _Kin(*(frozenset(map(fold_word, entry.get(key, "").split())) for key in _Kin._fields)) for entry in data[kind]
    )


class Goal(NamedTuple):
    """One phrase of the target: its deed and the things beside it, as keys or ids of entities."""

    deeds: frozenset[str]
    loose: frozenset[str]
    opposite: frozenset[str]
    things: tuple[frozenset[str], ...]
    entities: frozenset[str]
    first: str
    agent: frozenset[str] = frozenset()
    qualities: tuple[frozenset[str], ...] = ()
    """What describes the things, where a thing is named without its deed."""
    deed: str = ""
    """Its own deed, without its kin."""
    led: bool = False
    """Whether a preposition leads from the deed to its things (المشاركة في، الانضمام إلى, not تسليم)."""


class Group(NamedTuple):
    """One group of `about`: the keys of its words and the ids of the entities it names."""

    keys: frozenset[str]
    entities: frozenset[str]


def group_of(words: Sequence[str], world: World) -> Group:
    """What a group of words that an article has to name is found by."""
    found: set[str] = set()
    named: set[str] = set()
    for phrase in words:
        forms = Tokens(phrase).forms
        mentions = [m for m in world.find(forms) if m.form != "place"]
        named.update(m.entity.id for m in mentions)
        if not mentions:
            found.update(key for form in forms for key in own_keys(form))
    return Group(frozenset(found), frozenset(named))


def own_keys(form: str) -> frozenset[str]:
    """The keys of a word given in plain form and of what news uses for it."""
    key = plain_key(form)
    kin = (word for list_ in _kin("thing") if key in map(plain_key, list_.words) for word in list_.words)
    kinds = (word for list_ in _kin("kind") if key in map(plain_key, list_.words) for word in list_.kinds)
    return frozenset((key, *map(plain_key, (*kin, *kinds))))


def goal_of(phrase: str, world: World) -> Goal | None:
    """A phrase of the target compiled; None where it names nothing."""
    forms = Tokens(phrase).forms
    mentions = [m for m in world.find(forms) if not m.loose]  # a dam or quarter of a state does nothing (ملء سد النهضة)
    inside = {k for m in mentions for k in range(m.first, m.last)}
    named = frozenset(m.entity.id for m in mentions)
    first = next((m.entity.id for m in mentions if m.first == 1), "")
    content = [k for k in range(len(forms)) if k not in inside and forms[k].isalpha() and not analyse(forms[k]).tag]
    if not content:
        return Goal(frozenset(), frozenset(), frozenset(), (), named, first) if named else None
    first_form = forms[content[0]]
    deeds, loose, opposite, *_ = _deeds(forms[content[0]], forms[content[0] + 1 :])
    own = next((s for s in (first_form, first_form.removeprefix("ال")) if s in deeds), "")
    named_things = content[1:] if deeds else content
    nouns = [k for k in named_things if not _describes(forms, k)] or named_things
    bodies = {k for m in mentions if m.entity.type != "state" for k in range(m.first, m.last)}
    things = tuple(own_keys(_plain(forms[k])) for k in (*nouns, *(k for k in sorted(bodies) if len(forms[k]) > 2)))
    agent = frozenset(
        own for m in mentions if m.first == 1 for k in range(m.first, m.last) for own in own_keys(forms[k])
    )
    qualities = tuple(own_keys(_plain(forms[k])) for k in named_things if k not in nouns)
    after = analyse(forms[content[0] + 1]) if content[0] + 1 < len(forms) else None
    led = after is not None and (after.tag == "preposition" or bool(after.preposition))
    return Goal(deeds, loose, opposite, things, named, first, agent, qualities, own, led)


def _describes(forms: Sequence[str], k: int) -> bool:
    """Whether a word of a target is an adjective of the one before it (القوة الدولية): too many things are that."""
    return k > 0 and analyse(forms[k]).adjective >= 3 and analyse(forms[k]).definite == analyse(forms[k - 1]).definite


def _plain(form: str) -> str:
    word = analyse(form)
    return word.core or form


def _deeds(form: str, rest: Sequence[str]) -> _Kin:
    """The verbal nouns that the first word of a target stands for beside the rest; none where it names a thing."""
    noun = next((s for s in (form, form.removeprefix("ال")) if verb_of(s)), None)
    if noun is None:
        return _Kin(frozenset(), frozenset(), frozenset())
    names = {stem for each in rest for stem in stems(each)}
    kin = [each for each in _kin("deed") if noun in each.words and (not each.beside or each.beside & names)]
    words = frozenset({noun}).union(*(list_.words for list_ in kin))
    loose = frozenset().union(*(list_.loose for list_ in kin))
    opposite = frozenset().union(*(list_.opposite for list_ in kin))
    return _Kin(words, loose - words, opposite - words - loose)


def forms_of_all(nouns: Iterable[str]) -> dict[str, Form]:
    """Every form of some verbal nouns and how each stands."""
    forms: dict[str, Form] = {}
    for noun in sorted(nouns):
        for form, how in forms_of(noun).items():
            forms.setdefault(form, how)
    return forms


class Deeds(NamedTuple):
    """The forms of one goal's deeds, and what stands beside them."""

    forms: dict[str, Form]
    loose: dict[str, Form]
    opposite: dict[str, Form]
    things: frozenset[str]
    entities: frozenset[str]
    marks: frozenset[str]
    """Keys by which a headline names what the deed is of: its things, else its agent."""
    led: bool


def union(groups: Iterable[frozenset[str]]) -> frozenset[str]:
    """All keys of several sets."""
    return frozenset().union(*groups)
