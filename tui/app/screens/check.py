"""The check: what the files promise, verified, and what the rules of the method ask, each with the way to its place."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from tui.analysis.method.finding import UNIT, Finding
from tui.analysis.method.judged import Judged, judged
from tui.app.layout.check_rows import FILES, MEANWHILE, Row, Told, row_line, rows_of
from tui.app.layout.feet import counted
from tui.app.layout.pieces import EMPTY, Line, cut, wrapped
from tui.app.layout.units_shown import blind_to
from tui.app.looking import looked
from tui.app.moments import day_and_time
from tui.app.screens.list_page import ListPage
from tui.app.sheets.conflict import thing_of
from tui.errors import PostilError
from tui.model.ids import time_of
from tui.model.safe_text import safe
from tui.store.aside import CheckAside
from tui.store.integrity import Problem

if TYPE_CHECKING:
    from tui.app.session import Session

_SETTLE = "Enter lists what is to be settled, with both values, who wrote them and when."
_SILENT = "What was looked for and not found."
_TALL = 30


@dataclass
class Seen:
    """What a check has found so far, and where one is in it: kept while one goes to a finding and comes back."""

    findings: list[Finding] | None = None
    revision: int = -1
    problems: list[Problem] | None = None
    unfolded: set[str] = field(default_factory=set)
    only: str = ""
    at: str = ""


class CheckPage(ListPage):
    """Everything that was found."""

    context: ClassVar[str] = "check"
    name_shown = "Check"
    foot_rows = 6

    def __init__(self, session: Session, seen: Seen | None = None) -> None:
        """Begin with nothing known, or where one was."""
        super().__init__(session)
        self.seen = seen or Seen()
        self._rows_by_id: dict[str, Row] = {}
        self._begins: set[str] = set()
        """The rows that are the first of their group."""
        self._judged: list[Judged] = []
        self._hidden = 0
        self._made_for: tuple[object, ...] = ()
        self._looks: asyncio.Task[None] | None = None
        self._files: CheckAside | None = None

    # checking ---------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Look through the project between the keys, and have the files verified aside."""
        super().on_mount()
        self._look()

    def on_unmount(self) -> None:
        """Let both end."""
        if self._looks is not None:
            self._looks.cancel()
        if self._files is not None:
            self._files.stop()

    def verify(self) -> None:
        """Verify the files."""
        self.seen.problems = None
        self._files = files = CheckAside(self.session.store.folder)
        answer = asyncio.get_running_loop().run_in_executor(None, files.problems)
        answer.add_done_callback(self._verified)

    def _verified(self, answer: asyncio.Future[list[Problem]]) -> None:
        if not self.is_attached:
            with suppress(PostilError):
                answer.result()
            return
        try:
            self.seen.problems = sorted(answer.result(), key=lambda problem: problem.warns)
        except PostilError as error:
            self.say(str(error))
        self.redraw()

    def _look(self) -> None:
        if self._looks is None or self._looks.done():
            self._looks = asyncio.get_running_loop().create_task(self._looked())

    async def _looked(self) -> None:
        self.seen.revision, self.seen.findings = await looked(lambda: self.project)
        if self.seen.problems is None and self._files is None:
            self.verify()
        self.redraw()

    @property
    def is_checking(self) -> bool:
        """Whether something is not known yet."""
        return self.seen.findings is None or self.seen.problems is None

    # what is listed ---------------------------------------------------------------------------------------------

    def prepare_frame(self) -> None:
        """Look again where something has changed; meanwhile what was found stands."""
        if self.is_attached and self.seen.findings is not None and self.seen.revision != self.project.revision:
            self._look()
        super().prepare_frame()
        if self.seen.at and self.seen.at in self.ids:
            self.stand_on(self.seen.at)
            self.seen.at = ""
            super().prepare_frame()

    def _list(self) -> None:
        super()._list()
        groups = [self._rows_by_id[identifier].group for identifier in self.ids]
        self._begins = {
            identifier
            for identifier, group, before in zip(self.ids, groups, ["", *groups], strict=False)
            if group != before
        }

    def all_ids(self) -> Sequence[str]:
        """Return the rows: of the files, then of the groups."""
        seen = self.seen
        made_for = (self.project.revision, id(seen.findings), id(seen.problems), frozenset(seen.unfolded), seen.only)
        if made_for != self._made_for:
            self._made_for = made_for
            self._rows_by_id = {row.id: row for row in self._made()}
        return list(self._rows_by_id)

    def _made(self) -> list[Row]:
        seen = self.seen
        told = [
            Told(FILES, problem.what, problem.where, problem.repair, not problem.warns)
            for problem in seen.problems or ()
        ]
        told += [
            Told(MEANWHILE, f"{thing_of(self.project, each)}, by two at once", "", _SETTLE)
            for each in self.session.store.conflicts()
        ]
        if seen.findings is None:
            return rows_of(self.project, told, (), seen.unfolded)[: len(told)]
        self._judged = self._open_to_me(seen.findings)
        return rows_of(self.project, told, self._judged, seen.unfolded, seen.only)

    def _open_to_me(self, findings: Sequence[Finding]) -> list[Judged]:
        """Return the findings that one may see; those on units of colleagues who code apart from one are counted."""
        shown: list[Finding] = []
        self._hidden = 0
        blind: dict[str, frozenset[str]] = {}
        for finding in findings:
            unit = self.project.get("units", finding.spot.id) if finding.spot.kind == UNIT else None
            if unit is not None:
                source = str(unit["source"])
                if source not in blind:
                    blind[source] = blind_to(self.project, source, self.session.coder)
                if unit.get("coder") in blind[source]:
                    self._hidden += 1
                    continue
            shown.append(finding)
        return judged(self.project, shown)

    @property
    def has_problems(self) -> bool:
        """Whether there is something in the files to be mended."""
        return bool(self.seen.problems)

    @property
    def row_here(self) -> Row | None:
        """The row under the cursor."""
        return self._rows_by_id.get(self.here)

    def words_of(self, identifier: str) -> str:
        """Return what a row says."""
        row = self._rows_by_id[identifier]
        where = row.told.where if row.told is not None else " ".join(one.finding.where for one in row.found)
        return f"{row.group} {row.words} {where} {row.about}"

    def fact(self) -> str:
        """Return what is to be seen to in the files and between coders, else how many sources are read to their end."""
        if self.is_checking:
            return "checking…" if self.seen.findings is None else "reading the files…"
        told = [row.told for row in self._rows_by_id.values() if row.told is not None]
        warnings = sum(1 for each in told if each.group == FILES and not each.is_wrong)
        meanwhile = sum(1 for each in told if each.group == MEANWHILE)
        said = [counted(warnings, "warnings")] if warnings else []
        said += [f"{meanwhile} changed meanwhile"] if meanwhile else []
        if said:
            return ", ".join(said)
        closed = {reading.get("source") for reading in self.project.alive("passes") if reading.get("ended")}
        sources = [source["id"] for source in self.project.alive("sources")]
        return f"{len(closed.intersection(sources))} of {counted(len(sources), 'sources')} closed"

    def facts(self) -> list[str]:
        """Return how many rules find something, how many findings are accepted, and whether the files are sound."""
        said: list[str] = []
        if self.seen.findings is not None:
            to_see = len({one.finding.rule for one in self._judged if one.is_open})
            accepted = sum(1 for one in self._judged if not one.is_open)
            said = [f"{to_see} to look at" if to_see else "nothing to look at"]
            said += [f"{accepted} accepted"] if accepted else []
        if self.seen.problems is not None:
            unsound = sum(1 for problem in self.seen.problems if not problem.warns)
            said += [f"{unsound} unsound" if unsound else "project sound"]
        return said

    def _unseen(self) -> str:
        hidden = f"{counted(self._hidden, 'findings')} on units of colleagues who code apart from you hidden"
        return ", ".join(part for part in (super()._unseen(), hidden if self._hidden else "") if part)

    # drawing ----------------------------------------------------------------------------------------------------

    def heads(self, width: int) -> Sequence[Line]:
        """Return a blank line where the groups have none before them."""
        return () if self.down >= _TALL and self.ids else (EMPTY,)

    def row(self, identifier: str, width: int) -> Sequence[Line]:
        """Return a row in four columns: the group, what was found, where, and what is there."""
        row = self._rows_by_id[identifier]
        return [row_line(row, width, self.glyphs, begins_group=identifier in self._begins)]

    def _drawn(self, number: int) -> list[Line]:
        """Put a blank line before each group where there is room."""
        lines = super()._drawn(number)
        return [EMPTY, *lines] if self.ids[number] in self._begins and self.down >= _TALL else lines

    def foot(self, width: int) -> Sequence[Line]:
        """Return what the rule of this row asks, who says so, and why; who accepted what was found."""
        row = self.row_here
        if row is None:
            return ()
        wide, more = min(width - 2, 100), self.glyphs.more
        if row.told is not None:
            lines: list[Line] = [((" " + cut(safe(row.told.where), width - 2, more), "strong"),)]
            return [*lines, *[((" " + words, "muted"),) for words in wrapped(safe(row.told.repair), width - 2)]]
        if row.rule is None:
            names = wrapped(self.glyphs.words(safe(row.about)), wide)
            return [
                ((f" {row.group}", "strong"), (f"  {_SILENT}", "muted")),
                *[((" " + line, "text"),) for line in names],
            ]
        rule = row.rule
        head: Line = ((f" {rule.group}", "strong"), (f"  {rule.source}", "muted"))
        why = [
            ((" " + line, "text"),) for line in wrapped(self.glyphs.words(f"{rule.question} {rule.explanation}"), wide)
        ]
        beside = self._about(row)
        below: list[Line] = [((" " + cut(safe(beside), width - 2, more), "muted"),)] if beside else []
        return [head, *why[: self.foot_rows - 1 - len(below)], *below]

    def _about(self, row: Row) -> str:
        """Return who accepted a finding and why, else where it is in full."""
        if len(row.found) != 1:
            return ""
        one = row.found[0]
        if one.acceptance is None:
            dot = f" {self.glyphs.dot} "
            return dot.join(part for part in (one.finding.where, self.glyphs.words(one.finding.about)) if part)
        coder = str(one.acceptance.get("coder") or "")
        by = (self.project.tables["coders"].get(coder) or {}).get("name") or coder
        when = day_and_time(time_of(str(one.acceptance["id"])).isoformat())
        state = "accepted, but it has changed since" if one.lapsed else "accepted"
        return f"{by}, {when}, {state}: {one.reason}"

    def empty(self) -> Sequence[Line]:
        """Return that the check is under way, or that nothing fits the filter."""
        if self.seen.findings is None:
            return [((" Looking through the project…", "muted"),)]
        return [((" No finding with these words.", "text"),)]

    # where one goes ---------------------------------------------------------------------------------------------

    def open_row(self) -> None:
        """Go to where it was found; unfold what was found at several places; list what is to be settled."""
        from tui.app.actions.check import go_to_finding

        go_to_finding(self)

    def is_inner(self, identifier: str) -> bool:
        """Tell whether a row is one of those of an unfolded one."""
        return self._rows_by_id[identifier].is_inner

    def leave_to_come_back(self) -> None:
        """Note where one is, so that the way back from the place one went to leads here again."""
        seen, session, app = self.seen, self.session, self.app
        seen.at = self.here
        self.desk.leads_back(lambda: app.open_page(CheckPage(session, seen)))

    def step_back(self) -> bool:
        """Let go of marks and filter, then of the one rule that is shown."""
        if super().step_back():
            return True
        had_one, self.seen.only = bool(self.seen.only), ""
        return had_one
