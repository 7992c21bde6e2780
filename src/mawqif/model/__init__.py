"""The nouns of Mawqif: frozen records, no input or output."""

from mawqif.model.article import Article
from mawqif.model.position import Firmness, Position, Stance, Trait
from mawqif.model.question import Question
from mawqif.model.reading import Act, Kind, Mode, Reading, Sentence, Span, Speaker, Statement, TimeExpression, Voice

__all__ = [
    "Act",
    "Article",
    "Firmness",
    "Kind",
    "Mode",
    "Position",
    "Question",
    "Reading",
    "Sentence",
    "Span",
    "Speaker",
    "Stance",
    "Statement",
    "TimeExpression",
    "Trait",
    "Voice",
]
