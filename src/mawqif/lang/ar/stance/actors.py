"""Speakers that no table knows: an agency of a state speaks for it, a party or union for itself, under its own name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

import msgspec

from mawqif.lang.ar.lexis.word import Word, analyse
from mawqif.lang.ar.stance.predicate import listed
from mawqif.lang.ar.syntax.document import Document
from mawqif.model import Kind, Speaker, Statement
from mawqif.text.tokens import Tokens
from mawqif.world import World

_BRACKETS = re.compile(r"[(«\"“]([^()«»\"“”]{1,30})[)»\"”]")
_MARKS = re.compile(r"[«»\"“”()]")
_PHRASE = 9
"""Tokens from the head of an institution's name to its state."""
_HIS = frozenset(("حركته", "حركتها", "تياره", "تيارها", "جبهته", "جبهتها", "جماعته", "جماعتها"))
_MINISTRIES = frozenset(("وزارة", "وزاره", "وزارتا", "وزارتي", "رئاسة", "رئاسه", "وزارتين"))
_ANSWERS = frozenset(("الرد", "الموقف", "الجانب", "رد", "موقف"))
_COURTEOUS = frozenset(("السيد", "السيده"))
_ACTING = ("state", "organisation")
_TWO = frozenset(("الدولتان", "الدولتين", "البلدان", "البلدين"))
_STATES = frozenset(("الدول", "البلدان", "دول"))
_NUMBERS = {"الثلاث": 3, "الثلاثه": 3, "الاربع": 4, "الاربعه": 4, "الخمس": 5, "الخمسه": 5}
_LEAST = 2
"""Words of a name; one alone (الحركة) may be any."""


def _is_office(speaker: Speaker) -> bool:
    """Whether a name is none, but an office that is addressed, or a body's kind (السيد رئيس الوزراء، الوزارتان)."""
    words = [analyse(form) for form in Tokens(speaker.name or "").forms]
    if speaker.kind == "person":
        head = words[1].head if len(words) > 1 and words[0].form in _COURTEOUS else None
        return head is not None and head.kind == "person"
    return speaker.kind == "body" and len(words) == 1 and words[0].definite and words[0].form.endswith(("ان", "ين"))


def _issuer(name: str) -> str | None:
    """The ministry whose statement it is (بيان وزارة الخارجية)."""
    text, _, rest = name.partition(" ")
    heads = [analyse(form).core for form in Tokens(rest).forms[:1]]
    return rest if text in ("بيان", "بلاغ") and heads and heads[0] in _MINISTRIES else None


def _is_state(actor: str | None) -> bool:
    return actor is not None and len(actor) == _LEAST


class Actors:
    """For whom the unknown organisations of one article speak."""

    def __init__(self, doc: Document, world: World, agents: frozenset[str] = frozenset()) -> None:
        self.agents = agents
        self.world, self.doc = world, doc
        self.also = {each.group(1).strip() for each in _BRACKETS.finditer(doc.text)}
        states = Counter(m.entity.id for m in doc.mentions.values() if m.entity.type == "state" and not m.loose)
        self.home = states.most_common(1)[0][0] if states else None

    def given(self, statement: Statement) -> Statement:
        """The statement, with the actor that its speaker's name or office gives where none is known; with none where a bare
        office was only taken for one of the state that the question is about.
        """
        speaker = statement.speaker
        if speaker.kind == "person" and speaker.speaks_for in self.agents and self._is_bare(speaker):
            return msgspec.structs.replace(statement, speaker=msgspec.structs.replace(speaker, speaks_for=None))
        phrase = (speaker.role if speaker.kind == "person" else speaker.name) or ""
        body = speaker.kind == "group" and phrase.split()[:1] in (["أعضاء"], ["مجلس"])
        if speaker.name and _is_office(speaker):
            return msgspec.structs.replace(
                statement, speaker=msgspec.structs.replace(speaker, name=None, role=speaker.name)
            )
        if speaker.kind == "person" and _is_state(speaker.speaks_for) and self._of_party(statement):
            return msgspec.structs.replace(statement, speaker=msgspec.structs.replace(speaker, speaks_for=None))
        if speaker.kind == "document" and (issuer := _issuer(speaker.name or "")):
            speaker = msgspec.structs.replace(speaker, name=issuer, kind="body")
            statement = msgspec.structs.replace(statement, speaker=speaker)
        if speaker.kind in ("document", "body") and (state := self._answering(statement)):
            return msgspec.structs.replace(statement, speaker=msgspec.structs.replace(speaker, speaks_for=state))
        if speaker.kind == "person" and (short := self._short(statement, phrase.split())):
            return msgspec.structs.replace(statement, speaker=msgspec.structs.replace(speaker, speaks_for=short))
        if speaker.kind not in ("person", "organisation", "body", "anonymous") and not body:
            return statement
        if speaker.speaks_for is not None:
            words = phrase.split()
            actor = self._of_article(words[1:], "") if speaker.kind == "person" and len(words) == _LEAST else None
        else:
            actor = self.named(phrase)
        if actor is None and speaker.speaks_for is None:
            actor = self._cut(phrase.split())
        if actor is None or actor == speaker.speaks_for:
            return statement
        kind = "body" if body else speaker.kind
        return msgspec.structs.replace(statement, speaker=msgspec.structs.replace(speaker, speaks_for=actor, kind=kind))

    def shares(self, statement: Statement) -> list[Statement]:
        """The statement, once for each actor of those that speak together (الاتحاد الأفريقي والجامعة العربية; الدولتان)."""
        speaker = statement.speaker
        if speaker.speaks_for is not None or not speaker.name:
            return [self.given(statement)]
        joint = speaker.kind in ("state", "organisation", "body")
        together = (joint and self._together(speaker.name)) or self._counted(statement, speaker.name)
        if len(together) < _LEAST:
            return [self.given(statement)]
        return [
            msgspec.structs.replace(statement, speaker=Speaker(name=name, kind=kind, speaks_for=actor))
            for actor, (name, kind) in together.items()
        ]

    def _together(self, name: str) -> dict[str, tuple[str, Kind]]:
        """The actors whose names are joined by و, with the words of each."""
        found: dict[str, tuple[str, Kind]] = {}
        words = name.split()
        starts = [0, *(k for k in range(1, len(words)) if words[k][0] == "و" and len(words[k]) > _LEAST)]
        for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
            part = " ".join((words[start].removeprefix("و") if start else words[start], *words[start + 1 : end]))
            named = [m for m in self.world.find(Tokens(part).forms) if m.entity.type in _ACTING and not m.loose]
            if len(named) != 1:
                return {}
            kind: Kind = "state" if named[0].entity.type == "state" else "organisation"
            found[named[0].entity.actor] = (part, kind)
        return found

    def _counted(self, statement: Statement, name: str) -> dict[str, tuple[str, Kind]]:
        """The states that a number of them means, if the sentence names as many before (الدول الثلاث)."""
        words = Tokens(name).forms
        many = 2 if words[0] in _TWO else _NUMBERS.get(words[-1], 0) if words[0] in _STATES and len(words) == 2 else 0
        if not many or statement.source is None:
            return {}
        at = bisect_right(self.doc.tokens.ends, statement.source.start)
        first = next(start for start, end in self.doc.sentences if start <= at < end)
        before = (m.entity for k, m in self.doc.mentions.items() if first <= k < at and not m.loose)
        states = dict.fromkeys(entity.id for entity in before if entity.type == "state")
        return dict.fromkeys(states, (name, "state")) if len(states) == many else {}

    def _of_party(self, statement: Statement) -> bool:
        """Whether it is said of the speaker's party or movement (حركته لن توافق), be he a minister too."""
        first = bisect_right(self.doc.tokens.ends, statement.content[0].start)
        end = statement.content[0].end
        return any(self.doc.forms[k] in _HIS for k in range(first, bisect_right(self.doc.tokens.starts, end)))

    def _answering(self, statement: Statement) -> str | None:
        """The one state whose answer or stand its sentence told of before a ministry without a state (الرد النمساوي، إذ أصدرت
        وزارتا …).
        """
        name = Tokens(statement.speaker.name or "").forms
        bare = any(analyse(form).core in _MINISTRIES for form in name) and not self.world.find(name)
        place = statement.source or statement.cue
        if not bare or place is None:
            return None
        at = bisect_right(self.doc.tokens.ends, place.start)
        first = next((start for start, end in self.doc.sentences if start <= at < end), at)
        before = {k: m.entity for k, m in self.doc.mentions.items() if first <= k < at and m.entity.type == "state"}
        told = [entity.id for k, entity in before.items() if self.doc.words[k - 1].bare in _ANSWERS]
        return told[0] if len(before) == 1 and told else None

    def _short(self, statement: Statement, words: list[str]) -> str | None:
        """The body that an office only calls by the head of its name, which its sentence or the one before names in full
        (قوات الحدود …: مستشار قائد القوات).
        """
        if len(words) < _LEAST or statement.source is None or self.world.find(Tokens(" ".join(words)).forms):
            return None
        head = analyse(Tokens(words[-1]).forms[0])
        core = head.core.removeprefix("ال")
        if not head.definite or core not in listed("parties"):
            return None
        at = bisect_right(self.doc.tokens.ends, statement.source.start)
        number = bisect_right([start for start, _ in self.doc.sentences], at) - 1
        for k in range(at, self.doc.sentences[max(0, number - 1)][0] - 1, -1):
            mention = self.doc.mentions.get(k)
            if mention and mention.entity.type == "organisation" and self._begins(mention.first, core):
                return mention.entity.actor
        return None

    def _cut(self, words: list[str]) -> str | None:
        """The body whose name stands in quotation marks behind an office that was read without it (رئيس حركة «…»)."""
        forms = list(Tokens(" ".join(words)).forms)
        if len(forms) != _LEAST or analyse(forms[-1]).core not in listed("parties"):
            return None
        for k in range(len(self.doc.forms) - _LEAST):
            mention = self.doc.mentions.get(k + 1) or self.doc.mentions.get(k + 3)
            if list(self.doc.forms[k : k + 2]) == forms and mention and mention.entity.type == "organisation":
                return mention.entity.actor
        return None

    def _begins(self, first: int, core: str) -> bool:
        """Whether a name begins with a head, be it before its quotation mark (قوات «…»)."""
        return any(self.doc.words[k].core.removeprefix("ال") == core for k in range(max(0, first - 2), first + 1))

    def _is_bare(self, speaker: Speaker) -> bool:
        """Whether a named person's office tells no state (وزير الداخلية فلان)."""
        named = self.world.find(Tokens(speaker.role or "").forms)
        return len((speaker.name or "").split()) >= _LEAST and bool(speaker.role) and not named

    def named(self, phrase: str) -> str | None:
        """The actor in a title or name: the state of an agency, else the name of a party, movement or union in full."""
        words = _MARKS.sub(" ", phrase).split()
        for k, text in enumerate(words):
            word = analyse(Tokens(text).forms[0])
            stem = word.core.removeprefix("ال") if word.definite else word.core
            if stem in listed("agencies"):
                return self._state(words[k:]) or self._of_article(words[k:], stem)
            if stem in listed("parties") and len(words) - k >= _LEAST:
                return self._name(words[k:], word)
        return None

    def _of_article(self, words: list[str], head: str) -> str | None:
        """The state named beside an institution's full name where the article has it (الوكالة: وكالة الدواء النمساوية;
        معهد الأدوية: معهد الأدوية في النمسا).
        """
        forms = Tokens(" ".join(words)).forms
        word = analyse(forms[0]) if forms else None
        if word is None or not (head or word.definite):
            return None
        head = head or word.core.removeprefix("ال")
        if head not in listed("agencies"):
            return None
        doc = self.doc
        for k in range(len(doc.forms)):
            if doc.words[k].core != head or (len(forms) > 1 and list(doc.forms[k + 1 : k + 2]) != list(forms[1:2])):
                continue
            for j in range(k + 1, min(len(doc.forms), k + _PHRASE)):
                if not doc.forms[j][0].isalnum() and doc.forms[j] not in '()«»"“”' or doc.words[j].verb >= 5:
                    break
                mention = doc.mentions.get(j)
                if mention is not None and mention.entity.type == "state":
                    return mention.entity.id
        return None

    def _state(self, words: list[str]) -> str | None:
        forms = Tokens(" ".join(words)).forms
        named = [m.entity.id for m in self.world.find(forms) if m.entity.type == "state"]
        national = any(analyse(form).core in listed("national") for form in forms)
        return named[0] if named else self.home if national else None

    def _name(self, words: list[str], head: Word) -> str:
        """The words of the name, without a preposition and without its other name (الحركة … (زوعا))."""
        first = "ال" + words[0][2:] if words[0].startswith("لل") else words[0][len(head.preposition) :]
        rest = words[1:]
        while rest and " ".join(rest[-1:]) in self.also:
            rest = rest[:-1]
        return " ".join((first, *rest))
