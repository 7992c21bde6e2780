"""`mawqif reread`: new readings, and what they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mawqif.cli.ledger.options import SETTINGS, form_option, ledger_option, opened, print_json, quiet_option, wants_json

if TYPE_CHECKING:
    from mawqif.desk.rereading import EventChange, Reread, RereadReport
    from mawqif.model import Statement

_SHOWN = 20


@click.command(context_settings=SETTINGS)
@ledger_option
@form_option
@quiet_option
@click.pass_context
def command(ctx: click.Context, ledger: str | None, form: str, quiet: bool) -> None:
    """Read anew what another version of Mawqif read, or what was read before the ledger learnt of its speakers.

    The old readings are kept beside the new ones. Tells which statements, and which events of the questions that
    are followed, are found now, found no more, or found otherwise.
    """
    from mawqif.cli.ledger.view import progress

    desk = opened(ctx, ledger, write=True)
    with progress("reading anew", shown=not quiet) as step:
        report = desk.reread(step)
    if wants_json(form):
        print_json(report)
    else:
        _show(report)
    ctx.exit(1 if report.failed else 0)


def _show(report: RereadReport) -> None:
    from mawqif.cli.ledger.view import console

    out = console()
    for article in report.articles[:_SHOWN]:
        out.print(article.article, style="bold", markup=False)
        for line in _lines(article):
            out.print(line)
    if len(report.articles) > _SHOWN:
        out.print(f"and {len(report.articles) - _SHOWN:,} more articles; --format json tells all", style="dim")
    for event in report.events[:_SHOWN]:
        out.print(_event(event))
    failed = f", {report.failed:,} could not be read and keep their readings" if report.failed else ""
    out.print(f"{report.read:,} articles read anew, {len(report.articles):,} of them otherwise{failed}.")
    if report.events:
        out.print(f"{len(report.events):,} events of the questions that are followed changed.")


def _lines(article: Reread) -> list[object]:
    from mawqif.cli.rtl import Rtl

    signs: list[tuple[str, Statement, str]] = [("+", said, "") for said in article.appeared]
    signs += [("-", said, "") for said in article.vanished]
    signs += [("~", each.after, f"  ({', '.join(each.fields)})") for each in article.changed]
    return [
        Rtl(f"{sign} {said.speaker.name or '؟'}: {said.content[0].text if said.content else ''}{more}")
        for sign, said, more in signs
    ]


def _event(change: EventChange) -> object:
    from mawqif.cli.rtl import Rtl

    event = change.after or change.before
    assert event is not None
    sign = "~" if change.fields else "+" if change.before is None else "-"
    more = f"  ({', '.join(change.fields)})" if change.fields else ""
    return Rtl(f"{sign} {change.question} {event.date} {event.actor} {event.stance}: {event.speaker or '—'}{more}")
