"""Article to reading: every step adds, none goes back; no clock, no network, no database."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import partial

from mawqif.lang.ar.attribute import Attributor
from mawqif.lang.ar.resolve import Resolver
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft
from mawqif.lang.ar.times import dateline, parse_published
from mawqif.model import Article, Reading, Sentence, Span, Speaker, Statement
from mawqif.reading.carry import carry_channels, carry_times
from mawqif.reading.condition import find_conditions
from mawqif.reading.finish import (
    act_of,
    drop_inner_times,
    mark_nested,
    mode_of,
    name_intermediaries,
    said_on,
    share_with_participles,
)
from mawqif.reading.voice import Voices
from mawqif.world import World, default_world
from mawqif.world.outlets import outlet_home

_ALMOST_ALL = 8
"""Times as often as the outlet's own state another one is named that the whole article is about."""


def read_article(article: Article, world: World | None = None) -> Reading:
    """Read one article. Pure: the same article and world give the same reading."""
    world = world or default_world()
    reference = parse_published(article.published)
    doc = Document(article.text, reference, world)
    if reference is None:
        reference = dateline(doc.tokens)
        if reference is not None:
            doc.count_days_from(reference)
    drafts = Attributor(doc).run()
    drafts.sort(key=lambda d: d.at)
    mark_nested(drafts)
    home = home_of(doc, article, drafts)
    speakers = Resolver(doc, drafts, home, partial(world.speaks_for, on=reference)).run()
    carry_channels(doc, drafts)
    carry_times(doc, drafts)
    share_with_participles(doc, drafts)
    drop_inner_times(doc, drafts)
    name_intermediaries(doc, drafts, speakers)
    find_conditions(doc, drafts)
    statements = tuple(_statement(doc, d, s, reference) for d, s in zip(drafts, speakers, strict=True))
    voices = Voices(doc, drafts).run()
    sentences = tuple(
        Sentence(start=doc.span(*reach)[0], end=doc.span(*reach)[1], voice=voice, rule=rule)
        for reach, (voice, rule) in zip(doc.sentences, voices, strict=True)
    )
    return Reading(
        id=article.id, title=article.title, outlet=article.outlet, published=article.published,
        sentences=sentences, statements=statements, text=article.text,
    )  # fmt: skip


def home_of(doc: Document, article: Article, drafts: list[Draft]) -> str | None:
    """The state an article is about: its outlet's own where it names that at all often, else the one it names most.

    A state that is named once, inside what somebody said, is spoken about and no home.
    """
    home = outlet_home(article.outlet)
    named = [m for m in doc.mentions.values() if m.entity.type == "state" and not m.loose]
    counts = Counter({home: 1} if home is not None else {})
    counts.update(m.entity.id for m in named)
    if not counts:
        return home
    most = max(counts, key=lambda state: counts[state])
    sent = _dateline(doc)
    if sent is not None and counts[sent] * 2 >= counts[most]:
        most = sent
    if home is not None and counts[home] > 2 and counts[home] * _ALMOST_ALL > counts[most]:
        return home
    if counts[most] > 1 or most == home:
        return most
    return most if any(m.entity.id == most and not _told(drafts, m.first) for m in named) else None


def _dateline(doc: Document) -> str | None:
    """أديس أبابا – وكالة …: the one state whose capital the text is sent from."""
    mention = doc.mentions.get(0)
    if mention is None or mention.form != "capital" or mention.last >= len(doc.forms):
        return None
    dated = mention.last in doc.times or doc.forms[mention.last] in ("-", "–", "—", "(", "/", ":")
    return mention.entity.id if dated else None


def _told(drafts: list[Draft], at: int) -> bool:
    return any(draft.reach[0] <= at < draft.reach[1] for draft in drafts)


def _span(doc: Document, reach: tuple[int, int] | None) -> Span | None:
    if reach is None:
        return None
    return Span(reach[0], reach[1], doc.text[reach[0] : reach[1]])


def _statement(doc: Document, draft: Draft, speaker: Speaker, reference: date | None) -> Statement:
    return Statement(
        mode=mode_of(doc, draft),
        act=act_of(doc, draft),
        nested=draft.nested,
        cue=_span(doc, draft.cue),
        source=_span(doc, _source(doc, draft)),
        content=tuple(Span(a, b, doc.text[a:b]) for a, b in draft.content),
        speaker=speaker,
        when=_span(doc, doc.span(*draft.when) if draft.when else None),
        said_on=said_on(doc, draft),
        channel=_span(doc, draft.channel),
        audience=_span(doc, draft.audience),
        via=_span(doc, draft.via),
        conditions=tuple(Span(a, b, doc.text[a:b]) for a, b in draft.conditions),
        rule=f"{draft.rule}:{draft.entry}",
    )


def _source(doc: Document, draft: Draft) -> tuple[int, int] | None:
    """The source without a leading conjunction or attached preposition, and without marks around a bare name."""
    if draft.source is None:
        return None
    first, last = draft.source
    start, end = doc.span(first, last)
    word = doc.words[first]
    if first != draft.at + 1:
        start += len(word.form) - len(word.bare)
    if word.preposition and draft.rule in ("accordance", "relay"):
        start += 1
    quote = doc.quotes.get(first)
    if quote is not None and quote.last == last - 1:
        start, end = doc.span(first + 1, last - 1)
    return start, end
