"""Following questions: what every article says of them, and the board, timeline, changes and differences that follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from mawqif.desk.recipe import recipe
from mawqif.events.results import Results, results_of
from mawqif.ledger.ledger import Ledger
from mawqif.ledger.records import Stored, StoredQuestion
from mawqif.model import Position, Question
from mawqif.model.errors import CallError
from mawqif.model.event import Report, Source
from mawqif.reading.position import find_positions

Progress = Callable[[Stored], object]
_BATCH = 200
"""Articles whose positions are stored together."""


def ask(ledger: Ledger, question: Question, progress: Progress | None = None) -> bool:
    """Follow a question, and find what the articles in the ledger say of it; `False` where its wording was known.

    `progress` is called after each article that was looked at.
    """
    changed = ledger.put_question(question)
    find_missing(ledger, question, progress)
    return changed


def find_missing(ledger: Ledger, question: Question, progress: Progress | None = None) -> int:
    """Find the positions of the articles that were not asked this question yet; returns how many articles there were."""
    digest = asked_by(held(ledger, question.id))
    done = 0
    for batch in _batches(ledger.unasked(digest)):
        found = []
        for each in batch:
            found.append((each.reading_key, find_positions(each.article, each.reading, question)))
            if progress is not None:
                progress(each)
        ledger.put_positions(digest, found)
        done += len(batch)
    return done


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


def results(ledger: Ledger, slug: str) -> Results:
    """What follows from all articles in the ledger for a question, after people's judgements.

    Raises `CallError` for a question that is not followed.
    """
    return found(ledger, slug).after(ledger.judgements(slug))


def found(ledger: Ledger, slug: str) -> Results:
    """What the program alone found: what articles say is looked for where it is missing; events are kept until the ledger
    changes.
    """
    stored = held(ledger, slug)
    question = question_of(stored)
    digest = asked_by(stored)
    if not ledger.place.may_write:
        return results_of(question, (*reports(ledger, digest), *_unkept(ledger, question, digest)))
    find_missing(ledger, question)
    stamp = ledger.stamp()
    cached = ledger.get_events(digest, stamp)
    if cached is not None:
        return msgspec.json.decode(cached, type=Results)
    made = results_of(question, reports(ledger, digest))
    ledger.put_events(digest, stamp, msgspec.json.encode(made).decode())
    return made


def _unkept(ledger: Ledger, question: Question, digest: str) -> Iterator[Report]:
    """The positions of the articles that were not asked yet, in a ledger that cannot keep them."""
    for each in ledger.unasked(digest):
        source = Source(article=each.name, outlet=each.article.outlet, published=each.published_on)
        for position in find_positions(each.article, each.reading, question):
            yield Report(source=source, position=position)


def asked_by(stored: StoredQuestion) -> str:
    """The key of what was found for a wording: another version of the program finds anew."""
    return f"{stored.digest}/{recipe()}"


def reports(ledger: Ledger, digest: str) -> Iterator[Report]:
    """Every position in the ledger on a question, by the key it was found under, as its article reports it."""
    for told in ledger.positions(digest, Position):
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
