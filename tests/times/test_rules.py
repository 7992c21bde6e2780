"""Every construction of the time grammar is proved by its own sentences."""

from __future__ import annotations

import pytest

from mawqif.lang.ar.times import times
from mawqif.lang.ar.times.engine import REFERENCE, Yes
from mawqif.lang.ar.times.find import RULES

PROOFS = [pytest.param(yes, id=f"{rule.id}: {yes.text}") for rule in RULES for yes in rule.yes]
REFUSALS = [pytest.param(no, id=f"{rule.id}: {no}") for rule in RULES for no in rule.no]


@pytest.mark.parametrize("yes", PROOFS)
def test_sentence_holds_the_expression_and_no_other(yes: Yes) -> None:
    found = [(t.text, t.first, t.last, t.approximate) for t in times(yes.sentence, yes.reference)]
    assert found == [(yes.text, yes.first, yes.last or yes.first, yes.approximate)]


@pytest.mark.parametrize("sentence", REFUSALS)
def test_sentence_holds_no_expression(sentence: str) -> None:
    assert times(sentence, REFERENCE) == ()


def test_rule_ids_are_unique() -> None:
    ids = [rule.id for rule in RULES]
    assert sorted(set(ids)) == sorted(ids)
