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


JOINING = Question(
    id="joining", target=("انضمام السويد", "عضوية السويد"), about=(("السويد",), ("حلف",)), actors="states"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال وزير الدفاع المجري إن بلاده لا تريد عضوية السويد في الحلف.", [("HU", "against")]),
        ("قال الرئيس التركي إن السويد يجب ألا تنتظر من بلاده تأييدا لعضويتها في حلف الأطلسي.", [("TR", "against")]),
        ("صوت مجلس الشيوخ الأمريكي مساء الأربعاء بأغلبية تسعين صوتا مقابل خمسة أصوات لصالح انضمام السويد.", [("US", "for")]),
        ("صوتت كرواتيا ضد السويد.", [("HR", "against")]),
        ("ربط الرئيس التركي، قبيل سفره إلى القمة في العاصمة، موافقة بلاده على عضوية السويد بشراء الطائرات.", [("TR", "conditional")]),
        ("السويد تنتظر. وقال وزير الداخلية كارل هوفر إنه يرفض عضوية السويد.", []),
        ("قال وزير الدفاع المجري إن نوابا طلبوا إيضاحات من السويد.", []),
        ("قالت صحيفة إن تركيا وافقت على انضمام السويد.", []),
        ("قال وزير الدفاع المجري إن المجر وعدت بشراء الطائرات، وهو ما نفاه مكتبه، وإن عضوية السويد موضوع طويل.", []),
    ],
)  # fmt: skip
def test_positions_on_what_another_does(text: str, found: list[tuple[str, str]]):
    article = Article(text=text, title="السويد على باب حلف الأطلسي", published="2025-03-06")
    positions = find_positions(article, read_article(article), JOINING)
    assert [(each.actor, each.stance) for each in positions if each.actor and not each.alludes] == found


TRUCE = Question(
    id="truce", target=("مقترح الهدنة", "قبول الهدنة"), about=(("الجزيرة",), ("الهدنة", "هدنة")), actors="any"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أيد الاتحاد الأفريقي والاتحاد الأوروبي مقترح الهدنة في الجزيرة.", [("AFRICAN-UNION", "for"), ("EU", "for")]),
        ("رحب خبراء ومحللون بمقترح الهدنة في الجزيرة.", []),
        (
            "جاء في إعلان وقعه الرئيس النمساوي ونظيره السويسري عن الجزيرة أن الدولتين ترفضان مقترح الهدنة.",
            [("AT", "against"), ("CH", "against")],
        ),
        ("جاء في إعلان وقعه الرئيس النمساوي عن الجزيرة أن الدولتين ترفضان مقترح الهدنة.", []),
        ("قال وزير الخارجية النمساوي عن الجزيرة إن بلاده ترفض الورقة وترفض مقترح الهدنة.", [("AT", "against")]),
        ("أعلن الرئيس النمساوي رفض الخطة رفضا تاما ورفض الهدنة في الجزيرة.", [("AT", "against")]),
        (
            "أعلنت النمسا قبول الهدنة في الجزيرة. وحركة البحر ترفضها منذ 3 يناير.",
            [("AT", "for"), ("حركة البحر", "against")],
        ),
        ("وصلت السفينة إلى الجزيرة. وحركة البحر ترفضها منذ 3 يناير.", []),
        ("نشر موقع عن الجزيرة خبرا عنوانه «النمسا تقبل الهدنة».", []),
        ("نفت الخارجية النمساوية أن تكون فيينا قد قبلت الهدنة في الجزيرة.", []),
    ],
)  # fmt: skip
def test_who_speaks_together(text: str, found: list[tuple[str, str]]):
    article = Article(text=text, title="الهدنة في الجزيرة", published="2025-03-06")
    got = find_positions(article, read_article(article), TRUCE)
    assert [(each.actor, each.stance) for each in got if each.actor and not each.alludes] == found


WITHOUT = Question(id="filling", target=("ملء السد", "ملء السد دون اتفاق"), actors="states")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال وزير المياه النمساوي إن بلاده لن تقبل ملء السد قبل توقيع اتفاق.", [("against", ())]),
        (
            "قال وزير المياه النمساوي إن بلاده لن تقبل ملء السد قبل إصلاح الجدار.",
            [("conditional", ("قبل إصلاح الجدار",))],
        ),
        ("قال وزير المياه النمساوي إن بلاده لن تتراجع بأي شكل من الأشكال عن ملء السد.", [("for", ())]),
    ],
)
def test_a_question_of_what_is_done_without(text: str, found: list[tuple[str, tuple[str, ...]]]):
    article = Article(text=text, title="ملء السد", published="2025-03-06")
    got = find_positions(article, read_article(article), WITHOUT)
    assert [(each.stance, each.conditions) for each in got if each.actor and not each.alludes] == found


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        (
            "رفض قائد الجيش السوداني عبد الفتاح البرهان القبول بالهدنة في الجزيرة.",
            "عبد الفتاح البرهان",
            None,
        ),
        ("وافقت الحكومة النمساوية على مقترح الهدنة في الجزيرة في بيان يوم 3 يناير.", "الحكومة النمساوية", "2025-01-03"),
        (
            "تختلف الجزيرة عنها في 3 يناير، حين اكتفى المستشار النمساوي كارل هوفر بالقول إن بلاده ترفض مقترح الهدنة.",
            "كارل هوفر",
            "2025-01-03",
        ),
        ("قال السيد رئيس الوزراء النمساوي عن الجزيرة إن بلاده ترفض مقترح الهدنة.", None, None),
    ],
)
def test_who_spoke_and_when(text: str, name: str | None, day: str | None):
    article = Article(text=text, title="الهدنة في الجزيرة", published="2025-03-06")
    got = [each for each in find_positions(article, read_article(article), TRUCE) if each.actor and not each.alludes]
    assert [(each.speaker.name, each.said_from) for each in got] == [(name, day)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "درست «حركة حماس» الأمر في الجزيرة. وقال كارل هوفر، مستشار قائد الحركة: «لا نقبل مقترح الهدنة».",
            ["HAMAS"],
        ),
        ("أطل رئيس حركة «حماس» كارل هوفر من الجزيرة. وقال إن الحركة تقبل مقترح الهدنة.", ["HAMAS"]),
        ("وصل الوفد إلى الجزيرة. وقال كارل هوفر، مستشار قائد الحركة: «لا نقبل مقترح الهدنة».", []),
    ],
)
def test_an_office_of_a_body_named_in_short(text: str, actors: list[str]):
    article = Article(text=text, title="الهدنة في الجزيرة", published="2025-03-06")
    got = find_positions(article, read_article(article), TRUCE)
    assert [each.actor for each in got if each.actor and not each.alludes] == actors


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال وزير المالية النمساوي كارل هوفر عن الجزيرة إن حركته لن تقبل الهدنة.", []),
        ("قال وزير المالية النمساوي كارل هوفر عن الجزيرة إن بلاده لن تقبل الهدنة.", [("AT", "against")]),
        ("قالت حركة حماس عن الجزيرة إن الجيش يريد هدنة وإن الحكومة تقبل الهدنة.", []),
        ("قالت حركة حماس عن الجزيرة إنها تقبل الهدنة.", [("HAMAS", "for")]),
        ("كتب المستشار النمساوي كارل هوفر عن الجزيرة أنه نسي الهدنة التي كانت بلاده قد قبلتها.", []),
        (
            "درست سويسرا ما في الجزيرة.\n\nتأخر الرد النمساوي، إذ أصدرت وزارتا النقل والمال بيانا جاء فيه أن قبول الهدنة غير وارد.",
            [("AT", "against")],
        ),
    ],
)  # fmt: skip
def test_whose_side_is_told(text: str, found: list[tuple[str, str]]):
    article = Article(text=text, title="الهدنة في الجزيرة", published="2025-03-06")
    got = find_positions(article, read_article(article), TRUCE)
    assert [(each.actor, each.stance) for each in got if each.actor and not each.alludes] == found
