"""A verb of saying whose words come after more than a speaker and his adjuncts: قال X، الذي …، … إن …"""

from __future__ import annotations

from mawqif.lang.ar.constructions.verbal.parties import place_source
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft
from mawqif.lang.ar.syntax.marker import CLAUSE, QUOTE, Marker, is_clause_particle, is_own, marker_at
from mawqif.lang.ar.syntax.phrase import can_speak, is_verb
from mawqif.lang.ar.syntax.site import Site
from mawqif.lang.ar.syntax.zone import Range

_FARTHEST = 45
"""Tokens between the verb and its words."""
_BREAKS = frozenset(("colon", "subordinate", "adversative", "condition"))


def read_distant(site: Site) -> Draft | str:
    """The first clause with إن, أن behind a comma, or quotation, where nothing else reports in between.

    Only verbs that are of little other use than to report, with somebody right behind them who speaks.
    """
    entry, zone = site.entry, site.zone
    if "أن" not in entry.takes or site.cue.inflection.tense not in ("past", "present"):
        return "not a verb of saying"
    if zone.marker is not None or zone.source is None or zone.source[0] > site.at + 1 or zone.obj is not None:
        return "no speaker alone behind the verb"
    if not can_speak(site.doc, *zone.source):
        return "nobody who speaks"
    marker = _marker(site, zone.source[1])
    if marker is None or entry.strict and marker.kind != CLAUSE:
        return "no words further on"
    content, reach = site.content_of(marker)
    return place_source(site.draft("distant", content, reach), site, _speaker(site.doc, zone.source, marker))


def _marker(site: Site, first: int) -> Marker | None:
    doc = site.doc
    k = first
    while k < min(site.limit, site.at + _FARTHEST):
        word = doc.words[k]
        quote = doc.quotes.get(k)
        if (
            word.tag in _BREAKS
            and word.bare != "حيث"
            or any(not c.is_noun and _reports(c.entry.takes) for c in word.cues)
        ):
            return None
        if is_clause_particle(doc, k) and (_is_inna(doc, k) or doc.words[k - 1].tag == "comma"):
            return marker_at(doc, k, site.limit, site.entry.takes)
        spoken = site.entry.speaking or doc.words[k - 1].tag == "comma"
        if quote is not None and spoken and (doc.is_speech(k) or is_own(doc, k + 1)):
            return Marker(QUOTE, k)
        k = quote.last + 1 if quote is not None and quote.closed else k + 1
    return None


def _reports(takes: tuple[str, ...]) -> bool:
    return bool({"أن", "«"} & set(takes))


def _is_inna(doc: Document, k: int) -> bool:
    """إن with its hamza is what a verb of saying takes, and little else does."""
    return doc.text[doc.tokens.starts[k]] == "إ"


def _speaker(doc: Document, source: Range, marker: Marker) -> Range:
    """The speaker's phrase: up to the words where nothing but nouns stands between (بوزارة الخارجية فيكي فورد)."""
    end = marker.first - (marker.kind == CLAUSE)
    plain = all(
        not (doc.words[k].tag or doc.forms[k][0] == "و" and doc.words[k].conjunction or is_verb(doc.words[k]))
        and k not in doc.times
        for k in range(source[1], end)
    )
    return (source[0], end) if plain else source
