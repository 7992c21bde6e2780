"""${message}."""

from __future__ import annotations

revision = "${up_revision}"
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Say what changes, and why."""
