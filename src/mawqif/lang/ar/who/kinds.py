"""What a phrase denotes: the kind of speaker, by its head, the entity it names or its form; and whose name it holds."""

from __future__ import annotations

from mawqif.lang.ar.lexis.lexicon import heads
from mawqif.lang.ar.lexis.shape import ADJECTIVAL
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.phrase import is_verb
from mawqif.lang.ar.syntax.zone import Range
from mawqif.lang.ar.who.names import GLUE, NEVER, is_rank, plain
from mawqif.lang.ar.who.nouns import follows_title, head_stem, is_definite, possessed, stem_of
from mawqif.lang.ar.who.titles import titles
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
_NUMERALS = frozenset(
    "ثلاثه ثلاث اربعه اربع خمسه خمس سته ست سبعه سبع ثمانيه ثماني تسعه تسع عشره عشر عشرون عشرين ثلاثون ثلاثين مئه".split()
)
_SUPERLATIVES = frozenset("احدث اخر اول ابرز اكبر اهم".split())
_PART_OF = frozenset("امانه قياده جهاز مكتب رئاسه اداره لجنه مجلس هيئه ديوان قوات امن نظام مفوضيه".split())
_PRESS = frozenset("انباء صحافه اخبار صحافيه صحفيه اعلاميه اعلام".split())
_MEMBERS = frozenset("نواب وزراء شيوخ اعيان قضاه سفراء خبراء".split())
_ANYBODY = frozenset("احد احدي جندي سائق شخص شاهد".split())
_LONGEST = 4
_GIVEN = 1
"""Words of a name that ask for a surname."""
_NOBLE = frozenset("فان فون دي دو".split())
"""Particles of surnames: with what follows them the name is whole (فان غال)."""
_RARE = 5
_UNIONS = frozenset(("UN", "EU", "AU"))
_CODE = 2
"""Letters of a state's code: whom it stands for is an organ of the state, however it is called."""
_PLURAL = ("ون", "ين", "ات")
_ONE_OF = frozenset("عضو ضابط مواطن مواطنه موظف موظفه دبلوماسي دبلوماسيه نائب وزير قيادي مستشار".split())


def kind_of(doc: Document, first: int, last: int, mentions: list[Mention], runs: list[Range]) -> Kind:
    """The kind of speaker that the phrase from `first` to `last` denotes."""
    word = doc.words[first]
    stem = stem_of(word)
    if word.head is None and (accusative := accusative_kind(word)) is not None:
        return accusative
    if stem in _SUPERLATIVES and first + 1 < last and doc.words[first + 1].head is not None:
        return _kind_of_head(doc, first + 1, last, mentions, runs)
    if (
        word.tag == "number"
        or stem in _QUANTIFIERS | _NUMERALS
        or possessed(doc, first)[0] in ("بعض", "غالبيه", "معظم")
    ):
        return _kind_of_counted(doc, first, last)
    at_head = next((m for m in mentions if m.first == first and m.form not in ("adjective", "people")), None)
    if (
        runs
        and runs[0][0] == first
        and (word.head is None and at_head is None or runs[0][1] - first >= 2 and word.head is None)
    ):
        return "person"
    if at_head is not None and at_head.entity.type == "state" and at_head.last > first + 1:
        if stem == "دوله":
            return "state"
        if at_head.form == "metonym" and word.head is not None and word.head.kind == "organisation":
            return "body"
    if word.head is not None and (
        at_head is None or at_head.entity.type == "state" or word.head.kind not in ("organisation", "body")
    ):
        return _kind_of_head(doc, first, last, mentions, runs)
    if at_head is not None:
        return _kind_of_mention(word, at_head)
    if any(m.first == first and m.form == "people" or m.gender == "p" and m.first == first for m in mentions):
        return "group"
    if is_several(word):
        return "group"
    return "person"


def _kind_of_counted(doc: Document, first: int, last: int) -> Kind:
    """Several officials stay unnamed sources, several companies organisations: بعض المسؤولين، عدد من الشركات."""
    heads_of = (doc.words[k].head for k in range(first + 1, min(first + 4, last)))
    head = next((head for head in heads_of if head is not None), None)
    return head.kind if head is not None and head.kind in ("anonymous", "organisation", "media", "body") else "group"


def accusative_kind(word: Word) -> Kind | None:
    """The kind of an indefinite noun in the accusative (بياناً، اتفاقاً), which the table has in the nominative."""
    if not word.core.endswith("ا") or word.definite or word.name >= 2:
        return None
    head = heads().get(word.core[:-1])
    return head.kind if head is not None and head.kind in ("document", "organisation") else None


def _kind_of_mention(word: Word, mention: Mention) -> Kind:
    if mention.form == "metonym" and mention.entity.type == "state" and stem_of(word) != "احتلال":
        return "body"
    organ = len(mention.entity.actor) == _CODE and mention.entity.actor not in _UNIONS
    if word.head is not None and word.head.kind == "body" and (organ or stem_of(word) not in _PART_OF):
        return "body"
    return _OF_ENTITY.get(mention.entity.type, "person")


def is_several(word: Word) -> bool:
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
    press = any(m.entity.type == "media" for m in mentions) or any(stem_of(w) in _PRESS for w in near)
    counted = near[1:] if stem == "مجموعه" and near and near[0].bare == "من" else near
    first_head = counted[0].head if counted else None
    if stem == "تقارير" and not press:
        return "document"
    if stem == "قسم" and first_head is not None and first_head.kind == "body":
        return "body"
    if kind == "group" and stem in _COUNTING:
        return _kind_of_counted(doc, first, last)
    if kind == "anonymous":
        if stem == "مصادر" and press and not _spoke_to(doc, mentions):
            return "media"
        named = any(r[1] - r[0] >= 2 and follows_title(doc, first, r[0]) for r in runs)
        return "person" if named and not word.head.plural else kind
    if kind == "organisation" and press and stem in ("وكاله", "شبكه", "هيئه", "موسسه"):
        return "media"
    if stem == "مجموعه" and kind == "organisation" and first_head is not None and first_head.kind == "group":
        return "group"
    if (told := _told_beside(doc, first, last, mentions, runs)) is not None:
        return told
    if stem in ("فريق", "لواء", "عميد", "مقدم", "رائد") and not runs:
        return "group" if stem == "فريق" else kind
    if word.head.plural and kind == "person":
        return "person" if any(r[1] - r[0] >= 2 for r in runs) else "group"
    return kind


def _told_beside(doc: Document, first: int, last: int, mentions: list[Mention], runs: list[Range]) -> Kind | None:
    """The kind that what stands beside a head tells: بعثة of a state, all members of a council, a team of somebody's."""
    word, stem = doc.words[first], head_stem(doc, first)
    assert word.head is not None
    kind, near = word.head.kind, doc.words[first + 1 : min(first + 4, last)]
    organisation = any(m.entity.type == "organisation" for m in mentions)
    organised = any(w.head is not None and w.head.kind == "organisation" for w in doc.words[first + 1 : last])
    if stem == "بعثه" and any(
        m.first == first + 1 and m.form == "adjective" and m.entity.type == "state" for m in mentions
    ):
        return "body"
    if stem == "اعضاء" and organisation and any(w.tag == "number" for w in doc.words[first:last]):
        return "organisation"
    if kind == "body" and stem == "لجنه" and _of_a_trade(near):
        return "organisation"
    if kind == "body" and stem in _PART_OF and (organisation or organised):
        return "organisation"
    if stem == "فريق" and runs and not word.definite and runs[0][0] == first + 1:
        return "organisation"
    return None


def _spoke_to(doc: Document, mentions: list[Mention]) -> bool:
    """مصادر لـ(المرآة): the medium is whom the sources spoke to."""
    media = [m for m in mentions if m.entity.type == "media"]
    return any(m.clitic in ("ل", "لل") or "ل" in (doc.forms[m.first - 1], doc.forms[m.first - 2]) for m in media)


def _of_a_trade(near: list[Word]) -> bool:
    """لجنة أطباء، لجنة المعلمين: the people of a trade, not of the state."""
    head = near[0].head if near else None
    return head is not None and head.kind == "group" and stem_of(near[0]) not in _MEMBERS


def is_unknown(doc: Document, first: int, last: int, mentions: list[Mention]) -> bool:
    """One of many, of whom the outlet tells no name: a soldier, a driver, a diplomat."""
    stem = stem_of(doc.words[first])
    return stem in _ANYBODY or stem in _ONE_OF and not is_definite(doc, first, last, mentions)


def outside_quotes(doc: Document, first: int, runs: list[Range]) -> list[Range]:
    """Runs outside quotation marks and brackets, unless the phrase is just a name in quotation marks."""
    whole = doc.quoted[first]
    return [
        run
        for run in runs
        if (doc.quoted[run[0]] == whole or _quoted_name(doc, run))
        and (run[0] <= first + 1 or doc.words[run[0] - 1].tag != "open")
    ]


def _quoted_name(doc: Document, run: Range) -> bool:
    """A quotation that is all one name of two words or more (اللاجئ "أنس معضماني")."""
    quote = doc.quotes.get(run[0] - 1)
    return quote is not None and quote.last == run[1] and run[1] - run[0] >= 2


def person_run(doc: Document, first: int, runs: list[Range], kind: Kind) -> Range | None:
    """The run that names the speaker: it opens the phrase or follows a title, not a noun that it possesses."""
    if kind != "person" or not runs:
        return None
    if runs[0][0] == first and not (doc.words[first].head is not None and runs[0][1] - first < 2):
        return runs[0]
    fitting = [run for run in runs if follows_title(doc, first, run[0]) and not _indefinite_and_short(doc, run)]
    if not fitting:
        return None
    longest = max(run[1] - run[0] for run in fitting)
    return (
        fitting[-1] if fitting[-1][1] - fitting[-1][0] >= min(longest, 2) else max(fitting, key=lambda r: r[1] - r[0])
    )


def whole_name(doc: Document, first: int, last: int, run: Range) -> Range:
    """The run with the words beside it that can be nothing but the rest of the name, known as names or not."""
    start, end = run
    while start - 1 >= first and _joins_left(doc, first, start):
        start -= 1
    particle = doc.words[start].bare
    given = end - start <= _GIVEN + (particle in GLUE) and not (particle in _NOBLE and end - start > 1)
    most = 2 if given else int(start > first and end < last and doc.words[end].definite)
    stop = end
    while stop < last and stop - end < most and is_surname(doc, stop, titled=start > first):
        stop += 1
    return (start, stop) if stop == last or _closes_name(doc, stop) else (start, end)


def _closes_name(doc: Document, k: int) -> bool:
    word = doc.words[k]
    return word.tag in ("comma", "open") or word.definite and word.head is not None


def _joins_left(doc: Document, first: int, start: int) -> bool:
    """Between a comma and a name stands nothing but name: القائد، كوبي ميروم؛ the divine half takes its other half."""
    word = doc.words[start - 1]
    if is_rank(doc, start - 1):
        return False
    if word.tag or word.preposition or word.conjunction or word.head is not None or (start - 1) in doc.times:
        return False
    if _follows_state(doc, start - 1) and start - 2 > first:
        return not _has_article(doc, start - 1) and not is_verb(word)
    if doc.words[start - 2].tag == "preposition" or start - 2 in doc.mentions and doc.mentions[start - 2].last >= start:
        return False
    if word.bare == "الله":
        return start - 2 >= first and not doc.words[start - 2].definite
    if doc.words[start].bare == "الله":
        return not word.definite
    return not word.definite and start - 2 > first and doc.words[start - 2].tag == "comma" and not is_verb(word)


def is_surname(doc: Document, k: int, *, titled: bool) -> bool:
    """Whether a word behind a given name may be its surname, common or not."""
    word = doc.words[k]
    trade = word.definite and word.head is not None and word.head.kind == "group" and not word.core.endswith(_PLURAL)
    other = word.head is not None and word.name < (1 if word.definite else 2) and not (trade and titled)
    if word.tag or other or word.bare in NEVER or k in doc.times or k in doc.quotes:
        return False
    mention = doc.mentions.get(k)
    if mention is not None and (mention.form not in ("adjective", "name") or mention.clitic not in ("", "ال")):
        return False
    if word.preposition or word.conjunction:
        return word.form[0] != "و" and not word.core.startswith("ال") and row(word.core)[0] <= _RARE
    foreign = word.core.endswith("ا") and not row(word.core[:-1])[0]
    if word.definite and not word.name and word.core.endswith(_PLURAL):
        return False
    return not is_verb(word) and (word.definite or foreign or not word.core.endswith(("ات", "ا")))


def name_in_apposition(doc: Document, first: int, last: int) -> Range | None:
    """Words of which none is known as a name, before the title that tells what they are: جيري رايس المتحدث باسم X."""
    k = first
    while k < min(last, first + 5):
        word = doc.words[k]
        if word.head is not None and word.head.kind == "person" and k > first + 1:
            end = k - 1 if doc.words[k - 1].tag == "comma" else k
            return (first, end) if end - first >= 2 else None
        if word.tag == "comma" and k > first + 1 and k + 1 < last:
            k += 1
            continue
        odd = word.tag or word.preposition or word.conjunction or word.head is not None or k in doc.times
        if odd or k == first and word.definite or is_verb(word) or k in doc.mentions and k == first:
            return None
        k += 1
    return None


def name_before_office(doc: Document, first: int, last: int) -> Range | None:
    """What stands before a comma and an office, however it may be read else: الحبيب الصيد، رئيس الحكومة."""
    while first + 1 < last and (len(doc.forms[first]) == 1 or doc.forms[first] == "."):
        first += 1
    comma = next((k for k in range(first + 1, min(last, first + 5)) if doc.words[k].tag == "comma"), None)
    if comma is None or comma + 1 >= last:
        return None
    office, words = doc.words[comma + 1], doc.words[first:comma]
    titled = office.head is not None and office.head.kind == "person" and not office.head.plural
    if not titled or office.conjunction or office.preposition or any(_is_no_name(doc, k) for k in range(first, comma)):
        return None
    named = doc.mentions.get(first)
    if named is not None and (named.entity.type != "state" or named.last > first + 1):
        return None
    surname = comma - first == 1 and not (words[0].definite and words[0].adjective >= ADJECTIVAL)
    return (first, comma) if comma - first > 1 or surname and named is None else None


def _is_no_name(doc: Document, k: int) -> bool:
    word = doc.words[k]
    return bool(word.tag or word.head is not None or word.preposition or word.conjunction) or k in doc.times


def name_after_state(doc: Document, first: int, last: int) -> Range | None:
    """رئيس وزراء ألبانيا إيدي راما: behind an office and the name of its state stands nothing but the holder's name."""
    head = doc.words[first].head
    if head is None or head.kind != "person" or head.plural:
        return None
    k = next((k for k in range(first + 1, last - 1) if _follows_state(doc, k)), None)
    if k is None or last - k > _LONGEST or _has_article(doc, k) or is_verb(doc.words[k]):
        return None
    plain = all(not (w.tag or w.preposition or w.conjunction or w.head or w.cues) for w in doc.words[k:last])
    return (k, last) if plain else None


def _has_article(doc: Document, k: int) -> bool:
    """الهام is definite, إلهام is a name."""
    return doc.words[k].definite and doc.text[doc.tokens.starts[k]] != "إ"


def _follows_state(doc: Document, k: int) -> bool:
    """Whether the name of a state ends right before `k`."""
    before = (doc.mentions.get(j) for j in range(max(0, k - 5), k))
    return any(
        m is not None and m.last == k and m.entity.type == "state" and m.form in ("name", "adjective") for m in before
    )


def _indefinite_and_short(doc: Document, run: Range) -> bool:
    """One word after an indefinite head is its adjective (ضابط موال), a name would be longer."""
    before = doc.words[run[0] - 1]
    return (
        run[1] - run[0] == 1 and before.head is not None and not before.definite and not possessed(doc, run[0] - 1)[0]
    )


def bare_surname(doc: Document, first: int, last: int) -> Range | None:
    """A surname alone (الحيّة), or after a title of address (اللواء القوسي، المهندس المخرج)."""
    word = doc.words[first]
    if last - first == 1:
        return (first, last) if word.head is None and not word.tag else None
    surname = doc.words[first + 1]
    addressed = (
        word.head is not None
        and stem_of(word) in titles("address")
        and (word.definite or stem_of(word) in titles("courtesy"))
    )
    if last - first != 2 or not addressed or not surname.definite:
        return None
    if (
        (first + 1) in doc.mentions
        or surname.adjective >= 5
        or plain(surname.core) in titles("colourless")
        or surname.head is not None
        and stem_of(surname) in titles("official")
    ):
        return None
    return (first + 1, last)
