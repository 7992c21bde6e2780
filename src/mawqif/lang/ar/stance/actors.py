"""Speakers that no table knows: an agency of a state speaks for it, a party or union for itself, under its own name."""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from mawqif.lang.ar.lexis.word import Word, analyse
from mawqif.lang.ar.stance.predicate import listed
from mawqif.lang.ar.syntax.document import Document
from mawqif.model import Statement
from mawqif.text.tokens import Tokens
from mawqif.world import World

_BRACKETS = re.compile(r"[(«\"“]([^()«»\"“”]{1,30})[)»\"”]")
_MARKS = re.compile(r"[«»\"“”()]")
_LEAST = 2
"""Words of a name; one alone (الحركة) may be any."""


class Actors:
    """For whom the unknown organisations of one article speak."""

    def __init__(self, doc: Document, world: World) -> None:
        self.world = world
        self.also = {each.group(1).strip() for each in _BRACKETS.finditer(doc.text)}
        states = Counter(m.entity.id for m in doc.mentions.values() if m.entity.type == "state" and not m.loose)
        self.home = states.most_common(1)[0][0] if states else None

    def given(self, statement: Statement) -> Statement:
        """The statement, with the actor that its speaker's name or office gives where none is known."""
        speaker = statement.speaker
        if speaker.speaks_for is not None or speaker.kind not in ("person", "organisation", "body", "anonymous"):
            return statement
        actor = self.named((speaker.role if speaker.kind == "person" else speaker.name) or "")
        if actor is None:
            return statement
        return msgspec.structs.replace(statement, speaker=msgspec.structs.replace(speaker, speaks_for=actor))

    def named(self, phrase: str) -> str | None:
        """The actor in a title or name: the state of an agency, else the name of a party, movement or union in full."""
        words = _MARKS.sub(" ", phrase).split()
        for k, text in enumerate(words):
            word = analyse(Tokens(text).forms[0])
            stem = word.core.removeprefix("ال") if word.definite else word.core
            if stem in listed("agencies"):
                return self._state(words[k:])
            if stem in listed("parties") and len(words) - k >= _LEAST:
                return self._name(words[k:], word)
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
