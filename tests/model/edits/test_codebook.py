"""Edits of one node: made, renamed, defined, parked, deleted."""

import pytest

from tests.builders import CODEBOOK, CODER, a_project, do, draw, marked, node, nodes, outline
from tui.errors import Mistake
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
from tui.model.edits.memos import WriteMemo
from tui.model.edits.project import AddCoder, SetSetting
from tui.model.edits.shaping import DemoteNode, MergeNodes
from tui.model.edits.sorting import MoveNodes
from tui.model.names import NameTaken
from tui.model.nodes import SUB_CATEGORY
from tui.model.project import Project


@pytest.fixture
def project() -> Project:
    return a_project(CODEBOOK)


class TestNew:
    def test_nodes_stand_last_or_before_a_sibling(self, project: Project) -> None:
        pile = node(project, "Liability")
        do(project, CreateNode("last", "code", "last", pile))
        made = do(project, CreateNode("first", "code", "first", pile, before=node(project, "burden of proof")))
        assert made.sentence == "new code first in Liability"
        titles = [project.codebook.nodes[code].name for code in project.codebook.children(pile)]
        assert titles == ["first", "burden of proof", "who signs", "last"]

    def test_names_are_kept_composed_on_one_line(self, project: Project) -> None:
        do(project, CreateNode("n", "code", "  cafe\u0301\n  trust\t"))
        assert project.codebook.nodes["n"].name == "café trust"

    @pytest.mark.parametrize("name", ["", " ", "x" * 201, "a / b"])
    def test_names_that_nobody_could_use_are_refused(self, project: Project, name: str) -> None:
        with pytest.raises(Mistake):
            do(project, CreateNode("n", "code", name))

    def test_names_may_hold_a_slash(self, project: Project) -> None:
        do(project, CreateNode("n", "code", "and/or"))
        assert node(project, "and/or") == "n"

    def test_piles_may_stay_unnamed_until_their_content_is_seen(self, project: Project) -> None:
        assert do(project, CreateNode("a", "sub-category", "")).sentence == "new sub-category"
        do(project, CreateNode("b", "sub-category", " "))
        do(project, CreateNode("c", "category", ""))
        titles = [project.codebook.nodes[made].title for made in "abc"]
        assert titles == ["unnamed sub-category d", "unnamed sub-category e", "unnamed category"]

    def test_names_are_unique_among_siblings_and_say_who_has_them(self, project: Project) -> None:
        with pytest.raises(NameTaken, match="“who signs” in Liability already") as taken:
            do(project, CreateNode("n", "code", "Who  SIGNS", node(project, "Liability")))
        assert taken.value.node == node(project, "who signs")
        do(project, CreateNode("n", "code", "who signs", node(project, "Resources")))

    @pytest.mark.parametrize(
        ("level", "parent"),
        [("category", "Conditions"), ("sub-category", "Liability"), ("code", "who signs"), ("theme", "Conditions")],
    )
    def test_nodes_lie_only_in_what_is_above_their_level(self, project: Project, level: str, parent: str) -> None:
        with pytest.raises(Mistake, match="lies in"):
            do(project, CreateNode("n", level, "new", node(project, parent)))

    def test_there_is_no_other_level(self, project: Project) -> None:
        with pytest.raises(Mistake, match="no level"):
            do(project, CreateNode("n", "super-code", "new"))


class TestNames:
    def test_another_one_is_checked_among_siblings(self, project: Project) -> None:
        code = node(project, "who signs")
        assert do(project, RenameNode(code, "signing")).sentence == "rename code who signs to signing"
        with pytest.raises(NameTaken) as taken:
            do(project, RenameNode(code, "Burden of proof"))
        assert (taken.value.node, taken.value.newcomer) == (node(project, "burden of proof"), code)
        do(project, RenameNode(code, "Signing"))
        assert project.codebook.nodes[code].name == "Signing"

    def test_short_ones_fit_their_places(self, project: Project) -> None:
        do(
            project,
            ShortenNode(node(project, "Conditions"), "x" * 19),
            ShortenNode(node(project, "Liability"), "x" * 17),
        )
        with pytest.raises(Mistake, match="17 characters"):
            do(project, ShortenNode(node(project, "Liability"), "x" * 18))
        with pytest.raises(Mistake, match="is a code, not a"):
            do(project, ShortenNode(node(project, "who signs"), "who"))
        do(project, ShortenNode(node(project, "Conditions"), ""))
        assert project.codebook.nodes[node(project, "Conditions")].short == ""


class TestDefinition:
    def test_is_written_part_by_part_and_cleared(self, project: Project) -> None:
        code, other = nodes(project, "who signs", "burden of proof")
        do(project, DefineNode(code, {"definition": " Who stands\r\nfor it ", "include": "names"}))
        do(project, DefineNode(code, {"include": "", f"differs/{other}": "a name, no proof"}))
        document = project.codebook.nodes[code].document
        assert document["definition"] == "Who stands\nfor it"
        assert "include" not in document
        assert document["differs"] == {other: "a name, no proof"}

    def test_has_no_other_parts(self, project: Project) -> None:
        with pytest.raises(Mistake, match="no part “letter”"):
            do(project, DefineNode(node(project, "who signs"), {"letter": "z"}))
        with pytest.raises(Mistake, match="no code or pile"):
            do(project, DefineNode(node(project, "who signs"), {"differs/gone": "why"}))


class TestParking:
    def test_needs_a_reason_and_keeps_the_place(self, project: Project) -> None:
        code = node(project, "who signs")
        with pytest.raises(Mistake, match="needs a reason"):
            do(project, ParkNode(code, " "))
        assert do(project, ParkNode(code, "too vague")).sentence == "park code who signs: too vague"
        assert project.codebook.parked() == (code,)
        assert do(project, UnparkNode(code)).sentence == "take code who signs back"
        assert outline(project) == CODEBOOK

    def test_ends_when_the_code_is_moved(self, project: Project) -> None:
        code = node(project, "who signs")
        do(project, ParkNode(code, "too vague"))
        do(project, MoveNodes([code], node(project, "Liability")))
        assert project.codebook.parent(code) == node(project, "Liability")
        assert not project.codebook.parked()

    def test_leaves_the_name_free_and_asks_for_it_back(self, project: Project) -> None:
        code = node(project, "who signs")
        do(project, ParkNode(code, "too vague"))
        do(project, CreateNode("n", "code", "who signs", node(project, "Liability")))
        with pytest.raises(NameTaken):
            do(project, UnparkNode(code))

    def test_comes_back_to_the_tray_where_the_pile_is_a_code_by_now(self, project: Project) -> None:
        code, pile = nodes(project, "who signs", "Liability")
        do(project, ParkNode(code, "too vague"))
        do(project, DemoteNode(pile, reason="one thing"))
        do(project, UnparkNode(code))
        assert project.codebook.unsorted() == (code,)
        assert project.codebook.problems == ()

    def test_is_for_codes(self, project: Project) -> None:
        with pytest.raises(Mistake, match="not a code"):
            do(project, ParkNode(node(project, "Liability"), "why"))


class TestDeleting:
    def test_what_has_units_is_refused_with_the_ways_out(self, project: Project) -> None:
        marked(project, "the doctor decides", "who signs")
        with pytest.raises(Mistake, match=r"has 1 unit: merge it .*, move its units .*, or park it"):
            do(project, RemoveNode(node(project, "who signs")))

    def test_units_that_the_codebook_does_not_count_are_said(self, project: Project) -> None:
        do(project, AddCoder("jon", "Jon"), SetSetting("counted", [CODER]))
        marked(project, "the doctor decides", "who signs", coder="jon")
        with pytest.raises(Mistake, match="has 1 unit, 1 not counted: merge it"):
            do(project, RemoveNode(node(project, "who signs")))

    def test_a_pile_that_is_not_empty_is_refused(self, project: Project) -> None:
        for path in ("Liability", "Conditions"):
            with pytest.raises(Mistake, match="is not empty"):
                do(project, RemoveNode(node(project, path)))

    def test_takes_what_was_merged_into_it_and_its_memos_along(self, project: Project) -> None:
        merged, code = nodes(project, "burden of proof", "who signs")
        do(project, MergeNodes([merged], code))
        do(project, WriteMemo("m", {"kind": "code", "id": code}, "analytic", CODER, "why"))
        assert do(project, RemoveNode(code)).sentence == "delete code who signs"
        assert project.codebook.resolve(merged) is None
        assert project.get("memos", "m") is None
        assert "who" not in outline(project)

    def test_a_theme_goes_and_its_members_stay(self, project: Project) -> None:
        draw(project, "* Trust: Liability")
        do(project, RemoveNode(node(project, "Trust")))
        assert outline(project) == CODEBOOK


class TestLetter:
    def test_is_given_to_a_pile_without_one(self, project: Project) -> None:
        made_offline = {"id": "zz", "level": "sub-category", "name": "Offline", "letter": "a"}
        project.put("nodes", "zz", made_offline)
        assert do(project, SetLetter("zz")).sentence == "give Offline the letter d"
        assert project.codebook.letter("zz") == "d"
        with pytest.raises(Mistake, match="has the letter a"):
            do(project, SetLetter(node(project, "Liability")))

    def test_waits_until_a_code_lies_directly_in_a_category(self, project: Project) -> None:
        with pytest.raises(Mistake, match="when a code lies directly"):
            do(project, SetLetter(node(project, "Conditions")))


class TestMembers:
    def test_of_a_theme_are_just_those_chosen(self, project: Project) -> None:
        draw(project, "* Trust: Liability, money for year two")
        theme = node(project, "Trust")
        do(project, SetMembers(theme, nodes(project, "Capacity", "money for year two")))
        assert outline(project).endswith("* Trust: Capacity, money for year two")
        do(project, SetMembers(theme, []))
        assert outline(project).endswith("* Trust:")

    def test_that_come_and_go_are_told(self, project: Project) -> None:
        draw(project, "* Trust: Liability")
        theme = node(project, "Trust")
        assert do(project, SetMembers(theme, nodes(project, "Capacity"))).sentence == (
            "let theme Trust hold Capacity and no longer hold Liability"
        )

    def test_are_never_themes(self, project: Project) -> None:
        draw(project, "* Trust: Liability / * Time: Capacity")
        with pytest.raises(Mistake, match="is a theme"):
            do(project, SetMembers(node(project, "Trust"), [node(project, "Time")]))

    def test_reach_those_merged_since(self, project: Project) -> None:
        draw(project, "* Trust: who signs")
        do(project, MergeNodes([node(project, "who signs")], node(project, "burden of proof")))
        assert outline(project).endswith("* Trust: burden of proof")
        do(project, SetMembers(node(project, "Trust"), []))
        assert outline(project).endswith("* Trust:")


def test_deleting_a_pile_with_a_name_asks_why_and_keeps_it() -> None:
    project = a_project("## Alone / ## / - unused")
    pile, unnamed = (one.id for one in project.codebook.nodes.values() if one.level == SUB_CATEGORY)
    do(project, MoveNodes((node(project, "unused"),), None))
    with pytest.raises(Mistake, match="Say why"):
        do(project, RemoveNode(pile))
    assert do(project, RemoveNode(pile, " nothing\nlies in it ")).sentence == (
        "delete sub-category Alone: nothing lies in it"
    )
    assert project.tables["nodes"][pile]["reason"] == "nothing lies in it"
    do(project, RemoveNode(unnamed), RemoveNode(node(project, "unused")))
    assert not project.codebook.nodes
