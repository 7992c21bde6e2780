"""What the writer reports that an actor did about a question, without a word of saying: صوّت، صادق، ربط، أغلق الباب أمام."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from mawqif.lang.ar.lexis.inflect import Form
from mawqif.lang.ar.resolve import Resolver
from mawqif.lang.ar.stance.judge import clauses
from mawqif.lang.ar.stance.predicate import Hit, Predicate, hits, listed
from mawqif.lang.ar.stance.target import Aim, Mention
from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft, cue_chars
from mawqif.lang.ar.syntax.phrase import can_speak, noun_phrase
from mawqif.lang.ar.syntax.zone import Range
from mawqif.lang.ar.voice.forms import is_finite
from mawqif.model import Reading, Span, Statement

DONE = Predicate(id="done", means="The deed itself is done.")
_BARE = 3
"""Letters of a past verb of the bare stem, which its verbal noun often shares."""
_SIDES = frozenset(("agree", "refuse", "support"))
_REACH, _FAR, _NEAR = 14, 24, 6
"""Tokens between a predicate and the target it governs, its subject in between; where it is hardly used of anything else;
where it is used of any deed.
"""


def find_deeds(doc: Document, reading: Reading, aim: Aim, home: str | None) -> list[Statement]:
    """Deeds as statements that nobody uttered: the predicate as cue, its subject as source, the target in the content."""
    cues = {statement.cue.start for statement in reading.statements if statement.cue}
    drafts = [draft for clause in _told_by_writer(doc, reading) for draft in _drafts(doc, aim, clause, cues)]
    speakers = Resolver(doc, drafts, home).run() if drafts else []
    return [
        Statement(
            mode="indirect", act=draft.act, nested=False, cue=_span(doc, draft.cue), source=_source(doc, draft),
            content=tuple(Span(a, b, doc.text[a:b]) for a, b in draft.content), speaker=speaker,
            when=_when(doc, draft), said_on=None, channel=None, audience=None, via=None, conditions=(),
            rule=f"deed:{draft.entry}",
        )
        for draft, speaker in zip(drafts, speakers, strict=True)
    ]  # fmt: skip


def with_topics(doc: Document, statements: Sequence[Statement], home: str | None) -> list[Statement]:
    """The statements, those of a verb after حين without a subject given to whom their sentence opens with and tells nothing
    else of (وزير الدفاع، في 3 مايو، حين استبعد إرسال قوات).
    """
    drafts = {n: draft for n, statement in enumerate(statements) if (draft := _topic(doc, statement))}
    speakers = Resolver(doc, list(drafts.values()), home).run() if drafts else []
    topics = dict(zip(drafts, speakers, strict=True))
    return [
        msgspec.structs.replace(statement, speaker=topics[n])
        if n in topics and topics[n].speaks_for is not None
        else statement
        for n, statement in enumerate(statements)
    ]


def _topic(doc: Document, statement: Statement) -> Draft | None:
    if statement.cue is None or statement.source is not None:
        return None
    at = bisect_left(doc.tokens.starts, statement.cue.start)
    if doc.forms[at - 1 : at] not in (["حين"], ["عندما"], ["حينما"], ["يوم"]):
        return None
    start = next((a for a, b in doc.sentences if a <= at < b), at)
    while start < at and doc.words[start].tag in ("adversative", "coordinate"):
        start += 1
    end = noun_phrase(doc, start, at)
    if end == start or not can_speak(doc, start, end) or any(is_finite(doc.words[k].bare) for k in range(end, at - 1)):
        return None
    content = [(part.start, part.end) for part in statement.content]
    return Draft(
        rule=statement.rule, entry="topic", at=at, act=statement.act, cue=(statement.cue.start, statement.cue.end),
        content=content, reach=(at, at + 1), source=(start, end), topic=True,
    )  # fmt: skip


def _told_by_writer(doc: Document, reading: Reading) -> Iterator[Range]:
    """The clauses outside all that was said, in sentences that are no guess of the writer's."""
    said = [False] * len(doc.forms)
    starts = doc.tokens.starts
    for part in (part for statement in reading.statements if not _is_noun(statement) for part in statement.content):
        first, last = bisect_left(starts, part.start), bisect_left(starts, part.end)
        said[first:last] = [True] * (last - first)
    for (first, last), sentence in zip(doc.sentences, reading.sentences, strict=False):
        if sentence.voice in ("inference", "boilerplate"):
            continue
        run = first
        while run < last:
            if said[run]:
                run += 1
                continue
            end = run
            while end < last and not said[end]:
                end += 1
            yield from clauses(doc, run, end)
            run = end


def _is_noun(statement: Statement) -> bool:
    """Whether nothing was said: a noun of what somebody wants or refuses, in the writer's own sentence (موافقة بلاده على …)."""
    return statement.rule.startswith("noun:") and not statement.nested


def _drafts(doc: Document, aim: Aim, clause: Range, cues: set[int]) -> Iterator[Draft]:
    """The first predicate of a clause that has a subject who can act and the target after it, or the deed itself done."""
    first, last = clause
    if not listed("guess").isdisjoint(doc.words[k].bare for k in range(first, last)):
        return
    mentions = [m for m in aim.mentions(doc, first, last) if m.tokens]
    for hit in (*hits(doc, first, last), *_done(doc, mentions, first)):
        if (
            hit.predicate.id in ("decide", "absolute")
            or not (hit.verb or hit.idiom)
            or doc.tokens.starts[hit.first] in cues
        ):
            continue
        told = any(m.told and m.at == hit.first for m in mentions)
        done = hit.predicate is DONE or told
        if not done and any(m.at == hit.first and len(m.tokens) > 1 for m in mentions):
            continue
        inside = any(hit.first < m.at < hit.last for m in mentions)
        held = hit.object and hit.predicate.id in _SIDES  # الحركة ترفضها: what the pronoun is, its paragraph tells
        done = done or held
        if not done and not inside and not any(0 <= m.at - hit.last < _reach(hit) for m in mentions):
            continue
        source = _subject(doc, hit, clause, min((m.at for m in mentions if m.at > hit.first), default=last))
        if source is not None:
            start = source[1] if inside else max(source[1], hit.last)
            content = (start if source[0] > hit.first else hit.last, last)
            if done:
                content = (hit.first, last)
            yield Draft(
                rule="deed", entry=DONE.id if told or held else hit.predicate.id, at=hit.first, act="commit", cue=cue_chars(doc, hit.first),
                content=[doc.span(*content)], reach=content, source=source, topic=source[0] < hit.first,
            )  # fmt: skip
            return


def _reach(hit: Hit) -> int:
    if hit.predicate.ties or hit.predicate.id in ("vote", "block", "postpone"):
        return _FAR
    return _NEAR if hit.predicate.id in ("undertake", "continue", "ready") else _REACH


def _done(doc: Document, mentions: Sequence[Mention], first: int) -> Iterator[Hit]:
    """The target's own deed in the past tense (سجّلت الوكالة اللقاح), at the head of a clause also spelled as its noun (رفع)."""
    for mention in mentions:
        if mention.form is None or len(mention.tokens) < 2:
            continue
        word = doc.words[mention.at]
        noun = mention.form == Form("noun") and mention.at == first and word.verb >= 2 and len(word.bare) == _BARE
        if mention.form.shape == "past" or noun:
            yield Hit(mention.at, mention.at + 1, DONE, verb=True)


def _subject(doc: Document, hit: Hit, clause: Range, target: int) -> Range | None:
    """The noun phrase after the verb, up to the preposition before the target, else the one the clause opens with."""
    after = hit.first + 1 if hit.idiom else hit.last
    while after < clause[1] and (doc.words[after].tag in ("prepositional", "adverb") or after in doc.times):
        after += 1
    end = noun_phrase(doc, after, clause[1], tight=True, stops=("ب", "علي", "عن"))
    end = next((k for k in range(after + 1, end) if doc.forms[k].isdigit()), end)
    if target < end:
        end = next((k for k in range(target, after, -1) if _opens(doc, k)), end)
    if end > after and can_speak(doc, after, end):
        return after, end
    start = clause[0]
    while start < hit.first and doc.words[start].tag in ("adversative", "coordinate", "auxiliary", "comma"):
        start += 1
    end = noun_phrase(doc, start, hit.first)
    if end > start and can_speak(doc, start, end):
        return start, end
    return None


def _opens(doc: Document, k: int) -> bool:
    return bool(doc.words[k].preposition) or doc.words[k].tag == "preposition"


def _when(doc: Document, draft: Draft) -> Span | None:
    """The first time expression of the deed's sentence that names one day."""
    for k in (*range(draft.at, draft.reach[1]), *range(max(0, draft.at - 8), draft.at)):
        time = doc.times.get(k)
        if time is not None and time.start_day is not None and time.start_day == time.end_day:
            return Span(time.start, time.end, doc.text[time.start : time.end])
    return None


def _source(doc: Document, draft: Draft) -> Span | None:
    return _span(doc, doc.span(*draft.source)) if draft.source else None


def _span(doc: Document, reach: tuple[int, int] | None) -> Span | None:
    return Span(*reach, doc.text[slice(*reach)]) if reach else None
