"""Floors go up, never down unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from mawqif.evaluate import load_gold, load_readings, score
from mawqif.evaluate.floors import (
    Floors,
    PinnedOn,
    Shortfall,
    dump_floors,
    fingerprint,
    load_floors,
    reached_floors,
    shortfalls,
    write_floors,
)
from mawqif.model.errors import InputError

PINNED = Floors(gold=PinnedOn(2, "sha256:00"), overall={"cue": 0.5, "sentence": 0.25}, source={"north": {"cue": 0.75}})


def test_what_was_reached_holds_its_own_floors(gold_file, readings_file):
    scores = score(load_gold(gold_file), load_readings(readings_file))
    reached = reached_floors(scores, fingerprint(gold_file, 2))
    assert reached.overall["cue"] == 0.6666  # two thirds, rounded down
    assert set(reached.source) == {"north", "south-b"}
    assert shortfalls(reached, reached) == []


def test_a_floor_is_held_to_the_last_digit():
    at = Floors(overall={"cue": 0.5, "sentence": 0.25}, source={"north": {"cue": 0.75}})
    below = Floors(overall={"cue": 0.4999, "sentence": 0.25}, source={"north": {"cue": 0.75}})
    assert shortfalls(PINNED, at) == []
    assert shortfalls(PINNED, below) == [Shortfall("overall", "cue", 0.5, 0.4999)]


def test_a_floor_of_a_source_is_held_on_its_own():
    assert shortfalls(PINNED, Floors(overall={"cue": 0.9, "sentence": 0.9}, source={"north": {"cue": 0.5}})) == [
        Shortfall("north", "cue", 0.75, 0.5)
    ]


def test_a_measure_that_is_gone_is_below_its_floor():
    short = shortfalls(PINNED, Floors(overall={"cue": 1.0}))
    assert [str(s) for s in short] == [
        "overall: sentence is not measured, its floor is 0.2500",
        "north: cue is not measured, its floor is 0.7500",
    ]


def test_a_new_measure_has_no_floor_yet():
    assert shortfalls(Floors(), Floors(overall={"cue": 0.1})) == []


@pytest.mark.parametrize("name", ["north", "snn-was", "with.dot", 'with "quotes"'])
def test_floors_are_written_and_read_back(tmp_path: Path, name):
    floors = Floors(gold=PINNED.gold, overall=PINNED.overall, source={name: {"cue": 0.75}})
    write_floors(tmp_path / "floors.toml", floors)
    assert load_floors(tmp_path / "floors.toml") == floors
    assert dump_floors(floors) == dump_floors(load_floors(tmp_path / "floors.toml"))


def test_a_missing_file_pins_nothing(tmp_path: Path):
    assert load_floors(tmp_path / "none.toml") == Floors()


@pytest.mark.parametrize("text", ["[overall", "[overall]\ncue = 'high'", "[overal]\ncue = 0.5"])
def test_a_broken_file_is_named(tmp_path: Path, text):
    path = tmp_path / "floors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"floors\.toml: not a floors file"):
        load_floors(path)


def test_another_gold_has_another_fingerprint(tmp_path: Path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    assert fingerprint(one, 1) == fingerprint(one, 1) != fingerprint(other, 1)
