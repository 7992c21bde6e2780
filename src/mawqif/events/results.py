"""All that follows from the reports of one question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from mawqif.events.board import board, changes
from mawqif.events.differ import Telling, differences, tellings
from mawqif.events.group import gather
from mawqif.events.judged import judged
from mawqif.events.settle import settle
from mawqif.model import Question
from mawqif.model.event import BoardRow, Change, Difference, Event, Judgement, Report, Unplaced


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """Events, oldest first, and differences of one question; the board and the changes follow from the events.

    `unplaced` are the reports that are in no event, `tellings` what each article tells of an event, by the event's key.
    """

    question: Question
    events: tuple[Event, ...]
    differences: tuple[Difference, ...]
    unplaced: tuple[Unplaced, ...]
    tellings: dict[str, tuple[Telling, ...]]

    def board(self, as_of: date | None = None) -> list[BoardRow]:
        """The latest position of every actor on a day, by default the last."""
        return board(self.events, as_of)

    def changes(self) -> list[Change]:
        """Every step of an actor, oldest first."""
        return changes(self.events)

    def after(self, judgements: Iterable[Judgement]) -> Results:
        """The results that people's verdicts on this question leave; differences are those from what people decided."""
        about = [judgement for judgement in judgements if judgement.question == self.question.id]
        if not about:
            return self
        events = [e for e in judged(self.events, about) if self.question.covers(date.fromisoformat(e.date))]
        found = {event.key: event for event in self.events}
        same = {event.key for event in events if found.get(event.key) is event}
        changed = _differences((event for event in events if event.key not in same), self.tellings)
        kept = (difference for difference in self.differences if difference.event in same)
        return msgspec.structs.replace(self, events=tuple(events), differences=_in_order(events, (*kept, *changed)))


def merged(question: Question, parts: Iterable[Results]) -> Results:
    """The results of all reports from those of their parts, as `mawqif.events.group.parts` parts them."""
    parts = list(parts)
    events = sorted((event for part in parts for event in part.events), key=_place)
    return Results(
        question=question, events=tuple(events),
        differences=_in_order(events, (difference for part in parts for difference in part.differences)),
        unplaced=tuple(each for part in parts for each in part.unplaced),
        tellings={key: told for part in parts for key, told in part.tellings.items()},
    )  # fmt: skip


def _place(event: Event) -> tuple[str, str, str]:
    return event.date, event.actor, event.key


def _in_order(events: Iterable[Event], differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Differences in the order of their events; those of one event stay in their order."""
    place = {event.key: number for number, event in enumerate(events)}
    return tuple(sorted(differences, key=lambda difference: place[difference.event]))


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
    settled = settle(question.id, inside)
    told = {event.key: tellings(occasion) for event, occasion in zip(settled, inside, strict=True)}
    events = sorted(settled, key=_place)
    return Results(
        question=question, events=tuple(events), differences=_differences(events, told),
        unplaced=(*gathered.unplaced, *outside), tellings=told,
    )  # fmt: skip


def _differences(events: Iterable[Event], told: Mapping[str, Sequence[Telling]]) -> tuple[Difference, ...]:
    return tuple(found for event in events for found in differences(told.get(event.key, ()), event))
