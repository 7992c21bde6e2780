"""The constructions of Arabic attribution, each a small object beside the sentences that prove it."""

from mawqif.lang.ar.constructions.base import Construction
from mawqif.lang.ar.constructions.nouns import NOUN_CONSTRUCTIONS
from mawqif.lang.ar.constructions.others import OTHER_CONSTRUCTIONS
from mawqif.lang.ar.constructions.verbs import VERB_CONSTRUCTIONS

CONSTRUCTIONS: tuple[Construction, ...] = (*VERB_CONSTRUCTIONS, *NOUN_CONSTRUCTIONS, *OTHER_CONSTRUCTIONS)
"""Every construction there is, in the order in which they are tried."""

__all__ = ["CONSTRUCTIONS", "Construction"]
