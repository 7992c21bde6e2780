"""Foreign names as transliterations write them: which spellings may be one name."""

from __future__ import annotations

from functools import lru_cache

_VOWELS = "اويءئؤ"
_LOOSE = str.maketrans("ثذغكق", "تدججج", _VOWELS)
_ALIKE = ("او", "ءئؤ", "تث", "دذ", "جغكق")
"""Letters of which transliterations write one for another."""
_REMEMBERED = 1 << 16
"""Names whose skeleton is kept."""


@lru_cache(_REMEMBERED)
def skeleton(form: str) -> str:
    """A name without the letters that transliterations differ in (يعلون، يعالون؛ واترز، ووترز)."""
    bare = form.removeprefix("ال") if len(form) > 4 else form
    return bare.translate(_LOOSE)


def respells(one: str, other: str) -> bool:
    """One long vowel more or less, or alef for waw (يعلون، يعالون؛ واترز، ووترز); جيبسون is not جوبسون."""
    if min(len(one), len(other)) < 4 or skeleton(one) != skeleton(other) or len(skeleton(one)) < 2:
        return False
    if len(one) == len(other):
        pairs = [{a, b} for a, b in zip(one, other, strict=True) if a != b]
        return len(pairs) <= 1 and all(pair == {"ا", "و"} or not pair & set("اوي") for pair in pairs)
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:k] + long[k + 1 :] == short for k in range(len(long)))


def spellings(name: str) -> set[str]:
    """What `respells` may take for the name: a vowel more, a letter less, one letter in place of another."""
    found: set[str] = set()
    for k in range(len(name) + 1):
        before, letter, after = name[:k], name[k : k + 1], name[k + 1 :]
        found.update(before + vowel + letter + after for vowel in _VOWELS)
        found.add(before + after)
        found.update(before + other + after for alike in _ALIKE if letter and letter in alike for other in alike)
    return found - {name}
