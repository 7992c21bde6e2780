"""Which reports tell of the same occasion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from mawqif.events.names import overlap, same_name
from mawqif.model.event import Report

_RECALL = timedelta(days=400)
"""How far back a recollection without a day may reach."""


_TOLD_ALIKE = 0.6
"""Share of words from which two speakers' sentences are one, put into a wrong mouth."""
_SLACK = timedelta(days=2)
"""How far a recollection's week or month may reach beyond its days (الأسبوع الماضي)."""


class Occasion(msgspec.Struct, kw_only=True):
    """Reports of one actor on one day; grows while it is being gathered."""

    actor: str
    day: date
    reports: list[Report]
    anonymous: bool = False

    @property
    def articles(self) -> frozenset[str]:
        """The articles that tell of it."""
        return frozenset(r.source.article for r in self.reports)

    def takes(self, report: Report) -> bool:
        """Whether the speaker of a report is one of this occasion."""
        if (report.position.speaker.kind == "anonymous") != self.anonymous:
            return False
        if self.anonymous:
            return True
        return any(_same_speaker(report, other) for other in self.reports)


def gather(reports: Iterable[Report]) -> list[Occasion]:
    """The occasions of all reports, oldest first: those with a day by their day, recollections by speaker and time."""
    by_actor: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_actor[report.position.actor].append(report)
    occasions = [occasion for actor in sorted(by_actor) for occasion in _of_actor(actor, by_actor[actor])]
    return sorted(occasions, key=lambda o: (o.day, o.actor))


def _of_actor(actor: str, reports: Sequence[Report]) -> list[Occasion]:
    occasions: list[Occasion] = []
    dated = [(day, report) for report in reports if (day := day_of(report, reports)) is not None]
    for day, report in sorted(
        dated, key=lambda pair: (pair[0], pair[1].position.background, pair[1].source.published or "")
    ):
        home = next((o for o in occasions if o.day == day and o.takes(report)), None) or _beside(occasions, day, report)
        if home is None:
            occasions.append(_occasion(actor, day, report))
        else:
            home.reports.append(report)
    for report in reports:
        if day_of(report, reports) is None:
            recalled = _recalled(occasions, report)
            if recalled is not None:
                recalled.reports.append(report)
    return _without_slips(occasions)


def _without_slips(occasions: list[Occasion]) -> list[Occasion]:
    """Occasions without those that one article alone has one day off, or in another mouth, and others tell alike."""
    kept: list[Occasion] = []
    for occasion in sorted(occasions, key=lambda o: -len(o.articles)):
        home = next((o for o in kept if _is_slip(occasion, o)), None)
        if home is None:
            kept.append(occasion)
        else:
            home.reports += occasion.reports
    return sorted(kept, key=lambda o: o.day)


def _is_slip(one: Occasion, home: Occasion) -> bool:
    if len(one.articles) > 1 or one.anonymous != home.anonymous or one.articles <= home.articles:
        return False
    off = abs((one.day - home.day).days)
    stances = {r.position.stance for r in one.reports}
    if off > 1 or stances.isdisjoint(r.position.stance for r in home.reports):
        return False
    if off == 1:
        return len(home.articles) > 1 and any(home.takes(r) for r in one.reports)
    return any(
        overlap(a.position.evidence.text, b.position.evidence.text) >= _TOLD_ALIKE
        for a in one.reports
        for b in home.reports
    )


def _occasion(actor: str, day: date, report: Report) -> Occasion:
    return Occasion(actor=actor, day=day, reports=[report], anonymous=report.position.speaker.kind == "anonymous")


def day_of(report: Report, reports: Sequence[Report]) -> date | None:
    """The day a report was said: its own, that of the same speaker's other words in the article, else the day of publication."""
    own = day_named(report)
    if own is not None:
        return own
    if report.position.background or report.position.said_from is not None:
        return None
    return date.fromisoformat(report.source.published) if report.source.published else None


def day_named(report: Report) -> date | None:
    """The one day that a report itself names, `None` where it names none or several."""
    position = report.position
    return (
        date.fromisoformat(position.said_from)
        if position.said_from and position.said_from == position.said_to
        else None
    )


def _beside(occasions: Sequence[Occasion], day: date, report: Report) -> Occasion | None:
    """An occasion of the same speaker and stance one day off, where the report does not name its day itself."""
    if day_named(report) is not None:
        return None
    near = [o for o in occasions if abs((o.day - day).days) <= 1 and o.takes(report)]
    return near[-1] if near else None


def _recalled(occasions: Sequence[Occasion], report: Report) -> Occasion | None:
    """The latest occasion that a recollection can mean."""
    position = report.position
    last = _day(position.said_to) or _day(report.source.published)
    first = _day(position.said_from) or (last - _RECALL if last else None)
    if first is None or last is None:
        return None
    slack = _SLACK if position.said_from else timedelta()
    fitting = [o for o in occasions if first - slack <= o.day <= last + slack and o.takes(report)]
    return max(fitting, key=lambda o: (_agrees(o, report), o.day), default=None)


def _agrees(occasion: Occasion, report: Report) -> bool:
    return any(other.position.stance == report.position.stance for other in occasion.reports)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _same_speaker(one: Report, two: Report) -> bool:
    a, b = one.position.speaker, two.position.speaker
    if a.kind != "person" or b.kind != "person":
        return a.kind == b.kind or "state" in (a.kind, b.kind) or one.source == two.source
    return same_name(a.name, b.name)
