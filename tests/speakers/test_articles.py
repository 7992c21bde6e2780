"""Mini articles: who each statement is given to, as whom and for whom; each line of `expected` is one cue in order."""

from __future__ import annotations

import pytest

from mawqif.model import Article, Statement
from mawqif.reading.read import read_article

Row = tuple[str, str | None, str | None, str | None]
"""Cue, speaker, kind, speaks for."""

ARTICLES: dict[str, tuple[str, str, list[Row]]] = {
    "surname after full name": (
        "",
        "قال وزير الخارجية الكندي مارك تومبسون إن بلاده لن توقع. وأضاف تومبسون أن الموقف واضح.",
        [("قال", "مارك تومبسون", "person", "CA"), ("أضاف", "مارك تومبسون", "person", "CA")],
    ),
    "surname before full name": (
        "",
        "تومبسون يرفض التوقيع. أكد وزير الخارجية الكندي مارك تومبسون أن بلاده لن توقع.",
        [("يرفض", "مارك تومبسون", "person", "CA"), ("أكد", "مارك تومبسون", "person", "CA")],
    ),
    "full name where nobody speaks": (
        "",
        "قال بيترسون إن الخطة جاهزة. وكان وزير الدفاع السويدي لارس بيترسون قد وصل أمس.",
        [("قال", "لارس بيترسون", "person", "SE")],
    ),
    "a name that starts with waw": (
        "",
        "قال كبير الاقتصاديين كريس ويلكوكس إن السوق مستقر. وأضاف ويلكوكس أن الطلب يرتفع.",
        [("قال", "كريس ويلكوكس", "person", None), ("أضاف", "كريس ويلكوكس", "person", None)],
    ),
    "two of the same family are two persons": (
        "",
        "قال المستشار القانوني سامي العلواني إن القرار باطل. وقال النائب فراس العلواني إن القرار سليم.",
        [("قال", "سامي العلواني", "person", None), ("قال", "فراس العلواني", "person", None)],
    ),
    "title after name": (
        "",
        "أعلن وزير النفط العراقي حسان الجبوري أن الإنتاج سيرتفع. وأوضح الوزير أن العقود وقعت.",
        [("أعلن", "حسان الجبوري", "person", "IQ"), ("أوضح", "حسان الجبوري", "person", "IQ")],
    ),
    "title before name": (
        "",
        "أكد وزير الزراعة المغربي أن الموسم جيد. وقال وزير الزراعة المغربي رشيد البوعزاوي إن الأسعار مستقرة.",
        [("أكد", "رشيد البوعزاوي", "person", "MA"), ("قال", "رشيد البوعزاوي", "person", "MA")],
    ),
    "another state's minister is another person": (
        "",
        "قال وزير الخارجية التركي سليم أوزتورك إن اللقاء مفيد. وقال وزير الخارجية اليوناني إن الخلاف باق.",
        [("قال", "سليم أوزتورك", "person", "TR"), ("قال", "وزير الخارجية اليوناني", "person", "GR")],
    ),
    "another office is another person": (
        "",
        "قال وزير الخارجية الأردني نبيل العساف إن الحدود مغلقة. وقال وزير الداخلية إن المعبر سيفتح.",
        [("قال", "نبيل العساف", "person", "JO"), ("قال", "وزير الداخلية", "person", "JO")],
    ),
    "surname after a title of address": (
        "",
        "صرح قائد شرطة صنعاء العميد ناصر العولقي بأن الطريق مفتوح. وأضاف العميد العولقي أن الوضع هادئ.",
        [("صرح", "ناصر العولقي", "person", "YE"), ("أضاف", "ناصر العولقي", "person", "YE")],
    ),
    "the writer by his profession": (
        "",
        "يرى الكاتب البريطاني أن الحرب طويلة. وأضاف هاريسون أن الحل بعيد.",
        [("يرى", "هاريسون", "person", None), ("أضاف", "هاريسون", "person", None)],
    ),
    "former office": (
        "",
        "قال رئيس الوزراء البلجيكي السابق يان دي فريس إن أوروبا ضعيفة.",
        [("قال", "يان دي فريس", "person", None)],
    ),
    "private institution": (
        "",
        "قال مدير مركز القاهرة للبحوث سمير عبد الغني إن النمو بطيء.",
        [("قال", "سمير عبد الغني", "person", None)],
    ),
    "envoy to a state": (
        "",
        "قال المبعوث الأممي إلى ليبيا ستيفان ليندغرين إن الهدنة صامدة. وأضاف المبعوث أن الحوار مستمر.",
        [("قال", "ستيفان ليندغرين", "person", "UN"), ("أضاف", "ستيفان ليندغرين", "person", "UN")],
    ),
    "own country": (
        "",
        "قال وزير الدفاع النرويجي أولاف هانسن إن بلاده ترفض نشر الصواريخ.",
        [("قال", "أولاف هانسن", "person", "NO"), ("ترفض", "النرويج", "state", "NO")],
    ),
    "participles": (
        "",
        "قالت المتحدثة باسم الحكومة الإسبانية إن الميزانية جاهزة، مشيرة إلى أن التصويت قريب.",
        [
            ("قالت", "المتحدثة باسم الحكومة الإسبانية", "person", "ES"),
            ("مشيرة", "المتحدثة باسم الحكومة الإسبانية", "person", "ES"),
        ],
    ),
    "dropped subject takes who agrees": (
        "",
        ("قالت وزيرة البيئة الدنماركية كارين راسموسن إن الخطة ضرورية. وقال الخبير يورغن هولم إنها مكلفة."
        " وأضافت أن التمويل متوفر."),
        [
            ("قالت", "كارين راسموسن", "person", "DK"),
            ("قال", "يورغن هولم", "person", None),
            ("أضافت", "كارين راسموسن", "person", "DK"),
        ],
    ),
    "dropped subject of the sentence's own verb": (
        "",
        "قال وزير المالية المصري عادل منصور إن العجز انخفض. والتقى الوزير رجال الأعمال وأكد أن الضرائب لن ترتفع.",
        [("قال", "عادل منصور", "person", "EG"), ("أكد", "عادل منصور", "person", "EG")],
    ),
    "the nested speaker does not go on": (
        "",
        "قال الرئيس التشيلي غابرييل موراليس إن بوليفيا ترفض الحوار. وأضاف أن الحدود مغلقة.",
        [
            ("قال", "غابرييل موراليس", "person", "CL"),
            ("ترفض", "بوليفيا", "state", "BO"),
            ("أضاف", "غابرييل موراليس", "person", "CL"),
        ],
    ),
    "bare body": (
        "",
        "أعلنت وزارة الصحة التونسية أن الوباء تراجع. ودعت الوزارة إلى الحذر.",
        [
            ("أعلنت", "وزارة الصحة التونسية", "body", "TN"),
            ("دعت", "وزارة الصحة التونسية", "body", "TN"),
        ],
    ),
    "the source goes on, definite": (
        "",
        "قال مصدر أمني عراقي إن الطريق قطع. وأضاف المصدر أن الضحايا قليلون.",
        [("قال", "مصدر أمني عراقي", "anonymous", "IQ"), ("أضاف", "مصدر أمني عراقي", "anonymous", "IQ")],
    ),
    "several holders speak for none": (
        "",
        "دعت فرنسا وألمانيا إلى وقف القتال.",
        [("دعت", "فرنسا وألمانيا", "state", None)],
    ),
    "taken sides": (
        "",
        "قالت مصادر معارضة للحكومة السورية إن القصف تجدد.",
        [("قالت", "مصادر معارضة للحكومة السورية", "anonymous", None)],
    ),
    "the ministry's state for its minister": (
        "",
        "قالت وزارة الخارجية الهندية إن وزير الخارجية راجيف مالهوترا وصف الاتهام بأنه باطل.",
        [
            ("قالت", "وزارة الخارجية الهندية", "body", "IN"),
            ("وصف", "راجيف مالهوترا", "person", "IN"),
        ],
    ),
    "an indefinite noun before its verb": (
        "",
        "وهذه وثيقة تقول إن الحدود تبقى مفتوحة.",
        [("تقول", "وثيقة", "document", None)],
    ),
    "a document by its issuer": (
        "",
        "أصدر مجلس الأمن قراراً يدعو إلى وقف القتال.",
        [("يدعو", "قرار مجلس الأمن", "document", "UN")],
    ),
    "local official without a state in his title": (
        "SA",
        "أكد أمين الأحساء المهندس فهد الجبير أن الحديقة ستفتح.",
        [("أكد", "فهد الجبير", "person", "SA")],
    ),
    "a bare institution is the one named before": (
        "",
        "أصدر صندوق النقد الدولي تقريراً عن كينيا. وقال نائب مدير الصندوق إن كينيا تتعافى.",
        [("قال", "نائب مدير الصندوق", "person", "IMF")],
    ),
    "a bare observatory is no office of the state": (
        "",
        "تصاعد القتال في شمال سوريا. وقال مدير المرصد إن الطريق مقطوع في سوريا.",
        [("قال", "مدير المرصد", "person", None)],
    ),
    "a movement with a name of its own is not the one the article names most": (
        "",
        "عقدت حركة النهضة مؤتمرها. ورفضت حركة النهضة الاقتراح. وقال المتحدث باسم الحركة الديمقراطية إن الحوار مطلوب.",
        [("قال", "المتحدث باسم الحركة الديمقراطية", "person", None)],
    ),
    "a bare movement is the one named": (
        "",
        "عقدت حركة النهضة مؤتمرها في تونس. وقال المتحدث باسم الحركة إن الحوار مطلوب.",
        [("قال", "المتحدث باسم الحركة", "person", "ENNAHDA")],
    ),
    "a manager is no official": (
        "SA",
        "أكد مدير السوق أن الأسعار مستقرة.",
        [("أكد", "مدير السوق", "person", None)],
    ),
    "a manager of a service of the state": (
        "SA",
        "أكد مدير الشرطة أن الطريق مفتوح.",
        [("أكد", "مدير الشرطة", "person", "SA")],
    ),
    "a prince is of the monarchy that is named": (
        "",
        "زار الوفد مصر أمس قادماً من الرياض والدمام. وقال الأمير طلال بن منصور إن الزيارة إلى مصر مفيدة.",
        [("قال", "طلال بن منصور", "person", "SA")],
    ),
    "somebody of whom the world knows": (
        "",
        "قال بوتين إن الاتفاق جاهز.",
        [("قال", "بوتين", "person", "RU")],
    ),
    "somebody who left the office that is known": (
        "",
        "قال الرئيس السابق ديمتري ميدفيديف إن الاتفاق جاهز.",
        [("قال", "ديمتري ميدفيديف", "person", None)],
    ),
    "a time is no speaker": (
        "",
        "قال وزير الزراعة السويدي لارس بيترسون إن الموسم جيد. والآن يؤكد أن الأسعار مستقرة.",
        [("يؤكد", "لارس بيترسون", "person", "SE")],
    ),
    "a time before the source": (
        "",
        "ارتفعت الأسعار، حسب ما أفاد به اليوم الجمعة بيان لوزارة الزراعة السويدية.",
        [("حسب", "بيان لوزارة الزراعة السويدية", "document", "SE")],
    ),
    "a pronoun is who spoke before": (
        "",
        "قالت الوزيرة السويدية كارين بيترسون إن الموسم جيد. وهي تتوقع أن تنخفض الأسعار.",
        [("تتوقع", "كارين بيترسون", "person", "SE")],
    ),
    "according to him": (
        "",
        "قال الباحث لارس بيترسون إن الموسم جيد. ووفقاً له، فإن الأسعار ستنخفض.",
        [("وفقاً", "لارس بيترسون", "person", None)],
    ),
    "what somebody disclosed": (
        "",
        "انخفضت الأسعار، وفقاً لما كشفه وزير الزراعة السويدي لارس بيترسون.",
        [("وفقاً", "لارس بيترسون", "person", "SE")],
    ),
    "pictures say nothing": (
        "",
        "نشرت وزارة الدفاع السويدية صوراً قالت إنها لسفينة غارقة.",
        [("قالت", "وزارة الدفاع السويدية", "body", "SE")],
    ),
    "a surname that is a trade": (
        "",
        "أكد المتحدث باسم الخارجية السويدية، سفيان القضاة، أن اللقاء مفيد. وشدد القضاة على أن الموقف ثابت.",
        [("أكد", "سفيان القضاة", "person", "SE"), ("شدد", "سفيان القضاة", "person", "SE")],
    ),
}  # fmt: skip


def rows(outlet: str, text: str) -> list[Row]:
    reading = read_article(Article(text=text, outlet=outlet or None))
    return [_row(statement) for statement in reading.statements]


def _row(statement: Statement) -> Row:
    speaker = statement.speaker
    return statement.cue.text if statement.cue else "", speaker.name, speaker.kind, speaker.speaks_for


@pytest.mark.parametrize("name", ARTICLES)
def test_speakers(name: str) -> None:
    outlet, text, expected = ARTICLES[name]
    found = rows(outlet, text)
    assert [row for row in found if row[0] in {cue for cue, *_ in expected}] == expected
