"""Who speaks and who is addressed in the clause of a verb: subject, topic, antecedent, object."""

from __future__ import annotations

from mawqif.lang.ar.constructions.verbal.addressed import is_addressed, is_oblique
from mawqif.lang.ar.lexis.conjugation import Inflection
from mawqif.lang.ar.lexis.deeds import is_deed
from mawqif.lang.ar.lexis.lexicon import heads
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.clause import MASCULINE
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft, chars
from mawqif.lang.ar.syntax.marker import CLAUSE, COLON, PHRASE
from mawqif.lang.ar.syntax.phrase import can_speak, is_name, is_verb, noun_phrase
from mawqif.lang.ar.syntax.site import Site, takes_object
from mawqif.lang.ar.syntax.zone import Range, noun_phrase_from

_ADJECTIVE = 3
_LONGEST_NAME = 4
_COMMON_NOUN = 4
"""Count up to which a form is read as a given name where a name stands (سكوت، عمر)."""
_WHAT = frozenset("ما بما لما مما عما فيما".split())
_VEILS = frozenset(("النقاب", "الستار", "اللثام"))
_MANY = frozenset(("عده", "كثيره", "عديده"))
_FEMININE = frozenset(("التي", "والتي", "اللتان", "اللتين", "اللواتي"))


def subject_and_object(site: Site) -> tuple[Range | None, Range | None]:
    """The phrases after the verb as (subject, object); a single phrase is judged by agreement and what it denotes."""
    zone, doc = site.zone, site.doc
    free = zone.marker is None or zone.marker.kind == PHRASE
    if zone.source is not None and free and takes_object(site.cue) and _is_deed(doc.words[zone.source[0]]):
        return None, (zone.source[0], (zone.obj or zone.source)[1])
    if zone.source is not None and zone.obj is not None and _is_apposition(site):
        return zone.source, None
    if zone.source is not None and zone.obj is not None and _goes_on(site):
        return _joined(site)
    if zone.source is not None and zone.obj is not None and (name := _name_before_object(doc, zone.source, zone.obj)):
        return (zone.source[0], name), (name, zone.obj[1])
    if (
        zone.source is not None
        and zone.obj is not None
        and zone.source[1] - zone.source[0] == 1
        and doc.words[zone.source[0]].tag == "demonstrative"
    ):
        return zone.obj, zone.source
    if zone.source is None or zone.obj is not None:
        return _as_one(site) or (zone.source, zone.obj)
    left = site.left
    event = zone.marker is None and "noun+" in site.entry.takes
    if not (takes_object(site.cue) or event) and not site.cue.is_participle:
        return zone.source, None
    addressed = site.entry.object == "audience"
    if left.topic is not None or left.pronoun or site.cue.is_participle or site.cue.inflection.person != 3:
        return None, zone.source
    if not _may_be_subject(doc, zone.source, site):
        return None, zone.source
    if addressed and is_addressed(site, zone.source):
        return None, zone.source
    return zone.source, None


def _is_deed(word: Word) -> bool:
    """رفض اعتبار الأمر منتهياً: a verbal noun is what was refused, not who refused it."""
    return word.head is None and not (word.definite or word.name or word.tag) and is_deed(word.core, "")


def _as_one(site: Site) -> tuple[None, Range] | None:
    """ناشدت الأهالي الابتعاد، دعا الفلسطينيين في القدس المحتلة: both phrases are object where the first can be no subject."""
    source, obj = site.zone.source, site.zone.obj
    if source is None or obj is None or source[1] != obj[0] or site.entry.object != "audience":
        return None
    return (None, (source[0], obj[1])) if is_addressed(site, source, alone=False) else None


def _is_apposition(site: Site) -> bool:
    """A phrase between commas before a clause tells more of the subject (الكاتب، المختص في الشؤون، أن)."""
    zone, words = site.zone, site.doc.words
    assert zone.obj is not None
    if zone.marker is None or zone.marker.kind != CLAUSE or site.entry.object == "audience":
        return False
    return words[zone.obj[0] - 1].tag == "comma" and zone.obj[1] < site.limit and words[zone.obj[1]].tag == "comma"


def _name_before_object(doc: Document, source: Range, obj: Range) -> int:
    """أعلن رائد الفضاء سكوت كيلي عزمه …: of two phrases after a titled subject the first is its name; where it ends, or 0."""
    head, first = doc.words[source[0]].head, obj[0]
    titled = head is not None and head.kind == "person" and not head.plural
    if not titled or first != source[1] + (doc.words[first - 1].tag == "comma"):
        return 0
    end = noun_phrase(doc, first, obj[1], tight=True)
    if not first + 2 <= end <= first + _LONGEST_NAME or end >= obj[1]:
        return 0
    given, surname, after = doc.words[first], doc.words[first + 1], doc.words[end]
    if after.tag or after.conjunction or after.preposition or end in doc.times:
        return 0
    return end if _may_be_given(given) and not _is_common(surname) else 0


def _may_be_given(word: Word) -> bool:
    if word.act or word.cues or word.tag or word.head or word.bare == "اما" or word.definite and not word.name:
        return False
    return word.noun <= _COMMON_NOUN and not word.core.endswith(("ه", "ات"))


def _is_common(word: Word) -> bool:
    return bool(word.tag) or word.conjunction or word.noun >= _ADJECTIVE or word.adjective >= _ADJECTIVE


def _goes_on(site: Site) -> bool:
    """أعلنت حركة النهضة الوطنية عن تعديل …: what looks like an object belongs to the subject if the content follows."""
    zone, doc = site.zone, site.doc
    assert zone.obj is not None
    first, marker, word = zone.obj[0], zone.marker, doc.words[zone.obj[0]]
    if marker is None or word.act is not None or word.cues or site.cue.inflection.pronoun:
        return False
    if site.entry.object == "audience" or "noun" not in site.entry.takes or word.core in _VEILS:
        return False
    describes = word.definite and (word.adjective >= _ADJECTIVE or (first - 1) in doc.closers or word.head is not None)
    named = describes or first in doc.mentions or is_name(word) and not word.definite
    if marker.kind == PHRASE:
        return marker.preposition == "عن" and named
    bare = marker.kind == CLAUSE and doc.forms[marker.first - 1].startswith("ان")
    return (
        bare and (named or _with_article(word) or word.tag == "number") and _alone(site, zone.obj[0], marker.first - 1)
    )


def _with_article(word: Word) -> bool:
    """A noun with its article; التزامه and إلقاء begin with the same letters."""
    return word.definite and row(word.core[2:])[0] > 0


def _alone(site: Site, first: int, particle: int) -> bool:
    """Whether the clause behind a phrase belongs to the verb: nothing in between reports or governs it."""
    words = site.doc.words
    if words[particle - 1].tag == "preposition" or words[particle - 1].cues:
        return False
    related = False
    for k in range(first, particle):
        related = related or words[k].tag == "relative"
        if any(not c.is_noun for c in words[k].cues) or is_verb(words[k]) and not related:
            return False
    return True


def _joined(site: Site) -> tuple[Range, Range | None]:
    """The subject with what goes on it, and the object where one is left after that."""
    zone, doc = site.zone, site.doc
    assert zone.source is not None
    assert zone.obj is not None
    if zone.source[1] != zone.obj[0]:
        return zone.source, None
    end = noun_phrase(doc, zone.obj[0], site.limit, tight=True)
    rest = (end, zone.obj[1]) if zone.obj[0] < end < zone.obj[1] else None
    return (zone.source[0], end if rest else zone.obj[1]), rest


def _may_be_subject(doc: Document, phrase: Range, site: Site) -> bool:
    """Whether the only phrase after a verb is its subject; a verb without objects has no other use for it."""
    first, entry = phrase[0], site.entry
    if doc.words[first].act is not None and doc.words[first].head is None:
        return False
    head = doc.words[first].head
    if is_oblique(doc, first):
        return False
    if entry.document and head is None and is_deed(doc.words[first].core, ""):
        return False
    if entry.document or head is not None and head.kind == "document" and site.zone.marker is not None:
        return True
    if not (can_speak(doc, *phrase) or _holds_name(doc, phrase) or _surname(doc, first)):
        marker = site.zone.marker
        if marker is None or marker.kind == PHRASE:
            return False
        if marker.first > phrase[1] + 3 and (
            entry.object == "audience" or marker.kind == COLON or _verb_between(doc, phrase[1], marker.first)
        ):
            return False
    return follows(doc, first, site.cue.inflection)


def _verb_between(doc: Document, first: int, last: int) -> bool:
    """Whether another clause stands between a phrase and the content."""
    words = (doc.words[k] for k in range(first, last))
    return any(w.tag in ("relative", "that") and not w.bare.startswith("ان") or w.cues or is_verb(w) for w in words)


def _surname(doc: Document, k: int) -> bool:
    """طالب الشابي بكذا: a nisba that is no adjective of the news is a surname."""
    word = doc.words[k]
    plain = word.definite and word.core[-1] == "ي" and word.head is None and k not in doc.mentions
    return plain and word.adjective < _ADJECTIVE and word.noun < _ADJECTIVE


def _holds_name(doc: Document, phrase: Range) -> bool:
    """المضيف كريس والاس: a definite noun that a name follows denotes a person."""
    first, last = phrase
    return last - first > 2 and doc.words[first].definite and all(_named(doc, k) for k in range(first + 1, first + 3))


def _named(doc: Document, k: int) -> bool:
    """Whether a word is read as part of a name and is no definite noun."""
    return is_name(doc.words[k]) and not doc.words[k].definite


def follows(doc: Document, first: int, inflection: Inflection) -> bool:
    """Whether a phrase may be the subject after a verb: a singular verb agrees in gender only, and loosely."""
    core, head, mention = doc.words[first].core, doc.words[first].head, doc.mentions.get(first)
    if mention is not None and mention.form == "capital" and inflection.gender == "m" and inflection.number == "s":
        return False
    if head is None or inflection.number != "s":
        return inflection.number == "s"
    feminine = core.endswith("ه") and core[:-1].removeprefix("ال") not in heads() and core not in MASCULINE
    if core.endswith("ات") and len(core) > 4 and core.removeprefix("ال") != "وات":
        feminine = True
    masculine = head.kind == "document" and not head.plural and not core.endswith(("ه", "ات", "اء", "ا", "ي"))
    return not (feminine and inflection.gender == "m" or masculine and inflection.gender == "f")


def place_source(draft: Draft, site: Site, subject: Range | None) -> Draft:
    """Write subject, topic or antecedent into the draft, and the adjuncts that stand before the verb."""
    left = site.left
    if subject is None and not site.cue.is_participle:
        subject = said_before(site)
    if subject is not None:
        draft.source = subject
    elif site.cue.is_participle:
        return draft
    elif left.topic is not None and not site.resumptive:
        draft.source, draft.topic = left.topic, True
    elif left.relative >= 0:
        draft.antecedent = antecedent(site.doc, left.relative, site.start)
    if draft.when is None:
        draft.when = left.when
    if draft.channel is None and left.channel is not None:
        draft.channel = chars(site.doc, left.channel)
    return draft


def told_of(doc: Document, end: int, start: int) -> Range | None:
    """What a pronoun behind `end` takes up: the nearest noun that agrees with the relative pronoun there, with what follows.

    Where none stands (هدنة أعلنها التحالف) it is the indefinite noun with its adjectives.
    """
    relative = doc.words[end].bare if doc.words[end].tag == "relative" else ""
    if relative and doc.words[end - 1].tag == "comma":
        end -= 1
    for k in range(end - 1, max(start, end - 12) - 1, -1):
        word = doc.words[k]
        if word.tag or k in doc.times or k in doc.closers or word.bare in _WHAT:
            break
        describes = word.adjective >= _ADJECTIVE or word.core.endswith(("ي", "يه")) or word.core in _MANY
        if k > start and describes and not doc.words[k - 1].tag and not is_verb(doc.words[k - 1]):
            continue
        alone = (
            k > start
            and (doc.words[k - 1].definite or bool(doc.words[k - 1].tag) or is_verb(doc.words[k - 1]))
            or bool(word.preposition)
        )
        if not relative or alone or word.core.endswith(("ه", "ات")) == (relative in _FEMININE):
            return k, end
    return None


def said_before(site: Site) -> Range | None:
    """سبق للمتحدث باسم X، فلان، أن قال: the speaker stands after سبق with a ل."""
    doc, at = site.doc, site.at
    if at < site.start + 3 or doc.forms[at - 1] not in ("ان", "وان"):
        return None
    for k in range(at - 2, max(site.start, at - 16) - 1, -1):
        if doc.words[k].bare == "سبق" and doc.words[k + 1].preposition == "ل":
            return k + 1, max(k + 2, noun_phrase_from(doc, k + 1, at - 1))
    return None


def antecedent(doc: Document, relative: int, start: int) -> Range | None:
    """The noun phrase that a relative pronoun refers to: the longest one that ends right before it."""
    end = relative
    if end > start and doc.words[end - 1].tag == "comma":
        end -= 1
    first = None
    for k in range(end - 1, max(start, end - 15) - 1, -1):
        word = doc.words[k]
        if word.tag in ("comma", "colon", "that", "relative") or (word.cues and not word.head and word.verb >= 3):
            break
        if noun_phrase(doc, k, end) == end or (word.preposition and noun_phrase(doc, k + 1, end) == end):
            first = k
            if word.head is not None:
                break
    return (first, end) if first is not None else None
