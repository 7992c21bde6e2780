"""Which occasion is meant by words that are recalled without a day (كان قد أعلن، الشهر الماضي), or that only name it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from mawqif.events.names import bare_words
from mawqif.events.occasion import Occasion
from mawqif.events.voice import ACTOR, UNNAMED, Voice, same_voice, voice_of
from mawqif.model.event import Report, Why
from mawqif.model.position import Stance

_REACH = timedelta(days=400)
"""How far back a recollection without any time may reach."""
_DAY = timedelta(days=1)
_SLACK = timedelta(days=2)
"""How far a recollection's week or month may reach beyond its days (الأسبوع الماضي)."""
_OPPOSITE: dict[Stance, Stance] = {"for": "against", "against": "for"}


class Recollections:
    """The occasions of one actor by voice and stance, as they were before anything was recalled."""

    def __init__(self, occasions: Iterable[Occasion]) -> None:
        self._by: dict[tuple[Voice | None, Stance | None], list[Occasion]] = defaultdict(list)
        self._like: dict[Voice, list[Voice]] = {}
        for occasion in sorted(occasions, key=lambda o: (o.day, len(o.articles))):
            for voice in _filed_under(occasion):
                for stance in (*sorted(occasion.stances), None):
                    self._by[voice, stance].append(occasion)
        self._voices = list(dict.fromkeys(voice for voice, _ in self._by if voice is not None))

    def home_of(self, report: Report) -> Occasion | Why:
        """The latest occasion of the voice in the time that is meant, of the same stance before others."""
        days = _days_meant(report)
        if days is None:
            return "no-day"
        for voices in self._meant(voice_of(report)):
            home = self._latest(voices, report.position.stance, days)
            if home is not None:
                return home
            home = self._latest(voices, None, days)
            if home is not None and _may_be_told_so(home, report):
                return home
        return "no-occasion"

    def _meant(self, voice: Voice) -> Sequence[Sequence[Voice | None]]:
        """What a voice's occasions are filed under: the actor is anybody, somebody named may be the actor."""
        if voice == ACTOR:
            return ((None,),)
        if voice == UNNAMED:
            return ((UNNAMED,),)
        if voice not in self._like:
            self._like[voice] = [v for v in self._voices if v.sort == voice.sort and same_voice(v, voice)]
        return self._like[voice], (ACTOR,)

    def _latest(
        self, voices: Sequence[Voice | None], stance: Stance | None, days: tuple[date, date]
    ) -> Occasion | None:
        first, last = days
        found = []
        for voice in voices:
            filed = self._by.get((voice, stance), [])
            place = bisect_right(filed, last, key=lambda o: o.day)
            if place and filed[place - 1].day >= first:
                found.append(filed[place - 1])
        return max(found, key=lambda o: (o.day, len(o.articles)), default=None)


def _filed_under(occasion: Occasion) -> Sequence[Voice | None]:
    """Its voices, the actor's own only where nobody else is heard; `None` stands for anybody who is named."""
    if occasion.anonymous:
        return (UNNAMED,)
    named = [voice for voice in occasion.leaders.values() if voice != ACTOR]
    return (*(named or [ACTOR]), None)


def _may_be_told_so(occasion: Occasion, report: Report) -> bool:
    """Whether an occasion can be what is recalled with a stance that nobody told of it: not the opposite, not by one article."""
    opposite = _OPPOSITE.get(report.position.stance)
    return occasion.stances != {opposite} and report.source.article not in occasion.articles


def _days_meant(report: Report) -> tuple[date, date] | None:
    position = report.position
    last = position.said_to or report.source.published
    if last is None:
        return None
    end = date.fromisoformat(last)
    if position.said_from is None:
        return end - _REACH, end
    return date.fromisoformat(position.said_from) - _SLACK, end + _SLACK


def join(occasions: Sequence[Occasion], allusions: Iterable[Report]) -> None:
    """Put each allusion into the occasions that it means; one that means none is of no use.

    An occasion whose day nobody names, for it is that of publication, may be of the day before, if allusions say so; one whose
    speaker most allusions name beside the next day or the day before was then.
    """
    dated = {
        id(o)
        for o in occasions
        if any(r.position.said_from and r.position.said_from == r.position.said_to for r in o.reports)
    }
    allusions = list(allusions)
    found = [(o, report) for report in allusions for o in _meant(occasions, dated, report)]
    for occasion, report in found:
        if report.source.article not in occasion.articles:
            occasion.alluded.append(report)
    missed = [(o, one) for one in allusions for o in _missed(occasions, dated, one)]
    for occasion, one in missed:
        occasion.alluded.append(one)
    moved = {id(occasion) for occasion, _ in missed}
    for occasion in occasions:
        days = [first for first, last in map(_days, occasion.alluded) if first == last < occasion.day]
        if days and id(occasion) not in dated:
            occasion.day = max(days, key=lambda day: (days.count(day), day))
        elif id(occasion) in moved:
            _set_right(occasion)


def _set_right(occasion: Occasion) -> None:
    """Put an occasion on the day that most articles name."""
    told: dict[date, set[str]] = defaultdict(set)
    for report in (*occasion.reports, *occasion.alluded):
        if report.position.said_from and report.position.said_from == report.position.said_to:
            told[_days(report)[0]].add(report.source.article)
    occasion.day = max(told, key=lambda day: (len(told[day]), day == occasion.day, day))


def _meant(occasions: Sequence[Occasion], dated: Collection[int], report: Report) -> list[Occasion]:
    """Those of its days whose speaker it names; else on its one day the actor's only one, where it names the actor."""
    first, last = _days(report)
    words = bare_words(report.position.evidence.text)
    own = [o for o in occasions if report.position.actor in ("", o.actor)]
    near = [o for o in own if first <= o.day <= last]
    named = [o for o in near if _is_named(o, words)]
    if first != last:
        return named if len(named) == 1 else []
    if not near or not (named or report.position.actor):
        late = [o for o in own if o.day - first == _DAY and id(o) not in dated]
        near, named = late, [o for o in late if _is_named(o, words)]
    if named or not report.position.actor:
        return named
    return near if len(near) == 1 else []


def _missed(occasions: Sequence[Occasion], dated: Collection[int], report: Report) -> list[Occasion]:
    """The one occasion of a speaker whom an allusion names, a day beside that which it tells.

    Its day must be told by others, who know of none of this speaker on the allusion's; an article that tells both means two.
    """
    day, last = _days(report)
    if day != last:
        return []
    words = bare_words(report.position.evidence.text)
    own = [o for o in occasions if report.position.actor in ("", o.actor) and _is_named(o, words)]
    near = [o for o in own if abs(o.day - day) <= _DAY]
    (only,) = near if len(near) == 1 else (None,)
    if only is None or only.day == day or id(only) not in dated or report.source.article in _articles(only):
        return []
    return [only]


def _articles(occasion: Occasion) -> set[str]:
    return occasion.articles | {report.source.article for report in occasion.alluded}


def _days(report: Report) -> tuple[date, date]:
    """The days of an allusion, which always has them."""
    position = report.position
    return date.fromisoformat(position.said_from or ""), date.fromisoformat(position.said_to or "")


def _is_named(occasion: Occasion, words: frozenset[str]) -> bool:
    """Whether the family name of an occasion's speaker is among some words."""
    person = occasion.leaders.get("person")
    return person is not None and bool(person.name) and bare_words((person.name or "").split()[-1]) <= words
