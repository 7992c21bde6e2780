"""Every declared phrase of voices.toml and every shape is proved by the whole reader."""

from __future__ import annotations

import pytest

from mawqif.lang.ar.attribute import Attributor
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.voice.rules import VoiceRule, voice_rules
from mawqif.lang.ar.voice.shapes import SHAPES, Shape
from mawqif.reading.finish import mark_nested
from mawqif.reading.voice import Voices
from mawqif.world import default_world

RULES = voice_rules().rules


def judge(text: str) -> Voices:
    doc = Document(text, None, default_world())
    drafts = sorted(Attributor(doc).run(), key=lambda d: d.at)
    mark_nested(drafts)
    return Voices(doc, drafts)


def found(voices: Voices) -> set[str]:
    return {marked.rule.id for sentence in voices.marked for marked in sentence}


@pytest.mark.parametrize(
    ("rule", "sentence"), [(r, s) for r in RULES for s in r.yes], ids=lambda x: getattr(x, "id", "")
)
def test_phrase(rule: VoiceRule, sentence: str) -> None:
    voices = judge(sentence)
    assert rule.id in found(voices)
    if rule.strength == "strong":
        assert rule.voice in [voice for voice, _ in voices.run()]


@pytest.mark.parametrize(
    ("rule", "sentence"), [(r, s) for r in RULES for s in r.no], ids=lambda x: getattr(x, "id", "")
)
def test_phrase_refused(rule: VoiceRule, sentence: str) -> None:
    assert rule.id not in found(judge(sentence))


@pytest.mark.parametrize(("shape", "text"), [(s, t) for s in SHAPES for t in s.yes], ids=lambda x: getattr(x, "id", ""))
def test_shape(shape: Shape, text: str) -> None:
    assert ("boilerplate", shape.id) in judge(text).run()


@pytest.mark.parametrize(("shape", "text"), [(s, t) for s in SHAPES for t in s.no], ids=lambda x: getattr(x, "id", ""))
def test_shape_refused(shape: Shape, text: str) -> None:
    assert all(reason != shape.id for _, reason in judge(text).run())


def test_every_rule_means_something() -> None:
    for rule in (*RULES, *SHAPES):
        assert rule.means.endswith(".") and rule.yes and rule.no, rule.id
