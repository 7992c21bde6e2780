"""The occasion: what reports tell of one actor on one day in one voice, while they are being gathered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from mawqif.events.names import bare_words
from mawqif.events.voice import ACTOR, UNNAMED, Sort, Voice, same_voice, speaks_in_name, voice_of
from mawqif.model.event import Report
from mawqif.model.position import Stance

Fit = tuple[int, bool, int]
"""How well a report fits: by its voice, by its stance, and how many articles tell of the occasion already."""


class Occasion(msgspec.Struct, kw_only=True, eq=False):
    """Reports of one occasion, with what is asked of them again and again.

    `leaders` has the fullest voice of every sort, `said` which article tells which stance, `told` the
    bare words of its pieces of evidence, `alluded` the reports that only name it.
    """

    actor: str
    day: date
    reports: list[Report] = []
    articles: set[str] = set()
    stances: set[Stance] = set()
    leaders: dict[Sort, Voice] = {}
    roles: set[str] = set()
    said: set[tuple[str, Stance]] = set()
    told: set[frozenset[str]] = set()
    alluded: list[Report] = []

    @property
    def anonymous(self) -> bool:
        """Whether an unnamed source spoke."""
        return "anonymous" in self.leaders

    def add(self, report: Report) -> None:
        """Take in a report that fits."""
        voice = voice_of(report)
        leader = self.leaders.get(voice.sort)
        if leader is None or _words(voice) > _words(leader):
            self.leaders[voice.sort] = voice
        self._count(report)

    def absorb(self, other: Occasion) -> None:
        """Take in an occasion that was this one, told wrongly; who spoke stays."""
        for report in other.reports:
            self._count(report)

    def _count(self, report: Report) -> None:
        article, stance, role = report.source.article, report.position.stance, report.position.speaker.role
        self.reports.append(report)
        self.articles.add(article)
        self.stances.add(stance)
        self.said.add((article, stance))
        self.told.add(bare_words(report.position.evidence.text))
        if role:
            self.roles.add(role)

    def fit(self, report: Report) -> Fit | None:
        """How well a report fits by its voice, `None` where somebody else spoke."""
        voice, stance = voice_of(report), report.position.stance
        leader = self.leaders.get(voice.sort)
        if leader is not None and voice != ACTOR:
            closeness = 2 if same_voice(leader, voice) else 0
        else:
            closeness = int(self._may_be(voice, report))
        return (closeness, stance in self.stances, len(self.articles)) if closeness else None

    def _may_be(self, voice: Voice, report: Report) -> bool:
        """Whether a voice of a sort not heard here reports those heard: the actor anybody of its own, a body its speaker."""
        if self.anonymous or voice == UNNAMED:
            return False
        if voice == ACTOR or set(self.leaders) == {"actor"}:
            return True
        if (report.source.article, report.position.stance) in self.said:
            return True
        if voice.sort == "body":
            return any(speaks_in_name(role, voice) for role in self.roles)
        return speaks_in_name(report.position.speaker.role, self.leaders["body"])


def occasion_of(actor: str, day: date, report: Report) -> Occasion:
    """A new occasion, of one report."""
    occasion = Occasion(actor=actor, day=day)
    occasion.add(report)
    return occasion


def best_fit(occasions: Iterable[Occasion], report: Report) -> Occasion | None:
    """The occasion that a report fits best, the first of those that it fits alike."""
    best: tuple[Fit, Occasion] | None = None
    for occasion in occasions:
        fit = occasion.fit(report)
        if fit is not None and (best is None or fit > best[0]):
            best = fit, occasion
    return best[1] if best else None


def _words(voice: Voice) -> int:
    return len((voice.name or "").split())
