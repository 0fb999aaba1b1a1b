"""What became of the category system, as a document."""

from __future__ import annotations

from tests.builders import CODEBOOK, CODER, a_project, do, node
from tui.analysis.versions import NOW, now, of_snapshot, snapshots, version_named, version_of
from tui.model.edits.codebook import ParkNode, RenameNode
from tui.model.edits.snapshots import TakeSnapshot
from tui.model.project import Project
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
    written = markdown.write(difference(project.title, of_snapshot(project, TAKEN), now(project)))
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
    written = markdown.write(difference(project.title, of_snapshot(project, TAKEN), now(project)))
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
    written = markdown.write(difference(project.title, of_snapshot(project, "by-hand"), now(project)))
    assert "“older” was taken." in written
