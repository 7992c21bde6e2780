"""Lists of kin words are well-formed, and hold where they should."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from mawqif.lang.ar.lexis.masdar import verb_of
from mawqif.lang.ar.stance.goal import goal_of, own_keys
from mawqif.text.fold import fold_word
from mawqif.world import default_world

KIN = tomllib.loads(files("mawqif.lang.ar").joinpath("data", "kin.toml").read_text("utf-8"))
# phrase of a target: deeds that are one with it / that undo it / that are neither
TARGETS = """
رفع أسعار الفائدة: زيادة / خفض تثبيت إبقاء / إلغاء فرض إنهاء
رفع العقوبات: إلغاء إنهاء تخفيف / فرض تمديد إبقاء / زيادة مضاعفة
خفض الإنتاج: تخفيض تقليص / زيادة رفع / إلغاء
إرسال القوات: إيفاد نشر / سحب / بيع
مقاطعة البطولة: مقاطعة / مشاركة حضور / تأجيل
نزع السلاح: تسليم حصر / احتفاظ تمسك / فرض
إجراء الانتخابات: تنظيم / تأجيل إلغاء / فرض
تأجيل الانتخابات: إرجاء / إجراء / تنظيم
الإفراج عن الأسرى: إطلاق تحرير / احتجاز / نشر
إطلاق الصواريخ: إطلاق / - / إفراج تحرير
تسليم الأسلحة: حصر / تمسك / مبادلة
قطع العلاقات: تعليق / استئناف إقامة / بيع
استضافة البطولة: تنظيم / - / إيواء
اعتماد اللقاح: ترخيص تسجيل / تعليق حظر / بيع
فتح المعبر: افتتاح / إغلاق إقفال / بناء
"""


@pytest.mark.parametrize("entry", KIN["deed"], ids=lambda entry: entry["words"][:40])
def test_a_list_of_deeds(entry):
    assert set(entry) <= {"words", "loose", "opposite", "beside"}
    words, opposite = entry["words"].split(), entry.get("opposite", "").split()
    assert len(words) > 1 or opposite or entry.get("loose")
    for word in (*words, *opposite):
        assert verb_of(fold_word(word)), word
    everything = [*words, *opposite, *entry.get("loose", "").split()]
    assert len(everything) == len(set(everything))


@pytest.mark.parametrize("entry", KIN["thing"], ids=lambda entry: entry["words"][:40])
def test_a_list_of_things(entry):
    assert set(entry) == {"words"}
    words = entry["words"].split()
    assert len(words) == len(set(words)) > 1
    for word in words:
        assert own_keys(fold_word(words[0])) & own_keys(fold_word(word))


def cases():
    for line in TARGETS.strip().splitlines():
        phrase, rest = line.split(":")
        one, undone, neither = ([fold_word(w) for w in part.split() if w != "-"] for part in rest.split("/"))
        yield pytest.param(phrase, one, undone, neither, id=phrase)


@pytest.mark.parametrize(("phrase", "one", "undone", "neither"), list(cases()))
def test_what_a_target_stands_for(phrase, one, undone, neither):
    goal = goal_of(phrase, default_world())
    assert goal is not None
    assert goal.deeds >= set(one)
    assert goal.opposite >= set(undone)
    assert (goal.deeds | goal.loose | goal.opposite).isdisjoint(neither)
