"""`mawqif timeline`: every event of a question, one lane an actor."""

from __future__ import annotations

import click

from mawqif.cli.ledger.options import SETTINGS, form_option, ledger_option, opened, print_json, wants_json


@click.command(context_settings=SETTINGS)
@click.argument("question")
@click.option("--actor", metavar="CODE", help="Only this actor: AZ, UN, HAMAS …")
@ledger_option
@form_option
@click.pass_context
def command(ctx: click.Context, question: str, actor: str | None, ledger: str | None, form: str) -> None:
    """Show who took which position on QUESTION when, oldest first, with the words."""
    desk = opened(ctx, ledger)
    events = desk.timeline(question, actor)
    if wants_json(form):
        print_json({"question": question, "events": events})
        return
    from mawqif.cli.ledger.view import console
    from mawqif.cli.questions.view import heading, timeline_view

    out = console()
    out.print(heading(desk.question(question)))
    out.print(timeline_view(events))
