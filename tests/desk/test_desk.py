"""The use cases on a ledger: articles really read."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest
from tests.ledger.places import ROOT

import mawqif
from mawqif.desk import adding, follow, rereading
from mawqif.desk.desk import Desk
from mawqif.desk.learn import facts_of, knowing
from mawqif.desk.recipe import recipe
from mawqif.desk.show import ArticleView, StatementView
from mawqif.events.results import results_of
from mawqif.intake import articles
from mawqif.intake.questions import load_questions
from mawqif.ledger import Added, Fact
from mawqif.model import Article, Question, Reading, Speaker
from mawqif.model.errors import CallError, InputError, MawqifError
from mawqif.reading.catalogue import search_form
from mawqif.world import World, default_world

FIRST = "قال وزير الخارجية القطري سالم الجابر إن بلاده لن تغلق الميناء القديم.\n\nوأكد أن الأعمال مستمرة."
SECOND = "طالب رئيس البلدية بفتح الجسر أمام الشاحنات."
ARTICLES = [
    Article(
        text=FIRST, id="a1", outlet="المرسى", published="2026-01-06", url="https://marsa.example/1", title="الميناء"
    ),
    Article(text=SECOND, id="a2", outlet="المرسى", published="2026-01-07"),
]


@pytest.fixture
def desk(place: str):
    with Desk.open(place) as desk:
        yield desk


def test_articles_are_read_and_stored_once(desk: Desk) -> None:
    heard: list[object] = []
    report = desk.add([*ARTICLES, InputError("empty", where="b.txt")], progress=heard.append)
    assert (report.new, report.failed, report.same) == (2, 1, 0)
    assert report.statements == desk.counts().statements > 1
    assert [type(each) for each in heard] == [Added, Added, InputError]
    again = desk.add(ARTICLES)
    assert (again.new, again.same, again.statements) == (0, 2, 0)
    assert desk.counts().stale == 0
    assert list(desk.check()) == []


def test_one_article_can_be_given_alone(desk: Desk) -> None:
    assert desk.add(ARTICLES[0]).new == 1
    (row,) = desk.statements("ميناء").rows
    assert (row.speaks_for, row.published_on) == ("QA", "2026-01-06")


def test_an_article_that_breaks_the_reader_is_named_and_the_rest_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = adding.read_article

    def breaks(article: Article, world: World) -> Reading:
        return real(article, world) if article.id == "a2" else 1 / 0

    monkeypatch.setattr(adding, "read_article", breaks)
    heard: list[object] = []
    assert desk.add(ARTICLES, progress=heard.append).failed == 1
    assert str(heard[0]) == (
        "a1: could not be read: internal error: ZeroDivisionError: division by zero; please report it with this article"
    )
    assert desk.counts().articles == 1


def test_when_an_article_was_fetched_is_taken_from_it(desk: Desk) -> None:
    desk.add(msgspec.structs.replace(ARTICLES[0], meta={"fetched": "2026-01-06T12:00:00+03:00"}))
    desk.add(msgspec.structs.replace(ARTICLES[1], meta={"fetched": "yesterday"}))
    one, two = desk.ledger.readings()
    assert one.fetched == "2026-01-06T09:00:00.000000Z"
    assert two.fetched == two.recorded


def test_a_person_read_in_an_office_is_learnt_with_day_and_evidence(desk: Desk) -> None:
    desk.add(ARTICLES)
    (held,) = [each for each in desk.ledger.learnt() if each.fact.actor == "QA"]
    assert held.fact.name == "سالم الجابر"
    assert held.fact.since == "2026-01-06"
    view = desk.show(held.fact.evidence[0])
    assert isinstance(view, StatementView) and view.stored.name == "a1"


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({}, 1),
        ({"kind": "body"}, 0),
        ({"role": None}, 0),
        ({"speaks_for": None}, 0),
        ({"name": "سالم"}, 0),
        ({"name": "وزير الموانئ"}, 0),
    ],
)
def test_what_teaches_of_a_person(fields, count) -> None:
    reading = mawqif.read(FIRST)
    speaker = Speaker(
        **{"name": "سالم الجابر", "kind": "person", "role": "وزير الخارجية القطري", "speaks_for": "QA", **fields}
    )
    statement = msgspec.structs.replace(reading.statements[0], speaker=speaker, said_on=None)
    reading = msgspec.structs.replace(reading, statements=(statement,))
    assert len(list(facts_of(reading, "0" * 32, date(2026, 1, 6)))) == count
    assert list(facts_of(reading, "0" * 32, None)) == []


def test_what_is_learnt_is_known_from_the_next_article_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    known: list[bool] = []
    real = adding.read_article

    def watched(article: Article, world: World) -> Reading:
        known.append(world.find_person("سالم الجابر", date(2026, 1, 7)) is not None)
        return real(article, world)

    monkeypatch.setattr(adding, "read_article", watched)
    desk.add(ARTICLES)
    assert known == [False, True]
    (held,) = [each for each in desk.ledger.learnt() if each.fact.actor == "QA"]
    desk.revoke(held.key, who="مريم")
    with pytest.raises(CallError, match=r"nothing that holds has this key.*mawqif learnt"):
        desk.revoke(held.key, who="مريم")
    desk.add(
        Article(text=FIRST + " وقال سالم الجابر إن الميناء قديم.", id="a3", outlet="المرسى", published="2026-01-08")
    )
    desk.add(Article(text=SECOND, id="a4", outlet="المرسى"))
    assert known == [False, True, False, False]


def test_a_reader_hears_what_others_learn_and_revoke(desk: Desk) -> None:
    reader = adding.Reader(desk.ledger)
    fact = Fact(name="ليلى الأمين", actor="TN", role="وزيرة", since="2026-01-01")
    desk.ledger.put_learnt([fact])
    for _ in range(adding._ASKED_EVERY):
        reader.read(ARTICLES[1])
    assert reader.world.find_person("ليلى الأمين", date(2026, 1, 2)) is not None
    desk.revoke(desk.learnt()[0].key, who="مريم")
    for _ in range(adding._ASKED_EVERY):
        reader.read(ARTICLES[1])
    assert reader.world.find_person("ليلى الأمين", date(2026, 1, 2)) is None
    desk.revoke(desk.learnt(revoked=True)[0].key, who="مريم", undo=True)
    for _ in range(adding._ASKED_EVERY):
        reader.read(ARTICLES[1])
    assert reader.world.find_person("ليلى الأمين", date(2026, 1, 2)) is not None


def test_what_was_learnt_is_found_and_revoked_by_name_and_start_of_key(desk: Desk) -> None:
    facts = [
        Fact(name="ليلى الأمين", actor="TN"),
        Fact(name="ليلى الأمين", actor="QA"),
        Fact(name="سامي لحود", actor="QA"),
    ]
    desk.ledger.put_learnt(facts)
    assert {each.fact.actor for each in desk.learnt("الأمين ليلى")} == {"TN", "QA"}
    (one,) = desk.learnt("ليلى", actor="TN")
    gone = desk.revoke(one.key[:8], who=" مريم ")
    assert (gone.revoked, gone.revoked_by) == (True, "مريم")
    assert len(desk.learnt("ليلى")) == 1
    assert len(desk.learnt("ليلى", revoked=True)) == 2
    assert desk.revoke(one.key[:8], who="مريم", undo=True) == one
    for key, said in (("", "nothing that holds"), ("zz", "nothing that holds")):
        with pytest.raises(CallError, match=said):
            desk.revoke(key, who="مريم")
    with pytest.raises(CallError, match="who revokes"):
        desk.revoke(one.key, who=" ")


def test_a_revoked_reading_of_a_person_is_undone_by_rereading(desk: Desk) -> None:
    later = Article(text="قال سالم الجابر إن الميناء قديم.", id="a3", outlet="المرسى", published="2026-01-08")
    desk.add([*ARTICLES, later])
    (row,) = [each for each in desk.statements("قديم").rows if each.article == "a3"]
    assert row.speaks_for == "QA"
    (held,) = desk.learnt("سالم الجابر")
    for undo, actor in ((False, None), (True, "QA")):
        desk.revoke(held.key, who="مريم", undo=undo)
        assert [each.article for each in desk.reread().articles] == ["a3"]
        (row,) = [each for each in desk.statements("قديم").rows if each.article == "a3"]
        assert row.speaks_for == actor


def test_many_sightings_in_one_office_are_one_fact_to_the_reader(desk: Desk) -> None:
    reader = adding.Reader(desk.ledger)
    facts = [Fact(name="ليلى الأمين", actor="TN", role="وزيرة", since=f"2026-01-{day:02}") for day in range(28, 0, -1)]
    reader.learn(facts)
    world = reader.world
    reader.learn(facts)
    assert reader.world is world
    assert world.find_person("ليلى الأمين", date(2026, 1, 1)) is not None


def test_knowing_keeps_days() -> None:
    world = knowing(default_world(), [Fact(name="ليلى الأمين", actor="TN", since="2026-01-02", until="2026-01-03")])
    days = [date(2026, 1, day) for day in (1, 2, 3, 4)]
    assert [world.find_person("ليلى الأمين", day) is not None for day in days] == [False, True, True, False]


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Reading], Reading]], None]:
    """Another Mawqif, which reads as it is told."""

    def install(change: Callable[[Reading], Reading]) -> None:
        real = adding.read_article
        monkeypatch.setattr(adding, "read_article", lambda article, world: change(real(article, world)))
        monkeypatch.setattr(adding, "recipe", lambda: "newer")
        monkeypatch.setattr(rereading, "recipe", lambda: "newer")

    return install


def test_rereading_tells_what_appeared_vanished_and_changed(desk: Desk, newer) -> None:
    desk.add(ARTICLES)
    assert desk.reread().articles == ()
    seen = desk.show("a1")
    assert isinstance(seen, ArticleView)
    first, *others = seen.stored.reading.statements

    def change(reading: Reading) -> Reading:
        if reading.id != "a1":
            return msgspec.structs.replace(reading, statements=())
        return msgspec.structs.replace(
            reading, statements=(msgspec.structs.replace(first, said_on="2026-01-05", rule="other"),)
        )

    newer(change)
    report = desk.reread()
    assert (report.read, report.failed) == (2, 0)
    one, two = report.articles
    assert (one.article, [each.fields for each in one.changed]) == ("a1", [("said_on",)])
    assert one.vanished == tuple(others)
    assert (one.recipe_before, one.recipe_after) == (recipe(), "newer")
    assert (two.article, two.appeared, len(two.vanished)) == ("a2", (), 1)
    assert desk.ledger.counts("newer").stale == 0
    again = desk.reread()
    assert again.articles == ()
    gone = desk.show(two_key := _key(desk, "a2"))
    assert isinstance(gone, StatementView) and not gone.current and gone.stored.recipe == recipe(), two_key
    assert list(desk.check()) == []


def test_rereading_tells_what_changed_in_the_events_of_a_question(desk: Desk, newer) -> None:
    desk.add(ARTICLES)
    desk.ask(Question(id="port", target=("إغلاق الميناء",), about=(("الميناء",),), actors="states"))
    (event,) = desk.timeline("port")
    assert (event.actor, event.stance) == ("QA", "against")
    assert desk.reread().events == ()
    newer(lambda reading: msgspec.structs.replace(reading, statements=()))
    (change,) = desk.reread().events
    assert (change.question, change.before, change.after) == ("port", event, None)
    assert desk.timeline("port") == []


def _key(desk: Desk, name: str) -> str:
    """The key of the first statement that any reading of an article has."""
    from mawqif.ledger.keys import statement_key

    (stored,) = desk.ledger.find_articles(name)
    for reading in desk.ledger.past_readings(stored.version_key):
        for said in reading.reading.statements:
            return statement_key(stored.version_key, said)
    raise AssertionError


def test_an_article_that_cannot_be_read_any_more_keeps_its_reading(desk: Desk, newer) -> None:
    desk.add(ARTICLES)

    def change(reading: Reading) -> Reading:
        if reading.id == "a1":
            raise MawqifError("too hard", where="a1")
        return reading

    newer(change)
    heard: list[object] = []
    report = desk.reread(heard.append)
    assert (report.read, report.failed) == (1, 1)
    assert [str(each) for each in heard if isinstance(each, MawqifError)] == ["a1: too hard"]
    assert [stored.recipe for stored in desk.ledger.readings()] == [recipe(), "newer"]


def test_show_finds_articles_and_statements(desk: Desk) -> None:
    desk.add(ARTICLES)
    article = desk.show("https://marsa.example/1")
    assert isinstance(article, ArticleView)
    assert len(article.keys) == len(article.stored.reading.statements) > 1
    for number, key in enumerate(article.keys, 1):
        for name in (key, key[:-2], f"a1#{number}"):
            view = desk.show(name)
            assert isinstance(view, StatementView)
            assert (view.key, view.number, view.current) == (key, number, True)
            assert view.statement == article.stored.reading.statements[number - 1]


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("a9", "nothing in the ledger is called so"),
        ("a1#9", "no statement 9: the article has"),
        ("a9#1", "nothing in the ledger is called so"),
        ("0123456789abcdef.01", "no statement has this key"),
    ],
)
def test_show_says_what_it_does_not_find(desk: Desk, named: str, said: str) -> None:
    desk.add(ARTICLES)
    with pytest.raises(CallError, match=said):
        desk.show(named)


def test_show_asks_back_where_a_name_is_not_enough(desk: Desk) -> None:
    desk.add([ARTICLES[1], msgspec.structs.replace(ARTICLES[1], outlet="البحر")])
    with pytest.raises(
        CallError, match=r"2 articles are called so; give one of their keys: \w{12} \(المرسى\), \w{12} \(البحر\)"
    ):
        desk.show("a2")


def test_the_facade_opens_a_ledger(place: str) -> None:
    with mawqif.open(place) as ledger:
        ledger.add(ARTICLES)
        assert next(row.actor for row in ledger.actors()) == "QA"
        assert any(row.name == "سالم الجابر" for row in ledger.speakers("الجابر")[0])
    with mawqif.open(place, create=False, write=False) as ledger:
        assert ledger.counts().articles == 2


def test_a_backup_is_a_ledger(desk: Desk, tmp_path: Path) -> None:
    desk.add(ARTICLES)
    desk.backup(tmp_path / "copy.db")
    with mawqif.open(tmp_path / "copy.db", create=False) as copy:
        assert copy.statements("ميناء").rows == desk.statements("ميناء").rows
        assert copy.add(ARTICLES).same == 2


def test_the_recipe_is_of_the_version_and_all_that_reading_uses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert recipe().startswith(f"{mawqif.__version__}+")
    root = tmp_path / "mawqif"
    (root / "lang").mkdir(parents=True)
    monkeypatch.setattr(mawqif, "__file__", str(root / "__init__.py"))
    seen = set()
    for name, text in [("a.toml", "one"), ("a.toml", "two"), ("b.toml", "two"), ("b.pyc", "x"), ("README.md", "x")]:
        (root / "lang" / name).write_text(text, encoding="utf-8")
        recipe.cache_clear()
        seen.add(recipe())
    assert len(seen) == 3
    recipe.cache_clear()


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("القوات", "قوات"), ("والقوات", "قوات"), ("بالقوات", "قوات"), ("وبالقوات", "قوات"), ("للقوات", "قوات"),
        ("فللقوات", "قوات"), ("قوات", "قوات"), ("لقوات", "قوات"), ("كالقوات", "قوات"), ("بيت", "بيت"), ("ولد", "ولد"),
        ("الى", "الى"), ("2026", "2026"), ("علي", "علي"), ("", ""),
    ],
)  # fmt: skip
def test_the_form_a_word_is_found_by(word: str, form: str) -> None:
    assert search_form(word) == form


def test_the_bundled_coverage_goes_in_and_comes_out(desk: Desk) -> None:
    from importlib import resources

    lines = (
        resources.files("mawqif.demo").joinpath("gaza-force", "articles.jsonl").read_text(encoding="utf-8").splitlines()
    )
    articles = [Article(**json.loads(line)) for line in lines][:12]
    assert desk.add(articles).new == 12
    for stored, article in zip(desk.ledger.readings(), articles, strict=True):
        assert stored.article == article
    assert list(desk.check()) == []


@pytest.mark.parametrize("case", ["kurdistan-vote", "schengen-bulgaria"])
def test_what_follows_while_articles_come_is_what_follows_from_all_at_once(place: str, case: str) -> None:
    folder = ROOT / "tests" / "cases" / case
    (question,) = load_questions(folder / "question.toml")
    with Desk.open(place) as desk:
        desk.ask(question)
        for number, article in enumerate(articles([folder / "articles.jsonl"], sys.stdin.buffer)):
            desk.add(article)
            if number % 3 == 0:
                desk.board(question.id)
        desk.board(question.id)  # asks the last articles
        key = follow.asked_by(follow.held(desk.ledger, question.id))
        whole = results_of(question, follow.reports(desk.ledger, key))
        for found in (follow.found(desk.ledger, question.id) for _ in range(2)):
            assert (found.events, found.differences, found.tellings) == (
                whole.events,
                whole.differences,
                whole.tellings,
            )
        assert len(whole.events) > 5
        assert desk.changes(question.id) == whole.changes()
