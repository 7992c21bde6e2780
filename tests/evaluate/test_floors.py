"""Floors go up, never down unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from mawqif.evaluate import gold_from_json, load_gold, load_readings, score
from mawqif.evaluate.floors import (
    MEASURES_OF_A_SOURCE,
    NOISE_OVERALL,
    STATEMENTS_OF_A_SOURCE,
    Floors,
    PinnedOn,
    Shortfall,
    dump_floors,
    fingerprint,
    load_floors,
    raised,
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
    assert reached.source == {}  # both sources are too small
    assert shortfalls(reached, reached) == []


def test_only_a_large_source_has_floors_and_only_for_what_depends_on_no_pairs(gold_lines):
    many = [gold_from_json(gold_lines[0] | {"id": f"north-{n}"}) for n in range(STATEMENTS_OF_A_SOURCE // 2)]
    one = gold_from_json(gold_lines[1])
    reached = reached_floors(score([*many, one], {}), PINNED.gold)
    assert set(reached.source) == {"north"}
    assert set(reached.source["north"]) == set(MEASURES_OF_A_SOURCE)


@pytest.mark.parametrize(("cue", "holds"), [(0.5, True), (0.5 - NOISE_OVERALL, True), (0.4969, False)])
def test_a_floor_is_held_but_for_the_noise(cue, holds):
    reached = Floors(overall={"cue": cue, "sentence": 0.25}, source={"north": {"cue": 0.75}})
    assert shortfalls(PINNED, reached) == ([] if holds else [Shortfall("overall", "cue", 0.5, cue)])


def test_losses_within_the_noise_do_not_add_up():
    reached = Floors(overall={"cue": 0.498, "sentence": 0.5}, source={"north": {"cue": 0.745}})
    assert shortfalls(PINNED, reached) == []
    assert raised(PINNED, reached) == Floors(overall={"cue": 0.5, "sentence": 0.5}, source=PINNED.source)


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
