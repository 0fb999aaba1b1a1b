"""`postil export`: reports to standard output or to a file, as markdown and, where they are tables, as rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from tui.analysis.decisions import decisions
from tui.cli import output
from tui.cli.codebook import found
from tui.cli.options import example
from tui.cli.place import place
from tui.cli.units import filtered
from tui.cli.written import CSV, MARKDOWN, Out, tabular, to_file
from tui.reports.abstraction import ROWS, abstraction, abstraction_records
from tui.reports.audit import decision_records, decisions_report, history_records, history_report
from tui.reports.chapter import chapter
from tui.reports.codebook import codebook, codebook_records
from tui.reports.coreq import coreq, coreq_records
from tui.reports.figure import figure_alone, figure_records
from tui.reports.participants import participants, participants_records
from tui.reports.quoted import quotation_records, quotations
from tui.reports.summary import summary
from tui.reports.transcript import transcript_with_codes
from tui.reports.units import text_under_codes, unit_records

_LOCATES = click.option("--locate", "locates", is_flag=True, help="Add each quotation's place, as in L07:12.")
_MERMAID = click.option("--mermaid", is_flag=True, help="Draw the figure in mermaid instead of text.")


def _rows(of: str) -> Callable[[Any], Any]:
    about = f"{of} of a pile at most; of one with examples of its own, these."
    return click.option("--rows", type=click.IntRange(min=1), default=ROWS, show_default=True, help=about)


@example("postil export summary -o summary.md")
@click.group("export")
def export_command() -> None:
    """Write a report of the project.

    Without -o it goes to standard output. The same project gives the same bytes. Tables are written as CSV or JSON
    where that is asked for or the file is called so.
    """


@example("postil export summary --locate -o summary.md")
@export_command.command("summary")
@to_file
@_LOCATES
@_MERMAID
def export_summary(out: Out, locates: bool, mermaid: bool) -> None:
    """Write the category summaries: definitions, counts, narratives, quotations, codes."""
    with place().reading() as store, output.at_work("Writing"):
        out.write(store, lambda: summary(store.project, locates=locates, mermaid=mermaid))


@example("postil export chapter -o chapter.md")
@export_command.command("chapter")
@to_file
@_LOCATES
@_MERMAID
@_rows("Examples")
def export_chapter(out: Out, locates: bool, mermaid: bool, rows: int) -> None:
    """Write the results chapter: methods in numbers, participants, summary, abstraction table."""
    with place().reading() as store, output.at_work("Writing"):
        out.write(store, lambda: chapter(store.project, locates=locates, mermaid=mermaid, rows=rows))


@example("postil export figure --mermaid")
@export_command.command("figure")
@tabular()
@_MERMAID
def export_figure(out: Out, mermaid: bool) -> None:
    """Write the category system as a table and a tree."""
    with place().reading() as store, output.at_work("Writing"):
        project = store.project
        out.write(store, lambda: figure_alone(project, mermaid=mermaid), lambda: figure_records(project))


@example("postil export participants -o participants.md")
@export_command.command("participants")
@tabular()
def export_participants(out: Out) -> None:
    """Write who took part, how they were interviewed, and a table of their attributes."""
    with place().reading() as store, output.at_work("Writing"):
        out.write(store, lambda: participants(store.project), lambda: participants_records(store.project))


@example("postil export coreq -o coreq.md")
@export_command.command("coreq")
@tabular()
def export_coreq(out: Out) -> None:
    """Write the 32 items of COREQ: what can be computed is, the others are marked for the author."""
    with place().reading() as store, output.at_work("Writing"):
        out.write(store, lambda: coreq(store.project), lambda: coreq_records(store.project))


@example("postil export codebook -o codebook.md")
@export_command.command("codebook")
@tabular()
def export_codebook(out: Out) -> None:
    """Write the codebook: definitions, rules, examples and counts, and what became of each code."""
    with place().reading() as store, output.at_work("Writing"):
        project = store.project
        out.write(
            store,
            lambda: codebook(project, store.history("nodes")),
            lambda: codebook_records(project, store.history("nodes")),
        )


@example("postil export abstraction --rows 3")
@export_command.command("abstraction")
@tabular()
@_rows("Rows")
def export_abstraction(out: Out, rows: int) -> None:
    """Write the table that leads from meaning unit to category.

    As CSV or JSON it has all units, else a few rows of each sub-category: its own typical examples where some are
    chosen, or else those of its codes, then quotations, each of another participant.
    """
    with place().reading() as store, output.at_work("Writing"):
        project = store.project
        out.write(store, lambda: abstraction(project, rows=rows), lambda: abstraction_records(project))


@example("postil export quotations -o quotations.md")
@export_command.command("quotations")
@tabular()
def export_quotations(out: Out) -> None:
    """Write all quotations by sub-category, and who is quoted how often and who never.

    Each with what was said, how the edited form departs from it, who translated it, and its place.
    """
    with place().reading() as store, output.at_work("Writing"):
        out.write(store, lambda: quotations(store.project), lambda: quotation_records(store.project))


@example("postil export decisions -o decisions.md")
@export_command.command("decisions")
@tabular()
def export_decisions(out: Out) -> None:
    """Write who decided what, when and why.

    Merges, splits, promotions, what was parked, retired or redefined, accepted findings, and memos of the kind
    decision. What was taken back is left out.
    """
    with place().reading() as store, output.at_work("Reading the history"):
        project = store.project
        decided = decisions(project, store.history("nodes"))
        out.write(store, lambda: decisions_report(project, decided), lambda: decision_records(project, decided))


@example("postil export history --csv -o history.csv")
@export_command.command("history")
@tabular()
def export_history(out: Out) -> None:
    """Write all that happened: when, who, what."""
    with place().reading() as store, output.at_work("Reading the history"):
        project = store.project
        out.write(
            store,
            lambda: history_report(project, store.history()),
            lambda: history_records(project, store.history()),
        )


@example("postil export units -o units.csv")
@export_command.command("units")
@tabular(CSV)
@click.option("--source", metavar="S", help="Only of this source (rows).")
@click.option("--code", metavar="PATH", help="Only this code, or those below this pile.")
@click.option("--coder", metavar="C", help="Only by this coder (rows).")
@click.option("--participant", metavar="P", help="Only with this participant's speech (rows).")
def export_units(out: Out, source: str | None, code: str | None, coder: str | None, participant: str | None) -> None:
    """Write all units as rows, or with --md all text under each code."""
    if out.form == MARKDOWN and (source or coder or participant):
        raise click.UsageError("--md takes --code only.")
    with place().reading() as store, output.at_work("Writing"):
        project = store.project
        codes = project.codebook.codes(found(project, code) if code is not None else None)
        out.write(
            store,
            lambda: text_under_codes(project, codes),
            lambda: unit_records(project, filtered(project, source, code, coder, participant)),
        )


@example("postil export transcript L07 -o L07.md")
@export_command.command("transcript")
@click.argument("source")
@to_file
def export_transcript(source: str, out: Out) -> None:
    """Write a source with its codes in the margin, to be discussed."""
    with place().reading() as store, output.at_work("Writing"):
        identifier = str(store.project.find("sources", source)["id"])
        out.write(store, lambda: transcript_with_codes(store.project, identifier))
