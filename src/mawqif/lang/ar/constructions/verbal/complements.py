"""A verb and what follows it: a clause, a quotation, a prepositional phrase, a noun of attitude, an object."""

from __future__ import annotations

from mawqif.lang.ar.constructions.verbal.parties import place_source, subject_and_object, told_of
from mawqif.lang.ar.lexis.deeds import is_deed_with_article
from mawqif.lang.ar.lexis.lexicon import folded
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft, chars
from mawqif.lang.ar.syntax.marker import CLAUSE, PHRASE, QUOTE, Marker, names_event
from mawqif.lang.ar.syntax.phrase import noun_phrase, surely_speaks
from mawqif.lang.ar.syntax.site import Site
from mawqif.lang.ar.syntax.zone import Range, attitude, deed_in

_ADDRESSED = 10
"""Most tokens of an addressee before the content."""
_DESCRIBES = 3
_WHAT = frozenset("ما بما عما فيما".split())
_RETURNING = {
    "عنه": "عن",
    "عنها": "عن",
    "به": "ب",
    "بها": "ب",
    "اليه": "إلى",
    "اليها": "إلى",
    "عليه": "على",
    "عليها": "على",
    "منه": "من",
    "منها": "من",
}
"""A preposition with the pronoun that takes up an antecedent → the preposition as entries write it."""


def read_complement(site: Site) -> Draft | str:
    """A clause, quotation or prepositional complement after the verb."""
    zone = site.zone
    if zone.marker is None:
        return zone.stop or "no complement"
    unfit = _unfit(site, zone.marker)
    if unfit is not None:
        return unfit
    subject, obj = subject_and_object(site)
    entry = site.entry
    if (
        obj is not None
        and zone.marker.preposition == "ل"
        and "noun" in entry.takes
        and _past_addressee(site, obj) > obj[0]
    ):
        return "the content comes first"
    if zone.marker.kind == PHRASE and entry.announces and subject is None and obj is not None:
        subject, obj = obj, None
    content, reach = site.content_of(zone.marker)
    draft = place_source(site.draft("verb-complement", content, reach), site, subject)
    if obj is not None and entry.object == "audience":
        draft.audience = chars(site.doc, obj)
    elif obj is not None and "noun" in entry.takes and (subject is not None or zone.marker.kind == PHRASE):
        return "the object comes first"
    elif obj is not None and subject is None and draft.source is None and zone.marker.kind != PHRASE:
        return f"«{site.doc.forms[obj[0]]}» does not speak"
    if zone.relayed is not None:
        _relay_inside(site, draft)
    return draft


def _unfit(site: Site, marker: Marker) -> str | None:
    """Why the complement that was found is not what the verb reports, or None."""
    if not _strict_enough(site):
        return "the verb needs a clause or quotation"
    if "light" in site.entry.takes and marker.kind == PHRASE and (site.entry.attitude or marker.preposition != "ب"):
        return "a light verb"
    no_object = not {"noun", "noun+", "topic", "light"} & set(site.entry.takes)
    if no_object and marker.kind == PHRASE and site.entry.heads and not _is_head(site, marker.first):
        return "another object than this verb reports with"
    if marker.kind == PHRASE and site.entry.object == "audience" and _makes_a_deed(site, marker.first):
        return "an idiom, nobody says it"
    if marker.kind == QUOTE and _quotes_its_object(site):
        return "the object stands in quotation marks"
    if "relay" in site.entry.takes and not _passes_on(site, marker):
        return "no medium right before its clause"
    if _has_its_object(site):
        return "the pronoun is its object, what follows belongs to another clause"
    if _too_far(site):
        return "the clause stands too far off for this verb"
    return None


def _passes_on(site: Site, marker: Marker) -> bool:
    """ونقلت الوكالة أن …: a medium that names nobody else, right before the clause."""
    doc, source = site.doc, site.zone.source
    if marker.kind == PHRASE:
        return True
    if marker.kind != CLAUSE or source is None or site.cue.inflection.pronoun:
        return False
    head, mention = doc.words[source[0]].head, doc.mentions.get(source[0] + (source[0] in doc.quotes))
    medium = head is not None and (head.kind == "media" or doc.words[source[0]].core.removeprefix("ال") == "وكاله")
    medium = medium or mention is not None and mention.entity.type == "media"
    beside = (
        doc.words[k].tag == "comma" or site.zone.when and k < site.zone.when[1]
        for k in range(source[1], marker.first - 1)
    )
    return medium and all(beside) and not any(doc.forms[k].startswith("عن") for k in range(*source))


def _is_head(site: Site, k: int) -> bool:
    return site.doc.words[k].core in folded(site.entry.heads)


def _strict_enough(site: Site) -> bool:
    marker = site.zone.marker
    return (
        not site.entry.strict
        or (marker is not None and marker.kind != PHRASE)
        or (marker is not None and (marker.first == site.at + 1 or marker.preposition + "+" in site.entry.takes))
    )


def _too_far(site: Site) -> bool:
    """لفت، أشار and their like want إلى before their clause; a bare أن is theirs only close by."""
    marker = site.zone.marker
    if marker is None or marker.kind != CLAUSE or "أن" in site.entry.takes or site.zone.said >= 0:
        return False
    if site.zone.channel is not None and marker.first <= site.zone.channel[1] + 2:
        return False
    return site.doc.words[marker.first - 2].tag != "preposition" and marker.first - site.at > (
        8 if site.zone.source is None else 22
    )


def _quotes_its_object(site: Site) -> bool:
    """إيران تواصل «تطوير أسلحتها»: a verb of other things too speaks before its subject, or with a colon."""
    marker = site.zone.marker
    assert marker is not None
    colon = site.doc.words[marker.first - 1].tag == "colon"
    return site.entry.transitive and site.left.topic is not None and not colon


def _has_its_object(site: Site) -> bool:
    """لتقرير نشرته الوكالة، أمس، يتبين أن …: the verb has its object; only an addressee (أبلغته أن) leaves room for a clause."""
    marker, entry = site.zone.marker, site.entry
    if not site.cue.inflection.pronoun or site.cue.is_participle or entry.object is not None or marker is None:
        return False
    if site.doc.words[site.at].form.endswith(("نا", "ني")):
        return False
    what = site.at > site.start and site.doc.words[site.at - 1].bare in _WHAT
    return marker.kind in (CLAUSE, PHRASE) and "topic" not in entry.takes and marker.first > site.at + 2 and not what


def _relay_inside(site: Site, draft: Draft) -> None:
    """ذكرت M، نقلاً عن Y، أن: Y is the source, M the intermediary."""
    medium = draft.source
    draft.source = site.zone.relayed
    if medium is not None:
        draft.via, draft.via_range = chars(site.doc, medium), medium
    draft.relayed = True


def read_attitude(site: Site) -> Draft | str:
    """أعرب عن قلقه، أبدى تأييده لـ، وجّه الشكر إلى: the noun is the content and decides the act."""
    entry = site.entry
    if not (entry.attitude or "light" in entry.takes):
        return "no light verb"
    subject, obj = subject_and_object(site)
    marker = site.zone.marker
    fits = (
        marker is not None and (marker.kind == PHRASE or marker.kind == QUOTE and marker.preposition) and entry.attitude
    )
    first = marker.first if marker is not None and fits else None
    if first is None and obj is not None:
        first = obj[0]
    if first is None and subject is not None and site.doc.words[subject[0]].act is not None:
        first, subject = subject[0], None
    if first is None:
        return "no noun of attitude"
    act = attitude(site.doc, first)
    if act is None:
        return f"«{site.doc.forms[first]}» is no noun of attitude"
    reach = site.reach(first, clause=False)
    skip = site.zone.marker.skip if site.zone.marker is not None and first == site.zone.marker.first else 0
    draft = site.draft("light-verb", [chars(site.doc, reach, skip)], reach, act)
    if first != getattr(site.zone.marker, "first", None):
        draft.audience = None
    return place_source(draft, site, subject)


def _clitics(site: Site, k: int) -> int:
    """Letters of conjunction and preposition before a noun."""
    word = site.doc.words[k]
    return len(word.form) - len(word.bare) + bool(word.preposition)


def read_referred(site: Site) -> Draft | str:
    """الحوار الذي أعلن عنه الرئيس، القمة التي دعا إليها X: a pronoun with the verb's preposition points back to the content."""
    doc, after = site.doc, site.at + 1
    before = doc.words[site.at - 1] if site.at > site.start else None
    plain = before is not None and not (before.tag or before.definite or before.cues)
    end = site.left.relative if site.left.relative >= 0 else site.at if plain else -1
    if (
        end < 0
        or doc.words[site.at].conjunction
        or after + 1 >= site.limit
        or _RETURNING.get(doc.words[after].bare) not in site.entry.takes
    ):
        return "no pronoun with the verb's preposition"
    if not surely_speaks(doc, after + 1):
        return "nobody is named after the pronoun"
    reach = told_of(doc, end, site.start)
    if reach is None:
        return "nothing to point back to"
    draft = site.draft("object-before", [chars(doc, reach, _clitics(site, reach[0]))], reach)
    draft.source = (after + 1, max(after + 2, noun_phrase(doc, after + 1, site.limit)))
    return draft


def read_object(site: Site) -> Draft | str:
    """A direct object is the content: رفض X التنحي، نفى صحة التقارير."""
    entry = site.entry
    if not {"noun", "noun+"} & set(entry.takes):
        return "takes no object"
    if site.cue.inflection.pronoun and site.cue.inflection.tense != "participle":
        return _object_before(site) if "noun" in entry.takes else "takes no object"
    subject, obj = subject_and_object(site)
    if obj is None and entry.object == "audience":
        return "no second phrase"
    if obj is None:
        return "no object"
    if site.doc.words[obj[0]].tag == "pronoun":
        return "no object"
    if entry.heads and not _is_head(site, obj[0]):
        return "another object than this verb reports with"
    if "noun" not in entry.takes and not names_event(site.doc, obj[0], site.limit, definite=True):
        return "the object names no event"
    if _makes_a_deed(site, obj[0]):
        return "a deed, not words"
    first = _past_addressee(site, obj)
    content, reach = site.content_of(Marker(PHRASE, first))
    own = entry.announces and attitude(site.doc, obj[0]) == "commit"
    draft = place_source(site.draft("verb-object", content, reach, "commit" if own else None), site, subject)
    if first > obj[0]:
        draft.audience = chars(site.doc, (obj[0], first))
    if "noun" not in entry.takes and site.cue.inflection.tense == "present" and draft.source is None:
        return "nobody is named who says it"
    return draft


def _past_addressee(site: Site, obj: Range) -> int:
    """ناشد العالم إنقاذ الجرحى: where the content begins behind those who are addressed."""
    if site.entry.object != "audience":
        return obj[0]
    second = site.zone.obj
    if second is not None and obj[0] < second[0] < obj[1]:
        return second[0]
    last = min(site.limit, obj[0] + _ADDRESSED)
    event = deed_in(site.doc, obj[0], last)
    definite = next(
        (k for k in range(obj[0] + 1, last if event is None else event) if _is_definite_deed(site.doc, k)), None
    )
    return next((k for k in (definite, event) if k is not None), obj[0])


def _is_definite_deed(doc: Document, k: int) -> bool:
    """ناشد الأهالي الابتعاد: a verbal noun with the article behind a definite noun, which it does not describe."""
    word, before = doc.words[k], doc.words[k - 1]
    plain = word.definite and not (word.tag or word.preposition or word.conjunction) and before.definite
    return plain and word.adjective < _DESCRIBES and is_deed_with_article(word.core.removeprefix("ال"))


def _makes_a_deed(site: Site, k: int) -> bool:
    """أعلن الحرب، أعلنت استقلالها: with this object the verb names a deed, not words."""
    core, deeds = site.doc.words[k].core.removeprefix("ال"), folded(site.entry.deeds)
    return any(core.removesuffix(pronoun) in deeds for pronoun in ("", "ه", "ها", "هم"))


def _object_before(site: Site) -> Draft | str:
    """القمة التي أيدها أوباما، هدنة أعلنها التحالف: the content stands before, the pronoun points back to it."""
    zone, left = site.zone, site.left
    if zone.source is None or not surely_speaks(site.doc, zone.source[0]):
        return "the object is a pronoun"
    end = left.relative if left.relative >= 0 else site.at
    if left.relative < 0 and (left.topic is not None or site.doc.words[site.at].conjunction):
        return "the object is a pronoun"
    reach = told_of(site.doc, end, site.start)
    if reach is None or not site.doc.words[reach[0]].tag and site.doc.words[reach[0]].core in ("ما", "لما"):
        return "the object is a pronoun"
    if any(draft.at == reach[0] for draft in site.drafts[-6:]):
        return "its noun is a cue of its own"
    if site.entry.act == "say" and site.doc.words[reach[0]].channel:
        return "what was published, not what was said"
    draft = site.draft("object-before", [chars(site.doc, reach, _clitics(site, reach[0]))], reach)
    draft.source = zone.source
    return draft
