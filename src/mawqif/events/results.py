"""All that follows from the reports of one question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from mawqif.events.board import board, changes
from mawqif.events.differ import differences
from mawqif.events.group import gather
from mawqif.events.judged import judged
from mawqif.events.occasion import Occasion
from mawqif.events.settle import settle
from mawqif.model import Question
from mawqif.model.event import BoardRow, Change, Difference, Event, Judgement, Report, Unplaced


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """Events, oldest first, and differences of one question; the board and the changes follow from the events.

    `unplaced` are the reports that are in no event. `occasions` holds what each event was made of, by its key.
    """

    question: Question
    events: tuple[Event, ...]
    differences: tuple[Difference, ...]
    unplaced: tuple[Unplaced, ...]
    occasions: Mapping[str, Occasion]

    def board(self, as_of: date | None = None) -> list[BoardRow]:
        """The latest position of every actor on a day, by default the last."""
        return board(self.events, as_of)

    def changes(self) -> list[Change]:
        """Every step of an actor, oldest first."""
        return changes(self.events)

    def after(self, judgements: Iterable[Judgement]) -> Results:
        """The results that people's verdicts leave; differences are those from what people decided."""
        about = [judgement for judgement in judgements if judgement.question == self.question.id]
        events = [e for e in judged(self.events, about) if self.question.covers(date.fromisoformat(e.date))]
        return _results(self.question, events, self.occasions, self.unplaced)


def results_of(question: Question, reports: Iterable[Report]) -> Results:
    """Gather the reports to events inside the question's period and find what differs between them."""
    gathered = gather(reports)
    inside = [occasion for occasion in gathered.occasions if question.covers(occasion.day)]
    outside = [
        Unplaced(report=report, why="outside-period")
        for occasion in gathered.occasions
        if not question.covers(occasion.day)
        for report in occasion.reports
    ]
    events = settle(question.id, inside)
    occasions = {event.key: occasion for event, occasion in zip(events, inside, strict=True)}
    return _results(question, events, occasions, (*gathered.unplaced, *outside))


def _results(
    question: Question, events: Iterable[Event], occasions: Mapping[str, Occasion], unplaced: Iterable[Unplaced]
) -> Results:
    ordered = sorted(events, key=lambda event: (event.date, event.actor, event.key))
    told = [(occasions[event.key], event) for event in ordered if event.key in occasions]
    return Results(
        question=question, events=tuple(ordered), occasions=occasions, unplaced=tuple(unplaced),
        differences=tuple(found for occasion, event in told for found in differences(occasion, event)),
    )  # fmt: skip
