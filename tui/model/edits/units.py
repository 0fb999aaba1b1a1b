"""Edits of meaning units: marking them, condensing them, giving them codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.errors import Mistake
from tui.model.documents import Change, Document
from tui.model.names import one_line
from tui.model.nodes import CODE
from tui.model.project import Project
from tui.model.units import NOT_RELEVANT, Spans, checked_spans, given, is_unit, named_codes, need_unit, unit_at


@dataclass(frozen=True, slots=True)
class MarkUnit:
    """Mark spans of a source as one meaning unit of a coder, with codes or without.

    Where the coder has a unit with these very spans, that one takes the codes and no second one is made.
    """

    id: str
    source: str
    spans: Sequence[Sequence[int]]
    coder: str
    codes: Sequence[str] = ()
    condensed: str | None = None

    def changes(self, project: Project) -> list[Change]:
        """Return the new unit, or the codes that the one there lacks."""
        source = project.need("sources", self.source)
        spans = checked_spans(project, self.source, self.spans)
        codes = [project.codebook.need(code, CODE).id for code in self.codes]
        condensed = {"condensed": _condensed(self.condensed)} if self.condensed is not None else {}
        there = unit_at(project, self.source, spans, self.coder)
        if there is not None:
            present = project.codebook.codes_of(there)
            missing = {f"codes/{code}": given(project, code) for code in codes if code not in present}
            return _changed(there, {**missing, **condensed})
        new = {"source": self.source, "text": source.get("text"), "coder": self.coder, "spans": spans}
        return [Change("units", self.id, {**new, "codes": {code: given(project, code) for code in codes}, **condensed})]

    def sentence(self, project: Project) -> str:
        """Say which codes are applied, or where a unit is marked."""
        if self.codes:
            return f"apply code {', '.join(project.codebook.need(code).name for code in self.codes)}"
        return f"mark a unit in {project.need('sources', self.source)['name']}"


@dataclass(frozen=True, slots=True)
class ApplyCode:
    """Give a unit one more code; one it has already changes nothing."""

    unit: str
    code: str

    def changes(self, project: Project) -> list[Change]:
        """Return the unit with the code."""
        unit = need_unit(project, self.unit)
        code = project.codebook.need(self.code, CODE).id
        present = project.codebook.codes_of(unit)
        return [] if code in present else [Change("units", self.unit, {f"codes/{code}": given(project, code)})]

    def sentence(self, project: Project) -> str:
        """Say which code is applied."""
        return f"apply code {project.codebook.need(self.code).name}"


@dataclass(frozen=True, slots=True)
class TakeCodeOff:
    """Take a code off a unit, which stays, if need be without any."""

    unit: str
    code: str

    def changes(self, project: Project) -> list[Change]:
        """Return the unit without the code."""
        unit = need_unit(project, self.unit)
        return _changed(unit, named_codes(project, unit, self.code))

    def sentence(self, project: Project) -> str:
        """Say which code is taken off."""
        return f"take code {project.codebook.need(self.code).name} off"


@dataclass(frozen=True, slots=True)
class Recode:
    """Let a code take the place of another on a unit; without an old one, of the only one the unit has."""

    unit: str
    old: str | None
    new: str

    def changes(self, project: Project) -> list[Change]:
        """Return the unit with one code instead of the other.

        Raises:
            Mistake: no old code is named and the unit has several.
        """
        unit = need_unit(project, self.unit)
        old, new = self._codes(project)
        if old == new:
            return []
        fields = named_codes(project, unit, old) if old is not None else {}
        if new not in project.codebook.codes_of(unit):
            fields[f"codes/{new}"] = given(project, new)
        return _changed(unit, fields)

    def sentence(self, project: Project) -> str:
        """Say what is recoded to what."""
        old, new = self._codes(project)
        name = project.codebook.nodes[new].name
        return f"recode {project.codebook.nodes[old].name} to {name}" if old is not None else f"apply code {name}"

    def _codes(self, project: Project) -> tuple[str | None, str]:
        """Return the old and the new code, merges followed; there is no old one on a unit without codes."""
        new = project.codebook.need(self.new, CODE).id
        present = project.codebook.codes_of(need_unit(project, self.unit))
        if self.old is not None:
            old = project.codebook.need(self.old, CODE)
            if old.id not in present:
                raise Mistake(f"The unit does not have the code {old.name} (any more).")
            return old.id, new
        if len(present) > 1:
            several = ", ".join(project.codebook.nodes[code].name for code in present)
            raise Mistake(f"The unit has several codes; say which one to replace: {several}.")
        return (present[0] if present else None), new


@dataclass(frozen=True, slots=True)
class Condense:
    """Write a unit in fewer words, its core kept; no words take the condensed form away."""

    unit: str
    words: str

    def changes(self, project: Project) -> list[Change]:
        """Return the unit with its condensed form."""
        unit = need_unit(project, self.unit)
        return _changed(unit, {"condensed": _condensed(self.words)})

    def sentence(self, project: Project) -> str:
        """Say that a unit is condensed, not how: condensed forms are close to what was said."""
        return "condense a unit" if _condensed(self.words) else "take a condensed form away"


@dataclass(frozen=True, slots=True)
class RemoveUnit:
    """Take a unit away, and the memos on it with it."""

    unit: str

    def changes(self, project: Project) -> list[Change]:
        """Return the unit and its memos as removed."""
        need_unit(project, self.unit)
        memos = [Change("memos", memo["id"], {"removed": True}) for memo in project.memos_on("unit", self.unit)]
        return [Change("units", self.unit, {"removed": True}), *memos]

    def sentence(self, project: Project) -> str:
        """Say what codes the unit had, and what else goes with it."""
        unit = project.need("units", self.unit)
        named = ", ".join(project.codebook.nodes[code].name for code in project.codebook.codes_of(unit))
        said = f"take a unit away ({named})" if named else "take a unit away"
        along = _goes_along(project, unit)
        if not along:
            return said
        listed = " and ".join(filter(None, (", ".join(along[:-1]), along[-1])))
        return f"{said} with its {listed}"


@dataclass(frozen=True, slots=True)
class MarkNotRelevant:
    """Mark spans of a source as not relevant to the aim; the same again changes nothing."""

    id: str
    source: str
    spans: Sequence[Sequence[int]]
    coder: str

    def changes(self, project: Project) -> list[Change]:
        """Return the new mark."""
        source = project.need("sources", self.source)
        spans: Spans = checked_spans(project, self.source, self.spans)
        if unit_at(project, self.source, spans, self.coder, NOT_RELEVANT) is not None:
            return []
        new = {"kind": NOT_RELEVANT, "source": self.source, "text": source.get("text"), "coder": self.coder}
        return [Change("units", self.id, {**new, "spans": spans})]

    def sentence(self, project: Project) -> str:
        """Say where a passage is marked."""
        return f"mark a passage of {project.need('sources', self.source)['name']} not relevant"


@dataclass(frozen=True, slots=True)
class MarkRelevant:
    """Take back that a passage is not relevant."""

    id: str

    def changes(self, project: Project) -> list[Change]:
        """Return the mark as removed."""
        if is_unit(project.need("units", self.id)):
            raise Mistake("This is a meaning unit, not a passage marked not relevant.")
        return [Change("units", self.id, {"removed": True})]

    def sentence(self, project: Project) -> str:
        """Say where a passage is relevant again."""
        mark = project.need("units", self.id)
        return f"mark a passage of {project.need('sources', mark['source'])['name']} relevant again"


def _condensed(words: str | None) -> str | None:
    return one_line(words or "") or None


def _goes_along(project: Project, unit: Document) -> list[str]:
    """Return words for what was made of a unit besides its codes."""
    memos = sum(1 for _ in project.memos_on("unit", unit["id"]))
    found = [("memo" if memos == 1 else f"{memos} memos")] if memos else []
    found += ["condensed form"] if unit.get("condensed") else []
    is_quotation = unit.get("quoted") or unit.get("edited") or unit.get("translation")
    return found + (["quotation"] if is_quotation else [])


def _changed(unit: Document, fields: dict[str, object]) -> list[Change]:
    differing = {path: value for path, value in fields.items() if "/" in path or unit.get(path) != value}
    return [Change("units", unit["id"], differing)] if differing else []
