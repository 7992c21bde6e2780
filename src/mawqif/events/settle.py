"""From an occasion to an event: what its reports agree on."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from mawqif.events.group import Occasion
from mawqif.events.names import bare_words, fullest, overlap
from mawqif.model.event import Event, Evidence, Report
from mawqif.model.position import Firmness, Stance

T = TypeVar("T", bound=str)
_ALIKE = 0.5
_RANK = {"conditional": 3, "against": 2, "for": 1, "undecided": 0}


def settle(question: str, occasion: Occasion) -> Event:
    """The event of an occasion: stance and firmness of most articles, the earliest deciding where they are even."""
    told = by_article(occasion.reports)
    stance = _most([stance_of(reports) for reports in told.values()])
    agreeing = [reports for reports in told.values() if stance_of(reports) == stance]
    firmness = _most([firmness_of(reports, stance) for reports in agreeing])
    speaker = fullest(r.position.speaker.name for r in occasion.reports)
    return Event(
        key=_key(question, occasion, speaker),
        actor=occasion.actor,
        speaker=speaker,
        role=fullest(r.position.speaker.role for r in occasion.reports),
        anonymous=occasion.anonymous,
        date=occasion.day.isoformat(),
        stance=stance,
        firmness=firmness,
        conditions=_conditions(agreeing) if stance == "conditional" else (),
        channel=next((r.position.channel for r in occasion.reports if r.position.channel), None),
        articles=tuple(told),
        evidence=tuple(_evidence(report) for report in occasion.reports),
    )


def by_article(reports: Iterable[Report]) -> dict[str, list[Report]]:
    """The reports of each article, articles by time of publication."""
    told: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda r: (r.source.published or "", r.source.article)):
        told.setdefault(report.source.article, []).append(report)
    return told


def stance_of(reports: Sequence[Report]) -> Stance:
    """What one article says: a condition anywhere makes it conditional, else the surest of its words."""
    best = max(reports, key=lambda r: (r.position.stance == "conditional", r.position.weight, _RANK[r.position.stance]))
    return best.position.stance


def firmness_of(reports: Sequence[Report], stance: Stance) -> Firmness:
    """The firmest of an article's words for a stance; tentative where all of them are."""
    said = {r.position.firmness for r in reports if r.position.stance == stance}
    if "categorical" in said:
        return "categorical"
    return "tentative" if "tentative" in said else "plain"


def _most(values: Sequence[T]) -> T:
    counts = Counter(values)
    return max(counts, key=lambda v: (counts[v], -values.index(v)))


def _conditions(told: Sequence[Sequence[Report]]) -> tuple[str, ...]:
    """The conditions of the article that tells most of them, and what others add in other words."""
    lists = sorted(([c for r in reports for c in r.position.conditions] for reports in told), key=len, reverse=True)
    kept: list[str] = []
    for conditions in lists:
        for condition in conditions:
            if not any(overlap(condition, other) >= _ALIKE for other in kept):
                kept.append(condition)
    return tuple(kept)


def _evidence(report: Report) -> Evidence:
    span = report.position.evidence
    return Evidence(article=report.source.article, start=span.start, end=span.end, text=span.text)


def _key(question: str, occasion: Occasion, speaker: str | None) -> str:
    who = "anonymous" if occasion.anonymous else " ".join(sorted(bare_words(speaker)))
    text = f"{question}|{occasion.actor}|{occasion.day.isoformat()}|{who}"
    return hashlib.sha256(text.encode()).hexdigest()[:12]
