"""Laws of events that hold for any reports whatever."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.events.made import MINISTER, PRESIDENT, QUESTION, STATE, UNNAMED, number, report, speaker

from mawqif.events.group import gather, names_of, parts
from mawqif.events.results import Results, merged, results_of
from mawqif.events.voice import with_one_actor
from mawqif.model.event import Report
from mawqif.model.position import FIRMNESSES, STANCES

MANY = settings(deadline=None, max_examples=100)
FIRST = date(2025, 5, 1)
SPEAKERS = (
    PRESIDENT, MINISTER, STATE, UNNAMED, speaker("الهاشمي"), speaker("سلمى"), speaker("وائل الهاشمي", role="وزير البيئة"),
    speaker(None, None), speaker("وزارة النقل", "body"), speaker("وزارة البيئة", "body"), speaker("نادر", None),
    speaker("وليد منصور", role="المتحدث باسم وزارة النقل"),
)  # fmt: skip
TEXTS = ("بلاده سترسل سفنا إلى البحيرة", "لن نرسل سفنا إلى البحيرة قبل الهدنة", "الأمر قيد الدرس")
CONDITIONS = ((), ("بعد الهدنة",), ("بتفويض دولي", "بعد الهدنة"))


def day(number: int) -> str:
    return (FIRST + timedelta(days=number)).isoformat()


@st.composite
def made(draw: st.DrawFn) -> Report:
    """Any report: few articles, days and voices, so that they meet."""
    stance = draw(st.sampled_from(STANCES))
    said = draw(st.none() | st.tuples(st.integers(0, 6), st.integers(0, 6)).map(sorted))
    return report(
        f"a{draw(st.integers(0, 5))}",
        draw(st.sampled_from(SPEAKERS)),
        stance,
        actor=draw(st.sampled_from(("LK", "MT"))),
        published=draw(st.none() | st.integers(0, 6).map(day)),
        said_from=said and day(said[0]),
        said_to=said and day(said[draw(st.integers(0, 1))]),
        background=draw(st.booleans()),
        firmness=draw(st.sampled_from(FIRMNESSES)),
        weight=draw(st.sampled_from((1.0, 2.0))),
        conditions=draw(st.sampled_from(CONDITIONS)) if stance == "conditional" else (),
        channel=draw(st.sampled_from((None, "بيان", "مقابلة"))),
        traits=draw(st.sampled_from(((), (number("12"),), (number("20"), number("12", "اثنتا عشرة سفينة"))))),
        text=draw(st.sampled_from(TEXTS)),
        start=draw(st.integers(0, 3)),
    )


coverage = st.lists(made(), max_size=12)


def following(reports: list[Report]) -> Results:
    return results_of(QUESTION, reports)


@MANY
@given(coverage.flatmap(lambda reports: st.tuples(st.just(reports), st.permutations(reports))))
def test_the_order_in_which_reports_come_changes_nothing(orders: tuple[list[Report], list[Report]]):
    one, two = map(following, orders)
    assert one == two
    assert (one.board(), one.changes()) == (two.board(), two.changes())


@st.composite
def tangled(draw: st.DrawFn) -> list[Report]:
    """Reports of actors who share persons, of persons without an actor, and such as only name an occasion."""
    found = []
    for each in draw(st.lists(made(), max_size=12)):
        kind = draw(st.sampled_from(("told", "told", "told", "nobody's", "allusion", "allusion of nobody's")))
        fields: dict[str, object] = {"actor": draw(st.sampled_from(("LK", "MT", "RV", "SX")))}
        if kind.endswith("nobody's"):
            fields["actor"] = ""
        if kind.startswith("allusion"):
            first, last = sorted((draw(st.integers(0, 6)), draw(st.integers(0, 6))))
            text = draw(st.sampled_from(("كلام الهاشمي", "ما قاله قباني والهاشمي", "ما قالته منصور", "كلامهم")))
            evidence = msgspec.structs.replace(each.position.evidence, text=text)
            fields |= {"alludes": True, "said_from": day(first), "said_to": day(last), "evidence": evidence}
        found.append(msgspec.structs.replace(each, position=msgspec.structs.replace(each.position, **fields)))
    return found


@settings(deadline=None, max_examples=400)
@given(tangled())
def test_the_results_of_all_reports_are_those_of_their_parts_put_together(reports: list[Report]):
    whole = following(reports)
    actors = {report.position.actor for report in reports} - {""}
    of = {actor: [each for each in reports if each.position.actor == actor] for actor in sorted(actors, reverse=True)}
    loose = [each for each in reports if each.position.actor == ""]
    found = merged(
        QUESTION,
        (
            following([*(each for actor in part.actors for each in of[actor]), *part.loose])
            for part in parts({actor: names_of(told) for actor, told in of.items()}, loose)
        ),
    )
    assert (found.events, found.differences, found.tellings) == (whole.events, whole.differences, whole.tellings)
    assert Counter(found.unplaced) == Counter(whole.unplaced)


def test_actors_who_share_nobody_are_gathered_apart():
    names = {"LK": ("سلمى الهاشمي",), "MT": ("نادر قباني", "سلمى"), "RV": ("سلمى لحود", "قباني")}
    assert [part.actors for part in parts(names, [])] == [("LK",), ("MT",), ("RV",)]
    names["RV"] = ("سلمى الهاشمي",)
    assert [part.actors for part in parts(names, [])] == [("LK", "RV"), ("MT",)]
    loose = [report("a1", speaker("نادر قباني"), actor=""), report("a2", speaker("ليلى"), actor="")]
    joined, alone, lost = parts(names, loose)
    assert (joined.actors, joined.loose) == (("LK", "RV"), ())
    assert (alone.actors, alone.loose) == (("MT",), (loose[0],))
    assert (lost.actors, lost.loose) == ((), (loose[1],))


@MANY
@given(coverage)
def test_reports_given_twice_count_once(reports: list[Report]):
    assert following(reports + reports) == following(reports)


@MANY
@given(coverage)
def test_every_report_is_in_exactly_one_occasion_or_has_a_reason_why_not(reports: list[Report]):
    found = gather(reports)
    inside = Counter(each for occasion in found.occasions for each in occasion.reports)
    outside = Counter(unplaced.report for unplaced in found.unplaced)
    assert inside + outside == Counter(set(with_one_actor(reports)))
    assert all(occasion.reports for occasion in found.occasions)


@MANY
@given(coverage)
def test_an_occasion_is_of_one_actor_and_has_one_kind_of_voice(reports: list[Report]):
    for occasion in gather(reports).occasions:
        assert {each.position.actor for each in occasion.reports} == {occasion.actor}
        assert len({each.position.speaker.kind == "anonymous" for each in occasion.reports}) == 1


@MANY
@given(coverage)
def test_events_say_only_what_some_report_says(reports: list[Report]):
    found = following(reports)
    assert len({event.key for event in found.events}) == len(found.events)
    for event in found.events:
        told = [
            each
            for each in with_one_actor(reports)
            if each.position.actor == event.actor and each.source.article in event.articles
        ]
        assert event.stance in {each.position.stance for each in told}
        assert event.speaker in {each.position.speaker.name for each in told}
        assert set(event.conditions) <= {condition for each in told for condition in each.position.conditions}
        assert {evidence.article for evidence in event.evidence} == set(event.articles)
        assert event.date in {d for each in told for d in (each.position.said_from, each.source.published)}


@MANY
@given(coverage)
def test_a_later_board_forgets_nobody_and_holds_nothing_from_the_future(reports: list[Report]):
    found = following(reports)
    boards = [{row.actor: row for row in found.board(FIRST + timedelta(days=n))} for n in range(8)]
    for place, rows in enumerate(boards):
        assert all(row.since <= row.stated_on <= day(place) for row in rows.values())
    for before, after in pairwise(boards):
        assert before.keys() <= after.keys()
        assert all(before[actor].stated_on <= after[actor].stated_on for actor in before)
    assert list(boards[-1].values()) == found.board()


@MANY
@given(coverage)
def test_changes_lead_from_the_first_position_to_the_board(reports: list[Report]):
    found = following(reports)
    last = {change.actor: change.after for change in found.changes() if change.before.stance != change.after.stance}
    for row in found.board():
        own = [event for event in found.events if event.actor == row.actor]
        assert row.stance == (last[row.actor].stance if row.actor in last else own[0].stance)


@MANY
@given(coverage)
def test_differences_are_of_articles_of_their_event_told_by_several(reports: list[Report]):
    found = following(reports)
    events = {event.key: event for event in found.events}
    for each in found.differences:
        assert each.article in events[each.event].articles
        assert len(events[each.event].articles) > 1
        assert each.article_says != each.others_say or each.field in ("stance", "condition-dropped", "firmness")
