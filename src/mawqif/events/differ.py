"""What one article says of an occasion and the others do not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from mawqif.events.group import Occasion, day_named
from mawqif.events.names import bare_words, near, same_name
from mawqif.events.settle import by_article, firmness_of, stance_of
from mawqif.model.event import Difference, Event, Field, Report
from mawqif.model.position import Trait

_FIRM = {"tentative": 0, "plain": 1, "categorical": 2}
Told = Mapping[str, Sequence[Report]]


def differences(occasion: Occasion, event: Event) -> list[Difference]:
    """The differences between the articles of an occasion, by article and field; none where one article alone tells it."""
    told = by_article(occasion.reports)
    if len(told) < 2:
        return []
    found = [*_of_stance(told, event), *_of_days(told, event), *_of_speakers(told, event), *_of_traits(told)]
    return [
        Difference(
            actor=event.actor, date=event.date, event=event.key, article=article, field=field, article_says=says, others_say=others
        )
        for article, field, says, others in found
    ]  # fmt: skip


_Row = tuple[str, Field, str, str]


def _of_stance(told: Told, event: Event) -> Iterator[_Row]:
    """Another stance, a condition that is gone, a firmer word."""
    for article, reports in told.items():
        stance = stance_of(reports)
        words = _words(reports)
        others = _others(told, article, event)
        if stance != event.stance:
            dropped = event.stance == "conditional" and stance in ("for", "against")
            yield article, "condition-dropped" if dropped else "stance", words, others
        elif stance != "undecided" and _FIRM[firmness_of(reports, stance)] > _FIRM[event.firmness]:
            yield article, "firmness", words, others


def _of_days(told: Told, event: Event) -> Iterator[_Row]:
    for article, reports in told.items():
        days = {day.isoformat() for report in reports if (day := day_named(report)) is not None}
        if days and event.date not in days:
            yield article, "date", min(days), event.date


def _of_speakers(told: Told, event: Event) -> Iterator[_Row]:
    """Another person, or another office of the same one."""
    roles: Counter[str | None] = Counter(
        r.position.speaker.role for reports in told.values() for r in reports if r.position.speaker.role
    )
    for article, reports in told.items():
        people = [
            r.position.speaker for r in reports if r.position.speaker.kind == "person" and r.position.speaker.name
        ]
        if not people or event.anonymous:
            continue
        speaker = people[0]
        if not same_name(speaker.name, event.speaker):
            yield article, "speaker", f"{speaker.role or ''} {speaker.name}".strip(), event.speaker or ""
            continue
        odd = speaker.role and _odd_office(speaker.role, roles)
        if odd:
            yield article, "speaker", speaker.role or "", odd


def _odd_office(role: str, roles: Counter[str | None]) -> str | None:
    """The office that more reports give, where this one contradicts it."""
    others = {other: times for other, times in roles.items() if other and _other_office(role, other)}
    alike = sum(times for other, times in roles.items() if other and other not in others)
    return max(others, key=lambda other: others[other]) if sum(others.values()) > alike else None


def _other_office(one: str, two: str) -> bool:
    """Whether two offices of one title are of different things (وزير الدفاع، وزير الخارجية)."""
    if one.split(maxsplit=1)[0] != two.split(maxsplit=1)[0]:
        return False
    a, b = bare_words(one), bare_words(two)
    return _lacks(a, b) and _lacks(b, a)


def _lacks(words: frozenset[str], others: frozenset[str]) -> bool:
    return any(not any(near(word, other) for other in others) for word in words)


def _of_traits(told: Told) -> Iterator[_Row]:
    """A number, an office of a state or a medium that the others tell otherwise."""
    by_key: dict[tuple[str, str], dict[str, list[Trait]]] = defaultdict(dict)
    for article, reports in told.items():
        for trait in {t for r in reports for t in r.position.traits}:
            by_key[trait.kind, trait.key].setdefault(article, []).append(trait)
    seen: set[tuple[str, str]] = set()
    for (kind, _), each in sorted(by_key.items()):
        for article, trait, other in _odd(each):
            field: Field = "number" if kind == "number" else "entity"
            if (article, field) not in seen:
                seen.add((article, field))
                yield article, field, trait.text, other.text


def _odd(each: Mapping[str, Sequence[Trait]]) -> Iterator[tuple[str, Trait, Trait]]:
    """The articles whose value for a detail stands alone, with what the others say."""
    values = {article: traits[0] for article, traits in each.items() if len({t.value for t in traits}) == 1}
    counts = Counter(trait.value for trait in values.values())
    if len(counts) < 2:
        return
    usual, times = max(counts.items(), key=lambda pair: (pair[1], -list(values).index(_first(values, pair[0]))))
    told = next(trait for trait in values.values() if trait.value == usual)
    for article, trait in values.items():
        if trait.value != usual and counts[trait.value] <= times:
            yield article, trait, told


def _first(values: Mapping[str, Trait], value: str) -> str:
    return next(article for article, trait in values.items() if trait.value == value)


def _words(reports: Sequence[Report]) -> str:
    return max(reports, key=lambda r: r.position.weight).position.evidence.text


def _others(told: Told, article: str, event: Event) -> str:
    """The words of the first other article that agrees with the event."""
    for other, reports in told.items():
        if other != article and stance_of(reports) == event.stance:
            return next(iter(event.conditions), "") or _words(reports)
    return ""
