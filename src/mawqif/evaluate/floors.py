"""Pinned floors: figures that a change may raise but not lower, overall and for every source of the gold.

A floors file is TOML: `[gold]` says on which gold the floors were pinned, `[overall]` and `[source.NAME]` hold
figures from 0.0 to 1.0 under the keys of `Scores.measures()`. One statement gained here and lost there moves a figure
by less than the noise that is allowed; a floor stays where it is all the same, so that losses cannot add up.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from mawqif.evaluate.scores import Scores
from mawqif.model.errors import InputError

OVERALL = "overall"
NOISE_OVERALL, NOISE_OF_A_SOURCE = 0.003, 0.01
# A source has floors where it has statements enough, and for the measures that do not depend on what was paired.
STATEMENTS_OF_A_SOURCE = 30
MEASURES_OF_A_SOURCE = (
    "sentence",
    "cue",
    "content_overlap",
    "content_exact",
    "statement_content_speaker",
    "voice_macro_f1",
)
DIGITS = 4
_TINY = 1e-9
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_HEADER = """\
# Accuracy may rise, not fall. Raise these figures with `mawqif evaluate GOLD --floors FILE --update-floors`;
# lowering one needs `--allow-regression` as well, and a reason in the commit.
"""


class PinnedOn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The gold that floors were pinned on: its number of articles and the SHA-256 of its bytes."""

    articles: int
    digest: str


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Floors by key of measure, over the whole gold and by source."""

    gold: PinnedOn | None = None
    overall: dict[str, float] = msgspec.field(default_factory=dict)
    source: dict[str, dict[str, float]] = msgspec.field(default_factory=dict)

    def tables(self) -> dict[str, dict[str, float]]:
        """Every table of figures by its name: `overall`, then the sources."""
        return {OVERALL: self.overall, **self.source}


class Shortfall(msgspec.Struct, frozen=True):
    """A measure below its floor; `reached` is `None` where it was not measured at all."""

    table: str
    measure: str
    floor: float
    reached: float | None

    def __str__(self) -> str:
        reached = "not measured" if self.reached is None else f"{self.reached:.{DIGITS}f}"
        return f"{self.table}: {self.measure} is {reached}, its floor is {self.floor:.{DIGITS}f}"


def fingerprint(gold: Path, articles: int) -> PinnedOn:
    """Which gold this is."""
    return PinnedOn(articles, f"sha256:{hashlib.sha256(gold.read_bytes()).hexdigest()}")


def reached_floors(scores: Scores, gold: PinnedOn) -> Floors:
    """The figures of a run in the form of floors, rounded down to four digits so that the run itself passes."""
    return Floors(
        gold=gold,
        overall=_rounded(scores.measures()),
        source={name: _rounded(_of_source(each)) for name, each in scores.sources.items() if _is_large(each)},
    )


def _is_large(scores: Scores) -> bool:
    return scores.spans["content (overlap)"].gold >= STATEMENTS_OF_A_SOURCE


def _of_source(scores: Scores) -> dict[str, float]:
    return {key: value for key, value in scores.measures().items() if key in MEASURES_OF_A_SOURCE}


def shortfalls(floors: Floors, reached: Floors) -> list[Shortfall]:
    """Every measure that lies below its floor by more than the noise, in the order of the floors file."""
    now = reached.tables()
    return [
        Shortfall(name, measure, floor, value)
        for name, table in floors.tables().items()
        for measure, floor in table.items()
        for value in [now.get(name, {}).get(measure)]
        if value is None or value < floor - _noise(name) - _TINY
    ]


def _noise(table: str) -> float:
    return NOISE_OVERALL if table == OVERALL else NOISE_OF_A_SOURCE


def raised(floors: Floors, reached: Floors) -> Floors:
    """The floors after a run without shortfalls: what was reached, or the old floor where that lies higher."""
    old = floors.tables()
    tables = {name: _higher(old.get(name, {}), table) for name, table in reached.tables().items()}
    return Floors(gold=reached.gold, overall=tables.pop(OVERALL), source=tables)


def _higher(old: Mapping[str, float], new: Mapping[str, float]) -> dict[str, float]:
    return {measure: max(value, old.get(measure, 0.0)) for measure, value in new.items()}


def load_floors(path: Path) -> Floors:
    """Read a floors file; one that does not exist pins nothing. Raises `InputError`."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Floors)
    except FileNotFoundError:
        return Floors()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(
            f"not a floors file: {error}", where=str(path), expected="the tables [gold], [overall] and [source.NAME]"
        ) from error


def write_floors(path: Path, floors: Floors) -> None:
    """Write a floors file, the same bytes for the same floors."""
    path.write_text(dump_floors(floors), encoding="utf-8")


def dump_floors(floors: Floors) -> str:
    """The text of a floors file."""
    parts = [_HEADER]
    if floors.gold:
        parts.append(f'[gold]\narticles = {floors.gold.articles}\ndigest = "{floors.gold.digest}"\n')
    parts.append(_table(OVERALL, floors.overall))
    parts.extend(_table(f"source.{_quoted(name)}", table) for name, table in sorted(floors.source.items()))
    return "\n".join(parts)


def _table(name: str, figures: Mapping[str, float]) -> str:
    return f"[{name}]\n" + "".join(f"{measure} = {value:.{DIGITS}f}\n" for measure, value in figures.items())


def _quoted(name: str) -> str:
    return name if _BARE.fullmatch(name) else json.dumps(name)


def _rounded(figures: Mapping[str, float]) -> dict[str, float]:
    scale = 10**DIGITS
    return {measure: math.floor(value * scale + _TINY) / scale for measure, value in figures.items()}
