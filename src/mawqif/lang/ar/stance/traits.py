"""What can be told wrongly: the numbers, offices of states and media that a report names, in a form that can be compared."""

from __future__ import annotations

from collections.abc import Iterator

from mawqif.lang.ar.lexis.inflect import plain_key
from mawqif.lang.ar.stance.goal import own_keys
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.times.lexicon import lexicon
from mawqif.lang.ar.times.numbers import word_number_edges
from mawqif.model import Trait

_TIMES = {
    "الف": 1e3,
    "الاف": 1e3,
    "الفا": 1e3,
    "مليون": 1e6,
    "ملايين": 1e6,
    "مليونا": 1e6,
    "مليار": 1e9,
    "مليارات": 1e9,
    "مليارا": 1e9,
}
_FORMER = frozenset(("السابق", "السابقه", "السابقين"))
_HEADS = 3
"""Tokens before the name of a state in which the noun stands that it belongs to (إدارة الرئيس الأميركي)."""


def traits(doc: Document, first: int, last: int) -> Iterator[Trait]:
    """The traits of a range of tokens, in order."""
    k = first
    while k < last:
        number = _number(doc, k, last)
        if number is not None:
            value, end = number
            if end < last and (unit := _unit(doc, end)):
                text = doc.text[doc.tokens.starts[k] : doc.tokens.ends[end]]
                yield Trait(kind="number", key=unit, value=f"{value:g}", text=text)
            k = end
            continue
        mention = doc.mentions.get(k)
        if mention is not None:
            yield from _of_mention(doc, k, last)
        k += 1


def _of_mention(doc: Document, k: int, last: int) -> Iterator[Trait]:
    mention = doc.mentions[k]
    if mention.entity.type == "media":
        text = doc.text[slice(*doc.span(k, mention.last))]
        yield Trait(kind="channel", key="channel", value=mention.entity.id, text=text)
    if mention.entity.type != "state" or mention.form != "adjective":
        return
    former = any(doc.forms[j] in _FORMER for j in range(mention.last, min(last, mention.last + 2)))
    for j in range(max(0, k - _HEADS), k):
        word = doc.words[j]
        if not word.tag and word.noun >= 2:
            text = doc.text[slice(*doc.span(j, mention.last + former))]
            yield Trait(
                kind="entity", key=f"{mention.entity.id} {plain_key(word.core)}", value="former" * former, text=text
            )


def _number(doc: Document, k: int, last: int) -> tuple[float, int] | None:
    """A numeral at a token with its thousands and millions, and the token after it; times are none."""
    if k in doc.times:
        return None
    form = doc.forms[k]
    if form[0].isdigit():
        try:
            value, end = float(form.replace(",", "").replace("٫", ".")), k + 1
        except ValueError:
            return None
    else:
        edges = [e for e in word_number_edges(lexicon(), doc.forms[:last], k) if e.cls == "num"]
        if not edges:
            return None
        best = max(edges, key=lambda e: e.length)
        value, end = float(int(str(best.value))), k + best.length
    while end < last and doc.forms[end] in _TIMES:
        value *= _TIMES[doc.forms[end]]
        end += 1
    return value, end


def _unit(doc: Document, k: int) -> str:
    """The key of the counted noun, one for all words that news uses for it; empty where no noun follows."""
    word = doc.words[k]
    if not word.form[0].isalpha() or word.tag or word.preposition or len(word.core) < 3:
        return ""
    return min(own_keys(word.core))
