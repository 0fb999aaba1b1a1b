"""The 32 items of COREQ (Tong et al. 2007): what the project knows of each, and what its authors must say.

The items are listed once, below; an answer is computed from the project, or is the author's to write.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from tui import __version__
from tui.analysis.saturation import new_codes
from tui.model.guide import guide
from tui.model.nodes import CATEGORY, SUB_CATEGORY, THEME
from tui.model.project import Project
from tui.model.units import is_unit
from tui.reports.amounts import each_with_amount, in_text, least_shown, of_participants, of_things, of_units, sentence
from tui.reports.participants import heard, how_held, how_long, took_part
from tui.reports.quotations import chosen, counted_units
from tui.reports.records import Records
from tui.reports.tree import Block, Heading, Paragraph, Table, counted, listed

FOR_THE_AUTHOR = "For the author:"
"""Begins what the project cannot know."""


class Item(NamedTuple):
    """An item: its number, its name, what the author is asked, and what the project knows of it (or nothing)."""

    number: int
    name: str
    asks: str = ""
    known: Callable[[Project], str] | None = None


def coreq(project: Project) -> list[Block]:
    """Return a table for each domain, an item a row."""
    blocks: list[Block] = [Heading(1, f"{project.title}: COREQ"), Paragraph(_INTRODUCTION)]
    for domain, items in DOMAINS:
        rows = tuple((str(item.number), item.name, _answer(project, item)) for item in items)
        blocks += [Heading(2, domain), Table(("No.", "Item", "Reported"), rows, frozenset({0}))]
    return blocks


def coreq_records(project: Project) -> Records:
    """Return a row for each item: what the project knows of it, and what its authors must say."""
    return Records(
        ("domain", "number", "item", "known", "for_the_author"),
        (
            (domain, item.number, item.name, item.known(project) if item.known is not None else "", item.asks)
            for domain, items in DOMAINS
            for item in items
        ),
    )


def _answer(project: Project, item: Item) -> str:
    known = item.known(project) if item.known is not None else ""
    asks = f"{FOR_THE_AUTHOR} {item.asks}" if item.asks or not known else ""
    return " ".join(part for part in (known, asks) if part).strip()


_INTRODUCTION = (
    f"What can be counted is counted from the project. “{FOR_THE_AUTHOR}” stands before what only the authors can say."
)


def _interviewers(project: Project) -> str:
    names = Counter(str(source["interviewer"]) for source in project.alive("sources") if source.get("interviewer"))
    by = each_with_amount(project, dict(sorted(names.items())))
    return f"Sources by who interviewed: {by}." if by else ""


def _memos(project: Project, kind: str) -> int:
    return sum(1 for memo in project.alive("memos") if memo.get("kind") == kind)


def _reflexive(project: Project) -> str:
    number = _memos(project, "reflexive")
    return f"The project holds {counted(number, 'reflexive memo')} to draw on." if number else ""


def how_oriented(project: Project) -> str:
    """Return which content was analysed."""
    stance = project.document.get("stance")
    return f"The method is qualitative content analysis, of {stance} content." if stance else ""


def _size(project: Project) -> str:
    return sentence(f"{in_text(project, len(heard(project)))} {project.setting('participants_word')}")


def _described(project: Project) -> str:
    names = dict.fromkeys(name for one in heard(project) for name in one.get("attributes") or {})
    return f"By {listed(names)}: see the table of participants." if names else ""


def _guide(project: Project) -> str:
    topics = [topic.words for topic in guide(project)]
    return f"The guide has {counted(len(topics), 'topic')}: {'; '.join(topics)}." if topics else ""


def _repeated(project: Project) -> str:
    sources: Counter[str] = Counter()
    for source in project.alive("sources"):
        sources.update(project.turns(source["id"]).voices)
    again = sum(1 for number in sources.values() if number > 1)
    if not sources:
        return ""
    if not again and not least_shown(project):
        return "None."
    return sentence(f"{of_participants(project, again)} speak in more than one source")


def _field_notes(project: Project) -> str:
    number = len({memo["on"]["id"] for memo in project.alive("memos") if memo["on"].get("kind") == "source"})
    return f"Memos were written on {of_things(project, number, 'source')}." if number else ""


def _saturation(project: Project) -> str:
    """Say when the last code of the present system first occurred, which is no claim that nothing new could come."""
    firsts = new_codes(project)
    if not firsts:
        return ""
    names, new = [name for name, _ in firsts], [number for _, number in firsts]
    last = max(place for place, number in enumerate(new) if number)
    half = sum(new[: (len(new) + 1) // 2])
    place = "" if least_shown(project) else f", source {last + 1} of {len(names)}"
    return (
        f"Of {counted(sum(new), 'code')}, {half:,} occur in the first half of the sources as ordered by date; the last "
        f"that is new occurs in {names[last]}{place}."
    )


def how_many_coders(project: Project) -> str:
    """Return who coded, how much, and how many sources more than one of them."""
    units = [unit for unit in project.alive("units") if is_unit(unit)]
    numbers = Counter(unit.get("coder") for unit in units)
    coders = [coder for coder in sorted(project.alive("coders"), key=lambda one: one["id"]) if numbers[coder["id"]]]
    if not coders:
        return ""
    marked = each_with_amount(project, {str(coder.get("name")): numbers[coder["id"]] for coder in coders})
    said = f"Meaning units were marked by {counted(len(coders), 'coder')}: {marked}."
    pairs = {(unit["source"], unit.get("coder")) for unit in units}
    times = Counter(source for source, _ in pairs if project.get("sources", source) is not None)
    shared = sum(1 for number in times.values() if number > 1)
    sources = of_things(project, shared, "source")
    were = "was" if shared == 1 and not least_shown(project) else "were"
    return f"{said} {sentence(f'{sources} {were} coded by more than one')}" if shared else said


def _tree(project: Project) -> str:
    levels = Counter(node.level for node in project.codebook.nodes.values())
    named = (
        (CATEGORY, "category", "categories"),
        (SUB_CATEGORY, "sub-category", "sub-categories"),
        ("code", "code", "codes"),
    )
    parts = [counted(levels[level], one, several) for level, one, several in named]
    outside = len({*project.codebook.unsorted(), *project.codebook.parked()})
    them = f", {outside:,} of them not in the system" if 0 < outside < levels["code"] else ""
    return f"{listed(parts)}{them}; see the figure and the codebook." if levels else ""


def _derivation(project: Project) -> str:
    merged = sum(len(node.aliases) for node in project.codebook.nodes.values())
    versions = [str(one.get("name")) for one in sorted(project.alive("snapshots"), key=lambda one: one["id"])]
    said = "Codes were made from the data and sorted into categories."
    if merged:
        said += f" In the course of it {counted(merged, 'name was', 'names were')} merged into others."
    if versions:
        said += f" The project keeps {counted(len(versions), 'version')} of the system: {listed(versions)}."
    return said if project.codebook.nodes else ""


def _software(_: Project) -> str:
    return f"Postil {__version__}."


def _quoted(project: Project) -> str:
    quotations = chosen(project, project.codebook.codes())
    people = {one for unit in quotations for one in project.participants_of(unit)}
    if not quotations:
        return "No quotations have been chosen yet."
    number = of_units(project, len(quotations), "quotation") or "Quotations"
    return sentence(f"{number}, each attributed, from {of_participants(project, len(people))}")


def _consistent(project: Project) -> str:
    book = project.codebook
    units = len(counted_units(project, [code for category in book.categories() for code in book.codes(category)]))
    if not units:
        return ""
    held = of_units(project, units, "distinct unit")
    stand = "stands" if units == 1 and not least_shown(project) else "stand"
    traced = "each line of the summary can be traced to the words it came from"
    return sentence(f"{held} {stand} in categories; {traced}" if held else traced)


def _major(project: Project) -> str:
    names = [project.codebook.nodes[category].title for category in project.codebook.categories()]
    return f"{listed(names)}." if names else ""


def _minor(project: Project) -> str:
    book, tally = project.codebook, project.tally
    single = [book.nodes[code].title for code in book.codes() if tally.participants(code) == 1]
    parts = []
    if single and not least_shown(project):
        parts.append(f"Said by one alone: {listed(single)}.")
    if book.parked():
        parts.append(f"Set aside, with reasons: {listed(book.nodes[code].title for code in book.parked())}.")
    themes = [node.title for node in book.nodes.values() if node.level == THEME]
    if themes:
        parts.append(f"Across categories: {listed(themes)}.")
    return " ".join(parts)


DOMAINS: tuple[tuple[str, tuple[Item, ...]], ...] = (
    (
        "Research team and reflexivity",
        (
            Item(1, "Interviewer or facilitator", known=_interviewers),
            Item(2, "Credentials", "which degrees the researchers have."),
            Item(3, "Occupation", "what they worked as at the time."),
            Item(4, "Gender", "of the researchers."),
            Item(5, "Experience and training", "in interviewing and in the method."),
            Item(6, "Relationship established", "whether they knew participants before."),
            Item(7, "Participant knowledge of the interviewer", "what participants knew of them and their aims."),
            Item(8, "Interviewer characteristics", "assumptions, interests, reasons.", _reflexive),
        ),
    ),
    (
        "Study design",
        (
            Item(9, "Methodological orientation", "whose account of the method was followed.", how_oriented),
            Item(10, "Sampling", "how participants were chosen."),
            Item(11, "Method of approach", "how they were approached."),
            Item(12, "Sample size", known=_size),
            Item(13, "Non-participation", "reasons for declining.", took_part),
            Item(14, "Setting of data collection", "where.", how_held),
            Item(15, "Presence of non-participants", "whether anybody else was there."),
            Item(16, "Description of sample", known=_described),
            Item(17, "Interview guide", "whether it was tried before.", _guide),
            Item(18, "Repeat interviews", known=_repeated),
            Item(19, "Audio or visual recording", "whether interviews were recorded."),
            Item(20, "Field notes", "whether notes were made during or after.", _field_notes),
            Item(21, "Duration", known=how_long),
            Item(22, "Data saturation", "whether it was discussed, and in which sense.", _saturation),
            Item(23, "Transcripts returned", "whether participants saw them."),
        ),
    ),
    (
        "Analysis and findings",
        (
            Item(24, "Number of data coders", known=how_many_coders),
            Item(25, "Description of the coding tree", known=_tree),
            Item(26, "Derivation of themes", known=_derivation),
            Item(27, "Software", known=_software),
            Item(28, "Participant checking", "whether participants commented on the findings."),
            Item(29, "Quotations presented", known=_quoted),
            Item(30, "Data and findings consistent", "judge it.", _consistent),
            Item(31, "Clarity of major themes", "judge it.", _major),
            Item(32, "Clarity of minor themes", "discuss diverse cases.", _minor),
        ),
    ),
)
