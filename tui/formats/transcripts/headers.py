"""Headers: the lines above a transcript that say what it is ("Date: 3 May", "Interviewer: Jon Ek"), not who speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tui.formats.transcripts.blocks import Line
from tui.formats.transcripts.layouts import Candidate, Layout
from tui.formats.transcripts.names import names_no_speaker

_KEY = re.compile(r"(?P<key>[^\s:：][^:：\n]{0,40}?)[ ]?[:：](?P<value>.*)")
_ENDS_A_SENTENCE = re.compile(r"[.?!…。？！؟][\"'”’»)]*$")
_TITLES = 4
"""So many lines without a colon may stand above a header or inside it."""


def header_lines(text: str, lines: Sequence[Line], candidates: Sequence[Candidate]) -> set[int]:
    """Return the numbers of the leading lines that describe the transcript.

    They are lines of a key and a short value; at least one key must be a word for such a thing, or all of them are used
    nowhere else while the labels further down are.
    """
    run = _run(text, lines)
    if not run:
        return set()
    telling = [number for number in run if names_no_speaker(_key(text, lines[number]))]
    if telling:
        last = max(telling)
        block = [number for number, line in enumerate(lines) if line.block == lines[last].block]
        rest = {number for number in block if number > last} if block[-1] + 1 < len(lines) else set()
        return {number for number in run if number <= last} | (rest if rest <= set(run) else set())
    return _unused_above(lines, run, candidates)


def _run(text: str, lines: Sequence[Line]) -> list[int]:
    """Return the leading lines that are a key and a short value, titles between them passed over."""
    run: list[int] = []
    titles = 0
    for number, line in enumerate(lines):
        if line.is_heading:
            continue
        match = _KEY.fullmatch(text[line.start : line.end].strip())
        value = match["value"].strip() if match else ""
        if match and value and len(value.split()) <= 12 and not _speaks(match["key"], value):
            run.append(number)
            continue
        titles += 1
        if titles > _TITLES or match:
            break
    return run


def _speaks(key: str, value: str) -> bool:
    """Whether a value is something said rather than a fact."""
    return bool(_ENDS_A_SENTENCE.search(value)) and not names_no_speaker(key)


def _key(text: str, line: Line) -> str:
    match = _KEY.fullmatch(text[line.start : line.end].strip())
    return match["key"] if match else ""


def _unused_above(lines: Sequence[Line], run: list[int], candidates: Sequence[Candidate]) -> set[int]:
    """Return the first block if its keys come nowhere else and other labels do: "Interviewer: Jon Ek", then "JE: …"."""
    first = lines[run[0]].block
    block = {number for number, line in enumerate(lines) if line.block == first}
    if not block <= set(run):
        return set()
    plain = [candidate for candidate in candidates if candidate.layout is Layout.COLON]
    above = {candidate.label.casefold() for candidate in plain if candidate.line in block}
    below = Counter(candidate.label.casefold() for candidate in candidates if candidate.line not in block)
    repeated = [label for label, times in below.items() if times > 1]
    return block if above and len(repeated) > 1 and not above & set(below) else set()
