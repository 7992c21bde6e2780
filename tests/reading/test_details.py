"""Counts that articles may tell differently, and no numeral beside a noun tells."""

from __future__ import annotations

import pytest
from tests.events.made import report

from mawqif.lang.ar.details import details, with_details
from mawqif.lang.ar.syntax.document import Document
from mawqif.model import Article, Question
from mawqif.reading.position import find_positions
from mawqif.reading.read import read_article
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
        ("قبلوا هدنة لأسبوع واحد في الميناء.", "7", "لأسبوع"),
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
    "text", ["عاد الملاحون بعد أسبوع.", "لليوم الثالث بقي الميناء مغلقا.", "وضع شروطا كثيرة.", "أعد ميزانية لعام 2015 كله.", "تأهبوا لشهر رمضان.", "قبل بشرط التأمين، وهو واحد من كثيرين."]
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


def test_an_allusion_has_the_one_person_whose_words_its_sentence_reports():
    text = (
        "نجمع هنا ما قيل في إرسال سفن إلى البحيرة.\n\nوفي 3 مايو قال وزير البيئة الكندي نادر قباني إن البحيرة جرح مفتوح.\n\n"
        "وفي 5 مايو كثر الكلام وقل الماء."
    )
    article = Article(id="r", title="إرسال سفن إلى البحيرة", published="2025-06-20T10:00:00+00:00", text=text)
    question = Question(id="lake", target=("إرسال سفن",), about=(("البحيرة",),))
    found = {
        (p.said_from, p.speaker.name, p.speaker.role) for p in find_positions(article, read_article(article), question)
    }
    assert found == {("2025-05-03", "نادر قباني", "وزير البيئة الكندي"), ("2025-05-05", None, None)}
