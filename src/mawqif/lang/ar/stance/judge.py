"""Yes, no, only if or not yet: what a clause says of the target it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mawqif.lang.ar.lexis.inflect import keys, stems
from mawqif.lang.ar.stance.predicate import Hit, Side, hits, listed
from mawqif.lang.ar.stance.target import Mention, between
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.voice.forms import is_finite
from mawqif.model import Firmness

_FULL_STOPS = frozenset(".؟?!؛\n…")
_CONTRAST = frozenset(
    ("لكن", "لكنه", "لكنها", "لكننا", "بل", "انما", "بينما", "فيما", "غير", "ولكن", "ولكنها", "ولكنه", "اما", "واما")
)
_THAT = frozenset(("ان", "انه", "انها", "انهم", "اننا", "بان", "بانه", "بانها"))
STRONG = frozenset(("vote", "block", "refuse", "agree", "out-of-question", "under-study", "no decide"))
STRONG |= {f"no {each}" for each in ("vote", "block", "refuse", "agree")}
"""Rules that are hardly used of anything but a deed put to somebody."""
_SUPPOSED = frozenset(("اذا", "لو", "ولو", "كلما"))
"""What makes the verb after it a supposition."""
_ASKS = frozenset(("هل", "كيف", "لماذا", "فكيف", "فلماذا"))
"""What makes the verb after it a question, which is no answer."""
_OTHERS = ("call", "must")
"""Predicates that ask for a deed: said of a deed of one's own, they ask it of others."""
_DECIDING = frozenset(("decide", "whether", "under-study"))
REACH = 9
"""Tokens between a predicate and what it governs."""
AHEAD, BEHIND = 4, 2
"""Words between a predicate and the target after or before it that it could govern instead."""


class Verdict(NamedTuple):
    """What a clause says of the target: the side, how firmly, and the ids of the predicates that decided."""

    side: Side
    firmness: Firmness
    rule: str
    excepted: bool
    """Whether the clause is negated, so that an exception in it is the condition of a yes."""
    strong: bool
    """Whether a predicate decided that is hardly used of anything but a deed put to somebody."""


def clauses(doc: Document, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The clauses of a content: parted by full stops, contrast, and by a conjunction before a verb or أن."""
    start = first
    for k in range(first + 1, last):
        if k > start and _begins(doc, k, last):
            yield start, k
            start = k
    if start < last:
        yield start, last


def _begins(doc: Document, k: int, last: int) -> bool:
    form, before = doc.forms[k], doc.forms[k - 1]
    if before in _FULL_STOPS:
        return True
    if form in _CONTRAST:
        return form != "غير" or (k + 1 < last and doc.forms[k + 1] in _THAT)
    word = doc.words[k]
    if not word.conjunction:
        return False
    return (
        word.bare in _THAT
        or form in ("ولن", "ولم")
        or (before in "،," and (is_finite(word.bare) or word.bare in listed("negation")))
    )


def judge(
    doc: Document, clause: tuple[int, int], mention: Mention, outer: Hit | None, denied: bool, personal: bool
) -> Verdict | None:
    """The verdict of a clause on a mention in it.

    `outer` is the predicate of the report itself (رفض، تعهد), outside the clause; `denied` says that it is negated.
    `personal`: the deed is one's own, so that to support it commits to nothing.
    """
    first, last = clause
    if any(doc.words[k].bare in _ASKS for k in range(first, min(mention.at, last))):
        return None
    asks = personal or mention.form is None
    found = [hit for hit in hits(doc, first, last) if not _says_nothing(doc, hit, personal, asks)]
    found = [hit for hit in found if not _of_antecedent(doc, hit, clause, mention)]
    found = [hit for k, hit in enumerate(found) if not (k and _echoes(doc, hit, found[k - 1]))]
    found = [hit for hit in found if not (mention.opposite and _is_same(doc, hit, mention))]
    found = [hit for k, hit in enumerate(found) if not _again(doc, hit, found[k + 1 :][:1], mention)]
    left = [h for h in found if _before(doc, h, mention)]
    side = _own_side(doc, clause, mention, left)
    used: list[tuple[Hit, bool]] = []
    for before, hit in reversed([*zip([None, *left], left, strict=False)]):
        no = _negated(doc, hit.first, before.last if before else first)
        at_once = hit.verb or mention.at - hit.last <= 1
        side = "undecided" if no and used and _puts_off(hit, used[-1]) else _applied(hit, no, side, at_once)
        used.append((hit, no))
    negated = any(no for _, no in used) or _own_side(doc, clause, mention, left) == "against"
    for hit in found:
        if _behind(hit, mention) and (hit.idiom or not (left or outer)) and _predicated(doc, hit, mention, side):
            used.append((hit, not hit.idiom and _negated(doc, hit.first, mention.at)))
            side = _applied(*used[-1], side)
    if outer is not None and not (asks and outer.predicate.id in _OTHERS) and _leads(doc, outer, mention):
        used.append((outer, denied))
        side = _applied(*used[-1], side)
    if side is None or (not used and _is_named(mention) and not negated):
        return None
    rule = [("no " if no else "") + hit.predicate.id for hit, no in used]
    firmness = _firmness(doc, clause, side, used)
    return Verdict(side, firmness, " + ".join(rule) or "deed", negated, not STRONG.isdisjoint(rule))


def _puts_off(hit: Hit, inner: tuple[Hit, bool]) -> bool:
    """Whether it is the deciding that cannot be, or is not wanted (لا تستطيع البت في، لا نريد أن نحسم)."""
    decides, no = inner
    return hit.predicate.negated == "against" and decides.predicate.id in _DECIDING and not no


def _of_antecedent(doc: Document, hit: Hit, clause: tuple[int, int], mention: Mention) -> bool:
    """Whether a verb before the target is what others do (الذين يرفضون الاتفاق): in a relative clause, not of one's own."""
    if not hit.verb or hit.first > mention.at or doc.words[hit.first].bare[0] in "نأ":
        return False
    return any(doc.words[k].tag == "relative" for k in range(max(clause[0] + 1, hit.first - 3), hit.first))


def _echoes(doc: Document, hit: Hit, before: Hit) -> bool:
    """A cognate accusative says the verb again (ترفض رفضا قاطعا), though its letters may be a dual's (رفضا)."""
    accusative = not hit.verb or doc.forms[hit.first][-1] == "ا"
    return hit.predicate is before.predicate and before.verb and accusative and hit.first - before.last <= 2


def _is_same(doc: Document, hit: Hit, mention: Mention) -> bool:
    """Whether a predicate is the word of an opposite deed said again (يرفض السفر رفضا), which does not undo itself."""
    return hit.first != mention.at and not keys(doc.forms[hit.first]).isdisjoint(keys(doc.forms[mention.at]))


def _again(doc: Document, hit: Hit, after: Sequence[Hit], mention: Mention) -> bool:
    """Whether a predicate is said of something else before it is said of the target (رفض العرض ورفض السفر)."""
    return any(
        other.predicate is hit.predicate and doc.words[other.first].conjunction and other.first < mention.at
        for other in after
    )


def _before(doc: Document, hit: Hit, mention: Mention) -> bool:
    """Whether a predicate governs the target after it; one that tells of it without naming it governs itself."""
    if mention.told:
        return hit.first == mention.at
    if not _leads(doc, hit, mention):
        return False
    near = hit.last <= mention.at and mention.at - hit.last <= REACH
    return near and _governs(doc, hit, mention.at) and between(doc, hit.last, mention.at) <= AHEAD


def _leads(doc: Document, hit: Hit, mention: Mention) -> bool:
    """Whether terms are set for the target (شروط للمشاركة), not for something else beside it."""
    return hit.predicate.id != "terms" or any(doc.words[k].preposition == "ل" for k in range(hit.last, mention.at + 1))


def _is_named(mention: Mention) -> bool:
    """Whether a deed is only named by its noun, which says nothing of it, be it the opposite of the target."""
    return mention.form is not None and mention.form.shape == "noun"


def _behind(hit: Hit, mention: Mention) -> bool:
    """Whether a predicate stands after the target, of which it may be said, and is not the deed itself."""
    if mention.told or hit.predicate.ahead:
        return False
    itself = hit.first == mention.at and mention.form is not None
    return hit.first > mention.at or (hit.idiom and hit.last > mention.at and not itself)


def _says_nothing(doc: Document, hit: Hit, personal: bool, asks: bool) -> bool:
    """Whether a predicate is beside the point: support for a deed that others do, or what is over (بعد التشاور)."""
    if (personal and hit.predicate.id == "support") or (asks and hit.predicate.id in _OTHERS):
        return True
    after = hit.first and doc.words[hit.first - 1].bare == "بعد"
    return bool(after) and hit.predicate.stance == "undecided" and not hit.idiom


def _own_side(doc: Document, clause: tuple[int, int], mention: Mention, found: Sequence[Hit]) -> Side | None:
    """What the deed says by itself: a verb is done or will be, a negated verb or noun is not; a bare noun says nothing."""
    form = mention.form
    no = _negated(doc, mention.at, max(clause[0], found[-1].last if found else 0))
    flipped = mention.opposite
    if no:
        return "for" if flipped else "against"
    if form is not None and form.shape in ("past", "present"):
        if mention.at > 1 and doc.words[mention.at - 1].bare in _SUPPOSED and doc.words[mention.at - 2].bare != "الا":
            return None
        return "against" if flipped else "for"
    return "against" if flipped else None


def _applied(hit: Hit, no: bool, side: Side | None, at_once: bool = True) -> Side | None:
    """The side after a predicate: refusal turns a yes into a no and a no into a yes, deciding leaves it."""
    if hit.predicate.only and side != "against":
        return side
    stance = hit.predicate.negated if no else hit.predicate.stance
    if stance is None:
        return side if side or hit.predicate.id != "decide" or no or not at_once else "for"
    if side == "undecided" and stance == "for" and not hit.predicate.ties:
        return side
    if side == "against" and stance in ("for", "against"):
        return "against" if stance == "for" else "for"
    return stance


def _negated(doc: Document, at: int, first: int) -> bool:
    """Whether a negation stands right before a token, over adverbs and auxiliaries (لا تزال, which denies nothing)."""
    words = listed("negation")
    for k in range(at - 1, max(first, at - 4) - 1, -1):
        bare = doc.words[k].bare
        if bare in words or doc.forms[k] in words:
            return not (bare == "ما" and k + 1 == at and doc.forms[at][0] != "ي") and not _lasting(doc, k)
        if doc.forms[k] in "،,:" or (k < at - 1 and is_finite(bare) and doc.words[k].tag != "auxiliary"):
            return False
    return False


def _lasting(doc: Document, k: int) -> bool:
    """ما زالت، لا تزال: still."""
    return k + 1 < len(doc.forms) and stems(doc.forms[k + 1])[-1] in (
        "زال",
        "زالت",
        "يزال",
        "تزال",
        "نزال",
        "يزالون",
        "زالوا",
        "زلنا",
        "دام",
        "دامت",
        "اذا",
    )


def _governs(doc: Document, hit: Hit, at: int) -> bool:
    """Whether nothing between a predicate and the target ends what it governs."""
    return not any(doc.forms[k] in "؛.:" for k in range(hit.last, at))


def _predicated(doc: Document, hit: Hit, mention: Mention, side: Side | None) -> bool:
    """Whether a predicate after the target is said of it (المشاركة غير واردة)."""
    if hit.idiom:
        return True
    attached = bool(doc.words[hit.first].preposition)
    return (
        side is None
        and hit.first - mention.at <= REACH
        and between(doc, mention.at + 1, hit.first) <= BEHIND
        and not attached
        and (mention.form is not None or not mention.tokens)
    )


def _firmness(doc: Document, clause: tuple[int, int], side: Side, used: Sequence[tuple[Hit, bool]]) -> Firmness:
    if side == "undecided":
        return "plain"
    hedged = any(hit.predicate.careful or (hit.predicate.hedged and no) for hit, no in used)
    firm = any(hit.predicate.firm for hit, _ in used)
    forms = [stem for k in range(*clause) for stem in stems(doc.forms[k])]
    if firm or not listed("absolute").isdisjoint(forms):
        return "categorical"
    if hedged or not listed("hedge").isdisjoint(forms):
        return "tentative"
    return "plain"
