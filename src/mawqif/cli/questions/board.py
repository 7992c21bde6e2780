"""`mawqif board`: where everybody stands."""

from __future__ import annotations

import datetime

import click

from mawqif.cli.ledger.options import SETTINGS, form_option, ledger_option, opened, print_json, wants_json
from mawqif.cli.options import Day


@click.command(context_settings=SETTINGS)
@click.argument("question")
@click.option("--as-of", type=Day(), help="The board as it stood at the end of this day.")
@ledger_option
@form_option
@click.pass_context
def command(ctx: click.Context, question: str, as_of: datetime.date | None, ledger: str | None, form: str) -> None:
    """Show the latest position of every actor on QUESTION."""
    desk = opened(ctx, ledger)
    rows = desk.board(question, as_of)
    if wants_json(form):
        print_json({"question": question, "as_of": as_of.isoformat() if as_of else None, "positions": rows})
        return
    from mawqif.cli.ledger.view import console
    from mawqif.cli.questions.view import board_view, heading

    out = console()
    out.print(heading(desk.question(question), as_of))
    out.print(board_view(rows))
