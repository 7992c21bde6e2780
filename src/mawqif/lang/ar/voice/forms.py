"""Classes of word forms that phrase rules speak of: imperfects, finite verbs, verbal nouns, function words, marks."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from mawqif.grammar import Test
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.lexis.word import analyse
from mawqif.text.fold import fold_word


@cache
def _listed(name: str) -> frozenset[str]:
    data = tomllib.loads(files("mawqif.lang.ar").joinpath("data", "forms.toml").read_text("utf-8"))
    return frozenset(fold_word(word) for word in data["words"][name].split())


@cache
def is_imperfect(form: str) -> bool:
    """Whether a folded form reads as an imperfect verb (يؤدي، تصل، نعود), not as a past one (توقف، نقل)."""
    if len(form) < 3 or form[0] not in "يتن":
        return False
    word = analyse(form)
    if word.head is not None:
        return False
    if form[0] == "ي":
        return word.verb >= 3 or bool(word.cues) or word.count <= 3
    return row("ي" + form[1:])[0] > row("ي" + form)[0]


def is_surely_imperfect(form: str) -> bool:
    """An imperfect that is no past verb in تـ or نـ spelled alike (تؤدي، but not تمكن، تراجع)."""
    if not is_imperfect(form):
        return False
    longer = row("ي" + form)[0]
    return form[0] == "ي" or longer <= 3 or row("ا" + form)[0] >= longer - 1


@cache
def is_finite(form: str) -> bool:
    """Whether a folded form reads as a finite verb of any tense."""
    word = analyse(form)
    if word.definite or word.preposition:
        return False
    if word.tag:
        return word.tag == "auxiliary" and form not in ("قد", "لقد")
    return word.verb >= 5 or is_imperfect(form) or any(not c.is_noun and not c.is_participle for c in word.cues)


@cache
def takes_object(form: str) -> bool:
    """Whether a folded form reads as a finite verb with an object pronoun (أجازته، يمنعها)."""
    return any(
        form.endswith(pronoun) and len(form) > len(pronoun) + 2 and is_finite(form[: -len(pronoun)])
        for pronoun in ("هما", "هم", "ها", "نا", "ه")
    )


def is_past(form: str) -> bool:
    """Whether a folded form reads as a past verb."""
    return is_finite(form) and not is_imperfect(form)


@cache
def is_deed(form: str) -> bool:
    """Whether a folded form reads as a verbal noun (تنفيذ، انسحاب، الموافقة، استمرارها)."""
    definite = form.startswith("ال") and len(form) > 5
    stem = form[2:] if definite else form
    if _is_deed(stem, definite):
        return True
    for suffix in ("ها", "هم", "ه", "نا"):
        if stem.endswith(suffix) and len(stem) > len(suffix) + 2:
            base = stem[: -len(suffix)]
            return _is_deed(base[:-1] + "ه" if base.endswith("ت") and len(base) > 4 else base, definite=True)
    return False


def _is_deed(stem: str, definite: bool) -> bool:
    """By the list, or by the shape of derived stems: تفعيل، تفعّل، انفعال، افتعال، استفعال، إفعال، مفاعلة."""
    n = len(stem)
    if stem in _listed("deeds"):
        return True
    if stem in _listed("plurals"):
        return False
    if n < 4 or not definite and row(stem)[1] >= 5:
        return False
    if stem[0] == "ت":
        return stem[3] == "ي" or n == 4 and row("ي" + stem)[1] >= 5
    if stem[0] == "ا" and n >= 5:
        return "ا" in stem[3:6] and not stem.endswith(("ات", "ان", "ين", "يا"))
    return stem[0] == "م" and n == 6 and stem[2] == "ا" and stem[-1] == "ه"


def is_noun(form: str) -> bool:
    """Whether a folded form may begin a noun phrase: no verb, no closed-class word, no mark."""
    return form[0].isalpha() and not analyse(form).tag and not is_finite(form)


def is_with(form: str) -> bool:
    """Whether a folded form carries the preposition بـ (بموافقة، بالمال)."""
    return analyse(form).preposition == "ب" or form in ("ب", "بان")


CLASSES: dict[str, Test] = {
    "imperfect": is_imperfect,
    "surely": is_surely_imperfect,
    "finite": is_finite,
    "past": is_past,
    "object": takes_object,
    "deed": is_deed,
    "noun": is_noun,
    "with": is_with,
    "by": lambda form: analyse(form).preposition == "ب" and is_deed(analyse(form).core),
    "verb": lambda form: analyse(form).verb >= 5 and not analyse(form).definite,
    "that": lambda form: analyse(form).tag == "that",
    "function": lambda form: bool(analyse(form).tag),
    "mark": lambda form: not form[0].isalnum(),
    "colon": lambda form: form == ":",
    "number": lambda form: form[0].isdigit(),
}
