"""Who asks and who answers in an interview, where dashes, letters or labels mark the turns."""

from __future__ import annotations

from collections.abc import Sequence

from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft
from mawqif.lang.ar.syntax.phrase import can_speak, noun_phrase
from mawqif.lang.ar.syntax.zone import Range
from mawqif.lang.ar.who.cast import Cast
from mawqif.lang.ar.who.known import Known
from mawqif.lang.ar.who.names import name_runs

TURNS = ("turn", "dialogue")
"""Rules of statements that are turns."""
_GIVEN = 2
"""Name score of a given name."""
_ASKS = ("حاور", "اجري", "اجرت", "سال", "كتب")
"""Beginnings of verbs before the name of who asks."""
_TALKS = ("حوار", "مقابل", "حديث", "لقاء")
"""Conversations in which one asks and the other answers."""


def is_answer(draft: Draft) -> bool:
    """Whether a statement is an answer and not a question of an interview."""
    return draft.rule in TURNS and draft.act != "ask"


def asker(doc: Document, cast: Cast, label: Range) -> Known:
    """Who asks under a label: somebody with a name or title, else the outlet, whatever it is called (أفق الطاقة)."""
    known = cast.named(label)
    if known.kind == "person" and not known.heads and not name_runs(doc, *label):
        known.kind, known.person = "media", ()
    return known


def interviewed(doc: Document, cast: Cast, drafts: Sequence[Draft], of: Sequence[Known | None]) -> Known | None:
    """Who answers a turn without label: whoever answered before, else the person before «حواره مع», after «حوار مع».

    Where neither is told it is the first person with a full name, the writer's own apart (حاوره: …).
    """
    for draft, known in zip(reversed(drafts[: len(of)]), reversed(of), strict=True):
        if is_answer(draft):
            return known
    at = drafts[len(of)].at
    for k in range(at):
        talk = doc.words[k].channel and doc.words[k].core.removeprefix("ال").startswith(_TALKS)
        if talk and (person := _in_interview(doc, cast, k)) is not None:
            return cast.named(person)
    runs = [run for run in name_runs(doc, 0, at, cast.special) if run[1] - run[0] > 1 and not _signs(doc, run[0])]
    guest = next((run for run in runs if _has_office(doc, run)), None)
    guest = guest or next((run for run in runs if doc.words[run[0]].name >= _GIVEN), None)
    return cast.named(guest) if guest is not None else None


def _has_office(doc: Document, run: Range) -> bool:
    """الوزير فلان الفلاني؛ فلان الفلاني، رئيس …"""
    before = doc.words[run[0] - 1] if run[0] else None
    after = doc.words[run[1] + 1] if run[1] + 1 < len(doc.words) and doc.words[run[1]].tag == "comma" else None
    heads = (word.head for word in (before, after) if word is not None)
    return any(head is not None and head.kind == "person" and not head.plural for head in heads)


def _signs(doc: Document, k: int) -> bool:
    """Whether the name at `k` is that of who asks (حاوره: …، أجرى الحوار …)."""
    before = doc.words[max(0, k - 3) : k]
    return any(word.tag == "colon" or word.core.startswith(_ASKS) for word in before)


def _in_interview(doc: Document, cast: Cast, k: int) -> Range | None:
    if doc.forms[k + 1] == "مع" and not doc.words[k].core.endswith(("ه", "ها")):
        end = noun_phrase(doc, k + 2, doc.sentences[cast.sentence_of[k]][1])
        return (k + 2, end) if end > k + 2 and can_speak(doc, k + 2, end) else None
    people = (p for j in range(k - 1, -1, -1) if (p := cast.lives.at(j)) is not None and p.person)
    person = next(people, None)
    return person.reach if person is not None else None
