"""Parts of longer periods: مطلع العام، الربع الأول من 2015، أول ثلاثة أشهر، نهاية الأسبوع."""

from __future__ import annotations

from datetime import date

from mawqif.lang.ar.times.calendar import (
    DAY,
    UNKNOWN,
    VAGUE,
    Days,
    around,
    days,
    edge_of,
    hijri_day,
    nth_unit,
    season_days,
    share_of,
    units_at_end,
    weekend,
)
from mawqif.lang.ar.times.context import lies_ahead, only_after
from mawqif.lang.ar.times.dates import Tail, in_years
from mawqif.lang.ar.times.engine import Bound, Rule, Yes
from mawqif.lang.ar.times.periods import unit_days

_NO_TAIL = Tail()


def _share(ref: date | None, b: Bound) -> Days | None:
    parts = int(b["fraction"])
    number = parts if b.get("first_last") == "last" else 1 if "first_last" in b else b["ord"]
    return share_of(b["Whole"], parts, number) if number <= parts and not b["Whole"].vague else None


def _first_units(ref: date | None, b: Bound) -> Days | None:
    """الأشهر الستة الأولى من 2015: so many days, weeks or months at one end of a longer period."""
    whole: Days = b["Whole"]
    unit = b.get("the_units") or b.get("units") or b.get("unit") or b.get("the_unit2")
    if whole.first is None or whole.last is None:
        return whole
    end = b.get("first_last") == "last" or b.get("edge") == "end"
    return units_at_end(whole, str(unit), b.get("num", 2), end)


def _weekend(ref: date | None, b: Bound) -> Days | None:
    if b["edge"] != "end" or b["the_unit"] != "week":
        return None
    return around(days(*weekend(ref, b["ahead"]))) if ref else UNKNOWN


def _nth_unit(ref: date | None, b: Bound) -> Days | None:
    """الأسبوع الأول من ديسمبر: weeks are counted from the first day, so only about."""
    unit, whole = b["the_unit"], b["Whole"]
    if unit not in ("week", "month", "year", "decade") or whole.first is None:
        return None if whole.first else whole
    if b.get("first_last") == "last":
        found = units_at_end(whole, unit, 1, True)
    else:
        found = nth_unit(whole, unit, b.get("ord", 1))
    return around(found) if found and unit == "week" else found


def _bare_quarter(ref: date | None, b: Bound) -> Days | None:
    if b["fraction"] != "4" or not 1 <= b["ord"] <= 4:
        return None
    first = 3 * b["ord"] - 2
    return in_years(lambda year: season_days(year, first), "g", _NO_TAIL, ref)


def _edge(ref: date | None, b: Bound) -> Days | None:
    whole: Days = b["Whole"] if "Whole" in b else b["Share"]
    return whole if whole.vague else edge_of(whole, b["edge"])


def _holiday(ref: date | None, b: Bound) -> Days | None:
    calendar, day, length = b["holiday"][0], b["holiday"][1:].split("-")[1], int(b["holiday"].split("-")[2])
    month = int(b["holiday"][1:].split("-")[0])

    def make(year: int) -> tuple[date, date] | None:
        first = hijri_day(year, month, int(day)) if calendar == "h" else date(year, month, int(day))
        return (first, first + DAY * (length - 1)) if first else None

    found = in_years(make, calendar, b["Tail"], ref)
    return around(found) if found else None


SHARES = (
    Rule(
        "share",
        "Share",
        ("fraction ord of? Whole", "fraction first_last of? Whole", "fraction ord ~Whole"),
        _share,
        yes=(
            Yes("ارتفع في الربع الأول من العام.", "الربع الأول من العام", "2026-01-01", "2026-03-31"),
            Yes("ارتفع في النصف الثاني من 2024.", "النصف الثاني من 2024", "2024-07-01", "2024-12-31"),
            Yes("ارتفع في الربع الأخير من العام الماضي.", "الربع الأخير من العام الماضي", "2025-10-01", "2025-12-31"),
        ),
    ),
    Rule(
        "first-units",
        "Time",
        (
            "the_units num first_last of? Whole",
            "the_unit2 first_last of? Whole",
            "edge num units|unit of Whole",
            "first_of num units|unit of Whole",
        ),
        _first_units,
        yes=(
            Yes("خلال الأشهر الستة الأولى من 2015.", "الأشهر الستة الأولى من 2015", "2015-01-01", "2015-06-30"),
            Yes(
                "خلال الأشهر الثلاثة الأخيرة من العام الماضي.",
                "الأشهر الثلاثة الأخيرة من العام الماضي",
                "2025-10-01",
                "2025-12-31",
            ),
            Yes("في أول ثلاثة أشهر من عام 2020.", "أول ثلاثة أشهر من عام 2020", "2020-01-01", "2020-03-31"),
        ),
    ),
    Rule(
        "bare-quarter",
        "Time",
        ("fraction ord",),
        _bare_quarter,
        (only_after("month_context"),),
        yes=(Yes("تراجعت الأرباح في الربع الثالث.", "الربع الثالث", "2025-07-01", "2025-09-30"),),
        no=("سجل في النصف الأول هدفا.", "وصل الفريق إلى الربع الخالي."),
    ),
    Rule(
        "edge",
        "Time",
        ("edge Whole", "edge of Whole", "edge Share"),
        _edge,
        yes=(
            Yes("وصل مطلع الشهر الجاري.", "مطلع الشهر الجاري", "2026-01-01", "2026-01-10", True),
            Yes("وصل أواخر العام الماضي.", "أواخر العام الماضي", "2025-10-01", "2025-12-31", True),
            Yes("وصل منتصف ديسمبر الماضي.", "منتصف ديسمبر الماضي", "2025-12-11", "2025-12-20", True),
            Yes("وصل في أواخر أغسطس.", "أواخر أغسطس", "2025-08-21", "2025-08-31", True),
            Yes("وصل مطلع 2015.", "مطلع 2015", "2015-01-01", "2015-03-31", True),
            Yes("ينتهي نهاية العام.", "نهاية العام", "2026-10-01", "2026-12-31", True),
            Yes("في مطلع التسعينيات.", "مطلع التسعينيات", "1990-01-01", "1992-12-31", True),
        ),
    ),
    Rule(
        "weekend",
        "Time",
        ("weekend_word? edge the_unit",),
        _weekend,
        notes=(("ahead", lies_ahead),),
        yes=(
            Yes("قُتل ثلاثة خلال عطلة نهاية الأسبوع.", "عطلة نهاية الأسبوع", "2026-01-03", "2026-01-04", True),
            Yes("سيلتقيان في نهاية الأسبوع.", "نهاية الأسبوع", "2026-01-10", "2026-01-11", True),
        ),
    ),
    Rule(
        "weekend-of-week",
        "Time",
        ("weekend_word edge the_unit rel",),
        lambda ref, b: _edge(ref, {"Whole": unit_days(ref, b) or VAGUE, "edge": b["edge"]}),
        yes=(Yes("التقيا عطلة نهاية الأسبوع الماضي.", "عطلة نهاية الأسبوع الماضي", "2026-01-03", "2026-01-04", True),),
    ),
    Rule(
        "nth-unit",
        "Time",
        ("the_unit ord of Whole", "the_unit first_last of Whole"),
        _nth_unit,
        yes=(
            Yes("في الأسبوع الأول من ديسمبر 2025.", "الأسبوع الأول من ديسمبر 2025", "2025-12-01", "2025-12-07", True),
            Yes("في الشهر الأخير من عام 2024.", "الشهر الأخير من عام 2024", "2024-12-01", "2024-12-31"),
            Yes(
                "في العقد الأول من القرن الحادي والعشرين.",
                "العقد الأول من القرن الحادي والعشرين",
                "2001-01-01",
                "2010-12-31",
            ),
        ),
    ),
    Rule("holiday", "Base", ("holiday Tail",), _holiday),
)
