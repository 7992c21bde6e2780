"""Tokens: columns that cover a text, in order, without overlap."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from tests.text.soup import texts

from mawqif.text.fold import fold_word
from mawqif.text.tokens import LINE, Tokens


def words(text: str) -> list[str]:
    tokens = Tokens(text)
    return [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]


@given(texts)
def test_columns_are_of_one_length_and_spans_inside_the_text(text):
    tokens = Tokens(text)
    assert len(tokens) == len(tokens.forms) == len(tokens.starts) == len(tokens.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(tokens.starts, tokens.ends, strict=True))


@given(texts)
def test_tokens_do_not_overlap(text):
    tokens = Tokens(text)
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))


@given(texts)
def test_what_no_token_covers_is_space_or_a_mark(text):
    tokens = Tokens(text)
    covered = {k for start, end in zip(tokens.starts, tokens.ends, strict=True) for k in range(start, end)}
    assert all(not fold_word(text[k]).strip() for k in set(range(len(text))) - covered)


@given(texts)
def test_the_form_is_the_folded_span(text):
    tokens = Tokens(text)
    for form, word in zip(tokens.forms, words(text), strict=True):
        assert (
            fold_word(word) == form or (form == LINE and not fold_word(word).strip()) or (form, word[0]) == ("–", "ـ")
        )


@given(texts)
def test_two_line_breaks_never_follow_each_other(text):
    assert (LINE, LINE) not in pairwise(Tokens(text).forms)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \t ", []),
        ("خبر", ["خبر"]),
        ("قال: نعم.", ["قال", ":", "نعم", "."]),
        ("«لا»، قال", ["«", "لا", "»", "،", "قال"]),
        ("قال ـ وهو واثق ــ: نعم", ["قال", "ـ", "وهو", "واثق", "ـ", "ـ", ":", "نعم"]),
        ("الـوزير هـ وَـ", ["الـوزير", "هـ", "وَـ"]),
        ("بلغ 3.5 مليون", ["بلغ", "3.5", "مليون"]),
        ("بنسبة ٣٫٥٪", ["بنسبة", "٣٫٥", "٪"]),
        ("في 5/1/2026 عند 12:30.", ["في", "5/1/2026", "عند", "12:30", "."]),
        ("2024-2025", ["2024-2025"]),
        ("الفترة 10،", ["الفترة", "10", "،"]),
        ("لكن... ربما", ["لكن", "...", "ربما"]),
        ("لكن… ربما", ["لكن", "…", "ربما"]),
        ("كوفيد-19", ["كوفيد", "-", "19"]),
        ("Jean-Noël don't", ["Jean-Noël", "don't"]),
        ("قَالَ الوَزِيرُ", ["قَالَ", "الوَزِيرُ"]),
        ("\u200fقال\u200f.", ["قال", "."]),
        ("عـــاجل", ["عـــاجل"]),
        ("الحكومةالسويدية", ["الحكومة", "السويدية"]),
        ("وطالبةـ", ["وطالبةـ"]),
        ("رسالةٌ", ["رسالةٌ"]),
        ("سطر\n\n  آخر", ["سطر", "\n\n  ", "آخر"]),
        ("أ\0ب", ["أ", "\0", "ب"]),
    ],
)
def test_words(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n", "\r\n\r\n", "\n \t\n", " \n ", "\r", "\u2028", "\f", "\v\n"])
def test_a_run_of_line_breaks_is_one_token(gap):
    assert Tokens(f"عنوان{gap}خبر").forms == ["عنوان", LINE, "خبر"]


def test_a_word_of_200_thousand_letters_is_one_token():
    assert words("م" * 200_000) == ["م" * 200_000]
