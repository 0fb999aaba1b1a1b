"""Text written from right to left, on its way to the terminal: kept apart from what stands beside it, or put in order.

Some terminals put Hebrew and Arabic in order themselves, a whole row at a time; what stands in other columns must then
be no part of it. Others show characters as they come, and Postil can put them in order. That is done for each stretch
of a row by itself, by the rules of Unicode's annex 9 without explicit marks, which never reach this module.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tui.app.pen import Cell

APART, IN_ORDER = "apart", "in order"

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_RULES = re.compile("[\u2500-\u259f|¦]")
"""Rules, bars and blocks: what parts columns."""
_MARK = "\u200e"
"""A mark of no width that stands for something written from left to right."""
_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))

Unit = tuple[Cell, ...]
"""A character in its cells."""


def told(how: str) -> str:
    """Return what tells a terminal that knows of it whether to put its rows in order itself; others pass it over."""
    return "\x1b[8l" if how == IN_ORDER else "\x1b[8h"


def arranged(cells: Sequence[Cell], how: str) -> list[Cell]:
    """Return the cells of a row as they are to be written; as they are where nothing goes from right to left."""
    if _RIGHT_TO_LEFT.search("".join(text for text, _ in cells)) is None:
        return list(cells)
    row: list[Cell] = list(cells)
    for start, end in _stretches(row):
        text = "".join(words for words, _ in row[start:end])
        if _RIGHT_TO_LEFT.search(text) is None:
            continue
        if how == IN_ORDER:
            row[start:end] = [cell for unit in _in_order(_units(row[start:end])) for cell in unit]
        else:
            for beside in (start - 1, end):
                if 0 <= beside < len(row) and row[beside][0] and not row[beside][0].endswith(_MARK):
                    row[beside] = (row[beside][0] + _MARK, row[beside][1])
    return row


def _stretches(row: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a row that are read by themselves: parted by rules, and by two blanks and more."""
    start = None
    blanks = 0
    for at, (text, _) in enumerate(row):
        if text == " ":
            blanks += 1
            continue
        is_rule = bool(text) and _RULES.match(text) is not None
        if start is not None and (is_rule or blanks > 1):
            yield start, at - blanks
            start = None
        if start is None and not is_rule:
            start = at
        blanks = 0
    if start is not None:
        yield start, len(row) - blanks


def _units(cells: Sequence[Cell]) -> list[Unit]:
    units: list[Unit] = []
    for cell in cells:
        if cell[0] or not units:
            units.append((cell,))
        else:
            units[-1] = (*units[-1], cell)
    return units


def _in_order(units: Sequence[Unit]) -> list[Unit]:
    """Return characters as they stand from left to right when they are read as they should."""
    levels = _levels([_class_of(unit[0][0]) for unit in units])
    order = list(range(len(units)))
    for level in range(max(levels, default=0), 0, -1):
        at = 0
        while at < len(order):
            if levels[order[at]] < level:
                at += 1
                continue
            end = at
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = end
    return [_mirrored(units[number]) if levels[number] % 2 else units[number] for number in order]


def _mirrored(unit: Unit) -> Unit:
    text, pen = unit[0]
    return ((_MIRRORED.get(text, text), pen), *unit[1:])


@lru_cache(maxsize=4096)
def _class_of(text: str) -> str:
    """Return how a character goes: `L`, `R`, a number `N`, what joins numbers `J`, or neither: empty."""
    kind = unicodedata.bidirectional(text[0])
    return {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N", "ES": "J", "CS": "J", "ET": "J"}.get(kind, "")


def _levels(classes: list[str]) -> list[int]:
    """Return how deep each character lies: even ones go to the right, odd ones to the left."""
    base = next((kind for kind in classes if kind in ("L", "R")), "R")
    resolved = _numbers_joined(classes)
    before = base
    for at, kind in enumerate(resolved):
        if kind in ("L", "R"):
            before = kind
        elif kind == "N" and before == "L":
            resolved[at] = "L"
    _between(resolved, base)
    if base == "R":
        return [1 if kind == "R" else 2 for kind in resolved]
    return [{"L": 0, "R": 1}.get(kind, 2) for kind in resolved]


def _numbers_joined(classes: Sequence[str]) -> list[str]:
    """Return the classes with what joins two numbers, as in `3.5`, made part of them."""
    joined = list(classes)
    for at, kind in enumerate(classes):
        if kind == "J":
            inside = 0 < at < len(classes) - 1 and joined[at - 1] == "N" == classes[at + 1]
            joined[at] = "N" if inside else ""
    return joined


def _between(resolved: list[str], base: str) -> None:
    """Let what goes neither way go as what stands on both sides of it, else as the whole."""
    at = 0
    while at < len(resolved):
        end = at
        while end < len(resolved) and not resolved[end]:
            end += 1
        if end > at:
            sides = {
                _side(resolved[at - 1]) if at else base,
                _side(resolved[end]) if end < len(resolved) else base,
            }
            resolved[at:end] = [sides.pop() if len(sides) == 1 else base] * (end - at)
        at = max(end, at + 1)


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"
