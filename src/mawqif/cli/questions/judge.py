"""`mawqif judge`: a person's verdict on an event."""

from __future__ import annotations

import getpass

import click

from mawqif.cli.ledger.options import SETTINGS, form_option, ledger_option, opened, print_json, wants_json
from mawqif.model.event import Verdict


@click.command(context_settings=SETTINGS)
@click.argument("event")
@click.argument("verdict", type=click.Choice(["accept", "reject", "set"]))
@click.argument("changes", nargs=-1, metavar="[FIELD=VALUE]...")
@click.option(
    "--by", envvar="MAWQIF_USER", show_envvar=True, metavar="NAME", help="Who judges; else the system's user."
)
@click.option("--note", metavar="TEXT", help="Why.")
@click.option("--question", metavar="QUESTION", help="The event's question, where several have one that begins so.")
@ledger_option
@form_option
@click.pass_context
def command(
    ctx: click.Context,
    event: str,
    verdict: Verdict,
    changes: tuple[str, ...],
    by: str | None,
    note: str | None,
    question: str | None,
    ledger: str | None,
    form: str,
) -> None:
    """Accept, reject or correct EVENT (its key, or the start of it, as `mawqif timeline` shows it).

    A verdict outranks the program, stays when articles are read anew, and is never overwritten: the last one holds.
    `set` takes stance=…, firmness=…, conditions="…؛ …", date=…, speaker=…, role=…, channel=…, actor=….
    """
    given = dict(_pair(change) for change in changes)
    desk = opened(ctx, ledger, write=True)
    now = desk.judge(event, verdict, given, who=by or getpass.getuser(), note=note, question=question)
    if wants_json(form):
        print_json({"event": now})
        return
    from mawqif.cli.ledger.view import console
    from mawqif.cli.questions.view import timeline_view

    out = console()
    out.print("rejected" if now is None else timeline_view([now]))


def _pair(change: str) -> tuple[str, str]:
    field, sign, value = change.partition("=")
    if not sign:
        raise click.UsageError(f"{change!r} sets nothing; expected FIELD=VALUE, for example stance=conditional.")
    return field.strip(), value.strip()
