"""Every entry of the lexicon is proved by the whole engine: each `yes` is read as marked, each `no` refused."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet

from mawqif.lang.ar.syntax.document import Document

from .conftest import Entry, Span, entries, is_of, known_failures, proof, read, trimmed

_KNOWN = known_failures()


def cases(side: str) -> list[ParameterSet]:
    """One case a sentence, named by its entry; known failures must fail, so that one the engine reads leaves the list."""
    found = []
    for entry in entries():
        for number, sentence in enumerate(getattr(entry, side), 1):
            marks = [pytest.mark.xfail(strict=True, reason=_KNOWN[sentence])] if sentence in _KNOWN else []
            found.append(pytest.param(entry, sentence, id=f"{entry.id}-{number}", marks=marks))
    return found


@pytest.mark.parametrize(("entry", "sentence"), cases("yes"))
def test_yes(entry: Entry, sentence: str) -> None:
    expected = proof(sentence)
    doc, drafts = read(expected.text)
    mine = [draft for draft in drafts if is_of(draft, entry)]
    assert mine, f"not read: {[(d.entry, d.rule) for d in drafts]}"
    draft = mine[0]
    content = [trimmed(doc.text, span) for span in draft.content]
    wanted = [trimmed(doc.text, span) for span in expected.content]
    assert [doc.text[a:b] for a, b in content] == [doc.text[a:b] for a, b in wanted]
    assert content == wanted
    source = draft.source and doc.text[slice(*doc.span(*draft.source))]
    named = expected.source and doc.text[slice(*_tokens(doc, expected.source))]
    assert source == named


def _tokens(doc: Document, span: Span) -> Span:
    """The span widened to whole tokens: an attached preposition belongs to the token of the name."""
    starts, ends = doc.tokens.starts, doc.tokens.ends
    inside = [i for i in range(len(starts)) if starts[i] < span[1] and ends[i] > span[0]]
    return starts[inside[0]], ends[inside[-1]]


@pytest.mark.parametrize(("entry", "sentence"), cases("no"))
def test_no(entry: Entry, sentence: str) -> None:
    _, drafts = read(sentence)
    assert not [draft for draft in drafts if is_of(draft, entry)]


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.id)
def test_is_proved(entry: Entry) -> None:
    assert entry.yes, "no sentence shows that it reads"
    assert entry.no, "no sentence shows what it must refuse"


def test_names_are_unique() -> None:
    names = [entry.id for entry in entries()]
    assert len(names) == len(set(names))


def test_known_failures_are_sentences_of_the_lexicon() -> None:
    sentences = {s for entry in entries() for s in (*entry.yes, *entry.no)}
    assert not set(_KNOWN) - sentences
