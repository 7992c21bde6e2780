"""The nouns of Mawqif: frozen records, no input or output."""

from mawqif.model.article import Article
from mawqif.model.reading import Act, Kind, Mode, Reading, Sentence, Span, Speaker, Statement, TimeExpression, Voice

__all__ = [
    "Act",
    "Article",
    "Kind",
    "Mode",
    "Reading",
    "Sentence",
    "Span",
    "Speaker",
    "Statement",
    "TimeExpression",
    "Voice",
]
