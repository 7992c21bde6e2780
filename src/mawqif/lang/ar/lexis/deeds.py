"""Verbal nouns: nouns of what happens or is done (مقتل، اعتقال، إطلاق), with which a verb reports an event."""

from __future__ import annotations

import re

from mawqif.lang.ar.lexis.lexicon import deeds, deeds_not
from mawqif.lang.ar.lexis.table import row

_SHAPES = re.compile(r"ت\w\wي\w|ان\w\wا\w|ا\w[تدط]\wا\w|است\w\wا\w|است\wا\wه")
"""تفعيل, انفعال, افتعال, استفعال, استفالة (Ryding 2005, ch. 22-33), folded."""
_REFLEXIVE = re.compile(r"ت\w\w\w|ت\wا\w\w")
"""تفعّل, تفاعل: without the article as often verbs."""
_VERBAL = 3
_PRONOUNS = ("ها", "هم", "ه")
_HAMZA_BELOW = re.compile(r"ا\w\wا\w|ا\wا\wه|اي\wا\w")
"""إفعال, إفالة: told from plurals (أموال) by the hamza below, where the text writes it."""


def is_deed(core: str, letter: str) -> bool:
    """Whether a folded noun without article is a verbal noun; `letter` is its first letter as the text writes it."""
    stem = next((core[: -len(p)] for p in _PRONOUNS if core.endswith(p) and len(core) > len(p) + 3), core)
    if core in deeds() or stem in deeds():
        return True
    if core in deeds_not():
        return False
    if stem != core and is_deed(stem, letter) or letter == "إ" and _HAMZA_BELOW.fullmatch(core):
        return True
    return letter != "أ" and _SHAPES.fullmatch(core) is not None


def is_deed_with_article(stem: str) -> bool:
    """Like `is_deed`, for what stands behind the article, where تفعّل (التدخل) can be no verb."""
    return is_deed(stem, "") or _REFLEXIVE.fullmatch(stem) is not None and row(stem)[1] >= _VERBAL
