"""Options that several commands share."""

from __future__ import annotations

import datetime
import sys
from typing import Any

import click


class Day(click.ParamType["datetime.date"]):
    """A day written `YYYY-MM-DD`."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """The day, or a usage error that says what was expected."""
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; expected YYYY-MM-DD, for example 2026-01-06.", param, ctx)


class Moment(click.ParamType[str]):
    """A day or a moment in ISO 8601, kept as it is written."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The same string, or a usage error that says what was expected."""
        try:
            datetime.datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date; expected ISO 8601, for example 2026-01-06T09:30+03:00.", param, ctx)
        return str(value)


def input_or_usage(given: tuple[str, ...], what: str) -> tuple[str, ...]:
    """What was given, or standard input where something is piped into it; a terminal that waits helps nobody."""
    if given or not sys.stdin.isatty():
        return given or ("-",)
    raise click.UsageError(f"Nothing to read: give {what}, or - for standard input.")
