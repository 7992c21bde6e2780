"""What the phrases and the shape of a sentence tell about who stands behind it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from mawqif.grammar import Match, Rule, Ruleset
from mawqif.lang.ar.word import analyse
from mawqif.lang.ar.words import row
from mawqif.model import Voice
from mawqif.text.fold import fold_word

PROCLITICS = ("و", "ف")
Strength = Literal["strong", "weak", "personal"]


class VoiceRule(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A phrase and the voice it speaks for; `most` words in the sentence, `line`: a line of its own."""

    voice: Voice
    strength: Strength = "strong"
    most: int = 0
    line: bool = False


@cache
def is_imperfect(form: str) -> bool:
    """Whether a folded form reads as an imperfect verb (يؤدي، تصل، نعود), not as a past one (توقف، نقل)."""
    if len(form) < 3 or form[0] not in "يتن":
        return False
    word = analyse(form)
    if form[0] == "ي":
        return word.verb >= 3 or bool(word.cues) or word.count <= 3
    return row("ي" + form[1:])[0] > row("ي" + form)[0]


def is_verb_form(form: str) -> bool:
    """Whether a folded form reads as a finite verb."""
    word = analyse(form)
    return word.verb >= 5 and not word.definite


def _is_that(form: str) -> bool:
    return analyse(form).tag == "that"


def _is_mark(form: str) -> bool:
    return not form[0].isalnum()


CLASSES = {
    "imperfect": is_imperfect,
    "verb": is_verb_form,
    "that": _is_that,
    "mark": _is_mark,
    "colon": lambda form: form == ":",
    "number": lambda form: form[0].isdigit(),
}


def _rarity(word: str) -> float:
    return row(word)[0]


@cache
def voice_rules() -> Ruleset[VoiceRule]:
    """All declared phrases of `voices.toml`."""
    text = files("mawqif.lang.ar").joinpath("data", "voices.toml").read_text("utf-8")
    rules = msgspec.convert(tomllib.loads(text)["rule"], list[VoiceRule])
    return Ruleset(rules, fold=fold_word, classes=CLASSES, proclitics=PROCLITICS, rarity=_rarity)


def admits(match: Match, words: int, own_line: bool) -> VoiceRule | None:
    """The rule of a match, if the sentence has the length and place that it asks for."""
    rule = voice_rules().by_id[match.rule]
    if rule.most and words > rule.most or rule.line and not own_line:
        return None
    return rule
