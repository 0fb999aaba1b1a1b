"""What the key line asks: a line to be typed, or a choice among keys. The page draws it and passes keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tui.app.completion import Completion
from tui.app.drafts import Drafts
from tui.app.field import Field
from tui.app.layout.pieces import Line
from tui.app.long_text import LongText
from tui.app.meanwhile import Meanwhile

_NEAR = 2000
"""How many characters around the cursor are laid out: a whole interview may be pasted."""


@dataclass(slots=True)
class Question:
    """A line to be typed behind a prompt."""

    prompt: str
    then: Callable[[str], object]
    """Called with the line when `enter` is pressed, after the question has gone; answers `False` where it is not kept,
    and has said why."""
    word: str = "keep"
    """What `enter` does, in the key line."""
    field: Field = field(default_factory=Field)
    typed: Callable[[str], None] | None = None
    """Called with the line after every change."""
    left: Callable[[], None] | None = None
    """Called when one steps back from it."""
    complete: Callable[[str], Completion] | None = None
    """Gives the line that `tab` makes of what is typed."""
    fitting: Sequence[str] = ()
    """What it may still become, where `tab` left a choice: shown until the next key."""
    tab: Callable[[Question], None] | None = None
    """What else `tab` does: it may change the question itself."""
    also: Sequence[tuple[str, str]] = ()
    """Key and word of what else can be done, for the key line."""
    beside: Callable[[str], tuple[str, str]] | None = None
    """Gives what is said of the line while it is typed, as a pair for the key line."""
    draft: str = ""
    """The key under which what is typed waits while it is not kept; empty: it is let go."""
    given: str = ""
    """The line as it was before anything was typed."""
    is_draft: bool = False
    """Whether it began with a draft that waited."""
    meanwhile: Meanwhile | None = None
    """What is written anew: where a colleague changes it before it is kept, that is asked about."""

    @property
    def answer(self) -> str:
        """The line as it is answered: what is only offered is no answer yet."""
        return "" if self.field.is_offered else self.field.text

    @property
    def is_changed(self) -> bool:
        """Whether the line is another than the one that was given."""
        return not self.field.is_offered and self.field.text != self.given

    @property
    def waits_when_left(self) -> bool:
        """Whether it waits when one steps back from it, too: not what is only a name."""
        return not self.draft.startswith("name ")

    def take_up(self, drafts: Drafts) -> None:
        """Begin with the draft that waits."""
        waiting = drafts.waiting(self.draft)
        if isinstance(waiting, str) and waiting.strip():
            self.field, self.is_draft = Field.of(waiting), True

    def put_by(self, drafts: Drafts) -> bool:
        """Let what is typed wait as a draft; answers whether that is another than before."""
        typed = self.field.text
        if not typed.strip() or typed == self.given:
            return drafts.forget(self.draft)
        return drafts.put(self.draft, typed)

    def rows(self, cells: int, height: int) -> list[Line]:
        """Return the line over several rows, those around its cursor where there are more than there is room for."""
        cursor = self.field.cursor
        first = max(0, cursor - _NEAR)
        text = LongText(self.field.text[first : cursor + _NEAR], cursor - first, several_lines=False)
        drawn = text.lines(cells, with_cursor=True)
        here = 0 if self.field.is_offered else text.cursor_line()
        top = max(0, min(here - height // 2, len(drawn) - height))
        role = "text@selection" if self.field.is_offered else "bright"
        drawn = drawn[top : top + height]
        return [tuple((words, role if of == "text" else of) for words, of in line) for line in drawn]

    def press(self, key: str, character: str | None) -> bool:
        """Take a key for the line; answers whether it was one."""
        self.fitting = ()
        if key == "tab" and self.complete is not None:
            done = self.complete(self.field.text)
            self.field, self.fitting = Field.of(done.text), done.fitting
        elif key == "tab" and self.tab is not None:
            self.tab(self)
        elif not self.field.press(key, character):
            return False
        if self.typed is not None:
            self.typed(self.field.text)
        return True


@dataclass(frozen=True, slots=True)
class Choice:
    """Something shown first, and the keys that do it; any other key lets it be."""

    prompt: str
    ways: Mapping[str, tuple[str, Callable[[], None]]]
    """By key: the word in the key line, and what it does."""
    left: Callable[[], None] | None = None
    """Called when it is let be."""
