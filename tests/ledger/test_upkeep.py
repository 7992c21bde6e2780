"""Checks that find what is wrong, and copies that lose nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.ledger.made import BRIDGE, HARBOUR, article, harbour, put, said, stem
from tests.ledger.test_people import fact
from tests.ledger.test_questions import ASKED, DIGEST, Said, verdict

from mawqif.ledger import KeptEvents, Ledger, Search
from mawqif.ledger.keys import encoded
from mawqif.ledger.tables import article as articles
from mawqif.ledger.tables import judgement, learnt
from mawqif.ledger.tables import reading as readings
from mawqif.ledger.tables import statement as statements
from mawqif.ledger.tables import version as versions
from mawqif.model import Article, Reading
from mawqif.model.errors import CallError


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    """A ledger with something in every table."""
    added = harbour(ledger)
    put(ledger, article(BRIDGE, id="a2"), said(BRIDGE, "الجسر لن يغلق"))
    put(ledger, article(BRIDGE + " (معدل)", id="a2"), said(BRIDGE, "العمل مستمر"))
    (row,) = ledger.search(Search(words="الميناء")).rows
    ledger.put_learnt([fact(evidence=row.key)])
    ledger.put_question(ASKED)
    ledger.follow(DIGEST, "harbour")
    ledger.put_positions(DIGEST, [(added.reading, [Said("QA")])])
    ledger.keep_events(DIGEST, [KeptEvents(actor="QA", changes=1, names="[]", made_of="1", events="[]", rest="{}")])
    ledger.add_judgement(verdict())
    assert list(ledger.check()) == []
    return ledger


def _body(table: sa.Table, record: object) -> sa.Update:
    return sa.update(table).where(table.c.id == 1).values(body=encoded(record))


def _moved(text: str = HARBOUR) -> Reading:
    moved = said(text, "الميناء").content[0]
    wrong = said(text, "الميناء")
    return Reading(
        id="a1", title=None, outlet=None, published=None, sentences=(),
        statements=(type(wrong)(**{**{f: getattr(wrong, f) for f in wrong.__struct_fields__},
                                   "content": (type(moved)(moved.start + 1, moved.end + 1, moved.text),)}),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("damage", "table", "what"),
    [
        (
            _body(versions, Article(text="نص آخر تماماً عن الميناء الجديد، وهو أطول من النص الأول.")),
            "version",
            "not the one its key",
        ),
        (sa.text("UPDATE version SET body = CAST('x' AS {blob}) WHERE id = 1"), "version", "cannot be read"),
        (sa.text("UPDATE reading SET body = CAST('x' AS {blob}) WHERE id = 1"), "reading", "cannot be read"),
        (_body(readings, {"sentences": 1}), "reading", "cannot be read"),
        (_body(readings, _moved()), "reading", "is not 'الميناء'"),
        (sa.update(articles).where(articles.c.id == 1).values(version_id=2), "article", "current version or reading"),
        (sa.update(articles).where(articles.c.id == 1).values(reading_id=99), "article", "current version or reading"),
        (sa.update(statements).values(content="كلام آخر"), "statement", "not what its reading says: content"),
        (sa.update(statements).values(number=7), "statement", "rows for"),
        (sa.delete(statements), "statement", "0 rows for 1"),
        (sa.text("DELETE FROM statement_index"), "statement", "index of words does not have it"),
        (sa.delete(statements), "index", "a statement that is not there"),
        (_body(judgement, verdict(who="غيرها")), "judgement", "not the one its key"),
        (sa.update(judgement).values(body="{"), "judgement", "cannot be read"),
        (sa.update(learnt).values(evidence='["0123456789abcdef.0123456789"]'), "learnt", "evidence is not there"),
    ],
)
def test_a_check_says_what_is_wrong(full: Ledger, damage, table, what) -> None:
    with full._writing() as connection:
        if isinstance(damage, sa.TextClause):
            blob = "BLOB" if connection.dialect.name == "sqlite" else "bytea"
            damage = sa.text(damage.text.format(blob=blob))
        connection.execute(damage)
    problems = [(problem.table, problem.what) for problem in full.check()]
    assert any(each[0] == table and what in each[1] for each in problems), problems


def test_a_check_of_a_damaged_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "made.db"
    with Ledger.open(path, stem=stem) as ledger:
        for number in range(300):
            harbour(ledger, id=f"a{number}")
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 8192] = b"\xff" * 8192
    path.write_bytes(data)
    with Ledger.open(path, stem=stem, create=False) as ledger:
        try:
            problems = [f"{problem.table} {problem.what}" for problem in ledger.check()]
        except Exception as error:  # noqa: BLE001 - a file so broken that it cannot be walked is told of as well
            problems = [str(error)]
    assert problems


def same(one: Ledger, two: Ledger) -> bool:
    def all_of(ledger: Ledger) -> object:
        stored = list(ledger.readings())
        return (
            stored, [ledger.versions(each.article_key) for each in stored], ledger.search(Search()), ledger.learnt(),
            ledger.questions(), ledger.judgements(), ledger.positions(DIGEST, Said), ledger.counts(),
        )  # fmt: skip

    return all_of(one) == all_of(two)


def test_a_backup_holds_everything(full: Ledger, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    full.backup(copy)
    with Ledger.open(copy, create=False, stem=stem) as other:
        assert same(full, other)
        assert [row.content for row in other.search(Search(words="ميناء")).rows] == ["الميناء الجديد سيفتح في الربيع"]
        assert list(other.check()) == []
        assert harbour(other, id="a9").outcome == "new"
    assert [path.name for path in tmp_path.glob("*copy*")] == ["copy.db"]


def test_an_empty_ledger_can_be_copied(ledger: Ledger, tmp_path: Path) -> None:
    ledger.backup(tmp_path / "copy.db")
    with Ledger.open(tmp_path / "copy.db", create=False) as other:
        assert other.counts().articles == 0


def test_a_backup_overwrites_nothing_and_needs_a_folder(full: Ledger, tmp_path: Path) -> None:
    (tmp_path / "there.db").write_bytes(b"")
    with pytest.raises(CallError, match="is there already"):
        full.backup(tmp_path / "there.db")
    with pytest.raises(CallError, match="no such folder"):
        full.backup(tmp_path / "missing" / "copy.db")


def test_a_backup_while_others_write(opened: Callable[..., Ledger], full: Ledger, tmp_path: Path) -> None:
    writer, stop, count = opened(), threading.Event(), 0

    def write() -> None:
        nonlocal count
        while not stop.is_set():
            harbour(writer, id=f"w{count}")
            count += 1

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for number in range(3):
            full.backup(tmp_path / f"copy{number}.db")
    finally:
        stop.set()
        thread.join()
    for number in range(3):
        with Ledger.open(tmp_path / f"copy{number}.db", create=False, stem=stem) as copy:
            assert list(copy.check()) == []
            names = [stored.name for stored in copy.readings() if stored.name.startswith("w")]
            assert names == [f"w{at}" for at in range(len(names))]
    assert count
