"""Which reports tell of the same occasion. The order in which reports come changes nothing.

Reports with a day are placed day by day, in the order of `_rank`: whoever names a day, a person or more of a name comes
before those who tell less, so that the vague find the exact. What is recalled without a day is placed last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

import msgspec

from mawqif.events.names import bare_words, same_name
from mawqif.events.occasion import Occasion, best_fit, occasion_of
from mawqif.events.recall import Recollections, join
from mawqif.events.slips import without_slips
from mawqif.events.voice import FULL, voice_of, with_one_actor
from mawqif.model.event import Report, Unplaced

_SORTS = ("person", "body", "anonymous", "actor")
_DAY = timedelta(days=1)
_OPPOSED = frozenset(("for", "against"))


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """Every report, in exactly one occasion or among those that belong to none; occasions by day, then actor."""

    occasions: tuple[Occasion, ...]
    unplaced: tuple[Unplaced, ...]


def gather(reports: Iterable[Report]) -> Gathered:
    """The occasions of all reports: those with a day by day and voice, recollections by voice and time.

    A report that is given twice counts once. What only alludes to an occasion is counted among its allusions, or forgotten.
    """
    by_actor: dict[str, list[Report]] = defaultdict(list)
    allusions: list[Report] = []
    alluded: dict[str, dict[date, set[str]]] = defaultdict(lambda: defaultdict(set))
    for report in dict.fromkeys(with_one_actor(reports)):
        (allusions if report.position.alludes else by_actor[report.position.actor]).append(report)
    for report in allusions:
        if (day := day_named(report)) is not None:
            alluded[report.position.actor][day].add(report.source.article)
    occasions: list[Occasion] = []
    unplaced = [Unplaced(report=report, why="no-actor") for report in by_actor.pop("", [])]
    for actor in sorted(by_actor):
        found, left = _of_actor(actor, by_actor[actor], alluded[actor])
        occasions += found
        unplaced += left
    join(occasions, allusions)
    return Gathered(occasions=tuple(sorted(occasions, key=lambda o: (o.day, o.actor))), unplaced=tuple(unplaced))


def _of_actor(
    actor: str, reports: Iterable[Report], alluded: Mapping[date, AbstractSet[str]]
) -> tuple[list[Occasion], list[Unplaced]]:
    by_day: dict[date, list[Report]] = defaultdict(list)
    dayless: list[Report] = []
    for report in sorted(reports, key=_rank):
        day = day_of(report)
        (dayless if day is None else by_day[day]).append(report)
    days: dict[date, list[Occasion]] = {}
    for day in sorted(by_day):
        days[day] = _of_day(actor, day, by_day[day], days.get(day - _DAY, []))
    occasions = without_slips([occasion for day in days.values() for occasion in day if occasion.reports], alluded)
    unplaced = _recall(occasions, dayless)
    return occasions, unplaced


def _of_day(actor: str, day: date, reports: Iterable[Report], yesterday: Sequence[Occasion]) -> list[Occasion]:
    """The occasions of a day; who tells no day but that of publication may mean yesterday's."""
    occasions: list[Occasion] = []
    for report in reports:
        home = best_fit(occasions, report)
        if home is None and day_named(report) is None:
            home = best_fit((o for o in yesterday if not _is_turned(o, report)), report)
        if home is None:
            occasions.append(occasion_of(actor, day, report))
        else:
            home.add(report)
    return occasions


def _is_turned(occasion: Occasion, report: Report) -> bool:
    """Whether an occasion knows only the opposite of what is reported."""
    return len(occasion.stances) == 1 and occasion.stances | {report.position.stance} == _OPPOSED


def _recall(occasions: Sequence[Occasion], reports: Sequence[Report]) -> list[Unplaced]:
    """Put each recollection into its occasion; those that have none are returned with the reason."""
    if not reports:
        return []
    memory = Recollections(occasions)
    homes = [memory.home_of(report) for report in reports]
    unplaced = []
    for report, home in zip(reports, homes, strict=True):
        if isinstance(home, Occasion):
            home.add(report)
        else:
            unplaced.append(Unplaced(report=report, why=home))
    return unplaced


def day_of(report: Report) -> date | None:
    """The day a report was said: the one it names, else that of publication; `None` for what is recalled or dated loosely."""
    own = day_named(report)
    if own is not None or report.position.background or report.position.said_from is not None:
        return own
    return date.fromisoformat(report.source.published) if report.source.published else None


def day_named(report: Report) -> date | None:
    """The one day that a report itself names, `None` where it names none or several."""
    first, last = report.position.said_from, report.position.said_to
    return date.fromisoformat(first) if first and first == last else None


def _rank(report: Report) -> tuple[object, ...]:
    """A total order of the reports of an actor; what differs only in the last part is equal."""
    voice, position, source = voice_of(report), report.position, report.source
    return (
        _SORTS.index(voice.sort), position.said_from is None, position.background, -len((voice.name or "").split()),
        source.published or "9999", source.article, position.evidence, msgspec.json.encode(report),
    )  # fmt: skip


_Node = str | int
"""An actor, or the place of a report without one."""


class Part(msgspec.Struct, frozen=True):
    """Actors, and reports without an actor, that have to be gathered together: what others tell changes nothing here.

    An actor stands alone but for persons who speak for several actors, whose reports may move, and for reports without an
    actor, which may be of those who have a person of that name. Too much in one part costs time; too little would be wrong.
    """

    actors: tuple[str, ...]
    loose: tuple[Report, ...]


def names_of(reports: Iterable[Report]) -> tuple[str, ...]:
    """The persons who speak in reports: all that has to be known of an actor's reports to part them from others."""
    voices = (voice_of(report) for report in reports if not report.position.alludes)
    return tuple(sorted({voice.name for voice in voices if voice.sort == "person" and voice.name}))


def parts(names: Mapping[str, Iterable[str]], loose: Sequence[Report]) -> list[Part]:
    """The parts of all actors, each with the persons who speak for it, and of the reports without an actor."""
    loose = list(dict.fromkeys(loose))
    group = _Groups([*sorted(names), *range(len(loose))])
    speaking: dict[str, list[_Node]] = defaultdict(list)
    for actor in sorted(names):
        for name in names[actor]:
            speaking[name].append(actor)
    _join_shared(group, speaking)
    _join_loose(group, speaking, loose)
    return [
        Part(
            tuple(node for node in nodes if isinstance(node, str)),
            tuple(loose[node] for node in nodes if isinstance(node, int)),
        )
        for nodes in group.all()
    ]


def _join_shared(group: _Groups, speaking: Mapping[str, Sequence[_Node]]) -> None:
    """Actors for whom one person speaks."""
    by_words: dict[frozenset[str], list[_Node]] = defaultdict(list)
    for name, nodes in speaking.items():
        if len(words := bare_words(name)) >= FULL:
            by_words[words] += nodes
    for nodes in by_words.values():
        group.join(nodes)


def _join_loose(group: _Groups, speaking: dict[str, list[_Node]], loose: Sequence[Report]) -> None:
    """Reports without an actor, with the actors of the persons they may be of, or name."""
    known = list(speaking)
    for place, report in enumerate(loose):
        name = report.position.speaker.name
        if name and not report.position.alludes and report.position.speaker.kind == "person":
            for other in known:
                if bare_words(name) == bare_words(other) or same_name(name, " ".join(bare_words(other))):
                    group.join([place, *speaking[other]])
            speaking[name].append(place)
    families = {name: bare_words(name.split()[-1]) for name in speaking if name.split()}
    for place, report in enumerate(loose):
        if report.position.alludes:
            words = bare_words(report.position.evidence.text)
            for name, family in families.items():
                if family <= words:
                    group.join([place, *speaking[name]])


class _Groups:
    """Nodes, each in one group; groups that meet become one."""

    def __init__(self, nodes: Sequence[_Node]) -> None:
        self._home: dict[_Node, _Node] = {node: node for node in nodes}

    def _root(self, node: _Node) -> _Node:
        while self._home[node] != node:
            node = self._home[node]
        return node

    def join(self, nodes: Sequence[_Node]) -> None:
        """Put the groups of nodes together."""
        for node in nodes[1:]:
            self._home[self._root(node)] = self._root(nodes[0])

    def all(self) -> list[list[_Node]]:
        """The groups by their first nodes, the nodes of each in the order they were given in."""
        found: dict[_Node, list[_Node]] = defaultdict(list)
        for node in self._home:
            found[self._root(node)].append(node)
        return list(found.values())
