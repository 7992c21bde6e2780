"""A reading made by hand, with everything in it that is hard to show."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mawqif.model import Reading, Sentence, Span, Speaker, Statement

TEXT = (
    "وقال الرئيس إلهام علييف لرويترز مساء الاثنين إن أذربيجان لن ترسل قوات إلا بعد وقف إطلاق النار، "
    "وإن وزير الخارجية أكد أن القرار نهائي.\n\n"
    "وربما يعكس ذلك ضغوطا.\nشارك الخبر\n"
    "«لن نتراجع"
)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def statement(**fields: object) -> Statement:
    """A statement of nobody about nothing, but for what is given."""
    empty: dict[str, object] = {
        "mode": "indirect", "act": "say", "nested": False, "cue": None, "source": None, "content": (),
        "speaker": Speaker(name=None, kind=None), "when": None, "said_on": None, "channel": None, "audience": None,
        "via": None, "conditions": (), "rule": "test",
    }  # fmt: skip
    return Statement(**{**empty, **fields})  # type: ignore[arg-type]


def reading_of(text: str, *statements: Statement, title: str | None = None, id: str | None = "a1") -> Reading:
    return Reading(
        id=id, title=title, outlet="وكالة", published="2026-01-06", sentences=(), statements=statements, text=text
    )


def _sample() -> Reading:
    source = span(TEXT, "الرئيس إلهام علييف")
    content = Span(start := TEXT.index("أذربيجان"), end := TEXT.index("نهائي") + 5, TEXT[start:end])
    first = statement(
        cue=span(TEXT, "قال"), source=source, content=(content,), audience=span(TEXT, "رويترز"),
        when=span(TEXT, "مساء الاثنين"), said_on="2026-01-05", conditions=(span(TEXT, "إلا بعد وقف إطلاق النار"),),
        speaker=Speaker(name="إلهام علييف", kind="person", role="رئيس أذربيجان", speaks_for="AZ"), act="refuse",
    )  # fmt: skip
    second = statement(
        cue=span(TEXT, "أكد"), source=span(TEXT, "وزير الخارجية"), content=(span(TEXT, "القرار نهائي"),),
        speaker=Speaker(name="وزير الخارجية", kind="person", speaks_for="AZ"), nested=True, act="affirm",
    )  # fmt: skip
    third = statement(content=(span(TEXT, "لن نتراجع"),), mode="direct")
    voices = ("sourced", "inference", "boilerplate", "sourced")
    places = [span(TEXT, line) for line in TEXT.split("\n") if line]
    return Reading(
        id="a1", title="علييف: لا قوات", outlet="وكالة", published="2026-01-06",
        sentences=tuple(Sentence(start=p.start, end=p.end, voice=v) for p, v in zip(places, voices, strict=True)),
        statements=(first, second, third), text=TEXT,
    )  # fmt: skip


@pytest.fixture
def sample() -> Reading:
    return _sample()


@pytest.fixture
def make() -> Callable[..., Reading]:
    """`make(text, *statements)`: a reading without sentences."""
    return reading_of


@pytest.fixture
def said() -> Callable[..., Statement]:
    """`said(**fields)`: a statement with these fields, the rest empty."""
    return statement
