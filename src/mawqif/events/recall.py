"""Which occasion is meant by words that are recalled without a day (كان قد أعلن، الشهر الماضي)."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from mawqif.events.occasion import Occasion
from mawqif.events.voice import ACTOR, UNNAMED, Voice, same_voice, voice_of
from mawqif.model.event import Report, Why
from mawqif.model.position import Stance

_REACH = timedelta(days=400)
"""How far back a recollection without any time may reach."""
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
