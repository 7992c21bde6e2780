"""What one article says of an occasion and the others do not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from mawqif.events.group import day_named
from mawqif.events.names import same_name, same_office
from mawqif.events.occasion import Occasion
from mawqif.events.settle import by_article, firmness_of, stance_of
from mawqif.events.voice import voice_of
from mawqif.model.event import Difference, Event, Field, Report
from mawqif.model.position import FIRMNESSES, Trait
from mawqif.model.reading import Speaker

Told = Mapping[str, Sequence[Report]]
_Row = tuple[str, Field, str, str]


def differences(occasion: Occasion, event: Event) -> list[Difference]:
    """The differences between the articles of an occasion, by article; none where one article alone tells it."""
    told = by_article(occasion.reports)
    if len(told) < 2:
        return []
    found = [*_of_stance(told, event), *_of_days(told, event), *_of_speakers(told, event), *_of_traits(told)]
    place = {article: number for number, article in enumerate(told)}
    return [
        Difference(
            actor=event.actor, date=event.date, event=event.key, article=article, field=field, article_says=says, others_say=others
        )
        for article, field, says, others in sorted(dict.fromkeys(found), key=lambda row: place[row[0]])
    ]  # fmt: skip


def _of_stance(told: Told, event: Event) -> Iterator[_Row]:
    """Another stance, a condition that is gone, a firmer word."""
    for article, reports in told.items():
        stance = stance_of(reports)
        if stance != event.stance:
            dropped = event.stance == "conditional" and stance in ("for", "against")
            field: Field = "condition-dropped" if dropped else "stance"
            yield article, field, _words(reports), _others(told, article, event)
        elif stance != "undecided" and _is_firmer(reports, event):
            yield article, "firmness", _words(reports), _others(told, article, event)


def _is_firmer(reports: Sequence[Report], event: Event) -> bool:
    return FIRMNESSES.index(firmness_of(reports, event.stance)) > FIRMNESSES.index(event.firmness)


def _of_days(told: Told, event: Event) -> Iterator[_Row]:
    for article, reports in told.items():
        days = {day.isoformat() for report in reports if (day := day_named(report)) is not None}
        if days and event.date not in days:
            yield article, "date", min(days), event.date


def _of_speakers(told: Told, event: Event) -> Iterator[_Row]:
    """Another person, or another office of the same one; nothing where no person leads the event."""
    people = {a: [r.position.speaker for r in reports if voice_of(r).sort == "person"] for a, reports in told.items()}
    if not any(same_name(one.name, event.speaker) for speakers in people.values() for one in speakers):
        return
    right = {a: [one for one in speakers if same_name(one.name, event.speaker)] for a, speakers in people.items()}
    roles = Counter(role for speakers in right.values() for role in {one.role for one in speakers if one.role})
    usual = {role: _usual_office(role, roles) for role in roles}
    for article, speakers in people.items():
        if speakers and not right[article]:
            yield article, "speaker", _called(speakers[0]), event.speaker or ""
            continue
        odd = next((one.role for one in right[article] if one.role and usual[one.role]), None)
        if odd is not None:
            yield article, "speaker", odd, usual[odd] or ""


def _called(speaker: Speaker) -> str:
    return f"{speaker.role or ''} {speaker.name}".strip()


def _usual_office(role: str, roles: Mapping[str, int]) -> str | None:
    """The office that more articles give, where this one contradicts it."""
    others = {other: times for other, times in roles.items() if not same_office(role, other)}
    alike = sum(times for other, times in roles.items() if other not in others)
    return max(others, key=others.__getitem__) if sum(others.values()) > alike else None


def _of_traits(told: Told) -> Iterator[_Row]:
    """A number, an office of a state or a medium that the others tell otherwise."""
    by_key: dict[tuple[str, str], dict[str, list[Trait]]] = defaultdict(lambda: defaultdict(list))
    for article, reports in told.items():
        for trait in dict.fromkeys(t for r in reports for t in r.position.traits):
            by_key[trait.kind, trait.key][article].append(trait)
    for (kind, _), each in sorted(by_key.items()):
        for article, trait, other in _odd(each):
            yield article, "number" if kind == "number" else "entity", trait.text, other.text


def _odd(each: Mapping[str, Sequence[Trait]]) -> Iterator[tuple[str, Trait, Trait]]:
    """The articles with another value than most, the earliest deciding where they are even; not those that give several."""
    values = {article: traits[0] for article, traits in each.items() if len({t.value for t in traits}) == 1}
    if not values:
        return
    usual, _ = Counter(trait.value for trait in values.values()).most_common(1)[0]
    told = next(trait for trait in values.values() if trait.value == usual)
    for article, trait in values.items():
        if trait.value != usual:
            yield article, trait, told


def _words(reports: Sequence[Report]) -> str:
    return max(reports, key=lambda r: r.position.weight).position.evidence.text


def _others(told: Told, article: str, event: Event) -> str:
    """The words of the first other article that agrees with the event; for a condition, the condition."""
    for other, reports in told.items():
        if other != article and stance_of(reports) == event.stance:
            return next(iter(event.conditions), "") or _words(reports)
    return ""
