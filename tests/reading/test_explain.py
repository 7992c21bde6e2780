"""Explaining: every cue is named, read by a rule that means something or refused for a reason."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.text.soup import texts

import mawqif


@settings(deadline=None)
@given(texts)
def test_every_statement_has_a_trace_that_names_its_rule(text):
    traced = [t.statement for t in mawqif.explain(text) if t.statement is not None]
    assert all(statement in traced for statement in mawqif.read(text).statements)


@settings(deadline=None)
@given(texts)
def test_every_cue_is_read_by_a_rule_or_refused_for_a_reason(text):
    for trace in mawqif.explain(text):
        assert trace.entry
        assert text[trace.cue.start : trace.cue.end] == trace.cue.text != ""
        assert trace.rule or trace.steps
        assert all(step.strip() for step in trace.steps)


@settings(deadline=None)
@given(texts)
def test_traces_stand_in_the_order_of_the_text(text):
    starts = [trace.cue.start for trace in mawqif.explain(text)]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("قال الوزير إن الوفد وصل.", "قال"),
        ("وأكدت الوزارة أن المعبر مفتوح.", "أكدت"),
        ("نفى المتحدث باسم الجيش وقوع خسائر.", "نفى"),
        ("ووفقا لوزارة الصحة، أصيب عشرة أشخاص.", "وفقا"),
        ("الوزير: لن نعود إلى التفاوض", ":"),
        ("رفضت الحكومة مطالب النقابة.", "رفضت"),
    ],
)
def test_what_was_read_is_explained(text, cue):
    read = [trace for trace in mawqif.explain(text) if trace.statement is not None]
    assert [trace.cue.text for trace in read] == [cue]
    assert read[0].rule and read[0].meaning
    assert read[0].statement.rule.startswith(read[0].rule)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("سيقول الوزير إن الوفد وصل.", "سيقول"),
        ("أعلن الحرب.", "أعلن"),
        ("قال.", "قال"),
        ("رفض الباب أن يفتح.", "رفض"),
    ],
)
def test_what_was_refused_has_its_reasons(text, cue):
    refused = [trace for trace in mawqif.explain(text) if trace.statement is None]
    assert cue in [trace.cue.text for trace in refused]
    assert all(trace.steps for trace in refused)


def test_a_quotation_without_a_cue_is_explained_where_it_opens():
    text = "قال الوزير إن الوفد وصل. «لن نقبل بأي شروط جديدة من أحد»."
    read = [trace for trace in mawqif.explain(text) if trace.statement is not None]
    assert [trace.cue.text for trace in read] == ["قال", "«"]
    assert read[1].meaning and read[1].statement.cue is None


def test_a_text_without_cues_has_no_traces_of_words():
    assert [trace for trace in mawqif.explain("وصل الوفد إلى بيروت.") if trace.statement is not None] == []


def test_nothing_is_explained_by_nothing():
    assert mawqif.explain("") == ()
