"""From the words of a source to a speaker: name, kind, role, and whose position it can express."""

from __future__ import annotations

import msgspec

from mawqif.lang.ar.document import Document
from mawqif.lang.ar.phrase import continues_name, is_name
from mawqif.lang.ar.zone import Range
from mawqif.model import Kind
from mawqif.world import Mention

_GLUE = frozenset("عبد بن ابن ابو ابي ال ام بنت آل دي فان فون دو لو اوف ذو".split())
_GOVERNING = frozenset(
    "رئيس رئيسه وزير وزيره سفير سفيره مندوب مندوبه مبعوث مبعوثه متحدث متحدثه ناطق ناطقه ملك ملكه امير محافظ والي عاهل قنصل "
    "ولي مستشار مستشاره قائد مساعد وكيل وكيله مدير امين عضو مسؤول مسؤوله مسؤولون مسؤولين مسؤولا مصدر مصادر نائب نائبه جنرال لواء عميد عقيد فريق "
    "مفوض مفوضه منسق منسقه زعيم زعيمه قيادي قياديه دبلوماسي دبلوماسيون دبلوماسيين سيناتور مفاوض مفاوضه كبير كبيره نظير نظيره خارجيه دفاع مرشد سلطان حاكم عمده قاضي مرشح مرشحه مقرر وسيط الوسيط موفد مقرب مقربون رؤساء وزراء".split()
)
_PRIVATE = frozenset("خبير خبيره محلل محلله باحث باحثه استاذ استاذه كاتب كاتبه صحفي صحافي صحفيه صحافيه ناشط ناشطه مواطن مواطنه شاهد طبيب طبيبه مهندس لاعب مدرب مراسل مؤرخ شاعر فنان".split())


class Phrase(msgspec.Struct, kw_only=True):
    """A source phrase taken apart; `gender` m/f/"" and `number` s/p as agreement sees them."""

    name: str
    person: tuple[str, ...] = ()
    kind: Kind = "person"
    head: str = ""
    heads: frozenset[str] = frozenset()
    speaks_for: str | None = None
    states: tuple[str, ...] = ()
    definite: bool = False
    gender: str = ""
    number: str = "s"
    governing: bool = False
    text: str = ""


def read_phrase(doc: Document, reach: Range) -> Phrase:
    """Take a source phrase apart."""
    first, last = reach
    while first < last - 1 and doc.words[first].tag == "mark" or doc.words[first].tag == "open":
        first += 1
        if first >= last - 1:
            break
    word = doc.words[first]
    mentions = [m for k in range(first, last) if (m := doc.mentions.get(k)) is not None and m.last <= last]
    runs = _name_runs(doc, first, last)
    kind = _kind(doc, first, mentions, runs)
    head = word.core.removeprefix("ال") if len(word.core) > 4 else word.core
    heads = frozenset(w.core.removeprefix("ال") for w in doc.words[first:last] if w.head is not None)
    text = _plain(doc, first, last)
    person = _person(runs, kind, word.head is not None)
    if not person and kind == "person" and word.head is None and last - first == 1 and not word.tag:
        person = [first]
    governing = bool(heads & _GOVERNING) or kind in ("body", "state", "anonymous")
    return Phrase(
        name=_name(doc, person, kind, text), person=tuple(doc.words[k].core for k in person), kind=kind, head=head, heads=heads,
        speaks_for=_speaks_for(kind, head, heads, mentions, governing), states=tuple(m.entity.id for m in mentions if m.entity.type == "state"),
        definite=_definite(doc, first, last, mentions), gender=_gender(doc, first, kind, mentions), number=_number(doc, first, last), governing=governing, text=text,
    )  # fmt: skip


def _definite(doc: Document, first: int, last: int, mentions: list[Mention]) -> bool:
    """A phrase is definite by its article or by the idafa it heads (وزير الخارجية); مصدر في الوزارة is not."""
    if doc.words[first].definite:
        return True
    nxt = first + 1
    return nxt < last and (doc.words[nxt].definite or any(m.first == nxt and m.form != "adjective" for m in mentions) or doc.words[nxt].head is not None and _definite(doc, nxt, last, mentions))


def _plain(doc: Document, first: int, last: int) -> str:
    """The phrase without quotation marks and brackets, as one line."""
    start, end = doc.tokens.starts, doc.tokens.ends
    first_word = doc.words[first]
    cut = 1 if first_word.preposition and not first_word.core.startswith("ال") else 0
    parts = []
    for k in range(first, last):
        if doc.words[k].tag in ("mark", "open", "close", "comma"):
            continue
        parts.append(doc.text[start[k] + (cut if k == first else 0) : end[k]])
    return " ".join(parts)


def _name_runs(doc: Document, first: int, last: int) -> list[list[int]]:
    """Maximal runs of name tokens inside the phrase."""
    runs: list[list[int]] = []
    run: list[int] = []
    for k in range(first, last):
        if _in_name(doc, k, len(run)):
            run.append(k)
        elif run:
            runs.append(run)
            run = []
    if run:
        runs.append(run)
    return [r for r in runs if not all(doc.words[k].bare in _GLUE for k in r)]


def _in_name(doc: Document, k: int, running: int) -> bool:
    word = doc.words[k]
    mention = doc.mentions.get(k)
    if word.tag or (mention is not None and mention.form in ("name", "adjective", "capital", "metonym", "people")):
        return running > 0 and mention is not None and mention.form == "adjective" and not word.definite
    if word.bare in _GLUE and (word.bare != "ام" or running > 0):
        return True
    if is_name(word):
        return not word.definite or running > 0
    if running == 0 or word.head is not None:
        return False
    return word.definite and (word.adjective < 5 or doc.words[k - 1].name >= 2) or doc.words[k - 1].bare in _GLUE or continues_name(doc, k, running)


def _person(runs: list[list[int]], kind: Kind, titled: bool) -> list[int]:
    if kind not in ("person",) or not runs:
        return []
    return runs[-1] if titled and len(runs[-1]) >= len(runs[0]) else runs[0]


def _kind(doc: Document, first: int, mentions: list[Mention], runs: list[list[int]]) -> Kind:
    word = doc.words[first]
    stem = word.core.removeprefix("ال")
    if word.tag == "number" or stem in _QUANTIFIERS:
        return "group"
    at_head = next((m for m in mentions if m.first == first and m.form != "adjective"), None)
    if word.head is not None and (at_head is None or at_head.entity.type == "state" or word.head.kind not in ("organisation", "body")):
        return _kind_of_head(doc, first, mentions, runs)
    if at_head is not None:
        if at_head.form == "metonym":
            return "body"
        return _OF_ENTITY.get(at_head.entity.type, "person")
    if word.core.endswith(("ون", "ين")) and len(word.core) > 4 and word.name < 2 and word.count >= 6:
        return "group"
    return "person"


_OF_ENTITY: dict[str, Kind] = {"state": "state", "organisation": "organisation", "media": "media", "platform": "organisation"}
_QUANTIFIERS = frozenset("اكثر نحو حوالي قرابه معظم غالبيه اغلبيه".split())
_PART_OF = frozenset("امانه قياده جهاز مكتب رئاسه اداره لجنه مجلس هيئه ديوان قوات امن نظام".split())
_PRESS = frozenset("انباء صحافه اخبار صحافيه صحفيه اعلاميه اعلام".split())


def _kind_of_head(doc: Document, first: int, mentions: list[Mention], runs: list[list[int]]) -> Kind:
    word = doc.words[first]
    assert word.head is not None
    kind, stem = word.head.kind, word.core.removeprefix("ال")
    organisation = any(m.entity.type == "organisation" for m in mentions)
    press = any(m.entity.type == "media" for m in mentions) or any(
        w.core.removeprefix("ال") in _PRESS for w in doc.words[first + 1 : first + 3]
    )
    if kind == "anonymous":
        if stem == "مصادر" and press:
            return "media"
        return "person" if any(len(r) >= 2 for r in runs) else kind
    if kind == "organisation" and press and stem in ("وكاله", "شبكه", "هيئه", "موسسه"):
        return "media"
    if kind == "body" and stem in _PART_OF and organisation:
        return "organisation"
    if word.head.plural and kind == "person":
        return "person" if any(len(r) >= 2 for r in runs) else "group"
    return kind


def _name(doc: Document, person: list[int], kind: Kind, text: str) -> str:
    if kind == "person" and person:
        start, end = doc.tokens.starts, doc.tokens.ends
        first = doc.words[person[0]]
        cut = 1 if first.conjunction else 0
        return doc.text[start[person[0]] + cut : end[person[-1]]]
    return text


def _speaks_for(kind: Kind, head: str, heads: frozenset[str], mentions: list[Mention], governing: bool) -> str | None:
    """The first organisation or state the phrase names, where its head can speak for one."""
    if kind in ("media", "group") or (head in _PRIVATE and kind == "person"):
        return None
    for mention in mentions:
        entity = mention.entity
        if entity.type == "organisation" and kind != "state":
            return entity.parent or entity.id
        if entity.type == "state":
            if kind in ("organisation", "document") and mention.form == "adjective" and not heads & _OFFICIAL:
                return None
            return entity.id if governing or kind in ("body", "state", "document") else None
    return None


_OFFICIAL = frozenset("وزاره حكومه هيئه جيش رئاسه مجلس برلمان دستور قانون".split())


def _gender(doc: Document, first: int, kind: Kind, mentions: list[Mention]) -> str:
    word = doc.words[first]
    if kind == "state":
        return "f"
    if word.head is not None:
        return "f" if word.core.endswith("ه") else "m"
    if kind in ("media", "organisation") and mentions:
        return ""
    return ""


def _number(doc: Document, first: int, last: int) -> str:
    core = doc.words[first].core
    head = doc.words[first].head
    if head is not None and head.kind == "group" or core.endswith(("ون", "ين")) and len(core) > 4:
        return "p"
    return "s"
