"""The JSON documents that reading commands print. Fields may be added; none is ever renamed or taken away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tui.analysis.versions import Version
from tui.model.codebook import Codebook
from tui.model.coverage import coded_share
from tui.model.documents import Document
from tui.model.guide import guide
from tui.model.names import in_order
from tui.model.nodes import CATEGORY, CODE, SUB_CATEGORY, THEME
from tui.model.project import DEFAULTS, Project
from tui.model.units import is_unit
from tui.reports.quotations import sources_in_order
from tui.reports.units import moment

Shape = dict[str, Any]


def project_shape(project: Project) -> Shape:
    """Return title, aim, stance, numbers and settings; settings that were never set have their defaults."""
    document = project.document
    return {
        "id": project.id,
        "title": project.title,
        "aim": document.get("aim"),
        "stance": document.get("stance"),
        "settings": {**DEFAULTS, **(document.get("settings") or {})},
        "invited": document.get("invited"),
        "declined": document.get("declined"),
        "guide": [{"id": topic.id, "number": topic.number, "words": topic.words} for topic in guide(project)],
    }


def coder_shapes(project: Project) -> list[Shape]:
    """Return the coders with how many units each has marked."""
    coders = sorted(project.alive("coders"), key=lambda coder: coder["id"])
    return [
        {
            "id": coder["id"],
            "name": coder.get("name"),
            "initials": coder.get("initials"),
            "units": project.tally.units_of_coder(coder["id"]),
            "counted": project.counts_coder(coder["id"]),
        }
        for coder in coders
    ]


def snapshot_shape(version: Version) -> Shape:
    """Return a snapshot with how much it holds."""
    levels = Counter(node.level for node in Codebook.read(version.nodes).nodes.values())
    return {
        "id": version.id,
        "name": version.name,
        "memo": version.memo or None,
        "coder": version.coder,
        "at": version.at,
        "categories": levels[CATEGORY],
        "sub_categories": levels[SUB_CATEGORY],
        "codes": levels[CODE],
        "themes": levels[THEME],
    }


def source_shapes(project: Project) -> list[Shape]:
    """Return the sources in the order of their names."""
    return [source_shape(project, source) for source in sources_in_order(project)]


def source_shape(project: Project, source: Document) -> Shape:
    """Return one source; its units are those that count."""
    identifier = source["id"]
    units = project.units_in(identifier, relevant_only=True)
    return {
        "id": identifier,
        "name": source.get("name"),
        "speakers": speaker_shapes(project, source),
        "words": source.get("words"),
        "turns": len(project.turns(identifier)),
        "language": source.get("language"),
        "date": source.get("date"),
        "mode": source.get("mode"),
        "minutes": source.get("minutes"),
        "units": sum(1 for unit in units if project.counts_coder(unit.get("coder"))),
        "coded_share": round(coded_share(project, identifier), 4),
        "passes": [
            {"coder": reading.get("coder"), "begun": moment(reading["id"]), "ended": bool(reading.get("ended"))}
            for reading in sorted(project.alive("passes"), key=lambda reading: str(reading["id"]))
            if reading.get("source") == identifier
        ],
    }


def speaker_shapes(project: Project, source: Document) -> list[Shape]:
    """Return the labels of a source in order of appearance, then those that no turn has; none of them is `null`."""
    speakers: Mapping[str, Any] = source.get("speakers") or {}
    spoken = dict.fromkeys(turn.label for turn in project.turns(source["id"]) if turn.label is not None)
    labels = [*spoken, *sorted(label for label in speakers if label not in spoken)]
    shapes = [
        {
            "label": label,
            "role": (speakers.get(label) or {}).get("role") or "neither",
            "participant": (speakers.get(label) or {}).get("participant"),
        }
        for label in labels
    ]
    if not labels and source.get("participant"):
        shapes.append({"label": None, "role": "participant", "participant": source["participant"]})
    return shapes


def participant_shapes(project: Project) -> list[Shape]:
    """Return the participants in the order of their names, with the sources they speak in and their units' number."""
    units: Counter[str] = Counter()
    for unit in project.alive("units"):
        if is_unit(unit) and project.counts_coder(unit.get("coder")):
            units.update(project.participants_of(unit))
    sources: dict[str, list[str]] = {}
    for source in sources_in_order(project):
        speaking = {turn.participant for turn in project.turns(source["id"]) if turn.is_participants}
        for participant in speaking:
            sources.setdefault(participant or "", []).append(source["id"])
    participants = in_order(project.alive("participants"))
    return [
        {
            "id": participant["id"],
            "name": participant.get("name"),
            "attributes": dict(sorted((participant.get("attributes") or {}).items())),
            "sources": sources.get(participant["id"], []),
            "units": units[participant["id"]],
        }
        for participant in participants
    ]


def codebook_shapes(project: Project, coder: str | None) -> list[Shape]:
    """Return the codebook's top nodes with all below them; quick keys are the coder's."""
    book = project.codebook
    quick = book.quick((project.get("coders", coder) if coder else None) or {})
    keys = {code: digit for digit, code in sorted(quick.items(), reverse=True)}

    def shape(identifier: str) -> Shape:
        node = book.nodes[identifier]
        found: Shape = {
            "id": identifier,
            "name": node.name,
            "short": node.short or None,
            "level": node.level,
            "definition": node.definition or None,
            "units": project.tally.units(identifier),
            "own_units": project.tally.own(identifier),
            "participants": project.tally.participants(identifier),
            "letter": node.letter or None,
            "quick_key": keys.get(identifier),
            "parked": node.parked or None,
            "aliases": list(node.aliases),
            "notes": node.document.get("notes"),
            "moved": project.moved.count(identifier),
            "children": [shape(child) for child in book.children(identifier)],
        }
        if node.level == THEME:
            found["members"] = list(book.members(identifier))
        return found

    return [shape(top) for top in book.children(None)]


def unit_shapes(project: Project, units: Iterable[Document], *, names_kind: bool = False) -> Iterator[Shape]:
    """Yield units; with `names_kind` each says whether it is a unit or a passage marked not relevant.

    A code's `moved` tells whether the unit was coded under an older definition of it.
    """
    book, moved = project.codebook, project.moved
    paths: dict[str, str] = {}
    for unit in units:
        transcript = project.transcript(unit["source"])
        start = unit["spans"][0][0]
        turn = transcript.turns.before(start)
        codes = []
        for code in book.codes_of(unit):
            path = paths.get(code)
            if path is None:
                path = paths[code] = book.path(code)
            codes.append({"id": code, "path": path, "moved": bool(moved.older(unit, code))})
        shape: Shape = {
            "id": unit["id"],
            "source": unit["source"],
            "line": transcript.line_of(start),
            "turn": turn.number if turn else 1,
            "participants": list(project.participants_of(unit)),
            "coder": unit.get("coder"),
            "at": moment(unit["id"]),
            "spans": unit["spans"],
            "text": [transcript.shown([span]) for span in unit["spans"]],
            "condensed": unit.get("condensed"),
            "codes": codes,
            "quotation": _quotation(unit),
            "memos": [memo["id"] for memo in project.memos_on("unit", unit["id"])],
            "topic": turn.topic if turn else None,
        }
        if names_kind:
            shape["kind"] = unit.get("kind") or "unit"
        yield shape


def _quotation(unit: Document) -> Shape | None:
    if not unit.get("quoted"):
        return None
    return {field: unit.get(field) for field in ("edited", "translation", "attribution", "translator", "translated")}


def memo_shapes(memos: Iterable[Document]) -> Iterator[Shape]:
    """Yield memos in the order they were written; one on a passage names its source and its spans."""
    for memo in sorted(memos, key=lambda memo: str(memo["id"])):
        on = memo.get("on") or {}
        yield {
            "id": memo["id"],
            "on": {"kind": on.get("kind"), "id": on.get("id"), "spans": on.get("spans")},
            "kind": memo.get("kind"),
            "coder": memo.get("coder"),
            "at": moment(memo["id"]),
            "text": memo.get("text"),
        }
