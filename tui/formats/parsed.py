"""What a reader makes of a file: a text with its turns, its time stamps and a guess at who speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

INTERVIEWER, PARTICIPANT, NEITHER = "interviewer", "participant", "neither"

Turn = tuple[int, int, int, "str | None"]
"""Where a turn begins, where its words begin, where they end, and its label; half-open code points of the text."""

Stamp = tuple[int, int]
"""A time stamp in the text, as half-open code points."""


@dataclass(frozen=True)
class Parsed:
    """One file read.

    The text is NFC with line feeds, no white space at line ends and at most one empty line in a row. Turns are in
    order and free of overlaps. A label and the stamps beside it lie in front of a turn's words; headings and what
    stands above the first label of a labelled transcript lie in no turn and are nobody's speech. A turn of a labelled
    transcript has no label only where a long unlabelled text comes before the first label.
    """

    text: str
    turns: tuple[Turn, ...]
    stamps: tuple[Stamp, ...]
    speakers: Mapping[str, str]
    """Each label in order of appearance, with the role it seems to have."""
    language: str | None
    """en, sv, de, fr, es or pt, or None where no other guess is safe."""
    words: int
    """Words of speech, the interviewer's too, without labels and time stamps."""
    kind: str
    """The format: text or markdown."""
    notes: tuple[str, ...] = ()
    """What was left out or changed in reading, a sentence each."""
