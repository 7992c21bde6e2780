"""Words without a verb: the colon of a headline or an interview, quotations that stand alone."""

from __future__ import annotations

from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Chars, Draft, chars
from mawqif.lang.ar.syntax.extent import trim_end
from mawqif.lang.ar.syntax.phrase import can_speak, is_name, is_verb, noun_phrase
from mawqif.lang.ar.syntax.zone import Range
from mawqif.text.tokens import LINE

_LONGEST_NAME = 14
_COMMON = 7
_FIRST_LETTER, _LEAST_WORDS = "ء", 3
"""Arabic words that make a quotation speech, and no list of numbers or text in a broken encoding."""
_DASHES = frozenset("–—-")
_BULLETS = frozenset("■●▪•*◼□◾")
_LABELS = frozenset("المصدر مصدر تصوير عنوان رابط هاتف البريد الوكالات وكالات المراجع".split())


def read_colon(doc: Document, sentence: Range, headline: bool) -> Draft | str:
    """«نتنياهو: لن نقبل»: a speaker's phrase, a colon, the words."""
    start, limit = sentence
    colon = next((k for k in range(start, min(limit, start + _LONGEST_NAME)) if doc.words[k].tag == "colon"), None)
    if colon is None or colon == start or colon + 2 >= limit:
        return "no colon after a name"
    end = _speaker_end(doc, start, colon, headline)
    if isinstance(end, str):
        return end
    reach = _said_after(doc, colon + 1, limit, headline)
    if isinstance(reach, str):
        return reach
    return Draft(
        rule="colon", entry=":", at=colon, act="say", cue=doc.span(colon, colon + 1), content=[chars(doc, reach)],
        reach=reach, source=(start, end), channel=_channel(doc, end, colon), audience=_audience(doc, end, colon),
    )  # fmt: skip


def _speaker_end(doc: Document, start: int, colon: int, headline: bool) -> int | str:
    """Where the speaker's name before a colon ends, or why no speaker stands there."""
    if not any("ء" <= letter <= "ي" for form in doc.forms[start:colon] for letter in form):
        return "no Arabic word before the colon"
    first = start + 1 if start in doc.quotes else start
    word, named = doc.words[first], first in doc.mentions
    single = headline and colon - start == 1 and not doc.words[start].tag and start not in doc.times
    label = word.core in _LABELS and colon - first == 1 or single and not named and _common(word)
    if label or not (single or can_speak(doc, first, colon)):
        return "no speaker before the colon"
    if any(not c.is_noun and doc.words[k].verb >= 3 for k in range(start, colon) for c in doc.words[k].cues):
        return "a verb before the colon"
    stop = next((k for k in range(first + 1, colon) if doc.words[k].bare == "ل"), colon)
    end = colon if single else noun_phrase(doc, start, stop)
    plain = end == colon and colon - start <= 8 and not is_verb(word) and (word.head is not None or named)
    known = word.head is not None or named or headline and colon - start <= 6
    if not headline and not plain or end < colon - 1 and not (known and _adjunct(doc, end, colon)):
        return "no plain name before the colon"
    return end


def _said_after(doc: Document, after: int, limit: int, headline: bool) -> Range | str:
    """The words after a colon: a quotation anywhere, bare words in a headline."""
    quote = doc.quotes.get(after)
    if quote is not None and doc.is_speech(after):
        last = quote.last if quote.closed else min(quote.last, limit)
        reach = (after + 1, max(after + 2, trim_end(doc, after + 1, last)))
    elif headline:
        reach = (after, trim_end(doc, after, limit))
    else:
        return "bare words after a colon in running text"
    return "nothing after the colon" if reach[1] <= reach[0] or reach[1] > limit and quote is None else reach


def _common(word: Word) -> bool:
    """A plain noun or label that nobody is called by (الأسباب، السعر، فيديو، عاجل، للمزيد)."""
    if word.head is not None or word.name or is_name(word):
        return False
    return word.noun >= 6 or word.adjective >= 3 or bool(word.preposition) or word.count >= _COMMON


def _channel(doc: Document, end: int, colon: int) -> Chars | None:
    """الهمامي في ندوة صحفية: …"""
    if end + 1 < colon and doc.words[end].bare in ("في", "خلال", "عبر") and doc.words[end + 1].channel:
        return chars(doc, (end + 1, colon))
    return None


def _audience(doc: Document, end: int, colon: int) -> Chars | None:
    """الوزير للتلفزيون الرسمي: …، شاهدة لـ«الراصد»: …"""
    if end + 1 < colon and doc.words[end].bare == "ل":
        whole = doc.quotes.get(end + 1)
        return chars(doc, (end + 2, colon - 1) if whole is not None and whole.last == colon - 1 else (end + 1, colon))
    word = doc.words[end]
    return chars(doc, (end, colon), len(word.form) - len(word.bare) + 1) if word.preposition == "ل" else None


def _adjunct(doc: Document, end: int, colon: int) -> bool:
    return (
        doc.words[end].tag in ("preposition", "open")
        or doc.words[end].bare == "ل"
        or bool(doc.words[end].preposition)
        or end in doc.times
    )


def past_stamp(doc: Document, sentence: Range) -> int:
    """The token after the hour that opens an entry of a live page (17:40 | …), the first one where there is none."""
    first, limit = sentence
    if doc.words[first].tag == "number" and any(doc.forms[k] == "|" for k in range(first + 1, min(limit, first + 4))):
        return next(k for k in range(first + 1, limit) if doc.forms[k] == "|") + 1
    return first


def read_turn(doc: Document, sentence: Range) -> Draft | str:
    """An answer of an interview: a paragraph that opens with a dash, after one that is a question."""
    first, limit = sentence
    if doc.forms[first] not in _DASHES or limit - first < 3:
        return "no dash"
    before = first - 1
    while before >= 0 and not doc.forms[before][0].isalnum() and doc.forms[before] not in "؟?":
        before -= 1
    if before < 0 or doc.forms[before] not in "؟?" and not _asked(doc, before):
        return "no question before it"
    end = next((k for k in range(first, len(doc.forms)) if doc.forms[k] == LINE), len(doc.forms))
    reach = (first + 1, trim_end(doc, first + 1, end))
    return Draft(rule="turn", entry="–", at=first, act="say", cue=None, content=[chars(doc, reach)], reach=reach)


def _asked(doc: Document, last: int) -> bool:
    """Whether the paragraph that ends here opens with a mark of its own, as the questions beside these answers do."""
    first = last
    while first > 0 and doc.forms[first - 1] != LINE:
        first -= 1
    return doc.forms[first] in _BULLETS


def read_floating(doc: Document, sentence: Range) -> Draft | str:
    """A sentence that is a quotation and has no cue of its own: the last speaker goes on."""
    start, limit = sentence
    opener = start
    quote = doc.quotes.get(opener)
    if quote is None or not doc.is_speech(opener):
        return "no quotation"
    last = quote.last if quote.closed else min(quote.last, limit)
    if limit - last > 3:
        return "the sentence goes on after the quotation"
    reach = (opener + 1, max(opener + 2, trim_end(doc, opener + 1, last)))
    if sum(doc.forms[k][0] >= _FIRST_LETTER for k in range(*reach)) < _LEAST_WORDS:
        return "too short"
    return Draft(rule="floating", entry="«", at=opener, act="say", cue=None, content=[chars(doc, reach)], reach=reach)
