"""Edits of what illustrates: quotations, and the anchor examples of a code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.errors import Mistake
from tui.model.documents import Change, Document
from tui.model.edits.sources import date_of
from tui.model.names import prose
from tui.model.project import Project
from tui.model.quoting import as_kept, edited_fields, said, unmarked
from tui.model.speaking import no_participant_in
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
        """Say which way it goes, and who is quoted where that is no participant."""
        if not self.on:
            return "no longer quote a unit"
        unheard = no_participant_in(project, [self.unit])
        return f"choose a quotation: {unheard}" if unheard else "choose a quotation"


def choosing(project: Project, units: Sequence[str]) -> str | None:
    """Return the sentence of several units chosen as quotations at once; `None` for one, which says its own."""
    if len(units) < 2:
        return None
    unheard = no_participant_in(project, units)
    return f"choose {len(units)} quotations{': ' if unheard else ''}{unheard}"


@dataclass(frozen=True, slots=True)
class WriteQuotation:
    """Write a quotation's edited form, its translation, by whom and when, its attribution.

    `None` leaves a field as it is, no words clear it; with a translation go who made it and when.
    """

    unit: str
    edited: str | None = None
    translation: str | None = None
    attribution: str | None = None
    translator: str | None = None
    translated: str | None = None

    def changes(self, project: Project) -> list[Change]:
        """Return the unit with what differs.

        Raises:
            Mistake: the edited form has words that were neither said nor put in brackets; there is no such date.
        """
        unit = need_unit(project, self.unit)
        given = {
            "translation": self.translation,
            "attribution": self.attribution,
            "translator": self.translator,
            "translated": self.translated,
        }
        written: Document = {field: prose(words) or None for field, words in given.items() if words is not None}
        if written.get("translation", "") is None:  # what nobody translated has neither a translator nor a day
            written |= {"translator": None, "translated": None}
        if written.get("translated"):
            written["translated"] = date_of(written["translated"])
        if self.edited is not None:
            written |= _edited(project, unit, prose(self.edited))
        fields = {field: words for field, words in written.items() if unit.get(field) != words}
        return [Change("units", self.unit, fields)] if fields else []

    def sentence(self, project: Project) -> str:
        """Say that a quotation is worded, not how."""
        return "word a quotation"


def _edited(project: Project, unit: Document, edited: str) -> Document:
    word = unmarked(said(project, unit), as_kept(edited))
    if word:
        raise Mistake(f"“{word}” was not said there: put what you add in [brackets], and // where words are left out.")
    return edited_fields(project, unit, edited)


@dataclass(frozen=True, slots=True)
class ArrangeQuotations:
    """Put the quotations of a node in an order of their own; those that are not named follow as in the texts."""

    node: str
    units: Sequence[str]

    def changes(self, project: Project) -> list[Change]:
        """Return the node with the order; none takes it back."""
        node = project.codebook.need(self.node)
        units = list(dict.fromkeys(need_unit(project, unit)["id"] for unit in self.units))
        if units == (node.document.get("quotations") or []):
            return []
        return [Change("nodes", node.id, {"quotations": units or None})]

    def sentence(self, project: Project) -> str:
        """Say whose quotations."""
        return f"arrange the quotations of {project.codebook.need(self.node).title}"


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
