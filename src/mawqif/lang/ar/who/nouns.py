"""Nouns at the head of a phrase: stem, possessive pronoun, gender, number, definiteness, how they are shown, whose name follows."""

from __future__ import annotations

from mawqif.lang.ar.lexis.lexicon import heads
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.who.names import is_rank
from mawqif.model import Kind
from mawqif.world import Mention

BROTHER = ("الاخ", "الاخت", "الاخوه")
"""Courtesies too short or too common to be read as titles."""
MARKS = ("mark", "open", "close", "comma")
_RELATIONAL = frozenset(
    "دبلوماسي دبلوماسيه سياسي سياسيه برلماني برلمانيه حقوقي اعلامي اقتصادي اكاديمي استشاري معارض".split()
)
"""Nouns of persons that are adjectives behind another one (مصدر دبلوماسي رفيع المستوى)."""
_EITHER = frozenset("SD IQ LB JO MA YE SO".split())
"""States whose names are masculine, though a state is feminine."""
_SUFFIXES = ("هما", "هم", "ها", "ه")
_MASCULINE = frozenset("خليفه نوابه دوله سماحه فضيله سعاده جلاله فخامه نظيره شقيقه زميله نجله والده".split())
_RELATIONS = frozenset(
    "نجل والد والده شقيق شقيقه زوج زوجه ابن ابنه عم جد محامي محام مكتب حمله اسره عائله مدير محاميه".split()
)
"""Whose name follows is a relative's or an employer's, not that of who speaks."""
_FEMININE_HEADS = frozenset(
    "سلطات قوات مصادر وسائل صحف بيانات ارقام نتائج تقديرات شركات منظمات حكومات تقارير معلومات اجهزه دعوي دعاوي عناصر".split()
)


def stem_of(word: Word) -> str:
    """The core without its article."""
    return word.stem


def possessed(doc: Document, k: int) -> tuple[str, str]:
    """The noun under a possessive pronoun, and the pronoun: مصورها → (مصور, ها); ("", "") where there is none."""
    word = doc.words[k]
    core = word.core
    if core[-1] not in "هام":
        return "", ""
    if core.endswith("ه") and doc.text[doc.tokens.ends[k] - 1] == "ة":
        return "", ""
    moved = next((core[: -len(s) - 1] + "ء" for s in _SUFFIXES if core.endswith(("ائ" + s, "اؤ" + s))), "")
    if moved in heads() and not word.definite:
        return moved, core[len(moved) :]
    if word.definite or word.head is None and not core.startswith(("بعض", "غالبيت", "معظم")):
        return "", ""
    for suffix in _SUFFIXES:
        base = core[: -len(suffix)]
        if core.endswith(suffix) and len(base) >= 3:
            if base.endswith("ت") and row(base[:-1] + "ه")[0] > row(base)[0]:
                return base[:-1] + "ه", suffix
            if (
                suffix != "ه"
                or row(base)[0] >= row(core)[0]
                and not base.endswith(("ي", "م"))
                or base in ("بلاد", "نظير")
            ):
                return base, suffix
    return "", ""


def head_stem(doc: Document, k: int) -> str:
    """The noun at `k` without article and possessive pronoun."""
    owner, _ = possessed(doc, k)
    return owner or stem_of(doc.words[k])


def read_gender(doc: Document, k: int) -> str:
    """The gender of a head noun, "" where its plural may be either."""
    word = doc.words[k]
    if word.head is None or word.head.plural or word.core.endswith(("ات", "ون", "ين")) or word.head.kind == "group":
        return ""
    return gender_of(doc, k, word.head.kind)


def gender_of(doc: Document, k: int, kind: Kind) -> str:
    """The gender that a verb shows with the noun at `k`: m, f, or "" where the noun does not tell."""
    word = doc.words[k]
    if kind == "state":
        mention = doc.mentions.get(k)
        return "" if mention is not None and mention.entity.id in _EITHER and mention.form == "name" else "f"
    if word.head is None:
        return "f" if word.definite and word.core.endswith("ه") and kind != "person" else ""
    stem = head_stem(doc, k)
    feminine = stem.endswith("ه") and stem not in _MASCULINE or stem in _FEMININE_HEADS or stem.endswith("ات")
    return "f" if feminine else "m"


def number_of(doc: Document, first: int, kind: Kind) -> str:
    """Singular or plural, as a verb after it shows; sources are counted (ثلاثة مسؤولين) where none heads the phrase."""
    word = doc.words[first]
    if (
        word.head is not None
        and (word.head.kind == "group" or word.head.plural)
        and stem_of(word) not in _FEMININE_HEADS
    ):
        return "p"
    if word.head is None and kind in ("anonymous", "group"):
        return "p"
    if kind == "person":
        return "s"
    return "p" if word.core.endswith(("ون", "ين")) and len(word.core) > 4 else "s"


def is_definite(doc: Document, first: int, last: int, mentions: list[Mention]) -> bool:
    """A phrase is definite by its article or by the idafa it heads (وزير الخارجية); مصدر في الوزارة is not."""
    word = doc.words[first]
    if word.definite or possessed(doc, first)[0]:
        return True
    nxt = first + 1
    if nxt >= last or doc.words[nxt].tag or doc.words[nxt].preposition or doc.words[nxt].conjunction:
        return False
    mention = next((m for m in mentions if m.first == nxt), None)
    if mention is not None and mention.form not in ("adjective", "people"):
        return True
    if (
        mention is None
        and not doc.words[nxt].definite
        and (doc.words[nxt].adjective >= 3 and doc.words[nxt].head is None or doc.words[nxt].core in _RELATIONAL)
    ):
        return False
    return doc.words[nxt].definite or mention is None and is_definite(doc, nxt, last, mentions)


def plain_text(doc: Document, first: int, last: int, *, fresh: bool = False, whole: bool = False) -> str:
    """Words without quotation marks and brackets, as one line, without a conjunction or preposition at the start.

    `fresh` words have no conjunction, `whole` ones no preposition either: each letter is their own.
    """
    start, end, word = doc.tokens.starts, doc.tokens.ends, doc.words[first]
    mention = doc.mentions.get(first)
    unjoined = fresh or whole or mention is not None and mention.clitic == ""
    cut = 0 if unjoined else len(word.form) - len(word.bare)
    lead = ""
    if word.preposition and not whole:
        letters = 2 if word.form[cut + 1 : cut + 2] == "ل" and word.core.startswith("ال") else 1
        lead = "ال" if letters == 2 else ""
        cut += letters
    pieces = []
    for k in range(first, last):
        if doc.words[k].tag not in MARKS or k - first > 0 and doc.words[k].form == "-" and start[k] == end[k - 1]:
            pieces.append(lead + doc.text[start[k] + cut : end[k]])
        cut, lead = 0, ""
    return " ".join(pieces).replace(" - ", "-")


def owned_text(doc: Document, k: int, pronoun: str) -> str:
    """The written noun without its possessive pronoun."""
    word = doc.words[k]
    start, end = doc.tokens.starts[k], doc.tokens.ends[k]
    start += len(word.form) - len(word.bare)
    text = doc.text[start:end]
    bare = text[: -len(pronoun)] if len(text) > len(pronoun) else text
    return (
        bare[:-1] + "ة"
        if bare.endswith("ت") and stem_of(word)[: -len(pronoun)].endswith("ت") and possessed(doc, k)[0].endswith("ه")
        else bare
    )


def nominative(text: str) -> str:
    """An indefinite accusative noun without its ending (قراراً → قرار)."""
    bare = text.rstrip("\u064b")
    return bare[:-1].rstrip("\u064b") if bare.endswith("ا") else bare


def follows_title(doc: Document, first: int, run: int) -> bool:
    """Whether a name at `run` is the title-holder's: after a title, a comma or a country, not in an idafa."""
    before, word = doc.words[run - 1], doc.words[run]
    if word.form.startswith("لل"):
        return False
    if before.form in ("باسمه", "باسمها", "باسمهم"):
        return True
    if before.form == "." and run - 2 >= first and len(doc.forms[run - 2]) == 1:
        return True
    if run - 1 in doc.quotes and run - 2 >= first:
        return doc.words[run - 2].definite or doc.words[run - 2].adjective >= 3
    if before.tag == "comma" or run - 1 in doc.closers or before.definite and before.head is None:
        return True
    if is_rank(doc, run - 1):
        return True
    if before.tag in ("preposition", "coordinate", "mark", "open") or word.preposition:
        return False
    if possessed(doc, run - 1)[0]:
        return True
    if before.head is not None:
        related = run - 2 >= first and stem_of(doc.words[run - 2]) in _RELATIONS
        related = related and before.head.kind not in ("body", "organisation", "media")
        return (before.definite or before.head.kind == "person" and stem_of(before) not in _RELATIONS) and not related
    return not before.tag and _ends_mention(doc, first, run) or before.adjective >= 3


def _ends_mention(doc: Document, first: int, i: int) -> bool:
    return any((m := doc.mentions.get(k)) is not None and m.last == i for k in range(max(first, i - 6), i))
