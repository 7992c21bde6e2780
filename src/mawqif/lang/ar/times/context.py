"""Guards: what stands right before or after a time word and makes it something else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from mawqif.lang.ar.times.engine import Guard
from mawqif.lang.ar.times.lexicon import load_table
from mawqif.text.fold import fold_word


@cache
def words(name: str) -> frozenset[str]:
    """A list of context words, folded, also with the clitics و ف ب ل."""
    folded = [fold_word(word) for word in load_table("context.toml")[name]["words"]]
    found = set(folded)
    for word in folded:
        bare = word[1:] if word.startswith("ال") else word
        found |= {"و" + word, "ف" + word, "ب" + word, "ل" + bare, "وب" + word, "ول" + bare}
    return frozenset(found)


def before(name: str) -> Guard:
    """Refuse after one of the words."""

    def guard(forms: Sequence[str], first: int, end: int) -> bool:
        return first > 0 and forms[first - 1] in words(name)

    return guard


def after(name: str) -> Guard:
    """Refuse before one of the words."""

    def guard(forms: Sequence[str], first: int, end: int) -> bool:
        return end < len(forms) and forms[end] in words(name)

    return guard


def only_before(name: str) -> Guard:
    """Refuse unless one of the words, punctuation or the end of the text follows."""

    def guard(forms: Sequence[str], first: int, end: int) -> bool:
        if end >= len(forms):
            return False
        form = forms[end]
        return form[0].isalnum() and form not in words(name)

    return guard


def only_after(name: str) -> Guard:
    """Refuse unless one of the words stands before."""

    def guard(forms: Sequence[str], first: int, end: int) -> bool:
        return first == 0 or forms[first - 1] not in words(name)

    return guard


def from_an_event(forms: Sequence[str], first: int, end: int) -> bool:
    """Refuse قبل ثلاثة أيام من الانتخابات: counted from an event. من قبل and من الآن do not count."""
    if end >= len(forms) or forms[end] not in words("not_after_unit"):
        return False
    return not (end + 1 < len(forms) and forms[end + 1] in words("may_follow_ago"))
