"""Conditions inside a content: the shortest phrase with its marker."""

from __future__ import annotations

from mawqif.lang.ar.document import Document
from mawqif.lang.ar.draft import Draft


def find_conditions(doc: Document, drafts: list[Draft]) -> None:
    """Write the conditions of every draft's content."""
