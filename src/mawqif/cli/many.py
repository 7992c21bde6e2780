"""Reading many articles: in order, on one core or several, with every failure named and none stopping the rest."""

from __future__ import annotations

import itertools
import signal
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

import msgspec

import mawqif
from mawqif.model import Article, Reading
from mawqif.model.errors import InputError, MawqifError

_BATCH = 16
"""Articles a task: enough to make the way to another process worth it, few enough to keep the order flowing."""

_PATIENCE = 1.0
"""Seconds before progress is shown."""

Given = Article | InputError
Read = Reading | MawqifError


def read_all(found: Iterable[Given], jobs: int = 1) -> Iterator[Read]:
    """A reading (with its text) or an error for each item, in order; `jobs` processes share the work."""
    return map(_read, found) if jobs == 1 else _shared(found, jobs)


def watched(results: Iterator[Read], *, shown: bool) -> Iterator[Read]:
    """The same; where `shown` and the work is long, standard error tells how far it is."""
    begun = time.monotonic()
    done = 0
    while shown and time.monotonic() - begun < _PATIENCE:
        item = next(results, None)
        if item is None:
            return
        done += 1
        yield item
    yield from _counted(results, done) if shown else results


def _counted(results: Iterator[Read], done: int) -> Iterator[Read]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:,.0f} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task("reading", total=None, completed=done)
        for item in results:
            progress.advance(task)
            yield item


def _read(item: Given) -> Read:
    if not isinstance(item, Article):
        return item
    try:
        reading = mawqif.read_article(item)
    except MawqifError as error:
        return error
    except Exception as error:  # noqa: BLE001 - a fault of ours in one article must not lose the others
        what = f"could not be read: internal error: {type(error).__name__}: {error}"
        return MawqifError(what, where=item.id or "article", next="please report it with this article")
    return msgspec.structs.replace(reading, text=item.text) if reading.text is None else reading


def _read_batch(batch: list[Given]) -> list[Read]:
    """The work of another process; the texts stay behind, for this side has them."""
    results = map(_read, batch)
    return [msgspec.structs.replace(r, text=None) if isinstance(r, Reading) else r for r in results]


def _shared(found: Iterable[Given], jobs: int) -> Iterator[Read]:
    """Batches in flight are few, so that a corpus of any size streams through."""
    items = iter(found)
    flying: deque[tuple[list[Given], Future[list[Read]]]] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_leave_interrupts_alone)
    try:
        while batch := list(itertools.islice(items, _BATCH)):
            flying.append((batch, pool.submit(_read_batch, batch)))
            if len(flying) > 3 * jobs:
                yield from _landed(*flying.popleft())
        while flying:
            yield from _landed(*flying.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _landed(batch: list[Given], future: Future[list[Read]]) -> Iterator[Read]:
    for item, result in zip(batch, future.result(), strict=True):
        if isinstance(item, Article) and isinstance(result, Reading):
            result = msgspec.structs.replace(result, text=item.text)
        yield result


def _leave_interrupts_alone() -> None:
    """Ctrl-C reaches every process of a terminal; only the first one speaks of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
