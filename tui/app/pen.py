"""How a cell of the terminal is written, as the terminal is told: colours and attributes, and what changes them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rich.style import Style

_OFF = {1: "22", 2: "22", 4: "24", 7: "27"}
_SEEN_ON_BLANKS = (4, 7)
"""Attributes that show where nothing is written."""


class Pen(NamedTuple):
    """Codes of letters and ground, and attributes (1 bold, 2 dim, 4 underline, 7 reverse)."""

    fore: str = "39"
    ground: str = "49"
    attributes: tuple[int, ...] = ()


PLAIN = Pen()
Cell = tuple[str, Pen]
"""What stands in a cell; empty text: the right half of a wide character."""

_pens: dict[Style | None, Pen] = {None: PLAIN}


def pen_of(style: Style | None) -> Pen:
    """Return the pen of a Rich style."""
    pen = _pens.get(style)
    if pen is None:
        assert style is not None, "no style has its pen from the beginning"
        fore = ";".join(style.color.get_ansi_codes(True)) if style.color is not None else "39"
        ground = ";".join(style.bgcolor.get_ansi_codes(False)) if style.bgcolor is not None else "49"
        attributes = tuple(
            code for code, on in ((1, style.bold), (2, style.dim), (4, style.underline), (7, style.reverse)) if on
        )
        pen = _pens[style] = Pen(fore, ground, attributes)
    return pen


@cache
def gap_of(pen: Pen) -> Cell:
    """Return the blank that a pen writes: all pens of one ground write the same, but for a line below or a reverse."""
    return (" ", pen if any(code in pen.attributes for code in _SEEN_ON_BLANKS) else Pen(ground=pen.ground))


@cache
def change(old: Pen | None, pen: Pen) -> str:
    """Return the sequence that changes the terminal's pen; `None` is one of which nothing is known."""
    if old is None:
        codes = ["0", *(str(code) for code in pen.attributes)]
        codes += [code for code in (pen.fore, pen.ground) if code not in ("39", "49")]
        return f"\x1b[{';'.join(codes)}m"
    kept = pen.attributes
    codes = []
    if any(code not in kept for code in old.attributes):
        codes = list(dict.fromkeys(_OFF[code] for code in old.attributes if code not in kept))
    gone = "22" in codes
    codes += [str(code) for code in kept if code not in old.attributes or (gone and code in (1, 2))]
    if pen.fore != old.fore:
        codes.append(pen.fore)
    if pen.ground != old.ground:
        codes.append(pen.ground)
    return f"\x1b[{';'.join(codes)}m"
