"""Hostile text made harmless for a page."""

from __future__ import annotations

import html
import re

_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def escape(text: str) -> str:
    """`text` as HTML, safe in content and in quoted attributes; what no page may hold shows as U+FFFD."""
    return html.escape(_UNSHOWABLE.sub("\ufffd", text))
