"""Conditions of a position: the terms counted up after it, not a fixed time, not another clause's exception."""

from __future__ import annotations

import pytest

from mawqif.model import Article, Question
from mawqif.reading.position import find_positions
from mawqif.reading.read import read_article

QUESTION = Question(id="sending", target=("إرسال قوات", "المشاركة في القوة"), actors="states")


def conditions(text: str) -> list[tuple[str, tuple[str, ...]]]:
    article = Article(text=text, title="إرسال قوات إلى الجزيرة", outlet="AT", published="2025-03-04")
    found = find_positions(article, read_article(article), QUESTION)
    return [(each.stance, each.conditions) for each in found if each.actor and not each.alludes]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "كشف وزير الدفاع النمساوي عن شرط بلاده الوحيد للموافقة على إرسال قوات، وهو أن يتوقف القتال.",
            [("conditional", ("أن يتوقف القتال",))],
        ),
        (
            "حددت وزارة الدفاع النمساوية ثلاثة شروط لإرسال قوات. وشملت الشروط أن يتوقف القتال، وأن يأذن مجلس الأمن.",
            [("conditional", ("أن يتوقف القتال", "أن يأذن مجلس الأمن"))],
        ),
        (
            "قال وزير الدفاع النمساوي إن بلاده سترسل قوات إذا تحقق أمران من أمور. وعددها: أن يتوقف القتال، وأن يأذن مجلس الأمن.",
            [("conditional", ("أن يتوقف القتال", "أن يأذن مجلس الأمن"))],
        ),
        ("وضعت النمسا شروطا لإرسال قوات.", [("conditional", ())]),
        ("قال وزير الدفاع النمساوي إن بلاده سترسل قوات عندما تنتهي عطلة البرلمان بعد ثلاثة أيام.", [("for", ())]),
        ("قال وزير الدفاع النمساوي إن بلاده سترسل قوات عندما ينتهي القتال.", [("conditional", ("عندما ينتهي القتال",))]),
        (
            "قال وزير الدفاع النمساوي إن بلاده ترفض إرسال قوات إلى الجزيرة التي لا تقبل زائرا إلا بإذن.",
            [("against", ())],
        ),
        (
            "قال وزير الدفاع النمساوي إن بلاده لن ترسل قوات إلا بموافقة البرلمان.",
            [("conditional", ("إلا بموافقة البرلمان",))],
        ),
    ],
)  # fmt: skip
def test_conditions(text: str, found: list[tuple[str, tuple[str, ...]]]):
    assert conditions(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("نفى وزير الدفاع النمساوي ما تردد عن نية بلاده إرسال قوات.", []),
        ("نفى وزير الدفاع النمساوي ما نشرته صحيفة عن إرسال بلاده قوات.", []),
        ("من يرفض إرسال قوات اليوم كمن يرفض النجدة أمس.", []),
        ("قال وزير الدفاع النمساوي: «هل نرسل قوات إلى كل جزيرة؟».", []),
        ("أقر مجلس الوزراء النمساوي مساء الاثنين 3 آذار خطة إرسال قوات.", [("for", ())]),
        ("قال وزير الدفاع النمساوي إن إرسال قوات مطروح. وقال إن بلاده تدرسه.", [("undecided", ()), ("undecided", ())]),
        ("قال وزير الدفاع النمساوي، ردا على سؤال عن إرسال قوات، إن حكومته ترفضه.", [("against", ())]),
        ("قال وزير الدفاع النمساوي: «كيف نرسل قوات إلى كل جزيرة؟».", []),
        ("قال وزير الدفاع النمساوي إن الخبز غال وإن الناس ترفضه.", []),
        ("رحب بها وزير الدفاع الكندي. ووزير الدفاع النمساوي، في 3 فبراير، حين استبعد إرسال قوات.", [("against", ())]),
    ],
)  # fmt: skip
def test_what_is_said_of_it(text: str, found: list[tuple[str, tuple[str, ...]]]):
    assert conditions(text) == found
