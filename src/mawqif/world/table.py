"""From rows to one table of phrases: every way an entity is written, inflected and folded, and what it then means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

import msgspec

from mawqif.text.fold import fold_word
from mawqif.world.entity import Entity, EntityType, Form, Gender
from mawqif.world.rows import SEPARATOR, Context, Row, listed, read_context, read_rows

_SUFFIXES: tuple[tuple[str, Gender, bool], ...] = (
    ("", "m", True),
    ("ه", "f", True),
    ("ون", "p", True),
    ("ين", "p", True),
    ("ان", "p", True),
    ("ات", "p", True),
    ("تان", "p", True),
    ("تين", "p", True),
    ("ا", "m", False),
    ("و", "p", False),
    ("ي", "p", False),
)


class Sense(msgspec.Struct, frozen=True):
    """What a phrase means; `guarded` phrases count only after a designating word (or, for names of bodies, in quotes)."""

    entity: Entity
    form: Form
    gender: Gender | None
    loose: bool
    guarded: bool
    article: bool
    after: frozenset[str]


Senses = tuple[Sense, ...]


class Table(msgspec.Struct, frozen=True):
    """All phrases. `heads` maps a first word to the number of words of the longest phrase it begins."""

    entities: Mapping[str, Entity]
    phrases: Mapping[str, Senses]
    heads: Mapping[str, int]
    designators: Mapping[EntityType, frozenset[str]]
    given_names: frozenset[str]


def load_table() -> Table:
    """Read and expand all the data; a phrase that two entities claim undeclared is an error of the data."""
    context = read_context()
    entities: dict[str, Entity] = {}
    phrases: dict[str, Senses] = {}
    shared = {fold_word(phrase): listed(ids) for phrase, ids in context.ambiguous.items()}
    for kind, id_, row in read_rows():
        if id_ in entities:
            raise ValueError(f"world/data: [{id_}] is written twice; join the rows or choose another id")
        entity = entities[id_] = Entity(id_, kind, row.name, row.parent, row.home)
        for phrase, senses in expand(entity, row):
            known = phrases.setdefault(phrase, senses)
            if known is not senses and known[-1].entity is not entity:
                phrases[phrase] = _join(phrase, known + senses, shared)
    phrases.update(dict.fromkeys(_folded(context.nothing), ()))
    return Table(entities, phrases, _heads(phrases), _designators(context), frozenset(_folded(context.given_names)))


def expand(entity: Entity, row: Row) -> Iterator[tuple[str, Senses]]:
    """Every folded phrase of a row with what it means."""
    loose, after = frozenset(_folded(row.loose)), frozenset(_folded(row.after))

    def senses(form: Form, gender: Gender | None = None, guarded: bool = False, article: bool = False) -> list[Senses]:
        made = [Sense(entity, form, gender, doubt, guarded, article, after) for doubt in (False, True)]
        return [(sense,) for sense in made]

    plain: list[tuple[Form, str]] = [("name", row.name), ("name", row.names), ("capital", row.capital)]
    for form, words in [*plain, ("metonym", row.metonyms), ("place", row.places)]:
        if words:
            sure = senses(form)
            for phrase in _folded(words):
                yield phrase, sure[phrase in loose]
    yield from _peoples(row, loose, senses("people", "p"), senses("people", "p", article=True))
    for stem in _folded(row.nisba):
        for (gender, article), words_ in _inflections(stem).items():
            sense = senses("adjective", gender, article=article)[stem in loose]
            yield from ((word, sense) for word in words_)
    if row.guarded:
        guarded = senses("place" if entity.type == "state" else "name", guarded=True)[False]
        yield from ((phrase, guarded) for phrase in _folded(row.guarded))


def _peoples(
    row: Row, loose: frozenset[str], bare: list[Senses], definite: list[Senses]
) -> Iterator[tuple[str, Senses]]:
    for phrase in _folded(row.people):
        yield phrase, bare[phrase in loose]
        yield "ال" + phrase, definite[phrase in loose]


def _inflections(stem: str) -> dict[tuple[Gender, bool], list[str]]:
    """The inflected forms of a nisba by (gender, with article); of two words every one that ends in ya inflects."""
    made: dict[tuple[Gender, bool], list[str]] = {}
    words = stem.split(" ")
    for suffix, gender, definite in _SUFFIXES:
        bent = [word + suffix if word[-1] == "ي" else word for word in words]
        made.setdefault((gender, False), []).append(" ".join(bent))
        if definite:
            made.setdefault((gender, True), []).append("ال" + " ال".join(bent))
            if len(bent) > 1:
                made[gender, True].append("ال" + " ".join(bent))
    return made


def _folded(words: str) -> list[str]:
    return fold_word(words).split(SEPARATOR) if words else []


def _join(phrase: str, senses: Senses, shared: Mapping[str, list[str]]) -> Senses:
    """The senses of a phrase of several entities in the declared order, the default first."""
    order = shared.get(phrase)
    if order is None:
        ids = ", ".join(sense.entity.id for sense in senses)
        raise ValueError(f"world/data: {phrase!r} belongs to {ids}; declare it under [ambiguous] in context.toml")
    return tuple(sorted(senses, key=lambda sense: order.index(sense.entity.id)))


def _heads(phrases: Mapping[str, Senses]) -> dict[str, int]:
    heads: dict[str, int] = {}
    for phrase in phrases:
        words = phrase.count(" ") + 1
        head = phrase if words == 1 else phrase[: phrase.index(" ")]
        if words > heads.get(head, 0):
            heads[head] = words
    return heads


def _designators(context: Context) -> dict[EntityType, frozenset[str]]:
    return {kind: frozenset(_folded(words)) for kind, words in context.designators.items()}


def phrases_of(entity: Entity, row: Row) -> set[str]:
    """Every folded phrase under which an entity is known; for documentation and tests."""
    return set(chain.from_iterable((phrase,) for phrase, _ in expand(entity, row)))
