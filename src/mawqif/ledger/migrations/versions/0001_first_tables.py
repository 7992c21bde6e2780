"""The first tables.

A migration is history: it says what was done then, and does not follow the tables when they change.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _column(name: str, type: Any = None, *, null: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Text() if type is None else type, nullable=null)


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.Integer(), primary_key=True)


def _key() -> sa.Column[Any]:
    return sa.Column("key", sa.Text(), nullable=False, unique=True)


def _refers(name: str, to: str, *, primary: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey(f"{to}.id"), primary_key=primary, nullable=False)


def upgrade() -> None:
    """Make every table and both kinds of indexes."""
    _articles()
    _statements()
    _questions()
    _people()
    _words()


def _articles() -> None:
    op.create_table(
        "article", _id(), _key(), _column("name", null=False), _column("outlet"), _column("url"),
        _column("version_id", sa.Integer()), _column("reading_id", sa.Integer()), _column("recorded", null=False),
    )  # fmt: skip
    op.create_index("ix_article_name", "article", ["name"])
    op.create_table(
        "version", _id(), _key(), _refers("article_id", "article"), _column("published"), _column("published_on"),
        _column("fetched", null=False), _column("recorded", null=False), _column("body", sa.LargeBinary(), null=False),
    )  # fmt: skip
    op.create_index("ix_version_article_id", "version", ["article_id"])
    op.create_table(
        "reading", _id(), _key(), _refers("version_id", "version"), _column("recipe", null=False), _column("known_at", null=False),
        _column("recorded", null=False), _column("body", sa.LargeBinary(), null=False),
    )  # fmt: skip
    op.create_index("ix_reading_version_id", "reading", ["version_id"])


def _statements() -> None:
    op.create_table(
        "statement", sa.Column("id", sa.BigInteger(), primary_key=True, autoincrement=False), _column("key", null=False),
        _refers("article_id", "article"), _refers("reading_id", "reading"), _column("number", sa.Integer(), null=False),
        _column("day"), _column("said_on"), _column("published_on"), _column("outlet"), _column("speaker"),
        _column("speaker_key"), _column("kind"), _column("role"), _column("speaks_for"), _column("act", null=False),
        _column("mode", null=False), _column("cue"), _column("content", null=False),
        _column("start", sa.Integer(), null=False), _column("end", sa.Integer(), null=False),
    )  # fmt: skip
    op.create_index("ix_statement_key", "statement", ["key"])
    op.create_index("ix_statement_article_id", "statement", ["article_id"])
    op.create_index("statement_actor", "statement", ["speaks_for", "day", "speaker_key"])
    order = ["speaker_key", "kind", "role", "speaks_for", "speaker", "day"]
    op.create_index("statement_speaker", "statement", order)


def _questions() -> None:
    op.create_table(
        "question", _id(), _column("slug", null=False), _column("digest", null=False), _column("recorded", null=False),
        _column("asked", null=False), _column("body", sa.LargeBinary(), null=False), sa.UniqueConstraint("slug", "digest"),
    )  # fmt: skip
    op.create_table(
        "position", _refers("reading_id", "reading", primary=True), sa.Column("question", sa.Text(), primary_key=True),
        _column("body", sa.LargeBinary()),
    )  # fmt: skip
    told = sa.text("body IS NOT NULL")
    op.create_index("position_told", "position", ["question", "reading_id"], sqlite_where=told, postgresql_where=told)
    op.create_table(
        "event_cache", sa.Column("question", sa.Text(), primary_key=True), _column("stamp", null=False),
        _column("body", sa.LargeBinary(), null=False),
    )  # fmt: skip
    op.create_table(
        "judgement", _id(), _key(), _column("question", null=False), _column("event", null=False),
        _column("recorded", null=False), _column("body", sa.LargeBinary(), null=False),
    )  # fmt: skip
    op.create_index("ix_judgement_question", "judgement", ["question"])


def _people() -> None:
    op.create_table(
        "learnt", _id(), _key(), _column("name_key", null=False), _column("name", null=False),
        _column("actor", null=False), _column("role"), _column("since"), _column("until"), _column("evidence", null=False),
        _column("recorded", null=False), _column("revoked", sa.Boolean(), null=False), _column("revoked_at"),
        _column("revoked_by"), _column("changed", null=False),
    )  # fmt: skip
    op.create_index("ix_learnt_name_key", "learnt", ["name_key"])


def _words() -> None:
    if op.get_bind().dialect.name == "sqlite":
        # Tokens come folded and separated; the tokenizer only has to leave them alone.
        op.execute(
            "CREATE VIRTUAL TABLE statement_index USING fts5"
            " (words, stems, who, marks, tokenize = 'unicode61 remove_diacritics 0')"
        )
        return
    op.execute("CREATE TABLE statement_index (id BIGINT PRIMARY KEY, vector tsvector NOT NULL)")
    op.execute("CREATE INDEX statement_index_vector ON statement_index USING gin (vector)")
