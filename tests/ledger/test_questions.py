"""Questions, what is said of them, and what people judged."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from tests.ledger.made import article, harbour, put

from mawqif.ledger import Ledger
from mawqif.ledger.questions import question_digest
from mawqif.model import Question
from mawqif.model.event import Event, Judgement

ASKED = Question(id="harbour", target=("فتح الميناء",), about=(("ميناء",),), since=date(2026, 1, 1))
REWORDED = msgspec.structs.replace(ASKED, target=("فتح الميناء", "تشغيل الميناء"))
DIGEST = question_digest(ASKED)


class Said(msgspec.Struct, frozen=True):
    actor: str


def verdict(**fields: object) -> Judgement:
    event = Event(
        key="e1", actor="QA", speaker=None, role=None, anonymous=False, date="2026-01-05", stance="for",
        firmness="plain", conditions=(), channel=None, articles=("a1",), evidence=(),
    )  # fmt: skip
    given = {"question": "harbour", "event": event, "verdict": "accept", "changes": {}, "who": "مريم"}
    return Judgement(**{**given, "judged_at": "2026-01-07T10:00:00+03:00", **fields})


def test_a_question_comes_back_as_it_was(ledger: Ledger) -> None:
    assert ledger.put_question(ASKED)
    held = ledger.get_question("harbour")
    assert held is not None
    assert msgspec.json.decode(held.body, type=Question) == ASKED
    assert held.digest == DIGEST
    assert not ledger.put_question(ASKED)
    assert ledger.get_question("harbour") == held
    assert ledger.get_question("bridge") is None


def test_every_wording_is_kept_and_the_last_one_holds(ledger: Ledger) -> None:
    for wording in (ASKED, REWORDED, ASKED):
        assert ledger.put_question(wording)
    ledger.put_question(Question(id="bridge", target=("الجسر",)))
    versions = ledger.question_versions("harbour")
    assert [version.digest for version in versions] == [DIGEST, question_digest(REWORDED)]
    assert versions[0].recorded < versions[0].asked
    assert [(held.id, held.digest == DIGEST) for held in ledger.questions()] == [("bridge", False), ("harbour", True)]


def test_positions_are_cached_for_a_reading_and_a_wording(ledger: Ledger) -> None:
    keys = [harbour(ledger, id=f"a{number}").reading for number in range(3)]
    assert [stored.reading_key for stored in ledger.unasked(DIGEST)] == keys
    ledger.put_positions(DIGEST, [(keys[0], [Said("QA"), Said("TN")]), (keys[1], [])])
    assert [stored.reading_key for stored in ledger.unasked(DIGEST)] == [keys[2]]
    (told,) = ledger.positions(DIGEST, Said)
    assert (told.name, told.reading_key, told.said) == ("a0", keys[0], (Said("QA"), Said("TN")))
    assert (told.outlet, told.published_on) == ("صحيفة المرسى", "2026-01-06")
    assert ledger.positions("other", Said) == []
    assert len(list(ledger.unasked("other"))) == 3


def test_positions_of_old_readings_are_not_told(ledger: Ledger) -> None:
    old = harbour(ledger).reading
    ledger.put_positions(DIGEST, [(old, [Said("QA")])])
    (stored,) = ledger.readings()
    ledger.add_reading(stored, stored.reading, "r2")
    assert ledger.positions(DIGEST, Said) == []
    assert [each.recipe for each in ledger.unasked(DIGEST)] == ["r2"]
    assert list(ledger.unasked(DIGEST, recipe="r3")) == []


def test_positions_can_be_put_while_asking(ledger: Ledger) -> None:
    for number in range(450):
        put(ledger, article(id=f"a{number}"))
    for stored in ledger.unasked(DIGEST):
        ledger.put_positions(DIGEST, [(stored.reading_key, [Said("QA")] if stored.name == "a7" else [])])
    assert [told.name for told in ledger.positions(DIGEST, Said)] == ["a7"]
    assert list(ledger.unasked(DIGEST)) == []


def test_the_same_positions_again_replace_the_cached_ones(ledger: Ledger) -> None:
    key = harbour(ledger).reading
    for actor in ("QA", "TN"):
        ledger.put_positions(DIGEST, [(key, [Said(actor)])])
    (told,) = ledger.positions(DIGEST, Said)
    assert told.said == (Said("TN"),)


def test_events_are_cached_as_of_a_stamp(ledger: Ledger) -> None:
    ledger.put_events(DIGEST, "s1", '["قديم"]')
    ledger.put_events(DIGEST, "s2", '["جديد"]')
    assert ledger.get_events(DIGEST, "s1") is None
    assert ledger.get_events(DIGEST, "s2") == '["جديد"]'
    assert ledger.get_events("other", "s2") is None


def test_caches_can_be_dropped_and_nothing_else_is(ledger: Ledger) -> None:
    key = harbour(ledger).reading
    ledger.put_question(ASKED)
    ledger.add_judgement(verdict())
    ledger.put_positions(DIGEST, [(key, [Said("QA")])])
    ledger.put_events(DIGEST, "s", "[]")
    ledger.drop_caches()
    assert ledger.positions(DIGEST, Said) == []
    assert ledger.get_events(DIGEST, "s") is None
    assert len(ledger.judgements()) == len(ledger.questions()) == len(list(ledger.readings())) == 1


def test_judgements_are_only_added_to(ledger: Ledger) -> None:
    first, second = verdict(), verdict(verdict="set", changes={"stance": "against"}, note="قرأت النص", who="ليلى")
    assert ledger.add_judgement(first) and ledger.add_judgement(second)
    assert not ledger.add_judgement(first)
    ledger.add_judgement(verdict(question="bridge"))
    assert ledger.judgements("harbour") == [first, second]
    assert len(ledger.judgements()) == 3


@pytest.mark.parametrize("change", ["article", "version", "reading", "judgement", "fact"])
def test_the_stamp_changes_with_everything_that_changes_answers(ledger: Ledger, change: str) -> None:
    from tests.ledger.test_people import fact

    harbour(ledger)
    (stored,) = ledger.readings()
    stamp = ledger.stamp()
    assert ledger.stamp() == stamp
    {
        "article": lambda: harbour(ledger, id="a2"),
        "version": lambda: put(ledger, article("نص آخر")),
        "reading": lambda: ledger.add_reading(stored, stored.reading, "r2"),
        "judgement": lambda: ledger.add_judgement(verdict()),
        "fact": lambda: ledger.put_learnt([fact()]),
    }[change]()
    assert ledger.stamp() != stamp
