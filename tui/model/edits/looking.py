"""Edits of units that were coded under an older definition: saying that they still fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.model.definitions import stamp_of
from tui.model.documents import Change
from tui.model.nodes import CODE
from tui.model.project import Project
from tui.model.units import need_unit


@dataclass(frozen=True, slots=True)
class StillFits:
    """Say that units still fit a code as it is defined now; those that do not wait stay as they are."""

    units: Sequence[str]
    code: str

    def changes(self, project: Project) -> list[Change]:
        """Return the units with the present definition noted beside the code."""
        code = project.codebook.need(self.code, CODE)
        defined, stamp = project.moved.defined(code.id), stamp_of(code.document)
        changes = []
        for identifier in dict.fromkeys(self.units):
            codes = need_unit(project, identifier).get("codes") or {}
            if defined.older(codes):
                changes.append(
                    Change("units", identifier, {f"codes/{named}": stamp for named in defined.named_in(codes)})
                )
        return changes

    def sentence(self, project: Project) -> str:
        """Say how many still fit what."""
        count = len(set(self.units))
        units = "a unit still fits" if count == 1 else f"{count} units still fit"
        return f"say that {units} {project.codebook.need(self.code).title}"
