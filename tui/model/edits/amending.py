"""Edits that give a source a corrected text: what was marked in the old one is anchored in the new one.

Nothing is taken away. A passage of which words are gone keeps a place, marked uncertain until somebody has looked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tui.errors import Mistake
from tui.model.amended import LAYOUT
from tui.model.anchoring import KEPT, Anchored, Anchoring
from tui.model.documents import Change, Document
from tui.model.project import Project
from tui.model.sources import Transcript
from tui.model.text import pairs_of
from tui.model.uncertain import as_coded


@dataclass(frozen=True)
class Passage:
    """A unit, a passage marked not relevant or a memo on one, and what a new text makes of it."""

    table: str
    document: Document
    anchored: Anchored
    before: str
    """Its words in the old text, time stamps left out and white space folded."""
    after: str
    speakers_differ: bool
    """Whether others speak in it now, as the turns are cut or labelled otherwise."""

    @property
    def is_as_it_was(self) -> bool:
        """Whether it has the same words of the same speakers, in their place."""
        return self.anchored.fate == KEPT and not self.anchored.is_uncertain and not self.speakers_differ


@dataclass(frozen=True)
class Amendment:
    """What becomes of everything that is marked in a source."""

    source: Document
    after: Transcript
    passages: Sequence[Passage]
    corrections: Mapping[str, Any]
    """New values of the source's corrections of turns, by their keys."""
    lost_corrections: Sequence[int]
    """Numbers of the corrected turns whose words are gone; their corrections are kept but are about no turn."""


@dataclass(frozen=True, slots=True)
class AmendSource:
    """Give a source a corrected text.

    `fields` are its `text` (the hash under which the text is kept), `turns`, `stamps`, `words`, `origin`, and
    `speakers` for labels that are new; known labels keep who they are.
    """

    source: str
    fields: Mapping[str, Any]

    def changes(self, project: Project) -> list[Change]:
        """Return the source, its units and the memos on its passages, all of the new text.

        Raises:
            Mistake: the text is another source's, or nothing is said in it while something is marked in the old one.
            Damaged: one of the texts is not there.
        """
        if not self.changes_text(project):
            return []
        amendment = amended(project, self.source, self.fields, project.texts[self.fields["text"]])
        changes = [Change("sources", self.source, self._source(amendment))]
        for passage in amendment.passages:
            spans = pairs_of(passage.anchored.spans)
            text = self.fields["text"]
            if passage.table == "memos":
                on = {**passage.document["on"], "spans": spans, "text": text}
                changes.append(Change("memos", passage.document["id"], {"on": on}))
            else:
                fields = {"spans": spans, "text": text, "uncertain": _to_be_looked_at(passage)}
                changes.append(Change("units", passage.document["id"], fields))
        return changes

    def sentence(self, project: Project) -> str:
        """Say the source's name."""
        return f"amend {project.need('sources', self.source).get('name')}"

    def changes_text(self, project: Project) -> bool:
        """Tell whether the text is another, or has its turns elsewhere."""
        source = project.need("sources", self.source)
        return any((source.get(field) or []) != (self.fields.get(field) or []) for field in ("text", "turns", "stamps"))

    def _source(self, amendment: Amendment) -> dict[str, Any]:
        source, text = amendment.source, self.fields["text"]
        return {
            "text": text,
            "imported": source.get("imported", source.get("text")),
            f"amended/{text}": {field: self.fields[field] for field in LAYOUT if self.fields.get(field) is not None},
            **{f"speakers/{label}": part for label, part in (self.fields.get("speakers") or {}).items()},
            **{f"corrections/{key}": value for key, value in amendment.corrections.items()},
        }


@dataclass(frozen=True, slots=True)
class ConfirmPlaces:
    """Say that units lie where they should, although words of them were gone or changed when the text was amended."""

    units: Sequence[str]

    def changes(self, project: Project) -> list[Change]:
        """Return those that were uncertain, anchored for good in the present text."""
        units = [project.need("units", unit) for unit in dict.fromkeys(self.units)]
        return [
            Change("units", unit["id"], {"spans": unit["spans"], "text": unit.get("text"), "uncertain": None})
            for unit in units
            if unit.get("uncertain")
        ]

    def sentence(self, project: Project) -> str:
        """Say how many, and in which source if in one."""
        units = [project.need("units", unit) for unit in dict.fromkeys(self.units)]
        sources = {unit["source"] for unit in units}
        where = f" in {project.need('sources', sources.pop())['name']}" if len(sources) == 1 else ""
        return f"confirm the place of {len(units)} units{where}" if len(units) > 1 else f"confirm a unit's place{where}"


def amended(project: Project, source: str, fields: Mapping[str, Any], text: str) -> Amendment:
    """Return what becomes of everything marked in a source if it gets a text; `fields` as in `AmendSource`.

    Raises:
        Mistake: the text is another source's, or nothing is said in it while something is marked in the old one.
        Damaged: the source's present text is not there.
    """
    before = project.transcript(source)
    document = project.need("sources", source)
    _refuse_anothers(project, document, fields["text"])
    speakers = {**(document.get("speakers") or {}), **(fields.get("speakers") or {})}
    layout = {field: fields.get(field) for field in LAYOUT}
    plain = {**document, **layout, "text": fields["text"], "speakers": speakers, "corrections": {}}
    corrections, lost = _corrections(project, document, Anchoring(before, Transcript(plain, text)), fields["text"])
    kept = {key: value for key, value in corrections.items() if value is not None}
    after = Transcript({**plain, "corrections": kept}, text)
    passages = list(_passages(project, source, Anchoring(before, after)))
    if any(not passage.anchored.spans for passage in passages):
        raise Mistake(f"Nothing is said in the new text, but {len(passages)} passages are marked in {before.name}.")
    return Amendment(document, after, passages, corrections, lost)


def _to_be_looked_at(passage: Passage) -> Any:
    """Return what is kept of a unit that is not as it was: where its words stood when they were last looked at."""
    unit = passage.document
    if unit.get("uncertain") or passage.is_as_it_was:
        return unit.get("uncertain")
    return as_coded(unit)


def _passages(project: Project, source: str, way: Anchoring) -> Iterable[Passage]:
    for unit in project.units_in(source):
        yield _passage("units", unit, unit["spans"], way)
    for memo in project.memos_on("passage", source):
        if memo["on"].get("spans") and memo["on"].get("text") in (None, way.before.source.get("text")):
            yield _passage("memos", memo, memo["on"]["spans"], way)


def _passage(table: str, document: Document, spans: Sequence[Sequence[int]], way: Anchoring) -> Passage:
    anchored = way.anchored(spans)
    speakers_differ = way.before.turns.participants(spans) != way.after.turns.participants(anchored.spans)
    words = way.before.shown(spans, ""), way.after.shown(anchored.spans, "")
    return Passage(table, document, anchored, *words, speakers_differ)


def _corrections(
    project: Project, source: Document, way: Anchoring, text: str
) -> tuple[dict[str, Document | None], list[int]]:
    """Return the corrections of turns as the source keeps them with a new text, and the turns of those that are lost.

    Each moves to the turn in which the old one's words begin; where another is there already, it stays as it was.
    """
    raw_keys = project.amended.corrections(project.tables["sources"][source["id"]])
    moved: dict[str, Document | None] = {}
    gone: dict[str, None] = {}
    lost: list[int] = []
    for key, correction in (source.get("corrections") or {}).items():
        if correction.get("text") not in (None, source.get("text")):
            continue  # it is about a turn of an older text that is not in this one
        turn = way.turn(int(key))
        if turn is None or str(turn.start) in moved:
            old = way.before.turns.before(int(key))
            lost.append(old.number if old is not None else 1)
            # Its text is named, lest it be taken for a correction of the turn that begins there now.
            moved.setdefault(key, {**correction, "text": source.get("text")})
            continue
        moved[str(turn.start)] = {**correction, "text": text}
        gone.update(dict.fromkeys(raw_keys.get(key, [key])))
    return {**dict.fromkeys(gone), **moved}, lost


def _refuse_anothers(project: Project, source: Document, text: str) -> None:
    for other in project.alive("sources"):
        if other["id"] != source["id"] and other.get("text") == text:
            raise Mistake(f"This is the text of {other.get('name')}, not a corrected one of {source.get('name')}.")
