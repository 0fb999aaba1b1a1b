"""Edits that sort: throwing, grouping, reordering."""

import pytest

from tests.builders import CODEBOOK, a_project, do, draw, node, nodes, outline
from tui.errors import Mistake
from tui.model.edits.codebook import CreateNode
from tui.model.edits.sorting import GroupPiles, MoveNodes, ReorderNode
from tui.model.names import NameTaken
from tui.model.project import Project
from tui.model.transaction import compose


@pytest.fixture
def project() -> Project:
    return a_project(CODEBOOK)


class TestThrowing:
    def test_codes_stand_last_in_their_pile_in_the_order_given(self, project: Project) -> None:
        codes = nodes(project, "time set aside", "good enough to buy")
        moved = do(project, MoveNodes(codes, node(project, "Liability")))
        assert moved.sentence == "move 2 codes to Liability"
        assert "## Liability / - burden of proof / - who signs / - time set aside / - good enough to buy" in outline(
            project
        )

    def test_back_to_what_is_unsorted(self, project: Project) -> None:
        moved = do(project, MoveNodes([node(project, "who signs")], None))
        assert moved.sentence == "move code who signs to what is unsorted"
        assert outline(project).startswith("- who signs / # Conditions")

    def test_where_they_are_already_changes_nothing(self, project: Project) -> None:
        where = node(project, "Liability")
        assert not compose(project, [MoveNodes([node(project, "who signs")], where)]).operations

    def test_onto_an_existing_name_says_which_two_could_be_merged(self, project: Project) -> None:
        draw(project, "- Who signs")
        newcomer = next(code for code in project.codebook.unsorted())
        with pytest.raises(NameTaken) as taken:
            do(project, MoveNodes([newcomer], node(project, "Liability")))
        assert (taken.value.node, taken.value.newcomer) == (node(project, "who signs"), newcomer)

    def test_two_of_one_name_is_refused_like_one_onto_the_other(self, project: Project) -> None:
        do(project, CreateNode("z", "code", "who signs", node(project, "Resources")))
        with pytest.raises(NameTaken, match="Two of them"):
            do(project, MoveNodes(["z", node(project, "Liability / who signs")], None))

    def test_a_code_directly_into_a_category_gives_that_a_letter(self, project: Project) -> None:
        category = node(project, "Capacity")
        do(project, MoveNodes(nodes(project, "who signs", "burden of proof"), category))
        assert project.codebook.letter(category) == "d"
        assert category in project.codebook.piles()
        do(project, MoveNodes(nodes(project, "who signs", "burden of proof"), None))
        assert project.codebook.letter(category) == "d"
        assert category not in project.codebook.piles()

    def test_sub_categories_go_into_categories_and_nothing_into_codes(self, project: Project) -> None:
        do(project, MoveNodes([node(project, "Liability")], node(project, "Capacity")))
        assert outline(project).endswith("- time set aside / ## Liability / - burden of proof / - who signs")
        for what, where in [("Standards", "Liability"), ("who signs", "money for year two")]:
            with pytest.raises(Mistake, match="lies in a"):
                do(project, MoveNodes([node(project, what)], node(project, where)))
        with pytest.raises(Mistake, match="lies in nothing"):
            do(project, MoveNodes([node(project, "Conditions")], None))


class TestGrouping:
    def test_makes_a_category_over_sub_categories_in_the_order_of_the_codebook(self, project: Project) -> None:
        piles = nodes(project, "Resources", "Liability")
        assert do(project, GroupPiles("g", "Both", piles)).sentence == "group 2 sub-categories as Both"
        assert [project.codebook.nodes[pile].name for pile in project.codebook.children("g")] == [
            "Liability",
            "Resources",
        ]
        assert project.codebook.categories()[-1] == "g"

    def test_may_leave_the_category_unnamed(self, project: Project) -> None:
        grouped = do(project, GroupPiles("g", "", nodes(project, "Resources")))
        assert grouped.sentence == "group 1 sub-category as an unnamed category"

    def test_is_of_sub_categories_with_different_names(self, project: Project) -> None:
        do(project, CreateNode("z", "sub-category", "liability"))
        with pytest.raises(NameTaken):
            do(project, GroupPiles("g", "Both", ["z", node(project, "Conditions / Liability")]))
        with pytest.raises(Mistake, match="not a sub-category"):
            do(project, GroupPiles("g", "Both", nodes(project, "Conditions")))
        with pytest.raises(Mistake, match="Mark the sub-categories"):
            do(project, GroupPiles("g", "Both", []))
        with pytest.raises(NameTaken, match="“Capacity” in the same place"):
            do(project, GroupPiles("g", "capacity", ["z"]))


class TestReordering:
    def test_changes_one_field_of_one_node(self, project: Project) -> None:
        first, second = nodes(project, "burden of proof", "who signs")
        moved = do(project, ReorderNode(second, first))
        assert [(table, identifier, list(after)) for table, identifier, _, after in moved.operations] == [
            ("nodes", second, ["order"])
        ]
        assert moved.sentence == "put code who signs before burden of proof"
        assert project.codebook.children(node(project, "Liability")) == (second, first)
        assert do(project, ReorderNode(second, None)).sentence == "put code who signs last"
        assert outline(project) == CODEBOOK

    @pytest.mark.parametrize("before", ["who signs", None])
    def test_to_where_it_stands_changes_nothing(self, project: Project, before: str | None) -> None:
        what = "burden of proof" if before else "who signs"
        edit = ReorderNode(node(project, what), node(project, before) if before else None)
        assert not compose(project, [edit]).operations

    def test_is_among_siblings(self, project: Project) -> None:
        with pytest.raises(Mistake, match="only be ordered among"):
            do(project, ReorderNode(node(project, "who signs"), node(project, "time set aside")))

    def test_can_go_on_for_ever(self, project: Project) -> None:
        piles = nodes(project, "Liability", "Standards")
        for turn in range(200):
            do(project, ReorderNode(piles[(turn + 1) % 2], piles[turn % 2]))
            assert project.codebook.beside(node(project, "Conditions"), "sub-category")[0] == piles[(turn + 1) % 2]
