"""Edits of where a meaning unit lies: its ends, its parts, one made of several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.errors import Mistake
from tui.model.documents import Change, Document
from tui.model.project import Project
from tui.model.quoting import QUOTED
from tui.model.units import UNIT, Spans, checked_spans, cut, need_unit, unit_at
from tui.model.words import without


@dataclass(frozen=True, slots=True)
class ChangeSpans:
    """Let a unit, or a passage marked not relevant, lie elsewhere in its source."""

    unit: str
    spans: Sequence[Sequence[int]]

    def changes(self, project: Project) -> list[Change]:
        """Return the unit with its new spans.

        Raises:
            Mistake: a span is not inside one turn, or the coder has a unit with these very spans already.
        """
        unit = project.need("units", self.unit)
        spans = checked_spans(project, unit["source"], self.spans)
        if spans == unit["spans"]:
            return [] if not unit.get("uncertain") else [Change("units", self.unit, _placed(project, unit, spans))]
        there = unit_at(project, unit["source"], spans, unit["coder"], unit.get("kind", UNIT))
        if there is not None:
            raise Mistake("There is a unit with just these spans already; join the two with M.")
        return [Change("units", self.unit, _placed(project, unit, spans))]

    def sentence(self, project: Project) -> str:
        """Say in which source a unit has other ends."""
        return f"change the ends of a unit in {_source_name(project, self.unit)}"


@dataclass(frozen=True, slots=True)
class SplitUnit:
    """Make two units of one.

    `at` is a position inside the unit, or the spans of its first part. The first part keeps the id, the condensed
    form, the memos and the quotation; the codes go to both.
    """

    unit: str
    at: int | Sequence[Sequence[int]]
    new_id: str

    def changes(self, project: Project) -> list[Change]:
        """Return both parts.

        Raises:
            Mistake: one of them would hold no words.
        """
        unit = need_unit(project, self.unit)
        first, second = self._parts(project, unit)
        transcript = project.transcript(unit["source"])
        if not transcript.word_count(first) or not transcript.word_count(second):
            raise Mistake("Both parts of a split unit must hold words; put the cursor inside it.")
        kept = {field: unit.get(field) for field in ("source", "text", "coder")}
        new = {**kept, "spans": second, "codes": dict(unit.get("codes") or {})}
        return [Change("units", self.unit, _placed(project, unit, first)), Change("units", self.new_id, new)]

    def sentence(self, project: Project) -> str:
        """Say in which source a unit is split."""
        return f"split a unit in {_source_name(project, self.unit)}"

    def _parts(self, project: Project, unit: Document) -> tuple[Spans, Spans]:
        source, spans = unit["source"], [(start, end) for start, end in unit["spans"]]
        if isinstance(self.at, int):
            first, second = cut(spans, self.at)
        else:
            first = checked_spans(project, source, self.at)
            chosen = [(start, end) for start, end in first]
            if without(chosen, spans):
                raise Mistake("The first part must lie inside the unit.")
            second = [[start, end] for start, end in without(spans, chosen)]
        return _trimmed(project, source, first), _trimmed(project, source, second)


@dataclass(frozen=True, slots=True)
class JoinUnits:
    """Make one unit of several of one coder: all spans, all codes, and the memos of all.

    The one joined into keeps its condensed form and its quotation; where it has none, it takes the first other's.
    """

    into: str
    others: Sequence[str]

    def changes(self, project: Project) -> list[Change]:
        """Return the joined unit, the others as removed, and what pointed to them.

        Raises:
            Mistake: the units are of different sources or different coders.
        """
        unit = need_unit(project, self.into)
        others = [need_unit(project, other) for other in dict.fromkeys(self.others) if other != self.into]
        if not others:
            raise Mistake("Joining needs at least two units.")
        if any(other["source"] != unit["source"] for other in others):
            raise Mistake("Only units of one source can be joined.")
        if any(other.get("coder") != unit.get("coder") for other in others):
            raise Mistake("Only units of one coder can be joined.")
        joined = [unit, *others]
        spans = checked_spans(project, unit["source"], (span for each in joined for span in each["spans"]))
        fields = {**_placed(project, unit, spans), **_taken_over(unit, others)}
        codes = {code: value for each in reversed(others) for code, value in (each.get("codes") or {}).items()}
        fields.update(
            {f"codes/{code}": value for code, value in codes.items() if code not in (unit.get("codes") or {})}
        )
        removed = [Change("units", other["id"], {"removed": True}) for other in others]
        return [Change("units", self.into, fields), *removed, *self._pointing(project, others)]

    def sentence(self, project: Project) -> str:
        """Say in which source how many units are joined."""
        count = len({self.into, *self.others})
        return f"join {count} units in {_source_name(project, self.into)}"

    def _pointing(self, project: Project, others: Iterable[Document]) -> list[Change]:
        """Return the memos on the others and their places as anchor examples, turned to the joined unit."""
        changes: list[Change] = []
        for other in others:
            memos = project.memos_on("unit", other["id"])
            changes.extend(Change("memos", memo["id"], {"on": {"kind": "unit", "id": self.into}}) for memo in memos)
            for node in project.codebook.nodes.values():
                anchors = node.document.get("anchors") or {}
                if other["id"] in anchors:
                    kept = anchors.get(self.into) or anchors[other["id"]]
                    fields = {f"anchors/{other['id']}": None, f"anchors/{self.into}": kept}
                    changes.append(Change("nodes", node.id, fields))
        return changes


def _taken_over(unit: Document, others: Iterable[Document]) -> dict[str, object]:
    """Return the condensed form and the quotation that a unit without them takes from those joined into it."""
    fields: dict[str, object] = {}
    for parts in (("condensed",), QUOTED):
        if any(unit.get(part) for part in parts):
            continue
        giver = next((other for other in others if any(other.get(part) for part in parts)), {})
        fields.update({part: giver[part] for part in parts if giver.get(part)})
    return fields


def _placed(project: Project, unit: Document, spans: Spans) -> dict[str, object]:
    """Return the fields of a unit that somebody has given these spans, counted in the source's present text."""
    return {"spans": spans, "text": project.need("sources", unit["source"]).get("text"), "uncertain": None}


def _trimmed(project: Project, source: str, spans: Spans) -> Spans:
    """Return the spans without white space at their ends; those of nothing else are left out."""
    transcript = project.transcript(source)
    trimmed = [transcript.trimmed(start, end) for start, end in spans]
    return [[start, end] for start, end in trimmed if start < end]


def _source_name(project: Project, unit: str) -> str:
    return str(project.need("sources", project.need("units", unit)["source"]).get("name"))
