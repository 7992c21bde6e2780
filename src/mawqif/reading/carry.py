"""Channel, audience and day that a clause without words of its own passes on: أصدر بياناً، حثّ فيه …؛ وجّه رسالة إلى X، قائلاً …"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Chars, Draft, chars
from mawqif.lang.ar.syntax.phrase import noun_phrase
from mawqif.lang.ar.syntax.phrases.prepositions import names_medium
from mawqif.lang.ar.syntax.zone import Range, noun_phrase_from

_FARTHEST = 25
_CARRIERS = frozenset(
    "وجه وجهت بعث بعثت ارسل ارسلت القي القت اصدر اصدرت نشر نشرت كتب كتبت عقد عقدت اجري اجرت رفع رفعت سلم سلمت".split()
)
_HELD = frozenset(
    (
        "عقد عقده عقدها عقدته عقدتها عقدت عقداه اقيم نظم صدر صدرت اصدره اصدرها اصدرته اصدرتها نشر نشره نشرته نشرها نشرتها "
        "نشرت بث بثه بثته بثتها القاه القاها القته القتها ادلي ادلت اجري اجراه اجراها اجريت اجرته اجرتها وجهه وجهها تلاه تلته"
    ).split()
)
"""What is done with a channel: it is held, issued, broadcast, given."""
_HELD_WITHIN = 9
_TIME_WITHIN = 5
_ADDRESS = frozenset(("الي", "امام", "مع"))


def carry_channels(doc: Document, drafts: list[Draft]) -> None:
    """Give statements without a channel the one that their clause refers back to."""
    starts = [first for first, _ in doc.sentences]
    for draft in drafts:
        if draft.channel is not None or draft.cue is None:
            continue
        start = starts[max(0, bisect_right(starts, draft.at) - 1)]
        if draft.resumptive:
            _refer_back(doc, draft, start)
        elif draft.governor is None and (
            draft.rule == "naming" or draft.inflection is not None and draft.inflection.tense == "participle"
        ):
            _carried(doc, draft, start)


def carry_times(doc: Document, drafts: list[Draft]) -> None:
    """في بيان صدر أمس، في مؤتمر عقده اليوم: when the channel was held or issued is when it was said."""
    for draft in drafts:
        if draft.when is None and draft.channel is not None:
            first = bisect_left(doc.tokens.starts, draft.channel[0])
            draft.when = _time_of(doc, first, min(len(doc.words), first + _HELD_WITHIN))


def _time_of(doc: Document, first: int, last: int) -> Range | None:
    held = next((k for k in range(first + 1, last) if doc.words[k].bare in _HELD), None)
    if held is None or any(doc.words[k].tag in ("comma", "that", "colon") for k in range(first, held)):
        return None
    for k in range(held + 1, min(len(doc.words), held + _TIME_WITHIN)):
        if k in doc.times:
            return k, doc.times[k].last
        if doc.words[k].tag in ("comma", "that", "colon") or k in doc.quotes:
            return None
    return None


def _refer_back(doc: Document, draft: Draft, start: int) -> None:
    """The pronoun of حثّ فيه، أوضحت فيها takes up the nearest channel of its gender."""
    feminine = doc.words[draft.at + 1].bare.endswith("ها")
    for k in range(draft.at - 1, max(start, draft.at - _FARTHEST) - 1, -1):
        word = doc.words[k]
        if word.channel and word.core.endswith(("ه", "ات")) == feminine:
            _set(doc, draft, k)
            draft.when = draft.when or _time_between(doc, k, draft.at)
            draft.audience = draft.audience or _medium_between(doc, k, draft.at)
            return


def _carried(doc: Document, draft: Draft, start: int) -> None:
    """The object of a verb of sending or giving before a participle or ما وصفه."""
    verb = next(
        (k for k in range(start, draft.at) if doc.words[k].bare in _CARRIERS and not doc.words[k].preposition), None
    )
    if verb is None or draft.at - verb > _FARTHEST + 10:
        return
    for k in range(verb + 1, draft.at):
        if doc.words[k].channel and doc.words[k - 1].tag != "preposition" and not doc.words[k].preposition:
            _set(doc, draft, k)
            draft.when = draft.when or _time_between(doc, verb, k)
            return


def _time_between(doc: Document, first: int, last: int) -> Range | None:
    return next(((i, doc.times[i].last) for i in range(first, last) if i in doc.times), None)


def _medium_between(doc: Document, first: int, last: int) -> Chars | None:
    """التصريحات التي أدلى بها X لقناة …: the medium that words were given to."""
    for i in range(first + 1, last):
        word = doc.words[i]
        if word.preposition == "ل" and names_medium(doc, i):
            return chars(doc, (i, max(i + 1, noun_phrase_from(doc, i, last))), len(word.form) - len(word.bare) + 1)
    return None


def _set(doc: Document, draft: Draft, k: int) -> None:
    end = _end(doc, k, draft.at)
    draft.channel = chars(doc, (k, end))
    if draft.audience is None and end + 1 < draft.at and doc.words[end].bare in _ADDRESS:
        last = _apposed(doc, noun_phrase(doc, end + 1, draft.at), draft.at)
        if last > end + 1:
            draft.audience = chars(doc, (end + 1, last))


def _end(doc: Document, k: int, limit: int) -> int:
    return max(k + 1, noun_phrase(doc, k, limit, stops=("الي", "ل", "مع", "من")))


def _apposed(doc: Document, end: int, limit: int) -> int:
    """An apposition between commas belongs to the addressee."""
    if end + 1 >= limit or doc.words[end].tag != "comma":
        return end
    nxt = noun_phrase(doc, end + 1, limit)
    return nxt if nxt > end + 1 and nxt < limit and doc.words[nxt].tag == "comma" else end
