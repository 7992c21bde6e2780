"""How far reported content runs: to the end of the sentence, or to the next cue or the writer's own addition."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from mawqif.lang.ar.lexis.conjugation import Inflection
from mawqif.lang.ar.lexis.entries import Cue, Verb
from mawqif.lang.ar.lexis.shape import VERBAL
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.aside import at_phrase, by_first, explains, insertion_end, is_aside
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.marker import bracket_end
from mawqif.lang.ar.syntax.phrase import DASHES, can_speak, closing_dash, is_name, is_verb, surely_speaks

Opens = Callable[[int, Cue], bool]
"""Whether the word at a token is a working cue (with a complement of its own)."""
_STEPS = by_first(
    (
        ("في", "اجراء"),
        ("في", "خطوه"),
        ("في", "اشاره"),
        ("علما", "بان"),
        ("بعد", "ان"),
        ("بعدما",),
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
        ("في", "الوقت", "الذي"),
        ("مما",),
        ("وذلك", "رغم"),
        ("وذلك", "بالرغم"),
        ("وذلك", "علي", "الرغم"),
        ("رغم", "ان"),
        ("علي", "الرغم", "من", "ان"),
        ("بالرغم", "من", "ان"),
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
        ("غداه",),
        ("غير", "ان"),
        ("بيد", "ان"),
    )
)
_AFTER_EVENT = by_first((("اثر",), ("عقب",), ("غداه",), ("في", "اعقاب")))
"""What happened cannot come before a deed that is only demanded or promised: it tells when that was said."""
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


class Kind(msgspec.Struct, frozen=True):
    """What is known of a content before it is read: the form of its cue and whether it is a whole clause.

    `bounded` contents stand inside a clause that goes on behind them: they end before its verb. A `deed` is demanded or
    promised, it has not happened.
    """

    outer: Inflection
    clause: bool
    bounded: bool = False
    deed: bool = False


def content_end(doc: Document, first: int, limit: int, kind: Kind, opens: Opens) -> int:
    """Token after the last of a content that starts at `first`; `limit` is the end of its sentence."""
    i, inner = first, None
    while i < limit:
        after = _over_marks(doc, first, i, limit, kind)
        if after < 0:
            i = ~after
            break
        if after != i:
            i = after
            continue
        if i > first:
            ends = _ends_clause if kind.clause else _ends_phrase
            if is_aside(doc, i, limit, kind.clause) or ends(doc, first, i, limit, kind, opens):
                break
            cue = _next_cue(doc, i, opens) if doc.words[i].cues and doc.forms[i - 1] != "ما" else None
            goes_on = cue is not None and kind.clause and _of_inner(doc, first, i, cue, kind.outer)
            if cue is not None and not goes_on and _leaves(doc, i, cue, kind.outer, inner):
                break
            if cue is not None and inner is None and not cue.is_participle:
                inner = cue.inflection
        i += 1
    return trim_end(doc, first, i)


def _over_marks(doc: Document, first: int, i: int, limit: int, kind: Kind) -> int:
    """The token after the quotation or bracket that opens at `i`, `i` where none does, its complement where the content is over there."""
    quote = doc.quotes.get(i)
    if quote is not None and quote.closed and quote.last < limit:
        after = quote.last + 1
        return ~after if after < limit and _beside_quotation(doc, first, i, after, limit) else after
    if i > first and doc.forms[i] == "وذلك":
        return insertion_end(doc, i, limit)
    if i > first and doc.forms[i] in DASHES and doc.forms[i + 1 : i + 2] == ["كما"]:
        close = closing_dash(doc, i, limit)
        return i if close is None else close + 1
    if i == first or doc.words[i].tag != "open":
        return i
    return ~i if not kind.clause and explains(doc, i, limit) else bracket_end(doc, i, limit)


def _ends_clause(doc: Document, first: int, i: int, limit: int, kind: Kind, opens: Opens) -> bool:
    if kind.bounded and _returns_to_outer(doc, first, i):
        return True
    return doc.words[i].bare in _CONCEDING and _concedes(doc, i, limit, kind.outer, opens)


def _ends_phrase(doc: Document, first: int, i: int, limit: int, kind: Kind, opens: Opens) -> bool:
    if _ends_phrase_content(doc, first, i, limit) or kind.bounded and _returns_to_outer(doc, first, i):
        return True
    noun = kind.outer.tense == "noun"
    if noun and (_main_verb(doc, first, i) or _predicate(doc, i)):
        return True
    return _joined_verb(doc, first, i) or kind.deed and at_phrase(doc, i, limit, _AFTER_EVENT)


def _returns_to_outer(doc: Document, first: int, i: int) -> bool:
    """In a relative clause: the verb of the clause outside, or another relative clause of the same noun."""
    return doc.words[i].tag == "relative" and doc.words[i].conjunction or _main_verb(doc, first, i)


def _beside_quotation(doc: Document, first: int, opener: int, i: int, limit: int) -> bool:
    """«…» خلال المظاهرات: what closes with the speaker's own words is over, the circumstance is the writer's."""
    if doc.forms[i] not in _CIRCUMSTANCE and doc.forms[i] != "وسط":
        return False
    spoken = opener == first and doc.is_speech(opener) or is_verb(doc.words[opener + 1])
    return spoken and not any(k in doc.quotes for k in range(i, limit))


def trim_end(doc: Document, first: int, end: int) -> int:
    """The end without final punctuation, conjunctions and adverbs that lead to what follows."""
    while end > first + 1 and (
        doc.forms[end - 1] in _CLOSING or doc.forms[end - 1] in _DANGLING or doc.forms[end - 1].startswith("..")
    ):
        end -= 1
    if end - first > 3 and doc.words[end - 1].tag == "that" and doc.forms[end - 2] in ("الا", "بيد", "غير"):
        return trim_end(doc, first, end - 2)
    return end


_CONCEDING = frozenset(("رغم", "بالرغم", "علي", "مع"))
_CONTRASTS = frozenset(("ولكن", "ولكنه", "ولكنها"))
_SURELY_VERB = 9
_NEAR = 12
"""Tokens from the start of a clause within which its verb stands."""
_CLAUSES = frozenset(("that", "relative", "colon", "subordinate"))


def _ends_phrase_content(doc: Document, first: int, i: int, limit: int) -> bool:
    if (
        at_phrase(doc, i, limit, _PHRASE_ENDS)
        or at_phrase(doc, i, limit, _STEPS)
        and not (doc.forms[i] == "علي" and is_verb(doc.words[i - 1]))
    ):
        return True
    word = doc.words[i]
    after_comma = doc.words[i - 1].tag == "comma"
    if word.form in _CONTRASTS and not after_comma:
        return True
    if word.tag == "that" and (word.conjunction or doc.forms[i - 1] == "و"):
        return not (_holds_clause(doc, first, i) or _wishes(doc, i, limit))
    if word.form == "مع" and i + 1 < limit and any(_says_more(c) for c in doc.words[i + 1].cues):
        return True
    if word.form == "خلال" and doc.forms[i - 1] != "من" and i + 1 < limit and doc.words[i + 1].channel:
        return True
    if after_comma and (
        word.tag == "relative"
        and _names(doc, i - 2, word)
        or at_phrase(doc, i, limit, _AFTER_COMMA)
        or word.form in ("كما", "ما")
        and i + 1 < limit
        and doc.words[i + 1].verb >= VERBAL
    ):
        return True
    if after_comma and (word.form in _CIRCUMSTANCE or _is_circumstance(word)):
        return True
    if after_comma and (_tells_of(doc, first, i) or _corrects(doc, i, limit)):
        return False
    if after_comma and (is_verb(word) or word.preposition == "ل" and row(word.core)[1] >= 3 and row(word.core)[4] < 3):
        return True
    verb = is_verb(word) or any(isinstance(c.entry, Verb) and c.inflection.tense != "participle" for c in word.cues)
    return after_comma and word.conjunction and (verb or word.tag in ("auxiliary", "negation"))


def _wishes(doc: Document, i: int, limit: int) -> bool:
    """طالب بإنصافهم، وأن يعود المبعدون: a subjunctive goes on with what is demanded."""
    if doc.words[i].bare != "ان" or i + 1 >= limit:
        return False
    after = doc.words[i + 1]
    return after.form[0] in "يت" and (is_verb(after) or not (after.noun or after.name or after.definite))


def _says_more(cue: Cue) -> bool:
    """مع تأكيده، مع إشارتها: the speaker's next words."""
    return cue.is_noun and cue.inflection.pronoun and cue.entry.act in ("affirm", "say", "warn")


def _holds_clause(doc: Document, first: int, i: int) -> bool:
    """ضرورة أن …، وأن …: a second clause is joined to the first; وإن is another word."""
    return doc.text[doc.tokens.starts[i] + len(doc.forms[i]) - len(doc.words[i].bare)] != "إ" and any(
        doc.words[k].tag == "that" and doc.words[k].bare == "ان" for k in range(first, i)
    )


def _names(doc: Document, k: int, relative: Word) -> bool:
    """إسحاق شامير، الذي …: a relative clause behind a name is a remark on somebody known; a common noun needs its own."""
    word = doc.words[k]
    feminine = relative.bare == "التي"
    if any(m.first <= k < m.last and m.form != "adjective" for j in range(k - 4, k + 1) if (m := doc.mentions.get(j))):
        return True
    return is_name(word) and not word.definite and feminine == word.core.endswith(("ه", "ا"))


def _is_circumstance(word: Word) -> bool:
    """، مستعرضا …: an active participle in the accusative tells what the speaker did meanwhile."""
    plain = not (word.tag or word.definite or word.conjunction or word.preposition)
    return plain and len(word.core) >= 6 and word.core[0] == "م" and word.core.endswith("ا") and word.noun < 3


def _tells_of(doc: Document, first: int, i: int) -> bool:
    """أعلنت عملية واسعة، تشمل …: a verb in the present goes on telling of an indefinite noun."""
    word, head = doc.words[i], doc.words[first]
    present = is_verb(word) and word.form[0] in "تي" and not word.conjunction and not word.cues
    known = head.definite or head.core.endswith(("ها", "هم"))
    return present and not known and not head.tag and (word.form[0] == "ت") == head.core.endswith(("ه", "ات"))


def _corrects(doc: Document, i: int, limit: int) -> bool:
    """محاسبة النفس على الأفعال، وليس على الكلمات: not the one but the other, in the same phrase."""
    if doc.words[i].bare not in ("ليس", "ليست", "لا") or not doc.words[i].conjunction or i + 1 >= limit:
        return False
    after = doc.words[i + 1]
    governs = after.tag == "preposition" and not after.bare.startswith("لدي")
    return governs or bool(after.preposition) or after.bare == "مجرد"


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


def _of_inner(doc: Document, first: int, i: int, cue: Cue, outer: Inflection) -> bool:
    """قالت الوزارة إن الرئيس وصف … وحثّ …: a verb that agrees with the verb told of, not with the speaker's, goes on telling."""
    here = cue.inflection
    word = doc.words[i]
    if not word.conjunction or here.number != "s" or here.gender == outer.gender or outer.tense != here.tense:
        return False
    return (i + 1 >= len(doc.words) or not (doc.words[i + 1].definite or can_speak(doc, i + 1, i + 2))) and any(
        is_verb(doc.words[k]) and not doc.words[k].conjunction and (doc.forms[k].endswith("ت")) == (here.gender == "f")
        for k in range(first, min(i, first + _NEAR))
    )


def _concedes(doc: Document, i: int, limit: int, outer: Inflection, opens: Opens) -> bool:
    """رغم أنها قالت …: the writer sets another report of the speaker against the first."""
    for k in range(i + 1, min(limit, i + 4)):
        if doc.words[k].tag == "that" and k + 1 < limit and doc.forms[k].endswith(("ه", "ها", "هم")):
            cue = _next_cue(doc, k + 1, opens)
            return cue is not None and _same_subject(cue.inflection, outer)
    return False


def _leaves(doc: Document, i: int, cue: Cue, outer: Inflection, inner: Inflection | None) -> bool:
    """Whether the cue at `i` belongs to the level of the cue outside, so that the content ends before it."""
    names_speaker = i + 1 < len(doc.words) and surely_speaks(doc, i + 1)
    if cue.is_participle:
        return inner is None or doc.words[i - 1].tag == "comma" or outer.tense == "participle"
    word, before = doc.words[i], doc.words[i - 1]
    if before.tag == "comma" and doc.words[i - 2].tag == "adversative":
        before = doc.words[i - 2]
    contrasted = before.tag == "that" and i >= 2 and doc.words[i - 2].form in ("الا", "بيد", "غير")
    joined = (
        word.conjunction
        or contrasted
        or before.form in ("كما", "و", "حيث", "ثم")
        or before.form == "اذ"
        and isinstance(cue.entry, Verb)
        and {"أن", "«"} <= set(cue.entry.takes)
        and cue.inflection.tense == "past"
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
