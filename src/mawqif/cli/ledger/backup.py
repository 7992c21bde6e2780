"""`mawqif backup`: a copy of the ledger."""

from __future__ import annotations

from pathlib import Path

import click

from mawqif.cli.ledger.options import SETTINGS, ledger_option, opened, quiet_option


@click.command(context_settings=SETTINGS)
@click.argument("file", type=click.Path(path_type=Path))
@ledger_option
@quiet_option
@click.pass_context
def command(ctx: click.Context, file: Path, ledger: str | None, quiet: bool) -> None:
    """Copy the ledger, as it is at this moment, into FILE, while other programs go on reading and writing.

    FILE is a ledger of its own (SQLite), also where this one is in PostgreSQL; to move one between servers use pg_dump.
    """
    opened(ctx, ledger).backup(file)
    if not quiet:
        print(f"{file}: {file.stat().st_size / 1e6:,.1f} MB")
