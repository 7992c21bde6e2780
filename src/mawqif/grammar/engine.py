"""A set of rules, indexed by the words that wake them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from mawqif.grammar.pattern import Fold, Pattern, Test, compile_pattern
from mawqif.grammar.rule import Match, Rule

R = TypeVar("R", bound=Rule)
_Woken = tuple[int, Pattern]


class Attempt(NamedTuple):
    """What happened when the token `at` woke a rule: where the rule then held, or `None`."""

    rule: str
    at: int
    match: Match | None


class Ruleset(Generic[R]):
    """Compiled rules. `find` runs only those whose trigger words occur, at the places where they occur."""

    def __init__(
        self,
        rules: Iterable[R],
        *,
        fold: Fold,
        classes: Mapping[str, Test] | None = None,
        proclitics: Sequence[str] = (),
        rarity: Callable[[str], float] | None = None,
    ) -> None:
        self.rules: tuple[R, ...] = tuple(rules)
        self.by_id: dict[str, R] = {rule.id: rule for rule in self.rules}
        if len(self.by_id) < len(self.rules):
            raise ValueError(f"two rules have the same id: {_twice(self.rules)}")
        self.patterns: tuple[_Woken, ...] = tuple(
            (k, compile_pattern(p, fold=fold, classes=classes or {}, proclitics=proclitics, rarity=rarity))
            for k, rule in enumerate(self.rules)
            for p in rule.patterns
        )
        self.triggers: dict[str, list[_Woken]] = {}
        for woken in self.patterns:
            for word in woken[1].triggers:
                self.triggers.setdefault(word, []).append(woken)

    def find(self, forms: Sequence[str], first: int, last: int) -> list[Match]:
        """Every rule at every token of `first:last` where it holds, by place; the shortest stretch of each."""
        triggers = self.triggers
        awake = [k for k in range(first, last) if forms[k] in triggers]
        return self.find_at(awake, forms, first, last) if awake else []

    def find_at(self, awake: Iterable[int], forms: Sequence[str], first: int, last: int) -> list[Match]:
        """As `find`, where the tokens `awake` that may wake a rule are already known."""
        ends: dict[tuple[int, int], int] = {}
        for k in awake:
            for number, pattern in self.triggers[forms[k]]:
                if pattern.opens and k - pattern.farthest > first:
                    continue
                for at in range(max(first, k - pattern.farthest), min(last, k - pattern.nearest + 1)):
                    end = pattern.end(forms, at, first, last)
                    if end >= 0 and end < ends.get((at, number), last + 1):
                        ends[at, number] = end
        return [Match(at, end, self.rules[number].id) for (at, number), end in sorted(ends.items())]

    def attempts(self, forms: Sequence[str], first: int, last: int) -> list[Attempt]:
        """Which words woke which rules, and what came of it; in the order of the text."""
        held = {(m.rule, m.first): m for m in self.find(forms, first, last)}
        told: list[Attempt] = []
        for k in range(first, last):
            for number, pattern in self.triggers.get(forms[k], ()):
                rule = self.rules[number].id
                reach = range(max(first, k - pattern.farthest), k - pattern.nearest + 1)
                match = next((held[rule, at] for at in reach if (rule, at) in held), None)
                told.append(Attempt(rule, k, match))
        return told

    def explain(self, match: Match, words: Sequence[str]) -> str:
        """One line for people: the words, the rule and what it means."""
        return f"{' '.join(words[match.first : match.last])}: {match.rule}, {self.by_id[match.rule].means}"


def _twice(rules: Iterable[Rule]) -> str:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            return rule.id
        seen.add(rule.id)
    return ""
