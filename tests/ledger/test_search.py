"""Looking for statements."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.ledger.made import DAY, article, put, said

from mawqif.ledger import Ledger, Search
from mawqif.model import Speaker

SPEAKERS = {
    "minister": Speaker(name="سالم الجابر", kind="person", role="وزير الموانئ", speaks_for="QA"),
    "source": Speaker(name="مصدر في بلدية المرسى", kind="anonymous", speaks_for="TN"),
    "council": Speaker(name="مجلس الأرصفة", kind="organisation", speaks_for="PIER-COUNCIL"),
    "nobody": Speaker(name=None, kind=None),
}
TOLD = [
    ("minister", "قال الوزير إن القوارب الصغيرة ستعود إلى الميناء.", {"act": "say", "said_on": "2026-01-05"}),
    ("source", "نفى المصدر أن تكون القوّاربُ قد غرقت.", {"act": "deny", "said_on": "2026-01-02"}),
    ("council", "طالب المجلس بإصلاح الأرصفة والقوارب معاً قبل 2027.", {"act": "demand"}),
    ("nobody", "قيل إن البحر هادئ.", {"act": "say", "said_on": "2026-01-04"}),
]


@pytest.fixture
def ledger(ledger: Ledger) -> Ledger:
    for number, (who, text, fields) in enumerate(TOLD):
        day = None if who == "nobody" else DAY
        given = article(text, id=f"a{number}", outlet="جريدة البحر" if number % 2 else "صحيفة المرسى")
        put(ledger, given, said(text, text.split(" ", 2)[2], SPEAKERS[who], **fields), published_on=day)
    return ledger


def found(ledger: Ledger, **asked: object) -> list[str]:
    return [row.article for row in ledger.search(Search(**asked)).rows]


@pytest.mark.parametrize(
    ("asked", "articles"),
    [
        ({}, ["a2", "a0", "a3", "a1"]),
        ({"words": "قوارب"}, ["a2", "a0", "a1"]),
        ({"words": "القَوارب"}, ["a2", "a0", "a1"]),
        ({"words": "قوارب أرصفة"}, ["a2"]),
        ({"words": '"القوارب الصغيرة"'}, ["a0"]),
        ({"words": "«القوارب الصغيرة»"}, ["a0"]),
        ({"words": '"الصغيرة القوارب"'}, []),
        ({"words": '"قوارب"'}, []),
        ({"words": "القو*"}, ["a0", "a1"]),
        ({"words": "قو*"}, ["a2", "a0", "a1"]),
        ({"words": "٢٠٢٧"}, ["a2"]),
        ({"words": "بواخر"}, []),
        ({"words": "…"}, []),
        ({"speaker": "الجابر"}, ["a0"]),
        ({"speaker": "سالم الجابر"}, ["a0"]),
        ({"speaker": "وزير"}, ["a0"]),
        ({"speaker": "جابر وزير"}, ["a0"]),
        ({"speaker": "المجهول"}, []),
        ({"actor": "TN"}, ["a1"]),
        ({"actor": "PIER-COUNCIL"}, ["a2"]),
        ({"actor": "PIER"}, []),
        ({"act": "say"}, ["a0", "a3"]),
        ({"kind": "anonymous"}, ["a1"]),
        ({"outlet": "جريدة البحر"}, ["a3", "a1"]),
        ({"outlet": "جريدة"}, []),
        ({"since": date(2026, 1, 4)}, ["a2", "a0", "a3"]),
        ({"until": date(2026, 1, 4)}, ["a3", "a1"]),
        ({"since": date(2026, 1, 4), "until": date(2026, 1, 5)}, ["a0", "a3"]),
        ({"words": "قوارب", "until": date(2026, 1, 5), "act": "say", "actor": "QA"}, ["a0"]),
        ({"words": "قوارب", "actor": "TN"}, ["a1"]),
        ({"words": "قوارب", "kind": "media"}, []),
        ({"until": date.max, "since": date.min}, ["a2", "a0", "a3", "a1"]),
    ],
)
def test_everything_asked_must_hold_and_the_newest_comes_first(ledger: Ledger, asked, articles) -> None:
    assert found(ledger, **asked) == articles


@pytest.mark.parametrize(
    "words", ['"', '"" ""', "NOT قوارب OR", "words:قوارب", "قوارب)", "'; --", "* * *", "قوارب^2", "\ud83d", "\0"]
)
def test_no_sign_is_a_command(ledger: Ledger, words: str) -> None:
    assert set(found(ledger, words=words)) <= {"a0", "a1", "a2", "a3"}


def test_a_statement_without_any_day_is_found_but_in_no_span_of_days(ledger: Ledger) -> None:
    text = "قال الوزير إن القوارب قديمة."
    put(ledger, article(text, id="a9"), said(text, "القوارب قديمة"), published_on=None)
    assert found(ledger, words="قوارب") == ["a2", "a0", "a1", "a9"]
    assert found(ledger, words="قوارب", until=date(2030, 1, 1)) == ["a2", "a0", "a1"]


def test_pages_follow_each_other_without_gap_or_overlap(ledger: Ledger) -> None:
    text = "قال الوزير إن السفن كثيرة."
    for number in range(25):
        day = (DAY - timedelta(days=number % 7)).isoformat()
        put(ledger, article(text, id=f"s{number}"), said(text, "السفن كثيرة", said_on=day))
    seen, offset = [], 0
    while True:
        page = ledger.search(Search(words="سفن"), limit=10, offset=offset)
        seen += page.rows
        offset += 10
        if not page.more:
            break
    assert offset == 30
    assert len({row.article for row in seen}) == 25
    days = [row.said_on for row in seen]
    assert days == sorted(days, reverse=True)


def test_a_row_tells_who_when_where_and_in_which_words(ledger: Ledger) -> None:
    (row,) = ledger.search(Search(actor="QA")).rows
    text = TOLD[0][1]
    assert text[row.start : row.end] == row.content
    assert (row.speaker, row.role, row.kind, row.speaks_for) == ("سالم الجابر", "وزير الموانئ", "person", "QA")
    assert (row.said_on, row.published_on, row.outlet) == ("2026-01-05", "2026-01-06", "صحيفة المرسى")
    assert (row.act, row.mode, row.cue, row.number) == ("say", "indirect", "قال", 0)


def test_what_was_indexed_by_old_forms_is_found_by_new_ones_after_reindexing(opened, ledger: Ledger) -> None:
    other = opened(stem=lambda word: word[:3])
    assert found(other, words="القوارير") == []
    other.reindex()
    assert set(found(other, words="القوارير")) == {"a0", "a1"}
    assert list(other.check()) == []
