"""What a position hangs on: the conditions of its report that are conditions of the very target."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from mawqif.lang.ar.condition.bound import each_of, either, joined, sets_terms
from mawqif.lang.ar.condition.terms import OPENING, is_umbrella, parts, terms
from mawqif.lang.ar.lexis.inflect import keys
from mawqif.lang.ar.stance.predicate import hits, listed, predicates
from mawqif.lang.ar.stance.target import BARE, Aim
from mawqif.lang.ar.stance.when import Days
from mawqif.lang.ar.syntax.document import Document
from mawqif.model import Reading, Span, Statement
from mawqif.text.fold import fold_word

TYING = frozenset(p.id for p in predicates() if p.ties)
"""Predicates that make a yes conditional, be the condition found or not."""
_BEFORE = frozenset(("قبل", "دون", "بدون", "بلا", "من"))
"""What a condition opens with that tells before or without what nothing shall be."""
Range = tuple[int, int]


class Conditions:
    """The conditions of the positions of one article."""

    def __init__(self, doc: Document, reading: Reading, aim: Aim, days: Days) -> None:
        self.doc, self.reading, self.aim, self.days = doc, reading, aim, days

    def of(self, statement: Statement, clause: Range, rule: str) -> tuple[str, ...]:
        """The conditions of the report, and what the target is tied to."""
        if counted := self._listed_in(statement):
            return counted
        conditions = tuple(
            text
            for c in statement.conditions
            if listed("idle").isdisjoint(fold_word(c.text).split()) and self._is_of(c, statement, clause)
            for text in self._counted_up(c)
        )
        conditions = conditions or tuple(t for part in statement.content for t in either(self.doc, *self._tokens(part)))
        if conditions or TYING.isdisjoint(rule.split(" + ")):
            return conditions
        return self._before_it(clause) or tuple(terms(self.doc, clause[0])) or self._tied(clause)

    def _listed_in(self, statement: Statement) -> tuple[str, ...]:
        """The terms that a quotation is (عدد شروط بلاده قائلا: «أن …. وألا …»), or the object of a verb of setting terms."""
        first, last = self._tokens(statement.content[0])
        if statement.cue is None or first >= last:
            return ()
        start, end = self._tokens(statement.cue)
        if sets_terms(self.doc.forms[start:end]):
            return tuple(each_of(self.doc, first, last))
        opening = self.doc.sentences[self._sentence(start)][0]
        first -= self.doc.forms[first] not in OPENING
        quoted = self.doc.forms[first] in OPENING and not self.doc.forms[first - 1][0].isalnum()
        return tuple(parts(self.doc, first, last)) if quoted and is_umbrella(self.doc.forms[opening:first]) else ()

    def _before_it(self, clause: Range) -> tuple[str, ...]:
        """What has to come before the target (الرحلة لا بد أن تسبقها فحوص)."""
        ahead = next((hit for hit in hits(self.doc, *clause) if hit.predicate.id in ("precede", "unpreceded")), None)
        if ahead is None or ahead.last >= clause[1]:
            return ()
        start, end = self.doc.span(ahead.last, clause[1])
        return (self.doc.text[start:end].strip(" ،,.؛"),)

    def _counted_up(self, condition: Span) -> Sequence[str]:
        """A condition, or the terms that it only counts (إذا نفذت ثلاثة أمور … وعددها: أن …)."""
        first, last = self._tokens(condition)
        counted = terms(self.doc, first) if is_umbrella(self.doc.forms[first:last]) else ()
        beside = joined(self.doc, first, last)
        more = [self.doc.text[slice(*self.doc.span(*beside))][1:]] if beside and not self._is_told(beside[0]) else []
        return counted or (*each_of(self.doc, first, last), *more)

    def _is_told(self, k: int) -> bool:
        """Whether a verb tells what was said next (إذا توقف القتال وأضاف أن …)."""
        cues = (s.cue for s in self.reading.statements if s.cue is not None and s.act not in ("commit", "refuse"))
        return any(self._tokens(cue)[0] == k for cue in cues)

    def _is_of(self, condition: Span, statement: Statement, clause: Range) -> bool:
        """Whether a condition is of what was judged: not a time that is fixed (حين يصوتون بعد ثلاثة أيام), nor the exception of a
        relative clause after it (في الحلف الذي لا يقبل عضوا إلا بالإجماع).
        """
        doc = self.doc
        first, last = self._tokens(condition)
        if doc.words[first].bare in listed("when") and any(self._is_fixed(k) for k in range(first, last)):
            return False
        if doc.words[first].bare in _BEFORE and self._is_of_question(first, last):
            return False
        if not clause[0] <= first < clause[1] or doc.words[first].bare != "الا":
            return True
        no = next((k for k in range(first - 1, clause[0], -1) if doc.words[k].bare in listed("negation")), first)
        return no == first or not any(doc.words[k].tag == "relative" for k in (no - 1, no - 2))

    def _is_of_question(self, first: int, last: int) -> bool:
        """Whether a condition only says again what the question asks (بلا اتفاق: قبل التوصل إلى اتفاق), or names the deed."""
        forms = self.doc.forms[first:last]
        deeds = (m for m in self.aim.mentions(self.doc, first, last) if m.form is not None and m.weight >= BARE)
        return any(m.form and m.form.shape == "noun" and self.doc.words[m.at].definite for m in deeds) or any(
            not keys(form).isdisjoint(self.aim.without) for form in forms
        )

    def _is_fixed(self, k: int) -> bool:
        """Whether a token is a day, or a count of days (بعد ثلاثة أيام)."""
        days = self.days.get(k)
        return days is not None and days[0] == days[1] or self.doc.words[k].bare in listed("spans")

    def _tied(self, clause: Range) -> tuple[str, ...]:
        """ما رُبط به: from the last بـ or على of the clause to its end."""
        for k in range(clause[1] - 1, clause[0], -1):
            word = self.doc.words[k]
            if (word.preposition == "ب" and word.noun >= 2) or word.bare == "علي":
                start = self.doc.tokens.starts[k] + (1 if word.preposition == "ب" else 0)
                last = clause[1] - (not self.doc.forms[clause[1] - 1][0].isalnum())
                end = self.doc.tokens.ends[last - 1]
                return (self.doc.text[start:end],)
        return ()

    def _sentence(self, k: int) -> int:
        return bisect_right([s[0] for s in self.doc.sentences], k) - 1

    def _tokens(self, span: Span) -> Range:
        starts, ends = self.doc.tokens.starts, self.doc.tokens.ends
        return bisect_right(ends, span.start), bisect_left(starts, span.end)
