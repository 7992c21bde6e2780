"""What a sentence is by its place: answers of an interview, the foot of a page, what follows an address."""

from __future__ import annotations

import pytest

from mawqif.model import Article
from mawqif.reading.read import read_article

INTERVIEW = """في هذا الحوار يتحدث المدرب عن موسمه.
* كيف بدأت الموسم؟
بداية جيدة بلا شك، فقد كان الفريق جاهزا.
* وما أصعب المباريات؟
مباراة الافتتاح، ربما لأن الملعب كان جديدا.
* هل تبقى في النادي؟
الأمر ليس بيدي وحدي كما يعرف الجميع.
* من تريد معك؟
أريد كل اللاعبين الذين بدأت بهم."""
FOOT = """افتتح الوزير المعرض صباح أمس.
وزار المعرض ألف شخص في يومه الأول.
تصفح المزيد
قناة إخبارية تبث من العاصمة
واتخذت لها مكاتب في خمس مدن."""


def voices(text: str) -> list[str]:
    return [s.voice for s in read_article(Article(text=text)).sentences]


def test_answers_of_an_interview_are_the_guest_s() -> None:
    assert [v for k, v in enumerate(voices(INTERVIEW)) if k % 2 == 0 and k] == ["sourced"] * 4


def test_questions_of_an_essay_do_not_make_an_interview() -> None:
    essay = "\n".join(("لماذا الآن؟", "ربما لأن الوقت ضاق على الجميع.") * 5)
    assert "sourced" not in voices(essay)


def test_the_foot_of_a_page_is_no_article() -> None:
    assert voices(FOOT) == ["fact", "fact", "boilerplate", "boilerplate", "boilerplate"]


@pytest.mark.parametrize("tail", ["s.writer@example.com", "لمراسلة الكاتب: writer@example.com", "www.example.com"])
def test_an_address_is_boilerplate_to_its_end(tail: str) -> None:
    found = voices("وصل الوفد أمس إلى المدينة.\n" + tail)
    assert found[0] == "fact" and set(found[1:]) == {"boilerplate"}
