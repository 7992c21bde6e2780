"""What is done all the time looks rows up by an index, so that it takes no longer in a larger ledger."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.ledger.made import HARBOUR, article, harbour, put, said
from tests.ledger.test_people import fact
from tests.ledger.test_questions import ASKED, DIGEST, Said

from mawqif.ledger import KeptEvents, Ledger, Search

VERSION = "0" * 32
NOT_GROWING = {"event_cache", "inquiry", "judgement", "question", "CONSTANT", "(subquery-1)"}
"""As many rows as there are questions, actors and verdicts, or none: an empty list of values."""

CALLS: dict[str, Callable[[Ledger], object]] = {
    "add": lambda ledger: harbour(ledger, id="a9"),
    "an edited article": lambda ledger: put(ledger, article("نص آخر"), said("نص آخر", "آخر")),
    "held": lambda ledger: ledger.held(article(), "r1"),
    "an article by name or address": lambda ledger: ledger.find_articles("https://marsa.example/1"),
    "an article by key": lambda ledger: ledger.find_articles("0123456789"),
    "a statement by key": lambda ledger: ledger.find_statements("0123456789abcdef.01"),
    "past readings": lambda ledger: ledger.past_readings("0123456789abcdef"),
    "versions": lambda ledger: ledger.versions(VERSION),
    "unasked": lambda ledger: list(ledger.unasked(DIGEST)),
    "follow": lambda ledger: ledger.follow(DIGEST, "harbour"),
    "put positions": lambda ledger: ledger.put_positions(DIGEST, [(_reading(ledger), [Said("QA")])]),
    "positions of an actor": lambda ledger: ledger.positions(DIGEST, Said, actor="QA"),
    "events": lambda ledger: ledger.kept_events(DIGEST),
    "keep events": lambda ledger: ledger.keep_events(
        DIGEST, [KeptEvents(actor="QA", changes=2, made_of="1", events="[]", rest="{}")]
    ),
    "what was learnt lately": lambda ledger: ledger.learnt(revoked=True, changed_from="2026"),
    "learn": lambda ledger: ledger.put_learnt([fact("2025-01-01")]),
    "withdrawals": lambda ledger: ledger.withdrawals(VERSION),
    "the newest statements": lambda ledger: ledger.search(Search()),
}


def _reading(ledger: Ledger) -> str:
    return next(ledger.readings()).reading_key


@pytest.fixture
def full(tmp_path: Path) -> Ledger:
    with Ledger.open(tmp_path / "made.db") as ledger:
        harbour(ledger)
        put(ledger, article(id="a2", url="https://marsa.example/1"), said(HARBOUR, "سيفتح"))
        ledger.put_question(ASKED)
        ledger.follow(DIGEST, "harbour")
        ledger.put_learnt([fact()])
        yield ledger


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_no_table_that_grows_is_looked_through(full: Ledger, call: Callable[[Ledger], object]) -> None:
    asked: list[tuple[str, object]] = []

    def note(connection, cursor, statement, parameters, context, many) -> None:
        # What only puts values in is planned with checks of references that do not run.
        if not many and "VALUES" not in statement and statement.split()[0] in ("SELECT", "UPDATE", "DELETE", "INSERT"):
            asked.append((statement, parameters))

    sa.event.listen(full._engine, "before_cursor_execute", note)
    call(full)
    sa.event.remove(full._engine, "before_cursor_execute", note)
    assert asked
    for statement, parameters in asked:
        with full._reading() as connection:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
        scans = [row[3] for row in plan if row[3].startswith("SCAN") and not row[3].endswith("VIRTUAL TABLE INDEX 0:=")]
        scanned = [scan for scan in scans if scan.split()[1] not in NOT_GROWING]
        limited = statement.rstrip().endswith("LIMIT ? OFFSET ?")
        assert limited or scanned == [], statement
