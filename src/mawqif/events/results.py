"""All that follows from the reports of one question."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from mawqif.events.board import board, changes
from mawqif.events.differ import differences
from mawqif.events.group import gather
from mawqif.events.judged import judged
from mawqif.events.settle import settle
from mawqif.model import Question
from mawqif.model.event import BoardRow, Change, Difference, Event, Judgement, Report


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """Events, oldest first, and differences of one question; the board and the changes follow from the events."""

    events: tuple[Event, ...]
    differences: tuple[Difference, ...]

    def board(self, as_of: date | None = None) -> list[BoardRow]:
        """The latest position of every actor on a day, by default the last."""
        return board(self.events, as_of)

    def changes(self) -> list[Change]:
        """Every step of an actor, oldest first."""
        return changes(self.events)

    def after(self, judgements: Iterable[Judgement]) -> Results:
        """The results that people's verdicts leave."""
        events = judged(self.events, judgements)
        keys = {event.key for event in events}
        return Results(events=tuple(events), differences=tuple(d for d in self.differences if d.event in keys))


def results_of(question: Question, reports: Iterable[Report]) -> Results:
    """Gather the reports to events inside the question's period and find what differs between them."""
    occasions = [occasion for occasion in gather(reports) if question.covers(occasion.day)]
    events = [settle(question.id, occasion) for occasion in occasions]
    found = [d for occasion, event in zip(occasions, events, strict=True) for d in differences(occasion, event)]
    return Results(
        events=tuple(sorted(events, key=lambda event: (event.date, event.actor, event.key))), differences=tuple(found)
    )
