"""Weeks, months, seasons, years, decades and centuries, and their parts."""

from __future__ import annotations

from datetime import date

from mawqif.lang.ar.times.calendar import (
    UNKNOWN,
    VAGUE,
    Days,
    around,
    days,
    season_days,
    unit_period,
)
from mawqif.lang.ar.times.context import (
    after,
    after_a_number,
    before,
    lies_ahead,
    name_of_an_event,
    not_a_year,
    only_after,
)
from mawqif.lang.ar.times.dates import Tail, in_years, month_in_year, season_in_hijri_year, two_years, year_days
from mawqif.lang.ar.times.engine import Bound, Rule, Yes
from mawqif.lang.ar.times.names import SEVERAL_NAMES, one_month

_NO_TAIL = Tail()
_LONG = frozenset({"week", "month", "year", "decade", "century"})


def _month(ref: date | None, b: Bound) -> Days | None:
    return month_in_year(b["Month"], b.get("Tail", Tail(rel="ahead") if b["ahead"] else _NO_TAIL), ref)


def _bare_month(ref: date | None, b: Bound) -> Days | None:
    return None if b["Month"].calendar == "h" else _month(ref, b)


def _year(ref: date | None, b: Bound) -> Days | None:
    return year_days(*b["Year"]) if "Year" in b else year_days(*b["YearNumber"])


def unit_days(ref: date | None, b: Bound) -> Days | None:
    """The calendar unit the words name: الأسبوع الماضي، هذا العام."""
    unit, rel = b["the_unit"], b.get("rel", "current")
    if unit not in _LONG:
        return None
    if rel == "same":
        return VAGUE
    if "YearNumber" in b:
        return year_days(*b["YearNumber"]) if unit == "year" else None
    return unit_period(unit, ref, rel) if ref else UNKNOWN


def _kind_of_year(ref: date | None, b: Bound) -> Days | None:
    """A school or fiscal year is about the calendar year (or two) it is called after."""
    if b.get("the_unit", "year") != "year":
        return None
    if "YearNumber" in b:
        found = _year(ref, b)
    elif "rel" in b and not {"years", "yearnum"} & b.keys():
        found = unit_days(ref, b)
    else:
        found = two_years(*(b["years"] if "years" in b else (b["yearnum"], b["yearnum2"])))
    return around(found) if found and not found.vague and b["year_kind"] != "calendar" else found


def _season(ref: date | None, b: Bound) -> Days | None:
    month = int(b["season"] if "season" in b else b["the_season"])
    tail = Tail(year=b["Year"][0]) if "Year" in b else b.get("RelYear") or Tail(rel=b.get("rel", "current"))
    if tail.year is not None and tail.year <= 1500:
        return season_in_hijri_year(month, tail.year)
    return in_years(lambda year: season_days(year, month), "g", tail, ref)


def _decade(ref: date | None, b: Bound) -> Days | None:
    century = b.get("Century")
    if century is not None and century.first is None:
        return UNKNOWN
    base = (century.first.year - 1 if century else 1900) + int(b["decade"])
    return days(date(base, 1, 1), date(base + 9, 12, 31))


def _century(ref: date | None, b: Bound) -> Days | None:
    if b["the_unit"] != "century":
        return None
    if "rel" in b:
        return unit_days(ref, b)
    number = b["ord"] if "ord" in b else b["num"]
    if not 1 <= number <= 30:
        return None
    return days(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31))


def _bare_unit(ref: date | None, b: Bound) -> Days | None:
    return None if b["the_unit"] not in _LONG else unit_days(ref, b)


PERIODS = (
    Rule(
        "month",
        "Base",
        ("month_word Month Tail?", "Month Tail", "month_word Month blessed?"),
        _month,
        (name_of_an_event,),
        yes=(
            Yes("بدأ العمل في مارس الماضي.", "مارس الماضي", "2025-03-01", "2025-03-31"),
            Yes("منذ شباط/فبراير الماضي لم يعد.", "شباط/فبراير الماضي", "2025-02-01", "2025-02-28"),
            Yes("تُجرى الانتخابات في مايو المقبل.", "مايو المقبل", "2026-05-01", "2026-05-31"),
            Yes("عُقد في شهر أبريل 2012.", "شهر أبريل 2012", "2012-04-01", "2012-04-30"),
            Yes("عُقد في رمضان الماضي.", "رمضان الماضي", "2025-03-01", "2025-03-29", True),
            Yes("عُقد في تشرين الأول 2021.", "تشرين الأول 2021", "2021-10-01", "2021-10-31"),
            Yes("عُقد في ديسمبر من عام 2019.", "ديسمبر من عام 2019", "2019-12-01", "2019-12-31"),
        ),
        notes=(("ahead", lies_ahead),),
        no=("مارس ضغوطا على الحكومة.", "مارست اللجنة عملها.", "قالت ماي إنها باقية."),
    ),
    Rule(
        "bare-month",
        "Time",
        ("Month",),
        _bare_month,
        (before("name_before_month"), only_after("month_context")),
        notes=(("ahead", lies_ahead),),
        yes=(Yes("افتُتح المصنع في أغسطس.", "أغسطس", "2025-08-01", "2025-08-31"),),
    ),
    Rule(
        "month-by-several-names",
        "Time",
        SEVERAL_NAMES,
        lambda ref, b: _bare_month(ref, {**b, "Month": month}) if (month := one_month(ref, b)) else None,
        (before("name_before_month"), after_a_number),
        notes=(("ahead", lies_ahead),),
        yes=(
            Yes("هبط عقد تسليم أيلول (سبتمبر) قليلا.", "أيلول (سبتمبر)", "2025-09-01", "2025-09-30"),
            Yes("أوت/أغسطس/آب/غشت", "أوت/أغسطس/آب/غشت", "2025-08-01", "2025-08-31"),
        ),
        no=("بعد ثورة يناير/كانون الثاني تغير كل شيء.", "ذكرى ثورة 25 يناير/كانون الثاني قريبة."),
    ),
    Rule(
        "year",
        "Base",
        ("year_word YearNumber", "year_word open YearNumber close"),
        _year,
        (before("not_a_year_before"),),
        yes=(
            Yes("تأسس الحزب عام 2003.", "عام 2003", "2003-01-01", "2003-12-31"),
            Yes("تأسس الحزب سنة 2017.", "سنة 2017", "2017-01-01", "2017-12-31"),
            Yes("خطة لعام 2024 جاهزة.", "عام 2024", "2024-01-01", "2024-12-31"),
            Yes("تأسس في عام ١٩٥٦.", "عام ١٩٥٦", "1956-01-01", "1956-12-31"),
            Yes("تأسس عام 1433هـ.", "عام 1433هـ", "2011-11-26", "2012-11-14", True),
            Yes("تأسس عام ألفين وخمسة عشر.", "عام ألفين وخمسة عشر", "2015-01-01", "2015-12-31"),
        ),
        no=("انتخابات 2020 كانت حرة.", "كأس العالم 2026 قريبة.", "حضر 2015 شخصا."),
    ),
    Rule(
        "short-year",
        "Base",
        ("year_word short_year",),
        lambda ref, b: year_days(1900 + b["short_year"], "g"),
        (before("not_a_year_before"),),
        yes=(Yes("حدود عام 67 معروفة.", "عام 67", "1967-01-01", "1967-12-31"),),
    ),
    Rule(
        "year-with-era",
        "Base",
        ("yearnum era",),
        lambda ref, b: year_days(b["yearnum"], b["era"]) if (b["era"] == "h") == (b["yearnum"] <= 1500) else None,
        yes=(Yes("بُني المسجد 1958م.", "1958م", "1958-01-01", "1958-12-31"),),
    ),
    Rule(
        "bare-year",
        "Time",
        ("yearnum",),
        lambda ref, b: year_days(b["yearnum"], "g") if b["yearnum"] > 1500 else None,
        (not_a_year,),
        yes=(
            Yes("بدأت الحرب في 2011.", "2011", "2011-01-01", "2011-12-31"),
            Yes("وفي 2016 تمت محاكمته.", "2016", "2016-01-01", "2016-12-31"),
            Yes("مستمرة منذ 2014 بلا حل.", "2014", "2014-01-01", "2014-12-31"),
        ),
        no=("حضر في 2015 موقعا عدد كبير.", "زرعوا في 2015 قرية.", "وصل من 2000 أسرة."),
    ),
    Rule(
        "unit",
        "Base",
        ("the_unit rel comma? YearNumber", "the_unit rel open YearNumber close", "the_unit rel", "this the_unit"),
        unit_days,
        yes=(
            Yes("اجتمعوا الأسبوع الماضي.", "الأسبوع الماضي", "2025-12-29", "2026-01-04"),
            Yes("اجتمعوا الأسبوع قبل الماضي.", "الأسبوع قبل الماضي", "2025-12-22", "2025-12-28"),
            Yes("يجتمعون الأسبوع المقبل.", "الأسبوع المقبل", "2026-01-12", "2026-01-18"),
            Yes("يجتمعون هذا الأسبوع.", "هذا الأسبوع", "2026-01-05", "2026-01-11"),
            Yes("خلال الشهر الجاري ارتفع السعر.", "الشهر الجاري", "2026-01-01", "2026-01-31"),
            Yes("في الشهر الماضي ارتفع السعر.", "الشهر الماضي", "2025-12-01", "2025-12-31"),
            Yes("بلغت خلال العام الماضي 2025 ذروتها.", "العام الماضي 2025", "2025-01-01", "2025-12-31"),
            Yes("توفي العام الماضي.", "العام الماضي", "2025-01-01", "2025-12-31"),
            Yes("تُقام العام المقبل.", "العام المقبل", "2027-01-01", "2027-12-31"),
            Yes("تُقام هذه السنة.", "هذه السنة", "2026-01-01", "2026-12-31"),
            Yes("في القرن الماضي كان هنا.", "القرن الماضي", "1901-01-01", "2000-12-31"),
        ),
        no=("عُيّن المدير العام أمينا.",),
    ),
    Rule(
        "kind-of-year",
        "Base",
        (
            "the_unit|year_word year_kind YearNumber",
            "the_unit|year_word year_kind years era?",
            "the_unit|year_word year_kind open? yearnum slash|dash yearnum era? close?",
            "the_unit year_kind rel years era?",
            "the_unit year_kind rel yearnum slash|dash yearnum era?",
            "the_unit year_kind rel",
        ),
        _kind_of_year,
        yes=(
            Yes("في العام الدراسي 2014/2015.", "العام الدراسي 2014/2015", "2014-01-01", "2015-12-31", True),
            Yes("إيرادات العام المالي 2013 كبيرة.", "العام المالي 2013", "2013-01-01", "2013-12-31", True),
            Yes("مطلع العام الميلادي الحالي.", "مطلع العام الميلادي الحالي", "2026-01-01", "2026-03-31", True),
        ),
    ),
    Rule(
        "season",
        "Base",
        ("season_word? season Year", "season_word? season RelYear", "season_word? the_season rel", "this the_season"),
        _season,
        yes=(
            Yes("زارها في صيف 2014.", "صيف 2014", "2014-06-01", "2014-08-31"),
            Yes("زارها في خريف عام 2013.", "خريف عام 2013", "2013-09-01", "2013-11-30"),
            Yes("زارها في صيف 1434هـ.", "صيف 1434هـ", "2013-06-01", "2013-08-31", True),
            Yes("زارها الصيف الماضي.", "الصيف الماضي", "2025-06-01", "2025-08-31"),
            Yes("يزورها الربيع المقبل.", "الربيع المقبل", "2026-03-01", "2026-05-31"),
        ),
        no=("دول الربيع العربي كثيرة.",),
    ),
    Rule(
        "decade",
        "Base",
        ("decade_word? decade of? Century", "decade_word decade"),
        _decade,
        yes=(
            Yes("في ثمانينات القرن الماضي كان هنا.", "ثمانينات القرن الماضي", "1980-01-01", "1989-12-31"),
            Yes("في الستينيات من القرن العشرين.", "الستينيات من القرن العشرين", "1960-01-01", "1969-12-31"),
        ),
    ),
    Rule(
        "bare-decade",
        "Base",
        ("decade",),
        lambda ref, b: _decade(ref, b) if int(b["decade"]) >= 50 else None,
        (lambda forms, first, end: end + 1 < len(forms) and after("age")(forms, first, end + 1),),
        yes=(Yes("عاش هناك في التسعينيات.", "التسعينيات", "1990-01-01", "1999-12-31"),),
        no=("رجل في الخمسينيات من عمره.",),
    ),
    Rule(
        "century",
        "Century",
        ("the_unit ord", "the_unit num", "the_unit rel"),
        _century,
        yes=(
            Yes("يعود إلى القرن التاسع عشر.", "القرن التاسع عشر", "1801-01-01", "1900-12-31"),
            Yes("في القرن الحادي والعشرين.", "القرن الحادي والعشرين", "2001-01-01", "2100-12-31"),
            Yes("في القرن الـ19.", "القرن الـ19", "1801-01-01", "1900-12-31"),
        ),
    ),
    Rule(
        "century-period",
        "Base",
        ("Century",),
        lambda ref, b: b["Century"],
        (lambda forms, first, end: end < len(forms) and forms[end] in ("قبل", "ق", "الهجري"),),
        no=("من القرن السابع قبل الميلاد.",),
    ),
    Rule("whole-base", "Whole", ("Base",), lambda ref, b: b["Base"], hands_on=True),
    Rule(
        "whole-year", "Whole", ("yearnum",), lambda ref, b: year_days(b["yearnum"], "g" if b["yearnum"] > 1500 else "h")
    ),
    Rule("whole-unit", "Whole", ("the_unit",), _bare_unit),
    Rule("whole-month", "Whole", ("Month",), _month, notes=(("ahead", lies_ahead),)),
    Rule("period", "Time", ("Base",), lambda ref, b: b["Base"], hands_on=True),
    Rule("part-of-period", "Time", ("Share",), lambda ref, b: b["Share"], hands_on=True),
    Rule(
        "about-period",
        "Time",
        ("about Base",),
        lambda ref, b: b["Base"] if b["Base"].vague else around(b["Base"]),
        yes=(Yes("بُني حوالي عام 1950.", "حوالي عام 1950", "1950-01-01", "1950-12-31", True),),
    ),
)
