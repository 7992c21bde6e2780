"""Days that a text tells from the day it named before, and articles that name no more than a speaker and a day."""

from __future__ import annotations

from datetime import date

import pytest

from mawqif.lang.ar.stance.when import narrated
from mawqif.lang.ar.syntax.document import Document
from mawqif.model import Article, Question
from mawqif.reading.position import find_positions
from mawqif.reading.read import read_article
from mawqif.world import default_world

QUESTION = Question(id="bridge", target=("إرسال قوات",), about=(("غزة",), ("قوات",)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وصل في 13 مايو 2022 ثم عاد في 28 يونيو.", ["2022-05-13", "2022-06-28"]),
        ("وصل في 13 مايو 2022 ثم عاد في 3 فبراير.", ["2022-05-13", "2023-02-03"]),
        ("وصل في 13 مايو.\n\nوعاد في 28 يونيو.", ["2023-05-13", "2023-06-28"]),
        ("وصل في 13 مايو ثم سافر في 28 من الشهر نفسه.", ["2023-05-13", "2023-05-28"]),
        ("وصل في 13 مايو ثم سافر في 28 منه.", ["2023-05-13", "2023-05-28"]),
        ("وصل في 30 سبتمبر ثم سافر في اليوم التالي.", ["2023-09-30", "2023-10-01"]),
        ("وصل في 13 مايو وبعده بخمسة أيام سافر.", ["2023-05-13", "2023-05-18"]),
        ("وصل في 13 مايو وسافر بعد ذلك بيومين.", ["2023-05-13", "2023-05-15"]),
        ("وصل في 13 مايو ثم سافر بعد ثلاثة أيام.", ["2023-05-13", "2023-05-16"]),
        ("وصل في 13 مايو، ويعود إذا صوت المجلس بعد ثلاثة أيام.", ["2023-05-13", "2024-03-11"]),
        ("وصل في 13 مايو. ورد المجلس بعد ستة أيام.", ["2023-05-13", "2023-05-19"]),
        ("وصل في 13 مايو وسافر يوم 21.", ["2023-05-13", "2023-05-21"]),
        ("قرأ بيان الحادي عشر من أغسطس.", ["2023-08-11"]),
        ("سافر في اليوم التالي.", []),
        ("اشترى بعده بخمسة دنانير خبزا.", []),
    ],
)  # fmt: skip
def test_days_told_from_the_day_before(text: str, told: list[str]):
    doc = Document(text, date(2024, 3, 8), default_world())
    assert [first.isoformat() for first, last in narrated(doc).values() if first == last] == told


def alluded(text: str, title: str = "من يرسل قوات إلى غزة؟", published: str = "2025-09-01") -> list[tuple[str, str]]:
    article = Article(text=text, title=title, published=published)
    found = find_positions(article, read_article(article), QUESTION)
    return [(each.actor, each.said_from or "") for each in found if each.alludes]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وأوصدته فيينا يوم 3 مايو.", [("", "2025-05-03"), ("AT", "2025-05-03")]),
        ("النمسا: بدأها المستشار يوم 3 مايو. ثم عاد إليها في 9 من الشهر نفسه.", [("", "2025-05-03"), ("AT", "2025-05-03"), ("", "2025-05-09"), ("AT", "2025-05-09")]),
        ("وأوصدته فيينا أمس.", []),
        ("وأوصدته فيينا العام الماضي.", []),
        ("وأوصدته فيينا قبل عام.", []),
        ("وأوصدته فيينا بلا موعد.", []),
    ],
)  # fmt: skip
def test_a_sentence_alludes_to_what_was_said_by_who_and_when(text: str, found: list[tuple[str, str]]):
    assert alluded("القوات المتجهة إلى غزة قليلة.\n\n" + text) == found


def test_an_article_on_something_else_alludes_only_where_it_names_the_question():
    text = (
        "افتتح المعرض أمس وحضره كثيرون من أهل المدينة. " * 6
        + "\n\nوفي القاعة صور من غزة وصور قوات.\n\nوأوصدته فيينا يوم 3 مايو."
    )
    assert alluded(text, "معرض للصور") == []
