"""`mawqif evaluate`: score readings against the gold, errors first, and hold them to their floors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from mawqif.evaluate import KINDS, Gold, Scores, load_gold, load_readings, score
from mawqif.evaluate.floors import (
    OVERALL,
    Floors,
    fingerprint,
    load_floors,
    raised,
    reached_floors,
    shortfalls,
    write_floors,
)
from mawqif.evaluate.report import error_lines, group_lines, measure_lines, source_lines
from mawqif.model import Reading
from mawqif.model.errors import CallError, InputError

PATH = click.Path(path_type=Path)


class Options(msgspec.Struct, frozen=True):
    """What the caller asked for; the names are those of the options."""

    errors: int
    by: tuple[str, ...]
    format: str
    floors: Path | None
    update_floors: bool
    allow_regression: bool
    kind: tuple[str, ...]
    only: tuple[str, ...]


@click.command("evaluate", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("gold", type=PATH)
@click.argument("readings", type=PATH, required=False)
@click.option("--errors", type=click.IntRange(min=0), default=5, metavar="N", help="Show N errors of each kind (5).")
@click.option(
    "--kind", type=click.Choice(KINDS), multiple=True, help="Show errors of this kind alone; may be repeated."
)
@click.option("--by", type=click.Choice(["source", "act", "rule"]), multiple=True, help="Break the scores down.")
@click.option("--only", multiple=True, metavar="PREFIX", help="Only articles whose id begins so; may be repeated.")
@click.option("--format", type=click.Choice(["text", "json"]), default="text", help="For people, or for scripts.")
@click.option("--floors", type=PATH, metavar="FILE", help="Fail when a measure is below its floor in this file.")
@click.option("--update-floors", is_flag=True, help="Write what was reached to the floors file; never lowers one …")
@click.option("--allow-regression", is_flag=True, help="… unless this is given too.")
def command(gold: Path, readings: Path | None, **options: Any) -> None:
    """Score READINGS, as `mawqif read --format jsonl` prints them, against the GOLD file.

    Without READINGS the articles of GOLD are read now. Errors come first, then the measures. Ends with 1 when a
    measure is below its floor.
    """
    _evaluate(gold, readings, Options(**options))


def _evaluate(path: Path, readings: Path | None, options: Options) -> None:
    _demand_sense(options)
    gold = _selected(load_gold(path), options.only)
    found = load_readings(readings) if readings else _read(gold)
    _name_strays(gold, found, options)
    scores = score(gold, found)
    click.echo(_json(scores, options) if options.format == "json" else "\n".join(_text(scores, options)))
    if options.floors:
        reached = reached_floors(scores, fingerprint(path, len(gold)))
        _hold(options.floors, reached, options)


def _demand_sense(options: Options) -> None:
    if options.only and options.floors:
        raise CallError("floors hold for the whole gold", where="--floors", next="leave out --only")
    if options.update_floors and not options.floors:
        raise CallError("no floors file is named", where="--update-floors", next="add --floors FILE")
    if options.allow_regression and not options.update_floors:
        raise CallError("nothing is updated", where="--allow-regression", next="add --update-floors")


def _selected(gold: tuple[Gold, ...], prefixes: tuple[str, ...]) -> tuple[Gold, ...]:
    selected = tuple(each for each in gold if not prefixes or each.id.startswith(prefixes))
    if not selected:
        known = ", ".join(sorted({each.source for each in gold})) or "none: the file is empty"
        raise InputError("no article of the gold is left to score", where="GOLD", expected=f"sources: {known}")
    return selected


def _name_strays(gold: tuple[Gold, ...], found: dict[str, Reading], options: Options) -> None:
    """Say which readings are of no article of the gold: nothing is dropped silently."""
    strays = sorted(found.keys() - {each.id for each in gold})
    if strays and not options.only:
        click.echo(f"not scored, since the gold has no such article: {', '.join(strays)}", err=True)


def _read(gold: Iterable[Gold]) -> dict[str, Reading]:
    """Read the gold's articles with the engine of today."""
    from mawqif import read

    return {each.id: read(each.article.text, **_header(each)) for each in gold}


def _header(gold: Gold) -> dict[str, str | None]:
    article = gold.article
    return {"id": gold.id, "title": article.title, "outlet": article.outlet, "published": article.published}


def _text(scores: Scores, options: Options) -> Iterator[str]:
    if options.errors:
        yield from error_lines(scores, options.errors, options.kind)
        yield ""
    for by in options.by:
        yield from _breakdown(scores, by)
        yield ""
    yield from measure_lines(scores)


def _breakdown(scores: Scores, by: str) -> Iterator[str]:
    if by == "source":
        return source_lines(scores)
    return group_lines(scores.acts if by == "act" else scores.rules, by)


def _json(scores: Scores, options: Options) -> str:
    shown = [error for error in scores.errors if not options.kind or error.kind in options.kind]
    breakdowns: dict[str, Any] = {
        "source": {name: each.to_json() for name, each in scores.sources.items()},
        "act": msgspec.to_builtins(scores.acts),
        "rule": msgspec.to_builtins(scores.rules),
    }
    whole = {
        "errors": msgspec.to_builtins(shown) if options.errors else [],
        "error counts": scores.error_counts(),
        **scores.to_json(),
        "by": {name: breakdowns[name] for name in options.by},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _hold(path: Path, reached: Floors, options: Options) -> None:
    """Compare with the floors, and move them up where that was asked for."""
    floors = load_floors(path)
    below = shortfalls(floors, reached)
    for shortfall in below:
        click.echo(f"below its floor: {shortfall}", err=True)
    if options.update_floors and options.allow_regression:
        _pin(path, reached)
    elif options.update_floors and below:
        raise InputError("floors are not lowered", where=str(path), next="add --allow-regression and say why")
    elif options.update_floors:
        _pin(path, raised(floors, reached))
    elif below:
        raise InputError(f"{len(below)} measures are below their floors", where=str(path))
    else:
        _demand_pinned(path, floors, reached)


def _pin(path: Path, floors: Floors) -> None:
    write_floors(path, floors)
    click.echo(f"{path}: {sum(map(len, floors.tables().values()))} floors are pinned", err=True)


def _demand_pinned(path: Path, floors: Floors, reached: Floors) -> None:
    if not floors.overall:
        raise InputError("pins nothing yet", where=str(path), next="run again with --update-floors")
    if floors.gold and floors.gold != reached.gold:
        raise InputError("pinned on another gold", where=str(path), next="run again with --update-floors")
    click.echo(f"{path}: all {sum(map(len, floors.tables().values()))} floors hold ({OVERALL} and by source)", err=True)
