"""Edits of sources: bringing them in, who speaks in them, what is known about them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tui.errors import Mistake
from tui.model.documents import Change, Document
from tui.model.edits.guide import said_of_turn
from tui.model.names import clean_name, folded, one_line
from tui.model.project import Project
from tui.model.turns import NEITHER, PARTICIPANT, ROLES

FACTS = ("date", "mode", "minutes", "interviewer", "language", "participant")
_IMPORTED = frozenset({"text", "turns", "stamps", "speakers", "words", "origin", *FACTS})
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class ImportSource:
    """Bring in a source.

    `fields` are its `name`, `text` (the hash under which the text is kept), `turns`, `stamps`, `speakers`, `words`,
    `origin` (the file's name), and the facts.
    """

    id: str
    fields: Mapping[str, Any]

    def changes(self, project: Project) -> list[Change]:
        """Return the new source.

        Raises:
            Mistake: another source has the name; the text of one never changes by importing.
        """
        unknown = set(self.fields) - _IMPORTED - {"name"}
        if unknown:
            raise Mistake(f"A source has no {', '.join(sorted(unknown))}.")
        name = _free_name(project, self.fields.get("name") or "")
        facts = _facts(project, {fact: self.fields[fact] for fact in FACTS if fact in self.fields})
        given = {field: value for field, value in {**self.fields, **facts}.items() if value is not None}
        return [Change("sources", self.id, {**given, "name": name})]

    def sentence(self, project: Project) -> str:
        """Say the source's name."""
        return f"import {one_line(self.fields.get('name') or '')}"


@dataclass(frozen=True, slots=True)
class RenameSource:
    """Give a source another name."""

    id: str
    name: str

    def changes(self, project: Project) -> list[Change]:
        """Return the source with its name."""
        source = project.need("sources", self.id)
        name = _free_name(project, self.name, but=self.id)
        return [] if name == source.get("name") else [Change("sources", self.id, {"name": name})]

    def sentence(self, project: Project) -> str:
        """Say the old name and the new one."""
        return f"rename source {_name(project, self.id)} to {one_line(self.name)}"


@dataclass(frozen=True, slots=True)
class SetSpeaker:
    """Say who speaks under a label of a source: an interviewer, a participant (which one), or neither."""

    source: str
    label: str
    role: str
    participant: str | None = None

    def changes(self, project: Project) -> list[Change]:
        """Return the source with the speaker."""
        source = project.need("sources", self.source)
        if self.label not in _labels(source):
            known = ", ".join(_labels(source)) or "none"
            raise Mistake(f"Nobody speaks as “{self.label}” in {source['name']}; its labels: {known}.")
        speaker = _speaker(project, self.role, self.participant)
        if (source.get("speakers") or {}).get(self.label) == speaker:
            return []
        return [Change("sources", self.source, {f"speakers/{self.label}": speaker})]

    def sentence(self, project: Project) -> str:
        """Say who speaks under which label."""
        who = _who(project, self.role, self.participant)
        return f"{self.label} is {who} in {_name(project, self.source)}"


@dataclass(frozen=True, slots=True)
class CorrectTurn:
    """Say who speaks in one turn, whatever its label says; `start` is where it begins. No role takes that back."""

    source: str
    start: int
    role: str | None
    participant: str | None = None

    def changes(self, project: Project) -> list[Change]:
        """Return the source with the correction."""
        part = _speaker(project, self.role, self.participant) if self.role is not None else {}
        fields = {"role": part.get("role"), "participant": part.get("participant")}
        return said_of_turn(project, self.source, self.start, fields)

    def sentence(self, project: Project) -> str:
        """Say who speaks in which turn."""
        turn = next((turn.number for turn in project.turns(self.source) if turn.start == self.start), 0)
        place = f"{_name(project, self.source)}:{turn}"
        return f"{_who(project, self.role, self.participant)} speaks in {place}" if self.role else f"uncorrect {place}"


@dataclass(frozen=True, slots=True)
class SetFacts:
    """Write down facts of a source: date, mode, minutes, interviewer, language, whose it is; `None` clears one."""

    source: str
    fields: Mapping[str, Any]

    def changes(self, project: Project) -> list[Change]:
        """Return the source with what differs."""
        source = project.need("sources", self.source)
        facts = _facts(project, self.fields)
        fields = {fact: value for fact, value in facts.items() if source.get(fact) != value}
        return [Change("sources", self.source, fields)] if fields else []

    def sentence(self, project: Project) -> str:
        """Say which facts."""
        return f"set {', '.join(sorted(self.fields))} of {_name(project, self.source)}"


@dataclass(frozen=True, slots=True)
class RemoveSource:
    """Take a source away; one with units only together with them, their memos and the reading passes."""

    id: str
    with_units: bool = False

    def changes(self, project: Project) -> list[Change]:
        """Return all of it as removed.

        Raises:
            Mistake: it has units, and they are not to go with it.
        """
        source = project.need("sources", self.id)
        units = project.units_in(self.id)
        if units and not self.with_units:
            raise Mistake(f"{source['name']} has {_many(units)}; removing it needs --with-units.")
        memos = [*project.memos_on("source", self.id), *project.memos_on("passage", self.id)]
        memos += [memo for unit in units for memo in project.memos_on("unit", unit["id"])]
        passes = [reading for reading in project.alive("passes") if reading.get("source") == self.id]
        gone = {"sources": [source], "units": units, "memos": memos, "passes": passes}
        removed = {"removed": True}
        return [Change(table, document["id"], removed) for table, documents in gone.items() for document in documents]

    def sentence(self, project: Project) -> str:
        """Say how many units go with it."""
        units = project.units_in(self.id)
        return f"remove source {_name(project, self.id)}" + (f" with {_many(units)}" if units else "")


def _free_name(project: Project, words: str, but: str = "") -> str:
    name = clean_name(words, "source")
    for source in project.alive("sources"):
        if source["id"] != but and folded(source.get("name") or "") == folded(name):
            raise Mistake(f"There is a source {source['name']} already; give another name with --name.", field="name")
    return name


def _facts(project: Project, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts as they are kept."""
    facts: dict[str, Any] = {}
    for fact, value in fields.items():
        if fact not in FACTS:
            raise Mistake(f"A source has no fact “{fact}”; it has {', '.join(FACTS)}.")
        if isinstance(value, str):
            value = one_line(value) or None
        if value is not None and fact == "date":
            value = date_of(str(value))
        if value is not None and fact == "minutes" and (not isinstance(value, int) or value < 0):
            raise Mistake(f"Minutes are a whole number, not “{value}”.", field="minutes")
        if value is not None and fact == "participant":
            value = project.need("participants", value)["id"]
        facts[fact] = value
    return facts


def date_of(words: str) -> str:
    """Return a date, or as much of it as is known, as it is kept.

    Raises:
        Mistake: this is none.
    """
    if not _DATE.fullmatch(words):
        raise Mistake(f"A date is written 2026-11-24, 2026-11 or 2026, not “{words}”.", field="date")
    return words


def _speaker(project: Project, role: str, participant: str | None) -> dict[str, str]:
    """Return a speaker as a document keeps it; who speaks is kept only where a participant does."""
    if role not in ROLES:
        raise Mistake(f"A speaker is {', '.join(ROLES[:-1])} or {NEITHER}, not “{role}”.")
    if role != PARTICIPANT or participant is None:
        return {"role": role}
    return {"role": role, "participant": project.need("participants", participant)["id"]}


def _many(units: Sequence[Document]) -> str:
    return f"{len(units)} units" if len(units) != 1 else "1 unit"


def _labels(source: Document) -> list[str]:
    return list(dict.fromkeys(label for _, _, _, label in source.get("turns") or () if label))


def _who(project: Project, role: str | None, participant: str | None) -> str:
    if role == PARTICIPANT and participant is not None:
        return str(project.need("participants", participant).get("name"))
    return {PARTICIPANT: "a participant", NEITHER: "neither"}.get(role or "", f"an {role}")


def _name(project: Project, source: str) -> str:
    return str(project.need("sources", source).get("name"))
