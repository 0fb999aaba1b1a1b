"""`postil export decisions` and `postil export history`: the audit trail, beside the other exports."""

from __future__ import annotations

from pathlib import Path

import click

from tui.analysis.decisions import decisions
from tui.cli import output
from tui.cli.export import export_command
from tui.cli.options import example
from tui.cli.place import place
from tui.cli.written import BARE, FILE, FORCE, report, write
from tui.reports.audit import decision_shapes, decisions_csv, decisions_report, history_csv, history_report

__all__ = ["export_command"]

_CSV = click.option("--csv", "as_csv", is_flag=True, help="As comma-separated values, for a spreadsheet.")


@example("postil export decisions -o decisions.md")
@export_command.command("decisions")
@FILE
@FORCE
@BARE
@_CSV
@click.option("--json", "as_json", is_flag=True, help="As JSON, with the ids of the codes and piles concerned.")
def export_decisions(path: Path | None, force: bool, bare: bool, as_csv: bool, as_json: bool) -> None:
    """Write who decided what, when and why.

    Merges, splits, promotions, what was parked, retired or redefined, accepted findings, and memos of the kind
    decision. What was taken back is left out.
    """
    if as_csv and as_json:
        raise click.UsageError("Either --csv or --json.")
    with place().reading() as store, output.at_work("Reading the history"):
        project = store.project
        decided = decisions(project, store.history("nodes"))
        if as_json:
            write(output.json_text(decision_shapes(decided)), path, force=force)
        elif as_csv:
            write(decisions_csv(project, decided), path, force=force)
        else:
            report(store, decisions_report(project, decided), path, force=force, bare=bare)


@example("postil export history --csv -o history.csv")
@export_command.command("history")
@FILE
@FORCE
@BARE
@_CSV
def export_history(path: Path | None, force: bool, bare: bool, as_csv: bool) -> None:
    """Write all that happened: when, who, what."""
    with place().reading() as store, output.at_work("Reading the history"):
        if as_csv:
            write(history_csv(store.project, store.history()), path, force=force)
        else:
            report(store, history_report(store.project, store.history()), path, force=force, bare=bare)
