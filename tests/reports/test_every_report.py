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


def written(blocks: Sequence[Block]) -> str:
    return markdown.write(blocks).replace("&lt;", "<")


def a_sample(**settings: object) -> Project:
    """Twelve leaders, one in each source; codes of one, five and all of them, of two units or of a dozen."""
    study = Study(participants_word="leaders", **settings)
    names = [f"Leader {letter}" for letter in "ABCDEFGHIJKL"]
    text = "INT: Who signs? \n\nLB: Nobody signs here. Nobody at all. The doctor does. And then they wait.\n"
    study.texts["one"] = text
    study.tables["participants"] = {
        name: {"id": name, "name": name, "attributes": {"role": "manager" if at < 3 else "politician"}}
        for at, name in enumerate(names)
    }
    turns = [[0, 4, 15, "INT"], [18, 21, len(text) - 1, "LB"]]
    study.tables["sources"] = {
        name: {
            "id": name,
            "name": f"Talk {name[-1]}",
            "text": "one",
            "turns": turns,
            "stamps": [],
            "minutes": 40,
            "date": "2026-03-01",
            "mode": "phone" if at else "video call",
            "interviewer": "X" if at else "Y",
            "speakers": {"INT": {"role": "interviewer"}, "LB": {"role": "participant", "participant": name}},
        }
        for at, name in enumerate(names)
    }
    pile = study.node("sub-category", "Liability", study.node("category", "Conditions"))
    few, some, all_of_them = (study.node("code", name, pile) for name in ("rare", "known", "everywhere"))
    study.node("theme", "Alone", members={pile: True})
    for at, name in enumerate(names):
        study.unit(name, ["Nobody signs here."], [all_of_them], quoted=at < 4, condensed="nobody signs")
        if at < 5:
            study.unit(name, ["The doctor does."], [some], coder="je")
    study.unit(names[0], ["Nobody at all."], [few], quoted=True)
    study.unit(names[0], ["And then they wait."], [])
    study.put("memos", on={"kind": "source", "id": names[0]}, kind="analytic", coder="lp", text="waits")
    project = study.project()
    project.put("project", "p", {**project.document, "invited": 14, "declined": 2})
    return project


# Numbers that count neither participants nor units, nor what tells either: places, days, sizes of the category system.
OTHER_NUMBERS = re.compile(
    r"\d{4}-\d\d-\d\d|\(Talk [A-L]:\d+\)|Postil [\d.]+|\|? ?\d+ \| (?=[A-Z])"
    r"|\d+ (?:codes?|categor\w+|sub-categor\w+|headings?|turns?|coders?|versions?|minutes|h\b|min\b|topics?)"
    r"|(?:[Ff]ewer than|[Mm]ore than|below) \d+|[<>]\d+|\bn\d+(?=\[| ---)|\d+ occur"
    r"|⟦\d+|\d+⟧|(?:\| |; )\d+ (?:rare|known|everywhere|no code)"
)


def numbers_in(project: Project) -> Iterable[tuple[str, int]]:
    """All numbers of participants and units, or of what tells them, in all reports."""
    for name, blocks in forms(project):
        yield from ((name, int(number)) for number in re.findall(r"\d+", OTHER_NUMBERS.sub("", written(blocks))))
    for name, records in rows(project):
        counting = [at for at, head in enumerate(records.heads) if head in ("participants", "units")]
        cells = (row[at] for row in map(list, records.rows) for at in counting)
        yield from ((name, cell) for cell in cells if isinstance(cell, int))


def test_the_sample_has_small_counts_to_hide() -> None:
    found = {name for name, number in numbers_in(a_sample()) if number < 10}
    assert found >= {"summary", "codebook", "chapter", "quotations", "participants", "coreq", "units"}


def test_no_count_below_the_least_shown_stands_in_any_report() -> None:
    assert not [(name, number) for name, number in numbers_in(a_sample(least_shown=10)) if number < 10]


def test_what_is_left_of_a_whole_tells_no_small_count_either() -> None:
    document = "\n".join(written(blocks) for _, blocks in forms(a_sample(least_shown=10)))
    assert "12 leaders took part; fewer than 10 of those who were invited did not." in document
    assert "14 leaders" not in document
    assert document.count("Numbers below 10, and those that would tell them, are not shown.") >= 5
    assert "More than 2 of 12 leaders" in document
    assert "phone and video call" in document  # not (11), of which all but one would be known


def test_in_words_no_report_counts_participants_or_units_but_for_the_sample() -> None:
    project = a_sample(counts="words")
    sample = re.compile(
        r"Of 14 leaders who were invited, 12 took part and 2 declined|\| 12 leaders\.|There are 12 sources"
    )
    for name, blocks in forms(project):
        document = sample.sub("", written(blocks))
        assert not re.search(r"\d+ (?:of \d+ )?(?:leaders|meaning units?|units?|distinct|quotations?)", document), name
        assert not re.search(r"\(\d+\)", document), name
        for table in (block for block in blocks if isinstance(block, Table) and name in ("summary", "figure")):
            assert not [cell for row in table.rows for cell in row if re.search(r"\d", cell)], name
    assert {row[-2] for row in map(tuple, figure_records(project).rows)} == {"all leaders"}


RENAMED = {"participants": "Leader B", "sources": "Talk C", "nodes": "Liability", "coders": "Lena Palm"}


@pytest.mark.parametrize(("table", "name"), RENAMED.items())
def test_another_name_changes_every_place_in_every_report(table: str, name: str) -> None:
    project = a_sample()
    before = [written(blocks).count(name) for _, blocks in forms(project)]
    document = next(one for one in project.alive(table) if one["name"] == name)
    project.put(table, document["id"], {**document, "name": "Zebra"})
    after = [written(blocks) for _, blocks in forms(project)]
    assert sum(before)
    assert sorted(before) == sorted(text.count("Zebra") for text in after)
    assert not [text for text in after if name in text]
