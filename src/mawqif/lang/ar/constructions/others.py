"""Declarations of the constructions that no verb or noun wakes: accordance, the colon, quotations that stand alone."""

from __future__ import annotations

from mawqif.lang.ar.constructions.base import Construction

OTHER_CONSTRUCTIONS: tuple[Construction, ...] = (
    Construction(
        id="accordance",
        meaning="A formula names the source of the clause it stands by (وفقاً لـ، بحسب).",
        wakes="accordance",
    ),
    Construction(
        id="colon",
        meaning="A speaker's name, a colon, the words: headlines and interviews.",
        wakes="colon",
    ),
    Construction(
        id="turn",
        meaning="An answer of an interview, marked by a dash after its question.",
        wakes="dash",
    ),
    Construction(
        id="dialogue",
        meaning="A turn of an interview: the label before the colon tells who asks or answers.",
        wakes="colon",
    ),
    Construction(
        id="floating",
        meaning="A quotation without a cue of its own continues the last speaker.",
        wakes="quotation",
    ),
)
