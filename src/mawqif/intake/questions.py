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
_HEADING = re.compile(r"\[\[\s*question\s*\]\]")
_KEYS = ("id", "title", "target", "about", "since", "until", "actors")
_EXAMPLE = "see mawqif ask --example"


def load_questions(path: Path | str) -> tuple[Question, ...]:
    """The questions of a file, in order. Raises `InputError` naming file, line and key of the first thing that is wrong."""
    where = str(path)
    try:
        text = Path(path).read_text("utf-8-sig")
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=where, expected="a question file") from error
    except UnicodeDecodeError as error:
        what = f"not UTF-8: byte 0x{error.object[error.start]:02X} at byte {error.start}"
        raise InputError(what, where=where, expected="a TOML file in UTF-8") from error
    return questions_of(text, where)


def questions_of(text: str, where: str) -> tuple[Question, ...]:
    """The questions of a TOML text; `where` names it in errors."""
    tables = _tables(text, where)
    found = tuple(_Table(text, where, number, table).question() for number, table in enumerate(tables))
    taken: set[str] = set()
    for number, question in enumerate(found):
        if question.id in taken:
            line = _line(text, "id", number)
            raise InputError(
                f"the id “{question.id}” is taken twice", where=f"{where}:{line}", expected="one id a question"
            )
        taken.add(question.id)
    return found


def _tables(text: str, where: str) -> list[dict[str, Any]]:
    """The [[question]] tables of a text, and nothing else in it."""
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _no_toml(str(error), text, where) from error
    for key in data:
        if key != "question":
            raise InputError(f"unknown table “{key}”", where=f"{where}:{_line(text, key, -1)}", expected="[[question]]")
    tables = data.get("question")
    if not tables:
        raise InputError("no question in it", where=where, expected="tables headed [[question]]", next=_EXAMPLE)
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        line = _line(text, "question", -1)
        raise InputError("a question that is no list", where=f"{where}:{line}", expected="tables headed [[question]]")
    return tables


def _no_toml(said: str, text: str, where: str) -> InputError:
    """The parser's complaint, with its line in front."""
    what, found, at = said.rpartition(" (at ")
    line = re.match(r"line (\d+)", at)
    place = line[1] if line else max(1, len(text.splitlines()))
    return InputError(f"no valid TOML: {what or said}", where=f"{where}:{place}" if found else where, next=_EXAMPLE)


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
        """Both languages; one string is the Arabic title."""
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
        """Groups of words; a plain list of words is one group."""
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
    if value is None:
        return "missing"
    text = repr(value)
    return "empty" if value in ([], "", {}) else f"not understood, {text[:60]}{'…' * (len(text) > 60)}"


def _line(text: str, key: str, table: int) -> int:
    """The line (from 1) of a key in the given [[question]] (-1: anywhere), or of its heading where the key is missing."""
    heading = 1
    for number, line, current in _lines(text):
        if table not in (-1, current):
            continue
        if current == table and _HEADING.match(line):
            heading = number
        if re.match(rf"""\[*\s*(question\s*\.\s*)?["']?{re.escape(key)}["']?\s*[\].=]""", line):
            return number
    return heading


def _lines(text: str) -> Iterator[tuple[int, str, int]]:
    """Number and words of every line, and the number (from 0) of the [[question]] that it stands in."""
    current = -1
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        current += bool(_HEADING.match(stripped))
        yield number, stripped, current
