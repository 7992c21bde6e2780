"""Articles that only name who spoke and when count among the articles of what others tell, and decide nothing."""

from __future__ import annotations

from typing import Any

from tests.events.made import MINISTER, PRESIDENT, STATE, events_of, only, parts, report, results, speaker

from mawqif.model.event import Report

NOBODY = speaker(None, None)


def allusion(article: str, text: str, first: str, last: str | None = None, **given: Any) -> Report:
    return report(
        article, NOBODY, "undecided", text=text, said_from=first, said_to=last or first, background=True, weight=0.0,
        alludes=True, published="2025-09-01", **given,
    )  # fmt: skip


def test_who_and_when_join_an_article_to_the_event():
    told = report("a1", day="2025-05-03")
    event = only(told, allusion("a2", "وأغلقت الهاشمي الباب في 3 مايو", "2025-05-03", actor=""))
    assert event.articles == ("a1", "a2")
    assert (event.stance, event.speaker) == ("for", "سلمى الهاشمي")


def test_the_actor_and_the_day_are_enough_where_it_spoke_once_that_day():
    told = report("a1", STATE, day="2025-05-03")
    assert parts(told, allusion("a2", "أما الجمهورية ففي 3 مايو", "2025-05-03")) == [["a1", "a2"]]
    two = (report("a1", day="2025-05-03"), report("a3", MINISTER, day="2025-05-03"))
    assert parts(*two, allusion("a2", "أما الجمهورية ففي 3 مايو", "2025-05-03")) == [["a1"], ["a3"]]


def test_another_day_another_name_or_nothing_told_join_nothing():
    told = report("a1", day="2025-05-03")
    assert parts(told, allusion("a2", "وأغلقت الهاشمي الباب في 9 مايو", "2025-05-09", actor="")) == [["a1"]]
    assert parts(told, allusion("a2", "وأغلق قباني الباب في 3 مايو", "2025-05-03", actor="")) == [["a1"]]
    assert not results(allusion("a2", "وأغلقت الهاشمي الباب في 3 مايو", "2025-05-03")).events


def test_a_month_is_enough_for_one_who_spoke_once_in_it():
    told = report("a1", day="2025-05-03")
    month = allusion("a2", "وفي مايو أغلقت الهاشمي الباب", "2025-05-01", "2025-05-31", actor="")
    assert parts(told, month) == [["a1", "a2"]]
    assert parts(told, report("a3", day="2025-05-20"), month) == [["a1"], ["a3"]]


def test_an_event_known_only_by_its_publication_takes_the_day_before_if_it_is_named():
    told = report("a1")
    named = allusion("a2", "وفي 3 مايو أغلقت الهاشمي الباب", "2025-05-03", actor="")
    assert [day for _, day, _ in events_of(results(told, named).events)] == ["2025-05-03"]
    dated = report("a1", day="2025-05-04")
    assert [day for _, day, _ in events_of(results(dated, named).events)] == ["2025-05-04"]


def test_nothing_is_told_differently_by_an_allusion():
    told = (report("a1", day="2025-05-03"), report("a3", PRESIDENT, day="2025-05-03"))
    assert not results(*told, allusion("a2", "وأغلقت الهاشمي الباب في 3 مايو", "2025-05-03", actor="")).differences


def test_the_day_that_most_articles_name_is_the_day():
    named = [allusion(f"b{n}", "وفي 3 مايو أغلقت الهاشمي الباب", "2025-05-03", actor="") for n in range(2)]
    found = results(report("a1"), *named)
    assert [event.date for event in found.events] == ["2025-05-03"]
    assert found.events[0].articles == ("a1", "b0", "b1")


def test_a_day_that_most_round_ups_name_beside_the_speaker_is_that_of_the_event():
    told = report("a1", day="2025-05-03")
    named = [allusion(f"b{n}", "وفي مايو أغلقت الهاشمي الباب", "2025-05-04", actor="") for n in range(2)]
    assert [day for _, day, _ in events_of(results(told, named[0]).events)] == ["2025-05-03"]
    assert [day for _, day, _ in events_of(results(told, *named).events)] == ["2025-05-04"]


def test_a_slip_is_known_by_the_round_ups_that_name_the_other_day():
    told = report("a1", STATE, day="2025-05-03"), report("a2", STATE, day="2025-05-04", published="2025-05-06")
    assert parts(*told) == [["a1"], ["a2"]]
    round_up = allusion("a3", "أما الجمهورية ففي 3 مايو", "2025-05-03")
    assert parts(*told, round_up) == [["a1", "a2", "a3"]]
    other = allusion("a4", "أما الجمهورية ففي 4 مايو", "2025-05-04")
    assert parts(*told, round_up, other) == [["a1", "a3"], ["a2", "a4"]]
