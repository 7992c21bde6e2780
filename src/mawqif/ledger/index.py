"""The index of words: one for SQLite (FTS5), one for PostgreSQL (tsvector), over the same tokens.

Everything one can ask for is a token of it: folded words, words without clitics, words of the speaker, and marks for
actor, act, kind and outlet. A search is so one intersection of lists that both databases keep in order of the statements'
numbers, which is the order of days.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mawqif.ledger.connect import put_rows
from mawqif.ledger.keys import digest
from mawqif.ledger.records import Document, Search, Term
from mawqif.model import Statement
from mawqif.text.fold import fold_word

Stem = Callable[[str], str]
"""From a folded word to the form it is found by: what the language attaches to words, taken off."""

EVERYWHERE: Final = (0, (1 << 63) - 1)
"""The numbers of all statements."""
COLUMNS: Final = ("words", "stems", "who", "marks")
MOST_TOKENS, LONGEST = 12_000, 64
"""Tokens of one statement that are indexed, and letters of each: more than any statement has."""
_TOKEN = re.compile(r"[^\W_]+")
_QUERY = re.compile(r"[\"«“”]([^\"«»“”]*)[\"»“”]|(\S+)")
_SIGNS = {"words": "=", "stems": "~", "who": "@", "marks": "#"}
"""Before the lexemes of PostgreSQL, whose index has no columns."""


def tokens(text: str) -> list[str]:
    """The words of a text as both databases keep them: folded, no capitals, letters and digits only."""
    return [word[:LONGEST] for word in _TOKEN.findall(fold_word(text).casefold())][:MOST_TOKENS]


@lru_cache(1 << 16)
def mark(field: str, value: str) -> str:
    """A token for a value that is matched whole."""
    return f"x{digest([field, fold_word(value).casefold()])[:12]}"


def document(id: int, said: Statement, outlet: str | None, stem: Stem) -> Document:
    """What the index knows of a statement."""
    words = tokens(" ".join(span.text for span in said.content))
    who = tokens(" ".join(filter(None, (said.speaker.name, said.speaker.role))))
    marked = {"act": said.act, "kind": said.speaker.kind, "actor": said.speaker.speaks_for, "outlet": outlet}
    marks = [mark(field, value) for field, value in marked.items() if value]
    return Document(id, tuple(words), tuple(map(stem, words)), tuple(map(stem, who)), tuple(marks))


def terms(search: Search, stem: Stem) -> tuple[Term, ...]:
    """What must all be found. Words that are no words (signs alone) ask for nothing."""
    found = list(_word_terms(search.words, stem))
    found += [Term("who", (stem(word),)) for word in tokens(search.speaker or "")]
    marked = {"act": search.act, "kind": search.kind, "actor": search.actor, "outlet": search.outlet}
    found += [Term("marks", (mark(field, value),)) for field, value in marked.items() if value]
    return tuple(found)


def _word_terms(words: str, stem: Stem) -> Iterator[Term]:
    for phrase, word in _QUERY.findall(words):
        if phrase:
            if parts := tuple(tokens(phrase)):
                yield Term("words", parts)
            continue
        for part in tokens(word):
            if word.endswith("*"):
                yield Term("any", (part,), prefix=True)
            else:
                yield Term("stems", (stem(part),))


class SqliteIndex:
    """FTS5 with one column for each kind of token."""

    def add(self, connection: Connection, documents: Sequence[Document]) -> None:
        """Take up statements that are not in it."""
        rows = [(each.id, *(" ".join(getattr(each, column)) for column in COLUMNS)) for each in documents]
        put_rows(connection, "statement_index", ("rowid", *COLUMNS), rows)

    def remove(self, connection: Connection, ids: Iterable[int]) -> None:
        """Forget statements."""
        if rows := [(each,) for each in ids]:
            connection.exec_driver_sql("DELETE FROM statement_index WHERE rowid = ?", rows)

    def find(
        self, connection: Connection, terms: Sequence[Term], reach: tuple[int, int], limit: int, offset: int
    ) -> list[int]:
        """Numbers of the statements that hold all terms, within `reach` (both inclusive), the highest first."""
        sql = (
            "SELECT rowid FROM statement_index WHERE statement_index MATCH ? AND rowid BETWEEN ? AND ?"
            " ORDER BY rowid DESC LIMIT ? OFFSET ?"
        )
        match = " AND ".join(map(self._term, terms))
        return [row[0] for row in connection.exec_driver_sql(sql, (match, *reach, limit, offset))]

    def numbers(self, connection: Connection) -> Iterator[int]:
        """Every number in it, in order."""
        for row in connection.exec_driver_sql("SELECT rowid FROM statement_index ORDER BY rowid"):
            yield row[0]

    @staticmethod
    def _term(term: Term) -> str:
        column = "{words stems}" if term.column == "any" else term.column
        return f'{column} : "{" ".join(term.tokens)}"{" *" if term.prefix else ""}'


class PostgresIndex:
    """A tsvector of lexemes with a sign for the kind of token; words and stems stand at the same positions.

    Vectors and queries are written out rather than parsed by the server, whose parser would have its own idea of words.
    """

    _FURTHEST = 16_383
    _REMOVE = sa.text("DELETE FROM statement_index WHERE id = ANY(:ids)")
    _WINDOW, _PHRASE_WINDOW = 4_000, 20_000
    """Newest statements that are looked at first; the index knows words only, so that phrases are worth a longer look."""
    _NEWEST = (
        "SELECT id FROM (SELECT id, vector FROM statement_index WHERE id BETWEEN :low AND :high ORDER BY id DESC"
        " LIMIT :window) AS newest WHERE vector @@ CAST(:query AS tsquery) ORDER BY id DESC LIMIT :limit OFFSET :offset"
    )
    _ALL = (
        "WITH found AS MATERIALIZED (SELECT id FROM statement_index WHERE vector @@ CAST(:query AS tsquery)"
        " AND id BETWEEN :low AND :high) SELECT id FROM found ORDER BY id DESC LIMIT :limit OFFSET :offset"
    )

    def add(self, connection: Connection, documents: Sequence[Document]) -> None:
        """Take up statements that are not in it."""
        rows = [(each.id, self._vector(each)) for each in documents]
        put_rows(connection, "statement_index", ("id", "vector"), rows)

    def remove(self, connection: Connection, ids: Iterable[int]) -> None:
        """Forget statements."""
        connection.execute(self._REMOVE, {"ids": list(ids)})

    def find(
        self, connection: Connection, terms: Sequence[Term], reach: tuple[int, int], limit: int, offset: int
    ) -> list[int]:
        """Numbers of the statements that hold all terms, within `reach` (both inclusive), the highest first."""
        query = " & ".join(map(self._term, terms))
        given = {"query": query, "low": reach[0], "high": reach[1], "limit": limit, "offset": offset}
        # The planner takes words for independent. Where they are not, it would walk back through everything for two common
        # ones that never meet; so it is told: first a look at the newest statements, which answers for common words, then
        # the index, which answers for rare ones.
        window = self._PHRASE_WINDOW if any(len(term.tokens) > 1 for term in terms) else self._WINDOW
        newest = list(connection.scalars(sa.text(self._NEWEST), {**given, "window": window}))
        return newest if len(newest) == limit else list(connection.scalars(sa.text(self._ALL), given))

    def numbers(self, connection: Connection) -> Iterator[int]:
        """Every number in it, in order."""
        yield from connection.scalars(sa.text("SELECT id FROM statement_index ORDER BY id"))

    def _vector(self, each: Document) -> str:
        places: dict[str, list[int]] = {}
        for column in COLUMNS:
            for at, token in enumerate(getattr(each, column), 1):
                places.setdefault(f"'{_SIGNS[column]}{token}'", []).append(min(at, self._FURTHEST))
        return " ".join(f"{token}:{','.join(map(str, at[:255]))}" for token, at in places.items())

    @staticmethod
    def _term(term: Term) -> str:
        columns = ("words", "stems") if term.column == "any" else (term.column,)
        star = ":*" if term.prefix else ""
        phrases = (" <-> ".join(f"'{_SIGNS[column]}{token}'" for token in term.tokens) for column in columns)
        return f"({' | '.join(phrase + star for phrase in phrases)})"


WordIndex = SqliteIndex | PostgresIndex


def index_of(connection: Connection) -> WordIndex:
    """The index of the database at hand."""
    return SqliteIndex() if connection.dialect.name == "sqlite" else PostgresIndex()
