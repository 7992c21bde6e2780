"""`mawqif read`: articles in, readings out."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Literal

import click
import msgspec

from mawqif.cli.options import Moment, input_or_usage
from mawqif.cli.output import written_whole
from mawqif.export.jsonl import reading_line
from mawqif.intake import articles
from mawqif.model import Article, Reading
from mawqif.model.errors import InputError, visible

Form = Literal["table", "jsonl", "html"]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format", "form", type=click.Choice(["auto", "table", "jsonl", "html"]), default="auto", show_default=True,
    help="auto: a page for .html output, the article and a table in a terminal, else JSON Lines.",
)  # fmt: skip
@click.option("--output", "-o", metavar="FILE", help="Write here instead of to standard output.")
@click.option("--published", type=Moment(), help="Time of publication, for articles that bring none.")
@click.option("--outlet", metavar="NAME", help="The outlet, for articles that bring none.")
@click.option("--title", metavar="TEXT", help="The headline, for articles that bring none.")
@click.option("--jobs", "-j", type=click.IntRange(min=1), default=1, help="Processes that share the work.")
@click.option("--quiet", "-q", is_flag=True, help="Show no progress.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    published: str | None,
    outlet: str | None,
    title: str | None,
    jobs: int,
    quiet: bool,
) -> None:
    """Read articles and tell who said what, for whom, when, on which condition.

    PATH is a .txt or .jsonl file (also .jsonl.gz), a folder of them, or - for standard input. A line of JSON Lines
    is an article: {"id", "outlet", "url", "title", "published", "text"}, of which only "text" is needed. What cannot
    be read is named on standard error, and the rest goes on.
    """
    from mawqif.cli.many import read_all, watched

    found = articles(input_or_usage(paths, "files or folders"), sys.stdin.buffer)
    known = {"published": published, "outlet": outlet, "title": title}
    to_terminal = output is None and sys.stdout.isatty()
    results = read_all(_completed(found, known), jobs)
    faults = _Faults()
    kept = faults.kept(watched(results, shown=sys.stderr.isatty() and not quiet and not to_terminal))
    _write(kept, _form(form, output, to_terminal), output)
    ctx.exit(1 if faults.count else 0)


class _Faults:
    """Names what could not be read as soon as it is met, and counts it."""

    def __init__(self) -> None:
        self.count = 0

    def kept(self, results: Iterable[Reading | Exception]) -> Iterator[Reading]:
        for result in results:
            if isinstance(result, Reading):
                yield result
            else:
                self.count += 1
                print(f"mawqif: {visible(str(result))}", file=sys.stderr)


def _completed(found: Iterable[Article | InputError], known: dict[str, str | None]) -> Iterator[Article | InputError]:
    """The articles with what the call knows of them, where they do not say it themselves."""
    for item in found:
        if isinstance(item, InputError):
            yield item
            continue
        new = {name: value for name, value in known.items() if value is not None and getattr(item, name) is None}
        yield msgspec.structs.replace(item, **new) if new else item


def _form(asked: str, output: str | None, to_terminal: bool) -> Form:
    if asked in ("table", "jsonl", "html"):
        return asked  # type: ignore[return-value]
    if output is not None and output.lower().endswith((".html", ".htm")):
        return "html"
    return "table" if to_terminal else "jsonl"


def _write(readings: Iterator[Reading], form: Form, output: str | None) -> None:
    if output is None or output == "-":
        _write_to(sys.stdout.buffer, readings, form)
        return
    with written_whole(Path(output)) as stream:
        _write_to(stream, readings, form)


def _write_to(stream: BinaryIO, readings: Iterator[Reading], form: Form) -> None:
    if form == "jsonl":
        stream.writelines(map(reading_line, readings))
    elif form == "html":
        from mawqif.export.html import page

        stream.write(page(list(readings)).encode())
    else:
        _write_tables(stream, readings)
    stream.flush()


def _write_tables(stream: BinaryIO, readings: Iterator[Reading]) -> None:
    from mawqif.cli.view import article_view, console_for

    text = io.TextIOWrapper(stream, "utf-8", errors="backslashreplace", newline="")
    console = console_for(text)
    for number, reading in enumerate(readings):
        if number:
            console.rule(style="dim")
        console.print(article_view(reading, console))
    text.flush()
    text.detach()
