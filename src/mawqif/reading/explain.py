"""The derivation of a reading: which word woke which entry, what read it, or why nothing did."""

from __future__ import annotations

import msgspec

from mawqif.lang.ar.attribute import Attributor
from mawqif.lang.ar.constructions import CONSTRUCTIONS
from mawqif.lang.ar.syntax.document import Document
from mawqif.model import Article, Span, Statement
from mawqif.reading.read import read_article
from mawqif.world import default_world


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """One cue: the lexicon entry it woke, the construction that read it and what that means, or the steps that failed."""

    cue: Span
    entry: str
    rule: str | None
    meaning: str | None
    steps: tuple[str, ...]
    statement: Statement | None


def explain(text: str) -> tuple[Trace, ...]:
    """The traces of all words of a text that may report something, in order."""
    doc = Document(text, None, default_world())
    attributor = Attributor(doc, explain=True)
    attributor.run()
    statements = read_article(Article(text=text)).statements
    meanings = {c.id: c.meaning for c in CONSTRUCTIONS}
    traces = []
    for trail in attributor.trails:
        start, end = doc.span(trail.at, trail.at + 1)
        read = _statement_at(doc, trail.at, statements) if trail.rule else None
        traces.append(
            Trace(
                cue=read.cue if read and read.cue else Span(start, end, text[start:end]),
                entry=trail.entry,
                rule=trail.rule,
                meaning=meanings.get(trail.rule or ""),
                steps=trail.steps,
                statement=read,
            )
        )
    return tuple(sorted(traces, key=lambda trace: trace.cue.start))


def _statement_at(doc: Document, at: int, statements: tuple[Statement, ...]) -> Statement | None:
    """The statement with its cue in token `at`, or with no cue and its quotation opened there."""
    start, end = doc.span(at, at + 1)
    for statement in statements:
        if statement.cue is not None and start <= statement.cue.start < end:
            return statement
        if statement.cue is None and doc.tokens.starts[at + 1 : at + 2] == [statement.content[0].start]:
            return statement
    return None
