"""Keys are hashes of what they name: the same content has the same key in every ledger, whatever was added before it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, Final, TypeVar

import msgspec

from mawqif.ledger.records import Fact
from mawqif.model import Article, Reading, Statement
from mawqif.text.fold import fold_word

KEY_LENGTH: Final = 32
"""Hexadecimal digits of SHA-256 kept in a key: 128 bits tell any number of articles apart."""
VERSION_PART, STATEMENT_PART = 16, 10
"""Digits of its version, and of its own, in the key of a statement."""
_HASH_BITS: Final = 41
"""Below the day in a statement's number; both together fit 63 bits."""
_POSITIONAL = re.compile(r":\d+$")
_ENCODER = msgspec.json.Encoder()
_SORTED = msgspec.json.Encoder(order="sorted")

T = TypeVar("T")


def digest(value: Any) -> str:
    """The key of a value of JSON: of its UTF-8, or of its escapes where half surrogate pairs have no UTF-8."""
    try:
        data = _SORTED.encode(value)
    except UnicodeEncodeError:
        data = json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode("ascii")
    return hashlib.sha256(data).hexdigest()[:KEY_LENGTH]


def version_key(article: Article) -> str:
    """The key of this wording of an article: which article, and its text, title, time of publication, outlet and address."""
    return digest([article_key(article), *_wording(article)])


def _wording(article: Article) -> list[str | None]:
    return [article.text, article.title, article.published, article.outlet, article.url]


def article_key(article: Article) -> str:
    """The key of an article in all its wordings: its address, else its outlet and id, else its content.

    An id that only counts the lines of a file (`news:7`) names nothing outside of that file.
    """
    if article.url and article.url.strip():
        return digest(["url", article.url.strip().partition("#")[0]])
    if article.outlet and article.id and not _POSITIONAL.search(article.id):
        return digest(["id", article.outlet, article.id])
    return digest(["content", *_wording(article)])


def reading_key(version: str, recipe: str, body: str) -> str:
    """The key of a reading: which version, by which recipe, saying what."""
    return digest([version, recipe, body])


def statement_key(version: str, statement: Statement) -> str:
    """The key of a statement, the same in all readings of a version that find it with the same words.

    It begins with its version's key, so that a statement is found when no current reading has it any more.
    """
    spans = [statement.cue, statement.source, *statement.content]
    own = digest([statement.act, [span and [span.start, span.end] for span in spans]])
    return f"{version[:VERSION_PART]}.{own[:STATEMENT_PART]}"


def statement_numbers(keys: Sequence[str], days: Sequence[date | None]) -> list[int]:
    """Numbers for statements, ordered by day; those without a day come first. Two of one call never get the same."""
    taken: set[int] = set()
    numbers = []
    for key, day in zip(keys, days, strict=True):
        spread = int(digest([key]), 16) & ((1 << _HASH_BITS) - 1)
        number = first_number(day) + spread
        while number in taken:
            spread = (spread + 1) % (1 << _HASH_BITS)
            number = first_number(day) + spread
        taken.add(number)
        numbers.append(number)
    return numbers


def first_number(day: date | None) -> int:
    """The lowest number of a statement of that day."""
    return (day.toordinal() if day else 0) << _HASH_BITS


def name_key(name: str) -> str:
    """A personal name for looking it up: folded, single spaces."""
    return " ".join(fold_word(name).split())


def fact_key(fact: Fact) -> str:
    """The key of a fact: who, for whom, as what, and until when where it has an end; not since when, which may be corrected."""
    return digest([name_key(fact.name), fact.actor, name_key(fact.role or ""), fact.until])


def encoded(record: Any) -> str:
    r"""A record as JSON; half a surrogate pair is written as its `\uXXXX` escape."""
    try:
        return _ENCODER.encode(record).decode()
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(record), separators=(",", ":"))


def decoded(body: str, type: type[T]) -> T:
    """The record of a JSON text; raises `msgspec.DecodeError` or `msgspec.ValidationError` where it is none."""
    try:
        return msgspec.json.decode(body, type=type)
    except msgspec.ValidationError:
        raise
    except (msgspec.DecodeError, UnicodeEncodeError):
        try:
            return msgspec.convert(json.loads(body), type)
        except json.JSONDecodeError as error:
            raise msgspec.DecodeError(str(error)) from None


def article_body(article: Article) -> str:
    """An article as it is stored."""
    return encoded(article)


def reading_body(reading: Reading) -> str:
    """A reading as it is stored: without the text, which its version has."""
    return encoded(reading if reading.text is None else msgspec.structs.replace(reading, text=None))


def stamp(moment: datetime) -> str:
    """A moment as it is stored: ISO 8601 in UTC, microseconds always written, so that order of text is order of time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def day_of(text: str | None) -> date | None:
    """The day of an ISO text, `None` where there is none."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
