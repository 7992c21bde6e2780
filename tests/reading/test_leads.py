"""The day of what is told below a lead, or beside a verb that has the day."""

from __future__ import annotations

from datetime import date

import pytest
from tests.events.made import report

from mawqif.lang.ar.leads import with_days
from mawqif.lang.ar.syntax.document import Document
from mawqif.world import default_world

PUBLISHED = date(2025, 6, 7)
SAID = "ستضرب عن العمل"


def day(text: str, **given) -> str | None:
    position = report(text=SAID, start=text.index(SAID), **given).position
    doc = Document(text, PUBLISHED, default_world())
    (found,) = with_days(doc, [position], PUBLISHED)
    return found.said_from


@pytest.mark.parametrize(
    "text",
    [
        "تراجعت نقابة الملاحين، يوم الخميس 5 يونيو، عن هدنتها، معلنة أنها ستضرب عن العمل.",
        "فشلت محادثات الميناء، الخميس 5 يونيو، بعد جولة طويلة. وقالت النقابة إنها ستضرب عن العمل.",
    ],
)
def test_the_day_of_the_sentence_or_of_the_lead(text):
    assert day(text) == "2025-06-05"


@pytest.mark.parametrize(
    "text",
    [
        "الميناء 5 يونيو – قالت النقابة إنها ستضرب عن العمل.",
        "الميناء 5 يونيو حزيران (البرق) – قالت النقابة إنها ستضرب عن العمل.",
        "قالت النقابة في ردها على قرار صدر يوم 5 مايو إنها ستضرب عن العمل.",
        "قالت النقابة إنها ستضرب عن العمل يوم 20 يونيو.",
        "بعد اجتماع 4 يونيو واجتماع 5 يونيو قالت النقابة إنها ستضرب عن العمل.",
        "فشلت محادثات الميناء، الخميس 5 يونيو. هدأ البحر. وعاد الصيادون. وقالت النقابة إنها ستضرب عن العمل.",
        "قالت النقابة أمس إنها ستضرب عن العمل.",
    ],
)
def test_a_dateline_another_time_two_days_or_a_day_far_above_give_none(text):
    assert day(text) is None


def test_what_is_recalled_or_has_its_own_day_is_left():
    text = "تراجعت نقابة الملاحين، يوم الخميس 5 يونيو، عن هدنتها، معلنة أنها ستضرب عن العمل."
    assert day(text, background=True) is None
    assert day(text, day="2025-06-06") == "2025-06-06"
