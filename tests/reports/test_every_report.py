"""What holds of every report, whichever it is: it is read back as it was written, and hides what a project hides."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.hostile import Happened, hostile
from tests.reports.reading import HOSTILE, read_back, structure, words
from tests.reports.study import Study
from tui.analysis.decisions import decisions
from tui.model.project import Project
from tui.reports import markdown
from tui.reports.abstraction import abstraction_records
from tui.reports.audit import decision_records, history_records
from tui.reports.catalogue import reports
from tui.reports.codebook import codebook_records
from tui.reports.coreq import coreq_records
from tui.reports.figure import figure_records
from tui.reports.participants import participants_records
from tui.reports.quoted import quotation_records
from tui.reports.records import Records, csv_records, json_records
from tui.reports.tree import Block, Literal, Table, origin
from tui.reports.units import unit_records


def forms(project: Project, happened: Sequence[Happened] = ()) -> Iterator[tuple[str, Sequence[Block]]]:
    """Every report in every form but those that differ from another by a number of rows alone."""
    seen: dict[str, int] = {}
    for name, make in reports(project, lambda *_: happened):
        seen[name] = seen.get(name, 0) + 1
        if name == "chapter" and seen[name] % 5 != 1:
            continue
        yield name, make()


def rows(project: Project, happened: Sequence[Happened] = ()) -> Iterator[tuple[str, Records]]:
    """Every report that is written as rows."""
    yield "figure", figure_records(project)
    yield "participants", participants_records(project)
    yield "abstraction", abstraction_records(project)
    yield "codebook", codebook_records(project, happened)
    yield "quotations", quotation_records(project)
    yield "coreq", coreq_records(project)
    yield "decisions", decision_records(project, decisions(project, happened))
    yield "history", history_records(project, happened)
    yield "units", unit_records(project, project.alive("units"))


def check_read_back(texts: Sequence[str]) -> None:
    for name, blocks in forms(*hostile(texts)):
        whole = [*blocks, origin("12-abc")]
        written = markdown.write(whole)
        assert read_back(written) == structure(whole), name
        drawn = "\n".join(line for block in blocks if isinstance(block, Literal) for line in block.lines)
        assert written.count("<") <= drawn.count("<"), name  # but in a fence, where it is no HTML, it is written &lt;


@pytest.mark.parametrize("text", HOSTILE)
def test_every_report_of_hostile_names_is_read_back_as_it_was_written(text: str) -> None:
    check_read_back([text])


@settings(max_examples=40, deadline=None)
@given(st.lists(words, min_size=1, max_size=17))
def test_every_report_of_any_names_is_read_back_as_it_was_written(texts: list[str]) -> None:
    check_read_back(texts)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(words, st.sampled_from(["=1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "＝1"])), min_size=1))
def test_no_cell_of_any_csv_is_a_formula(texts: list[str]) -> None:
    for name, records in rows(*hostile(texts)):
        written = csv_records(records)
        read = list(csv.reader(io.StringIO(written, newline="")))
        assert {len(row) for row in read} == {len(records.heads)}, name
        for cell in (cell for row in read for cell in row):
            assert not cell.lstrip(" \u00a0").startswith(tuple("=+-@\t\r\n＝＋－＠")), (name, cell)


def test_rows_are_the_same_as_csv_and_as_json() -> None:
    project, happened = hostile(["a, b", 'say "x"', "c\nd", "é"])
    names = [name for name, _ in rows(project, happened)]
    for name in names:
        first, second = (dict(rows(project, happened))[name] for _ in range(2))
        assert csv_records(first).startswith(",".join(first.heads) + "\n")
        assert json_records(second).startswith('[\n{"' + second.heads[0])
