"""The proofs of the lexicon: every sentence of every entry, and the known failures by sentence."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from mawqif.lang.ar.attribute import Attributor
from mawqif.lang.ar.lexis.entries import Accordance, Noun, Verb
from mawqif.lang.ar.lexis.lexicon import accordances, nouns, verbs
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft
from mawqif.text.fold import fold_word
from mawqif.world import default_world

Entry = Verb | Noun | Accordance
Span = tuple[int, int]
EDGES = " «»\"'“”.،؛:!؟?…"
"""Quotation marks and punctuation at the edges of a span say nothing about it."""

_WORLD = default_world()


class Proof(msgspec.Struct, frozen=True):
    """A sentence without its marks; `source` and `content` are the spans that the marks named."""

    text: str
    source: Span | None
    content: tuple[Span, ...]


def proof(marked: str) -> Proof:
    """Take the brackets [source] and {content} out of a sentence, remembering where they stood."""
    text: list[str] = []
    opened: dict[str, int] = {}
    found: dict[str, list[Span]] = {"[": [], "{": []}
    for letter in marked:
        if letter in "[{":
            opened[letter] = len(text)
        elif letter in "]}":
            mark = "[" if letter == "]" else "{"
            found[mark].append((opened.pop(mark), len(text)))
        else:
            text.append(letter)
    source = found["["][0] if found["["] else None
    return Proof("".join(text), source, tuple(found["{"]))


def trimmed(text: str, span: Span) -> Span:
    """The span without the marks at its edges."""
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


def read(text: str) -> tuple[Document, list[Draft]]:
    """The whole engine over one sentence."""
    doc = Document(text, None, _WORLD)
    return doc, Attributor(doc).run()


def is_of(draft: Draft, entry: Entry) -> bool:
    """Whether a draft was read by this entry; formulas with a verb (حسبما ذكر) keep the verb's own name in places."""
    if not isinstance(entry, Accordance):
        return draft.entry == entry.id and draft.rule != "as-verb"
    first = {fold_word(form.split()[0]) for form in entry.forms}
    return (
        draft.entry == entry.id
        or draft.rule == "accordance"
        and draft.entry in first
        or entry.verb
        and draft.rule == "as-verb"
    )


def entries() -> list[Entry]:
    """Every entry of every table."""
    return [*verbs(), *nouns(), *accordances()]


def known_failures() -> dict[str, str]:
    """Sentence → why the engine does not read it yet."""
    path = Path(__file__).with_name("known_failures.toml")
    kinds = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    return {sentence: kind for kind, rows in kinds.items() for sentence in rows["sentences"]}
