"""What one article says of an event and the others do not."""

from __future__ import annotations

import pytest
from tests.events.made import (
    MINISTER,
    PRESIDENT,
    STATE,
    UNNAMED,
    fields,
    judgement,
    number,
    report,
    results,
    speaker,
)  # fmt: skip

from mawqif.model import Trait

DAY = "2025-05-03"
AGREED = [report("a1", day=DAY), report("a2", day=DAY)]


def conditional(article: str) -> object:
    return report(
        article, stance="conditional", conditions=("بعد الهدنة",), day=DAY, text=f"لن نبحر إلا بعد الهدنة {article}"
    )


def test_articles_that_agree_do_not_differ():
    assert fields(*AGREED) == []


def test_one_article_alone_differs_from_nobody():
    assert fields(report(day=DAY), report(day="2025-05-03", stance="against", start=40)) == []


@pytest.mark.parametrize("stance", ["against", "undecided"])
def test_stance(stance):
    odd = report("a3", stance=stance, day=DAY, text="لا سفن هناك")
    assert fields(*AGREED, odd) == [("a3", "stance", "لا سفن هناك", AGREED[0].position.evidence.text)]


@pytest.mark.parametrize(
    ("stance", "field"), [("for", "condition-dropped"), ("against", "condition-dropped"), ("undecided", "stance")]
)
def test_a_dropped_condition(stance, field):
    odd = report("a3", stance=stance, day=DAY, text="سنرسل سفنا")
    assert fields(conditional("a1"), conditional("a2"), odd) == [("a3", field, "سنرسل سفنا", "بعد الهدنة")]


def test_a_condition_in_other_words_is_not_dropped():
    odd = report("a3", day=DAY, text="سنرسلها لا قبل الهدنة")
    assert fields(conditional("a1"), conditional("a2"), odd) == []


def test_a_decision_of_what_was_only_weighed_is_another_stance():
    weighed = report("a1", stance="conditional", firmness="tentative", conditions=("بعد الهدنة",), day=DAY)
    assert [(a, f) for a, f, *_ in fields(weighed, report("a3", day=DAY, text="قررنا الإبحار"))] == [("a3", "stance")]


def test_a_condition_that_most_leave_out_is_no_other_stance():
    assert fields(*AGREED, conditional("a3")) == []


def test_where_each_article_tells_another_stance_none_is_odd():
    assert fields(AGREED[0], report("a2", stance="undecided", day=DAY), report("a3", stance="against", day=DAY)) == []


def test_a_firmer_word_differs_and_a_weaker_one_leaves_out():
    firm = report("a3", firmness="categorical", day=DAY, text="سترسلها حتما")
    assert [(a, f) for a, f, *_ in fields(*AGREED, firm)] == [("a3", "firmness")]
    assert fields(*AGREED, report("a3", firmness="tentative", day=DAY)) == []


def test_a_firmer_word_beside_a_condition_may_be_the_condition():
    firm = report("a3", stance="conditional", conditions=("بعد الهدنة",), firmness="categorical", day=DAY)
    assert fields(conditional("a1"), conditional("a2"), firm) == []


def test_date():
    odd = report("a3", day="2025-05-04")
    assert fields(*AGREED, odd) == [("a3", "date", "2025-05-04", DAY)]


def test_a_day_that_as_many_tell_as_the_events_own_is_no_slip():
    found = results(report("a1"), report("a2"), *(report(f"b{n}", day="2025-05-04") for n in range(2)))
    after = found.after([judgement(found.events[0], "set", date=DAY)])
    assert {each.field for each in (*found.differences, *after.differences)} == set()


def test_of_two_days_the_one_told_first_holds():
    vague = report("a1", published="2025-05-04")
    odd = report("a2", day="2025-05-04", published="2025-05-09")
    assert fields(vague, odd, report("a3", day="2025-05-05", published="2025-05-05")) == [
        ("a2", "date", "2025-05-04", "2025-05-05")
    ]


def test_a_day_beside_that_of_a_speaker_whom_a_round_up_names():
    def named(day: str, article: str = "a3"):
        said = {"said_from": day, "said_to": day, "background": True, "alludes": True, "published": "2025-09-01"}
        return report(article, speaker(None, None), "undecided", text="وفي مايو أغلقت الهاشمي الباب", **said)

    assert fields(*AGREED, named("2025-05-04")) == [("a3", "date", "2025-05-04", DAY)]
    assert fields(*AGREED, named("2025-05-05")) == []
    assert fields(*AGREED, named(DAY), named("2025-05-04")) == []
    assert fields(*AGREED, report("a4", MINISTER, day="2025-05-04"), named("2025-05-04")) == [
        ("a3", "date", "2025-05-04", DAY)
    ]
    assert fields(*AGREED, report("a4", day="2025-05-04", stance="against", text="لن تبحر"), named("2025-05-04")) == []


def test_no_day_is_no_other_day():
    assert fields(*AGREED, report("a3", published="2025-05-04")) == []


def test_the_wrong_mouth():
    assert fields(*AGREED, report("a3", MINISTER, day=DAY)) == [
        ("a3", "speaker", "وزير النقل نادر قباني", "سلمى الهاشمي")
    ]


def test_the_wrong_office_of_the_right_person():
    odd = report("a3", speaker("نادر قباني", role="وزير البيئة"), day=DAY)
    told = report("a1", MINISTER, day=DAY), report("a2", MINISTER, day=DAY), odd
    assert fields(*told) == [("a3", "speaker", "وزير البيئة", "وزير النقل")]
    assert fields(told[0], odd) == [("a3", "speaker", "وزير البيئة", "وزير النقل")]


@pytest.mark.parametrize(
    ("one", "two"),
    [("وزير النقل اللوزاني", "وزير البيئة"), ("رئيس الوزراء اللوزاني", "الرئيس اللوزاني"), ("وزير البيئة", "مستشار شؤون المياه")],
)  # fmt: skip
def test_offices_that_nobody_has_at_one_time(one, two):
    told = (report(f"a{n}", speaker(role=role), day=DAY) for n, role in enumerate((one, two)))
    assert fields(*told) == [("a1", "speaker", two, one)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("وزير النقل اللوزاني", "وزير النقل والموانئ"), ("وزير نقلها", "وزير النقل"), ("رئيس وزراء لوزانا", "رئيس الحكومة"),
        ("رئيس حزب الماء", "رئيس كتلة الشاطئ"), ("وزير الدولة لشؤون المياه", "وزير المياه"), ("الرئيس", "رئيس الحكومة"),
        ("المتحدث باسم الحزب", "المتحدث باسم حركة الماء"), ("مستشار المرشد", "مستشار الزعيم الأعلى"),
    ],
)  # fmt: skip
def test_one_office_in_other_words(one, two):
    assert fields(*(report(f"a{n}", speaker(role=role), day=DAY) for n, role in enumerate((one, two)))) == []


def test_a_round_up_may_tell_another_office_but_no_other_mouth():
    def round_up(who):
        return report("a3", who, "undecided", day=DAY, alludes=True, background=True, text="كلام قباني")

    told = report("a1", MINISTER, day=DAY), report("a2", MINISTER, day=DAY)
    odd = speaker("نادر قباني", role="وزير البيئة")
    assert fields(*told, round_up(odd)) == [("a3", "speaker", "وزير البيئة", "وزير النقل")]
    assert fields(*told, round_up(PRESIDENT)) == []


def test_an_office_that_holds_the_name_is_told_once():
    odd = speaker("وزير البيئة نادر قباني", role="وزير البيئة نادر قباني")
    told = report("a1", MINISTER, day=DAY), report("a2", odd, day=DAY)
    assert fields(*told) == [("a2", "speaker", "وزير البيئة نادر قباني", "وزير النقل")]


def test_another_title_is_no_other_office():
    assert fields(*AGREED, report("a3", speaker(PRESIDENT.name, role="زعيمة حزب الماء"), day=DAY)) == []


@pytest.mark.parametrize("who", [STATE, speaker(None, None)])
def test_who_names_nobody_contradicts_nobody(who):
    assert fields(*AGREED, report("a3", who, day=DAY)) == []


def test_unnamed_sources_have_no_names_to_differ_by():
    assert fields(report("a1", UNNAMED), report("a2", speaker("مسؤول كبير", "anonymous"))) == []


def test_a_spokesman_is_no_other_speaker_than_his_body():
    spokesman = speaker("وليد منصور", role="المتحدث باسم وزارة النقل")
    assert fields(report("a1", speaker("وزارة النقل", "body")), report("a2", spokesman)) == []


class TestDetails:
    def told(self, *values: str | None) -> list[tuple[str, str, str, str]]:
        traits = [() if value is None else (number(value),) for value in values]
        return fields(*(report(f"a{n}", day=DAY, traits=given) for n, given in enumerate(traits)))

    def test_number(self):
        assert self.told("12", "12", "20") == [("a2", "number", "20 سفن", "12 سفن")]

    def test_the_earliest_holds_where_they_are_even(self):
        assert self.told("20", "12") == [("a1", "number", "12 سفن", "20 سفن")]

    def test_silence_is_no_other_number(self):
        assert self.told("12", None, "12") == []

    def test_an_article_that_gives_two_numbers_gives_none(self):
        both = report("a3", day=DAY, traits=(number("12"), number("20")))
        assert fields(report("a1", day=DAY, traits=(number("12"),)), both) == []
        assert fields(both, report("a4", day=DAY, traits=(number("7"), number("8")))) == []

    @pytest.mark.parametrize("kind", ["entity", "channel"])
    def test_entity(self, kind):
        def trait(value: str) -> tuple[Trait]:
            return (Trait(kind, "key", value, value),)

        told = [report(f"a{n}", day=DAY, traits=trait(value)) for n, value in enumerate(("الحالي", "الحالي", "السابق"))]
        assert fields(*told) == [("a2", "entity", "السابق", "الحالي")]

    def test_every_detail_that_differs_is_told(self):
        other = Trait("number", "بحار", "90", "90 بحارا"), Trait("number", "بحار", "80", "80 بحارا")
        told = [report(f"a{n}", day=DAY, traits=(number("12"), other[0])) for n in range(2)]
        odd = report("a2", day=DAY, traits=(number("20"), other[1]))
        assert [(a, says) for a, _, says, _ in fields(*told, odd)] == [("a2", "80 بحارا"), ("a2", "20 سفن")]


class TestCountedConditions:
    ONLY = Trait("conditions", "all", "1", "بشرط واحد")
    TOLD = "إلا بعد وقف القتال", "إلا بعد توقيع النقابة ورفع الحصار"

    def told(self, *conditions: str, only: str = "بعد وقف القتال", **given) -> list[tuple[str, str, str, str]]:
        odd = report("a3", stance="conditional", conditions=(only,), traits=(self.ONLY,), day=DAY, **given)
        return fields(report("a1", stance="conditional", conditions=conditions, day=DAY), odd)

    def test_fewer_than_others_tell(self):
        assert self.told(*self.TOLD) == [("a3", "condition-dropped", "بشرط واحد", "إلا بعد توقيع النقابة")]
        assert self.told("إلا بعد وقف القتال ورفع الحصار") == [("a3", "condition-dropped", "بشرط واحد", "رفع الحصار")]

    def test_as_many_as_others_tell(self):
        assert self.told(self.TOLD[0]) == []
        assert self.told("إلا بعد وقف القتال ورفع الحصار", text="لن نبحر قبل رفع الحصار ووقف القتال") == []


def test_a_number_in_a_mere_allusion():
    allusion = report(
        "a3",
        speaker(None, None),
        "undecided",
        day=DAY,
        alludes=True,
        background=True,
        traits=(number("20"),),
        text="وأبحرت",
    )
    told = report("a1", day=DAY, traits=(number("12"),))
    assert fields(told, allusion) == [("a3", "number", "20 سفن", "12 سفن")]


def test_differences_come_by_article_and_name_their_event():
    odd = [
        report(f"a{n}", day=DAY, stance="undecided", traits=(number(str(n)),), published=f"2025-05-0{n}")
        for n in (8, 7)
    ]
    agreed = [report(f"b{n}", day=DAY, traits=(number("12"),)) for n in range(4)]
    found = results(*odd, *agreed)
    assert [each.article for each in found.differences] == ["a7", "a7", "a8", "a8"]
    assert {(each.event, each.actor, each.date) for each in found.differences} == {(found.events[0].key, "LK", DAY)}
