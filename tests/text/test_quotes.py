"""Quotations: properly nested pairs, whatever mark is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.text.soup import texts

from mawqif.text.quotes import MARKS, find_quotes
from mawqif.text.tokens import LINE, Tokens


def quoted(text: str) -> list[str]:
    """The words inside every quotation, an ellipsis after those that are never closed."""
    tokens = Tokens(text)
    found = []
    for quote in find_quotes(tokens):
        start = tokens.ends[quote.first]
        end = tokens.starts[quote.last] if quote.last < len(tokens) else len(text)
        found.append(text[start:end].strip() + ("" if quote.closed else "…"))
    return found


@given(texts)
def test_quotations_stand_in_the_text_in_order(text):
    tokens = Tokens(text)
    quotes = find_quotes(tokens)
    assert [q.first for q in quotes] == sorted({q.first for q in quotes})
    for quote in quotes:
        assert 0 <= quote.first < quote.last <= len(tokens)
        assert tokens.forms[quote.first] in MARKS
        assert not quote.closed or tokens.forms[quote.last] in MARKS


@given(texts)
def test_quotations_are_nested_or_apart(text):
    quotes = find_quotes(Tokens(text))
    for n, one in enumerate(quotes):
        for two in quotes[n + 1 :]:
            assert two.first >= one.last or two.last <= one.last


@given(texts)
def test_no_mark_closes_two_quotations_or_closes_and_opens(text):
    quotes = find_quotes(Tokens(text))
    used = [q.first for q in quotes] + [q.last for q in quotes if q.closed]
    assert len(used) == len(set(used))


@given(texts)
def test_a_quotation_without_its_closing_mark_ends_at_a_line_a_mark_or_the_end(text):
    tokens = Tokens(text)
    for quote in find_quotes(tokens):
        if not quote.closed and quote.last < len(tokens):
            assert tokens.forms[quote.last] == LINE or tokens.forms[quote.last] in MARKS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال «سنعود» وغادر", ["سنعود"]),
        ('قال "سنعود" وغادر', ["سنعود"]),
        ("قال “سنعود” وغادر", ["سنعود"]),
        ("قال „سنعود“ وغادر", ["سنعود"]),
        ("قال „نعود\nغدا“ وغادر", ["نعود\nغدا"]),
        ("قال „سنعود” وغادر", ["سنعود"]),
        ("قال „أولا“ ثم “ثانيا”", ["أولا", "ثانيا"]),
        ("قال ‘سنعود’ وغادر", ["سنعود"]),
        ("قال ‹سنعود› وغادر", ["سنعود"]),
        ("قال {سنعود} وغادر", ["سنعود"]),
        ("قال «إنه سمع ‘لا’ قاطعة» وغادر", ["إنه سمع ‘لا’ قاطعة", "لا"]),
        ('قال «جريدة "الفجر" أخطأت» وغادر', ['جريدة "الفجر" أخطأت', "الفجر"]),
        ('قال "أولا" ثم "ثانيا"', ["أولا", "ثانيا"]),
        ("قال «سنعود", ["سنعود…"]),
        ("سنعود» قال الوزير", []),
        ("قال «سنعود\nخبر آخر", ["سنعود…"]),
        ('قال "سنعود\nوقال "لا"', ["سنعود…", "لا"]),
        ('قال: "سنعود.\nلن نتأخر." وغادر', ["سنعود.\nلن نتأخر."]),
        ('قال: "سنعود.\nوسنبقى.\nلن نتأخر"، وغادر', ["سنعود.\nوسنبقى.\nلن نتأخر"]),
        ('قال: "سنعود\nخبر" آخر', ["سنعود…", "آخر…"]),
        ('قال: "سنعود.\nوقال:" لا', ["سنعود.…", "لا…"]),
        ("قال «نعود\nغدا» وغادر", ["نعود\nغدا"]),
        ("قال «سنعود\nوقال «لا»", ["سنعود…", "لا"]),
        ("قال «سنعود ‘قريبا» وغادر", ["سنعود ‘قريبا", "قريبا…"]),
        ("قال» سنعود» وغادر", ["سنعود"]),
        ("قال” سنعود غدا” وغادر", ["سنعود غدا"]),
        ("سنعود» قال «لا» وغادر", ["لا"]),
        ("سنعود»\nقال» لا", []),
        ("", []),
        ("لا علامات هنا", []),
        ("«»", [""]),
        ("don’t say it’s over", []),
    ],
)
def test_pairs(text, expected):
    assert quoted(text) == expected


def test_many_opening_marks_are_read_too():
    assert len(find_quotes(Tokens("« " * 5000))) == 5000
