"""What can be exported from the app, each with the file it goes to, and writing a file whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.errors import Mistake
from tui.model.project import Project
from tui.reports.records import Records
from tui.reports.tree import Block
from tui.store.exported import save
from tui.store.project import Store

FOLDER = "exports"
"""Where exports go inside the project's folder, unless a path is given."""

ROWS = (".csv", ".json")
"""Files that are called so hold rows instead of markdown, of the exports that have any."""


@dataclass(frozen=True, slots=True)
class Export:
    """One export: its name, what it holds, the file's name, and how its blocks are made (with the open source).

    One with records is written as rows where the file is called `.csv` or `.json`.
    """

    name: str
    about: str
    file: str
    blocks: Callable[[Store, str], Sequence[Block]]
    records: Callable[[Store], Records] | None = None
    needs_source: bool = False

    def text(self, store: Store, source: str, path: Path) -> str:
        """Return what is written to a file of this name."""
        ending = path.suffix.lower()
        if self.records is not None and ending in ROWS:
            from tui.reports import records

            return (records.csv_records if ending == ".csv" else records.json_records)(self.records(store))
        return signed(store, self.blocks(store, source))


def exports() -> Sequence[Export]:
    """Return the exports in the order of their use."""
    return (
        Export("category summaries", "names, counts, narratives, quotations: for the results", "summary.md", _summary),
        Export("summaries with places", "the same, each quotation with its place", "summary-places.md", _located),
        Export("results chapter", "methods in numbers, participants, summaries, examples", "chapter.md", _chapter),
        Export("figure", "categories and sub-categories as a table and a tree", "figure.md", _figure, _figure_rows),
        Export("participants", "who took part, as a table", "participants.md", _participants, _participants_rows),
        Export("abstraction table", "from meaning unit to category", "abstraction.md", _abstraction, _abstraction_rows),
        Export("codebook", "definitions, rules, examples, history", "codebook.md", _codebook, _codebook_rows),
        Export(
            "quotations",
            "original, edited, translated; who is quoted, who never",
            "quotations.md",
            _quotations,
            _quotations_rows,
        ),
        Export("coreq", "32 items to report, what is known filled in", "coreq.md", _coreq, _coreq_rows),
        Export("units", "every unit as a row, for a spreadsheet", "units.csv", _units_by_code, _units),
        Export("text under each code", "all units by code", "units.md", _units_by_code, _units),
        Export("decisions", "who decided what, when and why", "decisions.md", _decisions, _decisions_rows),
        Export("history", "all that happened: when, who, what", "history.csv", _history, _history_rows),
        Export(
            "transcript with codes",
            "the open source, codes in the margin: to discuss",
            "transcript.md",
            _transcript,
            needs_source=True,
        ),
    )


def file_of(export: Export, project: Project, source: str) -> str:
    """Return the file an export goes to unless another is named."""
    if export.needs_source:
        name = str((project.get("sources", source) or {}).get("name") or "transcript")
        return f"{FOLDER}/{''.join(mark if mark.isalnum() or mark in '-_ .' else '-' for mark in name)}.md"
    return f"{FOLDER}/{export.file}"


def path_of(words: str, folder: Path) -> Path:
    """Return the path a user typed; one that is not absolute lies in the project's folder."""
    path = Path(words).expanduser()
    return path if path.is_absolute() else folder / path


def write(path: Path, text: str, folder: Path) -> None:
    """Write a file whole or not at all, readable for oneself alone where it is new.

    Of folders only the project's own for exports is made (`folder` is the project's): another that is not there is
    more likely a slip of the pen.

    Raises:
        Mistake: it cannot be written; the message says why.
        NotSaved: the disk is full or fails.
    """
    if path.parent == folder / FOLDER:
        try:
            path.parent.mkdir(exist_ok=True, mode=0o700)
        except OSError as problem:
            raise Mistake(f"{path.parent} could not be made: {problem.strerror or problem}.") from problem
    elif not path.parent.exists():
        raise Mistake(f"There is no folder {path.parent}; exports make none but {FOLDER}.")
    save(path, text.encode("utf-8", "surrogatepass"), replaces=True)


def signed(store: Store, blocks: Sequence[Block]) -> str:
    """Return blocks as markdown, with the last line that names version and history."""
    from tui.reports import markdown
    from tui.reports.tree import origin

    return markdown.write([*blocks, origin(store.head())])


def _summary(store: Store, source: str) -> Sequence[Block]:
    from tui.reports.summary import summary

    return summary(store.project)


def _located(store: Store, source: str) -> Sequence[Block]:
    from tui.reports.summary import summary

    return summary(store.project, locates=True)


def _chapter(store: Store, source: str) -> Sequence[Block]:
    from tui.reports.chapter import chapter

    return chapter(store.project)


def _figure(store: Store, source: str) -> Sequence[Block]:
    from tui.reports.figure import figure_alone

    return figure_alone(store.project)


def _figure_rows(store: Store) -> Records:
    from tui.reports.figure import figure_records

    return figure_records(store.project)


def _participants(store: Store, source: str) -> Sequence[Block]:
    from tui.reports.participants import participants

    return participants(store.project)


def _participants_rows(store: Store) -> Records:
    from tui.reports.participants import participants_records

    return participants_records(store.project)


def _abstraction(store: Store, source: str) -> Sequence[Block]:
    from tui.reports.abstraction import abstraction

    return abstraction(store.project)


def _abstraction_rows(store: Store) -> Records:
    from tui.reports.abstraction import abstraction_records

    return abstraction_records(store.project)


def _codebook(store: Store, source: str) -> Sequence[Block]:
    from tui.reports.codebook import codebook

    return codebook(store.project, store.history("nodes"))


def _codebook_rows(store: Store) -> Records:
    from tui.reports.codebook import codebook_records

    return codebook_records(store.project, store.history("nodes"))


def _quotations(store: Store, source: str) -> Sequence[Block]:
    from tui.reports.quoted import quotations

    return quotations(store.project)


def _quotations_rows(store: Store) -> Records:
    from tui.reports.quoted import quotation_records

    return quotation_records(store.project)


def _coreq(store: Store, source: str) -> Sequence[Block]:
    from tui.reports.coreq import coreq

    return coreq(store.project)


def _coreq_rows(store: Store) -> Records:
    from tui.reports.coreq import coreq_records

    return coreq_records(store.project)


def _units(store: Store) -> Records:
    from tui.reports.quotations import sources_in_order
    from tui.reports.units import unit_records

    project = store.project
    units = (unit for each in sources_in_order(project) for unit in project.units_in(each["id"], relevant_only=True))
    return unit_records(project, units)


def _units_by_code(store: Store, source: str) -> Sequence[Block]:
    from tui.reports.units import text_under_codes

    return text_under_codes(store.project, store.project.codebook.codes(None))


def _transcript(store: Store, source: str) -> Sequence[Block]:
    from tui.reports.transcript import transcript_with_codes

    return transcript_with_codes(store.project, source)


def _decisions(store: Store, source: str) -> Sequence[Block]:
    from tui.analysis.decisions import decisions
    from tui.reports.audit import decisions_report

    return decisions_report(store.project, decisions(store.project, store.history("nodes")))


def _decisions_rows(store: Store) -> Records:
    from tui.analysis.decisions import decisions
    from tui.reports.audit import decision_records

    return decision_records(store.project, decisions(store.project, store.history("nodes")))


def _history(store: Store, source: str) -> Sequence[Block]:
    from tui.reports.audit import history_report

    return history_report(store.project, store.history())


def _history_rows(store: Store) -> Records:
    from tui.reports.audit import history_records

    return history_records(store.project, store.history())
