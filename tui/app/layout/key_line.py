"""The last line of the screen: a message or a question, the keys that matter, and at its end `? keys`."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from tui.app.glyphs import Glyphs
from tui.app.keymap import fitting
from tui.app.layout.pieces import Line, Piece, cut, ends, filled
from tui.model.safe_text import safe

Pair = tuple[str, str]
KEYS: Pair = ("?", "keys")


def pair_pieces(pairs: Sequence[Pair]) -> list[Piece]:
    """Return key and word of each pair as pieces, two cells apart."""
    pieces: list[Piece] = []
    for number, (key, word) in enumerate(pairs):
        if number:
            pieces.append(("  ", "text"))
        pieces += [(key, "accent"), (f" {safe(word)}", "muted")]
    return pieces


def pairs_width(pairs: Sequence[Pair]) -> int:
    """Return how many cells the pairs take."""
    return sum(cell_len(key) + 1 + cell_len(word) for key, word in pairs) + 2 * max(0, len(pairs) - 1)


def key_line(
    pairs: Sequence[Pair],
    width: int,
    glyphs: Glyphs,
    *,
    message: str = "",
    first: Pair | None = None,
    back: Pair | None = None,
    keys: bool = True,
    is_choice: bool = False,
) -> Line:
    """Return the key line: what fits whole, in order; `first` and the way back stay, and `? keys` at the right.

    Where one has to choose, the message gives way to the pairs, to half of the line.
    """
    right = pair_pieces([KEYS]) if keys else []
    room = width - 2 - (pairs_width([KEYS]) + 2 if keys else 0)
    head: list[Piece] = [(" ", "text")]
    if message:
        staying = [pair for pair in (first, *(pairs if is_choice else ()), back) if pair is not None]
        reserved = pairs_width(staying) + 3 if first is not None or is_choice else 0
        reserved = min(reserved, room // 2) if is_choice else reserved
        said = cut(glyphs.words(message), max(0, room - reserved), glyphs.more)
        head += [(said, "strong"), ("   ", "text")]
        room -= cell_len(said) + 3
    pairs = [first, *pairs] if first is not None else pairs
    kept_back = [back] if back is not None else []
    kept = [*fitting(pairs, room - (pairs_width(kept_back) + 2 if kept_back else 0)), *kept_back] if room > 0 else []
    head += pair_pieces(kept)
    return (*ends(head, right, width - 1), (" ", "text"))


def asking_line(prompt: str, typed: Line, width: int, pairs: Sequence[Pair]) -> Line:
    """Return the key line while it asks for a line: the prompt, what is typed, and at the right the ways out."""
    right = pair_pieces(pairs)
    head: list[Piece] = [(" ", "text"), (prompt, "strong"), (" ", "text")]
    return (*ends(filled([*head, *typed], max(0, width - pairs_width(pairs) - 3)), right, width - 1), (" ", "text"))
