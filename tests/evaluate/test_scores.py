"""The measures on a small gold, counted by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mawqif.evaluate import Scores, Tally, load_gold, load_readings, score
from mawqif.evaluate.groups import UNREAD
from mawqif.evaluate.likeness import overlap, same_speaker, trimmed
from mawqif.model import Span
from mawqif.model.errors import InputError


@pytest.fixture
def scores(gold_file: Path, readings_file: Path) -> Scores:
    return score(load_gold(gold_file), load_readings(readings_file))


def test_spans_are_counted_as_by_hand(scores):
    assert scores.spans == {
        "sentence": Tally(hit=2, said=3, gold=3),
        "cue": Tally(hit=2, said=3, gold=3),
        "content (overlap)": Tally(hit=2, said=3, gold=3),
        "content (exact)": Tally(hit=2, said=3, gold=3),
        "statement (content + speaker)": Tally(hit=1, said=3, gold=3),
        "conditions": Tally(hit=0, said=1, gold=1),
        "channel": Tally(hit=0, said=1, gold=0),
        "audience": Tally(),
        "via": Tally(),
    }


def test_pairs_are_judged_as_by_hand(scores):
    assert {name: (share.right, share.of) for name, share in scores.pairs.items()} == {
        "speaker": (1, 2),
        "source span (overlap)": (2, 2),
        "source span (exact)": (1, 2),
        "mode": (2, 2),
        "act": (1, 2),
        "kind": (2, 2),
        "speaks_for": (1, 2),
        "said_on": (0, 1),
    }


def test_voices_are_averaged_over_those_the_gold_has(scores):
    assert scores.voices["inference"] == Tally(hit=0, said=0, gold=1)
    assert scores.voices["fact"] == Tally(hit=0, said=1, gold=0)
    assert scores.voice_macro_f1 == pytest.approx((1 + 0 + 1) / 3)


def test_every_difference_is_an_error_with_its_place(scores):
    told = [(e.kind, e.article, e.expected, e.found) for e in scores.errors]
    assert told == [
        ("missed", "north-1", "الحل ممكن", None),
        ("extra", "north-1", None, "يتغير ذلك"),
        ("speaker", "south-b-2", "الوزارة", "المتحدث"),
        ("source", "north-1", "الوزير سالم العمري", "الوزير سالم"),
        ("act", "north-1", "say", "affirm"),
        ("speaks_for", "south-b-2", "JO", None),
        ("said_on", "north-1", "2026-01-05", None),
        ("channel", "south-b-2", None, "اللقاء"),
        ("voice", "north-1", "inference", "fact"),
    ]
    missed, act = scores.errors[0], scores.errors[4]
    assert (missed.cue, missed.rule, missed.context) == ("أضاف", None, "وأضاف أن الحل ممكن إذا توقف القتال.")
    assert (act.cue, act.rule, act.start) == ("قال", "verb.qal", 0)


def test_sources_are_the_ids_up_to_the_last_hyphen(scores):
    assert list(scores.sources) == ["north", "south-b"]
    assert scores.sources["north"].spans["content (overlap)"] == Tally(hit=1, said=2, gold=2)
    assert scores.sources["south-b"].articles == 1


def test_rules_show_what_they_cost(scores):
    groups = {name: (g.gold, g.found, g.said, g.matched, g.speaker, g.lost) for name, g in scores.rules.items()}
    assert groups == {
        UNREAD: (1, 0, 0, 0, 0, 1),
        "noun": (0, 0, 1, 0, 0, 1),
        "verb.nafa": (1, 1, 1, 1, 0, 1),
        "verb.qal": (1, 1, 1, 1, 1, 0),
    }


def test_a_missed_statement_is_laid_to_the_rule_that_reads_its_cue_elsewhere(gold_lines, reading_lines, tmp_path):
    gold_lines.append({**gold_lines[1], "id": "south-b-3"})
    from mawqif.evaluate import gold_from_json, reading_from_json

    gold = [gold_from_json(line) for line in gold_lines]
    scores = score(gold, {line["id"]: reading_from_json(line) for line in reading_lines})
    assert (scores.rules["verb.nafa"].gold, scores.rules["verb.nafa"].found) == (2, 1)
    assert scores.answered == 2


def test_acts_count_gold_and_claims_under_their_own_act(scores):
    assert (scores.acts["say"].gold, scores.acts["say"].found, scores.acts["say"].said) == (2, 1, 1)
    assert (scores.acts["affirm"].gold, scores.acts["affirm"].said) == (0, 1)


def test_a_perfect_reading_has_no_errors_and_full_marks(gold_file, perfect_file):
    scores = score(load_gold(gold_file), load_readings(perfect_file))
    assert scores.errors == ()
    assert set(scores.measures().values()) == {1.0}


def test_measures_without_a_case_in_the_gold_are_left_out(scores):
    assert "audience" not in scores.measures()
    assert "voice_fact" not in scores.measures()
    assert scores.measures()["statement_content_speaker"] == pytest.approx(1 / 3)


def test_an_article_without_a_reading_counts_as_nothing_found(gold_file):
    scores = score(load_gold(gold_file), {})
    assert (scores.answered, scores.articles, scores.spans["content (overlap)"]) == (0, 2, Tally(0, 0, 3))
    assert scores.error_counts() == {"missed": 3, "voice": 5}


def test_a_reading_of_another_text_is_refused(gold_file, readings_file):
    text = readings_file.read_text(encoding="utf-8").replace('"start": 0, "end": 3', '"start": 1, "end": 4')
    readings_file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"reading of (north-1|south-b-2): the span 1-4 is not"):
        score(load_gold(gold_file), load_readings(readings_file))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "malformed|truncated"),
        ('{"sentences": [], "statements": []}', "the key 'id' is missing"),
        (
            '{"id": "a-1", "text": "x", "sentences": [{"start": 0, "end": 1, "voice": "loud"}], "statements": []}',
            "loud",
        ),
        ('{"id": "north-1", "text": "x", "sentences": [], "statements": []}', "stands on an earlier line too"),
    ],
)
def test_a_wrong_line_is_named(gold_file, line, reason):
    gold_file.write_text(gold_file.read_text(encoding="utf-8") + line, encoding="utf-8")
    with pytest.raises(InputError, match=f"(?s)line 3: .*({reason})"):
        load_gold(gold_file)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: Any):
    path = tmp_path / "gold.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=r"gold\.jsonl: (cannot be read|not UTF-8)"):
        load_gold(path)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("إلهام علييف", "الرئيس الهام علييف", True),
        ("محمد بن سلمان", "سلمان", True),
        ("أحمد", "إحمد", True),
        ("محمد علي حسن", "خالد علي عمر", False),
        ("الوزارة", "وزاره", True),
        (None, None, True),
        (None, "أحمد", False),
        ("…", "", True),
    ],
)
def test_names_are_alike_when_half_of_the_shorter_one_is_shared(one, other, same):
    assert same_speaker(one, other) is same
    assert same_speaker(other, one) is same


def test_edges_are_trimmed_of_quotes_and_punctuation():
    text = "«قال».  نعم!"
    assert trimmed(text, [Span(0, 6, text[:6]), Span(6, 7, " "), Span(8, 12, text[8:])]) == [(1, 4), (8, 11)]


def test_overlap_of_nothing_is_nothing():
    assert overlap(frozenset(), frozenset()) == 0.0
    assert overlap(frozenset({1, 2, 3}), frozenset({2, 3, 4})) == 0.5
