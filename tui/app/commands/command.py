"""A row of the table of commands: what it is called, its keys, when it can be done, and its place in the key line.

Keys are characters, or names as `enter`; a sequence is written as typed: `gg`, `t+`, `'<pile>`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tui.app import reasons

if TYPE_CHECKING:
    from tui.app.screens.page import Page

SORTING = ("codebook", "board")


class Command(NamedTuple):
    """One thing that can be done."""

    id: str
    name: str
    """What the palette calls it."""
    words: str
    """What the page of keys says; neighbours with the same words share a row there."""
    keys: Mapping[str, tuple[str, ...]] = {}
    """The keys by context: `everywhere`, a pane, a screen, a mode."""
    line: str = ""
    """The word in the key line."""
    rank: int = 0
    """Its place in the key line, the smallest first; 0: not in it."""
    on_board: int = 0
    """Its place in the key line of the board, before all that have none there."""
    why_not: Callable[[Page], str] = reasons.always
    about: str = ""
    """What the palette says it concerns."""
    told: int = 1
    """How many of its keys the page of keys tells; the others do the same."""
    pair: str = ""
    """The keys in the key line where those of its neighbour stand beside its own: `H L`."""


def command(
    identifier: str,
    name: str,
    words: str,
    *,
    line: str = "",
    rank: int = 0,
    on_board: int = 0,
    why: Callable[[Page], str] = reasons.always,
    about: str = "",
    told: int = 1,
    pair: str = "",
    **keys: str,
) -> Command:
    """Build a row; `sorting` stands for codebook and board, keys are parted by spaces."""
    placed: dict[str, tuple[str, ...]] = {}
    for context, typed in keys.items():
        for each in SORTING if context == "sorting" else (context,):
            placed[each] = tuple(typed.split())
    return Command(identifier, name, words, placed, line, rank, on_board, why, about, told, pair)
