"""The command `mawqif evaluate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import mawqif
from mawqif.cli.evaluate import command
from mawqif.evaluate import load_readings
from mawqif.model.errors import CallError, InputError, MawqifError

FIRST = "قال الوزير سالم العمري أمس إن بلاده ترفض الحرب. وأضاف أن الحل ممكن"  # how the first article begins


def run(*arguments: object) -> tuple[str, str]:
    """Standard output and standard error of a call that ends well; errors are raised as they are."""
    result = CliRunner().invoke(command, [str(argument) for argument in arguments])
    if isinstance(result.exception, MawqifError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout, result.stderr


def test_errors_come_first_then_the_measures(gold_file, readings_file):
    out, _ = run(gold_file, readings_file)
    lines = out.splitlines()
    assert lines[0] == "missed: 1"
    assert lines[1] == f"  north-1:{FIRST.index('أضاف')} [أضاف]"
    assert lines[2:4] == ["    gold: الحل ممكن", "    in:   وأضاف أن الحل ممكن إذا توقف القتال."]
    assert out.index("voice: 1") < out.index("2 of 2 articles answered") < out.index("of the pairs, speaker right")


def test_kinds_of_errors_can_be_chosen_and_left_out(gold_file, readings_file):
    out, _ = run(gold_file, readings_file, "--kind", "act")
    assert out.startswith("act: 1\n  north-1:0 [قال] by verb.qal\n    gold: say\n    said: affirm\n")
    assert "missed" not in out
    assert run(gold_file, readings_file, "--errors", 0)[0].startswith("2 of 2 articles answered")


def test_breakdowns(gold_file, readings_file):
    out, _ = run(gold_file, readings_file, "--errors", 0, "--by", "source", "--by", "rule")
    assert [line.split()[0] for line in out.splitlines()[:4]] == ["source", "north", "south-b", "all"]
    assert "verb.nafa" in out
    assert "1 without loss" in out
    assert "verb.qal" not in out


def test_json_has_the_published_keys(gold_file, readings_file):
    told = json.loads(run(gold_file, readings_file, "--format", "json", "--by", "act", "--kind", "missed")[0])
    assert [error["kind"] for error in told["errors"]] == ["missed"]
    assert told["error counts"]["voice"] == 1
    assert {"articles", "answered", "spans", "of the pairs", "voices", "voice macro F1"} <= told.keys()
    assert told["by"]["act"]["say"]["gold"] == 2


def test_only_some_articles(gold_file, readings_file):
    out, err = run(gold_file, readings_file, "--only", "south", "--errors", 0)
    assert out.startswith("1 of 1 articles answered")
    assert err == ""
    with pytest.raises(InputError, match="sources: north, south-b"):
        run(gold_file, readings_file, "--only", "west")


def test_readings_of_unknown_articles_are_named(gold_file, readings_file):
    readings_file.write_text(readings_file.read_text(encoding="utf-8").replace("north-1", "east-1"), encoding="utf-8")
    out, err = run(gold_file, readings_file, "--errors", 0)
    assert out.startswith("1 of 2 articles answered")
    assert "not scored, since the gold has no such article: east-1" in err


def test_without_readings_the_articles_are_read_now(gold_file, perfect_file, monkeypatch):
    readings = load_readings(perfect_file)
    asked: list[Any] = []

    def read(text: str, **header: Any) -> Any:
        asked.append((text[:4], header["published"]))
        return readings[header["id"]]

    monkeypatch.setattr(mawqif, "read", read, raising=False)
    assert "1.000  1.000  1.000" in run(gold_file)[0]
    assert asked == [("قال ", "2026-01-06"), ("نفت ", None)]


def test_floors_are_pinned_then_hold_then_fail(gold_file, readings_file, perfect_file, tmp_path: Path):
    floors = tmp_path / "floors.toml"
    with pytest.raises(InputError, match="pins nothing yet"):
        run(gold_file, readings_file, "--floors", floors)
    assert "floors are pinned" in run(gold_file, readings_file, "--floors", floors, "--update-floors")[1]
    assert "floors hold" in run(gold_file, readings_file, "--floors", floors)[1]
    run(gold_file, perfect_file, "--floors", floors, "--update-floors")
    result = CliRunner().invoke(command, [str(gold_file), str(readings_file), "--floors", str(floors)])
    assert isinstance(result.exception, InputError)
    assert result.exception.exit_status == 1
    assert "below its floor: overall: cue is 0.6666, its floor is 1.0000" in result.stderr
    assert "below its floor: overall: pair_act is 0.5000, its floor is 1.0000" in result.stderr


def test_floors_are_lowered_only_where_that_is_said(gold_file, readings_file, perfect_file, tmp_path: Path):
    floors = tmp_path / "floors.toml"
    run(gold_file, perfect_file, "--floors", floors, "--update-floors")
    pinned = floors.read_bytes()
    with pytest.raises(InputError, match="floors are not lowered"):
        run(gold_file, readings_file, "--floors", floors, "--update-floors")
    assert floors.read_bytes() == pinned
    run(gold_file, readings_file, "--floors", floors, "--update-floors", "--allow-regression")
    assert "cue = 0.6666" in floors.read_text(encoding="utf-8")


def test_floors_of_another_gold_do_not_hold(gold_file, readings_file, tmp_path: Path):
    floors = tmp_path / "floors.toml"
    run(gold_file, readings_file, "--floors", floors, "--update-floors")
    gold_file.write_text(gold_file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="pinned on another gold"):
        run(gold_file, readings_file, "--floors", floors)


@pytest.mark.parametrize(
    "arguments", [["--update-floors"], ["--allow-regression"], ["--only", "north", "--floors", "floors.toml"]]
)
def test_options_that_make_no_sense_together_are_refused(gold_file, readings_file, arguments):
    with pytest.raises(CallError) as raised:
        run(gold_file, readings_file, *arguments)
    assert raised.value.exit_status == 2


@pytest.mark.parametrize("arguments", [["--kind", "typo"], ["--by", "day"], ["--errors", "-1"]])
def test_unknown_values_are_refused(gold_file, arguments):
    assert CliRunner().invoke(command, [str(gold_file), *arguments]).exit_code == 2
