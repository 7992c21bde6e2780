"""Count the tone table: words that opinion uses and reports do not, and the other way round.

    python tools/tone_words.py CORPUS_FOLDER

Reads `*.jsonl.gz` (one article a line). Articles that end with their writer's address, or speak in the first person and
report nothing, are opinion; articles that report much and never speak in the first person are reports; a few rounds of
relabelling by the counted words spread this to the rest. What is counted are sentences without quotation or reporting
verb. Only closed-class words and finite verbs that lean the same way in nearly all outlets are kept, so that the table
knows manner and not topics. Prints `form TAB weight` (log odds, two digits).
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mawqif.lang.ar.lexis.word import analyse
from mawqif.lang.ar.voice.forms import is_finite
from mawqif.lang.ar.voice.rules import voice_rules, voice_words
from mawqif.text.quotes import find_quotes
from mawqif.text.sentences import split_sentences
from mawqif.text.tokens import Tokens

ROUNDS = 3
MOST = 25
"""Sentences of one article that are counted."""
_ADDRESS = re.compile(r"[\w.\-]+@[\w.\-]+")


class Text(NamedTuple):
    """An article as bags of words: its sentences that report nothing."""

    outlet: str
    signed: bool
    reports: float
    personal: float
    asks: float
    sentences: list[frozenset[str]]


def texts(folder: Path) -> Iterator[Text]:
    """All articles of the corpus with at least three sentences that report nothing."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                found = _text(path.name.split(".")[0], json.loads(line)["text"])
                if len(found.sentences) >= 3:
                    yield found


def _text(outlet: str, text: str) -> Text:
    tokens = Tokens(text)
    forms, quotes = tokens.forms, find_quotes(tokens)
    quoted = {k for q in quotes if q.last - q.first > 4 for k in range(q.first, q.last)}
    plain, reports, asks = [], 0, 0
    for first, last in split_sentences(tokens, quotes):
        words = [analyse(form) for form in forms[first:last] if form[0].isalpha()]
        asks += "؟" in forms[first:last]
        if len(words) < 5:
            continue
        if any(_reports(w.form) for w in words) or any(k in quoted for k in range(first, last)):
            reports += 1
        else:
            plain.append(frozenset(w.bare for w in words))
    personal = sum(not s.isdisjoint(_first_person()) for s in plain) / max(1, len(plain))
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    signed = any(_ADDRESS.search(line) and len(line.split()) <= 7 for line in lines[-3:])
    count = max(1, reports + len(plain))
    return Text(outlet, signed, reports / count, personal, asks / count, plain)


def _reports(form: str) -> bool:
    return any(getattr(c.entry, "act", "") in ("say", "affirm") and not c.is_noun for c in analyse(form).cues)


def _first_person() -> frozenset[str]:
    rule = next(k for k, r in enumerate(voice_rules().rules) if r.id == "first-person")
    return frozenset().union(*(p.triggers for n, p in voice_rules().patterns if n == rule))


def seed(text: Text) -> int | None:
    """1 opinion, 0 report, `None` not known yet."""
    if text.signed or (text.personal >= 0.25 and text.reports <= 0.25 and len(text.sentences) >= 6):
        return 1
    return 0 if text.reports >= 0.35 and text.personal == 0 and text.asks == 0 else None


def log_odds(found: list[Text], labels: list[int | None], least: int) -> dict[str, float]:
    """How much likelier a word is in a sentence of opinion."""
    total, counts = [0, 0], (Counter[str](), Counter[str]())
    for text, label in zip(found, labels, strict=True):
        if label is not None:
            for sentence in text.sentences[:MOST]:
                total[label] += 1
                counts[label].update(sentence)
    return {
        w: math.log((counts[1][w] + 1) / (total[1] + 2) * (total[0] + 2) / (counts[0][w] + 1))
        for w in counts[0].keys() | counts[1].keys()
        if counts[0][w] + counts[1][w] >= least
    }


def relabel(found: list[Text], labels: list[int | None]) -> list[int | None]:
    """Label the most opinionated sixth and the most factual half by the words counted so far."""
    weights = log_odds(found, labels, 25)
    scores = []
    for text in found:
        words = [weights.get(w, 0.0) for s in text.sentences for w in s]
        scores.append(sum(words) / max(1, len(words)))
    ranked = sorted(scores)
    low, high = ranked[len(ranked) // 2], ranked[len(ranked) * 5 // 6]
    return [1 if t.signed or s > high else 0 if s < low else None for t, s in zip(found, scores, strict=True)]


def table(found: list[Text], labels: list[int | None]) -> dict[str, float]:
    """The words that lean one way in all outlets but one, with the median of their log odds."""
    signs: dict[str, list[float]] = defaultdict(list)
    for outlet in {t.outlet for t in found}:
        some = [(t, y) for t, y in zip(found, labels, strict=True) if t.outlet == outlet]
        if sum(y == 1 for _, y in some) >= 50:
            for word, weight in log_odds([t for t, _ in some], [y for _, y in some], 10).items():
                signs[word].append(weight)
    kept: dict[str, float] = {}
    for word, weight in log_odds(found, labels, 40).items():
        same = sum((x > 0) == (weight > 0) for x in signs[word])
        manner = analyse(word).tag or is_finite(word) or word in voice_words("manner")
        median = sorted(signs[word])[len(signs[word]) // 2] if signs[word] else 0.0
        if manner and len(signs[word]) >= 4 and same >= len(signs[word]) - 1 and abs(median) >= 0.3:
            kept[word] = max(-3.0, min(3.0, median))
    return kept


def main() -> None:
    """Print the table."""
    found = list(texts(Path(sys.argv[1])))
    labels = [seed(text) for text in found]
    print(f"{len(found)} articles, seeds {Counter(labels)}", file=sys.stderr)
    for _ in range(ROUNDS):
        labels = relabel(found, labels)
    for word, weight in sorted(table(found, labels).items(), key=lambda item: (-item[1], item[0])):
        print(f"{word}\t{weight:.2f}")


if __name__ == "__main__":
    main()
