"""`postil export`: reports to standard output or to a file."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli import output
from tui.cli.codebook import found
from tui.cli.options import example, json_option
from tui.cli.place import place
from tui.cli.units import filtered
from tui.cli.written import BARE, FILE, FORCE, report, write
from tui.reports.abstraction import ROWS, abstraction
from tui.reports.chapter import chapter
from tui.reports.codebook import codebook
from tui.reports.coreq import coreq
from tui.reports.figure import figure
from tui.reports.participants import participants
from tui.reports.quoted import quotation_shapes, quotations, quotations_csv
from tui.reports.summary import summary
from tui.reports.transcript import transcript_with_codes
from tui.reports.units import text_under_codes, units_csv


@example("postil export summary -o summary.md")
@click.group("export")
def export_command() -> None:
    """Write a report of the project.

    Without -o it goes to standard output. The same project gives the same bytes.
    """


@example("postil export summary --locate -o summary.md")
@export_command.command("summary")
@FILE
@FORCE
@BARE
@click.option("--locate", "locates", is_flag=True, help="Add each quotation's place, as in L07:12.")
@click.option("--mermaid", is_flag=True, help="Draw the figure in mermaid instead of text.")
def export_summary(path: Path | None, force: bool, bare: bool, locates: bool, mermaid: bool) -> None:
    """Write the category summaries: definitions, counts, narratives, quotations, codes."""
    with place().reading() as store, output.at_work("Writing"):
        report(store, summary(store.project, locates=locates, mermaid=mermaid), path, force=force, bare=bare)


@example("postil export chapter -o chapter.md")
@export_command.command("chapter")
@FILE
@FORCE
@BARE
@click.option("--locate", "locates", is_flag=True, help="Add each quotation's place, as in L07:12.")
@click.option("--mermaid", is_flag=True, help="Draw the figure in mermaid instead of text.")
@click.option("--rows", type=click.IntRange(min=1), default=ROWS, show_default=True, help="Examples of a pile at most.")
def export_chapter(path: Path | None, force: bool, bare: bool, locates: bool, mermaid: bool, rows: int) -> None:
    """Write the results chapter: methods in numbers, participants, summary, abstraction table."""
    with place().reading() as store, output.at_work("Writing"):
        blocks = chapter(store.project, locates=locates, mermaid=mermaid, rows=rows)
        report(store, blocks, path, force=force, bare=bare)


@example("postil export figure --mermaid")
@export_command.command("figure")
@FILE
@FORCE
@BARE
@click.option("--mermaid", is_flag=True, help="Draw it in mermaid instead of text.")
def export_figure(path: Path | None, force: bool, bare: bool, mermaid: bool) -> None:
    """Write the category system as a table and a tree."""
    with place().reading() as store, output.at_work("Writing"):
        report(store, figure(store.project, mermaid=mermaid), path, force=force, bare=bare)


@example("postil export quotations -o quotations.md")
@export_command.command("quotations")
@FILE
@FORCE
@BARE
@click.option("--csv", "as_csv", is_flag=True, help="Every quotation as a row of comma-separated values.")
@json_option
def export_quotations(path: Path | None, force: bool, bare: bool, as_csv: bool, as_json: bool) -> None:
    """Write all quotations by sub-category, and who is quoted how often and who never.

    Each with what was said, how the edited form departs from it, who translated it, and its place.
    """
    if as_csv and as_json:
        raise click.UsageError("--csv or --json, not both.")
    with place().reading() as store, output.at_work("Writing"):
        if as_json and path is None:
            output.show_json(quotation_shapes(store.project))
        elif as_json:
            write(output.json_text(quotation_shapes(store.project)), path, force=force)
        elif as_csv:
            write(quotations_csv(store.project), path, force=force)
        else:
            report(store, quotations(store.project), path, force=force, bare=bare)


@example("postil export participants -o participants.md")
@export_command.command("participants")
@FILE
@FORCE
@BARE
def export_participants(path: Path | None, force: bool, bare: bool) -> None:
    """Write who took part, how they were interviewed, and a table of their attributes."""
    with place().reading() as store, output.at_work("Writing"):
        report(store, participants(store.project), path, force=force, bare=bare)


@example("postil export coreq -o coreq.md")
@export_command.command("coreq")
@FILE
@FORCE
@BARE
def export_coreq(path: Path | None, force: bool, bare: bool) -> None:
    """Write the 32 items of COREQ: what can be computed is, the others are marked for the author."""
    with place().reading() as store, output.at_work("Writing"):
        report(store, coreq(store.project), path, force=force, bare=bare)


@example("postil export codebook -o codebook.md")
@export_command.command("codebook")
@FILE
@FORCE
@BARE
def export_codebook(path: Path | None, force: bool, bare: bool) -> None:
    """Write the codebook with definitions, rules and examples."""
    with place().reading() as store, output.at_work("Writing"):
        report(store, codebook(store.project), path, force=force, bare=bare)


@example("postil export abstraction --rows 3")
@export_command.command("abstraction")
@FILE
@FORCE
@BARE
@click.option("--rows", type=click.IntRange(min=1), default=ROWS, show_default=True, help="Rows of a pile at most.")
def export_abstraction(path: Path | None, force: bool, bare: bool, rows: int) -> None:
    """Write the table that leads from meaning unit to category."""
    with place().reading() as store, output.at_work("Writing"):
        report(store, abstraction(store.project, rows=rows), path, force=force, bare=bare)


@example("postil export units -o units.csv")
@export_command.command("units")
@FILE
@FORCE
@BARE
@click.option("--md", is_flag=True, help="All text under each code, as markdown.")
@click.option("--source", metavar="S", help="Only of this source (csv).")
@click.option("--code", metavar="PATH", help="Only this code, or those below this pile.")
@click.option("--coder", metavar="C", help="Only by this coder (csv).")
@click.option("--participant", metavar="P", help="Only with this participant's speech (csv).")
def export_units(
    path: Path | None,
    force: bool,
    bare: bool,
    md: bool,
    source: str | None,
    code: str | None,
    coder: str | None,
    participant: str | None,
) -> None:
    """Write all units as comma-separated values, or with --md all text under each code.

    No cell can become a formula of a spreadsheet.
    """
    with place().reading() as store, output.at_work("Writing"):
        project = store.project
        if md:
            if source or coder or participant:
                raise click.UsageError("--md takes --code only.")
            codes = project.codebook.codes(found(project, code) if code is not None else None)
            report(store, text_under_codes(project, codes), path, force=force, bare=bare)
        else:
            write(units_csv(project, filtered(project, source, code, coder, participant)), path, force=force)


@example("postil export transcript L07 -o L07.md")
@export_command.command("transcript")
@click.argument("source")
@FILE
@FORCE
@BARE
def export_transcript(source: str, path: Path | None, force: bool, bare: bool) -> None:
    """Write a source with its codes in the margin, to be discussed."""
    with place().reading() as store, output.at_work("Writing"):
        identifier = str(store.project.find("sources", source)["id"])
        report(store, transcript_with_codes(store.project, identifier), path, force=force, bare=bare)
