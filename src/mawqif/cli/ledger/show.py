"""`mawqif show`: one statement or article with everything it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from mawqif.cli.ledger.options import SETTINGS, form_option, ledger_option, opened, print_json, wants_json

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from mawqif.desk.show import ArticleView, EventView, StatementView, View
    from mawqif.ledger import Stored


@click.command(context_settings=SETTINGS)
@click.argument("named", metavar="STATEMENT|ARTICLE|EVENT")
@ledger_option
@form_option
@click.pass_context
def command(ctx: click.Context, named: str, ledger: str | None, form: str) -> None:
    """Show a statement, an article or an event: the words, the rule that found it, the recipe that read it.

    A statement is named by its key (as `mawqif statements` shows it) or as ARTICLE#NUMBER, an article by its name, address
    or key, an event by its key or the start of it (as `mawqif timeline` shows it).
    """
    view = opened(ctx, ledger).show(named)
    if wants_json(form):
        print_json(as_json(view))
        return
    from mawqif.cli.ledger.view import console

    out = console()
    for part in shown(view, out):
        out.print(part)


def as_json(view: View) -> dict[str, Any]:
    """The form for programs: `statement` or `event` where one was asked for, else `article` and how it was read."""
    from mawqif.desk.show import EventView, StatementView

    if isinstance(view, EventView):
        return {
            "question": view.question, "event": view.event, "reports": view.reports, "judgements": view.judgements,
        }  # fmt: skip
    if isinstance(view, StatementView):
        head: dict[str, Any] = {
            "key": view.key,
            "number": view.number,
            "current": view.current,
            "statement": view.statement,
        }
        return {**head, **_article(view.stored)}
    rows = [
        {"key": key, "number": number, "statement": said}
        for number, (key, said) in enumerate(zip(view.keys, view.stored.reading.statements, strict=True), 1)
    ]
    return {
        **_article(view.stored), "text": view.stored.article.text, "versions": view.versions,
        "sentences": view.stored.reading.sentences, "statements": rows,
    }  # fmt: skip


def _article(stored: Stored) -> dict[str, Any]:
    article = stored.article
    return {
        "article": {
            "id": stored.name, "key": stored.article_key, "version": stored.version_key, "outlet": article.outlet,
            "url": article.url, "title": article.title, "published": article.published, "fetched": stored.fetched,
        },
        "reading": {"key": stored.reading_key, "recipe": stored.recipe, "recorded": stored.recorded},
    }  # fmt: skip


def shown(view: View, console: Console) -> Iterator[RenderableType]:
    """The parts of the answer for people."""
    from mawqif.desk.show import EventView, StatementView

    if isinstance(view, EventView):
        yield from _event(view)
    elif isinstance(view, StatementView):
        yield from _statement(view)
    else:
        from mawqif.cli.view import article_view

        yield article_view(view.stored.reading, console)
        yield from _provenance(view.stored)
        yield from _versions(view)


def _statement(view: StatementView) -> Iterator[RenderableType]:
    import msgspec
    from rich.text import Text

    from mawqif.cli.rtl import Rtl
    from mawqif.cli.view import statements_table

    reading, said = view.stored.reading, view.statement
    if reading.title:
        yield Rtl(reading.title, "bold")
    yield statements_table(msgspec.structs.replace(reading, statements=(said,)))
    yield Rtl(_surroundings(reading.text or "", [(span.start, span.end) for span in said.content]))
    yield Text(f"\nstatement  {view.key}   rule  {said.rule}", style="dim")
    if not view.current:
        yield Text("the reading that holds now does not have this statement", style="yellow")
    yield from _provenance(view.stored)


def _event(view: EventView) -> Iterator[RenderableType]:
    from rich.text import Text

    from mawqif.cli.questions.view import event_view
    from mawqif.cli.rtl import Rtl, tame

    yield Text(f"{view.question}   event {view.event.key}", style="dim")
    yield event_view(view.event)
    for report in view.reports:
        position, source = report.position, report.source
        yield Rtl(f"\n{source.outlet or source.article}: {position.evidence.text}")
        told = f"{position.stance}, {position.firmness}   {position.speaker.name or '—'}   said {position.said_from or '—'}"
        yield Text(
            f"article    {tame(source.article)}   {source.published or ''}   {tame(told)}   rule  {position.rule}",
            style="dim",
        )
    for verdict in view.judgements:
        note = f"   {tame(verdict.note)}" if verdict.note else ""
        yield Text(f"verdict    {verdict.verdict}   {tame(verdict.who)}   {verdict.judged_at}{note}", style="yellow")


def _surroundings(text: str, spans: list[tuple[int, int]], margin: int = 200) -> str:
    """The text around the content, from the sentence or the paragraph before it on."""
    start, end = min((span[0] for span in spans), default=0), max((span[1] for span in spans), default=0)
    first = max(text.rfind("\n", 0, start) + 1, start - margin)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + margin)
    return f"{'… ' if first and text[first - 1] != chr(10) else ''}{text[first:last]}{' …' if text[last : last + 1] not in ('', chr(10)) else ''}"


def _provenance(stored: Stored) -> Iterator[RenderableType]:
    from rich.text import Text

    from mawqif.cli.rtl import tame

    address = f"   {tame(stored.article.url)}" if stored.article.url else ""
    yield Text(f"article    {tame(stored.name)}   {stored.article_key[:12]}{address}", style="dim")
    yield Text(
        f"recipe     {stored.recipe}   fetched {stored.fetched[:16]}   recorded {stored.recorded[:16]}", style="dim"
    )


def _versions(view: ArticleView) -> Iterator[RenderableType]:
    from rich.text import Text

    if len(view.versions) > 1:
        for version in view.versions:
            mark = "holds now" if version.current else "earlier"
            yield Text(f"version    {version.key[:16]}   fetched {version.fetched[:16]}   {mark}", style="dim")
