"""Question files: what a person may write, and what each mistake is answered with: file, line, key and what is right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mawqif.intake.questions import load_questions, questions_of
from mawqif.model import Question
from mawqif.model.errors import InputError
from mawqif.model.question import Title

FULL = """\
# Ships on the lake
[[question]]
id = "lake-watch"
title = { ar = "مراقبة البحيرة", en = "Watching the lake" }
target = ["إرسال سفن", "المشاركة في الدورية"]
about = [["البحيرة"], ["سفن", "دورية"]]
since = 2025-01-01
until = 2025-12-31
actors = "states"

[[question]]
id = "dam-2"
target = [
  "بناء السد",
]
"""
SHORT = '[[question]]\nid = "dam"\ntarget = ["بناء السد"]\n'


def refused(text: str) -> str:
    with pytest.raises(InputError) as caught:
        questions_of(text, "q.toml")
    assert "\n" not in str(caught.value)
    return str(caught.value)


class TestRead:
    def test_every_key_and_the_defaults(self):
        assert questions_of(FULL, "q.toml") == (
            Question(
                id="lake-watch",
                title=Title(ar="مراقبة البحيرة", en="Watching the lake"),
                target=("إرسال سفن", "المشاركة في الدورية"),
                about=(("البحيرة",), ("سفن", "دورية")),
                since=date(2025, 1, 1),
                until=date(2025, 12, 31),
                actors="states",
            ),
            Question(id="dam-2", target=("بناء السد",)),
        )

    @pytest.mark.parametrize(
        ("line", "key", "value"),
        [
            ('title = "السد"', "title", Title(ar="السد")),
            ('title = { en = "The dam" }', "title", Title(en="The dam")),
            ('since = "2025-01-01"', "since", date(2025, 1, 1)),
            ('about = ["سد", "نهر"]', "about", (("سد", "نهر"),)),
            ("about = []", "about", ()),
            ('actors = "organisations"', "actors", "organisations"),
            ('[question.title]\nar = "السد"', "title", Title(ar="السد")),
        ],
    )
    def test_other_ways_to_write(self, line, key, value):
        (question,) = questions_of(SHORT + line, "q.toml")
        assert getattr(question, key) == value

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_files_as_editors_write_them(self, tmp_path: Path, encoding, end):
        path = tmp_path / "q.toml"
        path.write_bytes(FULL.replace("\n", end).encode(encoding))
        assert load_questions(path) == load_questions(str(path)) == questions_of(FULL, "q.toml")

    def test_a_period_covers_its_first_and_last_day(self):
        question = questions_of(FULL, "q.toml")[0]
        days = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1)]
        assert [question.covers(day) for day in days] == [False, True, True, False]
        assert questions_of(SHORT, "q.toml")[0].covers(date(1, 1, 1))


class TestFilesThatCannotBeRead:
    def test_none_there(self, tmp_path: Path):
        with pytest.raises(
            InputError, match=r"none\.toml: cannot be read: No such file or directory; expected a question file"
        ):
            load_questions(tmp_path / "none.toml")

    def test_a_folder(self, tmp_path: Path):
        with pytest.raises(InputError, match="cannot be read: Is a directory"):
            load_questions(tmp_path)

    def test_another_encoding(self, tmp_path: Path):
        path = tmp_path / "q.toml"
        path.write_bytes(FULL.encode("cp1256"))
        with pytest.raises(
            InputError, match=r"q\.toml: not UTF-8: byte 0x\w\w at byte \d+; expected a TOML file in UTF-8"
        ):
            load_questions(path)

    @pytest.mark.parametrize("text", ["", "\n# nothing\n", "question = []"])
    def test_empty(self, text):
        assert refused(text).startswith(
            "q.toml: no question in it; expected tables headed [[question]]; see mawqif ask"
        )

    @pytest.mark.parametrize(
        ("text", "line"),
        [(SHORT + "target = [", 4), (SHORT + 'id = "again"', 4), ("[[question\n", 1), ('id = "x', 1), ("id = 1\n=", 2)],
    )
    def test_no_toml(self, text, line):
        assert refused(text).startswith(f"q.toml:{line}: no valid TOML: ")

    def test_toml_no_parser_survives(self):
        assert refused("a = " + "[" * 5000).startswith("q.toml: no valid TOML: ")

    def test_one_question_not_in_a_list(self):
        said = refused('\n[question]\nid = "dam"')
        assert said == "q.toml:2: a question that is no list; expected tables headed [[question]]"
        assert refused('question = ["dam"]').startswith("q.toml:1: a question that is no list")

    @pytest.mark.parametrize(
        ("text", "line", "key"),
        [
            (SHORT + "[[questions]]\nid = 'x'", 4, "questions"),
            ('name = "السد"\n' + SHORT, 1, "name"),
            ("\n[Question]\nid = 'x'", 2, "Question"),
        ],
    )
    def test_unknown_tables(self, text, line, key):
        assert refused(text) == f"q.toml:{line}: unknown table “{key}”; expected [[question]]"


class TestKeys:
    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ('targets = ["x"]', "q.toml:4: targets: unknown key; expected “target”"),
            ('"sinse" = 2025-01-01', "q.toml:4: sinse: unknown key; expected “since”"),
            ("colour = 1", "q.toml:4: colour: unknown key; expected id, title, target, about, since, until, actors"),
            ("since = 2025-01-01T10:00:00Z", "q.toml:4: since: not understood, "),
            ("since = 20250101", "q.toml:4: since: not understood, 20250101; expected a day, 2025-10-01"),
            ('until = "1 May"', "q.toml:4: until: not understood, '1 May'; expected a day, 2025-10-01"),
            ('until = "2025-02-30"', "q.toml:4: until: not understood, '2025-02-30'; expected a day"),
            ("since = 2025-02-01\nuntil = 2025-01-01", "q.toml:5: until: 2025-01-01 lies before since, 2025-02-01;"),
            (
                'actors = "people"',
                """q.toml:4: actors: not understood, 'people'; expected "states" or "organisations" or "any\"""",
            ),
            ("actors = []", "q.toml:4: actors: empty; expected"),
            ('about = "سد"', "q.toml:4: about: not understood, 'سد'; expected lists of words, "),
            ('about = [["سد"], []]', "q.toml:4: about: not understood, "),
            ('about = [["سد"], "نهر"]', "q.toml:4: about: not understood, "),
            ("about = [[1]]", "q.toml:4: about: not understood, [[1]]"),
            (
                'title = { fr = "Le barrage" }',
                "q.toml:4: title: not understood, {'fr': 'Le barrage'}; expected { ar = ",
            ),
            ("title = { ar = 1 }", "q.toml:4: title: not understood, "),
            ("title = 1", "q.toml:4: title: not understood, 1;"),
            ('[question.title]\nde = "Damm"', "q.toml:4: title: not understood, "),
        ],
    )
    def test_wrong(self, line, said):
        assert refused(SHORT + line).startswith(said)

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ('target = ["x"]', "q.toml:3: id: missing; expected small letters, digits and hyphens, as gaza-force"),
            ('id = ""\ntarget = ["x"]', "q.toml:4: id: empty; expected small letters"),
            ('id = "Dam"\ntarget = ["x"]', "q.toml:4: id: not understood, 'Dam'"),
            ('id = "سد"\ntarget = ["x"]', "q.toml:4: id: not understood, 'سد'"),
            ('id = 7\ntarget = ["x"]', "q.toml:4: id: not understood, 7"),
            ('id = "dam"', "q.toml:3: target: missing; expected a list of Arabic phrases"),
            ('id = "dam"\ntarget = []', "q.toml:5: target: empty; expected a list of Arabic phrases"),
            ('id = "dam"\ntarget = "السد"', "q.toml:5: target: not understood, 'السد'; expected a list"),
            ('id = "dam"\ntarget = ["السد", " "]', "q.toml:5: target: not understood, ['السد', ' ']"),
        ],
    )
    def test_missing_or_wrong_where_they_must_be(self, text, said):
        assert refused(f"# a remark\n\n[[question]]\n{text}\n").startswith(said)

    def test_the_line_is_that_of_the_second_question(self):
        assert refused(FULL + 'since = "soon"').startswith("q.toml:16: since: ")
        assert refused(FULL + SHORT + "since = 1").startswith("q.toml:19: since: ")

    def test_an_id_taken_twice(self):
        assert refused(SHORT + SHORT) == "q.toml:5: the id “dam” is taken twice; expected one id a question"

    def test_a_long_value_is_cut(self):
        assert len(refused(f"{SHORT}since = '{'ب' * 500}'")) < 200


@settings(deadline=None)
@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from([*FULL.splitlines(keepends=True), "[[", "=\n", '"\n', "id = 1\n"])).map("".join)
)
def test_any_text_is_read_or_refused_in_one_line(text: str):
    try:
        found: object = questions_of(text, "q.toml")
    except InputError as error:
        found = str(error)
    assert found
    assert isinstance(found, tuple) or (found.startswith("q.toml") and "\n" not in found)
