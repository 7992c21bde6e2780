"""The commands on a ledger, as people and programs call them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

Call = Callable[..., object]
TEXT = "قال وزير الخارجية القطري سالم الجابر إن بلاده لن تغلق الميناء القديم.\n\nوأكد أن الأعمال مستمرة."
ROWS = [
    {"id": "a1", "outlet": "المرسى", "published": "2026-01-06", "title": "الميناء", "text": TEXT},
    {"id": "a2", "outlet": "البحر", "published": "2026-01-07", "text": "طالب رئيس البلدية بفتح الجسر أمام الشاحنات."},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS), encoding="utf-8")
    return path


@pytest.fixture
def ledger(tmp_path: Path, file: Path, call: Call) -> Path:
    path = tmp_path / "news.db"
    assert call("--ledger", path, "add", file).status == 0
    return path


@pytest.fixture
def ask(ledger: Path, call: Call) -> Callable[..., dict[str, object]]:
    """The JSON a command answers with."""

    def asked(*arguments: object) -> dict[str, object]:
        done = call("--ledger", ledger, *arguments, "--format", "json")
        assert (done.status, done.err) == (0, "")
        return json.loads(done.out)

    return asked


def test_adding_tells_what_became_of_the_articles(tmp_path: Path, file: Path, call: Call) -> None:
    place = tmp_path / "news.db"
    first = json.loads(call("--ledger", place, "add", file, "--format", "json").out)
    assert first == {"new": 2, "versions": 0, "readings": 0, "same": 0, "failed": 0, "statements": first["statements"]}
    assert first["statements"] >= 2
    assert (
        call("add", file, "--ledger", place, "--format", "table").out
        == "0 new articles, 2 there already, 0 statements.\n"
    )


def test_what_cannot_be_read_is_named_and_the_rest_is_added(tmp_path: Path, file: Path, call: Call) -> None:
    (tmp_path / "broken.jsonl").write_text("{\n", encoding="utf-8")
    done = call("--ledger", tmp_path / "news.db", "add", tmp_path / "broken.jsonl", file, "--quiet")
    (line,) = done.errors
    assert "broken.jsonl, line 1: broken JSON" in line
    assert (done.status, json.loads(done.out)["new"], json.loads(done.out)["failed"]) == (1, 2, 1)


def test_articles_are_added_from_standard_input(tmp_path: Path, call: Call) -> None:
    done = call("--ledger", tmp_path / "news.db", "add", "-", stdin=json.dumps(ROWS[0]).encode())
    assert json.loads(done.out)["new"] == 1


def test_the_ledger_is_named_before_or_after_the_command_or_in_the_environment(
    ledger: Path, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = call("--ledger", ledger, "actors").out
    assert call("actors", "--ledger", ledger).out == expected
    assert call("--ledger", tmp_path / "other.db", "actors", "--ledger", ledger).out == expected
    monkeypatch.setenv("MAWQIF_LEDGER", str(ledger))
    assert call("actors").out == expected
    monkeypatch.delenv("MAWQIF_LEDGER")
    monkeypatch.chdir(tmp_path)
    ledger.rename(tmp_path / "mawqif.db")
    assert call("actors").out == expected


@pytest.mark.parametrize(
    "command",
    [["statements"], ["actors"], ["speakers"], ["learnt"], ["check"], ["reread"], ["show", "a1"], ["backup", "b.db"]],
)
def test_a_ledger_that_is_not_there_is_not_made(tmp_path: Path, call: Call, command: list[str]) -> None:
    done = call("--ledger", tmp_path / "none.db", *command)
    assert done.errors == [
        f"{tmp_path}/none.db: no ledger here; make one with: mawqif add ARTICLES, or name another with --ledger"
    ]
    assert (done.status, done.out) == (2, "")
    assert list(tmp_path.glob("none*")) == []


def test_statements_for_programs(ask) -> None:
    answer = ask("statements", "ميناء", "--actor", "QA", "--since", "2026-01-01", "--until", "2026-01-31")
    (row,) = answer["statements"]
    assert list(row) == [
        "key", "article", "number", "said_on", "published_on", "outlet", "speaker", "kind", "role", "speaks_for", "act",
        "mode", "cue", "content", "start", "end",
    ]  # fmt: skip
    assert TEXT[row["start"] : row["end"]] == row["content"]
    assert (row["article"], row["speaker"], row["speaks_for"]) == ("a1", "سالم الجابر", "QA")
    assert answer["more"] is False


def test_statements_page_by_page(ask) -> None:
    whole = ask("statements")["statements"]
    assert len(whole) > 2
    first = ask("statements", "-n", 2)
    assert (first["statements"], first["more"]) == (whole[:2], True)
    assert ask("statements", "--offset", 2)["statements"] == whole[2:]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["statements", "--act", "sing"], "'sing' is not one of"),
        (["statements", "--since", "gestern"], "'gestern' is no day; expected YYYY-MM-DD"),
        (["statements", "--limit", "0"], "--limit"),
        (["show"], "STATEMENT|ARTICLE"),
        (["backup"], "FILE"),
    ],
)
def test_wrong_calls(ledger: Path, call: Call, arguments: list[str], said: str) -> None:
    done = call("--ledger", ledger, *arguments)
    (line,) = done.errors
    assert said in line
    assert done.status == 2


def test_show_for_programs(ask) -> None:
    article = ask("show", "a1")
    assert article["text"] == TEXT
    assert article["article"]["id"] == "a1"
    assert len(article["versions"]) == 1
    first = article["statements"][0]
    said = ask("show", first["key"])
    assert said == ask("show", "a1#1")
    assert (said["statement"], said["number"], said["current"]) == (first["statement"], 1, True)
    assert said["statement"]["rule"]
    assert said["reading"] == article["reading"]


def test_actors_and_speakers_for_programs(ask) -> None:
    actors = ask("actors")["actors"]
    assert actors[0]["actor"] == "QA"
    assert list(actors[0]) == ["actor", "statements", "speakers", "first", "last"]
    (speaker,) = ask("speakers", "الجابر", "--actor", "QA")["speakers"]
    assert (speaker["name"], speaker["kind"]) == ("سالم الجابر", "person")
    (office,) = speaker["offices"]
    assert (office["first"], office["last"], office["speaks_for"]) == ("2026-01-06", "2026-01-06", "QA")


def test_what_was_learnt_is_listed_revoked_and_restored(ledger: Path, ask, call: Call, in_terminal: Call) -> None:
    (held,) = ask("learnt", "الجابر", "--actor", "QA")["learnt"]
    assert (held["fact"]["name"], held["revoked"]) == ("سالم الجابر", False)
    key = held["key"][:10]
    (gone,) = ask("learnt", "--revoke", key, "--by", "مريم")["learnt"]
    assert (gone["key"], gone["revoked"], gone["revoked_by"]) == (held["key"], True, "مريم")
    assert ask("learnt")["learnt"] == []
    assert ask("learnt", "--all")["learnt"] == [gone]
    assert "revoked by" in in_terminal("--ledger", ledger, "learnt", "--all").out
    again = call("--ledger", ledger, "learnt", "--revoke", key)
    assert (again.status, again.out) == (2, "")
    assert "nothing that holds has this key" in again.errors[0]
    assert ask("learnt", "--restore", key)["learnt"] == [held]


def test_check_for_programs_and_people(ledger: Path, ask, call: Call) -> None:
    import sqlite3

    answer = ask("check")
    assert (answer["problems"], answer["counts"]["articles"]) == ([], 2)
    assert ": all in order.\n" in call("--ledger", ledger, "check", "--format", "table").out
    with sqlite3.connect(ledger) as raw:
        raw.execute("UPDATE statement SET content = 'كلام آخر' WHERE speaks_for = 'QA'")
    raw.close()
    done = call("--ledger", ledger, "check", "--format", "table")
    assert done.status == 1
    assert "not what its reading says: content" in done.out


def test_reread_and_backup(ledger: Path, ask, call: Call, tmp_path: Path) -> None:
    answer = ask("reread", "--quiet")
    assert (answer["failed"], answer["articles"]) == (0, [])
    done = call("--ledger", ledger, "backup", tmp_path / "copy.db")
    assert done.out.startswith(f"{tmp_path}/copy.db: ")
    assert call("--ledger", tmp_path / "copy.db", "actors").out == call("--ledger", ledger, "actors").out
    again = call("--ledger", ledger, "backup", tmp_path / "copy.db")
    assert (again.status, len(again.errors)) == (2, 1)


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (["statements", "ميناء"], ["سالم الجابر", "a1#1", "person → QA"]),
        (["statements", "لاشيء"], ["no statements found"]),
        (["statements", "-n", "1"], ["more follow: --offset 1"]),
        (["show", "a1"], ["recipe", "a1", "الميناء"]),
        (["show", "a1#1"], ["rule", "statement ", "سالم الجابر"]),
        (["actors"], ["QA"]),
        (["speakers"], ["سالم الجابر", "2026-01-06"]),
        (["learnt"], ["سالم الجابر", "QA", "2026-01-06"]),
        (["reread"], ["articles read anew"]),
    ],
)
def test_people_see_tables(ledger: Path, in_terminal: Call, command: list[str], shown: list[str]) -> None:
    done = in_terminal("--ledger", ledger, *command)
    assert done.status == 0
    for text in shown:
        assert text in done.out


def test_progress_is_shown_in_a_terminal_and_not_when_quiet(file: Path, tmp_path: Path, in_terminal: Call) -> None:
    done = in_terminal("--ledger", tmp_path / "one.db", "add", file)
    assert "2 new articles" in done.out
    quiet = in_terminal("--ledger", tmp_path / "two.db", "add", file, "--quiet")
    assert quiet.out.startswith("2 new articles")


@pytest.mark.skipif(os.name != "posix", reason="devices as POSIX has them")
def test_a_broken_ledger_is_one_line(tmp_path: Path, run: Call) -> None:
    (tmp_path / "text.db").write_text("ليس سجلا " * 300, encoding="utf-8")
    done = run("--ledger", tmp_path / "text.db", "actors")
    assert done.errors == [f"{tmp_path}/text.db: not a ledger: no SQLite file; name another file with --ledger"]
    assert done.status == 2
