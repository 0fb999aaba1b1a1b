"""A transcript in one string: each turn a paragraph that begins with its label, `INT` being the interviewer."""

from __future__ import annotations

import re
from typing import Any

from tui.model.sources import Transcript

_LABEL = re.compile(r"^([A-Z][A-Z0-9]{1,4}): ?", re.MULTILINE)
_STAMP = re.compile(r"\[\d\d:\d\d(?::\d\d)?\]")


def source_of(text: str, **fields: Any) -> dict[str, Any]:
    """Return the document of a source with this text, as an import would make it."""
    labels = list(_LABEL.finditer(text))
    turns = []
    for number, label in enumerate(labels):
        after = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        end = label.end() + len(text[label.end() : after].rstrip())
        turns.append([label.start(), label.end(), max(end, label.end()), label[1]])
    if not labels:
        turns = [[match.start(), match.start(), match.end(), None] for match in re.finditer(r"\S[^\n]*", text)]
    names = {label[1] for label in labels}
    speakers = {
        name: {"role": "interviewer"} if name == "INT" else {"role": "participant", "participant": name.lower()}
        for name in sorted(names)
    }
    stamps = [list(match.span()) for match in _STAMP.finditer(text)]
    return {
        "id": "s1",
        "name": "L07",
        "text": "hash",
        "language": "en",
        "turns": turns,
        "stamps": stamps,
        "speakers": speakers,
        **fields,
    }


def transcript_of(text: str, **fields: Any) -> Transcript:
    """Return the transcript with this text."""
    return Transcript(source_of(text, **fields), text)
