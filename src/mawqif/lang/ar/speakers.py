"""From the words of a source to a speaker: name, kind, role, and what later mentions are compared with."""

from __future__ import annotations

import msgspec

from mawqif.lang.ar.document import Document
from mawqif.lang.ar.names import GLUE, name_runs, parts
from mawqif.lang.ar.titles import titles
from mawqif.lang.ar.word import Word
from mawqif.lang.ar.words import row
from mawqif.lang.ar.zone import Range
from mawqif.model import Kind
from mawqif.world import Mention

_MARKS = ("mark", "open", "close", "comma")
_OF_ENTITY: dict[str, Kind] = {"state": "state", "organisation": "organisation", "media": "media", "platform": "organisation"}
_QUANTIFIERS = frozenset("اكثر نحو حوالي قرابه معظم غالبيه اغلبيه".split())
_PART_OF = frozenset("امانه قياده جهاز مكتب رئاسه اداره لجنه مجلس هيئه ديوان قوات امن نظام مفوضيه".split())
_PRESS = frozenset("انباء صحافه اخبار صحافيه صحفيه اعلاميه اعلام".split())
_ANYBODY = frozenset("احد احدي جندي سائق شخص شاهد".split())
_ONE_OF = frozenset("عضو ضابط مواطن مواطنه موظف موظفه دبلوماسي دبلوماسيه نائب وزير قيادي مستشار".split())
_RELATIONS = frozenset("نجل والد والده شقيق شقيقه زوج زوجه ابن ابنه عم جد محامي محام مكتب حمله اسره عائله مدير محاميه".split())
_SUFFIXES = ("هما", "هم", "ها", "ه")
_MASCULINE = frozenset("خليفه نوابه دوله سماحه فضيله سعاده جلاله فخامه نظيره شقيقه زميله نجله والده".split())
_FEMININE_HEADS = frozenset("سلطات قوات مصادر وسائل صحف بيانات ارقام نتائج تقديرات شركات منظمات حكومات تقارير معلومات اجهزه".split())


class Phrase(msgspec.Struct, kw_only=True):
    """A source phrase taken apart; `gender` m/f/"" and `number` s/p as agreement sees them.

    `person` are the words of a personal name; `head` is the first noun's stem and `heads` all titles; `qualifiers` are
    the words that tell one office from another; `mentions` what it names of the world, up to a relative clause.
    `owner` is the stem of a head with a possessive pronoun (وزيره → وزير), `pronoun` that pronoun.
    """

    name: str
    reach: Range
    person: tuple[str, ...] = ()
    run: Range | None = None
    kind: Kind = "person"
    head: str = ""
    heads: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()
    mentions: tuple[Mention, ...] = ()
    definite: bool = False
    gender: str = ""
    number: str = "s"
    text: str = ""
    owner: str = ""
    pronoun: str = ""
    several: bool = False

    @property
    def states(self) -> frozenset[str]:
        """The states it names."""
        return frozenset(m.entity.id for m in self.mentions if m.entity.type == "state")


def stem_of(word: Word) -> str:
    """The core without its article."""
    return word.core[2:] if word.core.startswith("ال") and len(word.core) > 4 else word.core


def possessed(doc: Document, k: int) -> tuple[str, str]:
    """The noun under a possessive pronoun, and the pronoun: مصورها → (مصور, ها); ("", "") where there is none."""
    word = doc.words[k]
    core = word.core
    if core.endswith("ه") and doc.text[doc.tokens.ends[k] - 1] == "ة":
        return "", ""
    if word.definite or word.head is None and not core.startswith(("بعض", "غالبيت", "معظم")):
        return "", ""
    for suffix in _SUFFIXES:
        base = core[: -len(suffix)]
        if core.endswith(suffix) and len(base) >= 3:
            if base.endswith("ت") and row(base[:-1] + "ه")[0] > row(base)[0]:
                return base[:-1] + "ه", suffix
            if suffix != "ه" or row(base)[0] >= row(core)[0] and not base.endswith(("ي", "م")) or base in ("بلاد", "نظير"):
                return base, suffix
    return "", ""


def read_phrase(doc: Document, reach: Range, special: frozenset[str] = frozenset(), *, fresh: bool = False) -> Phrase:
    """Take a source phrase apart; `fresh` says that it stands right after a verb, where no conjunction can be."""
    first, last = _inner(doc, reach)
    word = doc.words[first]
    mentions = _mentions(doc, first, last)
    runs = _outside_quotes(doc, first, name_runs(doc, first, last, special))
    kind = _kind(doc, first, last, mentions, runs)
    run = _person(doc, first, runs, kind)
    if run is None and kind == "person":
        run = _bare_surname(doc, first, last)
    if kind == "person" and run is None and _unknown_person(doc, first, last, mentions):
        kind = "anonymous"
    text = plain_text(doc, first, _displayed(doc, first, last), fresh=fresh)
    owner, pronoun = possessed(doc, first)
    heads = frozenset(_head_stem(doc, k) for k in range(first, last) if doc.words[k].head is not None)
    name = plain_text(doc, *run, fresh=fresh or run[0] > first) if run and kind == "person" else text
    return Phrase(
        name=name, reach=(first, last), person=parts(doc, run, special | {word.form} if fresh else special) if run else (), run=run, kind=kind,
        head=_head_stem(doc, first), heads=heads, qualifiers=_qualifiers(doc, first, last, run), mentions=tuple(mentions),
        definite=_definite(doc, first, last, mentions), gender=_gender(doc, first, kind), number=_number(doc, first, kind),
        text=text, owner=owner, pronoun=pronoun, several=_several(doc, first, last, mentions, runs, kind),
    )  # fmt: skip


def _inner(doc: Document, reach: Range) -> Range:
    """The phrase without the marks around it, and past `ما كشفه` and `كل من`."""
    first, last = reach
    while first < last - 1 and doc.words[first].tag in ("mark", "open", "comma"):
        first += 1
    if doc.words[first].tag == "demonstrative" and last - first > 1:
        first += 1
    if doc.words[first].form in ("ما", "لما") and last - first > 2 and doc.words[first + 1].verb >= 3:
        first += 2
    while first < last - 1 and (doc.words[first].bare in ("ب", "باسم") or doc.words[first].tag == "mark"):
        first += 1
    if doc.words[first].bare == "كل" and last - first > 2 and doc.words[first + 1].bare == "من":
        first += 2
    last = next((k for k in range(first + 1, last) if doc.forms[k].startswith("..") or _adverbial(doc, k)), last)
    if doc.words[first].definite and last - first > 1 and _another_phrase(doc, first + 1):
        last = first + 1
    while last - 1 > first and doc.words[last - 1].tag in _MARKS and (last - 1) not in doc.closers:
        last -= 1
    return first, last


def _adverbial(doc: Document, k: int) -> bool:
    """An adverbial participle (مستعرضا، مؤكداً) is no part of a phrase."""
    word = doc.words[k]
    return word.core.endswith("ا") and any(c.is_participle for c in word.cues)


def _another_phrase(doc: Document, k: int) -> bool:
    """An indefinite head of a body right after a definite noun is the verb's object (دعا البيان مجلس الأمن)."""
    word = doc.words[k]
    if word.head is None or word.definite or word.preposition or word.tag or word.conjunction:
        return False
    return word.head.kind in ("body", "organisation", "media", "state") and word.adjective < 3


def _head_stem(doc: Document, k: int) -> str:
    owner, _ = possessed(doc, k)
    return owner or stem_of(doc.words[k])


def _mentions(doc: Document, first: int, last: int) -> list[Mention]:
    """What the phrase names, up to a relative clause."""
    found = []
    for k in range(first, last):
        if doc.words[k].tag == "relative":
            break
        mention = doc.mentions.get(k)
        if mention is not None and mention.last <= last:
            found.append(mention)
    return found


def _displayed(doc: Document, first: int, last: int) -> int:
    """The name of an office or body ends before a relative clause, a time, or a second sentence."""
    for k in range(first + 1, last):
        word = doc.words[k]
        if k in doc.times or word.tag == "relative" and k > first + 1:
            return k - 1 if doc.words[k - 1].tag in ("comma", "preposition") else k
    return last


def plain_text(doc: Document, first: int, last: int, *, fresh: bool = False) -> str:
    """Words without quotation marks and brackets, as one line, without a conjunction or preposition at the start."""
    start, end, word = doc.tokens.starts, doc.tokens.ends, doc.words[first]
    cut = 0 if fresh else len(word.form) - len(word.bare)
    lead = ""
    if word.preposition:
        letters = 2 if word.form[cut + 1 : cut + 2] == "ل" and word.core.startswith("ال") else 1
        lead = "ال" if letters == 2 else ""
        cut += letters
    pieces = []
    for k in range(first, last):
        if doc.words[k].tag not in _MARKS or 0 < k - first and doc.words[k].form == "-" and start[k] == end[k - 1]:
            pieces.append(lead + doc.text[start[k] + cut : end[k]])
        cut, lead = 0, ""
    return " ".join(pieces).replace(" - ", "-")


def _outside_quotes(doc: Document, first: int, runs: list[Range]) -> list[Range]:
    """Runs that are not (part of) the name of something in quotation marks or brackets, unless the phrase is just that."""
    whole = doc.quoted[first]
    return [run for run in runs if doc.quoted[run[0]] == whole and (run[0] <= first + 1 or doc.words[run[0] - 1].tag != "open")]


def _person(doc: Document, first: int, runs: list[Range], kind: Kind) -> Range | None:
    """The run that names the speaker: it opens the phrase or follows a title, not a noun that it possesses."""
    if kind != "person" or not runs:
        return None
    if runs[0][0] == first and not (doc.words[first].head is not None and runs[0][1] - first < 2):
        return runs[0]
    fitting = [run for run in runs if _follows_title(doc, first, run[0])]
    if not fitting:
        return None
    longest = max(run[1] - run[0] for run in fitting)
    return fitting[-1] if fitting[-1][1] - fitting[-1][0] >= min(longest, 2) else max(fitting, key=lambda r: r[1] - r[0])


def _bare_surname(doc: Document, first: int, last: int) -> Range | None:
    """A surname alone (الحيّة), or after a title of address (اللواء القوسي، المهندس المخرج)."""
    word = doc.words[first]
    if last - first == 1:
        return (first, last) if word.head is None and not word.tag else None
    surname = doc.words[first + 1]
    addressed = word.head is not None and stem_of(word) in titles("address") and (word.definite or stem_of(word) in titles("courtesy"))
    if last - first != 2 or not addressed or not surname.definite:
        return None
    if (first + 1) in doc.mentions or surname.adjective >= 5 or surname.head is not None and stem_of(surname) in titles("official"):
        return None
    return (first + 1, last)


def _follows_title(doc: Document, first: int, run: int) -> bool:
    before, word = doc.words[run - 1], doc.words[run]
    if before.tag == "comma" or run - 1 in doc.closers or before.definite and before.head is None:
        return True
    if before.tag in ("preposition", "coordinate", "mark", "open") or word.preposition:
        return False
    if possessed(doc, run - 1)[0]:
        return True
    if before.head is not None:
        related = run - 2 >= first and stem_of(doc.words[run - 2]) in _RELATIONS
        return (before.definite or before.head.kind == "person" and stem_of(before) not in _RELATIONS) and not related
    return not before.tag and _ends_mention(doc, first, run) or before.adjective >= 3


def _ends_mention(doc: Document, first: int, i: int) -> bool:
    return any((m := doc.mentions.get(k)) is not None and m.last == i for k in range(max(first, i - 6), i))


def _unknown_person(doc: Document, first: int, last: int, mentions: list[Mention]) -> bool:
    """One of many, of whom the outlet tells no name: a soldier, a driver, a diplomat."""
    stem = stem_of(doc.words[first])
    return stem in _ANYBODY or stem in _ONE_OF and not _definite(doc, first, last, mentions)


def _kind(doc: Document, first: int, last: int, mentions: list[Mention], runs: list[Range]) -> Kind:
    word = doc.words[first]
    stem = stem_of(word)
    if word.tag == "number" or stem in _QUANTIFIERS or possessed(doc, first)[0] in ("بعض", "غالبيه", "معظم"):
        return "group"
    at_head = next((m for m in mentions if m.first == first and m.form not in ("adjective", "people")), None)
    if runs and runs[0][0] == first and (word.head is None and at_head is None or runs[0][1] - first >= 2 and word.head is None):
        return "person"
    if word.head is not None and (at_head is None or at_head.entity.type == "state" or word.head.kind not in ("organisation", "body")):
        return _kind_of_head(doc, first, last, mentions, runs)
    if at_head is not None:
        return _kind_of_mention(word, at_head)
    if any(m.first == first and m.form == "people" or m.gender == "p" and m.first == first for m in mentions):
        return "group"
    if _is_plural(word):
        return "group"
    return "person"


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
    return row(other)[0] > 2 and max(row(core[:-2])[0], row(plain_stem(core)[:-2])[0]) > 2


def plain_stem(core: str) -> str:
    """A core without its article."""
    return core[2:] if core.startswith("ال") and len(core) > 4 else core


def _kind_of_head(doc: Document, first: int, last: int, mentions: list[Mention], runs: list[Range]) -> Kind:
    word = doc.words[first]
    assert word.head is not None
    kind, stem = word.head.kind, _head_stem(doc, first)
    near = doc.words[first + 1 : min(first + 4, last)]
    organisation = any(m.entity.type == "organisation" for m in mentions)
    press = any(m.entity.type == "media" for m in mentions) or any(stem_of(w) in _PRESS for w in near)
    if kind == "anonymous":
        if stem == "مصادر" and press:
            return "media"
        return "person" if any(r[1] - r[0] >= 2 and _follows_title(doc, first, r[0]) for r in runs) and not word.head.plural else kind
    if kind == "organisation" and press and stem in ("وكاله", "شبكه", "هيئه", "موسسه"):
        return "media"
    if kind == "organisation" and near and near[0].head is not None and near[0].head.kind == "group" and stem == "مجموعه":
        return "group"
    organised = any(w.head is not None and w.head.kind == "organisation" for w in doc.words[first + 1 : last])
    if kind == "body" and stem in _PART_OF and (organisation or organised):
        return "organisation"
    if stem in ("فريق", "لواء", "عميد", "مقدم", "رائد") and not runs:
        return "group" if stem == "فريق" else kind
    if word.head.plural and kind == "person":
        return "person" if any(r[1] - r[0] >= 2 for r in runs) else "group"
    return kind


def _definite(doc: Document, first: int, last: int, mentions: list[Mention]) -> bool:
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
    if mention is None and doc.words[nxt].adjective >= 3 and not doc.words[nxt].definite and doc.words[nxt].head is None:
        return False
    return doc.words[nxt].definite or mention is None and _definite(doc, nxt, last, mentions)


def _qualifiers(doc: Document, first: int, last: int, run: Range | None) -> frozenset[str]:
    """What tells the office from others with the same title: the nouns and adjectives around it, entities by their ids."""
    found: set[str] = set()
    k = first + 1
    colourless = titles("colourless")
    while k < last:
        word, mention = doc.words[k], doc.mentions.get(k)
        if word.tag == "relative":
            break
        if run is not None and run[0] <= k < run[1] or word.tag or word.bare in GLUE or word.bare == "ل":
            k += 1
            continue
        if mention is not None:
            if mention.entity.type != "state":
                found.add(mention.entity.id)
                found.update(stem_of(w) for w in doc.words[k : mention.last] if not w.tag and w.adjective < 3 and not w.form.isascii())
            k = max(mention.last, k + 1)
            continue
        stem = _head_stem(doc, k)
        if (stem not in colourless or stem == "وزراء") and not stem.isascii():
            found.add(stem[:-1] if stem.endswith("ه") and word.adjective >= 3 else stem)
        k += 1
    return frozenset(found)


def _gender(doc: Document, k: int, kind: Kind) -> str:
    word = doc.words[k]
    if kind == "state":
        return "f"
    if word.head is None:
        return "f" if word.definite and word.core.endswith("ه") and kind != "person" else ""
    stem = _head_stem(doc, k)
    feminine = stem.endswith("ه") and stem not in _MASCULINE or stem in _FEMININE_HEADS
    return "f" if feminine else "m"


def read_gender(doc: Document, k: int) -> str:
    """The gender of a head noun, "" where its plural may be either."""
    word = doc.words[k]
    if word.head is None or word.head.plural or word.core.endswith(("ات", "ون", "ين")) or word.head.kind == "group":
        return ""
    return _gender(doc, k, word.head.kind)


def _number(doc: Document, first: int, kind: Kind) -> str:
    word = doc.words[first]
    if word.head is not None and (word.head.kind == "group" or word.head.plural) and stem_of(word) not in _FEMININE_HEADS:
        return "p"
    if kind == "person":
        return "s"
    return "p" if word.core.endswith(("ون", "ين")) and len(word.core) > 4 else "s"


def _several(doc: Document, first: int, last: int, mentions: list[Mention], runs: list[Range], kind: Kind) -> bool:
    """Several holders at once: two names, or two states or organisations, joined by a conjunction."""
    joins = [k for k in range(first + 1, last) if doc.words[k].conjunction or doc.words[k].bare == "و"]
    if not joins:
        return False
    if kind == "person":
        return any(a[1] <= k <= b[0] for a, b in zip(runs, runs[1:], strict=False) for k in joins) and len(runs) >= 2
    whole = [m for m in mentions if m.form not in ("adjective", "people")]
    return any(m.first - 1 in joins or m.first in joins for m in whole if m.first > first) and len(whole) >= 2
