"""A question made ready for matching, and where a text speaks of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from mawqif.lang.ar.lexis.inflect import Form, keys, plain_key, stems
from mawqif.lang.ar.lexis.word import analyse
from mawqif.lang.ar.stance.goal import Deeds, Goal, forms_of_all, goal_of, group_of, union
from mawqif.lang.ar.stance.predicate import hits, listed
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.voice.forms import is_finite
from mawqif.model import Question
from mawqif.text.tokens import Tokens
from mawqif.world import World

_RARE = 2
"""Count up to which nothing is known of a form."""
_UNCOMMON = 3
"""Count up to which a word means one thing by itself (سبوتنيك)."""
_ONLY = 5
"""Count from which a word that is never a noun is an adjective."""
_LEAD = 40
"""Tokens of an article's beginning."""
_TELLING = frozenset(("decide", "under-study", "vote", "block"))
_TO_WHOM = frozenset(("له", "لها", "لهم", "لنا", "لي"))
"""To whom something else is allowed (لا تسمح له بحسم أمره)."""
_HELD = frozenset(("refuse", "support", "agree", "study", "exclude", "postpone", "abstain", "block"))
"""Predicates whose pronoun may be the thing spoken about (إيران تعارضه)."""
REACH_BACK = 6
"""Tokens after the first verb of a clause in which ذلك still points out of it, as its object."""
BEFORE = 8
"""Tokens before a deed in which its thing may stand."""
NEXT = 4
"""Tokens in which a loose or opposite deed has its thing, before it or after."""
NEAR = 14
"""Tokens between a deed and what it is done to."""
APART = 3
"""Other words between a deed and its thing that a deed could be done to."""
SPREAD = 12
"""Tokens on either side of a deed in which a headline or lead names what it is of."""
BARE = 0.5
"""Weight of a deed whose thing is not named beside it."""
THING, NAMED, BACK, HELD = 0.5, 0.6, 0.5, 0.3
"""Weight of one thing where no deed is named, of an entity of the target, of what points back or tells unnamed, and of a
pronoun, which may stand for anything.
"""


class Mention(NamedTuple):
    """Where a text speaks of the question: the token of the deed (or thing), its form, how sure it is, all tokens of it."""

    at: int
    form: Form | None
    weight: float
    tokens: frozenset[int]
    opposite: bool = False
    told: bool = False
    """Whether a predicate tells of it without naming it."""


class Aim:
    """A question compiled: `mentions` finds it in a range of tokens, `is_about` says whether an article is about it."""

    def __init__(self, question: Question, world: World) -> None:
        self.question = question
        goals = tuple(goal for phrase in question.target if (goal := goal_of(phrase, world)))
        self.goals = tuple(goal for goal in goals if goal.things)
        self.deeds = tuple(
            Deeds(
                forms_of_all(goal.deeds),
                forms_of_all(goal.loose),
                forms_of_all(goal.opposite),
                union(goal.things),
                goal.entities,
                union(goal.things) or goal.agent,
                goal.led,
            )
            for goal in goals
        )
        self.things = union(thing for goal in goals for thing in goal.things)
        self.own = self.things | {plain_key(deed) for goal in goals for deed in goal.deeds}
        self.entities = union(goal.entities for goal in goals)
        self.agents = frozenset(goal.first for goal in goals if goal.deeds and goal.first)
        self.personal = not self.agents and any(goal.deed in listed("personal") for goal in goals)
        self.literal = tuple(phrase for each in question.target if len(phrase := _cores(Tokens(each).forms)) > 1)
        self.without = _without((*question.target, question.title.ar or ""))
        self.about = tuple(group_of(words, world) for words in question.about)

    def is_about(self, text: str, title: str | None, world: World) -> bool:
        """Whether every group of `about` is met in the article or its headline; all but one, where the lead names a deed of
        the very agent that the question asks of, or the deed itself, which is what is missing. Cheap, for it is asked of
        every article.
        """
        tokens, headline = Tokens(text).forms, Tokens(title or "").forms
        forms = {*tokens, *headline}
        mentions = [mention for mention in world.find(tokens) if mention.form != "place"]
        inner = (
            m
            for each in mentions
            if each.entity.type != "state"
            for m in world.find(tokens[each.first + 1 : each.last])
        )
        named = {mention.entity.id for mention in (*mentions, *inner)}
        met = [bool(named & g.entities) or any(keys(form) & g.keys for form in forms) for g in self.about]
        if all(met):
            return True
        if sum(met) < len(met) - 1:
            return False
        missing = self.about[met.index(False)]
        told = self.agents & named or missing.keys & self.own
        return bool(told) and self.names([*headline, *tokens[:_LEAD]])

    def quotes(self, doc: Document, at: int) -> bool:
        """Whether a token stands in a phrase of the target, word by word (بعرض السفر)."""
        for phrase in self.literal:
            for first in range(max(0, at - len(phrase) + 1), at + 1):
                if _cores(doc.forms[first : first + len(phrase)]) == phrase:
                    return True
        return False

    def places(self, doc: Document, first: int, last: int) -> int:
        """How many groups of `about` are met in a range of tokens."""
        named = _entities(doc, first, last)
        return sum(
            bool(named & group.entities) or any(keys(form) & group.keys for form in doc.forms[first:last])
            for group in self.about
        )

    def mentions(self, doc: Document, first: int, last: int) -> list[Mention]:
        """Where a range of tokens speaks of the question, surest first."""
        found = [m for k in range(first, last) if (m := self._deed(doc, k, first, last))]
        if found and all(m.weight <= BARE for m in found):
            found += _predicates(doc, first, last)
        if not found and not self._of_another(doc, first, last):
            things = self._things(doc, first, last)
            found = (
                (things and [*things, *_predicates(doc, first, last)])
                or self._voted(doc, first, last)
                or self._anaphors(doc, first, last)
                or _predicates(doc, first, last)
            )
        return sorted(found, key=lambda m: (-m.weight, m.at))

    def touches(self, forms: Sequence[str]) -> bool:
        """Whether words name the target, two things of it, or one and all that the question is about."""
        things = sum(not keys(form).isdisjoint(self.things) for form in forms)
        about = all(any(keys(form) & group.keys for form in forms) for group in self.about)
        return self.names(forms) or things > 1 or (things > 0 and about)

    def leads(self, forms: Sequence[str], named: Collection[str] = ()) -> bool:
        """Whether the words of a headline and lead, and the entities they name, are all that the question is about."""
        return len(self.about) > 1 and all(
            any(keys(form) & group.keys for form in forms) or not group.entities.isdisjoint(named)
            for group in self.about
        )

    def names(self, forms: Sequence[str]) -> bool:
        """Whether the words of a headline or question name a deed of the target with a thing beside it."""
        return any(
            any(stem in each for each in (deeds.forms, deeds.loose, deeds.opposite) for stem in stems(form))
            and any(keys(other) & deeds.marks for other in forms[max(0, k - SPREAD) : k + SPREAD + 1])
            for deeds in self.deeds
            for k, form in enumerate(forms)
        )

    def _deed(self, doc: Document, k: int, first: int, last: int) -> Mention | None:
        if doc.words[k].tag:
            return None
        found = [m for deeds in self.deeds if (m := self._deed_of(deeds, doc, k, first, last))]
        best = max(found, key=lambda m: m.weight, default=None)
        if best is None or best.form is None or (not _is_own_noun(best.form) and self._other_agent(doc, k, last)):
            return None
        return best

    def _deed_of(self, deeds: Deeds, doc: Document, k: int, first: int, last: int) -> Mention | None:
        known = next(((s, each) for s in stems(doc.forms[k]) for each in deeds[:3] if s in each), None)
        if known is None:
            return None
        stem, each = known
        form = each[stem]
        word = doc.words[k]
        if form.shape != "noun" and form.pronoun and k > 0 and doc.words[k - 1].tag in ("that", "preposition"):
            form = Form("noun", pronoun=True)
        if form.shape != "noun" and word.count > _RARE and word.verb < 2:
            return None
        if word.core in listed("light") and _prefixed(doc, k + 1, last, "ب"):
            return None
        if form.shape != "noun" and (word.preposition or k > first and doc.words[k - 1].bare in listed("nominal")):
            return None
        if self._elsewhere(doc, k, last):
            return None
        if form.shape != "noun" and self.agents and not deeds.things:
            agents = _entities(doc, max(first, k - 2), min(last, k + NEXT))
            back = form.pronoun or not listed("standing").isdisjoint(doc.forms[k + 1 : min(last, k + 3)])
            if agents.isdisjoint(deeds.entities) and not back:
                return None
        if deeds.things and self._other_object(doc, k, last, deeds, form):
            return None
        far = each is deeds.forms
        near = range(max(first, k - (BEFORE if far else NEXT)), min(last, k + (NEAR if far else NEXT)))
        beside = {
            j
            for j in near
            if j != k and _is_thing(doc, j, deeds.things) and between(doc, min(j, k) + 1, max(j, k)) <= APART
        }
        if each is not deeds.forms and not beside and hits(doc, k, k + 1):
            return None
        named = _entities(doc, near.start, near.stop) & deeds.entities
        stands = any(doc.forms[j] in listed("standing") for j in range(k + 1, min(last, k + 3))) or form.pronoun
        sure = bool(beside or not deeds.things)
        weight = (1.0 if sure else BARE if far else 0.4) + 0.6 * min(2, len(beside)) + NAMED * len(named)
        weight += 0.5 * (stands and not beside and far) + 0.5 * (form.person == 1 and not far)
        return Mention(k, form, weight, frozenset({k, *beside}), each is deeds.opposite)

    def _other_object(self, doc: Document, k: int, last: int, deeds: Deeds, form: Form) -> bool:
        """Whether the deed is done to something else: the noun it governs, by itself (إرسال بيوت) or after its preposition
        (الإسهام في ترميم المستشفيات), is no thing of the goal.
        """
        if form.shape != "noun" and doc.forms[k + 1 : k + 2] and doc.forms[k + 1] in _TO_WHOM:
            after = range(k + 2, min(last, k + 5))
            if after and doc.words[k + 2].preposition == "ب":
                return not any(_is_thing(doc, j, deeds.things) for j in after)
        reach = 3 if form.shape == "noun" else 8
        if not form.pronoun and self._foreign(doc, k + 1, last, deeds, reach=reach):
            return True
        for j in range(k + 1, min(last, k + 4) if deeds.led else k):
            word = doc.words[j]
            if word.bare in ("في", "الي"):
                return self._foreign(doc, j + 1, last, deeds, definite=True)
            if word.tag or not word.form[0].isalpha() or _is_thing(doc, j, deeds.things):
                return False
        return False

    def _foreign(
        self, doc: Document, nxt: int, last: int, deeds: Deeds, *, definite: bool = False, reach: int = 3
    ) -> bool:
        """Whether a noun at a token is neither thing nor place of the question, nor a word that points back."""
        while nxt < last and doc.words[nxt].bare in listed("quantity") | listed("own"):
            nxt += 1
        if nxt >= last or nxt in doc.mentions or doc.forms[nxt][0].isdigit():
            return False
        word = doc.words[nxt]
        plain = (
            word.noun >= 3 and not (word.tag or word.preposition or word.verb >= 3) and (definite or not word.definite)
        )
        if not plain or not listed("anaphor").isdisjoint(stems(word.form)) or self.places(doc, nxt, nxt + 2):
            return False
        return not any(_is_thing(doc, j, deeds.things) for j in range(nxt, min(last, nxt + reach)))

    def _elsewhere(self, doc: Document, k: int, last: int) -> bool:
        """Whether the deed goes to a place that is none of the question's (إيفاد عسكريين إلى جنوب إسرائيل)."""
        to = next((j for j in range(k + 1, min(last, k + NEXT)) if doc.words[j].bare == "الي"), last)
        end = min(last, to + 3)
        named = [m.entity for j in range(to + 1, end) if (m := doc.mentions.get(j)) and m.entity.type == "state"]
        own = self.places(doc, to + 1, end) or any(entity.id in self.entities for entity in named)
        return bool(named and self.about) and not own

    def _other_agent(self, doc: Document, k: int, last: int) -> bool:
        """Whether another than the agent of the question does the deed (انضمام كرواتيا, where it asks of بلغاريا)."""
        if not self.agents:
            return False
        named = [m.entity.id for j in range(k + 1, min(last, k + 5)) if (m := doc.mentions.get(j))]
        return bool(named) and self.agents.isdisjoint(named) and self.entities.isdisjoint(named[:1])

    def _of_another(self, doc: Document, first: int, last: int) -> bool:
        """Whether a range tells the deed of another than the agent of the question."""
        return bool(self.agents) and any(
            any(stem in deeds.forms for deeds in self.deeds for stem in stems(doc.forms[k]))
            and self._other_agent(doc, k, last)
            for k in range(first, last)
        )

    def _things(self, doc: Document, first: int, last: int) -> list[Mention]:
        """The things alone (لا جنود في غزة), where no deed is named."""
        at = [k for k in range(first, last) if _is_thing(doc, k, self.things)]
        if not at or not any(_is_whole(doc, (first, last), goal) for goal in self.goals):
            return []
        named = _entities(doc, first, last) & self.entities
        weight = THING * min(3, len(at)) + NAMED * len(named)
        return [Mention(k, None, weight, frozenset(at)) for k in dict.fromkeys((at[0], at[-1]))]

    def _voted(self, doc: Document, first: int, last: int) -> list[Mention]:
        """A vote or veto on the very agent of the question (تصوت ضد بلغاريا)."""
        named = [k for k, m in doc.mentions.items() if first <= k < last and m.entity.id in self.agents]
        votes = [hit for hit in hits(doc, first, last) if hit.predicate.id in ("vote", "block")] if named else []
        return [
            Mention(hit.first, None, BACK + NAMED, frozenset({k}), told=True)
            for hit in votes
            for k in named
            if 0 <= k - hit.last < NEXT
        ][:1]

    def _anaphors(self, doc: Document, first: int, last: int) -> list[Mention]:
        """What points back (ذلك، الأمر), where neither deed nor thing is named."""
        words = listed("anaphor")
        verbs = (k for k in range(first, last) if is_finite(doc.words[k].bare) and doc.words[k].tag != "auxiliary")
        reach = range(first, min(last, next(verbs, last) + REACH_BACK))
        at = [k for k in reach if not words.isdisjoint(stems(doc.forms[k])) and _stands_alone(doc, k, words)]
        return [Mention(at[0], None, BACK, frozenset())] if at else []


def _is_own_noun(form: Form) -> bool:
    """Whether the agent is the pronoun of a verbal noun (عضويتها في الحلف)."""
    return form.shape == "noun" and form.pronoun


def between(doc: Document, first: int, last: int) -> int:
    """How many words that could be governed themselves stand in a range: no particles, names, speakers or times."""
    return sum(
        not (
            word.tag
            or word.head
            or k in doc.mentions
            or k in doc.times
            or not word.form[0].isalpha()
            or word.bare in listed("transparent")
        )
        for k, word in enumerate(doc.words[first:last], first)
    )


def _prefixed(doc: Document, first: int, last: int, preposition: str) -> bool:
    """Whether a written-on preposition stands within four tokens (قامت القوات بتفجير)."""
    return any(doc.words[k].preposition == preposition for k in range(first, min(last, first + 4)))


def _is_whole(doc: Document, clause: tuple[int, int], goal: Goal) -> bool:
    """Whether a range names every thing of a goal, described as it is there, or one whose word is rare, as names are."""
    first, last = clause
    if any(
        doc.words[k].count <= _UNCOMMON and _is_thing(doc, k, thing) for thing in goal.things for k in range(*clause)
    ):
        return True
    return all(any(_is_thing(doc, k, thing) for k in range(first, last)) for thing in goal.things) and all(
        any(not keys(doc.forms[k]).isdisjoint(quality) for k in range(first, last)) for quality in goal.qualities
    )


def _predicates(doc: Document, first: int, last: int) -> list[Mention]:
    """A vote, a veto or a decision that is told without its object (لم تتخذ قرارها بعد، لن يلجأ إلى النقض)."""
    found = hits(doc, first, last)
    at = [hit.first for hit in found if hit.predicate.id in _TELLING]
    if at:
        return [Mention(at[-1], None, BACK, frozenset(), told=True)]
    at = [hit.first for hit in found if hit.object and hit.predicate.id in _HELD]
    return [Mention(at[0], None, HELD, frozenset(), told=True)] if at else []


def _stands_alone(doc: Document, k: int, words: frozenset[str]) -> bool:
    """Whether a demonstrative points to the matter itself: no تفويضاً كهذا، no هذا التفويض."""
    word = doc.words[k]
    if word.preposition == "ك" or word.form.startswith("ك"):
        return False
    following = doc.words[k + 1] if k + 1 < len(doc.words) else None
    if word.definite and word.core[:2] not in ("هذ", "ذل") and following is not None and following.definite:
        return following.adjective < _ONLY
    if word.core[:2] not in ("هذ", "ذل") or following is None or not following.definite:
        return True
    return not words.isdisjoint(stems(following.form))


def _is_thing(doc: Document, k: int, things: frozenset[str]) -> bool:
    """Whether a token is one of the things, and no verb or adjective with its letters (كتب beside كتيبة, دولي beside دولة)."""
    word = doc.words[k]
    if keys(word.form).isdisjoint(things) or word.verb >= 5 or word.bare in listed("alone"):
        return False
    return not (word.adjective >= _ONLY and word.noun == 0)


def _entities(doc: Document, first: int, last: int) -> set[str]:
    return {m.entity.id for k, m in doc.mentions.items() if first <= k < last}


def _cores(forms: Sequence[str]) -> tuple[str, ...]:
    """Words without what is written on to them."""
    return tuple(analyse(form).core.removeprefix("ال") for form in forms)


def _without(phrases: Iterable[str]) -> frozenset[str]:
    """The keys of what a question asks to be without (الملء دون اتفاق، بلا اتفاق نهائي)."""
    found: set[str] = set()
    for phrase in phrases:
        forms = Tokens(phrase).forms
        for k, form in enumerate(forms[:-1]):
            if form in ("دون", "بدون", "بلا", "قبل"):
                found.update(keys(forms[k + 1]))
    return frozenset(found)
