"""`mawqif demo`: the bundled coverage of one question, read, added up and shown."""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import click

from mawqif.cli.output import written_whole

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from mawqif.model import Reading, Statement

SAMPLE: Final = "a27"
"""The article shown whole: short, with unnamed sources, conditions, and a stretch that only its writer stands behind."""

_ACTORS = 12


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--html", metavar="FILE", type=click.Path(path_type=Path), help="Write all of it as one web page too.")
def command(html: Path | None) -> None:
    """Read sixty bundled articles on one question: who would send troops to Gaza?

    The facts are public; the articles were written for this project, and their outlets are invented.
    """
    from mawqif.cli.view import article_view, console_for

    begun = time.perf_counter()
    readings = read_coverage()
    seconds = time.perf_counter() - begun
    console = console_for(sys.stdout)
    for part in _summary(readings, seconds):
        console.print(part)
    console.rule("one of the articles", style="dim")
    console.print(article_view(next(r for r in readings if r.id == SAMPLE), console))
    for part in _positions():
        console.print(part)
    if html is not None:
        _write_page(html, readings, console)


def read_coverage() -> list[Reading]:
    """The bundled articles, read; each reading carries its text."""
    from mawqif.cli.many import read_all
    from mawqif.intake import articles

    with resources.as_file(resources.files("mawqif.demo").joinpath("gaza-force", "articles.jsonl")) as path:
        results = list(read_all(articles([path], sys.stdin.buffer)))
    readings = []
    for result in results:
        if isinstance(result, Exception):
            raise result
        readings.append(result)
    return readings


def _positions() -> Iterator[RenderableType]:
    """The board, the changes and the differences, as a ledger of these articles has them."""
    from rich.rule import Rule
    from rich.text import Text

    from mawqif import open as open_ledger
    from mawqif.cli.questions.view import board_view, changes_view, differences_view, lanes_view
    from mawqif.intake import articles
    from mawqif.intake.questions import load_questions

    with (
        TemporaryDirectory() as folder,
        resources.as_file(resources.files("mawqif.demo").joinpath("gaza-force")) as case,
        open_ledger(Path(folder) / "demo.db") as desk,
    ):
        desk.add(articles([case / "articles.jsonl"], sys.stdin.buffer))
        question = load_questions(case / "question.toml")[0]
        desk.ask(question)
        yield Rule("where everybody stands", style="dim")
        yield board_view(desk.board(question.id))
        yield lanes_view(desk.timeline(question.id))
        yield Rule("who moved", style="dim")
        yield changes_view(desk.changes(question.id))
        yield Rule("what one outlet says and the others do not", style="dim")
        yield differences_view(desk.differences(question.id))
    yield Text(
        "\nThe same with your own articles: mawqif add FILE, mawqif ask --example, mawqif board QUESTION", style="dim"
    )


def _summary(readings: Sequence[Reading], seconds: float) -> Iterator[RenderableType]:
    from rich.text import Text

    statements = [said for reading in readings for said in reading.statements]
    voices = Counter(sentence.voice for reading in readings for sentence in reading.sentences)
    total = sum(voices.values()) or 1
    words = sum(len((reading.text or "").split()) for reading in readings)
    yield Text("Who would send troops to Gaza?", style="bold")
    outlets, speakers = {r.outlet for r in readings}, {s.speaker.name for s in statements}
    yield Text(
        f"{len(readings)} articles of {len(outlets)} outlets, {words:,} words, read in {seconds:.1f} s: "
        f"{len(statements)} statements by {len(speakers)} speakers."
    )
    shares = ", ".join(f"{100 * count / total:.0f} % {voice}" for voice, count in voices.most_common())
    yield Text(f"Who stands behind the {total} sentences: {shares}.")
    unnamed = sum(said.speaker.kind == "anonymous" for said in statements)
    bound = sum(bool(said.conditions) for said in statements)
    yield Text(f"{unnamed} statements come from unnamed sources; {bound} carry conditions.\n")
    yield _actors(statements)


def _actors(statements: Sequence[Statement]) -> RenderableType:
    """The actors that speak most, with their most quoted speakers and what they do by speaking."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from mawqif.cli.rtl import Rtl

    by_actor: dict[str, list[Statement]] = defaultdict(list)
    for said in statements:
        if said.speaker.speaks_for:
            by_actor[said.speaker.speaks_for].append(said)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="dim")
    for title, justify in (("actor", "left"), ("said", "right"), ("last", "left"), ("mostly", "left")):
        table.add_column(title, justify=justify, no_wrap=title != "mostly")  # type: ignore[arg-type]
    table.add_column("most quoted", justify="right")
    ranked = sorted(by_actor.items(), key=lambda item: -len(item[1]))
    for actor, theirs in ranked[:_ACTORS]:
        last = max((s.said_on for s in theirs if s.said_on), default="")
        acts = ", ".join(f"{act} {n}" for act, n in Counter(s.act for s in theirs).most_common(3))
        names = Counter(s.speaker.name for s in theirs if s.speaker.name).most_common(2)
        table.add_row(actor, str(len(theirs)), last, acts, Rtl("، ".join(name for name, _ in names)))
    if others := ranked[_ACTORS:]:
        table.caption = "and " + ", ".join(f"{actor} {len(theirs)}" for actor, theirs in others)
    return table


def _write_page(file: Path, readings: Sequence[Reading], console: Console) -> None:
    from mawqif.export.html import page

    with written_whole(file) as stream:
        stream.write(page(readings).encode())
    console.print(f"All {len(readings)} articles as one page: {file}")
