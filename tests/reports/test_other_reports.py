"""Codebook, abstraction table, units and transcript: what they show of a small study."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import Any

import pytest

from tests.reports.study import Study, small_study
from tui.reports import markdown
from tui.reports.abstraction import abstraction, abstraction_records
from tui.reports.codebook import codebook
from tui.reports.csv_rows import cell_of
from tui.reports.records import Records, csv_records, json_records
from tui.reports.transcript import transcript_with_codes
from tui.reports.tree import Block, Heading, Paragraph, Quote, Table, counted, listed, origin
from tui.reports.units import HEADS, text_under_codes, unit_records


def tables(blocks: list[Block]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def node(study: Study, name: str) -> str:
    return next(node["id"] for node in study.tables["nodes"].values() if node["name"] == name)


def unit(study: Study, condensed: str) -> str:
    return next(unit["id"] for unit in study.tables["units"].values() if unit.get("condensed") == condensed)


def test_the_abstraction_table_leads_from_the_words_to_the_category() -> None:
    table = tables(abstraction(small_study().project()))[0]
    assert table.heads == ("Meaning unit", "Condensed meaning unit", "Code", "Sub-category", "Category")
    assert table.rows == (
        (
            "The patient cannot show it. (Leader 2, politician)",
            "",
            "burden of proof",
            "Liability & law",
            "Conditions outside",
        ),
        (
            "There was no box for it. // Or, well, equipment. (Leader 10)",
            "no box",
            "no box for it",
            "Liability & law",
            "Conditions outside",
        ),
        (
            "Und dann schrieb ich. [original: And then I wrote a page.] (Leader 10)",
            "",
            "writes a page",
            "",
            "Capacity for change",
        ),
    )


def test_anchor_examples_come_first_and_no_participant_twice() -> None:
    study = small_study()
    shows = unit(study, "shows nothing")
    study.tables["nodes"][node(study, "burden of proof")]["anchors"] = {shows: "typical"}
    rows = [row for row in tables(abstraction(study.project(), rows=3))[0].rows if row[3] == "Liability & law"]
    assert rows[0][0] == "nothing. The patient (Leader 2)"
    assert len([row for row in rows if "(Leader 2" in row[0]]) == 1


def test_the_typical_examples_of_a_pile_are_its_rows_however_many_are_asked_for() -> None:
    study = small_study()
    nobody, shows = (unit["id"] for unit in study.tables["units"].values() if unit["source"] == "s2" and
                     (unit.get("condensed") == "shows nothing" or unit["coder"] == "je"))  # fmt: skip
    study.tables["nodes"][node(study, "Liability & law")]["anchors"] = {
        nobody: "typical",
        shows: "typical",
        unit(study, "no box"): "borderline",
    }
    for number in (1, 5):
        rows = [row for row in tables(abstraction(study.project(), rows=number))[0].rows if row[3] == "Liability & law"]
        assert [row[0] for row in rows] == ["nothing. The patient (Leader 2)", "Then nobody signs. (Leader 2)"]


def test_the_number_of_rows_of_a_pile_can_be_chosen() -> None:
    rows = tables(abstraction(small_study().project(), rows=1))[0].rows
    assert len([row for row in rows if row[3] == "Liability & law"]) == 1


def test_the_codebook_gives_every_part_of_an_entry() -> None:
    study = small_study()
    proof, box = node(study, "burden of proof"), node(study, "no box for it")
    study.tables["nodes"][proof] |= {
        "definition": "who has to show it",
        "full": "At length.",
        "include": "when proof is asked for",
        "exclude": "when blame is meant",
        "differs": {box: "it is about forms"},
        "anchors": {unit(study, "no box"): "borderline", unit(study, "shows nothing"): "typical"},
        "aliases": {"showing it": True},
    }
    blocks = codebook(study.project())
    start = blocks.index(Heading(4, "burden of proof"))
    *parts, history = blocks[start + 1 : blocks.index(Heading(4, "no box for it"))]
    assert parts == [
        Paragraph("1 of 2 leaders, 3 units.", lead="Counted:"),
        Paragraph("Who has to show it.", lead="Brief definition:"),
        Paragraph("At length.", lead="Full definition:"),
        Paragraph("When proof is asked for.", lead="When to use:"),
        Paragraph("When blame is meant.", lead="When not to use:"),
        Paragraph("It is about forms.", lead="Differs from no box for it:"),
        Paragraph("", lead="Typical example:"),
        Quote(("nothing. The patient",), "Leader 2"),
        Paragraph("", lead="Borderline example:"),
        Quote(("There was no box for it. // Or, well, equipment.",), "Leader 10"),
        Paragraph("showing it.", lead="Merged into it:"),
    ]
    assert isinstance(history, Paragraph)
    assert (history.lead, history.text[-6:]) == ("History:", " made.")


def test_every_entry_of_the_codebook_has_all_parts_also_those_nobody_wrote() -> None:
    project = small_study().project()
    leads = Counter(block.lead for block in codebook(project) if isinstance(block, Paragraph))
    entries = len(project.codebook.nodes)
    for part in ("Brief definition:", "Full definition:", "When to use:", "When not to use:", "Example:", "History:"):
        assert leads[part] == entries
    assert Paragraph("Not written yet.", lead="When to use:") in codebook(project)
    assert Paragraph("None chosen yet.", lead="Example:") in codebook(project)


def test_the_codebook_says_what_its_counts_count() -> None:
    (note,) = (
        block for block in codebook(small_study(counted=["je"]).project()) if getattr(block, "lead", "") == "Counts."
    )
    assert isinstance(note, Paragraph)
    assert note.text.startswith(
        "Leaders whose speech stands in a meaning unit, of 2; units are distinct meaning units."
    )
    assert note.text.endswith("Units are those of Jon Ek.")


def test_the_codebook_lists_unsorted_and_parked_codes_and_themes() -> None:
    blocks = codebook(small_study().project())
    heads = [(block.level, block.text) for block in blocks if isinstance(block, Heading)]
    assert heads[-6:] == [
        (2, "Not yet sorted"),
        (4, "waits"),
        (2, "Parked"),
        (4, "too vague"),
        (2, "Themes"),
        (3, "Alone with it"),
    ]
    assert Paragraph("Says nothing.", lead="Parked because:") in blocks
    assert Paragraph("Liability & law; Capacity for change.", lead="Members:") in blocks


def test_units_as_csv_have_a_row_each_and_the_words_as_spoken() -> None:
    project = small_study().project()
    rows = list(
        csv.DictReader(io.StringIO(csv_records(unit_records(project, project.units_in("s10", relevant_only=True)))))
    )
    assert tuple(rows[0]) == HEADS
    assert rows[0]["source"] == "L10"
    assert rows[0]["turn"] == "2"
    assert rows[0]["line"] == "3"
    assert rows[0]["participants"] == "Leader 10"
    assert rows[0]["coder"] == "Lena Palm"
    assert rows[0]["text"] == "There was no box for it. // Or, well, equipment."
    assert rows[0]["codes"] == "Conditions outside / Liability & law / no box for it"
    assert rows[0]["quotation"] == "yes"
    assert rows[1]["translation"] == "Und dann schrieb ich."


def test_all_coded_units_of_each_pile_are_rows_of_the_abstraction_for_other_programs() -> None:
    study = small_study()
    rows = json.loads(json_records(abstraction_records(study.project())))
    assert list(rows[0]) == ["id", "unit", "condensed", "code", "sub_category", "category"]
    assert len(rows) == 5
    assert rows[-1]["id"] == next(one["id"] for one in study.tables["units"].values() if one.get("translation"))


@pytest.mark.parametrize("value", ["=1+1", ["=1+1", "b"]])
def test_csv_and_json_come_from_the_same_rows(value: Any) -> None:
    records = [("a", "b", "c", "d"), [value, None, True, 3]]
    assert json.loads(json_records(Records(records[0], [records[1]]))) == [{"a": value, "b": None, "c": True, "d": 3}]
    flat = "'=1+1" if isinstance(value, str) else "'=1+1; b"
    assert csv_records(Records(records[0], [records[1]])) == f"a,b,c,d\n{flat},,yes,3\n"


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\t=1", "  =1", "\r=1", "＝1"])
def test_no_cell_becomes_a_formula(words: str) -> None:
    assert cell_of(words) == "'" + words


@pytest.mark.parametrize("words", ["1-1", "a=b", "", "“=”", "7"])
def test_other_cells_stay_as_they_are(words: str) -> None:
    assert cell_of(words) == words


def test_all_text_under_each_code_stands_below_the_names_of_its_piles() -> None:
    study = small_study()
    project = study.project()
    blocks = text_under_codes(project, project.codebook.codes())
    heads = [(block.level, block.text) for block in blocks if isinstance(block, Heading)]
    assert heads[:5] == [
        (1, "Leaders and AI: text under each code"),
        (2, "Conditions outside"),
        (3, "Liability & law"),
        (4, "burden of proof"),
        (4, "no box for it"),
    ]
    start = blocks.index(Heading(4, "burden of proof"))
    assert blocks[start + 1 : start + 6] == [
        Paragraph("1 of 2 leaders, 3 units."),
        Quote(("nothing. The patient",), "Leader 2 (L2:2)"),
        Paragraph("shows nothing", lead="Condensed:"),
        Quote(("The patient cannot show it.",), "Leader 2, politician (L2:2)"),
        Quote(("Then nobody signs.",), "Leader 2 (L2:4)"),
    ]


def test_a_transcript_has_its_codes_in_the_margin_and_says_whose_they_are() -> None:
    table = tables(transcript_with_codes(small_study().project(), "s2"))[0]
    assert table.rows == (
        ("1", "INT", "Who signs?", ""),
        (
            "2",
            "Leader 2",
            "The supplier *shows* ⟦1 nothing. ⟦2 The patient 1⟧ cannot show it. 2⟧",
            "1 burden of proof, no box for it (LP); 2 burden of proof (LP)",
        ),
        ("3", "INT", "And then?", ""),
        ("4", "Leader 2", "⟦3 Then nobody signs. 3⟧ Nobody at all.", "3 burden of proof (JE)"),
    )


def test_a_discontinuous_unit_is_marked_at_each_of_its_spans_and_noted_once() -> None:
    rows = tables(transcript_with_codes(small_study().project(), "s10"))[0].rows
    assert rows[1][2] == "⟦1 There was no box for it. 1⟧ I could tick staff. ⟦1 Or, well, equipment. 1⟧"
    assert rows[1][3] == "1 no box for it"


def test_every_report_is_written_without_an_error_for_an_empty_project() -> None:
    project = Study().project()
    for blocks in (abstraction(project), codebook(project), transcript_with_codes(project, "s2")):
        assert markdown.write(blocks).startswith("# Leaders and AI")


def test_lists_and_numbers_read_as_sentences() -> None:
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed([]) == ""
    assert counted(1, "category", "categories") == "1 category"
    assert counted(1200, "unit") == "1,200 units"
    assert origin("39a3").text.endswith("history 39a3.")
