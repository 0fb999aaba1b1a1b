"""Edits of the project itself and of the work in it: facts, settings, coders, reading passes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tui.errors import Mistake
from tui.model.documents import Change
from tui.model.ids import coder_id
from tui.model.names import clean_name, initials, one_line, prose
from tui.model.nodes import CODE
from tui.model.project import DEFAULTS, Project
from tui.model.title_page import stance_of, title_of

OMISSIONS = ("//", "[…]")
COUNTS = ("numbers", "words")
_ALL_OF_THEM = 100


@dataclass(frozen=True, slots=True)
class SetProject:
    """Write down facts of the project: title, aim, stance, whether a group works in it, how many were invited."""

    fields: Mapping[str, Any]

    def changes(self, project: Project) -> list[Change]:
        """Return the project with what differs; `None` clears a fact."""
        fields: dict[str, Any] = {}
        for fact, value in self.fields.items():
            if fact not in _FACTS:
                raise Mistake(f"A project has no {fact}; it has {', '.join(_FACTS)}.")
            fields[fact] = None if value is None else _FACTS[fact](value)
        if "title" in fields and fields["title"] is None:
            raise Mistake("A project needs a title.")
        differing = {fact: value for fact, value in fields.items() if project.document.get(fact) != value}
        return [Change("project", project.id, differing)] if differing else []

    def sentence(self, project: Project) -> str:
        """Say which facts."""
        return f"set the project's {', '.join(sorted(self.fields))}"


@dataclass(frozen=True, slots=True)
class SetSetting:
    """Change a setting; `None` takes its default back."""

    key: str
    value: Any

    def changes(self, project: Project) -> list[Change]:
        """Return the project with the setting."""
        if self.key not in DEFAULTS:
            raise Mistake(f"There is no setting “{self.key}”; there are {', '.join(DEFAULTS)}.")
        check: Callable[[Any], Any] = _SETTINGS.get(self.key) or _words
        value = None if self.value is None else check(self.value)
        if self.key == "counted" and value is not None:
            value = sorted({project.need("coders", coder)["id"] for coder in value})
        if (project.document.get("settings") or {}).get(self.key) == value:
            return []
        return [Change("project", project.id, {f"settings/{self.key}": value})]

    def sentence(self, project: Project) -> str:
        """Say which setting."""
        return f"set {self.key.replace('_', ' ')}"


@dataclass(frozen=True, slots=True)
class AddCoder:
    """Add a coder; the id is the name made plain, so that it is the same on every machine."""

    id: str
    name: str
    initials: str = ""

    def changes(self, project: Project) -> list[Change]:
        """Return the new coder.

        Raises:
            Mistake: there is one of that id, or it is not the name's.
        """
        name = clean_name(self.name, "coder")
        if self.id != coder_id(name) or not self.id:
            raise Mistake(f"The id of {name} would be {coder_id(name) or 'empty; a coder needs a letter or digit'}.")
        there = project.get("coders", self.id)
        if there is not None:
            raise Mistake(f"There is a coder {there.get('name')} already.")
        fields: dict[str, Any] = {"name": name, "initials": one_line(self.initials) or initials(name)}
        if self.id in project.tables["coders"]:
            fields["removed"] = None  # somebody comes back: the id is the name's
        return [Change("coders", self.id, fields)]

    def sentence(self, project: Project) -> str:
        """Say who."""
        return f"add coder {one_line(self.name)}"


@dataclass(frozen=True, slots=True)
class RemoveCoder:
    """Take away a coder of whom there is nothing."""

    id: str

    def changes(self, project: Project) -> list[Change]:
        """Return the coder as removed.

        Raises:
            Mistake: something in the project is the coder's, or the coder is named among those whose units count.
        """
        name = project.need("coders", self.id).get("name")
        for table, what in _OF_CODERS.items():
            if any(document.get("coder") == self.id for document in project.alive(table)):
                raise Mistake(f"{name} has {what} here, so {name} stays.")
        if self.id in (project.setting("counted") or ()):
            raise Mistake(f"{name} is among the coders whose units count; say first who they are without {name}.")
        return [Change("coders", self.id, {"removed": True})]

    def sentence(self, project: Project) -> str:
        """Say who goes."""
        return f"remove coder {project.need('coders', self.id).get('name')}"


_OF_CODERS = {
    "units": "units",
    "memos": "memos",
    "passes": "reading passes",
    "snapshots": "snapshots",
    "accepted": "accepted findings",
}


@dataclass(frozen=True, slots=True)
class SetQuickKey:
    """Let a digit, 1 to 9, stand for a code under one coder's hands; no code takes it back. A code has one digit."""

    coder: str
    digit: str
    code: str | None

    def changes(self, project: Project) -> list[Change]:
        """Return the coder with the key."""
        coder = project.need("coders", self.coder)
        digit = str(self.digit)
        if len(digit) != 1 or digit not in "123456789":
            raise Mistake(f"Quick keys are 1 to 9, not {digit}.")
        code = project.codebook.need(self.code, CODE).id if self.code is not None else None
        quick = coder.get("quick") or {}
        wanted: dict[str, str | None] = {digit: code}
        if code is not None:
            same = (other for other, named in quick.items() if project.codebook.resolve(named) == code)
            wanted = {**dict.fromkeys(same), **wanted}
        fields = {f"quick/{key}": named for key, named in wanted.items() if quick.get(key) != named}
        return [Change("coders", self.coder, fields)] if fields else []

    def sentence(self, project: Project) -> str:
        """Say which key is which code's."""
        if self.code is None:
            return f"no code on quick key {self.digit}"
        return f"quick key {self.digit} for {project.codebook.need(self.code).name}"


@dataclass(frozen=True, slots=True)
class BeginPass:
    """Begin to read a source, once more where the coder has ended a pass.

    While one is open nothing changes; but one that only was `recorded`, as somebody read on, is begun in earnest then:
    two who begin a pass do not see each other's units until both have ended it.
    """

    id: str
    coder: str
    source: str
    recorded: bool = False

    def changes(self, project: Project) -> list[Change]:
        """Return the new pass with its number, or the one that is open."""
        project.need("sources", self.source)
        passes = [
            reading
            for reading in project.alive("passes")
            if reading.get("source") == self.source and reading.get("coder") == self.coder
        ]
        unended = [reading for reading in passes if not reading.get("ended")]
        if unended:
            return [
                Change("passes", reading["id"], {"recorded": None})
                for reading in unended
                if reading.get("recorded") and not self.recorded
            ]
        number = max((reading.get("number") or 0 for reading in passes), default=0) + 1
        fields = {"coder": self.coder, "source": self.source, "number": number, "recorded": self.recorded or None}
        return [Change("passes", self.id, fields)]

    def sentence(self, project: Project) -> str:
        """Say what is read."""
        return f"begin to read {project.need('sources', self.source).get('name')}"


@dataclass(frozen=True, slots=True)
class EndPass:
    """Close a pass through a source; `is_read`: its end was reached by reading."""

    id: str
    is_read: bool = False

    def changes(self, project: Project) -> list[Change]:
        """Return the pass as ended."""
        return [] if project.need("passes", self.id).get("ended") else [Change("passes", self.id, {"ended": True})]

    def sentence(self, project: Project) -> str:
        """Say through what; that it was read to its end only where it was."""
        name = project.need("sources", project.need("passes", self.id)["source"]).get("name")
        return f"read {name} to its end" if self.is_read else f"close the pass through {name}"


def _words(value: Any) -> str | None:
    return one_line(str(value)) or None


def _stance(value: Any) -> str | None:
    return stance_of(str(value)) or None


def _paragraph(value: Any) -> str | None:
    return prose(str(value)) or None


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise Mistake(f"This is a whole number, not {value}.")
    return value


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Mistake(f"This is yes or no, not {value}.")
    return value


def _coders(value: Any) -> list[str]:
    if not isinstance(value, (list, tuple)) or not value:
        raise Mistake("Name at least one coder whose units count, or all.")
    return [str(coder) for coder in value]


def _shares(value: Any) -> list[list[Any]]:
    """Check words for shares: of each the words and above how many per cent they hold, from few to many."""
    shares = [[one_line(str(words)), above] for words, above in value]
    above = [share for _, share in shares]
    if not shares or not all(words for words, _ in shares):
        raise Mistake("Every share needs its words.")
    if above[0] != 0 or above != sorted(set(above)) or above[-1] >= _ALL_OF_THEM:
        raise Mistake("Shares begin above 0 per cent and go up, below 100: a few 0, some 20, most 50.")
    return shares


def _attributes(value: Any) -> list[str]:
    names = [one_line(str(name)) for name in value]
    if not all(names):
        raise Mistake("An attribute has no name.")
    return names


def _one_of(*choices: str) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if value not in choices:
            raise Mistake(f"This is {' or '.join(choices)}, not {value}.")
        return str(value)

    return check


_FACTS: Mapping[str, Callable[[Any], Any]] = {
    "title": title_of,
    "aim": _paragraph,
    "stance": _stance,
    "group": _truth,
    "invited": _number,
    "declined": _number,
}
_SETTINGS: Mapping[str, Callable[[Any], Any]] = {
    "counted": _coders,
    "omission": _one_of(*OMISSIONS),
    "attributed": _attributes,
    "uncovered_words": _number,
    "counts": _one_of(*COUNTS),
    "least_shown": _number,
    "amount_words": _shares,
    "original": _truth,
    "reasons": _truth,
    "blind": _truth,
}
