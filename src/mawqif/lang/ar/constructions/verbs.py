"""Finite verbs and adverbial participles that report, in the order in which they are tried."""

from __future__ import annotations

from mawqif.lang.ar.constructions.base import Construction
from mawqif.lang.ar.constructions.verbal.before import read_as_verb, read_inverted, read_leading, read_what
from mawqif.lang.ar.constructions.verbal.complements import read_attitude, read_complement, read_object, read_referred
from mawqif.lang.ar.constructions.verbal.distant import read_distant
from mawqif.lang.ar.constructions.verbal.records import read_record, read_relay
from mawqif.lang.ar.constructions.verbal.spoken import read_spoken
from mawqif.lang.ar.constructions.verbal.topics import read_topic

VERB_CONSTRUCTIONS: tuple[Construction, ...] = (
    Construction(
        id="relay", meaning="A medium passes on what somebody said.", wakes="verb", read=read_relay, asks="relay"
    ),
    Construction(
        id="as-verb", meaning="The clause before «كما قال X» is what was said.", wakes="verb", read=read_as_verb
    ),
    Construction(
        id="what-clause", meaning="The clause before «وهو ما قاله X» is what was said.", wakes="verb", read=read_what
    ),
    Construction(
        id="as-verb-leading",
        meaning="«ومثلما قالت X، فإن …»: the content follows.",
        wakes="verb",
        read=read_leading,
        rules=("as-verb",),
    ),
    Construction(id="record", meaning="A document says something.", wakes="verb", read=read_record, asks="record"),
    Construction(
        id="inverted", meaning="A quotation stands before its verb.", wakes="verb", read=read_inverted, asks="«"
    ),
    Construction(id="light-verb", meaning="A light verb and a noun of attitude.", wakes="verb", read=read_attitude),
    Construction(
        id="verb-topic",
        meaning="Something is said of somebody.",
        wakes="verb",
        read=read_topic,
        asks="topic",
        rules=("verb-topic", "naming"),
    ),
    Construction(
        id="object-before",
        meaning="«الحوار الذي أعلن عنه X»: a pronoun with the verb's preposition points back to the content.",
        wakes="verb",
        read=read_referred,
    ),
    Construction(
        id="bare-speech",
        meaning="Somebody's own words follow without a mark.",
        wakes="verb",
        read=read_spoken,
        asks="«",
    ),
    Construction(
        id="verb-complement",
        meaning="A clause, quotation or prepositional phrase follows.",
        wakes="verb",
        read=read_complement,
    ),
    Construction(
        id="verb-object",
        meaning="The direct object is what is said.",
        wakes="verb",
        read=read_object,
        rules=("verb-object", "object-before"),
    ),
    Construction(
        id="distant",
        meaning="A verb of saying with its words further on.",
        wakes="verb",
        read=read_distant,
        asks="أن",
    ),
)
