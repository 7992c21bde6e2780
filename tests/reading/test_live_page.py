"""Live pages and interviews: entries under hours and days, answers of somebody whom the introduction names."""

from __future__ import annotations

import pytest

import mawqif
from mawqif.model import Statement

_PAGE = """الجمعة 7 نوفمبر

22:45 | مسؤول عسكري لوكالة الأنباء، طالباً عدم كشف هويته: الجيش لن يقبل الخطة.

17:20 | الوزيرة الألمانية نانسي فيزر للصحفيين: صوّتنا اليوم بنعم، وما جرى مؤسف.

16:40 | هولندا تصوّت ضد الخطة. وزير الدولة لشؤون الهجرة يان فان دير بورخ: كنا سنقول نعم لغيرها.

16:10 | سالم الناصر، رئيس حركة/جيش الجنوب، لقناتنا من المرج: نميل إلى قبول الخطة.

الخميس 6 نوفمبر

20:10 | المتحدث باسم الخارجية المصرية سعيد الشامي ينفي ما ورد في تقارير أجنبية من أن القاهرة أجلت الملف.

19:15 | قوات الجنوب في بيان: نعلن موافقتنا على الدخول في الخطة.

18:00 | أربعة مندوبين لوكالات الأنباء: الاجتماع متعثر منذ الصباح.
"""
_ENTRIES = {
    "الجيش لن يقبل الخطة": ("مسؤول عسكري", "2025-11-07"),
    "صوّتنا اليوم بنعم، وما جرى مؤسف": ("الوزيرة الألمانية نانسي فيزر", "2025-11-07"),
    "كنا سنقول نعم لغيرها": ("وزير الدولة لشؤون الهجرة يان فان دير بورخ", "2025-11-07"),
    "نميل إلى قبول الخطة": ("سالم الناصر، رئيس حركة/جيش الجنوب", "2025-11-07"),
    "ما ورد في تقارير أجنبية من أن القاهرة أجلت الملف": ("المتحدث باسم الخارجية المصرية سعيد الشامي", "2025-11-06"),
    "نعلن موافقتنا على الدخول في الخطة": ("قوات الجنوب", "2025-11-06"),
    "الاجتماع متعثر منذ الصباح": ("أربعة مندوبين", "2025-11-06"),
}
_INTERVIEW = """حوار – نشرة الوادي

في مكتب صغير بالمرج، استقبلنا سالم الناصر، الناطق باسم حزب الغد، صباح أمس. حاوره: فؤاد الهادي

• هل يقبل الحزب الخطة؟

- نميل في الحزب إلى قبولها، لأن الجائع لا يسأل عمن يطعمه.

• والجيش؟

- الجيش يريدها لنفسه وحده.
"""


def _said(text: str) -> dict[str, Statement]:
    reading = mawqif.read(text, published="2025-11-08T20:00:00+00:00")
    return {" … ".join(span.text for span in said.content): said for said in reading.statements}


@pytest.mark.parametrize("words", _ENTRIES)
def test_an_entry_has_its_speaker_and_the_day_of_its_heading(words: str) -> None:
    said = _said(_PAGE)[words]
    assert said.source is not None
    assert (said.source.text, said.said_on) == _ENTRIES[words]


def test_whom_an_entry_addresses_stands_apart_from_the_speaker() -> None:
    audience = _said(_PAGE)["صوّتنا اليوم بنعم، وما جرى مؤسف"].audience
    assert audience is not None
    assert audience.text == "لصحفيين"


def test_one_day_alone_is_a_dateline_and_tells_no_day_of_saying() -> None:
    said = _said("الجمعة 7 نوفمبر\n\nقال الوزير إن الطريق مفتوح.")["الطريق مفتوح"]
    assert said.said_on is None


def test_answers_are_those_of_the_guest_and_not_of_who_asks() -> None:
    answers = [said for said in _said(_INTERVIEW).values() if said.rule.startswith("turn")]
    assert len(answers) == 2
    assert {said.speaker.name for said in answers} == {"سالم الناصر"}
