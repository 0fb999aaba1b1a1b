"""Forms: the facts of a source and who its speakers are; a participant's name and attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.app.sheets.form import Form, FormField, Values
from tui.model.edits.participants import AddParticipant, RenameParticipant, SetAttributes
from tui.model.edits.sources import RenameSource, SetFacts, SetSpeaker
from tui.model.ids import new_id
from tui.model.names import folded
from tui.model.turns import INTERVIEWER, NEITHER, PARTICIPANT

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.project import Project
    from tui.model.transaction import Edit


class FactsForm(Form):
    """A form whose labels may be as long as `interviewer`."""

    label_width = 14


_FACTS = ("date", "mode", "minutes", "interviewer", "language")


def source_form(page: Page, source: str) -> Form:
    """Return the form of a source: name, facts, and for each label a participant, `interviewer` or `neither`."""
    project = page.project
    document = project.need("sources", source)
    fields = [FormField("name", "name", str(document.get("name") or ""))]
    fields += [FormField(fact, fact, "" if document.get(fact) is None else str(document[fact])) for fact in _FACTS]
    speakers = document.get("speakers") or {}
    fields += [FormField(f"speaker {label}", label, _part(project, said)) for label, said in speakers.items()]
    if not speakers:
        fields.append(FormField("participant", "participant", _name(project, document.get("participant"))))

    def keep(values: Values) -> object:
        edits = _source_edits(project, source, values)
        return page.session.do(*edits, sentence=f"set the facts of {values['name']}") if edits else True

    return FactsForm(
        "Facts and speakers", fields, keep, fact="a participant’s name, interviewer, or neither", of=("sources", source)
    )


def participant_form(page: Page, participant: str | None) -> Form:
    """Return the form of a participant, or of a new one: name, and attributes as `role: manager`, a line each."""
    project = page.project
    document: dict[str, Any] = project.need("participants", participant) if participant else {}
    attributes = document.get("attributes") or {}
    known = dict.fromkeys(name for each in project.alive("participants") for name in each.get("attributes") or {})
    lines = "\n".join(f"{name}: {attributes.get(name) or ''}" for name in {**known, **attributes}) or "role: "
    fields = [
        FormField("name", "name", str(document.get("name") or "")),
        FormField("attributes", "attributes", lines, several_lines=True),
    ]

    def keep(values: Values) -> object:
        named = _attributes(values["attributes"])
        if participant is None:
            return page.session.do(
                AddParticipant(new_id(), values["name"], {name: value for name, value in named.items() if value})
            )
        edits: list[Edit] = []
        if values["name"] != document.get("name"):
            edits.append(RenameParticipant(participant, values["name"]))
        changed = {
            name: named.get(name)
            for name in {**attributes, **named}
            if (named.get(name) or None) != (attributes.get(name) or None)
        }
        if changed:
            edits.append(SetAttributes(participant, changed))
        return page.session.do(*edits) if edits else True

    return Form("Participant", fields, keep, of=("participants", participant) if participant else None)


def _source_edits(project: Project, source: str, values: Values) -> list[Edit]:
    document = project.need("sources", source)
    cast = _Cast(project)
    edits: list[Edit] = []
    if values["name"] != document.get("name"):
        edits.append(RenameSource(source, values["name"]))
    facts: dict[str, Any] = {}
    for fact in _FACTS:
        before = "" if document.get(fact) is None else str(document[fact])
        if values[fact] != before:
            facts[fact] = (
                int(values[fact]) if fact == "minutes" and values[fact].isdecimal() else values[fact]
            ) or None
    if "participant" in values and values["participant"] != _name(project, document.get("participant")):
        facts["participant"] = cast.participant(values["participant"]) if values["participant"] else None
    if facts:
        edits.append(SetFacts(source, facts))
    for label, said in (document.get("speakers") or {}).items():
        words = values[f"speaker {label}"]
        if words != _part(project, said):
            role = words if words in (INTERVIEWER, NEITHER) else PARTICIPANT
            named = words not in (INTERVIEWER, NEITHER, PARTICIPANT, "")
            edits.append(SetSpeaker(source, label, role, cast.participant(words) if named else None))
    return [*cast.made, *edits]


class _Cast:
    """Participants by name; those who are new are made."""

    def __init__(self, project: Project) -> None:
        self._known = {folded(str(one.get("name") or "")): str(one["id"]) for one in project.alive("participants")}
        self.made: list[Edit] = []

    def participant(self, name: str) -> str:
        if folded(name) not in self._known:
            self._known[folded(name)] = new_id()
            self.made.append(AddParticipant(self._known[folded(name)], name, {}))
        return self._known[folded(name)]


def _part(project: Project, said: dict[str, Any]) -> str:
    if said.get("role") == PARTICIPANT:
        return _name(project, said.get("participant")) or PARTICIPANT
    return str(said.get("role") or NEITHER)


def _name(project: Project, participant: Any) -> str:
    return str((project.get("participants", str(participant)) or {}).get("name") or "") if participant else ""


def _attributes(text: str) -> dict[str, str]:
    """Read `role: manager`, a line each; a line without a colon is left out."""
    named = {}
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        if colon and name.strip():
            named[name.strip()] = value.strip()
    return named
