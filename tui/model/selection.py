"""What is selected in a transcript, how a selection grows, and what it becomes when it is coded.

A selection is a range of the text; `cut` makes spans of it, one for each turn of a participant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.model.graphemes import outwards
from tui.model.reading import Reading
from tui.model.sources import Transcript
from tui.model.text import Position, Span
from tui.model.turns import Turn

FREE, SENTENCE, PARAGRAPH, TURN = "free", "sentence", "paragraph", "turn"


class Selection(NamedTuple):
    """A half-open range of code points, and how it came about; `anchor` stays where it is while the cursor moves."""

    start: Position
    end: Position
    how: str = FREE
    anchor: Position = 0
    is_at_turns_end: bool = False
    """Whether it has been said that the turn ends here, so that growing once more goes on into the next."""

    @property
    def range(self) -> Span:
        """Its range of the text."""
        return Span(self.start, self.end)


def freely(reading: Reading, anchor: Position, cursor: Position) -> Selection:
    """Return the selection from one character to another, both included."""
    low, high = min(anchor, cursor), max(anchor, cursor)
    span = outwards(reading.text, low, reading.behind(high))
    return Selection(span.start, span.end, FREE, anchor)


def sentence(reading: Reading, position: Position) -> Selection:
    """Return the sentence at a position, selected."""
    return _of(reading.sentence_at(position), SENTENCE)


def paragraph(reading: Reading, position: Position) -> Selection:
    """Return the paragraph at a position, selected."""
    return _of(Span(*reading.paragraph_at(position)[:2]), PARAGRAPH)


def turn(reading: Reading, position: Position) -> Selection:
    """Return the whole turn at a position, selected."""
    here = reading.turn_of(reading.paragraph_at(position))
    return _of(Span(0, 0) if here is None else Span(*reading.transcript.trimmed(here.speech, here.end)), TURN)


def grown(reading: Reading, selection: Selection) -> Selection | None:
    """Return the selection with one more of what it is made of; `None` where nothing follows.

    At the end of a turn a selection of sentences or paragraphs first only notes that it is there; grown once more it
    goes on into the participant's next turn.
    """
    index = reading.index_of(max(selection.start, selection.end - 1))
    here = reading.paragraphs[index].turn
    if selection.how != TURN:
        following = _next_part(reading, selection, index, here)
        if following is not None:
            return selection._replace(end=following.end, is_at_turns_end=False)
        if not selection.is_at_turns_end and _next_turn(reading, here) is not None:
            return selection._replace(is_at_turns_end=True)
    entered = _next_turn(reading, here)
    if entered is None:
        return None
    if selection.how == TURN:
        end = reading.transcript.trimmed(entered.speech, entered.end)[1]
    else:
        first = next(number for number, each in enumerate(reading.paragraphs) if each.start >= entered.speech)
        end = _parts(reading, selection.how, first)[0].end
    return selection._replace(end=end, is_at_turns_end=False)


def last_of(reading: Reading, selection: Selection) -> Position:
    """Return the last character that is selected, white space and stamps at the end left out."""
    spans = cut(reading.transcript, selection.start, selection.end)
    return reading.last_stand(spans[-1].end if spans else selection.end)


def cut(transcript: Transcript, start: Position, end: Position) -> list[Span]:
    """Return what a range becomes as a meaning unit: one span for each participant's turn in it, in order.

    Labels, the interviewer's turns in between, outer time stamps and outer white space are left out, a stamp inside
    stays; ends that would cut a character are moved outwards. A range inside one turn that is not a participant's is
    kept (`is_interviewers` tells). Nothing to code gives no spans.
    """
    touched = transcript.turns.touching(start, end)
    kept = touched if len(touched) == 1 else [each for each in touched if each.is_participants]
    spans = (_spoken(transcript, each, start, end) for each in kept)
    return [span for span in spans if not span.is_empty]


def is_interviewers(transcript: Transcript, spans: Iterable[Sequence[Position]]) -> bool:
    """Tell whether none of the spans, of which there are some, lies in a participant's turn."""
    turns = [each for start, end in spans for each in transcript.turns.touching(start, end)]
    return bool(turns) and not any(each.is_participants for each in turns)


def _spoken(transcript: Transcript, turn: Turn, start: Position, end: Position) -> Span:
    """Return the part of a range that lies in a turn, without stamps and white space at its ends."""
    text = transcript.text
    span = outwards(text, max(start, turn.speech), min(end, turn.end))
    low, high = max(span.start, turn.speech), min(span.end, turn.end)
    before = Span(-1, -1)
    while (low, high) != before and low < high:
        before = Span(low, high)
        low, high = transcript.trimmed(low, high)
        for stamp_start, stamp_end in transcript.stamps_within(low, high):
            if stamp_start <= low < stamp_end:
                low = stamp_end
            elif stamp_start < high <= stamp_end:
                high = stamp_start
    return Span(low, max(low, high))


def _of(span: Span, how: str) -> Selection:
    return Selection(span.start, span.end, how, span.start)


def _parts(reading: Reading, how: str, index: int) -> list[Span]:
    if how == SENTENCE:
        return reading.sentences_of(index)
    return [Span(*reading.paragraphs[index][:2])]


def _next_part(reading: Reading, selection: Selection, index: int, turn_index: int) -> Span | None:
    """Return the next sentence or paragraph of the same turn."""
    while index < len(reading.paragraphs) and reading.paragraphs[index].turn == turn_index:
        for part in _parts(reading, selection.how, index):
            if part.start >= selection.end:
                return part
        index += 1
    return None


def _next_turn(reading: Reading, turn_index: int) -> Turn | None:
    """Return the next turn of a participant that says anything."""
    turns = reading.transcript.turns
    said = (turns[each.turn] for each in reading.paragraphs if each.turn > turn_index)
    return next((turn for turn in said if turn.is_participants), None)
