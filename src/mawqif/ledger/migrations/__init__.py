"""From any earlier state of the tables to the one this program knows. Alembic is imported only where there is something to do."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from mawqif.model.errors import CallError

HEAD: Final = "0002"
"""The last revision in `versions/`."""
VERSION_TABLE: Final = "mawqif_schema"
_FOLDER = Path(__file__).parent
_LOCK: Final = 0x6D617771
"""The advisory lock that two programs opening one PostgreSQL database at the same moment meet at."""


def make_current(engine: Engine, name: str, *, write: bool) -> None:
    """Bring a database to `HEAD`; raises `CallError` where it is no ledger, or one of a newer program, or too old to read."""
    with engine.connect() as connection:
        found = revision(connection)
        if found == HEAD:
            return
        _refuse_others(connection, found, name)
    if found is None and not write:
        raise CallError("empty, no ledger", where=name, next="make one with: mawqif add ARTICLES")
    if engine.dialect.name == "sqlite":
        _set_journal(engine)
    with engine.execution_options(writing=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if revision(connection) != HEAD:
            upgrade(connection, HEAD)


def _set_journal(engine: Engine) -> None:
    """Let readers go on beside a writer. The setting stays with the file, and cannot be made inside a transaction."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def revision(connection: Connection) -> str | None:
    """The revision of the tables, `None` where there are none."""
    if not sa.inspect(connection).has_table(VERSION_TABLE):
        return None
    found: str | None = connection.scalar(sa.text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608 - our own name
    return found


def upgrade(connection: Connection, target: str) -> None:
    """Run the migrations up to `target`, inside the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def revisions() -> list[str]:
    """Every revision this program knows, the first one first."""
    return sorted(path.name[:4] for path in (_FOLDER / "versions").glob("[0-9]*.py"))


def _refuse_others(connection: Connection, found: str | None, name: str) -> None:
    if found is not None and found not in revisions():
        raise CallError(
            f"written by a newer Mawqif (tables of version {found}, this one knows {HEAD})", where=name,
            next="install the newer version: pip install --upgrade mawqif",
        )  # fmt: skip
    if found is None and (others := sa.inspect(connection).get_table_names()):
        taken = set(others) & {"article", "version", "reading", "statement", "question", "position"}
        if connection.dialect.name == "sqlite" or taken:
            raise CallError(
                f"a database, but no ledger: it holds {', '.join(sorted(taken or set(others))[:3])}", where=name,
                next="name another one with --ledger",
            )  # fmt: skip
