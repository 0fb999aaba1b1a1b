"""Any sequence of edits: counts stay right, the tree stays sound, refusals change nothing, and all of it goes back."""

import copy
from collections.abc import Callable, Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import CODEBOOK, CODER, a_project, do, marked, node, not_relevant, outline, undo
from tui.errors import Mistake
from tui.model.definitions import PARTS
from tui.model.documents import Document
from tui.model.edits.codebook import (
    CreateNode,
    DefineNode,
    ParkNode,
    RemoveNode,
    RenameNode,
    SetLetter,
    SetMembers,
    ShortenNode,
    UnparkNode,
)
from tui.model.edits.looking import StillFits
from tui.model.edits.memos import WriteMemo
from tui.model.edits.project import SetQuickKey, SetSetting
from tui.model.edits.quotations import ChooseAnchor, SetQuotation
from tui.model.edits.shaping import DemoteNode, MergeNodes, PromoteNode, SplitNode
from tui.model.edits.snapshots import RestoreSnapshot, TakeSnapshot
from tui.model.edits.sorting import GroupPiles, MoveNodes, ReorderNode
from tui.model.edits.sources import CorrectTurn, RemoveSource, SetSpeaker
from tui.model.edits.spans import ChangeSpans, JoinUnits, SplitUnit
from tui.model.edits.units import (
    ApplyCode,
    Condense,
    MarkNotRelevant,
    MarkRelevant,
    MarkUnit,
    Recode,
    RemoveUnit,
    TakeCodeOff,
)
from tui.model.ids import new_id
from tui.model.nodes import CATEGORY, CODE, LEVELS, PILES, SUB_CATEGORY, THEME
from tui.model.project import Project
from tui.model.tally import Tally
from tui.model.transaction import Edit
from tui.model.units import is_unit

SOURCES = {"L07": "INT: Why? / L07: It is so. And so it goes. / L08: No, not at all.", "L09": "All of it is mine."}
CODERS = (CODER, "jon")


def started() -> Project:
    """Return a project in which some of everything is there already."""
    project = a_project("- unsorted / ## Lone / - lonely / " + CODEBOOK + " / * Trust: Liability", **SOURCES)
    project.put("coders", "jon", {"id": "jon", "name": "Jon"})
    marked(project, "It is so.", "who signs")
    marked(project, ["And so", "not at all"], "burden of proof", "unsorted", coder="jon")
    marked(project, "of it", "time set aside", source="L09")
    not_relevant(project, "goes")
    return project


class Drawn:
    """Draws edits of a project as it stands, most of them possible, some not."""

    def __init__(self, project: Project, draw: Any) -> None:
        self.project, self.draw = project, draw

    def edit(self) -> Edit:
        kinds = [self.of_units, self.of_spans, self.of_nodes, self.of_definitions, self.of_shape, self.of_the_rest]
        return self.one_of(self.one_of(kinds)())()

    def one_of(self, choices: Iterable[Any]) -> Any:
        return self.draw(st.sampled_from(list(choices) or ["none"]))

    def some(self, choices: Iterable[Any]) -> list[Any]:
        return self.draw(st.lists(st.sampled_from(list(choices) or ["none"]), min_size=1, max_size=3))

    def node(self, *levels: str) -> str:
        return self.one_of(self.nodes(*levels) or self.nodes())

    def nodes(self, *levels: str) -> list[str]:
        return [node.id for node in self.project.codebook.nodes.values() if node.level in (levels or LEVELS)]

    def units(self) -> list[str]:
        return [unit["id"] for unit in self.project.alive("units") if is_unit(unit)]

    def unit(self) -> str:
        return self.one_of(self.units())

    def like(self, unit: str) -> list[str]:
        """Return the units of the same coder in the same source."""
        theirs = {field: (self.project.get("units", unit) or {}).get(field) for field in ("source", "coder")}
        return [other for other in self.units() if theirs.items() <= self.project.need("units", other).items()]

    def code_of(self, unit: str) -> str:
        return self.one_of((self.project.get("units", unit) or {}).get("codes") or self.nodes(CODE))

    def spans(self) -> list[list[int]]:
        spans = []
        for turn in self.some(self.project.turns("L07")):
            start = self.draw(st.integers(turn.speech, turn.end - 1))
            spans.append([start, self.draw(st.integers(start, turn.end))])
        return spans

    def inside(self, unit: str) -> int:
        spans = (self.project.get("units", unit) or {"spans": [[0, 9]]})["spans"]
        return self.draw(st.integers(spans[0][0], spans[-1][1]))

    def name(self) -> str:
        return self.one_of(["", "who signs", "Liability", "new", "newer", "newest"])

    def of_units(self) -> list[Callable[[], Edit]]:
        coder, unit = self.one_of(CODERS), self.unit()
        return [
            lambda: MarkUnit(new_id(), "L07", self.spans(), coder, self.some(self.nodes(CODE))),
            lambda: ApplyCode(unit, self.node(CODE)),
            lambda: TakeCodeOff(unit, self.code_of(unit)),
            lambda: Recode(unit, self.one_of([None, self.code_of(unit)]), self.node(CODE)),
            lambda: RemoveUnit(unit),
            lambda: Condense(unit, self.name()),
            lambda: SetQuotation(unit, on=self.draw(st.booleans())),
            lambda: ChooseAnchor(self.code_of(unit), unit, "typical"),
            lambda: WriteMemo(new_id(), {"kind": "unit", "id": unit}, "analytic", coder, "why"),
        ]

    def of_spans(self) -> list[Callable[[], Edit]]:
        unit = self.unit()
        marks = [mark["id"] for mark in self.project.alive("units") if not is_unit(mark)]
        return [
            lambda: ChangeSpans(unit, self.spans()),
            lambda: SplitUnit(unit, self.inside(unit), new_id()),
            lambda: JoinUnits(unit, self.some(self.like(unit))),
            lambda: MarkNotRelevant(new_id(), "L07", self.spans(), CODER),
            lambda: MarkRelevant(self.one_of(marks)),
        ]

    def of_nodes(self) -> list[Callable[[], Edit]]:
        pile = self.one_of([None, self.node(*PILES)])
        return [
            lambda: CreateNode(new_id(), self.one_of(LEVELS), self.name(), pile),
            lambda: RenameNode(self.node(), self.name()),
            lambda: DefineNode(self.node(), {"definition": self.name(), "narrative": self.name()}),
            lambda: ParkNode(self.node(CODE), "too vague"),
            lambda: UnparkNode(self.one_of(self.project.codebook.parked())),
            lambda: RemoveNode(self.node(), "not needed"),
            lambda: SetLetter(self.node(CATEGORY)),
            lambda: ShortenNode(self.node(*PILES), self.name()),
            lambda: DefineNode(self.node(), {f"differs/{self.node()}": self.name()}),
            lambda: SetMembers(self.node(THEME), self.some(self.nodes(CODE, *PILES))),
            lambda: WriteMemo(new_id(), {"kind": "code", "id": self.node()}, "decision", CODER, "because"),
        ]

    def of_definitions(self) -> list[Callable[[], Edit]]:
        unit = self.unit()
        return [
            lambda: self.redefine(self.code_of(unit)),
            lambda: self.redefine(self.code_of(unit)),
            lambda: StillFits((unit, *self.some(self.units())), self.code_of(unit)),
        ]

    def of_shape(self) -> list[Callable[[], Edit]]:
        level = self.one_of(LEVELS)
        return [
            lambda: MoveNodes(self.some(self.nodes(CODE)), self.one_of([None, self.node(*PILES)])),
            lambda: MoveNodes(self.some(self.nodes(SUB_CATEGORY)), self.one_of([None, self.node(CATEGORY)])),
            lambda: MergeNodes(self.some(self.nodes(level)), self.node(level), self.node(level), reason="same"),
            lambda: MergeNodes(self.some(self.nodes(level)), self.node(level), reason="same", appended=True),
            lambda: PromoteNode(self.node(CODE, SUB_CATEGORY), new_id()),
            lambda: DemoteNode(self.node(SUB_CATEGORY), None, "one thing"),
            lambda: DemoteNode(self.node(CATEGORY), self.one_of([None, self.node(CATEGORY)])),
            lambda: GroupPiles(new_id(), self.name(), self.some(self.nodes(SUB_CATEGORY))),
            lambda: self.reorder(self.node()),
            lambda: self.split(self.node(CODE, *PILES)),
        ]

    def redefine(self, code: str) -> Edit:
        texts = {part: self.name() for part in self.some(PARTS)}
        return DefineNode(code, texts, moved=self.draw(st.booleans()))

    def reorder(self, node: str) -> Edit:
        return ReorderNode(node, self.one_of([None, *self.project.codebook.siblings(node)]))

    def split(self, node: str) -> Edit:
        units = [unit["id"] for unit in self.project.units_with(node)]
        members = units or list(self.project.codebook.children(node))
        return SplitNode(node, new_id(), self.name(), self.some(members), reason="two things")

    def of_the_rest(self) -> list[Callable[[], Edit]]:
        return [
            lambda: TakeSnapshot(new_id(), self.name(), "", CODER),
            lambda: RestoreSnapshot(self.one_of(kept["id"] for kept in self.project.alive("snapshots")), "too soon"),
            lambda: SetQuickKey(CODER, self.one_of("123"), self.node(CODE)),
            lambda: SetSpeaker("L07", self.one_of(["INT", "L07", "L08"]), "participant", self.one_of(["l07", "l08"])),
            lambda: CorrectTurn("L07", self.one_of(self.project.turns("L07")).start, "participant", "l08"),
            lambda: SetSetting("counted", self.one_of([None, [CODER], list(CODERS)])),
            lambda: RemoveSource("L09", with_units=True),
        ]


def documents(project: Project) -> dict[str, dict[str, Document]]:
    """Return all documents as they are now, safe from what comes."""
    return copy.deepcopy(project.tables)


def seen(project: Project) -> tuple[Any, ...]:
    """Return what a user sees of a project: tree, letters, counts, units in order."""
    letters = [found.letter for found in project.codebook.nodes.values()]
    units = {source: [unit["id"] for unit in project.units_in(source)] for source in SOURCES}
    return outline(project), letters, project.tally.figures(), units, project.tally.total(), waiting(project)


def waiting(project: Project) -> dict[str, list[str]]:
    """Return the units that wait because a definition moved, by code."""
    return {code: sorted(unit["id"] for unit in project.moved.units(code)) for code in project.moved.codes()}


def agree(project: Project) -> None:
    """Make sure that what is kept equals what a project opened afresh computes."""
    fresh = Project(documents(project), project.texts)
    assert seen(project) == seen(fresh)
    assert project.tally.figures() == Tally(project).figures()
    for coder in CODERS:
        assert project.tally.units_of_coder(coder) == fresh.tally.units_of_coder(coder)
    for code in project.codebook.codes():
        ours, theirs = project.units_with(code), fresh.units_with(code)
        assert {unit["id"] for unit in ours} == {unit["id"] for unit in theirs}
    assert not project.codebook.problems


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_edits_keep_counts_and_tree_right_and_all_go_back(data: st.DataObject) -> None:
    project = started()
    drawn = Drawn(project, data.draw)
    steps = []
    for _ in range(data.draw(st.integers(1, 12))):
        edits = [drawn.edit() for _ in range(data.draw(st.sampled_from([1, 1, 1, 2])))]
        before = documents(project), seen(project)
        try:
            composed = do(project, *edits)
        except Mistake:
            assert (documents(project), seen(project)) == before
            continue
        steps.append((before, composed))
        agree(project)
        assert composed.sentence
    for before, composed in reversed(steps):
        undo(project, composed)
        assert (documents(project), seen(project)) == before
        agree(project)


def test_the_project_of_this_test_has_some_of_everything() -> None:
    project = started()
    assert project.tally.units(node(project, "Trust")) == 2
    assert project.tally.participants(node(project, "Trust")) == 2
