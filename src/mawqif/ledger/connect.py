"""Connections: which database a name means, how it is opened, and what its errors say to a person."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import cache
from pathlib import Path
from typing import Any, Final, cast
from urllib.parse import quote

import msgspec
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from mawqif.model.errors import CallError, MawqifError

PATIENCE: Final = 60
"""Seconds to wait for another process that is writing."""
_EXPECTED = "a file (news.db) or postgresql://user@host/database"
_POSTGRES = ("postgresql", "postgres", "postgresql+psycopg")
_WAL = 4_000
"""Pages that the write-ahead log gathers before they go into the file: those that many articles change go there once."""
_CACHE = 64 << 10
"""KiB of pages a connection keeps; looking words up in a large ledger reads the same ones again and again."""


class Place:
    """Where a ledger is: a file or a PostgreSQL database; `name` is fit to be shown (it never holds a password)."""

    def __init__(self, given: str | os.PathLike[str]) -> None:
        text = os.fspath(given)
        self.path: Path | None = None
        self.url: URL | None = None
        if "://" not in text:
            self.path, self.name = Path(text), text
            return
        try:
            url = make_url(text)
        except (ArgumentError, ValueError):
            raise CallError("no address of a ledger", where=_without_password(text), expected=_EXPECTED) from None
        self.name = url.render_as_string(hide_password=True)
        if url.drivername == "sqlite" and url.database:
            self.path = Path(url.database)
        elif url.drivername in _POSTGRES:
            self.url = url.set(drivername="postgresql+psycopg")
        else:
            raise CallError(f"no ledger is kept in {url.drivername}", where=self.name, expected=_EXPECTED)

    @property
    def may_write(self) -> bool:
        """Whether a file, and what SQLite lays beside it, can be written; a server says so itself when it is tried."""
        return self.path is None or _may_write(self.path)

    def engine(self, *, create: bool, write: bool) -> Engine:
        """An engine; raises `CallError` where there is nothing to open, `create` makes a missing file."""
        if self.url is not None:
            return _postgres(self.url, self.name)
        assert self.path is not None
        return _sqlite(self.path, create=create, write=write)


def _without_password(text: str) -> str:
    scheme, _, rest = text.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


def _postgres(url: URL, name: str) -> Engine:
    try:
        import psycopg  # noqa: F401 - only to tell a missing driver from a missing server
    except ImportError:
        raise CallError(
            "the driver for PostgreSQL is not installed", where=name, next="install it: pip install 'mawqif[postgres]'"
        ) from None
    # Plans made for one query's words are poor for another's, so that nothing is prepared.
    return sa.create_engine(url, connect_args={"prepare_threshold": None, "connect_timeout": 10})


def _sqlite(path: Path, *, create: bool, write: bool) -> Engine:
    _check_file(path, create=create)
    mode = "rwc" if create and write else "rw"
    if not write and not _may_write(path):
        # Nothing can be laid beside the file, so that SQLite must be told that nobody else writes either.
        mode = "ro" if Path(f"{path}-wal").exists() else "ro&immutable=1"
    address = f"file:{quote(str(path))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=PATIENCE, check_same_thread=False, isolation_level=None)

    engine = sa.create_engine(URL.create("sqlite", database=str(path)), creator=connect)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise CallError("a folder, no ledger", where=str(path), expected="a file", next=f"try {path / 'mawqif.db'}")
    if not path.exists() and not create:
        raise CallError(
            "no ledger here", where=str(path), next="make one with: mawqif add ARTICLES, or name another with --ledger"
        )
    if not path.exists() and not path.absolute().parent.is_dir():
        raise CallError("no such folder to make a ledger in", where=str(path), next="make the folder first")


def _prepare(connection: Any, _: Any) -> None:
    """Settings of every SQLite connection. Journal and page size belong to the file and are set when it is made."""
    cursor = connection.cursor()
    for pragma in (
        "foreign_keys = ON",
        "synchronous = NORMAL",
        f"cache_size = -{_CACHE}",
        "temp_store = MEMORY",
        f"wal_autocheckpoint = {_WAL}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Writers announce themselves at once: two that began as readers would end in a deadlock."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@cache
def insert_into(dialect: str, table: sa.Table) -> Any:
    """An `INSERT` that may say what is done about rows that are there already."""
    return (sqlite.insert if dialect == "sqlite" else postgresql.insert)(table)


def beginning(column: sa.ColumnElement[str], start: str) -> sa.ColumnElement[bool]:
    """That a key begins so, told in a way that every index of keys can be used for: what follows are digits, before `g`."""
    return sa.and_(column >= start, column < f"{start}g", column.startswith(start, autoescape=True))


@contextmanager
def unawaited(connection: Connection) -> Iterator[None]:
    """Send the statements inside to a server one behind the other, none of which brings rows; what goes wrong is raised by a
    later one of them or at the end.
    """
    if connection.dialect.name == "sqlite":
        yield
        return
    import psycopg

    raw = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    try:
        with raw.pipeline() if psycopg.Pipeline.is_supported() else nullcontext():
            yield
    except psycopg.Error as error:
        raise DBAPIError.instance(None, None, error, psycopg.Error) from error


def put_rows(connection: Connection, table: str, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> None:
    """Put in rows of values that every database takes as they are: one after the other where the database is this process,
    all in one message where it is a server.
    """
    if not rows:
        return
    sql = _insert(connection.dialect.name, table, columns)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(sql, list(rows))
    else:
        body = msgspec.json.encode([dict(zip(columns, row, strict=True)) for row in rows])
        connection.exec_driver_sql(sql, (body.decode(),))


@cache
def _insert(dialect: str, table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    begin = f"INSERT INTO {table} ({names})"
    if dialect == "sqlite":
        return f"{begin} VALUES ({', '.join('?' * len(columns))})"
    return f"{begin} SELECT {names} FROM json_populate_recordset(NULL::{table}, CAST(%s AS json))"  # noqa: S608 - our own names


_WORDS: Final[tuple[tuple[str, type[MawqifError], str, str], ...]] = (
    ("file is not a database", CallError, "not a ledger: no SQLite file", "name another file with --ledger"),
    ("file is encrypted", CallError, "not a ledger: no SQLite file", "name another file with --ledger"),
    ("readonly database", CallError, "cannot be written", "allow writing to the file and its folder (chmod u+w)"),
    ("unable to open", CallError, "cannot be opened", "allow reading and writing the file and its folder"),
    ("disk is full", MawqifError, "the disk is full", "make room and run the same command again; what was added stays"),
    ("disk i/o error", MawqifError, "the disk cannot be written", "check for room and for errors of the disk, then run the same command again"),
    ("no space left", MawqifError, "the disk is full", "make room and run the same command again; what was added stays"),
    ("database is locked", MawqifError, "another program holds the ledger", "end it and run the same command again"),
    ("malformed", MawqifError, "the file is damaged", "restore a backup; mawqif check tells what is lost"),
    ("read-only transaction", CallError, "cannot be written", "use an account that may write"),
    ("permission denied", CallError, "this account may not do that", "use an account that owns the ledger's tables"),
    ("password authentication failed", CallError, "the password is wrong", "correct the address, or use ~/.pgpass"),
    ("no password supplied", CallError, "a password is needed", "put it into the address or ~/.pgpass"),
    ("does not exist", CallError, "no such database or account", "make it with createdb, or correct the address"),
    ("connection", MawqifError, "the server cannot be reached", "check that it runs and that the address is right"),
    ("timeout", MawqifError, "the server does not answer", "check that it runs and that the address is right"),
)  # fmt: skip
"""What a driver's message contains, and what it means to a person; the first that fits."""


def meaning(message: str, where: str) -> MawqifError:
    """A driver's message in words of ours."""
    for part, kind, what, remedy in _WORDS:
        if part in message.lower():
            return kind(what, where=where, next=remedy)
    line = " ".join(message.split())
    return MawqifError(f"the database refused: {line}", where=where, next="please report it")


@contextmanager
def speaking(where: str) -> Iterator[None]:
    """Errors of the database inside leave as `MawqifError`."""
    try:
        yield
    except DBAPIError as error:
        raise meaning(str(error.orig), where) from error
