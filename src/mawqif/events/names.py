"""Whether two words name the same thing, as different outlets write it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from mawqif.text.fold import fold_word

_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"\b(عبد|ابو|ابي|ال|بن) +(?=\w)")
"""Parts of names that are written apart or together (عبد الله، عبدالله)."""
_CABINET = re.compile(r"\b(ال)?مجلس (ال)?وزراء\b")
"""Another name of the government."""
_SOUNDS = str.maketrans("زصطقغ", "سستكج")
"""Letters that outlets choose between for one foreign sound."""
_OWNED = re.compile(r"(?<=\w{3})ت(ها|هم|ه|نا)$")
_OWN = re.compile(r"(?<=\w{3})(ها|هم|نا)$")
_APART = frozenset(("وزير", "مستشار"))
"""Titles that nobody has at one time."""
_SEAT = {"وزراء": "حكومه", "برلمان": "مجلس", "جمهوريه": "دوله", "بلاد": "دوله"}
_MINISTERS = frozenset(("وزير", "وزيره"))
"""Titles whose fields have one name everywhere; one speaks for a party, a movement or its bloc alike."""
_SEATS = frozenset(_SEAT.values())
"""What one who heads it heads alone; one may be head of a party and of a bloc."""
_FILLERS = frozenset(("باسم", "شؤون", "لشؤون"))
"""Words of an office that do not tell which it is (وزير الدولة لشؤون الهجرة)."""
_FEW = 4
_LONG = 3
"""Words from which a name counts as full; more of them are titles as often as names."""
_REMEMBERED = 1 << 16


@lru_cache(_REMEMBERED)
def bare_words(text: str | None) -> frozenset[str]:
    """The folded words of a text without articles (ال، لل) and one-letter words."""
    words = _WORD.findall(_JOINED.sub(r"\1", _CABINET.sub("حكومه", fold_word(text or ""))))
    return frozenset(w[2:] if w.startswith(("ال", "لل")) and len(w) > _FEW else w for w in words if len(w) > 1)


def overlap(one: str | None, two: str | None) -> float:
    """The share of the shorter one's words that the other has too, 0 where one is empty."""
    a, b = bare_words(one), bare_words(two)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def is_part(one: str | None, two: str | None) -> bool:
    """Whether every word of the first is in the second (الخارجية المصرية، وزارة الخارجية المصرية)."""
    words = _ungendered(one)
    return bool(words) and words <= _ungendered(two)


@lru_cache(_REMEMBERED)
def _ungendered(text: str | None) -> frozenset[str]:
    """The words without the ending of the feminine: مجلس الوزراء اللبناني، الحكومة اللبنانية."""
    return frozenset(word.removesuffix("ه") for word in bare_words(text))


@lru_cache(_REMEMBERED)
def same_name(one: str | None, two: str | None) -> bool:
    """Whether two personal names are one: the shorter one's words are in the longer, spelled alike up to a letter or two.

    >>> same_name("علييف", "إلهام علييف"), same_name("إسحاق دار", "محمد إسحاق دار"), same_name("تاياني", "كروزيتو")
    (True, True, False)
    >>> same_name("محمد بن سلمان آل سعود", "خالد بن سلمان آل سعود")
    False
    """
    if not one or not two:
        return False
    a, b = _sounds(one), _sounds(two)
    if not a or not b:
        return fold_word(one).split() == fold_word(two).split()
    first, second = _initials(one), _initials(two)
    return (len(a) <= len(b) and first <= second and _are_near(a, b)) or (
        len(b) <= len(a) and second <= first and _are_near(b, a)
    )


@lru_cache(_REMEMBERED)
def _sounds(name: str) -> frozenset[str]:
    """The words of a name, one letter for those that write one foreign sound (زيباستيان، سيباستيان)."""
    return frozenset(word.translate(_SOUNDS) for word in bare_words(name))


@lru_cache(_REMEMBERED)
def _initials(name: str) -> frozenset[str]:
    """The first letters of a name's words: words that are near each other share theirs."""
    return frozenset(word[0] for word in _sounds(name))


def _are_near(words: frozenset[str], others: frozenset[str]) -> bool:
    return all(any(near(word, other) for other in others) for word in words)


@lru_cache(_REMEMBERED)
def near(x: str, y: str) -> bool:
    """One word in two transliterations: at most one letter in four changed, added or left out."""
    if x == y:
        return True
    longest = max(len(x), len(y))
    if longest < _FEW or abs(len(x) - len(y)) > 1 or x[0] != y[0]:
        return False
    return _distance(x, y) <= longest // 4


def _distance(x: str, y: str) -> int:
    row = list(range(len(y) + 1))
    for i, a in enumerate(x, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(y, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def same_office(one: str, two: str) -> bool:
    """Whether two offices can be one: of titles that go together, or of one title and not of two things.

    >>> same_office("وزير الدفاع الإيطالي", "وزير الخارجية الإيطالي"), same_office("وزير الدفاع", "وزير الدفاع الإيطالي")
    (False, True)
    >>> same_office("وزير خارجيتها", "وزير الخارجية"), same_office("الرئيس الكرواتي", "رئيس الوزراء الكرواتي")
    (True, False)
    """
    first, *of_one = _office(one)
    second, *of_two = _office(two)
    if {first, second} == _APART:
        return False
    if first != second:
        return not (_is_of_state(one, of_one) and _is_of_cabinet(two, of_two)) and not (
            _is_of_state(two, of_two) and _is_of_cabinet(one, of_one)
        )
    known = first in _MINISTERS or (first == "رئيس" and {*of_one[:1], *of_two[:1]} <= _SEATS)
    if not known or not of_one or not of_two:
        return True
    return any(near(of_one[0], word) for word in of_two) or any(near(of_two[0], word) for word in of_one)


@lru_cache(_REMEMBERED)
def _office(role: str) -> tuple[str, ...]:
    """The title of an office, and the words that tell of what it is one, without possessives (وزير خارجيتها)."""
    title, *words = _CABINET.sub("حكومه", fold_word(role)).split() or [""]
    bare = (_OWN.sub("", _OWNED.sub("ه", w.removeprefix("ال").removeprefix("لل"))) for w in words)
    return title, *(_SEAT.get(word, word).translate(_SOUNDS) for word in bare if word not in _FILLERS)


def _is_of_state(role: str, words: list[str]) -> bool:
    """الرئيس الكرواتي"""
    return role.startswith("الرئيس") and bool(words) and "حكومه" not in words


def _is_of_cabinet(role: str, words: list[str]) -> bool:
    """رئيس الحكومة الكرواتية"""
    return role.startswith("رئيس") and "حكومه" in words


def fullest(names: Iterable[str]) -> str | None:
    """The name with most words (from three on they count alike), then the one written most often, then the first."""
    counts = Counter(names)
    return max(counts, key=lambda name: (min(len(name.split()), _LONG), counts[name]), default=None)


def leading(told: Iterable[tuple[str, str]], same: Callable[[str, str], bool]) -> str | None:
    """Of (article, name) pairs, the fullest of those names that name what most articles name; the first told where even."""
    given: dict[str, list[str]] = defaultdict(list)
    for article, name in told:
        given[name].append(article)
    if len(given) < 2:
        return next(iter(given), None)
    groups: list[list[str]] = []
    for name in sorted(given, key=lambda name: -len(name.split())):
        home = next((group for group in groups if same(group[0], name)), None)
        groups.append([name]) if home is None else home.append(name)
    first = {name: number for number, name in enumerate(given)}
    best = max(groups, key=lambda group: (_articles(group, given), -min(first[name] for name in group)), default=[])
    return fullest(name for name in sorted(best, key=first.__getitem__) for _ in given[name])


def _articles(group: Iterable[str], given: Mapping[str, Iterable[str]]) -> int:
    return len({article for name in group for article in given[name]})
