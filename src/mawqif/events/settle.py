"""From an occasion to an event: what its reports agree on."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from mawqif.events.names import bare_words, is_part, leading, overlap, same_name, same_office
from mawqif.events.occasion import Occasion
from mawqif.events.voice import Sort, voice_of
from mawqif.model.event import Event, Evidence, Report
from mawqif.model.position import Firmness, Stance

T = TypeVar("T", bound=str)
_ALIKE = 0.5
_RANK: dict[Stance, int] = {"conditional": 3, "against": 2, "for": 1, "undecided": 0}
_SPEAKERS: tuple[Sort, ...] = ("person", "body", "anonymous", "actor")
Told = dict[str, list[Report]]
"""The reports of each article, articles by time of publication."""


def _same_body(one: str, two: str) -> bool:
    return is_part(one, two) or is_part(two, one)


_SAME: dict[Sort, Callable[[str, str], bool]] = {
    "person": same_name, "body": _same_body, "anonymous": _same_body, "actor": _same_body
}  # fmt: skip


def settle(question: str, occasions: Iterable[Occasion]) -> list[Event]:
    """The event of every occasion, in the same order; no two have one key."""
    events: dict[str, Event] = {}
    for occasion in occasions:
        again = 0
        while (event := _event(question, occasion, again)).key in events:
            again += 1
        events[event.key] = event
    return list(events.values())


def _event(question: str, occasion: Occasion, again: int) -> Event:
    """Stance and firmness of most articles, the earliest deciding where they are even."""
    told = by_article(occasion.reports)
    everywhere = by_article((*occasion.reports, *occasion.alluded))
    stance = _most(stance_of(reports) for reports in told.values())
    agreeing = [reports for reports in told.values() if stance_of(reports) == stance]
    speaker = speaker_of(told)
    return Event(
        key=_key(question, occasion, speaker, again),
        actor=occasion.actor,
        speaker=speaker,
        role=_role(told, speaker),
        anonymous=occasion.anonymous,
        date=occasion.day.isoformat(),
        stance=stance,
        firmness=_most(firmness_of(reports, stance) for reports in agreeing),
        conditions=_conditions(agreeing) if stance == "conditional" else (),
        channel=_channel(told),
        articles=tuple(everywhere),
        evidence=tuple(dict.fromkeys(_evidence(report) for reports in everywhere.values() for report in reports)),
    )


def by_article(reports: Iterable[Report]) -> Told:
    """The reports of each article, articles by time of publication (unknown times last), reports by their place in it."""
    told: Told = {}
    for report in sorted(reports, key=_place):
        told.setdefault(report.source.article, []).append(report)
    return told


def _place(report: Report) -> tuple[object, ...]:
    return report.source.published or "9999", report.source.article, report.position.evidence


def stance_of(reports: Sequence[Report]) -> Stance:
    """What one article says: a condition anywhere makes it conditional, else the surest of its words."""
    best = max(reports, key=lambda r: (r.position.stance == "conditional", r.position.weight, _RANK[r.position.stance]))
    return best.position.stance


def firmness_of(reports: Iterable[Report], stance: Stance) -> Firmness:
    """The firmness of an article's words for a stance: absolute words outweigh hedges, hedges outweigh plain words."""
    said = {r.position.firmness for r in reports if r.position.stance == stance}
    if "categorical" in said:
        return "categorical"
    return "tentative" if "tentative" in said else "plain"


def speaker_of(told: Told) -> str | None:
    """Who spoke: the person or body that most articles name, else a source, else the actor itself.

    Where they are even, who was named earliest, and a person before the body of the same article.
    """
    named = [(sort, name) for sort in _SPEAKERS if (name := _leading_name(told, sort)) is not None]
    heads = [(sort, name) for sort, name in named if sort in ("person", "body")]
    if len(heads) < 2:
        return named[0][1] if named else None
    places = {head: _places(told, *head) for head in heads}
    return max(heads, key=lambda head: (len(places[head]), -places[head][0]))[1]


def _leading_name(told: Told, sort: Sort) -> str | None:
    return leading([(a, name) for a, name in _names(told, sort) if name], _SAME[sort])


def _places(told: Told, sort: Sort, name: str) -> list[int]:
    """Which articles, counted by time, name somebody."""
    by = {article for article, other in _names(told, sort) if other and _SAME[sort](other, name)}
    return [number for number, article in enumerate(told) if article in by]


def _names(told: Told, sort: Sort) -> Iterable[tuple[str, str | None]]:
    return ((a, r.position.speaker.name) for a, reports in told.items() for r in reports if voice_of(r).sort == sort)


def _role(told: Told, speaker: str | None) -> str | None:
    """The office that most articles give whom they name as the speaker."""
    given = [(a, r.position.speaker) for a, reports in told.items() for r in reports]
    roles = [(a, s.role) for a, s in given if s.role and (speaker is None or same_name(s.name, speaker))]
    return leading(roles, same_office)


def _channel(told: Told) -> str | None:
    given = ((article, r.position.channel) for article, reports in told.items() for r in reports)
    return leading([(a, channel) for a, channel in given if channel], _same_body)


def _most(values: Iterable[T]) -> T:
    """The value that occurs most often, the first of those that are even."""
    return Counter(values).most_common(1)[0][0]


def _conditions(told: Sequence[Sequence[Report]]) -> tuple[str, ...]:
    """The conditions of the article that tells most of them, and what others add in other words."""
    lists = sorted(([c for r in reports for c in r.position.conditions] for reports in told), key=len, reverse=True)
    kept: list[str] = []
    for condition in dict.fromkeys(condition for conditions in lists for condition in conditions):
        if not any(overlap(condition, other) >= _ALIKE for other in kept):
            kept.append(condition)
    return tuple(kept)


def _evidence(report: Report) -> Evidence:
    span = report.position.evidence
    return Evidence(article=report.source.article, start=span.start, end=span.end, text=span.text)


def _key(question: str, occasion: Occasion, speaker: str | None, again: int) -> str:
    who = "anonymous" if occasion.anonymous else " ".join(sorted(bare_words(speaker)))
    text = f"{question}|{occasion.actor}|{occasion.day.isoformat()}|{who}" + f"|{again}" * bool(again)
    return hashlib.sha256(text.encode()).hexdigest()[:12]
