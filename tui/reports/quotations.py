"""Quotations: how a unit's words, their translation and the one who said them stand in a report."""

from __future__ import annotations

from collections.abc import Iterable

from tui.model import turns
from tui.model.documents import Document
from tui.model.names import in_order, natural
from tui.model.nodes import Node
from tui.model.project import Project
from tui.model.quoting import LEFT_OUT, as_kept, is_outdated, printed, said, with_mark
from tui.model.speaking import Speaker, speakers
from tui.model.units import is_unit
from tui.reports.tree import Quote

INTERVIEWER = "Interviewer"
"""Who is named below an interviewer's words."""


def words_of(project: Project, unit: Document) -> str:
    """Return a unit's words as they were said: stamps left out, omissions marked as the project does."""
    return with_mark(said(project, unit), str(project.setting("omission")))


def translation_of(project: Project, unit: Document) -> str:
    """Return a unit's translation, omissions marked as the project does; empty where there is none."""
    return with_mark(as_kept(str(unit.get("translation") or "")), str(project.setting("omission")))


def wordings(project: Project, unit: Document) -> tuple[str, ...]:
    """Return what is printed of a unit: its translation first, then what was said, edited where it was.

    Reports of translated interviews should give both (Younas et al. 2022); a project may say that the translation
    stands alone.
    """
    translation = translation_of(project, unit)
    if not translation:
        return (printed(project, unit),)
    return (translation, printed(project, unit)) if project.setting("original") else (translation,)


def omits(project: Project, unit: Document) -> bool:
    """Tell whether the mark of an omission stands in a unit as it is quoted."""
    if LEFT_OUT in as_kept(str(unit.get("translation") or "")):
        return True
    if unit.get("translation") and not project.setting("original"):
        return False
    if unit.get("edited") and not is_outdated(project, unit):
        return LEFT_OUT in str(unit["edited"])
    # Somebody may have said, or typed, what the mark looks like.
    return said(project, unit) != project.transcript(unit["source"]).shown(unit["spans"], "")


def place_of(project: Project, unit: Document) -> str:
    """Return where a unit stands, as it is cited: `L07:12`, of several turns `L07:12, L07:14`."""
    transcript = project.transcript(unit["source"])
    return ", ".join(dict.fromkeys(transcript.place(start) for start, _ in unit["spans"]))


def speakers_of(project: Project, unit: Document) -> str:
    """Return who is quoted: the attribution written for this unit, else all who speak in it.

    An interviewer's words are never left without one: a reader would take them for a participant's.
    """
    if unit.get("attribution"):
        return str(unit["attribution"])
    return ", ".join(dict.fromkeys(_called(project, speaker) for speaker in speakers(project, unit)))


def _called(project: Project, speaker: Speaker) -> str:
    participant = project.get("participants", speaker.participant) if speaker.participant else None
    if participant is not None:
        return _described(project, participant)
    return INTERVIEWER if speaker.role == turns.INTERVIEWER else speaker.name


def participants_in(project: Project, unit: Document) -> str:
    """Return the participants whose speech a unit holds."""
    known = (project.get("participants", participant) for participant in project.participants_of(unit))
    return ", ".join(_described(project, participant) for participant in known if participant)


def _described(project: Project, participant: Document) -> str:
    """Return a participant's name, followed by the attributes that the project adds to it: `Leader 7, manager`."""
    attributes = participant.get("attributes") or {}
    added = (attributes.get(name) for name in project.setting("attributed") or ())
    return ", ".join(str(words) for words in (participant.get("name") or "", *added) if words)


def attribution(project: Project, unit: Document, *, locates: bool = False) -> str:
    """Return the line below a quotation: `Leader 7`, with its place where that is asked for."""
    who = speakers_of(project, unit)
    if not locates:
        return who
    place = place_of(project, unit)
    return f"{who} ({place})" if who else place


def quote(project: Project, unit: Document, *, locates: bool = False) -> Quote:
    """Return a unit as a block quotation: its wordings, the edited form for the words as spoken."""
    return Quote(
        tuple(paragraph for part in wordings(project, unit) for paragraph in part.split("\n\n")),
        attribution(project, unit, locates=locates),
        about=(unit["id"],),
    )


def sources_in_order(project: Project) -> list[Document]:
    """Return the sources as people order their names: L2 before L10."""
    return in_order(project.alive("sources"))


def counted_units(project: Project, codes: Iterable[str]) -> list[Document]:
    """Return the distinct units that have any of the codes and whose coders count: by source, then as in its text."""
    found = {unit["id"]: unit for code in codes for unit in project.units_with(code)}
    place = {source["id"]: number for number, source in enumerate(sources_in_order(project))}
    units = [
        unit
        for unit in found.values()
        if is_unit(unit) and project.counts_coder(unit.get("coder")) and unit["source"] in place
    ]
    return sorted(units, key=lambda unit: (place[unit["source"]], unit["spans"], unit["id"]))


def chosen(project: Project, codes: Iterable[str], node: Node | None = None) -> list[Document]:
    """Return the units with any of the codes that were chosen as quotations, in the order a node gives them.

    What the node does not name stands behind it, by source and as in its text.
    """
    order = {unit: place for place, unit in enumerate(node.document.get("quotations") or ())} if node else {}
    found = {unit["id"]: unit for code in codes for unit in project.units_with(code) if unit.get("quoted")}
    sources = {identifier: project.get("sources", identifier) for identifier in {u["source"] for u in found.values()}}
    names = {source: (natural(document.get("name") or ""), source) for source, document in sources.items() if document}

    def place(unit: Document) -> tuple[object, ...]:
        return order.get(unit["id"], len(order)), names[unit["source"]], unit["spans"], unit["id"]

    units = (unit for unit in found.values() if is_unit(unit) and project.counts_coder(unit.get("coder")))
    return sorted((unit for unit in units if unit["source"] in names), key=place)
