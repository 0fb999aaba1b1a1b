"""Bytes from a terminal, cut into keys, sequences and pasted text, so that no key is ever lost or taken for another.

Escape and a key that arrive in one packet are two keys, never Alt. Escape followed by `[` or `O` always begins a
sequence, however slowly the rest arrives. Postil asks the terminal nothing that is answered in another form.
Nothing here knows Textual.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

ESCAPE = "\x1b"
PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
ALONE = 0.15
"""Seconds after which an escape with nothing behind it is the key."""

_LONGEST = 64


class Typed(NamedTuple):
    """One thing that came: a `key` (one character), a `sequence` (from its escape to its end), or a `paste`."""

    kind: str
    text: str


class Keyboard:
    """Cuts what comes into things typed; what is incomplete waits for the rest."""

    def __init__(self) -> None:
        """Wait for the first character."""
        self._held = ""
        self._escape_given = False
        self._pasting = False

    @property
    def waits_for_more(self) -> bool:
        """Whether an escape has come of which it is not known yet whether it is the key."""
        return self._held == ESCAPE and not self._escape_given

    def feed(self, text: str) -> Iterator[Typed]:
        """Take characters and yield what is complete."""
        self._held += text
        while self._held:
            typed = self._pasted() if self._pasting else self._next()
            if typed is None:
                return
            if typed.text or typed.kind == "paste":
                yield typed

    def alone(self) -> Iterator[Typed]:
        """Yield the escape that nothing followed in time; a `[` or `O` that comes later still begins a sequence."""
        if self.waits_for_more:
            self._escape_given = True
            yield Typed("key", ESCAPE)

    def _next(self) -> Typed | None:
        """Return the first complete thing held; `None` where more must come."""
        held = self._held
        if held[0] != ESCAPE:
            return self._take("key", 1)
        if len(held) == 1:
            return None
        given, self._escape_given = self._escape_given, False
        if held[1] == "[":
            end = _end_of_csi(held)
        elif held[1] == "O":
            end = 3 if len(held) >= 3 else 0
        else:
            return self._take("", 1) if given else self._take("key", 1)
        if not end:
            self._escape_given = given
            return None
        if held[:end] == PASTE_BEGINS:
            self._pasting = True
            return self._take("", end)
        return self._take("sequence", end)

    def _pasted(self) -> Typed | None:
        """Return the pasted text once its end has come."""
        end = self._held.find(PASTE_ENDS)
        if end < 0:
            return None
        text, self._held, self._pasting = self._held[:end], self._held[end + len(PASTE_ENDS) :], False
        return Typed("paste", text)

    def _take(self, kind: str, length: int) -> Typed:
        text, self._held = self._held[:length], self._held[length:]
        return Typed(kind, text if kind else "")


def _end_of_csi(held: str) -> int:
    """Return where a control sequence ends; 0 where its end has not come. `ESC [ [ A` is the Linux console's F1."""
    if held.startswith("\x1b[["):
        return 4 if len(held) >= 4 else 0
    if held.startswith("\x1b[M"):
        return 6 if len(held) >= 6 else 0
    for position in range(2, min(len(held), _LONGEST)):
        if "@" <= held[position] <= "~":
            return position + 1
        if held[position] == ESCAPE or held[position] < " ":
            return position
    return _LONGEST if len(held) >= _LONGEST else 0
