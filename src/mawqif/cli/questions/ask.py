"""`mawqif ask`: the questions to follow."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from mawqif.cli.ledger.options import SETTINGS, form_option, ledger_option, opened, print_json, quiet_option, wants_json

EXAMPLE: Final = """\
[[question]]
id = "gaza-force"
title = { ar = "المساهمة بقوات في قوة الاستقرار الدولية في غزة", en = "Contributing troops to the Gaza force" }
target = ["إرسال قوات", "المشاركة في قوة الاستقرار"]   # what positions are about, in plain words
about = [["غزة", "القطاع"], ["قوة", "قوات", "جنود"]]    # an article must have a word of every group
since = 2025-10-01                                      # the period of interest, both days inclusive
until = 2026-03-01
actors = "states"                                       # "states", "organisations" or "any"
"""


@click.command(context_settings=SETTINGS)
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option("--example", is_flag=True, help="Print a question file to begin with.")
@ledger_option
@form_option
@quiet_option
@click.pass_context
def command(
    ctx: click.Context, files: tuple[Path, ...], example: bool, ledger: str | None, form: str, quiet: bool
) -> None:
    """Follow the questions of FILE (TOML), and find what the articles in the ledger say of them.

    Without FILE the questions that are followed are listed. A question given again in other words takes the place of the
    old wording, which is kept.
    """
    if example:
        print(EXAMPLE, end="")
        return
    from mawqif.intake.questions import load_questions

    asked = [question for file in files for question in load_questions(file)]
    desk = opened(ctx, ledger, create=bool(files), write=bool(files))
    from mawqif.cli.ledger.view import progress

    with progress("asking", shown=not quiet) as step:
        changed = {question.id: desk.ask(question, step) for question in asked}
    followed = desk.questions()
    if wants_json(form):
        print_json({"questions": followed, "changed": [slug for slug, new in changed.items() if new]})
        return
    for question in followed:
        title = question.title.ar or question.title.en or ""
        mark = "" if question.id not in changed else "followed now" if changed[question.id] else "followed already"
        print(f"{question.id}  \u2067{title}\u2069  {mark}".rstrip())
    if not followed:
        print("no question is followed; print one to begin with: mawqif ask --example")
