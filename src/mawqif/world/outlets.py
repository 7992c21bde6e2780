"""Where outlets write from."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from mawqif.text.fold import fold_word


@cache
def _homes() -> dict[str, str]:
    table = tomllib.loads(files("mawqif.world").joinpath("outlets.toml").read_text("utf-8"))
    return {fold_word(name.strip()).lower(): state for state, names in table.items() for name in names.split("،")}


def outlet_home(outlet: str | None) -> str | None:
    """ISO code of the state an outlet writes from; a code given as outlet is the answer itself, `None` where unknown."""
    if not outlet:
        return None
    if len(outlet) == 2 and outlet.isascii() and outlet.isupper():
        return outlet
    return _homes().get(fold_word(outlet.strip()).lower())
