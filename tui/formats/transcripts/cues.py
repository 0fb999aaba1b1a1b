"""Cues: lines timed by a speech recogniser are put together to paragraphs, their times kept where they stood.

A recogniser breaks a line wherever the screen is full, in the middle of a sentence; nobody codes half a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.formats.transcripts.blocks import Block
from tui.formats.transcripts.stamps import TIME

_CUE = re.compile(rf"[\[(]?({TIME})[ ]*-->[ ]*({TIME})[\])]?[ ]*")
_SENTENCE_END = re.compile(r"[.!。！…][\"'”’»)]*$")
_QUESTION_END = re.compile(r"[?？؟][\"'”’»)]*$")
_PAUSE = 1.0
"""Seconds of silence after a sentence that begin a new paragraph."""
_LONG = 400
"""Code points after which the next end of a sentence begins a new paragraph."""


def paragraphs_of_cues(blocks: Sequence[Block]) -> tuple[list[Block], bool]:
    """Return the blocks with cues joined to paragraphs if nearly all lines are cues.

    A paragraph ends with a sentence that a pause follows or that makes it long, with a question, whoever answers, and
    wherever an empty line was.
    """
    lines = [line for block in blocks for line in block.lines]
    timed = sum(1 for line in lines if _CUE.match(line))
    if timed < 3 or timed < 0.8 * len(lines):
        return list(blocks), False
    return [paragraph for block in blocks for paragraph in _paragraphs(block)], True


def _paragraphs(block: Block) -> Iterable[Block]:
    if block.is_heading:
        yield block
        return
    current = ""
    last_end = 0.0
    for cue, start, end in _cues(block.lines):
        words = _CUE.sub("", current).strip()
        if words and start is not None:
            ended = _SENTENCE_END.search(words) and (start - last_end >= _PAUSE or len(words) >= _LONG)
            if ended or _QUESTION_END.search(words):
                yield Block((current,))
                current = ""
        current = f"{current} {cue}" if current else cue
        last_end = end if end is not None else last_end
    if current:
        yield Block((current,))


def _cues(lines: Iterable[str]) -> Iterable[tuple[str, float | None, float | None]]:
    """Yield each cue with its times in seconds, also several of one line, and lines without times as they are."""
    for line in lines:
        marks = list(_CUE.finditer(line))
        if not marks:
            yield line, None, None
            continue
        if marks[0].start() > 0:
            yield line[: marks[0].start()].strip(), None, None
        for mark, following in zip(marks, [*(mark.start() for mark in marks[1:]), len(line)], strict=True):
            yield line[mark.start() : following].strip(), _seconds(mark[1]), _seconds(mark[2])


def _seconds(time: str) -> float:
    total = 0.0
    for part in time.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
