"""Every predicate of the table is read with its stance in the whole reader, and refused where it says nothing."""

from __future__ import annotations

import pytest

from mawqif.lang.ar.stance.predicate import predicates
from mawqif.model import Article, Position, Question
from mawqif.reading.position import find_positions
from mawqif.reading.read import read_article

SENDING = Question(id="sending", target=("إرسال قوات", "المشاركة في القوة"), actors="states")
BANNING = Question(id="banning", target=("فرض عقوبات",), actors="states")
READ = [(p.id, sentence, stance) for p in predicates() for sentence, stance in p.yes]
REFUSED = [(p.id, sentence) for p in predicates() for sentence in p.no]


def positions(sentence: str) -> list[Position]:
    """What a sentence says of sending troops, or of sanctions where it names them, in an article about that."""
    question, topic = (BANNING, "فرض عقوبات على") if "عقوبات" in sentence else (SENDING, "إرسال قوات إلى")
    article = Article(
        text=f"فيينا - تناول المسؤولون النمساويون {topic} الجزيرة. {sentence}",
        outlet="AT",
        published="2025-03-04",
    )
    return [p for p in find_positions(article, read_article(article), question) if p.actor and not p.alludes]


@pytest.mark.parametrize(("id", "sentence", "stance"), READ)
def test_what_it_must_read(id, sentence, stance):
    assert [p.stance for p in positions(sentence)] == [stance]


@pytest.mark.parametrize(("id", "sentence"), REFUSED)
def test_what_it_must_refuse(id, sentence):
    assert positions(sentence) == []


@pytest.mark.parametrize("predicate", predicates(), ids=lambda p: p.id)
def test_every_predicate_has_a_sentence(predicate):
    assert predicate.yes
    assert predicate.verbs or predicate.words or predicate.patterns
    assert predicate.stance or predicate.negated or predicate.firm
