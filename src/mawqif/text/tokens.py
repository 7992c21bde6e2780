"""Tokens as columns: words, numbers, single punctuation marks and line breaks of a folded text."""

from __future__ import annotations

import re
from bisect import bisect_right

from mawqif.text.fold import HARAKAT, fold

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][a-zA-Z\u00c0-\u024f]+)*|\d+(?:[.,٫:/\-]\d+)*|\n\s*|\.\.+|\S")
_TATWEEL = "\u0640"
_STROKE = re.compile(rf"(?<![\w{''.join(sorted(HARAKAT))}]){_TATWEEL}+(?!\w)")
LINE = "\n"
_GLUED = re.compile(r"ة(?=[ء-غف-ي])")
"""Ta marbuta ends a word: what is written on without a space is another one (الحكومةالقطرية)."""


class Tokens:
    r"""The tokens of one text in parallel columns.

    `forms[i]` is the folded form, `text[starts[i]:ends[i]]` the original words (code points, end exclusive). A run
    of line breaks is one token with the form `"\n"`; a stroke of tatweel that joins no letter is the dash its writer meant.
    """

    __slots__ = ("ends", "forms", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        folded = fold(_dashed(text))
        offsets = folded.offsets
        forms, starts, ends = [], [], []
        for match in _TOKEN.finditer(folded.text):
            form, after = match[0], match.end()
            end = offsets[after - 1] + 1
            forms.append(form if form[0] != LINE else LINE)
            starts.append(offsets[match.start()])
            ends.append(end if end == offsets[after] else _past_marks(text, end))
        self.forms: list[str] = forms
        self.starts: list[int] = starts
        self.ends: list[int] = ends
        for glued in _GLUED.finditer(text):
            self._split(glued.end())

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
