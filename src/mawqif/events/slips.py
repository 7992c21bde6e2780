"""Occasions that are slips of one article: another's occasion, told with a wrong day or in a wrong mouth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from mawqif.events.occasion import Occasion

_ALIKE = 0.6
"""Share of the longer one's words from which two speakers' sentences are one, put into a wrong mouth."""
_ENOUGH = 4
"""Words that two sentences must share to be one; every report of a question shares a few."""
_DAY = timedelta(days=1)


def without_slips(occasions: Iterable[Occasion]) -> list[Occasion]:
    """The occasions by day; what one article alone tells a day off, or of another speaker, is put where others tell it."""
    kept: dict[date, list[Occasion]] = defaultdict(list)
    for occasion in sorted(occasions, key=lambda o: (-len(o.articles), o.day)):
        home = None
        if len(occasion.articles) == 1:
            near = [o for day in (0, -1, 1) for o in kept[occasion.day + day * _DAY]]
            home = next((o for o in near if _is_slip(occasion, o)), None)
        if home is None:
            kept[occasion.day].append(occasion)
        else:
            kept[home.day].remove(home)
            day = _surer_day(home, occasion)
            home.absorb(occasion)
            home.day = day
            kept[day].append(home)
    return [occasion for day in sorted(kept) for occasion in kept[day]]


def _is_slip(one: Occasion, home: Occasion) -> bool:
    """Whether what one article tells is what several tell otherwise; an article that tells both keeps them apart."""
    recalled = _is_recalled(one) and not _is_recalled(home)  # counted back, a day is easily one off
    if (len(home.articles) < 2 and not recalled) or one.articles <= home.articles:
        return False
    if one.anonymous != home.anonymous or one.stances.isdisjoint(home.stances):
        return False
    if one.day != home.day:
        return any(home.fit(report) is not None for report in one.reports)
    return any(_is_told_alike(a, b) for a in one.told for b in home.told)


def _is_recalled(occasion: Occasion) -> bool:
    return all(report.position.background for report in occasion.reports)


def _surer_day(home: Occasion, slip: Occasion) -> date:
    """The day that more articles name; where they are even, the earliest of them holds. None is told before it comes."""
    tellers = [[r.source for r in o.reports if r.position.said_from == o.day.isoformat()] for o in (home, slip)]
    of_home, of_slip = ({source.article for source in sources} for sources in tellers)
    if not of_home and slip.day > home.day:
        return home.day
    if len(of_home) != len(of_slip):
        return home.day if len(of_home) > len(of_slip) else slip.day
    first = min(((s.published or "9999", n) for n, sources in enumerate(tellers) for s in sources), default=("", 0))
    return slip.day if first[1] else home.day


def _is_told_alike(one: frozenset[str], two: frozenset[str]) -> bool:
    shared = len(one & two)
    return shared >= _ENOUGH and shared >= _ALIKE * max(len(one), len(two))
