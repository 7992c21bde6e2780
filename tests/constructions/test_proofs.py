"""Every construction is proved by the whole reader: what it must give in full, and where it must give nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import mawqif.lang.ar.constructions
from mawqif.lang.ar.constructions import CONSTRUCTIONS, Construction
from mawqif.lang.ar.constructions.base import proofs
from mawqif.model import Article, Statement
from mawqif.reading.read import read_article

Span = tuple[int, int]
LEAST_YES, LEAST_NO = 3, 2
RULE_IN_CODE = re.compile(r'(?:rule=|\.draft\()"([a-z-]+)"')


def unmarked(sentence: str) -> tuple[str, list[Span], Span | None]:
    """The sentence without its marks, the spans of its content {…} and the span of its source […]."""
    text, content, source, opened = "", [], None, 0
    for char in sentence:
        if char in "[{":
            opened = len(text)
        elif char == "}":
            content.append((opened, len(text)))
        elif char == "]":
            source = opened, len(text)
        else:
            text += char
    return text, content, source


def given(construction: Construction, text: str) -> list[Statement]:
    """The statements of a text that carry one of the construction's rules."""
    statements = read_article(Article(text=text)).statements
    return [s for s in statements if s.rule.partition(":")[0] in construction.rules]


def told(statement: Statement) -> tuple[list[Span], Span | None]:
    """The content and the source of a statement as spans."""
    source = statement.source
    return [(s.start, s.end) for s in statement.content], source and (source.start, source.end)


def every(kind: str) -> list[object]:
    return [
        pytest.param(construction, sentence, id=f"{construction.id}-{number}")
        for construction in CONSTRUCTIONS
        for number, sentence in enumerate(getattr(construction, kind), 1)
    ]


@pytest.mark.parametrize(("construction", "sentence"), every("yes"))
def test_gives_content_and_source(construction: Construction, sentence: str):
    text, content, source = unmarked(sentence)
    assert content, "a proof marks its content with braces"
    found = [told(s) for s in given(construction, text)]
    assert (content, source) in found, [([text[a:b] for a, b in spans], by and text[slice(*by)]) for spans, by in found]


@pytest.mark.parametrize(("construction", "sentence"), every("no"))
def test_gives_nothing(construction: Construction, sentence: str):
    assert unmarked(sentence) == (sentence, [], None)
    assert [(s.rule, [c.text for c in s.content]) for s in given(construction, sentence)] == []


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda c: c.id)
def test_is_proved_enough(construction: Construction):
    assert construction.meaning.endswith(".")
    assert len(set(construction.yes)) == len(construction.yes) >= LEAST_YES
    assert len(set(construction.no)) == len(construction.no) >= LEAST_NO


@pytest.mark.parametrize(("construction", "rule"), [(c, r) for c in CONSTRUCTIONS for r in c.rules])
def test_every_rule_is_proved(construction: Construction, rule: str):
    texts = [unmarked(sentence)[0] for sentence in construction.yes]
    assert any(s.rule.startswith(f"{rule}:") for text in texts for s in given(construction, text))


def test_proofs_belong_to_constructions():
    assert sorted(proofs()) == sorted(c.id for c in CONSTRUCTIONS)


def test_every_rule_in_the_code_is_declared():
    folder = Path(mawqif.lang.ar.constructions.__file__).parent
    named = {rule for file in folder.rglob("*.py") for rule in RULE_IN_CODE.findall(file.read_text(encoding="utf-8"))}
    assert named == {rule for construction in CONSTRUCTIONS for rule in construction.rules}


def test_reading_does_not_load_the_proofs():
    code = (
        "from mawqif.model import Article\n"
        "from mawqif.reading.read import read_article\n"
        "from mawqif.lang.ar.constructions.base import proofs\n"
        "assert read_article(Article(text='قال الوزير إن الطريق مغلق.')).statements\n"
        "assert proofs.cache_info().misses == 0\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_marks_are_taken_off():
    assert unmarked("قال [زيد] {نعم} و{لا}.") == ("قال زيد نعم ولا.", [(8, 11), (13, 15)], (4, 7))
