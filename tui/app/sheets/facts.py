"""Forms: the facts of a source and who its speakers are; a participant's name and attributes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from tui.app.sheets.form import Form, FormField, Values
from tui.model.edits.participants import AddParticipant, RenameParticipant, SetAttributes
from tui.model.edits.sources import RenameSource, SetFacts, SetSpeaker
from tui.model.ids import new_id
from tui.model.names import folded
from tui.model.safe_text import safe
from tui.model.turns import INTERVIEWER, NEITHER, PARTICIPANT

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.documents import Document
    from tui.model.project import Project
    from tui.model.transaction import Edit


class FactsForm(Form):
    """A form whose labels may be as long as `interviewer`."""

    label_width = 14
    wide = 84


_WIDEST_LABEL = 30
_HINT = "a participant’s name, interviewer, or neither"
_FACTS = ("date", "mode", "minutes", "interviewer", "language")
_SHARED = "what is written here goes to all, left empty each keeps its own"
_DIFFERING = f"differs among them; {_SHARED}"


def source_form(page: Page, source: str) -> Form:
    """Return the form of a source: name, facts, and for each label a participant, `interviewer` or `neither`."""
    project = page.project
    document = project.need("sources", source)

    def field(fact: str) -> FormField:
        return FormField(
            fact, fact, _fact_words(document, fact), now=lambda: _fact_words(project.need("sources", source), fact)
        )

    fields = [field("name"), *map(field, _FACTS)]
    speakers = document.get("speakers") or {}
    fields += [
        FormField(f"speaker {label}", label, _part(project, said), hint=page.glyphs.words(_HINT))
        for label, said in speakers.items()
    ]
    if not speakers:
        fields.append(FormField("participant", "participant", _name(project, document.get("participant"))))

    def keep(values: Values) -> object:
        edits = _source_edits(project, source, values)
        sentence = f"set the facts of {values['name']}"
        return page.session.do(*edits, sentence=sentence, refused=form.refused) if edits else True

    form = FactsForm("Facts and speakers", fields, keep, draft=f"facts {source}", of=("sources", source))
    longest = max((cell_len(safe(label)) for label in speakers), default=0)
    form.label_width = max(FactsForm.label_width, min(longest + 2, _WIDEST_LABEL))
    return form


def sources_form(page: Page, sources: Sequence[str]) -> Form:
    """Return the form of the facts that several sources have in common; what is changed is written to all of them."""
    documents = [page.project.need("sources", source) for source in sources]
    said = {fact: {_fact_words(document, fact) for document in documents} for fact in _FACTS}
    fields = [
        FormField(fact, fact, next(iter(words)) if len(words) == 1 else "", hint=_DIFFERING if len(words) > 1 else "")
        for fact, words in said.items()
    ]

    def keep(values: Values) -> object:
        given = {each.name: each.text for each in fields}
        facts = {fact: _typed_fact(fact, values[fact]) for fact in _FACTS if values[fact] != given[fact]}
        sentence = f"set {', '.join(sorted(facts))} of {len(sources)} sources"
        edits = [SetFacts(source, facts) for source in sources]
        return page.session.do(*edits, sentence=sentence, refused=form.refused) if facts else True

    form = FactsForm("Facts", fields, keep, fact=f"{len(sources)} marked sources")
    return form


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

    of = ("participants", participant) if participant else None
    return Form("Participant", fields, keep, draft=f"participant {participant or 'who is new'}", of=of)


def participants_form(page: Page, participants: Sequence[str]) -> Form:
    """Return the form of attributes that several participants shall have; one left empty stays as each has it."""
    known = dict.fromkeys(name for each in page.project.alive("participants") for name in each.get("attributes") or {})
    lines = "\n".join(f"{name}: " for name in known) or "role: "
    fields = [FormField("attributes", "attributes", lines, several_lines=True, hint=_SHARED)]

    def keep(values: Values) -> object:
        named = {name: value for name, value in _attributes(values["attributes"]).items() if value}
        sentence = f"set {', '.join(named)} of {len(participants)} participants"
        edits = [SetAttributes(each, named) for each in participants]
        return page.session.do(*edits, sentence=sentence) if named else True

    return Form("Participants", fields, keep, fact=f"{len(participants)} marked participants")


def _source_edits(project: Project, source: str, values: Values) -> list[Edit]:
    document = project.need("sources", source)
    cast = _Cast(project, source, values)
    edits: list[Edit] = []
    if values["name"] != document.get("name"):
        edits.append(RenameSource(source, values["name"]))
    facts: dict[str, Any] = {
        fact: _typed_fact(fact, values[fact]) for fact in _FACTS if values[fact] != _fact_words(document, fact)
    }
    if "participant" in values and values["participant"] != _name(project, document.get("participant")):
        named = cast.participant(values["participant"], document.get("participant")) if values["participant"] else None
        if named != document.get("participant"):
            facts["participant"] = named
    if facts:
        edits.append(SetFacts(source, facts))
    for label, said in (document.get("speakers") or {}).items():
        words = values[f"speaker {label}"]
        if words != _part(project, said):
            role = words if words in (INTERVIEWER, NEITHER) else PARTICIPANT
            who = cast.participant(words, said.get("participant")) if _names_somebody(words) else None
            if (role, who) != (said.get("role"), said.get("participant")):
                edits.append(SetSpeaker(source, label, role, who))
    return [*cast.made, *edits]


def _fact_words(source: Document, fact: str) -> str:
    return "" if source.get(fact) is None else str(source[fact])


def _typed_fact(fact: str, words: str) -> Any:
    """Return what a fact is that somebody typed; nothing takes it away."""
    return (int(words) if fact == "minutes" and words.isdecimal() else words) or None


class _Cast:
    """Participants by name: one who would speak nowhere any more takes the new name, others who are new are made."""

    def __init__(self, project: Project, source: str, values: Values) -> None:
        self._names = {str(one["id"]): str(one.get("name") or "") for one in project.alive("participants")}
        self._known = {folded(name): one for one, name in self._names.items()}
        self._speaking = _speaking_elsewhere(project, source)
        written = [words for field, words in values.items() if field == "participant" or field.startswith("speaker ")]
        self._speaking |= {self._known.get(folded(words)) for words in written}
        self.made: list[Edit] = []

    def participant(self, name: str, before: str | None) -> str:
        """Return who has this name; `before` is who was named here until now."""
        known = self._known.get(folded(name))
        if known is None and before in self._names and before not in self._speaking:
            known = before
            self._speaking.add(before)
        if known is None:
            known = new_id()
            self.made.append(AddParticipant(known, name, {}))
        elif known == before and self._names[known] != name:
            self.made.append(RenameParticipant(known, name))
        self._known[folded(name)] = known
        self._names[known] = name
        return known


def _speaking_elsewhere(project: Project, source: str) -> set[Any]:
    """Return who speaks in other sources, or here by a turn put right on its own."""
    speaking: set[Any] = set()
    for each in project.alive("sources"):
        told = list((each.get("corrections") or {}).values())
        if each["id"] != source:
            told += (each.get("speakers") or {}).values()
            speaking.add(each.get("participant"))
        speaking.update(said.get("participant") for said in told if said)
    return speaking


def _names_somebody(words: str) -> bool:
    return words not in (INTERVIEWER, NEITHER, PARTICIPANT, "")


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
