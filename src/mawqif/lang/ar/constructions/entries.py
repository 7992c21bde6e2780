"""Entries of a live page: 17:40 | المستشار فلان في بيان: …"""

from __future__ import annotations

from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Chars, Draft, chars
from mawqif.lang.ar.syntax.extent import trim_end
from mawqif.lang.ar.syntax.phrase import can_speak, is_name, is_verb, noun_phrase, surely_speaks
from mawqif.lang.ar.syntax.zone import Range, anonymity, noun_phrase_from

_LONGEST = 34
"""Tokens before the colon of an entry."""
_UNKNOWN = 5
"""Most tokens of a name of which no word is known."""
_SIGNS = frozenset("/+&-–")
_MEDIA = frozenset("في خلال عبر علي عقب".split())
"""Prepositions before a channel."""


class _Header:
    """What stands before the colon: the speaker, and beside him channel, audience and time."""

    def __init__(self, doc: Document, first: int, colon: int) -> None:
        self.doc, self.first, self.colon = doc, first, colon
        self.source: Range | None = None
        self.channel: Chars | None = None
        self.audience: Chars | None = None
        self.when: Range | None = None

    def read(self) -> bool:
        """Whether the words before the colon are a speaker and his adjuncts and nothing else."""
        at = self._speaker()
        while self.first < at < self.colon:
            after = self._adjunct(at)
            if after <= at:
                return False
            at = after
        return at == self.colon

    def _speaker(self) -> int:
        doc = self.doc
        end = self._phrase(self.first)
        word, after = doc.words[self.first], doc.words[self.first + 1]
        document = word.head is not None and word.head.kind == "document"
        several = after.head is not None and not (word.tag or word.definite) and end > self.first + 1
        short = end == self.colon and end - self.first <= _UNKNOWN and not word.tag and not is_verb(word)
        if end == self.first or not (document or several or short or can_speak(doc, self.first, end)):
            return self.first
        self.source = (self.first, end)
        return end

    def _phrase(self, first: int) -> int:
        """The end of a noun phrase, signs between its words stepped over (حركة/جيش، أوبك+), a wish not to be named left out."""
        doc = self.doc
        end = noun_phrase(doc, first, self.colon)
        while first < end < self.colon and (doc.forms[end] in _SIGNS or self._goes_on(end)):
            end = max(noun_phrase(doc, end + 1, self.colon), end + 1)
        if end == self.colon and doc.words[end - 1].preposition == "ل" and end - 1 > first:
            end -= 1
        apart = (
            k for k in range(first + 1, end) if doc.words[k].bare == "ل" or anonymity(doc, k, self.colon) is not None
        )
        return next(apart, end)

    def _goes_on(self, k: int) -> bool:
        """نانسي فيزر: the ف of a surname behind a given name is no conjunction."""
        word = self.doc.words[k]
        return word.form[0] == "ف" and word.conjunction and not word.tag and is_name(self.doc.words[k - 1])

    def _adjunct(self, at: int) -> int:
        """The token after what stands at `at` beside the speaker, or `at` where nothing fits."""
        doc, word = self.doc, self.doc.words[at]
        unnamed = anonymity(doc, at, self.colon)
        if unnamed is not None:
            return unnamed
        if word.tag == "comma":
            return self._after_comma(at + 1)
        if at in doc.times or word.tag == "preposition" and at + 1 in doc.times:
            last = doc.times[at if at in doc.times else at + 1].last
            self.when = self.when or (at, last)
            return last
        own = word.form[0] == "ل" and word.form.endswith("نا")
        if word.preposition == "ل" or word.bare == "ل" or own:
            return self._addressed(at, at + (word.bare == "ل"))
        if word.tag == "preposition" and at + 1 < self.colon:
            return self._prepositional(at)
        return at

    def _after_comma(self, at: int) -> int:
        """An apposition belongs to the speaker; anything else is read as what it is."""
        if at == self.colon:
            return at
        end = self._phrase(at)
        titled = end > at and surely_speaks(self.doc, at) and not self.doc.words[at].conjunction
        if titled and self.source is not None and self.source[1] == at - 1:
            self.source = (self.source[0], end)
            return end
        after = self._adjunct(at)
        return after if after > at else at - 1

    def _addressed(self, at: int, inside: int) -> int:
        end = max(noun_phrase_from(self.doc, inside, self.colon), inside + 1)
        word = self.doc.words[at]
        self.audience = self.audience or chars(self.doc, (inside, end), int(word.form[0] == "ل" and inside == at))
        return end

    def _prepositional(self, at: int) -> int:
        end = max(noun_phrase_from(self.doc, at + 1, self.colon), at + 2)
        if self.doc.words[at].bare == "امام":
            self.audience = self.audience or chars(self.doc, (at + 1, end))
        elif self.doc.words[at].bare in _MEDIA and (self.doc.words[at + 1].channel or at + 1 in self.doc.quotes):
            end = self._with_partner(end)
            self.channel = self.channel or chars(self.doc, (at + 1, end))
        return end

    def _with_partner(self, end: int) -> int:
        """مقابلة مع تلفزيون قطر: the channel with whom or what it was held."""
        if end + 1 < self.colon and self.doc.words[end].bare in ("مع", "علي"):
            return max(noun_phrase_from(self.doc, end + 1, self.colon), end + 2)
        return end


def read_entry(doc: Document, sentence: Range) -> Draft | str:
    """A speaker with his adjuncts, a colon, the words; `sentence` begins behind the hour of the entry."""
    start, limit = sentence
    colon = next((k for k in range(start, min(limit, start + _LONGEST)) if doc.words[k].tag == "colon"), None)
    if colon is None or colon == start or colon + 2 >= limit:
        return "no colon after a name"
    header = _Header(doc, start, colon)
    if not header.read() or header.source is None:
        return "no speaker alone before the colon"
    reach = (colon + 1, trim_end(doc, colon + 1, limit))
    quote = doc.quotes.get(colon + 1)
    if quote is not None and doc.is_speech(colon + 1):
        last = quote.last if quote.closed else min(quote.last, limit)
        reach = (colon + 2, max(colon + 3, trim_end(doc, colon + 2, last)))
    return Draft(
        rule="colon", entry=":", at=colon, act="say", cue=doc.span(colon, colon + 1), content=[chars(doc, reach)],
        reach=reach, source=header.source, channel=header.channel, audience=header.audience, when=header.when,
    )  # fmt: skip
