"""Every name that is written is found, and every law of the tables holds."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from mawqif.text.fold import fold_word
from mawqif.text.tokens import Tokens
from mawqif.world import World, default_world
from mawqif.world.rows import Row, listed, read_context, read_rows
from mawqif.world.rows import _fold_all as fold_all

ROWS = list(read_rows())
CONTEXT = read_context()
SHARED = {fold_word(phrase): set(listed(ids)) for phrase, ids in CONTEXT.ambiguous.items()}
NOTHING = {fold_word(phrase) for phrase in listed(CONTEXT.nothing)}
FORMS = {"names": "name", "capital": "capital", "metonyms": "metonym", "places": "place", "people": "people"}
ENDINGS = [("", "m"), ("ة", "f"), ("ون", "p"), ("ين", "p"), ("ات", "p"), ("ان", "p"), ("تين", "p")]


def found(world: World, text: str) -> list[tuple[str, str, str]]:
    """What is found in a text: (the words, entity id, form)."""
    forms = Tokens(text).forms
    return [(" ".join(forms[m.first : m.last]), m.entity.id, m.form) for m in world.find(forms)]


def lists(row: Row) -> list[tuple[str, str]]:
    return [(field, phrase) for field in FORMS for phrase in listed(getattr(row, field))]


NAMES = {fold_word(phrase) for _, _, row in ROWS for phrase in listed(row.names)}


def passed_over(form: str) -> bool:
    """Whether a word is, with or without proclitics, declared to be no name."""
    return any(form[cut:] in NOTHING for cut in range(4)) or "ال" + form.removeprefix("لل") in NOTHING


@pytest.fixture(scope="module")
def world() -> World:
    return default_world()


def test_every_phrase_is_found_whole(world: World) -> None:
    missed = []
    for _, id_, row in ROWS:
        for _, phrase in lists(row):
            folded = fold_word(phrase)
            expected = SHARED.get(folded, {id_})
            got = found(world, phrase)
            if len(got) != 1 or got[0][0] != folded or got[0][1] not in expected:
                missed.append((id_, phrase, got))
    assert not missed


def test_every_unambiguous_phrase_has_the_form_of_its_list(world: World) -> None:
    wrong = []
    for _, id_, row in ROWS:
        seen: dict[str, str] = {}
        for field, phrase in lists(row):
            form = seen.setdefault(fold_word(phrase), FORMS[field])
            got = found(world, phrase)
            if fold_word(phrase) not in SHARED and got[0][2] != form:
                wrong.append((id_, phrase, form, got))
    assert not wrong


def test_every_guarded_phrase_needs_its_designating_word(world: World) -> None:
    wrong = []
    for kind, id_, row in ROWS:
        designator = listed(CONTEXT.designators[kind])[0]
        for phrase in listed(row.guarded):
            ids = {found_id for _, found_id, _ in found(world, f"{designator} {phrase}")}
            if not ids & SHARED.get(fold_word(phrase), {id_}) or any(
                other == id_ for _, other, _ in found(world, phrase)
            ):
                wrong.append((id_, phrase, ids))
    assert not wrong


def test_every_guarded_name_of_a_body_counts_in_quotation_marks(world: World) -> None:
    wrong = []
    for kind, id_, row in ROWS:
        for phrase in listed(row.guarded) if kind != "state" else []:
            ids = {found_id for _, found_id, _ in found(world, f"قال «{phrase}» أمس")}
            if not ids & SHARED.get(fold_word(phrase), {id_}):
                wrong.append((id_, phrase, ids))
    assert not wrong


def test_every_adjective_is_found_in_all_its_forms(world: World) -> None:
    missed = []
    for _, id_, row in ROWS:
        for stem in listed(row.nisba):
            for ending, gender in ENDINGS:
                words = [word + ending if word.endswith("ي") else word for word in stem.split()]
                for before, clitic in (("ال", "ال"), ("وال", "وال"), ("لل", "لل"), ("بال", "بال")):
                    text = before + " ال".join(words)
                    forms = Tokens(text).forms
                    got = [(m.entity.id, m.form, m.gender, m.clitic, m.last) for m in world.find(forms)]
                    if fold_word("ال" + " ال".join(words)) in NAMES or passed_over(forms[0]):
                        continue
                    if got != [(id_, "adjective", gender, clitic, len(words))]:
                        missed.append((text, got))
    assert not missed


def test_every_indefinite_adjective_is_found(world: World) -> None:
    missed = []
    for _, id_, row in ROWS:
        for stem in listed(row.nisba):
            for ending, _ in ENDINGS:
                text = " ".join(word + ending if word.endswith("ي") else word for word in stem.split())
                if [other for _, other, _ in found(world, text)] != [id_] and not passed_over(fold_word(text)):
                    missed.append((text, found(world, text)))
    assert not missed


@pytest.mark.parametrize("clitic", ["و", "ف", "ب", "ل", "ك", "وب", "ول"])
def test_every_state_is_found_behind_proclitics(world: World, clitic: str) -> None:
    missed = []
    for kind, id_, row in ROWS:
        name = listed(row.names)[0]
        text = clitic[:-1] + "لل" + name[2:] if clitic[-1] == "ل" and name.startswith("ال") else clitic + name
        mentions = world.find(Tokens(text).forms) if kind == "state" else []
        got = [(m.entity.id, m.clitic) for m in mentions]
        if kind == "state" and got != [(id_, clitic)] and not passed_over(fold_word(text)):
            missed.append((text, got))
    assert not missed


def test_phrases_are_written_as_tokens() -> None:
    broken = [
        (id_, phrase)
        for _, id_, row in ROWS
        for _, phrase in lists(row)
        if Tokens(phrase).forms != fold_word(phrase).split(" ")
    ]
    assert not broken


def test_nothing_is_written_twice_in_a_row() -> None:
    twice = []
    for _, id_, row in ROWS:
        phrases = [fold_word(p) for f in (*FORMS, "guarded") for p in listed(getattr(row, f))]
        twice += [(id_, phrase) for phrase in set(phrases) if phrases.count(phrase) > 1]
    assert not twice


def test_phrases_that_mean_nothing_are_no_names() -> None:
    names = {fold_word(phrase) for _, _, row in ROWS for _, phrase in lists(row)}
    assert not NOTHING & names


def test_phrases_that_mean_nothing_are_passed_over(world: World) -> None:
    assert not [(phrase, found(world, phrase)) for phrase in listed(CONTEXT.nothing) if found(world, phrase)]


def test_every_declared_claimant_of_an_ambiguous_phrase_writes_it() -> None:
    claims = {
        (fold_word(phrase), id_)
        for _, id_, row in ROWS
        for phrase in [phrase for _, phrase in lists(row)] + listed(row.guarded)
    }
    assert not [(phrase, id_) for phrase, ids in SHARED.items() for id_ in ids if (phrase, id_) not in claims]


def test_ids_parents_and_homes(world: World) -> None:
    for kind, id_, row in ROWS:
        assert re.fullmatch(r"[A-Z]{2}" if kind == "state" else r"[A-Z0-9]+(-[A-Z0-9]+)*", id_), id_
        for other in (row.parent, row.home):
            assert other is None or world.entity(other) is not None, (id_, other)
        entity = world.entity(id_)
        assert entity is not None and entity.name == listed(row.names)[0] and entity.type == kind


def test_parents_are_final(world: World) -> None:
    assert not [e.id for e in world.entities.values() if e.parent and world.entities[e.parent].parent]


def test_every_code_of_iso_3166_is_there() -> None:
    locale = pytest.importorskip("babel").Locale("ar")
    no_codes = {"AC", "CP", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
    codes = {code for code in locale.territories if len(code) == 2 and code.isalpha()} - no_codes
    assert codes == {id_ for kind, id_, _ in ROWS if kind == "state"}


def test_folding_all_at_once_is_folding() -> None:
    text = "\n".join(phrase for _, _, row in ROWS for _, phrase in lists(row)) + "عُمانُ هٰذا ـ إلى"
    assert fold_all(text) == fold_word(text)


def test_an_abbreviation_bears_a_state_only_where_two_share_it() -> None:
    text = (files("mawqif.world") / "data" / "organisations-parties.toml").read_text("utf-8")
    ids = {id_ for _, id_, _ in ROWS}
    for id_ in (each for each in tomllib.loads(text) if re.fullmatch(r"[A-Z]{3}-[A-Z]{2}", each)):
        assert [other for other in ids if other != id_ and re.fullmatch(id_[:3] + r"(-[A-Z]{2})?", other)], id_
