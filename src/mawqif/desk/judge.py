"""A person's verdict on an event."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from difflib import get_close_matches
from typing import get_args

from mawqif.desk.follow import found, results
from mawqif.events.judged import CHANGEABLE, corrected
from mawqif.ledger.ledger import Ledger
from mawqif.model.errors import CallError
from mawqif.model.event import Event, Judgement, Verdict
from mawqif.model.position import Firmness, Stance


def judge(
    ledger: Ledger,
    key: str,
    verdict: Verdict,
    changes: Mapping[str, str],
    *,
    who: str,
    note: str | None = None,
    question: str | None = None,
) -> Event | None:
    """Record a verdict on the event whose key begins so; returns the event as it stands now, `None` where it was rejected.

    `changes` gives `set` its values as people write them; several conditions are parted by `؛` or `;`. Raises `CallError`
    for an event that is not there or not unique, an unknown field or value, a nameless judge.
    """
    if not who.strip():
        raise CallError("who judges?", expected="a name", next="give --by NAME, or set MAWQIF_USER")
    if (verdict == "set") != bool(changes):
        raise CallError(
            "nothing is set" if verdict == "set" else f"{verdict} changes nothing", expected="set stance=conditional …"
        )
    slug, event = find_event(ledger, key, question)
    given = {field: _value(field, value) for field, value in changes.items()}
    corrected(event, given)  # refuses what no event can be, before it is kept for good
    ledger.add_judgement(
        Judgement(
            question=slug, event=event, verdict=verdict, changes=given, who=who.strip(), note=note,
            judged_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )
    )  # fmt: skip
    return next((each for each in results(ledger, slug).events if each.key == event.key), None)


def find_event(ledger: Ledger, key: str, question: str | None = None) -> tuple[str, Event]:
    """The question and the event whose key begins so, rejected ones included."""
    return only_event(ledger, key, events_named(ledger, key, question))


def only_event(ledger: Ledger, key: str, meant: Mapping[tuple[str, str], Event]) -> tuple[str, Event]:
    """The question and the event, where exactly one is meant by a key; else a `CallError`."""
    if len(meant) != 1:
        what = f"{len(meant)} events begin with “{key}”" if meant else f"no event “{key}”"
        raise CallError(what, where=ledger.name, next="see their keys: mawqif timeline QUESTION")
    [(slug, _), event] = next(iter(meant.items()))
    return slug, event


def events_named(ledger: Ledger, key: str, question: str | None = None) -> dict[tuple[str, str], Event]:
    """The events whose keys begin so, by question and key, as they stand after judgements; rejected ones as they were found."""
    slugs = [question] if question else [each.id for each in ledger.questions()]
    return {
        (slug, event.key): event
        for slug in slugs
        for event in (*found(ledger, slug).events, *results(ledger, slug).events)
        if event.key.startswith(key)
    }


def _value(field: str, text: str) -> object:
    if field not in CHANGEABLE:
        near = get_close_matches(field, CHANGEABLE, 1)
        raise CallError(f"{field} cannot be set", expected=near[0] if near else ", ".join(CHANGEABLE))
    allowed = {"stance": get_args(Stance), "firmness": get_args(Firmness)}.get(field)
    if allowed is not None and text not in allowed:
        raise CallError(f"{field}={text}", expected=", ".join(allowed))
    if field == "conditions":
        return [part.strip() for part in text.replace(";", "؛").split("؛") if part.strip()]
    if field == "date":
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            raise CallError(f"date={text}", expected="a day, 2026-01-05") from None
    return text
