"""Our measures are those of the published scorer: run beside it where it is at hand, against its figures elsewhere."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mawqif.evaluate import load_gold, load_readings, score

SHARED = Path(__file__).resolve().parents[3] / "shared" / "gold"
SCORER, GOLD = SHARED / "score.py", SHARED / "dev.jsonl"

beside_the_scorer = pytest.mark.skipif(not SCORER.exists(), reason=f"the published scorer is not at {SCORER}")

# What the published scorer prints for the small gold of conftest.py.
PUBLISHED = {
    "spans": {
        "sentence": (2 / 3, 2 / 3, 3, 3),
        "cue": (2 / 3, 2 / 3, 3, 3),
        "content (overlap)": (2 / 3, 2 / 3, 3, 3),
        "content (exact)": (2 / 3, 2 / 3, 3, 3),
        "statement (content + speaker)": (1 / 3, 1 / 3, 3, 3),
        "conditions": (0.0, 0.0, 1, 1),
        "channel": (0.0, 0.0, 0, 1),
        "audience": (0.0, 0.0, 0, 0),
        "via": (0.0, 0.0, 0, 0),
    },
    "voices": {
        "sourced": (1.0, 1.0, 3, 3),
        "fact": (0.0, 0.0, 0, 1),
        "inference": (0.0, 0.0, 1, 0),
        "boilerplate": (1.0, 1.0, 1, 1),
    },
}


def published(gold: Path, readings: Path) -> Any:
    command = [sys.executable, str(SCORER), str(gold), str(readings), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout)


def ours(gold: Path, readings: Path) -> Any:
    return json.loads(json.dumps(score(load_gold(gold), load_readings(readings)).to_json()))


@pytest.mark.parametrize("part", ["spans", "voices"])
def test_the_small_gold_scores_as_published(gold_file, readings_file, part):
    rows = ours(gold_file, readings_file)[part]
    told = {name: (row["precision"], row["recall"], row["gold"], row["said"]) for name, row in rows.items()}
    assert told == PUBLISHED[part]


@beside_the_scorer
def test_the_small_gold_scores_as_the_scorer_says(gold_file, readings_file, perfect_file):
    assert ours(gold_file, readings_file) == published(gold_file, readings_file)
    assert ours(gold_file, perfect_file) == published(gold_file, perfect_file)


@beside_the_scorer
@pytest.mark.parametrize("seed", [1, 2])
def test_damaged_gold_scores_as_the_scorer_says(tmp_path, seed):
    chance = random.Random(seed)
    lines = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    readings = tmp_path / "readings.jsonl"
    damaged = [_damaged(line, chance) for line in lines if chance.random() < 0.9]
    readings.write_text("\n".join(json.dumps(d, ensure_ascii=False) for d in damaged), encoding="utf-8")
    assert ours(GOLD, readings) == published(GOLD, readings)


def _damaged(article: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The gold as a poor reader would have it: parts lost, edges moved, values wrong, statements made up."""
    text = article["text"]
    statements = [_poor(s, text, chance) for s in article["statements"] if chance.random() < 0.9]
    invented = [s | {"content": [_words(text, 0, 30)]} for s in statements if chance.random() < 0.15]
    sentences = [s | {"voice": chance.choice([s["voice"], s["voice"], "fact"])} for s in article["sentences"]]
    header = {"id": article["id"], "title": None, "outlet": None, "published": None}
    kept = [s for s in sentences if chance.random() < 0.95]
    return header | {"statements": [*statements, *invented], "sentences": kept}


def _poor(statement: dict[str, Any], text: str, chance: random.Random) -> dict[str, Any]:
    poor = {key: value for key, value in statement.items() if key not in {"kind", "speaks_for"}}
    for part in ("cue", "source", "when", "channel", "audience", "via"):
        poor[part] = _moved(statement[part], text, chance) if chance.random() < 0.9 else None
    for part in ("content", "conditions"):
        poor[part] = [_moved(span, text, chance) for span in statement[part]]
    if chance.random() < 0.1:
        poor["conditions"].append(_words(text, 3, 9))
    name = statement["speaker"] if chance.random() < 0.8 else "فلان"
    poor["speaker"] = {"name": name, "role": None, "kind": statement["kind"], "speaks_for": statement["speaks_for"]}
    wrong = {"act": "say", "mode": "direct", "said_on": None}
    return poor | {key: value for key, value in wrong.items() if chance.random() < 0.2}


def _moved(span: dict[str, Any] | None, text: str, chance: random.Random) -> dict[str, Any] | None:
    if span is None:
        return None
    start = max(0, span["start"] + chance.choice([0, 0, 0, -3, 5]))
    return _words(text, start, max(start, span["end"] + chance.choice([0, 0, 0, 1, -7])))


def _words(text: str, start: int, end: int) -> dict[str, Any]:
    end = min(end, len(text))
    return {"start": start, "end": end, "text": text[start:end]}
