"""The shortest sequence that brings the terminal's cursor from one cell to another.

A column of marks costs half as many bytes when the cursor is moved from each to the next as when it is sent to each.
"""

from __future__ import annotations

_STEPS = 4
"""Cells up to which going one by one is no longer than a sequence."""
_DOWN, _BACK = "\x0b", "\b"
"""A vertical tab is a line feed that the terminal's line discipline makes no new line of."""


def move(at: tuple[int, int] | None, y: int, x: int) -> str:
    """Return how to go to row y and column x (from 0) from where the cursor is; `None`: that is not known."""
    there = f"\x1b[{y + 1};{x + 1}H"
    if at is None:
        return there
    relative = _vertical(y - at[0]) + _horizontal(x - at[1])
    return relative if len(relative) < len(there) else there


def _vertical(by: int) -> str:
    if by >= 0:
        return _DOWN * by if by <= _STEPS else f"\x1b[{by}B"
    return "\x1bM" if by == -1 else f"\x1b[{-by}A"


def _horizontal(by: int) -> str:
    if by > 0:
        return "\x1b[C" if by == 1 else f"\x1b[{by}C"
    return _BACK * -by if by >= -_STEPS else f"\x1b[{-by}D"
