"""Who speaks and who is addressed in the clause of a verb: subject, topic, antecedent, object."""

from __future__ import annotations

from mawqif.lang.ar.clause import agrees
from mawqif.lang.ar.document import Document
from mawqif.lang.ar.draft import Draft, chars
from mawqif.lang.ar.phrase import can_speak, noun_phrase
from mawqif.lang.ar.site import Site
from mawqif.lang.ar.zone import Range

_ADDRESSED = frozenset("المجتمع جميع كافه كل الدول الاطراف طرفي المواطنين الشعب الجميع سكان اهالي الناس القاده اعضاء العالم دول المسلمين الجهات".split())


def subject_and_object(site: Site) -> tuple[Range | None, Range | None]:
    """The phrases after the verb as (subject, object); a single phrase is judged by agreement and what it denotes."""
    zone, doc = site.zone, site.doc
    if zone.source is None or zone.obj is not None:
        return zone.source, zone.obj
    left = site.left
    addressed = site.entry.object == "audience"
    if left.topic is not None or site.cue.is_participle or site.cue.inflection.person != 3:
        return None, zone.source
    if site.cue.inflection.number == "p" or not _may_be_subject(doc, zone.source, site):
        return None, zone.source
    if addressed and doc.words[zone.source[0]].bare in _ADDRESSED:
        return None, zone.source
    return zone.source, None


def _may_be_subject(doc: Document, phrase: Range, site: Site) -> bool:
    first = phrase[0]
    if doc.words[first].act is not None and doc.words[first].head is None:
        return False
    if not can_speak(doc, *phrase) and not site.entry.document:
        head = doc.words[first].head
        if head is None and not (doc.words[first].definite and site.zone.marker is not None):
            return False
    return agrees(doc, first, site.cue.inflection) or site.entry.document


def place_source(draft: Draft, site: Site, subject: Range | None) -> Draft:
    """Write subject, topic or antecedent into the draft, and the adjuncts that stand before the verb."""
    left = site.left
    if subject is not None:
        draft.source = subject
    elif left.topic is not None:
        draft.source, draft.topic = left.topic, True
    elif left.relative >= 0:
        draft.antecedent = antecedent(site.doc, left.relative, site.start)
    if draft.when is None:
        draft.when = left.when
    if draft.channel is None and left.channel is not None:
        draft.channel = chars(site.doc, left.channel)
    return draft


def antecedent(doc: Document, relative: int, start: int) -> Range | None:
    """The noun phrase that a relative pronoun refers to: the longest one that ends right before it."""
    end = relative
    if end > start and doc.words[end - 1].tag == "comma":
        end -= 1
    first = None
    for k in range(end - 1, max(start, end - 15) - 1, -1):
        word = doc.words[k]
        if word.tag in ("comma", "colon", "that", "relative") or (word.cues and not word.head and word.verb >= 3):
            break
        if noun_phrase(doc, k, end) == end or (word.preposition and noun_phrase(doc, k + 1, end) == end):
            first = k
            if word.head is not None:
                break
    return (first, end) if first is not None else None
