"""The records of the lexicon: reporting verbs, nouns, accordance formulas, heads of noun phrases."""

from __future__ import annotations

import msgspec

from mawqif.lang.ar.lexis.conjugation import Inflection
from mawqif.model import Act, Kind


class Verb(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """A reporting verb. `takes` lists its complements: أن (any clause particle), « (a quotation), : (bare words after
    a colon), noun (a direct object), a preposition, topic (object and what is said of it), light (a noun from
    `attitudes.toml`), record (جاء في التقرير أن), relay (نقلت X عن Y). A complement with a + (عن+) counts only
    where it names an event: تحدث عن مقتل …, but not تحدث عن السياسة.

    `negated`: with a negation it still tells an attitude (لا يستبعد). `bare`: what is said of the object needs no
    preposition (اعتبر X Y). `of_what`: a clause with ما has its pronoun (ما وصفه بـ Y). `speaking`: bare words may
    follow (قال لن نعود). `means`: without a speaker it tells what a fact means (يشير إلى أن). `shows`: things do it too
    (أدلة تؤكد). `to_public`: a public after it is whom it addresses, not who says it (وعد الجماهير بـ Y). `deeds`: objects that make it a deed (أعلن الحرب).
    `transitive`: it has other objects than words (واصل العمل), so behind a topic a quotation may be one.
    """

    id: str
    past: str
    act: Act
    takes: tuple[str, ...]
    present: str | None = None
    participle: str | None = None
    object: str | None = None
    needs: str | None = None
    heads: tuple[str, ...] = ()
    strict: bool = False
    impersonal: bool = False
    announces: bool = False
    attitude: bool = False
    document: bool = False
    naming: bool = False
    negated: bool = False
    bare: bool = False
    of_what: bool = False
    speaking: bool = False
    means: bool = False
    shows: bool = False
    to_public: bool = False
    transitive: bool = False
    deeds: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Noun(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """A noun of communication with a holder and a content (دعوة X إلى Y).

    `controlled`: after لـ or بـ the subject of the clause holds it (خرجوا للمطالبة بـ Y). `adverbial`: prepositions after
    which he does so too (على أمل أن Y).
    """

    id: str
    forms: tuple[str, ...]
    act: Act
    takes: tuple[str, ...]
    controlled: bool = False
    adverbial: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Accordance(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """A formula that names the source of a clause (وفقاً لـ، بحسب); with `verb` a reporting verb follows (كما قال).

    `relay` formulas name whom the medium of the statement relays (نقلاً عن). Those with `verb` are read from their verb.
    """

    id: str
    forms: tuple[str, ...]
    relay: bool = False
    verb: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Cue(msgspec.Struct, frozen=True, gc=False):
    """One reading of a word form as a cue: its entry and how it is inflected; `possessed` for دعوته."""

    entry: Verb | Noun
    inflection: Inflection

    @property
    def is_noun(self) -> bool:
        """Whether a noun, not a verb or participle, is the cue."""
        return isinstance(self.entry, Noun)

    @property
    def is_participle(self) -> bool:
        """Whether the cue is an adverbial participle (مشيراً)."""
        return self.inflection.tense == "participle"


class Head(msgspec.Struct, frozen=True, gc=False):
    """The kind a noun gives to the phrase it heads."""

    kind: Kind
    plural: bool
