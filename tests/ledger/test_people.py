"""Actors, speakers and their offices, and what was learnt of people."""

from __future__ import annotations

import pytest
from tests.ledger.made import BRIDGE, HARBOUR, article, put, said

from mawqif.ledger import Fact, Ledger, Office
from mawqif.model import Speaker

JABER = "سالم الجابر"
HARBOURS, BRIDGES = "وزير الموانئ", "وزير الجسور"


def tell(ledger: Ledger, id: str, role: str | None, actor: str | None, day: str, name: str = JABER) -> None:
    speaker = Speaker(name=name, kind="person", role=role, speaks_for=actor)
    put(ledger, article(id=id), said(HARBOUR, "الميناء الجديد", speaker, said_on=day))


def test_actors_with_counts_and_days(ledger: Ledger) -> None:
    tell(ledger, "a1", HARBOURS, "QA", "2026-01-05")
    tell(ledger, "a2", HARBOURS, "QA", "2026-01-02")
    tell(ledger, "a3", None, "QA", "2026-01-03", name="مريم")
    tell(ledger, "a4", None, "TN", "2026-01-01", name="ليلى")
    tell(ledger, "a5", None, None, "2026-01-01", name="أحد")
    rows = [(row.actor, row.statements, row.speakers, row.first, row.last) for row in ledger.actors()]
    assert rows == [("QA", 3, 2, "2026-01-02", "2026-01-05"), ("TN", 1, 1, "2026-01-01", "2026-01-01")]


def test_a_speaker_with_offices_in_the_order_they_were_seen(ledger: Ledger) -> None:
    tell(ledger, "a1", HARBOURS, "QA", "2020-05-01")
    tell(ledger, "a2", HARBOURS, "QA", "2021-05-01")
    tell(ledger, "a3", BRIDGES, "QA", "2025-05-01", name="سالم الجابِر")
    (row,), more = ledger.speakers()
    assert (row.statements, row.first, row.last, more) == (3, "2020-05-01", "2025-05-01", False)
    assert row.offices == (
        Office(role=BRIDGES, speaks_for="QA", statements=1, first="2025-05-01", last="2025-05-01"),
        Office(role=HARBOURS, speaks_for="QA", statements=2, first="2020-05-01", last="2021-05-01"),
    )


def test_speakers_are_looked_for_by_name_and_actor_page_by_page(ledger: Ledger) -> None:
    for number, name in enumerate(["ليلى الأمين", "مريم الأمين", "أحمد 100%"]):
        tell(ledger, f"a{number}", None, "TN" if number else "QA", "2026-01-01", name=name)
    assert {row.name for row in ledger.speakers("الامين")[0]} == {"ليلى الأمين", "مريم الأمين"}
    assert [row.name for row in ledger.speakers("أمين", actor="QA")[0]] == ["ليلى الأمين"]
    assert [row.name for row in ledger.speakers("100%")[0]] == ["أحمد 100%"]
    pages = [ledger.speakers(limit=2), ledger.speakers(limit=2, offset=2)]
    assert [more for _, more in pages] == [True, False]
    assert len({row.name for rows, _ in pages for row in rows}) == 3


def test_outlets(ledger: Ledger) -> None:
    put(ledger, article(), said(HARBOUR, "الميناء"), said(HARBOUR, "الربيع"))
    put(ledger, article(BRIDGE, outlet=None), said(BRIDGE, "الجسر"))
    assert ledger.outlets() == [("صحيفة المرسى", 2), (None, 1)]


def fact(since: str | None = "2026-01-05", evidence: str = "b", **fields: object) -> Fact:
    return Fact(**{"name": JABER, "actor": "QA", "role": HARBOURS, "since": since, "evidence": (evidence,), **fields})


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_earliest_evidence_of_a_fact_holds_in_any_order(ledger: Ledger, order) -> None:
    facts = [fact("2026-01-05", "b"), fact("2026-01-03", "c"), fact("2026-01-03", "a", name="سالم الجابِر")]
    for at in order:
        ledger.put_learnt([facts[at]])
    (held,) = ledger.learnt()
    assert (held.fact.since, held.fact.evidence) == ("2026-01-03", ("a",))


def test_what_a_fact_is(ledger: Ledger) -> None:
    assert ledger.put_learnt([fact(), fact(role=BRIDGES), fact(actor="TN"), fact(until="2026-02-01")]) == 4
    assert ledger.put_learnt([fact(), fact(role=BRIDGES)]) == 0
    assert len(ledger.learnt()) == 4


def test_a_revoked_fact_stays_revoked_and_on_record(ledger: Ledger) -> None:
    ledger.put_learnt([fact()])
    (held,) = ledger.learnt()
    assert ledger.revoke_learnt(held.key, "مريم")
    assert not ledger.revoke_learnt(held.key, "ليلى")
    assert ledger.learnt() == []
    ledger.put_learnt([fact("2025-12-01")])
    assert ledger.learnt() == []
    (kept,) = ledger.learnt(revoked=True)
    assert (kept.revoked, kept.revoked_by) == (True, "مريم")
    assert kept.revoked_at is not None and kept.revoked_at > kept.recorded
    assert kept.fact.since == "2026-01-05"


def test_what_was_revoked_can_hold_again_and_all_of_it_is_on_record(ledger: Ledger) -> None:
    ledger.put_learnt([fact()])
    (held,) = ledger.learnt()
    assert not ledger.revoke_learnt(held.key, "ليلى", revoked=False)
    for who, revoked in (("مريم", True), ("ليلى", False), ("مريم", True), ("ليلى", False)):
        before = ledger.moment()
        assert ledger.revoke_learnt(held.key, who, revoked=revoked)
        assert [each.key for each in ledger.learnt(revoked=True, changed_from=before)] == [held.key]
    assert ledger.learnt() == [held]
    told = ledger.withdrawals(held.key)
    assert [(each.who, each.revoked) for each in told] == [("مريم", True), ("ليلى", False)] * 2
    assert [each.recorded for each in told] == sorted(each.recorded for each in told)
    assert not ledger.revoke_learnt("another", "مريم")
    assert ledger.withdrawals("another") == []


def test_facts_are_told_from_a_time_on(ledger: Ledger) -> None:
    ledger.put_learnt([fact()])
    between = ledger.moment()
    ledger.put_learnt([fact(role=BRIDGES)])
    assert [each.fact.role for each in ledger.learnt(changed_from=between)] == [BRIDGES]


def test_readings_made_before_something_was_learnt_of_their_speakers(ledger: Ledger) -> None:
    tell(ledger, "a1", None, None, "2026-01-05", name="الجابر")
    tell(ledger, "a2", None, None, "2026-01-05", name="ليلى")
    assert list(ledger.readings_behind()) == []
    ledger.put_learnt([fact()])
    (behind,) = ledger.readings_behind()
    assert behind.name == "a1"
    assert ledger.add_reading(behind, behind.reading, "r1").outcome == "same"
    assert list(ledger.readings_behind()) == []
    ledger.revoke_learnt(ledger.learnt()[0].key, "مريم")
    assert [stored.name for stored in ledger.readings_behind()] == ["a1"]
