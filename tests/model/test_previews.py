"""What a preview of a merge or split says is what happens."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import CODER, a_project, codes_of, do, draw, marked, node, nodes, undo
from tui.errors import Mistake
from tui.model.edits.codebook import DefineNode
from tui.model.edits.memos import WriteMemo
from tui.model.edits.project import SetQuickKey, SetSetting
from tui.model.edits.quotations import ChooseAnchor
from tui.model.edits.shaping import MergeNodes, SplitNode
from tui.model.edits.units import Condense, MarkUnit
from tui.model.ids import new_id
from tui.model.merge_preview import MergeOf, merge_edits, merge_preview
from tui.model.nodes import CODE, PILES
from tui.model.preview_words import merge_words, split_words
from tui.model.project import Project
from tui.model.split_preview import split_preview
from tui.model.units import is_unit

SYSTEM = (
    "- unsorted / # Conditions / - who signs / ## Liability / - burden of proof / - waits / ## Standards / - waits / "
    "- tested on whom / # Capacity / - who signs / ## Standards / - Waits / - tested on whom / ## Resources / - money "
    "/ * Trust: Liability / * Doubt: Resources"
)
TEXT = "one two three four five six seven eight nine ten"
CODERS = (CODER, "jon")


@st.composite
def projects(draws: st.DrawFn) -> Project:
    """Draw a project with some of everything that a merge or split takes along."""
    project = a_project(SYSTEM, L07=f"INT: Why? / L07: {TEXT}", L08=f"L08: {TEXT}")
    project.put("coders", "jon", {"id": "jon", "name": "Jon"})
    do(project, SetSetting("reasons", False), SetSetting("counted", draws(st.sampled_from([None, [CODER], ["jon"]]))))
    ids = list(project.codebook.nodes)
    codes = [each for each in ids if project.codebook.nodes[each].level == CODE]
    for _ in range(draws(st.integers(0, 9))):
        source = draws(st.sampled_from(["L07", "L08"]))
        turn = list(project.turns(source))[-1]
        start = draws(st.integers(turn.speech, turn.end - 2))
        end = draws(st.integers(start + 1, turn.end))
        carried = draws(st.lists(st.sampled_from(codes), min_size=1, max_size=3, unique=True))
        do(project, MarkUnit(new_id(), source, [[start, end]], draws(st.sampled_from(CODERS)), carried))
    for each in draws(st.lists(st.sampled_from(ids), max_size=5)):
        do(project, DefineNode(each, {"definition": f"{project.codebook.nodes[each].title} it is", "include": "when"}))
        do(
            project,
            WriteMemo(new_id(), {"kind": project.codebook.nodes[each].level, "id": each}, "analytic", CODER, "x"),
        )
    for digit, code in enumerate(draws(st.lists(st.sampled_from(codes), max_size=4)), 1):
        do(project, SetQuickKey(CODER, str(digit), code))
    for unit in [*project.alive("units")]:
        for code in project.codebook.codes_of(unit):
            if draws(st.booleans()):
                chosen = draws(st.sampled_from(project.codebook.counted_under(code)))
                do(project, ChooseAnchor(chosen, unit["id"], "typical"))
    return project


@given(projects(), st.data())
@settings(max_examples=200, deadline=None)
def test_what_the_preview_of_a_merge_says_is_what_happens(project: Project, data: st.DataObject) -> None:
    into, *merged = _of_one_level(project, data)
    appended = data.draw(st.booleans())
    chosen = data.draw(st.sampled_from([None, into, *merged]))
    join_of = data.draw(st.sampled_from([None, *CODERS]))
    themes = set(project.codebook.themes_of(into))
    names = set(project.codebook.nodes[into].aliases)
    quick, memos, anchors = _quick(project, into), _memos(project, into), _anchors(project, into)
    inside = {project.codebook.nodes[each].title for each in project.codebook.children(into)}
    present = {unit["id"] for unit in project.alive("units")}
    how = MergeOf(merged, into, chosen, appended, join_of)
    preview = merge_preview(project, how)
    assert merge_words(project, preview)
    done = do(project, *merge_edits(project, how))

    book = project.codebook
    gone = present - {unit["id"] for unit in project.alive("units")}
    assert set(preview.units) - gone == _units(project, into)
    assert sum(len(each.units) - 1 for each in preview.joined) == len(gone)
    if not gone:
        assert (project.tally.units(into), project.tally.participants(into)) == (preview.counted, preview.participants)
        assert preview.waiting == (project.moved.count(into) if book.nodes[into].is_code else 0)
    assert book.nodes[into].definition == preview.definition
    assert set(book.nodes[into].aliases) - names == set(preview.aliases)
    assert {book.nodes[each].title for each in book.themes_of(into)} - {
        book.nodes[each].title for each in themes
    } == set(preview.themes)
    assert _quick(project, into) - quick == set(preview.quick_keys)
    assert len(_memos(project, into) - memos) == preview.memos
    if not gone:
        assert len(_anchors(project, into) - anchors) == preview.anchors
    assert all(book.pile_with(letter) is None for letter in preview.letters_given_up)
    if book.nodes[into].level in PILES:
        assert {book.nodes[each].title for each in book.children(into)} == inside | set(preview.moved)
    undo(project, done)
    assert merge_preview(project, how) == preview


@given(projects(), st.data())
@settings(max_examples=100, deadline=None)
def test_what_the_preview_of_a_split_says_is_what_happens(project: Project, data: st.DataObject) -> None:
    splittable = [each for each, found in project.codebook.nodes.items() if found.level in (CODE, *PILES)]
    chosen = data.draw(st.sampled_from(splittable))
    found = project.codebook.nodes[chosen]
    have = [unit["id"] for unit in project.units_with(chosen)] if found.is_code else project.codebook.children(chosen)
    members = data.draw(st.lists(st.sampled_from(have), unique=True)) if have else []
    preview = split_preview(project, chosen, members)
    assert split_words(project, preview)
    new = new_id()
    try:
        done = do(project, SplitNode(chosen, new, "split off", members))
    except Mistake:
        assert not members or len(members) == len(have)
        return
    book = project.codebook
    assert _units(project, new) == set(preview.going.units)
    assert _units(project, chosen) == set(preview.staying.units)
    assert (project.tally.units(new), project.tally.participants(new)) == (
        preview.going.counted,
        preview.going.participants,
    )
    assert _anchors(project, new) == set(preview.anchors)
    assert not _anchors(project, chosen) & set(preview.anchors)
    assert book.letter(new) == preview.letter
    assert {book.nodes[each].title for each in book.themes_of(new)} == set(preview.themes)
    assert len(book.children(chosen)) == preview.left
    undo(project, done)
    assert split_preview(project, chosen, members) == preview


def _of_one_level(project: Project, data: st.DataObject) -> list[str]:
    level = data.draw(st.sampled_from(["code", "sub-category", "category", "theme"]))
    fitting = [each for each, found in project.codebook.nodes.items() if found.level == level]
    return data.draw(st.lists(st.sampled_from(fitting), min_size=2, max_size=3, unique=True))


def _units(project: Project, at: str) -> set[str]:
    carrying = (unit for code in project.codebook.codes(at) for unit in project.units_with(code) if is_unit(unit))
    return {unit["id"] for unit in carrying}


def _quick(project: Project, at: str) -> set[tuple[str, str]]:
    return {
        (coder["id"], digit)
        for coder in project.alive("coders")
        for digit, code in project.codebook.quick(coder).items()
        if code == at
    }


def _memos(project: Project, at: str) -> set[str]:
    return {memo["id"] for memo in project.memos_on(project.codebook.nodes[at].level, at)}


def _anchors(project: Project, at: str) -> set[str]:
    return set(project.codebook.nodes[at].document.get("anchors") or {})


def _in_words(words: list[tuple[str, str]]) -> dict[str, str]:
    return dict(words)


def test_the_preview_of_a_merge_says_in_words_what_it_would_do() -> None:
    project = a_project("## Liability / - who signs / - burden of proof")
    project.put("coders", "jon", {"id": "jon", "name": "Jon", "initials": "J"})
    into, merged = nodes(project, "who signs", "burden of proof")
    marked(project, "the doctor decides", "who signs", "burden of proof")
    marked(project, "the doctor signs", "who signs")
    marked(project, "doctor signs, and", "burden of proof")
    marked(project, "the doctor decides and", "burden of proof", coder="jon")
    do(project, DefineNode(merged, {"definition": "Who has to show it."}))
    preview = merge_preview(project, MergeOf([merged], into))
    assert _in_words(merge_words(project, preview)) == {
        "units": "4 units of 1 participant then: “who signs” 2, “burden of proof” 3",
        "coders": "M 3, J 1",
        "both": "1 unit has both codes and stands once then",
        "overlaps": "2 units that overlap in 1 place are kept (M)",
        "defined": "as “burden of proof”: Who has to show it.",
        "old names": "“burden of proof” still found",
    }
    do(project, DefineNode(into, {"definition": "Who stands for it"}))
    joined = merge_preview(project, MergeOf([merged], into, appended=True, join_of=CODER))
    words = _in_words(merge_words(project, joined))
    assert words["overlaps"] == "2 overlapping units are joined into 1"
    assert words["defined"] == "one after the other: Who stands for it; Who has to show it."


def test_overlapping_units_are_joined_in_the_same_transaction_and_come_back_with_it() -> None:
    project = a_project("## Liability / - who signs / - burden of proof")
    into, merged = nodes(project, "who signs", "burden of proof")
    long = marked(project, "the doctor decides and the doctor signs", "who signs")
    short = marked(project, "the doctor signs, and", "burden of proof")
    do(project, Condense(short, "signing"))
    done = do(project, *merge_edits(project, MergeOf([merged], into, join_of=CODER)))
    assert [unit["id"] for unit in project.units_with(into)] == [long]
    assert project.need("units", long)["condensed"] == "signing"
    undo(project, done)
    assert codes_of(project, short) == ["burden of proof"]


def test_codes_of_one_name_in_two_piles_are_merged_with_them() -> None:
    project = a_project(SYSTEM)
    do(project, SetSetting("reasons", True))
    into, merged = nodes(project, "Conditions", "Capacity")
    preview = merge_preview(project, MergeOf([merged], into))
    assert (preview.namesakes, preview.moved) == (("who signs", "Standards"), ("Resources",))
    do(project, *merge_edits(project, MergeOf([merged], into), "one thing"))
    assert len(project.codebook.called("who signs")) == len(project.codebook.called("Standards")) == 1
    standards = node(project, "Standards")
    names = [project.codebook.nodes[code].name for code in project.codebook.children(standards)]
    assert names == ["waits", "tested on whom"]


def test_a_merge_of_two_definitions_keeps_what_others_differ_by() -> None:
    project = a_project("- a / - b / - c / - d")
    a, b, c, d = nodes(project, "a", "b", "c", "d")
    do(
        project,
        DefineNode(b, {f"differs/{c}": "later", f"differs/{a}": "no"}),
        DefineNode(a, {f"differs/{d}": "other"}),
    )
    do(project, MergeNodes([b], a))
    assert project.codebook.nodes[a].document["differs"] == {d: "other", c: "later"}


def test_an_example_goes_along_with_its_unit_and_the_new_one_belongs_to_the_same_themes() -> None:
    project = a_project("## Liability / - who signs")
    draw(project, "* Trust: who signs")
    stays, goes = marked(project, "the doctor decides", "who signs"), marked(project, "My gut", "who signs")
    code = node(project, "who signs")
    do(project, ChooseAnchor(code, stays, "typical"), ChooseAnchor(code, goes, "borderline"))
    do(project, SplitNode(code, "new", "guts", [goes]))
    book = project.codebook
    assert (book.nodes[code].document["anchors"], book.nodes["new"].document["anchors"]) == (
        {stays: "typical"},
        {goes: "borderline"},
    )
    assert book.themes_of("new") == book.themes_of(code) == (node(project, "Trust"),)
