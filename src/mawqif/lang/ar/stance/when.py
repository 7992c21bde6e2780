"""When a statement was said, as exactly as the article tells, and whether it is recalled from an earlier occasion."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.times import Time
from mawqif.lang.ar.times.lexicon import lexicon
from mawqif.lang.ar.times.numbers import word_number_edges
from mawqif.lang.ar.voice.forms import is_finite, is_imperfect, is_past
from mawqif.model import Statement

_RECALLED = frozenset(("كان", "كانت", "كانوا", "سبق"))
_WHEN = frozenset(("حين", "حينما", "عندما"))
_TEXTS = frozenset(("بيان", "كلمه", "خطاب", "مقابله", "تغريده", "تصريح", "رساله", "مكالمه", "حديث", "منشور", "تسجيل"))
_CAME = frozenset(("جاء", "جاءت", "جاءا", "وجاء", "وجاءت"))
_BEFORE = 12
"""Tokens before the cue in which كان … قد or سبق marks what is recalled."""


_VERBAL = 3
"""Count from which a word is a verb."""
_SINCE = "منذ"
_OF_DEEDS = ("verb-object:", "deed:", "commit")
_ADVERBIAL = 6
"""Tokens of what was done in which a day is still the verb's (رفضت …، مساء الاثنين، استيراد اللقاح)."""
_BESIDE = 7
"""Tokens before the cue in which a day is the day of saying."""
_OPENING = 8
"""Tokens of a phrase of time before the first comma of its sentence."""


_SAME = frozenset(("نفسه", "ذاته", "عينه"))
_DAYS_ON = frozenset(("التالي", *_SAME))
_AROUND = frozenset(("الماضي", "المقبل", "القادم", "الجاري", "الحالي", "الشهر", "المنصرم", "الفارط"))
_DIGITS = 4
"""Digits of a year."""
_AFTER = frozenset(("بعد", "بعده", "بعدها", "بعدهما"))
_COUNTED = frozenset(("ايام", "يوما"))
_SPANS = {"يوم": 1, "يومين": 2, "اسبوع": 7, "اسبوعين": 14}
_A_DAY = timedelta(days=1)
Days = Mapping[int, tuple[date, date]]
"""The days that the time expression at a token means, both ends inclusive."""


class Said(NamedTuple):
    """ISO days, inclusive; `None` where the article does not tell."""

    first: str | None
    last: str | None
    background: bool


def narrated(doc: Document) -> Days:
    """The days of a text by token, with those that are told from the day before them: في 15 من الشهر نفسه، في اليوم التالي،
    بعده بخمسة أيام, and those without a year in a paragraph that gave one (في 13 مايو 2022 … وفي 28 يونيو).
    """
    days: dict[int, tuple[date, date]] = {}
    told: date | None = None
    dated = False  # whether the paragraph gave a year
    for k in range(len(doc.forms)):
        if k and "\n" in doc.text[doc.tokens.ends[k - 1] : doc.tokens.starts[k]]:
            dated = False
        day = _told_from(doc, k, told) if told else None
        time = doc.times.get(k)
        if day is not None:
            days[k] = day, day
        elif time is not None and time.start_day is not None and time.end_day is not None:
            first, last = time.start_day, time.end_day
            yeared = len(doc.forms[time.last - 1]) == _DIGITS and doc.forms[time.last - 1].isdigit()
            if dated and told and not yeared and first == last and _is_month(doc, time):
                first = last = min(first, _next(told, first))
            dated = dated or yeared
            days[k] = first, last
        if k in days and days[k][0] == days[k][1]:
            told = days[k][0]
    return days


def _is_month(doc: Document, time: Time) -> bool:
    """Whether a time is a day of a named month and nothing more (28 يونيو, not أمس، الاثنين الماضي)."""
    return time.rule == "one-date" and doc.words[time.last - 1].bare not in _AROUND


def _next(told: date, day: date) -> date:
    """The day of this month and number that comes first from a day on."""
    return _in_year(day, told.year if (day.month, day.day) >= (told.month, told.day) else told.year + 1)


def _in_year(day: date, year: int) -> date:
    return date(year, day.month, min(day.day, 28) if day.month == 2 else day.day)


def _told_from(doc: Document, k: int, told: date) -> date | None:
    """The day at a token, where it is told from the last one named."""
    forms, last = doc.forms, len(doc.forms)
    time = doc.times.get(k)
    if time is not None and time.rule == "other-day" and time.last < last:
        return told + _A_DAY * (forms[time.last - 1] == "التالي") if forms[time.last - 1] in _DAYS_ON else None
    if time is not None and time.rule == "one-date" and time.last < last and forms[time.last] in _SAME:
        number = next((int(form) for form in forms[time.first : time.last] if form.isdigit()), None)
        return _numbered(told, number or (time.start_day.day if time.start_day else 0))
    if k + 1 < last and forms[k + 1] == "منه" and forms[k].isdigit():
        return _numbered(told, int(forms[k]))
    if k + 1 < last and doc.words[k].bare == "يوم" and forms[k + 1].isdigit() and time is None:
        return _numbered(told, int(forms[k + 1]))
    word = doc.words[k]
    if word.bare not in _AFTER or not (word.bare != "بعد" or _goes_on(doc, k)):
        return None
    at = k + 1 + (k + 1 < last and forms[k + 1] == "ذلك")
    return _counted(doc, at, told)


def _goes_on(doc: Document, k: int) -> bool:
    """Whether بعد counts from what was told: بعد ذلك بيومين, ثم … بعد ثلاثة أيام, ردت الحركة بعد ستة أيام."""
    near = range(k - 1, max(-1, k - _BESIDE), -1)
    verb = next((doc.words[j].bare for j in near if doc.words[j].verb >= _VERBAL and is_finite(doc.words[j].bare)), "")
    return (
        doc.forms[k + 1 : k + 2] == ["ذلك"]
        or "ثم" in [*doc.forms[max(0, k - 3) : k]]
        or (verb != "" and is_past(verb) and not is_imperfect(verb))
    )


def _counted(doc: Document, k: int, told: date) -> date | None:
    """So many days after the last one named (بخمسة أيام، بيومين، بأسبوع)."""
    if k >= len(doc.forms):
        return None
    form = doc.forms[k].removeprefix("ب")
    if form in _SPANS:
        return told + _A_DAY * _SPANS[form]
    edges = [e for e in word_number_edges(lexicon(), [form, *doc.forms[k + 1 : k + 3]], 0) if e.cls == "num"]
    count = int(form) if form.isdigit() else int(str(edges[0].value)) if edges else 0
    return told + _A_DAY * count if count and doc.forms[k + 1 : k + 2] and doc.forms[k + 1] in _COUNTED else None


def _numbered(told: date, number: int) -> date | None:
    """The day of this number in the month of the last day named."""
    try:
        return told.replace(day=number)
    except ValueError:
        return None


def said(doc: Document, days: Days, statement: Statement, statements: Sequence[Statement]) -> Said:
    """The days of a statement: those its own words of time mean, else those told of the speaker's other words beside it."""
    own = _own(doc, days, statement)
    if own.first is not None or own.background:
        return own
    around = sorted(statements, key=lambda other: abs(_at(other) - _at(statement)))
    for other in around:
        if _same(other, statement):
            told = _own(doc, days, other)
            if told.first is not None and not told.background:
                return told
    return own


def _same(one: Statement, two: Statement) -> bool:
    a, b = one.speaker, two.speaker
    if a.speaks_for is None or a.speaks_for != b.speaks_for:
        return False
    return a.name == b.name or "state" in (a.kind, b.kind) or "body" in (a.kind, b.kind)


def _at(statement: Statement) -> int:
    return statement.cue.start if statement.cue else statement.content[0].start


def _own(doc: Document, narrated: Days, statement: Statement) -> Said:
    """By its words of time, its channel (مقابلة بُثت مساء الاثنين), or a sentence after it (جاء ذلك في مقابلة نُشرت أمس)."""
    at = bisect_left(doc.tokens.starts, statement.cue.start) if statement.cue else 0
    number = max(0, bisect_right([s[0] for s in doc.sentences], at) - 1)
    sentence = doc.sentences[number]
    background = _is_recalled(doc, sentence[0], at)
    for span in (statement.when, statement.channel):
        if span is None or (span is statement.when and _in_dateline(doc, sentence, span.start, at)):
            continue
        tokens = range(bisect_left(doc.tokens.starts, span.start), bisect_left(doc.tokens.starts, span.end))
        if days := _days(doc, narrated, tokens):
            return Said(*days, background)
    if statement.cue is not None and (days := _beside(doc, narrated, statement, sentence, at)):
        return Said(*days, background)
    if days := _before_when(doc, narrated, sentence, at) or _in_text(doc, narrated, statement):
        return Said(*days, background)
    if not background and (days := _opening(doc, narrated, sentence)):
        return Said(*days, background)
    if number + 1 < len(doc.sentences) and not background:
        following = doc.sentences[number + 1]
        if doc.words[following[0]].bare in _CAME and (days := _days(doc, narrated, range(*following))):
            return Said(*days, background)
    day = None if background else doc.day_at(at)
    return Said(day.isoformat(), day.isoformat(), False) if day is not None else Said(None, None, background)


def _days(doc: Document, narrated: Days, tokens: range) -> tuple[str, str] | None:
    found = next((narrated[k] for k in tokens if k in narrated and not _is_since(doc, k)), None)
    return (found[0].isoformat(), found[1].isoformat()) if found else None


def _beside(
    doc: Document, narrated: Days, statement: Statement, sentence: tuple[int, int], at: int
) -> tuple[str, str] | None:
    """The one day named just before the cue or between it and what was said (اكتفى، في 23 يناير، بالقول إن)."""
    content = bisect_left(doc.tokens.starts, statement.content[0].start)
    content += _ADVERBIAL * statement.rule.startswith(_OF_DEEDS)
    near = range(max(sentence[0], at - _BESIDE), min(sentence[1], max(at, content)))
    days = [
        narrated[k]
        for k in near
        if k in narrated
        and is_dated(doc, k)
        and not _is_since(doc, k)
        and not _in_dateline(doc, sentence, doc.tokens.starts[k], at)
    ]
    if len(days) != 1 or days[0][0] != days[0][1] or any(doc.words[k].tag == "relative" for k in near):
        return None
    return days[0][0].isoformat(), days[0][1].isoformat()


def _before_when(doc: Document, narrated: Days, sentence: tuple[int, int], at: int) -> tuple[str, str] | None:
    """The day that حين counts from (في 2 مايو، حين قنع السفير بالقول)."""
    when = next((k for k in range(at, max(sentence[0], at - _BEFORE), -1) if doc.words[k].bare in _WHEN), None)
    return _days(doc, narrated, range(when - 1, max(sentence[0], when - _OPENING) - 1, -1)) if when else None


def _in_text(doc: Document, narrated: Days, statement: Statement) -> tuple[str, str] | None:
    """The day of the text in which it was agreed or refused, taken for what was (قبلت الدعوة في رسالة يوم 2 مايو)."""
    if not statement.rule.startswith(("verb-complement:", "verb-object:")) or statement.act not in ("commit", "refuse"):
        return None
    span = statement.content[0]
    first, last = bisect_left(doc.tokens.starts, span.start), bisect_left(doc.tokens.starts, span.end)
    for k in range(first + 1, last):
        if doc.words[k].tag in ("relative", "that") or doc.words[k].bare == "ما":
            return None
        if doc.words[k].bare in _TEXTS and doc.words[k - 1].bare in ("في", "خلال", "عبر"):
            return _days(doc, narrated, range(k + 1, min(last, k + _BESIDE)))
    return None


def is_dated(doc: Document, k: int) -> bool:
    """Whether a day is told by its name or number, not by the time since (قبل عام)."""
    time = doc.times.get(k)
    return time is None or not time.rule.startswith("ago")


def _is_since(doc: Document, k: int) -> bool:
    return _SINCE in (doc.words[k].bare, doc.words[max(0, k - 1)].bare)


def _opening(doc: Document, narrated: Days, sentence: tuple[int, int]) -> tuple[str, str] | None:
    """The day that a sentence opens with, which holds for all it tells (في اجتماع 19 فبراير تعهد … وأعلن)."""
    first, last = sentence
    if doc.words[first].bare != "في" and first not in doc.times:
        return None
    end = next((k for k in range(first, last) if doc.forms[k] in "،,"), first)
    return _days(doc, narrated, range(first, min(end, first + _OPENING)))


def _is_recalled(doc: Document, first: int, at: int) -> bool:
    """By كان … قد or سبق before it, or told beside another matter (أخطأت الحكومة حين قررت)."""
    if at > first + 1 and doc.words[at - 1].bare in _WHEN and is_past(doc.words[at].bare):
        return True
    return any(doc.words[k].bare in _RECALLED for k in range(max(first, at - _BEFORE), at))


def _in_dateline(doc: Document, sentence: tuple[int, int], start: int, at: int) -> bool:
    """Whether words of time stand in the dateline: at the head of the text, before a bracket or dash and the cue."""
    first = bisect_left(doc.tokens.starts, start)
    return sentence[0] == 0 and first < 8 and any(doc.forms[k] in "(–-—:" for k in range(first, at))
