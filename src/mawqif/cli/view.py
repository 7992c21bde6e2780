"""An article and its statements as they stand in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from mawqif.cli.rtl import Rtl, tame
from mawqif.export.segments import Part, Segment, paragraphs, spans_of
from mawqif.model import Reading, Statement, Voice

VOICES: Final[dict[Voice, str]] = {
    "sourced": "cyan",
    "fact": "",
    "inference": "italic yellow",
    "boilerplate": "bright_black",
}
"""Styles by name of the terminal's own palette, which its owner has made readable."""

SIGNS: Final[dict[Voice, str]] = {"sourced": "❝ ", "fact": "", "inference": "≈ ", "boilerplate": "× "}
"""What stands before a sentence where there is no colour."""

_PARTS: Final[dict[Part, str]] = {"cue": "bold underline", "source": "bold", "condition": "magenta"}
_WIDEST = 100
"""Cells; longer lines of Arabic are hard to follow back to the right."""

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def console_for(stream: TextIO) -> Console:
    """A console on `stream`, in colour where it is a terminal that has any, at most `_WIDEST` cells wide."""
    console = Console(file=stream, highlight=False)
    console.width = min(console.width, _WIDEST)
    return console


def article_view(reading: Reading, console: Console) -> RenderableType:
    """The headline, the text with its voices, what the colours mean, and a table of the statements."""
    parts = [*_head(reading), *text_view(reading, console), legend(console), statements_table(reading)]
    return Group(*parts)


def text_view(reading: Reading, console: Console) -> Iterator[RenderableType]:
    """The text by paragraphs, each sentence in the colour (or after the sign) of its voice."""
    plain = not console.is_terminal or console.no_color
    text = reading.text or ""
    numbered: set[int] = set()
    openings = {sentence.start: sentence.voice for sentence in reading.sentences} if plain else {}
    for line in paragraphs(text, reading):
        shown = Text()
        for segment in line:
            shown.append(SIGNS[openings[segment.start]] if segment.start in openings else "")
            shown.append(tame(text[segment.start : segment.end]), style=_style(segment))
            shown.append(_numbers(segment, reading, numbered), style="bold")
        yield Padding(Rtl(shown), (0, 0, 1, 0))


def legend(console: Console) -> RenderableType:
    """What the colours and signs of voices mean."""
    plain = not console.is_terminal or console.no_color
    words = Text("voices: ", style="dim")
    for voice, style in VOICES.items():
        words.append(f"{SIGNS[voice] if plain else ''}{voice}", style=style or "none").append("   ")
    words.append("condition", style=_PARTS["condition"]).append("   ")
    words.append("cue", style=_PARTS["cue"]).append("   ").append("source", style=_PARTS["source"])
    return words


def statements_table(reading: Reading) -> RenderableType:
    """The statements, columns from right to left: number, speaker, act, content, circumstances."""
    if not reading.statements:
        return Text("no statements", style="dim")
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True, header_style="dim")
    table.add_column("when, where, if", justify="right", ratio=3)
    table.add_column("content", justify="right", ratio=6)
    table.add_column("act", justify="right")
    table.add_column("speaker", justify="right", ratio=3)
    table.add_column("#", justify="right", style="bold")
    for number, said in enumerate(reading.statements, 1):
        content = Rtl(" … ".join(span.text for span in said.content))
        table.add_row(circumstances(said), content, said.act, speaker_view(said), str(number), end_section=True)
    return table


def speaker_view(said: Statement) -> RenderableType:
    """Who speaks, and below it the role and for whom."""
    speaker = said.speaker
    for_whom = " → ".join(filter(None, (speaker.kind, speaker.speaks_for))) or "unknown"
    lines: list[RenderableType] = [Rtl(speaker.name, "bold")] if speaker.name else []
    if speaker.role and speaker.role != speaker.name:
        lines.append(Rtl(speaker.role))
    return Group(*lines, Text(for_whom, style="dim", justify="right"))


def circumstances(said: Statement) -> RenderableType:
    """The day, then the spans that are neither cue, source nor content, one below the other."""
    lines: list[RenderableType] = [Text(said.said_on, justify="right")] if said.said_on else []
    for part, span in spans_of(said):
        if part not in ("cue", "source", "content"):
            lines.append(Rtl(span.text, _PARTS.get(part, "")))
    return Group(*lines)


def _head(reading: Reading) -> Iterator[RenderableType]:
    if reading.title:
        yield Rtl(reading.title, "bold")
    known = [tame(fact) for fact in (reading.outlet, reading.published) if fact]
    if known:
        yield Rtl(Text("  ".join(f"\u2068{fact}\u2069" for fact in known), style="dim"))
    yield Text("")


def _style(segment: Segment) -> str:
    styles = [VOICES[segment.voice]] if segment.voice else []
    styles += [style for part, style in _PARTS.items() if any(mark.part == part for mark in segment.marks)]
    return " ".join(filter(None, styles))


def _numbers(segment: Segment, reading: Reading, numbered: set[int]) -> str:
    """The numbers of the statements whose cue (or content, without one) ends first with this segment."""
    begun = {
        mark.statement
        for mark in segment.marks
        if mark.part == ("content" if reading.statements[mark.statement].cue is None else "cue")
    } - numbered
    numbered |= begun
    return " ".join(str(number + 1).translate(_SUPERSCRIPT) for number in sorted(begun))
