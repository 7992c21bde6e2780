"""Conditions inside a content: the shortest phrase with its marker."""

from __future__ import annotations

from collections.abc import Iterable

from mawqif.grammar import Match
from mawqif.lang.ar.condition.end import end_of
from mawqif.lang.ar.condition.find import condition_rules, holds
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Chars, Draft, chars

_TELLING = frozenset(("say", "affirm", "warn", "expect", "ask", "deny", "condemn"))
Placed = tuple[Match, list[Draft]]


def find_conditions(doc: Document, drafts: list[Draft]) -> None:
    """Write the conditions of every draft's content.

    A condition belongs to the innermost content it stands in, and to those around it as far as what is between them
    commits or demands: a report inside a report keeps its condition to itself.
    """
    for draft in drafts:
        draft.conditions = []
    rules = condition_rules()
    matches = rules.find_at(doc.tokens.where(rules.triggers.keys()), doc.forms, 0, len(doc.forms)) if drafts else []
    for match, around in _placed(matches, drafts):
        taken = False
        for draft in around:
            if not taken or around[0].act not in _TELLING:
                taken = _write(doc, match, draft) or taken


def _placed(matches: Iterable[Match], drafts: list[Draft]) -> Iterable[Placed]:
    """Every match with the drafts whose content it stands in, the innermost first; one sweep over the text."""
    waiting = sorted(drafts, key=lambda d: -d.reach[0])
    active: list[Draft] = []
    for match in matches:
        while waiting and waiting[-1].reach[0] <= match.first:
            active.append(waiting.pop())
        active = [d for d in active if d.reach[1] > match.first]
        if active:
            yield match, sorted(active, key=lambda d: d.reach[1] - d.reach[0])


def _write(doc: Document, match: Match, draft: Draft) -> bool:
    rule = holds(doc, match, draft.reach, draft.act)
    if rule is None:
        return False
    limit = _limit(doc, match, draft)
    first, last = match.first, end_of(doc, match, rule, limit)
    word = doc.words[first]
    span = chars(doc, (first, last), len(word.form) - len(word.bare) if word.form[0] in "وف" else 0)
    if (
        last <= first
        or not _inside(span, draft.content)
        or any(a < span[1] and span[0] < b for a, b in draft.conditions)
    ):
        return False
    draft.conditions.append(span)
    return True


def _limit(doc: Document, match: Match, draft: Draft) -> int:
    """The end of the content, or of the sentence or quotation in which the marker stands, whichever comes first."""
    limit = draft.reach[1]
    opener = doc.quoted[match.first]
    if opener >= 0 and doc.quotes[opener].closed:
        limit = min(limit, doc.quotes[opener].last)
    return limit


def _inside(span: Chars, content: list[Chars]) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in content)
