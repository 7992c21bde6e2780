"""The words stand before their verb: «…»، قال X؛ …، كما قال X؛ …، وهو ما أكده X."""

from __future__ import annotations

from mawqif.lang.ar.constructions.verbal.parties import place_source
from mawqif.lang.ar.syntax.clause import clause_start, pointing_clause
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft, chars
from mawqif.lang.ar.syntax.extent import trim_end
from mawqif.lang.ar.syntax.marker import CLAUSE, PHRASE, QUOTE
from mawqif.lang.ar.syntax.phrase import DASHES, can_speak, closing_dash, is_verb, noun_phrase, surely_speaks
from mawqif.lang.ar.syntax.site import Site
from mawqif.lang.ar.syntax.zone import Range

_NEAR, _CLAUSE = 14, 2
_RUMOURED = frozenset("قيل يقال اشيع تردد يتردد ذكر".split())
_TITLE = 8
"""Tokens of a quotation after a noun up to which it may be a title («أغنيات إلى البحر»)."""


def read_as_verb(site: Site) -> Draft | str:
    """…، على ما أوضح X؛ كما قال X: the clause before is the content."""
    doc, at = site.doc, site.at
    k = at - 1
    while k > site.start and doc.words[k].tag == "auxiliary":
        k -= 1
    if doc.words[k].form == "ما" and k - 1 > site.start and doc.words[k - 1].form == "علي":
        k -= 1
    elif doc.words[k].form not in ("كما", "مثلما"):
        return "no clause before it"
    if not {"أن", "«"} <= set(site.entry.takes):
        return "not a verb of saying"
    if k - 1 > site.start and doc.forms[k - 1] in DASHES:
        return _read_between_dashes(site, k - 1)
    if k - 4 < site.start or site.zone.marker is not None and site.zone.marker.kind != PHRASE:
        return "the content follows"
    speaks = site.zone.source is not None and _can_tell(doc, site.zone.source)
    closes = (
        site.zone.source is not None
        and surely_speaks(doc, site.zone.source[0])
        and site.zone.source[1] >= site.limit - 1
    )
    if doc.words[k].form != "علي" and not ((doc.words[k - 1].tag == "comma" or closes) and speaks):
        return "a comparison"
    told = [d for d in site.drafts[-8:] if d.at >= site.start and d.rule != "noun"]
    if any(d.reach[0] < k and k - 3 <= d.reach[1] <= k + 1 for d in told):
        return "a second cue of the same content"
    subject = site.zone.source
    first = clause_start(doc, site.drafts, site.start, k)
    reach = (first, trim_end(doc, first, k))
    quote = doc.quotes.get(first)
    if quote is not None and quote.closed and quote.last == reach[1] - 1:
        reach = (first + 1, trim_end(doc, first + 1, quote.last))
    drop = 1 if doc.words[first].conjunction else 0
    draft = site.draft("as-verb", [chars(doc, reach, drop)], reach)
    draft.source = subject
    return draft


def _read_between_dashes(site: Site, opener: int) -> Draft | str:
    """… -كما يقول X- …: the formula parts its content in two."""
    doc, source = site.doc, site.zone.source
    close = closing_dash(doc, opener, site.limit)
    if close is None or source is None or source[1] != close or not _can_tell(doc, source):
        return "nobody is named between dashes"
    told = [d.reach[0] for d in site.drafts[-8:] if site.start <= d.reach[0] < opener <= d.reach[1]]
    first = told[-1] if told else clause_start(doc, site.drafts, site.start, opener)
    before, after = (first, opener), (close + 1, site.reach(close + 1, clause=True)[1])
    drop = 1 if doc.words[first].conjunction else 0
    spans = [chars(doc, before, drop)] if told or opener - first >= _CLAUSE else []
    draft = site.draft("as-verb", [*spans, chars(doc, after)], after)
    draft.source = source
    return draft


def _can_tell(doc: Document, source: Range) -> bool:
    """Somebody, or a document (كما تقول المذكرة); a name that is a verb too stands right after the verb."""
    first = source[0] + (doc.words[source[0]].tag == "demonstrative" and source[1] > source[0] + 1)
    head = doc.words[first].head
    return head is not None and head.kind == "document" or can_speak(doc, first, source[1])


def read_what(site: Site) -> Draft | str:
    """…، وهو ما أكده X؛ …، الأمر الذي نفته X: what the verb's pronoun points to stands before."""
    doc, source = site.doc, site.zone.source
    opener = pointing_clause(doc, site.at, site.start)
    if opener is None:
        return _read_told_by_what(site)
    if source is None or not surely_speaks(doc, source[0]) or source[0] > site.at + 3:
        return "nobody is named after the verb"
    last = next(
        (d for d in reversed(site.drafts[-8:]) if d.reach[0] >= site.start and opener - 2 <= d.reach[1] <= opener), None
    )
    first = last.reach[0] if last is not None else clause_start(doc, site.drafts, site.start, opener)
    if opener - first < 3:
        return "nothing stands before"
    if last is None:
        first = _past_rumour(doc, first, opener)
    reach = (first, trim_end(doc, first, opener))
    drop = 1 if last is None and doc.words[first].conjunction else 0
    content = [chars(doc, reach, drop)] if last is None else list(last.content)
    draft = site.draft("what-clause", content, reach)
    draft.source = source
    return draft


def _past_rumour(doc: Document, first: int, end: int) -> int:
    """قيل إن …، الأمر الذي نفاه X: what nobody said is denied, not that it was said."""
    if doc.words[first].bare not in _RUMOURED:
        return first
    return next((k + 1 for k in range(first + 1, min(first + 4, end)) if doc.words[k].tag == "that"), first)


def told_by_what(site: Site) -> int | None:
    """Where the clause begins in ما ذكرته قناة من أن …, or None."""
    doc, at = site.doc, site.at
    if not (site.cue.inflection.pronoun and at > site.start and doc.words[at - 1].bare == "ما"):
        return None
    if "أن" not in site.entry.takes:
        return None
    ends = (
        k
        for k in range(at + 1, min(site.limit - 2, at + _NEAR))
        if doc.words[k].tag == "comma" or doc.words[k].bare == "من"
    )
    k = next(ends, None)
    return k + 2 if k is not None and doc.words[k].bare == "من" and doc.words[k + 1].tag == "that" else None


def _read_told_by_what(site: Site) -> Draft | str:
    first = told_by_what(site)
    if first is None:
        return "no pointing clause"
    reach = site.reach(first, clause=True)
    draft = site.draft("what-clause", [chars(site.doc, reach)], reach)
    end = noun_phrase(site.doc, site.at + 1, first - 2)
    if end > site.at + 1:
        draft.source = (site.at + 1, end)
    return draft


def read_leading(site: Site) -> Draft | str:
    """ومثلما قالت X، فإن …: the content follows after فإن."""
    doc, at = site.doc, site.at
    if at == site.start or doc.words[at - 1].bare not in ("مثلما", "كما", "حسبما"):
        return "no comparison before it"
    for k in range(at + 1, min(site.limit, at + 20)):
        if doc.words[k].tag == "that" and doc.forms[k][0] == "ف" and k + 1 < site.limit:
            reach = site.reach(k + 1, clause=True)
            return place_source(site.draft("as-verb", [chars(doc, reach)], reach), site, site.zone.source)
    return "nothing follows"


def read_inverted(site: Site) -> Draft | str:
    """«…»، قال X: the quotation stands before its verb."""
    doc, at = site.doc, site.at
    before = at - 1
    if before > site.start and doc.words[before].bare == "هكذا":
        before -= 1
    if before > site.start and doc.words[before].tag == "comma":
        before -= 1
    opener = doc.closers.get(before)
    if (
        opener is None
        or opener < site.start
        or "«" not in site.entry.takes
        or not (doc.is_speech(opener) or opener == site.start)
    ):
        return "no quotation before the verb"
    if doc.words[at].conjunction:
        return "a new clause"
    if (
        opener > site.start
        and not doc.words[opener - 1].tag
        and not is_verb(doc.words[opener - 1])
        and doc.quotes[opener].last - opener < _TITLE
    ):
        return "the title of a work"
    if before == at - 1 and opener > site.start and doc.words[opener - 1].tag == "that":
        return "its topic stands in quotation marks"
    zone = site.zone
    if zone.marker is not None and zone.marker.kind in (CLAUSE, QUOTE):
        return "the content follows"
    if any(d.reach[0] <= opener + 1 < d.reach[1] for d in site.drafts[-6:]):
        return "the quotation has a cue of its own"
    first = opener + 2 if doc.words[opener + 1].tag == "that" and doc.forms[opener + 1].startswith("ان") else opener + 1
    inner = (first, max(first + 1, trim_end(doc, first, before)))
    draft = site.draft("inverted", [chars(doc, inner)], inner)
    draft.source = zone.source
    return draft
