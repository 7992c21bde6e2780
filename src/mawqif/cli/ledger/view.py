"""Statements, actors and speakers as they stand in a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from mawqif.cli.rtl import Rtl, tame
from mawqif.cli.view import console_for
from mawqif.model.errors import MawqifError, visible

if TYPE_CHECKING:
    from mawqif.ledger import ActorRow, Found, LearntFact, SpeakerRow

_LONGEST = 240
"""Letters of a statement's words in a list; `mawqif show` has all of them."""


def console() -> Console:
    """A console on standard output."""
    return console_for(sys.stdout)


def table(*columns: tuple[str, dict[str, Any]]) -> Table:
    """An empty table with these columns from left to right."""
    made = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="dim")
    for title, settings in columns:
        made.add_column(title, **settings)
    return made


def found_table(rows: Iterable[Found]) -> RenderableType:
    """Statements of a search, columns from right to left: speaker, act, content, when and where; the last line is a name for `mawqif show`."""
    made = table(
        ("said, in", {"justify": "right", "ratio": 3, "min_width": 12}),
        ("content", {"justify": "right", "ratio": 6}),
        ("act", {"justify": "right"}),
        ("speaker", {"justify": "right", "ratio": 3}),
    )
    made.expand = True
    for row in rows:
        content = row.content if len(row.content) <= _LONGEST else row.content[:_LONGEST] + " …"
        made.add_row(_where(row), Rtl(content), row.act, _who(row), end_section=True)
    return made


def _where(row: Found) -> RenderableType:
    day = row.said_on or (f"({row.published_on})" if row.published_on else "")
    lines: list[RenderableType] = [Text(day, justify="right")] if day else []
    lines += [Rtl(row.outlet)] if row.outlet else []
    lines.append(Text(tame(f"{row.article}#{row.number + 1}"), style="dim", justify="right"))
    return Group(*lines)


def _who(row: Found) -> RenderableType:
    for_whom = " → ".join(filter(None, (row.kind, row.speaks_for))) or "unknown"
    lines: list[RenderableType] = [Rtl(row.speaker, "bold")] if row.speaker else []
    if row.role and row.role != row.speaker:
        lines.append(Rtl(row.role))
    return Group(*lines, Text(for_whom, style="dim", justify="right"))


def actors_table(rows: Sequence[ActorRow]) -> RenderableType:
    """Actors with their counts and days."""
    made = table(
        ("actor", {"style": "bold"}), ("statements", {"justify": "right"}), ("speakers", {"justify": "right"}),
        ("first", {}), ("last", {}),
    )  # fmt: skip
    for row in rows:
        made.add_row(row.actor, f"{row.statements:,}", f"{row.speakers:,}", row.first or "", row.last or "")
    return made


def speakers_table(rows: Sequence[SpeakerRow]) -> RenderableType:
    """Speakers, each with the offices they were seen in, one below the other."""
    made = table(
        ("seen", {"no_wrap": True}), ("for", {}), ("said", {"justify": "right"}),
        ("office", {"justify": "right", "ratio": 4}), ("speaker", {"justify": "right", "ratio": 3}),
    )  # fmt: skip
    made.expand = True
    for row in rows:
        for number, office in enumerate(row.offices):
            name: RenderableType = Rtl(row.name, "bold") if number == 0 else ""
            role: RenderableType = Rtl(office.role) if office.role and office.role != row.name else ""
            made.add_row(
                _days(office.first, office.last), office.speaks_for or row.kind or "", f"{office.statements:,}", role, name,
                end_section=number == len(row.offices) - 1,
            )  # fmt: skip
    return made


def learnt_table(rows: Sequence[LearntFact]) -> RenderableType:
    """What was learnt of people; the first column has the start of its key, and who revoked it."""
    made = table(
        ("key", {"no_wrap": True}), ("since", {"no_wrap": True}), ("for", {}), ("office", {"justify": "right", "ratio": 4}),
        ("person", {"justify": "right", "ratio": 3}), ("on the words of", {"no_wrap": True, "style": "dim"}),
    )  # fmt: skip
    made.expand = True
    for row in rows:
        gone = [Text(tame(f"revoked by {row.revoked_by}"), "red"), Text((row.revoked_at or "")[:10])] * row.revoked
        fact = row.fact
        made.add_row(
            Group(Text(row.key[:12]), *gone), _days(fact.since, fact.until or fact.since), fact.actor,
            Rtl(fact.role) if fact.role else "", Rtl(fact.name, "bold"), "\n".join(fact.evidence),
        )  # fmt: skip
    return made


def _days(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return ""
    return first if first == last else f"{first} … {last}"


def told(error: MawqifError) -> None:
    """Name on standard error what could not be read."""
    print(f"mawqif: {visible(str(error))}", file=sys.stderr)


@contextmanager
def progress(what: str, *, shown: bool) -> Iterator[Callable[[object], None]]:
    """Counts articles on standard error while it is a terminal and `shown`; what it gives is called for each."""
    if not shown or not sys.stderr.isatty():
        yield _tell_errors
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed:,.0f} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task(what, total=None)

        def step(result: object) -> None:
            _tell_errors(result)
            bar.advance(task)

        yield step


def _tell_errors(result: object) -> None:
    if isinstance(result, MawqifError):
        told(result)
