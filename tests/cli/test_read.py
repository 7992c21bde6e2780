"""`mawqif read`: what goes in, what comes out, what is said of the rest."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import mawqif
from mawqif.model import Article, Reading

Call = Callable[..., object]

TEXT = "قال الوزير محمد سالم أمس إن القرار نهائي.\n\nوقد يعكس ذلك ضغوطا."


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with a text, two lines of JSON, and one of every fault."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    lines = [{"id": "x1", "title": "عنوان", "outlet": "وكالة", "published": "2026-01-06", "text": TEXT}, {"title": "t"}]
    written = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + '\n{"text": \n{"text": "خبر."}\n'
    (folder / "b.jsonl").write_text(written, encoding="utf-8")
    (folder / "c.txt").write_bytes("قال".encode("cp1256"))
    (folder / "d.txt").write_bytes(b"")
    return folder


def test_everything_readable_is_read_in_order_and_the_rest_named(call: Call, news: Path) -> None:
    done = call("read", news, "missing.txt")
    assert done.status == 1
    assert [row["id"] for row in rows(done.out)] == ["a", "x1", "b:4"]
    names = [f"{news}/b.jsonl, line 2", f"{news}/b.jsonl, line 3", f"{news}/c.txt", f"{news}/d.txt", "missing.txt"]
    assert [error.split(": ")[0] for error in done.errors] == names


def test_a_reading_has_the_form_promised(call: Call) -> None:
    article = {"id": "x1", "title": "عنوان", "outlet": "وكالة", "published": "2026-01-06", "text": TEXT}
    done = call("read", "-", stdin=json.dumps(article).encode())
    assert (done.status, done.err) == (0, "")
    (row,) = rows(done.out)
    assert list(row) == ["id", "title", "outlet", "published", "sentences", "statements"]
    assert {key: row[key] for key in list(row)[:4]} == {key: article[key] for key in list(row)[:4]}
    (said,) = row["statements"]
    for span in [said["cue"], said["source"], *said["content"], said["when"]]:
        assert TEXT[span["start"] : span["end"]] == span["text"]
    assert said["said_on"] == "2026-01-05"
    assert [sentence["voice"] for sentence in row["sentences"]] == ["sourced", "inference"]


def test_standard_input_is_read_without_being_named(run: Call) -> None:
    done = run("read", stdin=TEXT.encode())
    assert done.status == 0
    assert rows(done.out)[0]["id"] is None


def test_the_call_completes_what_articles_do_not_say(call: Call, news: Path) -> None:
    options = ("--published", "2025-12-02T08:00+03:00", "--outlet", "مجلة", "--title", "ت")
    plain, full, _ = rows(call("read", news, *options).out)
    assert (plain["published"], plain["outlet"], plain["title"]) == ("2025-12-02T08:00+03:00", "مجلة", "ت")
    assert plain["statements"][0]["said_on"] == "2025-12-01"
    assert (full["published"], full["outlet"], full["title"]) == ("2026-01-06", "وكالة", "عنوان")


def test_several_processes_say_the_same_in_the_same_order(run: Call, tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": f"قال الوزير إن العدد {n}."}) for n in range(200)]
    lines[100] = "{"
    (tmp_path / "n.jsonl").write_text("\n".join(lines))
    one, three = run("read", "n.jsonl"), run("read", "n.jsonl", "--jobs", "3")
    assert (one.status, three.status) == (1, 1)
    assert one.out == three.out
    assert one.err == three.err
    assert len(rows(one.out)) == 199


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_breaks_the_reader_stops_nobody_else(
    call: Call, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    real = mawqif.read_article

    def fragile(article: Article) -> Reading:
        if article.id == "bad":
            raise RuntimeError("oops")
        return real(article)

    monkeypatch.setattr(mawqif, "read_article", fragile)
    done = call(
        "read", "--jobs", jobs, stdin=b'{"id":"a","text":"a."}\n{"id":"bad","text":"b."}\n{"id":"c","text":"c."}'
    )
    assert [row["id"] for row in rows(done.out)] == ["a", "c"]
    assert done.status == 1
    (error,) = done.errors
    assert error.startswith("bad: could not be read: internal error: RuntimeError: oops; please report it")


def test_half_a_surrogate_pair_passes_through_every_format(call: Call) -> None:
    article = b'{"id": "s", "title": "\\udc00", "text": "\\ud83d \\u0642\\u0627\\u0644"}'
    assert rows(call("read", "--format", "jsonl", stdin=article).out)[0]["title"] == "\udc00"
    for form in ("table", "html"):
        assert call("read", "--format", form, stdin=article).status == 0


class TestOutput:
    def test_to_a_file(self, call: Call, tmp_path: Path) -> None:
        done = call("read", "--output", tmp_path / "out.jsonl", stdin=TEXT.encode())
        assert (done.status, done.out) == (0, "")
        assert len(rows((tmp_path / "out.jsonl").read_text("utf-8"))) == 1

    def test_a_page_by_the_name_of_the_file(self, call: Call, tmp_path: Path) -> None:
        call("read", "-o", tmp_path / "out.html", stdin=TEXT.encode())
        assert (tmp_path / "out.html").read_text("utf-8").startswith("<!doctype html>")

    def test_where_nothing_can_be_written(self, call: Call, tmp_path: Path) -> None:
        done = call("read", "-o", tmp_path / "none" / "out.jsonl", stdin=TEXT.encode())
        assert done.status == 2
        assert "out.jsonl: cannot write: no such file or directory" in done.errors[0]

    def test_a_failure_leaves_the_old_file_as_it_was(
        self, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "out.html").write_text("old")
        monkeypatch.setattr("mawqif.export.html.page", lambda readings: 1 / len(readings[:0]))
        assert call("read", "-o", tmp_path / "out.html", stdin=TEXT.encode()).status == 1
        assert [file.name for file in tmp_path.iterdir()] == ["out.html"]
        assert (tmp_path / "out.html").read_text() == "old"

    def test_a_full_disk_is_one_line(self, run: Call) -> None:
        if not Path("/dev/full").exists():
            pytest.skip("no /dev/full on this system")
        with Path("/dev/full").open("wb") as full:
            done = run("read", stdin=TEXT.encode(), stdout=full)
        assert done.status == 1
        assert done.errors == ["No space left on device: while writing"]


class TestTable:
    def test_in_a_terminal_the_article_and_its_statements(self, in_terminal: Call, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        done = in_terminal("read", "a.txt")
        assert done.status == 0
        assert "\x1b[" in done.out
        plain = re.sub(r"\x1b\[[0-9;]*m", "", done.out)
        assert "وقد يعكس ذلك ضغوطا." in plain
        assert "محمد سالم" in plain

    def test_voices_have_signs_where_there_is_no_colour(self, call: Call) -> None:
        done = call("read", "--format", "table", stdin=TEXT.encode())
        assert "\x1b" not in done.out
        assert "≈ وقد يعكس ذلك ضغوطا." in done.out

    def test_lines_are_set_from_the_right_and_kept_together(self, call: Call) -> None:
        lines = call("read", "--format", "table", stdin="خبر قصير.".encode()).out.splitlines()
        (line,) = (line for line in lines if "خبر قصير" in line)
        assert re.fullmatch(" {60,}\u2067.*\u2069", line)

    def test_text_cannot_command_the_terminal(self, in_terminal: Call, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("\x1b]0;owned\x07\x1b[2J\x9b31m قال [bold]الوزير[/bold] إن القرار نهائي.")
        done = in_terminal("read", "a.txt")
        assert done.status == 0
        assert not re.search(r"\x1b(?!\[[0-9;]*m)|\x07|\x9b", done.out)
        assert "[bold]" in done.out

    def test_file_names_cannot_command_the_terminal(self, in_terminal: Call, tmp_path: Path) -> None:
        (tmp_path / "\x1b[2J.txt").write_text("")
        done = in_terminal("read", ".")
        assert "\x1b" not in done.out
        assert "\\x1b[2J.txt: empty" in done.out

    def test_no_statements(self, call: Call) -> None:
        assert "no statements" in call("read", "--format", "table", stdin="صباح الخير.".encode()).out


def without_privilege() -> list[str]:
    """How to start a program that has to ask for permission: root may read anything while it has that capability."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root may read everything, and there is no setpriv to give that up")
    return ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--inh-caps", "-all"]


def test_a_folder_without_permission(run: Call, tmp_path: Path) -> None:
    (shut := tmp_path / "shut").mkdir(mode=0o000)
    done = run("read", shut, "-", stdin=TEXT.encode(), before=without_privilege())
    assert done.status == 1
    assert done.errors == [
        f"{shut}: cannot be read: permission denied; allow reading it (chmod u+r; for a folder u+rx)"
    ]
    assert len(rows(done.out)) == 1
