"""The stretch between a cue and what was said: speaker, audience, channel, time, intermediary, in any order."""

from __future__ import annotations

import msgspec

from mawqif.lang.ar.document import Document
from mawqif.lang.ar.marker import CLAUSE, QUOTE, Marker, is_clause_particle, marker_at
from mawqif.lang.ar.word import as_name
from mawqif.model import Act
from mawqif.lang.ar.phrase import DASHES, can_speak, closing_dash, is_adverb, is_name, is_verb, noun_phrase

Range = tuple[int, int]
FARTHEST = 90
"""Tokens that may stand between a cue and its content."""
_BEFORE_CHANNEL = frozenset(("في", "خلال", "عبر", "علي", "ضمن", "لدي", "عقب", "بعد", "اثناء", "ب"))
_ASIDE = frozenset("في خلال بعد قبل عقب اثر منذ عبر مع ضمن حول بشان امام علي عند لدي اثناء من بحضور بمناسبه وسط ازاء حيال تجاه نحو الي عن بين حتي ضد بسبب رغم برفقه تحت نقلا".split())
_ADVERBS = frozenset("ايضا كذلك مجددا صراحه علنا رسميا سابقا لاحقا مؤخرا اخيرا مرارا بدوره بدورها بدورهم انذاك حينها مباشره فيه فيها خلاله خلالها عنه عنها به بها له لها لهم اليه اليها عليه عليها منه منها ايضاً معا بالفعل الطبع".split())
MANNER = frozenset("اغلبيه غالبيه اجماع الاجماع الاغلبيه شكل صوره وضوح قوه شده حضور مناسبه اسم الطبع الفعل الذات نفسه نفسها دوره دورها صفته صفتها وصفه وصفها حسب سبب عنوان جانب الاضافه التزامن الاتفاق".split())
_SAID = frozenset("قوله قولها قولهم القول قائلا قائله قائلين بالقول بقوله بقولها".split())
_PARTS = frozenset("اول اخر ثاني احدث بدايه ختام مستهل نهايه اطار هامش مقدمه سياق".split())
_MANNERLY = frozenset("بشده بقوه بوضوح بحزم بصراحه".split())
_AMONG = frozenset("بينها بينهم ومنها ومنهم وبينهم وبينها بينهما".split())
_HE = frozenset(("هو", "هي", "هم", "هما"))
_STOPS = frozenset(".؟?!")
_AUDIENCES = frozenset("صحافيين صحفيين صحافيين وسائل مراسلين حضور وكاله صحيفه قناه تلفزيون اذاعه موقع برنامج شبكه جريده مجله صحافه".split())


class Zone(msgspec.Struct):
    """What stands between cue and content; token ranges. `obj` is a second noun phrase (object or audience)."""

    source: Range | None = None
    obj: Range | None = None
    audience: Range | None = None
    audience_skip: int = 0
    channel: Range | None = None
    when: Range | None = None
    relayed: Range | None = None
    marker: Marker | None = None
    stop: str = ""
    said: int = -1


class ZoneReader:
    """Reads one zone from left to right; each step consumes one constituent."""

    def __init__(self, doc: Document, first: int, limit: int, takes: tuple[str, ...], *, objects: bool, subject: bool = True, addressed: bool = False) -> None:
        self.addressed = addressed
        self.says = not objects or "«" in takes or "أن" in takes
        self.subject_possible = subject
        self.doc, self.limit, self.takes, self.objects = doc, min(limit, first + FARTHEST), takes, objects
        self.at = first
        self.first = first
        self.zone = Zone()
        self.stops = tuple(t for t in takes if t not in ("أن", "«", ":", "noun", "topic", "light"))
        self.fold_stops = tuple({"إلى": "الي", "على": "علي", "من>": "من"}.get(s, s) for s in self.stops)

    def read(self) -> Zone:
        """Read until content begins or something that fits no constituent."""
        while self.at < self.limit:
            marker = marker_at(self.doc, self.at, self.limit, self.takes) or self._short_quotation()
            if marker is not None and not self._is_aside(marker):
                self.zone.marker = marker
                break
            if not self._step():
                break
        return self.zone

    def _short_quotation(self) -> Marker | None:
        """قال: «لا»، قال «لن نعود»: few words right after the verb are speech, not a name, unless a clause follows them."""
        doc, i = self.doc, self.at
        quote = doc.quotes.get(i)
        if quote is None or i != self.first or "«" not in self.takes or not quote.closed:
            return None
        after = quote.last + 1
        return Marker(QUOTE, i) if after >= self.limit or doc.forms[after] in _STOPS else None

    def _is_aside(self, marker: Marker) -> bool:
        """A preposition of the verb that begins a time or a channel is no content (وأعلن في مؤتمر …)."""
        if marker.kind != "phrase":
            return False
        first = marker.first
        word = self.doc.words[first]
        if word.core == "الاتفاق" and self.doc.words[min(first + 1, self.limit - 1)].bare != "مع":
            return False
        if marker.preposition == "ب" and (word.core in MANNER or word.core in _SAID):
            return True
        if marker.preposition in ("ل", "من", "في", "على") and first in self.doc.times:
            return True
        if marker.preposition == "في" and word.channel:
            return True
        return marker.preposition == "ل" and self._is_audience(first)

    def _is_audience(self, i: int) -> bool:
        word = self.doc.words[i]
        mention = self.doc.mentions.get(i)
        return word.core.removeprefix("ال") in _AUDIENCES or (mention is not None and mention.entity.type == "media")

    def _step(self) -> bool:
        doc, i = self.doc, self.at
        word = doc.words[i]
        if (word.bare in _SAID or word.core in _SAID) and self.says and "light" not in self.takes:
            self.zone.said = i
            self.takes = (*self.takes, "أن", "«", ":")
            self.at += 1
            return True
        if word.form in DASHES:
            return self._dashes(i)
        unnamed = anonymity(doc, i, self.limit) if i > self.first else None
        if unnamed is not None:
            self.at = unnamed
            return True
        if word.bare in ("وفق", "وفقا", "بحسب", "حسب") and i > self.first:
            return self._accordance(i)
        if word.bare == "نقلا" and i + 2 < self.limit and doc.words[i + 1].bare == "عن":
            return self._relay(i)
        if i in doc.quotes and doc.quotes[i].last == i + 2 and doc.words[i + 1].form in _MANNERLY:
            self.at = i + 3
            return True
        if word.form in _AMONG and i > self.first:
            self.at = max(noun_phrase(doc, i + 1, self.limit), i + 1)
            return True
        if word.form in ("بشكل", "بصوره", "بطريقه", "بالطبع", "بوضوح", "بشده", "بقوه"):
            self.at += 2 if word.form in ("بشكل", "بصوره", "بطريقه") else 1
            return True
        if word.tag == "comma" or word.bare in _ADVERBS or is_adverb(doc, i) and word.act is None and not word.cues:
            self.at += 1
            return True
        if i > self.first and any(not c.is_noun and (c.is_participle or word.verb >= max(3, word.noun)) for c in word.cues):
            self.zone.stop = f"another cue «{word.form}»"
            return False
        if i in doc.times or (word.tag == "preposition" and (i + 1) in doc.times):
            return self._time(i)
        if word.tag == "preposition" or word.preposition or word.bare == "ل":
            return self._prepositional(i)
        if word.tag == "relative" and self.zone.source and i == self.zone.source[1]:
            return self._relative(i)
        if word.tag == "relative" and self.zone.obj and i == self.zone.obj[1]:
            return self._relative_of_object(i)
        if word.tag == "open":
            return self._bracket(i)
        if word.conjunction and word.bare in _HE and self.zone.source is not None:
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
        return word.tag == "relative" or not held and not before.definite and is_verb(word) and not word.conjunction and word.name < 2

    def _circumstance(self, i: int) -> bool:
        """ودعا X وهو سياسي بارز إلى …: on to the content or a comma."""
        for k in range(i + 1, self.limit):
            if self.doc.words[k].tag == "comma" or marker_at(self.doc, k, self.limit, self.takes) is not None:
                self.at = k
                return True
        self.zone.stop = "a circumstance without end"
        return False

    def _over_clause(self, i: int) -> bool:
        """On to the comma or the content that ends a clause inside an aside."""
        for k in range(i + 1, self.limit):
            doc = self.doc
            if doc.words[k].tag in ("comma", "colon") or (k in doc.quotes and doc.is_speech(k)) or is_clause_particle(doc, k):
                if self.zone.channel is not None and self.zone.channel[1] == i:
                    self.zone.channel = (self.zone.channel[0], k)
                self.at = k
                return True
        self.zone.stop = "a clause without end"
        return False

    def _dashes(self, i: int) -> bool:
        """A remark between dashes (-اليوم الأربعاء-، -الذي نشره الموقع-) is stepped over; a time in it is kept."""
        close = closing_dash(self.doc, i, self.limit)
        if close is None:
            self.at += 1
            return True
        for k in range(i + 1, close):
            if k in self.doc.times and self.zone.when is None:
                self.zone.when = (k, min(self.doc.times[k].last, close))
        if self.zone.channel is None and self.doc.words[i + 1].bare in _BEFORE_CHANNEL and self._is_channel(i + 2):
            self.zone.channel = (i + 2, close)
        self.at = close + 1
        return True

    def _is_channel(self, i: int) -> bool:
        """Whether a channel starts here, or a part of one (بداية مقالها، ختام الاجتماع)."""
        words = self.doc.words
        return words[i].channel or words[i].core in _PARTS and i + 1 < len(words) and words[i + 1].channel

    def _accordance(self, i: int) -> bool:
        """وأعلنت المجموعة، وفقاً للمجلة، …: the formula is stepped over here, and read by its own construction."""
        k = i + 1
        while k < self.limit and self.doc.words[k].bare == "ل":
            k += 1
        end = noun_phrase_from(self.doc, k, self.limit) if k < self.limit else k
        self.at = max(end, k + 1)
        return self.at < self.limit

    def _relay(self, i: int) -> bool:
        end = noun_phrase(self.doc, i + 2, self.limit)
        if end == i + 2:
            return False
        self.zone.relayed = (i + 2, end)
        self.at = end
        return True

    def _bracket(self, i: int) -> bool:
        for k in range(i + 1, min(self.limit, i + 12)):
            if self.doc.words[k].tag == "close":
                if i == self.first and self.subject_possible:
                    self.zone.source = (i, k + 1)
                self.at = k + 1
                return True
        self.zone.stop = "an open bracket"
        return False

    def _time(self, i: int) -> bool:
        first = i if i in self.doc.times else i + 1
        last = self.doc.times[first].last
        if self.zone.when is None:
            self.zone.when = (i, last)
        elif self.zone.when[1] in (i, i - 1):
            self.zone.when = (self.zone.when[0], last)
        self.at = last
        return True

    def _prepositional(self, i: int) -> bool:
        doc, word = self.doc, self.doc.words[i]
        if word.bare == "نقلا" or (word.tag == "" and not word.preposition and word.bare not in ("ل", "ب")):
            return False
        inside = i + 1 if word.tag == "preposition" or word.bare in ("ل", "ب") else i
        if inside >= self.limit:
            return False
        if word.bare == "من" and "من>" in self.takes and self.zone.audience is None:
            end = noun_phrase(doc, inside, self.limit, tight=True)
            self.zone.audience, self.at = (inside, max(end, inside + 1)), max(end, inside + 1)
            return True
        noun = doc.words[inside]
        if noun.tag == "demonstrative" and inside + 1 < self.limit:
            noun = doc.words[inside + 1]
        end = max(inside + 1, noun_phrase_from(doc, inside, self.limit, self.fold_stops))
        if noun.core in _PARTS and inside + 1 < self.limit and doc.words[inside + 1].channel:
            noun = doc.words[inside + 1]
        to_press = word.preposition == "ل" and self.zone.audience is None and self._is_audience(inside)
        if noun.channel and not to_press and (word.bare in _BEFORE_CHANNEL or word.preposition in ("ب", "ل")):
            end = self._channel_end(inside, end)
            if self.zone.channel is None:
                self.zone.channel = (inside, end)
        elif word.bare in ("في", "من") and self.zone.channel is None and self.zone.obj is None and self._is_place(inside):
            self.zone.channel = (inside, end)
        elif self._addresses(i, inside):
            self.zone.audience = (inside, end)
            self.zone.audience_skip = len(word.form) - len(word.bare) + 1 if word.preposition else 0
        elif word.bare not in _ASIDE and not word.preposition and word.tag != "preposition":
            self.zone.stop = f"«{word.form}»"
            return False
        self.at = max(end, inside + 1)
        return True

    def _is_place(self, i: int) -> bool:
        """A capital or town where something is said stands for its channel (للصحافيين في واشنطن)."""
        mention = self.doc.mentions.get(i)
        return mention is not None and mention.form in ("capital", "place") and self.zone.source is not None

    def _addresses(self, i: int, inside: int) -> bool:
        """Whether a prepositional phrase tells to whom something is said."""
        if self.zone.audience is not None or self.zone.obj is not None:
            return False
        word = self.doc.words[i]
        if word.bare == "الي":
            return "light" in self.takes
        return word.preposition == "ل" or word.bare in ("ل", "امام")

    def _channel_end(self, first: int, end: int) -> int:
        """A channel takes its partner along (مقابلة مع قناة …، حديث لـ«الشرق الأوسط»، بيان نشرته …)."""
        doc = self.doc
        while end < self.limit:
            word = doc.words[end]
            if marker_at(doc, end, self.limit, self.takes) and word.bare not in ("ل", "علي", "عن", "في") and word.preposition != "ل":
                break
            if end in doc.times or (word.tag == "preposition" and (end + 1) in doc.times):
                break
            if word.bare == "عن" and "عن" in self.takes:
                break
            if word.tag == "preposition" and word.bare in ("مع", "علي", "في", "ل", "عبر", "الي", "من", "حول", "عن", "بشان") or word.bare == "ل":
                nxt = noun_phrase(doc, end + 1, self.limit, tight=True) if self.objects else noun_phrase_from(doc, end + 1, self.limit)
            elif word.preposition in ("ل", "ب"):
                nxt = noun_phrase_from(doc, end, self.limit)
            elif is_verb(word) and not word.conjunction:
                nxt = self._to_boundary(end)
            else:
                break
            if nxt <= end:
                break
            end = nxt
        return end

    def _to_boundary(self, i: int) -> int:
        while i < self.limit:
            word = self.doc.words[i]
            if word.tag in ("comma", "colon") or i in self.doc.quotes and self.doc.is_speech(i) or is_clause_particle(self.doc, i):
                break
            i += 1
        return i

    def _relative(self, i: int) -> bool:
        """A restrictive relative clause belongs to the phrase before it: on to the marker or comma."""
        j = i + 1
        while j < self.limit:
            word = self.doc.words[j]
            if word.tag in ("comma", "colon") or (j in self.doc.quotes and self.doc.is_speech(j)):
                break
            marker = marker_at(self.doc, j, self.limit, self.takes)
            if marker is not None and marker.kind == "clause":
                break
            if word.tag == "preposition" and word.bare in _BEFORE_CHANNEL and j + 2 < self.limit and self._is_channel(j + 1):
                break
            j += 1
        while j > i + 1 and self.doc.forms[j - 1] in _STOPS:
            j -= 1
        assert self.zone.source is not None
        self.zone.source = (self.zone.source[0], j)
        self.at = j
        return True

    def _relative_of_object(self, i: int) -> bool:
        """داعياً الكونغرس الذي يسيطر عليه خصومه إلى …: on to the verb's own preposition."""
        for k in range(i + 1, self.limit):
            if self.doc.words[k].tag == "comma":
                break
            if marker_at(self.doc, k, self.limit, self.takes) is not None:
                assert self.zone.obj is not None
                self.zone.obj = (self.zone.obj[0], k)
                self.at = k
                return True
        self.zone.stop = "a relative clause without end"
        return False

    def _whatever(self, i: int) -> bool:
        """وصف الوزير ما جرى بأنه …: a clause with ما as the object."""
        for k in range(i + 2, min(self.limit, i + 12)):
            word = self.doc.words[k]
            if word.preposition == "ب" or word.bare.startswith("بان") or word.bare == "ب":
                self.zone.obj, self.at = (i, k), k
                return True
        self.zone.stop = "«ما»"
        return False

    def _nominal(self, i: int) -> bool:
        doc, zone = self.doc, self.zone
        if doc.forms[i] == "ما" and "topic" in self.takes and zone.obj is None:
            return self._whatever(i)
        end = noun_phrase(doc, i, self.limit, stops=self.fold_stops)
        if end == i and i == self.first and self._names_speaker(i):
            doc.words[i] = as_name(doc.words[i])
            end = max(noun_phrase(doc, i, self.limit, stops=self.fold_stops), i + 1)
        if end == i:
            if (is_verb(doc.words[i]) or doc.words[i].bare in ("لم", "لا")) and zone.source is not None and zone.source[1] == i and not doc.words[zone.source[0]].definite:
                return self._relative(i)
            return self._skip_parenthesis(i)
        after_comma = i > 0 and doc.words[i - 1].tag == "comma"
        if "light" in self.takes and zone.obj is None and attitude_at(doc, i) and (zone.source is not None or doc.words[i].head is None):
            zone.obj = (i, end)
            zone.stop = "a noun of attitude"
            return False
        if self.objects and zone.source is None and zone.obj is None and not self.subject_possible:
            zone.obj = (i, end)
        elif zone.source is None and zone.obj is not None:
            zone.stop = "a phrase after the object"
            return False
        elif zone.source is None:
            if self.objects and (self.addressed or not self._runs_to_marker(end)):
                end = noun_phrase(doc, i, self.limit, tight=True, stops=self.fold_stops)
            zone.source = (i, end)
        elif after_comma and zone.source[1] == i - 1 and zone.obj is None and self._tells_who(i):
            end = noun_phrase(doc, i, self.limit)
            zone.source = (zone.source[0], end)
        elif after_comma and zone.source[1] == i - 1 and zone.obj is None and self._is_apposition(i, end):
            zone.source = (zone.source[0], end)
        elif self.objects and zone.obj is None:
            zone.obj = (i, noun_phrase(doc, i, self.limit, stops=self.fold_stops))
            end = zone.obj[1]
        elif doc.words[i].conjunction and not doc.words[i].cues and not is_verb(doc.words[i]):
            self.at = end
            return True
        elif doc.words[i].act is None and not after_comma:
            zone.stop = f"a second phrase «{doc.words[i].form}»"
            return False
        self.at = max(end, i + 1)
        return True

    def _is_apposition(self, i: int, end: int) -> bool:
        if self.objects and not (end < self.limit and (self.doc.words[end].tag == "comma" or self._runs_to_marker(end))):
            return False
        return can_speak(self.doc, i, i + 1) and not self.doc.words[i].conjunction

    def _names_speaker(self, i: int) -> bool:
        """A verb right after the cue can only be a name (وجّه صادق موسوي رسالة)."""
        word = self.doc.words[i]
        if word.tag:
            return False
        if word.cues:
            return not word.conjunction and word.name >= 1 and i + 1 < self.limit and is_name(self.doc.words[i + 1])
        return word.conjunction or is_verb(word)

    def _tells_who(self, i: int) -> bool:
        """Whether commas and phrases lead from here to a clause (المحلل، عمر أوزكي، المختص في الشؤون، أن …)."""
        end = noun_phrase(self.doc, i, self.limit)
        if self.doc.words[i].conjunction or end == i or self.doc.forms[i] in ("ردا", "تعليقا", "وردا"):
            return False
        while end + 1 < self.limit and self.doc.words[end].tag == "comma":
            marker = marker_at(self.doc, end + 1, self.limit, self.takes)
            if marker is not None:
                return marker.kind == CLAUSE
            after = noun_phrase(self.doc, end + 1, self.limit)
            if after == end + 1:
                return False
            end = after
        return False

    def _runs_to_marker(self, end: int) -> bool:
        if end >= self.limit:
            return False
        if self.doc.words[end].tag == "comma" and end + 1 < self.limit:
            end += 1
        marker = marker_at(self.doc, end, self.limit, self.takes)
        return marker is not None and marker.kind in ("clause", "quote", "colon")

    def _skip_parenthesis(self, i: int) -> bool:
        """A relative clause or remark between commas (الوزير، الذي زار …، إن) is stepped over."""
        aside = self.doc.forms[i : i + 2] in (["فيما", "يبدو"], ["علي", "ما"], ["كما", "يبدو"])
        if i == self.first or self.doc.words[i - 1].tag != "comma" or (self.zone.source is None and not aside):
            self.zone.stop = f"«{self.doc.words[i].form}»"
            return False
        word = self.doc.words[i]
        if word.tag not in ("relative", "auxiliary", "pronoun", "breaking") and word.form not in ("فيما", "الذي") and not (is_verb(word) and not word.conjunction):
            self.zone.stop = f"«{self.doc.words[i].form}»"
            return False
        for k in range(i, self.limit):
            colon = self.doc.words[k].tag == "colon"
            if self.doc.words[k].tag == "comma" or colon or is_clause_particle(self.doc, k) and k > i + 2:
                self.at = k
                return True
        self.zone.stop = "a remark without end"
        return False


def anonymity(doc: Document, i: int, limit: int) -> int | None:
    """Where a request not to be named ends that begins at `i` (طالباً عدم كشف هويته), or None."""
    if doc.words[i].bare not in _ASKING:
        return None
    denial = next((k for k in range(i + 1, min(limit, i + 3)) if doc.words[k].core == "عدم"), None)
    if denial is None:
        return None
    return next((k + 1 for k in range(denial + 1, min(limit, denial + 6)) if doc.words[k].core in _IDENTITY), None)


_ASKING = frozenset("طالبا طالبه طالبين طلب طلبت طلبوا مشترطا مشترطه اشترط اشترطت اشترطوا فضل فضلت مفضلا رفض رفضت".split())
_IDENTITY = frozenset("اسمه اسمها اسمهم اسمائهم اسماءهم هويته هويتها هويتهم هوياتهم".split())


def attitude(doc: Document, i: int) -> Act | None:
    """The act of the noun of attitude at `i`; quotation marks and an intensifier (بالغ قلقه) may stand before it."""
    while i < len(doc.words) and (i in doc.quotes or doc.words[i].core in _INTENSE):
        i += 1
    return doc.words[i].act if i < len(doc.words) else None


def attitude_at(doc: Document, i: int) -> bool:
    """Whether a noun of attitude stands at `i`."""
    return attitude(doc, i) is not None


_INTENSE = frozenset("رساله برقيه كلمات عبارات بالغ عميق خالص كامل شديد اسمي احر صادق عظيم اشد كل شيئا من بعض".split())


def noun_phrase_from(doc: Document, i: int, limit: int, stops: tuple[str, ...] = ()) -> int:
    """Like `noun_phrase`, for a phrase whose first word may carry an attached preposition."""
    if i >= limit:
        return i
    if doc.words[i].preposition:
        return max(noun_phrase(doc, i + 1, limit, stops=stops), i + 1) if _goes_on(doc, i, limit) else i + 1
    return noun_phrase(doc, i, limit, stops=stops)


def _goes_on(doc: Document, i: int, limit: int) -> bool:
    if i + 1 >= limit:
        return False
    word = doc.words[i + 1]
    return not word.tag and not word.preposition and (i + 1) not in doc.times and not word.conjunction or (i + 1) in doc.quotes and not doc.is_speech(i + 1)
