"""Who stands behind each sentence: sourced, fact, inference, boilerplate."""

from __future__ import annotations

from mawqif.lang.ar.document import Document
from mawqif.lang.ar.draft import Draft
from mawqif.model import Voice


class Voices:
    """Judges the sentences of one document."""

    def __init__(self, doc: Document, drafts: list[Draft]) -> None:
        self.doc, self.drafts = doc, drafts

    def run(self) -> list[tuple[Voice, str]]:
        """A voice and its reason per sentence."""
        out: list[tuple[Voice, str]] = []
        for first, last in self.doc.sentences:
            if any(d.reach[0] < last and d.reach[1] > first for d in self.drafts):
                out.append(("sourced", "statement"))
            else:
                out.append(("fact", "default"))
        return out
