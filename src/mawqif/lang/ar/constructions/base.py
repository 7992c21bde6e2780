"""What a construction is: a small declared object with its meaning, what wakes it, and the sentences that prove it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files

import msgspec

from mawqif.lang.ar.syntax.draft import Draft
from mawqif.lang.ar.syntax.site import Site

Read = Callable[[Site], "Draft | str"]
"""Reads a site: a draft, or the reason why it stops here."""


class Proofs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sentences that prove a construction; `proofs.toml` tells how they are marked."""

    yes: tuple[str, ...]
    no: tuple[str, ...]


class Construction(msgspec.Struct, frozen=True, kw_only=True):
    """One way in which Arabic news attributes words.

    `wakes` is the class of cue that wakes it (verb, participle, noun, accordance, colon, quotation). `rules` are the
    names that its statements carry, its own id where none are given. `read` is None where a reader of its own finds
    the places (accordance, colon). `asks` is what a verb must take for the construction to be tried at all.
    """

    id: str
    meaning: str
    wakes: str
    read: Read | None = None
    rules: tuple[str, ...] = ()
    asks: str = ""

    def __post_init__(self) -> None:
        """A construction that names no rules gives one, under its own name."""
        if not self.rules:
            msgspec.structs.force_setattr(self, "rules", (self.id,))

    @property
    def yes(self) -> tuple[str, ...]:
        """Sentences with a statement by this construction."""
        return proofs()[self.id].yes

    @property
    def no(self) -> tuple[str, ...]:
        """Sentences that look alike and have no statement by it."""
        return proofs()[self.id].no


@cache
def proofs() -> dict[str, Proofs]:
    """The proofs of all constructions; only tests and reference pages ask for them, so reading never loads the file."""
    text = files("mawqif.lang.ar.constructions").joinpath("proofs.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Proofs])
