"""The article: one published text, never changed."""

from __future__ import annotations

from typing import Any

import msgspec


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One published text.

    `text` is kept exactly as it was given; every offset in a `Reading` is a code point of it.
    `published` is what the outlet printed (ISO 8601 where it can be had), `None` where unknown.
    """

    text: str
    id: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    meta: dict[str, Any] = msgspec.field(default_factory=dict)
