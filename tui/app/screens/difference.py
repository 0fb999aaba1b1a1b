"""What became of the category system between two versions, in words, by what was done; and what restoring would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from tui.analysis.difference import Step, steps_between, told
from tui.analysis.makers import Maker, makers
from tui.analysis.versions import NOW, Version, version_of
from tui.app.layout.feet import counted
from tui.app.layout.pieces import EMPTY, Line, cut, wrapped
from tui.app.moments import day_and_time
from tui.app.screens.list_page import ListPage
from tui.model.edits.snapshots import made_since, restored
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.session import Session

_WHAT = 11
_NAMES = (24, 36)
"""How wide names are on a narrow screen and on a wide one."""
_WIDE = 110


class DifferencePage(ListPage):
    """The steps from one version to another, a row each."""

    context: ClassVar[str] = "difference"
    foot_rows = 4

    def __init__(self, session: Session, first: str, second: str) -> None:
        """Compare two versions by their ids; `now` is what stands."""
        super().__init__(session)
        self.versions = first, second
        self._steps: dict[str, Step] = {}
        self._compared: tuple[Version, Version] | None = None
        self._read_at = -1
        self._made: dict[int, Maker] = {}

    def on_mount(self) -> None:
        """Ask history who made the steps, on the writer's thread."""
        super().on_mount()
        steps, store = list(self.steps().values()), self.session.store
        if steps and self.versions[0] != NOW:
            entries = partial(store.history, "nodes", "snapshots")
            self.session.work(lambda: makers(steps, entries(), *self.versions), self._tell_makers, "reading…")

    def _tell_makers(self, found: dict[int, Maker]) -> None:
        self._made = found
        self.redraw()

    def _read(self) -> None:
        """Compare anew where the project has changed."""
        if self._read_at != self.project.revision:
            self._read_at = self.project.revision
            self._compared = version_of(self.project, self.versions[0]), version_of(self.project, self.versions[1])
            self._made = {}
            self._steps = {str(number): step for number, step in enumerate(self.made(*self._compared))}

    def made(self, first: Version, second: Version) -> list[Step]:
        """Return the steps from one version to the other, those that are told."""
        return told(steps_between(first.nodes, second.nodes))

    def steps(self) -> dict[str, Step]:
        """Return the steps by their place."""
        self._read()
        return self._steps

    def compared(self) -> tuple[Version, Version]:
        """Return the two versions."""
        self._read()
        assert self._compared is not None
        return self._compared

    def prepare_frame(self) -> None:
        """Name what is compared, and list the steps."""
        self.name_shown = self.titled(*self.compared())
        super().prepare_frame()

    def titled(self, first: Version, second: Version) -> str:
        """Return what is compared."""
        return f"{self.named(first)} to {self.named(second)}"

    def named(self, version: Version) -> str:
        """Return a version as the title names it."""
        return NOW if version.is_now else f"{self.glyphs.opening}{safe(version.name)}{self.glyphs.closing}"

    def all_ids(self) -> Sequence[str]:
        """Return the steps by their places."""
        return list(self.steps())

    def words_of(self, identifier: str) -> str:
        """Return what a step is, whose, and its words."""
        step = self.steps()[identifier]
        return f"{step.what} {step.name} {step.words}"

    def fact(self) -> str:
        """Return how many steps there are of each kind, as far as there is room."""
        counts = Counter(step.what for step in self.steps().values())
        total = counted(len(self.steps()), "steps")
        each = ", ".join(f"{number} {what}" for what, number in counts.items())
        return f"{total}: {each}" if each and len(each) + len(self.name_shown) + 24 < self.across else total

    def heads(self, width: int) -> Sequence[Line]:
        """Return who took the versions and when."""
        lines: list[Line] = [EMPTY]
        for version in self.compared():
            if not version.is_now:
                about = f"{safe(version.by)}, {day_and_time(version.at)}"
                memo = f"  {safe(' '.join(version.memo.split()))}" if version.memo else ""
                named = f" {self.named(version)} "
                room = max(0, width - len(named) - len(about) - 1)
                lines.append(((named, "text"), (about, "muted"), (cut(memo, room, self.glyphs.more), "muted")))
        return [*lines, EMPTY]

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return one step; a blank line stands before another kind."""
        steps = self.steps()
        step, number = steps[identifier], int(identifier)
        before, after = steps.get(str(number - 1)), steps.get(str(number + 1))
        begins = before is None or before.what != step.what
        name_wide = _NAMES[width >= _WIDE]
        name = cut(safe(step.name), name_wide, self.glyphs.more)
        words = wrapped(self.glyphs.words(safe(step.words)), max(20, width - _WHAT - name_wide - 5)) or [""]
        lines: list[Line] = [
            (
                (f"{step.what:<{_WHAT}}", "strong" if begins else "muted"),
                (f"{name:<{name_wide + 2}}", "text"),
                (words[0], "muted"),
            ),
            *[((" " * (_WHAT + name_wide + 2), "text"), (line, "muted")) for line in words[1:]],
        ]
        return [*lines, EMPTY] if after is not None and after.what != step.what else lines

    def foot(self, width: int) -> Sequence[Line]:
        """Return what a step is about in full: the name, what was, what is."""
        if not self.here:
            return ()
        step = self.steps()[self.here]
        by = self._by_whom(self._made.get(int(self.here)))
        lines: list[Line] = [((f" {safe(step.name)}", "strong"), (f"  {step.what}{by}", "muted"))]
        for label, known in (("before", step.before), ("after", step.after)):
            text = wrapped(safe(" ".join(str(known or "").split())), max(20, width - 10))
            lines += [((f" {label:<8}", "muted"), (text[0], "text"))] if text and known else []
        return lines

    def _by_whom(self, maker: Maker | None) -> str:
        """Return who made a step and when, as far as history has been read."""
        if maker is None:
            return ""
        name = (self.project.tables["coders"].get(maker.coder) or {}).get("name") or maker.coder
        return f" by {safe(str(name))}, {day_and_time(maker.at)}"

    def empty(self) -> Sequence[Line]:
        """Return that the two are alike."""
        return [((" Nothing differs.", "text"),)]

    def trail(self) -> list[tuple[str, str]]:
        """Return where this page comes from."""
        return [(f" {self.glyphs.here} ", "muted"), ("Versions", "bright")]

    def open_row(self) -> None:
        """Go to the node in the codebook."""
        if self.here:
            go_to_node(self, self.steps()[self.here].node)


class RestorePage(DifferencePage):
    """What restoring a snapshot would do, before it is done."""

    context: ClassVar[str] = "restoring"

    def __init__(self, session: Session, snapshot: str) -> None:
        """Show what would become of what stands now."""
        super().__init__(session, NOW, snapshot)
        self._said = ""

    @property
    def snapshot(self) -> str:
        """The id of the snapshot."""
        return self.versions[1]

    def titled(self, first: Version, second: Version) -> str:
        """Return what would be done."""
        return f"Restoring {self.named(second)} would do this"

    def made(self, first: Version, second: Version) -> list[Step]:
        """Return the steps that restoring would be."""
        self._said = self._of_what_was_made_since()
        return told(steps_between(first.nodes, restored(self.project, self.snapshot)))

    def heads(self, width: int) -> Sequence[Line]:
        """Return what becomes of what was made since: nothing that has units goes."""
        lines = wrapped(safe(self._said), max(20, min(width - 2, 110)))
        return [EMPTY, *[((f" {line}", "text"),) for line in lines[:5]], EMPTY]

    def _of_what_was_made_since(self) -> str:
        project = self.project
        staying, going = made_since(project, self.snapshot)
        units = len({unit["id"] for code in staying for unit in project.units_with(code)})
        said = []
        if staying:
            stay, its = ("stays", "its") if len(staying) == 1 else ("stay", "their")
            said.append(
                f"{counted(len(staying), 'codes')} made since {stay}, unsorted, with {its} {counted(units, 'units')}."
            )
        if going:
            titles = ", ".join(project.codebook.nodes[node].title for node in going)
            said.append(f"Made since, with no units of their own, and gone then: {titles}.")
        return " ".join(
            [*said, "What was merged since has its units back. No unit loses its code; u takes it all back."]
        )


def go_to_node(page: ListPage, node: str) -> None:
    """Show a node in the codebook: what it was merged into where it was; one that is gone is said to be."""
    book = page.project.codebook
    stands = book.resolve(node)
    if stands is None or stands not in book.nodes:
        page.say("It is not in the codebook any more.")
        return
    page.desk.pane, page.desk.node = "codebook", stands
    page.app.show_main()
