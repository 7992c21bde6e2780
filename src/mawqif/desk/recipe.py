"""The recipe: which Mawqif made a reading. Another version of the code or of the language's tables is another recipe."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import mawqif

PARTS: Final = ("model", "text", "grammar", "lang", "world", "reading", "events")
"""The packages a reading and what follows from it are made with."""
_PASSED_OVER = frozenset({".pyc", ".md"})
_LENGTH = 12


@cache
def recipe() -> str:
    """The version and a digest of all code and tables that reading uses, computed once a process."""
    root = Path(mawqif.__file__).parent
    whole = hashlib.sha256()
    for path in _files(root):
        whole.update(path.relative_to(root).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return f"{mawqif.__version__}+{whole.hexdigest()[:_LENGTH]}"


def _files(root: Path) -> Iterator[Path]:
    for part in PARTS:
        yield from sorted(
            path for path in (root / part).rglob("*") if path.is_file() and path.suffix not in _PASSED_OVER
        )
