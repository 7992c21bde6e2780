"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from mawqif.model.errors import CallError


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A binary stream that becomes the file `path` at the end; an exception on the way leaves `path` as it was.

    A file that breaks off in the middle looks like a result. Devices and pipes are written as they are. Raises
    `CallError` where nothing can be written there.
    """
    part = path if path.exists() and not path.is_file() else path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        stream = part.open("wb")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CallError(
            f"cannot write: {reason}", where=str(path), next="choose a file in a folder that exists and may be written"
        ) from None
    try:
        with stream:
            yield stream
        if part != path:
            with suppress(FileNotFoundError):
                shutil.copymode(path, part)
            part.replace(path)
    finally:
        if part != path:
            part.unlink(missing_ok=True)
