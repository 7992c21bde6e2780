"""The command `mawqif`: finds the command asked for, and turns every error into one line and an exit status.

Exit status: 0 done; 1 something given could not be read, the rest is done; 2 the call itself is wrong;
130 interrupted; 141 the program reading our output went away.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any, Final

import click

from mawqif import __version__
from mawqif.model.errors import MawqifError, visible

COMMANDS: Final = {
    "read": "Read articles: who said what, on which condition, and what only the writer says.",
    "explain": "Show how a sentence is read: which words woke which rule, and where it stopped.",
    "times": "Find the time expressions of a text and the days they mean.",
    "demo": "Read the bundled coverage of one question and show what was found.",
    "evaluate": "Score readings against a gold standard.",
    "add": "Read articles and keep them in the ledger.",
    "statements": "Look for statements in the ledger.",
    "show": "Show a statement or an article with everything it rests on.",
    "actors": "List the states and organisations that are spoken for.",
    "speakers": "List the speakers, their offices and when they were seen in them.",
    "learnt": "List what articles taught of people, and take back what is wrong.",
    "ask": "Follow a question: find what every article says of it.",
    "board": "Show where every actor stands on a question.",
    "timeline": "Show who took which position when.",
    "changes": "Show who moved: reversed, hardened, softened, firmer, weaker.",
    "differences": "Show what one outlet says of an event and the others do not.",
    "judge": "Accept, reject or correct an event.",
    "reread": "Read the ledger's articles anew, and tell what that changes.",
    "check": "Verify every span, key and reference of the ledger.",
    "backup": "Copy the ledger while others go on using it.",
}
"""Every command, each in a module of its name, with the line it has in `mawqif --help`.

The line stands here so that help needs none of the modules.
"""

_LEDGER: Final = frozenset(["add", "statements", "show", "actors", "speakers", "learnt", "reread", "check", "backup"])
"""The commands that stand in `mawqif.cli.ledger`."""
_QUESTIONS: Final = frozenset(["ask", "board", "timeline", "changes", "differences", "judge"])
"""The commands that stand in `mawqif.cli.questions`."""

INTERRUPTED, PIPE_CLOSED = 130, 141
_ROUND: Final = 20_000
"""Objects made between two rounds of the garbage collector."""


class _Lazy(click.Group):
    """A group that imports a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        folder = "mawqif.cli"
        if cmd_name in _LEDGER | _QUESTIONS:
            folder += ".ledger" if cmd_name in _LEDGER else ".questions"
        command: click.Command = importlib.import_module(f"{folder}.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__)
@click.option(
    "--ledger", metavar="FILE|URL", envvar="MAWQIF_LEDGER", default="mawqif.db", show_envvar=True, show_default=True,
    help="The ledger that the commands on it use: a file, or postgresql://user@host/database.",
)  # fmt: skip
def group(ledger: str) -> None:
    """Mawqif reads Arabic news: who stands where, said when, on which condition."""


def collect_seldom() -> None:
    """Let the garbage collector go round rarely: readings hold hardly a cycle, its rounds only empty the caches."""
    gc.set_threshold(_ROUND, 20, 20)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (`sys.argv` by default) and return the exit status; nothing raised reaches the caller."""
    collect_seldom()
    try:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="backslashreplace")  # half a surrogate pair is no reason to stop
        status = _run(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        return _pipe_closed()
    except (KeyboardInterrupt, click.Abort):
        return _say("interrupted", INTERRUPTED)
    except Exception as error:
        if os.environ.get("MAWQIF_TRACEBACK"):
            raise
        return _fail(error)


def _run(arguments: list[str]) -> int:
    """What `click.Command.main` does, without its own ways of ending on closed pipes and interrupts."""
    if instruction := os.environ.get("_MAWQIF_COMPLETE"):
        from click.shell_completion import shell_complete

        return shell_complete(group, {}, "mawqif", "_MAWQIF_COMPLETE", instruction)
    try:
        with group.make_context("mawqif", arguments) as context:
            group.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return 0


def _fail(error: Exception) -> int:
    match error:
        case click.exceptions.NoArgsIsHelpError():
            error.show()
            return error.exit_code
        case click.UsageError():
            return _say(f"{error.format_message()} See: {_help(error)}", error.exit_code)
        case click.ClickException():
            return _say(error.format_message(), error.exit_code)
        case MawqifError():
            return _say(str(error), error.exit_status)
        case OSError():
            return _say(f"{error.strerror or error}: {error.filename or 'while writing'}", 1)
    return _say(f"internal error: {type(error).__name__}: {error}; MAWQIF_TRACEBACK=1 shows where, please report it", 1)


def _help(error: click.UsageError) -> str:
    return f"{error.ctx.command_path if error.ctx else 'mawqif'} --help"


def _say(message: str, status: int) -> int:
    print(f"mawqif: {visible(' '.join(message.split()))}", file=sys.stderr)
    return status


def _pipe_closed() -> int:
    """End quietly when `head` and the like have seen enough; what is still buffered goes nowhere."""
    nowhere: Any = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return PIPE_CLOSED


if __name__ == "__main__":
    sys.exit(main())
