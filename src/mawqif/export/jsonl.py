"""Records as JSON Lines: the form of readings that scripts and scorers rely on."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from mawqif.model import Reading

_ENCODER = msgspec.json.Encoder()


def line(record: Any) -> bytes:
    r"""One record (a `Struct`, or plain lists and dicts of them) as one line of UTF-8 JSON, line break included.

    Half a surrogate pair, which UTF-8 cannot hold, is written as its `\uXXXX` escape, so that nothing is lost.
    """
    try:
        return _ENCODER.encode(record) + b"\n"
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(record), separators=(",", ":")).encode("ascii") + b"\n"


def reading_line(reading: Reading, *, with_text: bool = False) -> bytes:
    """A reading as one line; `with_text` prints the article's text as its last key (needed where we extracted it)."""
    return line(reading if with_text or reading.text is None else msgspec.structs.replace(reading, text=None))
