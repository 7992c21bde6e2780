"""What Alembic runs: our migrations on the connection, and in the transaction, of the caller."""

from __future__ import annotations

from alembic import context

from mawqif.ledger.migrations import VERSION_TABLE
from mawqif.ledger.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
context.run_migrations()
