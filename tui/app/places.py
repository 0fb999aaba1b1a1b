"""Places named by hand: a line of the source, a turn as it is cited, a share of the whole."""

from __future__ import annotations

from tui.errors import Mistake, PostilError
from tui.model.motions import at_share, turn_start
from tui.model.project import Project
from tui.model.reading import reading_of


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
    reading = reading_of(transcript)
    if name or words.startswith(":"):
        if not 1 <= int(number) <= len(transcript.turns):
            raise Unreachable(f"{transcript.name} has {len(transcript.turns)} turns.")
        return source, turn_start(reading, int(number))
    if words.endswith("%"):
        return source, at_share(reading, int(words[:-1]))
    if not 1 <= int(words) <= transcript.line_count:
        raise Unreachable(f"{transcript.name} has {transcript.line_count} lines.")
    return source, reading.stand(transcript.start_of_line(int(words)))
