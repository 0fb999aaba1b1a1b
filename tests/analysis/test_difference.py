"""The difference of two states of the category system: its words, and that it is whole."""

import copy
from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import CODEBOOK, a_project, do, marked, node
from tests.model.edits.test_histories import Drawn, started
from tui.analysis.difference import WHATS, Step, replayed, rewound, steps_between, told
from tui.errors import Mistake
from tui.model.codebook import Codebook
from tui.model.documents import Document
from tui.model.edits.codebook import (
    CreateNode,
    DefineNode,
    ParkNode,
    RemoveNode,
    RenameNode,
    SetMembers,
    ShortenNode,
    UnparkNode,
)
from tui.model.edits.quotations import ChooseAnchor
from tui.model.edits.shaping import DemoteNode, MergeNodes, PromoteNode, SplitNode
from tui.model.edits.sorting import GroupPiles, MoveNodes, ReorderNode
from tui.model.nodes import CATEGORY, CODE, SUB_CATEGORY, THEME
from tui.model.project import Project
from tui.model.transaction import Edit

Nodes = Mapping[str, Document]


def nodes_of(project: Project) -> dict[str, Document]:
    """Return the nodes as a snapshot keeps them."""
    return copy.deepcopy({one["id"]: one for one in project.alive("nodes")})


def after(project: Project, *edits: Edit) -> list[Step]:
    """Do the edits, one step each, and return the difference they made."""
    before = nodes_of(project)
    for edit in edits:
        do(project, edit)
    steps = steps_between(before, nodes_of(project))
    assert replayed(before, steps) == nodes_of(project)
    assert rewound(nodes_of(project), steps) == before
    return steps


def said(steps: list[Step]) -> list[tuple[str, str, str]]:
    """Return what a reader is told."""
    return [(step.what, step.name, step.words) for step in told(steps)]


def study() -> Project:
    return a_project("- unsorted / " + CODEBOOK + " / * Trust: Liability")


def test_nothing_changed_is_no_difference() -> None:
    project = study()
    assert after(project) == []


def test_what_is_new_and_what_is_gone_is_told_with_its_place() -> None:
    project = study()
    steps = after(
        project,
        CreateNode("n", CODE, "no box for it", node(project, "Liability")),
        RemoveNode(node(project, "unsorted")),
    )
    assert said(steps) == [
        ("created", "no box for it", "code in Liability"),
        ("retired", "unsorted", "code, unsorted"),
    ]
    assert (told(steps)[0].before, told(steps)[0].after) == (None, "Conditions / Liability")


def test_a_new_name_a_short_name_and_a_definition_are_told_part_by_part() -> None:
    project = study()
    pile = node(project, "Liability")
    steps = after(
        project,
        RenameNode(pile, "Law"),
        ShortenNode(pile, "law"),
        DefineNode(pile, {"definition": "Who answers.", f"differs/{node(project, 'Standards')}": "law, not quality"}),
    )
    assert said(steps) == [
        ("renamed", "Law", "was Liability"),
        ("renamed", "Law", "short name law"),
        ("defined", "Law", "brief: “Who answers.”"),
        ("defined", "Law", "differs from Standards: “law, not quality”"),
    ]
    assert (steps[0].before, steps[0].after) == ("Liability", "Law")
    again = after(project, DefineNode(pile, {"definition": None}))
    assert said(again) == [("defined", "Law", "brief: nothing any more, was “Who answers.”")]


def test_a_move_is_told_from_where_to_where() -> None:
    project = study()
    steps = after(
        project,
        MoveNodes([node(project, "who signs")], node(project, "Resources")),
        MoveNodes([node(project, "time set aside")], None),
        MoveNodes([node(project, "Standards")], None),
    )
    assert said(steps) == [
        ("moved", "who signs", "from Liability to Resources"),
        ("moved", "Standards", "from Conditions to no category"),
        ("moved", "time set aside", "from Resources to unsorted"),
    ]
    assert (steps[0].before, steps[0].after) == ("Conditions / Liability", "Capacity / Resources")


def test_there_and_back_is_nothing_to_tell() -> None:
    project = study()
    first, second = node(project, "burden of proof"), node(project, "who signs")
    steps = after(project, ReorderNode(second, first), ReorderNode(first, second))
    assert steps
    assert said(steps) == []


def test_another_order_is_told_of_the_one_that_moved() -> None:
    project = study()
    steps = after(project, ReorderNode(node(project, "who signs"), node(project, "burden of proof")))
    assert said(steps) == [("reordered", "who signs", "first, was after burden of proof")]


def test_a_merge_is_told_once_and_what_goes_along_is_not() -> None:
    project = study()
    steps = after(
        project, MergeNodes([node(project, "Standards")], node(project, "Liability"), reason="one thing, two names")
    )
    assert said(steps) == [("merged", "Standards", "into Liability: one thing, two names")]
    back = steps_between(replayed(nodes_of(project), []), rewound(nodes_of(project), steps))
    assert said(back) == [("split", "Standards", "off Liability, into which it had been merged")]


def test_a_code_made_and_merged_since_is_a_merge() -> None:
    project = study()
    steps = after(project, CreateNode("n", CODE, "patchwork"), MergeNodes(["n"], node(project, "who signs")))
    assert said(steps) == [("merged", "patchwork", "code made since, into who signs")]


def test_a_split_is_told_with_what_it_took_along() -> None:
    project = study()
    steps = after(project, SplitNode(node(project, "Liability"), "n", "Law", [node(project, "who signs")], "two"))
    assert said(steps) == [("split", "Law", "off Liability, with who signs: two")]


def test_a_split_code_is_told_with_what_it_was_split_off() -> None:
    project = study()
    units = [marked(project, words, "who signs") for words in ("the doctor signs", "that is simple")]
    steps = after(project, SplitNode(node(project, "who signs"), "n", "simple", units[1:]))
    assert said(steps) == [("split", "simple", "off who signs")]
    assert (steps[0].before, steps[0].after) == ("who signs", "simple")


def test_promoting_and_demoting_say_from_what_to_what() -> None:
    project = study()
    promoted = after(project, PromoteNode(node(project, "Standards"), "n"))
    assert said(promoted) == [("promoted", "Standards", "from sub-category to category")]
    demoted = after(project, DemoteNode(node(project, "Standards"), node(project, "Capacity")))
    assert said(demoted) == [("demoted", "Standards", "from category to sub-category in Capacity")]
    around = after(project, PromoteNode(node(project, "who signs"), "m"))
    assert said(around) == [("promoted", "who signs", "sub-category made around the code who signs")]


def test_a_pile_made_one_code_is_demoted_and_its_codes_are_merged() -> None:
    project = study()
    steps = after(project, DemoteNode(node(project, "Liability"), reason="one thing"))
    assert {step.what for step in told(steps)} == {"demoted", "merged", "renamed"}
    assert ("demoted", "Liability", "from sub-category to code Liability: one thing") in said(steps)


def test_parking_and_coming_back_are_told_with_the_reason() -> None:
    project = study()
    code = node(project, "who signs")
    assert said(after(project, ParkNode(code, "too vague"))) == [("parked", "who signs", "too vague")]
    assert said(after(project, UnparkNode(code))) == [("unparked", "who signs", "was parked: too vague")]


def test_a_theme_is_told_member_by_member() -> None:
    project = study()
    steps = after(project, SetMembers(node(project, "Trust"), [node(project, "Resources"), node(project, "Capacity")]))
    assert sorted(words for _, _, words in said(steps)) == [
        "holds Capacity",
        "holds Resources",
        "no longer holds Liability",
    ]
    new = after(project, CreateNode("t", THEME, "Alone"), SetMembers("t", [node(project, "who signs")]))
    assert said(new) == [("created", "Alone", "theme"), ("theme", "Alone", "holds who signs")]


def test_an_example_and_a_category_over_piles_are_told() -> None:
    project = study()
    unit = marked(project, "the doctor signs", "who signs")
    steps = after(
        project,
        ChooseAnchor(node(project, "who signs"), unit, "typical"),
        GroupPiles("g", "Outer", [node(project, "Liability")]),
    )
    assert said(steps) == [
        ("created", "Outer", "category"),
        ("moved", "Liability", "from Conditions to Outer"),
        ("defined", "who signs", "typical example chosen"),
    ]


class Sorting(Drawn):
    """Draws edits of the codebook, of all kinds, and of units now and then."""

    def edit(self) -> Edit:
        kinds: list[Callable[[], list[Callable[[], Edit]]]] = [self.of_nodes, self.of_shape, self.of_shape]
        kinds += [self.of_cards, self.of_units]
        drawn: Edit = self.one_of(self.one_of(kinds)())()
        return drawn

    def of_cards(self) -> list[Callable[[], Edit]]:
        return [
            lambda: ShortenNode(self.node(SUB_CATEGORY, CATEGORY), self.name()),
            lambda: DefineNode(self.node(), {"full": self.name(), "include": self.name(), "exclude": self.name()}),
            lambda: DefineNode(self.node(), {f"differs/{self.node()}": self.name()}),
            lambda: ChooseAnchor(self.node(CODE), self.unit(), self.one_of(["typical", "borderline", None])),
        ]


def system(nodes: Nodes) -> Any:
    """Return all that a category system is: tree, order, names, definitions, letters, what was merged into what."""
    book = Codebook.read(nodes)
    told = [
        (one.id, one.parent, one.letter, book.members(one.id) if one.level == THEME else ())
        for one in book.nodes.values()
    ]
    return told, dict(book.resolved), nodes


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_difference_replays_one_state_into_the_other(data: st.DataObject) -> None:
    project = started()
    states = [nodes_of(project)]
    for _ in range(data.draw(st.integers(1, 12))):
        try:
            do(project, Sorting(project, data.draw).edit())
        except Mistake:
            continue
        states.append(nodes_of(project))
    for one, other in ((states[0], states[-1]), (states[-1], states[0]), (states[len(states) // 2], states[-1])):
        steps = steps_between(one, other)
        assert system(replayed(one, steps)) == system(other)
        assert system(rewound(other, steps)) == system(one)
        assert {step.what for step in steps} <= set(WHATS)
        assert all(step.words for step in told(steps))
        visible = [(here, book.path(here)) for book in (Codebook.read(one),) for here in book.nodes]
        if not told(steps):
            assert visible == [(here, book.path(here)) for book in (Codebook.read(other),) for here in book.nodes]
