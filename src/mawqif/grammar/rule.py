"""A declared phrase rule and a place where it holds."""

from __future__ import annotations

import msgspec


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One phrase: what it means in a sentence, its patterns (see `mawqif.grammar.pattern`), and its proofs.

    Every sentence of `yes` must be found by this rule in the whole reader, no sentence of `no` may be. Users of the
    engine add fields of their own in subclasses.
    """

    id: str
    means: str
    patterns: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


class Match(msgspec.Struct, frozen=True, order=True):
    """The rule `rule` holds for the tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    rule: str
