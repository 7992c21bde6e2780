"""What sentences name: names and adjectives with their proclitics, namesakes, and words that only look like names."""

from __future__ import annotations

from itertools import pairwise

import pytest

from mawqif.text.fold import fold_word
from mawqif.text.tokens import Tokens
from mawqif.world import Mention, World, default_world


@pytest.fixture(scope="module")
def world() -> World:
    return default_world()


def mentions(world: World, text: str) -> list[Mention]:
    return world.find(Tokens(text).forms)


def named(world: World, text: str) -> list[tuple[str, str]]:
    """What a sentence names, as (id, form)."""
    return [(m.entity.id, m.form) for m in mentions(world, text)]


NAMED = [
    ("أكدت باكو أن أذربيجان لن ترسل قوات", [("AZ", "capital"), ("AZ", "name")]),
    ("قال البيت الأبيض إن واشنطن لا تنوي ذلك", [("US", "metonym"), ("US", "capital")]),
    ("رحب الكرملين بالبيان ونددت به كييف", [("RU", "metonym"), ("UA", "capital")]),
    ("اجتمع وزيرا خارجية مصر وتركيا في القاهرة", [("EG", "name"), ("TR", "name"), ("EG", "capital")]),
    ("دعا الأمين العام للأمم المتحدة إلى الهدوء", [("UN", "name")]),
    ("عقد مجلس الأمن جلسة بطلب من فرنسا", [("UNSC", "name"), ("FR", "name")]),
    ("طالبت الولايات المتحدة الأميركية إسرائيل بالرد", [("US", "name"), ("IL", "name")]),
    ("سلمت حركة «حماس» ردها للوسيطين القطري والمصري", [("HAMAS", "name"), ("QA", "adjective"), ("EG", "adjective")]),
    ('أعلنت "كتائب القسام" مسؤوليتها', [("AL-QASSAM", "name")]),
    ("قوات سوريا الديمقراطية (قسد) تنفي", [("SDF", "name")]),
    ("نقلت وكالة رويترز عن ثلاثة مصادر", [("REUTERS", "name")]),
    ("بحسب «أ.ف.ب» فإن الاجتماع تأجل", [("AFP", "name")]),
    ("ذكرت سي.إن.إن أن الهجوم وشيك", [("CNN", "name")]),
    ("كتب على منصة إكس أن الاتفاق قريب", [("X", "name")]),
    ("مسؤول كوري جنوبي والرئيس الكوري الشمالي", [("KR", "adjective"), ("KP", "adjective")]),
    ("حكومة جنوب أفريقيا والوفد الجنوب أفريقي", [("ZA", "name"), ("ZA", "adjective")]),
    ("رفض الأتراك والروس والألمان الخطة", [("TR", "people"), ("RU", "people"), ("DE", "people")]),
    ("هاجم الحوثيون سفينة في باب المندب", [("HOUTHIS", "adjective"), ("YE", "place")]),
    ("قال محافظ عدن وقائد شرطة دبي", [("YE", "place"), ("AE", "place")]),
    ("استقبل أمير منطقة مكة محافظ نينوى", [("SA", "place"), ("IQ", "place")]),
    ("حاكم ولاية تكساس ونظيره في ولاية جورجيا", [("US", "place"), ("US", "place")]),
    ("أعلنت جورجيا وأوكرانيا", [("GE", "name"), ("UA", "name")]),
    ("جمهورية أفريقيا الوسطى وجمهورية الكونغو الديمقراطية", [("CF", "name"), ("CD", "name")]),
    ("غينيا الاستوائية وغينيا بيساو وبابوا غينيا الجديدة", [("GQ", "name"), ("GW", "name"), ("PG", "name")]),
    ("أهالي مقاطعة كولومبيا البريطانية", [("CA", "place")]),
    ("رحبت السلطة الفلسطينية بالقرار", [("PS", "name")]),
    ("قصف جيش الاحتلال غزة", [("IL", "metonym"), ("PS", "place")]),
    ("تنظيم القاعدة في جزيرة العرب ينشط في اليمن", [("AQAP", "name"), ("YE", "name")]),
    ("الأمين العام لمنظمة التعاون الإسلامي", [("OIC", "name")]),
    ("زعيم حزب الشعب الجمهوري التركي", [("CHP", "name")]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_sentences_name(world: World, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(world, text) == expected


NOTHING = [
    "تلقى دعماً مالياً كبيراً",
    "البنات والبنين سواء",
    "عاد إلى مسقط رأسه بعد غياب",
    "أذان المغرب وصلاة العشاء",
    "مناورات في المحيط الهندي",
    "سفينة عبرت خليج المكسيك وبحر الصين الجنوبي",
    "مهرجان سوق عكاظ",
    "سافر للحج هذا العام",
    "نشرت الصور على صدر الصفحة",
    "من زاوية أخرى فإن العقبة الأساسية باقية",
    "الخبر اليقين في الوجه الآخر",
    "كسب الوقت عبر حل سلمي",
    "العديد من المواطنين على قائمة الانتظار",
    "نصف قطر الدائرة",
    "فشل الاجتماع باكراً",
    "قدم الحجة وبلغ القمة",
    "قال محمد المصري وأحمد التونسي إن المباراة صعبة",
    "زار أبو مصعب السوري القرية",
    "عبد العزيز بن فهد السعودي",
    "كتب تركي الفيصل مقالاً",
    "دول المغرب العربي وأميركا اللاتينية",
    "الجزيرة العربية في العصر القديم",
    "البنوك والمصارف والمؤسسات",
    "في شهر نيسان (أبريل)",
    "دخل الباب ثم ترك المدينة",
    "انتخابات حرة ونزيهة في الوطن",
    "شارع ضيق قرب النهر",
]


@pytest.mark.parametrize("text", NOTHING)
def test_sentences_name_nothing(world: World, text: str) -> None:
    assert named(world, text) == []


CLITICS = [
    ("والأميركيون", "وال", "p"),
    ("للأميركيين", "لل", "p"),
    ("بالأميركية", "بال", "f"),
    ("وللأميركي", "ولل", "m"),
    ("أميركياً", "", "m"),
    ("أميركيتين", "", "p"),
    ("ولمصر", "ول", None),
    ("بالعراق", "ب", None),
    ("للعراق", "ل", None),
    ("لليبيا", "ل", None),
    ("لليمن", "ل", None),
    ("للبنان", "ل", None),
    ("للبنانيين", "لل", "p"),
    ("للّيكود", "ل", None),
    ("وواشنطن", "و", None),
    ("فبغداد", "ف", None),
    ("ففرنسا", "ف", None),
    ("كإيران", "ك", None),
]


@pytest.mark.parametrize(("word", "clitic", "gender"), CLITICS)
def test_proclitics_and_gender(world: World, word: str, clitic: str, gender: str | None) -> None:
    (mention,) = mentions(world, word)
    assert (mention.clitic, mention.gender) == (clitic, gender)


NAMESAKES = [
    ("قال مسؤول أردني في عمان", "عمان", "JO"),
    ("وزير الخارجية العماني في مسقط: عمان ترحب", "عمان", "OM"),
    ("وصل الوفد الليبي إلى طرابلس", "طرابلس", "LY"),
    ("اشتباكات في طرابلس شمال لبنان", "طرابلس", "LB"),
    ("قال حزب العدالة والتنمية في المغرب", "حزب العدالة والتنمية", "PJD"),
    ("أنقرة: حزب العدالة والتنمية يعقد مؤتمره", "حزب العدالة والتنمية", "AKP"),
    ("غارات قوات التحالف في اليمن", "قوات التحالف", "ARAB-COALITION"),
    ("غارات قوات التحالف في العراق", "قوات التحالف", "IS-COALITION"),
    ("أعلن حزب العمال في لندن فوزه", "حزب العمال", "LABOUR-GB"),
]


@pytest.mark.parametrize(("text", "words", "expected"), NAMESAKES)
def test_namesakes_are_decided_by_the_rest_of_the_text(world: World, text: str, words: str, expected: str) -> None:
    forms, words = Tokens(text).forms, fold_word(words)
    (mention,) = (m for m in world.find(forms) if " ".join(forms[m.first : m.last]) == words)
    assert (mention.entity.id, mention.loose) == (expected, False)


def test_a_namesake_without_a_sign_is_the_usual_one_and_loose(world: World) -> None:
    (mention,) = mentions(world, "من عمان أعلن المتحدث")
    assert (mention.entity.id, mention.loose) == ("JO", True)


SURE = [
    ("قصف في مالي", "ML", False),
    ("هذا مالي أنا", "ML", True),
    ("قالت قناة الجزيرة", "AL-JAZEERA", False),
    ("حول الجزيرة بحر", "AL-JAZEERA", True),
    ("انسحب الاحتلال من البلدة", "IL", True),
    ("مراسل «الميادين» في بيروت", "MAYADEEN", False),
    ("المجلس التركي في باكو", "OTS", True),
]


@pytest.mark.parametrize(("text", "expected", "loose"), SURE)
def test_loose_names_are_made_sure_by_their_neighbours(world: World, text: str, expected: str, loose: bool) -> None:
    assert [m.loose for m in mentions(world, text) if m.entity.id == expected] == [loose]


def test_a_surname_of_the_text_stays_doubtful_where_it_stands_alone(world: World) -> None:
    found = mentions(world, "استقبل محمد شياع السوداني الوفد السوداني. وأكد السوداني")
    assert [(m.entity.id, m.loose) for m in found] == [("SD", True), ("SD", True)]


def test_quotation_marks_inside_a_name_belong_to_it(world: World) -> None:
    forms = Tokens('قال قيادي في حركة "الجهاد الإسلامي" أمس').forms
    (mention,) = world.find(forms)
    assert forms[mention.first : mention.last] == ["حركه", '"', "الجهاد", "الاسلامي", '"']


def test_the_longest_name_wins_and_nothing_overlaps(world: World) -> None:
    forms = Tokens("صحيفة واشنطن بوست الأميركية وجامعة الدول العربية ووزارة الخارجية الأميركية في واشنطن").forms
    found = world.find(forms)
    assert [m.entity.id for m in found] == ["WAPO", "ARAB-LEAGUE", "US", "US"]
    assert all(a.last <= b.first for a, b in pairwise(found))


def test_at_gives_the_longest_mention_that_begins_there(world: World) -> None:
    forms = Tokens("في الولايات المتحدة الأميركية").forms
    mention = world.at(forms, 1)
    assert mention is not None and (mention.entity.id, mention.last) == ("US", 4)
    assert world.at(forms, 0) is None
    assert world.at(forms, 2) is None


def test_odd_input(world: World) -> None:
    assert world.find([]) == []
    assert world.find(["و", "ل", "لل", "ال", '"', "\n", "."]) == []
    assert named(world, "حركة") == [] and named(world, 'حركة "') == []
    assert named(world, 'حركة "حماس') == [("HAMAS", "name")]


def test_parts_speak_for_the_whole(world: World) -> None:
    for part, whole in (("UNSC", "UN"), ("EUROPEAN-COMMISSION", "EU"), ("AL-QASSAM", "HAMAS"), ("PESHMERGA", "KRG")):
        entity = world.entity(part)
        assert entity is not None and entity.actor == whole
    unicef = world.entity("UNICEF")
    assert unicef is not None and unicef.actor == "UNICEF"
    assert world.entity("NOBODY") is None
