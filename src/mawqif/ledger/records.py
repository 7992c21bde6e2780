"""What goes into a ledger and comes out of it."""

from __future__ import annotations

from datetime import date
from typing import Generic, Literal, Protocol, TypeVar

import msgspec

from mawqif.model import Act, Article, Kind, Mode, Reading

T = TypeVar("T")
Outcome = Literal["new", "version", "reading", "same"]
"""What adding changed: a new article, a new version of one, a new reading of a version, nothing."""


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one article: its name, its keys, and how many statements its current reading has."""

    outcome: Outcome
    name: str
    article: str
    version: str
    reading: str
    statements: int


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """A reading with its article as the ledger holds it.

    `name` is what people call the article (its id, else the start of its key); `fetched` and `recorded` are ISO times
    in UTC; `published_on` is the ISO day of publication in the outlet's own zone.
    """

    name: str
    article: Article
    reading: Reading
    article_key: str
    version_key: str
    reading_key: str
    recipe: str
    published_on: str | None
    fetched: str
    recorded: str


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One wording of an article; `current` is the one that holds."""

    key: str
    published: str | None
    fetched: str
    recorded: str
    current: bool
    recipes: tuple[str, ...]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One statement as the search shows it; offsets are code points into the text of its article, end exclusive.

    `start` and `end` reach from the first to the last of its content.
    """

    key: str
    article: str
    number: int
    said_on: str | None
    published_on: str | None
    outlet: str | None
    speaker: str | None
    kind: Kind | None
    role: str | None
    speaks_for: str | None
    act: Act
    mode: Mode
    cue: str | None
    content: str
    start: int
    end: int


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Some statements of a search, newest first; `more` says that others follow."""

    rows: tuple[Found, ...]
    more: bool


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for. Words in `"…"` stand next to each other as written; others match behind any clitic.

    A word that ends in `*` stands for every word that begins so, with its clitics or without. `since` and `until` are days, both inclusive, of which a
    statement's is when it was said, else when it was published. All that is given must hold.
    """

    words: str = ""
    speaker: str | None = None
    actor: str | None = None
    since: date | None = None
    until: date | None = None
    act: str | None = None
    kind: str | None = None
    outlet: str | None = None


class ActorRow(msgspec.Struct, frozen=True, kw_only=True):
    """An actor in the ledger: how many statements and speakers, and the first and last ISO day."""

    actor: str
    statements: int
    speakers: int
    first: str | None
    last: str | None


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker in one office: for whom, how often, and the first and last ISO day they were seen in it."""

    role: str | None
    speaks_for: str | None
    statements: int
    first: str | None
    last: str | None


class SpeakerRow(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker in the ledger, with the offices they were seen in, the last one first."""

    name: str
    kind: Kind | None
    statements: int
    first: str | None
    last: str | None
    offices: tuple[Office, ...]


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """For whom a person speaks, as what, from when (ISO days, both inclusive), on which statements' evidence."""

    name: str
    actor: str
    role: str | None = None
    since: str | None = None
    until: str | None = None
    evidence: tuple[str, ...] = ()


class LearntFact(msgspec.Struct, frozen=True, kw_only=True):
    """A fact as the ledger holds it; times are ISO, UTC."""

    key: str
    fact: Fact
    recorded: str
    revoked: bool
    revoked_at: str | None
    revoked_by: str | None


class Withdrawal(msgspec.Struct, frozen=True, kw_only=True):
    """A person withdrew a fact (`revoked`), or let it hold again; `recorded` is an ISO time, UTC."""

    revoked: bool
    who: str
    recorded: str


class StoredQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """One wording of a question; `body` is its JSON, `recorded` and `asked` are the first and last time it was given."""

    id: str
    digest: str
    body: str
    recorded: str
    asked: str


class Spoken(Protocol):
    """What can be kept of a reading: a record that tells whose it is."""

    @property
    def actor(self) -> str:
        """Whose position it is."""


class KeptEvents(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of an actor's positions on a question after so many changes of them, as JSON of the caller's own.

    `names` are as of these changes, `None` where they are not known; `events` and `rest` are what was made of whatever
    `made_of` says.
    """

    actor: str
    changes: int
    names: str | None = None
    made_of: str | None = None
    events: str | None = None
    rest: str | None = None


class Told(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """What one article reports one actor to say of a question: `said` in the caller's own records; `published_on` is an ISO day."""

    name: str
    outlet: str | None
    published_on: str | None
    article_key: str
    reading_key: str
    said: tuple[T, ...]


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How much a ledger holds, and how many articles are read by another recipe than the one asked about."""

    articles: int
    versions: int
    readings: int
    statements: int
    stale: int


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something a check found: in which table, at which key, and what."""

    table: str
    key: str
    what: str


class Document(msgspec.Struct, frozen=True):
    """What the index of words knows of one statement: tokens by the column they stand in."""

    id: int
    words: tuple[str, ...]
    stems: tuple[str, ...]
    who: tuple[str, ...]
    marks: tuple[str, ...]


class Term(msgspec.Struct, frozen=True):
    """Tokens that must stand next to each other in one column (`any`: words or stems); `prefix` lets the last one go on."""

    column: Literal["words", "stems", "who", "marks", "any"]
    tokens: tuple[str, ...]
    prefix: bool = False
