"""What several articles make together: events, the board of positions, changes and differences."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from mawqif.model.position import Firmness, Position, Stance

ChangeKind = Literal["reversed", "hardened", "softened", "conditions", "firmer", "weaker"]
Field = Literal["number", "date", "entity", "condition-dropped", "stance", "firmness", "speaker"]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The article a position was read in: its name for people, its outlet, the ISO day it was published (its own zone)."""

    article: str
    outlet: str | None
    published: str | None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One position as one article reports it."""

    source: Source
    position: Position


Why = Literal["no-actor", "no-day", "no-occasion", "outside-period"]


class Unplaced(msgspec.Struct, frozen=True, kw_only=True):
    """A report that belongs to no event: nothing tells for whom it was said, or its day, it recalls what no article told, or the question ends before."""

    report: Report
    why: Why


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """The words of an article an event rests on: code points into its text, end exclusive."""

    article: str
    start: int
    end: int
    text: str


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One occasion on which an actor took a position, however many articles report it.

    `date` is the ISO day it was stated. `key` stays the same when the same articles are read anew, so that judgements hold.
    """

    key: str
    actor: str
    speaker: str | None
    role: str | None
    anonymous: bool
    date: str
    stance: Stance
    firmness: Firmness
    conditions: tuple[str, ...]
    channel: str | None
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    judged: bool = False


class BoardRow(msgspec.Struct, frozen=True, kw_only=True):
    """An actor's latest position as of a day: `since` when the stance was first taken without a break, `stated_on` last."""

    actor: str
    stance: Stance
    firmness: Firmness
    conditions: tuple[str, ...]
    since: str
    stated_on: str
    speaker: str | None
    articles: tuple[str, ...]
    event: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """An actor's event against its previous one."""

    actor: str
    kind: ChangeKind
    before: Event = msgspec.field(name="from")
    after: Event = msgspec.field(name="to")


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What one article says of an event and the others do not."""

    actor: str
    date: str
    event: str
    article: str
    field: Field
    article_says: str
    others_say: str


Verdict = Literal["accept", "reject", "set"]


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A person's verdict on an event; never overwritten, the latest one on an event holds.

    `event` is what the person saw, so that the verdict finds its event again when a later reading gives it another key.
    `changes` are the fields that `set` gives other values (stance, firmness, conditions, date, speaker, role, channel, actor);
    `judged_at` is an ISO time with zone.
    """

    question: str
    event: Event
    verdict: Verdict
    changes: dict[str, Any]
    who: str
    judged_at: str
    note: str | None = None
