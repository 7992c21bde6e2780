"""The ledger of each test, once in a file and once on a server."""

from tests.ledger.places import as_nobody, ledger, opened, place

__all__ = ["as_nobody", "ledger", "opened", "place"]
