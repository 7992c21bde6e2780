"""Nouns of communication with a holder and a content: دعوته إلى …، إعلان X أن …، موافقة X على …"""

from __future__ import annotations

from mawqif.lang.ar.constructions.base import Construction
from mawqif.lang.ar.draft import Chars, Draft, chars, cue_chars
from mawqif.lang.ar.marker import CLAUSE, PHRASE, QUOTE, Marker
from mawqif.lang.ar.phrase import can_speak, noun_phrase
from mawqif.lang.ar.site import Site
from mawqif.lang.ar.zone import MANNER, Range, ZoneReader

_POINTING = frozenset(("في", "علي", "ب"))


def read_noun(site: Site) -> Draft | str:
    """The noun, its holder as possessive pronoun or idafa, and the complement right after."""
    doc, at = site.doc, site.at
    word = doc.words[at]
    if at > site.start and doc.words[at - 1].bare in _POINTING and word.core == "اشاره":
        return "a pointing formula"
    holder, k = _holder(site)
    if k < 0:
        return "no holder"
    marker = _complement(site, k)
    if marker is None and holder is None or holder is not None and marker is None and "noun" not in site.cue.entry.takes:
        return "no content right after the holder"
    if marker is None:
        assert holder is not None
        return _object(site, holder, k)
    if holder is None and not site.cue.inflection.pronoun:
        return "no holder"
    return _draft(site, holder, marker)


def _holder(site: Site) -> tuple[Range | None, int]:
    """The holder and the token after it: idafa (دعوة X), or من (قبل|جانب) after an adjective or two; -1 where none."""
    doc, at = site.doc, site.at
    if site.cue.inflection.pronoun:
        return None, at + 1
    if not doc.words[at].definite:
        end = noun_phrase(doc, at + 1, site.limit, tight="noun" in site.cue.entry.takes, stops=_stops(site))
        if end > at + 1 and can_speak(doc, at + 1, end):
            return (at + 1, end), end
    k = at + 1
    while k < min(site.limit, at + 3) and not doc.words[k].tag and not doc.words[k].preposition and doc.words[k].head is None:
        k += 1
    if k + 1 >= site.limit or doc.words[k].bare != "من":
        return None, -1
    first = k + 2 if doc.words[k + 1].bare in ("قبل", "جانب", "طرف", "لدن") else k + 1
    end = noun_phrase(doc, first, site.limit, stops=_stops(site))
    return ((first, end), end) if end > first and can_speak(doc, first, end) else (None, -1)


def _object(site: Site, holder: Range, k: int) -> Draft | str:
    """رفض رئيس الحزب التحالف، إعلان الملك إنشاء جسر: the phrase after the holder is the content."""
    doc = site.doc
    if k >= site.limit or doc.words[k].tag or doc.words[k].preposition or doc.words[k].conjunction:
        return "no content right after the holder"
    end = noun_phrase(doc, k, site.limit)
    if end == k:
        return "no content right after the holder"
    reach = site.reach(k, clause=False)
    return _noun_draft(site, holder, [chars(doc, reach)], reach)


def _stops(site: Site) -> tuple[str, ...]:
    return tuple({"إلى": "الي", "على": "علي"}.get(t, t) for t in site.cue.entry.takes)


def _complement(site: Site, k: int) -> Marker | None:
    """The complement right after the holder; a clause may follow times, channels and appositions."""
    zone = ZoneReader(site.doc, k, min(site.limit, k + 14), site.cue.entry.takes, objects=False).read()
    marker = zone.marker
    if marker is None or marker.kind == PHRASE and (marker.first > k + 3 or site.doc.words[marker.first].core in MANNER):
        return None
    return marker


def _draft(site: Site, holder: Range | None, marker: Marker) -> Draft | str:
    doc = site.doc
    if marker.kind == PHRASE:
        reach = site.reach(marker.first, clause=False)
        content = [chars(doc, reach, marker.skip)]
    elif marker.kind in (CLAUSE, QUOTE):
        content, reach = site.content_of(marker)
    else:
        return "no content"
    return _noun_draft(site, holder, content, reach)


def _noun_draft(site: Site, holder: Range | None, content: list[Chars], reach: Range) -> Draft:
    doc = site.doc
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
