"""Paths of codes that a command may make: found in the codebook, or planned as new, each once in a transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.cli import output
from tui.errors import Mistake
from tui.model.edits.codebook import CreateNode
from tui.model.ids import new_id
from tui.model.names import folded
from tui.model.nodes import CATEGORY, CODE, PILES, SUB_CATEGORY
from tui.model.paths import SEPARATOR, NothingThere, parts
from tui.model.project import Project

DEEPEST = 3
"""Names in the longest path: category, sub-category, code."""


@dataclass(frozen=True)
class _Planned:
    """A node that will be made: its path in names, and the edit."""

    names: tuple[str, ...]
    edit: CreateNode


class CodePaths:
    """Finds codes by their paths for one transaction; what it has to make is in `edits`."""

    def __init__(self, project: Project) -> None:
        """Begin with the codebook as it is."""
        self._project = project
        self._planned: list[_Planned] = []

    @property
    def edits(self) -> list[CreateNode]:
        """The edits that make what is missing, piles before what lies in them."""
        return [planned.edit for planned in self._planned]

    def code(self, path: str, *, makes_piles: bool) -> str:
        """Return the id of the code a path means; a code that is missing is planned, its piles where that is allowed.

        Raises:
            Mistake: several codes fit, the path is too long, or a pile is missing and may not be made.
        """
        known = self._known(parts(path), (CODE,))
        if known is not None:
            return known
        *above, name = parts(path)
        if len(above) >= DEEPEST:
            raise Mistake(f"“{path}” has too many parts: Category / Sub-category / code is the longest path.")
        parent = self._pile(above, makes_piles=makes_piles) if above else None
        return self._plan(CODE, above, name, parent)

    def name(self, code: str) -> str:
        """Return the name of a code that was found or planned here."""
        planned = next((planned.edit.name for planned in self._planned if planned.edit.id == code), None)
        return planned if planned is not None else self._project.codebook.nodes[code].title

    def tell(self) -> None:
        """Name what was made."""
        for planned in self._planned:
            output.tell(f"New {planned.edit.level}: {SEPARATOR.join(planned.names)}.")

    def _pile(self, names: Sequence[str], *, makes_piles: bool) -> str:
        """Return the id of a pile; of `X` alone a sub-category is made, of `X / Y` a category with one in it."""
        known = self._known(names, PILES)
        if known is not None:
            return known
        if not makes_piles:
            raise Mistake(f"There is no sub-category or category “{SEPARATOR.join(names)}”; --make makes it.")
        if len(names) == 1:
            return self._plan(SUB_CATEGORY, (), names[0], None)
        category = self._known(names[:1], (CATEGORY,)) or self._plan(CATEGORY, (), names[0], None)
        return self._plan(SUB_CATEGORY, names[:1], names[1], category)

    def _known(self, names: Sequence[str], levels: Sequence[str]) -> str | None:
        try:
            return self._project.codebook.find_path(SEPARATOR.join(names), levels)
        except NothingThere:
            fitting = [
                planned.edit.id
                for planned in self._planned
                if planned.edit.level in levels and _ends_with(planned.names, names)
            ]
            if len(fitting) > 1:
                raise Mistake(f"Several new ones fit “{SEPARATOR.join(names)}”; give the whole path.") from None
            return fitting[0] if fitting else None

    def _plan(self, level: str, above: Sequence[str], name: str, parent: str | None) -> str:
        edit = CreateNode(new_id(), level, name, parent)
        self._planned.append(_Planned((*above, name), edit))
        return edit.id


def _ends_with(names: Sequence[str], wanted: Sequence[str]) -> bool:
    """Tell whether a path is meant by another that may leave levels out, but not the last name."""
    upwards = iter([folded(name) for name in reversed(names)])
    if next(upwards, None) != folded(wanted[-1]):
        return False
    return all(folded(name) in upwards for name in reversed(wanted[:-1]))
