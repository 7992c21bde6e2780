"""The tables. What Arabic or any other language is, they do not know.

Every row of content carries the hash of what it says as its `key`; `id` columns are this database's own numbers and
never leave it. Bodies hold the truth, packed; the columns beside them are copies to look things up by.
"""

from __future__ import annotations

import zlib
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

LEVEL: Final = 1
"""Of compression: Arabic in JSON shrinks to a quarter already, and adding an article stays cheap."""


class Packed(TypeDecorator[str]):
    """A text of any code points, half surrogate pairs and zeros too, as compressed UTF-8."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """The bytes that are stored."""
        return None if value is None else zlib.compress(value.encode("utf-8", "surrogatepass"), LEVEL)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """The text again; `zlib.error` where the bytes were damaged."""
        return None if value is None else zlib.decompress(value).decode("utf-8", "surrogatepass")


class Shown(TypeDecorator[str]):
    """A text for people and look-ups: what no database takes (zeros, half surrogate pairs) becomes U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """The same text, made harmless."""
        return None if value is None else harmless(str(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """The text as it is."""
        return None if value is None else str(value)


def harmless(text: str) -> str:
    """The text with U+FFFD for what no database takes; as many code points as before."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text.replace("\0", "\ufffd")


metadata = MetaData()

article = Table(
    "article",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Shown, nullable=False, index=True),
    Column("outlet", Shown),
    Column("url", Shown, index=True),
    Column("version_id", Integer),
    Column("reading_id", Integer),
    Column("recorded", Text, nullable=False),
)
"""One published text; `version_id` and `reading_id` are the ones that hold now."""

version = Table(
    "version",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("article_id", ForeignKey("article.id"), nullable=False, index=True),
    Column("published", Shown),
    Column("published_on", Text),
    Column("fetched", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("body", Packed, nullable=False),
)
"""One wording of an article; `body` is the whole `Article` as JSON."""

reading = Table(
    "reading",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("version_id", ForeignKey("version.id"), nullable=False, index=True),
    Column("recipe", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("known_at", Text, nullable=False),
    Column("body", Packed, nullable=False),
)
"""What one recipe found in one version; `body` is the `Reading` as JSON, without the text. What had been learnt of people
by `known_at` was known to it."""

statement = Table(
    "statement",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, index=True),
    Column("article_id", ForeignKey("article.id"), nullable=False, index=True),
    Column("reading_id", ForeignKey("reading.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("day", Text),
    Column("said_on", Text),
    Column("published_on", Text),
    Column("outlet", Shown),
    Column("speaker", Shown),
    Column("speaker_key", Shown),
    Column("kind", Text),
    Column("role", Shown),
    Column("speaks_for", Text),
    Column("act", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("cue", Shown),
    Column("content", Shown, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("statement_actor", "speaks_for", "day", "speaker_key"),
    Index("statement_speaker", "speaker_key", "kind", "role", "speaks_for", "speaker", "day"),
)
"""The statements of the reading that holds of each article, one row each. `id` begins with the day, so that the order of
ids is the order of days, in this table and in the index of words."""

question = Table(
    "question",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("slug", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("asked", Text, nullable=False),
    Column("body", Packed, nullable=False),
    UniqueConstraint("slug", "digest"),
)
"""Every wording of every question; the one asked last holds (`recorded` first, `asked` last)."""

inquiry = Table(
    "inquiry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("slug", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("upto", Integer, nullable=False),
)
"""A cache: a wording of a question as one program asks it (`key`). While it is active every new reading waits for it;
where it is not, readings up to `upto` were asked, or wait."""

waiting = Table(
    "waiting",
    metadata,
    Column("inquiry_id", Integer, primary_key=True),
    Column("reading_id", ForeignKey("reading.id"), primary_key=True),
)
"""A cache: the readings that an inquiry has not asked yet. What is asked of an article is so found without looking at the
others, however many there are."""

position = Table(
    "position",
    metadata,
    Column("inquiry_id", Integer, primary_key=True),
    Column("actor", Text, primary_key=True),
    Column("reading_id", ForeignKey("reading.id"), primary_key=True, index=True),
    Column("body", Packed, nullable=False),
)
"""A cache: what a reading reports an actor to say of a question; no row where it says nothing."""

event_cache = Table(
    "event_cache",
    metadata,
    Column("inquiry_id", Integer, primary_key=True),
    Column("actor", Text, primary_key=True),
    Column("changes", Integer, nullable=False),
    Column("named_of", Integer),
    Column("names", Packed),
    Column("made_of", Text),
    Column("events", Packed),
    Column("rest", Packed),
)
"""A cache: how often the positions of an actor on a question changed, who speaks in them (as of `named_of` of the changes), and
what they and those of other actors make together (`made_of` says of which)."""

judgement = Table(
    "judgement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("question", Text, nullable=False, index=True),
    Column("event", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("body", Packed, nullable=False),
)
"""Verdicts of people, only ever added to."""

learnt = Table(
    "learnt",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("name_key", Shown, nullable=False, index=True),
    Column("name", Shown, nullable=False),
    Column("actor", Text, nullable=False),
    Column("role", Shown),
    Column("since", Text),
    Column("until", Text),
    Column("evidence", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("revoked", Boolean, nullable=False, default=False),
    Column("revoked_at", Text),
    Column("revoked_by", Shown),
    Column("changed", Text, nullable=False, index=True),
)
"""For whom a person speaks, as what, on which statement's evidence."""

withdrawal = Table(
    "withdrawal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("fact", Text, nullable=False, index=True),
    Column("revoked", Boolean, nullable=False),
    Column("who", Shown, nullable=False),
    Column("recorded", Text, nullable=False),
)
"""Who withdrew what was learnt (by its key), or let it hold again, and when; only ever added to."""
