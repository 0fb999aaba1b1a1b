"""What keys do in the list of memos."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.model.memos import KINDS
from tui.model.nodes import LEVELS

if TYPE_CHECKING:
    from tui.app.screens.memos import MemosPage
    from tui.model.documents import Document

_GONE = "What this memo is on is gone: e opens the memo."


def memo(page: MemosPage, key: str) -> None:
    """Write a memo on the project."""
    from tui.app.sheets.memo import open_memo
    from tui.app.subjects import of_project

    open_memo(page, *of_project(page))


def edit_memo(page: MemosPage, key: str) -> None:
    """Read a memo, and go on with it where it is one's own."""
    from tui.app.sheets.memo import MemoSheet
    from tui.app.subjects import called

    if page.here:
        on, memo = page.on(page.here), page.memo(page.here)
        is_own = memo.get("coder") == page.session.coder
        page.open_sheet(MemoSheet(on, called(page.project, on), memo, is_own=is_own))


def go_to_subject(page: MemosPage) -> None:
    """Go to what the memo under the cursor is on: a place in a transcript, a code or a pile, a participant."""
    if not page.here:
        return
    on, project = page.on(page.here), page.project
    kind, identifier = on.get("kind"), str(on.get("id") or "")
    if kind in LEVELS:
        node = project.codebook.resolve(identifier)
        if node is None:
            page.say(_GONE)
            return
        page.desk.remember()
        page.desk.pane, page.desk.node = "codebook", node
        page.leave_for(page.app.show_main)
    elif kind == "participant":
        from tui.app.screens.participants import ParticipantsPage

        participants = ParticipantsPage(page.session)
        page.app.open_page(participants)
        participants.stand_on(identifier)
        participants.redraw()
    elif kind == "project":
        page.say("It is on the project as a whole: e opens the memo.")
    else:
        _go_to_text(page, kind == "unit", identifier, on.get("spans"))


def _go_to_text(page: MemosPage, is_unit: bool, identifier: str, spans: list[list[int]] | None) -> None:
    unit = page.project.get("units", identifier) if is_unit else None
    source = str(unit["source"]) if unit is not None else identifier
    if page.project.get("sources", source) is None:
        page.say(_GONE)
        return
    desk = page.desk
    place = unit["spans"] if unit is not None else spans
    position = int(place[0][0]) if place else desk.cursor if desk.source == source else desk.cursors.get(source, 0)
    page.leave_for(lambda: page.app.go(source, position))
    desk.current = identifier if unit is not None else None


def remove_memo(page: MemosPage, key: str) -> None:
    """Take away one's own memos, the marked or the one under the cursor, after asking."""
    from tui.model.edits.memos import RemoveMemo

    own = _own(page)

    def remove() -> None:
        sentence = f"take {len(own)} memos away" if len(own) > 1 else None
        edits = [RemoveMemo(each["id"]) for each in own]
        page.session.do(*edits, then=lambda receipt: page.marked.clear(), sentence=sentence)

    if own:
        prompt = f"Take {len(own)} memos away?" if len(own) > 1 else "Take this memo away?"
        page.choose(prompt, {"y": ("take away", remove), "n": ("leave it", lambda: None)})


def memo_kind(page: MemosPage, key: str) -> None:
    """Choose another kind for one's own memos, the marked or the one under the cursor."""
    from tui.model.edits.memos import EditMemo

    own = _own(page)

    def make(kind: str) -> Callable[[], None]:
        def do() -> None:
            sentence = f"let {len(own)} memos be {kind}" if len(own) > 1 else None
            edits = [EditMemo(each["id"], str(each["text"]), kind) for each in own]
            page.session.do(*edits, then=lambda receipt: page.marked.clear(), sentence=sentence)

        return do

    if own:
        what = f"{len(own)} memos" if len(own) > 1 else "This memo"
        page.choose(f"{what}, of which kind", {str(at): (kind, make(kind)) for at, kind in enumerate(KINDS, 1)})


def choose_memos(page: MemosPage, key: str) -> None:
    """Choose the kinds, subjects and writers whose memos alone are shown; with no tick left all are."""
    from tui.app.memo_choices import choices
    from tui.app.pickers.picker import Picker, Taken

    offered = choices(page.project)
    if not offered:
        page.say("No memos yet: m writes one, anywhere.")
        return

    def show(taken: Taken) -> None:
        page.show_only(taken.ids)

    page.open_sheet(Picker("Show only memos", offered, show, several=True, ticked=page.wanted, word="show only these"))


def _own(page: MemosPage) -> list[Document]:
    """Return the chosen memos that are one's own; where there are none, that is said."""
    memos = [page.memo(each) for each in page.chosen]
    own = [each for each in memos if each.get("coder") == page.session.coder]
    if memos and not own:
        page.say("This memo is a colleague’s.")
    return own
