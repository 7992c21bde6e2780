"""A small gold and readings of it, written for these tests; what is right and wrong in them is counted by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

FIRST = "قال الوزير سالم العمري أمس إن بلاده ترفض الحرب. وأضاف أن الحل ممكن إذا توقف القتال. وربما يتغير ذلك."
SECOND = "نفت الوزارة «أن يكون اللقاء قد عقد». شارك الخبر"


def span(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def _statement(text: str, cue: str, content: str, **fields: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "mode": "indirect", "act": "say", "nested": False, "source": None, "when": None, "said_on": None,
        "channel": None, "audience": None, "via": None, "conditions": [],
    }  # fmt: skip
    return empty | {"cue": span(text, cue), "content": [span(text, content)]} | fields


def _sentences(text: str, **voices: str) -> list[dict[str, Any]]:
    parts = [part + "." for part in text.split(". ")]
    places = [span(text, part if part in text else part[:-1]) for part in parts]
    return [{"start": p["start"], "end": p["end"], "voice": v} for p, v in zip(places, voices.values(), strict=True)]


def _gold() -> list[dict[str, Any]]:
    minister = {"speaker": "سالم العمري", "kind": "person", "speaks_for": "JO"}
    first = _statement(
        FIRST, "قال", "بلاده ترفض الحرب", source=span(FIRST, "الوزير سالم العمري"), when=span(FIRST, "أمس"),
        said_on="2026-01-05", **minister,
    )  # fmt: skip
    second = _statement(FIRST, "أضاف", "الحل ممكن", conditions=[span(FIRST, "إذا توقف القتال")], **minister)
    denial = _statement(
        SECOND, "نفت", "أن يكون اللقاء قد عقد", act="deny", mode="direct", source=span(SECOND, "الوزارة"),
        speaker="الوزارة", kind="body", speaks_for="JO",
    )  # fmt: skip
    return [
        {
            "id": "north-1", "text": FIRST, "published": "2026-01-06", "statements": [first, second],
            "sentences": _sentences(FIRST, a="sourced", b="sourced", c="inference"),
        },
        {
            "id": "south-b-2", "text": SECOND, "statements": [denial],
            "sentences": _sentences(SECOND, a="sourced", b="boilerplate"),
        },
    ]  # fmt: skip


def _reading(article: dict[str, Any], *statements: dict[str, Any]) -> dict[str, Any]:
    header = {"id": article["id"], "title": None, "outlet": None, "published": None}
    return header | {"sentences": article["sentences"], "statements": list(statements)}


def _said(gold: dict[str, Any], rule: str, **changes: Any) -> dict[str, Any]:
    """A statement as a reading has it: the gold's with changes, its speaker in one piece."""
    parts = {key: gold[key] for key in ("kind", "speaks_for")} | {"name": gold["speaker"], "role": None}
    speaker = parts | changes.pop("speaker", {})
    rest = {key: value for key, value in gold.items() if key not in {"speaker", "kind", "speaks_for"}}
    return rest | {"speaker": speaker, "rule": rule} | changes


def _readings() -> list[dict[str, Any]]:
    """The first statement has a wrong act, source edge and day; the second is missed; one is invented; a voice is wrong."""
    north, south = _gold()
    first = _said(north["statements"][0], "verb.qal", act="affirm", source=span(FIRST, "الوزير سالم"), said_on=None)
    invented = _said(
        north["statements"][0], "noun", cue=span(FIRST, "الحل"), content=[span(FIRST, "يتغير ذلك")],
        conditions=[span(FIRST, "ربما")],
    )  # fmt: skip
    denial = _said(
        south["statements"][0], "verb.nafa", content=[span(SECOND, "أن يكون اللقاء قد عقد»")],
        speaker={"name": "المتحدث", "speaks_for": None}, channel=span(SECOND, "اللقاء"),
    )  # fmt: skip
    changed = _reading(north, first, invented)
    changed["sentences"] = [*north["sentences"][:2], north["sentences"][2] | {"voice": "fact"}]
    return [changed, _reading(south, denial)]


def write_lines(path: Path, lines: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def gold_lines() -> list[dict[str, Any]]:
    return _gold()


@pytest.fixture
def reading_lines() -> list[dict[str, Any]]:
    return _readings()


@pytest.fixture
def gold_file(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "gold.jsonl", _gold())


@pytest.fixture
def readings_file(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "readings.jsonl", _readings())


@pytest.fixture
def perfect_file(tmp_path: Path) -> Path:
    lines = [_reading(article, *(_said(s, "right") for s in article["statements"])) for article in _gold()]
    return write_lines(tmp_path / "perfect.jsonl", lines)
