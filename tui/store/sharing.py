"""Sharing strings: the ids and hashes that stand in very many units are kept once in memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tui.model.documents import Document


def sharing() -> Callable[[Document], Document]:
    """Return what lets the units that are given to it share strings, and gives each back.

    Who reads units one by one calls it with each at once: the room of what was read twice serves what is read next.
    """
    share = dict[Any, Any]().setdefault

    def shared(unit: Document) -> Document:
        try:
            source, text, coder = unit["source"], unit["text"], unit["coder"]
            unit["source"], unit["text"], unit["coder"] = share(source, source), share(text, text), share(coder, coder)
        except (KeyError, TypeError):
            pass  # a change of a unit, or no unit
        return unit

    return shared
