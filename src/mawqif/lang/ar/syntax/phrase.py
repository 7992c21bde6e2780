"""Noun phrases: how far the name of a speaker, an audience or an object runs.

A phrase is read from its first word. Idafa chains go on until a definite word or a name; definite words take definite
adjectives, titles take names (Ryding 2005, ch. 8, 10). Whether a word is a name, a verb or an adjective is judged by
the counts in `words.py`, so unseen people are read like known ones.
"""

from __future__ import annotations

from mawqif.lang.ar.lexis.closed import ADVERBS, COURTEOUS, FORMULAS, HE, HONOURS
from mawqif.lang.ar.lexis.lexicon import heads
from mawqif.lang.ar.lexis.shape import (
    ADJECTIVAL,
    COMMON,
    VERBAL,
    is_circumstance,
    is_other_form,
    owned_noun,
    qualifies_participle,
)
from mawqif.lang.ar.lexis.table import row
from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.marker import SHORT_BRACKET, bracket_end
from mawqif.lang.ar.syntax.phrases.prepositions import free_prefix, free_preposition

STOP_TAGS = frozenset(
    "comma colon mark that breaking adversative subordinate relative auxiliary negation condition close question coordinate".split()
)
_THING, _FREQUENT = 5, 7
"""Counts of a noun, alone and with the article, from which on it is no name."""


def is_verb(word: Word) -> bool:
    """Whether the form is read as a finite verb; one that is as often a noun (وضع) is none inside a phrase."""
    return word.verb >= VERBAL and word.noun < 4 and not word.definite and word.preposition == "" and word.head is None


def is_name(word: Word) -> bool:
    """Whether the form is read as (part of) a personal name: it follows names and titles, or is rare and never definite."""
    if word.tag or word.preposition or word.head or word.verb or word.conjunction or len(word.core) < 2:
        return False
    if word.name >= 2 and word.noun < 6:
        return True
    if word.definite:
        return word.count <= 5 and word.adjective < 2 and word.noun < 3 and not word.cues
    if word.cues or word.act or word.noun >= 5 or is_other_form(word.core):
        return False
    if word.core.endswith(("ته", "ها", "هم")) and owned_noun(word.core):
        return False
    return word.count == 0 or row("ال" + word.core)[0] + 2 <= min(word.count, 8)


def continues_name(doc: Document, j: int, run: int) -> bool:
    """Whether the word at `j` goes on a personal name of `run` words: a name, or the surname after a single given name."""
    word, before = doc.words[j], doc.words[j - 1]
    mention = doc.mentions.get(j)
    if mention is not None and not mention.loose and mention.form in ("name", "capital"):
        return False
    if before.bare in ("بن", "ابن", "بنت", "ابو", "عبد", "ال") and (not word.tag or word.form == "علي"):
        return True
    if word.form == "الدين" and not before.definite or before.form == "الدين" and word.definite and word.noun < 3:
        return True
    if is_name(word) or (word.name >= 1 and not word.tag):
        return not (word.definite and word.noun >= 3 and word.name < 2 and run >= 2)
    if run == 1 and before.name >= 2 and word.definite and word.core[-1] == "ي" and word.head is None:
        return True
    if run > 0 and (_between_names(doc, j) or word.form == "لي" and not before.count):
        return True
    clitic = word.preposition or word.conjunction or word.definite
    if run != 1 or before.name < 3 or word.tag or word.cues or word.head or clitic or _completed(doc, j - 1):
        return False
    return word.noun < 7 and row("ال" + word.core)[0] < COMMON and not is_adverb(doc, j)


def _completed(doc: Document, k: int) -> bool:
    """Whether a particle of names before makes the word at `k` a surname already (فان غال)."""
    return k > 0 and doc.words[k - 1].bare in ("فان", "فون", "دي", "بن", "ابو")


def _between_names(doc: Document, j: int) -> bool:
    """رجب طيب أردوغان: a word of little use otherwise between two names is a name."""
    word, before = doc.words[j], doc.words[j - 1]
    plain = not (word.definite or word.tag or word.conjunction or word.preposition) and j + 1 < len(doc.words)
    if not plain or j in doc.times or word.noun >= ADJECTIVAL or word.act or word.cues or is_verb(word):
        return False
    return is_name(before) and not before.definite and is_name(doc.words[j + 1]) and not doc.words[j + 1].definite


def is_adverb(doc: Document, j: int) -> bool:
    """A word with tanwin of the accusative (مراراً) is no part of a name or title before it."""
    return j in doc.tanwin or doc.words[j].bare in ADVERBS


_ENDS = frozenset("بشده بقوه بوضوح بشكل بصوره بصراحه نحن انا اننا هناك".split())
"""Adverbials of manner; a speaker's own pronouns and هناك, with which words of his begin behind his name."""
_SURNAME = 4
"""Name score of what is surely part of a name."""


def noun_phrase(doc: Document, i: int, limit: int, *, tight: bool = False, stops: tuple[str, ...] = ()) -> int:
    """End of the noun phrase that starts at token `i`; `i` itself where none does.

    With `tight` the phrase ends where another one may begin (subject before object). `stops` are prepositions of the
    verb, at which the phrase ends unless its last word governs them (المتحدث باسم، المسؤول عن).
    """
    j, run = i, 0
    if i + 1 < limit and doc.forms[i] == "ذلك" and not doc.words[i + 1].definite:
        return i + 1
    words, quotes = doc.words, doc.quotes
    while j < limit:
        if words[j].tag == "open":
            after = bracket_end(doc, j, limit, SHORT_BRACKET)
            if after == j:
                return j
            j = after
            continue
        if j in quotes:
            if _quotation_ends(doc, i, j, limit, run, stops, tight=tight):
                break
            j = doc.quotes[j].last + 1
            if i in doc.quotes and j < limit and doc.words[j].head is not None and not doc.words[j].definite:
                break
            continue
        if _ends_phrase(doc, i, j, limit, run, stops) or (
            tight and j > i and not _inside_mention(doc, j) and _new_phrase(doc, i, j, run)
        ):
            break
        run = _run_after(doc, j, run)
        j += 1
    return _trim(doc, i, j)


def _run_after(doc: Document, j: int, run: int) -> int:
    """How many words of a personal name stand up to the word at `j`; -1 once a name is over."""
    word = doc.words[j]
    if word.head is not None and word.head.kind == "person":
        return 0
    named = (
        run == 0 and j > 0 and doc.words[j - 1].core in HONOURS and not (word.definite or word.tag or _is_thing(word))
    )
    goes_on = run > 0 and continues_name(doc, j, run) or named or not word.definite and is_name(word)
    return run + 1 if goes_on else run and -1


DASHES = frozenset("-–—ـ")


def closing_dash(doc: Document, i: int, limit: int) -> int | None:
    """The dash that closes the remark opened by the dash at `i`, at most 30 tokens on."""
    return next((k for k in range(i + 2, min(limit, i + 30)) if doc.forms[k] in DASHES), None)


def _quotation_ends(
    doc: Document, i: int, j: int, limit: int, run: int, stops: tuple[str, ...], *, tight: bool
) -> bool:
    """Whether the quotation at `j` is no part of the phrase that began at `i`: speech, or another phrase in marks."""
    if tight and run > 1 or doc.is_speech(j) or doc.quotes[j].last >= limit:
        return True
    if j > i + 1 and qualifies_participle(doc.words[j - 1], doc.words[j - 2]):
        return True
    return j > i and (_quoted_state(doc, j) or (tight or bool(stops)) and _opens_object(doc, j + 1, stops))


def _quoted_state(doc: Document, j: int) -> bool:
    """في اجتماع حزبه "إسرائيل": a state in quotation marks, behind a noun with its possessor, is another phrase."""
    mention = doc.mentions.get(j + 1)
    state = mention is not None and mention.entity.type == "state"
    return state and owned_noun(doc.words[j - 1].core) and doc.text[doc.tokens.ends[j - 1] - 1] != "ة"


def _opens_object(doc: Document, k: int, stops: tuple[str, ...]) -> bool:
    """Inside quotation marks: a noun of attitude, or the verb's own preposition (ندد في خطابه "بالإكراه …")."""
    return doc.words[k].act is not None or bool(doc.words[k].preposition) and doc.words[k].preposition in stops


def _trim(doc: Document, i: int, j: int) -> int:
    while j > i + 1 and doc.words[j - 1].tag in ("preposition", "demonstrative", "coordinate"):
        j -= 1
    return j


def _ends_phrase(doc: Document, i: int, j: int, limit: int, run: int, stops: tuple[str, ...]) -> bool:
    word, named = doc.words[j], run != 0
    if j > i:
        goes_on = _goes_on(doc, i, j, limit, run)
        if goes_on is not None:
            return not goes_on
    if word.tag in STOP_TAGS:
        return True
    if j > i and (word.form in _ENDS or word.bare in FORMULAS or word.conjunction and word.bare in HE):
        return True
    if word.tag == "preposition":
        return j == i or free_preposition(doc, i, j, limit, named, stops)
    if word.tag == "prepositional":
        return j == i or named or word.bare[0] == "ل"
    if word.preposition or word.bare in ("ل", "ب"):
        return j == i or free_prefix(doc, j, named, stops)
    if (
        word.cues
        and j > i
        and (named or settled(doc, j))
        and any(c.is_noun and c.inflection.pronoun for c in word.cues)
        and doc.text[doc.tokens.ends[j] - 1] != "ة"
    ):
        return True
    if word.cues and (word.conjunction or j > i) and any(not c.is_noun for c in word.cues) and word.head is None:
        return not _nominal_here(doc, j)
    return is_verb(word)


def _goes_on(doc: Document, i: int, j: int, limit: int, run: int) -> bool | None:
    """Whether what stands before the word at `j` makes it part of the phrase, or (a time, an adverb) none; None where it does not tell."""
    word, before = doc.words[j], doc.words[j - 1]
    accusative = word.core.endswith("ا")
    verbal = word.verb or word.cues
    if verbal and _name_after_title(doc, i, j, limit, run) or accusative and qualifies_participle(word, before):
        return True
    if j in doc.times or is_adverb(doc, j) or accusative and j not in doc.mentions and is_circumstance(word, before):
        return False
    named = run > 0 and continues_name(doc, j, run)
    other = word.bare == "غير" and j < limit - 1 and not word.conjunction and doc.words[j + 1].tag != "that"
    return True if named or other else None


def _name_after_title(doc: Document, i: int, j: int, limit: int, run: int) -> bool:
    """A given name that is a verb too (اللواء فضل بن يحيى) between a title and another part of the name."""
    word, before = doc.words[j], doc.words[j - 1]
    if run == 0 and is_verb(word) and _foreign_name(doc, i, j, limit):
        return True
    if before.head is None or before.head.kind != "person" or not before.definite or j + 1 >= limit:
        return False
    verbal = (word.cues or is_verb(word)) and not word.tag and not word.conjunction
    return bool(verbal) and doc.words[j + 1].bare in ("بن", "ابن", "بنت")


def _foreign_name(doc: Document, i: int, j: int, limit: int) -> bool:
    """الأمين العام ينس ستولتنبرغ: behind an office a form that may be a verb, before a word that can only be a name."""
    head, word = doc.words[i].head, doc.words[j]
    office = head is not None and head.kind == "person" and not head.plural
    if not office or word.cues or word.tag or word.conjunction or j + 1 >= limit:
        return False
    after = doc.words[j + 1]
    return not (after.count or after.tag or after.definite or after.preposition or after.conjunction or after.verb)


def _nominal_here(doc: Document, j: int) -> bool:
    """A word that may be a verb is a noun after an article-less noun in a title or when it carries the article."""
    word = doc.words[j]
    own = word.form[0] in "سن" and not word.name
    finite = any(c.is_participle or own and c.inflection.person == 1 and not c.inflection.pronoun for c in word.cues)
    return word.definite or word.noun >= 4 or (word.verb < VERBAL and not finite)


def _new_phrase(doc: Document, i: int, j: int, run: int) -> bool:
    """Whether another phrase begins at `j` although no mark stands between (رفض الرئيس الاتفاق)."""
    word, before = doc.words[j], doc.words[j - 1]
    if qualifies_participle(word, before):
        return False
    if word.tag == "demonstrative":
        return settled(doc, j) or before.core.endswith("ون")
    if (run != 0 or settled(doc, j)) and begins_object(doc, j, word):
        return j - 1 > i or before.definite or before.head is None or before.head.kind != "person" or before.head.plural
    if word.conjunction or word.tag or word.preposition:
        return False
    if before.tag == "prepositional" and not word.definite:
        return True
    if (j - 1) in doc.closers or before.tag == "close":
        return not (word.definite and word.adjective >= ADJECTIVAL)
    if run > 0:
        head, first = word.head, doc.words[i].head
        titled = first is not None and first.kind == "person" and run > 1 and doc.words[i].core not in COURTEOUS
        title = head is not None and head.kind in ("person", "anonymous") and not head.plural and not titled
        return not continues_name(doc, j, run) and not title
    if _inside_mention(doc, j):
        return False
    mention = doc.mentions.get(j)
    if mention is not None and mention.form in ("name", "capital") and _ends_mention(doc, j):
        return True
    return _new_definite(doc, i, j) if word.definite else _new_indefinite(doc, j)


def settled(doc: Document, j: int) -> bool:
    """Whether the phrase before `j` is whole: its last word is definite, a name, a head or an adjective."""
    before = doc.words[j - 1]
    if before.definite or before.head is not None or is_name(before) or _ends_mention(doc, j):
        return True
    return row("ال" + before.core)[3] >= ADJECTIVAL


def _new_definite(doc: Document, i: int, j: int) -> bool:
    """Whether a definite word starts another phrase: not as an adjective, a name or a second title."""
    word, before = doc.words[j], doc.words[j - 1]
    if not (before.definite or _ends_mention(doc, j)):
        return (
            before.core.endswith(("ون", "ين"))
            and len(before.core) > 4
            and before.head is not None
            and (before.head.plural or before.head.kind in ("group", "anonymous"))
        )
    if word.act is not None and word.adjective < ADJECTIVAL:
        return True
    if word.core.endswith(("ون", "ين")):
        return not (word.adjective >= 1 and before.core.endswith(("ون", "ين", "اء", "ء")))
    if word.adjective >= 1 and word.core.endswith(("ي", "يه")) and (word.adjective >= ADJECTIVAL or word.noun < 8):
        return False
    titled = (
        word.head is not None
        and (word.core in HONOURS or j + 1 < len(doc.words) and is_name(doc.words[j + 1]))
        and word.head.kind == "person"
        and (head := doc.words[i].head) is not None
        and head.kind == "person"
    )
    return word.adjective < ADJECTIVAL and not is_name(word) and not titled


def _new_indefinite(doc: Document, j: int) -> bool:
    """Whether an indefinite word starts another phrase: after a definite one, or a plural that governs none."""
    word, before = doc.words[j], doc.words[j - 1]
    if before.core in HONOURS and word.act is None and not _is_thing(word):
        return False
    medium = word.core == "وكاله" or word.head is not None and word.head.kind == "media"
    if medium and before.core != "عام" and before.head is None and row("ال" + before.core)[3] >= ADJECTIVAL:
        return True
    if before.definite or _ends_mention(doc, j):
        return not is_name(word) and not (word.head is not None and word.head.kind == "person" and not word.head.plural)
    if before.core.endswith(("ون", "ين")) and len(before.core) > 4 and before.name < 2 and not is_name(before):
        return not word.core.endswith(("ون", "ين", "ه"))
    return False


def _is_thing(word: Word) -> bool:
    """رفض الرئيس خطة: a word that is often a noun, with the article too, is no name behind a title."""
    return word.noun >= _THING and not word.name and row("ال" + word.core)[0] >= _FREQUENT


def begins_object(doc: Document, j: int, word: Word) -> bool:
    """A noun of attitude, or a plain noun with a possessive pronoun (الرئيس سلفه، الجيش انسحابه), starts another phrase."""
    if (
        word.tag
        or word.conjunction
        or word.preposition
        or word.definite
        or j in doc.mentions
        or _inside_mention(doc, j)
    ):
        return False
    return word.act is not None and word.name < 2 or _possessed(doc, j, word)


def _possessed(doc: Document, j: int, word: Word) -> bool:
    if doc.text[doc.tokens.ends[j] - 1] == "ة":
        return False
    if word.head is not None:
        return any(word.core.removesuffix(p) in heads() for p in ("ها", "هم", "ه") if word.core.endswith(p))
    if word.name >= 2:
        return False
    return owned_noun(word.core)


def _inside_mention(doc: Document, j: int) -> bool:
    return any(k in doc.mentions and doc.mentions[k].last > j for k in range(max(0, j - 5), j))


def _ends_mention(doc: Document, j: int) -> bool:
    return any(
        (m := doc.mentions.get(k)) is not None and m.last == j and m.form != "adjective"
        for k in range(max(0, j - 4), j)
    )


def can_speak(doc: Document, first: int, last: int) -> bool:
    """Whether the phrase can denote a speaker: its head is a person, body, state…, a known name or looks like a name."""
    word = doc.words[first]
    if word.tag == "mark" and first + 1 < last:
        first += 1
        word = doc.words[first]
    if word.head is not None and word.head.kind != "document":
        return True
    if word.tag == "number" or word.core in ("نحو", "اكثر", "حوالي", "قرابه"):
        return first + 1 < last
    return first in doc.mentions and doc.mentions[first].form != "place" or is_name(word)


def surely_speaks(doc: Document, first: int) -> bool:
    """Like `can_speak`, without the benefit of the doubt for rare words."""
    word = doc.words[first]
    if first in doc.quotes and first + 1 < len(doc.words):
        return surely_speaks(doc, first + 1)
    return (word.head is not None and word.head.kind != "document") or first in doc.mentions or word.name >= 2
