"""Finding words: keyword in context over all sources, and the exact places of a quotation in one.

An all lower-case pattern finds upper case too; one with upper case means it. Labels and time stamps are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.expression import Expression
from tui.analysis.flow import TURN_ENDS, Flow, plain, sought
from tui.errors import Mistake
from tui.model.project import Project
from tui.model.sources import Transcript

CONTEXT = 40
"""Characters of speech on either side of a hit."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: a source's id, a half-open range of its text, where that is, and the words around and in it."""

    source: str
    start: int
    end: int
    line: int
    turn: int
    left: str
    hit: str
    right: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where a pattern stands in one source: half-open ranges of its text, in order."""

    transcript: Transcript
    flow: Flow
    places: Sequence[tuple[int, int]]


def keyword_in_context(
    project: Project, pattern: str, sources: Iterable[str], *, is_expression: bool = False
) -> Iterator[Hit]:
    """Yield what a pattern finds in sources (given by id), in the order of the texts.

    In an expression `^` and `$` stand for the beginning and end of a turn. A phrase is found within one turn.

    Raises:
        Mistake: the pattern is empty or no regular expression, or the expression runs away.
    """
    for found in places_found(project, pattern, sources, is_expression=is_expression):
        for place in found.places:
            yield in_context(found.transcript, found.flow, *place)


def places_found(
    project: Project, pattern: str, sources: Iterable[str], *, is_expression: bool = False
) -> Iterator[Found]:
    """Yield for every source where a pattern stands in it; raises as `keyword_in_context`."""
    if is_expression:
        if not pattern:
            raise Mistake("There is nothing to search for.")
        with Expression(_plain_expression(pattern), ignores_case=not _means_its_case(pattern)) as expression:
            for source in sources:
                transcript = project.transcript(source)
                flow = Flow.of(transcript)
                matches = expression.matches(plain(flow.words))
                yield Found(transcript, flow, [flow.span(*match) for match in matches])
        return
    words = sought(pattern)
    if not words:
        raise Mistake("There is nothing to search for.")
    for source in sources:
        transcript = project.transcript(source)
        flow = Flow.of(transcript)
        if words == words.lower():
            compared = flow.plain().casefolded()
            places = compared.found(words.casefold())
        else:
            compared = flow.plain()
            places = compared.found(words)
        yield Found(transcript, flow, [compared.span(*place) for place in places])


def in_context(transcript: Transcript, flow: Flow, start: int, end: int) -> Hit:
    """Return a range of a source's text as a hit, with the speech around it; `flow` is that of the source."""
    turn = transcript.turns.before(start)
    left, right = flow.around(start, end, CONTEXT)
    words = transcript.shown([(start, end)])
    number = turn.number if turn is not None else 1
    return Hit(transcript.id, start, end, transcript.line_of(start), number, left, words, right)


def places_of(transcript: Transcript, quotation: str) -> list[tuple[int, int]]:
    """Return every place where a quotation stands word by word in a source, as ranges of its text.

    It may run from one turn into the next. White space is folded, labels and time stamps are skipped; a quotation
    that was copied with them is found as well.
    """
    words = sought(quotation)
    spoken = Flow.of(transcript)
    spoken = Flow(plain(spoken.words).replace(TURN_ENDS, " "), spoken.offsets, spoken.positions)
    for flow in (spoken, Flow.of_everything(transcript).plain()):
        places = [flow.span(*place) for place in flow.found(words)]
        if places:
            return places
    return []


def _means_its_case(expression: str) -> bool:
    """Tell whether an expression holds an upper-case letter that stands for itself (the one in a class does not)."""
    return any(letter.isupper() for letter in re.sub(r"\\.|\(\?P?<\w+>|\(\?P=\w+\)", "", expression, flags=re.DOTALL))


def _plain_expression(expression: str) -> str:
    """Return an expression that matches plain marks; a dash is escaped, as it may stand in a set of characters."""
    return "".join("\\-" if plain(letter) == "-" != letter else plain(letter) for letter in expression)
