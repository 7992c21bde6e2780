"""Runs `mawqif add` again and again and kills it at random points; a script, so that each run starts from warm modules.

python -m tests.ledger.nursery PLACE ARTICLES TIMES [SEED]

Prints what was wrong, line by line, and last how many runs were killed, how many ended by themselves and how many
ledgers were filled. `{}` in PLACE is replaced by the number of the ledger.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time

from mawqif.cli.ledger import add, view
from mawqif.cli.main import main
from mawqif.desk.desk import Desk
from mawqif.intake import articles

WARM = (add, view)
"""Loaded by the command itself otherwise."""


def child(place: str, file: str) -> int:
    """Start `mawqif add` in a process of its own."""
    pid = os.fork()
    if pid == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os._exit(main(["--ledger", place, "add", file, "--quiet"]))
    return pid


def ended(pid: int, seconds: float) -> int:
    """Kill a process after some time; its exit status, negative where it was killed."""
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.001)
    os.kill(pid, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def names(place: str) -> tuple[set[str], list[str]]:
    """The articles of a ledger that has been made, and what is wrong with it."""
    with Desk.open(place) as desk:
        problems = [f"{each.table} {each.key}: {each.what}" for each in desk.check()]
        return {stored.name for stored in desk.ledger.readings()}, problems


def run(pattern: str, file: str, times: int, seed: int) -> None:
    """Kill `times` runs; a ledger that is full is followed by a new one."""
    chance, killed, finished, full = random.Random(seed), 0, 0, 0
    whole = {item.id for item in articles([file], sys.stdin.buffer)}
    with tempfile.TemporaryDirectory() as folder:  # every child begins with all modules and tables loaded
        with Desk.open(f"{folder}/warm.db") as desk:
            desk.add(articles([file], sys.stdin.buffer))
        begun = time.monotonic()
        ended(child(f"{folder}/timed.db", file), 60)
        longest = time.monotonic() - begun
    number, before = 0, set[str]()
    while killed < times:
        place = pattern.format(number)
        status = ended(child(place, file), chance.uniform(0, longest))
        killed, finished = killed + (status == -signal.SIGKILL), finished + (status == 0)
        if status not in (0, -signal.SIGKILL):
            print(f"ended with {status}")
        after, problems = names(place)
        for problem in problems:
            print(problem)
        if lost := before - after:
            print(f"lost: {sorted(lost)}")
        if status == 0 and after != whole:
            print(f"ended with {len(after)} of {len(whole)} articles")
        before = after
        if after == whole:
            number, before, full = number + 1, set(), full + 1
    if ended(child(pattern.format(number), file), 60) != 0 or names(pattern.format(number)) != (whole, []):
        print("the last run did not complete the ledger")
    print(f"killed {killed} finished {finished} full {full + 1}")


if __name__ == "__main__":
    run(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else time.time_ns())
