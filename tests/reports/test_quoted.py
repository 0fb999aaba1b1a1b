"""All quotations with what became of them, and the balance of who is quoted; the original stands or it does not."""

from __future__ import annotations

import csv
import io

from tests.reports.study import Study
from tui.model.project import Project
from tui.reports import markdown
from tui.reports.abstraction import abstraction
from tui.reports.balance import balance, told
from tui.reports.quoted import quotation_records, quotation_shapes, quotations
from tui.reports.records import csv_records
from tui.reports.summary import summary
from tui.reports.tree import Heading, Paragraph, Quote, Table


def quoting_study(**settings: object) -> Study:
    """One sub-category with three quotations: edited, translated, as said."""
    study = Study(participants_word="leaders", **settings)
    law = study.node("sub-category", "Law", study.node("category", "Outside"))
    code = study.node("code", "box", law)
    study.unit("s10", ["I could tick staff. Or, well, equipment."], [code], quoted=True, edited="[They] // tick staff.")
    translated = study.unit(
        "s2",
        ["Then nobody signs.", "Nobody at all."],
        [code],
        quoted=True,
        translation="Dann // niemand.",
        translator="Ida Moe",
        translated="2026-07-28",
    )
    study.unit("s2", ["The patient cannot show it."], [code], quoted=True)
    study.tables["nodes"][code]["anchors"] = {translated: "typical"}
    study.tables["sources"]["s2"]["language"] = "en"
    return study


def order_of(project: Project) -> list[str]:
    return [shape["said"] for shape in quotation_shapes(project)]


def test_a_quotation_is_told_with_what_was_said_every_departure_and_its_place() -> None:
    blocks = quotations(quoting_study().project())
    at = next(number for number, block in enumerate(blocks) if isinstance(block, Quote) and "They" in str(block))
    assert blocks[at : at + 4] == [
        Quote(("[They] // tick staff.",), "Leader 10 (L10:2)"),
        Paragraph("I could tick staff. Or, well, equipment.", lead="As said:"),
        Paragraph(
            "changed “I could” to “[They] //”; left out “Or, well, equipment.”, unmarked.", lead="Departs from it:"
        ),
        Paragraph("box.", lead="Code:"),
    ]


def test_a_translation_says_from_which_language_by_whom_and_when() -> None:
    text = markdown.write(quotations(quoting_study().project()))
    assert "**Translated:** from English by Ida Moe, 2026-07-28." in text


def test_an_edited_form_of_other_words_is_told_and_not_printed() -> None:
    project = quoting_study().project()
    unit = next(unit for unit in project.alive("units") if unit.get("edited"))
    project.put("units", unit["id"], {**unit, "spans": [[unit["spans"][0][0], unit["spans"][0][1] - 1]]})
    blocks = quotations(project)
    assert not any(isinstance(block, Quote) and "They" in str(block.paragraphs) for block in blocks)
    said = "[They] // tick staff. (it was made from other words than the unit has now)"
    assert Paragraph(said, lead="Edited, not printed:") in blocks


def test_the_balance_says_who_is_quoted_where_and_who_never() -> None:
    study = quoting_study()
    for unit in study.tables["units"].values():
        if unit["source"] == "s10":
            unit.pop("quoted")
    project = study.project()
    blocks = quotations(project)
    people, piles = (block for block in blocks if isinstance(block, Table))
    assert people.rows == (("Leader 2", "2", "Law"), ("Leader 10", "0", ""))
    assert piles.rows == (("Outside / Law", "2", "1"),)
    assert blocks[-1] == Paragraph("Leader 10.", lead="Never quoted:")
    assert blocks[1] == Paragraph("2 quotations from 1 of 2 leaders, under 1 heading of the category system.")


def test_a_quotation_in_two_piles_stands_in_both_and_counts_once() -> None:
    study = quoting_study()
    other = study.node("code", "ask", study.node("sub-category", "Roles"))
    (box,) = (node["id"] for node in study.tables["nodes"].values() if node["name"] == "box")
    study.unit("s10", ["And then I wrote a page."], [other, box], quoted=True)
    found = balance(study.project())
    assert [len(units) for units in found.piles.values()] == [4, 1]
    assert found.quotations == 4
    assert sum(found.people.values()) == 4


def test_without_quotations_that_is_said_and_a_pile_without_one_too() -> None:
    study = Study()
    study.node("sub-category", "Roles")
    blocks = quotations(study.project())
    assert blocks[1] == Paragraph("No quotation has been chosen yet.")
    assert Heading(3, "Roles") in blocks
    assert Paragraph("No quotation yet.") in blocks


def test_quotations_follow_the_order_their_pile_gives_them() -> None:
    study = quoting_study()
    project = study.project()
    shapes = quotation_shapes(project)
    law = shapes[0]["pile"]
    wanted = [shapes[number]["id"] for number in (2, 0, 1)]
    project.put("nodes", law, {**project.need("nodes", law), "quotations": wanted})
    assert [shape["id"] for shape in quotation_shapes(project)] == wanted
    assert [shape["number"] for shape in quotation_shapes(project)] == [1, 2, 3]


def test_the_rows_for_a_spreadsheet_hold_the_same_and_no_formula() -> None:
    study = quoting_study()
    for unit in study.tables["units"].values():
        unit["attribution"] = "=SUM(A1)"
    project = study.project()
    rows = list(csv.DictReader(io.StringIO(csv_records(quotation_records(project)))))
    assert [row["said"] for row in rows] == order_of(project)
    assert rows[0]["attribution"] == "'=SUM(A1)"
    edited = next(row for row in rows if row["edited"])
    assert edited["departures"] == "changed “I could” to “[They] //”; left out “Or, well, equipment.”, unmarked"
    assert next(row for row in rows if row["translator"])["translation"] == "Dann // niemand."


def test_a_project_may_print_translations_alone() -> None:
    both, alone = (
        [block.paragraphs for block in summary(quoting_study(original=on).project()) if isinstance(block, Quote)]
        for on in (True, False)
    )
    assert ("Dann // niemand.", "Then nobody signs. Nobody at all.") in both
    assert ("Dann // niemand.",) in alone


def test_the_mark_of_an_omission_in_a_translation_is_the_projects() -> None:
    text = markdown.write(summary(quoting_study(omission="[…]", original=False).project()))
    assert "Dann \\[…\\] niemand." in text
    assert "stands where words were left out" in text


def test_the_table_of_abstraction_gives_the_translation_and_what_was_said_behind_it() -> None:
    project = quoting_study().project()
    (table,) = (block for block in abstraction(project, rows=3) if isinstance(block, Table))
    assert "Dann // niemand. [original: Then nobody signs. Nobody at all.] (Leader 2)" in [row[0] for row in table.rows]


def test_what_names_have_in_common_is_told_once() -> None:
    assert told(["Leader 1", "Leader 3", "Nurse 2", "Nurse 4", "Kim"]) == ["Leader 1", "3", "Nurse 2", "4", "Kim"]
