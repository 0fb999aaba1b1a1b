"""An amendment and what colleagues do meanwhile: all of it stands, and no span ever counts in a wrong text."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.builders import a_project
from tests.store.disk import a_folder
from tui.model.edits.amending import AmendSource
from tui.model.edits.sources import ImportSource
from tui.model.edits.spans import ChangeSpans
from tui.model.edits.units import MarkUnit
from tui.store.project import Store

OLD = "INT: Who answers? / L07: I lie awake over that. Today the docter signs, and that is simple."
NEW = OLD.replace("docter", "doctor").replace("INT: Who", "INT: Good morning. / L07: Hello. / INT: Who")
NEWER = NEW.replace("L07: Hello. / ", "").replace("lie awake", "lie wide awake")


def fields(store: Store, turns: str) -> dict[str, object]:
    """Keep a text and return what a source has with it."""
    other = a_project(L07=turns)
    layout = {"turns": other.need("sources", "L07")["turns"], "stamps": [], "words": 1, "origin": "a.txt"}
    return {"text": store.add_text(other.transcript("L07").text), **layout}


def spans(turns: str, quote: str) -> list[list[int]]:
    start = a_project(L07=turns).transcript("L07").text.index(quote)
    return [[start, start + len(quote)]]


class Machines:
    """Two copies of one project, a coder at each."""

    def __init__(self, path: Path) -> None:
        folder = a_folder(path)
        with Store.open(folder, coder="maria") as store:
            parts = {"INT": {"role": "interviewer"}, "L07": {"role": "participant"}}
            store.commit(ImportSource("s", {"name": "L07", **fields(store, OLD), "speakers": parts}))
            store.commit(MarkUnit("u", "s", spans(OLD, "the docter signs"), "maria"))
        self.copies = [folder, path / "other"]
        shutil.copytree(folder, self.copies[1], ignore=shutil.ignore_patterns("*.mine", "state"))
        self.stores = [Store.open(self.copies[0], coder="maria"), Store.open(self.copies[1], coder="jon")]

    def exchange(self) -> None:
        """Bring every journal and text to the other machine."""
        for source, target in (self.copies, self.copies[::-1]):
            for kind in ("journal", "texts"):
                for path in (source / kind).iterdir():
                    there = target / kind / path.name
                    if path.suffix != ".mine" and (not there.exists() or there.stat().st_size < path.stat().st_size):
                        shutil.copy(path, there)
        for store in self.stores:
            store.poll()

    def words(self, unit: str) -> list[str]:
        """The words of a unit as both machines show them, and as both do when opened afresh."""
        seen = []
        for store in (*self.stores, *(Store.open(folder, write=False) for folder in self.copies)):
            document = store.project.need("units", unit)
            text = store.project.transcript("s").text
            seen.append(" // ".join(text[start:end] for start, end in document["spans"]))
        assert len(set(seen)) == 1, seen
        return seen[:1]


@pytest.fixture
def machines(tmp_path: Path) -> Machines:
    return Machines(tmp_path)


def test_what_is_marked_elsewhere_meanwhile_is_read_in_the_new_text(machines: Machines) -> None:
    here, there = machines.stores
    here.commit(AmendSource("s", fields(here, NEW)))
    there.commit(MarkUnit("late", "s", spans(OLD, "that is simple"), "jon"))
    machines.exchange()
    assert machines.words("late") == ["that is simple"]
    assert machines.words("u") == ["the doctor signs"]
    assert here.conflicts() == there.conflicts() == []
    assert here.check() == there.check() == []


@pytest.mark.parametrize("amends_last", [True, False])
def test_ends_changed_elsewhere_meanwhile_never_count_in_the_wrong_text(machines: Machines, amends_last: bool) -> None:
    here, there = machines.stores
    if amends_last:
        here.commit(MarkUnit("x", "s", spans(OLD, "I lie"), "maria"))
    here.commit(AmendSource("s", fields(here, NEW)))
    if not amends_last:
        there.commit(MarkUnit("x", "s", spans(OLD, "I lie"), "jon"))
    there.commit(ChangeSpans("u", spans(OLD, "Today the docter signs")))
    machines.exchange()
    assert machines.words("u") == ["the doctor signs" if amends_last else "Today the doctor signs"]
    disputes = here.conflicts()
    assert [dispute.path for dispute in disputes] == (["spans"] if amends_last else [])
    for dispute in disputes:
        line = here.settle_line(dispute, dispute.found)
        here.append(line)
        here.apply(line)
        machines.exchange()
        assert machines.words("u") == ["Today the doctor signs"]
        assert here.conflicts() == []


def test_of_two_amendments_the_later_stands_and_the_other_can_be_chosen(machines: Machines) -> None:
    here, there = machines.stores
    here.commit(MarkUnit("y", "s", spans(OLD, "awake over that."), "maria"))
    here.commit(AmendSource("s", fields(here, NEWER)))
    there.commit(AmendSource("s", fields(there, NEW)))
    there.commit(MarkUnit("x", "s", spans(NEW, "Hello."), "jon"))
    machines.exchange()
    assert [machines.words(unit) for unit in "uy"] == [["the doctor signs"], ["awake over that."]]
    assert machines.words("x") != ["Hello."]
    assert here.project.need("units", "x")["uncertain"]
    disputes = here.conflicts()
    assert [(dispute.table, dispute.path) for dispute in disputes] == [("sources", "text")]
    line = here.settle_line(disputes[0], disputes[0].found)
    here.append(line)
    here.apply(line)
    machines.exchange()
    assert machines.words("x") == ["Hello."]
    assert here.conflicts() == there.conflicts() == []
    assert [machines.words(unit) for unit in "uy"] == [["the doctor signs"], ["awake over that."]]
    assert len(here.project.turns("s")) == 4
