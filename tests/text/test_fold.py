"""Folding: one form for every spelling, and a map that finds every letter again."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from tests.text.soup import texts

from mawqif.text.fold import fold, fold_word


@given(texts)
def test_every_folded_letter_knows_where_it_stood(text):
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert folded.offsets[len(folded.text)] == len(text)
    assert all(fold_word(text[at]) == char for char, at in zip(folded.text, folded.offsets, strict=False))


@given(texts)
def test_offsets_go_forwards_and_leave_out_only_marks(text):
    offsets = list(fold(text).offsets)[:-1]
    assert offsets == sorted(set(offsets))
    assert all(fold_word(text[at]) == "" for at in set(range(len(text))) - set(offsets))


@given(texts)
def test_folding_twice_changes_nothing_more(text):
    assert fold_word(fold_word(text)) == fold_word(text) == fold(text).text


@given(texts, texts)
def test_a_text_folds_like_its_parts(one, two):
    assert fold_word(one + two) == fold_word(one) + fold_word(two)


@pytest.mark.parametrize(
    ("spelled", "folded"),
    [
        ("أكد", "اكد"),
        ("إلى", "الي"),
        ("آخر", "اخر"),
        ("ٱلسلام", "السلام"),
        ("وزارة", "وزاره"),
        ("کی", "كي"),
        ("قَالَ", "قال"),
        ("محمّدٌ", "محمد"),
        ("هٰذا", "هذا"),
        ("الـــرئيس", "الرئيس"),
        ("\u202bمصر\u202c", "مصر"),
        ("می\u200cرود", "ميرود"),
        ("٢٠٢٦", "2026"),
        ("۱۴۰۴", "1404"),
        ("في\u00a0مصر", "في مصر"),
        ("سؤال وشيء", "سؤال وشيء"),
        ("NATO", "NATO"),
        ("", ""),
    ],
)
def test_spellings(spelled, folded):
    assert fold_word(spelled) == folded


@pytest.mark.parametrize(
    ("forms", "letters"),
    [
        ("ﻗﺎﻝ", "قال"),
        ("ﺍﻟﻮﺯﻳﺮ", "الوزير"),
        ("ﺃﻛﺪ ﺍﻟﺮﺋﻴﺲ", "اكد الرئيس"),
        ("ﺇﻟﻰ", "الي"),
        ("ﻭﺯﺍﺭﺓ", "وزاره"),
        ("ﭐﮎﯼ", "اكي"),
    ],
)
def test_presentation_forms_are_their_letters(forms, letters):
    folded = fold(forms)
    assert folded.text == letters
    assert list(folded.offsets) == list(range(len(forms) + 1))


def test_every_presentation_form_of_one_letter_folds_like_the_letter():
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)):
        base = unicodedata.normalize("NFKC", chr(code))
        if len(base) == 1 and base.isalpha():
            assert fold_word(chr(code)) == fold_word(base), hex(code)


@pytest.mark.parametrize("ligature", ["ﻻ", "ﷲ", "ﷺ"])
def test_a_ligature_of_several_letters_stays_one_character(ligature):
    assert fold_word(ligature) == ligature


def test_without_marks_the_map_costs_nothing():
    assert fold("قال الوزير").offsets == range(11)


def test_offsets_step_over_marks():
    assert list(fold("قَاـل").offsets) == [0, 2, 4, 5]
