"""Names that transliterations spell in several ways."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mawqif.lang.ar.lexis.spelling import respells, spellings

NAMES = st.text("اويءلمتثجغر", min_size=4, max_size=6)


def test_a_vowel_more_and_a_letter_for_another_are_spellings():
    assert {"يعالون", "يعلن"} <= spellings("يعلون")
    assert "ووترز" in spellings("واترز")
    assert "يعلون" not in spellings("يعلون")


@given(NAMES, NAMES)
def test_whatever_respells_a_name_is_among_its_spellings(one, other):
    if one != other and respells(one, other):
        assert other in spellings(one)


@given(NAMES, st.integers(0, 6), st.sampled_from("اوي"))
def test_a_vowel_more_respells_where_the_rest_tells_enough(name, at, vowel):
    longer = name[:at] + vowel + name[at:]
    assert longer in spellings(name)
    assert name in spellings(longer)
