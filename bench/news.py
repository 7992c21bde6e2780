"""Made-up news for measuring: any number of articles, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, count, product

from mawqif.model import Article

FIRST, DAYS = date(2023, 1, 1), 1095
STATES = (
    "المصري", "الأردني", "التركي", "القطري", "السعودي", "الإماراتي", "العراقي", "اللبناني", "السوري", "الجزائري", "التونسي",
    "المغربي", "الليبي", "السوداني", "اليمني", "الكويتي", "الفرنسي", "الألماني", "البريطاني", "الإيطالي", "الإسباني", "الروسي",
    "الصيني", "الهندي", "الياباني", "الأذربيجاني", "الإيراني", "البرازيلي", "الكندي", "الإندونيسي",
)  # fmt: skip
OFFICES = (
    "الرئيس",
    "رئيس الوزراء",
    "وزير الخارجية",
    "وزير الدفاع",
    "وزير الداخلية",
    "رئيس البرلمان",
    "المتحدث باسم الحكومة",
)
GIVEN = (
    "كريم",
    "سامي",
    "يوسف",
    "فادي",
    "طارق",
    "مروان",
    "أنور",
    "هاني",
    "نبيل",
    "عادل",
    "جلال",
    "ماهر",
    "سليم",
    "وليد",
)
FAMILY = (
    "الحلبي",
    "شاهين",
    "العمري",
    "زيدان",
    "التميمي",
    "القاسم",
    "البكري",
    "الشامي",
    "الخطيب",
    "الدمشقي",
    "الراوي",
    "الحمصي",
)
OUTLETS = tuple(
    f"صحيفة {name}"
    for name in ("المرسى", "البحر", "الأفق", "المدار", "الجسر", "الضفة", "النهر", "المنارة", "الساحل", "القلعة")
)
PERSONS = tuple(
    f"{OFFICES[number % len(OFFICES)]} {STATES[number // 7 % len(STATES)]} {given} {family}"
    for number, (given, family) in enumerate(product(GIVEN, FAMILY))
)
"""Everybody has one office, so that a ledger learns as much of them as of real people."""
VERBS = ("قال", "أكد", "أعلن", "أوضح", "أضاف", "شدد على", "نفى", "حذر من")
SUBJECTS = ("بلاده", "الحكومة", "المفاوضات", "الأزمة", "الدول المعنية", "القوات")
_ROOTS = "درس كتب حكم عمل نقل فتح جمع حفظ سلم قطع طلب شرط بحث صدر دعم نشر رفع منع قرر سحب ضمن رصد نظم وقف حسم".split()
_SHAPES = (
    "ت{0}{1}ي{2}",
    "م{0}{1}و{2}",
    "{0}{1}ا{2}ة",
    "ا{0}ت{1}ا{2}",
    "م{0}ا{1}{2}ة",
    "ا{0}{1}ا{2}",
    "{0}ا{1}{2}",
    "م{0}{1}{2}ين",
    "ت{0}ا{1}{2}",
)
_ENDS = ("", "ات", "ية", "ها", "هم", "نا")
_CLITICS = ("", "ال", "وال", "بال", "لل", "و", "ب")
WORDS = tuple(
    clitic + shape.format(*root) + end for root, end, shape, clitic in product(_ROOTS, _ENDS, _SHAPES, _CLITICS)
)
"""Some nine thousand forms, most of them behind clitics."""
_WEIGHTS = tuple(accumulate(1 / (rank + 10) for rank in range(len(WORDS))))
"""As in any language, few words are common and most are rare."""


def articles(seed: int = 1, paragraphs: int = 8) -> Iterator[Article]:
    """Articles of about 150 words, each with an address of its own, over three years."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, nothing is kept secret
    words = list(WORDS)
    random.Random(0).shuffle(words)  # noqa: S311
    for number in count():
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        text = "\n\n".join(_paragraph(chance, words) for _ in range(paragraphs))
        yield Article(
            text=text, id=f"n{seed}-{number}", outlet=chance.choice(OUTLETS), published=f"{day.isoformat()}T09:00:00+03:00",
            url=f"https://made.example/{seed}/{number}", title=" ".join(_some(chance, words, 6)),
        )  # fmt: skip


def _some(chance: random.Random, words: list[str], number: int) -> list[str]:
    return chance.choices(words, cum_weights=_WEIGHTS, k=number)


def _paragraph(chance: random.Random, words: list[str]) -> str:
    told = " ".join(_some(chance, words, chance.randint(6, 14)))
    particle = "إن" if chance.random() < 0.5 else "أن"
    return f"{chance.choice(VERBS)} {chance.choice(PERSONS)} {particle} {chance.choice(SUBJECTS)} {told}."
