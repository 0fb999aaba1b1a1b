"""Assembly: what every transcript goes through once its format is read, from blocks to turns, speakers and words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tui.formats.parsed import Parsed, Stamp
from tui.formats.transcripts.blocks import Block, assembled
from tui.formats.transcripts.cues import paragraphs_of_cues
from tui.formats.transcripts.labels import labels_by_pattern, labels_in
from tui.formats.transcripts.language import language_of
from tui.formats.transcripts.roles import roles_of
from tui.formats.transcripts.stamps import in_order, stamps_in
from tui.formats.transcripts.turns import labelled_turns, unlabelled_turns
from tui.formats.transcripts.wrapping import unwrapped
from tui.model.words import count_words, without


def parsed_from(
    blocks: Sequence[Block],
    kind: str,
    pattern: str | None = None,
    notes: Sequence[str] = (),
    marked: frozenset[str] = frozenset(),
) -> Parsed:
    """Return the transcript made of blocks.

    `pattern` is a user's regular expression for labels; without one they are recognised, those that are `marked` by the
    format with less doubt. Raises `Mistake` for a pattern that cannot be used.
    """
    said = list(notes)
    blocks, joined = paragraphs_of_cues(blocks)
    if joined:
        said.append("timed lines were put together to paragraphs")
    else:
        blocks, joined = unwrapped(blocks)
        if joined:
            said.append("lines broken at a fixed width were put together")
    text, lines = assembled(blocks)
    labels = labels_in(text, lines, marked) if pattern is None else labels_by_pattern(text, lines, pattern)
    edges = [label.speech for label in labels]
    found = [stamp for stamp in stamps_in(text) if not _is_cut(stamp, edges)]
    stamps = in_order([*(stamp for label in labels for stamp in label.stamps), *found])
    if labels:
        turns = labelled_turns(text, lines, labels, stamps)
    else:
        turns = unlabelled_turns(text, lines, stamps)
    speech = without([(first, end) for _, first, end, _ in turns], stamps)
    language = language_of(" ".join(text[start:end] for start, end in speech))
    return Parsed(
        text=text,
        turns=tuple(turns),
        stamps=tuple(stamps),
        speakers=roles_of(text, turns, stamps, language),
        language=language,
        words=count_words(text, speech),
        kind=kind,
        notes=tuple(said),
    )


def _is_cut(stamp: Stamp, edges: Sequence[int]) -> bool:
    """Whether a label ends inside a time stamp, as with a user's own pattern it may: then it is none."""
    first = bisect_right(edges, stamp[0])
    return first < len(edges) and edges[first] < stamp[1]
