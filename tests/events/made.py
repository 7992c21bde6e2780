"""Reports and events to test with, of a made-up question: will the states around a lake send ships to watch it?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mawqif.events.results import Results, results_of
from mawqif.model import Position, Question, Span, Speaker, Stance, Trait
from mawqif.model.event import Event, Judgement, Report, Source, Verdict

QUESTION = Question(id="lake-watch", target=("إرسال سفن",))
WORDS = "بلاده سترسل سفنا إلى البحيرة"


def speaker(name: str | None = "سلمى الهاشمي", kind: str | None = "person", role: str | None = None) -> Speaker:
    return Speaker(name=name, kind=kind, role=role)  # type: ignore[arg-type]


PRESIDENT = speaker(role="رئيسة الجمهورية")
MINISTER = speaker("نادر قباني", role="وزير النقل")
STATE = speaker("الجمهورية", "state")
UNNAMED = speaker("مصدر حكومي", "anonymous")


def report(article: str = "a1", who: Speaker = PRESIDENT, stance: Stance = "for", **given: Any) -> Report:
    """A report of an article published on 4 May 2025 unless told otherwise; `day` is the day it names."""
    day = given.pop("day", None)
    text = given.pop("text", WORDS)
    start = given.pop("start", 0)
    source = Source(article=article, outlet=None, published=given.pop("published", "2025-05-04"))
    fields = {
        "firmness": "plain", "conditions": (), "said_from": day, "said_to": day, "channel": None, "statement": 0,
        "background": False, "weight": 1.0, "rule": "made", "actor": "LK", **given,
    }  # fmt: skip
    position = Position(
        question=QUESTION.id, speaker=who, stance=stance, evidence=Span(start, start + len(text), text), **fields
    )
    return Report(source=source, position=position)


def results(*reports: Report, question: Question = QUESTION) -> Results:
    return results_of(question, reports)


def only(*reports: Report) -> Event:
    """The one event that reports make."""
    (event,) = results(*reports).events
    return event


def parts(*reports: Report) -> list[list[str]]:
    """The articles of each event, oldest event first."""
    return [list(event.articles) for event in results(*reports).events]


def fields(*reports: Report) -> list[tuple[str, str, str, str]]:
    """Article, field and both words of each difference."""
    found = results(*reports).differences
    return [(each.article, each.field, each.article_says, each.others_say) for each in found]


def number(value: str, text: str | None = None) -> Trait:
    return Trait("number", "سفينة", value, text or f"{value} سفن")


def event(key: str = "k1", **given: Any) -> Event:
    made = {
        "actor": "LK", "speaker": "سلمى الهاشمي", "role": None, "anonymous": False, "date": "2025-05-03", "stance": "for",
        "firmness": "plain", "conditions": (), "channel": None, "articles": ("a1",), "evidence": (), **given,
    }  # fmt: skip
    return Event(key=key, **made)


def judgement(
    seen: Event, verdict: Verdict = "accept", at: str = "2025-06-01T10:00:00+00:00", **changes: Any
) -> Judgement:
    return Judgement(question=QUESTION.id, event=seen, verdict=verdict, changes=changes, who="ليلى", judged_at=at)


def events_of(events: Sequence[Event]) -> list[tuple[str, str, str]]:
    return [(each.key, each.date, each.stance) for each in events]
