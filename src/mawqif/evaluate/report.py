"""Scores as plain text for people: the errors first, then the groups asked for, then the measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from mawqif.evaluate.errors import Error
from mawqif.evaluate.groups import Group
from mawqif.evaluate.scores import Scores
from mawqif.evaluate.tally import Tally

WIDTH = 44
SHOWN = 160
_SOURCE_COLUMNS = {
    "sent": "sentence",
    "cue": "cue",
    "over": "content_overlap",
    "exact": "content_exact",
    "state": "statement_content_speaker",
    "cond": "conditions",
    "chan": "channel",
    "aud": "audience",
    "src": "pair_source_span_exact",
    "mode": "pair_mode",
    "act": "pair_act",
    "kind": "pair_kind",
    "for": "pair_speaks_for",
    "date": "pair_said_on",
    "voice": "voice_macro_f1",
}


def error_lines(scores: Scores, most: int, kinds: Sequence[str] = ()) -> Iterator[str]:
    """At most `most` errors of each kind (of all kinds, or of those given), under a heading with their number."""
    for kind, number in scores.error_counts().items():
        if not kinds or kind in kinds:
            yield f"{kind}: {number}"
            for error in islice((e for e in scores.errors if e.kind == kind), most):
                yield from _error(error)


def _error(error: Error) -> Iterator[str]:
    yield f"  {error.article}:{error.start} [{error.cue or '-'}]" + (f" by {error.rule}" if error.rule else "")
    for label, words in (("gold", error.expected), ("said", error.found)):
        if words is not None:
            yield f"    {label}: {_short(words)}"
    yield f"    in:   {_short(error.context)}"


def _short(words: str) -> str:
    """One line of limited length; a long one loses its middle, since errors sit at the edges."""
    line = " ".join(words.split())
    half = SHOWN // 2
    return line if len(line) <= SHOWN else f"{line[:half]} […] {line[-half:]}"


def group_lines(groups: dict[str, Group], heading: str) -> Iterator[str]:
    """One row for each group that loses something, most lost first, and one for all that lose nothing."""
    columns = ("gold", "found", "said", "matched", "exact", "speaker", "lost")
    yield f"{heading:{WIDTH}}" + "".join(f"{column:>9}" for column in columns)
    faultless = [group for group in groups.values() if not group.lost]
    rows = {name: group for name, group in groups.items() if group.lost}
    if faultless:
        rows[f"{len(faultless)} without loss"] = sum(faultless, Group())
    for name, group in rows.items():
        yield f"{name:{WIDTH}}" + "".join(f"{getattr(group, column):9d}" for column in columns)


def source_lines(scores: Scores) -> Iterator[str]:
    """One row a source of the gold, F1 or share right in each column, `-` where the gold has no case."""
    yield f"{'source':14}{'articles':>9}" + "".join(f"{column:>7}" for column in _SOURCE_COLUMNS)
    for name, each in [*scores.sources.items(), ("all", scores)]:
        figures = each.measures()
        cells = (figures.get(key) for key in _SOURCE_COLUMNS.values())
        yield f"{name:14}{each.articles:9d}" + "".join(_cell(value) for value in cells)


def _cell(value: float | None) -> str:
    return f"{'-':>7}" if value is None else f"{value:7.3f}"


def measure_lines(scores: Scores) -> Iterator[str]:
    """The measures over everything."""
    yield f"{scores.answered} of {scores.articles} articles answered"
    yield f"{'':{WIDTH}}" + "".join(f"{column:>7}" for column in ("P", "R", "F1", "gold", "said"))
    yield from _rows(scores.spans.items())
    yield from _rows((f"voice: {name}", tally) for name, tally in scores.voices.items())
    yield f"{'voice macro F1':{WIDTH}}{'':14}{scores.voice_macro_f1:7.3f}"
    for name, share in scores.pairs.items():
        yield f"{f'of the pairs, {name} right':{WIDTH}}{'':14}{share.value:7.3f}{share.of:7d}"


def _rows(tallies: Iterable[tuple[str, Tally]]) -> Iterator[str]:
    for name, tally in tallies:
        figures = f"{tally.precision:7.3f}{tally.recall:7.3f}{tally.f1:7.3f}{tally.gold:7d}{tally.said:7d}"
        yield f"{name:{WIDTH}}{figures}"
