"""Fit the weights of `mawqif.lang.ar.voice.tone` to gold readings, and say how well they do on sources not seen.

    python tools/fit_tone.py GOLD.jsonl [MORE.jsonl …] [--write]

The sentences are those that the reader leaves open (no boilerplate, no report) and the gold calls fact or inference.
Prints F1 of both voices for the strong markers alone and for the fitted weights, cross-validated by source and by
article; `--write` puts the weights fitted to everything into `tone.toml`.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from mawqif.lang.ar.attribute import Attributor
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.times import parse_published
from mawqif.lang.ar.voice.tone import FEATURES
from mawqif.reading.finish import mark_nested
from mawqif.reading.voice import Voices
from mawqif.world import default_world

OUT = Path(__file__).parent.parent / "src/mawqif/lang/ar/data/tone.toml"
RIDGE = 1.0
WEIGHT = 1.5
"""How much more an inference counts than a fact: there are fewer."""
PARTS = 10


class Row(NamedTuple):
    """One open sentence."""

    article: str
    features: tuple[float, ...]
    inferred: bool


Model = list[float]


def rows(path: Path) -> Iterator[Row]:
    """The open sentences of a gold file."""
    for line in path.read_text("utf-8").splitlines():
        gold = json.loads(line)
        doc = Document(gold["text"], parse_published(gold.get("published")), default_world())
        drafts = sorted(Attributor(doc).run(), key=lambda d: d.at)
        mark_nested(drafts)
        voices = Voices(doc, drafts)
        judged = voices.plain()
        tone = voices.tone(judged)
        for n, found in enumerate(judged):
            voice = _gold_voice(gold, *doc.span(*doc.sentences[n]))
            if found is None and voice in ("fact", "inference"):
                yield Row(gold["id"], tone.features(n), voice == "inference")


def _gold_voice(gold: dict[str, Any], start: int, end: int) -> str | None:
    best = max(gold["sentences"], key=lambda s: min(s["end"], end) - max(s["start"], start))
    return str(best["voice"]) if min(best["end"], end) > max(best["start"], start) else None


def fit(data: Sequence[Row]) -> Model:
    """Weights and constant by Newton's method with a ridge."""
    size = len(FEATURES) + 1
    model = [0.0] * size
    for _ in range(20):
        gradient = [RIDGE * w for w in model[:-1]] + [0.0]
        hessian = [[RIDGE * (i == j < size - 1) + 1e-6 * (i == j) for j in range(size)] for i in range(size)]
        for row in data:
            x, weight = (*row.features, 1.0), WEIGHT if row.inferred else 1.0
            p = 1 / (1 + math.exp(-score(model, row)))
            for i in range(size):
                gradient[i] += weight * (p - row.inferred) * x[i]
                for j in range(size):
                    hessian[i][j] += weight * p * (1 - p) * x[i] * x[j]
        step = solve(hessian, gradient)
        model = [w - s for w, s in zip(model, step, strict=True)]
    return model


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gaussian elimination; the matrix is positive definite."""
    a = [[*row, b] for row, b in zip(matrix, right, strict=True)]
    for i in range(len(a)):
        for k in range(i + 1, len(a)):
            factor = a[k][i] / a[i][i]
            a[k] = [x - factor * y for x, y in zip(a[k], a[i], strict=True)]
    out = [0.0] * len(a)
    for i in reversed(range(len(a))):
        out[i] = (a[i][-1] - sum(a[i][j] * out[j] for j in range(i + 1, len(a)))) / a[i][i]
    return out


def score(model: Model, row: Row) -> float:
    """Above zero for inference."""
    return max(-30.0, min(30.0, model[-1] + sum(w * x for w, x in zip(model, row.features, strict=False))))


def held_out(data: Sequence[Row], part: Sequence[str | int]) -> list[bool]:
    """What models that never saw the part of a row say of it."""
    models = {p: fit([r for r, q in zip(data, part, strict=True) if q != p]) for p in set(part)}
    return [score(models[p], r) > 0 for r, p in zip(data, part, strict=True)]


def report(name: str, data: Sequence[Row], said: Sequence[bool]) -> None:
    """One line of figures."""
    hits = sum(r.inferred and s for r, s in zip(data, said, strict=True))
    extra, missed = sum(said) - hits, sum(r.inferred for r in data) - hits
    rest = len(data) - hits - extra - missed
    inference, fact = 2 * hits / (2 * hits + extra + missed), 2 * rest / (2 * rest + extra + missed)
    print(f"{name:24} inference F1 {inference:.3f}  fact F1 {fact:.3f}  ({hits} right, {extra} extra, {missed} missed)")


def main() -> None:
    """Cross-validate, fit, write."""
    data = [row for arg in sys.argv[1:] if not arg.startswith("--") for row in rows(Path(arg))]
    articles = sorted({r.article for r in data})
    print(f"{len(data)} open sentences of {len(articles)} articles, {sum(r.inferred for r in data)} inferences")
    report("strong markers alone", data, [r.features[0] + r.features[1] > 0 for r in data])
    report("weights, by source", data, held_out(data, [r.article.rsplit("-", 1)[0] for r in data]))
    report("weights, by article", data, held_out(data, [articles.index(r.article) % PARTS for r in data]))
    model = fit(data)
    lines = [f'"{name}" = {weight:.2f}' for name, weight in zip(FEATURES, model, strict=False)]
    text = f"# Fitted by tools/fit_tone.py.\nconstant = {model[-1]:.2f}\n\n[weights]\n" + "\n".join(lines) + "\n"
    print(text)
    if "--write" in sys.argv:
        OUT.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
