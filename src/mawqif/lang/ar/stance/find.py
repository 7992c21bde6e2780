"""The positions an article reports on a question."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from mawqif.lang.ar.condition.bound import joined, sets_terms, tells_on
from mawqif.lang.ar.condition.position import TYING, Conditions
from mawqif.lang.ar.lexis.inflect import stems
from mawqif.lang.ar.stance.actors import Actors
from mawqif.lang.ar.stance.allude import allusions
from mawqif.lang.ar.stance.deeds import find_deeds, with_topics
from mawqif.lang.ar.stance.judge import Verdict, clauses, judge
from mawqif.lang.ar.stance.predicate import Hit, Side, hits, listed
from mawqif.lang.ar.stance.target import BARE, Aim, Mention
from mawqif.lang.ar.stance.traits import traits
from mawqif.lang.ar.stance.when import Said, narrated, said
from mawqif.lang.ar.stance.whose import (
    done_by_another,
    is_anybody,
    is_claimed,
    is_hearsay,
    is_others,
    is_own,
    marked_own,
)
from mawqif.lang.ar.syntax.document import Document
from mawqif.model import Position, Reading, Span, Stance, Statement, Trait
from mawqif.text.fold import fold_word
from mawqif.text.tokens import Tokens
from mawqif.world import World

SURE = 1.3
"""Weight from which a clause is about the question: a deed and a thing beside it, or less in a report already about it."""
STRONG = 0.4
"""What a predicate of voting, agreeing or refusing adds: in a report about the question it is hardly said of another thing."""
TOPIC, TOPICAL, PLACE, OWN = 0.4, 0.4, 0.2, 0.4
"""What is added where the report is about the question, where its speaker already spoke of it, for each place named, and
for one's own deed in such a report (بلاده عازمة على المشاركة)."""
_OBJECTS = ("verb-object:", "deed:done")
"""Rules by which the object of the cue is the deed itself."""
_BACK = 4
"""Sentences of a round-up in which its object was named, which then is a pronoun (و… ترفضها)."""
_LEAD = 40
"""Tokens of an article's beginning."""
_PAST = frozenset(("التي", "الذي", "اللذين"))
_WAS = frozenset(("كان", "كانت", "كانوا"))
_NEAR = 6
"""Tokens before a deed in which قد tells that it is past."""
_IDIOM = 18
"""Tokens from the verb of an idiom to its end (أغلق الوزير الباب)."""
Range = tuple[int, int]


class _Found(NamedTuple):
    weight: float
    verdict: Verdict
    clause: Range
    at: int


class Finder:
    """Finds the positions of one article on one question."""

    def __init__(
        self, doc: Document, reading: Reading, aim: Aim, world: World, home: str | None, published: date | None = None
    ) -> None:
        self.published = published
        self.doc, self.reading, self.aim, self.world, self.home = doc, reading, aim, world, home
        self.days = narrated(doc)
        self.conditions = Conditions(doc, reading, aim, self.days)
        self.topical: set[str | None] = set()
        lead = doc.forms[: doc.sentences[min(2, len(doc.sentences)) - 1][1]] if doc.sentences else []
        headline = Tokens(fold_word(reading.title or "")).forms
        self.topic = aim.names(headline) or aim.names(lead) or aim.leads([*headline, *lead])

    def run(self) -> Iterator[Position]:
        """The positions in the order of the statements."""
        told = with_topics(self.doc, self.reading.statements, self.home)
        statements = (*told, *find_deeds(self.doc, self.reading, self.aim, self.home))
        actors = Actors(self.doc, self.world, self.aim.agents)
        shared = [(number, each) for number, statement in enumerate(statements) for each in actors.shares(statement)]
        statements = tuple(each for _, each in shared)
        heard: list[Statement] = []
        acts: set[tuple[int, str, str]] = (
            set()
        )  # what a sentence already lets an actor say, which its deeds say once more
        rumours = self._denied_rumours()
        for number, statement in shared:
            if _within(statement, heard) or self._rumoured(statement, rumours) or self._supposed(statement, heard):
                continue
            if (
                statement.act != "warn"
                and is_own(statement, self.aim, self.world)
                and not is_claimed(statement, statements)
                and not is_hearsay(self.doc, statement)
                and not is_anybody(self.doc, statement)
            ):
                found = self._best(statement)
                if found is not None and not self._is_retold(statement, found, statements):
                    self.topical.add(statement.speaker.name)
                    heard.append(statement)
                    position = self._made(number if number < len(told) else None, statement, found)
                    act = (
                        self._sentence(statement.cue.start) if statement.cue else -1,
                        position.actor,
                        position.stance,
                    )
                    if position.statement is not None or act not in acts:
                        yield position
                    acts.add(act)
        if self.published is not None:
            yield from allusions(
                self.doc, self.reading, self.aim, self.days, self.published, self.topic or self._leads()
            )

    def _is_retold(self, statement: Statement, found: _Found, statements: Sequence[Statement]) -> bool:
        """Whether it is only retold what another said, or one of the same side whom somebody unnamed quotes (ذكر مسؤولون أن
        الوزير أبلغ).
        """
        start, end = self.doc.span(found.clause[0], found.at)
        unnamed, own = statement.speaker.kind == "anonymous", statement.speaker.speaks_for
        return any(
            other.speaker.kind == "person"
            and other.speaker.name
            and other.rule.startswith("verb-complement:")
            and other.speaker.name != statement.speaker.name
            and (unnamed if other.speaker.speaks_for == own else not other.speaker.speaks_for)
            and other.cue is not None
            and start <= other.cue.start < end
            for other in statements
        )

    def _leads(self) -> bool:
        """Whether headline and lead name all that the question is about, be it by the names of states and bodies."""
        forms = [*Tokens(fold_word(self.reading.title or "")).forms, *self.doc.forms[:_LEAD]]
        named = {mention.entity.id for mention in self.world.find(forms)}
        return self.aim.leads(forms, named)

    def _denied_rumours(self) -> dict[int, int]:
        """The sentences in which reports are denied (نفت صحة ما تداولته منابر): their number and the place of the denial."""
        denials = (s for s in self.reading.statements if s.act == "deny" and s.cue is not None)
        return {self._sentence(s.cue.start): s.cue.start for s in denials if s.cue and self._is_of_rumour(s)}

    def _is_of_rumour(self, denial: Statement) -> bool:
        """Whether what is denied was told by others (نفى صحة أنباء، نفى ما تردد عن)."""
        first, last = self._tokens(denial.content[0])
        words = [stem for k in range(first, last) for stem in stems(self.doc.forms[k])]
        told = self.doc.forms[first] == "ما" and not listed("rumoured").isdisjoint(stems(self.doc.forms[first + 1]))
        return told or not listed("rumour").isdisjoint(words)

    def _rumoured(self, statement: Statement, rumours: dict[int, int]) -> bool:
        """Whether a statement is told only as a rumour that its sentence denies."""
        if statement.cue is None:
            return False
        at = statement.cue.start
        return rumours.get(self._sentence(at), at) < at or (statement.act == "deny" and self._is_of_rumour(statement))

    def _sentence(self, start: int) -> int:
        k = bisect_left(self.doc.tokens.starts, start)
        return bisect_right([s[0] for s in self.doc.sentences], k) - 1

    def _best(self, statement: Statement) -> _Found | None:
        """The surest clause of a statement that takes a side."""
        best: _Found | None = None
        for part in statement.content:
            content = self._tokens(part)
            if content[0] == content[1]:
                continue
            for clause in clauses(self.doc, *content):
                found = self._judged(statement, clause)
                if found is not None and (best is None or found.weight > best.weight):
                    best = found
        return self._terms_alone(statement) or best

    def _terms_alone(self, statement: Statement) -> _Found | None:
        """The terms that are set in an article on the question, without a word of what for (اشترط وقف القتال)."""
        if not self.topic or statement.cue is None:
            return None
        cue, (first, last) = self._tokens(statement.cue), self._tokens(statement.content[0])
        if not sets_terms(self.doc.forms[slice(*cue)]) or self.doc.words[cue[0] - 1].bare in listed("negation"):
            return None
        last = next((k for k in range(first + 1, last) if tells_on(self.doc, k)), last)
        words = (self.doc.words[k] for k in range(first, last) if self.doc.words[k].preposition == "ل")
        if first >= last or any(word.core.removeprefix("ال") in listed("deals") for word in words):
            return None
        return _Found(SURE, Verdict("for", "plain", "tie", excepted=False, strong=False), (first, last), last)

    def _judged(self, statement: Statement, clause: Range) -> _Found | None:
        actor = statement.speaker.speaks_for or ""
        outer, denied = self._outer(statement)
        for mention in self.aim.mentions(self.doc, *clause):
            weight = self._weight(mention, statement, clause)
            before = self.doc.forms[max(clause[0], mention.at - _NEAR) : mention.at]
            told = not (_PAST.isdisjoint(before) or _WAS.isdisjoint(before))
            if "قد" in before and (statement.act == "deny" or told):
                continue  # what was done before is denied or only told (الدعوة التي كان والده قد قبلها)
            if weight < SURE - STRONG or (
                self.aim.personal and done_by_another(self.doc, self.aim, actor, mention, clause)
            ):
                continue
            if is_others(self.doc, self.aim, actor, clause, mention.at) or self._of_antecedent(statement, mention):
                continue
            if (
                mention.form is None
                and mention.tokens
                and self.aim.personal
                and not (outer is not None and outer.predicate.id == "pledge")
                and not marked_own(self.doc, actor, clause)
            ):
                continue
            verdict = judge(self.doc, clause, mention, outer, denied, self.aim.personal)
            if verdict is None and self._is_announced(statement, mention, denied):
                side: Side = "against" if mention.opposite else "for"
                verdict = Verdict(side, "plain", "announced", excepted=False, strong=False)
            if verdict is None or weight + STRONG * verdict.strong < SURE:
                continue
            if mention.form is None and mention.tokens and not (self.aim.personal or _decides(verdict)):
                continue
            if not (mention.form is None and verdict.rule in ("decide", "deed") and not mention.tokens):
                return _Found(weight, verdict, clause, max(mention.at, clause[0] + 1))
        return None

    def _of_antecedent(self, statement: Statement, mention: Mention) -> bool:
        """Whether the pronoun of a deed is somebody else's (تركيا التي ترفض إسرائيل مشاركتها)."""
        if mention.form is None or not mention.form.pronoun or statement.cue is None or not self.aim.personal:
            return False
        at = self._tokens(statement.cue)[0]
        return any(self.doc.words[k].tag == "relative" for k in range(max(0, at - 2), at))

    def _is_announced(self, statement: Statement, mention: Mention, denied: bool) -> bool:
        """Whether the deed itself is what was done, decided, announced or confirmed (أعلن انسحاب بلاده)."""
        if denied or statement.cue is None or mention.form is None or not statement.rule.startswith(_OBJECTS):
            return False
        if mention.at != self._tokens(statement.content[0])[0]:
            return False
        found = hits(self.doc, *self._tokens(statement.cue))
        return statement.rule == "deed:done" or any(hit.predicate.id in ("decide", "confirm") for hit in found)

    def _weight(self, mention: Mention, statement: Statement, clause: Range) -> float:
        """How surely a clause is about the question: what it names, and what the report around it is about."""
        sure = max(mention.weight, BARE + 2 * TOPIC) if self.aim.quotes(self.doc, mention.at) else mention.weight
        weight = sure + PLACE * self.aim.places(self.doc, *clause) * (mention.weight > BARE)
        if self.aim.personal and mention.form is not None and self.topic:
            weight += OWN * marked_own(self.doc, statement.speaker.speaks_for or "", clause)
        weight += TOPICAL * (statement.speaker.name in self.topical) + TOPIC * self.topic
        if self.aim.personal and mention.form is None and any(self.doc.forms[k].endswith("نا") for k in mention.tokens):
            weight += OWN + PLACE * self.aim.places(self.doc, *clause) * (mention.weight <= BARE)
        if mention.form is None and not mention.tokens:
            weight += TOPICAL * self._follows(statement)
        return weight + 0.6 * self._asked(statement)

    def _follows(self, statement: Statement) -> bool:
        """Whether the sentence before it, in the same paragraph, names the target: what points back may mean it."""
        number = self._sentence((statement.cue or statement.content[0]).start)
        if number < 1:
            return False
        start = self.doc.sentences[number][0]
        back = _BACK if statement.rule.startswith("deed:") else 1
        near = self.doc.sentences[max(0, number - back) : number]
        return any(
            "\n" not in self.doc.text[self.doc.tokens.starts[first] : self.doc.tokens.starts[start]]
            and self.aim.names(self.doc.forms[first:last])
            for first, last in near
        )

    def _asked(self, statement: Statement) -> bool:
        """Whether the sentence that reports it names the target outside what was said (رد على سؤال عن إرسال قوات)."""
        doc = self.doc
        first, last = self._tokens(statement.cue or statement.content[0])
        inside = {k for part in statement.content for k in range(*self._tokens(part))}
        last = max(last, min(inside, default=last))
        number = max(0, bisect_right([s[0] for s in doc.sentences], first) - 1)
        start = doc.sentences[max(0, number - (statement.cue is None))][0]
        return self.aim.touches([doc.forms[k] for k in range(start, last) if k not in inside])

    def _outer(self, statement: Statement) -> tuple[Hit | None, bool]:
        """The predicate that the cue itself is (رفض، تعهد), and whether it is denied."""
        if statement.cue is None or statement.rule == "deed:done":
            return None, False
        first, last = self._tokens(statement.cue)
        reach = min(len(self.doc.forms), last + _IDIOM)
        found = [hit for hit in hits(self.doc, first, reach) if hit.predicate.id not in ("decide", "confirm")]
        hit = next((hit for hit in found if hit.first < last), None)
        before = self.doc.forms[first - 1] if first else ""
        return hit, hit is not None and before in ("لم", "لا", "لن")

    def _made(self, number: int | None, statement: Statement, found: _Found) -> Position:
        verdict = found.verdict
        stance: Stance = verdict.side
        conditions = self.conditions.of(statement, found.clause, verdict.rule)
        excepted = verdict.excepted or any(
            fold_word(c).split()[0].lstrip("و") in listed("exception") for c in conditions
        )
        ties = not TYING.isdisjoint(verdict.rule.split(" + "))
        if (conditions and (stance == "for" or (stance == "against" and excepted))) or (ties and stance == "for"):
            stance = "conditional"
        else:
            conditions = ()
        firmness = verdict.firmness
        if firmness == "plain" and stance != "undecided" and self._is_hedged(statement):
            firmness = "tentative"
        start, end = self.doc.span(*found.clause)
        told: Said = said(self.doc, self.days, statement, self.reading.statements)
        return Position(
            question=self.aim.question.id, actor=statement.speaker.speaks_for or "", speaker=statement.speaker,
            stance=stance, firmness=firmness, conditions=conditions, said_from=told.first, said_to=told.last,
            channel=statement.channel.text if statement.channel else None,
            evidence=Span(start, end, self.doc.text[start:end]), statement=number, background=told.background,
            weight=round(found.weight, 2), rule=verdict.rule, traits=self._traits(statement, told.background),
        )  # fmt: skip

    def _is_hedged(self, statement: Statement) -> bool:
        """Whether the word of reporting itself is a hedge (رجّح)."""
        if statement.cue is None:
            return False
        return not listed("hedge").isdisjoint(
            s for k in range(*self._tokens(statement.cue)) for s in stems(self.doc.forms[k])
        )

    def _traits(self, statement: Statement, background: bool) -> tuple[Trait, ...]:
        """The details of what this speaker said on the same occasion, in all of the article."""
        found: list[Trait] = []
        for other in (*self.reading.statements, statement):
            if other is statement or (
                other.speaker == statement.speaker and said(self.doc, self.days, other, ()).background == background
            ):
                for part in other.content:
                    found += traits(self.doc, *self._tokens(part))
                if other.channel is not None:
                    found += [t for t in traits(self.doc, *self._tokens(other.channel)) if t.kind == "channel"]
        return tuple(dict.fromkeys(found))

    def _supposed(self, statement: Statement, heard: Sequence[Statement]) -> bool:
        """Whether a statement is what the condition of another goes on to suppose (إذا توقف القتال ووافق البرلمان)."""
        if statement.cue is None or not heard:
            return False
        at = self._tokens(statement.cue)[0]
        found = (joined(self.doc, *self._tokens(c)) for c in heard[-1].conditions)
        return any(beside is not None and beside[0] <= at < beside[1] for beside in found)

    def _tokens(self, span: Span) -> Range:
        """The tokens of a span; one that begins after a preposition (بـ|إرسال) holds its whole token."""
        starts, ends = self.doc.tokens.starts, self.doc.tokens.ends
        return bisect_right(ends, span.start), bisect_left(starts, span.end)


def _decides(verdict: Verdict) -> bool:
    """Whether a side can be taken on a bare thing by what was said of it: one refuses weapons, but does not intend them."""
    rules = {rule.removeprefix("no ") for rule in verdict.rule.split(" + ")}
    return verdict.rule == "deed" or not rules <= listed("of deeds")


def _within(statement: Statement, heard: Sequence[Statement]) -> bool:
    """Whether a statement stands inside what its actor was already heard to say of the question."""
    if statement.cue is None:
        return False
    at, actor = statement.cue.start, statement.speaker.speaks_for
    return any(
        other.speaker.speaks_for == actor and any(c.start <= at < c.end for c in other.content) for other in heard
    )
