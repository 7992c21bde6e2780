"""Questions, what is said of them, and what people judged."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date

import msgspec
from tests.ledger.made import HARBOUR, article, harbour, put, said

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


def ask(ledger: Ledger, key: str = DIGEST, slug: str = "harbour") -> list[str]:
    """Follow a question; the keys of the readings that are to be asked."""
    ledger.follow(key, slug)
    return [stored.reading_key for stored in ledger.unasked(key)]


def test_positions_are_cached_for_a_reading_and_a_wording(ledger: Ledger) -> None:
    keys = [harbour(ledger, id=f"a{number}").reading for number in range(3)]
    assert ask(ledger) == keys
    ledger.put_positions(DIGEST, [(keys[0], [Said("QA"), Said("TN"), Said("QA")]), (keys[1], [])])
    assert ask(ledger) == [keys[2]]
    one, two = ledger.positions(DIGEST, Said)
    assert (one.name, one.reading_key, one.said) == ("a0", keys[0], (Said("QA"), Said("QA")))
    assert (one.outlet, one.published_on) == ("صحيفة المرسى", "2026-01-06")
    assert ledger.positions(DIGEST, Said, actor="TN") == [two]
    assert ledger.positions("other", Said) == []
    assert len(list(ledger.unasked("other"))) == 3


def test_new_readings_wait_for_the_questions_that_are_followed(ledger: Ledger) -> None:
    assert ask(ledger) == ask(ledger, "second", "bridge") == []
    first = harbour(ledger).reading
    assert ask(ledger) == ask(ledger, "second", "bridge") == [first]
    ledger.put_positions(DIGEST, [(first, [])])
    second = put(ledger, article("نص آخر")).reading
    assert ask(ledger) == ask(ledger, "second", "bridge") == [second]


def test_another_program_takes_a_question_over_and_back_without_asking_twice(ledger: Ledger) -> None:
    one = harbour(ledger, id="a1").reading
    assert ask(ledger, "w/1") == [one]
    ledger.put_positions("w/1", [(one, [Said("QA")])])
    two = harbour(ledger, id="a2").reading
    assert ask(ledger, "w/2") == [one, two]
    ledger.put_positions("w/2", [(one, []), (two, [])])
    three = harbour(ledger, id="a3").reading
    assert [stored.reading_key for stored in ledger.unasked("w/1")] == [two, three]
    assert ask(ledger, "w/1") == [two, three]
    assert ask(ledger, "w/2") == [three]
    assert ledger.asked("w") == ["w/1", "w/2"]
    assert [told.reading_key for told in ledger.positions("w/1", Said)] == [one]


def test_nothing_is_missed_by_who_begins_to_ask_while_others_add(place: str, opened: Callable[..., Ledger]) -> None:
    opened()
    begun = threading.Barrier(4)

    def add(number: int) -> None:
        with Ledger.open(place) as ledger:
            begun.wait()
            for each in range(15):
                harbour(ledger, id=f"a{number}-{each}")

    threads = [threading.Thread(target=add, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    asking, asked = opened(), set[str]()
    begun.wait()
    for number in range(6):
        key, slug = f"w/{number % 2}", f"q{number // 2}"
        asking.follow(f"{slug}{key}", slug)
    while any(thread.is_alive() for thread in threads) or list(asking.unasked("q2w/1")):
        page = [stored.reading_key for stored in asking.unasked("q2w/1")]
        asking.put_positions("q2w/1", [(key, []) for key in page])
        asked.update(page)
    assert len(asked) == asking.counts().readings == 45
    assert len(ask(asking, "q2w/0", "q2")) == 45


def test_positions_of_old_readings_are_not_told(ledger: Ledger) -> None:
    ledger.follow(DIGEST, "harbour")
    old = harbour(ledger).reading
    ledger.put_positions(DIGEST, [(old, [Said("QA")])])
    (stored,) = ledger.readings()
    new = ledger.add_reading(stored, stored.reading, "r2").reading
    assert ledger.positions(DIGEST, Said) == []
    assert ask(ledger) == [new]
    ledger.put_positions(DIGEST, [(old, [Said("QA")])])
    assert ledger.positions(DIGEST, Said) == []
    assert ask(ledger) == [new]


def test_a_reading_that_holds_again_is_asked_again(ledger: Ledger) -> None:
    ask(ledger, "w/1")
    first = harbour(ledger)
    (old,) = ledger.readings()
    ledger.put_positions("w/1", [(first.reading, [Said("QA")])])
    assert ask(ledger, "w/2") == [first.reading]
    ledger.put_positions("w/2", [(first.reading, [Said("QA")])])
    other = put(ledger, article(), said(HARBOUR, "سيفتح"), recipe="r1").reading
    assert ledger.positions("w/1", Said) == ledger.positions("w/2", Said) == []
    assert ledger.add_reading(old, old.reading, "r1", known_at="2020").outcome == "same"
    assert ask(ledger, "w/2") == [other]
    assert ledger.add_reading(old, old.reading, "r1").outcome == "reading"
    assert [stored.reading_key for stored in ledger.readings()] == [first.reading]
    assert ask(ledger, "w/2") == ask(ledger, "w/1") == [first.reading]
    assert list(ledger.check()) == []


def test_positions_can_be_put_while_asking(ledger: Ledger) -> None:
    for number in range(450):
        put(ledger, article(id=f"a{number}"))
    ledger.follow(DIGEST, "harbour")
    for stored in ledger.unasked(DIGEST):
        ledger.put_positions(DIGEST, [(stored.reading_key, [Said("QA")] if stored.name == "a7" else [])])
    assert [told.name for told in ledger.positions(DIGEST, Said)] == ["a7"]
    assert list(ledger.unasked(DIGEST)) == []


def test_the_same_positions_again_replace_the_cached_ones(ledger: Ledger) -> None:
    ledger.follow(DIGEST, "harbour")
    key = harbour(ledger).reading
    for actor in ("QA", "TN"):
        ledger.put_positions(DIGEST, [(key, [Said(actor)])])
    (told,) = ledger.positions(DIGEST, Said)
    assert told.said == (Said("TN"),)


def keep(ledger: Ledger, **fields: str) -> None:
    """Keep the same for every actor."""
    ledger.keep_events(DIGEST, [msgspec.structs.replace(each, **fields) for each in ledger.kept_events(DIGEST)])


def test_names_are_kept_until_positions_of_their_actor_change(ledger: Ledger) -> None:
    def names() -> dict[str, str | None]:
        return {each.actor: each.names for each in ledger.kept_events(DIGEST)}

    ledger.follow(DIGEST, "harbour")
    one, two = (harbour(ledger, id=f"a{number}").reading for number in range(2))
    ledger.put_positions(DIGEST, [(one, [Said("QA"), Said("TN")]), (two, [])])
    assert names() == {"QA": None, "TN": None}
    keep(ledger, names='["ليلى"]')
    assert names() == {"QA": '["ليلى"]', "TN": '["ليلى"]'}
    ledger.put_positions(DIGEST, [(two, [Said("TN")])])
    assert names() == {"QA": '["ليلى"]', "TN": None}
    put(ledger, article("نص آخر", id="a0"))
    assert names() == {"QA": None, "TN": None}
    assert ledger.kept_events("other") == []


def test_events_are_kept_with_what_they_were_made_of(ledger: Ledger) -> None:
    ledger.follow(DIGEST, "harbour")
    ledger.put_positions(DIGEST, [(harbour(ledger).reading, [Said("QA")])])
    keep(ledger, made_of="1", events="[1]", rest="{}")
    keep(ledger, names="[]")
    (kept,) = ledger.kept_events(DIGEST)
    assert (kept.made_of, kept.events, kept.rest, kept.names) == ("1", "[1]", "{}", "[]")
    (kept,) = ledger.kept_events(DIGEST, whole=False)
    assert (kept.made_of, kept.events, kept.rest) == ("1", "[1]", None)
    keep(ledger, made_of="2", events="[2]", rest="{}")
    assert [each.made_of for each in ledger.kept_events(DIGEST)] == ["2"]


def test_the_changes_of_an_actors_positions_are_counted(ledger: Ledger) -> None:
    ledger.follow(DIGEST, "harbour")
    one = harbour(ledger).reading
    for expected, told in enumerate(([Said("QA")], [Said("QA"), Said("QA")], []), 1):
        ledger.put_positions(DIGEST, [(one, told)])
        assert [each.changes for each in ledger.kept_events(DIGEST)] == [expected]


def test_caches_can_be_dropped_and_nothing_else_is(ledger: Ledger) -> None:
    key = harbour(ledger).reading
    ledger.put_question(ASKED)
    ledger.add_judgement(verdict())
    ledger.follow(DIGEST, "harbour")
    ledger.put_positions(DIGEST, [(key, [Said("QA")])])
    keep(ledger, made_of="1", events="[]", rest="{}")
    ledger.drop_caches()
    assert ledger.positions(DIGEST, Said) == ledger.kept_events(DIGEST) == []
    ledger.put_positions(DIGEST, [(key, [Said("QA")])])
    assert ledger.positions(DIGEST, Said) == []
    assert ask(ledger) == [key]
    assert len(ledger.judgements()) == len(ledger.questions()) == len(list(ledger.readings())) == 1


def test_judgements_are_only_added_to(ledger: Ledger) -> None:
    first, second = verdict(), verdict(verdict="set", changes={"stance": "against"}, note="قرأت النص", who="ليلى")
    assert ledger.add_judgement(first) and ledger.add_judgement(second)
    assert not ledger.add_judgement(first)
    ledger.add_judgement(verdict(question="bridge"))
    assert ledger.judgements("harbour") == [first, second]
    assert len(ledger.judgements()) == 3
