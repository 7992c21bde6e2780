"""Whose position a statement can be: its own actor's, spoken by one in office, of a deed that is the actor's own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from mawqif.lang.ar.condition.find import is_future
from mawqif.lang.ar.lexis.inflect import stems
from mawqif.lang.ar.stance.predicate import listed
from mawqif.lang.ar.stance.target import Aim, Mention
from mawqif.lang.ar.syntax.document import Document
from mawqif.model import Speaker, Statement
from mawqif.text.fold import fold_word
from mawqif.world import Mention as Named
from mawqif.world import World

_FORMER = ("السابق", "الأسبق", "سابق", "المتقاعد", "السابقة")
_MEMBERS = frozenset(("النائب", "النائبة", "نائب", "السناتور", "السيناتور", "سناتور", "سيناتور"))
_VERBAL = 3
"""Count from which a word is a verb after من."""
_HEADING = 8
"""Tokens from the quotation mark of a heading to its verb."""
_TITLED = frozenset(("عنوانه", "عنوانها", "عنوان", "بعنوان", "عنوانا"))
_STATE = 2
"""Letters of a state's id."""
_POWERS = frozenset(("الجيش", "الحكومه", "الدوله", "السلطه"))
"""Subjects that a party or movement does not mean itself by."""
_SILENT = frozenset(("media", "group", None))


def is_own(statement: Statement, aim: Aim, world: World) -> bool:
    """Whether a statement is said for an actor of the kind the question asks for, by one who is still in office. For whom
    a person speaks who is only named, other articles may tell.

    The agent of the deed itself takes no position on it: to apply is no answer.
    """
    actor = statement.speaker.speaks_for
    if statement.speaker.kind in _SILENT:
        return False
    role = (statement.speaker.role or "").split()
    if any(word in _FORMER for word in role) or _is_member(role):
        return False
    if actor is None:
        return statement.speaker.kind == "person" and bool(statement.speaker.name)
    if actor in aim.agents:
        return False
    entity = world.entity(actor)
    kind = entity.type if entity else "organisation"
    return aim.question.actors == "any" or kind == aim.question.actors.removesuffix("s")


def _is_member(role: list[str]) -> bool:
    """Whether somebody is one of many in a parliament, who speaks for himself (النائب عن حزب …, not نائب الرئيس)."""
    if not role or role[0] not in _MEMBERS:
        return False
    return (
        role[0] != "نائب"
        or len(role) == 1
        or role[1].removeprefix("ال") in ("عن", "في", "ديموقراطي", "ديمقراطي", "جمهوري", "برلماني")
    )


def is_claimed(statement: Statement, statements: Sequence[Statement]) -> bool:
    """Whether it is somebody of another actor who says that this was said, or somebody denies that it was."""
    if not statement.nested or statement.cue is None:
        return False
    at, actor = statement.cue.start, statement.speaker.speaks_for
    return any(
        (other.act == "deny" or (other.speaker.speaks_for != actor and not _tells_news(other.speaker)))
        and any(c.start <= at < c.end for c in other.content)
        or (other.act == "deny" and other.content == statement.content)
        for other in statements
        if other is not statement and not _is_text(other)
    )


def _is_text(statement: Statement) -> bool:
    """Whether a text itself holds what was said (ورد في إحدى فقراته أن)."""
    return statement.rule.startswith("record:") and statement.speaker.kind in ("anonymous", "document")


def _tells_news(speaker: Speaker) -> bool:
    """Whether a medium or document tells it, which is not nameless (صحف بيروتية، محطة محلية claim)."""
    nameless = not listed("nameless").isdisjoint(fold_word(speaker.name or "").split()[:1])
    return speaker.kind in ("media", "document") and not nameless


def is_hearsay(doc: Document, statement: Statement) -> bool:
    """Whether it is told as what goes around (ما نُشر من أن بلداً تعهد): after من أن, عن أن, with nobody saying so."""
    if statement.cue is not None and _is_headline(doc, bisect_right(doc.tokens.ends, statement.cue.start)):
        return True
    if statement.nested or statement.source is None:
        return False
    at = bisect_right(doc.tokens.ends, statement.source.start)
    return at > 1 and doc.words[at - 1].tag == "that" and doc.forms[at - 2] in ("من", "عن")


def _is_headline(doc: Document, at: int) -> bool:
    """Whether a verb stands in the quoted heading of what somebody wrote (خبرا عنوانه «…»)."""
    opening = next((k for k in range(at - 1, max(0, at - _HEADING), -1) if doc.forms[k] in '«“"'), 0)
    return opening > 0 and doc.words[opening - 1].bare in _TITLED


def is_anybody(doc: Document, statement: Statement) -> bool:
    """Whether it is told of whoever does it (من يرفض لقاحا كمن يرفض النجدة)."""
    if statement.cue is None or statement.source is not None and statement.source.start < statement.cue.start:
        return False
    at = bisect_right(doc.tokens.ends, statement.cue.start)
    return at > 0 and doc.forms[at - 1] in ("من", "ومن", "كمن", "فمن") and doc.words[at].verb >= _VERBAL


def is_others(doc: Document, aim: Aim, actor: str, clause: tuple[int, int], at: int) -> bool:
    """Whether the target at token `at` is told of others: the subject of its clause, or of the أن before it, is another
    actor or nobody in particular.
    """
    starts = [clause[0], *(k + 1 for k in range(clause[0], at) if doc.words[k].tag == "that")]
    if any(_another(doc, aim, actor, start, at) for start in starts):
        return True
    return aim.personal and (_of_antecedent(doc, clause[0], at) or _nearest_is_another(doc, aim, actor, clause[0], at))


def _of_antecedent(doc: Document, first: int, at: int) -> bool:
    """Whether the target is what nobody in particular does in a relative clause (الحكومات التي تفكر في إيفاد جنودها)."""
    for k in range(at - 1, first, -1):
        if doc.words[k].tag == "comma":
            return False
        if doc.words[k].tag == "relative":
            return doc.words[k - 1].bare in listed("generic")
    return False


def _nearest_is_another(doc: Document, aim: Aim, actor: str, first: int, at: int) -> bool:
    """Whether the nearest side named before the target is another actor's (رئيسة كوسوفو … إسهام بلادها)."""
    own = listed("own")
    for k in range(at - 1, first - 1, -1):
        if doc.words[k].bare in own and not doc.words[k].bare.endswith("ها"):
            return False
        named = doc.mentions.get(k)
        if named is not None and _is_agent(doc, k, named):
            return not _allowed(aim, actor, named.entity.actor, named.entity.id)
    return False


def _another(doc: Document, aim: Aim, actor: str, first: int, at: int) -> bool:
    while first < at and (
        doc.words[first].tag in ("that", "coordinate", "adversative") or not doc.forms[first][0].isalnum()
    ):
        first += 1
    for k in range(first, min(at, first + 2)):
        mention = doc.mentions.get(k)
        if mention is not None and mention.entity.type in ("state", "organisation") and not _place(doc, k):
            return not _allowed(aim, actor, mention.entity.actor, mention.entity.id)
    if first >= at:
        return False
    word = doc.words[first]
    if len(actor) != _STATE and actor and word.bare in _POWERS and doc.words[first + 1].verb >= _VERBAL:
        return True
    unknown = not (word.tag or word.preposition or is_future(word.bare)) and word.count <= 2 and word.form[0].isalpha()
    alone = first + 1 == at  # it says which deed, not whose (أي مشاركة، كل مشاركة)
    several = not alone and any(doc.words[k].bare in listed("several") for k in range(first, min(at, first + 3)))
    if word.bare == "من" and doc.words[first + 1].verb >= 3:
        return True
    return (
        (word.bare in listed("generic") and not alone)
        or several
        or (unknown and first + 1 < at and doc.words[first + 1].verb >= 3)
    )


def done_by_another(doc: Document, aim: Aim, actor: str, mention: Mention, clause: tuple[int, int]) -> bool:
    """Whether the words of the target carry another actor's name (مشاركة تركيا، جنود أتراك، أن توفد أنقرة)."""
    for token in (mention.at, *mention.tokens):
        for k in range(token + 1, min(clause[1], token + 3)):
            named = doc.mentions.get(k)
            if (
                named is not None
                and _is_agent(doc, k, named)
                and not _allowed(aim, actor, named.entity.actor, named.entity.id)
            ):
                return True
            if k == token + 1 and doc.words[k].bare in listed("generic") - listed("quantity"):
                return True
            if doc.words[k].tag or not doc.forms[k][0].isalnum():
                break
    return False


def _is_agent(doc: Document, k: int, named: Named) -> bool:
    actor = named.entity.type in ("state", "organisation") and named.form != "place"
    return actor and named.clitic in ("", "ال") and not _place(doc, k)


def _place(doc: Document, k: int) -> bool:
    """Whether a name stands after a preposition of place, where it is no agent."""
    return k > 0 and doc.words[k - 1].bare in ("في", "الي", "من", "نحو", "داخل", "خارج", "مع", "علي", "الى")


def _allowed(aim: Aim, actor: str, named: str, id: str) -> bool:
    return named == actor or id in aim.entities


def marked_own(doc: Document, actor: str, clause: tuple[int, int]) -> bool:
    """Whether a clause names the speaker's side: بلاده، we, the actor itself."""
    own = listed("own")
    for k in range(*clause):
        named = doc.mentions.get(k)
        if named is not None and named.entity.actor == actor:
            return True
        forms = stems(doc.forms[k])
        if any(form in own for form in forms):
            return True
        form = doc.words[k].bare
        if len(form) > 3 and (form.endswith("نا") or (form[0] == "ن" and doc.words[k].verb >= 3) or form[:2] == "سن"):
            return True
    return False
