"""Bytes to text: UTF-8 everywhere, UTF-16 and UTF-32 where a byte order mark says so, a plain word elsewhere."""

from __future__ import annotations

import codecs
import io
from typing import Any, BinaryIO, cast

from mawqif.model.errors import InputError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def utf8(stream: BinaryIO, where: str) -> BinaryIO:
    """The same content as a stream of UTF-8 bytes without a byte order mark, at its beginning.

    UTF-8 passes through unread; UTF-16 and UTF-32 are decoded whole. Raises `InputError` where the mark lies.
    """
    buffered: Any = stream if hasattr(stream, "peek") else io.BufferedReader(cast(io.RawIOBase, stream))
    head: bytes = buffered.peek(4)[:4]
    for mark, encoding in _WIDE:
        if head.startswith(mark):
            return io.BytesIO(_wide(buffered.read(), encoding, where).encode("utf-8", "surrogatepass"))
    if head.startswith(codecs.BOM_UTF8):
        buffered.read(len(codecs.BOM_UTF8))
    return cast(BinaryIO, buffered)


def _wide(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"not {encoding.upper()} although its byte order mark says so: {error.reason} at byte {error.start}",
            where=where,
            next="save the file as UTF-8",
        ) from None


def text_of(data: bytes, where: str, *, offset: int = 0) -> str:
    """Decode UTF-8; `offset` is where `data` begins in its file. Raises `InputError` naming the byte that is none."""
    if (zero := data.find(0)) >= 0:
        raise InputError(
            f"binary data (a zero byte at byte {offset + zero})",
            where=where,
            expected="text in UTF-8",
            next="export the text from its program, or save UTF-16 with its byte order mark",
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"not UTF-8: byte 0x{data[error.start]:02X} at byte {offset + error.start}",
            where=where,
            expected="text in UTF-8",
            next="convert it, for example with: iconv -f WINDOWS-1256 -t UTF-8",
        ) from None
