"""Texts for the laws: any characters at all, and soups of what Arabic pages are made of."""

from __future__ import annotations

from hypothesis import strategies as st

MARKS = list("«»\"“”„‘’‹›{}()[]'.،؛:؟?!…-–—ـ/%#@")
INVISIBLE = [
    " ",
    "\n",
    "\r\n",
    "\t",
    "\u00a0",
    "\u200c",
    "\u200e",
    "\u200f",
    "\u202b",
    "\u202c",
    "\ufeff",
    "\0",
    "\x1f",
]
VOWELS = ["\u064b", "\u064e", "\u064f", "\u0650", "\u0651", "\u0652", "\u0670"]
NUMBERS = ["3.5", "١٢", "٣٫٥", "12:30", "5/1/2026", "2026"]
LETTERS = [*"ابتجدرسعقلمنهويءأإآةىئؤ", "ﻻ", "ﻣ", "ﷲ", "A", "z", "é", "😀"]
WORDS = (
    "قال وقال أكد نفى أعلن دعا طالب رفض وأضاف مشيرا قائلا قوله إن أن بأن أنه إلى على عن من ما لم لن إلا إذا بعد دون في "
    "الوزير مصدر مسؤول رويترز وزارة الخارجية مصر الأميركي المتحدث باسم أمس الاثنين مساء وفق بحسب نقلا عن تصريحات بيان "
    "هل قد ربما و ف ب ل ك لـ قال: لفت نقلت قولها باسم عبر مقابلة وكالة الأنباء تقرير للصحفيين غدا"
).split()

_pieces = st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS + INVISIBLE + VOWELS + NUMBERS + LETTERS))
soups = st.tuples(st.lists(_pieces, max_size=40), st.sampled_from(["", " "])).map(lambda made: made[1].join(made[0]))
texts = st.one_of(st.text(st.characters(exclude_categories=["Cs"]), max_size=100), soups)
