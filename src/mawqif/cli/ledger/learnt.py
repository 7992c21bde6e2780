"""`mawqif learnt`: what articles taught of people, and taking it back."""

from __future__ import annotations

import getpass

import click

from mawqif.cli.ledger.options import (
    SETTINGS,
    actor_option,
    form_option,
    ledger_option,
    named_argument,
    opened,
    print_json,
    wants_json,
)


@click.command(context_settings=SETTINGS)
@named_argument
@actor_option
@click.option("--all", "revoked", is_flag=True, help="Also what was revoked.")
@click.option("--revoke", metavar="KEY", multiple=True, help="Withdraw what has this key, or one that begins so.")
@click.option("--restore", metavar="KEY", multiple=True, help="Let what was revoked hold again.")
@click.option(
    "--by", envvar="MAWQIF_USER", show_envvar=True, metavar="NAME", help="Who revokes; else the system's user."
)
@ledger_option
@form_option
@click.pass_context
def command(
    ctx: click.Context,
    named: tuple[str, ...],
    actor: str | None,
    revoked: bool,
    revoke: tuple[str, ...],
    restore: tuple[str, ...],
    by: str | None,
    ledger: str | None,
    form: str,
) -> None:
    """List what articles taught of people whose name holds NAME: who speaks for whom, as what, since when, on whose words.

    What is wrong is taken back with --revoke: later articles are read without it, and `mawqif reread` reads those
    concerned anew. It stays on record who revoked and restored what, and when.
    """
    desk = opened(ctx, ledger, write=bool(revoke or restore))
    who = by or getpass.getuser()
    changed = [desk.revoke(key, who=who) for key in revoke] + [desk.revoke(key, who=who, undo=True) for key in restore]
    rows = changed or desk.learnt(" ".join(named), actor=actor, revoked=revoked)
    if wants_json(form):
        print_json({"learnt": rows})
        return
    from mawqif.cli.ledger.view import console, learnt_table

    out = console()
    out.print(learnt_table(rows) if rows else "nothing was learnt of anybody here")
    if changed:
        out.print("read the articles concerned anew: mawqif reread", style="dim")
