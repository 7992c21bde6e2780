"""What one statement teaches of people: who speaks for whom, in which office.

The world grows by such facts: *الرئيس الأذربيجاني إلهام علييف* read once lets *علييف* speak for Azerbaijan in later articles.
"""

from __future__ import annotations

from mawqif.model import Statement
from mawqif.text.tokens import Tokens
from mawqif.world import World

_LEAST = 2
"""A name of fewer words may be anybody's."""


def teaches(statement: Statement, world: World) -> bool:
    """Whether a statement's own words name a person in full, with an office that names the actor; what was inferred does not
    teach.
    """
    speaker, source = statement.speaker, statement.source
    if speaker.kind != "person" or not speaker.name or not speaker.role or speaker.speaks_for is None or source is None:
        return False
    words = speaker.name.split()
    if len(words) < _LEAST or speaker.name == speaker.role or words[-1] not in source.text:
        return False
    return {mention.entity.actor for mention in world.find(Tokens(speaker.role).forms)} == {speaker.speaks_for}
