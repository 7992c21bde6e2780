"""Gold and readings from JSONL files: the same records the reader makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from mawqif.model import Article, Reading
from mawqif.model.errors import InputError

Record = TypeVar("Record")

WANTED = "one JSON object with id, sentences and statements"
_UNKNOWN: dict[str, Any] = {
    "nested": False,
    "cue": None,
    "source": None,
    "when": None,
    "said_on": None,
    "channel": None,
    "audience": None,
    "via": None,
    "conditions": [],
    "rule": "",
}
_NOBODY: dict[str, Any] = {"name": None, "kind": None}
_HEADER: dict[str, Any] = {
    "id": None,
    "title": None,
    "outlet": None,
    "published": None,
    "sentences": [],
    "statements": [],
}


class Gold(msgspec.Struct, frozen=True, kw_only=True):
    """An article with the reading that people made of it; `id` is unique in its file."""

    id: str
    article: Article
    reading: Reading

    @property
    def source(self) -> str:
        """Where the article was taken from: its id up to the last hyphen."""
        return self.id.rpartition("-")[0] or self.id


def load_gold(path: Path | str) -> tuple[Gold, ...]:
    """Read a gold file, one article with its annotation a line, in order; `InputError` names a line that is wrong."""
    return tuple(_each(Path(path), gold_from_json).values())


def load_readings(path: Path | str) -> dict[str, Reading]:
    """Read a file of readings as `mawqif read --format jsonl` prints them, by article id; raises `InputError`."""
    return _each(Path(path), reading_from_json)


def gold_from_json(line: dict[str, Any]) -> Gold:
    """One gold line: an article with `sentences` and `statements`, their speaker spread over three keys."""
    statements = [
        statement | {"speaker": _spread_speaker(statement), "rule": "gold"} for statement in line["statements"]
    ]
    return Gold(
        id=line["id"],
        article=msgspec.convert(line, Article),
        reading=reading_from_json(line | {"statements": statements}),
    )


def reading_from_json(line: dict[str, Any]) -> Reading:
    """A reading from its JSON form; keys left out count as unknown. Raises `msgspec.ValidationError`."""
    statements = [
        _UNKNOWN | statement | {"speaker": _NOBODY | (statement.get("speaker") or {})}
        for statement in line.get("statements", [])
    ]
    return msgspec.convert(_HEADER | line | {"statements": statements}, Reading)


def _spread_speaker(statement: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": statement.get("speaker"),
        "kind": statement.get("kind"),
        "speaks_for": statement.get("speaks_for"),
    }


def _each(path: Path, make: Callable[[dict[str, Any]], Record]) -> dict[str, Record]:
    records: dict[str, Record] = {}
    for number, line in _lines(path):
        try:
            fields = msgspec.json.decode(line, type=dict[str, Any])
            key = fields["id"]
            record = make(fields)
        except (msgspec.MsgspecError, KeyError) as error:
            raise InputError(_reason(error), where=f"{path}, line {number}", expected=WANTED) from error
        if key in records:
            raise InputError(f"the id {key!r} stands on an earlier line too", where=f"{path}, line {number}")
        records[key] = record
    return records


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", where=str(path)) from error
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 at byte {error.start}", where=str(path)) from error
    return ((number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip())


def _reason(error: Exception) -> str:
    return f"the key {error} is missing" if isinstance(error, KeyError) else str(error)
