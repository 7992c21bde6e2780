"""Counts that stand in no numeral beside a noun: how long something lasts, how many conditions are said to be all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import msgspec

from mawqif.lang.ar.stance.traits import traits
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.times.lexicon import lexicon
from mawqif.lang.ar.times.numbers import word_number_edges
from mawqif.model import Position, Trait
from mawqif.text.fold import fold_word

_DURATION = "مده"
_DAYS = {
    **dict.fromkeys(("يوم", "يوما", "ايام"), 1), **dict.fromkeys(("اسبوع", "اسبوعا", "اسابيع"), 7),
    **dict.fromkeys(("شهر", "شهرا", "اشهر", "شهور"), 30), **dict.fromkeys(("سنه", "سنوات", "عام", "عاما", "اعوام"), 365),
}  # fmt: skip
_TWICE = {
    f"{one}{ending}": 2 * days
    for one, days in (("يوم", 1), ("اسبوع", 7), ("شهر", 30), ("سنت", 365), ("عام", 365))
    for ending in ("ان", "ين")
}
_LASTING = frozenset(("مدتها", "مدته", "مدتهما", "لمده", "مده", "لفتره"))
_TWO = frozenset(("شرطان", "شرطين"))
_ONE = frozenset(("شرط", "شرطا", "شرطه", "شرطها"))
_ONLY = frozenset(("واحد", "واحدا", "واحده", "وحيد", "وحيدا"))
_REACH = 4
"""Tokens within which a condition is called the only one (شرط بلاده الوحيد)."""
_LETTERS = ("و", "ف", "ب", "ك", "ل", "ال")


def with_details(doc: Document, positions: Sequence[Position]) -> Iterator[Position]:
    """The positions with the counts told in the sentences of their evidence.

    A sentence that only alludes to an occasion tells its numbers too, if it names one day.
    """
    days: dict[int, set[str | None]] = defaultdict(set)
    for position in positions:
        if position.alludes:
            days[position.evidence.start] |= {position.said_from, position.said_to}
    for position in positions:
        first, last = _sentences(doc, position.evidence.start, position.evidence.end)
        found: Iterable[Trait] = details(doc, first, last)
        if position.alludes:
            alone = len(days[position.evidence.start]) == 1
            found = chain(found, (t for t in traits(doc, first, last) if t.kind == "number")) if alone else ()
        given = tuple(dict.fromkeys(t for t in (*position.traits, *found) if not _is_date(t)))
        yield msgspec.structs.replace(position, traits=given) if given != position.traits else position


def _is_date(trait: Trait) -> bool:
    """Whether a number is the day of a month (22 نوفمبر): days are compared as such."""
    last = fold_word(trait.text).split()[-1]
    return trait.kind == "number" and any(lexeme.cls == "month" for lexeme in lexicon().get(last, ()))


def _sentences(doc: Document, start: int, end: int) -> tuple[int, int]:
    """The tokens of the sentences that characters are in."""
    inside = [s for s in doc.sentences if doc.tokens.starts[s[0]] < end and doc.tokens.ends[s[1] - 1] > start]
    return (inside[0][0], inside[-1][1]) if inside else (0, 0)


def details(doc: Document, first: int, last: int) -> Iterator[Trait]:
    """The counts told in a range of tokens, in order."""
    for k in range(first, last):
        yield from chain(_duration(doc, k, last), _conditions(doc, k, last))


def _duration(doc: Document, k: int, last: int) -> Iterator[Trait]:
    """هدنة مدتها أسبوع، لأسبوعين، لمدة ثلاثة أشهر; not the name of a time (لعام 2015، لشهر رمضان)."""
    form = doc.forms[k].removeprefix("و")
    if form in _LASTING:
        forms = doc.forms[k + 1 : last]
    elif form.startswith("ل"):
        forms = [form.removeprefix("ل"), *doc.forms[k + 1 : last]]
    else:
        return
    times, length = _times(forms)
    unit = forms[length] if length < len(forms) else ""
    days = times * _DAYS.get(unit, 0) or (0 if length else _TWICE.get(unit, 0))
    after = forms[length + 1] if length + 1 < len(forms) else "."
    named = not length and unit in _DAYS and (after[0].isdigit() or form not in _LASTING and after[0].isalpha())
    if days and not (named and after not in _ONLY):
        end = k + length + (form in _LASTING)
        text = doc.text[doc.tokens.starts[k] : doc.tokens.ends[end]]
        yield Trait(kind="number", key=_DURATION, value=f"{days}", text=text)


def _times(forms: Sequence[str]) -> tuple[int, int]:
    """The number that forms begin with and how many of them it takes; (1, 0) where they begin with none."""
    if forms and forms[0].isdecimal():
        return int(forms[0]), 1
    edges = [e for e in word_number_edges(lexicon(), forms, 0) if e.cls == "num"] if forms else []
    best = max(edges, key=lambda e: e.length, default=None)
    return (int(str(best.value)), best.length) if best else (1, 0)


def _conditions(doc: Document, k: int, last: int) -> Iterator[Trait]:
    """شرطين، بشرط واحد، شرط بلاده الوحيد"""
    bare = _bare(doc.forms[k])
    end = k if bare in _TWO else None
    if bare in _ONE:
        end = next((j for j in range(k + 1, min(last, k + _REACH)) if doc.forms[j].removeprefix("ال") in _ONLY), None)
    if end is not None:
        text = doc.text[doc.tokens.starts[k] : doc.tokens.ends[end]]
        yield Trait(kind="conditions", key="all", value="2" if bare in _TWO else "1", text=text)


def _bare(form: str) -> str:
    """A form without conjunction, preposition and article."""
    for letters in _LETTERS:
        if len(form) > len(letters) + 2:
            form = form.removeprefix(letters)
    return form
