"""Whether what was read as the source of a statement can be one."""

from __future__ import annotations

from mawqif.lang.ar.lexis.shape import PLAIN
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft
from mawqif.lang.ar.syntax.phrase import is_name
from mawqif.lang.ar.syntax.zone import Range
from mawqif.lang.ar.who.known import is_third_singular
from mawqif.lang.ar.who.nouns import MARKS
from mawqif.lang.ar.who.subjects import Subjects

_SELDOM = 5
"""Count up to which a form may be a name that no table knows."""


def may_speak(doc: Document, subjects: Subjects, draft: Draft, source: Range) -> bool:
    """No subject is empty, a pronoun clause (وهو يحادث), an adverb (متسائلاً), an oblique plural after its verb."""
    first = source[0]
    if all(doc.words[k].tag in MARKS for k in range(*source)) or subjects.tells_nobody(source):
        return False
    word = doc.words[first]
    if word.tag == "pronoun" and source[1] - first > 2:
        return False
    if (
        draft.topic
        or draft.inflection is None
        or draft.inflection.tense not in ("past", "present")
        or draft.rule in ("relay", "record", "accordance")
    ):
        return True
    if (
        word.head is None
        and word.core.endswith("ا")
        and "\u064b" in doc.text[doc.tokens.starts[first] : doc.tokens.ends[first]]
    ):
        return False
    if _of_other_form(doc, draft, first):
        return False
    return not (
        word.definite
        and word.core.endswith("ين")
        and word.head is not None
        and (word.head.kind in ("group", "anonymous") or word.head.plural)
    )


def _of_other_form(doc: Document, draft: Draft, first: int) -> bool:
    """وأكد ثانية، وأوضح ملابسات الحادث: a feminine noun that heads nothing is no subject of a masculine verb."""
    word, inflection = doc.words[first], draft.inflection
    plain = word.head is None and not word.definite and word.name < 2 and word.count > _SELDOM
    plain = plain and doc.words[draft.at].noun <= PLAIN
    if not plain or first in doc.mentions or inflection is None or inflection.gender != "m":
        return False
    after = doc.words[first + 1]
    counted_or_named = is_name(after) or after.bare == "الله" or after.head is not None
    if draft.source is not None and first + 1 < draft.source[1] and counted_or_named:
        return False
    feminine = doc.text[doc.tokens.ends[first] - 1] == "ة" or word.core.endswith("ات") and word.noun >= PLAIN
    return first == draft.at + 1 and is_third_singular(inflection) and feminine
