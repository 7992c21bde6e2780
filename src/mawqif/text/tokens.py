"""Tokens as columns: words, numbers, single punctuation marks and line breaks of a folded text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate

from mawqif.text.fold import HARAKAT, fold

_TOKEN = re.compile(r"([^\W\d_]+(?:[-'’][a-zA-Z\u00c0-\u024f]+)*|\d+(?:[.,٫:/\-]\d+)*|\n\s*|\.\.+|''|\S)")
_TATWEEL = "\u0640"
_STROKE = re.compile(rf"{_TATWEEL}(?<![\w{''.join(sorted(HARAKAT))}]{_TATWEEL}){_TATWEEL}*(?!\w)")
LINE = "\n"
_GLUED = re.compile(r"ة(?=[ء-غف-ي])")
"""Ta marbuta ends a word: what is written on without a space is another one (الحكومةالقطرية)."""


class Tokens:
    r"""The tokens of one text in parallel columns.

    `forms[i]` is the folded form, `text[starts[i]:ends[i]]` the original words (code points, end exclusive). A run
    of line breaks is one token with the form `"\n"`; a stroke of tatweel that joins no letter is the dash its writer meant.
    """

    __slots__ = ("_places", "ends", "forms", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        folded = fold(_dashed(text))
        pieces = _TOKEN.split(folded.text)  # what stands between tokens and the tokens, by turns
        ends = list(accumulate(map(len, pieces)))
        self.forms = [LINE if form.isspace() else form for form in pieces[1::2]]
        self.starts, self.ends = ends[0:-1:2], ends[1::2]
        if not isinstance(folded.offsets, range):
            self._unfold(folded.offsets)
        for glued in _GLUED.finditer(text):
            self._split(glued.end())
        self._places: dict[str, list[int]] = {}

    @property
    def places(self) -> Mapping[str, list[int]]:
        """Form → its tokens in order; made when first asked."""
        if not self._places:
            found: defaultdict[str, list[int]] = defaultdict(list)
            for k, form in enumerate(self.forms):
                found[form].append(k)
            self._places = dict(found)
        return self._places

    def where(self, forms: AbstractSet[str]) -> list[int]:
        """The tokens that have one of these forms, in order."""
        places = self.places
        return sorted([k for form in places.keys() & forms for k in places[form]])

    def _unfold(self, offsets: Sequence[int]) -> None:
        """Tell the places by code points of the text, in which marks stand that the folded text has not."""
        self.starts = list(map(offsets.__getitem__, self.starts))
        self.ends = [
            at if (at := offsets[end]) == offsets[end - 1] + 1 else _past_marks(self.text, offsets[end - 1] + 1)
            for end in self.ends
        ]

    def _split(self, at: int) -> None:
        """Part the token that runs over the code point `at` in two."""
        i = bisect_right(self.starts, at) - 1
        if self.starts[i] < at < self.ends[i]:
            start, end = self.starts[i], self.ends[i]
            self.forms[i : i + 1] = [fold(self.text[start:at]).text, fold(self.text[at:end]).text]
            self.starts[i : i + 1], self.ends[i : i + 1] = [start, at], [at, end]

    def __len__(self) -> int:
        return len(self.forms)


def _dashed(text: str) -> str:
    """The text, as long as it was, with dashes where tatweel is drawn as one."""
    return _STROKE.sub(lambda stroke: "–" * len(stroke.group()), text) if _TATWEEL in text else text


def _past_marks(text: str, end: int) -> int:
    """Let the harakat dropped by folding belong to the word they stand on; direction marks stay outside."""
    while end < len(text) and text[end] in HARAKAT:
        end += 1
    return end
