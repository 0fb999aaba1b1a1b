"""Finding words or what matches an expression in the open source: shown while it is typed, then gone to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.app.field import Field
from tui.app.panes.finder import PAUSE
from tui.model import motions
from tui.model.text import Span

if TYPE_CHECKING:
    from tui.app.question import Question
    from tui.app.screens.main import MainScreen

_WORDS, _EXPRESSION = ("tab", "expression"), ("tab", "words")


def ask_for_a_pattern(
    page: MainScreen,
    prompt: str,
    then: Callable[[str], None],
    *,
    offered: str = "",
    word: str,
    typed: Callable[[str], None] | None = None,
    left: Callable[[], None] | None = None,
) -> None:
    """Ask for words, or after `tab` for a regular expression; which of them is noted on the desk.

    Offered words are typed over, gone on with, or taken as they are.
    """
    desk, was_expression = page.desk, page.desk.find_expression

    def show(question: Question) -> None:
        question.prompt = f"{prompt} expression" if desk.find_expression else prompt
        question.also = (_EXPRESSION if desk.find_expression else _WORDS,)

    def other(question: Question) -> None:
        desk.find_expression = not desk.find_expression
        show(question)

    def leave() -> None:
        desk.find_expression = was_expression
        if left is not None:
            left()

    page.ask(prompt, lambda words: then(words or offered), word=word, typed=typed, left=leave)
    if page.question is not None:
        page.question.field = Field.of(offered, is_offered=True)
        page.question.tab = other
        show(page.question)


def find(page: MainScreen, key: str) -> None:
    """Ask for words or an expression; while they are typed all places are shown, the nearest in view."""
    desk, before, origin = page.desk, page.desk.find, page.desk.cursor
    moves = desk.selection is None and desk.ends is None

    def typed(words: str) -> None:
        desk.find = words
        if moves:
            desk.cursor = origin
        _look(page, lambda problem: _show_nearest(page, origin, moves=moves), PAUSE)

    def left() -> None:
        desk.find = before
        if moves:
            desk.cursor = origin

    def go(words: str) -> None:
        desk.find = words or before
        if moves:
            desk.cursor = origin
        _go_found(page, forwards=True, here_too=True)

    ask_for_a_pattern(page, "Find", go, word="find", typed=typed, left=left)


def find_next(page: MainScreen, key: str) -> None:
    """Go to where it stands next."""
    _go_found(page, forwards=True)


def find_previous(page: MainScreen, key: str) -> None:
    """Go to where it stands before this."""
    _go_found(page, forwards=False)


def _look(page: MainScreen, then: Callable[[str], None], pause: float = 0.0) -> None:
    reading = page.transcript.reading
    if reading is not None:
        page.transcript.finder.look(page.project, reading.transcript, page.desk, then, pause)


def _places(page: MainScreen) -> list[Span]:
    """Return the places where the cursor can stand."""
    reading = page.transcript.reading
    if reading is None:
        return []
    found = page.transcript.finder.places(page.project, reading.transcript, page.desk)
    return [span for span in found if reading.stand(span.start) == span.start]


def _show_nearest(page: MainScreen, origin: int, *, moves: bool) -> None:
    """Bring the nearest place into view while one still types."""
    places = _places(page)
    if moves and page.question is not None:
        page.desk.cursor = _nearest(places, origin, forwards=True, here_too=True).start if places else origin
        page.redraw()


def _go_found(page: MainScreen, *, forwards: bool, here_too: bool = False) -> None:
    if not page.desk.find:
        page.say("Nothing is looked for: / asks for words.")
        return

    def looked(problem: str) -> None:
        if problem:
            page.say(problem)
        else:
            _gone(page, forwards=forwards, here_too=here_too)

    _look(page, looked)


def _gone(page: MainScreen, *, forwards: bool, here_too: bool) -> None:
    desk, places = page.desk, _places(page)
    if not places:
        page.say(f"“{desk.find}” {'matches nothing' if desk.find_expression else 'is not said'} here.")
        return
    to = _nearest(places, desk.cursor, forwards=forwards, here_too=here_too)
    if desk.selection is not None:
        page.transcript.move_to(to.start)
    else:
        desk.go(desk.source, to.start)
    page.say(f"{places.index(to) + 1} of {len(places)}")


def _nearest(places: Sequence[Span], cursor: int, *, forwards: bool, here_too: bool) -> Span:
    """Return the next place that way, from the other end of the text where none follows."""
    if forwards:
        return motions.first(places, cursor - 1 if here_too else cursor) or places[0]
    return motions.last(places, cursor) or places[-1]
