"""One conflict: both values under each other, who wrote them and when, and which stands now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.app.layout.pieces import EMPTY, Line, wrapped
from tui.app.moments import clock
from tui.app.panes.sheet import Sheet
from tui.app.sheets.form import Form, FormField
from tui.app.subjects import unit_words
from tui.model.amended import version
from tui.model.project import Project
from tui.model.safe_text import safe


def thing_of(project: Project, conflict: Any) -> str:
    """Return what a conflict is about: the thing's name and the field."""
    document = project.tables[conflict.table].get(conflict.id) or {}
    name = str(document.get("name") or document.get("title") or _SINGULAR.get(conflict.table, conflict.table))
    field = _FIELDS.get(conflict.path, conflict.path.replace("_", " ").replace("/", " "))
    if conflict.path.startswith(_CODES):
        code = project.tables["nodes"].get(conflict.path.removeprefix(_CODES)) or {}
        field = f"code {code.get('name') or 'that is gone'}"
    return f"{name}, {field}"


def value_words(project: Project, value: Any) -> str:
    """Return a value in words; an id as the name of what it names."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        for table in ("nodes", "participants", "coders", "sources"):
            document = project.tables[table].get(value)
            if document is not None:
                return safe(str(document.get("name") or value))
        for source in project.alive("sources"):
            if value in (source.get("text"), source.get("imported"), *(source.get("amended") or ())):
                return safe(f"the text of {version(source, value).get('origin') or source.get('name')}")
        return safe(value)
    if isinstance(value, list):
        return ", ".join(value_words(project, each) for each in value)
    return safe(str(value))


def side_words(project: Project, conflict: Any, value: Any) -> str:
    """Return one side of a conflict in words; of a unit's code whether it is given, whatever its definition was."""
    if conflict.path.startswith(_CODES):
        return "given" if value else "taken off"
    if conflict.path == "quotations":
        units = (project.get("units", each) for each in value or ())
        return ", ".join(safe(unit_words(project, unit)) for unit in units if unit) or "as in the texts"
    return value_words(project, value)


class ConflictSheet(Sheet):
    """`1` keeps the other's value, `2` one's own, `3` makes one of both."""

    rows = 11

    def __init__(self, conflict: Any) -> None:
        """Show a conflict."""
        super().__init__()
        self.conflict = conflict

    @property
    def _other(self) -> str:
        """The coder who is not the one here."""
        mine = self.page.session.coder
        return str(self.conflict.by if self.conflict.by != mine else self.conflict.found_by)

    def _called(self, coder: str) -> str:
        if coder == self.page.session.coder:
            return "you"
        document = self.page.project.tables["coders"].get(coder) or {}
        return safe(str(document.get("name") or coder or "somebody"))

    @property
    def _sides(self) -> list[tuple[str, Any, str, str]]:
        """The other's side first: coder, value, when, and whether it stands."""
        conflict = self.conflict
        sides = [
            (str(conflict.by), conflict.value, conflict.at, "stands now"),
            (str(conflict.found_by), conflict.found, conflict.found_at, "was replaced"),
        ]
        return sorted(sides, key=lambda side: side[0] == self.page.session.coder)

    def opened(self) -> None:
        """Name the other in the title."""
        self.title = f"Changed meanwhile by {self._called(self._other)}"

    def fact(self) -> str:
        """Return what it is about."""
        return safe(thing_of(self.page.project, self.conflict))

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return what the keys do here."""
        both = [("3", "both, to edit")] if self._is_text else []
        return [
            ("1", f"keep {self._possessive(self._sides[0][0])}"),
            ("2", f"keep {self._possessive(self._sides[1][0])}"),
            *both,
            ("^C", "later"),
        ]

    def _possessive(self, coder: str) -> str:
        name = self._called(coder)
        return "mine" if name == "you" else f"{name}’s"

    @property
    def _is_text(self) -> bool:
        path = self.conflict.path
        if path.startswith(_CODES) or path in (
            "parent",
            "merged_into",
            "order",
            "coded_under",
            "edited",
            "edited_from",
        ):
            return False
        return any(isinstance(value, str) for _, value, _, _ in self._sides)

    def press(self, key: str, character: str | None) -> None:
        """Settle, or leave it open."""
        if key in ("ctrl+c", "escape", "q"):
            self.close()
        elif key in ("1", "2"):
            self._settle(self._sides[int(key) - 1][1])
        elif key == "3" and self._is_text:
            self._edit_both()

    def _settle(self, value: Any) -> None:
        self.page.session.settle(self.conflict, value, lambda _: self.close())

    def _edit_both(self) -> None:
        page = self.page
        text = "\n".join(str(value) for _, value, _, _ in self._sides if value)
        several = "\n" in text or self.conflict.path in (
            "definition",
            "full",
            "include",
            "exclude",
            "narrative",
            "text",
        )

        def keep(values: Any) -> object:
            page.session.settle(self.conflict, values["both"], lambda _: self.close())
            return True

        page.open_sheet(Form("Both, to edit", [FormField("both", "", text, several_lines=several)], keep))

    def body(self, y: int) -> Line:
        """Return the two sides."""
        lines: list[Line] = [EMPTY]
        for number, (coder, value, at, stands) in enumerate(self._sides, 1):
            lines.append(
                ((f"  {number}  ", "accent"), (self._called(coder), "strong"), (f"  {clock(at)}, {stands}", "muted"))
            )
            lines += [
                ((f"     {words}", "text"),)
                for words in wrapped(side_words(self.page.project, self.conflict, value), min(72, self.across - 7))
            ]
            lines.append(EMPTY)
        return lines[y] if y < len(lines) else EMPTY


_CODES = "codes/"
_SINGULAR = {
    "units": "a unit",
    "memos": "a memo",
    "project": "the project",
    "passes": "a pass",
    "accepted": "an accepted finding",
}
_FIELDS = {
    "definition": "brief definition",
    "full": "definition in full",
    "include": "what it is for",
    "exclude": "what it is not for",
    "parent": "where it lies",
    "merged_into": "merged into",
    "parked": "parked",
    "condensed": "condensed form",
    "order": "its place",
    "edited": "printed form of the quotation",
    "edited_from": "words the printed form was made from",
    "translated": "day of the translation",
    "quotations": "order of its quotations",
    "coded_under": "the definition that units were coded under",
}
