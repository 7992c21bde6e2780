"""Who speaks: names, titles, pronouns and dropped subjects of one article resolved to its speakers."""

from __future__ import annotations

from bisect import bisect_left

from mawqif.lang.ar.heard import Heard, surely_acts
from mawqif.lang.ar.interview import TURNS, asker, interviewed, is_answer
from mawqif.lang.ar.lexis.conjugation import Inflection
from mawqif.lang.ar.sources import may_speak
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft
from mawqif.lang.ar.syntax.phrase import can_speak, is_verb, noun_phrase, surely_speaks
from mawqif.lang.ar.syntax.zone import Range
from mawqif.lang.ar.who.cast import Cast
from mawqif.lang.ar.who.known import Known, agrees, by_pronoun, is_third_singular
from mawqif.lang.ar.who.nouns import possessed, read_gender
from mawqif.lang.ar.who.offices import Holder, nobody
from mawqif.lang.ar.who.subjects import FUSED, SELVES, Subjects, special_forms
from mawqif.lang.ar.who.titles import titles
from mawqif.model import Speaker

_WHEN = frozenset("عندما حين حينما اذ بعدما".split())
_NEAR = 12
_FRONTING = frozenset("فيما بينما بعدما قد".split())


class Resolver:
    """Resolves the drafts of one document in order."""

    def __init__(self, doc: Document, drafts: list[Draft], home: str | None, holder: Holder = nobody) -> None:
        self.doc, self.drafts = doc, drafts
        self.sentence = [0] * len(doc.forms)
        for number, (first, last) in enumerate(doc.sentences):
            self.sentence[first:last] = [number] * (last - first)
        self.cast = Cast(doc, home, holder, special_forms(doc, drafts), self.sentence)
        self.subjects = Subjects(doc)
        self.heard = Heard(doc, self.sentence, self.cast, self.subjects)
        self.of: list[Known | None] = []

    def run(self) -> list[Speaker]:
        """One speaker per draft."""
        for index, draft in enumerate(self.drafts):
            known = self._speaker(index, draft)
            self.of.append(known)
            if known is not None:
                self._heard(known, draft)
        return [self._out(known) for known in self.of]

    def _out(self, known: Known | None) -> Speaker:
        if known is None:
            return Speaker(name=None, kind=None)
        role = known.role if known.kind == "person" else None
        return Speaker(name=known.name, kind=known.kind, role=role, speaks_for=self.cast.actor(known))

    def _heard(self, known: Known, draft: Draft) -> None:
        inflection = draft.inflection
        if draft.source is not None and inflection is not None and known.gender == "" and is_third_singular(inflection):
            known.gender = inflection.gender
        if not draft.nested:
            known.last = draft.at
        if draft.channel is not None:
            self._issues(known, bisect_left(self.doc.tokens.starts, draft.channel[0]))
        if draft.via_range is not None:
            self.cast.named(draft.via_range).last = draft.at - 1

    def _issues(self, known: Known, channel: int) -> None:
        """قال المجلس في بيان: from then on البيان is the council's."""
        word = self.doc.words[channel]
        if word.head is not None and word.head.kind == "document" and not word.definite and known.kind != "document":
            self.cast.issues(word.core, known)

    def _speaker(self, index: int, draft: Draft) -> Known | None:
        if draft.rule in TURNS and not is_answer(draft) and draft.source is not None:
            return asker(self.doc, self.cast, draft.source)
        if draft.source is not None:
            draft.source = self.subjects.closed(self.subjects.without_time(draft.source))
            if draft.rule == "accordance" and self.doc.words[draft.source[0]].tag == "prepositional":
                return self.heard.latest(by_pronoun(self.subjects.suffix(draft.source[0])), before=draft.at)
        if draft.source is not None and not may_speak(self.doc, self.subjects, draft, draft.source):
            draft.source = None
        if draft.source is not None:
            draft.source = self.subjects.up_to_complement(draft, draft.source)
            if draft.rule == "accordance" and (elsewhere := self._without_letter(draft.source)) is not None:
                return self.cast.named(elsewhere)
            return self._named(
                index, draft.source, fresh=draft.rule != "accordance" and draft.source[0] == draft.at + 1
            )
        if draft.antecedent is not None and self._is_subject(draft, draft.antecedent):
            return self._named(index, draft.antecedent)
        if draft.possessor:
            return self._possessor(index, draft)
        if draft.rule in TURNS:
            answers = interviewed(self.doc, self.cast, self.drafts, self.of) if is_answer(draft) else None
            return answers or (self.heard.latest(None, before=draft.at) if is_answer(draft) else None)
        if draft.inflection is not None and draft.inflection.tense == "participle":
            return self._of_participle(index, draft)
        return self._of_noun(index, draft) if draft.rule == "noun" else self._dropped(index, draft)

    def _of_noun(self, index: int, draft: Draft) -> Known | None:
        """للمطالبة, without a holder of its own: the subject of the verb before it."""
        controlling = self.subjects.controlling(self._start(draft), draft.at) if draft.inflection is None else None
        return self._named(index, controlling) if controlling is not None else self._main_subject(index, draft)

    def _without_letter(self, source: Range) -> Range | None:
        """وفقاً لأوزكيزيلجيك: a rare name whose letter ل was not split, as it stands elsewhere."""
        word = self.doc.words[source[0]]
        if word.preposition or not word.form.startswith("ل") or word.count > 2 or source[1] - source[0] > 1:
            return None
        places = self.cast.lives.places.get(word.form[1:])
        return (places[0], places[0] + 1) if places else None

    def _named(self, index: int, reach: Range, *, fresh: bool = False) -> Known:
        first = reach[0]
        owner, pronoun = possessed(self.doc, first)
        if owner:
            return self._owned(index, reach, owner, pronoun)
        known = self.cast.named(reach, fresh=fresh)
        if known.kind == "document":
            self.cast.find_issuer(known)
        if known.speaks_for is None and known.kind == "person":
            known.speaks_for = self.cast.offices.of_holder(known)
            if known.speaks_for is None:
                self._lend_actor(index, reach, known)
        return known

    def _owned(self, index: int, reach: Range, owner: str, pronoun: str) -> Known:
        """بلاده، مصورها، بعضهم: the owner is the outer speaker or the latest one that the pronoun fits."""
        described = self.subjects.described(reach) if owner in ("احد", "احدي") else None
        known = self.cast.named(described or reach)
        if known.person:
            if known.speaks_for is None and owner in titles("official"):
                known.speaks_for = self._state_before(reach[0], pronoun)
            return known
        holder = self._outer(index) or self.heard.latest(by_pronoun(pronoun), before=reach[0])
        if described is not None:
            known.speaks_for = known.speaks_for or (self.cast.actor(holder) if holder is not None else None)
        elif holder is not None and holder is not known:
            self.cast.possess(known, holder, owner, pronoun)
        return known

    def _state_before(self, at: int, pronoun: str) -> str | None:
        """قبرص: قال رئيسها؛ أما كندا فكان المتحدث باسم خارجيتها: the state named last in the sentence."""
        if pronoun != "ها":
            return None
        first = self.doc.sentences[self.sentence[at]][0]
        named = (self.doc.mentions.get(k) for k in range(at - 1, max(first, at - _NEAR) - 1, -1))
        states = (
            m.entity.actor
            for m in named
            if m is not None and m.entity.type == "state" and m.form in ("name", "capital")
        )
        return next(states, None)

    def _lend_actor(self, index: int, reach: Range, known: Known) -> None:
        """وزير خارجيته جون كيري: a named person's office is the owner's."""
        for k in range(reach[0] + 1, min(reach[1], reach[0] + 4)):
            owner, pronoun = possessed(self.doc, k)
            if owner:
                wanted = by_pronoun(pronoun)
                others = [o for o in self.cast.recent if o is not known and o.last >= 0 and agrees(wanted, o)]
                holder = self._outer(index) or max(others, key=lambda o: o.last, default=None)
                lent = self._state_before(reach[0], pronoun)
                known.speaks_for = lent or (self.cast.actor(holder) if holder is not None else None)
                return

    def _outer(self, index: int) -> Known | None:
        """The speaker of the statement that this one stands inside."""
        draft = self.drafts[index]
        for other in range(index - 1, -1, -1):
            outer = self.drafts[other]
            if outer.reach[0] <= draft.at < outer.reach[1]:
                return self.of[other]
            if self.sentence[outer.at] != self.sentence[draft.at]:
                break
        return None

    def _is_subject(self, draft: Draft, antecedent: Range) -> bool:
        """الوزير الذي قال; not القمة التي وصفها, whose subject is dropped."""
        if draft.resumptive or self.doc.words[antecedent[0]].bare in SELVES:
            return False
        speaks = can_speak(self.doc, *antecedent)
        if self._of_other_gender(antecedent):
            return False
        if draft.inflection is not None and draft.inflection.pronoun and draft.inflection.tense != "participle":
            return speaks and self.doc.words[antecedent[0]].head is not None
        return True

    def _of_other_gender(self, antecedent: Range) -> bool:
        """تنظيم القمة التي …: the pronoun belongs to a later noun of the phrase."""
        doc, k = self.doc, antecedent[1]
        if k < len(doc.words) and doc.words[k].tag == "comma":
            k += 1
        if k >= len(doc.words) or doc.words[antecedent[0]].head is None:
            return False
        gender = read_gender(doc, antecedent[0])
        return doc.words[k].bare == "التي" and gender == "m" or doc.words[k].bare == "الذي" and gender == "f"

    def _possessor(self, index: int, draft: Draft) -> Known | None:
        """دعوته، مطالبتها: the topic of the clause inside content, else the latest speaker that the pronoun fits."""
        inflection = by_pronoun(self.subjects.suffix(draft.at))
        if draft.nested:
            topic = self._clause_topic(index, draft, inflection)
            if topic is not None:
                return topic
            beside = self._beside(index, draft, inflection)
            if beside is not None:
                return beside
        found = self.subjects.before(self._start(draft), draft.at, inflection)
        if found is not None:
            return self._named(index, found)
        outer = self._outer(index)
        return (
            outer if outer is not None and agrees(inflection, outer) else self.heard.latest(inflection, before=draft.at)
        )

    def _beside(self, index: int, draft: Draft, inflection: Inflection) -> Known | None:
        """The speaker of the statement before it in the same content."""
        for other in range(index - 1, -1, -1):
            before = self.drafts[other]
            if not before.nested or self.sentence[before.at] != self.sentence[draft.at]:
                return None
            known = self.of[other]
            if known is not None and agrees(inflection, known):
                return known
        return None

    def _start(self, draft: Draft) -> int:
        return self.doc.sentences[self.sentence[draft.at]][0]

    def _governor(self, index: int, draft: Draft) -> Known | None:
        """The nearest earlier statement of the sentence at the same level, else one that agrees inside another's content."""
        return self._governing(index, draft, inside=False) or self._governing(index, draft, inside=True)

    def _of_participle(self, index: int, draft: Draft) -> Known | None:
        """مشيراً، مؤكدة: whoever acts or reports before it in the sentence; in a document's content the topic there."""
        if draft.at - self._start(draft) <= 1:
            return self.heard.latest(draft.inflection, before=draft.at)
        acting = self._acting_since(index, draft)
        if acting is not None:
            return self._named(index, acting)
        governor = self._governor(index, draft)
        if draft.nested and (governor is None or governor.kind == "document"):
            governor = self._clause_topic(index, draft, draft.inflection) or governor
        return governor or self._told_of(index, draft) or self._main_subject(index, draft)

    def _told_of(self, index: int, draft: Draft) -> Known | None:
        """نقلت عن المجلة قولها إن التاجر روى ذلك، شاكياً: where no speaker fits, the topic of the content right before."""
        before = self.drafts[index - 1] if index else None
        if before is None or self.sentence[before.at] != self.sentence[draft.at]:
            return None
        sure = surely_speaks(self.doc, before.reach[0]) and self.doc.words[before.reach[0] - 1].tag == "that"
        return self._topic_of(before, index, draft, draft.inflection) if sure else None

    def _acting_since(self, index: int, draft: Draft) -> Range | None:
        """أكد X أن …، فيما زار الوزير المدينة مشيراً: somebody who acts between the last report and the participle."""
        inflection, before = draft.inflection, self.drafts[index - 1] if index else None
        if before is None or inflection is None or draft.nested or self.sentence[before.at] != self.sentence[draft.at]:
            return None
        if before.reach[1] >= draft.at - 1 or self.doc.words[before.reach[1]].tag != "comma":
            return None
        found = self.subjects.before(before.reach[1], draft.at, inflection)
        return found if found is not None and surely_acts(self.doc, found) else None

    def _governing(self, index: int, draft: Draft, *, inside: bool) -> Known | None:
        for other in range(index - 1, -1, -1):
            before = self.drafts[other]
            if self.sentence[before.at] != self.sentence[draft.at]:
                break
            if (
                before.nested != draft.nested
                and before.nested
                and not inside
                or before.rule == "noun"
                or before.antecedent is not None
                and not draft.nested
            ):
                continue
            known = self.of[other]
            if known is not None and agrees(draft.inflection, known):
                draft.governor = other
                return known
        return None

    def _main_subject(self, index: int, draft: Draft) -> Known | None:
        """The subject of the sentence's main verb or its topic (وخرج المتظاهرون هاتفين)."""
        inflection = draft.inflection
        reach = None
        if inflection is not None and inflection.pronoun:
            reach = self.subjects.before(self._start(draft), draft.at, inflection)
        reach = reach or self.subjects.of(self._start(draft), draft.at, inflection)
        if reach is None:
            return self.heard.latest(draft.inflection, before=draft.at)
        return self._named(index, reach)

    def _dropped(self, index: int, draft: Draft) -> Known | None:
        """Subject dropped: inside content its topic or the outer speaker, else the latest speaker that agrees."""
        if draft.resumptive:
            found = self.subjects.of_document(self._start(draft), draft.at)
            return self._named(index, found) if found is not None else self._main_subject(index, draft)
        noun = self.subjects.indefinite(draft.at, self._start(draft), draft.inflection)
        if noun is not None:
            return self._noun(index, draft, noun)
        if self._is_subordinate(draft) and draft.inflection is not None:
            acting = self.subjects.before(self._start(draft), draft.at - 1, draft.inflection)
            if acting is not None:
                return self._named(index, acting)
        if draft.nested and (inner := self._inside(index, draft)) is not None:
            return inner
        governor = self._governor(index, draft) or self._ahead(index, draft)
        if governor is not None:
            return governor
        if (
            draft.at == self._start(draft)
            and (known := self.heard.turned_to(draft, self.drafts[index - 1] if index else None)) is not None
        ):
            return known
        if self.doc.words[draft.at].conjunction or draft.at > self._start(draft):
            return self._main_subject(index, draft)
        return self.heard.latest(draft.inflection, before=draft.at)

    def _is_subordinate(self, draft: Draft) -> bool:
        """عندما قال، إذ أكد: the clause tells more of the clause before it."""
        k = draft.at - 1
        while k > 0 and self.doc.words[k].tag == "auxiliary":
            k -= 1
        return k > self._start(draft) and self.doc.words[k].bare in _WHEN

    def _ahead(self, index: int, draft: Draft) -> Known | None:
        """فيما أكد أن …، قال الوزير إن: in the first clause of an article the subject of its main verb, told later."""
        fronted = 0 < draft.at - self._start(draft) <= 2 and self.doc.words[draft.at - 1].bare in _FRONTING
        after = self.drafts[index + 1] if fronted and index + 1 < len(self.drafts) else None
        if after is None or after.source is None or self.sentence[after.at] != self.sentence[draft.at]:
            return None
        if any(known.last >= 0 for known in self.cast.recent):
            return None
        known = self._named(index + 1, after.source)
        return known if agrees(draft.inflection, known) else None

    def _noun(self, index: int, draft: Draft, noun: Range) -> Known:
        """أصدر المجلس قراراً يدعو: the document is its issuer's."""
        known = self._named(index, noun)
        if known.kind == "document" and self.doc.words[noun[0]].head is None:
            issuer = self.subjects.before(self._start(draft), noun[0], by_pronoun("ه"))
            issuer = issuer or self.subjects.before(self._start(draft), noun[0], by_pronoun("ها"))
            if issuer is not None:
                self.cast.issue(known, self._named(index, issuer))
        return known

    def _inside(self, index: int, draft: Draft) -> Known | None:
        """Within reported content: the statement before it there, the topic of the clause, the outer speaker."""
        for other in range(index - 1, -1, -1):
            before = self.drafts[other]
            if before.reach[0] <= draft.at < before.reach[1]:
                return self._clause_topic(index, draft, draft.inflection) or self._if_agrees(draft, self.of[other])
            if before.nested and self.sentence[before.at] == self.sentence[draft.at]:
                known = self.of[other]
                goes_on = bool(self.doc.words[draft.at].conjunction) or self._is_subordinate(draft)
                if known is not None and agrees(draft.inflection, known) and goes_on:
                    return known
        return None

    def _if_agrees(self, draft: Draft, known: Known | None) -> Known | None:
        return known if known is not None and agrees(draft.inflection, known) else None

    def _clause_topic(self, index: int, draft: Draft, inflection: Inflection | None) -> Known | None:
        """The noun phrase that opens the outer content, if it may be the subject (إن الحركة … مطالبتها)."""
        for other in range(index - 1, -1, -1):
            outer = self.drafts[other]
            if outer.reach[0] <= draft.at < outer.reach[1]:
                return self._topic_of(outer, index, draft, inflection)
        return None

    def _topic_of(self, outer: Draft, index: int, draft: Draft, inflection: Inflection | None) -> Known | None:
        doc, first = self.doc, outer.reach[0]
        if doc.forms[first] in FUSED:
            return None
        if doc.words[first - 1].bare[-1:] in ("ه", "ا") and doc.words[first - 1].tag == "that":
            return None
        end = noun_phrase(doc, first, draft.at)
        if end <= first or not can_speak(doc, first, end) or is_verb(doc.words[first]):
            return None
        known = self._named(index, (first, end))
        return known if agrees(inflection, known) else None
