"""Values that are being written anew while a colleague may change them too: what has become of them meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tui.app.field import Field
from tui.model.documents import value_at
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.question import Question
    from tui.app.screens.page import Page
    from tui.app.session import Session

Value = tuple[str, str, str]
"""Table, id and field of a value."""


class Meanwhile:
    """A value as it was when one began to write it."""

    def __init__(self, session: Session, value: Value) -> None:
        """Note how it is now."""
        self._session = session
        self._value = value
        self.note()

    def note(self) -> None:
        """Take how it is now for known."""
        self._revision, self._known = self._session.project.revision, self._now()

    @property
    def is_changed(self) -> bool:
        """Whether it is no longer as it was."""
        return bool(self._now() != self._known)

    @property
    def words(self) -> str:
        """The value as it is now, in words; empty where there is none."""
        return str(self._now() or "")

    @property
    def whose(self) -> str:
        """The name of who changed it, fit to be shown."""
        table, identifier, _ = self._value
        return changed_by(self._session, table, identifier, self._revision) or "somebody"

    def _now(self) -> Any:
        table, identifier, field = self._value
        return value_at(self._session.project.get(table, identifier), table, field)


def changed_by(session: Session, table: str, identifier: str, revision: int) -> str:
    """Return the name of who changed a document since a revision, fit to be shown; empty where nobody did."""
    coder = session.store.changed_since(table, identifier, revision)
    if not coder or coder == session.coder:
        return "you in another window" if coder else ""
    return safe(str((session.project.get("coders", coder) or {}).get("name") or coder))


def asked_whose(page: Page, question: Question, keep: Callable[[], None], let_go: Callable[[], None]) -> bool:
    """Ask whose words are to stand where a colleague changed the value meanwhile; answers whether that was so.

    `keep` keeps one's own, `let_go` leaves the colleague's; any other key leads back to the question.
    """
    value = question.meanwhile
    if value is None or not question.is_changed or not value.is_changed or value.words == question.answer.strip():
        return False
    theirs, who = value.words, value.whose
    said = f"“{safe(theirs)}”" if theirs else "nothing any more"

    def again() -> None:
        page.question = question

    def both() -> None:
        question.field = Field.of("; ".join(words for words in (theirs, question.answer) if words))
        value.note()
        again()

    def leave() -> None:
        let_go()
        page.note(f"{said} stays." if theirs else "It stays taken away.")

    ways = {"1": ("theirs", leave), "2": ("mine", keep), "3": ("both", both)}
    page.choose(f"Changed meanwhile by {who}: {said}", ways, left=again)
    return True
