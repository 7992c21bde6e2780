"""Reading and question to positions: the last step, made anew for every question."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from mawqif.lang.ar.details import with_details
from mawqif.lang.ar.leads import with_days
from mawqif.lang.ar.stance.find import Finder
from mawqif.lang.ar.stance.target import Aim
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.times import dateline, parse_published
from mawqif.model import Article, Position, Question, Reading
from mawqif.world import World, default_world
from mawqif.world.outlets import outlet_home

_QUESTIONS = 64


def find_positions(
    article: Article, reading: Reading, question: Question, world: World | None = None
) -> tuple[Position, ...]:
    """What an article reports actors to say of a question. Pure: the same arguments give the same positions."""
    world = world or default_world()
    aim = _aim(question, world)
    if not aim.is_about(article.text, article.title, world):
        return ()
    reference = parse_published(article.published)
    doc = Document(article.text, reference, world)
    if reference is None and (reference := dateline(doc.tokens)) is not None:
        doc.count_days_from(reference)
    home = outlet_home(article.outlet)
    found = tuple(Finder(doc, reading, aim, world, home, reference).run())
    return tuple(with_details(doc, tuple(with_days(doc, _with_speakers(found, reading), reference))))


def _with_speakers(positions: Sequence[Position], reading: Reading) -> list[Position]:
    """The positions, those that only allude with the one person whose words their sentence reports."""
    found = []
    for position in positions:
        start, end = position.evidence.start, position.evidence.end
        near = (s for s in reading.statements if s.source and start <= s.source.start < end and s.speaker.role)
        people = {s.speaker for s in near if s.speaker.kind == "person"} if position.alludes else ()
        found.append(msgspec.structs.replace(position, speaker=people.pop()) if len(people) == 1 else position)
    return found


@lru_cache(_QUESTIONS)
def _aim(question: Question, world: World) -> Aim:
    return Aim(question, world)
