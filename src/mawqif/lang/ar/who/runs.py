"""Which run of name words in a phrase is the speaker's own name."""

from __future__ import annotations

from mawqif.lang.ar.document import Document
from mawqif.lang.ar.who.nouns import possessed, stem_of
from mawqif.lang.ar.who.titles import titles
from mawqif.lang.ar.zone import Range
from mawqif.model import Kind

_RELATIONS = frozenset(
    "نجل والد والده شقيق شقيقه زوج زوجه ابن ابنه عم جد محامي محام مكتب حمله اسره عائله مدير محاميه".split()
)


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
