"""A deed is found in every inflection, a thing in its other numbers and with possessives."""

from __future__ import annotations

import pytest

from mawqif.lang.ar.lexis.inflect import forms_of, keys, plain_key, stems
from mawqif.text.fold import fold_word

# noun: forms of it and of its verb / forms of other words that it must not take
DEEDS = """
إرسال: إرسال إرسالا إرسالها إرسالهم أرسل أرسلت أرسلوا أرسلنا أرسلها يرسل ترسل نرسل أرسلهم يرسلون يرسلوا ترسلها / رسالة رسول مرسل
مشاركة: مشاركة مشاركتها مشاركتنا مشاركات شارك شاركت شاركوا يشارك تشارك نشارك يشاركون يشاركوا / شركة شريك مشترك
انضمام: انضمام انضمامها انضم انضمت انضموا ينضم تنضم ننضم ينضمون / ضمان نظام
زيارة: زيارة زيارته زيارات زار زارت زاروا زرنا يزور تزور نزور يزوره تزر / زهرة وزير
رفع: رفع رفعها رفعت رفعوا رفعنا يرفع ترفع نرفع يرفعون ترفعها / ارتفاع مرفوع
إنهاء: إنهاء إنهائها أنهى أنهت أنهوا ينهي تنهي ننهي أنهاها / نهاية نهر
بيع: بيع بيعها باع باعت باعوا يبيع تبيع نبيع تبع يبيعون / بائع مبيعات
استيراد: استيراد استيرادها استورد استوردت يستورد تستورد نستورد / وارد مورد
عفو: عفو عفوها عفا عفت يعفو تعفو نعفو / عفوي عاف
خوض: خوض خوضها خاض خاضت خاضوا خضنا يخوض تخوض نخوض / مخاض حوض
"""
TENSES = [
    ("إرسال", "أرسلت", "past", 3), ("إرسال", "نرسل", "present", 1), ("إرسال", "إرسالها", "noun", 0),
    ("زيارة", "زرنا", "past", 1), ("زيارة", "زيارات", "noun", 0), ("انضمام", "ينضمون", "present", 3),
]  # fmt: skip
ALIKE = "جندي/جنود قوة/قوات صاروخ/صواريخ عقوبة/عقوبات لقاح/لقاحات معبر/معابر قرض/قروض راتب/رواتب بطولة/بطولات"
UNLIKE = "سلاح/إسلام لقاح/قاطرة ضريبة/رغبة أسرى/أسعار عقوبات/أقارب"
STEMS = [
    ("وسنرسل", "نرسل"), ("بإرسال", "ارسال"), ("للقوات", "القوات"), ("والمشاركة", "مشاركه"), ("فسترفض", "ترفض"),
    ("لإرسالها", "ارسالها"), ("كالعقوبات", "عقوبات"),
]  # fmt: skip


def cases(*, takes: bool):
    for line in DEEDS.strip().splitlines():
        noun, forms = line.split(":")
        for form in forms.split("/")[not takes].split():
            yield noun, form


@pytest.mark.parametrize(("noun", "form"), list(cases(takes=True)))
def test_a_deed_takes_its_forms(noun, form):
    assert fold_word(form) in forms_of(fold_word(noun))


@pytest.mark.parametrize(("noun", "form"), list(cases(takes=False)))
def test_a_deed_leaves_other_words(noun, form):
    assert fold_word(form) not in forms_of(fold_word(noun))


@pytest.mark.parametrize(("noun", "form", "shape", "person"), TENSES)
def test_what_a_form_tells(noun, form, shape, person):
    how = forms_of(fold_word(noun))[fold_word(form)]
    assert (how.shape, how.person) == (shape, person)


@pytest.mark.parametrize("words", ALIKE.split())
def test_numbers_of_a_thing_share_a_key(words):
    one, other = map(fold_word, words.split("/"))
    assert plain_key(one) in keys("و" + other) or plain_key(one) in keys(other)
    assert plain_key(other) in keys("ال" + one)


@pytest.mark.parametrize("words", UNLIKE.split())
def test_other_things_share_none(words):
    one, other = map(fold_word, words.split("/"))
    assert keys(one).isdisjoint(keys(other))


@pytest.mark.parametrize("suffix", ["ها", "هم", "نا", "ه", "كم"])
def test_a_possessive_keeps_the_key(suffix):
    assert plain_key("سلاح") in keys("بسلاح" + suffix)


@pytest.mark.parametrize(("form", "stem"), STEMS)
def test_what_is_left_without_proclitics(form, stem):
    assert stem in stems(fold_word(form))
