"""What kind of speaker a phrase denotes, by its head, the entity it names, or its form."""

from __future__ import annotations

from mawqif.lang.ar.document import Document
from mawqif.lang.ar.lexicon import heads
from mawqif.lang.ar.who.names import plain
from mawqif.lang.ar.who.nouns import head_stem, is_definite, possessed, stem_of
from mawqif.lang.ar.who.runs import follows_title
from mawqif.lang.ar.word import Word
from mawqif.lang.ar.words import row
from mawqif.lang.ar.zone import Range
from mawqif.model import Kind
from mawqif.world import Mention

_OF_ENTITY: dict[str, Kind] = {
    "state": "state",
    "organisation": "organisation",
    "media": "media",
    "platform": "organisation",
}
_COUNTING = frozenset("عدد عديد بعض كثير معظم غالبيه اغلبيه مئات الاف عشرات".split())
_QUANTIFIERS = frozenset("اغلب كافه اكثر نحو حوالي قرابه معظم غالبيه اغلبيه".split())
_PART_OF = frozenset("امانه قياده جهاز مكتب رئاسه اداره لجنه مجلس هيئه ديوان قوات امن نظام مفوضيه".split())
_PRESS = frozenset("انباء صحافه اخبار صحافيه صحفيه اعلاميه اعلام".split())
_ANYBODY = frozenset("احد احدي جندي سائق شخص شاهد".split())
_ONE_OF = frozenset("عضو ضابط مواطن مواطنه موظف موظفه دبلوماسي دبلوماسيه نائب وزير قيادي مستشار".split())


def kind_of(doc: Document, first: int, last: int, mentions: list[Mention], runs: list[Range]) -> Kind:
    word = doc.words[first]
    stem = stem_of(word)
    if word.head is None and (accusative := accusative_kind(word)) is not None:
        return accusative
    if word.tag == "number" or stem in _QUANTIFIERS or possessed(doc, first)[0] in ("بعض", "غالبيه", "معظم"):
        return _kind_of_counted(doc, first, last)
    at_head = next((m for m in mentions if m.first == first and m.form not in ("adjective", "people")), None)
    if (
        runs
        and runs[0][0] == first
        and (word.head is None and at_head is None or runs[0][1] - first >= 2 and word.head is None)
    ):
        return "person"
    if word.head is not None and (
        at_head is None or at_head.entity.type == "state" or word.head.kind not in ("organisation", "body")
    ):
        return _kind_of_head(doc, first, last, mentions, runs)
    if at_head is not None:
        return _kind_of_mention(word, at_head)
    if any(m.first == first and m.form == "people" or m.gender == "p" and m.first == first for m in mentions):
        return "group"
    if _is_plural(word):
        return "group"
    return "person"


def _kind_of_counted(doc: Document, first: int, last: int) -> Kind:
    """Several officials stay unnamed sources, several companies organisations: بعض المسؤولين، عدد من الشركات."""
    for k in range(first + 1, min(first + 4, last)):
        head = doc.words[k].head
        if head is not None and head.kind in ("anonymous", "organisation", "media", "body"):
            return head.kind
    return "group"


def accusative_kind(word: Word) -> Kind | None:
    """The kind of an indefinite noun in the accusative (بياناً، اتفاقاً), which the table has in the nominative."""
    if not word.core.endswith("ا") or word.definite or word.name >= 2:
        return None
    head = heads().get(word.core[:-1])
    return head.kind if head is not None and head.kind in ("document", "organisation") else None


def _kind_of_mention(word: Word, mention: Mention) -> Kind:
    if mention.form == "metonym" and stem_of(word) != "احتلال":
        return "body"
    if word.head is not None and word.head.kind == "body" and stem_of(word) not in _PART_OF:
        return "body"
    return _OF_ENTITY.get(mention.entity.type, "person")


def _is_plural(word: Word) -> bool:
    """A sound masculine plural: both its cases are used, and its singular."""
    core = word.core
    if word.tag or not core.endswith(("ون", "ين")) or len(core) <= 5 or word.name >= 2:
        return False
    if core.startswith("ال") and core.endswith("ون") and len(core) > 6 and word.verb < 3:
        return True
    other = core[:-2] + ("ين" if core.endswith("ون") else "ون")
    return row(other)[0] > 2 and max(row(core[:-2])[0], row(plain(core)[:-2])[0]) > 2


def _kind_of_head(doc: Document, first: int, last: int, mentions: list[Mention], runs: list[Range]) -> Kind:
    word = doc.words[first]
    assert word.head is not None
    kind, stem = word.head.kind, head_stem(doc, first)
    near = doc.words[first + 1 : min(first + 4, last)]
    organisation = any(m.entity.type == "organisation" for m in mentions)
    press = any(m.entity.type == "media" for m in mentions) or any(stem_of(w) in _PRESS for w in near)
    if stem == "تقارير" and not press:
        return "document"
    if kind == "group" and stem in _COUNTING:
        return _kind_of_counted(doc, first, last)
    if kind == "anonymous":
        if stem == "مصادر" and press:
            return "media"
        return (
            "person"
            if any(r[1] - r[0] >= 2 and follows_title(doc, first, r[0]) for r in runs) and not word.head.plural
            else kind
        )
    if kind == "organisation" and press and stem in ("وكاله", "شبكه", "هيئه", "موسسه"):
        return "media"
    if (
        kind == "organisation"
        and near
        and near[0].head is not None
        and near[0].head.kind == "group"
        and stem == "مجموعه"
    ):
        return "group"
    organised = any(w.head is not None and w.head.kind == "organisation" for w in doc.words[first + 1 : last])
    if kind == "body" and stem in _PART_OF and (organisation or organised):
        return "organisation"
    if stem in ("فريق", "لواء", "عميد", "مقدم", "رائد") and not runs:
        return "group" if stem == "فريق" else kind
    if word.head.plural and kind == "person":
        return "person" if any(r[1] - r[0] >= 2 for r in runs) else "group"
    return kind


def is_unknown(doc: Document, first: int, last: int, mentions: list[Mention]) -> bool:
    """One of many, of whom the outlet tells no name: a soldier, a driver, a diplomat."""
    stem = stem_of(doc.words[first])
    return stem in _ANYBODY or stem in _ONE_OF and not is_definite(doc, first, last, mentions)
