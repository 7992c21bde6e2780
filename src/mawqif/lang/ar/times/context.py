"""Guards: what stands right before or after a time word and makes it something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from mawqif.lang.ar.times.engine import Guard
from mawqif.lang.ar.times.lexicon import lexicon, load_table
from mawqif.text.fold import fold_word


@cache
def words(name: str) -> frozenset[str]:
    """A list of context words, folded, also with the clitics و ف ب ل."""
    folded = [fold_word(word) for word in load_table("context.toml")[name]["words"]]
    found = set(folded)
    for word in folded:
        bare = word[1:] if word.startswith("ال") else word
        found |= {"و" + word, "ف" + word, "ب" + word, "ل" + bare, "وب" + word, "ول" + bare}
    return frozenset(found)


def before(name: str) -> Guard:
    """Refuse after one of the words."""

    def guard(forms: Sequence[str], first: int, end: int) -> bool:
        return first > 0 and forms[first - 1] in words(name)

    return guard


def after(name: str) -> Guard:
    """Refuse before one of the words."""

    def guard(forms: Sequence[str], first: int, end: int) -> bool:
        return end < len(forms) and forms[end] in words(name)

    return guard


def only_before(name: str) -> Guard:
    """Refuse unless one of the words, punctuation or the end of the text follows."""

    def guard(forms: Sequence[str], first: int, end: int) -> bool:
        if end >= len(forms):
            return False
        form = forms[end]
        return form[0].isalnum() and form not in words(name)

    return guard


def only_after(name: str) -> Guard:
    """Refuse unless one of the words stands before, or the expression is all there is."""

    def guard(forms: Sequence[str], first: int, end: int) -> bool:
        return end < len(forms) if first == 0 else forms[first - 1] not in words(name)

    return guard


def from_an_event(forms: Sequence[str], first: int, end: int) -> bool:
    """Refuse قبل ثلاثة أيام من الانتخابات: counted from an event. من قبل and من الآن do not count, nor does منذ."""
    if forms[first].endswith("منذ") or end >= len(forms):
        return False
    if forms[end] == "فقط":
        end += 1
    if end >= len(forms) or forms[end] not in words("not_after_unit"):
        return False
    return not (end + 1 < len(forms) and forms[end + 1] in words("may_follow_ago"))


def surname(forms: Sequence[str], first: int, end: int) -> bool:
    """Refuse أحمد الخميس, a man of that family; الملك سلمان الخميس is the day."""
    if first == 0 or forms[end - 1] not in words("surname") or forms[first - 1] not in words("given_name"):
        return False
    return first < 2 or forms[first - 2] not in words("ruler")


def after_a_number(forms: Sequence[str], first: int, end: int) -> bool:
    """Refuse the month of ثورة 25 يناير, when the date itself was refused."""
    return first > 0 and forms[first - 1].isdecimal()


def holding(forms: Sequence[str], first: int, end: int) -> bool:
    """Refuse بعد عقد الاجتماع, after holding a meeting; منذ عقد is a decade."""
    return forms[end - 1] == "عقد" and only_before("after_a_bare_year")(forms, first, end)


def one_after_another(forms: Sequence[str], first: int, end: int) -> bool:
    """Refuse يوما بعد يوم."""
    return first > 0 and any(x.cls == "unit" for x in lexicon().get(forms[first - 1], ()))


def still_to_come(forms: Sequence[str], first: int, end: int) -> bool:
    """Whether بعد أسبوع is counted from now: a clause that looks ahead, or the words alone, or من الآن."""
    if first and forms[first - 1] in words("first_time"):
        return False
    if lies_ahead(forms, first, end) or (end + 1 < len(forms) and forms[end + 1] in words("now")):
        return True
    if any(_present(form) for form in forms[max(0, first - 4) : first]):
        return True
    return first == 0 and (end >= len(forms) or not forms[end][0].isalnum())


def _present(form: str) -> bool:
    bare = form[1:] if form[0] in "وف" else form
    return (bare.startswith("ي") and len(bare) >= 4 and not _is_noun(bare)) or bare in words("scheduled")


_NAMES_A_DAY = frozenset(
    {"month", "weekday", "dayword", "yearnum", "article", "holiday", "season", "part", "one", "half"}
)


def says_which(forms: Sequence[str], first: int, end: int) -> bool:
    """Refuse قبل يوم before الأحد and منذ عام before 2003: the unit only introduces the name that follows."""
    if end >= len(forms):
        return False
    if forms[end][0].isdecimal() or (forms[end] == "(" and end + 1 < len(forms) and forms[end + 1][0].isdecimal()):
        return True
    return any(x.cls in _NAMES_A_DAY and not x.clitic for x in lexicon().get(forms[end], ()))


_YEAR = re.compile(r"(1[3-9]|20|21)\d\d")


def name_of_an_event(forms: Sequence[str], first: int, end: int) -> bool:
    """Refuse ثورة 25 يناير and ائتلاف 14 آذار, unless the expression itself says the year; بيان الحادي عشر من أغسطس is of a day."""
    if first > 0 and forms[first - 1].endswith("بيان") and "من" in forms[first:end]:
        return False
    return before("name_before_month")(forms, first, end) and not any(
        _YEAR.fullmatch(form) for form in forms[first:end]
    )


def title_of_medium(forms: Sequence[str], first: int, end: int) -> bool:
    """Refuse قناة روسيا اليوم and «روسيا اليوم»; أعلنت روسيا اليوم is the day."""
    if first < 2 or forms[first - 1] not in words("title_before_today"):
        return False
    return forms[first - 2] in words("medium") or forms[first - 2] in _QUOTES


_QUOTES = frozenset("\"«“”'‘(")


def not_a_year(forms: Sequence[str], first: int, end: int) -> bool:
    """Refuse a lone number as a year unless a preposition of time stands before it and nothing counted follows."""
    previous = forms[first - 1] if first else ""
    if previous in words("maybe_before_a_bare_year"):
        return only_before("after_a_bare_year")(forms, first, end)
    if previous not in words("before_a_bare_year"):
        return True
    following = forms[end] if end < len(forms) else ""
    return following not in words("after_a_bare_year") and (following in words("counted") or following.endswith("ا"))


_WINDOW = 9
_FUTURE_VERB = re.compile(r"[وف]?س[يتن]\w{3,}")


def lies_ahead(forms: Sequence[str], first: int, end: int) -> bool:
    """Whether the clause before speaks of the future: سيلتقي، المقرر، بحلول (not كان من المقرر, not after منذ)."""
    if first and forms[first - 1].endswith("منذ"):
        return False
    for index in range(first - 1, max(-1, first - _WINDOW), -1):
        form = forms[index]
        if not form[0].isalnum():
            return False
        if form in words("future") or (_FUTURE_VERB.match(form) and not _is_noun(form)):
            return not any(word in words("was") for word in forms[max(0, index - 3) : index])
    return False


def _is_noun(form: str) -> bool:
    bare = form.lstrip("وف")
    return any(bare.startswith(start) for start in words("future_not"))
