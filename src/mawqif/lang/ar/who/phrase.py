"""From the words of a source to a speaker: name, kind, role, and what later mentions are compared with."""

from __future__ import annotations

import itertools

import msgspec

from mawqif.lang.ar.lexis.shape import PLAIN
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.phrase import is_name
from mawqif.lang.ar.syntax.zone import Range
from mawqif.lang.ar.who.kinds import (
    bare_surname,
    is_unknown,
    kind_of,
    name_after_state,
    name_before_office,
    name_in_apposition,
    outside_quotes,
    person_run,
    whole_name,
)
from mawqif.lang.ar.who.names import GLUE, name_runs, parts, plain
from mawqif.lang.ar.who.nouns import (
    BROTHER,
    MARKS,
    gender_of,
    head_stem,
    is_definite,
    number_of,
    plain_text,
    possessed,
    stem_of,
)
from mawqif.lang.ar.who.titles import titles
from mawqif.model import Kind
from mawqif.world import Mention

_AS_FOR = ("اما", "واما")


class Phrase(msgspec.Struct, kw_only=True):
    """A source phrase taken apart; `gender` m/f/"" and `number` s/p as agreement sees them.

    `person` are the words of a personal name; `head` is the first noun's stem and `heads` all titles; `qualifiers` are
    the words that tell one office from another; `mentions` what it names of the world, up to a relative clause.
    `owner` is the stem of a head with a possessive pronoun (وزيره → وزير), `pronoun` that pronoun.
    """

    name: str
    reach: Range
    person: tuple[str, ...] = ()
    run: Range | None = None
    kind: Kind = "person"
    head: str = ""
    heads: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()
    mentions: tuple[Mention, ...] = ()
    definite: bool = False
    gender: str = ""
    number: str = "s"
    text: str = ""
    owner: str = ""
    pronoun: str = ""
    several: bool = False
    office: str = ""

    @property
    def states(self) -> frozenset[str]:
        """The states it names."""
        return frozenset(m.entity.id for m in self.mentions if m.entity.type == "state")


def read_phrase(doc: Document, reach: Range, special: frozenset[str] = frozenset(), *, fresh: bool = False) -> Phrase:
    """Take a source phrase apart; `fresh` says that it stands right after a verb, where no conjunction can be."""
    first, last = _inner(doc, reach)
    word = doc.words[first]
    mentions = _mentions(doc, first, last, special)
    runs = outside_quotes(doc, first, name_runs(doc, first, last, special))
    before_office = name_before_office(doc, first, last)
    kind = "person" if before_office is not None else kind_of(doc, first, last, mentions, runs)
    run = person_run(doc, first, runs, kind)
    if before_office is not None and (run is None or run[0] < before_office[1]):
        run = before_office
    elif run is not None:
        run = whole_name(doc, first, last, run)
    elif kind == "person":
        run = (
            bare_surname(doc, first, last) or name_in_apposition(doc, first, last) or name_after_state(doc, first, last)
        )
    if kind == "person" and run is None and is_unknown(doc, first, last, mentions):
        kind = "anonymous"
    if kind in ("body", "anonymous") and _and_public(doc, first, last):
        kind = "group"
    text = plain_text(doc, first, _displayed(doc, first, last), fresh=fresh)
    owner, pronoun = possessed(doc, first)
    heads = frozenset(head_stem(doc, k) for k in range(first, last) if doc.words[k].head is not None)
    name = plain_text(doc, *run, fresh=fresh, whole=fresh or run[0] > first) if run and kind == "person" else text
    names = special | {word.form} if fresh else special
    return Phrase(
        name=name, reach=(first, last), person=parts(doc, run, names) if run else (), run=run, kind=kind,
        head=head_stem(doc, first), heads=heads, qualifiers=_qualifiers(doc, first, last, run),
        mentions=tuple(mentions),
        definite=is_definite(doc, first, last, mentions), gender=gender_of(doc, first, kind),
        number=number_of(doc, first, kind), text=text, owner=owner, pronoun=pronoun,
        several=_several(doc, first, last, mentions, runs, kind),
        office=_office(doc, first, last, run) if kind == "person" and heads else "",
    )  # fmt: skip


def _office(doc: Document, first: int, last: int, run: Range | None) -> str:
    """The office that a phrase tells beside the name: before it, else behind; titles of address are none."""
    if run is None:
        return plain_text(doc, first, last)
    before = _without_courtesy(doc, first, run[0])
    start, end = before if before[1] > before[0] else (run[1], last)
    while start < end and (doc.words[start].tag in MARKS or doc.forms[start] in ("وهو", "وهي")):
        start += 1
    return plain_text(doc, start, end) if end > start else ""


def _without_courtesy(doc: Document, first: int, last: int) -> Range:
    while last > first and (
        doc.words[last - 1].tag in MARKS
        or plain(doc.words[last - 1].core) in titles("courteous")
        or doc.forms[last - 1] == "."
        or len(doc.forms[last - 1]) == 1
    ):
        last -= 1
    return first, last


def _inner(doc: Document, reach: Range) -> Range:
    """The phrase without the marks around it, and past `ما كشفه` and `كل من`."""
    first, last = reach
    while first < last - 1 and (doc.words[first].tag in ("mark", "open", "comma") or doc.forms[first] in _AS_FOR):
        first += 1
    if doc.words[first].tag == "demonstrative" and last - first > 1:
        first += 1
    if doc.forms[first] in BROTHER and last - first > 1:
        first += 1
    if doc.words[first].core == "نفس" and last - first > 1 and doc.words[first + 1].definite:
        first += 1
    if doc.words[first].form in ("ما", "لما") and last - first > 2 and _tells(doc.words[first + 1]):
        first += 2
    while first < last - 1 and (doc.words[first].bare in ("ب", "باسم") or doc.words[first].tag == "mark"):
        first += 1
    if doc.words[first].bare == "كل" and last - first > 2 and doc.words[first + 1].bare == "من":
        first += 2
    if last - first > 2 and _is_surname_alone(doc, first):
        last = first + 1
    last = next((k for k in range(first + 1, last) if doc.forms[k].startswith("..") or _adverbial(doc, k)), last)
    if doc.words[first].definite and last - first > 1 and _another_phrase(doc, first + 1):
        last = first + 1
    last = _after_name(doc, first, last)
    while last - 1 > first and doc.words[last - 1].tag in MARKS and (last - 1) not in doc.closers:
        last -= 1
    return first, last


def _after_name(doc: Document, first: int, last: int) -> int:
    """أثار صندوق النقد الدولي شكوكا: a plain noun behind an organisation's name is the verb's object."""
    mention = doc.mentions.get(first)
    if mention is None or mention.form == "adjective" or mention.loose or not first < mention.last < last:
        return last
    word = doc.words[mention.last]
    apart = word.definite or word.tag or word.preposition or word.conjunction or word.head is not None
    if apart or word.name >= 2 or is_name(word) or mention.last in doc.quotes or mention.last in doc.mentions:
        return last
    return mention.last if word.noun >= PLAIN or word.core.endswith("ا") else last


def _tells(word: Word) -> bool:
    return word.verb >= 3 or word.head is None and any(not c.is_noun for c in word.cues)


def _is_surname_alone(doc: Document, first: int) -> bool:
    """العزعزي في لقائه، الحسني بالقول: a definite word that heads nothing is a surname; a preposition ends it."""
    word, after = doc.words[first], doc.words[first + 1]
    if word.head is not None or not word.definite or first in doc.mentions or word.adjective >= 3 and word.name < 2:
        return False
    return after.tag == "preposition" and after.bare in ("في", "خلال", "علي", "عبر", "بعد") or after.core == "القول"


def _and_public(doc: Document, first: int, last: int) -> bool:
    """الشرطة وشهود عيان: together with a public nobody speaks for the body."""
    joined = (doc.words[k] for k in range(first + 1, last) if doc.words[k].conjunction)
    return any(w.head is not None and w.head.kind == "group" and not w.definite for w in joined)


def _joins_body(doc: Document, k: int) -> bool:
    """رئيس الجمهورية وحكومة الوفاق: a body of its own is joined to the office."""
    head = doc.words[k].head
    return head is not None and head.kind in ("body", "organisation") and not doc.words[k].definite


def _adverbial(doc: Document, k: int) -> bool:
    """An adverbial participle (مستعرضا، مؤكداً) is no part of a phrase."""
    word = doc.words[k]
    if not word.core.endswith("ا") or word.name or word.definite:
        return False
    participle = word.core.startswith("م") and doc.words[k - 1].definite and (word.count or row(word.core[:-1])[0])
    return any(c.is_participle for c in word.cues) or bool(participle)


def _another_phrase(doc: Document, k: int) -> bool:
    """An indefinite noun right after a definite one is the verb's object (دعا البيان مجلس الأمن، تزود الشركة قطاع X)."""
    word, before = doc.words[k], doc.words[k - 1]
    if word.definite or word.preposition or word.tag or word.conjunction:
        return False
    if word.head is None:
        held = before.head is not None and before.head.kind in ("organisation", "body", "media")
        return held and word.noun >= PLAIN and word.name < 2 and word.adjective < 3 and k not in doc.mentions
    return word.head.kind in ("body", "organisation", "media", "state") and word.adjective < 3


def _mentions(doc: Document, first: int, last: int, special: frozenset[str]) -> list[Mention]:
    """What the phrase names, up to a relative clause."""
    found = []
    for k in range(first, last):
        if doc.words[k].tag == "relative":
            break
        mention = doc.mentions.get(k)
        if mention is not None and doc.forms[k] not in special and _ends_within(doc, mention, last):
            found.append(mention)
    return found


def _ends_within(doc: Document, mention: Mention, last: int) -> bool:
    """Whether a name ends inside the phrase, whose closing bracket was left out."""
    return mention.last <= last or mention.last == last + 1 and doc.words[last].tag in MARKS


def _displayed(doc: Document, first: int, last: int) -> int:
    """The name of an office or body ends before a relative clause, a time, an apposition, whom it speaks to."""
    head = doc.words[first].head
    anonymous = head is not None and head.kind == "anonymous"
    for k in range(first + 1, last):
        word = doc.words[k]
        if word.tag == "comma" and k + 1 < last and doc.words[k + 1].definite and doc.words[k + 1].head is None:
            return k
        if word.bare == "ل" and anonymous and k + 1 < last and (k + 1 in doc.quotes or doc.words[k + 1].tag == "open"):
            return k
        if k in doc.times or word.tag == "relative" and k > first + 1:
            return k - 1 if doc.words[k - 1].tag in ("comma", "preposition") else k
    return last


def _qualifiers(doc: Document, first: int, last: int, run: Range | None) -> frozenset[str]:
    """What tells the office from others of that title: the nouns and adjectives around it, entities by their ids."""
    found: set[str] = set()
    k = first + 1
    colourless = titles("colourless")
    while k < last:
        word, mention = doc.words[k], doc.mentions.get(k)
        if word.tag == "relative":
            break
        if run is not None and run[0] <= k < run[1] or word.tag or word.bare in GLUE or word.bare == "ل":
            k += 1
            continue
        if mention is not None:
            if mention.entity.type != "state":
                found.add(mention.entity.id)
                found.update(
                    stem_of(w)
                    for w in doc.words[k : mention.last]
                    if not w.tag and w.adjective < 3 and not w.form.isascii()
                )
            k = max(mention.last, k + 1)
            continue
        stem = head_stem(doc, k)
        if (stem not in colourless or stem == "وزراء") and not stem.isascii():
            found.add(stem[:-1] if stem.endswith("ه") and word.adjective >= 3 else stem)
        k += 1
    return frozenset(found)


def _several(doc: Document, first: int, last: int, mentions: list[Mention], runs: list[Range], kind: Kind) -> bool:
    """Several holders at once: two names, or two states or organisations, joined by a conjunction."""
    joins = [k for k in range(first + 1, last) if doc.words[k].conjunction or doc.words[k].bare == "و"]
    if not joins:
        return False
    if kind == "person" and not runs and any(_joins_body(doc, k) for k in joins):
        return True
    if kind == "person" and runs and runs[0][0] == first and any(k == runs[0][1] and doc.words[k].head for k in joins):
        return True
    if kind == "person":
        return any(a[1] <= k <= b[0] for a, b in itertools.pairwise(runs) for k in joins) and len(runs) >= 2
    whole = [m for m in mentions if m.form not in ("adjective", "people")]
    return any(m.first - 1 in joins or m.first in joins for m in whole if m.first > first) and len(whole) >= 2
