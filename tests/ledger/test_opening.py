"""Opening: new ledgers and old ones, and everything that is no ledger."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from tests.ledger.made import harbour

from mawqif.ledger import Ledger, Search
from mawqif.ledger.connect import Place
from mawqif.ledger.migrations import HEAD, VERSION_TABLE, make_current, revision, revisions, upgrade
from mawqif.ledger.tables import metadata
from mawqif.model.errors import CallError, MawqifError


def test_the_tables_made_by_migrations_are_the_tables_we_use(ledger: Ledger) -> None:
    def ours(name: str | None, kind: str, parents: object) -> bool:
        return kind != "table" or name in metadata.tables

    with ledger._reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours, "version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []


def test_the_last_migration_is_the_one_the_program_asks_for() -> None:
    assert revisions()[-1] == HEAD
    assert revisions() == [f"{number:04}" for number in range(1, len(revisions()) + 1)]


@pytest.mark.parametrize("start", revisions())
def test_a_ledger_of_any_earlier_version_is_brought_up_to_date(place: str, start: str) -> None:
    engine = Place(place).engine(create=True, write=True)
    with engine.execution_options(writing=True).begin() as connection:
        upgrade(connection, start)
    with engine.connect() as connection:
        assert revision(connection) == start
    engine.dispose()
    with Ledger.open(place, create=False, write=False) as ledger:
        with ledger._reading() as connection:
            assert revision(connection) == HEAD
        assert harbour(ledger).outcome == "new"
        assert list(ledger.check()) == []


def test_what_was_revoked_before_withdrawals_were_recorded_is_on_record(place: str) -> None:
    engine = Place(place).engine(create=True, write=True)
    with engine.execution_options(writing=True).begin() as connection:
        upgrade(connection, "0001")
        connection.execute(
            sa.text(
                "INSERT INTO learnt (key, name_key, name, actor, evidence, recorded, revoked, revoked_at, revoked_by, changed)"
                " VALUES ('k', 'n', 'n', 'QA', '[]', '2026-01-01', :yes, '2026-01-02', 'مريم', '2026-01-02'),"
                " ('l', 'n', 'n', 'TN', '[]', '2026-01-01', :no, NULL, NULL, '2026-01-01')"
            ),
            {"yes": True, "no": False},
        )
    engine.dispose()
    with Ledger.open(place) as ledger:
        (told,) = ledger.withdrawals("k")
        assert (told.revoked, told.who, told.recorded) == (True, "مريم", "2026-01-02")
        assert ledger.withdrawals("l") == []
        assert ledger.revoke_learnt("k", "ليلى", revoked=False)
        assert list(ledger.check()) == []


def test_many_open_a_new_ledger_at_once(place: str) -> None:
    failed: list[BaseException] = []

    def open_it(number: int) -> None:
        try:
            with Ledger.open(place) as ledger:
                harbour(ledger, id=f"a{number}")
        except BaseException as error:  # noqa: BLE001 - whatever went wrong is told by the test's thread
            failed.append(error)

    threads = [threading.Thread(target=open_it, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with Ledger.open(place) as ledger:
        assert ledger.counts().articles == 4


def test_a_ledger_of_a_newer_program_is_left_alone(place: str, ledger: Ledger) -> None:
    with ledger._writing() as connection:
        connection.execute(sa.text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))
    with pytest.raises(CallError, match=r"written by a newer Mawqif .*9999.*install the newer version"):
        Ledger.open(place)


def test_a_database_of_somebody_else_is_left_alone(place: str) -> None:
    engine = Place(place).engine(create=True, write=True)
    with engine.execution_options(writing=True).begin() as connection:
        connection.execute(sa.text("CREATE TABLE article (title TEXT)"))
    with pytest.raises(CallError, match="a database, but no ledger: it holds article"):
        make_current(engine, "there", write=True)
    engine.dispose()


def test_an_empty_database_is_no_ledger_to_look_into(place: str) -> None:
    if "://" not in place:
        Path(place).touch()
    with pytest.raises(CallError, match="empty, no ledger"):
        Ledger.open(place, create=False, write=False)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "no ledger here; make one with: mawqif add"),
        (lambda path: path.mkdir(), "a folder, no ledger; expected a file"),
        (lambda path: path.write_text("كلام " * 500, encoding="utf-8"), "not a ledger: no SQLite file"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"x" * 4096), "not a ledger|damaged"),
    ],
)
def test_files_that_are_no_ledgers(tmp_path: Path, make: Callable[[Path], object], said: str) -> None:
    path = tmp_path / "made.db"
    make(path)
    with pytest.raises(MawqifError, match=said) as raised:
        Ledger.open(path, create=False)
    assert "\n" not in str(raised.value)
    assert str(path) in str(raised.value)


def test_a_ledger_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="no such folder to make a ledger in"):
        Ledger.open(tmp_path / "missing" / "made.db")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("mysql://u:geheim@h/d", "no ledger is kept in mysql; expected a file"),
        ("sqlite://", "no ledger is kept in sqlite"),
        ("postgresql://u:geheim@h:port/d", "no address of a ledger"),
        ("postgresql://u:geheim@127.0.0.1:1/d", "the server cannot be reached"),
        ("postgresql://u:geheim@/d?host=/nowhere", "the server cannot be reached"),
    ],
)
def test_wrong_addresses_are_told_of_without_their_passwords(address: str, said: str) -> None:
    with pytest.raises(MawqifError, match=said) as raised:
        Ledger.open(address)
    assert "geheim" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_database_that_does_not_exist(cluster) -> None:
    address = cluster.database().replace("@/t", "@/missing_t")
    with pytest.raises(CallError, match="no such database or account; make it with createdb"):
        Ledger.open(address)


def test_an_account_that_may_only_read(cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    address = cluster.database()
    with Ledger.open(address) as ledger:
        harbour(ledger)
        with ledger._writing() as connection:
            connection.execute(
                sa.text("DROP OWNED BY reader") if _has_reader(connection) else sa.text("CREATE ROLE reader LOGIN")
            )
            connection.execute(sa.text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader"))
    with Ledger.open(address.replace("mawqif@", "reader@"), create=False, write=False) as ledger:
        assert ledger.counts().articles == 1
        with pytest.raises(CallError, match="this account may not do that"):
            harbour(ledger, id="a2")


def _has_reader(connection: sa.Connection) -> bool:
    return connection.scalar(sa.text("SELECT 1 FROM pg_roles WHERE rolname = 'reader'")) is not None


def test_a_missing_driver_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(CallError, match=r"pip install 'mawqif\[postgres\]'"):
        Ledger.open("postgresql://u@h/d")


READ_ONLY = """
import sys
from mawqif.ledger import Ledger, Search
from mawqif.model.errors import CallError
from tests.ledger.made import harbour
with Ledger.open(sys.argv[1], create=False, write=False) as ledger:
    print(len(ledger.search(Search()).rows))
    try:
        harbour(ledger, id="a2")
    except CallError as error:
        print(error)
"""


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
@pytest.mark.parametrize("whole_folder", [False, True])
def test_a_read_only_file_can_be_looked_into_and_says_what_cannot_be_done(
    tmp_path: Path, as_nobody, whole_folder
) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    path = folder / "made.db"
    with Ledger.open(path) as ledger:
        harbour(ledger)
    path.chmod(0o444)
    folder.chmod(0o555 if whole_folder else 0o777)
    done = as_nobody([sys.executable, "-c", READ_ONLY, str(path)])
    folder.chmod(0o755)
    assert done.stderr == ""
    count, error = done.stdout.splitlines()
    assert count == "1"
    assert error == f"{path}: cannot be written; allow writing to the file and its folder (chmod u+w)"


def test_a_file_may_be_named_by_an_address(tmp_path: Path) -> None:
    path = tmp_path / "a name with % and ? and #.db"
    with Ledger.open(path) as ledger:
        harbour(ledger)
    with Ledger.open(f"sqlite:///{tmp_path}/other.db") as ledger:
        assert ledger.counts().articles == 0
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    raw.close()
    with Ledger.open(path, create=False) as ledger:
        assert len(ledger.search(Search()).rows) == 1


def test_opening_an_existing_ledger_needs_no_migration_tool(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "made.db"):
        pass
    program = "import sys; from mawqif.ledger import Ledger; Ledger.open(sys.argv[1]).close(); sys.exit('alembic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path / "made.db")], check=False)
    assert done.returncode == 0
