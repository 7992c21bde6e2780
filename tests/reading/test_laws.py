"""Laws of a reading that hold for any text whatever."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

import msgspec
import pytest
from hypothesis import example, given, settings
from tests.text.soup import texts

import mawqif
from mawqif.model import Act, Article, Kind, Mode, Reading, Span, Statement, Voice
from mawqif.text.fold import fold_word

DAY = "2026-01-06"
ALL, MANY = settings(deadline=None), settings(deadline=None, max_examples=500)


def read(text: str) -> Reading:
    return mawqif.read(text, published=DAY)


def spans(statement: Statement) -> Iterator[Span]:
    parts = (statement.cue, statement.source, statement.when, statement.channel, statement.audience, statement.via)
    yield from (part for part in parts if part is not None)
    yield from statement.content
    yield from statement.conditions


def place(statement: Statement) -> int:
    return (statement.cue or statement.content[0]).start


@MANY
@given(texts)
@example("أعلن : „")
@example("( قال")
@example("أنه أكد ل باسم الوزير")
@example("رفض—لـ#http://x.y/z")
@example("أكد ل لا متحدث 12/3/2024 مسؤول")
def test_every_span_is_words_of_the_text(text):
    for statement in read(text).statements:
        for span in spans(statement):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text


@ALL
@given(texts)
def test_statements_have_content_stand_in_order_and_name_their_rule(text):
    statements = read(text).statements
    assert [place(s) for s in statements] == sorted(place(s) for s in statements)
    for statement in statements:
        assert statement.content
        assert all(one.end <= two.start for one, two in pairwise(statement.content))
        assert statement.rule


@ALL
@given(texts)
def test_conditions_stand_inside_the_content(text):
    for statement in read(text).statements:
        for condition in statement.conditions:
            assert any(c.start <= condition.start < condition.end <= c.end for c in statement.content)


@ALL
@given(texts)
def test_sentences_cover_every_character_once_in_order_with_one_voice(text):
    sentences = read(text).sentences
    assert all(one.end <= two.start for one, two in pairwise(sentences))
    assert all(0 <= s.start < s.end <= len(text) and s.voice in get_args(Voice) for s in sentences)
    covered = {k for s in sentences for k in range(s.start, s.end)}
    assert all(not fold_word(text[k]).strip() for k in set(range(len(text))) - covered)


@ALL
@given(texts)
def test_every_word_of_the_vocabulary_is_one_of_its_own(text):
    for statement in read(text).statements:
        assert statement.act in get_args(Act)
        assert statement.mode in get_args(Mode)
        assert statement.speaker.kind in (None, *get_args(Kind))


@ALL
@given(texts, texts)
def test_a_reading_is_the_same_whatever_was_read_before(text, other):
    first = msgspec.json.encode(read(text))
    read(other)
    assert msgspec.json.encode(read(text)) == first


@ALL
@given(texts)
def test_space_after_the_text_changes_no_statement(text):
    statements = read(text).statements
    for end in ("\n", " ", "\r\n\r\n", "\t \n"):
        assert read(text + end).statements == statements


@ALL
@given(texts)
def test_a_reading_goes_through_json_and_back(text):
    reading = read(text)
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t", "\u200f\u200e", "\ufeff"])
def test_nothing_is_read_from_nothing(text):
    reading = read(text)
    assert (reading.sentences, reading.statements, reading.text) == ((), (), text)


@pytest.mark.parametrize("word", ["خبر", "قال", "أكد", "وفق", "تصريحات", "«", ":", "؟", "\0", "ـ ـ", "ﷺ", "2026"])
def test_one_word_is_no_statement(word):
    assert read(word).statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the talks had ended.",
        "Der Minister sagte, „wir gehen nicht“.",
        "部长说,会谈已经结束。",
        "<div class='x'><p>&nbsp;</p></div><script>var a = 'b: c';</script>",
        "www.example.org/?q=1&r=2 @someone #tag",
        "1 2 3 4.5 6,7 8/9",
    ],
)
def test_a_text_without_arabic_has_no_statements(text):
    assert read(text).statements == ()


@pytest.mark.parametrize(
    "letter", ["م", "و", "ب", "«", '"', "(", ":", ".", "؟", "ـ", "َ", "1", "\n", "\0", "قال ", "\u200f"]
)
def test_200_thousand_times_the_same_is_read(letter):
    text = letter * (200_000 // len(letter))
    reading = read(text)
    assert all(text[span.start : span.end] == span.text for s in reading.statements for span in spans(s))


def test_the_article_keeps_what_it_came_with():
    article = Article(text="وصل الوفد.", id="a1", title="خبر", outlet="جريدة", published=DAY, url="https://example.org")
    reading = mawqif.read_article(article)
    assert (reading.id, reading.title, reading.outlet, reading.published) == ("a1", "خبر", "جريدة", DAY)
    assert reading.text is article.text


def test_reading_words_and_reading_an_article_are_one():
    text = "قال الوزير إن الوفد وصل أمس."
    assert mawqif.read(text, id="x", published=DAY) == mawqif.read_article(Article(text=text, id="x", published=DAY))


@pytest.mark.parametrize("published", [None, "", "غدا", "2026-13-45", "\0", "06/01/2026", "2026-01-06T09:30:00+03:00"])
def test_a_date_nobody_can_read_stops_nothing(published):
    assert len(mawqif.read("قال الوزير أمس إن الوفد وصل.", published=published).statements) == 1
