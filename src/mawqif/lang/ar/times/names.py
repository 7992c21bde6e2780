"""Months with all their names, years, and what fixes the year of a month: the parts dates are made of."""

from __future__ import annotations

from datetime import date

from mawqif.lang.ar.times.dates import Month, Tail
from mawqif.lang.ar.times.engine import Bound, Rule, Yes


def one_month(ref: date | None, b: Bound) -> Month | None:
    """One month, or several names of the same one (نيسان/أبريل)."""
    names = {value for key, value in b.items() if key.startswith("month")}
    value = b["month"]
    return Month(value[0], int(value[1:])) if len(names) == 1 else None


def calendar_of(year: int, era: str | None = None) -> str:
    """Which calendar counts the year."""
    return era or ("h" if year <= 1500 else "g")


def _year(ref: date | None, b: Bound) -> tuple[int, str] | None:
    year = b["yearnum"]
    calendar = calendar_of(year, b.get("era"))
    return (year, calendar) if (calendar == "h") == (year <= 1500) else None


def _short_year(ref: date | None, b: Bound) -> tuple[int, str]:
    return 1900 + b["short_year"], "g"


def _relative_year(ref: date | None, b: Bound) -> Tail | None:
    offsets = {"past": -1, "past2": -2, "last": -1, "current": 0, "future": 1, "future2": 2}
    if b["the_unit"] != "year":
        return None
    if ref is None or b.get("rel", "current") not in offsets:
        return Tail(unknown=True)
    return Tail(year=ref.year + offsets[b.get("rel", "current")])


def _tail(ref: date | None, b: Bound) -> Tail | None:
    if "Year" in b:
        return Tail(year=b["Year"][0])
    if "RelYear" in b:
        found: Tail = b["RelYear"]
        return found
    return None if b["rel"] == "same" else Tail(rel=b["rel"])


SEVERAL_NAMES = (
    "month slash month slash month slash month slash month",
    "month slash month slash month slash month",
    "month slash month slash month",
    "month slash month",
    "month open month close",
    "month open month slash month close",
    "month dash month",
    "month quote month quote",
    "month month",
)

NAMES = (
    Rule(
        "month-names",
        "Month",
        (*SEVERAL_NAMES, "month"),
        one_month,
        yes=(
            Yes("وقّع الطرفان الاتفاق في نيسان/أبريل 2023.", "نيسان/أبريل 2023", "2023-04-01", "2023-04-30"),
            Yes("يعود الملف إلى أوت/أغسطس/آب/غشت 2021.", "أوت/أغسطس/آب/غشت 2021", "2021-08-01", "2021-08-31"),
            Yes("انعقد اللقاء في 12 مارس (آذار) 2015.", "12 مارس (آذار) 2015", "2015-03-12"),
            Yes("صدر الحكم في 9 تشرين الثاني (نوفمبر) 2024.", "9 تشرين الثاني (نوفمبر) 2024", "2024-11-09"),
            Yes("افتتح المعرض في 3 جويلية 2019.", "3 جويلية 2019", "2019-07-03"),
            Yes("وصل الوفد في 14 غشت 2022 إلى الرباط.", "14 غشت 2022", "2022-08-14"),
            Yes("جرى الاقتراع في 23 جانفي 2016.", "23 جانفي 2016", "2016-01-23"),
            Yes("تسلم المنصب في 30 دجنبر 2020.", "30 دجنبر 2020", "2020-12-30"),
            Yes("بدأ الحفر في 8 كانون الثاني 2018.", "8 كانون الثاني 2018", "2018-01-08"),
            Yes("انتهى الحفر في 8 كانون الأول 2018.", "8 كانون الأول 2018", "2018-12-08"),
        ),
    ),
    Rule("year-figures", "YearNumber", ("yearnum era", "yearnum"), _year),
    Rule("year-of-date", "Year", ("year_word YearNumber", "YearNumber"), lambda ref, b: b["YearNumber"]),
    Rule("short-year-of-date", "Year", ("year_word short_year",), _short_year),
    Rule("relative-year", "RelYear", ("the_unit rel", "this the_unit"), _relative_year),
    Rule(
        "tail",
        "Tail",
        (
            "rel of? RelYear",
            "rel",
            "comma? Year",
            "blessed rel",
            "blessed Year",
            "of Year",
            "~Year",
            "slash Year",
            "of RelYear",
            "RelYear",
        ),
        _tail,
    ),
    Rule(
        "day-of-month",
        "MonthDay",
        ("dnum of? month_word? Month", "dnum ~month_word Month", "dnum ~month"),
        lambda ref, b: (b["dnum"], b["Month"] if "Month" in b else Month(b["month"][0], int(b["month"][1:]))),
    ),
)
