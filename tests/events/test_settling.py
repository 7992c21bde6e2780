"""What the reports of an event agree on."""

from __future__ import annotations

import pytest
from tests.events.made import MINISTER, PRESIDENT, UNNAMED, event, only, report, speaker

from mawqif.events.names import leading, same_name, same_office


class TestStance:
    def test_most_articles_decide_not_most_sentences(self):
        loud = [report("a1", stance="against", start=n) for n in range(5)]
        assert only(*loud, report("a2"), report("a3")).stance == "for"

    def test_the_earliest_decides_where_they_are_even_and_unknown_times_come_last(self):
        first, second = report("b", published="2025-05-03"), report("a", stance="undecided", day="2025-05-03")
        assert only(first, second).stance == "for"
        assert (
            only(report("a", day="2025-05-03", published=None), report("b", stance="undecided")).stance == "undecided"
        )

    def test_a_condition_anywhere_in_an_article_makes_it_conditional(self):
        reports = report(weight=3.0), report(stance="conditional", weight=0.5, conditions=("بعد الهدنة",), start=50)
        assert (only(*reports).stance, only(*reports).conditions) == ("conditional", ("بعد الهدنة",))

    def test_the_surest_words_of_an_article_decide(self):
        assert only(report(weight=1.0), report(stance="against", weight=2.0, start=50)).stance == "against"


class TestFirmness:
    @pytest.mark.parametrize(
        ("said", "firmness"),
        [
            (["plain", "categorical"], "categorical"),
            (["tentative", "categorical"], "categorical"),
            (["plain", "tentative"], "tentative"),
            (["plain"], "plain"),
        ],
    )
    def test_of_one_article(self, said, firmness):
        assert only(*(report(firmness=each, start=n) for n, each in enumerate(said))).firmness == firmness

    def test_words_for_another_stance_do_not_count(self):
        sure = report(weight=3.0)
        assert only(sure, report(stance="against", firmness="categorical", start=9)).firmness == "plain"


class TestSpeaker:
    def test_the_name_of_most_articles_not_the_longest_of_one(self):
        wrong = report("a3", speaker("نادر بن فؤاد قباني", role="وزير النقل"), day="2025-05-03")
        told = only(report("a1", day="2025-05-03"), report("a2", day="2025-05-03"), wrong)
        assert (told.speaker, told.role) == ("سلمى الهاشمي", "رئيسة الجمهورية")

    def test_the_fullest_form_of_the_name_and_of_the_office(self):
        short, full = speaker("الهاشمي", role="الرئيسة"), PRESIDENT
        assert only(report("a1", short), report("a2", short), report("a3", full)).speaker == "سلمى الهاشمي"

    def test_the_office_that_most_articles_give(self):
        wrong = speaker("نادر قباني", role="وزير النقل البحري والبيئة")
        other = speaker("نادر قباني", role="وزير الداخلية")
        assert only(report("a1", MINISTER), report("a2", other), report("a3", MINISTER)).role == "وزير النقل"
        assert only(report("a1", MINISTER), report("a2", wrong)).role == "وزير النقل البحري والبيئة"

    def test_a_person_and_the_body_behind_it(self):
        agency = speaker("وكالة المياه", "body")
        head = speaker("وليد منصور", role="المدير العام لوكالة المياه")
        assert only(report("a1", agency), report("a1", head, start=50)).speaker == "وليد منصور"
        head = speaker("وليد منصور", role="مدير وكالة المياه")
        assert only(report("a1", agency), report("a2", head)).speaker == "وكالة المياه"
        assert only(report("a1", agency), report("a2", head), report("a3", head)).speaker == "وليد منصور"

    def test_an_unnamed_source(self):
        told = only(report("a1", UNNAMED))
        assert (told.speaker, told.role, told.anonymous) == ("مصدر حكومي", None, True)
        hidden = speaker(None, "anonymous", "مسؤول في الوزارة")
        assert (only(report("a1", hidden)).speaker, only(report("a1", hidden)).role) == (None, "مسؤول في الوزارة")


class TestTheRest:
    def test_conditions_of_the_article_that_tells_most_and_what_others_add(self):
        one = report("a1", stance="conditional", conditions=("بعد الهدنة", "بتفويض من الأمم المتحدة"))
        two = report("a2", stance="conditional", conditions=("التفويض من الأمم المتحدة", "بموافقة دول الجوار"))
        assert only(one, two).conditions == ("بعد الهدنة", "بتفويض من الأمم المتحدة", "بموافقة دول الجوار")

    def test_no_conditions_without_the_stance(self):
        reports = report("a1"), report("a2"), report("a3", stance="conditional", conditions=("بعد الهدنة",))
        assert only(*reports).conditions == ()

    def test_evidence_is_every_article_s_by_time_and_place_and_once(self):
        reports = [report("b", published="2025-05-03"), report("a", start=30), report("a"), report("a", rule="other")]
        assert [(each.article, each.start) for each in only(*reports).evidence] == [("b", 0), ("a", 0), ("a", 30)]

    def test_the_channel_of_most_articles(self):
        given = None, "إذاعة البحيرة", "القناة الأولى", "القناة الأولى"
        assert only(*(report(f"a{n}", channel=each) for n, each in enumerate(given))).channel == "القناة الأولى"

    def test_the_key_tells_of_question_actor_day_and_speaker_only(self):
        keys = {only(report("a1")).key, only(report("a2", stance="against", text="لن نرسل", channel="بيان")).key}
        assert len(keys) == 1
        assert only(report(actor="MT")).key not in keys
        assert only(report(day="2025-05-01")).key not in keys
        assert only(report(who=MINISTER)).key not in keys

    def test_an_event_is_not_judged_before_a_person_judges(self):
        assert not event().judged
        assert not only(report()).judged


class TestNames:
    @pytest.mark.parametrize(
        ("one", "two"),
        [
            ("الهاشمي", "سلمى الهاشمي"),
            ("عبد الله نصار", "عبدالله نصّار"),
            ("كريستنسن", "كريستينسن"),
            ("آدم", "ادم"),
            ("م.", "م."),
        ],
    )
    def test_one(self, one, two):
        assert same_name(one, two)
        assert same_name(two, one)

    @pytest.mark.parametrize(
        ("one", "two"), [("نادر قباني", "نادر منصور"), ("علي", "عدي"), ("سلمى", None), (None, None), ("", "")]
    )
    def test_two(self, one, two):
        assert not same_name(one, two)
        assert not same_name(two, one)

    def test_offices(self):
        assert same_office("وزير النقل", "وزير النقل والبيئة")
        assert same_office("الرئيس", "رئيس الوزراء")
        assert not same_office("وزير النقل", "وزير البيئة")

    def test_nobody_leads_nothing(self):
        assert leading([], same_name) is None
