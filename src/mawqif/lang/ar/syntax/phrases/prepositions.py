"""Which prepositional phrases belong to the noun phrase before them."""

from __future__ import annotations

from mawqif.lang.ar.lexis.closed import COUNTS, FOR_SOMETHING, GOVERNS, HERE, PRESS, VERSED
from mawqif.lang.ar.lexis.lexicon import heads
from mawqif.lang.ar.syntax.document import Document

_ON = frozenset("تعليق رد تعقيب اجابه جواب".split())
"""Channels that are about something: their على is their own."""
_TIMES = frozenset(("المره", "اول"))
"""للمرة الأولى، لأول مرة"""
_ACTING = frozenset("النيابه الوكاله الانابه".split())


def free_preposition(doc: Document, i: int, j: int, limit: int, named: bool, stops: tuple[str, ...]) -> bool:
    """Whether the preposition at `j` stands outside the phrase."""
    word = doc.words[j]
    governors = GOVERNS.get(word.bare)
    if governors is None or j + 1 >= limit or word.conjunction:
        return True
    after = doc.words[j + 1 + (doc.words[j + 1].tag == "demonstrative" and j + 2 < limit)]
    here = after.core in HERE and doc.words[j + 1].tag == "demonstrative"
    governed = any(doc.words[k].core.removeprefix("ال") in governors for k in range(max(i, j - 4), j))
    aside = after.channel and not (governed and word.bare == "علي") or (j + 1) in doc.times
    if after.tag == "that" or after.bare in ("دون", "خلال", "غير") or here or aside:
        return True
    if governed or word.bare in ("باسم", "امام"):
        return word.bare == "امام"
    if word.bare == "عن" and doc.words[j - 1].preposition == "ل" and doc.words[j - 1].core in FOR_SOMETHING:
        return False
    if word.bare == "في" and doc.words[j - 1].core.removeprefix("ال") in VERSED:
        return False
    if word.bare == "من" and doc.words[j - 1].core in COUNTS:
        return False
    if word.bare in ("في", "من") and j == i + 1 and _acts_there(doc, i, j + 1):
        return True
    if word.bare in stops or (governors and word.bare != "من"):
        return True
    return named and not (word.bare == "من" and doc.words[j - 1].head is not None)


def _acts_there(doc: Document, i: int, noun: int) -> bool:
    """زعم الجيش في رواية أولى: after a body's or state's own name a common noun tells of the act, not of the body."""
    head, after = doc.words[i].head, doc.words[noun]
    told = head is not None and head.kind in ("body", "state", "organisation") or i in doc.mentions
    if not told or not doc.words[i].definite:
        return False
    return not after.definite and after.head is None and noun not in doc.mentions and after.name < 2 and not after.tag


def free_prefix(doc: Document, j: int, named: bool, stops: tuple[str, ...]) -> bool:
    """Whether a word with an attached preposition stands outside the phrase (قال الحية لوكالة; the UN's: للأمم)."""
    word = doc.words[j]
    letter = word.preposition or word.bare
    if letter == "ل" and word.core in _TIMES:
        return True
    if (
        letter == "ل"
        and word.head is not None
        and word.head.kind == "person"
        and not word.definite
        and word.core not in heads()
    ):
        return True
    if (
        letter == "ل"
        and word.core == "وكاله"
        and j + 1 < len(doc.words)
        and doc.words[j + 1].core.removeprefix("ال") == "انباء"
    ):
        return True
    if letter == "ل" and _issues(doc, j - 1):
        return False
    if (
        letter == "ل"
        and not named
        and word.head is not None
        and word.head.kind in ("organisation", "body")
        and not names_medium(doc, j)
    ):
        return False
    if named or letter in stops or word.channel or letter == "ك":
        return True
    if letter == "ل" and word.core.removeprefix("ال") in PRESS:
        return True
    if letter == "ب" and word.preposition and word.head is None and j not in doc.mentions and word.core not in _ACTING:
        return doc.words[j - 1].adjective < 1
    return letter == "ل" and names_medium(doc, j if word.preposition else j + 1)


def _issues(doc: Document, k: int) -> bool:
    """Whether a document stands at `k` whose issuer ل tells (تقرير للشبكة، تحقيق لصحيفة)."""
    head = doc.words[k].head
    return head is not None and head.kind == "document" and not doc.words[k].definite


def names_medium(doc: Document, i: int) -> bool:
    """Whether a phrase that names a medium starts at token `i`, quotation marks around the name allowed."""
    if i in doc.quotes:
        i += 1
    if i >= len(doc.words):
        return False
    mention = doc.mentions.get(i)
    head = doc.words[i].head
    return (mention is not None and mention.entity.type == "media") or (head is not None and head.kind == "media")


def leaves_channel(doc: Document, i: int, takes: tuple[str, ...]) -> bool:
    """شدد خلال اللقاء على ضرورة …: على after a channel is the verb's that takes it, but before a medium (في حديث على قناة …)."""
    if doc.words[i].bare != "علي" or "علي" not in takes or doc.words[i - 1].core in _ON:
        return False
    return not (i + 1 < len(doc.words) and doc.words[i + 1].channel or names_medium(doc, i + 1))
