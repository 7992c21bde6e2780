"""Something said of somebody: اتهم X بـ Y، وصف X بأنه Y، ما أسماه Y."""

from __future__ import annotations

from mawqif.lang.ar.constructions.verbal.parties import place_source, subject_and_object
from mawqif.lang.ar.lexis.lexicon import folded
from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.draft import Draft, chars
from mawqif.lang.ar.syntax.extent import trim_end
from mawqif.lang.ar.syntax.marker import CLAUSE, PHRASE, QUOTE, Marker
from mawqif.lang.ar.syntax.phrase import can_speak, noun_phrase, surely_speaks
from mawqif.lang.ar.syntax.site import Site, goes_on
from mawqif.lang.ar.syntax.zone import Range

_HOW = ("انه", "انها", "انهم")
_AS_IF = [["علي", particle] for particle in _HOW]
"""وصف X على أنه Y."""
_REFLEXIVE = frozenset("اياه اياها اياهم نفسه نفسها انفسهم".split())


def read_topic(site: Site) -> Draft | str:
    """Something said of somebody: اتهم X بـ Y، وصف X بأنه Y، اعتبر X Y; an attached pronoun stays outside."""
    entry = site.entry
    if "topic" not in entry.takes:
        return "says nothing of an object"
    doc, marker = site.doc, site.zone.marker
    if (
        marker is not None
        and marker.kind in (CLAUSE, QUOTE)
        and "أن" in entry.takes
        and not site.cue.inflection.pronoun
    ):
        return "a clause follows"
    if site.cue.inflection.pronoun or site.left.what or doc.words[min(site.at + 1, site.limit - 1)].form in _REFLEXIVE:
        return _of_pronoun(site)
    subject, obj = subject_and_object(site)
    if obj is None:
        return "no object"
    if entry.heads and not any(
        doc.words[k].core in folded(entry.heads) for k in range(obj[0], min(site.limit, obj[0] + 12))
    ):
        return "another object than this verb reports with"
    named = subject is not None and surely_speaks(doc, subject[0]) and _is_definite(doc.words[obj[0]])
    active = named and _has_predicate(site, obj)
    if entry.impersonal and site.cue.inflection.tense == "present" and site.left.topic is None and not active:
        return "a passive"
    reach = site.reach(obj[0], clause=False)
    if not _predicates(site, reach):
        return "nothing is said of the object"
    content = [chars(doc, reach)]
    if reach[0] in doc.quotes:
        content, reach = site.content_of(Marker(PHRASE, reach[0]))
    return place_source(site.draft("verb-topic", content, reach), site, subject)


def _has_predicate(site: Site, obj: Range) -> bool:
    """تعتبر موسكو القرار عدواناً; in تعتبر ليبيا البوابة الرئيسية للمهاجرين what looks like the object is what is said of Libya."""
    doc = site.doc
    end = noun_phrase(doc, obj[0], site.limit, tight=True)
    if any(doc.words[k].bare == "غير" for k in range(*obj)):
        return True
    if end >= site.limit:
        return False
    word = doc.words[end]
    return end in doc.quotes or not (word.tag or word.definite or word.preposition or word.conjunction)


def _is_definite(word: Word) -> bool:
    return word.definite or word.tag == "demonstrative"


def _predicates(site: Site, reach: Range) -> bool:
    """Whether something follows the object that may be said of it."""
    doc = site.doc
    if site.entry.bare:
        return reach[1] - reach[0] >= 2
    wanted = {"إلى": "الي"}.get(site.entry.needs or "ب", site.entry.needs or "ب")
    return any(
        doc.words[k].preposition == wanted
        or doc.words[k].bare == wanted
        or (
            wanted == "ب" and (doc.forms[k].startswith("بان") or doc.forms[k] in _HOW or doc.forms[k : k + 2] in _AS_IF)
        )
        for k in range(reach[0] + 1, reach[1])
    )


def _of_pronoun(site: Site) -> Draft | str:
    """وصفه بـ Y، ما أسماه Y: the pronoun stays outside, only Y is content."""
    doc, k = site.doc, site.at + 1
    subject: Range | None = None
    while k < site.limit and k <= site.at + 14:
        word = doc.words[k]
        if word.form in _REFLEXIVE:
            k += 1
            continue
        if word.preposition == "ب" or word.bare in ("ب", "بانه", "بانها", "بانهم", "بان", "انه", "انها", "انهم"):
            skip = len(word.form) - len(word.bare) + 1 if word.preposition else 0
            first = k if word.preposition else k + 1
            return _pronoun_draft(site, first, skip, subject)
        if subject is None and k == site.at + 1 and not word.tag and k not in doc.quotes:
            end = noun_phrase(doc, k, site.limit, tight=True, stops=("ب",))
            if site.entry.naming and doc.closers.get(end - 1, -1) > k:
                end = doc.closers[end - 1]
            if (
                end > k
                and not doc.words[k].core.endswith("ا")
                and (can_speak(doc, k, end) or site.entry.naming and doc.words[k].definite)
                and (site.entry.naming is False or end < site.limit and (end in doc.quotes))
            ):
                subject, k = (k, end), end
                continue
        if site.entry.naming or site.left.what or site.entry.bare and not site.entry.negated:
            return _pronoun_draft(site, k, 0, subject)
        k += 1
    return "nothing is said of the pronoun"


def _pronoun_draft(site: Site, first: int, skip: int, subject: Range | None) -> Draft | str:
    doc = site.doc
    if first >= site.limit:
        return "no content"
    quote = doc.quotes.get(first)
    whole = (
        doc.words[first - 1].tag != "that"
        or quote is not None
        and not (quote.last + 1 < site.limit and goes_on(doc, quote.last + 1))
    )
    if quote is not None and quote.closed and quote.last < site.limit and whole:
        inner = (first + 1, trim_end(doc, first + 1, doc.quotes[first].last))
        return place_source(site.draft("naming", [chars(doc, inner)], inner), site, subject)
    reach = site.reach(first, clause=False)
    return place_source(site.draft("naming", [chars(doc, reach, skip)], reach), site, subject)
