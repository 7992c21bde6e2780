"""`mawqif differences`: what one outlet says and the others do not."""

from __future__ import annotations

import click

from mawqif.cli.ledger.options import SETTINGS, form_option, ledger_option, opened, print_json, wants_json


@click.command(context_settings=SETTINGS)
@click.argument("question")
@ledger_option
@form_option
@click.pass_context
def command(ctx: click.Context, question: str, ledger: str | None, form: str) -> None:
    """Show where an article tells an event of QUESTION otherwise than the others."""
    desk = opened(ctx, ledger)
    found = desk.differences(question)
    if wants_json(form):
        print_json({"question": question, "differences": found})
        return
    from mawqif.cli.ledger.view import console
    from mawqif.cli.questions.view import differences_view, heading

    out = console()
    out.print(heading(desk.question(question)))
    out.print(differences_view(found))
