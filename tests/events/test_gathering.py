"""Which reports are of one event: one actor, one day, one voice, however many articles tell of it and however they err."""

from __future__ import annotations

from datetime import date

import pytest
from tests.events.made import MINISTER, PRESIDENT, STATE, UNNAMED, only, parts, report, results, speaker

from mawqif.model import Question, Speaker


class TestOneEvent:
    def test_articles_that_name_one_day_and_one_speaker(self):
        event = only(
            report("a1", day="2025-05-03"),
            report("a2", day="2025-05-03", published="2025-05-05"),
            report("a3", speaker("الهاشمي"), day="2025-05-03"),
        )
        assert (event.articles, event.date, event.speaker) == (("a1", "a3", "a2"), "2025-05-03", "سلمى الهاشمي")

    def test_no_day_named_means_the_day_of_publication(self):
        assert only(report(published="2025-05-04")).date == "2025-05-04"

    def test_published_a_day_later_without_a_day_is_the_day_before(self):
        event = only(report("a1", day="2025-05-03"), report("a2", published="2025-05-04"))
        assert (event.articles, event.date) == (("a1", "a2"), "2025-05-03")

    def test_the_opposite_a_day_later_is_new(self):
        assert parts(report("a1", day="2025-05-03"), report("a2", stance="against")) == [["a1"], ["a2"]]

    def test_a_name_spelled_in_two_ways(self):
        who = speaker("يوناس كريستنسن"), speaker("كريستينسن")
        assert only(*(report(f"a{n}", each) for n, each in enumerate(who))).speaker == "يوناس كريستنسن"

    def test_the_state_is_whoever_speaks_for_it(self):
        reports = report("a1", day="2025-05-03"), report("a2", STATE, day="2025-05-03")
        assert only(*reports).speaker == "سلمى الهاشمي"
        assert only(*reports).articles == ("a1", "a2")

    @pytest.mark.parametrize("nobody", [speaker(None, None), speaker(None, "person"), speaker(None, "body")])
    def test_a_report_without_a_speaker_is_the_actors_own(self, nobody: Speaker):
        assert only(report("a1", nobody, day="2025-05-03")).speaker is None
        assert only(report("a1", nobody, day="2025-05-03"), report("a2", day="2025-05-03")).speaker == "سلمى الهاشمي"

    def test_unnamed_sources_of_a_day(self):
        event = only(report("a1", UNNAMED), report("a2", speaker("مسؤول رفيع", "anonymous")))
        assert event.anonymous
        assert event.articles == ("a1", "a2")

    def test_a_body_under_a_longer_and_a_shorter_name(self):
        bodies = speaker("وزارة النقل", "body"), speaker("النقل", "body")
        assert parts(*(report(f"a{n}", body) for n, body in enumerate(bodies))) == [["a0", "a1"]]

    def test_a_body_and_its_spokesman(self):
        spokesman = speaker("وليد منصور", role="المتحدث باسم وزارة النقل")
        body = speaker("وزارة النقل", "body")
        assert parts(report("a1", body), report("a2", spokesman)) == [["a1", "a2"]]
        assert parts(report("a1", spokesman), report("a2", body)) == [["a1", "a2"]]

    def test_an_agency_of_a_state_and_its_director(self):
        director = speaker("وليد منصور", role="المدير العام للوكالة الوطنية للمياه")
        agency = report("a1", speaker("الوكالة الوطنية للمياه", "organisation"), day="2025-05-03")
        assert only(agency, report("a2", director)).articles == ("a1", "a2")

    @pytest.mark.parametrize("actor", ["LAKE-PARTY", "UN"])
    def test_an_organisation_and_its_spokesman(self, actor):
        party = report("a1", speaker("حزب البحيرة", "organisation"), actor=actor)
        assert only(party, report("a2", MINISTER, actor=actor)).speaker == "نادر قباني"

    def test_a_body_and_whoever_says_the_same_beside_it(self):
        body, member = speaker("المجلس البحري", "body"), speaker("وليد منصور")
        assert parts(report("a1", body), report("a1", member, start=50)) == [["a1"]]
        assert len(parts(report("a1", body), report("a2", member))) == 2

    def test_a_report_given_twice_counts_once(self):
        assert results(report(), report()) == results(report())


class TestSeveralEvents:
    def test_two_speakers_of_one_actor_on_one_day(self):
        assert parts(
            report("a1", PRESIDENT, day="2025-05-03"),
            report("a2", MINISTER, day="2025-05-03", text="السفن جاهزة للإبحار"),
        ) == [["a1"], ["a2"]]

    def test_the_state_joins_two_speakers_of_a_day_to_neither_of_each_other(self):
        reports = [
            report("a1", PRESIDENT, "for", day="2025-05-03"),
            report("a2", MINISTER, "undecided", day="2025-05-03"),
            report("a3", STATE, "undecided", day="2025-05-03"),
        ]
        assert sorted(parts(*reports)) == [["a1"], ["a2", "a3"]]

    def test_brothers_share_all_names_but_the_first(self):
        brothers = speaker("سامر بن خالد آل منصور"), speaker("ياسر بن خالد آل منصور")
        assert len(parts(*(report(f"a{n}", who, text=f"كلام {n}") for n, who in enumerate(brothers)))) == 2

    def test_a_family_name_joins_nobody_to_a_relative(self):
        names = "الهاشمي", "سلمى الهاشمي", "وائل الهاشمي"
        assert len(parts(*(report(f"a{n}", speaker(name), text=f"كلام {n}") for n, name in enumerate(names)))) == 2

    def test_a_named_and_an_unnamed_voice(self):
        assert len(parts(report("a1"), report("a2", UNNAMED))) == 2
        assert len(parts(report("a1", STATE), report("a2", UNNAMED))) == 2

    def test_two_ministries(self):
        bodies = speaker("وزارة النقل", "body"), speaker("وزارة البيئة", "body")
        assert len(parts(*(report(f"a{n}", body, text=f"كلام {n}") for n, body in enumerate(bodies)))) == 2

    def test_two_days(self):
        assert parts(report("a1", day="2025-05-01"), report("a2", day="2025-05-03")) == [["a1"], ["a2"]]

    def test_two_actors(self):
        assert len(parts(report("a1"), report("a1", actor="MT"))) == 2

    def test_different_events_have_different_keys(self):
        twins = speaker("المجلس البحري", "body"), speaker("المجلس البحري", "person")
        keys = [event.key for event in results(*(report(f"a{n}", who) for n, who in enumerate(twins))).events]
        assert len(set(keys)) == 2


class TestSlips:
    def test_one_article_a_day_off(self):
        wrong = report("a3", day="2025-05-04", published="2025-05-05")
        event = only(report("a1", day="2025-05-03"), report("a2", day="2025-05-03"), wrong)
        assert (event.date, event.articles) == ("2025-05-03", ("a1", "a2", "a3"))

    def test_one_against_one_is_nobodys_slip(self):
        assert len(parts(report("a1", day="2025-05-03"), report("a2", day="2025-05-04"))) == 2

    def test_what_is_recalled_a_day_off_is_what_another_told(self):
        recalled = report("a2", day="2025-05-04", published="2025-05-12", background=True)
        assert only(report("a1", day="2025-05-03"), recalled).date == "2025-05-03"
        other = report("a2", stance="against", day="2025-05-04", published="2025-05-12", background=True)
        assert len(parts(report("a1", day="2025-05-03"), other)) == 2

    def test_who_tells_of_both_days_tells_of_two_events(self):
        reports = (
            report("a1", day="2025-05-03"),
            report("a2", day="2025-05-03"),
            report("a2", day="2025-05-04", start=99),
        )
        assert len(parts(*reports)) == 2

    def test_the_same_words_in_a_wrong_mouth(self):
        wrong = report("a3", MINISTER, day="2025-05-03", text="بلاده سترسل سفناً الى البحيرة")
        event = only(report("a1", day="2025-05-03"), report("a2", day="2025-05-03"), wrong)
        assert (event.speaker, event.role) == ("سلمى الهاشمي", "رئيسة الجمهورية")

    def test_a_few_words_in_common_are_nobodys_slip(self):
        other = report("a3", MINISTER, day="2025-05-03", text="سترسل سفنا متى صدر تفويض من الدول المطلة على البحيرة")
        assert len(parts(report("a1", day="2025-05-03"), report("a2", day="2025-05-03"), other)) == 2


class TestRecollections:
    def test_a_position_retold_with_its_day_joins_its_event(self):
        later = report("a2", day="2025-05-03", published="2025-07-20", background=True)
        assert parts(report("a1", day="2025-05-03"), later) == [["a1", "a2"]]

    def test_without_a_day_it_is_the_latest_of_the_same_voice_and_stance(self):
        told = [
            report("a1", day="2025-05-01"),
            report("a2", day="2025-05-10", published="2025-05-10"),
            report("a3", day="2025-05-20", published="2025-05-20", stance="undecided"),
            report("a4", MINISTER, day="2025-05-25", published="2025-05-25"),
        ]
        later = report("a5", published="2025-06-01", background=True)
        assert parts(*told, later)[1] == ["a2", "a5"]

    def test_another_stance_where_nobody_told_the_same(self):
        told = report("a1", stance="conditional", day="2025-05-03", conditions=("بعد الاتفاق",))
        assert parts(told, report("a2", published="2025-06-01", background=True)) == [["a1", "a2"]]

    def test_the_opposite_is_another_occasion(self):
        found = results(report("a1", stance="against"), report("a2", published="2025-06-01", background=True))
        assert [event.articles for event in found.events] == [("a1",)]
        assert [(each.report.source.article, each.why) for each in found.unplaced] == [("a2", "no-occasion")]

    def test_what_was_said_before_is_not_what_the_same_article_reports_today(self):
        today = report("a1", stance="undecided", day="2025-05-03")
        assert [u.why for u in results(today, report("a1", background=True, start=80)).unplaced] == ["no-occasion"]

    @pytest.mark.parametrize(("day", "joins"), [("2025-04-10", True), ("2025-05-02", True), ("2025-05-06", False)])
    def test_a_month_reaches_two_days_further(self, day, joins):
        month = report("a2", said_from="2025-04-01", said_to="2025-04-30", published="2025-05-20")
        assert len(results(report("a1", day=day), month).unplaced) == (not joins)

    def test_years_ago_is_too_long(self):
        old = report("a1", day="2023-05-01", published="2023-05-01")
        assert [u.why for u in results(old, report("a2", background=True)).unplaced] == ["no-occasion"]

    def test_the_actor_may_be_anybody_and_somebody_may_be_the_actor(self):
        late = {"published": "2025-06-01", "background": True}
        assert parts(report("a1"), report("a2", STATE, **late)) == [["a1", "a2"]]
        assert parts(report("a1", STATE), report("a2", **late)) == [["a1", "a2"]]
        assert parts(report("a1", UNNAMED), report("a2", UNNAMED, **late)) == [["a1", "a2"]]
        assert parts(report("a1", UNNAMED), report("a2", STATE, **late)) == [["a1"]]


class TestOfNoEvent:
    def test_no_day_at_all(self):
        assert [u.why for u in results(report(published=None)).unplaced] == ["no-day"]

    def test_outside_the_period(self):
        question = Question(id="q", target=("سفن",), since=date(2025, 5, 4))
        found = results(report("a1", day="2025-05-03"), report("a2", MINISTER, text="كلام"), question=question)
        assert [(u.report.source.article, u.why) for u in found.unplaced] == [("a1", "outside-period")]
        assert [event.articles for event in found.events] == [("a2",)]
