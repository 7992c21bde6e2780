"""Dates with a day of the month, in words and figures, in one calendar or two."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mawqif.lang.ar.times.calendar import UNKNOWN, VAGUE, Days
from mawqif.lang.ar.times.context import lies_ahead, name_of_an_event
from mawqif.lang.ar.times.dates import Month, Tail, day_in_year, numeric_date
from mawqif.lang.ar.times.engine import Bound, Rule, Yes

Dated = Callable[[int | None], Days | None]
_NO_TAIL = Tail()
_AHEAD = Tail(rel="ahead")
_SAME_DAY = 3  # days by which two calendars of one date may differ


def _month_day(ref: date | None, b: Bound) -> Dated:
    day, month = b["MonthDay"]
    tail = b.get("Tail", _AHEAD if b["ahead"] else _NO_TAIL)
    return lambda weekday: day_in_year(day, month, tail, ref, weekday)


def _figures(ref: date | None, b: Bound) -> Dated | None:
    if "date" in b:
        year, month, day = b["date"]
    else:
        day, month = b["pair"] if "pair" in b else (b["dnum"], b["dnum2"])
        year = b["yearnum"]
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return lambda weekday: numeric_date(year, month, day)


def _this_month(ref: date | None, b: Bound) -> Dated | None:
    """20 من الشهر الجاري; also 20 الجاري."""
    offsets = {"past": -1, "last": -1, "past2": -2, "current": 0, "future": 1, "future2": 2}
    rel = b.get("rel", "current")
    if b.get("the_unit", "month") != "month" or rel not in offsets or ("the_unit" not in b and rel != "current"):
        return None
    if ref is None:
        return lambda weekday: UNKNOWN
    year, month = divmod(ref.year * 12 + ref.month - 1 + offsets[rel], 12)
    return lambda weekday: day_in_year(b["dnum"], Month("g", month + 1), Tail(year=year), None)


def _one_date(ref: date | None, b: Bound) -> Days | None:
    dated: Dated = b["Dated"]
    return dated(int(b["weekday"]) if "weekday" in b else None) or VAGUE  # 30 فبراير is no day


def _short_date(ref: date | None, b: Bound) -> Dated | None:
    """12/7 without a year; only said with a weekday or يوم."""
    day, month = b["pair"] if "pair" in b else (b["dnum"], b["dnum2"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return lambda weekday: _nearest(
        [day_in_year(day, Month(calendar, month), _NO_TAIL, ref, weekday) for calendar in "gh"], ref, weekday
    )


def _nearest(found: list[Days | None], ref: date | None, weekday: int | None) -> Days | None:
    """The Gregorian reading, unless only a Hijri one that is nearer falls on the weekday."""
    gregorian, hijri = found
    if ref is None or weekday is None or hijri is None or hijri.first is None or hijri.first.weekday() != weekday:
        return gregorian
    if gregorian is None or gregorian.first is None:
        return hijri
    return min(gregorian, hijri, key=lambda days: abs((days.first or ref) - ref))


def _two_calendars(ref: date | None, b: Bound) -> Days | None:
    """24 شعبان 1433هـ الموافق 14 يوليو 2012: the Gregorian side is exact."""
    first, second = b["OneDate"], b["OneDate2"]
    exact: Days = second if first.approximate else first
    if first.first is None or second.first is None:
        return exact if exact.first else first
    near = abs((first.first - second.first).days) <= _SAME_DAY
    return exact if "corresponds" in b or near else None


DATES = (
    Rule(
        "day-month",
        "Dated",
        ("MonthDay Tail", "MonthDay era", "MonthDay"),
        _month_day,
        yes=(
            Yes("وقع الزلزال في الثاني عشر من تموز.", "الثاني عشر من تموز", "2025-07-12"),
            Yes("يعود القرار إلى 12 مارس.", "12 مارس", "2025-03-12"),
            Yes("وفي ١٢ مارس ٢٠٢٤ أُقرّ القانون.", "١٢ مارس ٢٠٢٤", "2024-03-12"),
            Yes("صدر في الأول من أبريل/نيسان الماضي.", "الأول من أبريل/نيسان الماضي", "2025-04-01"),
            Yes("يبدأ في 20 فبراير المقبل.", "20 فبراير المقبل", "2026-02-20"),
            Yes("هجوم السابع من أكتوبر 2023 معروف.", "السابع من أكتوبر 2023", "2023-10-07"),
            Yes("اجتمعا في 5 يناير الجاري.", "5 يناير الجاري", "2026-01-05"),
            Yes("انتهى في الحادي والثلاثين من ديسمبر 2024.", "الحادي والثلاثين من ديسمبر 2024", "2024-12-31"),
            Yes("حدث في 5 رجب 1447هـ.", "5 رجب 1447هـ", "2025-12-25", None, True),
            Yes("وُلد في الـ12 من تموز 1960.", "الـ12 من تموز 1960", "1960-07-12"),
            Yes("يوم 15 من شهر مايو من العام الماضي.", "يوم 15 من شهر مايو من العام الماضي", "2025-05-15"),
            Yes("في أول مايو 2023 تظاهروا.", "أول مايو 2023", "2023-05-01"),
            Yes("يُسدد الدين بحلول 17 فبراير.", "17 فبراير", "2026-02-17"),
            Yes("أحداث 11 سبتمبر 2001 غيّرت كل شيء.", "11 سبتمبر 2001", "2001-09-11"),
        ),
        no=("ذهب 20 في المائة منهم.", "وصل 1433 شخصا.", "تنص المادة 12 على ذلك.", "كرّم أبطال ثورة 25 يناير."),
        unless=(name_of_an_event,),
        notes=(("ahead", lies_ahead),),
    ),
    Rule(
        "figures",
        "Dated",
        (
            "date era",
            "date",
            "dnum slash dnum slash yearnum era",
            "dnum slash dnum slash yearnum",
            "pair slash yearnum",
            "dnum dash dnum dash yearnum",
        ),
        _figures,
        yes=(
            Yes("صدر بتاريخ 12/7/2025.", "12/7/2025", "2025-07-12"),
            Yes("صدر في 2025-07-12.", "2025-07-12", "2025-07-12"),
            Yes("صدر في ١٢/٧/٢٠٢٥.", "١٢/٧/٢٠٢٥", "2025-07-12"),
            Yes("صدر في 12 / 7 / 2025.", "12 / 7 / 2025", "2025-07-12"),
            Yes("صدر في 22.7.2025.", "22.7.2025", "2025-07-22"),
            Yes("يوم 24/10/1436هـ.", "يوم 24/10/1436هـ", "2015-08-09", None, True),
        ),
        no=("فاز 2-1 في المباراة.", "بلغت النسبة 3/4 منهم.", "القرار 12/2015 نافذ."),
    ),
    Rule(
        "day-this-month",
        "Dated",
        ("dnum of? the_unit rel", "dnum of? rel", "dnum of? this the_unit", "dnum of the_unit"),
        _this_month,
        yes=(
            Yes("اجتمعوا في 4 من الشهر الجاري.", "4 من الشهر الجاري", "2026-01-04"),
            Yes("يلتقيان في 20 من الشهر الجاري.", "20 من الشهر الجاري", "2026-01-20"),
            Yes("التقيا في العشرين من الشهر الماضي.", "العشرين من الشهر الماضي", "2025-12-20"),
            Yes("يُعقد يوم 25 الجاري.", "يوم 25 الجاري", "2026-01-25"),
            Yes("يُعقد في الخامس من الشهر المقبل.", "الخامس من الشهر المقبل", "2026-02-05"),
        ),
    ),
    Rule(
        "one-date",
        "OneDate",
        (
            "weekday comma? Dated",
            "weekday corresponds? open? day? Dated close",
            "weekday corresponds day? Dated",
            "weekday dash Dated",
            "weekday rel comma? corresponds? Dated",
            "Dated",
        ),
        _one_date,
        yes=(
            Yes("اجتمعوا الثلاثاء 26 يونيو 2012.", "الثلاثاء 26 يونيو 2012", "2012-06-26"),
            Yes("يجتمعون الخميس 8 يناير في جنيف.", "الخميس 8 يناير", "2026-01-08"),
            Yes("يوم الأحد المقبل الموافق 11 يناير.", "يوم الأحد المقبل الموافق 11 يناير", "2026-01-11"),
            Yes("يوم الأحد الموافق 4 يناير.", "يوم الأحد الموافق 4 يناير", "2026-01-04"),
        ),
    ),
    Rule(
        "two-calendars",
        "Date",
        (
            "OneDate corresponds OneDate",
            "OneDate open corresponds? OneDate close",
            "OneDate slash OneDate",
            "OneDate dash OneDate",
            "OneDate comma corresponds OneDate",
        ),
        _two_calendars,
        yes=(
            Yes("في 24 شعبان 1433هـ الموافق 14 يوليو 2012.", "24 شعبان 1433هـ الموافق 14 يوليو 2012", "2012-07-14"),
            Yes(
                "عُقد الاثنين 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م.",
                "الاثنين 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م",
                "2015-08-10",
            ),
        ),
    ),
    Rule("date", "Date", ("OneDate",), lambda ref, b: b["OneDate"], hands_on=True),
    Rule(
        "short-date",
        "Day",
        ("weekday ShortDate", "day ShortDate"),
        lambda ref, b: b["ShortDate"](int(b["weekday"]) if "weekday" in b else None),
        yes=(
            Yes("يُعقد يوم الخميس 8/1 في جنيف.", "يوم الخميس 8/1", "2026-01-08"),
            Yes("يُعقد الأحد 17/10 في أبها.", "الأحد 17/10", "2015-08-02", None, True, date(2015, 8, 2)),
        ),
    ),
    Rule("short-date-figures", "ShortDate", ("pair", "dnum slash dnum"), _short_date),
    Rule("day-is-date", "Day", ("Date",), lambda ref, b: b["Date"], hands_on=True),
)
