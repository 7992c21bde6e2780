"""Answers as they come.

What was asked of which reading was found by looking at all readings, and events were made anew from all positions. Now
readings wait for their questions, and positions and events are kept for each actor. Both are caches: the old ones are dropped,
and made anew when somebody asks. Withdrawals of what was learnt get a record of their own.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Exchange the caches, add what is looked up by, and record withdrawals."""
    op.drop_table("position")
    op.drop_table("event_cache")
    _inquiries()
    _answers()
    op.create_index("ix_article_url", "article", ["url"])
    op.create_index("ix_learnt_changed", "learnt", ["changed"])
    _withdrawals()


def _inquiries() -> None:
    op.create_table(
        "inquiry",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("key", sa.Text(), nullable=False, unique=True),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("upto", sa.Integer(), nullable=False),
    )
    op.create_table(
        "waiting",
        sa.Column("inquiry_id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("reading_id", sa.Integer(), sa.ForeignKey("reading.id"), primary_key=True),
    )


def _answers() -> None:
    op.create_table(
        "position",
        sa.Column("inquiry_id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("actor", sa.Text(), primary_key=True),
        sa.Column("reading_id", sa.Integer(), sa.ForeignKey("reading.id"), primary_key=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ix_position_reading_id", "position", ["reading_id"])
    op.create_table(
        "event_cache",
        sa.Column("inquiry_id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("actor", sa.Text(), primary_key=True),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("named_of", sa.Integer()),
        sa.Column("names", sa.LargeBinary()),
        sa.Column("made_of", sa.Text()),
        sa.Column("events", sa.LargeBinary()),
        sa.Column("rest", sa.LargeBinary()),
    )


def _withdrawals() -> None:
    op.create_table(
        "withdrawal",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("revoked", sa.Boolean(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("recorded", sa.Text(), nullable=False),
    )
    op.create_index("ix_withdrawal_fact", "withdrawal", ["fact"])
    op.execute(
        "INSERT INTO withdrawal (fact, revoked, who, recorded)"
        " SELECT key, revoked, revoked_by, revoked_at FROM learnt WHERE revoked AND revoked_by IS NOT NULL"
        " AND revoked_at IS NOT NULL ORDER BY revoked_at"
    )
