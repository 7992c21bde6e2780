"""`mawqif add`: articles into the ledger."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from mawqif.cli.ledger.options import SETTINGS, form_option, ledger_option, opened, print_json, quiet_option, wants_json
from mawqif.cli.options import input_or_usage

if TYPE_CHECKING:
    from mawqif.desk.adding import AddReport


@click.command(context_settings=SETTINGS)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@ledger_option
@form_option
@quiet_option
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], ledger: str | None, form: str, quiet: bool) -> None:
    """Read articles and keep them, with who said what, in the ledger.

    PATH is a .txt or .jsonl file (also .jsonl.gz), a folder of them, or - for standard input. Adding an article again
    changes nothing; an edited one becomes a new version, and the old one is kept. Each article is stored whole or not at
    all: after an interruption the same command goes on where it ended.
    """
    from mawqif.cli.ledger.view import progress
    from mawqif.intake import articles

    found = articles(input_or_usage(paths, "files or folders"), sys.stdin.buffer)
    desk = opened(ctx, ledger, create=True, write=True)
    with progress("adding", shown=not quiet) as step:
        report = desk.add(found, progress=step)
    if wants_json(form):
        print_json(report)
    else:
        print(", ".join(_said(report)) + ".")
    ctx.exit(1 if report.failed else 0)


def _said(report: AddReport) -> Iterator[str]:
    yield f"{report.new:,} new article{'' if report.new == 1 else 's'}"
    if report.versions:
        yield f"{report.versions:,} edited"
    if report.readings:
        yield f"{report.readings:,} read anew"
    if report.same:
        yield f"{report.same:,} there already"
    if report.failed:
        yield f"{report.failed:,} could not be read"
    yield f"{report.statements:,} statements"
