"""Counts that articles may tell differently, and no numeral beside a noun tells."""

from __future__ import annotations

import pytest
from tests.events.made import report

from mawqif.lang.ar.details import details, with_details
from mawqif.lang.ar.syntax.document import Document
from mawqif.world import default_world


def told(text: str) -> list[tuple[str, str, str]]:
    doc = Document(text, None, default_world())
    return [(trait.key, trait.value, trait.text) for trait in details(doc, 0, len(doc.forms))]


@pytest.mark.parametrize(
    ("text", "days", "words"),
    [
        ("قبل الملاحون إضرابا مدته أسبوع.", "7", "مدته أسبوع"),
        ("قبلت النقابة مهلة مدتها أسبوعان.", "14", "مدتها أسبوعان"),
        ("وافقت البلدية على تأجيل الهدم لثلاثة أشهر.", "90", "لثلاثة أشهر"),
        ("أغلقت الميناء ولمدة 10 أيام.", "10", "ولمدة 10 أيام"),
        ("علقت الشركة رحلاتها لشهرين.", "60", "لشهرين"),
    ],
)
def test_how_long(text, days, words):
    assert told(text) == [("مده", days, words)]


@pytest.mark.parametrize(
    ("text", "count", "words"),
    [
        ("قال إن الناقلة لن تبحر إلا بشرط واحد هو التأمين.", "1", "بشرط واحد"),
        ("كشف عن شرط نقابته الوحيد للعودة.", "1", "شرط نقابته الوحيد"),
        ("وضع المالك شرطين لا ثالث لهما.", "2", "شرطين"),
    ],
)
def test_how_many_conditions_there_are_in_all(text, count, words):
    assert told(text) == [("all", count, words)]


@pytest.mark.parametrize(
    "text", ["عاد الملاحون بعد أسبوع.", "لليوم الثالث بقي الميناء مغلقا.", "وضع شروطا كثيرة.", "قبل بشرط التأمين، وهو واحد من كثيرين."]
)  # fmt: skip
def test_what_is_no_such_count(text):
    assert told(text) == []


def alluding(text: str, *days: str) -> list[tuple[str, ...]]:
    said = [report(alludes=True, text=text, said_from=day, said_to=day).position for day in days]
    doc = Document(text, None, default_world())
    return [tuple(trait.text for trait in position.traits) for position in with_details(doc, said)]


def test_numbers_of_an_allusion_to_one_day_and_no_days_among_them():
    assert alluding("وأيد البحارة الإضراب يوم 22 نوفمبر بأصوات 90 عضوا.", "2025-11-22") == [("90 عضوا",)]
    assert alluding("أيدوه يوم 22 نوفمبر بأصوات 90 عضوا، ورفضوه في 3 ديسمبر.", "2025-11-22", "2025-12-03") == [(), ()]
