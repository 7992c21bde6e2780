"""`mawqif times`: time expressions and the days they mean."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator

import click

from mawqif.cli.options import Day
from mawqif.export.jsonl import line
from mawqif.intake.decode import text_of, utf8
from mawqif.intake.sources import STDIN
from mawqif.model import TimeExpression
from mawqif.model.errors import InputError, visible


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("text")
@click.option("--reference", type=Day(), help="The day the text was written: what 'yesterday' counts from.")
@click.option(
    "--format", "form", type=click.Choice(["auto", "json", "text"]), default="auto", show_default=True,
    help="auto: text in a terminal, else one JSON object a line.",
)  # fmt: skip
@click.pass_context
def command(ctx: click.Context, text: str, reference: datetime.date | None, form: str) -> None:
    """Find the time expressions of TEXT and the days they mean.

    With - instead of TEXT, each line of standard input is a text, and each gets its own answer in order. Days are
    inclusive. Without --reference, expressions that count from the day of writing mean no day.
    """
    from mawqif import times

    as_json = form == "json" or (form == "auto" and not sys.stdout.isatty())
    failed = False
    out = sys.stdout.buffer
    for given in _lines() if text == "-" else [text]:
        if isinstance(given, InputError):
            failed = True
            print(f"mawqif: {given}", file=sys.stderr)
        found = () if isinstance(given, InputError) else times(given, reference)
        out.write(line({"times": found}) if as_json else "".join(_written(found)).encode("utf-8", "replace"))
    ctx.exit(1 if failed else 0)


def _lines() -> Iterator[str | InputError]:
    """The lines of standard input; one that is not UTF-8 as its error, so that answers keep in step with lines."""
    offset = 0
    for number, row in enumerate(utf8(sys.stdin.buffer, STDIN), 1):
        try:
            yield text_of(row, f"{STDIN}, line {number}", offset=offset).removesuffix("\n").removesuffix("\r")
        except InputError as error:
            yield error
        offset += len(row)


def _written(found: Iterable[TimeExpression]) -> Iterator[str]:
    for time in found:
        days = time.first or "no day known"
        if time.last != time.first:
            days += f" … {time.last}"
        yield f"{'~' if time.approximate else ' '} {days:<25} \u2067{visible(time.text)}\u2069\n"
