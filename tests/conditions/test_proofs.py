"""Every marker of conditions.toml is proved by the whole reader."""

from __future__ import annotations

import pytest

from mawqif.lang.ar.condition.find import ConditionRule, condition_rules
from mawqif.model import Article
from mawqif.reading.read import read_article

RULES = condition_rules().rules


def conditions(text: str) -> list[str]:
    return [c.text for s in read_article(Article(text=text)).statements for c in s.conditions]


@pytest.mark.parametrize(
    ("sentence", "span"), [(s, span) for r in RULES for s, span in zip(r.yes, r.spans, strict=True)]
)
def test_yes(sentence: str, span: str) -> None:
    assert set(conditions(sentence)) == {span}


@pytest.mark.parametrize("sentence", [s for r in RULES for s in r.no])
def test_no(sentence: str) -> None:
    assert conditions(sentence) == []


@pytest.mark.parametrize("rule", RULES)
def test_every_pattern_is_woken(rule: ConditionRule) -> None:
    assert rule.means.endswith(".") and rule.yes and rule.no
