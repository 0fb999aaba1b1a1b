"""Projects for tests, in memory and in two lines: an interview, a codebook drawn as an outline, units marked by words.

project = a_project("# Conditions / ## Liability / - who signs", L07="INT: Who answers? / L07: The doctor signs.")
unit = marked(project, "The doctor signs", "who signs")
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.model.documents import Document, patched
from tui.model.edits.codebook import CreateNode, SetMembers
from tui.model.edits.units import MarkNotRelevant, MarkUnit
from tui.model.ids import new_id
from tui.model.nodes import CATEGORY, CODE, SUB_CATEGORY, THEME
from tui.model.project import Project
from tui.model.transaction import Composed, Edit, compose

INTERVIEW = (
    "INT: When the system advises one thing, who answers for it? / "
    "L07: That is the one I lie awake over. Today the doctor decides and the doctor signs, and that is simple. / "
    "INT: And when a tool has a say? / "
    "L07: I no longer know whose decision it is. My gut says that this is unfair."
)
CODEBOOK = (
    "# Conditions / ## Liability / - burden of proof / - who signs / ## Standards / - good enough to buy / "
    "# Capacity / ## Resources / - money for year two / - time set aside"
)
CODER = "maria"

_LEVELS = {"-": CODE, "##": SUB_CATEGORY, "#": CATEGORY, "*": THEME}
_MARKS = {level: mark for mark, level in _LEVELS.items()}


def a_project(codebook: str = "", /, **sources: str) -> Project:
    """Return a project with one coder; of its sources, every label that is not `INT` is a participant of that name."""
    project = Project({"project": {"p": {"id": "p", "title": "Test"}}})
    project.put("coders", CODER, {"id": CODER, "name": "Maria", "initials": "M"})
    for name, turns in (sources or {"L07": INTERVIEW}).items():
        add_source(project, name, turns)
    draw(project, codebook)
    return project


def add_source(project: Project, name: str, turns: str) -> None:
    """Add an interview written as `LABEL: words / LABEL: words`; its id is its name. A turn may lack a label."""
    text, ranges, speakers = "", [], {}
    for turn in turns.split(" / "):
        label, colon, words = turn.partition(": ") if ": " in turn else ("", "", turn)
        start = len(text)
        text += f"{label}{colon}{words}"
        ranges.append([start, len(text) - len(words), len(text), label or None])
        text += "\n\n"
        if label == "INT":
            speakers[label] = {"role": "interviewer"}
        elif label:
            speakers[label] = {"role": "participant", "participant": label.lower()}
            project.put("participants", label.lower(), {"id": label.lower(), "name": label})
    project.texts = {**project.texts, f"text of {name}": text}
    source: Document = {"id": name, "name": name, "text": f"text of {name}", "turns": ranges, "speakers": speakers}
    project.put("sources", name, source)


def draw(project: Project, codebook: str) -> None:
    """Add nodes written as an outline: `- unsorted / ## Lone pile / # Category / ## Pile / - code / * Theme: pile`."""
    category = pile = None
    for line in filter(None, (line.strip() for line in codebook.split(" / "))):
        mark, _, words = line.partition(" ")
        level, identifier = _LEVELS[mark], new_id()
        name, _, members = words.partition(": ")
        parent = {CODE: pile, SUB_CATEGORY: category}.get(level)
        do(project, CreateNode(identifier, level, name, parent))
        if level == THEME:
            do(project, SetMembers(identifier, tuple(nodes(project, *filter(None, members.split(", "))))))
        elif level != CODE:
            pile = identifier
            category = identifier if level == CATEGORY else category


def outline(project: Project) -> str:
    """Return the codebook in the form that `draw` reads; parked codes say why, after what is unsorted."""
    codebook = project.codebook
    order = (CODE, SUB_CATEGORY, CATEGORY, THEME)
    tops = sorted(codebook.children(None), key=lambda top: order.index(codebook.nodes[top].level))
    whole = {top: [node for node in codebook.nodes if codebook.ancestry(node)[-1] == top] for top in tops}
    return " / ".join(_line(project, node) for top in tops for node in whole[top])


def _line(project: Project, identifier: str) -> str:
    found = project.codebook.nodes[identifier]
    line = f"{_MARKS[found.level]} {found.name}".rstrip()
    if found.level == THEME:
        members = ", ".join(project.codebook.nodes[member].title for member in project.codebook.members(found.id))
        line += f": {members}".rstrip()
    return line + (f" (parked: {found.parked})" if found.parked else "")


def node(project: Project, path: str) -> str:
    """Return the id of the node that a path means."""
    return project.codebook.find_path(path)


def nodes(project: Project, *paths: str) -> list[str]:
    """Return the ids of the nodes that paths mean."""
    return [node(project, path) for path in paths]


def spans_of(project: Project, *quotes: str, source: str = "") -> list[list[int]]:
    """Return where words stand in a source, in the first one unless told."""
    text = project.transcript(source or next(iter(project.tables["sources"]))).text
    return [[text.index(quote), text.index(quote) + len(quote)] for quote in quotes]


def marked(project: Project, quote: str | Iterable[str], *codes: str, source: str = "", coder: str = CODER) -> str:
    """Mark words as a unit with codes, given by their paths, and return its id; several quotes make several spans."""
    source = source or next(iter(project.tables["sources"]))
    quotes = [quote] if isinstance(quote, str) else list(quote)
    unit, spans = new_id(), spans_of(project, *quotes, source=source)
    do(project, MarkUnit(unit, source, spans, coder, tuple(nodes(project, *codes))))
    return unit


def not_relevant(project: Project, quote: str, *, source: str = "", coder: str = CODER) -> str:
    """Mark words as not relevant and return the mark's id."""
    source = source or next(iter(project.tables["sources"]))
    mark = new_id()
    do(project, MarkNotRelevant(mark, source, spans_of(project, quote, source=source), coder))
    return mark


def quotes_of(project: Project, unit: str) -> list[str]:
    """Return the words in a unit's spans."""
    document = project.need("units", unit)
    return [project.transcript(document["source"]).text[start:end] for start, end in document["spans"]]


def codes_of(project: Project, unit: str) -> list[str]:
    """Return the names of a unit's codes, merges followed."""
    return [project.codebook.nodes[code].name for code in project.codebook.codes_of(project.need("units", unit))]


def do(project: Project, *edits: Edit) -> Composed:
    """Apply edits as one transaction, as the store would, and return it."""
    composed = compose(project, edits)
    for table, identifier, _, after in composed.operations:
        project.put(table, identifier, patched(project.tables[table].get(identifier), table, identifier, after))
    return composed


def undo(project: Project, composed: Composed) -> None:
    """Turn a transaction round; a document it made is taken out altogether."""
    for table, identifier, before, _ in reversed(composed.operations):
        present = project.tables[table][identifier]
        project.put(table, identifier, None if before is None else patched(present, table, identifier, before))
