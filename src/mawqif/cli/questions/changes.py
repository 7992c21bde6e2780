"""`mawqif changes`: who moved, and how."""

from __future__ import annotations

import click

from mawqif.cli.ledger.options import SETTINGS, form_option, ledger_option, opened, print_json, wants_json


@click.command(context_settings=SETTINGS)
@click.argument("question")
@ledger_option
@form_option
@click.pass_context
def command(ctx: click.Context, question: str, ledger: str | None, form: str) -> None:
    """Show every step of an actor on QUESTION: reversed, hardened, softened, firmer, weaker, other conditions."""
    desk = opened(ctx, ledger)
    found = desk.changes(question)
    if wants_json(form):
        print_json({"question": question, "changes": found})
        return
    from mawqif.cli.ledger.view import console
    from mawqif.cli.questions.view import changes_view, heading

    out = console()
    out.print(heading(desk.question(question)))
    out.print(changes_view(found))
