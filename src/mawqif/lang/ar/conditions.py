"""The markers of a condition and how far the phrase that each opens runs."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec

from mawqif.grammar import Match, Rule, Ruleset
from mawqif.lang.ar.document import Document
from mawqif.lang.ar.forms import CLASSES, is_deed, is_finite, is_imperfect
from mawqif.lang.ar.word import Word, analyse
from mawqif.lang.ar.words import row
from mawqif.lang.ar.zone import Range
from mawqif.model import Act
from mawqif.text.fold import fold_word

Need = Literal["future", "negated", "real"]
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
    only_after: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("mawqif.lang.ar").joinpath("data", "conditions.toml").read_text("utf-8"))


@cache
def _words(name: str) -> frozenset[str]:
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
    before = doc.words[first - 1] if first > 0 else None
    if before is not None and (before.bare in _folded(rule.unless) or not _follows(before, rule)):
        return None
    if rule.never and not _folded(rule.never).isdisjoint(doc.forms[first : match.last]):
        return None
    if rule.hamza and rule.hamza not in doc.text[slice(*doc.span(first, first + 1))]:
        return None
    if "future" in rule.needs and act not in _TOLD_AHEAD and not _future(doc, match, content):
        return None
    if "negated" in rule.needs and not _negated(doc, match, content):
        return None
    return None if "real" in rule.needs and _counterfactual(doc, match, content) else rule


def _follows(before: Word, rule: ConditionRule) -> bool:
    """Whether the word before the marker is of a class that the rule asks for."""
    if not rule.only_after:
        return True
    return (
        before.tag in rule.only_after
        or "noun" in rule.only_after
        and not before.tag
        and not before.cues
        and before.verb < 3
    )


def _future(doc: Document, match: Match, content: Range) -> bool:
    """Whether the content tells what will, should or may be."""
    for k in range(max(content[0], match.first - WINDOW), min(content[1], match.last + WINDOW)):
        word = doc.words[k]
        if word.bare in _words("ahead") or _future_form(word.bare):
            return True
    return False


def _negated(doc: Document, match: Match, content: Range) -> bool:
    """Whether the main clause, before the marker or after a leading phrase, is negated or calls the deed hard."""
    for k in range(match.first - 1, max(content[0], match.first - WINDOW) - 1, -1):
        if doc.forms[k] in ".؟!" or doc.words[k].tag == "comma":
            break
        if doc.words[k].bare in _words("hard"):
            return not (k + 1 < match.first and doc.words[k + 1].bare[:3] in ("يبق", "تبق", "يمر", "تمر"))
    if match.first > content[0] + 1 and doc.words[match.first - 1].tag not in ("comma", "that"):
        return False
    return any(doc.words[k].bare in _words("hard") for k in range(match.last, min(content[1], match.last + WINDOW)))


def _counterfactual(doc: Document, match: Match, content: Range) -> bool:
    """لو … لـ + past: what was not."""
    for k in range(match.last, min(content[1], match.last + WINDOW)):
        form = doc.forms[k]
        if (
            form.startswith("ل")
            and len(form) > 3
            and (is_finite(form[1:]) and not is_imperfect(form[1:]) or form == "لما")
        ):
            return True
    return doc.words[match.first + 1].bare in ("لم", "ان") if match.first + 1 < content[1] else False


def end_of(doc: Document, match: Match, rule: ConditionRule, limit: int) -> int:
    """Token after the last of the condition that the marker opens; `limit` is the end of its content or quotation."""
    if rule.runs == "fixed":
        return match.last
    first = match.first + 1
    phrase = rule.runs == "phrase" or rule.runs == "case" and not _begins_clause(doc.words[match.last - 1])
    verbs = 0
    k = first
    while k < limit:
        word = doc.words[k]
        if word.tag in ("comma", "colon") or not word.form[0].isalnum() and word.form in ".؟!…-–—":
            if not _goes_on(doc, k, limit, phrase):
                break
        elif k >= match.last and (_adjunct(doc, k, match.last, phrase) or _apodosis(doc, k, phrase, verbs)):
            break
        elif is_finite(word.bare) and not _embedded(doc, k, first):
            verbs += 1
        k += 1
    while k > match.last and (not doc.forms[k - 1][0].isalnum() or doc.words[k - 1].bare in ("من", "و")):
        k -= 1
    return max(k, min(match.last, limit))


def _begins_clause(word: Word) -> bool:
    """Whether a marker that ends with this word opens a clause, not a noun phrase."""
    return word.tag in ("that", "negation", "condition") or is_finite(word.bare) and not is_deed(word.bare)


def _adjunct(doc: Document, k: int, after: int, phrase: bool) -> bool:
    """A reason, or after a noun a purpose, that only follows the condition (فور انتخابه رئيسا لتولي المنصب)."""
    word = doc.words[k]
    if word.bare in _words("reason"):
        return True
    if not phrase or k < after + 2:
        return False
    return word.preposition == "ل" and is_deed(word.core) or word.bare == "اجل" and doc.words[k - 1].bare == "من"


def _goes_on(doc: Document, k: int, limit: int, phrase: bool) -> bool:
    """After a comma only a coordinated part of the same condition goes on (شريطة أن يشمل …، ولا يتم …)."""
    if k + 2 >= limit or doc.words[k].tag != "comma":
        return False
    if "ايضا" in (doc.forms[k + 1], doc.forms[k - 1]):
        return True
    word = doc.words[k + 1]
    if phrase or not word.conjunction or word.form[0] != "و":
        return False
    head = word.bare if word.tag != "negation" else doc.words[k + 2].bare
    return word.tag in ("negation", "") and is_imperfect(head) and not _future_form(head)


def _apodosis(doc: Document, k: int, phrase: bool, verbs: int) -> bool:
    """Whether the main clause begins at `k`: with فـ, with a future, after a phrase with any verb."""
    word = doc.words[k]
    if word.form[0] == "ف" and (word.conjunction and (word.tag or is_finite(word.bare)) or _future_form(word.form[1:])):
        return True
    if _embedded(doc, k, k - 4):
        return False
    if _future_form(word.bare) or word.bare in _words("modal") and (phrase or verbs > 0):
        return True
    if phrase:
        return word.tag == "auxiliary" or word.tag == "negation" and word.bare != "لا" or _bare_verb(word)
    return False


def _bare_verb(word: Word) -> bool:
    return is_finite(word.bare) and not word.conjunction and word.verb >= 6


def _future_form(form: str) -> bool:
    """سـ before an imperfect (سيعود، ستبقى)."""
    if len(form) < 4 or form[0] != "س" or form[1] not in "يتنا" or not (form[1] == "ا" or is_imperfect(form[1:])):
        return False
    word = analyse(form)
    return word.head is None and (word.verb >= 3 or word.count <= 2)


def _embedded(doc: Document, k: int, floor: int) -> bool:
    """Whether the verb at `k` stands in a relative or that-clause just opened."""
    for j in range(k - 1, max(floor, k - 4) - 1, -1):
        word = doc.words[j]
        if word.tag in ("relative", "that", "subordinate") or word.bare == "ما":
            return True
        if word.tag == "comma":
            return False
    return False
