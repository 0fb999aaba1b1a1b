"""What became of the category system between two versions: a heading for each kind of step, a line for each step."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from tui.analysis.difference import Step, steps_between, told
from tui.analysis.makers import Entry, Maker, makers
from tui.analysis.versions import Version
from tui.model.project import Project
from tui.reports.tree import Block, Heading, Items, Paragraph, counted

HEADINGS = {
    "created": "Created",
    "split": "Split",
    "merged": "Merged",
    "promoted": "Promoted",
    "demoted": "Demoted",
    "moved": "Moved",
    "renamed": "Renamed",
    "defined": "Defined",
    "theme": "Themes",
    "parked": "Parked",
    "unparked": "Taken back",
    "reordered": "Reordered",
    "retired": "Retired",
}


def difference(project: Project, first: Version, second: Version, entries: Iterable[Entry] = ()) -> list[Block]:
    """Return what leads from one version to another; history's `entries`, the newest first, say who did it and when."""
    steps = told(steps_between(first.nodes, second.nodes))
    made = makers(steps, entries, first.id, second.id)
    blocks: list[Block] = [
        Heading(1, f"{project.title}: categories from {first.shown} to {second.shown}"),
        *(Paragraph(words) for version in (first, second) if (words := about(version))),
        Paragraph(f"{counted(len(steps), 'step')}." if steps else "Nothing differs."),
    ]
    for what, group in groupby(enumerate(steps), key=lambda placed: placed[1].what):
        lines = tuple(line_of(step) + by_whom(project, made.get(place)) for place, step in group)
        blocks += [Heading(2, f"{HEADINGS[what]} ({len(lines)})"), Items(lines)]
    return blocks


def line_of(step: Step) -> str:
    """Return a step in words: whose it is, and what."""
    return f"{step.name}: {step.words}"


def by_whom(project: Project, maker: Maker | None) -> str:
    """Return who made a step and on which day, as the end of a line."""
    if maker is None:
        return ""
    name = (project.tables["coders"].get(maker.coder) or {}).get("name") or maker.coder
    return f" ({name}, {maker.at[:10]})"


def about(version: Version) -> str:
    """Return who took a snapshot and when, and the memo on it; nothing for what stands now."""
    if version.is_now:
        return ""
    on = f" on {version.at.replace('T', ' ').removesuffix('Z')} UTC" if version.at else ""
    by = f" by {version.by}" if version.by else ""
    memo = f" {version.memo}" if version.memo else ""
    return f"{version.shown} was taken{by}{on}.{memo}"
