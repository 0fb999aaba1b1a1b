"""The category summary says what the project holds, in the board's order, and nothing else."""

from __future__ import annotations

import random

import pytest

from tests.reports.study import Study, small_study
from tui.reports import markdown
from tui.reports.summary import summary
from tui.reports.tree import Block, Heading, Literal, Paragraph, Quote, Table


def section(blocks: list[Block], title: str) -> list[Block]:
    """The blocks below a heading, up to the next of any level."""
    start = next(at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.text == title)
    after = blocks[start + 1 :]
    end = next((at for at, block in enumerate(after) if isinstance(block, Heading)), len(after))
    return after[:end]


def test_the_opening_names_the_categories_and_shows_them_as_a_table_and_a_tree() -> None:
    blocks = summary(small_study().project())
    opening = section(blocks, "Leaders and AI")
    assert opening[0] == Paragraph(
        "The analysis led to 2 categories: Conditions outside and Capacity for change. They hold 2 sub-categories."
    )
    assert opening[2].text.startswith("Leaders whose speech stands in a meaning unit, of 2; units are distinct")
    assert opening[4:] == [
        Paragraph(
            "In the quotations, // stands where words were left out. Behind each code stands how many units it has."
        )
    ]
    assert opening[1] == Table(
        ("Category", "Sub-category", "Leaders", "Units"),
        (
            ("Conditions outside", "", "2", "4"),
            ("", "Liability & law", "2", "4"),
            ("Capacity for change", "", "1", "1"),
            ("", "Roles", "0", "0"),
        ),
        frozenset({2, 3}),
    )
    assert opening[3] == Literal(
        ("Conditions outside", "└─ Liability & law", "Capacity for change", "└─ Roles"),
    )


def test_a_category_gives_its_definition_then_participants_then_units() -> None:
    blocks = section(summary(small_study().project()), "Conditions outside")
    assert blocks == [Paragraph("What lies outside their reach. 2 of 2 leaders, 4 units.")]


def test_words_stand_for_numbers_where_the_project_says_so() -> None:
    text = markdown.write(summary(small_study(counts="words").project()))
    assert "What lies outside their reach. All leaders." in text
    assert "| Capacity for change |  | some leaders |" in text
    assert "units" not in text
    assert "burden of proof, no box for it." in text


def test_a_sub_category_has_narrative_quotations_and_codes_in_this_order() -> None:
    blocks = section(summary(small_study().project()), "Liability & law")
    assert blocks == [
        Paragraph("Most did not know."),
        Paragraph("Some had *asked*."),
        Quote(("The patient cannot show it.",), "Leader 2, politician"),
        Quote(("There was no box for it. // Or, well, equipment.",), "Leader 10"),
        Paragraph("burden of proof (3), no box for it (2).", lead="Codes:"),
    ]


def test_the_omission_mark_is_the_projects_and_stands_only_where_speech_is_left_out() -> None:
    study = small_study(omission="[…]")
    law = next(node for node in study.tables["nodes"].values() if node["name"] == "no box for it")
    study.unit("s2", ["Then nobody signs.", "Nobody at all."], [law["id"]], quoted=True)
    study.unit("s10", ["equipment.", "Equipment, they said."], [law["id"]], quoted=True)
    said = [block.paragraphs[0] for block in summary(study.project()) if isinstance(block, Quote)]
    assert "There was no box for it. […] Or, well, equipment." in said
    assert "Then nobody signs. Nobody at all." in said  # side by side
    assert "equipment. […] Equipment, they said." in said  # the interviewer spoke in between


def test_the_omission_mark_is_explained_only_where_a_quotation_has_it() -> None:
    study = Study()
    code = study.node("code", "signs", study.node("category", "A"))
    study.unit("s2", ["Then nobody signs.", "Nobody at all."], [code], quoted=True)
    assert "left out" not in markdown.write(summary(study.project()))
    study.unit(
        "s10", ["equipment.", "Equipment, they said."], [code], quoted=True, edited="equipment. // They said so."
    )
    assert markdown.write(summary(study.project())).count("stands where words were left out") == 1


def test_a_code_without_units_is_said_to_have_none() -> None:
    study = Study()
    study.node("code", "plays", study.node("category", "A"))
    text = markdown.write(summary(study.project()))
    assert "**Codes:** plays (no units)." in text
    assert "The analysis led to 1 category: A.\n" in text


def test_time_stamps_are_left_out_of_quotations() -> None:
    study = Study()
    code = study.node("code", "signs", study.node("category", "A"))
    study.unit("s2", ["[00:12] Then nobody signs."], [code], quoted=True)
    quotes = [block for block in summary(study.project()) if isinstance(block, Quote)]
    assert quotes == [Quote(("Then nobody signs.",), "Leader 2")]


def test_a_translation_stands_before_the_original_and_the_edited_form_for_it() -> None:
    study = small_study()
    code = next(node for node in study.tables["nodes"].values() if node["name"] == "writes a page")
    study.unit("s10", ["Go on."], [code["id"]], quoted=True, edited="Go [on].")
    quotes = [block for block in section(summary(study.project()), "Capacity for change") if isinstance(block, Quote)]
    assert quotes == [
        Quote(("Go [on].",), "Interviewer"),
        Quote(("Und dann schrieb ich.", "And then I wrote a page."), "Leader 10"),
    ]


def test_places_are_given_on_request() -> None:
    blocks = summary(small_study().project(), locates=True)
    assert [block.attribution for block in blocks if isinstance(block, Quote)] == [
        "Leader 2, politician (L2:2)",
        "Leader 10 (L10:2)",
        "Leader 10 (L10:4)",
    ]


def test_only_the_coders_whose_units_count_are_quoted_and_counted() -> None:
    study = small_study(counted=["je"])
    text = markdown.write(summary(study.project()))
    assert "1 of 2 leaders, 1 unit." in text
    assert ">" not in text


def test_renaming_a_category_changes_it_everywhere() -> None:
    study = small_study()
    for node in study.tables["nodes"].values():
        if node["name"] == "Conditions outside":
            node["name"] = "What lies outside"
    text = markdown.write(summary(study.project()))
    assert "Conditions outside" not in text
    assert text.count("What lies outside\n") >= 2  # the tree and the heading


def test_what_no_section_holds_is_said() -> None:
    study = small_study()
    study.unit("s2", ["Nobody at all."], [])
    assert summary(study.project())[-1] == Paragraph(
        "1 code not yet sorted, 1 code parked and 1 unit without a code.", lead="Not in this summary:"
    )


def test_a_theme_counts_its_members_and_names_them() -> None:
    assert section(summary(small_study().project()), "Alone with it") == [
        Paragraph("2 of 2 leaders, 5 units."),
        Paragraph("Liability & law; Capacity for change.", lead="Runs through:"),
        Paragraph("1 code not yet sorted and 1 code parked.", lead="Not in this summary:"),
    ]


def test_sub_categories_without_a_category_are_not_lost() -> None:
    study = Study()
    study.node("code", "signs", study.node("sub-category", "Alone"))
    blocks = summary(study.project())
    assert Heading(2, "Without a category") in blocks
    assert Heading(3, "Alone") in blocks


def test_a_sub_category_without_a_category_is_not_taken_for_one_of_the_category_above_it() -> None:
    study = Study()
    study.node("code", "signs", study.node("sub-category", "Liability", study.node("category", "Conditions")))
    study.node("code", "waits", study.node("sub-category", "Alone"))
    (table,) = (block for block in summary(study.project()) if isinstance(block, Table))
    assert [row[:2] for row in table.rows] == [
        ("Conditions", ""),
        ("", "Liability"),
        ("Without a category", "Alone"),
    ]


def test_the_figure_is_drawn_in_mermaid_on_request() -> None:
    study = Study()
    study.node("sub-category", 'Liability "and" <law>', study.node("category", "Conditions"))
    text = markdown.write(summary(study.project(), mermaid=True))
    assert '```mermaid\nflowchart LR\n  n0["Conditions"]\n' in text
    assert 'n0 --- n1["Liability #quot;and#quot; #lt;law#gt;"]\n```' in text


def test_a_project_without_categories_says_so() -> None:
    text = markdown.write(summary(Study().project()))
    assert text == "# Leaders and AI\n\nNo categories have been formed yet.\n"


@pytest.mark.parametrize("seed", range(5))
def test_the_same_project_gives_the_same_bytes_in_whatever_order_its_documents_came(seed: int) -> None:
    study = small_study()
    before = markdown.write(summary(study.project(), locates=True))
    for table, documents in study.tables.items():
        entries = list(documents.items())
        random.Random(seed).shuffle(entries)
        study.tables[table] = dict(entries)
    assert markdown.write(summary(study.project(), locates=True)) == before


def test_below_the_interviewers_own_words_stands_that_they_are() -> None:
    study = small_study()
    wrote = next(code for code, node in study.tables["nodes"].items() if node["name"] == "writes a page")
    study.unit("s2", ["Who signs?"], [wrote], quoted=True)
    quotes = [block for block in summary(study.project()) if isinstance(block, Quote)]
    assert [block.attribution for block in quotes if "Who signs?" in block.paragraphs[0]] == ["Interviewer"]
