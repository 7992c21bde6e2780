"""What the ledger has learnt of people."""

from __future__ import annotations

from datetime import date

import pytest

from mawqif.world import Learnt, World, default_world
from mawqif.world.rows import read_holders

ALIYEV = Learnt(name="إلهام علييف", actor="AZ", role="رئيس أذربيجان", since=date(2003, 10, 31), evidence=("a07",))
JOHNSON = Learnt(name="بوريس جونسون", actor="GB", role="رئيس الوزراء", since=date(2019, 7, 24), until=date(2022, 9, 6))
NUNU = Learnt(name="طاهر النونو", actor="HAMAS")


@pytest.fixture
def world() -> World:
    return default_world().with_learnt([ALIYEV, JOHNSON, NUNU])


def test_a_person_is_found_in_any_spelling(world: World) -> None:
    assert world.find_person("الهام  علييف", date(2026, 1, 5)) == ALIYEV
    assert world.find_person("طاهر النّونو") == NUNU
    assert world.find_person("علييف") is None


def test_an_office_holds_only_for_its_days(world: World) -> None:
    assert world.find_person("بوريس جونسون", date(2022, 9, 6)) == JOHNSON
    assert world.find_person("بوريس جونسون", date(2022, 9, 7)) is None
    assert world.find_person("بوريس جونسون", date(2019, 7, 23)) is None
    assert world.find_person("بوريس جونسون") is None


def test_the_latest_fact_wins_and_a_contradiction_is_unknown(world: World) -> None:
    later = Learnt(name="إلهام علييف", actor="AZ", role="القائد العام", since=date(2020, 9, 27))
    assert world.with_learnt([later]).find_person("إلهام علييف", date(2026, 1, 5)) == later
    other = Learnt(name="إلهام علييف", actor="TR")
    assert world.with_learnt([other]).find_person("إلهام علييف", date(2026, 1, 5)) is None


def test_holders_of_office_are_known_for_their_terms() -> None:
    world = default_world()
    term = world.find_person("ترامب", date(2018, 9, 28))
    assert term is not None and term.actor == "US"
    assert world.find_person("ترامب", date(2022, 9, 28)) is None
    assert world.find_person("دونالد ترامب") == world.find_person("دونالد ترامب", date(2025, 3, 1))
    assert world.find_person("أوباما") is None


def test_fathers_inside_a_name_hide_nobody() -> None:
    world = default_world()
    assert world.speaks_for("عادل بن أحمد الجبير", date(2015, 8, 11)) == world.speaks_for(
        "عادل الجبير", date(2015, 8, 11)
    )
    assert world.speaks_for("عادل بن أحمد الراوي", date(2015, 8, 11)) is None


def test_on_an_unknown_day_the_only_one_he_ever_spoke_for() -> None:
    world = default_world()
    assert world.speaks_for("أوباما") == "US"
    assert world.speaks_for("أوباما", date(2018, 9, 28)) is None
    assert world.speaks_for("دونالد توسك") is None
    assert world.speaks_for("أوباما الصغير") is None


def test_every_term_is_of_somebody_and_in_order() -> None:
    entities = default_world().entities
    for term in read_holders():
        assert entities[term.actor].actor == term.actor, term
        assert term.since is not None and (term.until is None or term.since < term.until), term


def test_learning_leaves_the_world_it_started_from(world: World) -> None:
    default = default_world()
    assert default.find_person("إلهام علييف") is None
    assert world.entities is default.entities
    assert world.find(["باكو"]) == default.find(["باكو"])


def test_the_default_world_is_loaded_once() -> None:
    assert default_world() is default_world()
