"""Participants that a command made because it named them first: said, so that a slip of the pen is noticed."""

from __future__ import annotations

from collections.abc import Iterable

from tui.cli import output
from tui.model.edits.participants import AddParticipant
from tui.model.transaction import Edit


def tell_new(edits: Iterable[Edit]) -> None:
    """Say who is new."""
    for edit in edits:
        if isinstance(edit, AddParticipant):
            output.tell(f"New participant: {edit.name}.")
