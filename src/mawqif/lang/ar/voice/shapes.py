"""Boilerplate known by its shape: datelines, labels, by-lines, captions, links, posts, clock times."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from mawqif.lang.ar.lexis.word import Word
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.voice.layout import Place
from mawqif.lang.ar.voice.rules import voice_words

LABEL = 4
"""Most words of a topic label."""
DATELINE = 14
CAPTION = 22
POST = 40
"""Most words of a line that is a dateline, a caption, an embedded post."""
_ADDRESSES = frozenset(("http", "https", "www"))
_DASHES = frozenset(("-", "–", "—", "ـ", "ــ", "/", "|", ":"))


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """One shape, with the sentences that prove it; `holds` sees the sentence in its document."""

    id: str
    means: str
    holds: Callable[[Document, Place], bool]
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    weak: bool = False


def _words(doc: Document, place: Place) -> list[Word]:
    return [w for w in doc.words[place.first : place.last] if w.form[0].isalnum()]


def _stops(doc: Document, place: Place) -> bool:
    return doc.forms[place.last - 1] == "."


def is_verbal(word: Word) -> bool:
    """Whether the word reads as a finite verb by itself."""
    return word.verb >= 5 and word.name == 0 and not word.definite and word.head is None and not word.preposition


def _marks(doc: Document, place: Place) -> bool:
    return place.words == 0


def _clock(doc: Document, place: Place) -> bool:
    """Nothing but numbers and times."""
    if not place.alone or place.words > DATELINE:
        return False
    clock = voice_words("clock")
    return _covered(doc, place, lambda w: w.tag == "number" or len(w.form) == 1 or w.form in clock) == place.words


def _covered(doc: Document, place: Place, takes: Callable[[Word], bool]) -> int:
    """How many words of the sentence stand in times or are taken by a test."""
    known, k = 0, place.first
    while k < place.last:
        end = min(doc.times[k].last, place.last) if k in doc.times else k
        if end > k:
            known += sum(form[0].isalnum() for form in doc.forms[k:end])
            k = end
            continue
        word = doc.words[k]
        known += word.form[0].isalnum() and takes(word)
        k += 1
    return known


def _dateline(doc: Document, place: Place) -> bool:
    """Most of a line is place, agency and day; or a place, a dash and a name."""
    if not place.alone or not 0 < place.words <= DATELINE or _stops(doc, place):
        return False
    agencies, words = voice_words("agencies"), _words(doc, place)
    agency = any(w.form in agencies for w in words)
    dashed = not _DASHES.isdisjoint(doc.forms[place.first : place.last])
    named = sum(doc.mentions[k].last - k for k in range(place.first, place.last) if k in doc.mentions)
    dated = _covered(doc, place, lambda w: w.tag == "number" or len(w.form) == 1 or w.form in agencies)
    if named + dated >= place.words * 0.7 and (agency or dashed or (dated > 1 and _timed(doc, place))):
        return agency or named < place.words or dashed
    short = place.words <= 6 and not any(map(is_verbal, words))
    return short and ((agency and dashed) or (agency and named > 0) or _place_and_name(doc, place))


def _timed(doc: Document, place: Place) -> bool:
    return any(k in doc.times for k in range(place.first, place.last))


def _place_and_name(doc: Document, place: Place) -> bool:
    """غزة - فلان الفلاني"""
    mention = doc.mentions.get(place.first)
    if mention is None or mention.last >= place.last or doc.forms[mention.last] not in _DASHES:
        return False
    rest = [w for w in doc.words[mention.last + 1 : place.last] if w.form[0].isalnum()]
    return 0 < len(rest) <= 4 and all(not w.tag and w.head is None for w in rest) and any(w.name >= 2 for w in rest)


def _label(doc: Document, place: Place) -> bool:
    """A few words without a verb on a line of their own, not the first line."""
    if not place.alone or place.number == 0 or not 0 < place.words <= LABEL or doc.forms[place.last - 1] in ".؟!":
        return False
    words = _words(doc, place)
    return not any(is_verbal(w) for w in (words[:-1] if 1 < len(words) < 4 else words))


def _byline(doc: Document, place: Place) -> bool:
    """A personal name on the first line, or a description after an asterisk on one of the last."""
    if not place.alone or doc.forms[place.last - 1] in ".؟!:":
        return False
    words = _words(doc, place)
    if place.number == 0:
        return (
            2 <= len(words) <= 4 and all(w.name >= 1 and not w.tag for w in words) and any(w.name >= 3 for w in words)
        )
    return (
        place.number >= place.count - 4
        and doc.forms[place.first] == "*"
        and len(words) <= 9
        and not any(map(is_verbal, words))
    )


def _caption(doc: Document, place: Place) -> bool:
    """A line that ends with an agency in brackets."""
    if not place.alone or not 0 < place.words <= CAPTION or place.number > 8:
        return False
    k = place.last - 1
    while k > place.first and doc.forms[k] in ".…":
        k -= 1
    if doc.words[k].tag != "close":
        return False
    opener = next((j for j in range(k - 1, max(place.first, k - 6), -1) if doc.words[j].tag == "open"), k)
    inner = [form for form in doc.forms[opener + 1 : k] if form[0].isalnum()]
    letters = bool(inner) and all(len(form) == 1 and form.isalpha() for form in inner)
    return letters or any(form in voice_words("agencies") for form in inner if len(form) > 2)


def _links(doc: Document, place: Place) -> bool:
    """An address, or little beside hashtags."""
    if not place.links or place.words > POST:
        return False
    forms = doc.forms[place.first : place.last]
    latin = sum(form[0].isascii() and form[0].isalpha() for form in forms)
    if latin == place.words:
        return not place.links.isdisjoint(("@", "www", "http", "https"))
    if "@" in forms:
        return latin >= max(2, place.words - 6)
    if place.words <= DATELINE and not _ADDRESSES.isdisjoint(forms):
        return True
    return forms.count("#") >= 2 and place.words <= forms.count("#") * 4


def _post(doc: Document, place: Place) -> bool:
    """A sentence in the line of an embedded post."""
    return "pic" in place.links and place.words <= POST


SHAPES: tuple[Shape, ...] = (
    Shape(
        id="marks", means="No word at all.", holds=_marks, yes=("***",), no=("نعم.",),
    ),
    Shape(
        id="clock", means="Nothing but numbers and times.", holds=_clock,
        yes=("افتتح الوزير المعرض.\n11:57 ت م", "الثلاثاء 26 يونيو 2012 على الساعة 20:13"),
        no=("يوم الثلاثاء وصل الوفد",),
    ),
    Shape(
        id="caption", means="The text under a picture.", holds=_caption,
        yes=("جنود عند مدخل المدينة أمس (رويترز)", "طفلة تحمل علما في ساحة القرية (أ ف ب)"),
        no=("قتل أمس جندي (رويترز) في المدينة.",),
    ),
    Shape(
        id="dateline", means="Place, agency and day.", holds=_dateline,
        yes=("غزة - وكالات", "عمان 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس", "القاهرة: رويترز", "صنعاء – وكالات"),
        no=("مصر وسوريا والأردن", "غزة - يعود السكان إلى بيوتهم في الشمال.", "مصر: صراع السلطات"),
    ),
    Shape(
        id="byline", means="Whose text it is.", holds=_byline,
        yes=("محمد عبدالله الحربي\nتعيش المدينة أياما صعبة.", "تعيش المدينة أياما صعبة.\n* أستاذ العلوم السياسية"),
        no=("عادت المدينة",),
    ),
    Shape(
        id="link", means="An address, or little beside hashtags.", holds=_links,
        yes=("تعيش المدينة.\ns.writer@example.com", "#غزة #فلسطين"), no=("كتب الوزير على موقعه.",),
    ),
    Shape(
        id="post", means="A sentence in the line of an embedded post.", holds=_post,
        yes=("كيف عاد الجنود من الجبهة؟ #الجبهة pic.twitter.com/abCde",), no=("نشر الوزير صورة على تويتر.",),
    ),
    Shape(
        id="label", means="A few words without a verb on a line of their own.", holds=_label, weak=True,
        yes=("عاد الوزير إلى بيته.\nمخاوف أمنية\nوصل الوفد.",), no=("عاد الوزير إلى بيته.\nسقط المطر\nوصل الوفد.",),
    ),
)  # fmt: skip


def shape_of(doc: Document, place: Place) -> Shape | None:
    """The first shape that the sentence has."""
    return next((shape for shape in SHAPES if shape.holds(doc, place)), None)
