"""Places named by hand: a line of the source, a turn as it is cited, a share of the whole."""

from __future__ import annotations

from tui.errors import Mistake, PostilError
from tui.model.project import Project


class Unreachable(Mistake):
    """There is no such place."""


def place_named(project: Project, source: str, words: str) -> tuple[str, int]:
    """Return the source and the position that `120`, `L07:12` or `40%` mean; the first and last in the open source.

    Raises:
        Unreachable: there is no such place; the message says what there is.
    """
    name, _, number = words.rpartition(":")
    try:
        if name:
            source = project.find("sources", name)["id"]
        elif project.get("sources", source) is None:
            raise Unreachable("No source is open: o opens one.")
        transcript = project.transcript(source)
    except PostilError as error:
        raise Unreachable(str(error)) from error
    if name:
        turns = transcript.turns
        if not 1 <= int(number) <= len(turns):
            raise Unreachable(f"{transcript.name} has {len(turns)} turns.")
        return source, turns[int(number) - 1].speech
    if words.endswith("%"):
        share = min(100, int(words[:-1]))
        return source, transcript.start_of_line(max(1, round(share * transcript.line_count / 100)))
    if int(words) > transcript.line_count or int(words) < 1:
        raise Unreachable(f"{transcript.name} has {transcript.line_count} lines.")
    return source, transcript.start_of_line(int(words))
