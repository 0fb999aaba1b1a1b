"""What became of the category system, as a document."""

from __future__ import annotations

from typing import NamedTuple

from tests.builders import CODEBOOK, CODER, a_project, do, node
from tui.analysis.versions import NOW, now, of_snapshot, snapshots, version_named, version_of
from tui.model.documents import Operation
from tui.model.edits.codebook import CreateNode, ParkNode, RemoveNode, RenameNode
from tui.model.edits.snapshots import TakeSnapshot
from tui.model.project import Project
from tui.model.transaction import Edit
from tui.reports import markdown
from tui.reports.difference import difference

TAKEN = "01m86bzagxy225aw0tk1hejz96"


def kept() -> Project:
    project = a_project(CODEBOOK)
    do(project, TakeSnapshot(TAKEN, "before", "Two *piles*\noverlap.", CODER))
    return project


def test_there_is_a_heading_for_each_kind_and_it_is_said_who_took_a_version_and_when() -> None:
    project = kept()
    do(project, RenameNode(node(project, "Liability"), "Law"), ParkNode(node(project, "who signs"), "too vague"))
    written = markdown.write(difference(project, of_snapshot(project, TAKEN), now(project)))
    assert written.split("\n\n") == [
        "# Test: categories from “before” to now",
        "“before” was taken by Maria on 2026-11-24 08:50:17 UTC. Two \\*piles\\*\\\noverlap.",
        "2 steps.",
        "## Renamed (1)",
        "- Law: was Liability",
        "## Parked (1)",
        "- who signs: too vague\n",
    ]


def test_two_versions_that_are_alike_are_said_to_be() -> None:
    project = kept()
    written = markdown.write(difference(project, of_snapshot(project, TAKEN), now(project)))
    assert written.endswith("\n\nNothing differs.\n")


def test_versions_are_found_by_name_by_id_and_as_now() -> None:
    project = kept()
    assert [version.name for version in snapshots(project)] == ["before"]
    assert version_named(project, "bef").id == TAKEN
    assert version_named(project, NOW).is_now
    assert version_of(project, NOW).nodes == of_snapshot(project, TAKEN).nodes


def test_a_snapshot_whose_id_tells_no_time_is_shown_without() -> None:
    project = kept()
    project.put("snapshots", "by-hand", {"id": "by-hand", "name": "older", "nodes": {}})
    assert of_snapshot(project, "by-hand").at == ""
    written = markdown.write(difference(project, of_snapshot(project, "by-hand"), now(project)))
    assert "“older” was taken." in written


class Entry(NamedTuple):
    """A transaction as history tells it."""

    coder: str
    at: str
    ops: list[Operation]


def test_each_step_says_who_made_it_and_on_which_day() -> None:
    project = a_project(CODEBOOK)
    entries: list[Entry] = []

    def done(coder: str, at: str, *edits: Edit) -> None:
        entries.insert(0, Entry(coder, at, do(project, *edits).operations))

    done(CODER, "2026-02-01T10:00:00Z", RenameNode(node(project, "Standards"), "Quality"))
    done(CODER, "2026-03-01T10:00:00Z", TakeSnapshot(TAKEN, "before", "", CODER))
    done("jon", "2026-03-02T10:00:00Z", RenameNode(node(project, "Liability"), "Law"))
    done("jon", "2026-03-03T10:00:00Z", CreateNode("n", "code", "new"))
    done(CODER, "2026-03-04T10:00:00Z", RenameNode("n", "newer"))
    done(CODER, "2026-03-05T10:00:00Z", RemoveNode(node(project, "time set aside")))
    later = "01m86bzagxy225aw0tk1hejz97"
    done(CODER, "2026-03-06T10:00:00Z", TakeSnapshot(later, "after", "", CODER))
    done(CODER, "2026-03-07T10:00:00Z", RenameNode(node(project, "Law"), "The law"))
    first, second = of_snapshot(project, TAKEN), of_snapshot(project, later)
    written = markdown.write(difference(project, first, second, entries))
    assert [line for line in written.splitlines() if line.startswith("- ")] == [
        "- newer: code, unsorted (jon, 2026-03-03)",
        "- Law: was Liability (jon, 2026-03-02)",
        "- time set aside: code in Resources (Maria, 2026-03-05)",
    ]
    assert "- The law: was Liability (Maria, 2026-03-07)" in markdown.write(
        difference(project, first, now(project), entries)
    )
    back = markdown.write(difference(project, second, first, entries))
    assert "- Liability: was Law\n" in back
