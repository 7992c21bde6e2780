"""From rows to one table of phrases: every way an entity is written, inflected and folded, and what it then means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from mawqif.text.fold import fold_word
from mawqif.world.entity import Entity, EntityType, Form, Gender
from mawqif.world.rows import SEPARATOR, Row, folded, listed, read_context, read_rows

_INDEFINITE: tuple[tuple[Gender, tuple[str, ...]], ...] = (
    ("m", ("", "ا")),
    ("f", ("ه",)),
    ("p", ("ون", "ين", "ان", "ات", "تان", "تين", "و", "ي")),
)
_DEFINITE: tuple[tuple[Gender, tuple[str, ...]], ...] = (
    ("m", ("",)),
    ("f", ("ه",)),
    ("p", ("ون", "ين", "ان", "ات", "تان", "تين")),
)
_ARTICLE = "ال"
_NOTHING: frozenset[str] = frozenset()


class Sense(msgspec.Struct, frozen=True):
    """What a phrase means; `guarded` phrases count only after a designating word (or, for names of bodies, in quotes)."""

    entity: Entity
    form: Form
    gender: Gender | None
    article: bool
    loose: bool
    guarded: bool
    after: frozenset[str]


Senses = tuple[Sense, ...]


class Table(msgspec.Struct, frozen=True):
    """All phrases. `heads` maps a first word to the second words that may follow, and those to the longest such phrase."""

    entities: Mapping[str, Entity]
    phrases: Mapping[str, Senses]
    heads: Mapping[str, Mapping[str, int]]
    designators: Mapping[EntityType, frozenset[str]]
    given_names: frozenset[str]


def load_table() -> Table:
    """Read and expand all the data; an id or a phrase that is claimed twice is an error of the data."""
    context = read_context()
    rows = list(read_rows())
    words = folded(row for _, _, row in rows)
    shared = {fold_word(phrase): listed(ids) for phrase, ids in context.ambiguous.items()}
    entities: dict[str, Entity] = {}
    phrases: dict[str, Senses] = {}
    for kind, id_, row in rows:
        if id_ in entities:
            raise ValueError(f"world/data: {id_} is written twice; join the rows or choose another id")
        entity = entities[id_] = Entity(id_, kind, row.names.split(SEPARATOR, 1)[0], row.parent, row.home)
        own = expand(entity, row, words)
        if not own.keys().isdisjoint(phrases.keys()):
            own |= {key: _joined(key, phrases[key] + own[key], shared) for key in own.keys() & phrases.keys()}
        phrases |= own
    phrases |= dict.fromkeys(_folded(context.nothing), ())
    designators = {kind: frozenset(_folded(named)) for kind, named in context.designators.items()}
    return Table(entities, phrases, _heads(phrases), designators, frozenset(_folded(context.given_names)))


def expand(entity: Entity, row: Row, words: Mapping[str, list[str]]) -> dict[str, Senses]:
    """Every folded phrase of a row with what it means; where one has two meanings, the later line here decides."""
    after = frozenset(words[row.after]) if row.after else _NOTHING
    made: dict[str, Senses] = {}

    def put(
        phrases: list[str], form: Form, gender: Gender | None = None, article: bool = False, guarded: bool = False
    ) -> None:
        made.update(dict.fromkeys(phrases, (Sense(entity, form, gender, article, False, guarded, after),)))

    if row.guarded:
        put(words[row.guarded], "place" if entity.type == "state" else "name", guarded=True)
    for stem in words[row.nisba]:
        for gender, article, forms in _inflections(stem):
            put(forms, "adjective", gender, article)
    if row.people:
        put(words[row.people], "people", "p")
        put([_ARTICLE + phrase for phrase in words[row.people]], "people", "p", article=True)
    if row.places:
        put(words[row.places], "place")
    if row.metonyms:
        put(words[row.metonyms], "metonym")
    if row.capital:
        put(words[row.capital], "capital")
    put(words[row.names], "name")
    if row.loose:
        _loosen(made, words[row.loose], words[row.nisba])
    return made


def _loosen(made: dict[str, Senses], loose: list[str], stems: list[str]) -> None:
    """Mark the phrases written as loose: a nisba in all its forms, a people with its article too."""
    for phrase in loose:
        forms = [phrase]
        if phrase not in made:
            raise ValueError(f"world/data: {phrase!r} is called loose, but stands in no other list of its row")
        if phrase in stems:
            forms = [form for _, _, bent in _inflections(phrase) for form in bent if made[form][0].form == "adjective"]
        elif made[phrase][0].form == "people":
            forms.append(_ARTICLE + phrase)
        made |= {form: (msgspec.structs.replace(made[form][0], loose=True),) for form in forms}


def _inflections(stem: str) -> Iterator[tuple[Gender, bool, list[str]]]:
    """The inflected forms of a nisba as (gender, article, forms); of two words every one that ends in ya inflects."""
    if " " not in stem:
        for gender, endings in _INDEFINITE:
            yield gender, False, [stem + ending for ending in endings]
        for gender, endings in _DEFINITE:
            yield gender, True, [_ARTICLE + stem + ending for ending in endings]
        return
    words = stem.split(" ")
    for gender, endings in _INDEFINITE:
        yield gender, False, [_bent(words, ending, " ") for ending in endings]
    for gender, endings in _DEFINITE:
        for joint in (" ", " " + _ARTICLE):
            yield gender, True, [_ARTICLE + _bent(words, ending, joint) for ending in endings]


def _bent(words: list[str], ending: str, joint: str) -> str:
    return joint.join([word + ending if word[-1] == "ي" else word for word in words])


def _folded(words: str) -> list[str]:
    return listed(fold_word(words))


def _joined(phrase: str, senses: Senses, shared: Mapping[str, list[str]]) -> Senses:
    """The senses of a phrase of several entities in the declared order, the default first."""
    order = shared.get(phrase)
    if order is None:
        ids = ", ".join(sense.entity.id for sense in senses)
        raise ValueError(f"world/data: {phrase!r} belongs to {ids}; declare it under [ambiguous] in context.toml")
    return tuple(sorted(senses, key=lambda sense: order.index(sense.entity.id)))


def _heads(phrases: Mapping[str, Senses]) -> dict[str, dict[str, int]]:
    heads: dict[str, dict[str, int]] = {}
    for phrase in phrases:
        if " " not in phrase:
            if phrase not in heads:
                heads[phrase] = {}
            continue
        head, second, *_ = phrase.split(" ", 2)
        seconds = heads.setdefault(head, {})
        seconds[second] = max(seconds.get(second, 0), phrase.count(" ") + 1)
    return heads
