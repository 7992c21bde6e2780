"""A question that is followed: what positions are about. Defined by the user in TOML."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

Actors = Literal["states", "organisations", "any"]


class Title(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The question in words, in Arabic and English; one of them may be missing."""

    ar: str | None = None
    en: str | None = None


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question.

    `target` are phrases that name the deed or thing positions are about, in plain form; every group of `about` must be
    met by at least one of its words for an article to be about it. `since` and `until` are days, inclusive. `actors`
    says whose positions count.
    """

    id: str
    target: tuple[str, ...]
    about: tuple[tuple[str, ...], ...] = ()
    title: Title = Title()
    since: date | None = None
    until: date | None = None
    actors: Actors = "any"

    def covers(self, day: date) -> bool:
        """Whether a day lies in the period of interest."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
