"""The store: tables, migrations, queries; SQLite and PostgreSQL through one layer. Knows no language."""

from mawqif.ledger.ledger import Ledger
from mawqif.ledger.records import (
    ActorRow,
    Added,
    Counts,
    Fact,
    Found,
    LearntFact,
    Office,
    Page,
    Problem,
    Search,
    SpeakerRow,
    Stored,
    StoredQuestion,
    Told,
    Version,
)

__all__ = [
    "ActorRow",
    "Added",
    "Counts",
    "Fact",
    "Found",
    "LearntFact",
    "Ledger",
    "Office",
    "Page",
    "Problem",
    "Search",
    "SpeakerRow",
    "Stored",
    "StoredQuestion",
    "Told",
    "Version",
]
