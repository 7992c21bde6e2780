"""What one article says of an occasion and the others do not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from mawqif.events.group import day_named
from mawqif.events.names import overlap, same_name, same_office
from mawqif.events.occasion import Occasion
from mawqif.events.settle import by_article, firmness_of, stance_of
from mawqif.events.voice import voice_of
from mawqif.model.event import Difference, Event, Field, Report
from mawqif.model.position import FIRMNESSES, Firmness, Stance, Trait

_Row = tuple[str, Field, str, str]
_DECIDED = frozenset(("for", "against"))
_AND = re.compile(r"\s+و(?!قف|قت|صول|جود|ضع|زير|زار|حد|عد|لاي|ساط|ثيق|فق|فاء|فد)(?=\w)")
"""Where the parts of a condition are joined; the و of some nouns is their own (وقف)."""
_ALIKE = 0.5
"""Share of words from which an article's words have a condition in them."""


class Person(msgspec.Struct, frozen=True):
    """Somebody whom an article names as the speaker."""

    name: str
    role: str | None


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """What one article tells of an occasion: as much as is needed to compare it with what others tell, or people decide.

    `words` are its surest evidence, `days` the ISO days it names; one that only `alludes` tells no stance.
    """

    article: str
    stance: Stance
    firmness: Firmness
    words: str
    days: tuple[str, ...]
    people: tuple[Person, ...]
    traits: tuple[Trait, ...]
    conditions: tuple[str, ...] = ()
    alludes: bool = False


def tellings(occasion: Occasion) -> tuple[Telling, ...]:
    """What each article tells of an occasion, by time of publication; last those that only allude to it."""
    told = by_article(occasion.reports)
    alluding = {a: reports for a, reports in by_article(occasion.alluded).items() if a not in told}
    return tuple(_telling(article, reports) for article, reports in (*told.items(), *alluding.items()))


def _telling(article: str, reports: Sequence[Report]) -> Telling:
    stance = stance_of(reports)
    speakers = [r.position.speaker for r in reports if voice_of(r).sort == "person"]
    return Telling(
        article=article,
        stance=stance,
        firmness=firmness_of(reports, stance),
        words=max(reports, key=lambda r: r.position.weight).position.evidence.text,
        days=tuple(sorted({day.isoformat() for r in reports if (day := day_named(r)) is not None})),
        people=tuple(dict.fromkeys(Person(one.name, one.role) for one in speakers if one.name)),
        traits=tuple(dict.fromkeys(trait for r in reports for trait in r.position.traits)),
        conditions=tuple(dict.fromkeys(condition for r in reports for condition in r.position.conditions)),
        alludes=all(r.position.alludes for r in reports),
    )


def differences(told: Sequence[Telling], event: Event) -> list[Difference]:
    """The differences between the articles of an event, by article; none where one article alone tells it."""
    if len(told) < 2:
        return []
    full = [each for each in told if not each.alludes]
    found = [
        *_of_stance(full, event), *_of_conditions(told), *_of_days(told, event), *_of_speakers(told, event), *_of_traits(told)
    ]  # fmt: skip
    place = {each.article: number for number, each in enumerate(told)}
    return [
        Difference(
            actor=event.actor, date=event.date, event=event.key, article=article, field=field, article_says=says, others_say=others
        )
        for article, field, says, others in sorted(dict.fromkeys(found), key=lambda row: place[row[0]])
    ]  # fmt: skip


def _of_stance(told: Sequence[Telling], event: Event) -> Iterator[_Row]:
    """Another stance, a condition that is gone, a firmer yes or no."""
    if not event.judged and len(told) > 2 and [each.stance for each in told].count(event.stance) < 2:
        return  # where every article says something else, none is the odd one
    for each in told:
        if each.stance != event.stance:
            field = _stance_field(each, event)
            if field is not None:
                yield each.article, field, each.words, _others(told, each, event)
        elif each.stance in _DECIDED and FIRMNESSES.index(each.firmness) > FIRMNESSES.index(event.firmness):
            yield each.article, "firmness", each.words, _others(told, each, event)


def _stance_field(one: Telling, event: Event) -> Field | None:
    """What is amiss with another stance, `None` where an article only tells more, or the condition in its own words.

    Who makes a decision of what was weighed under a condition (قد نرسل إذا) tells another stance.
    """
    if one.stance == "conditional" and event.stance in _DECIDED:
        return None
    if event.stance != "conditional" or one.stance not in _DECIDED:
        return "stance"
    if any(overlap(one.words, condition) >= _ALIKE for condition in event.conditions):
        return None
    return "stance" if event.firmness == "tentative" != one.firmness else "condition-dropped"


def _others(told: Sequence[Telling], one: Telling, event: Event) -> str:
    """The words of the first other article that agrees with the event; for a condition, the condition."""
    for other in told:
        if other is not one and other.stance == event.stance:
            return next(iter(event.conditions), "") or other.words
    return next(iter(event.conditions), "")


def _of_conditions(told: Sequence[Telling]) -> Iterator[_Row]:
    """An article that calls fewer conditions all there are (بشرط واحد هو الهدنة) than another tells."""
    for each in told:
        counted = [trait for trait in each.traits if trait.kind == "conditions"]
        own = " ".join((each.words, *each.conditions))
        for other in (one for one in told if one is not each and counted):
            parts = [part for condition in other.conditions for part in _AND.split(condition)]
            lacking = next((part for part in parts if overlap(part, own) < _ALIKE), None)
            if lacking is not None and len(parts) > int(counted[0].value):
                yield each.article, "condition-dropped", counted[0].text, lacking
                break


def _of_days(told: Sequence[Telling], event: Event) -> Iterator[_Row]:
    """Another day: what as many tell as the event's own day is no slip."""
    named = Counter(day for each in told for day in each.days)
    for each in told:
        if each.days and event.date not in each.days:
            day = each.days[0]
            if named[day] == 1 or named[day] < named[event.date]:
                yield each.article, "date", day, event.date


def _of_speakers(told: Sequence[Telling], event: Event) -> Iterator[_Row]:
    """Another person, or another office of the same one; nothing where no article has a person of the event's name."""
    right = [[one for one in each.people if same_name(one.name, event.speaker)] for each in told]
    if not any(right):
        return
    roles = Counter(
        role for people in right for role in dict.fromkeys(one.role for one in people if one.role and " " in one.role)
    )
    usual = {role: _usual_office(role, roles) for role in roles}
    for each, people in zip(told, right, strict=True):
        odd = next((one.role for one in people if one.role and usual.get(one.role)), None)
        if odd is not None:
            yield each.article, "speaker", odd, usual[odd] or ""
        elif each.people and not people and not each.alludes:
            yield each.article, "speaker", _called(each.people[0]), event.speaker or ""


def _called(person: Person) -> str:
    if person.role and person.name in person.role:
        return person.role
    return f"{person.role or ''} {person.name}".strip()


def _usual_office(role: str, roles: Mapping[str, int]) -> str | None:
    """The office that more articles give, where this one contradicts it; the earliest told holds where they are even."""
    others = {other: times for other, times in roles.items() if not same_office(role, other)}
    ahead = 2 * sum(others.values()) - sum(roles.values())
    if ahead < 0 or (ahead == 0 and next(iter(roles)) not in others):
        return None
    return max(others, key=others.__getitem__)


def _of_traits(told: Sequence[Telling]) -> Iterator[_Row]:
    """A number, an office of a state or a medium that the others tell otherwise."""
    by_key: dict[tuple[str, str], dict[str, list[Trait]]] = defaultdict(lambda: defaultdict(list))
    for each in told:
        for trait in each.traits:
            if trait.kind == "conditions":
                continue
            by_key[trait.kind, trait.key][each.article].append(trait)
    for (kind, _), given in sorted(by_key.items()):
        for article, trait, other in _odd(given):
            yield article, "number" if kind == "number" else "entity", trait.text, other.text


def _odd(given: Mapping[str, Sequence[Trait]]) -> Iterator[tuple[str, Trait, Trait]]:
    """The articles with another value than most, the earliest deciding where they are even; not those that give several."""
    values = {article: traits[0] for article, traits in given.items() if len({t.value for t in traits}) == 1}
    if not values:
        return
    usual, _ = Counter(trait.value for trait in values.values()).most_common(1)[0]
    other = next(trait for trait in values.values() if trait.value == usual)
    for article, trait in values.items():
        if trait.value != usual:
            yield article, trait, other
