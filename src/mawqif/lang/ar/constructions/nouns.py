"""Nouns of communication with a holder and a content: دعوته إلى …، إعلان X أن …، موافقة X على …"""

from __future__ import annotations

from mawqif.lang.ar.constructions.base import Construction
from mawqif.lang.ar.draft import Draft, chars
from mawqif.lang.ar.marker import CLAUSE, PHRASE, QUOTE, Marker, marker_at
from mawqif.lang.ar.phrase import can_speak, noun_phrase
from mawqif.lang.ar.site import Site
from mawqif.lang.ar.zone import Range

_POINTING = frozenset(("في", "علي", "ب"))


def read_noun(site: Site) -> Draft | str:
    """The noun, its holder as possessive pronoun or idafa, and the complement right after."""
    doc, at = site.doc, site.at
    word = doc.words[at]
    if at > site.start and doc.words[at - 1].bare in _POINTING and word.core == "اشاره":
        return "a pointing formula"
    holder: Range | None = None
    k = at + 1
    if not site.cue.inflection.pronoun:
        if word.definite:
            return "no holder"
        k = noun_phrase(doc, at + 1, site.limit, tight=False, stops=_stops(site))
        if k == at + 1 or not can_speak(doc, at + 1, k):
            return "no holder"
        holder = (at + 1, k)
    marker = _complement(site, k)
    if marker is None:
        return "no content right after the holder"
    return _draft(site, holder, marker)


def _stops(site: Site) -> tuple[str, ...]:
    return tuple({"إلى": "الي", "على": "علي"}.get(t, t) for t in site.cue.entry.takes)


def _complement(site: Site, k: int) -> Marker | None:
    doc = site.doc
    for _ in range(3):
        if k >= site.limit:
            return None
        marker = marker_at(doc, k, site.limit, site.cue.entry.takes)
        if marker is not None:
            return marker
        if k in doc.times:
            k = doc.times[k].last
        elif doc.words[k].tag == "comma":
            k += 1
        else:
            return None
    return None


def _draft(site: Site, holder: Range | None, marker: Marker) -> Draft | str:
    doc = site.doc
    if marker.kind == PHRASE:
        reach = site.reach(marker.first, clause=False)
        content = [chars(doc, reach, marker.skip)]
    elif marker.kind in (CLAUSE, QUOTE):
        content, reach = site.content_of(marker)
    else:
        return "no content"
    from mawqif.lang.ar.draft import cue_chars

    word = doc.words[site.at]
    start, end = cue_chars(doc, site.at)
    if word.preposition:
        start += 1
    return Draft(
        rule="noun", entry=site.cue.entry.id, at=site.at, act=site.cue.entry.act, cue=(start, end), content=content,
        reach=reach, inflection=site.cue.inflection, source=holder, possessor=holder is None,
    )  # fmt: skip


NOUN_CONSTRUCTIONS = (
    Construction(id="noun", meaning="A noun of communication with its holder and content.", wakes="noun", read=read_noun, yes=()),
)
