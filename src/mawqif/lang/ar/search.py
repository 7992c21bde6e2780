"""The form a word is looked up by: without what Arabic writes together with it in front."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_SHORTEST: Final = 3
"""Letters that must be left: in shorter words the first letter is more often the word's own (بيت, كتب, ولد)."""
_REMEMBERED: Final = 1 << 17


@lru_cache(_REMEMBERED)
def search_form(word: str) -> str:
    """A folded word without conjunction, one-letter preposition and article: والقوات, بالقوات, للقوات, قوات → قوات.

    No lexicon decides, so that a word is indexed and asked for in one way whatever becomes known of it later: a first
    letter that only looks like a clitic is taken off in both.
    """
    bare = _without(word, "وف")
    if bare.startswith("لل") and len(bare) - 2 >= _SHORTEST:
        return bare[2:]
    for form in (bare, _without(bare, "بلك")):
        if form.startswith("ال") and len(form) - 2 >= _SHORTEST:
            return form[2:]
    return _without(bare, "بلك")


def _without(word: str, letters: str) -> str:
    return word[1:] if word[:1] in letters and len(word) > _SHORTEST and word.isalpha() else word
