"""The markers of a condition and how far the phrase that each opens runs."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

import msgspec

from mawqif.grammar import Match, Rule, Ruleset
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.lexis.word import analyse
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.zone import Range
from mawqif.lang.ar.voice.forms import CLASSES, is_imperfect, is_past
from mawqif.model import Act
from mawqif.text.fold import fold_word

Need = Literal["future", "negated", "real", "agreed", "answered", "timeless", "apart", "ready"]
WINDOW = 25
"""Tokens around a marker in which its main clause is looked for."""
_TOLD_AHEAD = frozenset(("expect", "commit", "warn"))


class ConditionRule(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A marker; `runs` and `needs` are explained in `conditions.toml`, `spans` are what the proofs must give."""

    runs: Literal["clause", "phrase", "case", "fixed"]
    needs: tuple[Need, ...] = ()
    unless: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    hamza: str = ""
    spans: tuple[str, ...] = ()


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("mawqif.lang.ar").joinpath("data", "conditions.toml").read_text("utf-8"))


@cache
def words_of(name: str) -> frozenset[str]:
    """The folded words of a list in `conditions.toml`."""
    return frozenset(fold_word(word) for word in _data()["words"][name].split())


@cache
def condition_rules() -> Ruleset[ConditionRule]:
    """All markers of `conditions.toml`."""
    rules = msgspec.convert(_data()["rule"], list[ConditionRule])
    return Ruleset(rules, fold=fold_word, classes=CLASSES, proclitics=("و", "ف"), rarity=lambda word: row(word)[0])


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold_word(word) for word in words)


def holds(doc: Document, match: Match, content: Range, act: Act) -> ConditionRule | None:
    """The rule of a match inside a content, if what stands around it allows it."""
    rule = condition_rules().by_id[match.rule]
    first = match.first
    if first > 0 and doc.words[first - 1].bare in _folded(rule.unless):
        return None
    if rule.never and not _folded(rule.never).isdisjoint(doc.forms[first : match.last]):
        return None
    if rule.hamza and rule.hamza not in doc.text[slice(*doc.span(first, first + 1))]:
        return None
    around = Around(doc, match, content, act)
    return rule if all(_NEEDS[need](around) for need in rule.needs) else None


class Around(NamedTuple):
    """A marker in its content."""

    doc: Document
    match: Match
    content: Range
    act: Act

    def before(self) -> range:
        """The tokens before the marker, nearest first."""
        return range(self.match.first - 1, max(self.content[0], self.match.first - WINDOW) - 1, -1)

    def after(self, most: int = WINDOW) -> range:
        """The tokens after the marker."""
        return range(self.match.last, min(self.content[1], self.match.last + most))


def _future(around: Around) -> bool:
    """Whether the content tells what will, should or may be."""
    if around.act in _TOLD_AHEAD:
        return True
    words = around.doc.words
    ahead = words_of("ahead")
    near = (*around.before(), *range(around.match.first, around.match.last), *around.after())
    return any(words[k].bare in ahead or is_future(words[k].bare) for k in near)


def _negated(around: Around) -> bool:
    """Whether the main clause, before the marker or after a leading phrase, is negated or calls the deed hard."""
    words, hard = around.doc.words, words_of("hard")
    for k in around.before():
        if around.doc.forms[k] in ".؟!" or words[k].tag == "comma":
            break
        if words[k].bare in hard and words[k + 1].bare not in words_of("tame"):
            return True
    first = around.match.first
    if first > around.content[0] + 1 and words[first - 1].tag not in ("comma", "that"):
        return False
    return any(words[k].bare in hard for k in around.after())


def _answered(around: Around) -> bool:
    """Whether a concessive reading (وإن لم, and even if not) is excluded by a main clause with فـ."""
    words, match = around.doc.words, around.match
    concessive = words[match.first].conjunction or words[match.last - 1].bare in ("يكن", "تكن")
    return not concessive or any(words[k].form[0] == "ف" and words[k].conjunction for k in around.after())


def _real(around: Around) -> bool:
    """Not لو … لـ + past, which tells what was not."""
    for k in around.after():
        form = around.doc.forms[k]
        if form == "لما" or (form[0] == "ل" and len(form) > 3 and is_past(form[1:])):
            return False
    return around.doc.words[around.match.last - 1].bare not in ("لم", "ان")


def _timeless(around: Around) -> bool:
    return not any(k in around.doc.times for k in range(around.match.first, around.match.last + 6))


def _ready(around: Around) -> bool:
    """Whether the content is ready for something, or assents to it, before the marker."""
    return any(around.doc.words[k].core in words_of("ready") for k in around.before())


def _apart(around: Around) -> bool:
    return around.match.first > 0 and around.doc.words[around.match.first - 1].tag == "comma"


_NEEDS: dict[Need, Callable[[Around], bool]] = {
    "future": _future,
    "negated": _negated,
    "real": _real,
    "agreed": lambda around: around.act == "commit",
    "answered": _answered,
    "timeless": _timeless,
    "apart": _apart,
    "ready": _ready,
}


def is_future(form: str) -> bool:
    """Whether a folded form is سـ before an imperfect (سيعود، ستبقى)."""
    if len(form) < 4 or form[0] != "س" or form[1] not in "يتنا" or not (form[1] == "ا" or is_imperfect(form[1:])):
        return False
    word = analyse(form)
    return word.head is None and (word.verb >= 3 or word.count <= 2)
