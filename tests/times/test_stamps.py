"""The day of publication, as outlets print it."""

from __future__ import annotations

from datetime import date

import pytest

from mawqif.lang.ar.times import dateline, parse_published
from mawqif.text.tokens import Tokens


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2026-01-06T09:30:00+03:00", date(2026, 1, 6)),
        ("2024-04-24T04:55:00.0000000", date(2024, 4, 24)),
        ("2015-07-22", date(2015, 7, 22)),
        ("2012-07-08 12:06 AM", date(2012, 7, 8)),
        ("13/09/2015", date(2015, 9, 13)),
        ("١٣/٠٩/٢٠١٥", date(2015, 9, 13)),
        ("20 تشرين الثاني 2025", date(2025, 11, 20)),
        ("الثلاثاء 26 يونيو 2012", date(2012, 6, 26)),
        ("24 شعبان 1433هـ الموافق 14 يوليو 2012", date(2012, 7, 14)),
        ("Tue, 06 Jan 2026 09:30:00 +0300", date(2026, 1, 6)),
        ("January 6, 2026", date(2026, 1, 6)),
        ("20260106T093000Z", date(2026, 1, 6)),
        ("الأربعاء 7 جانفي 2015 الساعة 10:39", date(2015, 1, 7)),
        ("2015-13-45", None),
        ("30 Feb 2026", None),
        ("مساء الاثنين", None),
        ("", None),
        (None, None),
    ],
)
def test_published(stamp: str | None, day: date | None) -> None:
    assert parse_published(stamp) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("عنوان الخبر\n\nالتاريخ: 18 يوليو 2012\n\nبدأت القصة هكذا.", date(2012, 7, 18)),
        ("الثلاثاء 26 يونيو 2012\nقال الوزير إن الأمر انتهى.", date(2012, 6, 26)),
        ("بريدة 25 شوال 1436 هـ الموافق 10 اغسطس 2015 م\n\nبدأ المهرجان.", date(2015, 8, 10)),
        ("اعتُقل الرجل في 18 يوليو 2012 بعد أن خرج من بيته ولم يعد إليه حتى المساء كما قالت أسرته.", None),
        ("الثلاثاء الماضي\nقال الوزير.", None),
        ("", None),
    ],
)
def test_dateline(text: str, day: date | None) -> None:
    assert dateline(Tokens(text)) == day
