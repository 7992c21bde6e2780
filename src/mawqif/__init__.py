"""Mawqif: who stands where, read from Arabic news.

>>> import mawqif
>>> reading = mawqif.read("قال الوزير إن بلاده لن ترسل قوات.", published="2026-01-06")
>>> reading.statements[0].content[0].text
'بلاده لن ترسل قوات'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from datetime import date

    from mawqif.desk.desk import Desk
    from mawqif.model import Article, Reading, TimeExpression
    from mawqif.reading.explain import Trace
    from mawqif.world import World

__version__ = "0.1.0"
__all__ = ["explain", "open", "read", "read_article", "times"]


def read(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    id: str | None = None,
    url: str | None = None,
) -> Reading:
    """Read one article: its sentences with voices, its statements.

    `published` is the reference for time expressions, as the outlet printed it (`2026-01-06T09:30:00+03:00`,
    `06/01/2026`, `6 كانون الثاني 2026`); the dateline of the text serves where it is missing. Offsets of the reading
    are code points of `text`, end exclusive.
    """
    from mawqif.model import Article

    return read_article(Article(text=text, title=title, outlet=outlet, published=published, id=id, url=url))


def read_article(article: Article, world: World | None = None) -> Reading:
    """Read an `Article`; `world` is what is known of states, organisations and people (the bundled one by default)."""
    from mawqif.reading.read import read_article as read_one

    return read_one(article, world)


def explain(text: str) -> tuple[Trace, ...]:
    """What every word that may report woke in a text, what read it, or where it stopped and why."""
    from mawqif.reading.explain import explain as explain_text

    return explain_text(text)


def times(text: str, reference: date | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions of a text in order, their days as seen from `reference`.

    Without a reference, expressions that count from the day of writing are listed with no days.
    """
    from mawqif.lang.ar.times import times as find_times

    return find_times(text, reference)


def open(ledger: str | os.PathLike[str], *, create: bool = True, write: bool = True) -> Desk:  # noqa: A001 - as in gzip.open
    """Open the ledger in a file or at `postgresql://user@host/database`.

    `create` makes a file that is not there; `write=False` is enough to look things up. Raises `CallError` where no
    ledger can be opened.
    """
    from mawqif.desk.desk import Desk

    return Desk.open(ledger, create=create, write=write)
