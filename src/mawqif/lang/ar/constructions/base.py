"""What a construction is: a small declared object with its meaning, what wakes it, and the sentences that prove it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from mawqif.lang.ar.draft import Draft
from mawqif.lang.ar.site import Site

Read = Callable[[Site], "Draft | str"]
"""Reads a site: a draft, or the reason why it stops here."""


class Construction(msgspec.Struct, frozen=True, kw_only=True):
    """One way in which Arabic news attributes words.

    `wakes` is the class of cue that wakes it (verb, participle, noun, accordance, colon, quotation). `yes` sentences
    mark the source with square brackets and the content with braces; `no` sentences must give no statement by it. `read` is None where a reader of its own finds the places (accordance, colon).
    """

    id: str
    meaning: str
    wakes: str
    read: Read | None = None
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
