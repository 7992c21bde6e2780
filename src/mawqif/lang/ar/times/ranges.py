"""From one day, month or year to another: من 3 إلى 5 مايو، بين يناير ومارس 2015."""

from __future__ import annotations

from datetime import date

from mawqif.lang.ar.times.calendar import DAY, UNKNOWN, Days, days
from mawqif.lang.ar.times.context import after, lies_ahead, only_after
from mawqif.lang.ar.times.dates import Month, Tail, day_in_year, month_in_year, numeric_date, span, two_years
from mawqif.lang.ar.times.engine import Bound, Rule, Yes
from mawqif.lang.ar.times.weekdays import weekday_near

_NO_TAIL = Tail()


def _days_of_month(ref: date | None, b: Bound) -> Days | None:
    first, last = b["pair"] if "pair" in b else (b["dnum"], b["dnum3"] if "dnum3" in b else b["dnum2"])
    tail: Tail = b.get("Tail", Tail(rel="ahead") if b.get("ahead") else _NO_TAIL)
    if not 1 <= first < last <= 31:
        return None
    begin = day_in_year(first, b["Month"], tail, ref)
    return span(begin, _following(begin, last, b["Month"]))


def _following(begin: Days | None, day: int, month: Month) -> Days | None:
    """The first such day of a year on or after `begin`."""
    if begin is None or begin.first is None:
        return begin
    return day_in_year(day, month, Tail(rel="ahead"), begin.first)


def _days_this_month(ref: date | None, b: Bound) -> Days | None:
    offsets = {"past": -1, "current": 0, "future": 1}
    if b["the_unit"] != "month" or b["rel"] not in offsets:
        return None
    if ref is None:
        return UNKNOWN
    year, month = divmod(ref.year * 12 + ref.month - 1 + offsets[b["rel"]], 12)
    return _days_of_month(ref, {**b, "Month": Month("g", month + 1), "Tail": Tail(year=year)})


def _days_in_figures(ref: date | None, b: Bound) -> Days | None:
    year, month, last = b["date"] if "date" in b else (b["yearnum"], b["dnum3"], b["dnum2"])
    if not (month <= 12 and b["dnum"] < last):
        return None
    return span(numeric_date(year, month, b["dnum"]), numeric_date(year, month, last))


def _two_dates(ref: date | None, b: Bound) -> Days | None:
    """28 مارس إلى 5 أبريل 2015: what fixes the year of the second fixes it for the first."""
    (day, month), (day2, month2) = b["MonthDay"], b["MonthDay2"]
    if "Tail" not in b:
        begin = day_in_year(day, month, Tail(rel="ahead") if b["ahead"] else _NO_TAIL, ref)
        return span(begin, _following(begin, day2, month2))
    if "Tail2" in b:
        return span(day_in_year(day, month, b["Tail"], ref), day_in_year(day2, month2, b["Tail2"], ref))
    last = day_in_year(day2, month2, b["Tail"], ref)
    if last is None or last.first is None:
        return last
    before = range(last.first.year, last.first.year - 2, -1)
    begins = (day_in_year(day, month, Tail(year=year), ref) for year in before)
    return next((span(begin, last) for begin in begins if begin and begin.first and begin.first < last.first), None)


def _two_months(ref: date | None, b: Bound) -> Days | None:
    first, last = b["Month"], b["Month2"]
    if first.calendar != last.calendar or first == last:
        return None
    if "Tail" not in b:
        begin = month_in_year(first, _NO_TAIL, ref)
        return span(begin, month_in_year(last, Tail(rel="ahead"), begin.first)) if begin and begin.first else begin
    tail = b["Tail"]
    end = month_in_year(last, tail, ref)
    if end is None or end.first is None:
        return end
    if first.calendar == "h":
        return span(month_in_year(first, tail, ref), end)
    return span(month_in_year(first, Tail(year=end.first.year - (first.number > last.number)), ref), end)


def _two_weekdays(ref: date | None, b: Bound) -> Days | None:
    if ref is None:
        return UNKNOWN
    final = int(b["weekday3"] if "weekday3" in b else b["weekday2"])
    last = weekday_near(ref, final, b.get("rel"))
    back = (final - int(b["weekday"])) % 7
    return days(last - DAY * back, last) if last and back else None


def _years_together(ref: date | None, b: Bound) -> Days | None:
    return _two_years(ref, b) if b["yearnum2"] == b["yearnum"] + 1 else None


def _two_years(ref: date | None, b: Bound) -> Days | None:
    return two_years(*(b["years"] if "years" in b else (b["yearnum"], b["yearnum2"])))


RANGES = (
    Rule(
        "days-of-month",
        "Time",
        (
            "between dnum +dnum of? month_word? Month Tail?",
            "between day_many|day_pair dnum +dnum of? month_word? Month Tail?",
            "day_many|day_pair dnum +dnum of? month_word? Month Tail?",
            "day_many dnum +dnum +dnum of? month_word? Month Tail?",
            "day_many? dnum dash|to dnum of? month_word? Month Tail?",
            "day_many? pair of? month_word? Month Tail?",
            "dnum +dnum of? Month Tail?",
        ),
        _days_of_month,
        notes=(("ahead", lies_ahead),),
        yes=(
            Yes("يُقام المعرض 4-8 يناير.", "4-8 يناير", "2026-01-04", "2026-01-08"),
            Yes("يُقام المعرض 13 – 15 يناير.", "13 – 15 يناير", "2025-01-13", "2025-01-15"),
            Yes("يُقام المعرض 13-15 يناير 2024.", "13-15 يناير 2024", "2024-01-13", "2024-01-15"),
            Yes("أقيم بين 3 و5 مايو.", "بين 3 و5 مايو", "2025-05-03", "2025-05-05"),
            Yes("أقيم من 3 إلى 5 مايو.", "من 3 إلى 5 مايو", "2025-05-03", "2025-05-05"),
            Yes("أقيم يومي 25 و26 ديسمبر.", "يومي 25 و26 ديسمبر", "2025-12-25", "2025-12-26"),
            Yes("أقيم بين الثالث والخامس من مايو.", "بين الثالث والخامس من مايو", "2025-05-03", "2025-05-05"),
        ),
    ),
    Rule(
        "days-in-figures",
        "Time",
        (
            "day_many? dnum dash|to dnum slash dnum slash yearnum era?",
            "day_many? dnum dash|to date era?",
            "between dnum +date",
        ),
        _days_in_figures,
        yes=(
            Yes("من 8 – 10 / 11 / 1436 هـ.", "من 8 – 10 / 11 / 1436 هـ", "2015-08-23", "2015-08-25", True),
            Yes("من 3 إلى 5/7/2025.", "من 3 إلى 5/7/2025", "2025-07-03", "2025-07-05"),
        ),
    ),
    Rule(
        "days-of-this-month",
        "Time",
        (
            "between dnum +dnum of? the_unit rel",
            "dnum dash|to dnum of? the_unit rel",
            "day_pair dnum +dnum of? the_unit rel",
        ),
        _days_this_month,
        yes=(Yes("من 3 إلى 5 من الشهر الجاري.", "من 3 إلى 5 من الشهر الجاري", "2026-01-03", "2026-01-05"),),
    ),
    Rule(
        "two-dates",
        "Time",
        ("between MonthDay Tail? +MonthDay Tail?", "MonthDay Tail? to MonthDay Tail?", "MonthDay dash MonthDay Tail?"),
        _two_dates,
        notes=(("ahead", lies_ahead),),
        yes=(
            Yes("يُقام من 20 ديسمبر وحتى 5 فبراير.", "من 20 ديسمبر وحتى 5 فبراير", "2025-12-20", "2026-02-05"),
            Yes("من 27 رمضان إلى 3 شوال 1446هـ.", "من 27 رمضان إلى 3 شوال 1446هـ", "2025-03-27", "2025-04-01", True),
            Yes("من 28 مارس إلى 5 أبريل 2015.", "من 28 مارس إلى 5 أبريل 2015", "2015-03-28", "2015-04-05"),
            Yes("بين 20 ديسمبر و3 يناير.", "بين 20 ديسمبر و3 يناير", "2025-12-20", "2026-01-03"),
        ),
    ),
    Rule(
        "two-months",
        "Time",
        (
            "between month_word? Month +Month Tail?",
            "months_word Month +Month Tail?",
            "Month to Month Tail?",
            "period_word of? Month to|dash Month Tail?",
            "period_word Month +Month Tail?",
        ),
        _two_months,
        yes=(
            Yes("بين يناير ومارس 2015.", "بين يناير ومارس 2015", "2015-01-01", "2015-03-31"),
            Yes("في شهري مايو ويونيو الماضيين.", "شهري مايو ويونيو الماضيين", "2025-05-01", "2025-06-30"),
        ),
    ),
    Rule(
        "two-dated-months",
        "Time",
        ("between Month Tail +Month Tail", "Month Tail to Month Tail"),
        lambda ref, b: span(month_in_year(b["Month"], b["Tail"], ref), month_in_year(b["Month2"], b["Tail2"], ref)),
        yes=(
            Yes("بين يونيو 2014 ويناير 2015.", "بين يونيو 2014 ويناير 2015", "2014-06-01", "2015-01-31"),
            Yes("من يونيو 2014 إلى يناير 2015.", "من يونيو 2014 إلى يناير 2015", "2014-06-01", "2015-01-31"),
        ),
    ),
    Rule(
        "two-weekdays",
        "Time",
        (
            "between day_pair? weekday +weekday rel?",
            "day_pair weekday +weekday rel?",
            "day_many weekday +weekday rel?",
            "day_many weekday +weekday +weekday rel?",
            "day? weekday to day? weekday rel?",
        ),
        _two_weekdays,
        yes=(
            Yes("أقيم يومي السبت والأحد.", "يومي السبت والأحد", "2026-01-03", "2026-01-04"),
            Yes("يُقام يومي السبت والأحد المقبلين.", "يومي السبت والأحد المقبلين", "2026-01-10", "2026-01-11"),
            Yes("بين الخميس والسبت.", "بين الخميس والسبت", "2026-01-01", "2026-01-03"),
        ),
    ),
    Rule(
        "two-years",
        "Time",
        (
            "between years_word? yearnum +yearnum",
            "between years_word? yearnum to yearnum",
            "between year_word yearnum +year_word? yearnum",
            "years_word|period_word yearnum +yearnum",
            "period_word yearnum dash|to yearnum",
            "year_word yearnum dash|slash yearnum era?",
            "year_word yearnum to year_word? yearnum",
            "years_word yearnum dash|to yearnum",
            "year_word|period_word|years_word years era?",
            "yearnum slash|dash yearnum era",
        ),
        _two_years,
        yes=(
            Yes("بين عامي 2003 و2011.", "بين عامي 2003 و2011", "2003-01-01", "2011-12-31"),
            Yes("في عامي 2011 و2012.", "عامي 2011 و2012", "2011-01-01", "2012-12-31"),
            Yes("من عام 2010 إلى 2015.", "من عام 2010 إلى 2015", "2010-01-01", "2015-12-31"),
            Yes("خلال الفترة 2010-2015.", "الفترة 2010-2015", "2010-01-01", "2015-12-31"),
        ),
    ),
    Rule(
        "bare-years",
        "Time",
        ("yearnum to yearnum",),
        _two_years,
        (only_after("from"),),
        yes=(Yes("من 2010 إلى 2015.", "من 2010 إلى 2015", "2010-01-01", "2015-12-31"),),
    ),
    Rule(
        "years-together",
        "Time",
        ("yearnum +yearnum",),
        _years_together,
        (only_after("before_a_bare_year"), after("counted")),
        yes=(Yes("اقتحموا الموقع خلال 2013 و2014.", "2013 و2014", "2013-01-01", "2014-12-31"),),
    ),
)
