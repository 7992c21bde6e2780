"""Where articles come from: files by kind, folders, standard input."""

from __future__ import annotations

import gzip
import itertools
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from mawqif.intake.decode import text_of, utf8
from mawqif.intake.jsonl import articles_of, lines
from mawqif.model import Article
from mawqif.model.errors import InputError

STDIN = "standard input"
_JSONL, _TEXT, _HTML = (".jsonl", ".jsonl.gz"), (".txt",), (".html", ".htm")
_KINDS = "a .txt, .jsonl or .jsonl.gz file, a folder of them, or - for standard input"

Found = Iterator[Article | InputError]


def articles(paths: Iterable[str | os.PathLike[str]], stdin: BinaryIO) -> Found:
    """Every article of the given paths, in the order given; `-` is `stdin` (a binary stream).

    What cannot be read comes as an `InputError` in its place, and the rest goes on. Folders are walked in order of
    name, hidden entries and files of other kinds passed over. An article without `id` is called after its file
    (`news.txt` → `news`, line 7 of `news.jsonl` → `news:7`); one from standard input has none.
    """
    for path in paths:
        yield from _guarded(_sniffed(stdin, STDIN), STDIN) if os.fspath(path) == "-" else _path(Path(path))


def _path(path: Path) -> Found:
    return _guarded(_unguarded(path), str(path))


def _unguarded(path: Path) -> Found:
    if path.is_dir():
        yield from _folder(path)
    elif path.is_file() and not path.name.lower().endswith(_JSONL + _TEXT + _HTML):
        raise InputError("not a kind of file Mawqif reads", where=str(path), expected=_KINDS)
    else:
        yield from _file(path)


def _folder(folder: Path) -> Found:
    found = False
    for path in _walk(folder):
        found = True
        yield from [path] if isinstance(path, InputError) else _path(path)
    if not found:
        yield InputError("no article files in this folder", where=str(folder), expected=_KINDS)


def _walk(folder: Path) -> Iterator[Path | InputError]:
    """The article files below a folder, in order of name; a folder that cannot be opened as its error.

    Links to folders are not followed: they may lead round in a circle.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _refused(error, str(folder))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.name.lower().endswith(_JSONL + _TEXT + _HTML):
            yield Path(entry.path)


def _guarded(found: Found, where: str) -> Found:
    """The same, ending with an error where the file cannot be opened or breaks off."""
    try:
        yield from found
    except InputError as error:
        yield error
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield InputError("broken gzip data", where=where, next="the rest of it was not read; fetch or pack it again")
    except OSError as error:
        yield _refused(error, where)


def _refused(error: OSError, where: str) -> InputError:
    remedies = {
        FileNotFoundError: "check the path",
        PermissionError: "allow reading it (chmod u+r; for a folder u+rx)",
    }
    reason = (error.strerror or str(error)).lower()
    return InputError(f"cannot be read: {reason}", where=where, next=remedies.get(type(error)))


def _file(path: Path) -> Found:
    name, where = path.name.lower(), str(path)
    if name.endswith(_HTML):
        raise InputError("web pages are not read yet", where=where, next="save the text of the page as .txt")
    with _opened(path) as stream:
        if name.endswith(_JSONL):
            yield from articles_of(lines(utf8(stream, where)), where, _stem(path))
        elif name.endswith(_TEXT):
            yield _text(utf8(stream, where).read(), where, _stem(path))
        else:  # a pipe, such as <(command) gives
            yield from _sniffed(stream, where)


def _opened(path: Path) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path)) if path.name.lower().endswith(".gz") else path.open("rb")


def _stem(path: Path) -> str:
    name = path.name[:-3] if path.name.lower().endswith(".gz") else path.name
    return Path(name).stem


def _sniffed(stream: BinaryIO, where: str) -> Found:
    """A stream without a name: JSON Lines where its first visible character is `{`, else one text."""
    rows = lines(utf8(stream, where))
    head: list[bytes] = []
    for row in rows:
        head.append(row)
        if row.strip():
            break
    if head and head[-1].lstrip().startswith(b"{"):
        yield from articles_of(itertools.chain(head, rows), where, None)
    else:
        yield _text(b"".join([*head, *rows]), where, None)


def _text(data: bytes, where: str, stem: str | None) -> Article:
    text = text_of(data, where)
    if not text.strip():
        raise InputError("empty", where=where, expected="the text of one article")
    return Article(text=text, id=stem)
