"""Documents that say something and media that pass on what somebody said."""

from __future__ import annotations

from mawqif.lang.ar.lexis.closed import SAID
from mawqif.lang.ar.syntax.draft import Draft, chars, cue_chars
from mawqif.lang.ar.syntax.marker import CLAUSE, Marker, marker_at
from mawqif.lang.ar.syntax.phrase import noun_phrase
from mawqif.lang.ar.syntax.reader import ZoneReader
from mawqif.lang.ar.syntax.site import Site
from mawqif.lang.ar.syntax.zone import Range, noun_phrase_from


def read_record(site: Site) -> Draft | str:
    """جاء في التقرير أن …: the document is the source."""
    if "record" not in site.entry.takes:
        return "no record"
    doc, k = site.doc, site.at + 1
    while k < site.limit and doc.words[k].tag == "comma":
        k += 1
    follows = k + 1 < site.limit and (doc.words[k + 1].tag in ("that", "colon") or k + 1 in doc.quotes)
    if follows and doc.words[k].bare in ("فيه", "فيها"):
        return _recorded_in_it(site, k + 2)
    if k + 1 >= site.limit or doc.words[k].bare not in ("في", "ب", "علي"):
        return "no document after the verb"
    end = k + 1
    while end < site.limit:
        marker = marker_at(doc, end, site.limit, ("أن", "«", ":"))
        if marker is not None:
            content, reach = site.content_of(marker)
            draft = site.draft("record", content, reach)
            draft.source, draft.channel, draft.audience, draft.record = (
                (k + 1, _phrase_end(site, k + 1, end)),
                None,
                None,
                True,
            )
            return draft
        if doc.words[end].tag == "comma" and end > k + 12:
            break
        end += 1
    return "the document says nothing"


def _recorded_in_it(site: Site, first: int) -> Draft | str:
    """… مقالاً جاء فيه أن: the document stands before."""
    doc = site.doc
    if first >= site.limit:
        return "nothing follows"
    marker = marker_at(doc, first - 1, site.limit, ("أن", "«", ":"))
    content, reach = site.content_of(marker or Marker(CLAUSE, first))
    draft = site.draft("record", content, reach)
    for k in range(site.at - 1, max(site.start, site.at - 25) - 1, -1):
        head = doc.words[k].head
        if head is not None and head.kind == "document" and not doc.words[k].tag:
            draft.antecedent = (k, max(k + 1, noun_phrase(doc, k, site.at)))
            break
    draft.resumptive = False
    return draft


def _phrase_end(site: Site, first: int, end: int) -> int:
    k = noun_phrase(site.doc, first, end)
    if k < end and site.doc.words[k].tag == "relative":
        return next((j for j in range(k, end) if site.doc.words[j].tag == "comma"), end)
    return k if k > first else end


def read_relay(site: Site) -> Draft | str:
    """نقلت M عن Y قوله إن …، نسبت M إلى Y قوله: Y is the source, M the intermediary."""
    if "relay" not in site.entry.takes:
        return "no relay"
    doc, at = site.doc, site.at
    wanted = {"إلى": "الي"}.get(site.entry.needs or "", "عن")
    end = noun_phrase(doc, at + 1, site.limit, stops=(wanted,))
    medium: Range | None = (at + 1, end) if end > at + 1 else site.left.topic
    k = end
    attached = "ل" if wanted == "الي" else "-"
    while k < site.limit and k < end + 8 and doc.words[k].bare != wanted and doc.words[k].preposition != attached:
        k += 1
    if k + 1 >= site.limit or k == end + 8:
        return "nobody is relayed"
    first = k if doc.words[k].preposition == attached else k + 1
    stop = noun_phrase_from(doc, first, site.limit)
    stop = next((j for j in range(first + 1, stop) if doc.words[j].bare in SAID), stop)
    if stop == first:
        return "nobody is relayed"
    return _relayed(site, medium, (first, stop))


def _relayed(site: Site, medium: Range | None, source: Range) -> Draft | str:
    doc = site.doc
    reader = ZoneReader(doc, source[1], site.limit, ("أن", "«", ":"), objects=False)
    reader.zone.source = source
    zone = reader.read()
    source = zone.source or source
    cue_at = site.at
    for k in range(source[1], min(site.limit, source[1] + 14)):
        if any(c.is_noun and (c.inflection.pronoun or doc.words[k].bare in SAID) for c in doc.words[k].cues):
            cue_at = k
            break
        if zone.marker is not None and k >= zone.marker.first:
            break
    if cue_at != site.at and zone.marker is None:
        zone = ZoneReader(doc, cue_at + 1, site.limit, ("أن", "«", ":", "ب", "إلى", "على", "من"), objects=False).read()
    if zone.marker is None:
        return "the relayed words are missing"
    content, reach = site.content_of(zone.marker)
    draft = site.draft("relay", content, reach)
    draft.audience, draft.channel, draft.when = None, chars(doc, zone.channel) if zone.channel else None, zone.when
    if cue_at != site.at:
        noun = next(c for c in doc.words[cue_at].cues if c.is_noun)
        draft.cue, draft.at, draft.act = cue_chars(doc, cue_at), cue_at, noun.entry.act
    draft.source = source
    if medium is not None:
        draft.via, draft.via_range = chars(doc, medium), medium
    return draft
