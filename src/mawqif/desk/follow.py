"""Following questions: what every article says of them, and the board, timeline, changes and differences that follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain

import msgspec

from mawqif.desk.recipe import recipe
from mawqif.events.differ import Telling
from mawqif.events.group import Part, names_of, parts
from mawqif.events.results import Results, merged, results_of
from mawqif.ledger.keys import digest
from mawqif.ledger.ledger import Ledger
from mawqif.ledger.records import KeptEvents, Stored, StoredQuestion
from mawqif.model import Position, Question
from mawqif.model.errors import CallError
from mawqif.model.event import Difference, Event, Report, Source, Unplaced
from mawqif.reading.position import find_positions

Progress = Callable[[Stored], object]
_BATCH = 200
"""Articles whose positions are stored together."""


def ask(ledger: Ledger, question: Question, progress: Progress | None = None) -> bool:
    """Follow a question, and find what the articles in the ledger say of it; `False` where its wording was known.

    `progress` is called after each article that was looked at.
    """
    changed = ledger.put_question(question)
    find_missing(ledger, question, asked_by(held(ledger, question.id)), progress)
    return changed


def find_missing(ledger: Ledger, question: Question, key: str, progress: Progress | None = None) -> None:
    """Find the positions of the articles that were not asked this question, under its key, yet."""
    ledger.follow(key, question.id)
    for batch in _batches(ledger.unasked(key)):
        found = []
        for each in batch:
            found.append((each.reading_key, find_positions(each.article, each.reading, question)))
            if progress is not None:
                progress(each)
        ledger.put_positions(key, found)


def _batches(stored: Iterator[Stored]) -> Iterator[list[Stored]]:
    batch: list[Stored] = []
    for each in stored:
        batch.append(each)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def held(ledger: Ledger, slug: str) -> StoredQuestion:
    """The wording of a question that holds. Raises `CallError` naming the questions that are followed."""
    found = ledger.get_question(slug)
    if found is None:
        known = ", ".join(each.id for each in ledger.questions()) or "none is followed yet"
        raise CallError(
            f"no question “{slug}” is followed",
            where=ledger.name,
            expected=known,
            next="register one: mawqif ask FILE.toml",
        )
    return found


def question_of(stored: StoredQuestion) -> Question:
    """The question as it was given."""
    return msgspec.json.decode(stored.body, type=Question)


def results(ledger: Ledger, slug: str, *, whole: bool = True) -> Results:
    """What follows from all articles in the ledger for a question, after people's judgements.

    Without `whole` there are events only: less has to be looked up. Raises `CallError` for a question that is not followed.
    """
    return found(ledger, slug, whole=whole).after(ledger.judgements(slug))


def found(ledger: Ledger, slug: str, *, whole: bool = True) -> Results:
    """What the program alone found: what articles say is looked for where it is missing, and events are made anew of those
    actors whose positions changed, and of those who have to do with them.
    """
    stored = held(ledger, slug)
    question, key, keeps = question_of(stored), asked_by(stored), ledger.place.may_write
    if keeps:
        find_missing(ledger, question, key)
    sources = _Sources(ledger, key, {} if keeps else _unkept(ledger, question, key))
    kept = {each.actor: each for each in ledger.kept_events(key, whole=whole)}
    names, new = _names(kept, sources)
    made = []
    for part in parts(names, sources.of("") if "" in kept or "" in sources.unkept else ()):
        stamp = _stamp(part, kept)
        first = kept.get(part.actors[0]) if part.actors and sources.unkept.keys().isdisjoint(part.actors) else None
        if first is not None and first.made_of == stamp:
            made.append(_read(question, first))
            continue
        own = results_of(question, (*chain.from_iterable(map(sources.of, part.actors)), *part.loose))
        made.append(own)
        if first is not None:
            new[first.actor] = _written(new.get(first.actor, first), own, stamp)
    if keeps and new:
        ledger.keep_events(key, new.values())
    return merged(question, made)


class _Sources:
    """The reports of each actor, looked up when they are asked for, with those that the ledger cannot keep."""

    def __init__(self, ledger: Ledger, key: str, unkept: dict[str, list[Report]]) -> None:
        self._ledger, self._key, self.unkept = ledger, key, unkept
        self._found: dict[str, list[Report]] = {}

    def of(self, actor: str) -> list[Report]:
        """Everything that is reported of an actor."""
        if actor not in self._found:
            self._found[actor] = [*reports(self._ledger, self._key, actor), *self.unkept.get(actor, ())]
        return self._found[actor]


def _names(
    kept: Mapping[str, KeptEvents], sources: _Sources
) -> tuple[dict[str, tuple[str, ...]], dict[str, KeptEvents]]:
    """Who speaks for each actor, and what of it was not kept yet."""
    names, new = dict[str, tuple[str, ...]](), dict[str, KeptEvents]()
    for actor in sorted((kept.keys() | sources.unkept.keys()) - {""}):
        own = kept.get(actor)
        if own is not None and own.names is not None and actor not in sources.unkept:
            names[actor] = _NAMES.decode(own.names)
            continue
        names[actor] = names_of(sources.of(actor))
        if own is not None:
            new[actor] = KeptEvents(actor=actor, changes=own.changes, names=_json(names[actor]))
    return names, new


def _stamp(part: Part, kept: Mapping[str, KeptEvents]) -> str:
    """Another one whenever another thing may follow from a part."""
    changes = [[actor, kept[actor].changes] for actor in part.actors if actor in kept]
    return digest([changes, [_json(report) for report in part.loose]])


class _Rest(msgspec.Struct, frozen=True, kw_only=True):
    """What follows from reports beside the events."""

    differences: tuple[Difference, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    tellings: dict[str, tuple[Telling, ...]] = {}


_EVENTS, _REST = msgspec.json.Decoder(tuple[Event, ...]), msgspec.json.Decoder(_Rest)
_NAMES = msgspec.json.Decoder(tuple[str, ...])


def _json(record: object) -> str:
    return msgspec.json.encode(record).decode()


def _read(question: Question, kept: KeptEvents) -> Results:
    rest = _Rest() if kept.rest is None else _REST.decode(kept.rest)
    return Results(
        question=question, events=_EVENTS.decode(kept.events or "[]"), differences=rest.differences,
        unplaced=rest.unplaced, tellings=rest.tellings,
    )  # fmt: skip


def _written(kept: KeptEvents, made: Results, stamp: str) -> KeptEvents:
    rest = _Rest(differences=made.differences, unplaced=made.unplaced, tellings=made.tellings)
    return msgspec.structs.replace(kept, made_of=stamp, events=_json(made.events), rest=_json(rest))


def _unkept(ledger: Ledger, question: Question, key: str) -> dict[str, list[Report]]:
    """By actor, the positions of the articles that were not asked yet, in a ledger that cannot keep them."""
    told: dict[str, list[Report]] = {}
    for each in ledger.unasked(key):
        source = Source(article=each.name, outlet=each.article.outlet, published=each.published_on)
        for position in find_positions(each.article, each.reading, question):
            told.setdefault(position.actor, []).append(Report(source=source, position=position))
    return told


def asked_by(stored: StoredQuestion) -> str:
    """The key of what was found for a wording: another version of the program finds anew."""
    return f"{stored.digest}/{recipe()}"


def reports(ledger: Ledger, key: str, actor: str | None = None) -> Iterator[Report]:
    """Every position (of an actor) in the ledger on a question, by the key it was found under, as its article reports it."""
    for told in ledger.positions(key, Position, actor=actor):
        source = Source(article=told.name, outlet=told.outlet, published=told.published_on)
        for position in told.said:
            yield Report(source=source, position=position)


def so_far(ledger: Ledger, slug: str) -> Results:
    """What was found for a question until now, whichever program looked, after people's judgements; nothing is looked for."""
    stored = held(ledger, slug)
    own = asked_by(stored)
    told: dict[str, list[Report]] = {}
    for key in sorted(ledger.asked(stored.digest), key=lambda key: key == own):
        by_article: dict[str, list[Report]] = {}
        for report in reports(ledger, key):
            by_article.setdefault(report.source.article, []).append(report)
        told.update(by_article)
    every = [report for each in told.values() for report in each]
    return results_of(question_of(stored), every).after(ledger.judgements(slug))
