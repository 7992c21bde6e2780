"""Made-up news for measuring: any number of articles, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate, count, product
from typing import TypeVar

from mawqif.model import Article, Question

T = TypeVar("T")
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
    (f"{OFFICES[number % len(OFFICES)]} {STATES[number // 7 % len(STATES)]}", f"{given} {father} {family}")
    for number, (given, father, family) in enumerate(product(GIVEN, GIVEN, FAMILY))
)
"""Office and name of 2,352 persons. Everybody has one office, so that a ledger learns as much of them as of real people."""
BODIES = (
    "وزارة الخارجية",
    "الحكومة",
    "وزارة الدفاع",
    "مصادر مطلعة",
    "شركة النقل",
    "صحيفة المدار",
    "الهيئة العامة",
    "المتظاهرون",
)
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


QUESTIONS = tuple(
    Question(
        id=f"force-{number}",
        target=("إرسال قوات", "المشاركة في القوة"),
        about=((place,), ("قوة", "قوات")),
        actors="states",
    )
    for number, place in enumerate(("سمارة", "المرجان", "الزمرد"))
)
"""Questions that are followed while a ledger grows: sending troops to one of three islands."""
SHARES = (0.01, 0.003, 0.001)
"""Of the articles that say something of each; of real ones, in months full of it, 1 % did of troops for Gaza."""
STANCES = (
    "بلاده لن ترسل قوات إلى جزيرة {0}", "بلاده سترسل قوات إلى جزيرة {0}", "بلاده مستعدة لإرسال قوات إلى جزيرة {0}",
    "بلاده تدرس إرسال قوات إلى جزيرة {0}", "بلاده لن ترسل قوات إلى جزيرة {0} إلا بعد وقف إطلاق النار",
    "بلاده ترفض المشاركة في القوة في جزيرة {0}",
)  # fmt: skip
MEAN = 6.6
"""Statements of an article; 19,000 real ones have 6.6 on average, half of them 4 or less, in 340 words, half of them 230 or less."""
MOST = 40


def articles(seed: int = 1, question: int | None = None) -> Iterator[Article]:
    """Articles as long as real ones, each with an address of its own, over three years; all say something of a question, given
    by its place, or none.
    """
    chance = random.Random(f"{seed} {question}")  # noqa: S311 - repeatable, nothing is kept secret
    words = list(WORDS)
    random.Random(0).shuffle(words)  # noqa: S311
    for number in count():
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        told = [_paragraph(chance, words) for _ in range(min(int(chance.expovariate(1 / (MEAN + 0.5))), MOST))]
        if question is not None:
            told[:0] = [_position(chance, question) for _ in range(1 + (chance.random() < 0.4))]
        told.append(f"{' '.join(_some(chance, words, chance.randint(15, 40)))}.")
        yield Article(
            text="\n\n".join(told), id=f"n{seed}-{question}-{number}", outlet=chance.choice(OUTLETS),
            published=f"{day.isoformat()}T09:00:00+03:00", url=f"https://made.example/{seed}/{question}/{number}",
            title=" ".join(_some(chance, words, 6)),
        )  # fmt: skip


def mixed(streams: Sequence[Iterator[T]], chance: random.Random) -> Iterator[T]:
    """From one stream for each question, and a last one for everything else, as many as `SHARES` tells."""
    weights = (*SHARES, 1 - sum(SHARES))
    while True:
        yield next(chance.choices(streams, weights=weights)[0])


def _some(chance: random.Random, words: list[str], number: int) -> list[str]:
    return chance.choices(words, cum_weights=_WEIGHTS, k=number)


def _paragraph(chance: random.Random, words: list[str]) -> str:
    """A statement of some twenty words and what the writer adds."""
    told, added = (" ".join(_some(chance, words, chance.randint(*size))) for size in ((8, 32), (12, 28)))
    particle = "إن" if chance.random() < 0.5 else "أن"
    return f"{chance.choice(VERBS)} {_speaker(chance)} {particle} {chance.choice(SUBJECTS)} {told}. {added}."


def _speaker(chance: random.Random) -> str:
    """Few are called by office and name, as in news; the most talkative speak most."""
    office, name = PERSONS[min(int(chance.paretovariate(0.4)), len(PERSONS)) - 1]
    kind = chance.random()
    if kind < 0.06:
        return f"{office} {name}"
    return office if kind < 0.35 else name if kind < 0.65 else chance.choice(BODIES)


def _position(chance: random.Random, place: int) -> str:
    [[island], _] = QUESTIONS[place].about
    office, name = PERSONS[chance.randrange(len(STATES) * len(OFFICES))]
    return f"قال {office} {name} إن {chance.choice(STANCES).format(island)}."
