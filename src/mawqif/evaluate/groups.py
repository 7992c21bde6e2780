"""The same pairs grouped by act and by construction, to see which of them lose."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

import msgspec

from mawqif.evaluate.checks import content_exact, right_speaker
from mawqif.evaluate.compare import Comparison
from mawqif.model import Statement
from mawqif.text.fold import fold_word

NO_CUE = "(no cue)"
MARK = "(punctuation)"
UNREAD = "(cue never read)"


class Group(msgspec.Struct, frozen=True):
    """Statements of one act or construction.

    `gold` of them are in the gold and `found` of those were paired; `said` were claimed and `matched` of those were
    paired; of the matched, `exact` have the right content edges and `speaker` the right speaker.
    """

    gold: int = 0
    found: int = 0
    said: int = 0
    matched: int = 0
    exact: int = 0
    speaker: int = 0

    def __add__(self, other: Group) -> Group:
        return Group(
            self.gold + other.gold,
            self.found + other.found,
            self.said + other.said,
            self.matched + other.matched,
            self.exact + other.exact,
            self.speaker + other.speaker,
        )

    @property
    def lost(self) -> int:
        """What this group costs: gold missed, claims too many, and pairs with the wrong speaker."""
        return self.gold - self.found + self.said - self.matched + self.matched - self.speaker


Entries = Iterator[tuple[str, Group]]


def by_act(comparisons: Iterable[Comparison]) -> dict[str, Group]:
    """Gold statements under the act the gold gives them, claimed ones under their own; most lost first."""
    return _grouped(comparisons, lambda said: said.act, lambda gold: gold.act, lambda gold, _: gold.act)


def by_rule(comparisons: Iterable[Comparison]) -> dict[str, Group]:
    """Statements under the rule that made them; most lost first.

    A missed one goes to the rule that reads its cue elsewhere, or to `NO_CUE`, `MARK` or `UNREAD`.
    """
    every = list(comparisons)
    usual = _usual_rules(every)
    return _grouped(every, lambda said: said.rule, lambda gold: _likely_rule(gold, usual), lambda _, said: said.rule)


def _grouped(
    comparisons: Iterable[Comparison],
    of_said: Callable[[Statement], str],
    of_missed: Callable[[Statement], str],
    of_found: Callable[[Statement, Statement], str],
) -> dict[str, Group]:
    groups: defaultdict[str, Group] = defaultdict(Group)
    for comparison in comparisons:
        for key, group in _entries(comparison, of_said, of_missed, of_found):
            groups[key] += group
    return dict(sorted(groups.items(), key=lambda item: (-item[1].lost, item[0])))


def _entries(
    comparison: Comparison,
    of_said: Callable[[Statement], str],
    of_missed: Callable[[Statement], str],
    of_found: Callable[[Statement, Statement], str],
) -> Entries:
    for pair in comparison.pairs:
        yield of_found(pair.gold, pair.said), Group(gold=1, found=1)
        right = Group(said=1, matched=1, exact=int(content_exact(pair)), speaker=int(right_speaker(pair)))
        yield of_said(pair.said), right
    for gold in comparison.missed:
        yield of_missed(gold), Group(gold=1)
    for said in comparison.extra:
        yield of_said(said), Group(said=1)


def _usual_rules(comparisons: list[Comparison]) -> dict[str, str]:
    """For every cue read anywhere, the rule that made most statements from it."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for comparison in comparisons:
        for said in comparison.reading.statements:
            counts[_form(said)][said.rule] += 1
    return {form: rules.most_common(1)[0][0] for form, rules in counts.items() if form}


def _likely_rule(gold: Statement, usual: dict[str, str]) -> str:
    form = _form(gold)
    if not form:
        return NO_CUE
    return usual.get(form, UNREAD if any(map(str.isalpha, form)) else MARK)


def _form(statement: Statement) -> str:
    return fold_word(statement.cue.text).strip() if statement.cue else ""
