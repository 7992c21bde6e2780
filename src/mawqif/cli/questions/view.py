"""Boards, timelines, changes and differences for people in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from mawqif.cli.rtl import Rtl
from mawqif.model import Question
from mawqif.model.event import BoardRow, Change, Difference, Event
from mawqif.model.position import Firmness, Stance

SIGN: Final[dict[Stance, str]] = {"for": "●", "against": "✕", "conditional": "◐", "undecided": "○"}
COLOUR: Final[dict[Stance, str]] = {"for": "green", "against": "red", "conditional": "yellow", "undecided": "cyan"}
_FIRM: Final[dict[Firmness, str]] = {"categorical": "bold", "plain": "", "tentative": "italic"}
_ARROW: Final = {"reversed": "⇄", "hardened": "▼", "softened": "▲", "conditions": "≠", "firmer": "+", "weaker": "−"}
_LANE: Final = 60
"""Columns of a lane."""


def stance_text(stance: Stance, firmness: Firmness) -> Text:
    """A stance by sign, colour and word; how firm it is by word too, where it is not plain."""
    text = Text(f"{SIGN[stance]} {stance}", style=COLOUR[stance])
    return text if firmness == "plain" else text.append(f"\n  {firmness}", style=_FIRM[firmness])


def heading(question: Question, as_of: date | None = None) -> RenderableType:
    """The question in words, and the day of the board."""
    title = question.title.ar or question.title.en or question.id
    return Group(Rtl(title, "bold"), Text(f"{question.id}{f' as of {as_of}' if as_of else ''}", style="dim"))


def board_view(rows: Sequence[BoardRow]) -> RenderableType:
    """The latest position of every actor, one row each."""
    if not rows:
        return Text("No actor has taken a position yet.", style="dim")
    table = _table(("actor", "stance", "stated"))
    table.add_column("speaker", justify="right", max_width=14)
    table.add_column("only if", justify="right", ratio=1)
    table.add_column("art.", justify="right", no_wrap=True)
    for row in rows:
        since = f"\nsince {row.since}" if row.since != row.stated_on else ""
        table.add_row(
            row.actor, stance_text(row.stance, row.firmness), Text(row.stated_on).append(since, style="dim"),
            Rtl(row.speaker or "—"), Rtl("؛ ".join(row.conditions)) if row.conditions else "", str(len(row.articles)),
        )  # fmt: skip
    return table


def timeline_view(events: Sequence[Event]) -> RenderableType:
    """One lane an actor on a common axis of days, and below it every event with its words."""
    if not events:
        return Text("No event yet.", style="dim")
    return Group(lanes_view(events), Text(""), _listed(sorted(events, key=lambda e: (e.actor, e.date))))


def lanes_view(events: Sequence[Event]) -> RenderableType:
    """One lane an actor on a common axis of days; needs at least one event."""
    by_actor = groupby(sorted(events, key=lambda e: (e.actor, e.date)), key=lambda e: e.actor)
    actors = {actor: list(own) for actor, own in by_actor}
    first, last = min(e.date for e in events), max(e.date for e in events)
    lanes = Table.grid(padding=(0, 1))
    lanes.add_column(no_wrap=True)
    lanes.add_column(no_wrap=True)
    for actor, own in actors.items():
        lanes.add_row(actor, _lane(own, first, last))
    lanes.add_row("", Text(f"{first}{last:>{_LANE - len(first)}}", style="dim"))
    return lanes


def _lane(events: Iterable[Event], first: str, last: str) -> Text:
    start, days = date.fromisoformat(first), _days(first, last)
    lane = Text("─" * _LANE, style="dim")
    for event in events:
        at = round((date.fromisoformat(event.date) - start).days / days * (_LANE - 1)) if days else 0
        lane = Text.assemble(lane[:at], (SIGN[event.stance], f"{COLOUR[event.stance]} not dim"), lane[at + 1 :])
    return lane


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def event_view(event: Event) -> RenderableType:
    """One event by itself: day, actor, stance, who said it and on which conditions."""
    head = Text.assemble(f"{event.date}  {event.actor}  ", stance_text(event.stance, event.firmness))
    who = f"{event.speaker or '—'}{f'، {event.role}' if event.role else ''}"
    return Group(head, Rtl(who), *(Rtl(f"• {condition}") for condition in event.conditions))


def _listed(events: Sequence[Event]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for _ in range(4):
        table.add_column(no_wrap=True)
    table.add_column(justify="right", ratio=1)
    for event in events:
        words = event.evidence[0].text if event.evidence else ""
        said = f"{event.speaker or '—'}: {words}"
        mark = " ✓" if event.judged else ""
        stance = Text(f"{SIGN[event.stance]} {event.stance}", style=f"{COLOUR[event.stance]} {_FIRM[event.firmness]}")
        table.add_row(event.date, event.actor, stance, Text(event.key + mark, style="dim"), Rtl(said))
    return table


def changes_view(changes: Sequence[Change]) -> RenderableType:
    """Every step of an actor, oldest first."""
    if not changes:
        return Text("Nobody has moved.", style="dim")
    table = _table(("date", "actor", "change", "from", "to"))
    table.add_column("said", justify="right", ratio=1)
    for change in changes:
        before, after = change.before, change.after
        table.add_row(
            after.date, change.actor, f"{_ARROW[change.kind]} {change.kind}",
            stance_text(before.stance, before.firmness), stance_text(after.stance, after.firmness),
            Rtl(f"{after.speaker or '—'}: {after.evidence[0].text if after.evidence else ''}"),
        )  # fmt: skip
    return table


def differences_view(differences: Sequence[Difference]) -> RenderableType:
    """What one article says and the others do not, by event."""
    if not differences:
        return Text("No article stands against the others.", style="dim")
    table = _table(("date", "actor", "article", "field"))
    table.add_column("it says", justify="right", ratio=1)
    table.add_column("the others", justify="right", ratio=1)
    for found in differences:
        table.add_row(
            found.date, found.actor, found.article, found.field, Rtl(found.article_says), Rtl(found.others_say)
        )  # fmt: skip
    return table


def _table(columns: Iterable[str]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="dim", expand=True)
    for title in columns:
        table.add_column(title, no_wrap=True)
    return table
