"""What keys do in the list of participants."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.screens.participants import ParticipantsPage


def add_participant(page: ParticipantsPage, key: str) -> None:
    """Write the card of a new participant."""
    from tui.app.sheets.facts import participant_form

    page.open_sheet(participant_form(page, None))


def edit_participant(page: ParticipantsPage, key: str) -> None:
    """Edit the name and the attributes of the participant under the cursor."""
    from tui.app.sheets.facts import participant_form

    if page.here:
        page.open_sheet(participant_form(page, page.here))


list_open = edit_participant


def remove_participant(page: ParticipantsPage, key: str) -> None:
    """Take away a participant who speaks nowhere."""
    from tui.model.edits.participants import RemoveParticipant

    if page.here:
        page.session.do(RemoveParticipant(page.here))


def memo(page: ParticipantsPage, key: str) -> None:
    """Write a memo on the participant under the cursor."""
    from tui.app.sheets.memo import open_memo
    from tui.model.safe_text import safe

    if page.here:
        name = (page.project.get("participants", page.here) or {}).get("name") or ""
        open_memo(page, {"kind": "participant", "id": page.here}, f"participant {safe(name)}")
