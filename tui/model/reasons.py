"""Reasons: when a project asks why something is done, and how it is said."""

from __future__ import annotations

from tui.errors import Mistake
from tui.model.names import one_line
from tui.model.nodes import CODE, THEME
from tui.model.project import Project


def asks_why(project: Project, level: str) -> bool:
    """Tell whether the project wants a reason when a node of this level is merged, split or retired."""
    return level not in (CODE, THEME) and bool(project.setting("reasons"))


def require_reason(project: Project, level: str, reason: str) -> None:
    """Make sure that merging, splitting or retiring above the level of codes says why, where the project asks for it.

    Raises:
        Mistake: it does not.
    """
    if asks_why(project, level) and not one_line(reason):
        raise Mistake(f"Say why: this project asks for a reason when a {level} is merged, split or retired.")


def require_reason_to_restore(project: Project, reason: str) -> None:
    """Make sure that restoring a version says why, where the project asks for reasons.

    Raises:
        Mistake: it does not.
    """
    if project.setting("reasons") and not one_line(reason):
        raise Mistake("Say why: this project asks for a reason when a version is restored.")


def because(sentence: str, reason: str) -> str:
    """Return a sentence of history with the reason behind it, where there is one."""
    said = one_line(reason)
    return f"{sentence}: {said}" if said else sentence
