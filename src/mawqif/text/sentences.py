"""Sentences as token ranges: they cover every token of the text without overlap."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mawqif.text.quotes import Quote
from mawqif.text.tokens import LINE, Tokens

_END = frozenset(".؟?!۔")
_AFTER_END = frozenset('»”"’)]') | _END
_BREAKS = _END | {LINE}

LOST_MARK_REACH = 80
"""Tokens that a quotation without closing mark may hold together."""


def split_sentences(
    tokens: Tokens, quotes: Sequence[Quote], abbreviations: Collection[str] = ()
) -> list[tuple[int, int]]:
    """Token ranges (end exclusive), without the line breaks between them.

    A sentence ends at a line break or at `. ؟ ! ?` outside quotations and brackets; marks that close after the stop
    belong to it. `abbreviations` are folded words after which a full stop ends nothing.
    """
    forms = tokens.forms
    inside = _inside(len(forms), quotes)
    ranges: list[tuple[int, int]] = []
    start, n = 0, len(forms)
    marks = tokens.where(_BREAKS)
    for i in sorted({*marks, *(i + 1 for i in marks if i + 1 < n)}):
        if i < start:
            continue
        if forms[i] == LINE:
            if i > start:
                ranges.append((start, i))
            start = i + 1
            continue
        ends = forms[i] in _END and not inside[i] and not _abbreviates(tokens, i, start, abbreviations)
        if ends or inside[i - 1] and _closes_after_stop(forms, inside, i):
            i += 1
            while i < n and forms[i] in _AFTER_END and not _opens(tokens, i):
                i += 1
            ranges.append((start, i))
            start = i
    if n > start:
        ranges.append((start, n))
    return ranges


def _closes_after_stop(forms: Sequence[str], inside: Sequence[bool], i: int) -> bool:
    """After a token in a quotation: one that ends with a stop of its own ends the sentence, unless punctuation goes on."""
    if inside[i] or forms[i - 1] not in _END:
        return False
    return i + 1 < len(forms) and (forms[i + 1] == LINE or forms[i + 1][0].isalpha())


def _inside(n: int, quotes: Sequence[Quote]) -> list[bool]:
    """Which tokens stand inside a quotation (closing mark excluded); a lost closing mark is believed for a while."""
    inside = [False] * (n + 1)
    end = 0
    for quote in quotes:
        if quote.last > end and (quote.closed or quote.last - quote.first <= LOST_MARK_REACH):
            for k in range(max(quote.first, end), quote.last):
                inside[k] = True
            end = quote.last
    return inside


def _opens(tokens: Tokens, i: int) -> bool:
    """A straight mark that stands apart from the stop before it and glued to what follows opens a new quotation."""
    text, start, end = tokens.text, tokens.starts[i], tokens.ends[i]
    return tokens.forms[i] == '"' and text[start - 1].isspace() and end < len(text) and not text[end].isspace()


def _abbreviates(tokens: Tokens, i: int, start: int, abbreviations: Collection[str]) -> bool:
    if tokens.forms[i] != "." or i == start:
        return i == start and i + 1 < len(tokens.forms) and tokens.forms[i + 1] != LINE
    glued = i + 1 < len(tokens.forms) and tokens.starts[i + 1] == tokens.ends[i]
    before = tokens.forms[i - 1]
    if glued and tokens.forms[i + 1] == ".":
        return False
    if before in abbreviations:
        return True
    return len(before) == 1 and before.isalpha() and tokens.starts[i] == tokens.ends[i - 1]
