"""For whom an institution speaks that an article names in full elsewhere, and the days of what it did."""

from __future__ import annotations

import pytest

from mawqif.model import Article, Position, Question
from mawqif.reading.position import find_positions
from mawqif.reading.read import read_article

QUESTION = Question(id="drug", target=("اعتماد لقاح الملاريا", "استيراد لقاح الملاريا"), actors="any")


def positions(text: str) -> list[Position]:
    article = Article(text=text, title="لقاح الملاريا", published="2025-03-06")
    found = find_positions(article, read_article(article), QUESTION)
    return [each for each in found if each.actor and not each.alludes]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "اجتمعت أمس وكالة الدواء النمساوية. وقال رئيس الوكالة كارل هوفر إن استيراد لقاح الملاريا مرفوض.",
            ["AT"],
        ),
        ("قال معهد الأدوية في النمسا إنه يرفض اعتماد لقاح الملاريا.", ["AT"]),
        ("رفض أعضاء مجلس إدارة وكالة الدواء النمساوية استيراد لقاح الملاريا.", ["AT"]),
        ("قال رئيس الوكالة كارل هوفر إن استيراد لقاح الملاريا مرفوض.", []),
    ],
)  # fmt: skip
def test_an_institution_has_the_state_of_its_full_name(text: str, actors: list[str]):
    assert [each.actor for each in positions(text)] == actors


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("رفضت النمسا، مساء الاثنين، استيراد لقاح الملاريا.", ["2025-03-03"]),
        ("رفضت النمسا استيراد لقاح الملاريا منذ عام 1992.", [None]),
        ("اكتفت الحكومة النمساوية، في 23 يناير، بالقول إنها ترفض استيراد لقاح الملاريا.", ["2025-01-23"]),
    ],
)
def test_the_day_beside_the_verb(text: str, days: list[str | None]):
    assert [each.said_from for each in positions(text)] == days
