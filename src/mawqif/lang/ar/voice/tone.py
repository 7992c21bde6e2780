"""Fact or inference: a logistic regression over markers, manner of words and the company a sentence keeps.

It is asked last, of sentences that are no boilerplate and report nothing. The table of manner (`tone.tsv`) is counted
by `tools/tone_words.py` from news text, the weights (`tone.toml`) are fitted by `tools/fit_tone.py` to gold readings.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.voice.forms import is_imperfect, is_past
from mawqif.lang.ar.voice.layout import Place
from mawqif.lang.ar.voice.rules import VoiceRule

FEATURES = (
    "marker early", "marker late", "markers", "weak", "turn", "noted", "heading", "past first", "imperfect first",
    "numbers", "manner", "manner around", "weak around", "markers around", "reports around",
)  # fmt: skip
_SKIPPED = frozenset(("قد", "كان", "كانت", "و", "كما", "ثم", "لقد", "وقد", "هذا"))


class Marked(NamedTuple):
    """A voice rule that holds in a sentence, and where (0 its first, 1 its last token)."""

    rule: VoiceRule
    where: float


@cache
def manner() -> Mapping[str, float]:
    """Folded word → how much likelier it is in opinion than in a report (log odds)."""
    lines = files("mawqif.lang.ar").joinpath("data", "tone.tsv").read_text("utf-8").splitlines()
    return {word: float(weight) for word, weight in (line.split("\t") for line in lines)}


@cache
def weights() -> tuple[tuple[float, ...], float]:
    """The weight of every feature, and the constant."""
    data = tomllib.loads(files("mawqif.lang.ar").joinpath("data", "tone.toml").read_text("utf-8"))
    return tuple(float(data["weights"][name]) for name in FEATURES), float(data["constant"])


class Tone:
    """Scores the open sentences of one document; `share` is the part of its sentences that report."""

    def __init__(
        self,
        doc: Document,
        places: Sequence[Place],
        marked: Sequence[Sequence[Marked]],
        open_: Sequence[int],
        share: float,
    ) -> None:
        self.doc, self.places, self.marked, self.share = doc, places, marked, share
        self.manner = {n: self._manner(places[n]) for n in open_}
        self.strong = {n: any(_is_strong(m) for m in marked[n]) for n in open_}
        self.weak = {n: any(m.rule.strength == "weak" for m in marked[n]) for n in open_}
        self.sums = sum(self.manner.values()), sum(self.weak.values()), sum(self.strong.values())

    def score(self, n: int) -> float:
        """Above zero where the sentence reads as its writer's inference."""
        by_feature, constant = weights()
        return constant + sum(w * x for w, x in zip(by_feature, self.features(n), strict=True))

    def features(self, n: int) -> tuple[float, ...]:
        """The values of `FEATURES` for sentence `n`."""
        place, marked = self.places[n], self.marked[n]
        strong = [m.where for m in marked if _is_strong(m)]
        early = any(where < 0.5 for where in strong)
        first = self._first(place)
        numbers = [w.tag for w in self.doc.words[place.first : place.last]].count("number")
        return (
            float(early),
            float(bool(strong) and not early),
            float(len(strong) > 1),
            min(3, sum(m.rule.strength == "weak" for m in marked)) / 3,
            float(any(m.rule.strength == "turn" for m in marked)),
            float(any(m.rule.voice == "fact" for m in marked)),
            float(place.number == 0 and place.alone),
            float(is_past(first)),
            float(is_imperfect(first)),
            min(3, numbers) / 3,
            *self._around(n),
        )

    def _around(self, n: int) -> tuple[float, float, float, float, float]:
        own = self.manner[n], self.weak[n], self.strong[n]
        others = len(self.manner) + 1
        lexical, weak, strong = ((total - mine) / others for total, mine in zip(self.sums, own, strict=True))
        return own[0], lexical, weak, strong, self.share

    def _manner(self, place: Place) -> float:
        table = manner()
        total = sum([table[w.bare] for w in self.doc.words[place.first : place.last] if w.bare in table])
        return max(-1.0, min(1.0, 2 * total / max(4, place.words)))

    def _first(self, place: Place) -> str:
        """The first word that tells whether an event or a state opens the sentence."""
        words = self.doc.words[place.first : place.last]
        return next((w.bare for w in words if w.form[0].isalpha() and w.bare not in _SKIPPED), "،")


def _is_strong(marked: Marked) -> bool:
    return marked.rule.voice == "inference" and marked.rule.strength == "strong"
