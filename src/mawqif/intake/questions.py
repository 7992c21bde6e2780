"""Question files: TOML in, questions out; what is wrong is named with its line and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, cast, get_args

from mawqif.model import Question
from mawqif.model.errors import InputError
from mawqif.model.question import Actors, Title

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
_KEYS = ("id", "title", "target", "about", "since", "until", "actors")
_EXAMPLE = "see mawqif ask --example"


def load_questions(path: Path | str) -> tuple[Question, ...]:
    """The questions of a file, in order. Raises `InputError` naming file, line and key of the first thing that is wrong."""
    where = str(path)
    try:
        text = Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"the question file cannot be read ({error})", where=where, expected="a TOML file in UTF-8"
        ) from error
    return questions_of(text, where)


def questions_of(text: str, where: str) -> tuple[Question, ...]:
    """The questions of a TOML text; `where` names it in errors."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"no valid TOML: {error}", where=where, next=_EXAMPLE) from error
    tables = data.get("question")
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        raise InputError("no question in it", where=where, expected="tables headed [[question]]", next=_EXAMPLE)
    for key in data:
        if key != "question":
            raise InputError(f"unknown table “{key}”", where=f"{where}:{_line(text, key)}", expected="[[question]]")
    found = tuple(_Table(text, where, number, table).question() for number, table in enumerate(tables))
    for number, question in enumerate(found):
        if any(question.id == other.id for other in found[:number]):
            line = _line(text, "id", number)
            raise InputError(
                f"the id “{question.id}” is taken twice", where=f"{where}:{line}", expected="one id a question"
            )
    return found


class _Table:
    """One [[question]] of a file, checked key by key."""

    def __init__(self, text: str, where: str, number: int, table: dict[str, Any]) -> None:
        self.text, self.where, self.number, self.table = text, where, number, table

    def question(self) -> Question:
        for key in self.table:
            if key not in _KEYS:
                near = get_close_matches(key, _KEYS, 1)
                expected = f"“{near[0]}”" if near else ", ".join(_KEYS)
                raise self._error(key, "unknown key", expected)
        since, until = self._day("since"), self._day("until")
        if since and until and since > until:
            raise self._error("until", f"{until} lies before since, {since}", "a day not before it")
        return Question(
            id=self._id(), title=self._title(), target=self._phrases("target"), about=self._about(),
            since=since, until=until, actors=self._actors(),
        )  # fmt: skip

    def _id(self) -> str:
        value = self.table.get("id")
        if not isinstance(value, str) or not _SLUG.fullmatch(value):
            raise self._error("id", _said(value), "small letters, digits and hyphens, as gaza-force")
        return value

    def _title(self) -> Title:
        value = self.table.get("title", {})
        if isinstance(value, str):
            return Title(ar=value)
        if not isinstance(value, dict) or not all(k in ("ar", "en") and isinstance(v, str) for k, v in value.items()):
            raise self._error("title", _said(value), '{ ar = "…", en = "…" }')
        return Title(**value)

    def _phrases(self, key: str) -> tuple[str, ...]:
        value = self.table.get(key)
        if not _is_words(value) or not value:
            raise self._error(key, _said(value), "a list of Arabic phrases")
        return tuple(value)

    def _about(self) -> tuple[tuple[str, ...], ...]:
        value = self.table.get("about", [])
        if _is_words(value):
            value = [value] if value else []
        if not isinstance(value, list) or not all(_is_words(group) and group for group in value):
            raise self._error("about", _said(value), 'lists of words, [["غزة"], ["قوات", "جنود"]]')
        return tuple(tuple(group) for group in value)

    def _day(self, key: str) -> date | None:
        value = self.table.get(key)
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError:
                raise self._error(key, _said(value), "a day, 2025-10-01") from None
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            raise self._error(key, _said(value), "a day, 2025-10-01")
        return value

    def _actors(self) -> Actors:
        value = self.table.get("actors", "any")
        if value not in get_args(Actors):
            raise self._error("actors", _said(value), " or ".join(f'"{one}"' for one in get_args(Actors)))
        return cast("Actors", value)

    def _error(self, key: str, what: str, expected: str) -> InputError:
        line = _line(self.text, key, self.number)
        return InputError(f"{key}: {what}", where=f"{self.where}:{line}", expected=expected)


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value)


def _said(value: Any) -> str:
    return "missing" if value is None else f"not understood, {value!r}"[:80]


def _line(text: str, key: str, table: int = 0) -> int:
    """The line (from 1) of a key in the given [[question]], or of its heading where the key is missing."""
    heading = 1
    for number, line, current in _lines(text):
        if current == table and line.startswith("[["):
            heading = number
        if current == table and re.match(rf"\[*{re.escape(key)}\s*[\].=]", line):
            return number
    return heading


def _lines(text: str) -> Iterator[tuple[int, str, int]]:
    current = -1
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if stripped.replace(" ", "").startswith("[[question]]"):
            current += 1
        yield number, stripped, current
