"""How long the reports of one question take to become events, boards, changes and differences, from few reports to many.

python -m bench.events_speed [--reports N] [--write]
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from time import perf_counter
from typing import NamedTuple

from bench.page import report, section, table
from bench.read_speed import one_core, peak_memory
from mawqif.events.results import results_of
from mawqif.model import Position, Question, Span, Speaker, Stance, Trait
from mawqif.model.event import Report, Source
from mawqif.model.position import STANCES

QUESTION = Question(id="bench", target=("إرسال قوات",))
FIRST = date(2024, 1, 1)
ACTORS, OFFICES, DAYS = 60, 6, 730
GIVEN = ("كريم", "ليلى", "سامي", "هدى", "يوسف", "مريم", "فادي", "رنا", "طارق", "نور")
FAMILY = ("الحلبي", "مرقص", "بوعزيزي", "التميمي", "شاهين", "القاسم", "لحود", "العمري", "زيدان", "بنعلي")
OFFICE = ("الرئيس", "رئيس الوزراء", "وزير الخارجية", "وزير الدفاع", "رئيس البرلمان", "المتحدث باسم الحكومة")
WORDS = "بلاده لن ترسل قوات إلى الجزيرة قبل وقف القتال تماما وصدور تفويض واضح من مجلس الأمن يحدد المهام والمدة".split()
RUNS = 3
STEPS = 4
"""How many numbers of reports are measured, each the double of the one before."""
MOST = 100_000


class Speed(NamedTuple):
    """How many reports became how many events in how many seconds."""

    reports: int
    events: int
    seconds: float

    @property
    def reports_per_second(self) -> float:
        """Reports gathered in one second."""
        return self.reports / self.seconds if self.seconds else 0.0


def reports_of(count: int, seed: int = 1) -> Iterator[Report]:
    """Made-up reports: occasions told by one article or by hundreds, days left out, recalled, or told wrongly."""
    chance = random.Random(seed)  # noqa: S311  # repeatable, nothing is kept secret
    made = 0
    while made < count:
        actor, office = chance.randrange(ACTORS), chance.randrange(OFFICES)
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        stance = chance.choice(STANCES)
        for _ in range(min(int(chance.paretovariate(1)), 400, count - made)):
            yield _report(chance, made, (actor, office), day, stance)
            made += 1


def _report(chance: random.Random, number: int, who: tuple[int, int], day: date, stance: Stance) -> Report:
    actor, office = who
    published = day + timedelta(days=chance.randrange(3))
    told = (day - timedelta(days=chance.random() < 0.02)).isoformat() if chance.random() < 0.6 else None
    recalled = told is None and chance.random() < 0.2
    start = chance.randrange(len(WORDS) // 2)
    text = " ".join(WORDS[start : start + chance.randrange(4, len(WORDS))])
    position = Position(
        question=QUESTION.id, actor=f"A{actor}", speaker=_speaker(chance, actor, office),
        stance=stance if chance.random() < 0.9 else chance.choice(STANCES), firmness="plain",
        conditions=("وقف القتال",) if stance == "conditional" else (), said_from=told, said_to=told, channel=None,
        evidence=Span(start, start + len(text), text), statement=0, background=recalled, weight=round(chance.random(), 2),
        traits=(Trait("number", "قوات", str(chance.choice((500, 500, 500, 5000))), "500 جندي"),), rule="bench",
    )  # fmt: skip
    return Report(source=Source(article=f"a{number}", outlet=None, published=published.isoformat()), position=position)


def _speaker(chance: random.Random, actor: int, office: int) -> Speaker:
    kind = chance.random()
    if kind < 0.1:
        return Speaker(name=None, kind="anonymous")
    if kind < 0.3:
        return Speaker(name=f"الدولة {actor}", kind="state")
    given, family = GIVEN[(actor + office) % len(GIVEN)], FAMILY[(actor * OFFICES + office) % len(FAMILY)]
    return Speaker(name=family if chance.random() < 0.3 else f"{given} {family}", kind="person", role=OFFICE[office])


def measure(reports: Sequence[Report]) -> Speed:
    """Make everything that follows from the reports, and time it; the best of several runs."""
    return min((_run(reports) for _ in range(RUNS)), key=lambda speed: speed.seconds)


def _run(reports: Sequence[Report]) -> Speed:
    begin = perf_counter()
    results = results_of(QUESTION, reports)
    results.board()
    results.changes()
    return Speed(len(reports), len(results.events), perf_counter() - begin)


def speed_table(speeds: Sequence[Speed]) -> str:
    """A row for each number of reports: where the last column stays even, time grows as the reports do."""
    rows = [(f"{s.reports:,}", f"{s.events:,}", f"{s.seconds:.2f}", f"{s.reports_per_second:,.0f}") for s in speeds]
    return table(("reports", "events", "seconds", "reports a second"), rows)


def main() -> None:
    """Measure, print, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=MOST, metavar="N", help="how many at most")
    parser.add_argument("--write", action="store_true", help="write the table into docs/benchmarks.md")
    options = parser.parse_args()
    one_core()
    counts = [options.reports >> step for step in reversed(range(STEPS))]
    body = speed_table([measure(list(reports_of(count))) for count in counts])
    body += f"\n\nPeak memory {peak_memory():.0f} MB."
    report(
        "events_speed", section(f"python -m bench.events_speed --reports {options.reports}", body), write=options.write
    )


if __name__ == "__main__":
    main()
