"""What the key line asks: a line to be typed, or a choice among keys. The page draws it and passes keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tui.app.completion import Completion
from tui.app.field import Field


@dataclass(slots=True)
class Question:
    """A line to be typed behind a prompt."""

    prompt: str
    then: Callable[[str], None]
    """Called with the line when `enter` is pressed, after the question has gone."""
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
