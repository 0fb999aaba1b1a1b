"""Projects on disk for tests, in two lines: a folder with a project, edits without rules, journals written outright.

folder = a_folder(tmp_path)
store = Store.open(folder, coder="maria"); store.commit(Put("nodes", "n1", {"name": "trust"}))
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from tui.model.documents import Change, Document
from tui.model.ids import new_id
from tui.model.project import Project
from tui.store.line import Record, encoded
from tui.store.project import Store, create

AT = "2026-11-24T09:10:00Z"


@dataclass(frozen=True)
class Put:
    """An edit that sets fields of one document and asks no rule whether it may."""

    table: str
    id: str
    fields: Mapping[str, Any]
    words: str = ""

    def changes(self, project: Project) -> list[Change]:
        return [Change(self.table, self.id, self.fields)]

    def sentence(self, project: Project) -> str:
        return self.words or f"put {self.table} {self.id}"


def a_folder(path: Path, *, title: str = "Leaders and AI", group: bool = False) -> Path:
    """Make a project in the folder `study` of a path and return that folder."""
    folder = path / "study"
    create(folder, title=title, group=group)
    return folder


def a_store(path: Path, coder: str = "maria") -> Store:
    """Make a project and open it as a coder."""
    return Store.open(a_folder(path), coder=coder)


def shown(store: Store) -> dict[str, dict[str, Document]]:
    """Return what a session shows, as values that later edits leave alone."""
    return {table: dict(documents) for table, documents in store.project.tables.items()}


def journal_of(store: Store) -> Path:
    """Return the file of the journal a session writes to."""
    return store.folder / "journal" / f"{store.state.journal}.jsonl"


def project_id(folder: Path) -> str:
    """Return a project's id, read from the header of its founding journal."""
    first = next((folder / "journal").glob("project.*.jsonl")).read_text()
    return first.partition('"project":"')[2][:26]


def write_journal(folder: Path, name: str, records: Iterable[Record], *, closed: bool = False) -> Path:
    """Write a journal outright: a header, then records whose sums and chain are filled in."""
    header: Record = {
        "n": 0,
        "format": 1,
        "epoch": 0,
        "project": project_id(folder),
        "coder": name.partition(".")[0],
        "at": AT,
    }
    closing = [{"n": 1 << 20, "at": AT, "closed": True}] if closed else []
    previous, lines = "", []
    for record in (header, *records, *closing):
        raw, previous = encoded(record, previous)
        lines.append(raw)
    path = folder / "journal" / f"{name}.jsonl"
    path.write_bytes(b"".join(lines))
    path.chmod(0o640)
    return path


def step(n: int, *operations: Sequence[Any], do: str = "edit") -> Record:
    """Return a record for `write_journal`."""
    return {"n": n, "at": AT, "do": do, "ops": [list(operation) for operation in operations]}


def a_large_folder(path: Path, units: int, *, coders: int = 4, closed: int = 0, seed: int = 1) -> Path:
    """Make a project with many units by some coders, a line each, and further journals that are closed."""
    folder, draw = a_folder(path), random.Random(seed)
    sources = [new_id() for _ in range(max(2, units // 400))]
    codes = [new_id() for _ in range(200)]
    groundwork = [["nodes", code, None, {"name": f"code {n}", "level": "code"}] for n, code in enumerate(codes)]
    groundwork += [["sources", source, None, _interview(source, n)] for n, source in enumerate(sources)]
    write_journal(folder, "founder.000000", [step(2, *groundwork)], closed=True)
    for number in range(closed):
        write_journal(
            folder, f"former.{number:06x}", [step(3 + number, _unit(draw, "former", sources, codes))], closed=True
        )
    for number in range(coders):
        name = f"coder{number}"
        lines = (
            step(4 + closed + each, _unit(draw, name, sources, codes), do="apply code burden of proof")
            for each in range(number, units, coders)
        )
        write_journal(folder, f"{name}.{number:06x}", lines)
    return folder


def _interview(source: str, number: int) -> Document:
    return {
        "name": f"L{number:03}",
        "text": sha256(source.encode()).hexdigest(),
        "turns": [[start, start + 5, start + 1900, "L"] for start in range(0, 60_000, 2000)],
        "speakers": {"L": {"role": "participant", "participant": f"p{number}"}},
    }


def _unit(draw: random.Random, coder: str, sources: Sequence[str], codes: Sequence[str]) -> list[Any]:
    source, start = draw.choice(sources), draw.randrange(60_000)
    unit: Document = {
        "kind": "unit",
        "source": source,
        "text": sha256(source.encode()).hexdigest(),
        "coder": coder,
        "spans": [[start, start + 60]],
        "codes": {draw.choice(codes): True},
    }
    if draw.random() < 0.5:
        unit["condensed"] = "unclear whose decision it is once a tool has a say"
    return ["units", new_id(), None, unit]
