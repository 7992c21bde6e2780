"""Words of a speaker without particle, colon or quotation marks: وأضاف لن نسمح بذلك."""

from __future__ import annotations

from mawqif.lang.ar.constructions.verbal.parties import place_source
from mawqif.lang.ar.lexis.closed import SAID
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft, chars
from mawqif.lang.ar.syntax.extent import trim_end
from mawqif.lang.ar.syntax.marker import is_own
from mawqif.lang.ar.syntax.phrase import DASHES, closing_dash, is_verb
from mawqif.lang.ar.syntax.site import Site
from mawqif.lang.ar.syntax.zone import Range

_OPENING = frozenset(("negation", "demonstrative", "pronoun", "question", "condition"))
"""What bare speech begins with, besides a verb."""
_LEAST = 3
"""Tokens of bare speech at least."""


def read_spoken(site: Site) -> Draft | str:
    """وأضاف لن نسمح بذلك، قال مسؤول هذا كيل بمكيالين: nothing marks the words, they begin like somebody's own."""
    if not site.entry.speaking or site.cue.inflection.tense not in ("past", "participle"):
        return "not a verb of saying"
    source, first = _begins(site)
    if first >= site.limit - _LEAST:
        return "no words follow"
    own = is_own(site.doc, first)
    if not own and (site.at > site.start + 1 or site.cue.is_participle):
        return "not at the beginning of its sentence"
    if not own and (site.zone.marker is not None or not _opens(site.doc, first)):
        return "nothing that opens bare speech"
    if not own and any(_marks_words(site.doc, k) for k in range(first, site.limit)):
        return "the words are marked further on"
    reach = site.reach(first, clause=True) if own else (first, trim_end(site.doc, first, site.limit))
    return place_source(site.draft("bare-speech", [chars(site.doc, reach)], reach), site, source)


def _begins(site: Site) -> tuple[Range | None, int]:
    """The speaker and where the words begin: right after the verb, or right after the speaker."""
    doc, zone, first = site.doc, site.zone, site.at + 1
    source = zone.source
    first += first < site.limit and doc.words[first].bare in SAID
    if first < site.limit and is_own(doc, first) or source is None:
        return None, first if source is None or zone.end >= first else site.limit
    head, end = source
    if head == first and doc.words[head].tag == "demonstrative" and not doc.words[head + 1].definite:
        return None, head
    if head != first:
        return None, site.limit
    if zone.end > end and zone.end < site.limit and is_own(doc, zone.end):
        return source, zone.end
    close = closing_dash(doc, end, site.limit) if doc.forms[end : end + 1] and doc.forms[end] in DASHES else None
    return source, end if close is None else close + 1


def _opens(doc: Document, k: int) -> bool:
    word = doc.words[k]
    return word.tag in _OPENING and word.form != "ما" or is_verb(word) and not word.conjunction and not word.cues


def _marks_words(doc: Document, k: int) -> bool:
    """Whether reported words begin at `k`: إن with its own hamza, or a quotation."""
    return k in doc.quotes or doc.words[k].tag == "that" and doc.text[doc.tokens.starts[k]] == "إ"
