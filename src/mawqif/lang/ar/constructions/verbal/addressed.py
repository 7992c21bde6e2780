"""Whether the only phrase after a verb with an addressee (دعا، ناشد، وعد) is whom it addresses, its subject dropped."""

from __future__ import annotations

from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.site import Site
from mawqif.lang.ar.syntax.zone import Range

_ALWAYS = frozenset(
    "المجتمع جميع كافه كل الدول الاطراف طرفي المواطنين الشعب الجميع سكان اهالي الناس القوي القاده اعضاء العالم دول المسلمين الجهات".split()
)
_PUBLIC = frozenset(
    "اهالي سكان مواطن جماهير جمهور ركاب عمال طلاب طلبه تلاميذ زبائن عملاء قراء حجاج معتمر تجار شباب زوار مرضي نساء "
    "رجال اباء امهات انصار اعضاء لاعب مشجع مستثمر مساهم مشترك مستخدم مستهلك ناخب سائق صياد مزارع مسافر حضور مشاهد متابع".split()
)
"""People who are spoken to, in the singular where their plural is a sound one; a feminine verb has none of them as subject."""
_MASCULINE_STATES = frozenset("JO LB IQ MA SD YE SS TD SN VA".split())
_PRONOUNS = {"f": ("ها",), "m": ("ه",)}
_HAMZA_OF_SUBJECT = "ؤ"


def is_addressed(site: Site, phrase: Range, *, alone: bool = True) -> bool:
    """Whether the phrase is the addressee by its case, its pronoun, its gender, or because it is a public spoken to.

    A phrase that is not `alone` has a second one behind it, which may be the addressee as well.
    """
    doc, first = site.doc, phrase[0]
    word, inflection = doc.words[first], site.cue.inflection
    if is_oblique(doc, first):
        return True
    if alone and word.bare in _ALWAYS and doc.forms[first + 1] != "من":
        return bool(site.drafts) or site.at > site.start + 1 or doc.words[site.at].conjunction
    if inflection.number != "s" or inflection.person != 3:
        return False
    if _is_own(doc, first, inflection.gender):
        return True
    mention = doc.mentions.get(first)
    if mention is not None and mention.entity.type == "state" and mention.form == "name":
        return inflection.gender == "m" and mention.entity.id not in _MASCULINE_STATES
    if not _is_public(doc, first):
        return False
    return inflection.gender == "f" or alone and site.entry.to_public


def is_oblique(doc: Document, first: int) -> bool:
    """A sound masculine plural in ين is no subject (دعا الفلسطينيين، أوصت البالغين)."""
    word, mention = doc.words[first], doc.mentions.get(first)
    if not word.core.endswith("ين") or len(word.core) <= 5 or word.name >= 2:
        return False
    if mention is not None:
        return mention.form in ("people", "adjective") and mention.gender == "p"
    if word.head is not None:
        return word.head.plural
    stem = word.core[:-2]
    return word.definite and row(stem + "ون")[0] > 0 and max(row(stem)[0], row(stem[2:])[0]) > 2


def _is_own(doc: Document, first: int, gender: str) -> bool:
    """وأوصت عملاءها، ودعا أنصاره: people with the pronoun of the subject; أعضاؤها is the subject itself."""
    core = doc.words[first].core
    pronoun = next((p for p in _PRONOUNS.get(gender, ()) if core.endswith(p)), None)
    if pronoun is None or core.endswith("ها") and pronoun == "ه":
        return False
    stem = core.removesuffix(pronoun)
    written = doc.text[doc.tokens.starts[first] : doc.tokens.ends[first]]
    return stem in _PUBLIC and _HAMZA_OF_SUBJECT not in written and not written.endswith("ة")


def _is_public(doc: Document, first: int) -> bool:
    core = doc.words[first].core
    if not core.startswith("ال") or core.endswith("ون"):
        return False
    return core.removeprefix("ال").removesuffix("ين") in _PUBLIC
