"""Reads the zone after a cue from left to right: speaker, audience, channel, time, intermediary, in any order."""

from __future__ import annotations

from mawqif.lang.ar.lexis.closed import (
    ADVERBS,
    AMONG,
    ANSWERING,
    ASIDE,
    BEFORE_CLAUSE,
    BESIDE,
    CALLED,
    CONCERNING,
    FORMULAS,
    HE,
    HERE,
    HIGHNESS,
    LEVELS,
    MANNERLY,
    MANNERS,
    OWN_SPEECH,
    SAID,
    SAYS,
)
from mawqif.lang.ar.lexis.deeds import is_deed
from mawqif.lang.ar.lexis.word import as_name
from mawqif.lang.ar.syntax.marker import QUOTE, Marker, is_clause_particle, marker_at
from mawqif.lang.ar.syntax.phrase import DASHES, can_speak, is_adverb, is_verb, noun_phrase
from mawqif.lang.ar.syntax.steps import BEFORE_CHANNEL, PARTS, STOPS, Steps
from mawqif.lang.ar.syntax.zone import (
    Zone,
    anonymity,
    attitude_at,
    clause_as_object,
    describes_aside,
    is_double,
    is_manner,
    is_other_phrase,
    is_place,
    is_remark,
    is_share,
    is_verbal_noun,
    names_holder,
    names_speaker,
    names_titled,
    noun_phrase_from,
    object_behind,
    so_called,
    tells_who,
)


class ZoneReader(Steps):
    """Reads one zone; each step consumes one constituent."""

    def read(self) -> Zone:
        """Read until content begins or something that fits no constituent."""
        while self.at < self.limit:
            marker = marker_at(self.doc, self.at, self.limit, self.takes) or self._short_quotation()
            if marker is not None and not self._is_aside(marker):
                self.zone.marker = marker
                break
            if not self._step():
                break
        self.zone.end = self.at
        return self.zone

    def _short_quotation(self) -> Marker | None:
        """قال: «لا»، قال «لن نعود»: few words right after the verb are speech, not a name, unless a clause follows them."""
        doc, i = self.doc, self.at
        quote = doc.quotes.get(i)
        if quote is None or "«" not in self.takes or not quote.closed:
            return None
        first = doc.words[i + 1]
        if first.tag == "negation" or is_verb(first) and first.name < 2 and quote.last > i + 2:
            return Marker(QUOTE, i)
        if i != self.first:
            return None
        after = quote.last + 1
        return Marker(QUOTE, i) if after >= self.limit or doc.forms[after] in STOPS else None

    def _is_aside(self, marker: Marker) -> bool:
        """A preposition of the verb that begins a time or a channel is no content (وأعلن في مؤتمر …)."""
        if marker.kind != "phrase":
            return False
        first = marker.first
        word = self.doc.words[first]
        if word.core == "الاتفاق" and self.doc.words[min(first + 1, self.limit - 1)].bare != "مع":
            return False
        if marker.preposition == "ب" and (is_manner(self.doc, first, objects=self.objects) or word.core in SAID):
            return True
        if marker.preposition in ("ل", "من", "في", "على") and first in self.doc.times:
            return True
        if marker.preposition == "في" and word.channel or marker.preposition == "على" and word.core in LEVELS:
            return True
        return marker.preposition == "ل" and self._is_audience(first)

    def _step(self) -> bool:
        """Step over one constituent; False where nothing fits, and then the zone ends."""
        i = self.at
        width = self._words_beside(i)
        if width:
            self.at += width
            return True
        word = self.doc.words[i]
        if word.form in DASHES:
            return self._dashes(i)
        if word.bare in FORMULAS and i > self.first:
            return self._accordance(i)
        if self._relays(i):
            return self._relay(i)
        quoted = self._quotation_behind(i)
        if quoted is not None:
            self.at = quoted
            return True
        if self.says and (self.zone.source is not None or word.conjunction) and is_remark(self.doc, i, self.limit):
            return self._past_comma(i)
        if self._is_other_cue(i):
            self.zone.stop = f"another cue «{word.form}»"
            return False
        return self._constituent(i)

    def _words_beside(self, i: int) -> int:
        """Words that tell neither who nor what, by their number: commas, adverbs, manner, a request not to be named."""
        doc, word = self.doc, self.doc.words[i]
        says = (
            word.bare in SAYS
            and "«" in self.takes
            and i in (self.first, self.zone.source[1] if self.zone.source else -1)
        )
        if (word.bare in SAID or word.core in SAID or says) and self.says and "light" not in self.takes:
            self.zone.said = i
            self.takes = (*self.takes, "أن", "«", ":")
            return 1
        if i > self.first:
            unnamed = anonymity(doc, i, self.limit)
            if unnamed is not None:
                return unnamed - i
            if word.bare in OWN_SPEECH:
                return 1
            if word.form == "فيما" and i + 2 < self.limit and doc.forms[i + 1] in CONCERNING:
                return max(noun_phrase_from(doc, i + 2, self.limit, self.fold_stops), i + 3) - i
            if word.form in AMONG:
                return max(noun_phrase(doc, i + 1, self.limit), i + 1) - i
            if word.bare in FORMULAS:
                return 0
            if word.bare in CALLED:
                return max(noun_phrase(doc, i + 1, self.limit), i + 1) - i
        answers = word.bare in ANSWERING and i + 2 < self.limit and doc.forms[i + 1] == "علي"
        if answers and doc.words[i + 2].bare != "ما":
            return max(noun_phrase_from(doc, i + 2, self.limit), i + 3) - i
        if i in doc.quotes and doc.quotes[i].last == i + 2 and doc.words[i + 1].form in MANNERLY:
            return 3
        if self._relays(i):
            return 0
        meant = () if self.subject_possible else HIGHNESS
        adverb = word.bare in BESIDE or self._is_adverb(i) or i == self.first and word.form in ("لي", "لنا", *meant)
        width = MANNERS.get(word.form, 1 if word.tag == "comma" or adverb else 0)
        after = i + width
        joined = word.form in MANNERS and after < self.limit and doc.forms[after].startswith("وب")
        return width + joined

    def _is_adverb(self, i: int) -> bool:
        """An accusative with tanwin; where a verb may take an object it is one, unless it is a relational adverb (رسمياً)."""
        word = self.doc.words[i]
        if not is_adverb(self.doc, i) or word.act is not None or word.cues:
            return False
        comma = self.doc.words[i - 1].tag == "comma"
        beside = i == self.first or any(
            reach is not None and i in (reach[1], reach[1] + comma) for reach in (self.zone.source, self.zone.when)
        )
        return (
            not (self.objects and beside)
            or self.zone.obj is not None
            or word.bare in ADVERBS
            or word.core.endswith("يا")
        )

    def _relays(self, i: int) -> bool:
        words = self.doc.words
        return words[i].bare == "نقلا" and i + 2 < self.limit and words[i + 1].bare == "عن"

    def _is_other_cue(self, i: int) -> bool:
        word = self.doc.words[i]
        cues = () if i == self.first or word.tag == "preposition" else word.cues
        if not any(not c.is_noun and (c.is_participle or word.verb >= max(3, word.noun)) for c in cues):
            return False
        if self._told_of_speaker(i) or self._told_of_channel(i) or self._goes_on_with_verb(i):
            return False
        if self.objects and self.zone.obj is None and is_verbal_noun(self.doc, self.first - 1, i):
            return False
        deed = self.objects and self.zone.obj is None and not word.conjunction
        return not (deed and is_deed(word.core.removesuffix("ه"), ""))

    def _constituent(self, i: int) -> bool:
        """A time, a prepositional phrase, a clause that tells more of a phrase, or a phrase of its own."""
        doc, zone, word = self.doc, self.zone, self.doc.words[i]
        if i in doc.times and word.bare != "غداه" or (word.tag == "preposition" and (i + 1) in doc.times):
            return self._time(i)
        if word.tag == "preposition" or word.preposition or word.bare == "ل":
            return self._place_and_name(i) or self._prepositional(i)
        if word.tag == "relative" and zone.source and i == zone.source[1]:
            return self._relative(i)
        if word.tag == "relative" and zone.obj and i == zone.obj[1]:
            return self._relative_of_object(i)
        if word.tag == "open":
            return self._bracket(i)
        if word.conjunction and word.bare in HE and zone.source is not None:
            return self._circumstance(i)
        if self._tells_more(i):
            return self._over_clause(i)
        return self._nominal(i)

    def _tells_more(self, i: int) -> bool:
        """A relative clause, or a verb after an indefinite noun, tells more of an aside (في أول مؤتمر يعقده …، إن)."""
        word, before = self.doc.words[i], self.doc.words[i - 1]
        if not self.says or i <= self.first + 1 or before.tag:
            return False
        held = self.zone.source is not None and i == self.zone.source[1]
        return (
            word.tag == "relative"
            or not held
            and not before.definite
            and is_verb(word)
            and not word.conjunction
            and word.name < 2
        )

    def _prepositional(self, i: int) -> bool:
        doc, zone, word = self.doc, self.zone, self.doc.words[i]
        if word.bare == "نقلا" or (word.tag == "" and not word.preposition and word.bare not in ("ل", "ب")):
            return False
        inside = i + 1 if word.tag == "preposition" or word.bare in ("ل", "ب") else i
        if inside >= self.limit:
            return False
        if word.bare == "من" and "من>" in self.takes and zone.audience is None:
            end = noun_phrase(doc, inside, self.limit, tight=True)
            zone.audience, self.at = (inside, max(end, inside + 1)), max(end, inside + 1)
            return True
        noun = doc.words[inside]
        if is_clause_particle(doc, inside) and word.bare in BEFORE_CLAUSE:
            return self._past_comma(inside)
        told = doc.words[inside + 1] if inside + 1 < self.limit else noun
        if noun.form == "ما" and (told.bare == "اذا" or is_verb(told) or told.cues):
            return self._over_clause(inside + 1)
        inside += is_double(doc, i, self.limit)
        return self._place_beside(i, inside)

    def _place_beside(self, i: int, inside: int) -> bool:
        """Keep the phrase behind the preposition at `i` as channel or audience; it may be neither."""
        doc, zone, word = self.doc, self.zone, self.doc.words[i]
        noun = doc.words[inside + (doc.words[inside].tag == "demonstrative" and inside + 1 < self.limit)]
        end = self._phrase_beside(i, inside)
        if noun.core in PARTS and inside + 1 < self.limit and doc.words[inside + 1].channel:
            noun = doc.words[inside + 1]
        to_press = word.preposition == "ل" and zone.audience is None and self._is_audience(inside)
        untold = zone.channel is None and zone.obj is None and zone.source is not None
        if noun.channel and not to_press and (word.bare in BEFORE_CHANNEL or word.preposition in ("ب", "ل")):
            end = self._channel_end(inside, end)
            if zone.channel is None:
                zone.channel = (inside, end)
        elif word.bare in ("في", "من") and untold and is_place(doc, inside):
            zone.channel = (inside, end)
        elif self._addresses(i, inside):
            zone.audience = (inside, end)
            zone.audience_skip = len(word.form) - len(word.bare) + 1 if word.preposition else 0
        elif word.bare not in ASIDE and not word.preposition and word.tag != "preposition":
            zone.stop = f"«{word.form}»"
            return False
        self.at = max(end, inside + 1)
        return True

    def _phrase_beside(self, i: int, inside: int) -> int:
        """The end of the phrase behind the preposition at `i`; behind دون a form that may be a verb is a noun."""
        doc, word = self.doc, self.doc.words[i]
        if doc.words[inside].tag == "demonstrative" and inside + 2 < self.limit and doc.words[inside + 1].core in HERE:
            return inside + 2
        end = max(inside + 1, noun_phrase_from(doc, inside, self.limit, self.fold_stops))
        if end == inside + 1 and word.bare in ("دون", "بعد", "قبل") and is_verb(doc.words[inside]):
            end = max(end, noun_phrase(doc, end, self.limit, stops=self.fold_stops))
        return self._before_event(inside, end)

    def _addresses(self, i: int, inside: int) -> bool:
        """Whether a prepositional phrase tells to whom something is said."""
        if self.zone.audience is not None or self.zone.obj is not None:
            return False
        word = self.doc.words[i]
        if word.bare == "الي":
            return "light" in self.takes
        if word.preposition == "ل" and is_deed(word.core.removeprefix("ال"), ""):
            return False
        return word.preposition == "ل" or word.bare in ("ل", "امام")

    def _nominal(self, i: int) -> bool:
        """A noun phrase: the speaker, more of the speaker, the object, or something that does not belong here."""
        doc, zone = self.doc, self.zone
        doubtful = so_called(doc, i, self.limit) if zone.source is None and self.subject_possible else 0
        if doubtful:
            zone.source, self.at = (i, doubtful), doubtful
            return True
        if doc.forms[i] == "ما" and self._takes_clause(i):
            return self._whatever(i)
        if i == self.first and self.subject_possible and is_share(self.doc, i, self.limit):
            zone.source, self.at = (i, i + 2), i + 2
            return True
        if self._quoted_object(i):
            zone.obj = (i, doc.quotes[i].last + 1)
            self.at = doc.quotes[i].last + 1
            return True
        end = noun_phrase(doc, i, self.limit, stops=self.fold_stops)
        if end == i and i == self.first and zone.source is None and names_speaker(self.doc, i, self.limit):
            doc.words[i] = as_name(doc.words[i])
            end = max(noun_phrase(doc, i, self.limit, stops=self.fold_stops), i + 1)
        if end == i and self._goes_on_with_verb(i):
            zone.source = (zone.source[0] if zone.source else i, i + 1)
            self.at = i + 1
            return True
        if end == i and self._event_in_verbal_form(i):
            zone.obj, self.at = (i, i + 1), i + 1
            return False
        if end == i and zone.relayed is not None and zone.relayed[1] == i:
            return self._over_clause(i)
        if end == i:
            return self._relative(i) if self._opens_relative(i) else self._skip_parenthesis(i)
        if self._is_attitude(i):
            zone.obj, zone.stop = (i, end), "a noun of attitude"
            return False
        if describes_aside(doc, zone, i, end):
            self.at = end
            return True
        placed = self._more_of_speaker(i, end) if zone.source is not None else self._first_phrase(i, end)
        self.at = max(placed, i + 1)
        return placed > 0

    def _takes_clause(self, i: int) -> bool:
        told = "topic" in self.takes or clause_as_object(self.doc, self.first, i, self.limit, self.takes)
        return self.objects and self.zone.obj is None and told

    def _is_attitude(self, i: int) -> bool:
        if "light" not in self.takes or self.zone.obj is not None or not attitude_at(self.doc, i):
            return False
        return self.zone.source is not None or self.doc.words[i].head is None

    def _first_phrase(self, i: int, end: int) -> int:
        """Place the first phrase, as speaker or as object; its end, or 0 where the zone ends."""
        zone = self.zone
        if zone.obj is not None:
            zone.stop = "a phrase after the object"
            return 0
        if self.objects and not self.subject_possible:
            zone.obj = (i, end)
            return end
        if self.objects:
            tight = noun_phrase(self.doc, i, self.limit, tight=True, stops=self.fold_stops)
            other = i < tight < end and is_other_phrase(self.doc.words[tight])
            if self.addressed or other or not self._runs_to_marker(end):
                end = tight
        if not self._runs_to_marker(end):
            end = self._before_event(i, end)
        zone.source = (i, end)
        return end

    def _more_of_speaker(self, i: int, end: int) -> int:
        """Place a phrase after the speaker: an apposition, the object, a coordinate; its end, or 0."""
        doc, zone = self.doc, self.zone
        assert zone.source is not None
        word, after_comma = doc.words[i], doc.words[i - 1].tag == "comma"
        beside = after_comma and zone.source[1] == i - 1 and zone.obj is None
        if beside and tells_who(doc, i, self.limit, self.takes):
            end = noun_phrase(doc, i, self.limit)
            zone.source = (zone.source[0], end)
        elif (
            names_titled(doc, zone.source, i)
            or beside
            and (names_holder(doc, zone.source[0], i, self.limit) or self._is_apposition(i, end))
        ):
            zone.source = (zone.source[0], end)
        elif self.objects and zone.obj is None and not (word.conjunction and after_comma):
            zone.obj = (i, end)
        elif not (word.conjunction and not word.cues and not is_verb(word)) and word.act is None and not after_comma:
            zone.stop = f"a second phrase «{word.form}»"
            return 0
        return end

    def _is_apposition(self, i: int, end: int) -> bool:
        if self.objects and not (
            end < self.limit and (self.doc.words[end].tag == "comma" or self._runs_to_marker(end))
        ):
            return False
        word = self.doc.words[i]
        return not word.conjunction and (
            can_speak(self.doc, i, i + 1) or word.definite and self.objects and object_behind(self.doc, end, self.limit)
        )
