"""Scores of a set of readings against the gold: the published measures, their groups and every error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any

import msgspec

from mawqif.evaluate.compare import Comparison, compare
from mawqif.evaluate.errors import KINDS, Error, find_errors
from mawqif.evaluate.gold import Gold
from mawqif.evaluate.groups import Group, by_act, by_rule
from mawqif.evaluate.measures import Counts, count, total
from mawqif.evaluate.tally import Share, Tally
from mawqif.model import Reading


class Scores(msgspec.Struct, frozen=True, kw_only=True):
    """All measures over `articles` gold articles, of which `answered` had a reading."""

    articles: int
    answered: int
    counts: Counts
    errors: tuple[Error, ...]
    sources: dict[str, Scores]
    acts: dict[str, Group]
    rules: dict[str, Group]

    @property
    def spans(self) -> dict[str, Tally]:
        """Precision, recall and F1 of what is found, by the measure's name."""
        return self.counts.spans

    @property
    def pairs(self) -> dict[str, Share]:
        """Shares right among the paired statements, by the measure's name; only what was judged at all."""
        return {name: share for name, share in self.counts.pairs.items() if share.of}

    @property
    def voices(self) -> dict[str, Tally]:
        """Sentences by voice."""
        return self.counts.voices

    @property
    def voice_macro_f1(self) -> float:
        """Mean F1 of the voices that the gold has."""
        present = [tally.f1 for tally in self.voices.values() if tally.gold]
        return sum(present) / len(present) if present else 0.0

    def measures(self) -> dict[str, float]:
        """Every figure that can have a floor, 0.0 to 1.0, by a plain key; only where the gold has cases."""
        figures = {name: tally.f1 for name, tally in self.spans.items() if tally.gold}
        figures |= {f"voice {name}": tally.f1 for name, tally in self.voices.items() if tally.gold}
        figures |= {"voice macro F1": self.voice_macro_f1} if any(t.gold for t in self.voices.values()) else {}
        figures |= {f"pair {name}": share.value for name, share in self.pairs.items()}
        return {_key(name): value for name, value in figures.items()}

    def error_counts(self) -> dict[str, int]:
        """How many errors of each kind, in the order of the kinds; kinds without errors are left out."""
        counts = {kind: sum(error.kind == kind for error in self.errors) for kind in KINDS}
        return {kind: number for kind, number in counts.items() if number}

    def to_json(self) -> dict[str, Any]:
        """The measures in the form people's scripts read; plain dicts and floats."""
        return {
            "articles": self.articles,
            "answered": self.answered,
            "spans": {name: _row(tally) for name, tally in self.spans.items()},
            "of the pairs": {name: {"right": share.value, "of": share.of} for name, share in self.pairs.items()},
            "voices": {name: _row(tally) for name, tally in self.voices.items()},
            "voice macro F1": self.voice_macro_f1,
        }


def score(gold: Iterable[Gold], readings: Mapping[str, Reading]) -> Scores:
    """Score readings (by article id) against the gold; an article without a reading counts as nothing found."""
    comparisons = [compare(each, readings.get(each.id)) for each in gold]
    ordered = sorted(comparisons, key=_source)
    sources = {name: _scores(list(group), {}) for name, group in groupby(ordered, key=_source)}
    return _scores(comparisons, sources)


def _scores(comparisons: list[Comparison], sources: dict[str, Scores]) -> Scores:
    errors = [error for comparison in comparisons for error in find_errors(comparison)]
    return Scores(
        articles=len(comparisons),
        answered=sum(comparison.answered for comparison in comparisons),
        counts=total(map(count, comparisons)),
        errors=tuple(sorted(errors, key=lambda error: KINDS.index(error.kind))),
        sources=sources,
        acts=by_act(comparisons),
        rules=by_rule(comparisons),
    )


_source = attrgetter("gold.source")


def _row(tally: Tally) -> dict[str, float]:
    return {
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
        "gold": tally.gold,
        "said": tally.said,
    }


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
