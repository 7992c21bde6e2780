"""The engine agrees with a plain matcher that tries every rule at every place, and says why it stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mawqif.grammar import Match, PatternError, Rule, Ruleset, compile_pattern

WORDS = ("a", "b", "c", "wa", "wb", "1", ",")
CLASSES = {"digit": str.isdecimal, "w": lambda form: form.startswith("w")}
SLOTS = ("a", "b|c", "+a", "a?", "+b|a?", "@digit", "@w?", "c|@digit", "..2", "~3", "..1")


def plain(rules: Sequence[Rule], forms: Sequence[str], first: int, last: int) -> list[Match]:
    """Every rule at every place, by backtracking over the text of its patterns."""
    found: list[Match] = []
    for rule in rules:
        for at in range(first, last + 1):
            ends = [end for pattern in rule.patterns for end in _walk(pattern.split(), forms, at, first, last)]
            if ends:
                found.append(Match(at, min(ends), rule.id))
    return found


def _walk(slots: Sequence[str], forms: Sequence[str], at: int, first: int, last: int) -> Iterator[int]:
    if not slots:
        yield at
        return
    slot, rest = slots[0], slots[1:]
    if slot in "<>":
        if at == (first if slot == "<" else last):
            yield from _walk(rest, forms, at, first, last)
        return
    if slot.startswith(("..", "~")):
        for width in range(int(slot.lstrip(".~")) + 1):
            stretch = forms[at : at + width]
            if at + width <= last and (slot[0] == "." or all(form[0].isalnum() for form in stretch)):
                yield from _walk(rest, forms, at + width, first, last)
        return
    if slot.endswith("?"):
        yield from _walk(rest, forms, at, first, last)
    if at < last and _takes(slot.rstrip("?"), forms[at]):
        yield from _walk(rest, forms, at + 1, first, last)


def _takes(slot: str, form: str) -> bool:
    names = slot.removeprefix("+").split("|")
    if any(CLASSES[name[1:]](form) for name in names if name[0] == "@"):
        return True
    return form in names or (slot[0] == "+" and form[0] == "w" and form[1:] in names)


def ruleset(patterns: Sequence[Sequence[str]]) -> Ruleset[Rule]:
    rules = [Rule(id=str(k), means="Something.", patterns=tuple(p), yes=()) for k, p in enumerate(patterns)]
    return Ruleset(rules, fold=str, classes=CLASSES, proclitics=("w",), rarity=lambda word: float(len(word)))


pattern = st.builds(
    lambda before, word, after, left, right: " ".join([*left, *before, word, *after, *right]),
    st.lists(st.sampled_from(SLOTS), max_size=3),
    st.sampled_from(("a", "b|c", "+a")),
    st.lists(st.sampled_from(SLOTS), max_size=3),
    st.sampled_from(((), ("<",))),
    st.sampled_from(((), (">",))),
)
patterns = st.lists(st.lists(pattern, min_size=1, max_size=2), min_size=1, max_size=4)
texts = st.lists(st.sampled_from(WORDS), max_size=12)


@settings(max_examples=500, deadline=None)
@given(patterns, texts, st.data())
def test_agrees_with_the_plain_matcher(chosen: list[list[str]], forms: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(forms)))
    last = data.draw(st.integers(first, len(forms)))
    rules = ruleset(chosen)
    assert sorted(rules.find(forms, first, last)) == sorted(plain(rules.rules, forms, first, last))


def test_tells_which_words_woke_which_rule() -> None:
    rules = ruleset([["b a"], ["+a c"]])
    forms = ["b", "a", "wa", "c"]
    told = [(attempt.rule, attempt.at, attempt.match) for attempt in rules.attempts(forms, 0, 4)]
    assert told == [("0", 0, Match(0, 2, "0")), ("1", 3, Match(2, 4, "1"))]
    assert rules.explain(Match(2, 4, "1"), forms) == "wa c: 1, Something."


def test_tells_where_a_woken_rule_stopped() -> None:
    assert [attempt.match for attempt in ruleset([["b a"]]).attempts(["b", "c"], 0, 2)] == [None]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("@digit", "no word that must be there"),
        ("a @lost", "no class 'lost'"),
        ("a ..x", "needs a number"),
        ("a |", "empty"),
    ],
)
def test_a_bad_pattern_is_named(source: str, says: str) -> None:
    with pytest.raises(PatternError, match=says):
        compile_pattern(source, fold=str, classes=CLASSES)


def test_two_rules_of_one_name_are_refused() -> None:
    rule = Rule(id="x", means="Something.", patterns=("a",), yes=())
    with pytest.raises(ValueError, match="same id: x"):
        Ruleset([rule, rule], fold=str)


def test_a_rule_sleeps_where_its_words_are_missing() -> None:
    rules = ruleset([["..2 a"]])
    assert not rules.attempts(["b", "c"], 0, 2)
