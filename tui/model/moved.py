"""What waits because definitions moved: the units that were coded under an older definition of their code.

Kept, not recomputed: the units of a code are looked at once, then only those that change; a code is looked at again
where its definition, or what was merged into it, changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.model.definitions import Defined, is_redefined, redefined
from tui.model.documents import Document, patched
from tui.model.units import is_unit

if TYPE_CHECKING:
    from tui.model.project import Project

_FIELDS = ("definition", "full", "include", "exclude", "coded_under", "wordings", "reworded")


class _Kept(NamedTuple):
    """What is known of a code: the documents it was worked out from, its definition, and the units that wait."""

    documents: tuple[Document, ...]
    defined: Defined
    waiting: dict[str, str]


class Moved:
    """The units that wait to be looked at again, by code."""

    def __init__(self, project: Project) -> None:
        """Look at nothing yet."""
        self._project = project
        self._kept: dict[str, _Kept] = {}
        self._touched: dict[str, set[str]] = {}
        """By the id of a code that is kept: the units that have changed since."""

    def defined(self, code: str) -> Defined:
        """Return how a code is defined now and was before."""
        return self._of(code).defined

    def older(self, unit: Mapping[str, Any], code: str) -> str:
        """Return the stamp of the older definition under which a unit has a code; empty where the present one holds."""
        return self.defined(code).older(unit.get("codes") or {})

    def codes_of(self, unit: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the codes that a unit was given under an older definition."""
        codes = self._project.codebook.codes_of(unit)
        return tuple(code for code in codes if self._can_be_older(code) and self.older(unit, code))

    def count(self, node: str) -> int:
        """Return how many units wait at a node or below it."""
        waiting = [self._of(code).waiting for code in self.codes(node)]
        return len(waiting[0]) if len(waiting) == 1 else len(set().union(*waiting))

    def waiting(self, code: str) -> Mapping[str, str]:
        """Return the ids of the units that wait with a code, each with the stamp of what it was coded under."""
        return self._of(code).waiting if code in self._project.codebook.nodes else {}

    def units(self, code: str) -> list[Document]:
        """Return the units that wait with a code, in no particular order."""
        found = (self._project.get("units", unit) for unit in self._of(code).waiting)
        return [unit for unit in found if unit is not None]

    def codes(self, node: str | None = None) -> list[str]:
        """Return the codes with which units wait, at or below a node or all, in the order of the codebook."""
        book = self._project.codebook
        if node is not None and node not in book.nodes:
            return []
        return [code for code in book.codes(node) if self._can_be_older(code) and self._of(code).waiting]

    def total(self) -> int:
        """Return how many units wait with any code."""
        return len({unit for code in self.codes() for unit in self._of(code).waiting})

    def would_wait(self, code: str, texts: Mapping[str, Any]) -> int:
        """Return how many units would wait if the code was defined by other texts and that moved what it means.

        Nodes above codes have no units of their own, so that nothing waits for their definitions.
        """
        book, nodes = self._project.codebook, self._project.tables["nodes"]
        if not book.nodes[code].is_code or not is_redefined(nodes[code], texts):
            return 0
        ids = (code, *book.merged_into(code))
        after = patched(nodes[code], "nodes", code, {**texts, **redefined(nodes[code], texts)})
        defined = Defined(code, {**{each: nodes[each] for each in ids}, code: after})
        waiting: dict[str, str] = {}
        self._look_at((unit for each in ids for unit in self._project.units_of_code_alone(each)), defined, waiting)
        return len(waiting)

    def unit_changes(self, before: Document | None, after: Document | None) -> None:
        """Take note that a unit is another than it was."""
        for unit in (before, after):
            for named in (unit or {}).get("codes") or ():
                if named in self._touched and unit is not None:
                    self._touched[named].add(unit["id"])

    def _can_be_older(self, code: str) -> bool:
        """Tell whether a unit can have the code under an older definition; of most codes that is seen at a glance."""
        if not self._project.tables["nodes"][code].get("coded_under") and not self._project.codebook.merged_into(code):
            return False
        return self.defined(code).can_be_older

    def _of(self, code: str) -> _Kept:
        book, nodes = self._project.codebook, self._project.tables["nodes"]
        ids = (code, *book.merged_into(code))
        documents = tuple(nodes[each] for each in ids)
        kept = self._kept.get(code)
        if kept is None or not _are_defined_alike(kept.documents, documents):
            kept = self._looked_at(ids, documents)
        self._kept[code] = kept = _Kept(documents, kept.defined, kept.waiting)
        for each in ids:
            touched = self._touched.get(each)
            if touched:
                self._look_at(touched, kept.defined, kept.waiting)
                touched.clear()
        return kept

    def _looked_at(self, ids: Sequence[str], documents: tuple[Document, ...]) -> _Kept:
        """Look at all units of a code; `ids` are its own and those of what was merged into it."""
        kept = _Kept(documents, Defined(ids[0], dict(zip(ids, documents, strict=True))), {})
        if kept.defined.can_be_older:
            units = (unit for each in ids for unit in self._project.units_of_code_alone(each))
            self._look_at(units, kept.defined, kept.waiting)
            self._touched.update({each: set() for each in ids})
        return kept

    def _look_at(self, units: Iterable[str], defined: Defined, waiting: dict[str, str]) -> None:
        """Let those of some units wait that were coded under an older definition, and no others of them."""
        documents, sources = self._project.tables["units"], self._project.tables["sources"]
        for identifier in units:
            unit = documents.get(identifier)
            older = ""
            if unit is not None and not unit.get("removed") and is_unit(unit):
                source = sources.get(unit.get("source", ""))
                older = defined.older(unit.get("codes") or {}) if source and not source.get("removed") else ""
            if older:
                waiting[identifier] = older
            else:
                waiting.pop(identifier, None)


def _are_defined_alike(before: Sequence[Document], after: Sequence[Document]) -> bool:
    """Tell whether what counts for definitions is the same in two versions of a code's documents."""
    if len(before) != len(after):
        return False
    return all(
        one is other or (one["id"] == other["id"] and all(one.get(field) == other.get(field) for field in _FIELDS))
        for one, other in zip(before, after, strict=True)
    )
