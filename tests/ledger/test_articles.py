"""Articles, their versions and readings."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from tests.ledger.made import BRIDGE, DAY, HARBOUR, article, harbour, put, reading, said

from mawqif.ledger import Counts, Ledger, Search, keys
from mawqif.model import Speaker


def test_what_was_added_comes_back_as_it_was(ledger: Ledger) -> None:
    given = article(title="ميناء", url="https://marsa.example/1", meta={"section": "اقتصاد"})
    found = reading(given, [said(HARBOUR, "الميناء الجديد سيفتح في الربيع")])
    added = ledger.add(given, found, "r1", published_on=DAY)
    (stored,) = ledger.readings()
    assert (stored.article, stored.reading) == (given, found)
    assert (stored.name, stored.recipe, stored.published_on) == ("a1", "r1", "2026-01-06")
    assert (added.outcome, added.statements) == ("new", 1)
    assert stored.fetched == stored.recorded == "2026-01-07T12:00:01.000000Z"


def test_the_same_article_twice_changes_nothing(ledger: Ledger) -> None:
    first = harbour(ledger)
    before = (list(ledger.readings()), ledger.search(Search()), ledger.counts())
    again = harbour(ledger)
    assert again.outcome == "same"
    assert (again.article, again.version, again.reading) == (first.article, first.version, first.reading)
    assert (list(ledger.readings()), ledger.search(Search()), ledger.counts()) == before


def test_an_edited_article_is_a_new_version_and_both_are_kept(ledger: Ledger) -> None:
    first = harbour(ledger)
    edited = put(ledger, article(BRIDGE), said(BRIDGE, "الجسر لن يغلق"))
    assert (edited.outcome, edited.article) == ("version", first.article)
    assert [stored.article.text for stored in ledger.readings()] == [BRIDGE]
    assert [row.content for row in ledger.search(Search()).rows] == ["الجسر لن يغلق"]
    versions = ledger.versions(first.article)
    assert [(v.key, v.current) for v in versions] == [(first.version, False), (edited.version, True)]
    assert ledger.past_readings(first.version)[0].article.text == HARBOUR
    assert list(ledger.check()) == []


def test_the_wording_fetched_last_holds_whichever_came_first(ledger: Ledger) -> None:
    put(ledger, article(BRIDGE), said(BRIDGE, "الجسر لن يغلق"), fetched=datetime(2026, 1, 9, tzinfo=UTC))
    old = put(ledger, article(), said(HARBOUR, "الميناء"), fetched=datetime(2026, 1, 8, tzinfo=UTC))
    assert old.outcome == "version"
    assert [stored.article.text for stored in ledger.readings()] == [BRIDGE]
    assert [row.content for row in ledger.search(Search()).rows] == ["الجسر لن يغلق"]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ({"url": "https://marsa.example/1"}, {"url": "https://marsa.example/1#top", "id": "b"}, True),
        ({"url": "https://marsa.example/1"}, {"url": "https://marsa.example/2"}, False),
        ({"id": "x"}, {"id": "x"}, True),
        ({"id": "x"}, {"id": "y"}, False),
        ({"id": "x"}, {"id": "x", "outlet": "صحيفة أخرى"}, False),
        ({"id": "news:7"}, {"id": "news:7"}, False),
        ({"id": "x", "outlet": None}, {"id": "x", "outlet": None}, False),
    ],
)
def test_what_makes_two_texts_one_article(ledger: Ledger, one, two, same) -> None:
    first = put(ledger, article(HARBOUR, **one))
    second = put(ledger, article(BRIDGE, **two))
    assert (first.article == second.article) is same


def test_one_text_under_two_names_is_two_articles(ledger: Ledger) -> None:
    harbour(ledger, id="a1")
    assert harbour(ledger, id="a2").outcome == "new"
    assert ledger.counts() == Counts(articles=2, versions=2, readings=2, statements=2, stale=0)
    assert list(ledger.check()) == []


def test_another_recipe_makes_another_reading_and_the_old_one_stays(ledger: Ledger) -> None:
    first = harbour(ledger)
    (old,) = ledger.readings()
    again = ledger.add_reading(old, reading(old.article, [said(HARBOUR, "سيفتح في الربيع", act="commit")]), "r2")
    assert (again.outcome, again.version) == ("reading", first.version)
    assert [stored.recipe for stored in ledger.readings()] == ["r2"]
    assert [row.act for row in ledger.search(Search()).rows] == ["commit"]
    assert [stored.recipe for stored in ledger.past_readings(first.version)] == ["r2", "r1"]
    assert ledger.past_readings(first.version)[1].reading == old.reading
    assert ledger.versions(first.article)[0].recipes == ("r1", "r2")
    assert list(ledger.check()) == []


def test_readings_by_recipe(ledger: Ledger) -> None:
    harbour(ledger, id="a1")
    put(ledger, article(id="a2"), recipe="r2")
    assert [stored.name for stored in ledger.readings(recipe="r1")] == ["a1"]
    assert [stored.name for stored in ledger.readings(other_than="r1")] == ["a2"]
    assert ledger.counts("r2").stale == 1
    assert ledger.held(article(id="a1"), "r2") is None
    held = ledger.held(article(id="a1"), "r1")
    assert held is not None and (held.outcome, held.name) == ("same", "a1")


def test_a_statement_keeps_its_key_in_another_reading(ledger: Ledger) -> None:
    harbour(ledger)
    (before,) = ledger.search(Search()).rows
    (old,) = ledger.readings()
    other = Speaker(name="الجابر", kind="person")
    ledger.add_reading(old, reading(old.article, [said(HARBOUR, "الميناء الجديد سيفتح في الربيع", other)]), "r2")
    (after,) = ledger.search(Search()).rows
    assert (after.key, after.speaker) == (before.key, "الجابر")
    assert ledger.find_statements(before.key[:20]) == [after]


def test_more_articles_than_a_page_are_all_read(ledger: Ledger) -> None:
    for number in range(450):
        put(ledger, article(id=f"a{number}"))
    assert [stored.name for stored in ledger.readings()] == [f"a{number}" for number in range(450)]


def test_the_ledger_can_be_written_while_its_readings_are_walked(ledger: Ledger) -> None:
    for number in range(5):
        harbour(ledger, id=f"a{number}")
    for stored in ledger.readings(other_than="r2"):
        ledger.add_reading(stored, stored.reading, "r2")
    assert ledger.counts("r2").stale == 0


@pytest.mark.parametrize("odd", ["\ud83d", "\0", "\U0001f54c", "a\u0301", "\u202e"])
def test_any_text_comes_back_to_the_letter(ledger: Ledger, odd: str) -> None:
    text = f"{HARBOUR} {odd} النهاية {odd}"
    given = article(text, title=f"عنوان {odd}", outlet=f"صحيفة {odd}", url=f"https://marsa.example/{odd}", id=f"a{odd}")
    found = reading(given, [said(text, f"{odd} النهاية", Speaker(name=f"سالم {odd}", kind="person", role=odd))])
    ledger.add(given, found, "r1", published_on=DAY)
    (stored,) = ledger.readings()
    assert (stored.article, stored.reading) == (given, found)
    assert len(ledger.search(Search(words="النهاية")).rows) == 1
    assert ledger.add(given, found, "r1", published_on=DAY).outcome == "same"
    assert list(ledger.check()) == []


def test_names_and_words_of_any_length_are_taken(ledger: Ledger) -> None:
    long = "كلمة" * 2000 + " " + " ".join(f"لفظ{n}" for n in range(20_000))
    text = f"{HARBOUR} {long}"
    speaker = Speaker(name=long, kind="person", role=long, speaks_for="QA")
    put(ledger, article(text, id="x" * 5000, url="https://marsa.example/" + "y" * 5000), said(text, long, speaker))
    assert len(ledger.search(Search(words="لفظ77")).rows) == 1
    assert list(ledger.check()) == []


def test_a_reading_of_another_text_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="another text"):
        ledger.add(article(HARBOUR), reading(article(BRIDGE)), "r1")


def test_articles_are_found_by_name_address_and_key(ledger: Ledger) -> None:
    added = harbour(ledger, url="https://marsa.example/1")
    for name in ("a1", "https://marsa.example/1", added.article, added.article[:8]):
        assert [stored.article_key for stored in ledger.find_articles(name)] == [added.article]
    assert ledger.find_articles("a2") == ledger.find_articles(added.article[:7]) == []
    harbour(ledger, outlet="صحيفة أخرى")
    assert len(ledger.find_articles("a1")) == 2


def test_an_article_without_a_name_is_called_by_its_key(ledger: Ledger) -> None:
    added = harbour(ledger, id=None)
    assert added.name == added.article[:12]
    assert msgspec.structs.asdict(added)["outcome"] == "new"


def test_statements_whose_numbers_meet_are_all_kept(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "statement_numbers", lambda names, days: list(range(7, 7 + len(names))))
    for number in range(4):
        put(ledger, article(id=f"a{number}"), said(HARBOUR, "الميناء"), said(HARBOUR, "الربيع"))
    rows = ledger.search(Search()).rows
    assert len({(row.article, row.number) for row in rows}) == 8
    assert list(ledger.check()) == []
