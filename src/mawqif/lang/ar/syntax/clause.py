"""What stands before a verb: auxiliaries, negation, its topic (SVO order), a relative pronoun, leading adjuncts."""

from __future__ import annotations

import msgspec

from mawqif.lang.ar.lexis.closed import HE
from mawqif.lang.ar.lexis.conjugation import Inflection
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft
from mawqif.lang.ar.syntax.phrase import DASHES, can_speak, closing_dash, is_verb, noun_phrase
from mawqif.lang.ar.syntax.zone import Range, noun_phrase_from

_FARTHEST = 60
_EMPHASIS = frozenset(
    (
        "قد",
        "لقد",
        "كان",
        "كانت",
        "كانوا",
        "وقد",
        "فقد",
        "سبق",
        "عاد",
        "عادت",
        "ايضا",
        "نفسه",
        "نفسها",
        "بدوره",
        "بدورها",
        "بدورهم",
        "ما",
        "زال",
        "زالت",
        "يزال",
        "تزال",
        "يزالون",
        "مازال",
    )
)
_IMPERSONAL = frozenset("يشار يذكر الجدير جدير يلاحظ معلوم".split())
_CONTRASTS = frozenset(("لكن", "ولكن", "بل"))
_LATEST = 24
"""Statements before a clause among which one may end where it begins."""
_STILL = frozenset("يزال تزال يزالون زال زالت زالوا".split())
"""With a negation: still (لا يزال يؤكد)."""
_LEADERS = frozenset(
    ("اما", "ان", "لكن", "فان", "غير", "بيد", "فيما", "بينما", "حيث", "كما", "اذ", "لان", "هذا", "بل", "حتي", "واما")
)
MASCULINE = frozenset(
    "الخليفه خليفه نوابه دوله سماحه فضيله سعاده جلاله فخامه نظيره شقيقه زميله نجله والده "
    "سموه معاليه دولته سماحته فضيلته سعادته جلالته فخامته سيادته نيافته غبطته".split()
)
"""Heads in ة that denote men, and heads with a possessive pronoun."""
_POINTING_AT = frozenset((("وهو", "الامر", "الذي"), ("وهو", "نفس", "ما"), ("وهو", "ذات", "ما"), ("وهو", "عين", "ما")))
_POINTING = frozenset(
    (("وهو", "ما"), ("وهذا", "ما"), ("وهي", "ما"), ("وهو", "الامر"), ("الامر", "الذي"), ("الشيء", "الذي"))
)
_TOPIC_BREAKS = frozenset(("colon", "breaking", "subordinate", "adversative", "that", "condition"))


class Left(msgspec.Struct):
    """The left side of a verb; `start` is the first token of its clause."""

    start: int
    topic: Range | None = None
    relative: int = -1
    negation: str = ""
    when: Range | None = None
    channel: Range | None = None
    what: bool = False
    pronoun: bool = False
    particle_pronoun: bool = False
    particle: bool = False


def left_of(doc: Document, verb: int, sentence: int, inflection: Inflection) -> Left:
    """Read the clause of the verb at `verb` back to its start, at most to the token `sentence`."""
    i = verb
    negation = ""
    while i > sentence and _is_auxiliary(doc, i - 1):
        i -= 1
        if doc.words[i].bare in _STILL and i > sentence and doc.words[i - 1].tag == "negation":
            i -= 1
            continue
        if doc.words[i].tag == "negation" and doc.words[i].bare != "ما":
            negation = doc.words[i].bare
        if doc.words[i].conjunction:
            break
    left = Left(i, negation=negation)
    resumed = doc.words[i].form[0] == "ف" and any(doc.words[k].bare == "اما" for k in range(sentence, i))
    if i == sentence or (doc.words[i].conjunction and not resumed):
        return left
    before = doc.words[i - 1]
    left.pronoun = before.tag in ("that", "adversative") and before.bare.endswith(("ه", "ها", "هم"))
    left.particle_pronoun = left.pronoun and before.tag == "that"
    if before.tag == "relative":
        left.relative = i - 1
        return left
    if before.bare == "ما" and not before.preposition:
        left.what = True
        return left
    return _with_topic(doc, left, i, sentence, inflection)


def pointing_clause(doc: Document, verb: int, sentence: int) -> int | None:
    """The token where a clause like وهو ما، الأمر الذي begins whose verb stands at `verb`, or None."""
    k = verb
    while k > sentence and (
        doc.words[k - 1].bare in _EMPHASIS and doc.words[k - 1].bare != "ما" or doc.forms[k - 1] == "و"
    ):
        k -= 1
    if k - 3 > sentence and tuple(doc.forms[k - 3 : k]) in _POINTING_AT and doc.words[k - 4].tag == "comma":
        return k - 3
    if k - 2 <= sentence or tuple(doc.forms[k - 2 : k]) not in _POINTING or doc.words[k - 3].tag != "comma":
        return None
    return k - 2


def _is_auxiliary(doc: Document, i: int) -> bool:
    word = doc.words[i]
    return word.bare in _EMPHASIS and word.bare != "ما" or (word.tag == "negation" and word.bare != "ما")


def _with_topic(doc: Document, left: Left, i: int, sentence: int, inflection: Inflection) -> Left:
    floor = max(sentence, i - _FARTHEST)
    for start in _starts(doc, i, floor, sentence):
        first = _past_leader(doc, start, i)
        if first >= i:
            if start > sentence and doc.words[start - 1].tag in _TOPIC_BREAKS:
                break
            continue
        if _topic_ends(doc, first, i) and _may_head(doc, first, i, start, sentence) and agrees(doc, first, inflection):
            left.topic = (first, _topic_last(doc, first, i))
            left.start = start
            left.particle = start > sentence and doc.words[start - 1].tag == "that"
        elif (
            left.topic is None
            and start != sentence
            and not doc.words[start].conjunction
            and doc.words[start - 1].tag != "comma"
        ):
            break
    if left.topic is not None:
        return left
    _leading_adjuncts(doc, left, i, floor, sentence)
    return left


def _starts(doc: Document, i: int, floor: int, sentence: int) -> list[int]:
    """Where the clause may start, nearest first: after punctuation or a particle, at a conjunction, at the sentence."""
    found: list[int] = []
    k = i - 1
    while k >= floor:
        if k in doc.closers:
            k = max(doc.closers[k] - 1, floor - 1)
            continue
        word = doc.words[k]
        describes = word.form == "غير" and doc.words[k + 1].tag != "that"
        strong = word.tag in _TOPIC_BREAKS and not describes or k in doc.quotes or word.form in ("حين", "اما")
        if strong or word.tag == "comma":
            found.append(k + 1)
            if strong:
                return found
        elif word.conjunction and not word.tag:
            found.append(k)
        k -= 1
    if k < sentence or floor == sentence:
        found.append(sentence)
    return found


def _past_leader(doc: Document, start: int, i: int) -> int:
    while start < i and (
        doc.words[start].bare in _LEADERS
        or doc.words[start].tag in ("adversative", "comma", "breaking", "auxiliary")
        or doc.words[start].tag == "mark"
        and start not in doc.quotes
        or doc.words[start].bare in _STILL
        or doc.words[start].tag == "negation"
        and doc.words[start + 1].bare in _STILL
    ):
        start += 1
    return start


def _topic_ends(doc: Document, first: int, i: int) -> bool:
    """Whether a noun phrase from `first` reaches the verb, appositions and remarks between commas allowed."""
    end = noun_phrase(doc, first, i)
    if end == first or _is_nominal_clause(doc, first, i) or _ends_adjunct(doc, first, i):
        return False
    while end < i:
        word = doc.words[end]
        if word.tag == "relative":
            return not any(doc.words[k].tag == "that" for k in range(end, i))
        if word.form in DASHES and (close := closing_dash(doc, end, i)) is not None:
            end = close + 1
            continue
        if word.tag == "preposition" and not word.conjunction and end + 1 < i:
            end = max(noun_phrase_from(doc, end + 1, i), end + 2)
            continue
        if word.head is not None and not word.conjunction and doc.words[first].head is None:
            end = max(noun_phrase(doc, end, i), end + 1)
            continue
        if word.tag != "comma":
            return False
        if end + 1 == i:
            return True
        nxt = noun_phrase(doc, end + 1, i)
        if nxt == end + 1:
            return _closes_remark(doc, end + 1, i)
        end = nxt
    return True


def _is_nominal_clause(doc: Document, first: int, i: int) -> bool:
    """الميدان هو الفيصل، دعت …: a pronoun right behind a noun makes a clause of its own."""
    pronouns = (k for k in range(first + 1, i) if doc.words[k].bare in HE and not doc.words[k].conjunction)
    return any(doc.words[k - 1].tag != "comma" and doc.words[k].tag == "pronoun" for k in pronouns)


def _ends_adjunct(doc: Document, first: int, i: int) -> bool:
    """بعد اللقاء مع الوزير ورئيس الوفد، قرر الملك …: what is joined to the noun of a preposition ends an adjunct."""
    if not doc.words[first].conjunction or doc.words[i - 1].tag != "comma":
        return False
    k = first - 1
    while k >= 0 and doc.words[k].tag not in ("comma", "colon", "that", "preposition") and k not in doc.quotes:
        k -= 1
    return k >= 0 and doc.words[k].tag == "preposition"


def _closes_remark(doc: Document, start: int, i: int) -> bool:
    word = doc.words[start]
    told = is_verb(word) and (word.form[0] in "يت" or doc.words[start + 1].tag == "preposition")
    remark = word.tag in ("relative", "preposition", "auxiliary") or start in doc.times or told
    return remark and doc.words[i - 1].tag == "comma" and not word.conjunction


def _topic_last(doc: Document, first: int, i: int) -> int:
    """The topic's phrase: up to a comma that opens a remark; an apposition between commas belongs to it."""
    end = noun_phrase(doc, first, i)
    while end < i - 1 and doc.words[end].tag == "comma" and can_speak(doc, end + 1, i):
        nxt = noun_phrase(doc, end + 1, i)
        if nxt == end + 1 or (nxt < i and doc.words[nxt].tag != "comma"):
            break
        end = nxt
    if end < i and doc.words[end].tag == "relative":
        end = next((k for k in range(end, i) if doc.words[k].tag == "comma"), i)
    return end


def _may_head(doc: Document, first: int, i: int, start: int, sentence: int) -> bool:
    """Whether the phrase can be a speaking topic: its words can speak, or it opens the clause and is definite; a time cannot."""
    time = doc.times.get(first)
    if time is not None and time.last >= i - (doc.words[i - 1].tag == "comma"):
        return False
    if can_speak(doc, first, i):
        return True
    opens = (
        start == sentence
        or doc.words[start - 1].tag in ("that", "adversative")
        or doc.words[first - 1].tag == "adversative"
    )
    word = doc.words[first]
    document = word.head is not None and word.head.kind == "document"
    report = document and noun_phrase(doc, first, i) in (i, i - (doc.words[i - 1].tag == "comma"))
    return opens and (
        word.definite or report or i - first <= 2 and first not in doc.times and not word.core.endswith("ا")
    )


def agrees(doc: Document, first: int, inflection: Inflection) -> bool:
    """Whether a noun phrase may be the subject of a verb before which it stands: gender and number do not clash."""
    word = doc.words[first]
    if word.tag == "mark" and first + 1 < len(doc.words):
        word = doc.words[first + 1]
    core = word.core
    if inflection.person != 3:
        return False
    if word.head is not None and word.head.kind == "person":
        feminine = core.endswith("ه") and core not in MASCULINE
        if inflection.number == "s":
            return feminine == (inflection.gender == "f")
        return True
    if core.endswith(("ون", "ين")) and len(core) > 4 and word.head is not None:
        return inflection.number in ("d", "p")
    if core.endswith("ه") and word.head is not None:
        return inflection.gender == "f" or inflection.number != "s"
    return not (
        inflection.number == "p" and word.head is not None and word.head.kind in ("body", "organisation", "media")
    )


def _leading_adjuncts(doc: Document, left: Left, i: int, floor: int, sentence: int) -> None:
    """Time or channel that stands at the start of the verb's clause (وقبل يومين، كشف؛ في مؤتمر صحفي قال)."""
    k = next((s for s in _starts(doc, i, floor, sentence)[::-1] if s <= i), i)
    while k < i:
        word = doc.words[k]
        if k in doc.times:
            left.when = left.when or (k, doc.times[k].last)
            k = doc.times[k].last
            continue
        if word.tag == "preposition" and k + 1 < i:
            if (k + 1) in doc.times:
                left.when = left.when or (k, doc.times[k + 1].last)
                k = doc.times[k + 1].last
                continue
            if doc.words[k + 1].channel and word.bare in ("في", "خلال", "عبر", "عقب"):
                end = min(noun_phrase_from(doc, k + 1, i), i)
                left.channel = left.channel or (k + 1, _to_verb(doc, end, i))
                return
        k += 1


def _to_verb(doc: Document, end: int, i: int) -> int:
    """A channel before its verb takes what stands between (في مؤتمر صحفي مشترك مع الشيخ عبد الله قال)."""
    for k in range(end, i):
        if doc.words[k].tag == "comma":
            return k
    return i


def clause_start(doc: Document, drafts: list[Draft], start: int, i: int) -> int:
    """Where the clause before token `i` starts: after the sentence's last such formula, past connectors and particles."""
    floor = start
    for draft in drafts[-_LATEST:]:
        if draft.at >= floor and draft.reach[1] <= i and draft.rule in ("accordance", "as-verb"):
            start = max(start, draft.reach[1], draft.source[1] if draft.source is not None else draft.at + 1)
    while start < i and doc.words[start].tag in ("comma", "breaking", "mark") and start not in doc.quotes:
        start += 1
    return _past_connector(doc, start, i)


def _past_connector(doc: Document, start: int, i: int) -> int:
    """A leading connector with its comma (إضافة إلى ذلك،) and formulas (يشار إلى أن) stay outside."""
    for k in range(start + 1, min(i, start + 5)):
        if doc.words[k].tag == "comma" and doc.words[k - 1].tag in ("demonstrative", "prepositional"):
            return k + 1
    if doc.words[start].bare in _IMPERSONAL:
        particle = next((k for k in range(start, min(i, start + 5)) if doc.words[k].tag == "that"), None)
        if particle is not None:
            return particle + 1
    if doc.words[start].bare == "كما" and start + 1 < i:
        start += 1
    while start + 1 < i and doc.words[start].bare in ("غير", "بيد", "اذ", "لكن") and doc.words[start + 1].tag == "that":
        start += 1
    if doc.words[start].form in _CONTRASTS and start + 2 < i:
        start += 1
    return start + 1 if doc.words[start].tag == "that" else start
