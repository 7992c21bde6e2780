"""How good readings are: the measures of the gold, their floors, and the errors behind them."""

from mawqif.evaluate.errors import KINDS, Error
from mawqif.evaluate.gold import Gold, gold_from_json, load_gold, load_readings, reading_from_json
from mawqif.evaluate.groups import Group
from mawqif.evaluate.scores import Scores, score
from mawqif.evaluate.tally import Share, Tally

__all__ = [
    "KINDS",
    "Error",
    "Gold",
    "Group",
    "Scores",
    "Share",
    "Tally",
    "gold_from_json",
    "load_gold",
    "load_readings",
    "reading_from_json",
    "score",
]
