"""The same news in the text of careless pages: marks, forms, lost quotation marks, remains of HTML."""

from __future__ import annotations

import pytest

import mawqif
from mawqif.model import Statement
from mawqif.text.fold import fold_word


def statements(text: str) -> tuple[Statement, ...]:
    return mawqif.read(text, published="2026-01-06").statements


def only(text: str) -> Statement:
    (statement,) = statements(text)
    return statement


def content(text: str) -> list[str]:
    return [span.text for statement in statements(text) for span in statement.content]


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن بلاده لن ترسل جنودا.",
        "قَالَ الوَزِيرُ إِنَّ بِلَادَهُ لَنْ تُرْسِلَ جُنُودًا.",
        "قـــال الوزيـر إن بلاده لن ترسل جنودا.",
        "\u202bقال الوزير إن بلاده لن ترسل جنودا.\u202c",
        "\u200fقال\u200f الوزير\u200f إن\u200f بلاده\u200f لن\u200f ترسل\u200f جنودا\u200f.",
        "\ufeffقال الوزير إن بلاده لن ترسل جنودا.",
        "قال\u00a0الوزير\u00a0إن\u00a0بلاده\u00a0لن\u00a0ترسل\u00a0جنودا.",
        "قال  الوزير \t إن   بلاده لن  ترسل جنودا  .",
        "ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﺇﻥ ﺑﻼﺩﻩ ﻟﻦ ﺗﺮﺳﻞ ﺟﻨﻮﺩﺍ.".replace("ﻼ", "ﻟﺎ"),
        "قال الوزير ان بلاده لن ترسل جنودا.",
        "قال الوزیر إن بلاده لن ترسل جنودا.",
        "قال الوزير إن بلاده لن ترسل جنودا",
        "قال الوزير إن بلاده لن ترسل جنودا...",
        "قال الوزير إن بلاده لن ترسل جنودا!",
        "- قال الوزير إن بلاده لن ترسل جنودا.",
        "<p>قال الوزير إن بلاده لن ترسل جنودا.</p>",
        "عنوان\r\n\r\nقال الوزير إن بلاده لن ترسل جنودا.\r\n",
        "عنوان\u2028قال الوزير إن بلاده لن ترسل جنودا.\u2028",
    ],
)
def test_one_sentence_however_it_is_typed(text):
    statement = only(text)
    assert statement.act == "say"
    assert fold_word(statement.cue.text) == "قال"
    assert fold_word(statement.source.text) == "الوزير"
    assert [" ".join(fold_word(s.text).split()) for s in statement.content] == ["بلاده لن ترسل جنودا"]


@pytest.mark.parametrize(
    "quotation",
    [
        "«لن نعود إلى التفاوض»",
        '"لن نعود إلى التفاوض"',
        "“لن نعود إلى التفاوض”",
        "„لن نعود إلى التفاوض“",
        "‘لن نعود إلى التفاوض’",
        "‹لن نعود إلى التفاوض›",
        "«لن نعود إلى التفاوض",
        '"لن نعود إلى التفاوض',
        "«لن نعود إلى التفاوض.»",
        '" لن نعود إلى التفاوض "',
    ],
)
def test_a_quotation_in_any_marks_is_direct(quotation):
    statement = only(f"قال الوزير: {quotation}")
    assert statement.mode == "direct"
    assert [s.text for s in statement.content] == ["لن نعود إلى التفاوض"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الوزير: «بلغت النسبة 3.5 في المئة. وهذا يكفي».", ["بلغت النسبة 3.5 في المئة. وهذا يكفي"]),
        ("قال الوزير: «بلغت النسبة 3.5 في المئة... وهذا يكفي».", ["بلغت النسبة 3.5 في المئة... وهذا يكفي"]),
        ('قال الوزير: «قرأت في "الفجر" أنهم سيعودون قريبا».', ['قرأت في "الفجر" أنهم سيعودون قريبا']),
        ("قال الوزير إن الكلفة بلغت 1.5 مليون دولار. ثم غادر القاعة.", ["الكلفة بلغت 1.5 مليون دولار"]),
        ("قال الوزير إن الوفد وصل. غادر الضيوف القاعة.", ["الوفد وصل"]),
        ("الوزير: لا عودة إلى التفاوض", ["لا عودة إلى التفاوض"]),
        ("الوزير: «لا عودة إلى التفاوض»", ["لا عودة إلى التفاوض"]),
    ],
)
def test_content_is_neither_cut_nor_run_over(text, expected):
    assert content(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوزير إلى القاهرة.",
        "سيلقي الرئيس كلمة غدا.",
        "يشار إلى أن المعبر مغلق منذ عام.",
        "والجدير بالذكر أن المعبر مغلق منذ عام.",
        "أعلن الحرب.",
        "شارك على فيسبوك",
        "12/5/2025 - 14:30",
        '- -- - «» "" () []',
        "&nbsp;&laquo;&raquo;<br/><br/>",
    ],
)
def test_what_reports_nothing_has_no_statement(text):
    assert statements(text) == ()


@pytest.mark.parametrize(
    "demand", ["دعا الوزير ل", "دعا الوزير لـ", "دعا الوزير لـ «", "طالب الوزير بـ", "طالب الوزير بـ «"]
)
def test_a_preposition_may_stand_alone(demand):
    end = "»" if demand.endswith("«") else ""
    assert content(f"{demand} وقف القتال فورا{end}.") == ["وقف القتال فورا"]


@pytest.mark.parametrize("nothing", ["«»", '""', "„", "«", "« »", "«؟»", "...", ":", ""])
@pytest.mark.parametrize(
    "start", ["قال الوزير: ", "قال الوزير إن ", "الوزير: ", "أعلن : ", "دعا إلى ", "وفقا للوزير، "]
)
def test_marks_without_words_are_no_content(start, nothing):
    assert content(start + nothing) == []
