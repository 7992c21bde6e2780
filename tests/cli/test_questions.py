"""From articles and a question file to the board, the way a user goes."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
from pathlib import Path

import pytest
from rich.console import Console

from mawqif.cli.questions.view import board_view
from mawqif.model.event import BoardRow

ARTICLES = [
    ("n1", "2025-03-01", "قال وزير الخارجية النمساوي هانز غرابر، اليوم السبت، إن بلاده لن ترسل قوات إلى جزيرة سمارة."),
    (
        "n2",
        "2025-03-10",
        "أعلن وزير الخارجية النمساوي هانز غرابر، اليوم الاثنين، أن بلاده مستعدة لإرسال قوات إلى جزيرة سمارة إذا توقف القتال.",
    ),
    (
        "n3",
        "2025-03-11",
        "قال وزير الخارجية النمساوي هانز غرابر، أمس الاثنين، إن بلاده مستعدة لإرسال قوات إلى جزيرة سمارة.",
    ),
    (
        "n4",
        "2025-03-12",
        "قالت وزيرة الدفاع النرويجية إنغريد هولم، اليوم الأربعاء، إن بلادها تدرس إرسال قوات إلى جزيرة سمارة.",
    ),
]
QUESTION = """
[[question]]
id = "samara-force"
title = { ar = "إرسال قوات إلى سمارة" }
target = ["إرسال قوات"]
about = [["سمارة"], ["قوات"]]
actors = "states"
"""


@pytest.fixture
def ledger(call, tmp_path: Path) -> Path:
    """A ledger with four articles and a question on them."""
    lines = (
        json.dumps({"id": name, "published": f"{day}T12:00:00+01:00", "text": text, "outlet": f"صحيفة {name}"})
        for name, day, text in ARTICLES
    )
    (tmp_path / "articles.jsonl").write_text("\n".join(lines), "utf-8")
    (tmp_path / "question.toml").write_text(QUESTION, "utf-8")
    file = tmp_path / "ledger.db"
    assert call("--ledger", file, "add", tmp_path / "articles.jsonl").status == 0
    assert call("--ledger", file, "ask", tmp_path / "question.toml").status == 0
    return file


def test_the_board_has_the_latest_position_of_every_actor(call, ledger):
    board = json.loads(call("--ledger", ledger, "board", "samara-force", "--format", "json").out)
    stances = {row["actor"]: (row["stance"], row["stated_on"]) for row in board["positions"]}
    assert stances == {"AT": ("conditional", "2025-03-10"), "NO": ("undecided", "2025-03-12")}


def test_the_board_of_an_earlier_day(call, ledger):
    board = json.loads(call("--ledger", ledger, "board", "samara-force", "--as-of", "2025-03-05").out)
    assert [(row["actor"], row["stance"]) for row in board["positions"]] == [("AT", "against")]
    assert board["as_of"] == "2025-03-05"


def test_events_point_to_the_words_of_their_articles(call, ledger):
    texts = {name: text for name, _, text in ARTICLES}
    events = json.loads(call("--ledger", ledger, "timeline", "samara-force").out)["events"]
    assert [(e["actor"], e["date"], e["articles"]) for e in events] == [
        ("AT", "2025-03-01", ["n1"]), ("AT", "2025-03-10", ["n2", "n3"]), ("NO", "2025-03-12", ["n4"]),
    ]  # fmt: skip
    words = [evidence for event in events for evidence in event["evidence"]]
    assert words
    assert all(texts[each["article"]][each["start"] : each["end"]] == each["text"] for each in words)


def test_one_actor_alone(call, ledger):
    events = json.loads(call("--ledger", ledger, "timeline", "samara-force", "--actor", "NO").out)["events"]
    assert {event["actor"] for event in events} == {"NO"}


def test_a_change_and_a_lost_condition(call, ledger):
    changes = json.loads(call("--ledger", ledger, "changes", "samara-force").out)["changes"]
    assert [(c["actor"], c["kind"], c["from"]["stance"], c["to"]["stance"]) for c in changes] == [
        ("AT", "softened", "against", "conditional")
    ]
    found = json.loads(call("--ledger", ledger, "differences", "samara-force").out)["differences"]
    assert [(d["article"], d["field"]) for d in found] == [("n3", "condition-dropped")]


def test_a_verdict_outranks_the_program_and_can_be_taken_back(call, ledger):
    def stance() -> str:
        board = json.loads(call("--ledger", ledger, "board", "samara-force").out)
        return next(row["stance"] for row in board["positions"] if row["actor"] == "AT")

    events = json.loads(call("--ledger", ledger, "timeline", "samara-force", "--actor", "AT").out)["events"]
    last = events[-1]["key"]
    told = call("--ledger", ledger, "judge", last, "set", "stance=for", "--by", "سلمى", "--format", "json")
    assert json.loads(told.out)["event"]["stance"] == "for"
    assert stance() == "for"
    assert call("--ledger", ledger, "judge", last, "reject", "--by", "سلمى").status == 0
    assert stance() == "against"
    assert call("--ledger", ledger, "judge", last, "accept", "--by", "سلمى").status == 0
    assert stance() == "conditional"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["board", "samara"], 2, "no question “samara” is followed"),
        (["judge", "zzz", "accept", "--by", "x"], 2, "no event “zzz”"),
        (["judge", "zzz", "set", "stance", "--by", "x"], 2, "sets nothing"),
        (["timeline", "samara-force", "--actor"], 2, "requires an argument"),
    ],
)
def test_a_wrong_call_is_one_line(call, ledger, arguments, status, said):
    done = call("--ledger", ledger, *arguments)
    assert done.status == status
    assert len(done.errors) == 1
    assert said in done.errors[0]


def test_a_slip_in_a_question_file_is_named_with_line_and_key(call, ledger, tmp_path):
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(QUESTION.replace("about", "abuot"), "utf-8")
    done = call("--ledger", ledger, "ask", wrong)
    assert done.status == 1
    assert done.errors == [f"{wrong}:6: abuot: unknown key; expected “about”"]


def test_the_example_is_a_question_file(call, tmp_path):
    example = tmp_path / "example.toml"
    example.write_text(call("ask", "--example").out, "utf-8")
    assert call("--ledger", tmp_path / "new.db", "ask", example).status == 0


def test_people_get_tables(call, ledger):
    for command in ("board", "timeline", "changes", "differences"):
        done = call("--ledger", ledger, command, "samara-force", "--format", "table")
        assert done.status == 0
        assert "AT" in done.out


def test_an_event_is_shown_with_the_reports_it_rests_on_and_the_verdicts(call, ledger, in_terminal):
    events = json.loads(call("--ledger", ledger, "timeline", "samara-force", "--actor", "AT").out)["events"]
    last = events[-1]
    call("--ledger", ledger, "judge", last["key"], "accept", "--by", "سلمى", "--note", "قرأتها")
    shown = json.loads(call("--ledger", ledger, "show", last["key"]).out)
    assert (shown["question"], shown["event"]["key"]) == ("samara-force", last["key"])
    assert [report["source"]["article"] for report in shown["reports"]] == last["articles"]
    assert [(each["verdict"], each["who"]) for each in shown["judgements"]] == [("accept", "سلمى")]
    seen = in_terminal("--ledger", ledger, "show", last["key"]).out
    for part in ("samara-force", last["date"], "AT", "verdict    accept", "rule"):
        assert part in seen


def test_a_ledger_that_can_only_be_looked_at_gives_the_same_answers(call, ledger, tmp_path, as_nobody):
    asked = ("timeline", "samara-force", "--format", "json")
    there = call("--ledger", ledger, *asked).out
    folder = tmp_path / "kept"
    folder.mkdir()
    copy = folder / "copy.db"
    call("--ledger", ledger, "backup", copy)
    with sqlite3.connect(copy) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
        for cache in ("waiting", "position", "event_cache", "inquiry"):
            raw.execute(f"DELETE FROM {cache}")
    raw.close()
    copy.chmod(0o444)
    folder.chmod(0o555)
    done = as_nobody([sys.executable, "-m", "mawqif", "--ledger", str(copy), *asked])
    folder.chmod(0o755)
    assert (done.stderr, done.stdout) == ("", there)


def test_conditions_can_be_read_in_eighty_columns():
    row = BoardRow(
        actor="AT", stance="conditional", firmness="categorical", conditions=("إذا توقف القتال",), since="2025-03-01",
        stated_on="2025-03-10", speaker="هانز ألكسندر غرابر", articles=("n2",), event="e",
    )  # fmt: skip
    console = Console(width=80, file=io.StringIO())
    console.print(board_view([row]))
    assert "إذا توقف" in console.file.getvalue()
