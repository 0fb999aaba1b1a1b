"""Condensing, everywhere the same: the unit's words are offered, and what is typed in their place is counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.field import Field
from tui.app.meanwhile import Meanwhile
from tui.app.question import Question
from tui.model.edits.units import Condense
from tui.model.words import count_words

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.documents import Document
    from tui.model.transaction import Edit
    from tui.store.project import Receipt


def ask_to_condense(
    page: Page,
    words: str,
    edit_of: Callable[[str], Edit | None],
    *,
    prompt: str = "Condense to",
    before: str = "",
    draft: str,
    unit: str = "",
    then: Callable[[], None] = lambda: None,
) -> None:
    """Ask for the condensed form of some words.

    Args:
        page: The page that asks.
        words: What is said there; it is offered, to be typed over or to be gone on with.
        edit_of: Gives the edit that keeps a condensed form; `None` where there is nothing to keep.
        prompt: What stands before the line.
        before: The condensed form there is.
        draft: The key under which it waits until it is kept.
        unit: The unit, where there is one already.
        then: Called once it is kept.
    """
    number = _count(words)

    def beside(condensed: str) -> tuple[str, str]:
        fewer = _count(condensed)
        return ("longer:" if fewer > number else "", f"{_words(number)} to {fewer}")

    def keep(condensed: str) -> object:
        edit = edit_of(condensed)
        if edit is None or condensed == before:
            if not before:
                page.note("Nothing is condensed: these are its own words.")
            return True
        return page.session.do(edit, then=kept(_count(condensed)), say=False)

    def kept(fewer: int) -> Callable[[Receipt], None]:
        said = f"Condensed: {_words(number)} to {fewer}" if fewer else "The condensed form is taken away"

        def tell(receipt: Receipt) -> None:
            then()
            page.say(f"{said}, more than the unit has" if fewer > number else said, undo=True)

        return tell

    field = Field.of(before) if before else Field.of(words, is_offered=True)
    meanwhile = Meanwhile(page.session, ("units", unit, "condensed")) if unit else None
    page.ask_this(
        Question(prompt, keep, field=field, beside=beside, draft=draft, given=field.text, meanwhile=meanwhile)
    )


def condense_unit(page: Page, unit: Document, prompt: str) -> None:
    """Ask for the condensed form of a unit in a list."""
    identifier = str(unit["id"])
    ask_to_condense(
        page,
        page.project.transcript(unit["source"]).shown(unit["spans"], omission=""),
        lambda condensed: Condense(identifier, condensed),
        prompt=prompt,
        before=str(unit.get("condensed") or ""),
        draft=f"condense {identifier}",
        unit=identifier,
    )


def _count(words: str) -> int:
    return count_words(words, [(0, len(words))])


def _words(number: int) -> str:
    return f"{number:,} word{'' if number == 1 else 's'}"
