"""`mawqif speakers`: who speaks, in which offices, seen when."""

from __future__ import annotations

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
@click.option("--limit", "-n", type=click.IntRange(1, 10_000), default=50, show_default=True, help="How many.")
@click.option("--offset", type=click.IntRange(min=0), default=0, help="How many to pass over first.")
@ledger_option
@form_option
@click.pass_context
def command(
    ctx: click.Context,
    named: tuple[str, ...],
    actor: str | None,
    limit: int,
    offset: int,
    ledger: str | None,
    form: str,
) -> None:
    """List the speakers whose name holds NAME (all of them without it), with their offices and when they were seen in them."""
    rows, more = opened(ctx, ledger).speakers(" ".join(named), actor=actor, limit=limit, offset=offset)
    if wants_json(form):
        print_json({"speakers": rows, "more": more})
        return
    from mawqif.cli.ledger.view import console, speakers_table

    out = console()
    out.print(speakers_table(rows) if rows else "no speakers found")
    if more:
        out.print(f"more follow: --offset {offset + len(rows)}", style="dim")
