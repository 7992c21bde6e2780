"""What the commands on a ledger share: which ledger, which form of answer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

if TYPE_CHECKING:
    from mawqif.desk.desk import Desk

F = TypeVar("F", bound=Callable[..., Any])
SETTINGS: Final = {"help_option_names": ["-h", "--help"]}

ledger_option = click.option(
    "--ledger", metavar="FILE|URL",
    help="The ledger: a file, or postgresql://user@host/database. [env: MAWQIF_LEDGER; default: mawqif.db]",
)  # fmt: skip
"""Takes the place of the option of the same name before the command."""


named_argument = click.argument("named", nargs=-1, metavar="[NAME]")
actor_option = click.option("--actor", metavar="CODE", help="Those who speak for this state or organisation.")


def form_option(function: F) -> F:
    """`--format table|json`."""
    return click.option(
        "--format", "form", type=click.Choice(["auto", "table", "json"]), default="auto", show_default=True,
        help="auto: a table in a terminal, else JSON.",
    )(function)  # fmt: skip


def quiet_option(function: F) -> F:
    """`--quiet`."""
    return click.option("--quiet", "-q", is_flag=True, help="Show no progress.")(function)


def wants_json(form: str) -> bool:
    """Whether the answer goes out as JSON."""
    return form == "json" or (form == "auto" and not sys.stdout.isatty())


def opened(ctx: click.Context, ledger: str | None, *, create: bool = False, write: bool = False) -> Desk:
    """The ledger of the call: named after the command, else before it or in the environment, else `mawqif.db` here.

    It is closed with the context. Raises `CallError` where there is none.
    """
    from mawqif.desk.desk import Desk

    given = ledger or ctx.find_root().params["ledger"]
    return ctx.with_resource(Desk.open(given, create=create, write=write))


def print_json(record: Any) -> None:
    """One JSON object on one line of standard output."""
    from mawqif.export.jsonl import line

    sys.stdout.buffer.write(line(record))
    sys.stdout.buffer.flush()
