"""Verbal nouns find their verbs, nouns that only look like them find none, and every line of the table is of use."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from mawqif.lang.ar.lexis.inflect import forms_of
from mawqif.lang.ar.lexis.masdar import verb_of
from mawqif.lang.ar.lexis import masdar
from mawqif.text.fold import fold_word

VERBS = """
إرسال: أرسل يرسل
إقامة: أقام يقيم
إعادة: أعاد يعيد
إعطاء: أعطى يعطي
إنشاء: أنشأ ينشئ
إيفاد: أوفد يوفد
إيواء: آوى يؤوي
إقرار: أقر يقر
إلغاء: ألغى يلغي
مشاركة: شارك يشارك
مساواة: ساوى يساوي
مقاطعة: قاطع يقاطع
مصادقة: صادق يصادق
مكافأة: كافأ يكافئ
تصديق: صدق يصدق
تأجيل: أجل يؤجل
تسوية: سوى يسوي
تجربة: جرب يجرب
تعبئة: عبأ يعبئ
تبادل: تبادل يتبادل
تفادي: تفادى يتفادى
تدخل: تدخل يتدخل
تخلي: تخلى يتخلى
انضمام: انضم ينضم
انسحاب: انسحب ينسحب
انهيار: انهار ينهار
انضواء: انضوى ينضوي
اعتراف: اعترف يعترف
احتلال: احتل يحتل
اختيار: اختار يختار
اكتفاء: اكتفى يكتفي
اتخاذ: اتخذ يتخذ
اصطفاف: اصطف يصطف
استخدام: استخدم يستخدم
استقالة: استقال يستقيل
استئناف: استأنف يستأنف
استيراد: استورد يستورد
استدعاء: استدعى يستدعي
استمرار: استمر يستمر
استيلاء: استولى يستولي
رفع: رفع يرفع
بيع: باع يبيع
زيارة: زار يزور
شراء: اشترى يشتري
بناء: بنى يبني
عفو: عفا يعفو
حل: حل يحل
وضع: وضع يضع
منح: منح يمنح
فوز: فاز يفوز
خصخصة: خصخص يخصخص
هيكلة: هيكل يهيكل
"""
THINGS = "قوات سلاح أسعار أخبار أعضاء أفراد أطراف أطفال أصوات أحزاب أعمال أموال إسلام إنسان تاريخ تموز تشرين تيار محافظة مباراة مسابقة معاهدة وزير دولة قانون"
LINES = [line.strip() for line in masdar._data()["masdars"].strip().splitlines()]
NOUNS = masdar._data()["nouns"].split()


def pair(line: str) -> tuple[str, tuple[str, str]]:
    noun, verb = line.split(":")
    past, present = verb.split()
    return fold_word(noun), (fold_word(past), fold_word(present))


def by_shape(noun: str) -> tuple[str, str] | None:
    """What the patterns alone make of a noun."""
    for shape, make in masdar._COMPILED:
        if match := shape.fullmatch(noun):
            return masdar._doubled(make(match))
    return None


@pytest.mark.parametrize("line", VERBS.strip().splitlines())
def test_the_verb_of_a_verbal_noun(line):
    noun, verb = pair(line)
    assert verb_of(noun) == verb


@pytest.mark.parametrize("noun", THINGS.split())
def test_a_thing_has_no_verb(noun):
    assert verb_of(fold_word(noun)) is None


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_table(line):
    noun, (past, present) = pair(line)
    assert present[0] == "ي"
    assert verb_of(noun) == (past, present)
    assert by_shape(noun) != (past, present), "the patterns give this verb: the line is not needed"
    shapes = {form: how.shape for form, how in forms_of(noun).items()}
    assert shapes[noun] == "noun"
    assert {shapes.get(past), shapes.get(present)} <= {"past", "present", "noun"}


def test_no_noun_stands_twice():
    nouns = [pair(line)[0] for line in LINES]
    assert len(nouns) == len(set(nouns))
    assert len(NOUNS) == len(set(NOUNS))


@pytest.mark.parametrize("noun", NOUNS)
def test_a_listed_thing_needs_its_place(noun):
    assert verb_of(fold_word(noun)) is None
    assert by_shape(fold_word(noun)), "no pattern takes this noun for a verbal noun: it is not needed"


def test_the_table_is_sorted():
    text = files("mawqif.lang.ar").joinpath("data", "masdars.toml").read_text("utf-8")
    lines = tomllib.loads(text)["masdars"].strip().splitlines()
    assert lines == sorted(lines, key=lambda line: fold_word(line.split(":")[0]))
