"""Edits of what illustrates: quotations, and the anchor examples of a code."""

from __future__ import annotations

from dataclasses import dataclass

from tui.errors import Mistake
from tui.model.documents import Change
from tui.model.names import prose
from tui.model.project import Project
from tui.model.units import need_unit

TYPICAL, BORDERLINE = "typical", "borderline"


@dataclass(frozen=True, slots=True)
class SetQuotation:
    """Choose a unit as a quotation, or no longer; its translation and its edited form stay either way."""

    unit: str
    on: bool

    def changes(self, project: Project) -> list[Change]:
        """Return the unit with the mark or without it."""
        unit = need_unit(project, self.unit)
        if bool(unit.get("quoted")) is self.on:
            return []
        return [Change("units", self.unit, {"quoted": True if self.on else None})]

    def sentence(self, project: Project) -> str:
        """Say which way it goes."""
        return "choose a quotation" if self.on else "no longer quote a unit"


@dataclass(frozen=True, slots=True)
class WriteQuotation:
    """Write a quotation's edited form, its translation, its attribution; `None` leaves as it is, no words clear."""

    unit: str
    edited: str | None = None
    translation: str | None = None
    attribution: str | None = None

    def changes(self, project: Project) -> list[Change]:
        """Return the unit with what differs."""
        unit = need_unit(project, self.unit)
        given = {"edited": self.edited, "translation": self.translation, "attribution": self.attribution}
        written = {field: prose(words) or None for field, words in given.items() if words is not None}
        fields = {field: words for field, words in written.items() if unit.get(field) != words}
        return [Change("units", self.unit, fields)] if fields else []

    def sentence(self, project: Project) -> str:
        """Say that a quotation is worded, not how."""
        return "word a quotation"


@dataclass(frozen=True, slots=True)
class ChooseAnchor:
    """Let a unit stand as a typical or a borderline example of a node; `None` takes it away."""

    node: str
    unit: str
    kind: str | None

    def changes(self, project: Project) -> list[Change]:
        """Return the node with its example.

        Raises:
            Mistake: the unit does not belong under the node.
        """
        node = project.codebook.need(self.node)
        anchors = node.document.get("anchors") or {}
        if anchors.get(self.unit) == self.kind:
            return []
        if self.kind not in (TYPICAL, BORDERLINE, None):
            raise Mistake(f"An example is {TYPICAL} or {BORDERLINE}, not {self.kind}.")
        if self.kind is not None:
            codes = project.codebook.codes_of(need_unit(project, self.unit))
            if not any(node.id in project.codebook.counted_under(code) for code in codes):
                raise Mistake(f"The unit has no code under {node.title}, so it is no example of it.")
        return [Change("nodes", node.id, {f"anchors/{self.unit}": self.kind})]

    def sentence(self, project: Project) -> str:
        """Say of which node it is an example."""
        title = project.codebook.need(self.node).title
        return f"choose a {self.kind} example of {title}" if self.kind else f"take an example of {title} away"
