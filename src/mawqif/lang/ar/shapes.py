"""Boilerplate known by its shape, without a word of its own: datelines, labels, by-lines, captions, links, clock times."""

from __future__ import annotations

from mawqif.lang.ar.document import Document
from mawqif.lang.ar.layout import Place

LABEL = 4
"""Most words of a topic label."""


def shape_of(doc: Document, place: Place) -> str:
    """The id of the shape, or nothing."""
    if place.words == 0:
        return "marks"
    words = [w for w in doc.words[place.first : place.last] if w.form[0].isalnum()]
    if place.alone and place.words <= 12 and not _has_verb(doc, place):
        if all(w.tag == "number" for w in words) or _all_times(doc, place):
            return "clock"
        if place.number > 0 and place.words <= LABEL and not _stops(doc, place):
            return "label"
        if _dateline(doc, place):
            return "dateline"
    if place.words <= 14 and _links(doc, place):
        return "link"
    return ""


def _stops(doc: Document, place: Place) -> bool:
    return doc.forms[place.last - 1] == "."


def _has_verb(doc: Document, place: Place) -> bool:
    for w in doc.words[place.first : place.last]:
        if w.verb >= 5 and not w.definite and w.head is None:
            return True
    return False


def _all_times(doc: Document, place: Place) -> bool:
    k, seen = place.first, False
    while k < place.last:
        if k in doc.times:
            k, seen = doc.times[k].last, True
        elif doc.forms[k][0].isalpha() and len(doc.forms[k]) > 1:
            return False
        else:
            k += 1
    return seen


_AGENCIES = frozenset(
    "واس وكالات الوكالات رويترز اف اب ش د ب ا ف بنا وام سبا سانا قنا كونا بترا وفا مراسل خاص مراسلنا صحف الوطن".split()
)


def _dateline(doc: Document, place: Place) -> bool:
    separated = False
    for k in range(place.first, place.last):
        if doc.forms[k] in ("-", "–", "—", "ـ", "ــ", ":", "،", ",", "/", "_", "(", ")"):
            separated = True
    known = sum(
        doc.forms[k] in _AGENCIES or k in doc.mentions or k in doc.times or doc.words[k].tag == "number"
        for k in range(place.first, place.last)
    )
    return separated and known >= 1 and place.words <= 8 and not _stops(doc, place)


def _links(doc: Document, place: Place) -> bool:
    forms = doc.forms[place.first : place.last]
    latin = sum(f[0].isascii() and f[0].isalpha() for f in forms)
    return (
        "@" in forms and latin >= 2 or ("http" in forms or "https" in forms or "www" in forms) or forms.count("#") >= 2
    )
