"""Laws that hold for any text: offsets, order, determinism, indifference to spelling variants."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mawqif.lang.ar.times import dateline, find_times, parse_published, times
from mawqif.lang.ar.times.context import load_table as load
from mawqif.text.tokens import Tokens

_WORDS = sorted(
    {p for table in ("words.toml", "numbers.toml") for c in load(table).values() for v in c.values() for p in v}
)
_MARKS = [
    "/",
    "(",
    ")",
    "،",
    "-",
    "–",
    "\n",
    ".",
    "و",
    "ال",
    "ل",
    "12",
    "3",
    "2015",
    "1436",
    "١٢/٧/٢٠٢٥",
    "2014-2015",
    "أن",
    "قال",
]
soups = st.lists(st.sampled_from(_WORDS + _MARKS), max_size=30).map(" ".join)
anything = st.one_of(st.text(max_size=80), soups)
days = st.one_of(st.none(), st.dates(date(1950, 1, 1), date(2080, 1, 1)), st.dates())


@given(anything, days)
def test_offsets_point_into_the_text_and_days_run_forwards(text: str, reference: date | None) -> None:
    end = 0
    for found in times(text, reference):
        assert text[found.start : found.end] == found.text != ""
        assert found.start >= end
        assert (found.first is None) == (found.last is None)
        assert found.first is None or found.last is None or found.first <= found.last
        end = found.end


@given(soups, days)
def test_token_spans_agree_with_offsets(text: str, reference: date | None) -> None:
    tokens = Tokens(text)
    for found in find_times(tokens, reference):
        assert found.first < found.last <= len(tokens)
        assert tokens.starts[found.first] <= found.start < found.end == tokens.ends[found.last - 1]
        assert found.when_start <= found.start


@given(anything, days)
def test_reading_twice_gives_the_same(text: str, reference: date | None) -> None:
    assert times(text, reference) == times(text, reference)


@given(soups, days)
def test_spelling_variants_mean_the_same(text: str, reference: date | None) -> None:
    variant = text.translate(str.maketrans("أإآىة0123456789", "اااية٠١٢٣٤٥٦٧٨٩")).replace("م", "مـ").replace("س", "سَ")
    assert _days(text, reference) == _days(variant, reference)


@given(st.one_of(st.none(), anything))
def test_stamps_never_fail(text: str | None) -> None:
    parse_published(text)
    dateline(Tokens(text or ""))


def _days(text: str, reference: date | None) -> list[tuple[str | None, str | None, bool]]:
    return [(t.first, t.last, t.approximate) for t in times(text, reference)]
