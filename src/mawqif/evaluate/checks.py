"""What is judged of a pair of statements, as a table: one entry is one measure and one kind of error."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from mawqif.evaluate.compare import Pair
from mawqif.evaluate.likeness import HALF, marks, overlap, same_speaker, trimmed
from mawqif.model import Span, Statement

PARTS: dict[str, Callable[[Statement], Span | None]] = {
    "channel": lambda s: s.channel,
    "audience": lambda s: s.audience,
    "via": lambda s: s.via,
}


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One judgement of a pair.

    `measure` is its name in the scores; `error` the kind of error listed where it fails (`None`: a stricter check
    lists it); `shows` the value to print; `applies` says for which gold statements it is judged at all.
    """

    measure: str
    error: str | None
    right: Callable[[Pair], bool]
    shows: Callable[[Statement], str | None]
    applies: Callable[[Statement], bool] = lambda _: True


def content_exact(pair: Pair) -> bool:
    """Whether both contents have the same edges, quotes, spaces and final punctuation apart."""
    return trimmed(pair.text, pair.gold.content) == trimmed(pair.text, pair.said.content)


def right_speaker(pair: Pair) -> bool:
    """Whether both name the same speaker."""
    return same_speaker(pair.gold.speaker.name, pair.said.speaker.name)


def words_of(spans: tuple[Span, ...]) -> str | None:
    """The words of several spans for people to read, `None` where there are none."""
    return " … ".join(span.text for span in spans) or None


def _source_overlaps(pair: Pair) -> bool:
    return overlap(marks([pair.gold.source]), marks([pair.said.source])) >= HALF


def _source_exact(pair: Pair) -> bool:
    return trimmed(pair.text, [pair.gold.source]) == trimmed(pair.text, [pair.said.source])


def _source(statement: Statement) -> str | None:
    return statement.source.text if statement.source else None


def _same(name: str, value: Callable[[Statement], str | None], *, known: bool = False) -> Check:
    """A value that must be equal; `known`: judged only where the gold has one."""
    return Check(
        measure=name,
        error=name,
        right=lambda pair: value(pair.gold) == value(pair.said),
        shows=value,
        applies=(lambda gold: bool(value(gold))) if known else lambda _: True,
    )


CHECKS: tuple[Check, ...] = (
    Check(measure="speaker", error="speaker", right=right_speaker, shows=lambda s: s.speaker.name),
    Check(
        measure="source span (overlap)",
        error=None,
        right=_source_overlaps,
        shows=_source,
        applies=lambda gold: gold.source is not None,
    ),
    Check(
        measure="source span (exact)",
        error="source",
        right=_source_exact,
        shows=_source,
        applies=lambda gold: gold.source is not None,
    ),
    _same("mode", lambda s: s.mode),
    _same("act", lambda s: s.act),
    _same("kind", lambda s: s.speaker.kind),
    _same("speaks_for", lambda s: s.speaker.speaks_for, known=True),
    _same("said_on", lambda s: s.said_on, known=True),
)
