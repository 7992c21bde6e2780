"""What the letters of a word show of its part in a phrase: adverbs in the accusative, nouns with a pronoun, no names."""

from __future__ import annotations

from mawqif.lang.ar.lexis.deeds import is_deed
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.lexis.word import Word

ADJECTIVAL = 3
VERBAL = 3
"""Verb score from which a form without a clitic is read as a finite verb."""
PLAIN = 3
_EMPHASIS = frozenset(
    "نفسه نفسها نفسهم نفسهما انفسهم ذاته ذاتها ذاتهم عينه عينها جميعها جميعهم كله كلها كلهم كليهما كلاهما".split()
)
"""Score from which a form is a noun in running text."""
COMMON = 6
"""Count from which a form with the article shows that the form is a plain noun (الصواريخ)."""
_DEFINITE_PARTICIPLE = "الم"
_PRONOUNS = ("ها", "هم", "ه")


def is_other_form(core: str) -> bool:
    """A relational adverb (دوليا), an accusative (سببا), a verbal noun (تصريف), an adjective (ربحية), a verb (تتحدر، ستضطلع)."""
    if core.endswith("ا"):
        stem = row(core[:-1])
        if core.endswith("يا") and row("ال" + core[:-1])[0] >= 4 or stem[4] >= PLAIN and stem[0] >= COMMON:
            return True
    if is_deed(core, ""):
        return True
    if len(core) > 4 and (core[:2] in ("تت", "يت") or core.endswith(("تها", "تهم"))):
        return True
    return row("ال" + core)[3] >= ADJECTIVAL or core[:2] in ("سي", "ست", "سن") and row(core[1:])[1] >= VERBAL


def is_circumstance(word: Word, before: Word, *, alone: bool = False) -> bool:
    """An accusative after a definite word or a verb tells how or when (وتابع مؤكدا، الوزير شخصيا), never who.

    `alone` after its verb any adjective does (يقول دائما); behind a title it may be a name (اللواء يهودا لارسون).
    """
    if word.tag or word.definite or word.preposition or word.conjunction or word.head is not None or word.name >= 2:
        return False
    if not word.core.endswith("ا") or len(word.core) < 4 or not (before.definite or before.cues):
        return False
    manner = alone and is_active_participle(word)
    relational = manner or (alone or word.core.endswith("يا")) and row("ال" + word.core[:-1])[3] >= ADJECTIVAL
    return relational or any(c.is_participle for c in word.cues)


def is_active_participle(word: Word) -> bool:
    """مبتسما، متحديا: the shape of an active participle in the accusative."""
    core = word.core
    shaped = len(core) >= 6 and core[0] == "م" and core[-1] == "ا" and core[-2] != "ه" and word.noun < PLAIN
    return shaped and max(row(core[:-1])[0], row("ال" + core[:-1])[0]) >= PLAIN


def qualifies_participle(word: Word, before: Word) -> bool:
    """The relational adverb of a participle is part of its phrase (المجلس المدعوم فرنسيا، الجماعة المحظورة دوليا)."""
    relational = word.core.endswith("يا") and len(word.core) > 4 and not word.conjunction and not word.preposition
    return relational and before.form.startswith(_DEFINITE_PARTICIPLE) and before.adjective >= ADJECTIVAL


def owned_noun(core: str) -> bool:
    """Whether a form is a plain noun with a possessive pronoun (موقفه، خطتها), and no emphasis (المتحدث ذاته)."""
    if core in _EMPHASIS:
        return False
    for pronoun in _PRONOUNS:
        stem = core.removesuffix(pronoun)
        if stem != core and len(stem) > 2:
            return max(row(stem)[4], row("ال" + stem)[4], row(stem[:-1] + "ه")[4] if stem[-1] == "ت" else 0) >= PLAIN
    return False
