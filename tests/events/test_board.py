"""Where everybody stands as of a day, and how they moved."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.events.made import event

from mawqif.events.board import board, changes, kind_of
from mawqif.model.event import Event

HISTORY = [
    event("k1", date="2025-01-10", stance="for"),
    event("k2", date="2025-02-10", stance="against"),
    event("k3", date="2025-03-10", stance="against", firmness="categorical", speaker="نادر قباني"),
    event("k4", date="2025-02-20", actor="MT", stance="undecided"),
]


class TestBoard:
    def test_the_latest_position_of_every_actor_and_since_when_it_holds(self):
        lake, other = board(HISTORY)
        assert (lake.actor, lake.event, lake.stance, lake.since, lake.stated_on) == (
            "LK", "k3", "against", "2025-02-10", "2025-03-10",
        )  # fmt: skip
        assert (lake.firmness, lake.speaker, lake.articles) == ("categorical", "نادر قباني", ("a1",))
        assert (other.actor, other.event, other.since) == ("MT", "k4", "2025-02-20")

    @pytest.mark.parametrize(
        ("day", "rows"),
        [
            (date(2025, 1, 9), []),
            (date(2025, 1, 10), [("LK", "for")]),
            (date(2025, 2, 20), [("LK", "against"), ("MT", "undecided")]),
        ],
    )
    def test_as_of_a_day(self, day, rows):
        assert [(row.actor, row.stance) for row in board(HISTORY, day)] == rows

    def test_a_break_begins_anew(self):
        back = [*HISTORY, event("k5", date="2025-04-10", stance="for")]
        assert board(back)[0].since == "2025-04-10"

    def test_of_one_day_a_named_voice_and_more_articles_hold(self):
        day = [
            event("k1", anonymous=True, articles=("a1", "a2", "a3")),
            event("k2", stance="undecided", articles=("a4", "a5")),
            event("k3", stance="against", articles=("a6",)),
        ]
        assert {board(order)[0].event for order in (day, day[::-1], day[1:] + day[:1])} == {"k2"}

    def test_the_order_of_events_changes_nothing(self):
        assert board(HISTORY) == board(HISTORY[::-1])
        assert changes(HISTORY) == changes(HISTORY[::-1])

    def test_nothing(self):
        assert board([]) == []
        assert changes([]) == []


def moved(before: dict[str, Any], after: dict[str, Any]) -> str | None:
    def made(given: dict[str, Any]) -> Event:
        return event(**{"conditions": ("بعد الهدنة",) if given.get("stance") == "conditional" else (), **given})

    return kind_of(made(before), made(after))


class TestChanges:
    @pytest.mark.parametrize(
        ("before", "after", "kind"),
        [
            ("for", "against", "reversed"),
            ("against", "for", "reversed"),
            ("for", "conditional", "hardened"),
            ("for", "undecided", "hardened"),
            ("conditional", "undecided", "hardened"),
            ("conditional", "against", "hardened"),
            ("undecided", "against", "hardened"),
            ("against", "undecided", "softened"),
            ("against", "conditional", "softened"),
            ("undecided", "conditional", "softened"),
            ("undecided", "for", "softened"),
            ("conditional", "for", "softened"),
            ("for", "for", None),
            ("conditional", "conditional", None),
        ],
    )
    def test_of_stance(self, before, after, kind):
        assert moved({"stance": before}, {"stance": after}) == kind

    @pytest.mark.parametrize(
        ("before", "after", "kind"),
        [
            ("plain", "categorical", "firmer"),
            ("tentative", "plain", "firmer"),
            ("categorical", "tentative", "weaker"),
            ("plain", "plain", None),
        ],
    )
    def test_of_firmness(self, before, after, kind):
        assert moved({"firmness": before}, {"firmness": after}) == kind

    @pytest.mark.parametrize(
        ("before", "after", "kind"),
        [
            (("بعد الهدنة",), ("الهدنة أولا",), None),
            (("بعد الهدنة",), ("بتفويض دولي",), "conditions"),
            (("بعد الهدنة",), ("بعد الهدنة", "بتفويض دولي"), "conditions"),
            (("بعد الهدنة", "بتفويض دولي"), ("بتفويض دولي",), "conditions"),
            ((), ("بعد الهدنة",), None),
        ],
    )
    def test_of_conditions_in_substance(self, before, after, kind):
        stance = {"stance": "conditional"}
        assert moved({**stance, "conditions": before}, {**stance, "conditions": after}) == kind

    def test_a_stance_outweighs_its_firmness(self):
        assert moved({"stance": "for", "firmness": "categorical"}, {"stance": "undecided"}) == "hardened"

    def test_the_first_event_of_an_actor_is_none_and_changes_come_oldest_first(self):
        found = [(each.actor, each.kind, each.before.key, each.after.key) for each in changes(HISTORY)]
        assert found == [("LK", "reversed", "k1", "k2"), ("LK", "firmer", "k2", "k3")]
