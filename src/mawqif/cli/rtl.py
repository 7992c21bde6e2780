"""Right-to-left text in a terminal.

Terminals know only lines from the left. Every line of Arabic is set flush right and wrapped in isolate marks
(U+2067 … U+2069): one that orders both directions then keeps punctuation, digits and table columns in their places,
and one that does not shows the same letters as before, for the marks take no room.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

_OPEN, _CLOSE = "\u2067", "\u2069"

_CONTROLS = {n: chr(0x2400 + n) for n in range(0x20) if chr(n) not in "\n\t"} | {0x7F: "\u2421"}
_CONTROLS |= dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000)], "\ufffd")


def tame(text: str) -> str:
    """The text, one code point for each, with nothing in it that a terminal would obey."""
    return text.translate(_CONTROLS)


class Rtl:
    """A text set from the right where its first letter is written that way, else from the left."""

    def __init__(self, text: Text | str, style: str = "") -> None:
        self.text = Text(tame(text), style=style) if isinstance(text, str) else text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for paragraph in self.text.split("\n", allow_blank=True):
            yield from _set(paragraph, console, options.max_width)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self.text)


def _set(paragraph: Text, console: Console, width: int) -> Iterator[Text]:
    from_right = _from_right(paragraph.plain)
    for line in paragraph.wrap(console, width):
        line.rstrip()
        yield _flush_right(line, width) if from_right else line


def _flush_right(line: Text, width: int) -> Text:
    return Text.assemble(" " * (width - line.cell_len), _OPEN, line, _CLOSE, no_wrap=True)


def _from_right(text: str) -> bool:
    kinds = map(unicodedata.bidirectional, text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), True)
