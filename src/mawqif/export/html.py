"""Readings as web pages: one file that needs nothing else, and the fragment that notebooks show.

The article's text is hostile by assumption: every character of it is escaped, the page runs no script, and its
content policy lets nothing be fetched. Words and statements are linked both ways by anchors; the style sheet alone
lights the words of the statement that is pointed at.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from string import Template

from mawqif.export.cards import cards
from mawqif.export.escape import escape
from mawqif.export.labels import PARTS, VOICES, Label
from mawqif.export.segments import Mark, Segment, paragraphs
from mawqif.model import Reading

_LIT = 150
"""Statements of one article whose words light up when pointed at; each takes a rule of the style sheet."""


def page(readings: Sequence[Reading]) -> str:
    """One complete HTML document with every reading, each with the text it carries (`Reading.text`)."""
    fragments = [_article(reading, reading.text, f"a{number}") for number, reading in enumerate(readings, 1)]
    style = _file("page.css") + _style(readings)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    title = (readings[0].title if len(readings) == 1 else None) or f"Mawqif: {_count(len(readings), 'article')}"
    return Template(_file("page.html")).substitute(
        title=escape(title),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        style=style,
        contents=_contents(readings) if len(readings) > 1 else "",
        legend=_legend(),
        articles="\n".join(fragments),
    )


def reading_html(reading: Reading, text: str | None = None) -> str:
    """A reading as an HTML fragment with its own style, for notebooks and for pages of others.

    `text` is the article's text, by default the one the reading carries; without any, its statements stand alone.
    Several fragments may stand on one page.
    """
    text = reading.text if text is None else text
    seed = "\0".join(filter(None, (reading.id, reading.published, text))).encode("utf-8", "replace")
    prefix = "m" + hashlib.sha256(seed).hexdigest()[:10]
    article = _article(reading, text, prefix)
    return f'<div class="mawqif" lang="ar" dir="rtl"><style>{_style([reading])}</style>{_legend()}{article}</div>'


@cache
def _file(name: str) -> str:
    return resources.files("mawqif.export").joinpath(name).read_text("utf-8")


def _style(readings: Iterable[Reading]) -> str:
    """The style sheet with one pair of rules for each place in a list of statements."""
    longest = max((len(reading.statements) for reading in readings), default=0)
    rules = [
        f".mawqif article:has(.cards>:nth-child({n}):is(:target,:hover),.w{n}:is(:target,:hover)) .k{n}"
        "{background:var(--lit);color:var(--lit-ink)}"
        f".mawqif article:has(.w{n}:hover) .cards>:nth-child({n}){{border-color:var(--cue)}}"
        for n in range(1, min(longest, _LIT) + 1)
    ]
    return _file("reading.css") + "\n".join(rules)


def _article(reading: Reading, text: str | None, prefix: str) -> str:
    title = f'<h2 dir="auto">{escape(reading.title)}</h2>' if reading.title else ""
    facts = " · ".join(f"<bdi>{escape(fact)}</bdi>" for fact in (reading.outlet, reading.published) if fact)
    meta = f'<p class="meta">{facts}</p>' if facts else ""
    body = "" if text is None else f'<div class="text">{_text(reading, text, prefix)}</div>'
    statements = cards(reading, prefix, linked=text is not None)
    return f'<article id="{prefix}">{title}{meta}<div class="sheet">{body}{statements}</div></article>'


def _text(reading: Reading, text: str, prefix: str) -> str:
    anchored: set[int] = set()
    lines = (
        "".join(_segment(segment, reading, text, prefix, anchored) for segment in line)
        for line in paragraphs(text, reading)
    )
    return "\n".join(f'<p dir="auto">{line}</p>' for line in lines)


def _segment(segment: Segment, reading: Reading, text: str, prefix: str, anchored: set[int]) -> str:
    """One segment; the first words of a statement's cue (or content) become the anchor of the statement."""
    words = escape(text[segment.start : segment.end])
    classes = _classes(segment)
    begun = sorted({m.statement for m in segment.marks if _anchors(m, reading)} - anchored)
    if not begun:
        return f'<span class="{classes}">{words}</span>' if classes else words
    anchored.update(begun)
    first, *others = (index + 1 for index in begun)
    return _anchor(first, prefix, classes, words) + "".join(_anchor(n, prefix, "", "") for n in others)


def _anchor(n: int, prefix: str, classes: str, words: str) -> str:
    """Words linked to statement `n`; its number is drawn by the style sheet, so that the text stays as it is."""
    return f'<a id="{prefix}-w{n}" class="{classes} w{n}" href="#{prefix}-s{n}" data-n="{n}">{words}</a>'


def _anchors(mark: Mark, reading: Reading) -> bool:
    return mark.part == ("content" if reading.statements[mark.statement].cue is None else "cue")


def _classes(segment: Segment) -> str:
    voice = [f"v-{segment.voice}"] if segment.voice else []
    parts = {f"p-{mark.part}" for mark in segment.marks}
    keys = {f"k{mark.statement + 1}" for mark in segment.marks}
    deep = ["deep"] if sum(mark.part == "content" for mark in segment.marks) > 1 else []
    return " ".join([*voice, *sorted(parts), *deep, *sorted(keys)])


def _contents(readings: Sequence[Reading]) -> str:
    rows = "".join(
        f'<li><a href="#a{number}"><bdi>{escape(reading.title or reading.id or f"{number}")}</bdi></a>'
        f' <small dir="ltr" lang="en">{_count(len(reading.statements), "statement")}</small></li>'
        for number, reading in enumerate(readings, 1)
    )
    return f'<nav aria-label="articles"><ol class="contents">{rows}</ol></nav>'


def _legend() -> str:
    voices = "".join(_key(f"v-{voice}", label) for voice, label in VOICES.items())
    parts = "".join(_key(f"p-{part}", label) for part, label in PARTS.items())
    return f'<div class="legend" aria-label="legend"><ul>{voices}</ul><ul>{parts}</ul></div>'


def _key(name: str, label: Label) -> str:
    return f'<li><span class="{name}">{label.ar}</span> <small lang="en" dir="ltr">{label.en}</small></li>'


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
