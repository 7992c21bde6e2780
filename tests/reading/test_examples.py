"""What a careful reader takes from short pieces of news: whole readings, nothing more and nothing less."""

from __future__ import annotations

from typing import Any

import pytest

import mawqif
from mawqif.model import Statement

DAY = "2026-01-06"  # a Tuesday

Fields = dict[str, Any]


def said(cue: str | None, act: str, source: str | None, *content: str, **more: Any) -> Fields:
    """One statement; what is not named must not be read either, but for speaker, kind, speaks_for and mode."""
    nothing = {"nested": False, "when": None, "channel": None, "audience": None, "via": None, "conditions": []}
    return {"cue": cue, "act": act, "source": source, "content": list(content)} | nothing | more


def read_fields(statement: Statement, wanted: Fields) -> Fields:
    read: Fields = {"act": statement.act, "nested": statement.nested, "mode": statement.mode}
    for part in ("cue", "source", "when", "channel", "audience", "via"):
        span = getattr(statement, part)
        read[part] = span.text if span else None
    for part in ("content", "conditions"):
        read[part] = [span.text for span in getattr(statement, part)]
    speaker = statement.speaker
    read |= {"speaker": speaker.name, "kind": speaker.kind, "speaks_for": speaker.speaks_for}
    read["said_on"] = statement.said_on
    return {name: read[name] for name in wanted}


# text, voices of its sentences, statements in order of their cues
EXAMPLES: dict[str, tuple[str, list[str], list[Fields]]] = {
    "a statement issued yesterday": (
        "قال سامي الحمدان في بيان صدر أمس إن الموسم جيد.",
        ["sourced"],
        [
            said(
                "قال", "say", "سامي الحمدان", "الموسم جيد",
                when="أمس", channel="بيان صدر أمس", said_on="2026-01-05",
            )
        ],
    ),
    "a conference held today": (
        "قال سامي الحمدان خلال المؤتمر الصحفي الذي عقد اليوم في لندن: «الموسم جيد».",
        ["sourced"],
        [
            said(
                "قال", "say", "سامي الحمدان", "الموسم جيد",
                when="اليوم", channel="المؤتمر الصحفي الذي عقد اليوم في لندن", said_on="2026-01-06",
            )
        ],
    ),
    "a statement on what happened yesterday": (
        "قال سامي الحمدان في بيان إن الموسم بدأ أمس.",
        ["sourced"],
        [said("قال", "say", "سامي الحمدان", "الموسم بدأ أمس", channel="بيان", said_on=None)],
    ),
    "a minister at a press conference": (
        "قال وزير الخارجية المصري سامح الدسوقي في مؤتمر صحفي مساء الاثنين إن بلاده لن ترسل جنودا إلى السودان.",
        ["sourced"],
        [
            said(
                "قال", "say", "وزير الخارجية المصري سامح الدسوقي", "بلاده لن ترسل جنودا إلى السودان",
                when="مساء الاثنين", said_on="2026-01-05", channel="مؤتمر صحفي",
                speaker="سامح الدسوقي", kind="person", speaks_for="EG", mode="indirect",
            )
        ],
    ),
    "a denial": (
        "نفى المتحدث باسم الحكومة العراقية أن تكون بغداد قد تسلمت رسالة من واشنطن.",
        ["sourced"],
        [
            said(
                "نفى", "deny", "المتحدث باسم الحكومة العراقية", "تكون بغداد قد تسلمت رسالة من واشنطن",
                kind="person", speaks_for="IQ",
            )
        ],
    ),
    "a deed announced under a condition": (
        "أعلنت تركيا أنها ستشارك في القوة الدولية إذا وافقت جميع الأطراف على وجودها.",
        ["sourced"],
        [
            said(
                "أعلنت", "commit", "تركيا", "ستشارك في القوة الدولية إذا وافقت جميع الأطراف على وجودها",
                conditions=["إذا وافقت جميع الأطراف على وجودها"], kind="state", speaks_for="TR",
            )
        ],
    ),
    "words before the verb": (
        "«لن نقبل بأي شروط مسبقة»، قال رئيس الوفد كريم الصالحي للصحفيين.",
        ["sourced"],
        [
            said(
                "قال", "say", "رئيس الوفد كريم الصالحي", "لن نقبل بأي شروط مسبقة",
                audience="لصحفيين", mode="direct", speaker="كريم الصالحي", kind="person",
            )
        ],
    ),
    "an agency and its source": (
        "نقلت رويترز عن مصدر حكومي قوله إن المحادثات تأجلت إلى الأسبوع المقبل.",
        ["sourced"],
        [
            said(
                "قوله", "say", "مصدر حكومي", "المحادثات تأجلت إلى الأسبوع المقبل",
                via="رويترز", kind="anonymous",
            )
        ],
    ),
    "an agency that cites": (
        "ذكرت وكالة الأناضول نقلا عن مسؤول تركي أن الطائرة هبطت بسلام.",
        ["sourced"],
        [
            said(
                "ذكرت", "say", "مسؤول تركي", "الطائرة هبطت بسلام",
                via="وكالة الأناضول", kind="anonymous", speaks_for="TR",
            )
        ],
    ),
    "somebody who goes on, and a participle": (
        "وأضاف أن الحدود ستبقى مغلقة، مشيرا إلى أن القرار اتخذ أمس.",
        ["sourced"],
        [
            said("أضاف", "say", None, "الحدود ستبقى مغلقة", speaker=None),
            said("مشيرا", "say", None, "القرار اتخذ أمس", speaker=None),
        ],
    ),
    "an accusation": (
        "اتهمت الخارجية الأوكرانية موسكو بقصف محطة كهرباء قرب خاركيف.",
        ["sourced"],
        [
            said(
                "اتهمت", "condemn", "الخارجية الأوكرانية", "موسكو بقصف محطة كهرباء قرب خاركيف",
                kind="body", speaks_for="UA",
            )
        ],
    ),
    "according to a ministry": (
        "بحسب وزارة الصحة، أصيب 12 شخصا في الحادث.",
        ["sourced"],
        [said("بحسب", "say", "وزارة الصحة", "أصيب 12 شخصا في الحادث", kind="body", speaks_for=None)],
    ),
    "a headline and its story": (
        "الرئيس التونسي: لا عودة إلى الوراء\nقال الرئيس التونسي قيس المنصوري اليوم الثلاثاء إن الإصلاحات ستستمر.",
        ["sourced", "sourced"],
        [
            said(":", "say", "الرئيس التونسي", "لا عودة إلى الوراء", speaker="قيس المنصوري", speaks_for="TN"),
            said(
                "قال", "say", "الرئيس التونسي قيس المنصوري", "الإصلاحات ستستمر",
                when="اليوم الثلاثاء", said_on="2026-01-06", speaker="قيس المنصوري", speaks_for="TN",
            ),
        ],
    ),
    "a refusal": (
        "رفضت إيران تفتيش مواقعها العسكرية.",
        ["sourced"],
        [said("رفضت", "refuse", "إيران", "تفتيش مواقعها العسكرية", kind="state", speaks_for="IR")],
    ),
    "a warning": (
        "حذر رئيس الوزراء الأردني من موجة لجوء جديدة.",
        ["sourced"],
        [said("حذر", "warn", "رئيس الوزراء الأردني", "موجة لجوء جديدة", kind="person", speaks_for="JO")],
    ),
    "a condemnation": (
        "أدان الاتحاد الأوروبي الهجوم على السفارة.",
        ["sourced"],
        [said("أدان", "condemn", "الاتحاد الأوروبي", "الهجوم على السفارة", kind="organisation", speaks_for="EU")],
    ),
    "an official without a name": (
        "صرح مسؤول أميركي رفض الكشف عن اسمه بأن الإدارة تدرس خيارات أخرى.",
        ["sourced"],
        [
            said(
                "صرح", "say", "مسؤول أميركي رفض الكشف عن اسمه", "الإدارة تدرس خيارات أخرى",
                kind="anonymous", speaks_for="US",
            )
        ],
    ),
    "experts": (
        "قال الخبراء إن الأسعار سترتفع.",
        ["sourced"],
        [said("قال", "say", "الخبراء", "الأسعار سترتفع", kind="group", speaks_for=None)],
    ),
    "an expectation with a number": (
        "يتوقع البنك الدولي أن ينمو الاقتصاد المغربي بنسبة 3.5 في المئة العام المقبل.",
        ["sourced"],
        [
            said(
                "يتوقع", "expect", "البنك الدولي", "ينمو الاقتصاد المغربي بنسبة 3.5 في المئة العام المقبل",
                kind="organisation",
            )
        ],
    ),
    "a promise": (
        "تعهد رئيس الوزراء البريطاني بتقديم مساعدات جديدة إلى كييف.",
        ["sourced"],
        [
            said(
                "تعهد", "commit", "رئيس الوزراء البريطاني", "تقديم مساعدات جديدة إلى كييف",
                kind="person", speaks_for="GB",
            )
        ],
    ),
    "not ruling out is expecting": (
        "لم يستبعد الوزير الألماني إرسال مراقبين إلى الحدود.",
        ["sourced"],
        [said("يستبعد", "expect", "الوزير الألماني", "إرسال مراقبين إلى الحدود", speaks_for="DE")],
    ),
    "an army in a communiqué": (
        "قال الجيش السوداني في بيان إن قواته استعادت المدينة.",
        ["sourced"],
        [said("قال", "say", "الجيش السوداني", "قواته استعادت المدينة", channel="بيان", kind="body", speaks_for="SD")],
    ),
    "only after an agreement": (
        "شدد وزير الدفاع على أن الجنود لن ينسحبوا إلا بعد توقيع اتفاق شامل.",
        ["sourced"],
        [
            said(
                "شدد", "affirm", "وزير الدفاع", "الجنود لن ينسحبوا إلا بعد توقيع اتفاق شامل",
                conditions=["إلا بعد توقيع اتفاق شامل"], kind="person",
            )
        ],
    ),
    "events are facts": (
        "وصل الوفد المصري إلى بيروت صباح الأحد. والتقى الرئيس وعددا من النواب.",
        ["fact", "fact"],
        [],
    ),
    "the writer's guess": ("وربما يعكس ذلك تراجعا في نفوذ الحزب.", ["inference"], []),
    "a line of navigation": ("اقرأ أيضا: كيف بدأت الأزمة", ["boilerplate"], []),
    "an interview between commas": (
        "قال الزعيم، في مقابلة مع قناة الجزيرة، إن الحرب انتهت.",
        ["sourced"],
        [said("قال", "say", "الزعيم", "الحرب انتهت", channel="مقابلة مع قناة الجزيرة", kind="person")],
    ),
    "some words quoted": (
        "وصف الوزير القرار بأنه «خطوة في الاتجاه الصحيح».",
        ["sourced"],
        [said("وصف", "say", "الوزير", "القرار بأنه «خطوة في الاتجاه الصحيح»", mode="mixed", kind="person")],
    ),
    "a report inside a report": (
        "قال رئيس الحكومة الليبية إن مصر أبلغته أنها ستعيد فتح المعبر.",
        ["sourced"],
        [
            said("قال", "say", "رئيس الحكومة الليبية", "مصر أبلغته أنها ستعيد فتح المعبر", speaks_for="LY"),
            said("أبلغته", "say", "مصر", "ستعيد فتح المعبر", nested=True, kind="state", speaks_for="EG"),
        ],
    ),
    "a threat unless": (
        "هددت حماس بالانسحاب من المفاوضات ما لم تتوقف الغارات.",
        ["sourced"],
        [
            said(
                "هددت", "warn", "حماس", "الانسحاب من المفاوضات ما لم تتوقف الغارات",
                conditions=["ما لم تتوقف الغارات"], kind="organisation", speaks_for="HAMAS",
            )
        ],
    ),
    "an agreement to host": (
        "وافقت السعودية على استضافة الجولة الثانية من المحادثات.",
        ["sourced"],
        [said("وافقت", "commit", "السعودية", "استضافة الجولة الثانية من المحادثات", kind="state", speaks_for="SA")],
    ),
    "a newspaper and its officials": (
        "ونقلت صحيفة الفجر عن مسؤولين أميركيين قولهم إن الصفقة وشيكة.",
        ["sourced"],
        [
            said(
                "قولهم", "say", "مسؤولين أميركيين", "الصفقة وشيكة",
                via="صحيفة الفجر", kind="anonymous", speaks_for="US",
            )
        ],
    ),
    "a demand and to whom": (
        "طالب الرئيس اللبناني ميشال خوري إسرائيل بالانسحاب من الجنوب.",
        ["sourced"],
        [
            said(
                "طالب", "demand", "الرئيس اللبناني ميشال خوري", "الانسحاب من الجنوب",
                audience="إسرائيل", speaker="ميشال خوري", kind="person", speaks_for="LB",
            )
        ],
    ),
    "a capital that still refuses": (
        "لا تزال موسكو ترفض الحوار مع كييف.",
        ["sourced"],
        [said("ترفض", "refuse", "موسكو", "الحوار مع كييف", kind="state", speaks_for="RU")],
    ),
    "news denied": (
        "نفت حماس صحة الأنباء عن نقل مكاتبها من الدوحة.",
        ["sourced"],
        [said("نفت", "deny", "حماس", "صحة الأنباء عن نقل مكاتبها من الدوحة", kind="organisation", speaks_for="HAMAS")],
    ),
    "an analyst": (
        "واعتبر المحلل نبيل فهد أن القرار متأخر.",
        ["sourced"],
        [
            said(
                "اعتبر", "expect", "المحلل نبيل فهد", "القرار متأخر",
                speaker="نبيل فهد", kind="person", speaks_for=None,
            )
        ],
    ),
    "a network as the channel": (
        "كتب الوزير على منصة إكس أن المحادثات انتهت.",
        ["sourced"],
        [said("كتب", "say", "الوزير", "المحادثات انتهت", channel="منصة إكس", kind="person")],
    ),
    "provided that": (
        "قال رئيس الحكومة الإثيوبية إنه مستعد للقاء نظيره المصري بشرط أن يحضر وسيط أفريقي.",
        ["sourced"],
        [
            said(
                "قال", "say", "رئيس الحكومة الإثيوبية", "مستعد للقاء نظيره المصري بشرط أن يحضر وسيط أفريقي",
                conditions=["بشرط أن يحضر وسيط أفريقي"], kind="person", speaks_for="ET",
            )
        ],
    ),
    "a rhetorical question": ("هل تعود المفاوضات قريبا؟", ["inference"], []),
    "an impersonal formula": ("يشار إلى أن المعبر مغلق منذ عام.", ["fact"], []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "voices", "wanted"), EXAMPLES.values(), ids=EXAMPLES)
def test_reading(text, voices, wanted):
    reading = mawqif.read(text, published=DAY)
    assert [sentence.voice for sentence in reading.sentences] == voices
    assert len(reading.statements) == len(wanted), [s.rule for s in reading.statements]
    for statement, fields in zip(reading.statements, wanted, strict=True):
        assert read_fields(statement, fields) == fields
