"""`mawqif times`, `mawqif explain` and `mawqif demo`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Call = Callable[..., object]


class TestTimes:
    def test_the_form_promised(self, call: Call) -> None:
        done = call("times", "قال أمس", "--reference", "2026-01-06", "--format", "json")
        expected = {"start": 4, "end": 7, "text": "أمس", "from": "2026-01-05", "to": "2026-01-05", "approximate": False}
        assert json.loads(done.out) == {"times": [expected]}
        assert list(json.loads(done.out)["times"][0]) == list(expected)

    def test_without_a_reference_no_day_is_guessed(self, call: Call) -> None:
        (found,) = json.loads(call("times", "قال أمس").out)["times"]
        assert found["from"] is found["to"] is None

    def test_every_line_has_its_answer(self, call: Call) -> None:
        done = call("times", "-", "--reference", "2026-01-06", stdin="أمس\r\n\nاليوم\u2028غدا".encode())
        answers = [json.loads(line)["times"] for line in done.out.splitlines()]
        assert [len(answer) for answer in answers] == [1, 0, 2]

    def test_a_line_that_is_not_utf8_keeps_its_place(self, call: Call) -> None:
        done = call("times", "-", "--reference", "2026-01-06", stdin="أمس".encode() + b"\n\xff\n" + "اليوم".encode())
        assert [len(json.loads(line)["times"]) for line in done.out.splitlines()] == [1, 0, 1]
        assert done.status == 1
        assert "standard input, line 2: not UTF-8: byte 0xFF at byte 7" in done.errors[0]

    def test_for_people(self, call: Call) -> None:
        shown = call("times", "مطلع الشهر الجاري", "--reference", "2026-01-06", "--format", "text").out
        assert "2026-01-01 … 2026-01-10" in shown
        assert shown.startswith("~ ")


class TestExplain:
    SENTENCE = "قال الوزير محمد سالم إن القرار نهائي."

    def test_what_woke_and_what_it_took(self, call: Call) -> None:
        done = call("explain", self.SENTENCE)
        assert (done.status, done.err) == (0, "")
        assert "قال" in done.out
        assert "القرار نهائي" in done.out

    def test_for_programs(self, call: Call) -> None:
        traces = json.loads(call("explain", self.SENTENCE, "--format", "json").out)["traces"]
        assert {"cue", "entry", "rule", "meaning", "steps", "statement"} <= set(traces[0])
        assert any(trace["cue"]["text"] == "قال" and trace["statement"] for trace in traces)

    def test_standard_input(self, call: Call) -> None:
        assert call("explain", "-", stdin=self.SENTENCE.encode()).out == call("explain", self.SENTENCE).out

    def test_nothing_that_reports(self, call: Call) -> None:
        done = call("explain", "صباح الخير")
        assert (done.status, len(done.out.splitlines())) == (0, 1)

    def test_nothing_at_all(self, call: Call) -> None:
        done = call("explain", "-")
        assert done.status == 1
        assert "standard input: empty" in done.errors[0]


class TestDemo:
    def test_it_shows_who_speaks_and_one_article(self, call: Call) -> None:
        done = call("demo")
        assert (done.status, done.err) == (0, "")
        assert "60 articles" in done.out
        assert all(actor in done.out for actor in ("AZ", "PK", "TR"))

    def test_all_of_it_as_a_page(self, call: Call, tmp_path: Path) -> None:
        assert call("demo", "--html", tmp_path / "d.html").status == 0
        assert (tmp_path / "d.html").read_text("utf-8").count("<article ") == 60

    @pytest.mark.parametrize("place", ["none/d.html", "."])
    def test_where_nothing_can_be_written(self, call: Call, tmp_path: Path, place: str) -> None:
        done = call("demo", "--html", tmp_path / place)
        assert done.status == 2
        assert "cannot write" in done.errors[0]
