"""From the articles of a case to its board: what was reached on every case stays reached, and no trap is fallen into anew."""

from __future__ import annotations

import json
import sys
import tomllib
from importlib import resources, util
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

from mawqif.events.results import results_of
from mawqif.intake.questions import load_questions
from mawqif.model import Article
from mawqif.model.event import Report, Source
from mawqif.reading.position import find_positions
from mawqif.reading.read import read_article

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
NOISE = 0.005


def scorer() -> ModuleType:
    """`score.py`, as published with the cases."""
    spec = util.spec_from_file_location("case_score", HERE / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def folder(case: str) -> Path:
    """Where a case has its question and articles: the bundled one in the package."""
    return Path(str(resources.files("mawqif.demo").joinpath(case))) if case == "gaza-force" else HERE / case


def results(case: str) -> dict[str, Any]:
    [question] = load_questions(folder(case) / "question.toml")
    reports = []
    for line in (folder(case) / "articles.jsonl").read_text("utf-8").splitlines():
        article = msgspec.json.decode(line, type=Article)
        source = Source(
            article=article.id or "", outlet=article.outlet, published=(article.published or "")[:10] or None
        )
        found = find_positions(article, read_article(article), question)
        reports += [Report(source=source, position=position) for position in found]
    made = results_of(question, reports)
    parts = {
        "timeline": {"events": made.events}, "board": {"positions": made.board()},
        "changes": {"changes": made.changes()}, "differences": {"differences": made.differences},
    }  # fmt: skip
    decoded: dict[str, Any] = json.loads(msgspec.json.encode(parts))
    return decoded


@pytest.mark.parametrize("case", sorted(FLOORS))
def test_every_measure_holds_its_floor(case):
    truth = json.loads((HERE / case / "truth.json").read_text("utf-8"))
    scores = scorer().score(truth, results(case))
    reached = {name: score.get("f1", score.get("right")) for name, score in scores.items()}
    assert {name: value for name, value in reached.items() if value < FLOORS[case][name] - NOISE} == {}
