"""For whom somebody speaks is settled by all articles: one that does not say it, or says it wrongly, follows the others."""

from __future__ import annotations

from tests.events.made import parts, report, results, speaker

UNKNOWN = speaker("سلمى الهاشمي")


def test_one_named_without_office_speaks_for_whom_others_say():
    told = report("a1", day="2025-05-03")
    assert parts(told, report("a2", UNKNOWN, actor="", day="2025-05-03")) == [["a1", "a2"]]
    assert parts(told, report("a2", speaker("الهاشمي"), actor="", day="2025-05-03")) == [["a1", "a2"]]


def test_one_whom_nobody_places_makes_no_event():
    found = results(report("a2", speaker("نادر قباني"), actor="", day="2025-05-03"))
    assert not found.events
    assert [each.why for each in found.unplaced] == ["no-actor"]


def test_a_name_that_two_actors_share_is_not_guessed():
    one = report("a1", speaker("سلمى الهاشمي"), day="2025-05-03")
    two = report("a2", speaker("وائل الهاشمي"), actor="MT", day="2025-05-03")
    found = results(one, two, report("a3", speaker("الهاشمي"), actor="", day="2025-05-03"))
    assert [list(event.articles) for event in found.events] == [["a1"], ["a2"]]


def test_most_articles_decide_for_whom_a_full_name_speaks():
    right = [report(article, day="2025-05-03") for article in ("a1", "a2")]
    (event,) = results(*right, report("a3", actor="MT", day="2025-05-03")).events
    assert (event.actor, event.articles) == ("LK", ("a1", "a2", "a3"))
    alone = results(*right, report("a3", speaker("الهاشمي"), actor="MT", day="2025-05-03"))
    assert [event.actor for event in alone.events] == ["LK", "MT"]
