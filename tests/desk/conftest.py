"""The ledger of each test, once in a file and once on a server."""

from tests.ledger.places import ledger, opened, place

__all__ = ["ledger", "opened", "place"]
