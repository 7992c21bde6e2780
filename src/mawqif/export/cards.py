"""The statements of a reading as a list of HTML cards, each linked to its words."""

from __future__ import annotations

from collections.abc import Iterator

from mawqif.export.escape import escape
from mawqif.export.labels import ACTS, KINDS, MODES, PARTS, Label
from mawqif.export.segments import Part
from mawqif.model import Reading, Span, Statement


def cards(reading: Reading, prefix: str, *, linked: bool) -> str:
    """The statements as an ordered list; `linked` where the article's words stand on the page to link to."""
    if not reading.statements:
        return '<p class="none">لا أقوال في هذا النص <small lang="en" dir="ltr">no statements</small></p>'
    items = "".join(_card(s, prefix, n, linked=linked) for n, s in enumerate(reading.statements, 1))
    return f'<ol class="cards" aria-label="statements">{items}</ol>'


def _card(statement: Statement, prefix: str, number: int, *, linked: bool) -> str:
    mark = f'<a href="#{prefix}-w{number}" aria-label="to the words">{number}</a>' if linked else f"{number}"
    nested = ' class="nested"' if statement.nested else ""
    quoted = "".join(f"<span>{_words(span.text)}</span>" for span in statement.content)
    return (
        f'<li id="{prefix}-s{number}"{nested}><p class="who"><span class="n">{mark}</span> {_who(statement)}</p>'
        f'<p class="act">{" · ".join(_acts(statement))}</p><blockquote>{quoted}</blockquote>{_facts(statement)}</li>'
    )


def _who(statement: Statement) -> str:
    speaker = statement.speaker
    name = f"<strong>{_words(speaker.name)}</strong>" if speaker.name else '<strong class="unknown">؟</strong>'
    role = f' <span class="role">{_words(speaker.role)}</span>' if speaker.role and speaker.role != speaker.name else ""
    actor = f' <abbr title="speaks for" dir="ltr">{escape(speaker.speaks_for)}</abbr>' if speaker.speaks_for else ""
    return name + actor + role


def _acts(statement: Statement) -> Iterator[str]:
    labels = [ACTS[statement.act], MODES[statement.mode]]
    if statement.speaker.kind:
        labels.append(KINDS[statement.speaker.kind])
    yield from map(_label, labels)


def _facts(statement: Statement) -> str:
    """Conditions, time, occasion, audience and intermediary, those there are."""
    singles: list[tuple[Part, Span | None]] = [
        ("when", statement.when),
        ("channel", statement.channel),
        ("audience", statement.audience),
        ("via", statement.via),
    ]
    rows: list[tuple[Part, str]] = [("condition", _words(span.text)) for span in statement.conditions]
    rows += [(part, _words(span.text)) for part, span in singles if span is not None]
    if statement.said_on:
        rows = [row for row in rows if row[0] != "when"] + [("when", _day(statement.when, statement.said_on))]
    listed = "".join(
        f'<div class="f-{part}"><dt>{_label(PARTS[part])}</dt><dd>{said}</dd></div>' for part, said in rows
    )
    return f"<dl>{listed}</dl>" if listed else ""


def _day(when: Span | None, day: str) -> str:
    written = f"{_words(when.text)} · " if when else ""
    return f'{written}<time datetime="{escape(day)}" dir="ltr">{escape(day)}</time>'


def _words(text: str) -> str:
    return f"<bdi>{escape(text)}</bdi>"


def _label(label: Label) -> str:
    return f'{label.ar} <small lang="en" dir="ltr">{label.en}</small>'
