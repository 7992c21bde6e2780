"""The benchmarks measure what they say, and write between their own markers only."""

from __future__ import annotations

import gzip
import json
import sys
from itertools import islice
from pathlib import Path

import pytest
from bench.events_speed import measure as measure_events
from bench.events_speed import reports_of
from bench.events_speed import speed_table as events_table
from bench.page import PAGE, machine, put, report, table
from bench.read_speed import articles, best_of, measure, peak_memory, profile_table, profiled, speed_table
from bench.startup import ARTICLE, run

import mawqif
from bench import ledger_speed, news

TEXT = "head\n<!-- one:begin -->\nold\n<!-- one:end -->\n<!-- two:begin -->\nkept\n<!-- two:end -->\ntail\n"


def test_a_section_replaces_what_stands_between_its_markers():
    assert put(TEXT, "one", "new") == TEXT.replace("old", "new")
    assert put(put(TEXT, "one", "new"), "one", "old") == TEXT


def test_a_page_without_markers_is_refused():
    with pytest.raises(ValueError, match="three:begin"):
        put(TEXT, "three", "new")


def test_the_page_has_a_place_for_every_benchmark():
    text = PAGE.read_text(encoding="utf-8")
    assert all(
        put(text, name, "x") != text for name in ("read_speed", "profile", "startup", "events_speed", "ledger_speed")
    )


def test_a_report_is_printed_and_written_where_asked(tmp_path: Path, capsys):
    page = tmp_path / "page.md"
    page.write_text(TEXT, encoding="utf-8")
    report("two", "seen", write=False, page=page)
    assert page.read_text(encoding="utf-8") == TEXT
    report("two", "written", write=True, page=page)
    assert page.read_text(encoding="utf-8") == TEXT.replace("kept", "written")
    assert capsys.readouterr().out == "seen\nwritten\n"


def test_tables_are_markdown():
    assert table(("a", "b"), [("1", "2")]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"


def test_words_and_articles_are_counted_and_only_reading_is_timed():
    corpus = [{"text": "كلمة وكلمة"}, {"text": "ثلاث كلمات هنا"}]
    read: list[str] = []
    speed = measure(lambda article: read.append(article["text"]), corpus)
    assert (speed.articles, speed.words) == (2, 5)
    assert read == [article["text"] for article in corpus]
    assert 0 < speed.slowest <= speed.seconds < 1
    assert speed.words_per_second == pytest.approx(5 / speed.seconds)
    assert "| words | 5 |" in speed_table(speed, peak_memory())


def test_the_best_of_several_runs_is_told_with_the_others(tmp_path: Path):
    path = tmp_path / "corpus.jsonl"
    path.write_text(json.dumps({"text": "قال الوزير إن العمل بدأ."}) + "\n", encoding="utf-8")
    speed, memory, every = best_of(2, path, None)
    assert len(every) == 2
    assert speed.words_per_second == max(one.words_per_second for one in every)
    assert "words a second in every run" in speed_table(speed, memory, every)


@pytest.mark.parametrize("name", ["corpus.jsonl", "corpus.jsonl.gz"])
def test_a_corpus_may_be_zipped(tmp_path: Path, name):
    path = tmp_path / name
    data = (json.dumps({"text": "نص"}) + "\n").encode() * 3
    path.write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    assert [article["text"] for article in articles(path)] == ["نص"] * 3


def test_the_profile_names_files_and_shares():
    text = profile_table(profiled(lambda article: sorted(article["text"]), [{"text": "نص طويل"}] * 5))
    assert "| `built in` |" in text


def test_a_process_is_timed_and_a_failing_one_is_no_result():
    assert 0 < run([sys.executable, "-c", "pass"]) < 30
    with pytest.raises(Exception, match="non-zero exit"):
        run([sys.executable, "-c", "raise SystemExit(1)"])


def test_reports_are_made_to_number_and_the_same_each_time():
    made = list(reports_of(300))
    assert len(made) == 300
    assert made == list(reports_of(300))
    assert made != list(reports_of(300, seed=2))


def test_made_up_reports_become_fewer_events():
    speed = measure_events(list(reports_of(300)))
    assert 10 < speed.events < speed.reports == 300
    assert f"| 300 | {speed.events} |" in events_table([speed])


def test_what_is_measured_is_named():
    assert "Python 3" in machine()
    assert peak_memory() > 1
    assert len(ARTICLE.read_text(encoding="utf-8").split()) > 100


def test_made_up_news_is_the_same_every_time_and_as_long_as_real_news():
    one, two = (list(islice(news.articles(3), 200)) for _ in range(2))
    assert one == two
    assert len({each.url for each in one}) == 200
    assert 280 < sum(len(each.text.split()) for each in one) / 200 < 400
    assert 5.5 < sum(len(mawqif.read_article(each).statements) for each in one) / 200 < 8


def test_made_up_news_of_a_question_answers_it():
    made = list(islice(news.articles(3, 0), 20))
    told = [ledger_speed.model(each).said for each in made]
    assert sum(bool(each[0]) for each in told) > 15
    assert not any(each[1] or each[2] for each in told)


def test_a_ledger_is_filled_and_measured(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(ledger_speed, "POOL", 5)
    monkeypatch.setattr(ledger_speed, "MEASURED", 5)
    monkeypatch.setattr(ledger_speed, "SEARCHES", 40)
    monkeypatch.setattr(ledger_speed, "WARM_UP", 1)
    monkeypatch.setattr(ledger_speed, "VIEWS", 3)
    monkeypatch.setattr(ledger_speed, "BATCH", 10)
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(
        "".join(json.dumps({"text": f"قال الوزير {number} إن الميناء سيفتح."}) + "\n" for number in range(9))
    )
    real = ledger_speed.published([corpus])
    (row,) = ledger_speed.measure("SQLite", str(tmp_path / "made.db"), lambda desk: desk.ledger.size() / 1e6, 100, real)
    assert 100 <= row.statements < 400
    assert row.positions > 5
    assert all(each > 0 for speed in (row.made, row.real) for each in speed)
    assert list(row.answers) == ["board", "timeline", "changes", "search"]
    assert 0 < row.answers["search"].clock <= row.slowest[0] * 2
    assert row.megabytes == pytest.approx((tmp_path / "made.db").stat().st_size / 1e6, rel=0.5)
    assert f"| SQLite | {row.statements} |" in ledger_speed.ledger_table([row])
