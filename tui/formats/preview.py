"""Previews: what a file would become, before it becomes a source."""

from __future__ import annotations

from dataclasses import dataclass

from tui.formats.parsed import NEITHER, PARTICIPANT, Parsed
from tui.model.words import count_words, without

_FIRST_WORDS = 12


@dataclass(frozen=True)
class SpeakerPreview:
    """One label: None for speech without one."""

    label: str | None
    role: str
    turns: int
    words: int
    first_words: str
    """The first dozen words said, white space folded, with an ellipsis where there are more."""


@dataclass(frozen=True)
class Preview:
    """A transcript in figures."""

    turns: int
    words: int
    stamps: int
    language: str | None
    kind: str
    speakers: tuple[SpeakerPreview, ...]
    outside: int
    """Words that lie in no turn: headings, and what stands above the first label."""
    notes: tuple[str, ...]


def describe(parsed: Parsed) -> Preview:
    """Return the transcript in figures, its speakers in order of appearance."""
    spoken: dict[str | None, list[tuple[int, int]]] = {}
    for _, speech, end, label in parsed.turns:
        spoken.setdefault(label, []).append((speech, end))
    speakers = []
    for label, ranges in spoken.items():
        role = PARTICIPANT if label is None else parsed.speakers.get(label, NEITHER)
        pieces = without(ranges, parsed.stamps)
        words = count_words(parsed.text, pieces)
        speakers.append(SpeakerPreview(label, role, len(ranges), words, _first_words(parsed.text, pieces)))
    between = without([(0, len(parsed.text))], [(turn[0], turn[2]) for turn in parsed.turns])
    return Preview(
        turns=len(parsed.turns),
        words=parsed.words,
        stamps=len(parsed.stamps),
        language=parsed.language,
        kind=parsed.kind,
        speakers=tuple(speakers),
        outside=count_words(parsed.text, without(between, parsed.stamps)),
        notes=parsed.notes,
    )


def _first_words(text: str, pieces: list[tuple[int, int]]) -> str:
    words: list[str] = []
    for start, end in pieces:
        words += text[start : min(end, start + 1000)].split()
        if len(words) > _FIRST_WORDS:
            return " ".join(words[:_FIRST_WORDS]) + " …"
    return " ".join(words)
