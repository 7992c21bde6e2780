"""The reviewed data of the world, as written: TOML tables of rows, checked at the edge."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import msgspec

from mawqif.text.fold import fold_word
from mawqif.world.entity import EntityType, Learnt

SEPARATOR = "، "
_ARABIC = range(0x0600, 0x0700)
_DATA = Path(__file__).with_name("data")
_TYPES: Mapping[str, EntityType] = {
    "states": "state",
    "organisations": "organisation",
    "media": "media",
    "platforms": "platform",
}


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entity as written; every list is one string, separated by an Arabic comma and a space.

    The first of the names is the one shown to people. A row of names alone may be written as just that string.
    """

    names: str
    nisba: str = ""
    people: str = ""
    capital: str = ""
    metonyms: str = ""
    places: str = ""
    guarded: str = ""
    loose: str = ""
    after: str = ""
    parent: str | None = None
    home: str | None = None


class Context(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around names: what designates a name, what begins a personal name, phrases that only look like names."""

    designators: dict[EntityType, str]
    given_names: str
    nothing: str
    ambiguous: dict[str, str]


def listed(words: str) -> list[str]:
    """The entries of one list of a row."""
    return words.split(SEPARATOR) if words else []


def read_rows() -> Iterator[tuple[EntityType, str, Row]]:
    """Every row of every table as (type, id, row): states first, then organisations, media, platforms."""
    sources = sorted(_DATA.glob("*.toml"))
    for prefix, kind in _TYPES.items():
        for source in sources:
            if source.stem.split("-")[0] == prefix:
                yield from _rows(source, kind)


def read_holders() -> Iterator[Learnt]:
    """Every term of office of the holders' table, once for each spelling of the name; an odd term is an error of the data."""
    source = _DATA / "holders.toml"
    for names, terms in tomllib.loads(source.read_text(encoding="utf-8")).items():
        for term in listed(terms):
            actor, *days = term.split(" ")
            try:
                since, until = [*map(date.fromisoformat, days), None][:2]
            except ValueError as error:
                raise ValueError(f"{source}: {names}: {term!r} is no term; write ACTOR SINCE [UNTIL]") from error
            for name in listed(names):
                yield Learnt(name=name, actor=actor, since=since, until=until)


def read_context() -> Context:
    """The context table."""
    return msgspec.convert(tomllib.loads((_DATA / "context.toml").read_text(encoding="utf-8")), Context)


def folded(rows: Iterable[Row]) -> dict[str, list[str]]:
    """The folded entries of every list of the rows, by the list as written."""
    lists = [words for row in rows for words in msgspec.structs.astuple(row) if words]
    return {"": []} | dict(zip(lists, map(listed, _fold_all("\n".join(lists)).split("\n")), strict=True))


def _fold_all(text: str) -> str:
    """`fold_word` of a long Arabic text, letter by letter over the whole of it: ten times as fast."""
    for letter in map(chr, _ARABIC):
        form = fold_word(letter)
        if form != letter and letter in text:
            text = text.replace(letter, form)
    return text


def _rows(source: Path, kind: EntityType) -> Iterator[tuple[EntityType, str, Row]]:
    for id_, raw in tomllib.loads(source.read_text(encoding="utf-8")).items():
        try:
            yield kind, id_, Row(raw) if isinstance(raw, str) else msgspec.convert(raw, Row)
        except msgspec.ValidationError as error:
            raise ValueError(f"{source}: {id_}: {error}; see README.md there for the keys") from error
