"""Looking again at units that were coded under an older definition, from wherever one meets them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.actions.whose import after_asking_whose
from tui.model.edits.looking import StillFits

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.transaction import Edit


def say_they_fit(page: Page, units: Sequence[str]) -> None:
    """Say that units still fit the present definitions of all their codes; to a colleague's only after asking."""
    project = page.project
    by_code: dict[str, list[str]] = {}
    for unit in units:
        document = project.get("units", unit)
        for code in project.moved.codes_of(document) if document is not None else ():
            by_code.setdefault(code, []).append(unit)
    edits: list[Edit] = [StillFits(tuple(waiting), code) for code, waiting in by_code.items()]
    concerned = list(dict.fromkeys(unit for waiting in by_code.values() for unit in waiting))
    sentence = None
    if len(edits) > 1:
        named = "a unit still fits" if len(concerned) == 1 else f"{len(concerned)} units still fit"
        sentence = f"say that {named} {' and '.join(project.codebook.nodes[code].title for code in by_code)}"
    after_asking_whose(page, concerned, "Settle", lambda: _do(page, edits, sentence))


def _do(page: Page, edits: Sequence[Edit], sentence: str | None) -> None:
    page.session.do(*edits, sentence=sentence)
