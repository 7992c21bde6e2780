"""Articles written and read by hand for this project: what was reached on them stays reached."""

from __future__ import annotations

from pathlib import Path

from mawqif.evaluate import load_gold, score
from mawqif.evaluate.floors import fingerprint, load_floors, reached_floors, shortfalls
from mawqif.reading.read import read_article

HERE = Path(__file__).parent
GOLD = HERE / "own.jsonl"


def test_every_measure_holds_its_floor():
    gold = load_gold(GOLD)
    readings = {each.id: read_article(each.article) for each in gold}
    reached = reached_floors(score(gold, readings), fingerprint(GOLD, len(gold)))
    assert shortfalls(load_floors(HERE / "own_floors.toml"), reached) == []
