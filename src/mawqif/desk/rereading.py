"""Reading anew: after another version of the program, or after the ledger has learnt more of people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from mawqif.desk.adding import Reader
from mawqif.desk.follow import results, so_far
from mawqif.desk.learn import facts_of
from mawqif.desk.recipe import recipe
from mawqif.ledger import Ledger, Stored
from mawqif.ledger.keys import day_of, statement_key
from mawqif.model import Reading, Statement
from mawqif.model.errors import MawqifError
from mawqif.model.event import Event


class ChangedStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement found by the same words in both readings of an article, and the fields in which it differs."""

    key: str
    before: Statement
    after: Statement
    fields: tuple[str, ...]


class Reread(msgspec.Struct, frozen=True, kw_only=True):
    """What another reading changed in one article: statements found now, found no more, and found otherwise."""

    article: str
    recipe_before: str
    recipe_after: str
    appeared: tuple[Statement, ...]
    vanished: tuple[Statement, ...]
    changed: tuple[ChangedStatement, ...]

    @property
    def differs(self) -> bool:
        """Whether anything changed."""
        return bool(self.appeared or self.vanished or self.changed)


class EventChange(msgspec.Struct, frozen=True, kw_only=True):
    """An event of a question that is found now (`before` is null), found no more (`after` is null) or found otherwise."""

    question: str
    before: Event | None
    after: Event | None
    fields: tuple[str, ...] = ()


class RereadReport(msgspec.Struct, frozen=True, kw_only=True):
    """How many articles were read anew, how many could not be, those in which that changed anything, and what it changed in
    the events of the questions that are followed.
    """

    read: int
    failed: int
    articles: tuple[Reread, ...]
    events: tuple[EventChange, ...] = ()


def reread(ledger: Ledger, progress: Callable[[Reading | MawqifError], object] | None = None) -> RereadReport:
    """Read anew every article that another recipe read, or whose speakers the ledger has learnt of since.

    Old readings are kept. An article that cannot be read any more keeps its reading and is told of.
    """
    earlier = {each.id: so_far(ledger, each.id).events for each in ledger.questions()}
    reader, first, last, failed = Reader(ledger), dict[str, Stored](), dict[str, Reading](), set[str]()
    for old in _outdated(ledger):
        if old.article_key in failed:
            continue
        result = _again(ledger, reader, old)
        if isinstance(result, MawqifError):
            failed.add(old.article_key)
        else:
            first.setdefault(old.article_key, old)
            last[old.article_key] = result
        if progress is not None:
            progress(result)
    changes = (compared(old, last[key], recipe()) for key, old in first.items())
    events = (each for slug, old in earlier.items() for each in _moved(slug, old, results(ledger, slug).events))
    return RereadReport(
        read=len(first),
        failed=len(failed),
        articles=tuple(each for each in changes if each.differs),
        events=tuple(events),
    )


def _moved(question: str, before: Sequence[Event], after: Sequence[Event]) -> Iterator[EventChange]:
    """What differs between two lists of events, by their keys; other evidence for the same is no change."""
    old, new = {each.key: each for each in before}, {each.key: each for each in after}
    for key in (*old, *(key for key in new if key not in old)):
        was, now = old.get(key), new.get(key)
        names = (name for name in Event.__struct_fields__ if name != "evidence")
        fields = tuple(name for name in names if was and now and getattr(was, name) != getattr(now, name))
        if fields or was is None or now is None:
            yield EventChange(question=question, before=was, after=now, fields=fields)


def _outdated(ledger: Ledger) -> Iterator[Stored]:
    """First what another recipe read; then what is behind, of those too that were read before the others taught something."""
    yield from ledger.readings(other_than=recipe())
    yield from ledger.readings_behind()


def _again(ledger: Ledger, reader: Reader, old: Stored) -> Reading | MawqifError:
    reading = reader.read(old.article)
    if isinstance(reading, MawqifError):
        return reading
    facts = reader.news(facts_of(reading, old.version_key, day_of(old.published_on)))
    ledger.add_reading(old, reading, recipe(), known_at=reader.known_at, learnt=facts)
    reader.learn(facts)
    return reading


def compared(old: Stored, reading: Reading, recipe_after: str) -> Reread:
    """What a new reading of an article changes against the old one."""
    before = {statement_key(old.version_key, said): said for said in old.reading.statements}
    after = {statement_key(old.version_key, said): said for said in reading.statements}
    both = [key for key in after if key in before and after[key] != before[key]]
    changed = (
        ChangedStatement(key=key, before=before[key], after=after[key], fields=_fields(before[key], after[key]))
        for key in both
    )
    return Reread(
        article=old.name, recipe_before=old.recipe, recipe_after=recipe_after,
        appeared=tuple(said for key, said in after.items() if key not in before),
        vanished=tuple(said for key, said in before.items() if key not in after),
        changed=tuple(each for each in changed if each.fields),
    )  # fmt: skip


def _fields(before: Statement, after: Statement) -> tuple[str, ...]:
    """The fields that differ; the rule that found it is no part of what was said."""
    names = (name for name in Statement.__struct_fields__ if name != "rule")
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))
