"""The results chapter and COREQ: numbers from the project, and a place for what only the authors know."""

from __future__ import annotations

import re

from tests.reports.study import Study, small_study
from tui.analysis.saturation import new_codes
from tui.reports import markdown
from tui.reports.chapter import chapter, methods
from tui.reports.coreq import DOMAINS, FOR_THE_AUTHOR, coreq
from tui.reports.summary import summary
from tui.reports.tree import Heading, Table

COMPUTABLE = {1, 12, 13, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 29, 30, 31, 32}
"""The items that are a project's to know, wholly or in part, where it was told."""


def reported(study: Study) -> dict[int, str]:
    tables = [block for block in coreq(study.project()) if isinstance(block, Table)]
    return {int(number): said for table in tables for number, _, said in table.rows}


def test_the_chapter_has_methods_participants_results_and_examples_in_this_order() -> None:
    headings = [block for block in chapter(small_study().project()) if isinstance(block, Heading)]
    assert [heading.text for heading in headings if heading.level <= 2] == [
        *("Leaders and AI", "Methods", "Results", "From meaning unit to category")
    ]
    assert [heading.level for heading in headings if heading.text in ("Conditions outside", "Liability & law")] == [
        3,
        4,
    ]


def test_the_summary_stands_in_the_chapter_as_it_does_alone() -> None:
    project = small_study().project()
    alone = markdown.write(summary(project)[1:])
    inside = markdown.write(chapter(project))
    assert re.sub(r"^#(#+ )", r"\1", inside, flags=re.MULTILINE).count(alone) == 1


def test_the_methods_are_numbers_of_the_project() -> None:
    said = methods(small_study().project())
    assert "2 leaders took part." in said
    assert "The results rest on 5 meaning units and 3 codes in 2 sub-categories and 2 categories" in said
    assert "; 1 more was set aside and 1 not sorted." in said
    assert "meaning units and" not in methods(small_study(counts="words").project())


def test_what_is_set_aside_or_not_sorted_is_nothing_that_the_results_rest_on() -> None:
    study = small_study()
    before = methods(study.project()).partition("The results rest on")[2]
    for code in ("too vague", "waits"):
        outside = next(node["id"] for node in study.tables["nodes"].values() if node["name"] == code)
        study.unit("s2", ["Nobody at all."], [outside])
    assert methods(study.project()).partition("The results rest on")[2] == before
    assert "2 categories, 2 sub-categories and 5 codes, 2 of them not in the system;" in reported(study)[25]


def test_there_are_thirty_two_items_once_each() -> None:
    assert [item.number for _, items in DOMAINS for item in items] == list(range(1, 33))


def test_what_the_project_does_not_know_is_asked_of_the_author() -> None:
    said = reported(small_study())
    assert all(words for words in said.values())
    assert [number for number, words in said.items() if FOR_THE_AUTHOR in words and number not in COMPUTABLE] == [
        *(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 28)
    ]


def test_what_the_project_knows_is_filled_in() -> None:
    study = small_study()
    study.put("memos", on={"kind": "project", "id": "p"}, kind="reflexive", coder="lp", text="I worked there.")
    study.put("snapshots", name="after two", nodes={})
    study.tables["sources"]["s2"].update(interviewer="A", date="2026-01-02", minutes=30)
    said = reported(study)
    assert said[1] == "Sources by who interviewed: A (1)."
    assert said[8].startswith("The project holds 1 reflexive memo to draw on.")
    assert said[12] == "2 leaders."
    assert said[18] == "None."
    assert said[24].startswith("Meaning units were marked by 2 coders: Jon Ek (1) and Lena Palm (4).")
    assert "The project keeps 1 version of the system: after two." in said[26]
    assert said[29].startswith("3 quotations, each attributed, from 2 of 2 leaders.")
    assert "Set aside, with reasons: too vague." in said[32]


def test_where_units_are_not_counted_the_item_on_consistency_is_still_a_sentence() -> None:
    assert reported(small_study())[30].startswith("5 distinct units stand in categories; each line of the summary")
    assert reported(small_study(counts="words"))[30].startswith("Each line of the summary can be traced")


def test_new_codes_are_counted_source_by_source_by_date() -> None:
    study = small_study()
    study.tables["sources"]["s2"]["date"] = "2026-02-01"
    study.tables["sources"]["s10"]["date"] = "2026-01-01"
    counts = new_codes(study.project())
    assert [name for name, _ in counts] == ["L10", "L2"]
    assert sum(number for _, number in counts) == 3
    del study.tables["sources"]["s10"]["date"]
    assert [name for name, _ in new_codes(study.project())] == ["L2", "L10"]
