"""Sources whose text was amended, and what still counts in another of their texts, read as if it counted in this one.

A source's own `turns`, `stamps` and `words` are of the text it was imported with; `amended` holds those of later texts
by their hash, each in one piece, so that of two amendments made apart one stands whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import TYPE_CHECKING, Any

from tui.errors import PostilError
from tui.model.documents import Document
from tui.model.sources import Transcript
from tui.model.text import pairs_of
from tui.model.turns import Turns

if TYPE_CHECKING:
    from tui.model.anchoring import Anchoring
    from tui.model.project import Project

LAYOUT = ("turns", "stamps", "words", "origin")
"""What a source has anew with each text."""

_NOT_READ: Document = {}
"""Stands for the reading of a document that nobody has asked for yet."""


def version(source: Mapping[str, Any], text: str | None) -> Document:
    """Return a source as it is with one of its texts; with one it is not known to have had it has no turns."""
    layout = (source.get("amended") or {}).get(text)
    if layout is not None:
        return {**source, **dict.fromkeys(LAYOUT), **layout, "text": text}
    if text == source.get("imported", source.get("text")):
        return {**source, "text": text}
    return {**source, **dict.fromkeys(LAYOUT), "text": text}


class Amended:
    """The documents of a project that are read otherwise than they are kept."""

    def __init__(self, project: Project, texts_of_units: Set[Any]) -> None:
        """Look for them; the project says in which texts its units count."""
        self._project = project
        self._readings: dict[str, dict[str, Document | None]] = {"sources": {}, "units": {}, "memos": {}}
        self._ways: dict[tuple[str, str], Anchoring] = {}
        tables = project.tables
        for source in tables["sources"].values():
            self._mark("sources", source, is_other=_is_amended(source))
        texts = {source.get("text") for source in tables["sources"].values()}
        # In nearly every project no unit counts in another text: that must cost next to nothing.
        if texts_of_units - texts - {None}:
            for unit in tables["units"].values():
                self._mark("units", unit, is_other=self._is_elsewhere(unit.get("source"), unit.get("text")))
        for memo in tables["memos"].values():
            self._mark("memos", memo, is_other=self._is_memo_elsewhere(memo))

    @property
    def units(self) -> Mapping[str, Any]:
        """By their ids, the units that count in another text than their source's."""
        return self._readings["units"]

    def changed(self, table: str, identifier: str, document: Document | None) -> None:
        """Take note that a document stands in place of another."""
        if table == "units":
            elsewhere = document is not None and self._is_elsewhere(document.get("source"), document.get("text"))
            self._mark(table, document or {"id": identifier}, is_other=elsewhere)
        elif table == "memos":
            elsewhere = document is not None and self._is_memo_elsewhere(document)
            self._mark(table, document or {"id": identifier}, is_other=elsewhere)
        elif table == "sources":
            self._mark(table, document or {"id": identifier}, is_other=document is not None and _is_amended(document))
            self._ways = {key: way for key, way in self._ways.items() if key[0] != identifier}
            for unit in self._project.units_of_source(identifier):
                self.changed("units", unit, self._project.tables["units"][unit])
            for memo in self._project.ids_of_passage_memos(identifier):
                self.changed("memos", memo, self._project.tables["memos"][memo])

    def read(self, table: str, document: Document) -> Document | None:
        """Return a document as it is read; `None` for a unit that waits for the text it counts in."""
        readings = self._readings.get(table)
        if not readings or document["id"] not in readings:
            return document
        found = readings[document["id"]]
        if found is _NOT_READ or found is None:
            found = readings[document["id"]] = _READ[table](self, document)
        return found

    def all(self, table: str, documents: Iterable[Document]) -> Iterator[Document]:
        """Return documents as they are read, without those that wait."""
        if not self._readings.get(table):
            return iter(documents)
        found = (self.read(table, document) for document in documents)
        return (document for document in found if document is not None)

    def waiting(self) -> list[Document]:
        """Return the units that wait because a text is absent, as they are kept."""
        units = (self._project.tables["units"][identifier] for identifier in self._readings["units"])
        return [unit for unit in units if not unit.get("removed") and self.read("units", unit) is None]

    def way(self, source: str, text: str) -> Anchoring | None:
        """Return the way from another text of a source to its present one, `None` where one of them is absent."""
        from tui.model.anchoring import Anchoring  # most projects never need it

        way = self._ways.get((source, text))
        texts = self._project.texts
        if way is None and text in texts:
            document = self._project.tables["sources"][source]
            try:
                before, after = Transcript(version(document, text), texts[text]), self._project.transcript(source)
            except PostilError:  # damaged, or not to be read: as if absent
                return None
            way = self._ways[source, text] = Anchoring(before, after)
        return way

    def participants(self, unit: Mapping[str, Any]) -> tuple[str, ...]:
        """Return whose speech a unit holds that counts in another text, also while it waits for that."""
        found = self.read("units", dict(unit))
        source = self._project.tables["sources"][unit["source"]]
        if found is None:
            return Turns(version(source, unit["text"])).participants(unit.get("spans") or ())
        return self._project.turns(unit["source"]).participants(found["spans"])

    def corrections(self, source: Document) -> dict[str, list[str]]:
        """Return under which keys a source keeps corrections of turns, by the key under which they are read."""
        found: dict[str, list[str]] = {}
        for key, correction in (source.get("corrections") or {}).items():
            turn = self._corrected(source, int(key), correction)
            found.setdefault(key if turn is None else str(turn), []).append(key)
        return found

    def _corrected(self, source: Document, start: int, correction: Mapping[str, Any]) -> int | None:
        """Return where the turn begins now that a correction is about, `None` where it is not to be found."""
        from tui.model.anchoring import Anchoring

        text, texts = correction.get("text"), self._project.texts
        if text in (None, source.get("text")):
            return start
        try:
            before = Transcript(version(source, text), texts[text])
            after = Transcript(version(source, source["text"]), texts[source["text"]])
        except (PostilError, KeyError):
            return None
        turn = Anchoring(before, after).turn(start)
        return turn.start if turn is not None else None

    def _mark(self, table: str, document: Document, *, is_other: bool) -> None:
        if is_other and not document.get("removed"):
            self._readings[table][document["id"]] = _NOT_READ
        elif self._readings[table]:
            self._readings[table].pop(document["id"], None)

    def _is_elsewhere(self, source: Any, text: Any) -> bool:
        found = self._project.tables["sources"].get(source)
        present = None if found is None else found.get("text")
        return text is not None and present is not None and text != present

    def _is_memo_elsewhere(self, memo: Document) -> bool:
        on = memo.get("on") or {}
        return on.get("kind") == "passage" and self._is_elsewhere(on.get("id"), on.get("text"))

    def _source(self, source: Document) -> Document:
        """Return a source with the turns of its present text, and the corrections that are about them."""
        present = version(source, source.get("text"))
        kept = source.get("corrections") or {}
        read: dict[str, Any] = {}
        for key, raw_keys in self.corrections(source).items():
            # What was said of the present text itself stands over what was said of another.
            raw = key if key in raw_keys else raw_keys[-1]
            read[key] = {**kept[raw], "text": present["text"]} if raw != key else kept[raw]
        return {**present, "corrections": read}

    def _unit(self, unit: Document) -> Document | None:
        from tui.model.anchoring import KEPT
        from tui.model.uncertain import as_coded

        way = self.way(unit["source"], unit["text"])
        anchored = way.anchored(unit.get("spans") or ()) if way is not None and unit.get("spans") else None
        if anchored is None or not anchored.spans:
            return None
        present = self._project.tables["sources"][unit["source"]]["text"]
        read = {**unit, "spans": pairs_of(anchored.spans), "text": present}
        if anchored.fate == KEPT and not anchored.is_uncertain:
            return read
        # Nobody has seen yet what became of it.
        return {**read, "uncertain": unit.get("uncertain") or as_coded(unit)}

    def _memo(self, memo: Document) -> Document:
        on = memo["on"]
        way = self.way(on["id"], on["text"])
        spans = way.anchored(on.get("spans") or ()).spans if way is not None and on.get("spans") else []
        return {**memo, "on": {**on, "spans": pairs_of(spans)}}


_READ = {"sources": Amended._source, "units": Amended._unit, "memos": Amended._memo}


def _is_amended(source: Mapping[str, Any]) -> bool:
    if source.get("amended"):
        return True
    text = source.get("text")
    return any(each.get("text") not in (None, text) for each in (source.get("corrections") or {}).values())
