"""The ledger of each test, once in a file and once on a server."""

from tests.ledger.places import cluster, ledger, opened, place

__all__ = ["cluster", "ledger", "opened", "place"]
