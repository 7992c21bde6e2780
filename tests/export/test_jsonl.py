"""The form of a reading as scripts see it."""

from __future__ import annotations

import json
from collections.abc import Callable

from mawqif.export.jsonl import line, reading_line
from mawqif.model import Reading, Span, Statement


def test_keys_stand_in_the_order_promised(sample: Reading) -> None:
    record = json.loads(reading_line(sample))
    assert list(record) == ["id", "title", "outlet", "published", "sentences", "statements"]
    assert list(record["sentences"][0])[:3] == ["start", "end", "voice"]
    promised = ["mode", "act", "nested", "cue", "source", "content", "speaker", "when", "said_on"]
    promised += ["channel", "audience", "via", "conditions"]
    assert list(record["statements"][0])[: len(promised)] == promised
    assert list(record["statements"][0]["speaker"]) == ["name", "kind", "role", "speaks_for"]
    assert list(record["statements"][0]["cue"]) == ["start", "end", "text"]


def test_what_is_not_known_is_null_and_never_left_out(
    make: Callable[..., Reading], said: Callable[..., Statement]
) -> None:
    (statement,) = json.loads(reading_line(make("", said(), id=None)))["statements"]
    assert [statement[key] for key in ("cue", "source", "when", "said_on", "channel", "audience", "via")] == [None] * 7
    assert statement["speaker"] == {"name": None, "kind": None, "role": None, "speaks_for": None}
    assert statement["content"] == statement["conditions"] == []


def test_spans_quote_the_text(sample: Reading) -> None:
    record = json.loads(reading_line(sample, with_text=True))
    assert list(record)[-1] == "text"
    cue = record["statements"][0]["cue"]
    assert record["text"][cue["start"] : cue["end"]] == cue["text"] == "قال"


def test_one_line_of_readable_arabic(sample: Reading) -> None:
    written = reading_line(sample)
    assert written.count(b"\n") == 1
    assert written.endswith(b"\n")
    assert "إلهام علييف".encode() in written


def test_half_a_surrogate_pair_comes_out_as_it_went_in(
    make: Callable[..., Reading], said: Callable[..., Statement]
) -> None:
    written = reading_line(make("a\ud800", said(cue=Span(0, 2, "a\ud800"))))
    assert json.loads(written)["statements"][0]["cue"]["text"] == "a\ud800"


def test_any_record() -> None:
    assert line({"a": [Span(0, 1, "ا")]}) == '{"a":[{"start":0,"end":1,"text":"ا"}]}\n'.encode()
