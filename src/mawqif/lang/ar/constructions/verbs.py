"""Finite verbs and adverbial participles that report: قال X إن، X أكد أن، مشيراً إلى، دعا X إلى Y، اتهم X بـ Y."""

from __future__ import annotations

from mawqif.lang.ar.constructions.base import Construction
from mawqif.lang.ar.constructions.accordance import clause_start
from mawqif.lang.ar.constructions.parties import antecedent, place_source, subject_and_object
from mawqif.lang.ar.draft import Draft, chars
from mawqif.lang.ar.extent import trim_end
from mawqif.lang.ar.marker import CLAUSE, PHRASE, QUOTE
from mawqif.lang.ar.phrase import can_speak, noun_phrase, surely_speaks
from mawqif.lang.ar.site import Site
from mawqif.lang.ar.zone import Range, attitude

_NEGATED_ATTITUDES = frozenset(("istabada", "raa", "itaqada", "tawaqqaa", "zanna"))
_REFLEXIVE = frozenset("اياه اياها اياهم نفسه نفسها انفسهم".split())


def not_adverbial(site: Site) -> str | None:
    """A form that may be a participle is a noun or adjective after a preposition, or where nothing parts it off."""
    if not site.cue.is_participle or site.at == site.start:
        return None
    doc, word = site.doc, site.doc.words[site.at]
    before = doc.words[site.at - 1]
    if before.tag == "preposition" and not word.conjunction:
        return "a noun after a preposition"
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
    if word.noun < 3 or site.cue.is_participle or word.conjunction or at == site.start or site.left.topic is not None:
        return False
    before = doc.words[at - 1]
    source = site.zone.source
    if word.verb >= word.noun and before.tag != "coordinate" and source is not None and surely_speaks(doc, source[0]):
        return False
    return before.tag in ("", "number", "coordinate", "demonstrative", "prepositional") and (at - 1) not in doc.closers


def refusal(site: Site) -> str | None:
    """Why a verb reports nothing here, or None: negated, conditional, impersonal."""
    left, entry = site.left, site.entry
    adverbial = not_adverbial(site)
    if adverbial is not None:
        return adverbial
    if _a_noun(site):
        return "a noun here"
    if left.particle_pronoun and site.cue.inflection.tense == "present" and site.cue.inflection.person == 3:
        return "the speaker's own attitude"
    if left.negation and entry.id not in _NEGATED_ATTITUDES:
        return f"negated by «{left.negation}»"
    if left.what and not entry.naming and entry.id not in ("wasafa", "itabara") and site.doc.words[max(left.start - 2, site.start)].form != "علي":
        return "a clause with ما"
    if left.start > site.start and site.doc.words[left.start - 1].tag == "condition":
        return "a condition"
    if site.cue.inflection.person == 1 and site.cue.inflection.tense == "present":
        return "the speaker's own first person"
    if site.at > site.start and _after_preposition(site):
        return "a noun after a preposition"
    if site.at > site.start and site.doc.words[site.at - 1].core in ("الجدير", "جدير"):
        return "the writer's formula"
    if _not_yet(site):
        return "not said yet"
    return _impersonal(site)


def _not_yet(site: Site) -> bool:
    """After أن, سوف, لو a verb tells no fact, except سبق أن."""
    doc, at = site.doc, site.at
    if at == site.start or doc.words[at - 1].form not in ("سوف", "لن", "ان", "لو", "اذا", "وان"):
        return False
    return not (at - 2 >= site.start and doc.words[at - 2].bare in ("سبق", "بعد", "منذ"))


def _means(site: Site) -> bool:
    """يشير إلى أن، يدل على أن without a speaker tell what a fact means, not what anybody said."""
    if site.entry.id not in ("ashara", "dalla", "azhara") or site.cue.inflection.tense != "present":
        return False
    return site.zone.source is None and site.left.topic is None and not site.doc.words[site.at].conjunction and site.left.relative < 0


def _after_preposition(site: Site) -> bool:
    before, word = site.doc.words[site.at - 1], site.doc.words[site.at]
    if word.bare in ("قبل", "بعد"):
        return True
    if site.cue.is_participle or word.conjunction and word.tag != "preposition":
        return False
    return (before.tag == "preposition" and before.bare not in ("حتي", "بعد", "قبل", "منذ", "حين")) or word.tag == "preposition" and not _clause_follows(site)


def _clause_follows(site: Site) -> bool:
    """عبّر، بيّن are prepositions too: they are verbs where a speaker and a clause (or عن) follow."""
    marker = site.zone.marker
    if marker is not None and marker.preposition == "عن" and (site.left.relative >= 0 or site.left.topic is not None):
        return True
    if site.zone.source is not None and site.zone.source[0] != site.at + 1:
        return False
    if marker is None or site.zone.source is None:
        return marker is not None and marker.kind == CLAUSE and marker.first <= site.at + 3
    return (marker.kind in (CLAUSE, QUOTE) or marker.preposition == "عن") and surely_speaks(site.doc, site.zone.source[0])


def _impersonal(site: Site) -> str | None:
    """يذكر أن، يتوقع أن without anybody before or after are the writer's formulas."""
    inflection = site.cue.inflection
    if _means(site):
        return "something means something"
    if inflection.tense != "present" or not site.entry.impersonal or inflection.gender != "m" or inflection.number != "s":
        return None
    if inflection.person != 3 or site.left.topic is not None:
        return None
    marker = site.zone.marker
    if site.zone.source is None and (marker is None or marker.kind == CLAUSE):
        return "an impersonal formula"
    return None


def _strict_enough(site: Site) -> bool:
    marker = site.zone.marker
    return not site.entry.strict or (marker is not None and marker.kind != PHRASE) or (marker is not None and marker.first == site.at + 1)


def read_complement(site: Site) -> Draft | str:
    """A clause, quotation or prepositional complement after the verb."""
    zone = site.zone
    if zone.marker is None:
        return zone.stop or "no complement"
    if not _strict_enough(site):
        return "the verb needs a clause or quotation"
    if "light" in site.entry.takes and zone.marker.kind == PHRASE and (site.entry.attitude or zone.marker.preposition != "ب"):
        return "a light verb"
    if _too_far(site):
        return "the clause stands too far off for this verb"
    subject, obj = subject_and_object(site)
    entry = site.entry
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


def _too_far(site: Site) -> bool:
    """لفت، أشار and their like want إلى before their clause; a bare أن is theirs only close by."""
    marker = site.zone.marker
    if marker is None or marker.kind != CLAUSE or "أن" in site.entry.takes or site.zone.said >= 0:
        return False
    return site.doc.words[marker.first - 2].tag != "preposition" and marker.first - site.at > (8 if site.zone.source is None else 22)


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
    fits = marker is not None and (marker.kind == PHRASE or marker.kind == QUOTE and marker.preposition) and entry.attitude
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


def read_object(site: Site) -> Draft | str:
    """A direct object is the content: رفض X التنحي، نفى صحة التقارير."""
    entry = site.entry
    if "noun" not in entry.takes:
        return "takes no object"
    if site.cue.inflection.pronoun and site.cue.inflection.tense != "participle":
        return _object_before(site)
    subject, obj = subject_and_object(site)
    if obj is None and entry.object == "audience":
        return "no second phrase"
    if obj is None:
        return "no object"
    if entry.heads and site.doc.words[obj[0]].core not in _folded(entry.heads):
        return "another object than this verb reports with"
    if entry.announces and site.doc.words[obj[0]].core.removeprefix("ال") in ("حرب", "معركه", "نفير", "حداد", "طوارئ"):
        return "a deed, not words"
    reach = site.reach(obj[0], clause=False)
    return place_source(site.draft("verb-object", [chars(site.doc, reach)], reach), site, subject)


def _object_before(site: Site) -> Draft | str:
    """القمة التي أيدها أوباما، هدنة أعلنها التحالف: the content stands before, the pronoun points back to it."""
    zone, left = site.zone, site.left
    if zone.source is None or not surely_speaks(site.doc, zone.source[0]):
        return "the object is a pronoun"
    end = left.relative if left.relative >= 0 else site.at
    if left.relative < 0 and (left.topic is not None or site.doc.words[site.at].conjunction):
        return "the object is a pronoun"
    reach = antecedent(site.doc, end, site.start)
    if reach is None:
        return "the object is a pronoun"
    draft = site.draft("object-before", [chars(site.doc, reach)], reach)
    draft.source = zone.source
    return draft


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    from mawqif.text.fold import fold_word

    return frozenset(fold_word(w) for w in words)


def read_topic(site: Site) -> Draft | str:
    """Something said of somebody: اتهم X بـ Y، وصف X بأنه Y، اعتبر X Y; an attached pronoun stays outside."""
    entry = site.entry
    if "topic" not in entry.takes:
        return "says nothing of an object"
    doc, marker = site.doc, site.zone.marker
    if marker is not None and marker.kind in (CLAUSE, QUOTE) and "أن" in entry.takes and not site.cue.inflection.pronoun:
        return "a clause follows"
    if site.cue.inflection.pronoun or site.left.what or doc.words[min(site.at + 1, site.limit - 1)].form in _REFLEXIVE:
        return _of_pronoun(site)
    subject, obj = subject_and_object(site)
    if obj is None:
        return "no object"
    if entry.heads and not any(doc.words[k].core in _folded(entry.heads) for k in range(obj[0], min(site.limit, obj[0] + 12))):
        return "another object than this verb reports with"
    if entry.impersonal and site.cue.inflection.tense == "present" and site.left.topic is None:
        return "a passive"
    reach = site.reach(obj[0], clause=False)
    if not _predicates(site, reach):
        return "nothing is said of the object"
    return place_source(site.draft("verb-topic", [chars(doc, reach)], reach), site, subject)


def _predicates(site: Site, reach: Range) -> bool:
    """Whether something follows the object that may be said of it."""
    doc = site.doc
    if site.entry.id in ("itabara", "raa", "hammala"):
        return reach[1] - reach[0] >= 2
    wanted = {"إلى": "الي"}.get(site.entry.needs or "ب", site.entry.needs or "ب")
    return any(
        doc.words[k].preposition == wanted or doc.words[k].bare == wanted or (wanted == "ب" and doc.forms[k].startswith("بان"))
        for k in range(reach[0] + 1, reach[1])
    )


def _of_pronoun(site: Site) -> Draft | str:
    """وصفه بـ Y، ما أسماه Y: the pronoun stays outside, only Y is content."""
    doc, k = site.doc, site.at + 1
    subject: Range | None = None
    while k < site.limit and k <= site.at + 14:
        word = doc.words[k]
        if word.form in _REFLEXIVE:
            k += 1
            continue
        if word.preposition == "ب" or word.bare in ("ب", "بانه", "بانها", "بانهم", "بان", "انه", "انها", "انهم"):
            skip = len(word.form) - len(word.bare) + 1 if word.preposition else 0
            first = k if word.preposition else k + 1
            return _pronoun_draft(site, first, skip, subject)
        if subject is None and k == site.at + 1 and not word.tag and k not in doc.quotes:
            end = noun_phrase(doc, k, site.limit, tight=True, stops=("ب",))
            if end > k and can_speak(doc, k, end) and (site.entry.naming is False or end < site.limit and (end in doc.quotes)):
                subject, k = (k, end), end
                continue
        if site.entry.naming or site.left.what or site.entry.id == "itabara":
            return _pronoun_draft(site, k, 0, subject)
        k += 1
    return "nothing is said of the pronoun"


def _pronoun_draft(site: Site, first: int, skip: int, subject: Range | None) -> Draft | str:
    doc = site.doc
    if first >= site.limit:
        return "no content"
    if first in doc.quotes and doc.quotes[first].closed and doc.quotes[first].last < site.limit:
        inner = (first + 1, trim_end(doc, first + 1, doc.quotes[first].last))
        return place_source(site.draft("naming", [chars(doc, inner)], inner), site, subject)
    reach = site.reach(first, clause=False)
    return place_source(site.draft("naming", [chars(doc, reach, skip)], reach), site, subject)


def read_as_verb(site: Site) -> Draft | str:
    """…، على ما أوضح X؛ كما قال X: the clause before is the content."""
    doc, at = site.doc, site.at
    k = at - 1
    while k > site.start and doc.words[k].tag == "auxiliary":
        k -= 1
    if doc.words[k].form == "ما" and k - 1 > site.start and doc.words[k - 1].form == "علي":
        k -= 1
    elif doc.words[k].form not in ("كما", "مثلما"):
        return "no clause before it"
    if not {"أن", "«"} <= set(site.entry.takes):
        return "not a verb of saying"
    if k - 4 < site.start or site.zone.marker is not None and site.zone.marker.kind != PHRASE:
        return "the content follows"
    speaks = site.zone.source is not None and can_speak(doc, *site.zone.source)
    if doc.words[k].form != "علي" and not (doc.words[k - 1].tag == "comma" and speaks):
        return "a comparison"
    if any(d.at >= site.start and d.reach[0] < k and k - 3 <= d.reach[1] <= k + 1 for d in site.drafts[-8:]):
        return "a second cue of the same content"
    subject = site.zone.source
    first = clause_start(doc, site.drafts, site.start, k)
    reach = (first, trim_end(doc, first, k))
    drop = 1 if doc.words[first].conjunction else 0
    draft = site.draft("as-verb", [chars(doc, reach, drop)], reach)
    draft.source = subject
    return draft


def read_leading(site: Site) -> Draft | str:
    """ومثلما قالت X، فإن …: the content follows after فإن."""
    doc, at = site.doc, site.at
    if at == site.start or doc.words[at - 1].bare not in ("مثلما", "كما", "حسبما"):
        return "no comparison before it"
    for k in range(at + 1, min(site.limit, at + 20)):
        if doc.words[k].tag == "that" and doc.forms[k][0] == "ف" and k + 1 < site.limit:
            reach = site.reach(k + 1, clause=True)
            return place_source(site.draft("as-verb", [chars(doc, reach)], reach), site, site.zone.source)
    return "nothing follows"


def read_inverted(site: Site) -> Draft | str:
    """«…»، قال X: the quotation stands before its verb."""
    doc, at = site.doc, site.at
    before = at - 1
    if before > site.start and doc.words[before].bare == "هكذا":
        before -= 1
    if before > site.start and doc.words[before].tag == "comma":
        before -= 1
    opener = doc.closers.get(before)
    if opener is None or opener < site.start or "«" not in site.entry.takes or not doc.is_speech(opener):
        return "no quotation before the verb"
    zone = site.zone
    if zone.marker is not None and zone.marker.kind in (CLAUSE, QUOTE):
        return "the content follows"
    if any(d.reach[0] <= opener + 1 < d.reach[1] for d in site.drafts[-6:]):
        return "the quotation has a cue of its own"
    first = opener + 2 if doc.words[opener + 1].tag == "that" and doc.forms[opener + 1].startswith("ان") else opener + 1
    inner = (first, max(first + 1, trim_end(doc, first, before)))
    draft = site.draft("inverted", [chars(doc, inner)], inner)
    draft.source = zone.source
    return draft


def read_record(site: Site) -> Draft | str:
    """جاء في التقرير أن …: the document is the source."""
    if "record" not in site.entry.takes:
        return "no record"
    doc, k = site.doc, site.at + 1
    while k < site.limit and doc.words[k].tag == "comma":
        k += 1
    if k + 1 < site.limit and doc.words[k].bare in ("فيه", "فيها") and doc.words[k + 1].tag == "that":
        return _recorded_in_it(site, k + 2)
    if k + 1 >= site.limit or doc.words[k].bare not in ("في", "ب", "علي"):
        return "no document after the verb"
    from mawqif.lang.ar.marker import marker_at

    end = k + 1
    while end < site.limit:
        marker = marker_at(doc, end, site.limit, ("أن", "«", ":"))
        if marker is not None:
            content, reach = site.content_of(marker)
            draft = site.draft("record", content, reach)
            draft.source, draft.channel, draft.audience, draft.record = (k + 1, _phrase_end(site, k + 1, end)), None, None, True
            return draft
        if doc.words[end].tag == "comma" and end > k + 12:
            break
        end += 1
    return "the document says nothing"


def _recorded_in_it(site: Site, first: int) -> Draft | str:
    """… مقالاً جاء فيه أن: the document stands before."""
    doc = site.doc
    if first >= site.limit:
        return "nothing follows"
    reach = site.reach(first, clause=True)
    draft = site.draft("record", [chars(doc, reach)], reach)
    for k in range(site.at - 1, max(site.start, site.at - 25) - 1, -1):
        head = doc.words[k].head
        if head is not None and head.kind == "document" and not doc.words[k].tag:
            draft.antecedent = (k, max(k + 1, noun_phrase(doc, k, site.at)))
            break
    draft.resumptive = False
    return draft


def _phrase_end(site: Site, first: int, end: int) -> int:
    k = noun_phrase(site.doc, first, end)
    if k < end and site.doc.words[k].tag == "relative":
        return next((j for j in range(k, end) if site.doc.words[j].tag == "comma"), end)
    return k if k > first else end


def read_relay(site: Site) -> Draft | str:
    """نقلت M عن Y قوله إن …: Y is the source, M the intermediary."""
    if "relay" not in site.entry.takes:
        return "no relay"
    doc, at = site.doc, site.at
    end = noun_phrase(doc, at + 1, site.limit, stops=("عن",))
    medium: Range | None = (at + 1, end) if end > at + 1 else site.left.topic
    k = end
    while k < site.limit and k < end + 8 and doc.words[k].bare != "عن":
        k += 1
    if k + 1 >= site.limit or doc.words[k].bare != "عن":
        return "nobody is relayed"
    stop = noun_phrase(doc, k + 1, site.limit)
    return _relayed(site, medium, (k + 1, stop))


def _relayed(site: Site, medium: Range | None, source: Range) -> Draft | str:
    from mawqif.lang.ar.zone import ZoneReader

    doc = site.doc
    reader = ZoneReader(doc, source[1], site.limit, ("أن", "«", ":"), objects=False)
    zone = reader.read()
    cue_at = site.at
    for k in range(source[1], min(site.limit, source[1] + 14)):
        if any(c.is_noun and c.inflection.pronoun for c in doc.words[k].cues):
            cue_at = k
            break
        if zone.marker is not None and k >= zone.marker.first:
            break
    if cue_at != site.at and zone.marker is None:
        zone = ZoneReader(doc, cue_at + 1, site.limit, ("أن", "«", ":", "ب", "إلى", "على"), objects=False).read()
    if zone.marker is None:
        return "the relayed words are missing"
    content, reach = site.content_of(zone.marker)
    draft = site.draft("relay", content, reach)
    draft.audience, draft.channel, draft.when = None, chars(doc, zone.channel) if zone.channel else None, zone.when
    if cue_at != site.at:
        from mawqif.lang.ar.draft import cue_chars

        noun = next(c for c in doc.words[cue_at].cues if c.is_noun)
        draft.cue, draft.at, draft.act = cue_chars(doc, cue_at), cue_at, noun.entry.act
    draft.source = source
    if medium is not None:
        draft.via, draft.via_range = chars(doc, medium), medium
    return draft


VERB_CONSTRUCTIONS: tuple[Construction, ...] = (
    Construction(id="relay", meaning="A medium passes on what somebody said.", wakes="verb", read=read_relay, yes=()),
    Construction(id="as-verb", meaning="The clause before «كما قال X» is what was said.", wakes="verb", read=read_as_verb, yes=()),
    Construction(id="as-verb-leading", meaning="«ومثلما قالت X، فإن …»: the content follows.", wakes="verb", read=read_leading, yes=()),
    Construction(id="record", meaning="A document says something.", wakes="verb", read=read_record, yes=()),
    Construction(id="inverted", meaning="A quotation stands before its verb.", wakes="verb", read=read_inverted, yes=()),
    Construction(id="light-verb", meaning="A light verb and a noun of attitude.", wakes="verb", read=read_attitude, yes=()),
    Construction(id="verb-topic", meaning="Something is said of somebody.", wakes="verb", read=read_topic, yes=()),
    Construction(id="verb-complement", meaning="A clause, quotation or prepositional phrase follows.", wakes="verb", read=read_complement, yes=()),
    Construction(id="verb-object", meaning="The direct object is what is said.", wakes="verb", read=read_object, yes=()),
)
