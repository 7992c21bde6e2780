"""Counts that measures are made of; they add up over articles."""

from __future__ import annotations

import msgspec


class Tally(msgspec.Struct, frozen=True):
    """How many were found right, how many the program claimed, how many the gold has."""

    hit: int = 0
    said: int = 0
    gold: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hit + other.hit, self.said + other.said, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of the claimed that is right, 0.0 where nothing was claimed."""
        return _share(self.hit, self.said)

    @property
    def recall(self) -> float:
        """Share of the gold that was found, 0.0 where the gold has none."""
        return _share(self.hit, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        precision, recall = self.precision, self.recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class Share(msgspec.Struct, frozen=True):
    """How many of the cases judged were right."""

    right: int = 0
    of: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)

    @property
    def value(self) -> float:
        """`right / of`, 0.0 where nothing was judged."""
        return _share(self.right, self.of)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
