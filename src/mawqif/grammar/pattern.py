"""Patterns: slots parted by spaces, compiled once, walked without backtracking.

| slot | takes |
| --- | --- |
| `word`, `word|other` | one token with one of these forms |
| `+word|other` | the same, also with a proclitic of the language (و, ف) attached |
| `@name` | one token of a class that the user of the engine supplies as a function of its form; words and classes mix |
| `..5` | up to five tokens of any kind |
| `~5` | up to five tokens that are words or numbers: no punctuation |
| `<`, `>` | nothing: the range begins, ends here |

A `?` after a word or class makes it optional. A pattern takes the shortest stretch it can.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

Test = Callable[[str], bool]
Fold = Callable[[str], str]


class PatternError(ValueError):
    """A pattern that cannot be compiled; says where and why."""


class Slot(NamedTuple):
    """One step of a pattern. `most` is 0 for an anchor, more than 1 only for a gap."""

    words: frozenset[str]
    test: Test | None
    least: int
    most: int
    anchor: str = ""


class Pattern(NamedTuple):
    """Slots and the trigger among them: the words that wake the pattern and how far before them it may begin."""

    source: str
    slots: tuple[Slot, ...]
    triggers: frozenset[str]
    nearest: int
    farthest: int
    opens: bool = False
    """Whether it holds only where the range begins."""

    def end(self, forms: Sequence[str], at: int, first: int, last: int) -> int:
        """The least token after which the pattern is complete when it begins at `at` within `first:last`, or -1."""
        for done, slot in enumerate(self.slots):  # the words before the first gap have one place each
            if not slot.least == slot.most == 1:
                return self._end_after(done, forms, at, first, last)
            if at >= last or not _takes(slot, forms[at]):
                return -1
            at += 1
        return at

    def _end_after(self, done: int, forms: Sequence[str], at: int, first: int, last: int) -> int:
        """As `end`, where `done` slots are filled up to `at`."""
        places = {at}
        for slot in self.slots[done:]:
            places = _advance(slot, forms, places, first, last)
            if not places:
                return -1
        return min(places)


def _advance(slot: Slot, forms: Sequence[str], places: set[int], first: int, last: int) -> set[int]:
    if slot.anchor:
        edge = first if slot.anchor == "<" else last
        return places & {edge}
    after = set(places) if slot.least == 0 else set()
    for place in places:
        end = min(last, place + slot.most)
        while place < end and _takes(slot, forms[place]):
            place += 1
            after.add(place)
    return after


def _takes(slot: Slot, form: str) -> bool:
    return form in slot.words or (slot.test is not None and slot.test(form))


def compile_pattern(
    source: str,
    *,
    fold: Fold,
    classes: Mapping[str, Test],
    proclitics: Sequence[str] = (),
    rarity: Callable[[str], float] | None = None,
) -> Pattern:
    """Compile a pattern; its trigger is the rarest literal slot that is never skipped (the first where all are equal).

    `rarity` tells how common a folded word is; lower is rarer.
    """
    slots = tuple(_slot(part, source, fold, classes, proclitics) for part in source.split())
    chosen, best = -1, float("inf")
    for k, slot in enumerate(slots):
        if slot.words and slot.test is None and slot.least == 1:
            weight = max(rarity(word) for word in slot.words) if rarity else 0.0
            if weight < best:
                chosen, best = k, weight
    if chosen < 0:
        raise PatternError(f"pattern {source!r}: no word that must be there; add a literal word that wakes it")
    before = slots[:chosen]
    nearest, farthest = sum(s.least for s in before), sum(s.most for s in before)
    return Pattern(source, slots, slots[chosen].words, nearest, farthest, slots[0].anchor == "<")


def _slot(part: str, source: str, fold: Fold, classes: Mapping[str, Test], proclitics: Sequence[str]) -> Slot:
    if part in "<>":
        return Slot(frozenset(), None, 0, 0, part)
    if part.startswith(("..", "~")):
        return _gap(part, source)
    least = 0 if part.endswith("?") and len(part) > 1 else 1
    part = part[:-1] if least == 0 else part
    joined = part.startswith("+")
    names = part.removeprefix("+").split("|")
    words = {fold(name) for name in names if name and name[0] != "@"}
    tests = [_class(name[1:], source, classes) for name in names if name and name[0] == "@"]
    if not words and not tests:
        raise PatternError(f"pattern {source!r}: an empty slot {part!r}")
    if joined:
        words |= {proclitic + word for proclitic in proclitics for word in words}
    return Slot(frozenset(words), _any_of(tests), least, 1)


def _class(name: str, source: str, classes: Mapping[str, Test]) -> Test:
    if name not in classes:
        raise PatternError(f"pattern {source!r}: no class {name!r}; there are {', '.join(sorted(classes))}")
    return classes[name]


def _any_of(tests: Sequence[Test]) -> Test | None:
    if len(tests) < 2:
        return tests[0] if tests else None
    return lambda form: any(test(form) for test in tests)


def _gap(part: str, source: str) -> Slot:
    number = part.lstrip(".~")
    if not number.isdecimal() or int(number) == 0:
        raise PatternError(f"pattern {source!r}: the gap {part!r} needs a number of tokens, as in ..3 or ~3")
    return Slot(frozenset(), _anything if part[0] == "." else _is_word, 0, int(number))


def _anything(form: str) -> bool:
    return True


def _is_word(form: str) -> bool:
    return form[0].isalnum()
