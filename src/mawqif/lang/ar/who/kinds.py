"""What a phrase denotes: the kind of speaker, by its head, the entity it names or its form; and whose name it holds."""

from __future__ import annotations

from mawqif.lang.ar.lexis.lexicon import heads
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.zone import Range
from mawqif.lang.ar.who.names import plain
from mawqif.lang.ar.who.nouns import head_stem, is_definite, possessed, stem_of
from mawqif.lang.ar.who.titles import titles
from mawqif.model import Kind
from mawqif.world import Mention

_RELATIONS = frozenset(
    "نجل والد والده شقيق شقيقه زوج زوجه ابن ابنه عم جد محامي محام مكتب حمله اسره عائله مدير محاميه".split()
)
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
    """The kind of speaker that the phrase from `first` to `last` denotes."""
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
        or surname.head is not None
        and stem_of(surname) in titles("official")
    ):
        return None
    return (first + 1, last)


def follows_title(doc: Document, first: int, run: int) -> bool:
    """Whether a name at `run` is the title-holder's: after a title, a comma or a country, not in an idafa."""
    before, word = doc.words[run - 1], doc.words[run]
    if run - 1 in doc.quotes and run - 2 >= first:
        return doc.words[run - 2].definite or doc.words[run - 2].adjective >= 3
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
