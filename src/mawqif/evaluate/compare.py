"""One article's reading beside its gold: which statement answers which, which sentence lies under which."""

from __future__ import annotations

import msgspec

from mawqif.evaluate.gold import Gold
from mawqif.evaluate.likeness import HALF, marks, overlap
from mawqif.model import Reading, Sentence, Statement
from mawqif.model.errors import InputError


class Pair(msgspec.Struct, frozen=True):
    """A gold statement and the one found that says the same; `text` is the article's."""

    text: str
    gold: Statement
    said: Statement


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """A gold article against a reading of it; `answered` is false where there was no reading at all."""

    gold: Gold
    reading: Reading
    answered: bool
    pairs: tuple[Pair, ...]
    missed: tuple[Statement, ...]
    extra: tuple[Statement, ...]
    sentences: tuple[tuple[Sentence, Sentence | None], ...]


def compare(gold: Gold, reading: Reading | None) -> Comparison:
    """Pair the statements of a reading (`None`: nothing was read) with those of the gold, and their sentences.

    Raises `InputError` where the reading's offsets are not of the gold's text.
    """
    found = reading or nothing(gold)
    _demand_same_text(gold, found)
    matched = match(gold.reading.statements, found.statements)
    paired_gold, paired_said = {i for i, _ in matched}, {j for _, j in matched}
    text = gold.article.text
    return Comparison(
        gold=gold,
        reading=found,
        answered=reading is not None,
        pairs=tuple(Pair(text, gold.reading.statements[i], found.statements[j]) for i, j in matched),
        missed=tuple(s for i, s in enumerate(gold.reading.statements) if i not in paired_gold),
        extra=tuple(s for j, s in enumerate(found.statements) if j not in paired_said),
        sentences=tuple((s, _under(s, found.sentences)) for s in gold.reading.sentences),
    )


def _demand_same_text(gold: Gold, reading: Reading) -> None:
    text = gold.article.text
    for statement in reading.statements:
        parts = (statement.cue, statement.source, statement.channel, statement.audience, statement.via)
        for span in (*parts, *statement.content, *statement.conditions):
            if span is not None and text[span.start : span.end] != span.text:
                raise InputError(
                    f"the span {span.start}-{span.end} is not {span.text!r} in the text of the gold",
                    where=f"reading of {gold.id}",
                    expected="offsets in code points into the text as the gold has it",
                )


def nothing(gold: Gold) -> Reading:
    """The reading of somebody who found nothing in the article."""
    article = gold.article
    return Reading(
        id=gold.id,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        sentences=(),
        statements=(),
    )


def match(gold: tuple[Statement, ...], said: tuple[Statement, ...]) -> list[tuple[int, int]]:
    """Index pairs (gold, said), one to one, greatest shared content first, at least half of the union shared."""
    wanted = [marks(s.content) for s in gold]
    found = [marks(s.content) for s in said]
    shares = ((overlap(a, b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(found))
    matched: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken_said: set[int] = set()
    for _, i, j in sorted((s for s in shares if s[0] >= HALF), reverse=True):
        if i not in taken_gold and j not in taken_said:
            matched.append((i, j))
            taken_gold.add(i)
            taken_said.add(j)
    return matched


def _under(sentence: Sentence, found: tuple[Sentence, ...]) -> Sentence | None:
    best = max(found, key=lambda other: _shared(sentence, other), default=None)
    return best if best is not None and _shared(sentence, best) else None


def _shared(one: Sentence, other: Sentence) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
