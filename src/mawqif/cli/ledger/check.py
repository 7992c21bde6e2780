"""`mawqif check`: is everything in the ledger as it was put there?"""

from __future__ import annotations

import click

from mawqif.cli.ledger.options import SETTINGS, form_option, ledger_option, opened, print_json, wants_json


@click.command(context_settings=SETTINGS)
@ledger_option
@form_option
@click.pass_context
def command(ctx: click.Context, ledger: str | None, form: str) -> None:
    """Verify the ledger: every span against its text, every key against its content, every reference.

    Ends with 1 where anything is wrong, and says what.
    """
    desk = opened(ctx, ledger)
    counts, problems = desk.counts(), list(desk.check())
    if wants_json(form):
        print_json({"counts": counts, "problems": problems})
    else:
        from mawqif.cli.rtl import tame

        for problem in problems:
            print(tame(f"{problem.table} {problem.key}: {problem.what}"))
        held = f"{counts.articles:,} articles, {counts.versions:,} versions, {counts.readings:,} readings, {counts.statements:,} statements"
        print(f"{held}: {f'{len(problems):,} problems' if problems else 'all in order'}.")
        if counts.stale:
            print(f"{counts.stale:,} articles were read by another version: mawqif reread reads them anew.")
    ctx.exit(1 if problems else 0)
