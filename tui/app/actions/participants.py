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
    """Edit name and attributes of the participant under the cursor; of several marked, attributes they shall share."""
    from tui.app.sheets.facts import participant_form, participants_form

    if len(page.marked) > 1:
        page.open_sheet(participants_form(page, page.marked))
    elif page.here:
        page.open_sheet(participant_form(page, page.chosen[0]))


list_open = edit_participant


def filter_by_attributes(page: ParticipantsPage, key: str) -> None:
    """Choose the attributes whose participants alone are shown; with no tick left all are."""
    from tui.app.attributes import choose_attributes

    def show(attributes: list[str]) -> None:
        page.show_only(attributes)

    choose_attributes(page, "Show only participants of", page.wanted, show)


def remove_participant(page: ParticipantsPage, key: str) -> None:
    """Take away participants who speak nowhere: the marked, or the one under the cursor."""
    from tui.model.edits.participants import RemoveParticipant

    gone = page.chosen
    sentence = f"remove {len(gone)} participants" if len(gone) > 1 else None
    if gone:
        edits = map(RemoveParticipant, gone)
        page.session.do(*edits, then=lambda receipt: page.marked.clear(), sentence=sentence)


def memo(page: ParticipantsPage, key: str) -> None:
    """Write a memo on the participant under the cursor."""
    from tui.app.sheets.memo import open_memo
    from tui.model.safe_text import safe

    if page.here:
        name = (page.project.get("participants", page.here) or {}).get("name") or ""
        open_memo(page, {"kind": "participant", "id": page.here}, f"participant {safe(name)}")
