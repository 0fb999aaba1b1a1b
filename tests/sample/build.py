"""Builds the sample project anew, as its two coders did: the commands for the study, edits for what they thought.

python -m tests.sample.build DIR
"""

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.sample import codebook, study
from tui.cli.main import run
from tui.model.edits.codebook import CreateNode, DefineNode, ParkNode, SetMembers, ShortenNode
from tui.model.edits.memos import WriteMemo
from tui.model.edits.project import AddCoder, BeginPass, EndPass, SetQuickKey, SetSetting
from tui.model.edits.quotations import ChooseAnchor, SetQuotation, WriteQuotation
from tui.model.edits.shaping import MergeNodes
from tui.model.edits.snapshots import TakeSnapshot
from tui.model.edits.sorting import GroupPiles, MoveNodes
from tui.model.edits.units import MarkNotRelevant, MarkUnit
from tui.model.ids import coder_id, new_id
from tui.store.project import Store

HERE = Path(__file__).parent


class Calendar:
    """The days of the study, given out for those of the building; somebody who works takes a while for everything."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 16, 8, 40, tzinfo=timezone.utc)

    def time_ns(self) -> int:
        """Return the time in nanoseconds."""
        self.moment += timedelta(seconds=31)
        return int(self.moment.timestamp()) * 1_000_000_000

    def now(self, _zone: timezone) -> datetime:
        """Return the time."""
        self.moment += timedelta(seconds=8)
        return self.moment

    def next_day(self, days: int = 1) -> None:
        """Go home, and come back in the morning."""
        self.moment = self.moment.replace(hour=8, minute=40) + timedelta(days=days)


class Session:
    """One coder at work in the project."""

    def __init__(self, store: Store, coder: str) -> None:
        self.store, self.coder, self.project = store, coder, store.project
        self.sources = {source["name"]: source for source in self.project.alive("sources")}

    def code_named(self, name: str) -> str:
        """Return the code of that name, made first where it is missing."""
        for node in self.project.codebook.nodes.values():
            if node.name == name:
                return node.id
        made = new_id()
        self.store.commit(CreateNode(made, "code", name))
        return made

    def node_called(self, name: str) -> str:
        """Return the node of that name or short name."""
        return next(node.id for node in self.project.codebook.nodes.values() if name in (node.name, node.short))

    def unit_beginning(self, words: str, coder: str | None = None) -> str:
        """Return a coder's unit whose text begins with these words; without one, Lena's."""
        for unit in self.project.alive("units"):
            if unit["coder"] == (coder or coder_id(study.LENA[0])) and self.words(unit).startswith(words):
                return str(unit["id"])
        raise LookupError(words)

    def words(self, unit: dict[str, Any]) -> str:
        """Return a unit's text from its first span on."""
        return self.project.texts[unit["text"]][unit["spans"][0][0] :]

    def spans(self, source: str, quotes: list[str]) -> list[list[int]]:
        """Return where the quotes stand in a source, each of them once."""
        text = self.project.texts[self.sources[source]["text"]]
        assert all(text.count(quote) == 1 for quote in quotes), quotes
        return [[text.index(quote), text.index(quote) + len(quote)] for quote in quotes]

    def mark(self, line: dict[str, Any]) -> None:
        """Mark one unit as a line of the coding says."""
        codes = [self.code_named(name) for name in line["as"]]
        unit, source = new_id(), self.sources[line["source"]]["id"]
        spans = self.spans(line["source"], line["quote"])
        self.store.commit(MarkUnit(unit, source, spans, self.coder, codes, line.get("condensed")))
        if line.get("quotation"):
            self.store.commit(SetQuotation(unit, on=True))
        if "edited" in line:
            self.store.commit(WriteQuotation(unit, edited=line["edited"]))

    def read_through(self) -> None:
        """Read every source to its end before anything is marked."""
        for source in self.sources.values():
            reading = new_id()
            self.store.commit(BeginPass(reading, self.coder, source["id"]))
            self.store.commit(EndPass(reading))

    def code(self, source: str, file: str) -> None:
        """Read a source again, marking what a file of coding says."""
        reading = new_id()
        self.store.commit(BeginPass(reading, self.coder, self.sources[source]["id"]))
        for line in (HERE / file).read_text(encoding="utf-8").splitlines():
            if json.loads(line)["source"] == source:
                self.mark(json.loads(line))
        if source != study.UNFINISHED:
            self.store.commit(EndPass(reading))


@contextmanager
def at_work(folder: Path, name: str) -> Iterator[Session]:
    """Let a coder open the project, and leave it."""
    store = Store.open(folder, coder=coder_id(name))
    try:
        yield Session(store, coder_id(name))
    finally:
        store.checkpoint()
        store.close()


def postil(folder: Path, *words: object) -> None:
    """Run a command as Lena."""
    status = run(["-C", str(folder), "--coder", study.LENA[0], *map(str, words)])
    assert status == 0, words


def prepare(folder: Path) -> None:
    """Make the project, bring the interviews in and say who spoke."""
    made = ["new", str(folder), "--title", study.TITLE, "--aim", study.AIM, "--stance", study.STANCE]
    assert run(made) == 0
    postil(folder, "project", "set", "invited", study.INVITED)
    postil(folder, "project", "set", "declined", study.DECLINED)
    postil(folder, "project", "set", "participants_word", "leaders")
    for leader in study.LEADERS:
        attributes = [f"{key}={getattr(leader, key)}" for key in ("role", "context", "gender")]
        postil(folder, "participants", "add", leader.name, *attributes)
        postil(folder, "import", HERE / "interviews" / f"{leader.source}.txt", "--participant", leader.name)
        facts = ["--date", leader.date, "--mode", leader.mode, "--minutes", leader.minutes]
        postil(folder, "sources", "set", leader.source, *facts, "--interviewed-by", leader.interviewer)


def sort(session: Session) -> None:
    """Throw the codes into piles, name the piles, put categories over them, define them all."""
    commit, project = session.store.commit, session.project
    for group in codebook.GROUPS:
        made = []
        for pile in group.piles:
            identifier = new_id()
            made.append(identifier)
            commit(CreateNode(identifier, "sub-category", pile.name))
            commit(MoveNodes([session.code_named(name) for name in pile.codes], identifier))
            commit(ShortenNode(identifier, pile.short))
            words = {"definition": pile.definition, "include": pile.include, "exclude": pile.exclude}
            commit(DefineNode(identifier, {field: said for field, said in words.items() if said}))
        category = new_id()
        commit(GroupPiles(category, group.name, made))
        commit(ShortenNode(category, group.short))
        commit(DefineNode(category, {"definition": group.definition}))
    for name, meaning in codebook.MEANINGS.items():
        commit(DefineNode(session.code_named(name), {field: said for field, said in meaning._asdict().items() if said}))
    name, into, reason = codebook.MERGED
    commit(MergeNodes([session.code_named(name)], session.code_named(into), reason=reason))
    commit(ParkNode(session.code_named(codebook.PARKED[0]), codebook.PARKED[1]))
    for digit, name in enumerate(codebook.QUICK, start=1):
        commit(SetQuickKey(session.coder, str(digit), session.code_named(name)))
    assert [project.codebook.nodes[code].name for code in project.codebook.unsorted()] == list(codebook.UNSORTED)


def write(session: Session) -> None:
    """Write what is written about it: the theme, examples, texts of the results, a snapshot."""
    commit = session.store.commit
    theme, (name, definition, members) = new_id(), codebook.THEME
    commit(CreateNode(theme, "theme", name))
    commit(DefineNode(theme, {"definition": definition}))
    commit(SetMembers(theme, [session.code_named(member) for member in members]))
    for code, words, kind in codebook.ANCHORS:
        commit(ChooseAnchor(session.code_named(code), session.unit_beginning(words), kind))
    for pile in (pile for group in codebook.GROUPS for pile in group.piles if pile.narrative):
        commit(DefineNode(session.node_called(pile.name), {"narrative": pile.narrative}))
    for source, first, last in study.NOT_RELEVANT:
        (start, _), (_, end) = session.spans(source, [first, last])
        commit(MarkNotRelevant(new_id(), session.sources[source]["id"], [[start, end]], session.coder))
    commit(TakeSnapshot(new_id(), study.SNAPSHOT[0], study.SNAPSHOT[1], session.coder))


def note(session: Session, initials: str) -> None:
    """Write a coder's memos."""
    for memo in (memo for memo in study.NOTES if memo.coder == initials):
        on = {"kind": memo.on, "id": found(session, memo)}
        session.store.commit(WriteMemo(new_id(), on, memo.kind, session.coder, memo.text))


def found(session: Session, memo: study.Note) -> str:
    """Return the id of what a memo is on."""
    if memo.on == "project":
        return str(session.project.id)
    if memo.on == "unit":
        return session.unit_beginning(memo.name, session.coder)
    if memo.on in ("source", "participant"):
        return str(session.project.find(f"{memo.on}s", memo.name)["id"])
    return session.node_called(memo.name)


def build(folder: Path) -> None:
    """Build the whole project in a folder that is not there yet."""
    calendar = Calendar()
    with patch("time.time_ns", calendar.time_ns), patch("tui.store.line.datetime", calendar):
        work(folder, calendar)
    make_public(folder)


def work(folder: Path, calendar: Calendar) -> None:
    """Let two weeks pass in which the interviews are read, coded, sorted and written about."""
    prepare(folder)
    with at_work(folder, study.LENA[0]) as lena:
        lena.store.commit(SetSetting("fiction", study.FICTION))
        lena.read_through()
        for source in ("L03", "L07"):
            calendar.next_day()
            lena.code(source, "lena.jsonl")
    with at_work(folder, study.JON[0]) as jon:
        jon.store.commit(AddCoder(jon.coder, *study.JON))
        for source in ("L07", "L12"):
            calendar.next_day()
            jon.code(source, "jon.jsonl")
    with at_work(folder, study.LENA[0]) as lena:
        for source in ("L12", "L16"):
            calendar.next_day(3)
            lena.code(source, "lena.jsonl")
        calendar.next_day()
        sort(lena)
        calendar.next_day(3)
        write(lena)
        note(lena, study.LENA[1])
    with at_work(folder, study.JON[0]) as jon:
        note(jon, study.JON[1])


def make_public(folder: Path) -> None:
    """Leave out what is of this machine only, and let git keep the database file as well."""
    shutil.rmtree(folder / "state", ignore_errors=True)
    for whose in (folder / "journal").glob("*.mine"):
        whose.unlink()
    ignored = (folder / ".gitignore").read_text(encoding="utf-8").replace("project.json\n", "")
    (folder / ".gitignore").write_text(ignored, encoding="utf-8")


if __name__ == "__main__":
    build(Path(sys.argv[1]))
