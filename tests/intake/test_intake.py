"""What comes in: every kind of source, and every way in which one can be broken."""

from __future__ import annotations

import gzip
import io
import json
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mawqif.intake import articles, jsonl
from mawqif.model import Article
from mawqif.model.errors import InputError

TEXT = "قال الوزير إن بلاده لن ترسل قوات."
LINE = json.dumps({"text": TEXT}, ensure_ascii=False).encode()


def read(*paths: Path | str, stdin: bytes = b"") -> list[Article | InputError]:
    return list(articles(paths, io.BytesIO(stdin)))


def write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def only_error(*paths: Path | str, stdin: bytes = b"") -> str:
    (found,) = read(*paths, stdin=stdin)
    assert isinstance(found, InputError)
    assert "\n" not in str(found)
    return str(found)


def ids(found: list[Article | InputError]) -> list[str | None]:
    return [item.id if isinstance(item, Article) else f"! {item.where}" for item in found]


class TestText:
    def test_text_is_kept_to_the_byte_and_named_after_its_file(self, tmp_path: Path) -> None:
        text = "  سطر\r\nآخر\t\n\n"
        assert read(write(tmp_path / "خبر 1.txt", text.encode())) == [Article(text=text, id="خبر 1")]

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    def test_a_byte_order_mark_says_the_encoding_and_is_no_text(self, tmp_path: Path, encoding: str) -> None:
        assert read(write(tmp_path / "a.txt", TEXT.encode(encoding))) == [Article(text=TEXT, id="a")]

    def test_a_false_byte_order_mark(self, tmp_path: Path) -> None:
        assert "not UTF-16" in only_error(write(tmp_path / "a.txt", b"\xff\xfea"))

    def test_not_utf8_names_the_byte_and_the_remedy(self, tmp_path: Path) -> None:
        said = only_error(write(tmp_path / "a.txt", b"abc" + TEXT.encode("cp1256")))
        assert "a.txt: not UTF-8: byte 0xDE at byte 3" in said
        assert "iconv -f WINDOWS-1256" in said

    @pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf"])
    def test_empty(self, tmp_path: Path, data: bytes) -> None:
        assert "a.txt: empty" in only_error(write(tmp_path / "a.txt", data))

    def test_binary(self, tmp_path: Path) -> None:
        said = only_error(write(tmp_path / "a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"))
        assert "binary data (a zero byte at byte 8)" in said

    def test_suffixes_in_capitals(self, tmp_path: Path) -> None:
        assert ids(read(write(tmp_path / "A.TXT", b"a"))) == ["A"]


class TestJsonLines:
    def test_every_field_and_the_rest_as_meta(self, tmp_path: Path) -> None:
        known = {"id": "a", "outlet": "o", "url": "u", "title": "t", "published": "2026-01-06", "text": TEXT}
        path = write(tmp_path / "a.jsonl", json.dumps({**known, "lang": "ar"}).encode())
        assert read(path) == [Article(**known, meta={"lang": "ar"})]

    def test_ids(self, tmp_path: Path) -> None:
        path = write(tmp_path / "n.jsonl", b'{"text":"a"}\n\n{"text":"b","id":7}\n{"text":"c","id":"x"}\n')
        assert ids(read(path)) == ["n:1", "7", "x"]

    def test_gzip(self, tmp_path: Path) -> None:
        assert ids(read(write(tmp_path / "n.jsonl.gz", gzip.compress(LINE)))) == ["n:1"]

    def test_gzip_that_breaks_off_keeps_what_came_before(self, tmp_path: Path) -> None:
        rows = b"\n".join(json.dumps({"text": os.urandom(2000).hex()}).encode() for _ in range(50))
        found = read(write(tmp_path / "n.jsonl.gz", gzip.compress(rows)[:-20_000]))
        assert ids(found)[0] == "n:1"
        assert "broken gzip data" in str(found[-1])

    def test_not_gzip(self, tmp_path: Path) -> None:
        assert "broken gzip data" in only_error(write(tmp_path / "n.jsonl.gz", LINE))

    def test_a_broken_line_is_named_and_the_rest_goes_on(self, tmp_path: Path) -> None:
        rows = [LINE] * 6 + [b'{"text": "a",}'] + [LINE]
        found = read(write(tmp_path / "n.jsonl", b"\n".join(rows)))
        assert ids(found) == [*(f"n:{n}" for n in range(1, 7)), f"! {tmp_path}/n.jsonl, line 7", "n:8"]
        assert "broken JSON" in str(found[6])
        assert "at column 1" in str(found[6])

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ('{"title": "t", "body": "b"}', 'no "text"; expected one JSON object a line'),
            ('{"title": "t", "body": "b"}', "its keys: 'title', 'body'"),
            ('{"text": 5}', '"text" is a number'),
            ('{"text": null}', '"text" is null'),
            ('{"text": ["a"]}', '"text" is a list'),
            ('{"text": "  "}', '"text" is empty'),
            ('{"text": "a", "published": 20260106}', '"published" is a number; expected a string or null'),
            ('{"text": "a", "id": true}', '"id" is true or false'),
            ('{"text": "a", "id": 1' + "0" * 5000 + "}", "broken JSON"),
            ("[1]", "JSON, but a list"),
            ('"text"', "JSON, but a string"),
            ("{", "broken JSON"),
            ('{"text": ' + "[" * 100_000, "nested too deeply"),
        ],
    )
    def test_wrong_lines(self, tmp_path: Path, line: str, said: str) -> None:
        assert said in only_error(write(tmp_path / "n.jsonl", line.encode()))

    def test_the_byte_that_is_not_utf8_counts_from_the_beginning_of_the_file(self, tmp_path: Path) -> None:
        path = write(tmp_path / "n.jsonl", b'{"text":"a"}\n{"text":"\xe1"}\n{"text":"b"}')
        found = read(path)
        assert ids(found) == ["n:1", f"! {path}, line 2", "n:3"]
        assert "byte 0xE1 at byte 22" in str(found[1])

    def test_half_a_surrogate_pair_is_kept(self, tmp_path: Path) -> None:
        assert read(write(tmp_path / "n.jsonl", b'{"text": "a\\ud800b"}')) == [Article(text="a\ud800b", id="n:1")]

    def test_line_separators_inside_a_string_end_no_line(self, tmp_path: Path) -> None:
        path = write(tmp_path / "n.jsonl", '{"text": "a\u2028b\u0085c"}'.encode("utf-16"))
        assert read(path) == [Article(text="a\u2028b\u0085c", id="n:1")]

    def test_empty(self, tmp_path: Path) -> None:
        assert "n.jsonl: empty" in only_error(write(tmp_path / "n.jsonl", b"\n \n"))

    def test_an_endless_line_is_not_read_to_its_end(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(jsonl, "LONGEST_LINE", 1 << 20)
        assert "a line of over 1 MB" in only_error(write(tmp_path / "n.jsonl", b"{" * (3 << 20)))

    def test_lines_come_while_the_file_is_still_being_read(self, tmp_path: Path) -> None:
        rows = io.BytesIO(b'{"text":"a"}\n' * 100_000)
        found = articles(["-"], rows)
        assert next(found) == Article(text="a")
        assert rows.tell() < 100_000

    @given(st.lists(st.text().filter(str.strip), min_size=1))
    def test_any_text_comes_in_as_it_was_written(self, texts: list[str]) -> None:
        rows = "\n".join(json.dumps({"text": text}) for text in texts).encode()
        assert [a.text for a in read("-", stdin=rows) if isinstance(a, Article)] == texts

    @given(st.binary())
    def test_no_bytes_raise(self, data: bytes) -> None:
        assert read("-", stdin=data)
        assert read("-", stdin=b"{" + data)


class TestStandardInput:
    def test_text(self) -> None:
        assert read("-", stdin=TEXT.encode()) == [Article(text=TEXT)]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_json_lines_after_white_space(self, encoding: str) -> None:
        rows = '\n  {"text": "a"}\n{"text": "b", "id": "x"}'.encode(encoding)
        assert read("-", stdin=rows) == [Article(text="a"), Article(text="b", id="x")]

    def test_leading_space_of_a_text_is_text(self) -> None:
        assert read("-", stdin=b"\n\n a\nb") == [Article(text="\n\n a\nb")]

    def test_errors_name_standard_input(self) -> None:
        assert only_error("-").startswith("standard input: empty")
        assert only_error("-", stdin=b"{").startswith("standard input, line 1: broken JSON")


class TestFolders:
    def test_in_order_of_name_through_all_levels(self, tmp_path: Path) -> None:
        for name in ("b.txt", "a/2.txt", "a/1.jsonl", "c/d/e.txt", ".hidden/x.txt", ".x.txt", "readme.md"):
            write(tmp_path / name, LINE)
        assert ids(read(tmp_path)) == ["1:1", "2", "b", "e"]

    def test_without_articles(self, tmp_path: Path) -> None:
        assert "no article files in this folder" in only_error(tmp_path)

    def test_a_circle_of_links_ends(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt", b"a")
        (tmp_path / "again").symlink_to(tmp_path)
        assert ids(read(tmp_path)) == ["a"]

    def test_a_folder_without_permission_is_named_and_the_rest_goes_on(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(tmp_path / "shut/a.txt", b"a")
        write(tmp_path / "z.txt", b"z")
        real = os.scandir

        def refuse(path: str | Path) -> object:
            if Path(path).name == "shut":
                raise PermissionError(13, "Permission denied", str(path))
            return real(path)

        monkeypatch.setattr(os, "scandir", refuse)
        found = read(tmp_path)
        assert ids(found) == [f"! {tmp_path}/shut", "z"]
        assert "cannot be read: permission denied; allow reading it" in str(found[0])


class TestPaths:
    def test_missing(self, tmp_path: Path) -> None:
        assert "cannot be read: no such file or directory; check the path" in only_error(tmp_path / "none.txt")

    def test_another_kind(self, tmp_path: Path) -> None:
        assert "not a kind of file Mawqif reads" in only_error(write(tmp_path / "a.docx", b"a"))

    def test_web_pages_are_declined_with_a_remedy(self, tmp_path: Path) -> None:
        assert "save the text of the page as .txt" in only_error(write(tmp_path / "a.html", b"<p>a"))

    def test_a_pipe_is_read_like_standard_input(self, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        writer = threading.Thread(target=pipe.write_bytes, args=(LINE,))
        writer.start()
        assert read(pipe) == [Article(text=TEXT)]
        writer.join()

    def test_in_the_order_given(self, tmp_path: Path) -> None:
        paths = [write(tmp_path / f"{name}.txt", b"a") for name in "cab"]
        assert ids(read(paths[0], "-", paths[1], paths[2], stdin=b"a")) == ["c", None, "a", "b"]
