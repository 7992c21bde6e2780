"""A place where a cue may report something, with what stands left and right of it."""

from __future__ import annotations

from functools import cached_property

from mawqif.lang.ar.lexis.entries import Cue, Verb
from mawqif.lang.ar.syntax.aside import explains, insertion_end
from mawqif.lang.ar.syntax.clause import Left, left_of
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Chars, Draft, chars, cue_chars
from mawqif.lang.ar.syntax.extent import Kind, content_end, trim_end
from mawqif.lang.ar.syntax.marker import COLON, PHRASE, QUOTE, Marker, bracket_end, is_own, names_event
from mawqif.lang.ar.syntax.phrase import DASHES, can_speak, closing_dash, is_verb, noun_phrase, surely_speaks
from mawqif.lang.ar.syntax.reader import ZoneReader
from mawqif.lang.ar.syntax.zone import Range, Zone, attitude_at
from mawqif.model import Act

_STOPS = frozenset(".؟?!")


BEING = frozenset("كان كانت كانوا يكون تكون ليس ليست بات باتت اصبح اصبحت ظل ظلت يبدو تبدو".split())
"""Verbs with a predicate: كان متوقعا is no report."""
_FRONTING = frozenset("وبينما بينما وفيما فيما واذ اذ ورغم رغم".split())

_REMARKING = DASHES | {"وذلك"}
_OBJECTS = frozenset(("noun", "topic", "light"))


def takes_object(cue: Cue) -> bool:
    """Whether a phrase after the verb's subject may be its object."""
    if not isinstance(cue.entry, Verb):
        return False
    return cue.entry.object is not None or bool(_OBJECTS & set(cue.entry.takes))


class Site:
    """The cue at token `at` in the sentence `start:limit`; `drafts` are what was read before it in the article."""

    def __init__(self, doc: Document, at: int, cue: Cue, sentence: Range, drafts: list[Draft]) -> None:
        self.doc, self.at, self.cue, self.sentence, self.drafts = doc, at, cue, sentence, drafts
        self.start, self.limit = sentence
        opener = doc.quoted[at]
        if opener >= 0 and doc.quotes[opener].closed:
            self.limit = min(self.limit, doc.quotes[opener].last)
            self.start = max(self.start, opener + 1)
            self._stay_in_sentence()
        self._stay_in_remark()

    def _stay_in_remark(self) -> None:
        """ندد الضيف، الذي جدد دعم حزبه، بمحاولات …: a clause that tells more of a speaker ends before the content around it."""
        words, opener = self.doc.words, self.at - 2
        for draft in self.drafts[-4:]:
            if draft.at < self.at and draft.source is not None and draft.source[0] < self.at < draft.source[1]:
                self.limit = min(self.limit, draft.source[1])
        if opener < self.start or words[self.at - 1].tag != "relative" or words[opener].tag != "comma":
            return
        for draft in self.drafts[-4:]:
            first = draft.reach[0]
            if draft.at < opener and self.at < first <= self.limit:
                self.limit = next((k for k in (first - 1, first - 2) if words[k].tag == "comma"), self.limit)

    def _stay_in_sentence(self) -> None:
        """Inside a quotation of several sentences a report ends with its own."""
        for k in range(self.at + 1, self.limit):
            if k in self.doc.quotes:
                break
            if self.doc.forms[k] in _STOPS:
                self.limit = k
                break
        for k in range(self.at - 1, self.start, -1):
            if self.doc.forms[k] in _STOPS:
                self.start = k + 1
                break

    @property
    def entry(self) -> Verb:
        """The verb of the cue."""
        assert isinstance(self.cue.entry, Verb)
        return self.cue.entry

    @cached_property
    def left(self) -> Left:
        """The clause before the cue."""
        return left_of(self.doc, self.at, self.start, self.cue.inflection)

    @cached_property
    def zone(self) -> Zone:
        """The stretch after the cue, up to the content."""
        objects = takes_object(self.cue)
        addressed = isinstance(self.cue.entry, Verb) and self.cue.entry.object == "audience"
        inflection = self.cue.inflection
        subject = not (inflection.tense == "participle" or inflection.number == "p" or inflection.person != 3)
        if subject and objects:
            subject = self.left.topic is None and not self.left.pronoun
        if self.resumptive:
            subject = not addressed and subject and surely_speaks(self.doc, min(self.at + 2, self.limit - 1))
        zone = self._read_zone(objects, subject, addressed)
        if zone.marker is None and "noun+" in self.cue.entry.takes and not objects:
            event = self._read_zone(True, subject, addressed)
            return event if event.obj is not None and names_event(self.doc, event.obj[0], self.limit) else zone
        return zone

    def _read_zone(self, objects: bool, subject: bool, addressed: bool) -> Zone:
        takes = self.cue.entry.takes
        reader = ZoneReader(
            self.doc, self.at + 1, self.limit, takes, objects=objects, subject=subject, addressed=addressed
        )
        return reader.read()

    @property
    def resumptive(self) -> bool:
        """Whether a pronoun right after the verb points back to what went before (بياناً حثّ فيه …)."""
        nxt = self.at + 1
        return (
            nxt < self.limit
            and self.doc.words[nxt].bare in ("فيه", "فيها", "خلاله", "خلالها", "به")
            and not self.cue.is_noun
        )

    def reach(self, first: int, *, clause: bool, bounded: bool = False) -> Range:
        """The token range of a content that starts at `first`; in a relative clause a `bounded` one ends before the main verb."""
        limit = self._fronted_end(first)
        bounded = bounded and not self.cue.is_noun and self.left.relative >= 0
        kind = Kind(self.cue.inflection, clause, bounded, deed=self.cue.entry.act in ("commit", "demand"))
        end = content_end(self.doc, first, limit, kind, self.opens)
        return first, max(end, first + 1)

    def _fronted_end(self, first: int) -> int:
        """وبينما قال الجيش إن …، أكد السكان …: a fronted clause ends at the comma before the main verb."""
        doc = self.doc
        if doc.forms[max(self.at - 1, self.start)] not in _FRONTING:
            return self.limit
        for k in range(first + 1, self.limit - 1):
            word = doc.words[k]
            if doc.words[k - 1].tag == "comma" and (
                is_verb(word) and not word.conjunction or word.tag == "that" and word.form[0] == "ف"
            ):
                return k
        return self.limit

    def opens(self, i: int, cue: Cue) -> bool:
        """Whether a cue inside a content works: it finds a complement of its own."""
        if cue.inflection.pronoun and not cue.is_participle:
            return False
        word, before = self.doc.words[i], self.doc.words[i - 1]
        if cue.is_participle and before.bare in BEING:
            return False
        zone = ZoneReader(self.doc, i + 1, self.limit, cue.entry.takes, objects=takes_object(cue)).read()
        if (word.noun >= 4 or word.tag == "preposition") and not cue.is_participle:
            clause = zone.marker is not None and zone.marker.kind in ("clause", "quote", "colon")
            if word.tag == "preposition" and (zone.marker is None or zone.marker.first > i + 5):
                return False
            if (
                word.tag == "preposition"
                and word.conjunction
                and zone.marker is not None
                and zone.marker.preposition == "عن"
            ):
                return attitude_at(self.doc, zone.marker.first)
            direct = zone.marker is not None and zone.marker.kind == PHRASE and zone.marker.first == i + 1
            if word.tag != "preposition" and word.conjunction and direct:
                return True
            return clause or word.tag != "preposition" and zone.source is not None and can_speak(self.doc, *zone.source)
        if cue.is_participle and not word.form.endswith("ا") and before.tag != "comma":
            return zone.marker is not None and zone.marker.kind != PHRASE and zone.marker.first <= i + 6
        if (
            isinstance(cue.entry, Verb)
            and "light" in cue.entry.takes
            and (zone.marker is None or zone.marker.kind == PHRASE)
        ):
            return zone.obj is not None or attitude_at(self.doc, i + 1)
        if zone.marker is not None:
            return not (isinstance(cue.entry, Verb) and cue.entry.strict and zone.marker.kind == PHRASE)
        if isinstance(cue.entry, Verb) and cue.entry.speaking and i + 1 < self.limit and is_own(self.doc, i + 1):
            return True
        return bool(_OBJECTS & set(cue.entry.takes)) and (zone.source is not None or zone.obj is not None)

    def content_of(self, marker: Marker) -> tuple[list[Chars], Range]:
        """Spans and token range of the content that a marker opens."""
        doc, first = self.doc, marker.first
        if marker.kind == QUOTE:
            return self._quotation(first, marker.skip)
        if marker.kind == COLON:
            end = max(first + 1, self._spoken_end(first))
            return [chars(doc, (first, end))], (first, end)
        reach = self.reach(first, clause=marker.kind != PHRASE, bounded=marker.kind == PHRASE)
        inner = self._whole_quote(reach)
        if inner is not None:
            return self._without_remarks(inner, 0, dashes=False), inner
        quotes = self._only_quotes(reach)
        if quotes:
            return [chars(doc, q) for q in quotes], (quotes[0][0], quotes[-1][1])
        return self._without_remarks(reach, marker.skip), reach

    def _spoken_end(self, first: int) -> int:
        """Where words after a bare colon end: before a participle of the same speaker, at the latest with the sentence."""
        doc = self.doc
        for k in range(first + 1, self.limit):
            if doc.words[k - 1].tag == "comma" and any(c.is_participle and self.opens(k, c) for c in doc.words[k].cues):
                return trim_end(doc, first, k)
        return trim_end(doc, first, self.limit)

    def _only_quotes(self, reach: Range) -> list[Range]:
        """The inner ranges of a content that is two or more quotations joined by و («…» و«…»)."""
        inner: list[Range] = []
        k = reach[0]
        while k < reach[1]:
            quote = self.doc.quotes.get(k)
            if quote is not None and quote.closed and quote.last < reach[1]:
                inner.append((k + 1, max(k + 2, trim_end(self.doc, k + 1, quote.last))))
                k = quote.last + 1
            elif self.doc.words[k].tag == "comma" or self.doc.forms[k] in ("و", "وان", "وانه", "وانها"):
                k += 1
            else:
                return []
        return inner if len(inner) > 1 else []

    def _without_remarks(self, reach: Range, skip: int, *, dashes: bool = True) -> list[Chars]:
        """The content in spans, the writer's remarks between spaced dashes or in brackets left out (guidelines 4)."""
        doc, (first, end) = self.doc, reach
        spans: list[Chars] = []
        start = past = first
        for k in [k for k in range(first + 1, end) if doc.words[k].tag == "open" or doc.forms[k] in _REMARKING]:
            after = k
            if k < past:
                continue
            if explains(doc, k, end):
                after = bracket_end(doc, k, end)
            elif doc.forms[k] == "وذلك":
                after = insertion_end(doc, k, end)
            elif dashes and doc.forms[k] in DASHES:
                after = self._dashed_end(k, reach)
            if after > k:
                spans.append(chars(doc, (start, k - (doc.words[k - 1].tag == "comma")), 0 if spans else skip))
                start = past = after
        if start < end:
            spans.append(chars(doc, (start, end), 0 if spans else skip))
        return spans

    def _dashed_end(self, k: int, reach: Range) -> int:
        """The token after the remark between spaced dashes that the dash at `k` begins; `k` itself where it begins none."""
        doc, (first, end) = self.doc, reach
        spaced = self._spaced(k)
        if doc.quoted[k] != doc.quoted[first] or not (spaced or k + 2 < end and _told_between(doc, k + 1)):
            return k
        close = closing_dash(doc, k, end - 1)
        return close + 1 if close is not None and close > k + 2 and self._spaced(close) == spaced else k

    def _spaced(self, k: int) -> bool:
        text, tokens = self.doc.text, self.doc.tokens
        return text[tokens.starts[k] - 1].isspace() and tokens.ends[k] < len(text) and text[tokens.ends[k]].isspace()

    def _quotation(self, opener: int, skip: int = 0) -> tuple[list[Chars], Range]:
        """The words inside the quotation marks; what follows them in the sentence under the same cue goes along."""
        quote = self.doc.quotes[opener]
        last = quote.last if quote.closed else min(quote.last, self.limit)
        first = opener + 1
        if first + 1 < last and self.doc.words[first].tag == "that" and self.doc.forms[first].startswith("ان"):
            first += 1
        inner = (first, max(first + 1, trim_end(self.doc, first, last)))
        joined = self._only_quotes((opener, self._joined_end(opener)))
        if joined:
            return [chars(self.doc, q) for q in joined], (joined[0][0], joined[-1][1])
        if quote.closed and quote.last + 1 < self.limit and goes_on(self.doc, quote.last + 1):
            reach = self.reach(first if first > opener + 1 else opener, clause=True)
            if reach[1] > quote.last + 1:
                return [chars(self.doc, reach)], reach
        return self._without_remarks(inner, skip, dashes=False), inner

    def _joined_end(self, opener: int) -> int:
        """The token after the last of several quotations joined by و (هتفوا «…» و«…»)."""
        doc, quote = self.doc, self.doc.quotes[opener]
        while quote.closed and quote.last + 2 < self.limit and doc.forms[quote.last + 1] == "و":
            after = doc.quotes.get(quote.last + 2)
            if after is None or not after.closed or after.last >= self.limit:
                break
            quote = after
        return quote.last + 1

    def _whole_quote(self, reach: Range) -> Range | None:
        first, end = reach
        quote = self.doc.quotes.get(first)
        if quote is None or end - first < 3:
            return None
        if quote.closed and quote.last == end - 1:
            start = (
                first + 2
                if self.doc.words[first + 1].tag == "that" and self.doc.forms[first + 1].startswith("ان")
                else first + 1
            )
            return start, max(start + 1, trim_end(self.doc, start, end - 1))
        if not quote.closed and quote.last >= end:
            return first + 1, end
        return None

    def _channel_behind(self, end: int) -> Chars | None:
        """قدم التعازي خلال اتصال هاتفي: the channel stands behind the content."""
        doc = self.doc
        if end + 1 >= self.limit or doc.forms[end] != "خلال" or not doc.words[end + 1].channel:
            return None
        return chars(doc, (end + 1, max(end + 2, noun_phrase(doc, end + 1, self.limit))))

    def draft(self, rule: str, content: list[Chars], reach: Range, act: Act | None = None) -> Draft:
        """A draft with the cue's own data filled in."""
        zone = self.zone
        doc = self.doc
        return Draft(
            rule=rule,
            entry=self.cue.entry.id,
            at=self.at,
            act=act or self.cue.entry.act,
            cue=cue_chars(doc, self.at),
            content=content,
            reach=reach,
            inflection=self.cue.inflection,
            audience=chars(doc, zone.audience, zone.audience_skip) if zone.audience else None,
            channel=chars(doc, zone.channel) if zone.channel else self._channel_behind(reach[1]),
            when=zone.when,
            resumptive=self.resumptive,
        )


def _told_between(doc: Document, k: int) -> bool:
    """-الذي يتزعمه X-، -كما يقول X-: what stands right between dashes is the writer's."""
    return doc.words[k].tag == "relative" or doc.forms[k] == "كما" and bool(doc.words[k + 1].cues)


def goes_on(doc: Document, i: int) -> bool:
    """Whether text right after a closing mark still belongs to the content (no comma, no new clause)."""
    word = doc.words[i]
    if (
        word.tag in ("comma", "colon", "mark", "breaking", "adversative", "subordinate", "close", "open")
        or word.conjunction
    ):
        return False
    return not any(not c.is_noun for c in word.cues)
