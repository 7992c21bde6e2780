"""Errors that speak to a person: what was wrong, where, what was expected and what to do next, on one line."""

from __future__ import annotations

from typing import ClassVar


def visible(text: str) -> str:
    """`text` on one line, safe to print: control characters and lone surrogates as their escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


class MawqifError(Exception):
    """Any error Mawqif raises on purpose; `str(error)` is one complete line.

    `what` went wrong; `where` names the input (file, line, option); `expected` says what would be right;
    `next` says what to do. `exit_status` is what a command ends with when this stops it.
    """

    exit_status: ClassVar[int] = 1

    def __init__(
        self, what: str, *, where: str | None = None, expected: str | None = None, next: str | None = None
    ) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.expected = expected
        self.next = next

    def __str__(self) -> str:
        said = self.what if self.where is None else f"{self.where}: {self.what}"
        if self.expected is not None:
            said += f"; expected {self.expected}"
        if self.next is not None:
            said += f"; {self.next}"
        return visible(said)


class InputError(MawqifError):
    """Something given to be read could not be read; everything else goes on."""


class CallError(MawqifError):
    """The call itself is wrong: an option, a day that is none, a file that cannot be written."""

    exit_status: ClassVar[int] = 2
