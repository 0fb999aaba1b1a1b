"""Builds the sample project anew, as its two coders did: the commands for the study, edits for what they thought.

python -m tests.sample.build DIR
"""

import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.sample import codebook, study
from tui.analysis.method.table import findings
from tui.cli.main import run
from tui.model.edits.accepting import AcceptFinding
from tui.model.edits.codebook import CreateNode, DefineNode, ParkNode, RenameNode, SetMembers, ShortenNode
from tui.model.edits.guide import SetTopic
from tui.model.edits.memos import WriteMemo
from tui.model.edits.project import AddCoder, BeginPass, EndPass, SetQuickKey, SetSetting
from tui.model.edits.quotations import ArrangeQuotations, ChooseAnchor, SetQuotation, WriteQuotation
from tui.model.edits.shaping import MergeNodes
from tui.model.edits.snapshots import TakeSnapshot
from tui.model.edits.sorting import GroupPiles, MoveNodes
from tui.model.edits.units import MarkNotRelevant, MarkUnit
from tui.model.guide import guide
from tui.model.ids import coder_id, new_id
from tui.reports.quotations import chosen, speakers_of
from tui.store.project import Store

HERE = Path(__file__).parent


class Calendar:
    """The days of the study, given out for those of the building; somebody who works takes a while for everything."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 6, 1, 8, 40, tzinfo=timezone.utc)

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

    def read_through(self, sources: Iterable[str]) -> None:
        """Read sources to their end before anything is marked."""
        for source in sources:
            reading = new_id()
            self.store.commit(BeginPass(reading, self.coder, self.sources[source]["id"]))
            self.store.commit(EndPass(reading))

    def code(self, source: str) -> None:
        """Read a source again, marking what this coder marked in it."""
        reading = new_id()
        self.store.commit(BeginPass(reading, self.coder, self.sources[source]["id"]))
        for line in coding(source):
            if coder_id({"LP": study.LENA, "JE": study.JON}[line["coder"]][0]) == self.coder:
                self.mark(line)
        self.store.commit(EndPass(reading))


def coding(source: str) -> list[dict[str, Any]]:
    """Return what both coders marked in a source, a line each."""
    text = (HERE / "coding" / f"{source}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


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
    postil(folder, "project", "guide", *study.GUIDE)
    for leader in study.LEADERS:
        attributes = [f"{key}={getattr(leader, key)}" for key in ("role", "context", "gender")]
        postil(folder, "participants", "add", leader.name, *attributes)
        postil(folder, "import", HERE / "interviews" / f"{leader.source}.txt", "--participant", leader.name)
        facts = ["--date", leader.date, "--mode", leader.mode, "--minutes", leader.minutes]
        facts += ["--language", leader.language, "--interviewed-by", leader.interviewer]
        postil(folder, "sources", "set", leader.source, *facts)


def note_topics(session: Session) -> None:
    """Say of every answer which topic of the guide it is about."""
    topics = [topic.id for topic in guide(session.project)]
    for leader in study.LEADERS:
        source, asked = session.sources[leader.source]["id"], iter(leader.topics)
        sign, edits = "-", []
        for turn in session.project.turns(source):
            if not turn.is_participants:
                sign = next(asked)
            elif sign != "-":
                edits.append(SetTopic(source, turn.start, topics[int(sign) - 1]))
        assert next(asked, None) is None, leader.source
        session.store.commit(*edits, sentence=f"note the topics of {leader.source}")


def all_piles() -> Iterator[codebook.Pile]:
    """Yield every pile there ever was, in the order of the categories."""
    yield from (pile for group in codebook.GROUPS for pile in group.piles)
    yield codebook.TRYING


def sort(session: Session, stage: int) -> None:
    """Sort anew after a round: make piles, throw codes, put categories over them, merge, park, and keep the system."""
    commit = session.store.commit
    for pile in all_piles():
        if pile.stage == stage:
            commit(CreateNode(new_id(), "sub-category", pile.first))
    for pile in all_piles():
        throw(session, pile, stage)
    for group in codebook.GROUPS:
        if group.stage == stage:
            category = new_id()
            commit(GroupPiles(category, group.name, [session.node_called(pile.first) for pile in group.piles]))
    for merging in codebook.MERGED:
        if merging.stage == stage:
            into = session.code_named(merging.into)
            commit(MergeNodes([session.code_named(merging.name)], into, reason=merging.reason))
    for name, when, reason in codebook.PARKED:
        if when == stage:
            commit(ParkNode(session.code_named(name), reason))
    if codebook.MERGED_PILE.stage == stage:
        name, into, _, reason = codebook.MERGED_PILE
        first = next(pile.first for pile in all_piles() if pile.name == into)
        commit(MergeNodes([session.node_called(name)], session.node_called(first), reason=reason))
    name, memo = study.SNAPSHOTS[stage - 1]
    commit(TakeSnapshot(new_id(), name, memo, session.coder))


def throw(session: Session, pile: codebook.Pile, stage: int) -> None:
    """Throw what lies in the tray and belongs to a pile onto it, where the pile is there already."""
    if pile.stage > stage or (pile is codebook.TRYING and stage != pile.stage):
        return
    book = session.project.codebook
    name, before, after, when = codebook.MOVED
    codes = {book.nodes[code].name: code for code in book.unsorted()}
    belong = [each for each in pile.codes if each != name or (pile.first == after and stage >= when)]
    if pile is not codebook.TRYING and stage == codebook.TRYING.stage:
        belong = [each for each in belong if each not in codebook.TRYING.codes]
    thrown = [codes[each] for each in belong if each in codes]
    if pile.first == before and stage < when and name in codes:
        thrown.append(codes[name])
    if pile.first == after and stage == when:
        thrown.append(session.code_named(name))
    if thrown:
        session.store.commit(MoveNodes(thrown, session.node_called(pile.first)))


def settle(session: Session) -> None:
    """Give everything the name and the definition that all could agree on, and write the text."""
    commit, project = session.store.commit, session.project
    for group in codebook.GROUPS:
        for pile in group.piles:
            identifier = session.node_called(pile.first)
            commit(RenameNode(identifier, pile.name))
            commit(ShortenNode(identifier, pile.short))
            fields = ("definition", "include", "exclude", "narrative")
            commit(DefineNode(identifier, {field: getattr(pile, field) for field in fields if getattr(pile, field)}))
        category = session.node_called(group.name)
        commit(ShortenNode(category, group.short))
        fields = ("definition", "full", "include", "exclude", "narrative")
        commit(DefineNode(category, {field: getattr(group, field) for field in fields}))
    for name, meaning in codebook.MEANINGS.items():
        commit(DefineNode(session.code_named(name), {field: said for field, said in meaning._asdict().items() if said}))
    for one, other, because in codebook.PILES_DIFFER:
        commit(DefineNode(session.node_called(one), {f"differs/{session.node_called(other)}": because}))
    for one, other, because in codebook.DIFFERS:
        commit(DefineNode(session.code_named(one), {f"differs/{session.code_named(other)}": because}))
    for code, words, kind in codebook.ANCHORS:
        commit(ChooseAnchor(session.code_named(code), session.unit_beginning(words), kind))
    for code in project.codebook.codes():
        if not project.codebook.nodes[code].document.get("anchors") and (unit := first_condensed(session, code)):
            commit(ChooseAnchor(code, unit, "typical"))
    for digit, name in enumerate(codebook.QUICK, start=1):
        commit(SetQuickKey(session.coder, str(digit), session.code_named(name)))
    theme, (name, definition, members) = new_id(), codebook.THEME
    commit(CreateNode(theme, "theme", name))
    commit(DefineNode(theme, {"definition": definition}))
    commit(SetMembers(theme, [session.code_named(member) for member in members]))
    for source, first, last in study.NOT_RELEVANT:
        (start, _), (_, end) = session.spans(source, [first, last])
        commit(MarkNotRelevant(new_id(), session.sources[source]["id"], [[start, end]], session.coder))
    book = session.project.codebook
    assert [book.nodes[code].name for code in book.unsorted()] == list(codebook.UNSORTED)


def first_condensed(session: Session, code: str) -> str | None:
    """Return the coder's first unit with a code that has a condensed form: a fair example where none was picked."""
    units = [unit for unit in session.project.units_with(code) if unit["coder"] == session.coder]
    return next((str(unit["id"]) for unit in units if unit.get("condensed")), None)


def accept(session: Session) -> None:
    """Let stand, with a reason, what the check of the method finds and the coders mean to keep."""
    for found in findings(session.project):
        for rule, about, reason in study.ACCEPTED:
            if found.rule == rule and about in f"{found.where} {found.about}":
                key = (found.rule, found.key, found.stands_on, reason, session.coder, found.called)
                session.store.commit(AcceptFinding(new_id(), *key))


def quote(session: Session) -> None:
    """Choose the quotations, edit some of them lightly, add the translations, and put them in order."""
    commit, project = session.store.commit, session.project
    for leader in study.LEADERS:
        for line in coding(leader.source):
            if line.get("quotation"):
                unit = session.unit_beginning(line["quote"][0])
                commit(SetQuotation(unit, on=True))
                written = {field: line[field] for field in ("edited", "translation") if field in line}
                if "translation" in line:
                    written |= {"translator": study.TRANSLATOR, "translated": study.TRANSLATED}
                if written:
                    commit(WriteQuotation(unit, **written))
    for pile, leaders in study.QUOTED.items():
        node = project.codebook.nodes[session.node_called(pile)]
        waiting = chosen(project, project.codebook.codes(node.id))
        ordered = []
        for number in leaders:
            said = next(unit for unit in waiting if speakers_of(project, unit) == f"Leader {number}")
            waiting.remove(said)
            ordered.append(said["id"])
        assert not waiting, (pile, waiting)
        commit(ArrangeQuotations(node.id, ordered))


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
    """Let a summer pass in which the interviews are read, coded round by round, sorted and written about."""
    prepare(folder)
    with at_work(folder, study.LENA[0]) as lena:
        lena.store.commit(SetSetting("fiction", study.FICTION))
        lena.store.commit(AddCoder(coder_id(study.JON[0]), *study.JON))
        note_topics(lena)
    for stage, sources in enumerate(study.ROUNDS, start=1):
        both = [source for source in sources if any(line["coder"] == study.JON[1] for line in coding(source))]
        with at_work(folder, study.LENA[0]) as lena:
            lena.read_through(sources)
            for source in sources:
                calendar.next_day()
                lena.code(source)
        with at_work(folder, study.JON[0]) as jon:
            jon.read_through(both)
            for source in both:
                calendar.next_day()
                jon.code(source)
        calendar.next_day(3)
        with at_work(folder, study.LENA[0]) as lena:
            sort(lena, stage)
    with at_work(folder, study.JON[0]) as jon:
        note(jon, study.JON[1])
    calendar.next_day(5)
    with at_work(folder, study.LENA[0]) as lena:
        settle(lena)
        calendar.next_day()
        quote(lena)
        note(lena, study.LENA[1])
        accept(lena)
        lena.store.commit(SetSetting("counted", [lena.coder]))
        lena.store.commit(TakeSnapshot(new_id(), *study.SNAPSHOTS[-1], lena.coder))


def make_public(folder: Path) -> None:
    """Leave out what is of this machine only, and let git keep the database file as well."""
    shutil.rmtree(folder / "state", ignore_errors=True)
    for whose in (folder / "journal").glob("*.mine"):
        whose.unlink()
    ignored = (folder / ".gitignore").read_text(encoding="utf-8").replace("project.json\n", "")
    (folder / ".gitignore").write_text(ignored, encoding="utf-8")


if __name__ == "__main__":
    build(Path(sys.argv[1]))
