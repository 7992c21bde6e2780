"""What the reader needs to know of the world: states, organisations, media, and what the ledger has learnt."""

from mawqif.world.entity import Entity, Learnt, Mention
from mawqif.world.world import World, default_world

__all__ = ["Entity", "Learnt", "Mention", "World", "default_world"]
