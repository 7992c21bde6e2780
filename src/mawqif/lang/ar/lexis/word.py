"""The analysis of one word form, made once per form and shared by all texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from mawqif.lang.ar.lexis.entries import Cue, Head
from mawqif.lang.ar.lexis.lexicon import attitudes, channels, cue_forms, function_words, heads
from mawqif.lang.ar.lexis.table import row, split_preposition, without_conjunction
from mawqif.model import Act

_PUNCTUATION = {"،": "comma", ",": "comma", "؛": "comma", ";": "comma", ":": "colon", "(": "open", ")": "close"}
_POSSESSIVES = ("هما", "هم", "ها", "ه", "نا", "كم")
_DUALS = ("تا", "تان", "تين")
_DUAL = 5
"""Letters that the dual of a masculine noun has at least (قائدان)."""
_KNOWN = 3
"""Count from which a form is a word of its own."""
_MOST_FORMS = 300_000
"""Forms kept in memory; beyond that the memory of forms starts anew."""


class Word(msgspec.Struct, frozen=True, gc=False):
    """A folded form taken apart: conjunction, one-letter preposition, core; and what the lexicon knows of the core."""

    form: str
    bare: str
    preposition: str
    core: str
    tag: str
    cues: tuple[Cue, ...]
    head: Head | None
    act: Act | None
    channel: bool
    verb: int
    name: int
    adjective: int
    noun: int
    count: int
    conjunction: bool = False
    """Whether the form starts with an attached و or ف."""
    definite: bool = False
    """Whether the core carries the article."""
    spoken: bool = False
    """Whether the form is a word or a number, no mark."""
    stem: str = ""
    """The core without its article."""

    def __post_init__(self) -> None:
        """Derive what is asked of every word many times."""
        core, derive = self.core, msgspec.structs.force_setattr
        article = core.startswith("ال")
        derive(self, "conjunction", len(self.bare) < len(self.form))
        derive(self, "definite", article and len(core) > 3)
        derive(self, "spoken", self.form[0].isalnum())
        derive(self, "stem", core[2:] if article and len(core) > 4 else core)


def as_name(word: Word) -> Word:
    """The same form read as a personal name, where only a subject can stand (وقال ويفر، كشف أديب)."""
    return msgspec.structs.replace(
        word, bare=word.form, core=word.form, preposition="", tag="", cues=(), head=None, verb=0, name=9, noun=0
    )


T = TypeVar("T")
ALI = Word("علي", "علي", "", "علي", "", (), None, None, False, 0, 9, 0, 0, 9)
"""The name, in texts that write the preposition على with its own last letter."""


class _Forms(dict[str, Word]):
    """The forms met so far; asking for a new one analyses it."""

    def __missing__(self, form: str) -> Word:
        if len(self) > _MOST_FORMS:
            self.clear()
        word = self[form] = _analyse(form)
        return word


_memory = _Forms()


def analyse_all(forms: Sequence[str]) -> list[Word]:
    """Analyse the forms of a text; what is remembered costs a look-up each, the large memory is asked once a form."""
    here = {form: _memory[form] for form in set(forms)}
    return [here[form] for form in forms]


def analyse(form: str) -> Word:
    """Take a folded form apart; answers are kept, so a form of the text costs one look-up."""
    return _memory[form]


def _analyse(form: str) -> Word:
    if not form[0].isalpha():
        tag = (
            _PUNCTUATION.get(form)
            or ("comma" if form.startswith("..") or form == "…" else "")
            or ("number" if form[0].isdigit() else "mark")
        )
        return Word(form, form, "", form, tag, (), None, None, False, 0, 0, 0, 0, 0)
    bare, tag, cues = _bare(form)
    known = row(bare)
    whole = tag or cues or bare in heads() or known[2] >= 2 and not (_with_article(bare) or _with_title(bare))
    preposition, core = ("", bare) if whole else split_preposition(bare)
    if preposition and not cues:
        cues = tuple(c for c in cue_forms().get(core, ()) if c.is_noun)
    stem = core[2:] if core.startswith("ال") and len(core) > 4 else core
    count, verb, name, adjective, noun = row(core) if preposition else known
    if preposition:
        verb = 0
    elif not verb and core.endswith("ني") and core[0] in "يت" and row(core[:-2])[1] >= _KNOWN:
        verb, noun = row(core[:-2])[1], 0
    elif not (verb or name or noun) and len(core) > 4 and core[0] == "س" and core[1] in "يتنا":
        verb = row("ي" + core[2:])[1]
    owned, acts = _owned(stem), attitudes()
    act = _known(acts, stem, owned) or acts.get(core) or acts.get(core.removesuffix("ا"))
    return Word(
        form, bare, preposition, core, tag, cues,
        _known(heads(), stem, owned), act, _is_channel(stem, owned), verb, name, adjective, noun, count,
    )  # fmt: skip


def _with_article(form: str) -> bool:
    """بالوفد: a preposition before a known word with its article, however rarely the form is counted as definite."""
    return len(form) > 5 and form[0] in "بك" and form[1:3] == "ال" and row(form[1:])[0] >= _KNOWN


def _with_title(form: str) -> bool:
    """بمدرب: a preposition before a noun of persons that is the commoner form."""
    return form[0] in "بل" and form[1:] in heads() and row(form[1:])[0] > row(form)[0] + 2


def _bare(form: str) -> tuple[str, str, tuple[Cue, ...]]:
    """The form without conjunction, its closed-class tag and its cues; the longer reading wins where it is known."""
    tags, cues = function_words(), cue_forms()
    rest = form[1:]
    if (
        form[0] == "و"
        and form in cues
        and rest in cues
        and not any("«" in getattr(c.entry, "takes", ()) for c in cues[form])
    ):
        return rest, "", cues[form] + cues[rest]
    if form in tags or form in cues or form in heads():
        bare = form
    elif form[0] in "وف" and len(rest) > 1 and (rest in tags or rest in cues):
        bare = rest
    else:
        return without_conjunction(form), "", ()
    tag = tags.get(bare, "")
    return bare, tag, cues.get(bare, ()) if tag in ("", "preposition") else ()


def _owned(stem: str) -> list[str]:
    """The nouns that may stand under a possessive pronoun (مقالها → مقال, نظيرته → نظيرت and نظيره), likeliest first."""
    found: list[str] = []
    if stem.endswith(_POSSESSIVES):
        for suffix in _POSSESSIVES:
            base = stem[: -len(suffix)]
            if stem.endswith(suffix) and len(base) > 2:
                found += (base, base[:-1] + "ه") if base.endswith("ت") else (base,)
    return found


def _is_channel(stem: str, owned: Sequence[str]) -> bool:
    """بيان, in the accusative too (بيانا), and with its speaker's pronoun (مقالها، اجتماعهم)."""
    named = channels()
    if stem in named or stem.endswith("ا") and stem[:-1] in named:
        return True
    return bool(owned) and not named.isdisjoint(owned)


def _known(table: dict[str, T], stem: str, owned: Sequence[str]) -> T | None:
    """Look a noun up, with its possessive pronoun taken off where needed (قلقه، نظيرته)."""
    found = table.get(stem)
    if found is None and stem.endswith(_DUALS):
        found = table.get(stem[: stem.rfind("ت")] + "ه")
    if found is None and stem.endswith("ان") and len(stem) > _DUAL:
        found = table.get(stem[:-2])
    if found is None and owned:
        return next((table[noun] for noun in owned if noun in table), None)
    return found
