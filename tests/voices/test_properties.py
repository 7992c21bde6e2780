"""Voices of any text: one per sentence, the same every time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mawqif.lang.ar.syntax.document import Document
from mawqif.lang.ar.syntax.draft import Draft, chars
from mawqif.reading.condition import find_conditions
from mawqif.reading.voice import Voices
from mawqif.world import World, default_world

WORLD: World = default_world()
WORDS = (
    'قال إن إذا ما لم قد يعود هل ؟ . ، « » " ( ) \n ربما إلا بعد دون لن في حال تم اقرأ أيضا 5 # @ www pic وكالات'.split(
        " "
    )
)
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))


def drafts_of(doc: Document, cuts: list[int]) -> list[Draft]:
    """Statements anywhere, whatever the text says."""
    count = len(doc.forms)
    made = []
    for at in sorted({c % count for c in cuts}) if count > 1 else []:
        reach = (min(at + 1, count - 1), min(count, at + 2 + cuts[0] % 20))
        content = [chars(doc, reach)]
        made.append(
            Draft(rule="x", entry="x", at=at, act="say", cue=doc.span(at, at + 1), content=content, reach=reach)
        )
    return made


@settings(max_examples=300, deadline=None)
@given(texts, st.lists(st.integers(0, 500), min_size=1, max_size=6))
def test_any_text_has_voices_and_conditions_inside_content(text: str, cuts: list[int]) -> None:
    doc = Document(text, None, WORLD)
    drafts = drafts_of(doc, cuts)
    find_conditions(doc, drafts)
    for draft in drafts:
        for start, end in draft.conditions:
            assert any(a <= start < end <= b for a, b in draft.content)
    judged = Voices(doc, drafts).run()
    assert len(judged) == len(doc.sentences)
    assert judged == Voices(doc, drafts).run()
