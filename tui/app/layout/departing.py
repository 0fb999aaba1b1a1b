"""How an edited quotation departs from what was said, while it is written: a line for each departure, in words."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.glyphs import Glyphs
from tui.app.layout.pieces import Line, Piece, wrapped
from tui.model.quoting import CHANGED, LEFT_OUT, Departure, as_kept, departures, unmarked, with_mark
from tui.model.safe_text import safe

_KIND = 10
_TO = " > "


def departing_lines(words: str, edited: str, mark: str, width: int, glyphs: Glyphs) -> list[Line]:
    """Return what an edited form changes, leaves out and puts in; first of all what may not be kept like that."""
    kept = as_kept(edited.strip())
    if not kept or kept == words:
        return [((line, "muted"),) for line in wrapped("nowhere: it is printed as it was said", width)]
    refused = refusal(words, kept, glyphs)
    lines: list[Line] = [((line, "accent"),) for line in wrapped(refused, width)] if refused else []
    for departure in departures(words, kept):
        lines += _departure(departure, mark, width, glyphs)
    return lines


def refusal(words: str, edited: str, glyphs: Glyphs) -> str:
    """Return why an edited form cannot be kept; empty where it can."""
    word = unmarked(words, as_kept(edited))
    return f"not said: {glyphs.opening}{safe(word)}{glyphs.closing}. What you add stands in [brackets]." if word else ""


def _departure(departure: Departure, mark: str, width: int, glyphs: Glyphs) -> list[Line]:
    """Return one departure: what was done in words, and to which."""
    before, after = _shown(departure.before, mark), _shown(departure.after, mark)
    quoted = f"{glyphs.opening}{before}{glyphs.closing}"
    if departure.kind == CHANGED:
        said = f"{quoted}{_TO}{glyphs.opening}{after}{glyphs.closing}"
    elif before:
        said = quoted if departure.after == LEFT_OUT else f"{quoted}, unmarked"
    else:
        said = f"{glyphs.opening}{after}{glyphs.closing}"
    kind: Piece = (departure.kind.ljust(_KIND), "strong")
    texts: Sequence[str] = wrapped(said, max(10, width - _KIND))
    indent: Piece = (" " * _KIND, "text")
    return [((kind if not number else indent), (text, "text")) for number, text in enumerate(texts)]


def _shown(words: str, mark: str) -> str:
    return safe(with_mark(words, mark))
