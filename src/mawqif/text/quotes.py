"""Quotation pairs of every kind, robust to a missing mark, in time linear in the number of tokens."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from mawqif.text.tokens import LINE, Tokens

_CLOSER = {"«": "»", "{": "}", "“": "”", "„": "”", "‟": "”", "‹": "›", "‘": "’"}
_OPENER = {"»": "«", "}": "{", "”": "“", "›": "‹", "’": "‘"}
_ORPHANS = frozenset("»”")
"""Closing marks that writers also put where a quotation opens."""
_STRAIGHT = frozenset(('"', "″", "＂", "''"))
_STOPS = frozenset(".؟?!…")
_WRONG = 120
"""Tokens in which the mark that closes a wrongly opened quotation is looked for."""
MARKS = frozenset([*_CLOSER, *_OPENER, *_STRAIGHT])
_WATCHED = MARKS | {LINE}


class Quote(msgspec.Struct, frozen=True):
    """A quotation: token index of its opening mark and of its closing mark.

    Where the closing mark is missing, `closed` is false and `last` is the token before which the quotation ends at
    the latest (the end of its paragraph).
    """

    first: int
    last: int
    closed: bool


def find_quotes(tokens: Tokens) -> list[Quote]:
    """All quotations of a text in order of their opening marks; straight marks alternate inside a paragraph."""
    found: list[Quote] = []
    open_marks: list[tuple[str, int]] = []
    forms = tokens.forms
    for i in tokens.where(_WATCHED):
        if forms[i] == LINE:
            _end_paragraph(open_marks, tokens, i, found)
        else:
            _take_mark(forms[i], i, tokens, open_marks, found)
    for _, first in open_marks:
        found.append(Quote(first, len(forms), False))
    found.sort(key=lambda q: q.first)
    return found


def _take_mark(form: str, i: int, tokens: Tokens, open_marks: list[tuple[str, int]], found: list[Quote]) -> None:
    kind = '"' if form in _STRAIGHT else form
    wanted = kind if kind == '"' else _OPENER.get(kind)
    if kind == "“" and _position(open_marks, "„") is not None:
        wanted = "„"
    if wanted is not None:
        k = _position(open_marks, wanted)
        if k is not None and not (kind == '"' and _only_opens(tokens, i, open_marks[k][1])):
            first = open_marks[k][1]
            for _, lost in open_marks[k + 1 :]:
                found.append(Quote(lost, i, False))
            del open_marks[k:]
            found.append(Quote(first, i, True))
            return
    if kind == '"' or kind in _CLOSER:
        open_marks.append((kind, i))
    elif kind in _ORPHANS and _opens_wrongly(tokens, i):
        open_marks.append((_OPENER[kind], i))


def _opens_wrongly(tokens: Tokens, i: int) -> bool:
    """قال» لن نعود»: a closing mark without an opening one, behind a word, that is closed by the next of its kind."""
    forms = tokens.forms
    if i == 0 or not (forms[i - 1][-1].isalnum() or forms[i - 1] == ":"):
        return False
    for form in forms[i + 1 : i + _WRONG]:
        if form == LINE or form in _CLOSER:
            return False
        if form == forms[i]:
            return True
    return False


def _position(open_marks: Sequence[tuple[str, int]], wanted: str) -> int | None:
    for k in range(len(open_marks) - 1, max(-1, len(open_marks) - 4), -1):
        mark = open_marks[k][0]
        if mark == wanted or (wanted == "“" and mark in "“„‟"):
            return k
    return None


def _only_opens(tokens: Tokens, i: int, first: int) -> bool:
    """A straight mark glued to the word after it and apart from the one before opens, it does not close."""
    text, start, end = tokens.text, tokens.starts[i], tokens.ends[i]
    apart_before = start > 0 and text[start - 1].isspace()
    glued_after = end < len(text) and text[end].isalnum()
    opened_glued = tokens.ends[first] < len(text) and not text[tokens.ends[first]].isspace()
    return apart_before and glued_after and opened_glued


def _end_paragraph(open_marks: list[tuple[str, int]], tokens: Tokens, i: int, found: list[Quote]) -> None:
    """A quotation runs over its paragraph if its closing mark comes before the next opening one."""
    kept: list[tuple[str, int]] = []
    for mark, first in open_marks:
        if _straight_closes_later(tokens, first, i) if mark == '"' else _closes_later(mark, tokens.forms, i):
            kept.append((mark, first))
        else:
            found.append(Quote(first, i, False))
    open_marks[:] = kept[-1:]
    for _, first in kept[:-1]:
        found.append(Quote(first, i, False))


def _straight_closes_later(tokens: Tokens, first: int, i: int, limit: int = 200) -> bool:
    """Straight marks tell opening from closing only by their place: an opener leans on what follows, a closer on what precedes.

    A paragraph that a quotation runs over ends like a sentence; the next straight mark must be a closer.
    """
    text, forms, starts, ends = tokens.text, tokens.forms, tokens.starts, tokens.ends
    opens = (first == 0 or not text[starts[first] - 1].isalnum()) and text[ends[first] : ends[first] + 1].isalnum()
    if not opens or forms[i - 1] not in _STOPS:
        return False
    for k in range(i + 1, min(len(forms), i + limit)):
        if forms[k] in _STRAIGHT:
            before, after = text[starts[k] - 1], text[ends[k] : ends[k] + 1]
            return before in _STOPS or before.isalnum() and not (after == " " or after.isalnum())
    return False


def _closes_later(mark: str, forms: Sequence[str], i: int, limit: int = 400) -> bool:
    for form in forms[i : i + limit]:
        if form == mark:
            return False
        if form == _CLOSER[mark] or (mark == "„" and form == "“"):
            return True
    return False
