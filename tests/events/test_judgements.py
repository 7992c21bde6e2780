"""What people decide outranks what the program finds, and outlives it."""

from __future__ import annotations

import msgspec
import pytest
from tests.events.made import MINISTER, event, events_of, judgement, report, results, speaker

from mawqif.events.judged import CHANGEABLE, corrected, judged
from mawqif.model.errors import CallError
from mawqif.model.event import Event, Evidence

FOUND = event("k1")
OTHER = event("k2", date="2025-05-10", articles=("a7",))


def only(events: list[Event]) -> Event:
    (one,) = events
    return one


class TestVerdicts:
    def test_accepted_is_marked(self):
        assert only(judged([FOUND], [judgement(FOUND)])) == msgspec.structs.replace(FOUND, judged=True)

    def test_rejected_is_gone(self):
        assert judged([FOUND, OTHER], [judgement(FOUND, "reject")]) == [OTHER]

    def test_set_changes_what_it_names(self):
        after = only(judged([FOUND], [judgement(FOUND, "set", stance="conditional", conditions=["بعد الهدنة"])]))
        assert (after.stance, after.conditions, after.speaker, after.judged) == (
            "conditional", ("بعد الهدنة",), FOUND.speaker, True,
        )  # fmt: skip

    def test_set_may_move_an_event_to_another_day_and_actor(self):
        after = judged([FOUND, OTHER], [judgement(FOUND, "set", date="2025-05-20", actor="MT")])
        assert events_of(after) == [("k2", "2025-05-10", "for"), ("k1", "2025-05-20", "for")]
        assert after[1].actor == "MT"

    def test_conditions_end_with_their_stance(self):
        found = event(stance="conditional", conditions=("بعد الهدنة",))
        assert only(judged([found], [judgement(found, "set", stance="for")])).conditions == ()

    def test_without_judgements_nothing_changes(self):
        assert judged([FOUND, OTHER], []) == [FOUND, OTHER]


class TestTheLatestHolds:
    def test_whatever_order_they_come_in(self):
        verdicts = [
            judgement(FOUND, "reject", at="2025-06-01T10:00:00+03:00"),
            judgement(FOUND, "accept", at="2025-06-01T08:00:00+00:00"),
        ]
        assert len(judged([FOUND], verdicts)) == len(judged([FOUND], verdicts[::-1])) == 1

    def test_accepting_a_correction_keeps_it(self):
        first = judgement(FOUND, "set", at="2025-06-01T10:00:00+00:00", stance="against")
        seen = only(judged([FOUND], [first]))
        assert only(judged([FOUND], [first, judgement(seen, at="2025-06-02T10:00:00+00:00")])).stance == "against"

    def test_one_correction_upon_another(self):
        first = judgement(FOUND, "set", at="2025-06-01T10:00:00+00:00", stance="against")
        second = judgement(only(judged([FOUND], [first])), "set", at="2025-06-02T10:00:00+00:00", role="نائبة")
        after = only(judged([FOUND], [first, second]))
        assert (after.stance, after.role) == ("against", "نائبة")

    def test_also_where_the_key_changed_between_them(self):
        old = msgspec.structs.replace(FOUND, key="k0")
        verdicts = [
            judgement(old, at="2025-06-01T10:00:00+00:00"),
            judgement(FOUND, "reject", at="2025-06-02T10:00:00+00:00"),
        ]
        assert judged([FOUND], verdicts) == []


class TestALaterReading:
    def test_does_not_overrule_a_person_but_may_add_articles(self):
        now = msgspec.structs.replace(FOUND, stance="undecided", articles=("a1", "a2"), channel="بيان")
        after = only(judged([now], [judgement(FOUND)]))
        assert (after.stance, after.articles, after.channel) == ("for", ("a1", "a2"), "بيان")

    @pytest.mark.parametrize(
        "now",
        [
            {"key": "k9"},
            {"key": "k9", "date": "2025-05-04"},
            {"key": "k9", "speaker": "الهاشمي"},
            {"key": "k9", "articles": ("a0", "a1")},
        ],
    )
    def test_under_another_key_the_event_is_found_by_actor_day_speaker_and_article(self, now):
        changed = msgspec.structs.replace(FOUND, **now)
        assert judged([changed], [judgement(FOUND, "reject")]) == []
        assert only(judged([changed], [judgement(FOUND)])).key == "k9"

    @pytest.mark.parametrize(
        "now",
        [
            {"date": "2025-05-06"},
            {"actor": "MT"},
            {"speaker": "نادر قباني"},
            {"anonymous": True},
            {"articles": ("a8",)},
        ],
    )
    def test_another_event_is_not_hit(self, now):
        other = msgspec.structs.replace(FOUND, key="k9", **now)
        assert judged([other], [judgement(FOUND, "reject")]) == [other]

    def test_the_same_words_under_another_speaker_are_the_same_event(self):
        def told(speaker: str, start: int, end: int) -> Event:
            return event(speaker, speaker=speaker, evidence=(Evidence(article="a1", start=start, end=end, text="…"),))

        seen = told("وكالة المياه", 10, 40)
        assert judged([told("وليد منصور", 20, 60)], [judgement(seen, "reject")]) == []
        assert len(judged([told("وليد منصور", 40, 60)], [judgement(seen, "reject")])) == 1

    def test_of_several_the_one_that_shares_most_articles(self):
        seen = event("k0", articles=("a1", "a2"))
        two = [event("k1", articles=("a1",), date="2025-05-03"), event("k2", articles=("a1", "a2"), date="2025-05-04")]
        assert [each.key for each in judged(two, [judgement(seen, "reject")])] == ["k1"]

    def test_an_accepted_event_that_is_found_no_more_stays_as_it_was_seen(self):
        assert only(judged([], [judgement(FOUND)])) == msgspec.structs.replace(FOUND, judged=True)
        assert only(judged([], [judgement(FOUND, "set", stance="against")])).stance == "against"

    def test_a_rejected_one_that_is_found_no_more_is_nothing(self):
        assert judged([OTHER], [judgement(FOUND, "reject")]) == [OTHER]


class TestWhatCannotBeSet:
    def test_fields_of_the_program(self):
        with pytest.raises(CallError, match=r"“key” cannot be set; expected stance, .*actor$"):
            corrected(FOUND, {"key": "x"})

    @pytest.mark.parametrize(
        ("field", "value"),
        [("stance", "maybe"), ("date", "2025-13-01"), ("date", None), ("conditions", "نص"), ("speaker", 3)],
    )
    def test_values_an_event_cannot_have(self, field, value):
        with pytest.raises(CallError, match="an event cannot be set so: "):
            corrected(FOUND, {field: value})

    def test_everything_changeable_is_a_field(self):
        assert set(CHANGEABLE) < set(Event.__struct_fields__)


class TestResults:
    def test_differences_are_from_what_a_person_decided(self):
        found = results(report("a1"), report("a2"), report("a3", stance="against", text="لن تبحر"))
        assert [each.article for each in found.differences] == ["a3"]
        after = found.after([judgement(found.events[0], "set", stance="against")])
        assert [(each.article, each.others_say) for each in after.differences] == [("a1", "لن تبحر"), ("a2", "لن تبحر")]

    def test_board_and_changes_follow_the_verdicts(self):
        found = results(report("a1", day="2025-05-01"), report("a2", day="2025-05-03", stance="against"))
        assert [each.kind for each in found.changes()] == ["reversed"]
        after = found.after([judgement(found.events[1], "reject")])
        assert (after.changes(), [row.stance for row in after.board()]) == ([], ["for"])
        assert after.after([]) == after

    def test_verdicts_on_another_question_do_not_count(self):
        found = results(report())
        elsewhere = msgspec.structs.replace(judgement(found.events[0], "reject"), question="other")
        assert found.after([elsewhere]) == found

    def test_results_can_be_kept(self):
        found = results(
            report("a1"), report("a2", MINISTER, text="كلام"), report("a3", speaker(None, None), published=None)
        )
        assert msgspec.json.decode(msgspec.json.encode(found), type=type(found)) == found
