"""What can be exported from the app, each with the file it goes to, and writing a file whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.errors import Mistake
from tui.model.project import Project
from tui.reports.tree import Block
from tui.store.exported import save
from tui.store.project import Store

FOLDER = "exports"
"""Where exports go inside the project's folder, unless a path is given."""


@dataclass(frozen=True, slots=True)
class Export:
    """One export: its name, what it holds, the file's name, and how its text is made (with the open source)."""

    name: str
    about: str
    file: str
    text: Callable[[Store, str], str]
    needs_source: bool = False


def exports() -> Sequence[Export]:
    """Return the exports in the order of their use."""
    return (
        Export("category summaries", "names, counts, narratives, quotations: for the results", "summary.md", _summary),
        Export(
            "summaries with places",
            "the same, each quotation with its place",
            "summary-places.md",
            _summary_located,
        ),
        Export("codebook", "definitions, rules, examples", "codebook.md", _codebook),
        Export("abstraction table", "from meaning unit to category", "abstraction.md", _abstraction),
        Export("results chapter", "methods in numbers, participants, summaries, examples", "chapter.md", _chapter),
        Export("quotations", "original, edited, translated; who is quoted, who never", "quotations.md", _quotations),
        Export("participants", "who took part, as a table", "participants.md", _participants),
        Export("coreq", "32 items to report, what is known filled in", "coreq.md", _coreq),
        Export("units", "every unit as a row, for a spreadsheet", "units.csv", _units),
        Export("text under each code", "all units by code", "units.md", _units_by_code),
        Export("decisions", "who decided what, when and why", "decisions.md", _decisions),
        Export("history", "all that happened: when, who, what", "history.csv", _history),
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


def _summary(store: Store, source: str) -> str:
    from tui.reports.summary import summary

    return signed(store, summary(store.project))


def _summary_located(store: Store, source: str) -> str:
    from tui.reports.summary import summary

    return signed(store, summary(store.project, locates=True))


def _chapter(store: Store, source: str) -> str:
    from tui.reports.chapter import chapter

    return signed(store, chapter(store.project))


def _quotations(store: Store, source: str) -> str:
    from tui.reports.quoted import quotations

    return signed(store, quotations(store.project))


def _participants(store: Store, source: str) -> str:
    from tui.reports.participants import participants

    return signed(store, participants(store.project))


def _coreq(store: Store, source: str) -> str:
    from tui.reports.coreq import coreq

    return signed(store, coreq(store.project))


def _codebook(store: Store, source: str) -> str:
    from tui.reports.codebook import codebook

    return signed(store, codebook(store.project))


def _abstraction(store: Store, source: str) -> str:
    from tui.reports.abstraction import abstraction

    return signed(store, abstraction(store.project))


def _units(store: Store, source: str) -> str:
    from tui.reports.quotations import sources_in_order
    from tui.reports.units import units_csv

    project = store.project
    units = [unit for each in sources_in_order(project) for unit in project.units_in(each["id"], relevant_only=True)]
    return units_csv(project, units)


def _units_by_code(store: Store, source: str) -> str:
    from tui.reports.units import text_under_codes

    return signed(store, text_under_codes(store.project, store.project.codebook.codes(None)))


def _transcript(store: Store, source: str) -> str:
    from tui.reports.transcript import transcript_with_codes

    return signed(store, transcript_with_codes(store.project, source))


def _decisions(store: Store, source: str) -> str:
    from tui.analysis.decisions import decisions
    from tui.reports.audit import decisions_report

    return signed(store, decisions_report(store.project, decisions(store.project, store.history("nodes"))))


def _history(store: Store, source: str) -> str:
    from tui.reports.audit import history_csv

    return history_csv(store.project, store.history())
