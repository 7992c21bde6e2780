"""One thing of the ledger with everything it rests on."""

from __future__ import annotations

import re

import msgspec

from mawqif.desk.follow import asked_by, held, reports
from mawqif.desk.judge import events_named, only_event
from mawqif.ledger import Ledger, Stored, Version
from mawqif.ledger.keys import statement_key
from mawqif.model import Statement
from mawqif.model.errors import CallError
from mawqif.model.event import Event, Judgement, Report

_NUMBERED = re.compile(r"(.+)#(\d+)$")
_EVENT = re.compile(r"[0-9a-f]{3,}$")
_KEY = re.compile(r"[0-9a-f]{16}\.[0-9a-f]{1,10}$")


class ArticleView(msgspec.Struct, frozen=True, kw_only=True):
    """An article, the reading that holds, the keys of its statements in order, and all its versions."""

    stored: Stored
    keys: tuple[str, ...]
    versions: tuple[Version, ...]


class StatementView(msgspec.Struct, frozen=True, kw_only=True):
    """A statement with its article; `current` is false where the reading that holds does not find it any more."""

    key: str
    number: int
    statement: Statement
    stored: Stored
    current: bool


class EventView(msgspec.Struct, frozen=True, kw_only=True):
    """An event of a question as it stands, the positions it rests on as their articles report them, the verdicts on it."""

    question: str
    event: Event
    reports: tuple[Report, ...]
    judgements: tuple[Judgement, ...]


View = ArticleView | StatementView | EventView


def show(ledger: Ledger, named: str) -> View:
    """What a person means by the key of a statement, `ARTICLE#NUMBER`, the name, address or key of an article, or the key of
    an event or its beginning.

    Raises `CallError` where nothing is called so, or several things are.
    """
    if _KEY.fullmatch(named):
        return _statement(ledger, named)
    if (match := _NUMBERED.fullmatch(named)) and not ledger.find_articles(named):
        return _numbered(_article(ledger, match[1]), int(match[2]))
    if _EVENT.fullmatch(named) and not ledger.find_articles(named) and (meant := events_named(ledger, named)):
        return _event(ledger, *only_event(ledger, named, meant))
    stored = _article(ledger, named)
    keys = tuple(statement_key(stored.version_key, said) for said in stored.reading.statements)
    return ArticleView(stored=stored, keys=keys, versions=tuple(ledger.versions(stored.article_key)))


def _event(ledger: Ledger, slug: str, event: Event) -> EventView:
    words = {(each.article, each.start) for each in event.evidence}
    return EventView(
        question=slug,
        event=event,
        reports=tuple(
            each
            for each in reports(ledger, asked_by(held(ledger, slug)))
            if (each.source.article, each.position.evidence.start) in words
        ),
        judgements=tuple(each for each in ledger.judgements(slug) if each.event.key == event.key),
    )


def _article(ledger: Ledger, named: str) -> Stored:
    found = ledger.find_articles(named)
    if not found:
        raise CallError(
            "nothing in the ledger is called so", where=named,
            expected="a statement's or event's key, an article's name, address or key, or ARTICLE#NUMBER",
            next='look for it with: mawqif statements "WORDS"',
        )  # fmt: skip
    if len(found) > 1:
        keys = ", ".join(f"{each.article_key[:12]} ({each.article.outlet or 'no outlet'})" for each in found[:6])
        raise CallError(f"{len(found)} articles are called so", where=named, next=f"give one of their keys: {keys}")
    return found[0]


def _numbered(stored: Stored, number: int) -> StatementView:
    """The statement with a number, from 1, of an article's reading."""
    statements = stored.reading.statements
    if not 1 <= number <= len(statements):
        raise CallError(f"no statement {number}: the article has {len(statements)}", where=stored.name)
    said = statements[number - 1]
    key = statement_key(stored.version_key, said)
    return StatementView(key=key, number=number, statement=said, stored=stored, current=True)


def _statement(ledger: Ledger, key: str) -> StatementView:
    """A statement by the start of its key, in the newest reading that has it."""
    current = {each.key for each in ledger.find_statements(key)}
    found: dict[str, StatementView] = {}
    for stored in ledger.past_readings(key.partition(".")[0]):
        for number, said in enumerate(stored.reading.statements, 1):
            own = statement_key(stored.version_key, said)
            if own.startswith(key) and own not in found:
                view = StatementView(key=own, number=number, statement=said, stored=stored, current=own in current)
                found[own] = view
    if len(found) != 1:
        what = "no statement has this key" if not found else f"{len(found)} statements have keys that begin so"
        raise CallError(what, where=key, next='look for it with: mawqif statements "WORDS"')
    return next(iter(found.values()))
