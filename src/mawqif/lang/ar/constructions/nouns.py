"""Nouns of communication with a holder and a content: دعوته إلى …، إعلان X أن …، موافقة X على …"""

from __future__ import annotations

from mawqif.lang.ar.constructions.base import Construction
from mawqif.lang.ar.lexis.entries import Noun, Verb
from mawqif.lang.ar.syntax.draft import Chars, Draft, chars, cue_chars
from mawqif.lang.ar.syntax.marker import CLAUSE, PHRASE, QUOTE, Marker
from mawqif.lang.ar.syntax.phrase import can_speak, noun_phrase
from mawqif.lang.ar.syntax.reader import ZoneReader
from mawqif.lang.ar.syntax.site import Site
from mawqif.lang.ar.syntax.zone import MANNER, Range, Zone

_PASSIVE = frozenset("تم يتم سيتم تمت جري يجري".split())
_POINTING = frozenset(("في", "علي", "ب"))


def read_noun(site: Site) -> Draft | str:
    """The noun, its holder as possessive pronoun or idafa, and the complement right after."""
    doc, at = site.doc, site.at
    word = doc.words[at]
    if at > site.start and doc.words[at - 1].bare in _POINTING and word.core == "اشاره":
        return "a pointing formula"
    if at > site.start and doc.words[at - 1].bare in _PASSIVE:
        return "a passive"
    holder, k = _holder(site)
    if k < 0:
        return "no holder"
    zone = _after(site, holder, k)
    marker = _complement(site, zone, k)
    if marker is not None:
        return _draft(site, zone.source if holder is not None else None, marker)
    if holder is None or zone.obj is None or "noun" not in site.cue.entry.takes:
        return "no content right after the holder"
    assert zone.source is not None
    reach = site.reach(zone.obj[0], clause=False)
    return _noun_draft(site, zone.source, [chars(doc, reach)], reach)


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
    while k < min(site.limit, at + 3) and not (
        doc.words[k].tag or doc.words[k].preposition or doc.words[k].head or doc.words[k].cues
    ):
        k += 1
    relayed = _of_relative(site, k)
    if relayed is not None:
        return relayed, relayed[1]
    if k + 1 >= site.limit or doc.words[k].bare != "من":
        return None, -1
    first = k + 2 if doc.words[k + 1].bare in ("قبل", "جانب", "طرف", "لدن") else k + 1
    end = noun_phrase(doc, first, site.limit, stops=_stops(site))
    return ((first, end), end) if end > first and can_speak(doc, first, end) else (None, -1)


def _of_relative(site: Site, k: int) -> Range | None:
    """التحذير الذي وجهه X من …، مناشدات أطلقها X لـ …: the holder is the subject of the light verb."""
    doc = site.doc
    if k < site.limit and doc.words[k].tag == "relative":
        k += 1
    if k + 1 >= site.limit or not any(c.inflection.pronoun and _carries(c.entry) for c in doc.words[k].cues):
        return None
    end = noun_phrase(doc, k + 1, site.limit, tight=True, stops=_stops(site))
    return (k + 1, end) if end > k + 1 and can_speak(doc, k + 1, end) else None


def _carries(entry: Verb | Noun) -> bool:
    """Whether a verb carries nouns of communication (أطلق نداءً، وجّه تحذيراً)."""
    return isinstance(entry, Verb) and ("light" in entry.takes or bool(entry.heads))


def _stops(site: Site) -> tuple[str, ...]:
    return tuple({"إلى": "الي", "على": "علي"}.get(t, t) for t in site.cue.entry.takes)


def _after(site: Site, holder: Range | None, k: int) -> Zone:
    """What follows the holder: appositions and remarks that belong to it, times, the complement or the object."""
    takes = site.cue.entry.takes
    reader = ZoneReader(site.doc, k, min(site.limit, k + 22), takes, objects=holder is not None and "noun" in takes)
    reader.zone.source = holder
    return reader.read()


def _complement(site: Site, zone: Zone, k: int) -> Marker | None:
    """A clause may follow times, channels and appositions; a prepositional phrase follows right away or after a remark."""
    marker = zone.marker
    words = site.doc.words
    agreed = marker is not None and words[marker.first].core == "الاتفاق"
    if marker is None or marker.kind == PHRASE and words[marker.first].core in MANNER and not agreed:
        return None
    remark = zone.source is not None and site.doc.words[k].tag == "comma" if k < site.limit else False
    if marker.kind == PHRASE and marker.first > k + 3 and not remark:
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


NOUN_CONSTRUCTIONS: tuple[Construction, ...] = (
    Construction(
        id="noun", meaning="A noun of communication with its holder and content.", wakes="noun", read=read_noun
    ),
)
