"""Steps over what stands between a cue and its content: remarks, formulas, clauses, times, channels."""

from __future__ import annotations

from mawqif.lang.ar.lexis.deeds import is_deed
from mawqif.lang.ar.lexis.entries import Verb
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.marker import fold_stops, is_clause_particle, marker_at
from mawqif.lang.ar.syntax.phrase import can_speak, closing_dash, is_name, is_verb, noun_phrase, surely_speaks
from mawqif.lang.ar.syntax.phrases.prepositions import leaves_channel
from mawqif.lang.ar.syntax.zone import Zone, deed_in, holds_name, is_compound, noun_phrase_from

FARTHEST = 90
"""Tokens that may stand between a cue and its content."""
BEFORE_CHANNEL = frozenset(("في", "خلال", "عبر", "علي", "ضمن", "لدي", "عقب", "بعد", "اثناء", "ب"))
PARTS = frozenset("اول اخر ثاني احدث بدايه ختام مستهل نهايه اطار هامش مقدمه سياق".split())
STOPS = frozenset(".؟?!")
_ON_THE_WAY = 12
"""Tokens between a participle in a zone and the quotation that belongs to the verb before."""
_ISSUED = frozenset("صدر صدرت نشر نشرت نشرته نشره اصدره اصدرته اصدرتها اصدرها بثته بثه".split())
_AUDIENCES = frozenset(
    "صحافيين صحفيين صحافيين وسائل مراسلين حضور وكاله صحيفه قناه تلفزيون اذاعه موقع برنامج شبكه جريده مجله صحافه".split()
)


class Steps:
    """Where a reader of a zone stands, and how it steps over one constituent; each step says whether to go on."""

    def __init__(
        self,
        doc: Document,
        first: int,
        limit: int,
        takes: tuple[str, ...],
        *,
        objects: bool,
        subject: bool = True,
        addressed: bool = False,
    ) -> None:
        self.addressed = addressed
        self.says = not objects or "«" in takes or "أن" in takes
        self.subject_possible = subject
        self.doc, self.limit, self.takes, self.objects = doc, min(limit, first + FARTHEST), takes, objects
        self.at = first
        self.first = first
        self.zone = Zone()
        self.fold_stops = fold_stops(takes)

    def _dashes(self, i: int) -> bool:
        """A remark between dashes (-اليوم الأربعاء-، -الذي نشره الموقع-) is stepped over; a time in it is kept."""
        close = closing_dash(self.doc, i, self.limit)
        if close is None:
            self.at += 1 + is_compound(self.doc, i, self.limit)
            return True
        for k in range(i + 1, close):
            if k in self.doc.times and self.zone.when is None:
                self.zone.when = (k, min(self.doc.times[k].last, close))
        if self.zone.channel is None and self.doc.words[i + 1].bare in BEFORE_CHANNEL and self._is_channel(i + 2):
            self.zone.channel = (i + 2, close)
        self.at = close + 1
        return True

    def _is_channel(self, i: int) -> bool:
        """Whether a channel starts here, or a part of one (بداية مقالها، ختام الاجتماع)."""
        words = self.doc.words
        return words[i].channel or words[i].core in PARTS and i + 1 < len(words) and words[i + 1].channel

    def _accordance(self, i: int) -> bool:
        """وأعلنت المجموعة، وفقاً للمجلة، …: the formula is stepped over here, and read by its own construction."""
        k = i + 1
        while k < self.limit and self.doc.words[k].bare in ("ل", "الي"):
            k += 1
        if k < self.limit and self.doc.words[k].form in ("ما", "لما"):
            return self._over_clause(k)
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

    def _place_and_name(self, i: int) -> bool:
        """مدير الصندوق بالمنطقة المهندس نبيل زيدان: a place between an office and its holder's title and name."""
        source, words, inside = self.zone.source, self.doc.words, i + (self.doc.words[i].bare in ("في", "الي", "لدي"))
        if source is None or i != source[1] or inside == i and words[i].preposition != "ب":
            return False
        office = words[source[0]].head
        if office is None or office.kind != "person":
            return False
        end = noun_phrase_from(self.doc, inside, self.limit, self.fold_stops)
        titles = (words[k].head for k in range(inside + 1, end - 1) if words[k].definite)
        titled = any(head is not None and head.kind == "person" and not head.plural for head in titles)
        if not (titled and words[inside].definite or holds_name(self.doc, source, inside, end)):
            return False
        self.zone.source, self.at = (source[0], end), end
        return True

    def _time(self, i: int) -> bool:
        first = i if i in self.doc.times else i + 1
        last = self.doc.times[first].last
        if self.zone.when is None:
            self.zone.when = (i, last)
        elif self.zone.when[1] in (i, i - 1):
            self.zone.when = (self.zone.when[0], last)
        self.at = last
        return True

    def _channel_end(self, first: int, end: int) -> int:
        """A channel takes its partner along (مقابلة مع قناة …، حديث لـ«الشرق الأوسط»، بيان نشرته …)."""
        doc = self.doc
        while end < self.limit:
            word = doc.words[end]
            if (
                marker_at(doc, end, self.limit, self.takes)
                and word.bare not in ("ل", "علي", "عن", "في")
                and word.preposition != "ل"
            ):
                break
            if end in doc.times or (word.tag == "preposition" and (end + 1) in doc.times):
                break
            if word.bare == "عن" and "عن" in self.takes or leaves_channel(doc, end, self.fold_stops):
                break
            if (
                word.tag == "preposition"
                and word.bare in ("مع", "علي", "في", "ل", "عبر", "الي", "من", "حول", "عن", "بشان")
                or word.bare == "ل"
            ):
                nxt = (
                    noun_phrase(doc, end + 1, self.limit, tight=True)
                    if self.objects
                    else noun_phrase_from(doc, end + 1, self.limit)
                )
            elif word.preposition in ("ل", "ب"):
                nxt = noun_phrase_from(doc, end, self.limit)
            elif not word.conjunction and (
                is_verb(word) or any(c.inflection.pronoun and not c.is_noun for c in word.cues)
            ):
                nxt = self._to_boundary(end)
            else:
                break
            if nxt <= end:
                break
            end = nxt
        return self._before_event(first, end)

    def _before_event(self, first: int, end: int) -> int:
        """The end of a phrase beside the verb, before the event that the verb reports (في بيان مقتل …)."""
        event = deed_in(self.doc, first, end) if self.objects and self.zone.obj is None else None
        return end if event is None else event

    def _to_boundary(self, i: int) -> int:
        while i < self.limit:
            word = self.doc.words[i]
            if (
                word.tag in ("comma", "colon")
                or i in self.doc.quotes
                and self.doc.is_speech(i)
                or is_clause_particle(self.doc, i)
            ):
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
            if (
                word.tag == "preposition"
                and word.bare in BEFORE_CHANNEL
                and word.bare != "علي"
                and j + 2 < self.limit
                and self._is_channel(j + 1)
            ):
                break
            j += 1
        while j > i + 1 and self.doc.forms[j - 1] in STOPS:
            j -= 1
        j = self._before_event(i, j)
        if j == self.limit or self.doc.forms[j] in STOPS:
            j = next((k for k in range(i + 2, j) if self._opens_phrase(k)), j)
        assert self.zone.source is not None
        self._date_document(i, j)
        self.zone.source = (self.zone.source[0], j)
        self.at = j
        return True

    def _date_document(self, first: int, last: int) -> None:
        """بيان صدر أمس: a document speaks on the day on which it came out."""
        doc, zone = self.doc, self.zone
        head = doc.words[zone.source[0]].head if zone.source is not None else None
        if zone.when is None and head is not None and head.kind == "document" and doc.words[first].bare in _ISSUED:
            zone.when = next(((k, min(doc.times[k].last, last)) for k in range(first, last) if k in doc.times), None)

    def _past_comma(self, i: int) -> bool:
        """إن، بعد أن تمت مواجهته، …: a clause of time between commas is stepped over."""
        for k in range(i + 1, self.limit):
            if self.doc.words[k].tag == "comma":
                self.at = k
                return True
        self.zone.stop = "a clause without end"
        return False

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
        """وصف الوزير ما جرى بأنه …، رفض الوزير ما جاء فيه: a clause with ما as the object."""
        named = any(isinstance(c.entry, Verb) and c.entry.naming for c in self.doc.words[i + 1].cues)
        if "topic" not in self.takes or named:
            self.zone.obj = (i, i + 2)
            return False
        for k in range(i + 2, min(self.limit, i + 12)):
            word = self.doc.words[k]
            if word.preposition == "ب" or word.bare.startswith("بان") or word.bare == "ب":
                self.zone.obj, self.at = (i, k), k
                return True
        self.zone.stop = "«ما»"
        return False

    def _circumstance(self, i: int) -> bool:
        """ودعا X وهو سياسي بارز إلى …: on to the content or a comma."""
        for k in range(i + 1, self.limit):
            if self.doc.words[k].tag == "comma" or marker_at(self.doc, k, self.limit, self.takes) is not None:
                self.at = k
                return True
        self.zone.stop = "a circumstance without end"
        return False

    def _over_clause(self, i: int) -> bool:
        """On to the comma or the content that ends a clause inside an aside, or to the event that the verb reports."""
        event = self._before_event(i, self._to_boundary(i))
        if event < self._to_boundary(i):
            self.at = event
            return True
        for k in range(i + 1, self.limit):
            doc = self.doc
            if (
                doc.words[k].tag in ("comma", "colon")
                or (k in doc.quotes and doc.is_speech(k))
                or is_clause_particle(doc, k)
            ):
                if self.zone.channel is not None and self.zone.channel[1] == i:
                    self.zone.channel = (self.zone.channel[0], k)
                self.at = k
                return True
        return self._to_phrase(i, "a clause without end")

    def _to_phrase(self, i: int, stop: str) -> bool:
        """Over what has no end of its own, to the verb's own preposition; where there is none, the reader stops."""
        marked = next((k for k in range(i + 2, self.limit) if self._opens_phrase(k)), None)
        if marked is None:
            self.zone.stop = stop
            return False
        self.at = marked
        return True

    def _opens_phrase(self, k: int) -> bool:
        """Whether the verb's own preposition stands at `k` with a noun that tells what was said (على ضرورة …)."""
        marker = marker_at(self.doc, k, self.limit, self.takes)
        if marker is None:
            return False
        noun = self.doc.words[marker.first]
        return noun.act is not None or is_deed(noun.core.removeprefix("ال"), "")

    def _skip_parenthesis(self, i: int) -> bool:
        """A relative clause or remark between commas (الوزير، الذي زار …، إن) is stepped over."""
        aside = self.doc.forms[i : i + 2] in (["فيما", "يبدو"], ["علي", "ما"], ["كما", "يبدو"])
        if i == self.first or self.doc.words[i - 1].tag != "comma" or (self.zone.source is None and not aside):
            self.zone.stop = f"«{self.doc.words[i].form}»"
            return False
        word = self.doc.words[i]
        if (
            word.tag not in ("relative", "auxiliary", "pronoun", "breaking")
            and word.form not in ("فيما", "الذي")
            and not (is_verb(word) and not word.conjunction)
        ):
            self.zone.stop = f"«{self.doc.words[i].form}»"
            return False
        for k in range(i, self.limit):
            colon = self.doc.words[k].tag == "colon"
            if self.doc.words[k].tag == "comma" or colon or is_clause_particle(self.doc, k) and k > i + 2:
                self.at = k
                return True
        return self._to_phrase(i, "a remark without end")

    def _is_audience(self, i: int) -> bool:
        word = self.doc.words[i]
        mention = self.doc.mentions.get(i)
        return word.core.removeprefix("ال") in _AUDIENCES or (mention is not None and mention.entity.type == "media")

    def _runs_to_marker(self, end: int) -> bool:
        if end >= self.limit:
            return False
        if self.doc.words[end].tag == "comma" and end + 1 < self.limit:
            end += 1
        marker = marker_at(self.doc, end, self.limit, self.takes)
        return marker is not None and marker.kind in ("clause", "quote", "colon")

    def _quoted_object(self, i: int) -> bool:
        """ودانت الشبكة "الجريمة البشعة …": the object stands in quotation marks and is no name."""
        quote = self.doc.quotes.get(i)
        if quote is None or not quote.closed or quote.last >= self.limit or self.zone.obj is not None:
            return False
        source = self.zone.source
        told = source is None or can_speak(self.doc, *source)
        return told and bool({"noun", "topic", "light"} & set(self.takes)) and self.doc.is_speech(i)

    def _event_in_verbal_form(self, i: int) -> bool:
        """أكدت المصادر لـ«عكاظ» توقف المستشفى: after a speaker a form that may be a verb is the noun of an event."""
        word, before = self.doc.words[i], self.doc.words[i - 1]
        source = self.zone.source
        free = self.objects and self.zone.obj is None and before.tag != "comma"
        spoken = surely_speaks(self.doc, source[0]) if source is not None else not self.subject_possible
        return (
            free
            and spoken
            and not word.conjunction
            and i + 1 < self.limit
            and is_deed(word.core, "")
            and "noun" in self.takes
        )

    def _goes_on_with_verb(self, i: int) -> bool:
        """زلماي خليل زاد أن …: right before the content a form that may be a verb ends the speaker's name."""
        doc, source = self.doc, self.zone.source
        if source is None or source[1] != i or doc.words[i].conjunction or doc.words[i].tag or i + 1 >= self.limit:
            return False
        return (doc.words[i - 1].name > 0 or is_name(doc.words[i - 1])) and is_clause_particle(doc, i + 1)

    def _told_of_speaker(self, i: int) -> bool:
        """وقال مسؤول رفض كشف هويته إن: right after an indefinite speaker a verb without a clause of its own tells of him."""
        doc, source = self.doc, self.zone.source
        if not self.says or source is None or source[1] != i or not self._opens_relative(i) or i + 1 >= self.limit:
            return False
        head, last = doc.words[source[0]].head, doc.words[i - 1]
        whole = head is not None and not (last.definite or last.name or last.core.endswith(("ها", "هم", "ه")))
        return whole and not (is_clause_particle(doc, i + 1) or i + 1 in doc.quotes or doc.words[i + 1].tag == "colon")

    def _timed(self, k: int) -> bool:
        return self.zone.when is not None and self.zone.when[0] <= k < self.zone.when[1]

    def _told_of_channel(self, i: int) -> bool:
        """في بيان، نقلته الوكالة، أن: between commas a verb with a pronoun tells of the channel before it."""
        channel, words = self.zone.channel, self.doc.words
        if channel is None or channel[1] >= i:
            return False
        beside = all(words[k].tag == "comma" or self._timed(k) for k in range(channel[1], i))
        return beside and any(c.inflection.pronoun and c.inflection.tense == "past" for c in words[i].cues)

    def _opens_relative(self, i: int) -> bool:
        """A verb right after an indefinite speaker (مصدر لم يكشف عن هويته) tells more of him."""
        word, source = self.doc.words[i], self.zone.source
        verb = is_verb(word) or word.bare in ("لم", "لا")
        return verb and source is not None and source[1] == i and not self.doc.words[source[0]].definite

    def _quotation_behind(self, i: int) -> int | None:
        """وأضاف X موجها حديثه إلى Y "…"، وقال واصفا الموقف: a participle on the way to the quotation of the verb."""
        doc, word = self.doc, self.doc.words[i]
        if i == self.first or "«" not in self.takes or not any(c.is_participle for c in word.cues):
            return None
        for k in range(i + 1, min(self.limit, i + _ON_THE_WAY)):
            if doc.words[k].tag == "colon" or k in doc.quotes and doc.is_speech(k):
                return k
            if is_clause_particle(doc, k) or doc.words[k].tag == "comma":
                return None
        return None
