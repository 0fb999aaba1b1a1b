"""Edits that shape the codebook: merge, split, promote, demote."""

import pytest

from tests.builders import CODEBOOK, CODER, a_project, codes_of, do, draw, marked, node, nodes, outline, undo
from tui.errors import Mistake
from tui.model.edits.codebook import CreateNode, DefineNode, ParkNode
from tui.model.edits.memos import WriteMemo
from tui.model.edits.project import SetQuickKey, SetSetting
from tui.model.edits.quotations import ArrangeQuotations, ChooseAnchor
from tui.model.edits.shaping import DemoteNode, MergeNodes, PromoteNode, SplitNode
from tui.model.names import NameTaken
from tui.model.project import Project


@pytest.fixture
def project() -> Project:
    return a_project(CODEBOOK)


class TestMergingCodes:
    def test_keeps_every_unit_and_counts_each_once(self, project: Project) -> None:
        merged, into = nodes(project, "burden of proof", "who signs")
        both = marked(project, "the doctor decides", "burden of proof", "who signs")
        one = marked(project, "the doctor signs", "burden of proof")
        assert do(project, MergeNodes([merged], into)).sentence == "merge burden of proof into who signs"
        assert codes_of(project, both) == codes_of(project, one) == ["who signs"]
        assert {unit["id"] for unit in project.units_with(into)} == {both, one}
        assert project.tally.units(into) == 2

    def test_keeps_old_names_as_aliases_by_which_it_is_found(self, project: Project) -> None:
        into = node(project, "who signs")
        do(project, MergeNodes(nodes(project, "burden of proof", "time set aside"), into))
        do(project, MergeNodes([into], node(project, "good enough to buy"), reason="one thing"))
        assert project.codebook.nodes[node(project, "good enough to buy")].aliases == (
            "burden of proof",
            "time set aside",
            "who signs",
        )
        assert node(project, "burden of proof") == node(project, "good enough to buy")

    def test_resolves_a_unit_that_arrives_late(self, project: Project) -> None:
        merged, into = nodes(project, "burden of proof", "who signs")
        do(project, MergeNodes([merged], into))
        late = {"id": "late", "source": "L07", "coder": "jon", "spans": [[70, 80]], "codes": {merged: True}}
        project.put("units", "late", late)
        assert codes_of(project, "late") == ["who signs"]
        assert project.tally.units(into) == 1

    def test_takes_the_chosen_definition(self, project: Project) -> None:
        merged, into = nodes(project, "burden of proof", "who signs")
        do(project, DefineNode(merged, {"definition": "theirs", "include": "in"}))
        do(project, DefineNode(into, {"definition": "mine", "exclude": "out"}))
        kept = do(project, MergeNodes([merged], into))
        assert project.codebook.nodes[into].definition == "mine"
        undo(project, kept)
        do(project, MergeNodes([merged], into, definition_of=merged))
        document = project.codebook.nodes[into].document
        assert (document["definition"], document["include"], document.get("exclude")) == ("theirs", "in", None)

    def test_takes_examples_memos_and_quick_keys_along(self, project: Project) -> None:
        merged, into = nodes(project, "burden of proof", "who signs")
        unit = marked(project, "the doctor decides", "burden of proof")
        do(project, ChooseAnchor(merged, unit, "typical"), SetQuickKey(CODER, "3", merged))
        do(project, WriteMemo("m", {"kind": "code", "id": merged}, "analytic", CODER, "why"))
        do(project, MergeNodes([merged], into))
        assert project.codebook.nodes[into].document["anchors"] == {unit: "typical"}
        assert [memo["id"] for memo in project.memos_on("code", into)] == ["m"]
        assert project.codebook.quick(project.need("coders", CODER)) == {"3": into}

    def test_says_why_in_the_sentence_and_on_what_is_retired(self, project: Project) -> None:
        merged, into = nodes(project, "burden of proof", "who signs")
        done = do(project, MergeNodes([merged], into, reason="the same thing"))
        assert done.sentence == "merge burden of proof into who signs: the same thing"
        assert project.tables["nodes"][merged]["reason"] == "the same thing"

    def test_is_of_one_level_and_of_more_than_one(self, project: Project) -> None:
        with pytest.raises(Mistake, match="is a sub-category, not a code"):
            do(project, MergeNodes(nodes(project, "Liability"), node(project, "who signs")))
        with pytest.raises(Mistake, match="nothing to merge"):
            do(project, MergeNodes(nodes(project, "who signs"), node(project, "who signs")))
        codes = nodes(project, "who signs", "burden of proof")
        with pytest.raises(Mistake, match="definition cannot stay"):
            do(project, MergeNodes(codes[:1], codes[1], definition_of=node(project, "Liability")))

    def test_is_undone_without_a_trace(self, project: Project) -> None:
        unit = marked(project, "the doctor decides", "burden of proof")
        undo(project, do(project, MergeNodes(nodes(project, "burden of proof"), node(project, "who signs"))))
        assert outline(project) == CODEBOOK
        assert codes_of(project, unit) == ["burden of proof"]


class TestMergingPiles:
    def test_puts_what_lies_in_one_after_what_lies_in_the_other(self, project: Project) -> None:
        do(project, DefineNode(node(project, "Resources"), {"narrative": "Money."}))
        do(project, DefineNode(node(project, "Liability"), {"narrative": "Law."}))
        do(project, MergeNodes(nodes(project, "Resources"), node(project, "Liability"), reason="few"))
        assert "## Liability / - burden of proof / - who signs / - money for year two" in outline(project)
        assert project.codebook.nodes[node(project, "Liability")].document["narrative"] == "Law.\n\nMoney."

    def test_joins_the_order_of_their_quotations(self, project: Project) -> None:
        first, second, third = (
            marked(project, words, code)
            for words, code in (
                ("the doctor decides", "burden of proof"),
                ("the doctor signs", "burden of proof"),
                ("this is unfair", "money for year two"),
            )
        )
        into, merged = node(project, "Liability"), node(project, "Resources")
        do(project, ArrangeQuotations(into, [second, first]), ArrangeQuotations(merged, [third]))
        done = do(project, MergeNodes([merged], into, reason="few"))
        assert project.codebook.nodes[into].document["quotations"] == [second, first, third]
        undo(project, done)
        assert project.codebook.nodes[into].document["quotations"] == [second, first]

    def test_needs_a_reason_where_the_project_asks_for_one(self, project: Project) -> None:
        edit = MergeNodes(nodes(project, "Resources"), node(project, "Liability"))
        do(project, SetSetting("reasons", True))
        with pytest.raises(Mistake, match="Say why"):
            do(project, edit)
        do(project, SetSetting("reasons", False))
        do(project, edit)

    def test_waits_until_codes_of_one_name_are_merged(self, project: Project) -> None:
        do(project, CreateNode("z", "code", "Who signs", node(project, "Resources")))
        with pytest.raises(NameTaken, match="Both hold a code") as taken:
            do(project, MergeNodes(nodes(project, "Resources"), node(project, "Liability"), reason="few"))
        assert (taken.value.node, taken.value.newcomer) == (node(project, "Liability / who signs"), "z")

    def test_of_categories_brings_sub_categories_and_a_letter_for_direct_codes(self, project: Project) -> None:
        draw(project, "# Third / - direct / ## S")
        do(project, MergeNodes(nodes(project, "Third"), node(project, "Capacity"), reason="few"))
        assert outline(project).endswith(
            "# Capacity / - direct / ## Resources / - money for year two / - time set aside / ## S"
        )
        assert project.codebook.letter(node(project, "Capacity")) == "f"

    def test_of_themes_brings_their_members(self, project: Project) -> None:
        draw(project, "* A: Liability / * B: Resources, Liability")
        do(project, MergeNodes(nodes(project, "B"), node(project, "A")))
        assert outline(project).endswith("* A: Liability, Resources")


class TestSplitting:
    def test_a_code_gives_units_to_a_new_one_right_after_it(self, project: Project) -> None:
        stays, goes = (
            marked(project, "the doctor decides", "burden of proof"),
            marked(project, "My gut", "burden of proof"),
        )
        split = do(project, SplitNode(node(project, "burden of proof"), "new", "proof", [goes]))
        assert split.sentence == "split proof off code burden of proof"
        assert (codes_of(project, stays), codes_of(project, goes)) == (["burden of proof"], ["proof"])
        assert "- burden of proof / - proof / - who signs" in outline(project)

    def test_a_code_gives_units_that_came_by_a_merge_too(self, project: Project) -> None:
        stays, goes = marked(project, "the doctor decides", "who signs"), marked(project, "My gut", "burden of proof")
        do(project, MergeNodes(nodes(project, "burden of proof"), node(project, "who signs")))
        do(project, SplitNode(node(project, "who signs"), "new", "proof", [goes]))
        assert (codes_of(project, stays), codes_of(project, goes)) == (["who signs"], ["proof"])

    def test_a_pile_gives_codes_to_a_new_one_beside_it(self, project: Project) -> None:
        pile = node(project, "Liability")
        do(project, SplitNode(pile, "new", "Law", nodes(project, "who signs"), reason="two things"))
        assert "## Liability / - burden of proof / ## Law / - who signs / ## Standards" in outline(project)
        assert project.codebook.letter("new") == "d"

    def test_a_category_gives_sub_categories_to_a_new_one(self, project: Project) -> None:
        do(project, SplitNode(node(project, "Conditions"), "new", "Rules", nodes(project, "Standards"), reason="two"))
        assert "# Rules / ## Standards / - good enough to buy / # Capacity" in outline(project)
        assert project.codebook.letter("new") == ""

    def test_leaves_something_on_both_sides(self, project: Project) -> None:
        unit = marked(project, "the doctor decides", "who signs")
        code = node(project, "who signs")
        for members in ([], [unit]):
            with pytest.raises(Mistake, match="both sides"):
                do(project, SplitNode(code, "new", "other", members))
        with pytest.raises(Mistake, match="belongs to who signs"):
            do(project, SplitNode(code, "new", "other", [marked(project, "My gut")]))


class TestPromoting:
    def test_a_code_gets_a_sub_category_of_its_name_around_it_after_the_one_it_lay_in(self, project: Project) -> None:
        done = do(project, PromoteNode(node(project, "who signs"), "new"))
        assert done.sentence == "promote code who signs to a sub-category"
        assert "- burden of proof / ## who signs / - who signs / ## Standards" in outline(project)
        assert project.codebook.letter("new") == "d"

    def test_an_unsorted_code_gets_one_that_stands_without_a_category(self, project: Project) -> None:
        draw(project, "- loose")
        do(project, PromoteNode(node(project, "loose"), "new"))
        assert outline(project).startswith("## loose / - loose / # Conditions")

    def test_a_sub_category_becomes_the_category_after_its_own_and_keeps_its_letter(self, project: Project) -> None:
        pile = node(project, "Liability")
        do(project, WriteMemo("m", {"kind": "sub-category", "id": pile}, "analytic", CODER, "why"))
        do(project, PromoteNode(pile, "unused"))
        assert "- good enough to buy / # Liability / - burden of proof / - who signs / # Capacity" in outline(project)
        assert project.codebook.letter(pile) == "a"
        assert [memo["id"] for memo in project.memos_on("category", pile)] == ["m"]

    def test_stops_at_categories_parked_codes_and_names_that_are_taken(self, project: Project) -> None:
        draw(project, "# Third / ## Capacity")
        do(project, ParkNode(node(project, "who signs"), "vague"))
        with pytest.raises(Mistake, match="is parked"):
            do(project, PromoteNode(node(project, "who signs"), "new"))
        with pytest.raises(Mistake, match="nothing more"):
            do(project, PromoteNode(node(project, "Conditions"), "new"))
        with pytest.raises(NameTaken):
            do(project, PromoteNode(node(project, "Third / Capacity"), "new"))


class TestDemoting:
    def test_a_sub_category_becomes_one_code_that_all_its_codes_merge_into(self, project: Project) -> None:
        pile, first, second = nodes(project, "Liability", "burden of proof", "who signs")
        units = [marked(project, "the doctor decides", "burden of proof"), marked(project, "My gut", "who signs")]
        do(project, DefineNode(pile, {"definition": "Who answers for it."}))
        done = do(project, DemoteNode(pile, reason="one thing"))
        assert done.sentence == "demote sub-category Liability to a code: one thing"
        assert outline(project).startswith("# Conditions / - Liability / ## Standards")
        assert [codes_of(project, unit) for unit in units] == [["Liability"], ["Liability"]]
        assert {project.codebook.resolve(each) for each in (pile, second)} == {first}
        code = project.codebook.nodes[first]
        assert code.aliases == ("burden of proof", "who signs")
        assert code.definition == "Who answers for it."
        assert project.codebook.letter(node(project, "Conditions")) == "d"

    def test_undoes_a_promotion_but_for_the_place(self, project: Project) -> None:
        do(project, PromoteNode(node(project, "who signs"), "new"))
        do(project, DemoteNode("new", reason="one thing"))
        code = node(project, "who signs")
        assert project.codebook.path(code) == "Conditions / who signs"
        assert project.codebook.nodes[code].aliases == ()

    def test_the_code_that_stands_can_be_chosen(self, project: Project) -> None:
        chosen = node(project, "who signs")
        do(project, DemoteNode(node(project, "Liability"), chosen, "one thing"))
        assert node(project, "Liability") == chosen
        with pytest.raises(Mistake, match="does not lie in"):
            do(project, DemoteNode(node(project, "Standards"), chosen, "one thing"))

    def test_a_category_becomes_a_sub_category_alone_or_in_another(self, project: Project) -> None:
        draw(project, "# Third / - direct / # Fourth / - other")
        do(project, DemoteNode(node(project, "Third")))
        do(project, DemoteNode(node(project, "Fourth"), node(project, "Capacity")))
        assert outline(project).startswith("## Third / - direct / # Conditions")
        assert outline(project).endswith("- time set aside / ## Fourth / - other")
        assert project.codebook.letter(node(project, "Third")) == "d"

    def test_codes_and_categories_with_sub_categories_cannot_be_demoted(self, project: Project) -> None:
        draw(project, "* Trust: Liability")
        with pytest.raises(Mistake, match="has sub-categories"):
            do(project, DemoteNode(node(project, "Conditions")))
        for path in ("who signs", "Trust"):
            with pytest.raises(Mistake, match="nothing less"):
                do(project, DemoteNode(node(project, path), reason="one thing"))

    def test_an_empty_sub_category_is_deleted_instead(self, project: Project) -> None:
        draw(project, "## Empty")
        with pytest.raises(Mistake, match="delete it instead"):
            do(project, DemoteNode(node(project, "Empty")))

    def test_making_one_code_of_a_sub_category_asks_why_and_keeps_it(self, project: Project) -> None:
        pile = node(project, "Liability")
        with pytest.raises(Mistake, match="Say why"):
            do(project, DemoteNode(pile))
        do(project, DemoteNode(pile, reason="one thing"))
        assert project.tables["nodes"][pile]["reason"] == "one thing"
        do(project, SetSetting("reasons", False))
        do(project, DemoteNode(node(project, "Standards")))
