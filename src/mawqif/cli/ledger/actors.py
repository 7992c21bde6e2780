"""`mawqif actors`: who is spoken for in the ledger."""

from __future__ import annotations

import click

from mawqif.cli.ledger.options import SETTINGS, form_option, ledger_option, opened, print_json, wants_json


@click.command(context_settings=SETTINGS)
@ledger_option
@form_option
@click.pass_context
def command(ctx: click.Context, ledger: str | None, form: str) -> None:
    """List the states and organisations that somebody speaks for, those with most statements first."""
    rows = opened(ctx, ledger).actors()
    if wants_json(form):
        print_json({"actors": rows})
        return
    from mawqif.cli.ledger.view import actors_table, console

    console().print(actors_table(rows) if rows else "nobody speaks for anybody here yet")
