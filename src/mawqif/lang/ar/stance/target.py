"""A question made ready for matching, and where a text speaks of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from mawqif.lang.ar.lexis.word import analyse
from mawqif.lang.ar.stance.inflect import Form, forms_of, keys, plain_key, stems
from mawqif.lang.ar.stance.masdar import verb_of
from mawqif.lang.ar.stance.predicate import hits, listed
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.voice.forms import is_finite
from mawqif.model import Question
from mawqif.text.fold import fold_word
from mawqif.text.tokens import Tokens
from mawqif.world import World

_RARE = 2
"""Count up to which nothing is known of a form."""
_LEAD = 40
"""Tokens of an article's beginning."""
_TELLING = frozenset(("decide", "under-study", "vote", "block"))
REACH_BACK = 6
"""Tokens after the first verb of a clause in which ذلك still points out of it, as its object."""
BEFORE = 8
"""Tokens before a deed in which its thing may stand."""
NEXT = 4
"""Tokens in which a loose or opposite deed has its thing, before it or after."""
NEAR = 14
"""Tokens between a deed and what it is done to."""


class _Kin(NamedTuple):
    """One list of `kin.toml`, folded."""

    words: frozenset[str]
    loose: frozenset[str]
    opposite: frozenset[str]
    beside: frozenset[str] = frozenset()


@cache
def _kin(kind: str) -> tuple[_Kin, ...]:
    data = tomllib.loads(files("mawqif.lang.ar").joinpath("data", "kin.toml").read_text("utf-8"))
    return tuple(
        _Kin(*(frozenset(map(fold_word, entry.get(key, "").split())) for key in _Kin._fields)) for entry in data[kind]
    )


class Goal(NamedTuple):
    """One phrase of the target: its deed and the things beside it, as keys or ids of entities."""

    deeds: frozenset[str]
    loose: frozenset[str]
    opposite: frozenset[str]
    things: tuple[frozenset[str], ...]
    entities: frozenset[str]
    first: str
    agent: frozenset[str] = frozenset()


class Mention(NamedTuple):
    """Where a text speaks of the question: the token of the deed (or thing), its form, how sure it is, all tokens of it."""

    at: int
    form: Form | None
    weight: float
    tokens: frozenset[int]
    opposite: bool = False
    told: bool = False
    """Whether a predicate tells of it without naming it."""


class _Deeds(NamedTuple):
    """The forms of one goal's deeds, and what stands beside them."""

    forms: dict[str, Form]
    loose: dict[str, Form]
    opposite: dict[str, Form]
    things: frozenset[str]
    entities: frozenset[str]
    marks: frozenset[str]
    """Keys by which a headline names what the deed is of: its things, else its agent."""


class Aim:
    """A question compiled: `mentions` finds it in a range of tokens, `is_about` says whether an article is about it."""

    def __init__(self, question: Question, world: World) -> None:
        self.question = question
        goals = tuple(goal for phrase in question.target if (goal := _goal(phrase, world)))
        self.deeds = tuple(
            _Deeds(
                _forms(goal.deeds),
                _forms(goal.loose),
                _forms(goal.opposite),
                _any(goal.things),
                goal.entities,
                _any(goal.things) or goal.agent,
            )
            for goal in goals
        )
        self.things = _any(thing for goal in goals for thing in goal.things)
        self.entities = _any(goal.entities for goal in goals)
        self.agents = frozenset(goal.first for goal in goals if goal.deeds and goal.first)
        self.personal = not self.agents and any(goal.deeds & listed("personal") for goal in goals)
        self.about = tuple(_group(words, world) for words in question.about)

    def is_about(self, text: str, title: str | None, world: World) -> bool:
        """Whether every group of `about` is met in the article or its headline; all but one, where the lead names a deed of
        the very agent that the question asks of. Cheap, for it is asked of every article.
        """
        tokens, headline = Tokens(text).forms, Tokens(title or "").forms
        forms = {*tokens, *headline}
        named = {mention.entity.id for mention in world.find(tokens) if mention.form != "place"}
        met = [bool(named & g.entities) or any(keys(form) & g.keys for form in forms) for g in self.about]
        if all(met):
            return True
        told = self.agents & named and sum(met) >= len(met) - 1
        return bool(told) and self.names([*headline, *tokens[:_LEAD]])

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
        if not found and not self._of_another(doc, first, last):
            found = self._things(doc, first, last) or self._anaphors(doc, first, last) or _predicates(doc, first, last)
        return sorted(found, key=lambda m: (-m.weight, m.at))

    def touches(self, forms: Sequence[str]) -> bool:
        """Whether words name the target, two things of it, or one and all that the question is about."""
        things = sum(not keys(form).isdisjoint(self.things) for form in forms)
        about = all(any(keys(form) & group.keys for form in forms) for group in self.about)
        return self.names(forms) or things > 1 or (things > 0 and about)

    def names(self, forms: Sequence[str]) -> bool:
        """Whether the words of a headline or question name a deed of the target with a thing beside it."""
        found = [stem for form in forms for stem in stems(form)]
        return any(
            any(stem in each for each in (deeds.forms, deeds.loose, deeds.opposite) for stem in found)
            and any(keys(form) & deeds.marks for form in forms)
            for deeds in self.deeds
        )

    def _deed(self, doc: Document, k: int, first: int, last: int) -> Mention | None:
        if doc.words[k].tag:
            return None
        found = [m for deeds in self.deeds if (m := self._deed_of(deeds, doc, k, first, last))]
        return max(found, key=lambda m: m.weight) if found and not self._other_agent(doc, k, last) else None

    def _deed_of(self, deeds: _Deeds, doc: Document, k: int, first: int, last: int) -> Mention | None:
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
        if deeds.things and self._other_object(doc, k, last, deeds, form):
            return None
        far = each is deeds.forms
        near = range(max(first, k - (BEFORE if far else NEXT)), min(last, k + (NEAR if far else NEXT)))
        beside = {j for j in near if j != k and _is_thing(doc, j, deeds.things)}
        named = _entities(doc, near.start, near.stop) & deeds.entities
        stands = any(doc.forms[j] in listed("standing") for j in range(k + 1, min(last, k + 3))) or form.pronoun
        weight = (1.0 if far or beside else 0.4) + 0.6 * min(2, len(beside)) + 0.6 * len(named)
        weight += 0.5 * (stands and not beside and far) + 0.5 * (form.person == 1 and not far)
        return Mention(k, form, weight, frozenset({k, *beside}), each is deeds.opposite)

    def _other_object(self, doc: Document, k: int, last: int, deeds: _Deeds, form: Form) -> bool:
        """Whether the deed is done to something else: the noun it governs, by itself (إرسال بيوت) or after its preposition
        (الإسهام في ترميم المستشفيات), is no thing of the goal.
        """
        reach = 3 if form.shape == "noun" else 8
        if not form.pronoun and self._foreign(doc, k + 1, last, deeds, reach=reach):
            return True
        for j in range(k + 1, min(last, k + 4)):
            word = doc.words[j]
            if word.bare in ("في", "الي"):
                return self._foreign(doc, j + 1, last, deeds, definite=True)
            if word.tag or not word.form[0].isalpha() or _is_thing(doc, j, deeds.things):
                return False
        return False

    def _foreign(
        self, doc: Document, nxt: int, last: int, deeds: _Deeds, *, definite: bool = False, reach: int = 3
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
        if not at:
            return []
        named = _entities(doc, first, last) & self.entities
        weight = 0.5 * min(3, len(at)) + 0.6 * len(named)
        return [Mention(k, None, weight, frozenset(at)) for k in dict.fromkeys((at[0], at[-1]))]

    def _anaphors(self, doc: Document, first: int, last: int) -> list[Mention]:
        """What points back (ذلك، الأمر), where neither deed nor thing is named."""
        words = listed("anaphor")
        verbs = (k for k in range(first, last) if is_finite(doc.words[k].bare) and doc.words[k].tag != "auxiliary")
        reach = range(first, min(last, next(verbs, last) + REACH_BACK))
        at = [k for k in reach if not words.isdisjoint(stems(doc.forms[k])) and _stands_alone(doc, k, words)]
        named = _entities(doc, first, last) & self.entities
        return [Mention(at[0], None, 0.6 + 0.6 * len(named), frozenset())] if at else []


def _predicates(doc: Document, first: int, last: int) -> list[Mention]:
    """A vote, a veto or a decision that is told without its object (لم تتخذ قرارها بعد، لن يلجأ إلى النقض)."""
    at = [hit.first for hit in hits(doc, first, last) if hit.predicate.id in _TELLING]
    return [Mention(at[-1], None, 0.6, frozenset(), told=True)] if at else []


def _stands_alone(doc: Document, k: int, words: frozenset[str]) -> bool:
    """Whether a demonstrative points to the matter itself: no تفويضاً كهذا، no هذا التفويض."""
    word = doc.words[k]
    if word.preposition == "ك" or word.form.startswith("ك"):
        return False
    following = doc.words[k + 1] if k + 1 < len(doc.words) else None
    if word.core[:2] not in ("هذ", "ذل") or following is None or not following.definite:
        return True
    return not words.isdisjoint(stems(following.form))


class _Group(NamedTuple):
    keys: frozenset[str]
    entities: frozenset[str]


def _group(words: Sequence[str], world: World) -> _Group:
    found: set[str] = set()
    named: set[str] = set()
    for phrase in words:
        forms = Tokens(phrase).forms
        mentions = [m for m in world.find(forms) if m.form != "place"]
        named.update(m.entity.id for m in mentions)
        if not mentions:
            found.update(key for form in forms for key in own_keys(form))
    return _Group(frozenset(found), frozenset(named))


def own_keys(form: str) -> frozenset[str]:
    """The keys of a word given in plain form and of what news uses for it."""
    key = plain_key(form)
    kin = (word for list_ in _kin("thing") if key in map(plain_key, list_.words) for word in list_.words)
    return frozenset((key, *map(plain_key, kin)))


def _goal(phrase: str, world: World) -> Goal | None:
    forms = Tokens(phrase).forms
    mentions = world.find(forms)
    inside = {k for m in mentions for k in range(m.first, m.last)}
    named = frozenset(m.entity.id for m in mentions)
    first = next((m.entity.id for m in mentions if m.first == 1), "")
    content = [k for k in range(len(forms)) if k not in inside and forms[k].isalpha() and not analyse(forms[k]).tag]
    if not content:
        return Goal(frozenset(), frozenset(), frozenset(), (), named, first) if named else None
    deeds, loose, opposite, _ = _deeds(forms[content[0]], forms[content[0] + 1 :])
    named_things = content[1:] if deeds else content
    nouns = [k for k in named_things if not _describes(forms, k)] or named_things
    bodies = {k for m in mentions if m.entity.type != "state" for k in range(m.first, m.last)}
    things = tuple(own_keys(_plain(forms[k])) for k in (*nouns, *(k for k in sorted(bodies) if len(forms[k]) > 2)))
    agent = frozenset(
        own for m in mentions if m.first == 1 for k in range(m.first, m.last) for own in own_keys(forms[k])
    )
    return Goal(deeds, loose, opposite, things, named, first, agent)


def _describes(forms: Sequence[str], k: int) -> bool:
    """Whether a word of a target is an adjective of the one before it (القوة الدولية): too many things are that."""
    return k > 0 and analyse(forms[k]).adjective >= 3 and analyse(forms[k]).definite == analyse(forms[k - 1]).definite


def _plain(form: str) -> str:
    word = analyse(form)
    return word.core or form


def _deeds(form: str, rest: Sequence[str]) -> _Kin:
    """The verbal nouns that the first word of a target stands for beside the rest; none where it names a thing."""
    noun = next((s for s in (form, form.removeprefix("ال")) if verb_of(s)), None)
    if noun is None:
        return _Kin(frozenset(), frozenset(), frozenset())
    names = {stem for each in rest for stem in stems(each)}
    kin = [each for each in _kin("deed") if noun in each.words and (not each.beside or each.beside & names)]
    words = frozenset({noun}).union(*(list_.words for list_ in kin))
    loose = frozenset().union(*(list_.loose for list_ in kin))
    opposite = frozenset().union(*(list_.opposite for list_ in kin))
    return _Kin(words, loose - words, opposite - words - loose)


def _forms(nouns: Iterable[str]) -> dict[str, Form]:
    forms: dict[str, Form] = {}
    for noun in sorted(nouns):
        for form, how in forms_of(noun).items():
            forms.setdefault(form, how)
    return forms


def _any(groups: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*groups)


def _is_thing(doc: Document, k: int, things: frozenset[str]) -> bool:
    """Whether a token is one of the things, and no verb with the same letters (كتب beside كتيبة)."""
    return (
        not keys(doc.forms[k]).isdisjoint(things) and doc.words[k].verb < 5 and doc.words[k].bare not in listed("alone")
    )


def _entities(doc: Document, first: int, last: int) -> set[str]:
    return {m.entity.id for k, m in doc.mentions.items() if first <= k < last}
