"""What a catalogue of articles needs of their language: the day of publication, the form a word is found by."""

from __future__ import annotations

from datetime import date

from mawqif.lang.ar.search import search_form
from mawqif.lang.ar.times import parse_published
from mawqif.model import Article

__all__ = ["published_day", "search_form"]


def published_day(article: Article) -> date | None:
    """The day an article was published, in its outlet's own zone; `None` where it does not tell."""
    return parse_published(article.published)
