"""Personal names: where they run inside a phrase, and when two of them may be the same person."""

from __future__ import annotations

from mawqif.lang.ar.lexis.spelling import respells
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.phrase import continues_name, is_adverb, is_name
from mawqif.lang.ar.syntax.zone import Range
from mawqif.lang.ar.who.titles import titles

GLUE = frozenset("عبد بن ابن ابو ابي ابا ال ام بنت آل دي فان فون دو لو اوف ذو ولد تشي".split())
"""Particles inside names; what follows them goes on the name whatever else it may mean."""
_SON_OF = ("بن", "ابن", "بنت")
_HYPHENS = frozenset("-–—")
NEVER = frozenset(
    (
        "ايضا كذلك نفسه نفسها ذاته ذاتها امس اليوم غدا الان معا بدوره بدورها الحالي السابق الراحل المقبل الجديد "
        "بشده بقوه بوضوح بصراحه المختص المقيم المكلف الملقب المعروف سابقا حاليا لاحقا مؤخرا لكل بكل بجد وفق"
    ).split()
)
_ENDS = ("ها", "هم", "هما", "ته")
_PLURAL = ("ون", "ين", "ات")
_NOT_IN_NAMES = frozenset("name adjective capital metonym people".split())
_COMPOUND = frozenset("الدين الله الرحمن الاسلام الزمان الحق النبي".split())
_RANKS = frozenset("اول ركن طيار بحري احتياط متقاعد حقوقي".split())
_SURE = 3
_RARE = 5
_ADJECTIVE = 5
_COMMON = 8
_MOST = 9


def name_runs(doc: Document, first: int, last: int, special: frozenset[str] = frozenset()) -> list[Range]:
    """Maximal runs of name words between two tokens; `special` are forms of the article known to be names (ويفر)."""
    runs: list[Range] = []
    k = first
    while k < last:
        end = _run_end(doc, k, last, special) if _in_name(doc, k, 0, special) else k
        if end > k and not _inside_name(doc, k):
            runs.append((_left(doc, first, k), end))
            k = end
        k += 1
    return runs


def _run_end(doc: Document, first: int, last: int, special: frozenset[str]) -> int:
    """The end of the run of name words that begins with the one at `first`."""
    k = first + 1
    while k < last:
        word = doc.words[k]
        if word.form in _HYPHENS and _joined(doc, k, last):
            k += 1
        elif not _in_name(doc, k, k - first, special):
            break
        k += 1
    while k > first and (doc.words[k - 1].bare in GLUE or _accusative(doc, first, k)):
        k -= 1
    return k


def _left(doc: Document, first: int, run: int) -> int:
    """A definite given name before the run belongs to it where it opens the phrase or an apposition (الحارث إدريس).

    So does whatever stands before بن (سلطان بن محمد).
    """
    if run > first and doc.words[run].bare in _SON_OF and not doc.words[run - 1].tag:
        return run - 1
    if run == first or run != first + 1 and doc.words[run - 2].tag != "comma":
        return run
    word = doc.words[run - 1]
    plain = (
        word.definite and word.head is None and not word.tag and word.adjective < _SURE and run - 1 not in doc.mentions
    )
    return run - 1 if plain and word.count <= _RARE else run


def _joined(doc: Document, k: int, last: int) -> bool:
    """A hyphen without spaces inside a name (بان كي-مون)."""
    start, end = doc.tokens.starts, doc.tokens.ends
    return k + 1 < last and end[k - 1] == start[k] and end[k] == start[k + 1] and doc.words[k + 1].tag == ""


def _in_name(doc: Document, k: int, running: int, special: frozenset[str]) -> bool:
    word = doc.words[k]
    if word.form in special or running > 1 and word.form == "هو" and doc.words[k + 1].tag == "comma":
        return True
    if word.tag or not running and (_never_first(word) or _is_abbreviation(doc, k) or is_rank(doc, k)):
        return False
    if word.preposition:
        return _mis_split(doc, k, word, running)
    if word.conjunction:
        return _letter_is_its_own(doc, k, running)
    if word.bare in NEVER or word.form.startswith("است") and len(word.form) > 5:
        return False
    if _possessed(word) or _with_clitic(word):
        return False
    before, mention = doc.words[k - 1] if running else None, doc.mentions.get(k)
    if mention is not None and mention.form in _NOT_IN_NAMES:
        single = mention.last == k + 1
        return single and before is not None and not word.definite and _as_surname(before, running, mention.form)
    if word.bare in GLUE:
        return word.bare != "ام" or running > 0
    if running and is_adverb(doc, k):
        return False
    if before is None and _plain_accusative(doc, k, word):
        return False
    if before is None:
        return not word.definite and (
            is_name(word) or word.name >= _SURE and word.head is None and word.noun < 7 or _weak_start(doc, k)
        )
    return _continues(doc, k, running, word, before)


def is_rank(doc: Document, k: int) -> bool:
    """الفريق أول ياسر، اللواء ركن جعفر: what stands without an article between a rank and a name."""
    if k < 1 or doc.forms[k] not in _RANKS:
        return False
    head = doc.words[k - 1].head
    return head is not None and head.kind == "person" and doc.words[k - 1].definite or is_rank(doc, k - 1)


def _never_first(word: Word) -> bool:
    """A plain noun, a common word, or one with the article begins no name."""
    if word.definite and not word.preposition and not word.conjunction:
        return True
    return word.name == 0 and (word.head is not None or word.count > _MOST)


def _is_abbreviation(doc: Document, k: int) -> bool:
    """The letter of a title and its full stop (د. خالد، م. سعاد) begin no name."""
    form = doc.forms[k]
    return not form[0].isalnum() or len(form) == 1 and k + 1 < len(doc.forms) and doc.forms[k + 1] == "."


def _inside_name(doc: Document, k: int) -> bool:
    """A word inside the name of a state or organisation (إقليم كردستان) begins no personal name."""
    mentions = doc.mentions
    return any(j in mentions and mentions[j].last > k and not mentions[j].loose for j in range(max(0, k - 5), k))


def _letter_is_its_own(doc: Document, k: int, running: int) -> bool:
    """فراس، فالس، وايت: what was taken for a conjunction belongs to the name where the rest is no word."""
    word = doc.words[k]
    if not k or word.tag:
        return False
    before = doc.words[k - 1]
    if running:
        return word.count < _SURE or word.form.startswith("ف") and before.bare in GLUE
    if not word.form.startswith("ف") or word.core.startswith("ال"):
        return False
    return before.definite and before.head is not None and k + 1 < len(doc.words) and _surname_like(doc, k + 1)


def _mis_split(doc: Document, k: int, word: Word, running: int) -> bool:
    """A rare name whose first letter was taken for a preposition (باغان), between a country or title and a name."""
    if word.core.startswith("ال") or word.count > _RARE or k + 1 >= len(doc.words) or not k:
        return False
    after, before = doc.words[k + 1], doc.words[k - 1]
    if word.form.startswith("بو") and is_name(after) and _slot(doc, k):
        return True
    if running and row("ال" + word.core)[0] == 0 and not word.core.endswith(("ه", "ها", "هم")):
        return True
    return (
        is_name(after)
        and not after.definite
        and after.count <= _RARE
        and (before.definite or (k - 1) in doc.mentions or before.tag == "comma")
    )


def _weak_start(doc: Document, k: int) -> bool:
    """A given name that is another word too (فضل، صادق، عمر): after a title or comma, with a name behind it."""
    word = doc.words[k]
    if word.core.endswith("ا") and not word.name and row(word.core[:-1])[0] > 0 and not _foreign_after(doc, k):
        return False
    if _given_after_title(doc, k) or _title_as_given(doc, k):
        return True
    if (
        word.head is not None
        or word.cues
        and not word.name
        or word.verb
        and not word.name
        or k + 1 >= len(doc.words)
        or k in doc.times
    ):
        return False
    if not _slot(doc, k):
        return False
    after = doc.words[k + 1]
    if _addressed(doc, k) and after.definite and not after.preposition and word.count <= _COMMON:
        return True
    if word.name or word.count <= _RARE and not (k and doc.words[k - 1].tag == "comma"):
        return _surname_like(doc, k + 1) or _undefined(after)
    return (
        (is_name(after) and (not after.definite or after.name >= _SURE and not word.noun) or _undefined(after))
        and k + 1 not in doc.mentions
        and k + 1 not in doc.times
        and word.count <= _COMMON
    )


def _addressed(doc: Document, k: int) -> bool:
    """Whether the word stands behind a title by which people are addressed (الدكتورة هند …)."""
    before = doc.words[k - 1] if k else None
    return before is not None and before.definite and plain(before.core) in titles("courteous")


def _given_after_title(doc: Document, k: int) -> bool:
    """السيد حسن نصر الله، الوزير المصري أشرف سلمان: between a title and a name a verb's form is a given name too."""
    word, before = doc.words[k], doc.words[k - 1] if k else doc.words[k]
    if word.cues or word.head is not None or k + 1 >= len(doc.words) or not before.definite or k in doc.times:
        return False
    titled = before.head is not None and before.head.kind == "person" and word.name > 0
    elative = len(word.core) == 4 and word.core[0] == "ا" and k - 1 in doc.mentions
    return (titled or elative) and doc.words[k + 1].name >= _SURE


def _title_as_given(doc: Document, k: int) -> bool:
    """…، أمير أفيفي: behind a comma a title without article before a foreign name is a given name."""
    word = doc.words[k]
    apart = k > 0 and doc.words[k - 1].tag == "comma" and k + 1 not in doc.mentions
    return apart and word.head is not None and word.name >= 2 and not word.definite and _foreign_after(doc, k)


def _plain_accusative(doc: Document, k: int, word: Word) -> bool:
    """بيانا، مستعرضا: the accusative of a commoner word is no name, unless a foreign surname follows (ماريا)."""
    if word.name or not word.core.endswith("ا") or row(word.core[:-1])[0] < word.count + 2:
        return False
    return not _foreign_after(doc, k)


def _foreign_after(doc: Document, k: int) -> bool:
    after = doc.words[k + 1] if k + 1 < len(doc.words) else None
    return after is not None and is_name(after) and not after.definite and after.count <= _RARE


def _slot(doc: Document, k: int) -> bool:
    """Whether a name may begin after what stands before: a title, a comma, a verb, the name of a country."""
    if k == 0:
        return True
    before = doc.words[k - 1]
    if before.tag:
        return before.tag == "comma" or (k - 1) in doc.closers or (k - 1) in doc.quotes
    mention = doc.mentions.get(k - 1)
    return (
        before.definite
        or mention is not None
        or any(not c.is_noun for c in before.cues)
        or _undefined(before)
        or before.core.endswith("ته")
    )


def _rare(word: Word) -> bool:
    """A rare form that no table knows as anything (قاسمي، هيج): behind a given name it is a surname."""
    if word.verb or word.head is not None or word.cues or word.definite or word.conjunction or word.adjective >= _SURE:
        return False
    return word.count <= _RARE and not word.core.endswith(("ات", "ين", "ون", "ا", "ه", "ها", "هم"))


def _undefined(word: Word) -> bool:
    """A rare form that never takes the article, as foreign names are."""
    if word.tag or word.verb or word.head is not None or word.preposition or word.conjunction or word.definite:
        return False
    return (
        word.count <= 6
        and not (word.cues and word.count > 1)
        and not word.core.endswith(("ات", "ين", "ون", "ا", "ه"))
        and row("ال" + word.core)[0] == 0
    )


def _surname_like(doc: Document, k: int) -> bool:
    word = doc.words[k]
    if word.tag or word.preposition or word.conjunction or word.head is not None or k in doc.times:
        return False
    if word.bare in GLUE or is_name(word):
        return True
    return (
        word.definite and word.adjective < _SURE and word.noun < 4 and word.count <= _COMMON and k not in doc.mentions
    )


def _with_clitic(word: Word) -> bool:
    """والمحلل، للأحرار: an article under a clitic, however name-like the form is counted."""
    form = word.form
    if (
        len(form) > 3
        and form[0] in "بل"
        and not word.name
        and (row(form[1:])[0] >= _COMMON or min(row(form[1:])[0], row("ال" + form[1:])[0]) >= _RARE)
    ):
        return True
    if len(form) < 6:
        return False
    if form[:2] == "لل":
        return row("ال" + form[2:])[0] > 0
    return form[0] in "وفبك" and form[1:3] == "ال" and row(form[1:])[0] > 0 and row(form[1:])[0] >= row(form)[0] - 2


def _as_surname(before: Word, running: int, form: str) -> bool:
    """The name of a state is a surname right after a given name (روبرت مالي)."""
    return form == "adjective" or (form == "name" and running == 1 and is_name(before) and not before.definite)


def _continues(doc: Document, k: int, running: int, word: Word, before: Word) -> bool:
    if before.bare in GLUE:
        return True
    if is_name(word):
        return True
    if word.head is not None and not word.definite and running == 1 and word.name and _ends_name(doc, k + 1):
        return before.name >= _SURE
    if word.head is not None and plain(word.core) in titles("address") - {"شيخ"}:
        return False
    if word.head is not None:
        return (
            word.definite
            and before.name >= 2
            and running <= 4
            and (word.head.kind == "person" or word.head.kind == "group" and not word.core.endswith(_PLURAL))
            and plain(word.core) not in titles("official")
        )
    if word.definite:
        return word.bare in _COMPOUND or _definite_surname(doc, k, running, word, before)
    if k in doc.times:
        return False
    return continues_name(doc, k, running) or _undefined(word) or running <= 2 and _rare(word)


def _ends_name(doc: Document, k: int) -> bool:
    """دينا مفتي، … : nothing follows that a title would be of."""
    word = doc.words[k] if k < len(doc.words) else None
    return word is None or word.tag in ("comma", "that", "preposition", "colon", "close") or k in doc.times


def _definite_surname(doc: Document, k: int, running: int, word: Word, before: Word) -> bool:
    """A definite word after a name is a surname unless it is an adjective or, where no title leads, a plain noun."""
    if word.adjective >= _ADJECTIVE and before.name < 2 or k in doc.times:
        return False
    deed = running > 1 and before.definite and before.name >= _SURE and word.noun >= _SURE  # رفض سامي البرهان القبول بـ
    deed = deed or any(c.is_noun for c in word.cues)  # جدد كيربي الإشارة إلى
    if not word.name and (deed or word.core.endswith(_PLURAL) or word.core.startswith("المت")):
        return False
    if word.adjective >= _ADJECTIVE and word.core.endswith("يه") and word.count >= _COMMON:
        return False
    start = k - running
    titled = start > 0 and (
        doc.words[start - 1].definite or doc.words[start - 1].tag == "comma" or doc.words[start - 1].head is not None
    )
    if titled and running == 1:
        return word.adjective < _ADJECTIVE or word.noun < 6
    plain = running == 1 and word.noun >= _SURE and before.name < _SURE
    return not plain and (word.noun < 6 or word.count <= 4) and word.count <= _MOST


def _possessed(word: Word) -> bool:
    """A rare form with a possessive pronoun or preposition is no name (بدستوريتها)."""
    return word.count <= _RARE and word.name < 2 and len(word.core) > 5 and word.core.endswith(_ENDS)


def _accusative(doc: Document, first: int, end: int) -> bool:
    """An indefinite accusative (عددا) after a whole name is none of it."""
    word = doc.words[end - 1]
    if end - first < 2 or word.name or not word.core.endswith("ا") or doc.words[end - 2].bare in GLUE:
        return False
    plain = row(word.core[:-1])[0]
    return plain >= _RARE or plain > word.count


def plain(form: str) -> str:
    """A name word without its article."""
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


def parts(doc: Document, run: Range, special: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The words of a name, without particles and articles."""
    found = []
    for k in range(*run):
        word = doc.words[k]
        if word.tag and word.form not in special or word.bare in GLUE:
            continue
        whole = word.form in special or word.conjunction or word.preposition and k > run[0]
        found.append(plain(word.form if whole else word.core))
    return tuple(found)


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: all words of the shorter one stand in the longer one, in any spelling."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if not short:
        return False
    return set(short) <= set(long) or _respelled(short, long)


def _respelled(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Every word of the short name is one of the long one, or spelled alike and long enough to tell."""
    return all(word in long or any(respells(word, other) for other in long) for word in short)
