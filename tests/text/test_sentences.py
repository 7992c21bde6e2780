"""Sentences: ranges of tokens that cover a text, with stops inside quotations and numbers left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.text.soup import texts

from mawqif.text.quotes import find_quotes
from mawqif.text.sentences import split_sentences
from mawqif.text.tokens import LINE, Tokens

ABBREVIATIONS = frozenset({"د", "م"})


def ranges(text: str) -> tuple[Tokens, list[tuple[int, int]]]:
    tokens = Tokens(text)
    return tokens, split_sentences(tokens, find_quotes(tokens), ABBREVIATIONS)


def sentences(text: str) -> list[str]:
    tokens, found = ranges(text)
    return [text[tokens.starts[first] : tokens.ends[last - 1]] for first, last in found]


@given(texts)
def test_every_token_but_line_breaks_stands_in_one_sentence_in_order(text):
    tokens, found = ranges(text)
    covered = [k for first, last in found for k in range(first, last)]
    assert covered == [k for k, form in enumerate(tokens.forms) if form != LINE or k in covered]
    assert all(first < last for first, last in found)


@given(texts)
def test_sentences_do_not_begin_or_end_with_a_line_break(text):
    tokens, found = ranges(text)
    assert all(LINE not in (tokens.forms[first], tokens.forms[last - 1]) for first, last in found)


@given(texts, texts)
def test_a_headline_with_its_own_line_changes_no_sentence_after_it(title, text):
    marks = set('«»"“”„‟‘’‹›{}″＂')
    if not marks & set(title):
        assert sentences(f"{title}\n{text}") == sentences(title) + sentences(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("خبر", ["خبر"]),
        ("وصل الوفد. غادر الوفد.", ["وصل الوفد.", "غادر الوفد."]),
        ("هل يعود؟ لا أحد يعلم!", ["هل يعود؟", "لا أحد يعلم!"]),
        ("الوزير في بيروت\nوصل الوزير أمس.", ["الوزير في بيروت", "وصل الوزير أمس."]),
        ("سطر\r\n\r\nآخر", ["سطر", "آخر"]),
        ("التقى د. سامي الوفد. ثم غادر.", ["التقى د. سامي الوفد.", "ثم غادر."]),
        ("ارتفع السعر 3.5 في المئة. ثم هبط.", ["ارتفع السعر 3.5 في المئة.", "ثم هبط."]),
        ("قال «انتهى الأمر. لن نعود» وخرج. ثم صمت.", ["قال «انتهى الأمر. لن نعود» وخرج.", "ثم صمت."]),
        ('قال: "انتهى الأمر." وغادر القاعة.', ['قال: "انتهى الأمر."', "وغادر القاعة."]),
        ("قال: «لن نعود.» ثم صمت.", ["قال: «لن نعود.»", "ثم صمت."]),
        ("قال «لن نعود.»، ثم صمت.", ["قال «لن نعود.»، ثم صمت."]),
        ("هل عاد حقا؟! نعم.", ["هل عاد حقا؟!", "نعم."]),
        ("انتظر قليلا... ثم غادر.", ["انتظر قليلا... ثم غادر."]),
        ("- من أنت؟\n- أنا الحارس.", ["- من أنت؟", "- أنا الحارس."]),
        ("في 5.1.2026 وصل. وغادر.", ["في 5.1.2026 وصل.", "وغادر."]),
        ('وصل أمس. "لن أعود" قال لهم.', ["وصل أمس.", '"لن أعود" قال لهم.']),
        ("قال «لن نعود. ولن ننسى.", ["قال «لن نعود. ولن ننسى."]),
        ("سطر \n \n \n", ["سطر"]),
    ],
)
def test_stops(text, expected):
    assert sentences(text) == expected


def test_a_lost_closing_mark_holds_only_so_many_words():
    text = "قال «" + "كلمة أخرى. " * 100
    assert len(sentences(text)) == 100


def test_200_thousand_letters_are_one_sentence():
    assert sentences("ن" * 200_000) == ["ن" * 200_000]
