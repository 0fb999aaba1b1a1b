"""Reading passes: who reads a source, who has closed it, and whose units a coder does not see until then."""

from __future__ import annotations

from tui.model.documents import Document
from tui.model.project import Project


def passes_of(project: Project, source: str, coder: str) -> list[Document]:
    """Return a coder's passes through a source, the first one first."""
    own = [each for each in project.alive("passes") if each.get("source") == source and each.get("coder") == coder]
    return sorted(own, key=lambda each: int(each.get("number") or 0))


def open_pass(project: Project, source: str, coder: str) -> Document | None:
    """Return the pass that a coder has not closed."""
    return next((each for each in reversed(passes_of(project, source, coder)) if not each.get("ended")), None)


def blind_to(project: Project, source: str, coder: str) -> frozenset[str]:
    """Return the colleagues whose units in a source a coder does not see yet.

    Two who begin a pass do not see each other's units until both have closed theirs; a pass that only was recorded
    while somebody read hides nothing. In a project whose coders code apart, nobody sees anybody's units in a source
    before closing it, nor those of one who has not.
    """
    apart = bool(project.setting("blind"))
    ended: dict[str, bool] = {}
    for reading in project.alive("passes"):
        if reading.get("source") == source and (apart or not reading.get("recorded")):
            by = str(reading.get("coder"))
            ended[by] = bool(reading.get("ended")) and ended.get(by, True)
    if apart and coder:
        others = ended.keys() | project.tables["coders"].keys()
        return frozenset(by for by in others if by != coder and not (ended.get(coder) and ended.get(by, True)))
    if coder not in ended:
        return frozenset()
    return frozenset(by for by, is_over in ended.items() if by != coder and not (is_over and ended[coder]))
