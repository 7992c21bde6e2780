"""`mawqif explain`: how a sentence was read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from mawqif.export.jsonl import line
from mawqif.intake import articles
from mawqif.model import Article
from mawqif.model.errors import InputError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from mawqif.reading.explain import Trace


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("text")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="text for people, json for programs.",
)  # fmt: skip
def command(text: str, form: str) -> None:
    """Show how TEXT (or standard input, with -) is read.

    For each word that can report: the lexicon entry it woke, the rule that read it, what it took as source, cue and
    content, or where it stopped and why.
    """
    import mawqif

    traces = mawqif.explain(_text(text))
    if form == "json":
        sys.stdout.buffer.write(line({"traces": traces}))
        return
    from mawqif.cli.view import console_for

    console = console_for(sys.stdout)
    for part in _views(traces):
        console.print(part)


def _text(given: str) -> str:
    """The text itself; `-` is standard input, a single text or the `text` of its first article."""
    if given != "-":
        return given
    first = next(articles(["-"], sys.stdin.buffer))
    if isinstance(first, InputError):
        raise first
    assert isinstance(first, Article)
    return first.text


def _views(traces: tuple[Trace, ...]) -> Iterator[RenderableType]:
    from rich.text import Text

    words = [trace for trace in traces if trace.rule or trace.entry[:1].isalpha()]
    for trace in words:
        yield from _view(trace)
        yield Text("")
    if not words:  # what was looked for without any word that asks for it: colons, quotations
        reasons = "; ".join(dict.fromkeys(step for trace in traces for step in trace.steps)) or "no cue"
        yield Text(f"Nothing here reports: {reasons}.")


def _view(trace: Trace) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    from mawqif.cli.rtl import tame

    head = Text.assemble((f"\u2067{tame(trace.cue.text)}\u2069", "bold underline"), f"  woke {trace.entry}")
    yield head.append(f"   [{trace.cue.start}:{trace.cue.end}]", style="dim")
    if trace.rule is None:
        yield Text("  ✗ no rule read it", style="yellow")
        yield from (Padding(Text(f"· {tame(step)}"), (0, 0, 0, 4)) for step in trace.steps)
        return
    if trace.steps:
        yield Padding(Text(f"not {tame('; not '.join(trace.steps))}", style="dim"), (0, 0, 0, 2))
    yield Text.assemble("  ✓ ", (trace.rule, "bold green"), tame(f": {trace.meaning}" if trace.meaning else ""))
    if trace.statement is not None:
        yield Padding(_parts(trace), (0, 0, 0, 4))


def _parts(trace: Trace) -> RenderableType:
    from rich.table import Table

    from mawqif.cli.rtl import Rtl
    from mawqif.export.segments import spans_of

    said = trace.statement
    assert said is not None
    table = Table.grid(padding=(0, 2))
    for part, span in spans_of(said):
        table.add_row(part, f"[{span.start}:{span.end}]", Rtl(span.text), style="")
    speaker = said.speaker
    table.add_row("speaker", "", Rtl(" · ".join(filter(None, (speaker.name, speaker.kind, speaker.speaks_for)))))
    table.add_row("act", "", f"{said.act}, {said.mode}{', nested' if said.nested else ''}")
    return table
