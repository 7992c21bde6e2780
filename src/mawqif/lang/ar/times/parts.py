"""Parts of a day and hours, joined to their day: مساء الاثنين، فجر الخميس، الساعة العاشرة من صباح الأحد."""

from __future__ import annotations

from datetime import date

from mawqif.lang.ar.times.calendar import DAY, UNKNOWN, VAGUE, Days, days
from mawqif.lang.ar.times.context import after
from mawqif.lang.ar.times.engine import Bound, Rule, Yes
from mawqif.lang.ar.times.weekdays import weekday_near


def _its_day(ref: date | None, b: Bound) -> Days:
    found: Days = b["Day"] if "Day" in b else b["PartDay"]
    return found


def _night_between(ref: date | None, b: Bound) -> Days | None:
    first, second = int(b["weekday"]), int(b["weekday2"])
    if (first + 1) % 7 != second:
        return None
    if ref is None:
        return UNKNOWN
    last = weekday_near(ref, second, b.get("rel"))
    return days(last - DAY, last) if last else None


def _this_part(ref: date | None, b: Bound) -> Days | None:
    back = {"current": 0, "past": 1, "past2": 2}
    rel = b.get("rel", "current")
    if rel not in back:
        return VAGUE if rel in ("next", "prev", "same") else None
    return days(ref - DAY * back[rel]) if ref else UNKNOWN


def _day_after(ref: date | None, b: Bound) -> Days:
    day: Days = b["Day"]
    return days(day.last + DAY) if day.last else UNKNOWN


PARTS = (
    Rule("day-with-word", "NamedDay", ("day Day", "Day"), _its_day, hands_on=True),
    Rule(
        "part-of-day",
        "PartDay",
        (
            "part of? NamedDay",
            "part NamedDay adverb",
            "NamedDay adverb",
            "NamedDay part the_part",
            "the_part of NamedDay",
        ),
        lambda ref, b: b["NamedDay"],
        yes=(
            Yes("قال الوزير مساء الاثنين إن العمل مستمر.", "مساء الاثنين", "2026-01-05"),
            Yes("انفجر الخزان فجر الخميس.", "فجر الخميس", "2026-01-01"),
            Yes("غادر مساء أمس.", "مساء أمس", "2026-01-05"),
            Yes("وصل صباح اليوم الثلاثاء.", "صباح اليوم الثلاثاء", "2026-01-06"),
            Yes("قُصف الحي ليلة أمس الأول.", "ليلة أمس الأول", "2026-01-04"),
            Yes("عاد مساء يوم الأحد الماضي.", "مساء يوم الأحد الماضي", "2026-01-04"),
            Yes("عاد بعد ظهر الجمعة.", "بعد ظهر الجمعة", "2026-01-02"),
            Yes("اعتُقل الأحد ليلا.", "الأحد ليلا", "2026-01-04"),
            Yes("يصل صباح غد الأربعاء.", "صباح غد الأربعاء", "2026-01-07"),
            Yes("انطلق عصر 3 مايو 2020.", "عصر 3 مايو 2020", "2020-05-03"),
        ),
    ),
    Rule(
        "night-between",
        "PartDay",
        (
            "part weekday slash weekday rel?",
            "part weekday dash weekday rel?",
            "part weekday to weekday rel?",
            "part weekday on weekday rel?",
            "part weekday weekday rel?",
        ),
        _night_between,
        yes=(
            Yes("قُصفت البلدة ليل الأحد/ الاثنين.", "ليل الأحد/ الاثنين", "2026-01-04", "2026-01-05"),
            Yes("قُصفت البلدة ليل السبت - الأحد.", "ليل السبت - الأحد", "2026-01-03", "2026-01-04"),
            Yes("قُصفت البلدة ليلة الجمعة السبت.", "ليلة الجمعة السبت", "2026-01-02", "2026-01-03"),
        ),
    ),
    Rule(
        "this-part",
        "PartDay",
        ("this the_part", "the_part rel", "the_part open rel close", "tonight"),
        _this_part,
        (after("not_after_today"),),
        yes=(
            Yes("قُصف الحي الليلة الماضية.", "الليلة الماضية", "2026-01-05"),
            Yes("قُصف الحي الليلة قبل الماضية.", "الليلة قبل الماضية", "2026-01-04"),
            Yes("وصل الوفد هذا المساء.", "هذا المساء", "2026-01-06"),
            Yes("يلقي الرئيس كلمة الليلة.", "الليلة", "2026-01-06"),
            Yes("عاد هذا الصباح إلى عمله.", "هذا الصباح", "2026-01-06"),
        ),
    ),
    Rule(
        "part-of-other-day",
        "PartDay",
        ("part the_unit rel",),
        lambda ref, b: VAGUE if b["the_unit"] == "day" and b["rel"] in ("next", "prev", "same") else None,
    ),
    Rule("named-day", "PartDay", ("NamedDay",), lambda ref, b: b["NamedDay"], hands_on=True),
    Rule(
        "hour-of-day",
        "LateDay",
        (
            "clock num|ord|clock_time half? adverb? of? PartDay",
            "late of|hence? PartDay",
            "late ~PartDay",
            "late this the_part",
        ),
        lambda ref, b: b["PartDay"] if "PartDay" in b else _this_part(ref, b),
        yes=(
            Yes("أُغلق عند الساعة 14:00 من يوم الأحد.", "الساعة 14:00 من يوم الأحد", "2026-01-04"),
            Yes("وقع الساعة العاشرة من صباح أمس.", "الساعة العاشرة من صباح أمس", "2026-01-05"),
            Yes("أعلن في ساعة متأخرة من مساء الأربعاء قراره.", "ساعة متأخرة من مساء الأربعاء", "2025-12-31"),
            Yes("قال في وقت سابق اليوم إنه باق.", "وقت سابق اليوم", "2026-01-06"),
            Yes("قال في وقت سابق من يوم الأحد إنه باق.", "وقت سابق من يوم الأحد", "2026-01-04"),
        ),
        no=("تبدأ الجلسة الساعة العاشرة.",),
    ),
    Rule(
        "morrow-of-day",
        "LateDay",
        ("morrow NamedDay",),
        lambda ref, b: _day_after(ref, {"Day": b["NamedDay"]}),
        yes=(Yes("عاد غداة الأحد إلى عمله.", "غداة الأحد", "2026-01-05"),),
    ),
    Rule("plain-day", "LateDay", ("PartDay",), lambda ref, b: b["PartDay"], hands_on=True),
    Rule("about-day", "Time", ("about LateDay",), lambda ref, b: _around(b["LateDay"])),
    Rule("some-day", "Time", ("LateDay",), lambda ref, b: b["LateDay"], hands_on=True),
    Rule("morrow", "Time", ("morrow",), lambda ref, b: VAGUE),
)


def _around(value: Days) -> Days:
    return Days(value.first, value.last, True, value.vague)
