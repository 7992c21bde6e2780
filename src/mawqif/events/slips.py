"""Occasions that are slips of one article: another's occasion, told with a wrong day or in a wrong mouth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from mawqif.events.occasion import Occasion

_ALIKE = 0.6
"""Share of the longer one's words from which two speakers' sentences are one, put into a wrong mouth."""
_ENOUGH = 4
"""Words that two sentences must share to be one; every report of a question shares a few."""
_DAY = timedelta(days=1)


def without_slips(occasions: Iterable[Occasion], alluded: Mapping[date, AbstractSet[str]]) -> list[Occasion]:
    """The occasions by day; what one article alone tells a day off, or of another speaker, is put where others tell it.

    `alluded` are the articles that name the actor beside a day without telling what it said.
    """
    kept: dict[date, list[Occasion]] = defaultdict(list)
    for occasion in sorted(occasions, key=lambda o: (-len(o.articles), -len(o.articles | _at(alluded, o)), o.day)):
        home = None
        if len(occasion.articles) == 1:
            near = [o for day in (0, -1, 1) for o in kept[occasion.day + day * _DAY]]
            home = next((o for o in near if _is_slip(occasion, o, alluded)), None)
        if home is None:
            kept[occasion.day].append(occasion)
        else:
            kept[home.day].remove(home)
            day = _surer_day(home, occasion, alluded)
            home.absorb(occasion)
            home.day = day
            kept[day].append(home)
    return [occasion for day in sorted(kept) for occasion in kept[day]]


def _at(alluded: Mapping[date, AbstractSet[str]], occasion: Occasion) -> AbstractSet[str]:
    return alluded.get(occasion.day, frozenset())


def _is_slip(one: Occasion, home: Occasion, alluded: Mapping[date, AbstractSet[str]]) -> bool:
    """Whether what one article tells is what several tell otherwise; an article that tells both keeps them apart."""
    if one.articles <= home.articles or one.anonymous != home.anonymous or one.stances.isdisjoint(home.stances):
        return False
    if one.day != home.day:
        others = home.articles | _at(alluded, home)
        recalled = _is_recalled(one) and not _is_recalled(home)  # counted back, a day is easily one off
        if len(others) < 2 and not recalled or one.articles <= others:
            return False
        if len(_tellers(one, alluded)) > 1 and len(_tellers(home, alluded)) > 1:
            return False
        return any(home.fit(report) is not None for report in one.reports)
    return len(home.articles) > 1 and any(_is_told_alike(a, b) for a in one.told for b in home.told)


def _is_recalled(occasion: Occasion) -> bool:
    return all(report.position.background for report in occasion.reports)


def _surer_day(home: Occasion, slip: Occasion, alluded: Mapping[date, AbstractSet[str]]) -> date:
    """The day that more articles name; where they are even, the earliest of them holds. None is told before it comes."""
    if _is_recalled(slip) and not _is_recalled(home):
        return home.day
    of_home, of_slip = _tellers(home, alluded), _tellers(slip, alluded)
    if not of_home and slip.day > home.day:
        return home.day
    if len(of_home) != len(of_slip):
        return home.day if len(of_home) > len(of_slip) else slip.day
    told = ((r.source.published or "9999", o is slip) for o in (home, slip) for r in o.reports if r.position.said_from)
    return slip.day if min(told, default=("", False))[1] else home.day


def _tellers(occasion: Occasion, alluded: Mapping[date, AbstractSet[str]]) -> AbstractSet[str]:
    """The articles that name the day of an occasion."""
    day = occasion.day.isoformat()
    return {r.source.article for r in occasion.reports if r.position.said_from == day} | _at(alluded, occasion)


def _is_told_alike(one: frozenset[str], two: frozenset[str]) -> bool:
    shared = len(one & two)
    return shared >= _ENOUGH and shared >= _ALIKE * max(len(one), len(two))
