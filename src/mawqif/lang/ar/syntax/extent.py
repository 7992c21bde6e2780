"""How far reported content runs: to the end of the sentence, or to the next cue or the writer's own addition."""

from __future__ import annotations

from collections.abc import Callable

from mawqif.lang.ar.lexis.conjugation import Inflection
from mawqif.lang.ar.lexis.entries import Cue, Verb
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.clause import pointing_clause
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.phrase import can_speak, is_verb, surely_speaks

Opens = Callable[[int, Cue], bool]
"""Whether the word at a token is a working cue (with a complement of its own)."""

Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""First word of a phrase → what may follow it."""


def by_first(phrases: tuple[tuple[str, ...], ...]) -> Phrases:
    """Phrases by their first word, so that most words cost one look-up."""
    return {first: tuple(p[1:] for p in phrases if p[0] == first) for first in {p[0] for p in phrases}}


_ASIDES = by_first(
    (
        ("وذلك", "بعد"),
        ("وذلك", "في"),
        ("وذلك", "خلال"),
        ("وذلك", "عقب"),
        ("وذلك", "بعدما"),
        ("وذلك", "اثر"),
        ("وذلك", "غداه"),
        ("وذلك", "عشيه"),
        ("في", "اشاره"),
        ("في", "حين"),
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
        ("نقلا", "عن"),
        ("علي", "لسان"),
        ("اما",),
        ("وياتي",),
        ("وتاتي",),
        ("علما",),
        ("بقوله",),
        ("بقولها",),
        ("يذكر",),
        ("يشار",),
    )
)
_ACCORDANCE = frozenset(("وفق", "وفقا", "بحسب", "حسب", "طبقا", "حسبما", "وفقما"))
_STEPS = by_first(
    (
        ("في", "اجراء"),
        ("في", "خطوه"),
        ("في", "اشاره"),
        ("علما", "بان"),
        ("بعد", "ان"),
        ("بعدما",),
        ("علي", "خلفيه"),
        ("وهو", "ما"),
    )
)
_AFTER_COMMA = by_first(
    (
        ("وهو",),
        ("وهي",),
        ("وهما",),
        ("وهم",),
        ("وهذا",),
        ("وهذه",),
        ("حيث",),
        ("اذ",),
        ("والتي",),
        ("والذي",),
        ("والذين",),
        ("في", "الوقت", "الذي"),
        ("مما",),
        ("وان",),
        ("وانه",),
        ("وانها",),
    )
)
_PHRASE_ENDS = by_first(
    (
        ("الا", "ان"),
        ("الا", "انه"),
        ("الا", "انها"),
        ("الا", "انهم"),
        ("لكن",),
        ("لكنه",),
        ("لكنها",),
        ("غير", "ان"),
        ("بيد", "ان"),
        ("علي", "الرغم"),
        ("رغم",),
        ("علي", "رغم"),
    )
)
_IN_HIS_WORDS = by_first(
    tuple(("علي", "حد", noun + pronoun) for noun in ("قول", "تعبير", "وصف") for pronoun in ("ه", "ها", "هم"))
)
_DANGLING = frozenset(
    (
        "و",
        "كما",
        "-",
        "–",
        "حيث",
        "اذ",
        "لكن",
        "ولكن",
        "لكنه",
        "ولكنه",
        "لكنها",
        "ولكنها",
        "لكنهم",
        "ثم",
        "قد",
        "وقد",
        "فيما",
        "بينما",
        "وذلك",
        "حين",
    )
)
_CIRCUMSTANCE = frozenset("بعد عقب اثر قبل خلال ردا تعليقا تزامنا بعدما اثناء غداه".split())
_CLOSING = frozenset(".؟?!۔…،,؛;:")


def content_end(
    doc: Document, first: int, limit: int, outer: Inflection, *, clause: bool, opens: Opens, bounded: bool = False
) -> int:
    """Token after the last of a content that starts at `first`; `limit` is the end of its sentence.

    `bounded` contents stand inside a clause that goes on behind them: they end before its verb.
    """
    i, inner = first, None
    while i < limit:
        quote = doc.quotes.get(i)
        if quote is not None and quote.closed and quote.last < limit:
            i = quote.last + 1
            continue
        if i > first:
            if _aside(doc, i, limit, clause) or (not clause and _ends_phrase_content(doc, first, i, limit)):
                break
            if (bounded or outer.tense == "noun" and not clause) and _main_verb(doc, first, i):
                break
            if outer.tense == "noun" and not clause and _predicate(doc, i):
                break
            if not clause and _joined_verb(doc, first, i):
                break
            cue = _next_cue(doc, i, opens)
            if cue is not None and _leaves(doc, i, cue, outer, inner):
                break
            if cue is not None and inner is None and not cue.is_participle:
                inner = cue.inflection
        i += 1
    return trim_end(doc, first, i)


def trim_end(doc: Document, first: int, end: int) -> int:
    """The end without final punctuation, conjunctions and adverbs that lead to what follows."""
    while end > first + 1 and (
        doc.forms[end - 1] in _CLOSING or doc.forms[end - 1] in _DANGLING or doc.forms[end - 1].startswith("..")
    ):
        end -= 1
    if end - first > 3 and doc.words[end - 1].tag == "that" and doc.forms[end - 2] in ("الا", "بيد", "غير"):
        return trim_end(doc, first, end - 2)
    return end


def _at(doc: Document, i: int, limit: int, phrases: Phrases) -> bool:
    return any(
        tuple(doc.forms[i + 1 : min(limit, i + 1 + len(rest))]) == rest for rest in phrases.get(doc.forms[i], ())
    )


def unsaid(doc: Document, i: int, limit: int) -> bool:
    """، ولم يوضح …، ولم يحدد …: what a speaker left unsaid is told by the writer."""
    before = _UNSAID.get(doc.forms[i])
    if before is None or i + len(before) + 1 >= limit or tuple(doc.forms[i + 1 : i + 1 + len(before)]) != before:
        return False
    return any(not c.is_noun and c.inflection.tense == "present" for c in doc.words[i + 1 + len(before)].cues)


def _aside(doc: Document, i: int, limit: int, clause: bool) -> bool:
    word = doc.words[i]
    after_comma = doc.words[i - 1].tag == "comma"
    if after_comma and unsaid(doc, i, limit):
        return True
    if word.bare in _ACCORDANCE:
        return _names_source(doc, i, limit)
    if word.form in ("حيث", "ما", "مما") and after_comma and i + 1 not in doc.quotes and _quoted_before(doc, i):
        return True
    if after_comma and (_points_back(doc, i, limit) or _looks_back(doc, i, limit)):
        return True
    if word.tag == "breaking":
        return _contrasts(doc, i, limit, clause=clause)
    if (
        word.form == "كما"
        and i + 1 < limit
        and any(isinstance(c.entry, Verb) and not c.entry.strict for c in doc.words[i + 1].cues)
    ):
        return True
    return after_comma and _at(doc, i, limit, _ASIDES) or _at(doc, i, limit, _IN_HIS_WORDS)


def _looks_back(doc: Document, i: int, limit: int) -> bool:
    """، وكان الوزير أعلن …: the writer recalls what somebody else said before."""
    if doc.forms[i] not in ("وكان", "وكانت") or i + 2 >= limit or not surely_speaks(doc, i + 1):
        return False
    return any(
        isinstance(c.entry, Verb) and c.inflection.tense == "past" and not c.entry.strict
        for k in range(i + 2, min(limit, i + 9))
        for c in doc.words[k].cues
    )


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
        return after.form not in _NOT_MEANWHILE and not after.form.startswith("بين")
    return not clause or any(isinstance(c.entry, Verb) and {"أن", "«"} <= set(c.entry.takes) for c in after.cues)


_SURELY_VERB = 9
_CLAUSES = frozenset(("that", "relative", "colon", "subordinate"))
_UNSAID: dict[str, tuple[str, ...]] = {
    "ولم": (),
    "بدون": ("ان",),
    "دون": ("ان",),
    "ولكنه": ("لم",),
    "لكنه": ("لم",),
    "ولكنها": ("لم",),
    "لكنها": ("لم",),
}
_NOT_MEANWHILE = frozenset("يبدو يتعلق يخص بعد بين لو اذا يتصل يلي مضي عدا".split())


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
    if doc.words[i + 1].bare in ("ما", "لما") or doc.words[i].bare in ("حسبما", "وفقما"):
        return True
    if word.core.endswith(("ه", "هم", "ها")) and word.core[:3] in ("قول", "تعب", "وصف", "راي", "زعم"):
        return True
    return can_speak(doc, k, limit) or word.channel or (word.head is not None and doc.words[i - 1].tag == "comma")


def _ends_phrase_content(doc: Document, first: int, i: int, limit: int) -> bool:
    if _at(doc, i, limit, _PHRASE_ENDS) or _at(doc, i, limit, _STEPS):
        return True
    word = doc.words[i]
    after_comma = doc.words[i - 1].tag == "comma"
    if word.tag == "that" and (word.conjunction or doc.forms[i - 1] == "و"):
        return True
    if word.form == "خلال" and doc.forms[i - 1] != "من" and i + 1 < limit and doc.words[i + 1].channel:
        return True
    if after_comma and (
        _at(doc, i, limit, _AFTER_COMMA) or word.form == "كما" and i + 1 < limit and is_verb(doc.words[i + 1])
    ):
        return True
    if after_comma and (word.form in _CIRCUMSTANCE or _is_circumstance(word)):
        return True
    if after_comma and _tells_of(doc, first, i):
        return False
    if after_comma and (is_verb(word) or word.preposition == "ل" and row(word.core)[1] >= 3 and row(word.core)[4] < 3):
        return True
    verb = is_verb(word) or any(isinstance(c.entry, Verb) and c.inflection.tense != "participle" for c in word.cues)
    return after_comma and word.conjunction and (verb or word.tag in ("auxiliary", "negation"))


def _is_circumstance(word: Word) -> bool:
    """، مستعرضا …: an active participle in the accusative tells what the speaker did meanwhile."""
    plain = not (word.tag or word.definite or word.conjunction or word.preposition)
    return plain and len(word.core) >= 6 and word.core[0] == "م" and word.core.endswith("ا") and word.noun < 3


def _tells_of(doc: Document, first: int, i: int) -> bool:
    """أعلنت عملية واسعة، تشمل …: a verb in the present goes on telling of an indefinite noun."""
    word, head = doc.words[i], doc.words[first]
    present = is_verb(word) and word.form[0] in "تي" and not word.conjunction and not word.cues
    return present and not head.definite and not head.tag and (word.form[0] == "ت") == head.core.endswith(("ه", "ات"))


def _predicate(doc: Document, i: int) -> bool:
    """ولقيت دعوته إلى الحوار ترحيبا: an indefinite accusative belongs to the clause outside."""
    word = doc.words[i]
    if (
        word.tag
        or word.definite
        or word.conjunction
        or word.preposition
        or not word.core.endswith("ا")
        or len(word.core) < 5
        or i in doc.times
    ):
        return False
    return row(word.core[:-1])[4] >= 4 and not is_verb(doc.words[i - 1])


def _joined_verb(doc: Document, first: int, i: int) -> bool:
    """تنصلت من الأزمة ورمتها على …: a finite verb joined to a content without verbs is the outer verb's equal."""
    word = doc.words[i]
    if not word.conjunction or word.verb < _SURELY_VERB or word.noun or word.name or i in doc.times:
        return False
    return not any(
        doc.words[k].tag in _CLAUSES or doc.forms[k] in ("ما", "كما", "لما", "مما") or is_verb(doc.words[k])
        for k in range(first, i)
    )


def _main_verb(doc: Document, first: int, i: int) -> bool:
    """After a definite noun a verb belongs to the clause outside (دعوته إلى الحوار جاءت …؛ التي طالبت بإسقاط النظام لم …)."""
    word, before = doc.words[i], doc.words[i - 1]
    verb = is_verb(word) or word.bare in ("لم", "لن") and i + 1 < len(doc.words) and is_verb(doc.words[i + 1])
    if not verb or word.conjunction or before.tag or not before.definite:
        return False
    return not any(doc.words[k].tag in _CLAUSES or doc.forms[k] == "ما" for k in range(first, i))


def _next_cue(doc: Document, i: int, opens: Opens) -> Cue | None:
    for cue in doc.words[i].cues:
        if not cue.is_noun and cue.inflection.person == 3 and opens(i, cue):
            return cue
    return None


def _same_subject(inner: Inflection, outer: Inflection) -> bool:
    """لكنها تتوقع after قالت: the pronoun may take up the speaker."""
    return (inner.gender, inner.number, inner.person) == (outer.gender, outer.number, outer.person)


def _leaves(doc: Document, i: int, cue: Cue, outer: Inflection, inner: Inflection | None) -> bool:
    """Whether the cue at `i` belongs to the level of the cue outside, so that the content ends before it."""
    names_speaker = i + 1 < len(doc.words) and surely_speaks(doc, i + 1)
    if cue.is_participle:
        return inner is None or doc.words[i - 1].tag == "comma" or outer.tense == "participle"
    word, before = doc.words[i], doc.words[i - 1]
    contrasted = before.tag == "that" and i >= 2 and doc.words[i - 2].form in ("الا", "بيد", "غير")
    joined = (
        word.conjunction
        or contrasted
        or before.form in ("كما", "و", "حيث", "ثم")
        or before.tag == "adversative"
        and before.bare != "غير"
    )
    if not joined:
        return False
    if (
        before.tag == "adversative"
        and before.bare.startswith("لكن")
        and before.bare != "لكن"
        and _same_subject(cue.inflection, outer)
    ):
        return True
    here = cue.inflection
    if inner is not None and inner.tense == here.tense and before.tag != "comma":
        return False
    if word.conjunction and before.tag == "comma" and names_speaker:
        return True
    if outer.tense == "present":
        return here.tense in ("present", "past")
    return here.tense == "past"
