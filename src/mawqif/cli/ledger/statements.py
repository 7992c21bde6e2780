"""`mawqif statements`: looking for statements."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final, get_args

import click

from mawqif.cli.ledger.options import SETTINGS, form_option, ledger_option, opened, print_json, wants_json
from mawqif.cli.options import Day
from mawqif.model import Act, Kind

if TYPE_CHECKING:
    from mawqif.ledger import Page

MOST: Final = 10_000


@click.command(context_settings=SETTINGS)
@click.argument("words", nargs=-1)
@click.option("--speaker", metavar="NAME", help="Words of the speaker's name or office.")
@click.option("--actor", metavar="CODE", help="For whom the speaker speaks: AZ, UN, HAMAS …")
@click.option("--since", type=Day(), help="Said (else published) on this day or later.")
@click.option("--until", type=Day(), help="Said (else published) on this day or earlier.")
@click.option("--act", type=click.Choice(get_args(Act)), help="What is done by speaking.")
@click.option("--kind", type=click.Choice(get_args(Kind)), help="What kind of speaker.")
@click.option("--outlet", metavar="NAME", help="The outlet, by its whole name.")
@click.option("--limit", "-n", type=click.IntRange(1, MOST), default=20, show_default=True, help="How many.")
@click.option("--offset", type=click.IntRange(min=0), default=0, help="How many to pass over first.")
@ledger_option
@form_option
@click.pass_context
def command(
    ctx: click.Context,
    words: tuple[str, ...],
    speaker: str | None,
    actor: str | None,
    since: datetime.date | None,
    until: datetime.date | None,
    act: str | None,
    kind: str | None,
    outlet: str | None,
    limit: int,
    offset: int,
    ledger: str | None,
    form: str,
) -> None:
    """Look for statements that hold all WORDS, the newest first.

    A word is found in any spelling and behind any clitic (قوات finds والقوات and للقوّات). Words in "…" inside the argument
    are looked for as they stand, next to each other; قوة* finds every word that begins so.
    """
    desk = opened(ctx, ledger)
    page = desk.statements(
        " ".join(words), speaker=speaker, actor=actor, since=since, until=until, act=act, kind=kind, outlet=outlet,
        limit=limit, offset=offset,
    )  # fmt: skip
    if wants_json(form):
        print_json({"statements": page.rows, "more": page.more})
    else:
        _show(page, offset + len(page.rows))


def _show(page: Page, seen: int) -> None:
    from mawqif.cli.ledger.view import console, found_table

    out = console()
    if not page.rows:
        out.print("no statements found", style="dim")
        return
    out.print(found_table(page.rows))
    if page.more:
        out.print(f"more follow: --offset {seen}", style="dim")
