"""The codebook: the same sound tree of the same documents, whatever two coders left in them."""

import random
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import CODEBOOK, a_project, do, draw, node, nodes, outline
from tui.errors import Mistake
from tui.model.codebook import Codebook
from tui.model.documents import Document
from tui.model.edits.codebook import ParkNode
from tui.model.letters import LETTERS
from tui.model.nodes import CATEGORY, CODE, LEVELS, PARENTS, SUB_CATEGORY, THEME


def book(**documents: dict[str, Any]) -> Codebook:
    """Return the codebook of documents named by their ids; a document without a level is a code."""
    return Codebook.read({name: {"id": name, "name": name, **document} for name, document in documents.items()})


SUB = {"level": SUB_CATEGORY}
CAT = {"level": CATEGORY}


class TestOrder:
    def test_is_categories_with_their_direct_codes_first_then_lone_piles_unsorted_parked_themes(self) -> None:
        project = a_project("- z / - y / ## Lone / - x / # C / - direct / ## S / - w / * T: C")
        do(project, ParkNode(node(project, "z"), "waits"))
        titles = [found.title for found in project.codebook.nodes.values()]
        assert titles == ["C", "direct", "S", "w", "Lone", "x", "y", "z", "T"]

    def test_follows_the_order_keys_and_then_the_ids(self) -> None:
        codes = book(c={"order": "i1"}, b={"order": "i2"}, a={"order": "i2"}, d={})
        assert codes.unsorted() == ("d", "c", "a", "b")

    def test_of_piles_puts_a_category_before_its_sub_categories_while_codes_lie_in_it(self) -> None:
        codebook = a_project("# A / - one / ## B / - two / # D / ## E").codebook
        assert [codebook.nodes[pile].name for pile in codebook.piles()] == ["A", "B", "E"]


class TestParents:
    def test_a_child_of_nothing_is_unsorted(self) -> None:
        codes = book(code={"parent": "gone"}, other={"parent": "removed"}, removed={**SUB, "removed": True})
        assert codes.unsorted() == ("code", "other")
        assert [problem.node for problem in codes.problems] == ["code", "other"]

    def test_a_child_of_a_merged_pile_lies_in_what_that_was_merged_into(self) -> None:
        codes = book(code={"parent": "a"}, a={**SUB, "merged_into": "b"}, b={**SUB, "merged_into": "c"}, c=SUB)
        assert codes.parent("code") == "c"
        assert not codes.problems

    @pytest.mark.parametrize("level", LEVELS)
    def test_a_node_lies_only_in_what_is_above_its_level(self, level: str) -> None:
        for above in LEVELS:
            codes = book(node={"level": level, "parent": "above"}, above={"level": above})
            assert codes.parent("node") == ("above" if above in PARENTS[level] else None)

    def test_of_two_piles_moved_into_each_other_the_one_that_may_not_lie_there_is_unsorted(self) -> None:
        codes = book(pile={**SUB, "parent": "category"}, category={**CAT, "parent": "pile"})
        assert codes.parent("pile") == "category"
        assert codes.parent("category") is None
        assert "moved into what lies in it" in codes.problems[0].what

    def test_piles_demoted_into_each_other_both_stand_by_themselves(self) -> None:
        codes = book(a={**SUB, "parent": "b"}, b={**SUB, "parent": "a"}, code={"parent": "a"})
        assert codes.children(None) == ("a", "b")
        assert codes.ancestry("code") == ("code", "a")
        assert len(codes.problems) == 2

    def test_a_parked_code_lies_nowhere_and_remembers_its_place(self) -> None:
        codes = book(code={"parent": "pile", "parked": "too vague"}, pile=SUB)
        assert codes.parked() == ("code",)
        assert codes.unsorted() == codes.children("pile") == ()
        assert codes.path("code") == "code"

    def test_a_level_of_a_newer_program_is_read_as_a_code(self) -> None:
        assert book(a={"level": "super-code"}).unsorted() == ("a",)


class TestMerges:
    def test_are_followed_through_chains(self) -> None:
        codes = book(a={"merged_into": "b"}, b={"merged_into": "c"}, c={})
        assert [codes.resolve(code) for code in "abcd"] == ["c", "c", "c", None]
        assert codes.merged_into("c") == ("a", "b")
        assert list(codes.nodes) == ["c"]

    def test_in_a_loop_the_smallest_id_stands(self) -> None:
        codes = book(c={"merged_into": "b"}, b={"merged_into": "c"}, z={"merged_into": "c"})
        assert {codes.resolve(code) for code in "bcz"} == {"b"}
        assert "merged into each other" in codes.problems[0].what

    def test_into_something_removed_leave_the_code_standing_with_its_units(self) -> None:
        codes = book(a={"merged_into": "b"}, b={"removed": True})
        assert codes.resolve("a") == "a"
        assert "not there" in codes.problems[0].what

    def test_a_unit_with_merged_codes_has_each_once_in_the_order_of_the_codebook(self) -> None:
        codes = book(a={"merged_into": "b"}, b={"order": "i2"}, c={"order": "i1"}, d={"removed": True})
        assert codes.codes_of({"codes": {"a": True, "b": True, "d": True, "c": True, "e": True}}) == ("c", "b")

    def test_a_quick_key_follows_a_merge_and_is_free_when_its_code_is_gone(self) -> None:
        codes = book(a={"merged_into": "b"}, b={}, c={"removed": True})
        assert codes.quick({"quick": {"2": "b", "1": "a", "3": "c"}}) == {"1": "b", "2": "b"}


class TestLetters:
    def test_go_by_birth_and_skip_what_looks_like_something_else(self) -> None:
        project = a_project(" / ".join(f"## pile {number}" for number in range(50)))
        letters = [found.letter for found in project.codebook.nodes.values()]
        assert "".join(letters) == "abcdefghijkmnprstuvwyz" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        assert letters[len(LETTERS) :] == ["", ""]

    def test_a_category_gets_one_when_a_code_first_lies_directly_in_it(self) -> None:
        project = a_project("# C / ## S / - code")
        assert project.codebook.letter(node(project, "C")) == ""
        draw(project, "# D / - direct")
        assert project.codebook.letter(node(project, "D")) == "b"

    def test_doubled_by_two_coders_stays_with_the_smaller_id(self) -> None:
        codes = book(b={**SUB, "letter": "a"}, a={**SUB, "letter": "a"})
        assert (codes.letter("a"), codes.letter("b")) == ("a", "")
        assert codes.pile_with("a") == "a"
        assert codes.next_letter() == "b"
        assert codes.problems[0].node == "b"

    def test_of_a_pile_that_is_gone_is_nobodys(self) -> None:
        codes = book(a={**SUB, "letter": "a", "removed": True}, b={**SUB, "letter": "b", "merged_into": "c"}, c=SUB)
        assert codes.pile_with("a") is None
        assert codes.pile_with("b") is None
        assert codes.next_letter() == "c"


class TestThemes:
    def test_hold_members_after_merges_and_never_another_theme(self) -> None:
        theme = {"level": THEME, "members": {"a": True, "b": True, "other": True, "gone": True}}
        codes = book(a={"merged_into": "b"}, b={}, t=theme, other={"level": THEME})
        assert codes.members("t") == ("b",)
        assert codes.themes_of("b") == ("t",)

    def test_count_what_their_members_and_all_below_hold(self) -> None:
        project = a_project(CODEBOOK + " / * Trust: Liability, money for year two / * Time: Capacity")
        code, theme = node(project, "who signs"), node(project, "Trust")
        assert project.codebook.counted_under(code) == (code, *nodes(project, "Liability", "Conditions"), theme)
        assert [project.codebook.nodes[below].name for below in project.codebook.codes(theme)] == [
            "burden of proof",
            "who signs",
            "money for year two",
        ]


class TestNames:
    def test_equal_ones_among_siblings_both_stand_and_are_listed(self) -> None:
        codes = book(a={"name": "Trust"}, b={"name": "trust "}, c={"name": "trust", "parent": "p"}, p=SUB)
        assert codes.unsorted() == ("a", "b")
        assert [problem.node for problem in codes.problems] == ["b"]

    def test_two_unnamed_piles_are_no_problem(self) -> None:
        assert not book(a={**SUB, "name": ""}, b={**SUB, "name": ""}).problems


class TestPaths:
    project = a_project("- trust / # C / - trust / - alone / ## S / - trust / - x/y / # D / ## S / - other")

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("alone", "C / alone"),
            ("S / trust", "C / S / trust"),
            ("C / S / trust", "C / S / trust"),
            ("C / trust", "C / trust"),
            ("C / other", None),
            ("D / other", "D / S / other"),
            ("ALONE", "C / alone"),
            ("c /  s / Trust", "C / S / trust"),
            ("x/y", "C / S / x/y"),
            ("D / S", "D / S"),
            ("nothing", None),
            ("", None),
            (" / trust", None),
        ],
    )
    def test_are_read_from_the_right(self, words: str, found: str | None) -> None:
        codebook = self.project.codebook
        if found is None:
            with pytest.raises(Mistake, match="There is no"):
                codebook.find_path(words)
        else:
            assert codebook.path(codebook.find_path(words)) == found

    def test_several_that_fit_are_listed(self) -> None:
        with pytest.raises(Mistake, match=r"Several .* fit “trust”: .*C / trust .*C / S / trust .*trust"):
            self.project.codebook.find_path("trust")

    def test_can_be_of_certain_levels(self) -> None:
        project = a_project("## Liability / - Liability")
        assert project.codebook.find_path("Liability", [CODE]) == node(project, "Liability / Liability")
        with pytest.raises(Mistake, match="Several codes and piles"):
            project.codebook.find_path("Liability")

    def test_find_a_merged_code_by_its_old_name_and_any_node_by_the_end_of_its_id(self) -> None:
        codes = book(a1234567={"name": "new", "aliases": {"Old": True}})
        assert codes.find_path("old") == "a1234567"
        assert codes.find_path("234567") == "a1234567"
        with pytest.raises(Mistake):
            codes.find_path("34567")

    def test_find_by_short_names_too_and_by_full_names_before_them(self) -> None:
        category = {"level": "category", "name": "Conditions external", "short": "Outside"}
        codes = book(
            c=category,
            p={"level": "sub-category", "name": "Liability", "short": "Law", "parent": "c"},
            x={"name": "who signs", "parent": "p"},
            l={"name": "Law"},
        )
        for words in ("Outside / Law / who signs", "outside / who signs", "Law / who signs"):
            assert codes.find_path(words) == "x"
        assert codes.find_path("law") == "l"
        assert codes.find_path("Law", ["sub-category"]) == "p"

    def test_the_exact_case_decides_between_two(self) -> None:
        codes = book(a={"name": "Trust"}, b={"name": "trust"})
        assert codes.find_path("trust") == "b"


def some_documents() -> st.SearchStrategy[dict[str, Document]]:
    """Documents such as no coder alone would leave: any parents, merges, letters and members."""
    names = st.sampled_from("abcdefgh")
    maybe = st.none() | names
    document = st.fixed_dictionaries(
        {
            "level": st.sampled_from(LEVELS),
            "name": st.sampled_from(["", "trust", "Trust", "time"]),
            "parent": maybe,
            "merged_into": st.none() | maybe,
            "order": st.none() | st.sampled_from(["i1", "i2"]),
            "letter": st.sampled_from([None, "a", "b"]),
            "parked": st.sampled_from([None, None, "why"]),
            "removed": st.sampled_from([None, None, None, True]),
            "members": st.dictionaries(names, st.just(True), max_size=3),
            "aliases": st.dictionaries(st.sampled_from(["old", "trust"]), st.just(True), max_size=2),
        }
    )
    return st.dictionaries(names, document).map(
        lambda documents: {name: {"id": name, **document} for name, document in documents.items()}
    )


@given(some_documents(), st.randoms(use_true_random=False))
def test_whatever_is_in_the_documents_the_tree_is_sound_and_the_same(
    documents: dict[str, Document], chance: random.Random
) -> None:
    codebook = Codebook.read(documents)
    shuffled = list(documents.items())
    chance.shuffle(shuffled)
    again = Codebook.read(dict(shuffled))

    assert list(codebook.nodes.values()) == list(again.nodes.values())
    assert codebook.resolved == again.resolved
    assert sorted(codebook.problems) == sorted(again.problems)
    alive = {name for name, document in documents.items() if not document["removed"]}
    assert set(codebook.resolved) == alive
    assert set(codebook.resolved.values()) == set(codebook.nodes)
    assert all(codebook.resolve(stands) == stands for stands in codebook.nodes)
    for found in codebook.nodes.values():
        assert found.parent is None or codebook.nodes[found.parent].level in PARENTS[found.level]
        assert found.id in codebook.children(found.parent)
        assert len(set(codebook.ancestry(found.id))) == len(codebook.ancestry(found.id)) <= 3
        assert codebook.path(found.id)
    letters = [found.letter for found in codebook.nodes.values() if found.letter]
    assert len(letters) == len(set(letters))


@given(some_documents(), st.lists(some_documents(), max_size=4), st.data())
def test_reading_once_more_after_some_changes_gives_what_reading_all_gives(
    documents: dict[str, Document], versions: list[dict[str, Document]], data: st.DataObject
) -> None:
    first = codebook = Codebook.read(documents)
    for version in versions:
        known = sorted({*documents, *version})
        changed = data.draw(st.lists(st.sampled_from(known), unique=True)) if known else []
        for name in changed:
            if name in version:
                documents = {**documents, name: data.draw(st.sampled_from(nearly(documents.get(name), version[name])))}
            else:
                documents = {other: document for other, document in documents.items() if other != name}
        codebook, before = codebook.changed(documents, changed), codebook
        whole = Codebook.read(documents)
        assert list(codebook.nodes.values()) == list(whole.nodes.values())
        assert codebook.resolved == whole.resolved
        assert codebook.next_letter() == whole.next_letter()
        assert codebook.children(None) == whole.children(None)
        assert codebook.problems == whole.problems
        for earlier in (before, first):
            assert set(codebook.moved_since(earlier)) == set(whole.moved_since(earlier))
        for name in codebook.nodes:
            assert codebook.counted_under(name) == whole.counted_under(name)


def nearly(before: Document | None, after: Document) -> list[Document]:
    """Return versions of a document that differ from the one before in everything, in one field or in two."""
    if before is None:
        return [after, {"id": after["id"], "level": CODE, "name": "new"}]
    alone = ("name", "order", "parent", "parked", "members", "letter", "removed", "level", "merged_into")
    return [after, *({**before, field: after[field]} for field in alone if field in after)]


def test_two_thousand_nodes_are_read_in_a_moment() -> None:
    documents: dict[str, Document] = {}
    for number in range(2000):
        level, above = (CATEGORY, "") if number < 20 else (SUB_CATEGORY, "c") if number < 200 else (CODE, "s")
        parent = {"c": f"n{number % 20:04}", "s": f"n{20 + number % 180:04}"}.get(above)
        identifier = f"n{number:04}"
        documents[identifier] = {"id": identifier, "level": level, "name": identifier, "parent": parent}
    seconds = []
    for _ in range(3):
        began = time.perf_counter()
        codebook = Codebook.read(documents)
        seconds.append(time.perf_counter() - began)
    assert len(codebook.nodes) == 2000
    # Takes 4 ms; the margin is for a machine that is busy with other things.
    assert min(seconds) < 0.1


def test_a_codebook_drawn_as_an_outline_reads_as_it_was_drawn() -> None:
    project = a_project("- b / ## Lone / - a / " + CODEBOOK + " / * Trust: Lone, who signs")
    assert outline(project) == "- b / ## Lone / - a / " + CODEBOOK + " / * Trust: who signs, Lone"
