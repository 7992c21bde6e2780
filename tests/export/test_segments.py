"""Cutting a text for the eye: everything once, in order, never inside a word."""

from __future__ import annotations

import itertools
import time
import unicodedata
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from mawqif.export.segments import paragraphs, segments, word_end, word_start
from mawqif.model import Reading, Sentence, Span, Speaker, Statement


def words_of(reading: Reading, part: str, number: int = 0) -> str:
    text = reading.text or ""
    found = [s for s in segments(text, reading) if any(m.part == part and m.statement == number for m in s.marks)]
    return "".join(text[s.start : s.end] for s in found)


def test_a_cue_takes_its_conjunction_along(sample: Reading) -> None:
    assert words_of(sample, "cue") == "وقال"


def test_an_audience_takes_its_preposition_along(sample: Reading) -> None:
    assert words_of(sample, "audience") == "لرويترز"


def test_nested_statements_cover_their_words_together(sample: Reading) -> None:
    text = sample.text or ""
    covering = {
        frozenset((m.part, m.statement) for m in s.marks)
        for s in segments(text, sample)
        if text[s.start : s.end] == "أكد"
    }
    assert covering == {frozenset({("content", 0), ("cue", 1)})}


def test_every_piece_has_the_voice_of_its_sentence(sample: Reading) -> None:
    text = sample.text or ""
    voices = {line[0].voice: text[line[0].start : line[-1].end] for line in paragraphs(text, sample)[1:3]}
    assert voices == {"inference": "وربما يعكس ذلك ضغوطا.", "boilerplate": "شارك الخبر"}


def test_marks_on_letters_stay_on_them() -> None:
    text = "نفى\u064e الخبر"
    assert (word_start(text, 3), word_end(text, 3)) == (0, 4)


def test_spans_outside_the_text_do_no_harm(make: Callable[..., Reading], said: Callable[..., Statement]) -> None:
    assert len(segments("قال", make("قال", said(cue=Span(-5, 99, "؟"))))) == 1


def test_a_word_without_end_takes_linear_time(make: Callable[..., Reading], said: Callable[..., Statement]) -> None:
    text = "ا" * 2_000_000
    cues = [said(cue=Span(n, n + 1, "ا")) for n in range(0, 2_000_000, 1000)]
    begun = time.perf_counter()
    segments(text, make(text, *cues))
    assert time.perf_counter() - begun < 5


ALPHABET = st.sampled_from([*"اقل وم.«»\n1a", "\u064e", "\u0640", "\u200d", "\u200f", "\U0001f600", "\ud800"])


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(st.text(ALPHABET, min_size=1, max_size=40))
    places = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(places, places).map(sorted), max_size=8))
    nobody = Speaker(name=None, kind=None)
    statements = tuple(
        Statement(
            mode="direct", act="say", nested=False, cue=Span(a, b, text[a:b]), source=None,
            content=(Span(0, b, text[:b]),), speaker=nobody, when=None, said_on=None, channel=None, audience=None,
            via=None, conditions=(), rule="test",
        )
        for a, b in spans
    )  # fmt: skip
    cuts = [0, *sorted({draw(places), len(text)})]
    sentences = tuple(Sentence(start=a, end=b, voice="fact") for a, b in itertools.pairwise(cuts) if a < b)
    return Reading(
        id=None, title=None, outlet=None, published=None, sentences=sentences, statements=statements, text=text
    )


@given(readings())
def test_segments_are_the_text_and_cut_no_word(reading: Reading) -> None:
    text = reading.text or ""
    found = segments(text, reading)
    assert "".join(text[s.start : s.end] for s in found) == text
    for segment in found[1:]:
        before, after = text[segment.start - 1], text[segment.start]
        assert not (unicodedata.category(before)[0] in "LM" and unicodedata.category(after)[0] in "LM")
    assert all(mark.start <= s.start and s.end <= mark.end for s in found for mark in s.marks)


@given(readings())
def test_paragraphs_lose_nothing_but_blank_lines(reading: Reading) -> None:
    text = reading.text or ""
    shown = ["".join(text[s.start : s.end] for s in line) for line in paragraphs(text, reading)]
    assert shown == [line for line in text.split("\n") if line.strip()]
