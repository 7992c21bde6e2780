"""What the vocabulary is called on screen, in Arabic and English."""

from __future__ import annotations

from typing import Final

import msgspec

from mawqif.export.segments import Part
from mawqif.model import Act, Kind, Mode, Voice


class Label(msgspec.Struct, frozen=True):
    """One term in both languages of the interface."""

    ar: str
    en: str


VOICES: Final[dict[Voice, Label]] = {
    "sourced": Label("منسوب إلى مصدر", "sourced"),
    "fact": Label("خبر الوسيلة نفسها", "fact"),
    "inference": Label("استنتاج الكاتب", "inference"),
    "boilerplate": Label("زوائد الصفحة", "boilerplate"),
}
PARTS: Final[dict[Part, Label]] = {
    "cue": Label("لفظ القول", "cue"),
    "source": Label("المصدر", "source"),
    "content": Label("المضمون", "content"),
    "condition": Label("الشرط", "condition"),
    "when": Label("وقت القول", "when"),
    "channel": Label("المناسبة", "channel"),
    "audience": Label("المخاطَب", "audience"),
    "via": Label("نقلاً عن", "via"),
}
ACTS: Final[dict[Act, Label]] = {
    "say": Label("قول", "say"),
    "affirm": Label("تأكيد", "affirm"),
    "deny": Label("نفي", "deny"),
    "refuse": Label("رفض", "refuse"),
    "commit": Label("التزام", "commit"),
    "demand": Label("مطالبة", "demand"),
    "warn": Label("تحذير", "warn"),
    "condemn": Label("إدانة", "condemn"),
    "welcome": Label("ترحيب", "welcome"),
    "ask": Label("سؤال", "ask"),
    "expect": Label("توقّع", "expect"),
}
MODES: Final[dict[Mode, Label]] = {
    "direct": Label("بنصّه", "direct"),
    "indirect": Label("بمعناه", "indirect"),
    "mixed": Label("بعضه بنصّه", "mixed"),
}
KINDS: Final[dict[Kind, Label]] = {
    "person": Label("شخص", "person"),
    "body": Label("جهة رسمية", "body"),
    "state": Label("دولة", "state"),
    "organisation": Label("منظمة", "organisation"),
    "anonymous": Label("مصدر بلا اسم", "anonymous"),
    "media": Label("وسيلة إعلام", "media"),
    "document": Label("وثيقة", "document"),
    "group": Label("جماعة", "group"),
}
