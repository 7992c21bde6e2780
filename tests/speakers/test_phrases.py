"""Source phrases taken apart: the name, the kind, and the actor that the words themselves give."""

from __future__ import annotations

import pytest

from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.who.actors import actor_of
from mawqif.lang.ar.who.names import same_person
from mawqif.lang.ar.who.phrase import read_phrase
from mawqif.world import default_world

PHRASES = [
    ("وزير النفط الإيراني بهروز رستمي", "بهروز رستمي", "person", "IR"),
    ("رئيس حكومة بافاريا هورست كلاوزنر", "هورست كلاوزنر", "person", "DE"),
    ("قائد القوات البحرية اليمنية، اللواء فضل بن صالح العبسي", "فضل بن صالح العبسي", "person", "YE"),
    ("السفيرة الكندية لدى الأمم المتحدة جين برودو", "جين برودو", "person", "CA"),
    ("الأمين العام للأمم المتحدة بان كي-مون", "بان كي-مون", "person", "UN"),
    ("لارس هولمبرغ، رئيس البنك المركزي السويدي", "لارس هولمبرغ", "person", "SE"),
    ("اللاجئ السوري «سامر معضماني»", "سامر معضماني", "person", None),
    ("الدكتور عامر فياض، عميد كلية الطب في جامعة بغداد", "عامر فياض", "person", None),
    ("رئيسة وزراء نيوزيلندا السابقة هيلين ماكفرسون", "هيلين ماكفرسون", "person", None),
    ("المتحدثة باسم مستشفى «هداسا» الإسرائيلي", "المتحدثة باسم مستشفى هداسا الإسرائيلي", "person", None),
    ("القيادي في حركة حماس", "القيادي في حركة حماس", "person", "HAMAS"),
    ("مصدر دبلوماسي أوروبي", "مصدر دبلوماسي أوروبي", "anonymous", "EU"),
    ("مصادر مؤيدة لإسرائيل", "مصادر مؤيدة لإسرائيل", "anonymous", None),
    ("مسؤولون أميركيون", "مسؤولون أميركيون", "anonymous", "US"),
    ("الجندي المتهم بالقتل", "الجندي المتهم بالقتل", "anonymous", None),
    ("نحو ثلث الناخبين الألمان", "نحو ثلث الناخبين الألمان", "group", None),
    ("أغلب قواه السياسية", "أغلب قواه السياسية", "group", None),
    ("نتائج استطلاع للرأي", "نتائج استطلاع للرأي", "document", None),
    ("تقارير الأمم المتحدة", "تقارير الأمم المتحدة", "document", "UN"),
    ("تقارير صحافية", "تقارير صحافية", "media", None),
    ("وزارة الدفاع الكورية الجنوبية", "وزارة الدفاع الكورية الجنوبية", "body", "KR"),
    ("الأمانة العامة لجامعة الدول العربية", "الأمانة العامة لجامعة الدول العربية", "organisation", "ARAB-LEAGUE"),
    ("فرنسا وألمانيا", "فرنسا وألمانيا", "state", None),
]


@pytest.mark.parametrize(("words", "name", "kind", "actor"), PHRASES)
def test_phrase(words: str, name: str, kind: str, actor: str | None) -> None:
    doc = Document(f"قال {words} إن الأمر انتهى.", None, default_world())
    phrase = read_phrase(doc, (1, len(doc.words) - 4), fresh=True)
    assert (phrase.name, phrase.kind, actor_of(doc, phrase)) == (name, kind, actor)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("عباس",), ("محمود", "عباس"), True),
        (("موشيه", "يعلون"), ("موشيه", "يعالون"), True),
        (("ووترز",), ("ماكسين", "واترز"), True),
        (("حيدر", "عبادي"), ("احمد", "عبادي"), False),
        ((), ("محمود", "عباس"), False),
    ],
)
def test_same_person(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    assert same_person(one, other) is same
