"""The last touches on a draft: nesting, what participles share, mode, act, the day."""

from __future__ import annotations

from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft
from mawqif.model import Act, Mode, Speaker

_FUTURE = ("سي", "ست", "سن", "سا")


def mark_nested(drafts: list[Draft]) -> None:
    """A statement whose cue stands inside another's content is nested. Linear in the drafts but for their depth."""
    waiting = sorted(drafts, key=lambda d: d.reach[0], reverse=True)
    around: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.at):
        while waiting and waiting[-1].reach[0] <= draft.at:
            around.append(waiting.pop())
        around = [outer for outer in around if draft.at < outer.reach[1]]
        draft.nested = draft.nested or any(_holds(outer, draft) for outer in around)


def _holds(outer: Draft, draft: Draft) -> bool:
    """Whether the cue of `draft` stands in the content of `outer`, and not the other way round as well."""
    return outer.at != draft.at and not (draft.reach[0] <= outer.at < draft.reach[1] and draft.at > outer.at)


def share_with_participles(doc: Document, drafts: list[Draft]) -> None:
    """A participle shares time, channel and audience of the verb it hangs on (guidelines 22)."""
    for draft in drafts:
        if draft.governor is None or draft.inflection is None or draft.inflection.tense != "participle":
            continue
        verb = drafts[draft.governor]
        draft.when = draft.when or verb.when
        draft.channel = draft.channel or verb.channel
        draft.audience = draft.audience or verb.audience


def drop_inner_times(doc: Document, drafts: list[Draft]) -> None:
    """Words of time inside what was said tell nothing of when it was said."""
    for draft in drafts:
        if draft.when is not None:
            at = doc.span(*draft.when)[0]
            if any(start <= at < end for start, end in draft.content):
                draft.when = None


def mode_of(doc: Document, draft: Draft) -> Mode:
    """Direct where all content stands inside quotation marks, mixed where some words of the speaker do."""
    first, last = draft.reach
    opener = doc.quoted[first] if first < len(doc.quoted) else -1
    if opener >= 0 and (draft.cue is None or doc.quoted[draft.at] != opener or draft.nested):
        quote = doc.quotes[opener]
        if quote.last >= last or not quote.closed:
            return "direct"
    openers = [k for k in range(first, last) if k in doc.quotes]
    return "mixed" if any(doc.quotes[k].last <= last and _spoken(doc, k) for k in openers) else "indirect"


def _spoken(doc: Document, opener: int) -> bool:
    quote = doc.quotes[opener]
    words = [k for k in range(opener + 1, quote.last) if doc.words[k].tag != "mark"]
    if not words or (opener + 1) in doc.mentions and doc.mentions[opener + 1].form != "adjective":
        return False
    if len(words) >= 4:
        return True
    before = doc.words[opener - 1] if opener else None
    if before is not None and before.head is not None and before.head.kind != "person":
        return False
    return len(words) >= 2


def act_of(doc: Document, draft: Draft) -> Act:
    """The cue's act, where the content decides it: deeds announced, negated «rule out», insisting, asking."""
    first = doc.words[draft.reach[0]]
    if draft.entry in _ANNOUNCING and first.act in ("refuse", "condemn"):
        return first.act
    if draft.entry in _ANNOUNCING and _own_deed(doc, draft):
        return "commit"
    if draft.entry == "istabada" and any(doc.words[k].tag == "negation" for k in range(max(0, draft.at - 2), draft.at)):
        return "expect"
    if draft.entry == "nawwaha" and doc.words[draft.reach[0]].preposition == "ب":
        return "welcome"
    if draft.entry == "asarra" and doc.words[draft.reach[0] - 1].tag != "that":
        return "demand"
    if draft.entry == "talabaQ" and first.core.removeprefix("ال") in _INFORMATION:
        return "ask"
    if draft.entry == "daa" and any(w.core in _GOD for w in doc.words[draft.at + 1 : draft.reach[0]]):
        return "ask"
    return draft.act


_ANNOUNCING = frozenset(("alana", "ilan", "afsaha"))
_INFORMATION = frozenset("توضيح توضيحات ايضاح ايضاحات معلومات تفسير تفسيرات راي رايه استفسار".split())
_GOD = frozenset("الله المولي العلي الباري".split())
_DEEDS = frozenset(
    "الغاء اطلاق انشاء تاسيس فتح افتتاح اغلاق وقف تعليق استئناف تخفيض رفع زياده ترشح استقاله انسحاب موافقه استعداد عزم نيه اعتزام "
    "قرار تشكيل بدء اعاده عمليه تمديد منح تخصيص ارسال مشاركه قبول انضمام التزام جاهزيه استقلال تنحي اعتزال خفض تقديم تعيين اقاله حل دعم تغييرات".split()
)


def _own_deed(doc: Document, draft: Draft) -> bool:
    """Whether what is announced is a deed: a verb of the future near the start, or a noun of doing."""
    start = draft.reach[0]
    for word in doc.words[start : min(start + 6, draft.reach[1])]:
        if word.form.startswith(_FUTURE) and word.verb >= 3 or word.form == "سوف":
            return True
    for word in doc.words[start : start + 2]:
        stem = word.core.removeprefix("ال")
        if stem in _DEEDS or any(
            stem[: -len(p)] in _DEEDS or stem[: -len(p) - 1] + "ه" in _DEEDS
            for p in ("ه", "ها", "هم")
            if stem.endswith(p)
        ):
            return True
        if word.tag != "demonstrative":
            return False
    return False


def name_intermediaries(doc: Document, drafts: list[Draft], speakers: list[Speaker]) -> None:
    """وذكرت، نقلاً عن مسؤولين: the medium whose subject is dropped is the one that spoke last."""
    for index, draft in enumerate(drafts):
        if not draft.relayed or draft.via is not None:
            continue
        for other in range(index - 1, -1, -1):
            before = drafts[other]
            if before.via is not None:
                draft.via, draft.via_range = before.via, before.via_range
                break
            if speakers[other].kind == "media" and before.source is not None:
                draft.via, draft.via_range = doc.span(*before.source), before.source
                break


def said_on(doc: Document, draft: Draft) -> str | None:
    """The one day that the words of time mean, if they mean one; without such words that of the heading above."""
    if draft.when is None:
        day = None if draft.nested else doc.day_at(draft.at)
        return day.isoformat() if day is not None else None
    for k in range(*draft.when):
        time = doc.times.get(k)
        if time is not None and time.start_day is not None and time.start_day == time.end_day:
            return time.start_day.isoformat()
    return None
