"""Whose position a speaker can express: the state or organisation he names, where his title can speak for it."""

from __future__ import annotations

from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.who.nouns import head_stem, stem_of
from mawqif.lang.ar.who.phrase import Phrase
from mawqif.lang.ar.who.titles import only_state, organisation_nisba, titles
from mawqif.world import Mention

_ENVOYS = frozenset("مبعوث مبعوثه وسيط موفد".split())
_STATE_ORGANS = frozenset(
    "وزاره حكومه هيئه جيش رئاسه مجلس برلمان دستور قانون مكتب حكومي رسمي عسكري مركزي بريد جمارك بعثه".split()
)
_MEETINGS = frozenset("اجتماع قمه موتمر محادثات مفاوضات".split())
_MEMBERS = frozenset("اعضاء نواب وزراء قاده زعماء سفراء".split())
_CAMPAIGN = "حمله"
_UNITS = frozenset("لجنه مجلس اداره قسم هيئه مكتب".split())
_ARMED = frozenset("اركان قوات جيش حرس امن شرطه".split())
_TOWARDS = frozenset("الي لدي في ل".split())
_ABROAD = _ENVOYS | frozenset(
    "سفير سفيره ممثل ممثله مندوب مندوبه قنصل منسق منسقه ملحق بعثه وفد دبلوماسي دبلوماسيه دبلوماسيون دبلوماسيين".split()
)
_OF_GOVERNMENTS = frozenset("بيان قرار مرسوم".split())
"""Documents that are a government's where an adjective tells whose they are."""
_OF_MEMBERS = frozenset("نقابه اتحاد رابطه جمعيه".split())
_BELONGING = frozenset("التابع التابعه".split())
_SPOKEN_TO = ("ل", "لل")


def actor_of(doc: Document, phrase: Phrase) -> str | None:
    """The actor that the phrase itself names, None where it names none or its holder speaks for nobody."""
    if phrase.several or phrase.kind in ("media", "group") or is_private(doc, phrase):
        return None
    if phrase.kind == "document" and phrase.head in titles("picture"):
        return None
    for stem in phrase.heads:
        if stem in only_state() and phrase.kind == "person":
            return only_state()[stem]
    if phrase.kind in ("person", "anonymous") and not phrase.heads & titles("official") and not _nisba(phrase):
        return None
    for mention in sorted(phrase.mentions, key=lambda m: (_is_where(doc, m), not _owns(doc, m))):
        if not _counts(phrase, mention) or phrase.kind == "anonymous" and _is_told(doc, mention.first - 1):
            continue
        if _taken_sides(doc, mention, phrase.reach[0]):
            return None
        if mention.entity.type == "organisation" and _of_ministry(doc, phrase.reach[0], mention.first):
            return None
        if mention.entity.type == "organisation" and (phrase.kind != "state" or phrase.head == "دول"):
            return mention.entity.actor
        if mention.entity.type == "state" and _speaks_for_state(doc, phrase, mention):
            return mention.entity.actor
    by_adjective = next((code for stem, code in organisation_nisba().items() if stem in phrase.qualifiers), None)
    return by_adjective or ("UN" if _is_un_envoy(phrase) else None)


def _is_at(doc: Document, k: int) -> bool:
    """البعثة لدى الحلف (الناتو): behind لدى, or in brackets behind what stands there."""
    if k > 0 and doc.words[k].tag == "open":
        before = next((m for m in doc.mentions.values() if m.last == k), None)
        return before is not None and _is_at(doc, before.first - 1)
    return k >= 0 and doc.words[k].bare == "لدي"


def _is_told(doc: Document, k: int) -> bool:
    """مصادر لـ«المستقبل»: what stands in marks behind لـ is whom they spoke to."""
    return k > 0 and (k in doc.quotes or doc.words[k].tag == "open") and doc.words[k - 1].bare == "ل"


def _owns(doc: Document, mention: Mention) -> bool:
    """مكتب شؤون قبرص التابع لمجلس الوزراء اليوناني: what a body belongs to tells more than what it deals with."""
    told = range(max(0, mention.first - 3), mention.first)
    return mention.entity.type == "state" and any(doc.words[k].core in _BELONGING for k in told)


def _of_ministry(doc: Document, first: int, last: int) -> bool:
    """Whether a ministry stands before the name (وكيل وزارة الكهرباء رئيس مجلس إدارة الشركة)."""
    return any(stem_of(doc.words[k]) == "وزاره" for k in range(first, last))


def _is_where(doc: Document, mention: Mention) -> bool:
    """Whether somebody works there, not for it: مسؤول البقاع في حزب الله، ممثل الائتلاف في واشنطن، البعثة لدى الحلف."""
    if mention.form in ("adjective", "people"):
        return False
    if mention.entity.type != "state":
        return any(
            stem_of(doc.words[k]) in _ABROAD for k in range(max(0, mention.first - 4), mention.first)
        ) and _is_at(doc, mention.first - 1)
    before = doc.words[mention.first - 1] if mention.first else None
    inside = mention.clitic == "ب" or before is not None and before.bare in ("في", "لدي")
    return inside or mention.form == "place"


def _counts(phrase: Phrase, mention: Mention) -> bool:
    """Whether a mention may be the actor: no part of the personal name, no word that only may be an organisation."""
    if phrase.run is not None and phrase.run[0] <= mention.first < phrase.run[1]:
        return False
    national = (m for m in phrase.mentions if m.first == mention.last and m.form == "adjective")
    if mention.loose and mention.entity.type == "organisation" and any(m.entity.type == "state" for m in national):
        return False
    if not mention.loose or mention.entity.type == "state" or mention.form == "adjective":
        return True
    return mention.last - mention.first > 1 or mention.first == phrase.reach[0]


def _nisba(phrase: Phrase) -> bool:
    return any(m.entity.type == "organisation" for m in phrase.mentions) and phrase.head in ("ناطق", "متحدث", "قيادي")


def is_private(doc: Document, phrase: Phrase) -> bool:
    """A private person, or somebody who left the office; people of an institution that nobody's position depends on."""
    if phrase.kind not in ("person", "anonymous"):
        return False
    return (
        is_nobodys(doc, phrase)
        or _heads_institution(doc, phrase)
        and not any(m.entity.type == "organisation" and not m.loose for m in phrase.mentions)
    )


def is_nobodys(doc: Document, phrase: Phrase) -> bool:
    """A private person, or somebody who left the office, whatever institution stands in the title."""
    if _title_of(doc, phrase) in titles("private") or _left_office(doc, phrase) or _of_medium(doc, phrase):
        return True
    return any(_taken_sides(doc, m, phrase.reach[0]) for m in phrase.mentions) or _one_of_many(doc, phrase)


def _one_of_many(doc: Document, phrase: Phrase) -> bool:
    """أحد المشاركين في اجتماع المجلس: one of a public, not one of its members."""
    if phrase.head not in ("احد", "احدي") or phrase.reach[1] - phrase.reach[0] < 2:
        return False
    word = doc.words[phrase.reach[0] + 1]
    return word.head is not None and word.head.kind == "group" and stem_of(word) not in _MEMBERS


def _title_of(doc: Document, phrase: Phrase) -> str:
    """The first title: the head, or the first noun that follows a name (هرئيل المحلل العسكري)."""
    if phrase.run is None or phrase.run[0] > phrase.reach[0]:
        return phrase.head
    after = range(phrase.run[1], min(phrase.run[1] + 3, phrase.reach[1]))
    return next((head_stem(doc, k) for k in after if doc.words[k].head is not None), phrase.head)


def _of_medium(doc: Document, phrase: Phrase) -> bool:
    """The staff of a medium (مدير مكتب رويترز في العراق), not who speaks to it (المتحدث باسم الحكومة لرويترز)."""
    told = (
        m for m in phrase.mentions if m.entity.type != "platform" and not m.loose and not m.clitic.endswith(_SPOKEN_TO)
    )
    first = next((m for m in told if doc.words[m.first - 1].bare != "ل"), None)
    return first is not None and first.entity.type == "media"


def _left_office(doc: Document, phrase: Phrase) -> bool:
    first, last = phrase.reach
    stems = {stem_of(w) for w in doc.words[first:last]}
    return bool(stems & titles("former"))


def _heads_institution(doc: Document, phrase: Phrase) -> bool:
    """The first noun after the title is an institution of no state (مدير مركز، عميد كلية، المتحدث باسم أهالي)."""
    first, last = phrase.reach
    if phrase.run is not None and phrase.run[0] == first:
        first = phrase.run[1]
    seen = 0
    for k in range(first, min(last, first + 12)):
        word = doc.words[k]
        stem = stem_of(word)
        if phrase.run is not None and phrase.run[0] <= k < phrase.run[1] or seen and stem in _UNITS:
            continue
        if stem in titles("institution"):
            mention = doc.mentions.get(k)
            return not (mention is not None and mention.entity.type == "state" or _of_state(doc, k, last))
        if (
            word.head is not None
            and word.head.kind in ("body", "state")
            or (m := doc.mentions.get(k)) is not None
            and m.form != "adjective"
        ):
            return False
        seen += word.head is not None
    return False


def _of_state(doc: Document, first: int, last: int) -> bool:
    """A central bank, an academy or hospital of the armed forces is the state's."""
    if first + 1 < last and stem_of(doc.words[first + 1]) == "مركزي":
        return True
    return any(stem_of(w) in _ARMED for w in doc.words[first:last])


def _taken_sides(doc: Document, mention: Mention, first: int) -> bool:
    """مؤيد لـ X، معارضة لحكومة X، من أصل X: X is not who speaks."""
    stance = titles("stance")
    for k in range(max(first, mention.first - 2), mention.first + 1):
        if k < mention.first and (stem_of(doc.words[k]) in stance - {"من"} or doc.words[k].bare == "اصل"):
            return True
    return False


def _has_author(doc: Document, phrase: Phrase) -> bool:
    """Whether a document names a body that made it (تقرير وكالة البيئة بالسويد)."""
    made = (doc.words[k].head for k in range(phrase.reach[0] + 1, phrase.reach[1]))
    return any(head is not None and head.kind in ("body", "organisation") for head in made)


def _speaks_for_state(doc: Document, phrase: Phrase, mention: Mention) -> bool:
    if phrase.kind in {"state", "body"}:
        return True
    if phrase.head == _CAMPAIGN:
        return False
    staged = _is_where(doc, mention) or doc.words[mention.first - 1].core in _MEETINGS
    if phrase.kind == "document" and staged and not _has_author(doc, phrase):
        return False
    if phrase.kind in ("organisation", "document"):
        if phrase.head in _OF_MEMBERS:
            return False
        if phrase.head in _OF_GOVERNMENTS and mention.form == "adjective":
            return True
        organs = {stem_of(w) for w in doc.words[phrase.reach[0] : phrase.reach[1]]}
        return mention.form != "adjective" and phrase.kind == "document" or bool(organs & _STATE_ORGANS)
    if mention.form in ("adjective", "people"):
        return True
    before = doc.words[mention.first - 1]
    if phrase.head in ("سفير", "سفيره") and not phrase.definite:
        return before.bare not in ("في", "لدي")
    towards = (
        before.bare in _TOWARDS or doc.words[mention.first].preposition == "ل" or mention.clitic.endswith(("ل", "ب"))
    )
    return not (towards and phrase.heads & _ABROAD and before.bare != "باسم" and mention.form != "metonym")


def _is_un_envoy(phrase: Phrase) -> bool:
    """An envoy or mediator without a sender in his title is the United Nations'."""
    return (
        phrase.kind == "person"
        and bool(phrase.heads & _ENVOYS)
        and bool(phrase.mentions or "مشترك" in phrase.qualifiers or "خاص" in phrase.qualifiers)
    )
