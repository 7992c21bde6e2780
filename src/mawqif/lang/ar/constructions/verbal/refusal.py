"""Why a verb reports nothing where it stands: negated, conditional, impersonal, a noun in truth."""

from __future__ import annotations

from mawqif.lang.ar.constructions.verbal.before import told_by_what
from mawqif.lang.ar.constructions.verbal.parties import said_before
from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.clause import pointing_clause
from mawqif.lang.ar.syntax.marker import CLAUSE, PHRASE, QUOTE
from mawqif.lang.ar.syntax.phrase import can_speak, is_verb, surely_speaks
from mawqif.lang.ar.syntax.site import BEING, Site
from mawqif.lang.ar.syntax.zone import anonymity, attitude_at

_OF_NAMES = frozenset("بن ابن بنت ابي ابو ابا تم يتم تمت سيتم".split())
"""Before a word that is part of a name (علي بن أبي طالب), or a noun (تم طلب المزيد)."""
_UNREAL = frozenset("سوف لن ان لو اذا وان بان وبان".split())
_BEGINNING = frozenset("راح راحت اخذ اخذت بدا بدات عاد عادت ظل ظلت جاء جاءت مضي مضت".split())
"""Verbs behind which another verb may stand."""
_COMMON = 3
"""Noun score of what is surely a common noun."""
_NEAR, _FAR = 10, 20
"""Tokens within which a form that may be a preposition has its content."""


def refusal(site: Site) -> str | None:
    """Why a verb reports nothing here, or None: negated, conditional, impersonal."""
    left, entry = site.left, site.entry
    adverbial = not_adverbial(site)
    if adverbial is not None:
        return adverbial
    if _a_noun(site) or site.at > site.start and site.doc.words[site.at - 1].bare in _OF_NAMES:
        return "a noun here"
    if anonymity(site.doc, site.at, site.limit) is not None:
        return "a request not to be named"
    if left.particle_pronoun and site.cue.inflection.tense == "present" and site.cue.inflection.person == 3:
        return "the speaker's own attitude"
    if left.negation and not entry.negated:
        return f"negated by «{left.negation}»"
    if (
        left.what
        and told_by_what(site) is None
        and pointing_clause(site.doc, site.at, site.start) is None
        and not entry.naming
        and not entry.of_what
        and site.doc.words[max(left.start - 2, site.start)].form != "علي"
    ):
        return "a clause with ما"
    if left.start > site.start and site.doc.words[left.start - 1].tag == "condition":
        return "a condition"
    opinion = site.cue.inflection.tense == "present" or entry.act == "expect"
    if site.cue.inflection.person == 1 and opinion or _spelled_as_first_person(site):
        return "the speaker's own first person"
    if site.at > site.start and _after_preposition(site):
        return "a noun after a preposition"
    if site.at > site.start and site.doc.words[site.at - 1].core in ("الجدير", "جدير"):
        return "the writer's formula"
    if _not_yet(site):
        return "not said yet"
    return _impersonal(site)


def _spelled_as_first_person(site: Site) -> bool:
    """«أعتقد أن …»: in somebody's own words the hamza tells the first person from the past (اعتقد)."""
    doc, word = site.doc, site.doc.words[site.at]
    own = doc.quoted[site.at] >= 0 or bool(site.left.negation)
    if not own or site.cue.inflection.tense != "past" or site.entry.past[0] != "ا":
        return False
    return doc.text[doc.tokens.starts[site.at] + len(word.form) - len(word.bare)] == "أ"


def not_adverbial(site: Site) -> str | None:
    """A form that may be a participle is a noun or adjective after a preposition, or where nothing parts it off."""
    if not site.cue.is_participle or site.at == site.start:
        return None
    doc, word = site.doc, site.doc.words[site.at]
    before = doc.words[site.at - 1]
    if before.tag == "preposition" and not word.conjunction:
        return "a noun after a preposition"
    if before.bare in BEING:
        return "a predicate"
    if before.tag == "number" or word.core.endswith("ه") and before.core.removesuffix("ا") == word.core[:-1]:
        return "a counted noun"
    if word.form.endswith("ا") or before.tag == "comma":
        return None
    marker = site.zone.marker
    if marker is not None and marker.first <= site.at + 3 and marker.kind != PHRASE:
        return None
    if word.conjunction and word.noun < 3:
        return None
    return "an adjective or noun"


def _a_noun(site: Site) -> bool:
    """A form that is a noun as often (رفض، ثمن) is a verb only where a clause begins."""
    doc, at = site.doc, site.at
    word = doc.words[at]
    if word.head is not None and at > site.start and not word.conjunction and _plain_verb(doc.words[at - 1]):
        return True
    if word.noun < 3 or site.cue.is_participle or word.conjunction or at == site.start or site.left.topic is not None:
        return False
    before = doc.words[at - 1]
    if is_verb(before) and site.cue.inflection.tense == "past" and before.tag != "auxiliary":
        return True
    source = site.zone.source
    if word.verb >= word.noun and before.tag != "coordinate" and source is not None and surely_speaks(doc, source[0]):
        return False
    if source is not None and site.zone.marker is not None and _behind_time(site):
        return False
    return before.tag in ("", "number", "coordinate", "demonstrative", "prepositional") and (at - 1) not in doc.closers


def _plain_verb(word: Word) -> bool:
    """أطلق طالب النار: right behind a verb that is no auxiliary stands its subject."""
    return is_verb(word) and not word.tag and word.bare not in _BEGINNING


def _behind_time(site: Site) -> bool:
    """والخميس كشف …: a clause begins right behind the time with which its sentence opens."""
    first = next((k for k in range(site.start, min(site.start + 2, site.at)) if k in site.doc.times), None)
    return first is not None and site.doc.times[first].last == site.at


def _not_yet(site: Site) -> bool:
    """After أن, سوف, لو a verb tells no fact, except سبق أن."""
    doc, at = site.doc, site.at
    if at == site.start or doc.words[at - 1].form not in _UNREAL:
        return False
    if doc.forms[at - 1] in ("بان", "وبان"):
        return doc.words[at - 1].tag == "that" and site.cue.inflection.tense == "present"
    if doc.forms[at - 1] in ("ان", "وان") and said_before(site) is not None:
        return False
    return not (at - 2 >= site.start and doc.words[at - 2].bare in ("سبق", "بعد", "منذ", "قبل"))


def _of_a_thing(site: Site) -> bool:
    """أدلة تؤكد استمرار …، مما يؤكد أن …: a relative clause in the present on something that cannot speak."""
    doc, at, inflection, source = site.doc, site.at, site.cue.inflection, site.zone.source
    word, before = doc.words[at], doc.words[max(at - 1, site.start)]
    if before.bare in ("مما", "بما") and inflection.tense == "present" and not inflection.pronoun:
        return True
    if not site.entry.shows or inflection.tense != "present" or word.conjunction or inflection.number != "s":
        return False
    if site.left.relative > site.start + 1:
        returned = inflection.pronoun or site.limit > at + 1 and doc.words[at + 1].tag == "prepositional"
        named = source is not None and can_speak(doc, *source) and site.entry.object != "audience"
        return not (returned or named) and _is_thing(site, site.left.relative - 1)
    topic = site.left.topic
    if at == site.start or source is not None and can_speak(doc, *source):
        return False
    if topic is not None:
        first = doc.words[topic[0]]
        return not can_speak(doc, *topic) and first.head is None and first.noun >= _COMMON
    plain = not (before.tag or before.definite or before.conjunction or before.head or before.cues or before.channel)
    return plain and not surely_speaks(doc, at - 1) and not is_verb(before)


def _is_thing(site: Site, k: int) -> bool:
    """الديون المتراكمة التي تهدد الأندية: the noun before the relative pronoun, past its adjective, cannot speak."""
    words = site.doc.words
    k -= words[k].definite and words[k].adjective >= _COMMON and words[k - 1].definite
    return words[k].head is None and words[k].noun >= _COMMON and not can_speak(site.doc, k, k + 1)


def _means(site: Site) -> bool:
    """يشير إلى أن، يدل على أن without a speaker tell what a fact means, not what anybody said."""
    if not site.entry.means or site.cue.inflection.tense != "present":
        return False
    return (
        site.zone.source is None
        and site.left.topic is None
        and not site.doc.words[site.at].conjunction
        and site.left.relative < 0
    )


def _after_preposition(site: Site) -> bool:
    before, word = site.doc.words[site.at - 1], site.doc.words[site.at]
    calls = "topic" in site.entry.takes and site.doc.words[site.at - 2].tag == "preposition"
    if before.bare == "من" and site.cue.inflection.pronoun and (site.cue.inflection.tense == "present" or calls):
        return False
    if word.bare in ("قبل", "بعد"):
        return True
    if site.cue.is_participle or word.conjunction and word.tag != "preposition":
        return False
    return (
        (before.tag == "preposition" and before.bare not in ("حتي", "منذ", "حين"))
        or word.tag == "preposition"
        and not _clause_follows(site)
    )


def _clause_follows(site: Site) -> bool:
    """عبّر، بيّن are prepositions too: they are verbs where a speaker and a clause (or عن) follow."""
    marker = site.zone.marker
    if site.left.relative >= 0 and site.doc.words[min(site.at + 1, site.limit - 1)].bare in ("عنه", "عنها"):
        return True
    if (
        marker is not None
        and marker.preposition == "عن"
        and marker.first <= site.at + _NEAR
        and (site.left.relative >= 0 or site.left.topic is not None)
    ):
        return True
    if marker is not None and marker.preposition == "عن" and site.doc.words[site.at].conjunction:
        return attitude_at(site.doc, marker.first)
    felt = marker is not None and marker.preposition == "عن" and attitude_at(site.doc, marker.first)
    if (
        marker is not None
        and marker.first > site.at + (_FAR if felt else _NEAR)
        or site.zone.source is not None
        and _coordinated(site, *site.zone.source)
    ):
        return False
    if site.zone.source is not None and site.zone.source[0] != site.at + 1:
        return False
    if marker is None or site.zone.source is None:
        return marker is not None and marker.kind == CLAUSE and marker.first <= site.at + 3
    return (marker.kind in (CLAUSE, QUOTE) or marker.preposition == "عن") and surely_speaks(
        site.doc, site.zone.source[0]
    )


def _coordinated(site: Site, first: int, last: int) -> bool:
    """بين X وY is the preposition."""
    return site.doc.words[site.at].bare == "بين" and any(
        site.doc.words[k].conjunction for k in range(first, min(last + 1, site.limit))
    )


def _has_damma(site: Site) -> bool:
    """رُفض، أُعلن: a vowel mark on the first letter tells the passive."""
    doc, word = site.doc, site.doc.words[site.at]
    first = doc.tokens.starts[site.at] + len(word.form) - len(word.bare)
    return doc.text[first + 1 : first + 2] == "\u064f"


def _relayed_passive(site: Site) -> bool:
    """نُقل عن مصدر أن: nobody passes it on, but who said it is named."""
    return "relay" in site.entry.takes and site.at + 1 < site.limit and site.doc.words[site.at + 1].bare == "عن"


def _impersonal(site: Site) -> str | None:
    """يذكر أن، يتوقع أن without anybody before or after are the writer's formulas."""
    inflection = site.cue.inflection
    if inflection.tense == "past" and _has_damma(site) and not _relayed_passive(site):
        return "a passive"
    if _means(site) or _of_a_thing(site):
        return "a thing means or shows it, nobody says it"
    if (
        site.doc.words[site.at].bare == "تبين"
        and site.zone.source is None
        and site.left.topic is None
        and site.left.relative < 0
    ):
        return "it turned out"
    if (
        inflection.tense != "present"
        or not site.entry.impersonal
        or inflection.gender != "m"
        or inflection.number != "s"
    ):
        return None
    if inflection.person != 3 or site.left.topic is not None:
        return None
    marker = site.zone.marker
    if site.zone.source is None and (marker is None or marker.kind == CLAUSE):
        return "an impersonal formula"
    return None
