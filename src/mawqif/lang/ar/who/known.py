"""A speaker of the article, and whether a later phrase may mean him."""

from __future__ import annotations

import msgspec

from mawqif.lang.ar.lexis.conjugation import Inflection
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.who.names import same_person
from mawqif.lang.ar.who.phrase import Phrase
from mawqif.lang.ar.who.titles import alike, titles
from mawqif.model import Kind

_PRONOUNS = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": ("m", "p")}
_LEADING = frozenset("تكتل كتله تيار وزراء مجلس حكومه لجنه هيئه بلديه حزب وفد اركان تحرير".split())


class Known(msgspec.Struct, kw_only=True):
    """A speaker of the article: his first phrase and all, the fullest name, all titles, and where he was last heard."""

    name: str
    phrase: Phrase
    person: tuple[str, ...]
    heads: set[str]
    qualifiers: set[str]
    states: set[str]
    kind: Kind
    speaks_for: str | None = None
    role: str | None = None
    private: bool = False
    gender: str = ""
    last: int = -1
    phrases: list[Phrase]


def introduce(phrase: Phrase) -> Known:
    """A new speaker."""
    return Known(
        name=phrase.name, phrase=phrase, person=phrase.person,
        heads=set(phrase.heads), qualifiers=set(phrase.qualifiers),
        states=set(phrase.states), kind=phrase.kind, gender=phrase.gender,
        role=phrase.office or None, phrases=[phrase],
    )  # fmt: skip


def ids_of(phrase: Phrase) -> set[str]:
    """The organisations and media that a phrase names."""
    return {m.entity.id for m in phrase.mentions if m.entity.type != "state"}


def has_name_of(phrase: Phrase, known: Known) -> bool:
    """Whether a phrase with a personal name is this speaker's."""
    if phrase.several != known.phrase.several:
        return False
    return same_person(phrase.person, known.person)


def fits(phrase: Phrase, other: Phrase) -> bool:
    """Whether a title may mean the person of another phrase: same office words, no other state."""
    if other.several or phrase.head not in other.heads and not alike(phrase.head) & other.heads:
        return False
    if phrase.states and other.states and not phrase.states & other.states:
        return False
    if phrase.qualifiers:
        return (
            phrase.qualifiers <= other.qualifiers
            or bool(phrase.qualifiers & other.qualifiers)
            or _only_described(phrase)
        )
    if phrase.states and not other.states:
        return phrase.head in other.heads
    return not (phrase.head == "رئيس" and other.qualifiers & _LEADING)


def _only_described(phrase: Phrase) -> bool:
    """A title that says what sort of person is meant, with adjectives alone (القيادي التجمعي)."""
    return phrase.head in titles("generic") and all(is_adjective(word) for word in phrase.qualifiers)


def is_adjective(stem: str) -> bool:
    """Whether a qualifier is an adjective, known or by its ending."""
    count, _, _, adjective, _ = row("ال" + stem)
    return adjective >= 3 or count == 0 and stem.endswith("ي")


def compatible(phrase: Phrase, known: Known) -> bool:
    """Whether nothing in a title without a name speaks against this speaker: no other state, organisation or office."""
    if phrase.states and known.states and not phrase.states & known.states:
        return False
    of_state = phrase.head == "رئيس" and not phrase.qualifiers and phrase.reach[1] - phrase.reach[0] > 1
    if of_state and known.qualifiers & _LEADING:
        return False
    ids = phrase.qualifiers | ids_of(phrase)
    mine, theirs = ids_of(phrase), ids_of(known.phrase)
    if mine and theirs and not mine & theirs and phrase.kind != "person":
        return False
    if ids and known.qualifiers:
        return bool(ids & known.qualifiers) or _only_described(phrase)
    return not (ids and not known.qualifiers and known.person and phrase.head not in known.heads)


def agrees(inflection: Inflection | None, known: Known) -> bool:
    """Whether a verb form may have this speaker as its dropped subject."""
    if inflection is None or inflection.tense == "noun" or inflection.person != 3:
        return True
    plural = known.phrase.number == "p" and not known.person
    if inflection.number == "p":
        return (
            plural
            or known.phrase.several
            or known.kind == "group"
            and not known.person
            or known.kind == "media"
            and known.phrase.number == "p"
        )
    if plural and known.kind in ("group", "anonymous"):
        return inflection.gender == "f" and known.phrase.head.endswith(("ر", "ت", "ل", "ه"))
    if known.phrase.several:
        return False
    gender = known.gender or known.phrase.gender
    return gender in ("", inflection.gender)


def is_third_singular(inflection: Inflection) -> bool:
    """Whether a finite verb tells the gender of its subject."""
    return inflection.tense in ("past", "present") and inflection.number == "s" and inflection.person == 3


def by_pronoun(pronoun: str) -> Inflection:
    """The agreement that a possessive pronoun asks of its holder."""
    gender, number = _PRONOUNS[pronoun]
    return Inflection("past", 3, gender, number)
