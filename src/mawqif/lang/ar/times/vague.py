"""Times that fix no day: مؤخرا، في وقت سابق. They are found, so that a reader may use them, but mean no days."""

from __future__ import annotations

from mawqif.lang.ar.times.calendar import VAGUE
from mawqif.lang.ar.times.context import only_after, only_before
from mawqif.lang.ar.times.engine import Rule

VAGUE_TIMES = (
    Rule("vague", "Time", ("vague",), lambda ref, b: VAGUE),
    Rule("vague-in", "Time", ("vague_in",), lambda ref, b: VAGUE, (only_after("in"),)),
    Rule("vague-of", "Time", ("vague_of",), lambda ref, b: VAGUE, (only_after("from"), only_before("nothing"))),
)
