"""The reviewed data of the world, as written: TOML tables of rows, checked at the edge."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files

import msgspec

from mawqif.world.entity import EntityType

SEPARATOR = "، "
_TYPES: Mapping[str, EntityType] = {
    "states": "state",
    "organisations": "organisation",
    "media": "media",
    "platforms": "platform",
}


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entity as written in the tables; every list is one string, separated by an Arabic comma and a space."""

    name: str
    names: str = ""
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
    folder = files("mawqif.world") / "data"
    sources = sorted((p for p in folder.iterdir() if p.name.endswith(".toml")), key=lambda p: p.name)
    for prefix, kind in _TYPES.items():
        for source in sources:
            if source.name.removesuffix(".toml").split("-")[0] == prefix:
                yield from _rows(source.name, kind, source.read_text(encoding="utf-8"))


def read_context() -> Context:
    """The context table."""
    text = (files("mawqif.world") / "data" / "context.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Context)


def _rows(source: str, kind: EntityType, text: str) -> Iterator[tuple[EntityType, str, Row]]:
    for id_, raw in tomllib.loads(text).items():
        try:
            yield kind, id_, msgspec.convert(raw, Row)
        except msgspec.ValidationError as error:
            raise ValueError(f"world/data/{source}: [{id_}]: {error}; see README.md there for the keys") from error
