"""What a writer puts in beside reported words: circumstances, contrasts, formulas, what somebody left unsaid."""

from __future__ import annotations

from mawqif.lang.ar.lexis.entries import Verb
from mawqif.lang.ar.lexis.lexicon import formulas
from mawqif.lang.ar.lexis.shape import VERBAL
from mawqif.lang.ar.syntax.clause import pointing_clause
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.marker import bracket_end
from mawqif.lang.ar.syntax.phrase import DASHES, can_speak, surely_speaks

Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""First word of a phrase → what may follow it."""


def by_first(phrases: tuple[tuple[str, ...], ...]) -> Phrases:
    """Phrases by their first word, so that most words cost one look-up."""
    return {first: tuple(p[1:] for p in phrases if p[0] == first) for first in {p[0] for p in phrases}}


_ASIDES = by_first(
    (
        ("وذلك", "في"),
        ("وذلك", "خلال"),
        ("وذلك", "عشيه"),
        ("في", "اشاره"),
        ("في", "حين"),
        ("في", "وقت"),
        ("في", "اول"),
        ("في", "احدث"),
        ("علي", "حد"),
        ("بدوره",),
        ("بدورها",),
        ("بدورهم",),
        ("من", "جهته"),
        ("من", "جهتها"),
        ("من", "جانبه"),
        ("من", "جانبها"),
        ("في", "المقابل"),
        ("وجاء",),
        ("وجاءت",),
        ("ولم", "يتضح"),
        ("جاء", "ذلك"),
        ("علي", "ما"),
        ("في", "خطوه"),
        ("وذلك", "نقلا"),
        ("علي", "لسان"),
        ("اما",),
        ("وياتي",),
        ("وتاتي",),
        ("كما", "فعل"),
        ("كما", "حدث"),
        ("كما", "حصل"),
        ("وفي", "الوقت", "ذاته"),
        ("وفي", "الوقت", "نفسه"),
        ("وفي", "الوقت", "عينه"),
        ("علما",),
        ("بقوله",),
        ("بقولها",),
        ("يذكر",),
        ("يشار",),
    )
)
_IN_HIS_WORDS = by_first(
    tuple(("علي", "حد", noun + pronoun) for noun in ("قول", "تعبير", "وصف") for pronoun in ("ه", "ها", "هم"))
)
_UNSAID: dict[str, tuple[str, ...]] = {
    "ولم": (),
    "بدون": ("ان",),
    "دون": ("ان",),
    "من": ("دون", "ان"),
    "ولكنه": ("لم",),
    "لكنه": ("لم",),
    "ولكنها": ("لم",),
    "لكنها": ("لم",),
}
_POINTERS = by_first(
    (
        ("في", "اشاره", "الي"),
        ("في", "اشاره", "منه", "الي"),
        ("في", "اشاره", "منها", "الي"),
        ("وذلك", "بعد"),
        ("وذلك", "قبل"),
        ("وذلك", "بعدما"),
        ("وذلك", "عقب"),
        ("وذلك", "اثر"),
        ("وذلك", "غداه"),
        ("نقلا", "عن"),
    )
)
"""What the writer explains, with a comma before or without."""
_ANYWHERE = frozenset(("كما", "في", *_IN_HIS_WORDS, *_POINTERS))
"""Forms with which the writer may speak again without a comma before them."""
_INSERTED = 16
"""Most tokens of an insertion."""
_GOING_ON = frozenset(("في", "من", "الي", "عن", "علي"))
_EXCEPTING = [["الا", "ان"], ["غير", "ان"], ["بيد", "ان"], ["الا", "انه"], ["الا", "انها"]]
_MEANING = frozenset("يقصد تقصد يقصدون يعني تعني قاصدا قاصده".split())
_SHORT_BRACKET = 4
_NOT_MEANWHILE = frozenset("يبدو يتعلق يخص بعد بين لو اذا يتصل يلي مضي عدا".split())


def at_phrase(doc: Document, i: int, limit: int, phrases: Phrases) -> bool:
    """Whether one of the phrases starts at token `i` and ends before `limit`."""
    begun = phrases.get(doc.forms[i])
    return begun is not None and any(tuple(doc.forms[i + 1 : min(limit, i + 1 + len(rest))]) == rest for rest in begun)


def explains(doc: Document, i: int, limit: int) -> bool:
    """(في إشارة إلى …)، (يقصد …): the bracket at `i` holds the writer's words, not a gloss of the speaker's."""
    if doc.words[i].tag != "open" or bracket_end(doc, i, limit) <= i + _SHORT_BRACKET:
        return False
    return doc.forms[i + 1] in _MEANING or at_phrase(doc, i + 1, limit, _POINTERS)


def insertion_end(doc: Document, i: int, limit: int) -> int:
    """The token behind the comma that ends the writer's insertion at `i` where the content goes on (…، وذلك بعد هجوم، إلا أن …); `i` where it is none."""
    if doc.forms[i] != "وذلك" or doc.words[i - 1].tag != "comma" or not at_phrase(doc, i, limit, _POINTERS):
        return i
    close = next((k for k in range(i + 2, min(limit - 2, i + _INSERTED)) if doc.words[k].tag == "comma"), i)
    if close == i:
        return i
    after = doc.words[close + 1]
    goes_on = after.bare in _GOING_ON or doc.forms[close + 1 : close + 3] in _EXCEPTING or after.tag == "that"
    return close + 1 if goes_on else i


def unsaid(doc: Document, i: int, limit: int) -> bool:
    """، ولم يوضح …، ولم يحدد …: what a speaker left unsaid is told by the writer."""
    before = _UNSAID.get(doc.forms[i])
    if before is None or i + len(before) + 1 >= limit or tuple(doc.forms[i + 1 : i + 1 + len(before)]) != before:
        return False
    return any(not c.is_noun and c.inflection.tense == "present" for c in doc.words[i + 1 + len(before)].cues)


def is_aside(doc: Document, i: int, limit: int, clause: bool) -> bool:
    """Whether the writer speaks again from token `i` on; `clause` says that the content is a whole clause."""
    word = doc.words[i]
    after_comma = doc.words[i - 1].tag == "comma"
    if not after_comma and word.form not in _ANYWHERE and word.tag != "breaking" and word.bare not in formulas().single:
        return False
    if after_comma and unsaid(doc, i, limit):
        return True
    if word.bare in formulas().single:
        return _names_source(doc, i, limit)
    if word.form in ("حيث", "ما", "مما") and after_comma and i + 1 not in doc.quotes and _quoted_before(doc, i):
        return True
    if after_comma and (_after_report(doc, i, limit) or _points_back(doc, i, limit) or _looks_back(doc, i, limit)):
        return True
    if word.tag == "breaking":
        return _contrasts(doc, i, limit, clause=clause)
    if (
        word.form == "كما"
        and i + 1 < limit
        and doc.forms[i - 1] not in DASHES
        and any(isinstance(c.entry, Verb) and not c.entry.strict for c in doc.words[i + 1].cues)
    ):
        return True
    if word.form == "في" and _meanwhile(doc, i, limit):
        return True
    return (
        after_comma
        and at_phrase(doc, i, limit, _ASIDES)
        or at_phrase(doc, i, limit, _IN_HIS_WORDS)
        or at_phrase(doc, i, limit, _POINTERS)
    )


def _meanwhile(doc: Document, i: int, limit: int) -> bool:
    """في حين تحدثت حصيلة عن …: a report of somebody else, also without a comma before it."""
    return (
        doc.forms[i + 1 : min(limit, i + 2)] == ["حين"]
        and i + 3 < limit
        and any(isinstance(c.entry, Verb) and not c.is_participle for c in doc.words[i + 2].cues)
        and surely_speaks(doc, i + 3)
    )


def _looks_back(doc: Document, i: int, limit: int) -> bool:
    """، وكان الوزير أعلن …: the writer recalls what somebody else said before."""
    if doc.forms[i] not in ("وكان", "وكانت") or i + 2 >= limit or not surely_speaks(doc, i + 1):
        return False
    return any(
        isinstance(c.entry, Verb) and c.inflection.tense == "past" and not c.entry.strict
        for k in range(i + 2, min(limit, i + 9))
        for c in doc.words[k].cues
    )


def _after_report(doc: Document, i: int, limit: int) -> bool:
    """، بعدما صرح الرئيس أن …: the writer recalls whose words came first."""
    k = i + 1 + (doc.forms[i : i + 2] == ["بعد", "ان"])
    if doc.forms[i] != "بعدما" and k == i + 1 or k + 1 >= limit or not surely_speaks(doc, k + 1):
        return False
    says = (c.entry for c in doc.words[k].cues if isinstance(c.entry, Verb) and c.inflection.tense == "past")
    return any({"أن", "«"} <= set(verb.takes) and not verb.strict for verb in says)


def _points_back(doc: Document, i: int, limit: int) -> bool:
    """، وهو ما نفاه X: the writer goes on where somebody else is named as the speaker of a pointing clause."""
    for k in range(i + 2, min(limit - 1, i + 6)):
        if any(isinstance(c.entry, Verb) and not c.is_participle for c in doc.words[k].cues):
            return pointing_clause(doc, k, 0) == i and surely_speaks(doc, k + 1)
    return False


def _quoted_before(doc: Document, i: int) -> bool:
    """Whether a quotation closed shortly before: what «حيث» adds after quoted words is the writer's."""
    return any(k in doc.closers and doc.is_speech(doc.closers[k]) for k in range(max(0, i - 4), i))


def _contrasts(doc: Document, i: int, limit: int, *, clause: bool) -> bool:
    """فيما begins another clause; بينما goes on inside a reported clause unless it brings another report."""
    if doc.words[i].conjunction or i + 1 >= limit:
        return False
    after = doc.words[i + 1]
    if doc.words[i].form == "فيما":
        if doc.words[i - 1].verb >= VERBAL and doc.words[i - 1].noun < VERBAL:
            return False
        return after.form not in _NOT_MEANWHILE and not after.form.startswith("بين")
    return not clause or any(isinstance(c.entry, Verb) and {"أن", "«"} <= set(c.entry.takes) for c in after.cues)


def tells_how(doc: Document, i: int) -> bool:
    """أموره تسير وفق القضاء: right behind a verb in the present وفق tells how, not who says so."""
    before = doc.words[i - 1]
    return i > 0 and before.verb >= VERBAL and before.noun < VERBAL and before.form[0] in "يت" and not before.cues


def _names_source(doc: Document, i: int, limit: int) -> bool:
    """بحسب and its like end the content where a speaker follows, not a law or a plan (وفقاً لأحكام القانون)."""
    k = i + 1
    while k < limit and doc.forms[k] in ("ل", "ما", "لما"):
        k += 1
    if k >= limit:
        return False
    if k in doc.quotes:
        k += 1
    word = doc.words[k]
    if tells_how(doc, i):
        return False
    if doc.words[i + 1].bare in ("ما", "لما") or doc.words[i].bare in ("حسبما", "وفقما"):
        return True
    if word.core.endswith(("ه", "هم", "ها")) and word.core[:3] in ("قول", "تعب", "وصف", "راي", "زعم"):
        return True
    return can_speak(doc, k, limit) or word.channel or (word.head is not None and doc.words[i - 1].tag == "comma")
