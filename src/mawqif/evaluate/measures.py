"""The counts of one comparison and their sums; the names of the measures are those people's scripts know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar, get_args

import msgspec

from mawqif.evaluate.checks import CHECKS, PARTS, content_exact, right_speaker
from mawqif.evaluate.compare import Comparison
from mawqif.evaluate.errors import unmatched
from mawqif.evaluate.likeness import Marks, marks
from mawqif.evaluate.tally import Share, Tally
from mawqif.model import Sentence, Span, Statement, Voice

VOICES: tuple[Voice, ...] = get_args(Voice)
Addend = TypeVar("Addend", Tally, Share)


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """All counts of one article or of many: by measure of spans, by check of pairs, by voice of sentences."""

    spans: dict[str, Tally]
    pairs: dict[str, Share]
    voices: dict[str, Tally]


def count(comparison: Comparison) -> Counts:
    """Everything that is counted of one article."""
    return Counts(spans=_spans(comparison), pairs=_pairs(comparison), voices=_voices(comparison))


def total(counts: Iterable[Counts]) -> Counts:
    """The sum over articles."""
    every = list(counts)
    return Counts(
        spans=_sum((each.spans for each in every), Tally()),
        pairs=_sum((each.pairs for each in every), Share()),
        voices=_sum((each.voices for each in every), Tally()),
    )


def _sum(tables: Iterable[Mapping[str, Addend]], zero: Addend) -> dict[str, Addend]:
    sums: dict[str, Addend] = {}
    for table in tables:
        for key, value in table.items():
            sums[key] = sums.get(key, zero) + value
    return sums


def _spans(comparison: Comparison) -> dict[str, Tally]:
    said, gold = len(comparison.reading.statements), len(comparison.gold.reading.statements)
    pairs = comparison.pairs
    return {
        "sentence": _reporting_sentences(comparison),
        "cue": _cues(comparison.gold.reading.statements, comparison.reading.statements),
        "content (overlap)": Tally(len(pairs), said, gold),
        "content (exact)": Tally(sum(map(content_exact, pairs)), said, gold),
        "statement (content + speaker)": Tally(sum(map(right_speaker, pairs)), said, gold),
        "conditions": _conditions(comparison),
        **{name: _part(comparison, name) for name in PARTS},
    }


def _reporting_sentences(comparison: Comparison) -> Tally:
    sentences = comparison.gold.reading.sentences
    gold = _touched(sentences, comparison.gold.reading.statements)
    said = _touched(sentences, comparison.reading.statements)
    return Tally(len(gold & said), len(said), len(gold))


def _touched(sentences: tuple[Sentence, ...], statements: tuple[Statement, ...]) -> set[int]:
    covered = marks(span for statement in statements for span in statement.content)
    return {i for i, s in enumerate(sentences) if not covered.isdisjoint(range(s.start, s.end))}


def _cues(gold: tuple[Statement, ...], said: tuple[Statement, ...]) -> Tally:
    wanted = [marks([s.cue]) for s in gold if s.cue]
    found = [marks([s.cue]) for s in said if s.cue]
    return Tally(len(_answered(wanted, found)), len(found), len(wanted))


def _answered(wanted: list[Marks], found: list[Marks]) -> set[int]:
    """Which of the wanted are touched by one of the found, each of which answers one at most."""
    taken: set[int] = set()
    for cue in found:
        free = (i for i, other in enumerate(wanted) if i not in taken and cue & other)
        if (answer := next(free, None)) is not None:
            taken.add(answer)
    return taken


def _conditions(comparison: Comparison) -> Tally:
    both = [(pair.gold.conditions, pair.said.conditions) for pair in comparison.pairs]
    hit = sum(len(gold) - len(unmatched(gold, said)) for gold, said in both)
    return Tally(
        hit,
        sum(len(said) for _, said in both) + sum(len(s.conditions) for s in comparison.extra),
        sum(len(gold) for gold, _ in both) + sum(len(s.conditions) for s in comparison.missed),
    )


def _part(comparison: Comparison, name: str) -> Tally:
    part = PARTS[name]
    return sum((_one_part(part(pair.gold), part(pair.said)) for pair in comparison.pairs), Tally())


def _one_part(gold: Span | None, said: Span | None) -> Tally:
    wanted, found = marks([gold]), marks([said])
    return Tally(int(bool(wanted & found)), int(bool(found)), int(bool(wanted)))


def _pairs(comparison: Comparison) -> dict[str, Share]:
    return {
        check.measure: Share(sum(check.right(pair) for pair in judged), len(judged))
        for check in CHECKS
        for judged in [[pair for pair in comparison.pairs if check.applies(pair.gold)]]
    }


def _voices(comparison: Comparison) -> dict[str, Tally]:
    heard = [(gold.voice, said.voice if said else None) for gold, said in comparison.sentences]
    return {
        voice: Tally(
            sum(gold == said == voice for gold, said in heard),
            sum(said == voice for _, said in heard),
            sum(gold == voice for gold, _ in heard),
        )
        for voice in VOICES
    }
