"""Nouns of communication with a holder and a content: دعوته إلى …، إعلان X أن …، موافقة X على …"""

from __future__ import annotations

from mawqif.lang.ar.constructions.base import Construction
from mawqif.lang.ar.lexis.entries import Noun, Verb
from mawqif.lang.ar.lexis.shape import owned_noun
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Chars, Draft, chars, cue_chars
from mawqif.lang.ar.syntax.marker import CLAUSE, PHRASE, QUOTE, Marker, marker_at, names_event
from mawqif.lang.ar.syntax.phrase import can_speak, is_verb, noun_phrase
from mawqif.lang.ar.syntax.reader import ZoneReader
from mawqif.lang.ar.syntax.site import Site
from mawqif.lang.ar.syntax.zone import MANNER, Range, Zone, attitude_at, deed_in

_ADJECTIVE = 3
_VERBAL = 3
_AIMS = frozenset("بهدف اجل بغيه بقصد لغرض بغرض".split())
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
    if at > site.start and doc.words[at - 1].bare in _AIMS:
        return "an aim: what follows the noun is addressed, and nothing was said yet"
    if _of_the_subject(site):
        return _controlled(site)
    holder, k = _holder(site)
    if k < 0:
        return "no holder"
    zone = _after(site, holder, k)
    marker = _complement(site, zone, k)
    if marker is not None and marker.preposition == "عن" and zone.obj is not None and _owns(site, zone.obj):
        marker = Marker(PHRASE, zone.obj[0])
    if marker is not None:
        return _draft(site, zone.source if holder is not None else None, marker)
    if holder is None or zone.obj is None or not {"noun", "noun+"} & set(site.cue.entry.takes):
        return "no content right after the holder"
    if "noun" not in site.cue.entry.takes and not names_event(site.doc, zone.obj[0], site.limit, definite=True):
        return "the object names no event"
    if site.doc.words[zone.obj[0] - 1].tag == "prepositional":
        return "the object belongs to a clause of its own"
    assert zone.source is not None
    if (
        site.doc.words[zone.obj[0] - 1].tag == "comma"
        and not _paired(site, zone)
        and not attitude_at(site.doc, zone.obj[0])
    ):
        return "a phrase after a comma is no object"
    reach = site.reach(zone.obj[0], clause=False)
    return _noun_draft(site, zone.source, [chars(doc, reach)], reach)


def _owns(site: Site, obj: Range) -> bool:
    """إعلان الزعيم تخليه عن …: an object with the holder's pronoun takes the preposition along."""
    return owned_noun(site.doc.words[obj[0]].core) and site.doc.text[site.doc.tokens.ends[obj[0]] - 1] != "ة"


def _paired(site: Site, zone: Zone) -> bool:
    """إعلان الحكومة، المعترف بها، إعادة …: the comma before the object closes a remark on the holder."""
    assert zone.source is not None
    assert zone.obj is not None
    return any(site.doc.words[k].tag == "comma" for k in range(zone.source[0], zone.obj[0] - 1))


def _of_the_subject(site: Site) -> bool:
    """خرجوا للمطالبة بـ …، على أمل أن …: a noun without a holder of its own that belongs to the subject of the clause."""
    entry, word = site.cue.entry, site.doc.words[site.at]
    if not isinstance(entry, Noun) or site.cue.inflection.pronoun or site.at == site.start:
        return False
    if entry.controlled and word.definite:
        leads = is_verb(site.doc.words[site.at - 1]) or _clause_follows(site)
        return word.preposition == "ل" or word.preposition == "ب" and leads
    before = {"علي": "على"}.get(site.doc.words[site.at - 1].bare, word.preposition)
    return before in entry.adverbial and not word.definite


def _clause_follows(site: Site) -> bool:
    """مكتفياً بالقول إن: the noun leads right on to what was said."""
    marker = marker_at(site.doc, site.at + 1, site.limit, site.cue.entry.takes) if site.at + 1 < site.limit else None
    return marker is not None and marker.kind in (CLAUSE, QUOTE)


def _controlled(site: Site) -> Draft | str:
    marker = marker_at(site.doc, site.at + 1, site.limit, site.cue.entry.takes) if site.at + 1 < site.limit else None
    if marker is None:
        return "no content right after the noun"
    draft = _draft(site, None, marker)
    if isinstance(draft, Draft):
        draft.inflection, draft.possessor = None, False
    return draft


def _holder(site: Site) -> tuple[Range | None, int]:
    """The holder and the token after it: idafa (دعوة X), or من (قبل|جانب) after an adjective or two; -1 where none."""
    doc, at = site.doc, site.at
    if site.cue.inflection.pronoun:
        return None, at + 1
    if not doc.words[at].definite:
        end = noun_phrase(doc, at + 1, site.limit, tight=_has_object(site), stops=_stops(site))
        event = deed_in(doc, at + 1, end) if _has_object(site) else None
        end = end if event is None else event
        if end > at + 1 and can_speak(doc, at + 1, end) and not _describes(doc, at + 1):
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


def _describes(doc: Document, k: int) -> bool:
    """قرار سياسي، قرارا مفاجئا: an adjective is no holder, unless it is one of a state (دعوات أميركية)."""
    word = doc.words[k]
    if word.definite or word.head is not None or word.name or k in doc.mentions:
        return False
    return max(word.adjective, row("ال" + word.core)[3], row("ال" + word.core.removesuffix("ا"))[3]) >= _ADJECTIVE


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


def _has_object(site: Site) -> bool:
    return bool({"noun", "noun+"} & set(site.cue.entry.takes))


def _after(site: Site, holder: Range | None, k: int) -> Zone:
    """What follows the holder: appositions and remarks that belong to it, times, the complement or the object."""
    takes = site.cue.entry.takes
    reader = ZoneReader(site.doc, k, min(site.limit, k + 22), takes, objects=holder is not None and _has_object(site))
    reader.zone.source = holder
    return reader.read()


def _complement(site: Site, zone: Zone, k: int) -> Marker | None:
    """A clause may follow times, channels and appositions; a prepositional phrase follows right away or after a remark."""
    marker = zone.marker
    words = site.doc.words
    agreed = marker is not None and words[marker.first].core == "الاتفاق"
    if marker is None or marker.kind == PHRASE and words[marker.first].core in MANNER and not agreed:
        return None
    if any(_tells_itself(site, i) for i in range(k, marker.first)):
        return None
    if zone.source is not None and zone.source[1] < marker.first and is_verb(words[zone.source[1]]):
        return None
    if zone.said >= 0 or words[marker.first - 2].bare in ("ام", "او"):
        return None
    if any(c.is_noun for i in range(k, marker.first) for c in words[i].cues if not words[i].channel):
        return None
    remark = zone.source is not None and site.doc.words[k].tag == "comma" if k < site.limit else False
    if marker.kind == PHRASE and not remark and not _close(site, k, marker.first):
        return None
    return marker


def _tells_itself(site: Site, i: int) -> bool:
    """Whether a verb of its own stands at `i`, whose clause the content behind it is (بسبب قراره، أكدت المحكمة أن)."""
    word = site.doc.words[i]
    return word.verb >= _VERBAL and any(not c.is_noun and not c.inflection.pronoun for c in word.cues)


def _close(site: Site, k: int, first: int) -> bool:
    """Whether the preposition of the noun stands right after the holder, or behind one short phrase or a time."""
    words, times = site.doc.words, site.doc.times
    between = range(k, first - (words[first].preposition == ""))
    if first > k + 3:
        return False
    parted = ("preposition", "prepositional")
    return not any(
        words[i].tag in parted and words[i].bare[0] != "ل" or is_verb(words[i]) for i in between if i not in times
    )


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
