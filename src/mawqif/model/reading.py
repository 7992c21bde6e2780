"""What Mawqif finds in one article: sentences with voices, statements with spans.

The vocabulary of every field is defined in the guidelines (docs/guidelines.md). Offsets are Unicode code
points into `Article.text`, end exclusive.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Mode = Literal["direct", "indirect", "mixed"]
Act = Literal["say", "affirm", "deny", "refuse", "commit", "demand", "warn", "condemn", "welcome", "ask", "expect"]
Kind = Literal["person", "body", "state", "organisation", "anonymous", "media", "document", "group"]
Voice = Literal["sourced", "fact", "inference", "boilerplate"]


class Span(msgspec.Struct, frozen=True, order=True):
    """Words of the article: `article.text[start:end] == text`."""

    start: int
    end: int
    text: str


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence and who stands behind it; `rule` names what decided the voice."""

    start: int
    end: int
    voice: Voice
    rule: str | None = None


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who said it. `name` is the fullest the article gives; `speaks_for` a state (ISO alpha-2) or organisation slug."""

    name: str | None
    kind: Kind | None
    role: str | None = None
    speaks_for: str | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One act of communication an article attributes to somebody."""

    mode: Mode
    act: Act
    nested: bool
    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    speaker: Speaker
    when: Span | None
    said_on: str | None
    channel: Span | None
    audience: Span | None
    via: Span | None
    conditions: tuple[Span, ...]
    rule: str


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression and the days it means, both ends inclusive, ISO dates; `None` where it fixes no day."""

    start: int
    end: int
    text: str
    first: str | None = msgspec.field(name="from")
    last: str | None = msgspec.field(name="to")
    approximate: bool = False


class Reading(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All that was found in one article.

    `text` is the article's own text (a reference to it, not a copy), so that a reading can be shown on its own. Output
    leaves it out where it is `None`, and `mawqif.export.jsonl` where the reader of the output has the text already.
    """

    id: str | None
    title: str | None
    outlet: str | None
    published: str | None
    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...]
    text: str | None = None

    def _repr_html_(self) -> str:
        """The article with its statements, for notebooks."""
        from mawqif.export.html import reading_html  # a face, wanted only when a notebook asks for it

        return reading_html(self)
