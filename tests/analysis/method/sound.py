"""A small project in which the rules of the method find nothing, and what can be done to it.

Two leaders say eight sentences each; four codes in two piles of one category hold a unit of each of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.builders import a_project, do, marked, node
from tui.analysis.method.finding import Finding
from tui.analysis.method.table import findings
from tui.model.documents import Document
from tui.model.edits.codebook import DefineNode
from tui.model.edits.project import BeginPass, EndPass
from tui.model.edits.quotations import ChooseAnchor
from tui.model.ids import new_id
from tui.model.project import Project

L07 = (
    "INT: What comes with it? / "
    "L07: Nobody has put a name under it so far. The vendor never showed us that it works. "
    "After March there is not a single krona left for it. We are to learn it in our lunch breaks. / "
    "INT: Is there anything else that you would like to say?"
)
L08 = (
    "INT: What comes with it? / "
    "L08: Ask three people who decided and you get three names. They say it has been tried, somewhere else. "
    "The project paid the first year and then it stopped. My staff come in on Saturdays to practise."
)
CODES = {
    "who signs": ("Nobody has put a name under it so far", "Ask three people who decided and you get three names"),
    "proof is missing": ("The vendor never showed us that it works", "They say it has been tried, somewhere else"),
    "money runs out": (
        "After March there is not a single krona left for it",
        "The project paid the first year and then it stopped",
    ),
    "own evenings": ("We are to learn it in our lunch breaks", "My staff come in on Saturdays to practise"),
}
DEFINITIONS = {
    "Conditions": "What surrounds a tool.",
    "Liability": "Responsibility, and what shows that a thing is good.",
    "Resources": "Budgets, hours.",
    "who signs": "Nobody answers when somebody asks.",
    "proof is missing": "Evidence that was promised.",
    "money runs out": "Paying stops with the project.",
    "own evenings": "Learning outside of working hours.",
}
OUTLINE = (
    "# Conditions / ## Liability / - who signs / - proof is missing / ## Resources / - money runs out / - own evenings"
)


def sound_project() -> Project:
    """Return the project."""
    project = a_project(OUTLINE, L07=L07, L08=L08)
    for code, (first, second) in CODES.items():
        units = [marked(project, first, code), marked(project, second, code, source="L08")]
        pile = project.codebook.pile_of(node(project, code)) or ""
        for number, unit in enumerate(units):
            put(project, "units", unit, condensed=f"{code[:3]} {number}")
            for each in (node(project, code), pile):
                do(project, ChooseAnchor(each, unit, "typical"))
    for name, definition in DEFINITIONS.items():
        do(project, DefineNode(node(project, name), {"definition": definition, "include": "a", "exclude": "b"}))
    for source in ("L07", "L08"):
        reading = new_id()
        do(project, BeginPass(reading, "maria", source), EndPass(reading))
    return project


def put(project: Project, table: str, identifier: str, **fields: object) -> None:
    """Set fields of a document; `None` clears."""
    before: Document = project.tables[table].get(identifier) or {"id": identifier}
    wanted = {**before, **fields}
    project.put(table, identifier, {field: value for field, value in wanted.items() if value is not None})


def units_of(project: Project, code: str) -> list[str]:
    """Return the ids of a code's units, that in L07 first."""
    return [
        unit["id"] for unit in sorted(project.units_with(node(project, code)), key=lambda each: str(each["source"]))
    ]


def found(project: Project, rule: str = "") -> list[Finding]:
    """Return what is found, by one rule or by all."""
    return [finding for finding in findings(project) if rule in ("", finding.rule)]


def rules(project: Project) -> Sequence[str]:
    """Return the rules that find something, once for each finding."""
    return [finding.rule for finding in findings(project)]
