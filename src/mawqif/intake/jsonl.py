"""JSON Lines to articles, one line at a time, so that a file of any size passes through."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from mawqif.intake.decode import text_of
from mawqif.model import Article
from mawqif.model.errors import InputError

LONGEST_LINE = 1 << 26
"""Bytes; a longer line is no article (the longest real one we met has 0.1 MB), and reading on would fill the memory."""

_FIELDS = ("outlet", "url", "title", "published")
_SHAPE = 'one JSON object a line with "text" (id, outlet, url, title, published if known)'


def lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream, none longer than `LONGEST_LINE`."""
    return iter(lambda: stream.readline(LONGEST_LINE), b"")


def articles_of(rows: Iterator[bytes], where: str, stem: str | None) -> Iterator[Article | InputError]:
    """Each line as an article or as the error it holds; a line without `id` gets `STEM:LINE` where there is a stem."""
    offset, found = 0, False
    for number, row in enumerate(rows, 1):
        if row.strip():
            found = True
            place = f"{where}, line {number}"
            yield _line(row, place, offset, None if stem is None else f"{stem}:{number}")
            if len(row) == LONGEST_LINE and not row.endswith(b"\n"):
                return
        offset += len(row)
    if not found:
        yield InputError("empty", where=where, expected=_SHAPE, next="check that the file was written")


def _line(row: bytes, where: str, offset: int, given: str | None) -> Article | InputError:
    try:
        if len(row) == LONGEST_LINE:
            raise InputError(f"a line of over {LONGEST_LINE >> 20} MB", where=where, expected=_SHAPE)
        return _article(_parsed(text_of(row, where, offset=offset), where), where, given)
    except InputError as error:
        return error


def _parsed(line: str, where: str) -> Any:
    """The value of one line. Half a surrogate pair, which the fast decoder refuses, is kept as it is."""
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError):
        return _parsed_slowly(line, where)


def _parsed_slowly(line: str, where: str) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        what = f"broken JSON: {error.msg} at column {error.colno}"
    except RecursionError:
        what = "JSON nested too deeply"
    except ValueError as error:
        what = f"broken JSON: {error}"
    raise InputError(what, where=where, expected=_SHAPE, next="correct the line (jq -c . writes one object a line)")


def _article(record: Any, where: str, given: str | None) -> Article:
    if not isinstance(record, dict):
        raise InputError(f"JSON, but {_kind(record)}", where=where, expected=_SHAPE)
    if "text" not in record:
        raise InputError('no "text"', where=where, expected=_SHAPE, next=_found(record))
    text = record.pop("text")
    if not isinstance(text, str):
        raise InputError(f'"text" is {_kind(text)}', where=where, expected="the article as one string")
    if not text.strip():
        raise InputError('"text" is empty', where=where, expected="the article as one string")
    fields = {name: _string(record.pop(name, None), name, where) for name in _FIELDS}
    return Article(text=text, id=_id(record.pop("id", None), where) or given, meta=record, **fields)


def _found(record: dict[str, Any]) -> str:
    keys = ", ".join(map(repr, list(record)[:8])) or "none"
    return f"its keys: {keys}"


def _id(value: Any, where: str) -> str | None:
    """Numbers are common as ids and mean the same written out."""
    return str(value) if type(value) is int and abs(value) < 1 << 64 else _string(value, "id", where)


def _string(value: Any, name: str, where: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise InputError(f'"{name}" is {_kind(value)}', where=where, expected="a string or null")


def _kind(value: Any) -> str:
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")
