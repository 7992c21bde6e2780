"""The stretch between a cue and what was said, and what may open or close it."""

from __future__ import annotations

import msgspec

from mawqif.lang.ar.lexis.closed import HONOURS, MANNERS
from mawqif.lang.ar.lexis.deeds import is_deed
from mawqif.lang.ar.lexis.shape import owned_noun
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.marker import CLAUSE, Marker, is_clause_particle, is_own, marker_at
from mawqif.lang.ar.syntax.phrase import is_name, is_verb, noun_phrase
from mawqif.model import Act

Range = tuple[int, int]
MANNER = frozenset(
    "اغلبيه غالبيه اجماع الاجماع الاغلبيه شكل صوره وضوح قوه شده حضور مناسبه اسم الطبع الفعل الذات نفسه نفسها دوره دورها الوقت نفس ذات صفته صفتها وصفه وصفها حسب سبب عنوان جانب الاضافه التزامن الاتفاق".split()
)
_FORCE = frozenset(("قوه", "شده", "وضوح"))
_ASKING = frozenset(
    "طالبا طالبه طالبين طلب طلبت طلبوا مشترطا مشترطه اشترط اشترطت اشترطوا فضل فضلت مفضلا رفض رفضت رافضا رافضه رافضين".split()
)
_IDENTITY = frozenset("اسمه اسمها اسمهم اسمائهم اسماءهم هويته هويتها هويتهم هوياتهم".split())
_INTENSE = frozenset("رساله برقيه كلمات عبارات بالغ عميق خالص كامل شديد اسمي احر صادق عظيم اشد كل شيئا من بعض".split())
_SO_CALLED = frozenset("يسمي تسمي يعرف تعرف يدعي تدعي".split())
_REMARK = 14
"""Most tokens of a participle's remark between commas."""
_ADJECTIVE = 3
_GIVEN = 3
_UTTERED = frozenset("بيان تصريح تصريحات تقرير تغريده تدوينه منشور بلاغ حديث مقابله مصادر مصدر".split())
"""Nouns after which a verbal noun is no idafa: the event is what was uttered (في بيان مقتل …)."""


class Zone(msgspec.Struct):
    """What stands between cue and content; token ranges. `obj` is a second noun phrase (object or audience)."""

    source: Range | None = None
    obj: Range | None = None
    audience: Range | None = None
    audience_skip: int = 0
    channel: Range | None = None
    when: Range | None = None
    relayed: Range | None = None
    marker: Marker | None = None
    stop: str = ""
    said: int = -1
    end: int = 0


def anonymity(doc: Document, i: int, limit: int) -> int | None:
    """Where a request not to be named ends that begins at `i` (طالباً عدم كشف هويته), or None."""
    if doc.words[i].bare not in _ASKING:
        return None
    if doc.words[i].bare.startswith(("رافض", "رفض")):
        return next((k + 1 for k in range(i + 1, min(limit, i + 5)) if doc.words[k].core in _IDENTITY), None)
    denial = next((k for k in range(i + 1, min(limit, i + 3)) if doc.words[k].core in ("عدم", "الا")), None)
    if denial is None:
        return None
    end = next((k + 1 for k in range(denial + 1, min(limit, denial + 6)) if doc.words[k].core in _IDENTITY), None)
    if end is not None and end < limit and doc.words[end].bare.startswith("لان"):
        return next((k for k in range(end, limit) if doc.words[k].tag == "comma"), end)
    return end


def attitude(doc: Document, i: int) -> Act | None:
    """The act of the noun of attitude at `i`; quotation marks and an intensifier (بالغ قلقه) may stand before it."""
    while i < len(doc.words) and (i in doc.quotes or doc.words[i].core in _INTENSE):
        i += 1
    return doc.words[i].act if i < len(doc.words) else None


def attitude_at(doc: Document, i: int) -> bool:
    """Whether a noun of attitude stands at `i`."""
    return attitude(doc, i) is not None


def deed_in(doc: Document, first: int, end: int) -> int | None:
    """Where, in what was read as one phrase, the reported event begins (في بيان مقتل …، من الحزب توقيع …), or None."""
    inside = (k for k in range(first + 1, end) if k + 1 < len(doc.words) and doc.quoted[k] == doc.quoted[first])
    return next((k for k in inside if _event_begins(doc, k)), None)


def _event_begins(doc: Document, k: int) -> bool:
    word, before = doc.words[k], doc.words[k - 1]
    if before.core == "العبارات" and word.definite:
        return True
    if word.tag == "demonstrative":
        return before.definite and doc.words[k + 1].definite and before.tag == ""
    named = k in doc.mentions and doc.mentions[k].last > k + 1
    plain = not (word.tag or word.conjunction or word.preposition or word.definite or word.name or named)
    if (
        not plain
        or not word.count
        or word.head is not None
        or k > 1
        and doc.words[k - 2].bare == "من"
        and before.definite
    ):
        return False
    if not is_deed(word.core, doc.text[doc.tokens.starts[k]]):
        return False
    if before.definite or before.name >= 2 or before.adjective >= 3 or before.core in _UTTERED:
        return True
    if before.channel and before.core.endswith(("ه", "ها", "هم")) and doc.text[doc.tokens.ends[k - 1] - 1] != "ة":
        return True
    if k - 1 in doc.closers:
        return True
    if before.tag not in ("", "number") or before.head is not None and not before.core.endswith(("ون", "ين")):
        return False
    if row("ال" + before.core)[3] >= _ADJECTIVE:
        return True
    spans = [*(doc.mentions.get(j) for j in range(k - 4, k)), *(doc.times.get(j) for j in range(k - 8, k))]
    return any(span is not None and span.last == k for span in spans)


def noun_phrase_from(doc: Document, i: int, limit: int, stops: tuple[str, ...] = ()) -> int:
    """Like `noun_phrase`, for a phrase whose first word may carry an attached preposition."""
    if i >= limit:
        return i
    if doc.words[i].preposition:
        return max(noun_phrase(doc, i + 1, limit, stops=stops), i + 1) if _goes_on(doc, i, limit) else i + 1
    return noun_phrase(doc, i, limit, stops=stops)


def _goes_on(doc: Document, i: int, limit: int) -> bool:
    if i + 1 >= limit:
        return False
    word = doc.words[i + 1]
    return (
        not word.tag
        and not word.preposition
        and (i + 1) not in doc.times
        and not word.conjunction
        or (i + 1) in doc.quotes
        and not doc.is_speech(i + 1)
    )


def is_compound(doc: Document, i: int, limit: int) -> bool:
    """أوروبي-أفريقي: a dash without spaces joins two adjectives."""
    starts, ends = doc.tokens.starts, doc.tokens.ends
    if i + 1 >= limit or ends[i - 1] != starts[i] or ends[i] != starts[i + 1]:
        return False
    mention = doc.mentions.get(i + 1)
    return mention is not None and mention.form == "adjective"


def is_double(doc: Document, i: int, limit: int) -> bool:
    """من دون الكشف عن، من قبل الوزارة: two prepositions of one phrase; in قالت من قبل إن the second is an adverb."""
    if doc.words[i].bare != "من" or i + 3 >= limit or doc.words[i + 1].tag != "preposition":
        return False
    return not (doc.words[i + 1].bare in ("قبل", "بعد") and is_clause_particle(doc, i + 2))


def is_manner(doc: Document, k: int, *, objects: bool) -> bool:
    """بقوة, بوضوح; أشاد بقوة الجيش speaks of somebody's force, unless the verb takes an object (أدان بقوة الهجوم)."""
    words = doc.words
    owned = words[k].core in _FORCE and not objects and k + 1 < len(words) and words[k + 1].definite
    return words[k].core in MANNER and not owned


def is_verbal_noun(doc: Document, verb: int, i: int) -> bool:
    """أكد الأمين في كلمته، معارضة حزبه …: behind a masculine verb what looks like a feminine participle is a noun."""
    word = doc.words[i]
    if word.act is None or not word.core.endswith("ه") or word.preposition or word.conjunction or verb < 0:
        return False
    return any(c.inflection.gender == "m" and c.inflection.number == "s" for c in doc.words[verb].cues)


def is_place(doc: Document, i: int) -> bool:
    """A capital or town where something is said stands for its channel (للصحافيين في واشنطن)."""
    mention = doc.mentions.get(i)
    return mention is not None and mention.form in ("capital", "place")


def describes_aside(doc: Document, zone: Zone, i: int, end: int) -> bool:
    """في كلمة أمام المنتدى، المنعقد في دافوس، إنه …: a remark between commas on what stands beside the verb."""
    word = doc.words[i]
    told = (
        zone.source is None
        and (zone.channel is not None or zone.audience is not None)
        and doc.words[i - 1].tag == "comma"
    )
    plain = word.definite and word.head is None and not word.name and i not in doc.mentions
    return told and plain and end < len(doc.words) and doc.words[end].tag == "comma"


def clause_as_object(doc: Document, first: int, i: int, limit: int, takes: tuple[str, ...]) -> bool:
    """رفضت الوزارة ما جاء في التصريح: a clause with ما is the object of the verb before `first`."""
    if "noun" not in takes or i + 1 >= limit:
        return False
    before, after = doc.words[i - 1], doc.words[i + 1]
    free = i == first or before.definite or before.tag or before.name or before.core.endswith(("ها", "هم"))
    free = free or doc.words[i - 2].form in MANNERS or before.form in MANNERS
    free = free or before.head is not None and doc.text[doc.tokens.ends[i - 1] - 1] == "ه"
    idafa = not (free or row("ال" + before.core)[3] >= _ADJECTIVE)
    plain = not after.tag or after.bare in ("تم", "تمت", "يتم")
    return bool((after.tag or is_verb(after) or after.cues or after.core.endswith("وه")) and plain and not idafa)


def is_other_phrase(word: Word) -> bool:
    """أكد الرئيس رهانه، جدد كيربي الإشارة: behind a speaker an owned noun or one of saying begins the object."""
    return word.act is None and (owned_noun(word.core) or word.definite and any(c.is_noun for c in word.cues))


def is_share(doc: Document, i: int, limit: int) -> bool:
    """وقال 25% إنهم …: a share of those who were asked."""
    return i + 2 < limit and doc.words[i].tag == "number" and doc.forms[i + 1] in ("%", "٪")


def so_called(doc: Document, i: int, limit: int) -> int:
    """قالت ما تعرف بـ«لجنة الحي» إنها: where a speaker of doubtful name ends; 0 where none stands."""
    if doc.forms[i] != "ما" or i + 2 >= limit or doc.words[i + 1].bare not in _SO_CALLED:
        return 0
    return max(noun_phrase_from(doc, i + 3 if doc.words[i + 2].bare == "ب" else i + 2, limit), i + 3)


def is_remark(doc: Document, i: int, limit: int) -> bool:
    """قالت منظمة، مؤيدة لكذا، إنها …؛ قالت، والدموع تخنقها، إنها …: a remark between commas right before the content."""
    word = doc.words[i]
    circumstance = word.conjunction and word.definite and i + 1 < limit and is_verb(doc.words[i + 1])
    if doc.words[i - 1].tag != "comma" or word.conjunction and not circumstance:
        return False
    close = next((k for k in range(i + 1, min(limit - 1, i + _REMARK)) if doc.words[k].tag == "comma"), None)
    if close is None or not circumstance and not any(c.is_participle for c in word.cues):
        return False
    after = doc.times[close + 1].last if close + 1 in doc.times else close + 1
    after += after < limit and doc.words[after].tag == "comma"
    return after < limit and is_clause_particle(doc, after)


def object_behind(doc: Document, end: int, limit: int) -> bool:
    """الكتائب، الجناح العسكري للحركة، تمكن مقاتليها: the object follows the comma that closes an apposition."""
    words, after = doc.words, end + 1
    if after >= limit or words[end].tag != "comma" or words[after].conjunction or words[after].cues or words[after].tag:
        return False
    return noun_phrase(doc, after, limit) > after


def tells_who(doc: Document, i: int, limit: int, takes: tuple[str, ...]) -> bool:
    """Whether commas and phrases lead from here to a clause (المحلل، عمر أوزكي، المختص في الشؤون، أن …)."""
    end = noun_phrase(doc, i, limit)
    if doc.words[i].conjunction or end == i or doc.forms[i] in ("ردا", "تعليقا", "وردا"):
        return False
    while end + 1 < limit and doc.words[end].tag == "comma":
        marker = marker_at(doc, end + 1, limit, takes)
        if marker is not None:
            return marker.kind == CLAUSE
        after = noun_phrase(doc, end + 1, limit)
        if after == end + 1:
            return False
        end = after
    return False


def names_titled(doc: Document, source: Range, i: int) -> bool:
    """الناطق باسم الحركة في إب عبد الواحد الحيدري: the name of somebody with a title, after a place."""
    words, head = doc.words, doc.words[source[0]].head
    whole = any(word.definite for word in words[source[0] : min(source[1], source[0] + 2)])
    titled = head is not None and head.kind == "person" and whole and source[1] <= i
    plain = not (words[i].tag or words[i].conjunction or words[i - 1].tag) and i + 1 < len(words)
    named = words[i].name >= _GIVEN and not words[i].definite or words[i].core in HONOURS
    return titled and plain and named and is_name(words[i + 1])


def holds_name(doc: Document, source: Range, first: int, end: int) -> bool:
    """رئيس الوفد في مشاورات الأسرى هادي الكازمي: whether the phrase of a place ends with the name of the speaker before it."""
    places = {doc.mentions[k].last for k in range(first, end - 1) if k in doc.mentions}
    named = (k for k in range(first + 1, end - 1) if doc.words[k - 1].definite or k in places)
    return any(names_titled(doc, source, k) for k in named)


def names_speaker(doc: Document, i: int, limit: int) -> bool:
    """A verb right after the cue can only be a name (وجّه صادق موسوي رسالة), unless somebody's own words begin."""
    word = doc.words[i]
    if word.tag:
        return False
    if word.cues:
        return not word.conjunction and word.name >= 1 and i + 1 < limit and is_name(doc.words[i + 1])
    if is_own(doc, i) or not word.name and word.form[0] in "يت" and doc.forms[i + 1 : i + 2] == ["ان"]:
        return False
    return word.conjunction or is_verb(word)


def names_holder(doc: Document, office: int, i: int, limit: int) -> bool:
    """رئيس الحركة، راشد الغنوشي في حوار: a name of two words after the comma is the office-holder's."""
    words, head = doc.words, doc.words[office].head
    if head is None or head.kind != "person" or head.plural or i + 1 >= limit or words[i].conjunction:
        return False
    after = words[i + 1]
    surname = is_name(after) or after.name >= 2 or words[i].name >= 2 and after.definite and after.head is None
    return is_name(words[i]) and not words[i].definite and surname
