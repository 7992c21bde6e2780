"""What the phrases and the shape of a sentence tell about who stands behind it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec

from mawqif.grammar import Match, Rule, Ruleset
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.voice.forms import CLASSES
from mawqif.lang.ar.voice.layout import Place
from mawqif.model import Voice
from mawqif.text.fold import fold_word

PROCLITICS = ("و", "ف")
QUESTION = 40
"""Most tokens of a question before its mark."""
Strength = Literal["strong", "weak", "turn"]


class VoiceRule(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A phrase and the voice it speaks for; `most` words in the sentence, `line`: a line of its own."""

    voice: Voice
    strength: Strength = "strong"
    most: int = 0
    line: bool = False
    unless: tuple[str, ...] = ()
    spelled: tuple[str, ...] = ()
    backward: bool = False


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("mawqif.lang.ar").joinpath("data", "voices.toml").read_text("utf-8"))


@cache
def voice_words(name: str) -> frozenset[str]:
    """The folded words of a list in `voices.toml`."""
    return frozenset(fold_word(word) for word in _data()["words"][name].split())


@cache
def voice_rules() -> Ruleset[VoiceRule]:
    """All declared phrases of `voices.toml`."""
    rules = msgspec.convert(_data()["rule"], list[VoiceRule])
    return Ruleset(rules, fold=fold_word, classes=CLASSES, proclitics=PROCLITICS, rarity=lambda word: row(word)[0])


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold_word(word) for word in words)


def admits(doc: Document, match: Match, place: Place) -> VoiceRule | None:
    """The rule of a match, if its sentence has the length and place, its words the neighbour and spelling asked for."""
    rule = voice_rules().by_id[match.rule]
    if (rule.most and place.words > rule.most) or (rule.line and not place.alone):
        return None
    if rule.unless and match.first > place.first and doc.forms[match.first - 1] in _folded(rule.unless):
        return None
    if rule.spelled and doc.text[slice(*doc.span(match.first, match.first + 1))] not in rule.spelled:
        return None
    return rule


def beginning(doc: Document, match: Match, rule: VoiceRule, place: Place) -> int:
    """The token at which what the phrase marks begins: a question begins at its question word, not at its mark."""
    if not rule.backward:
        return match.first
    words = doc.words
    floor = max(place.first, match.first - QUESTION)
    return next((k for k in range(match.first - 1, floor - 1, -1) if words[k].tag == "question"), floor)
