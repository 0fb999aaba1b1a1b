"""A question in the key line that is held open while a colleague changes what it is about."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.app.bench import Bench
from tests.app.study import opened, study
from tui.model.edits.codebook import CreateNode, ParkNode, RenameNode
from tui.model.edits.project import AddCoder
from tui.model.edits.units import Condense
from tui.model.ids import new_id
from tui.model.transaction import Edit
from tui.store.project import Store


@dataclass
class Two:
    """What one of two coders sees, and what the other does meanwhile."""

    at: Bench
    colleague: Store
    node: str

    def meanwhile(self, *edits: Edit) -> None:
        self.colleague.poll()
        self.colleague.commit(*edits)
        self.at.app.session.poll()

    @property
    def name(self) -> str:
        return self.at.book.nodes[self.node].name


@asynccontextmanager
async def two(folder: Path) -> AsyncIterator[Two]:
    store = study(folder)
    (node,) = store.project.codebook.nodes
    with Store.open(folder, coder="jon-ek") as colleague:
        colleague.commit(AddCoder("jon-ek", "Jon Ek"))
        async with opened(store, size=(80, 24)) as at:
            await at.press("enter", "g", "2")
            yield Two(at, colleague, node)


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ("1", "who answers"),
        ("2", "who stands for it"),
        ("3", "who answers; who stands for it"),
    ],
)
async def test_a_rename_that_crosses_a_colleagues_asks_whose_name_stands(tmp_path: Path, keys: str, name: str) -> None:
    async with two(tmp_path / "study") as both:
        await both.at.press("r", "ctrl+u")
        await both.at.type("who stands for it")
        both.meanwhile(RenameNode(both.node, "who answers"))
        await both.at.press("enter")
        line = both.at.key_line
        assert line.startswith("Changed meanwhile by Jon Ek: “who answers”")
        assert line.endswith("1 theirs  2 mine  3 both  ^C back")
        assert both.name == "who answers"
        await both.at.press(keys)
        if keys == "3":
            assert "who answers; who stands for it" in both.at.key_line
            await both.at.press("enter")
        assert both.name == name
        if keys == "1":
            assert both.at.key_line.startswith("“who answers” stays.")


async def test_stepping_back_leads_to_the_question_with_what_was_typed(tmp_path: Path) -> None:
    async with two(tmp_path / "study") as both:
        await both.at.press("r", "ctrl+u")
        await both.at.type("mine")
        both.meanwhile(RenameNode(both.node, "who answers"))
        await both.at.press("enter", "ctrl+c")
        assert both.at.key_line.startswith("Rename mine")
        await both.at.press("enter", "2")
        assert both.name == "mine"


async def test_what_a_colleague_did_elsewhere_asks_nothing(tmp_path: Path) -> None:
    async with two(tmp_path / "study") as both:
        await both.at.press("r", "ctrl+u")
        await both.at.type("mine")
        both.meanwhile(ParkNode(both.node, "for later"))
        await both.at.press("enter")
        assert both.name == "mine"


async def test_a_question_left_as_it_was_given_changes_nothing(tmp_path: Path) -> None:
    async with two(tmp_path / "study") as both:
        await both.at.press("r")
        both.meanwhile(RenameNode(both.node, "who answers"))
        await both.at.press("enter")
        assert both.name == "who answers"


async def test_the_same_word_from_both_asks_nothing(tmp_path: Path) -> None:
    async with two(tmp_path / "study") as both:
        await both.at.press("r", "ctrl+u")
        await both.at.type("who answers")
        both.meanwhile(RenameNode(both.node, "who answers"))
        await both.at.press("enter")
        assert "Changed meanwhile" not in both.at.key_line
        assert both.name == "who answers"


async def test_a_code_that_a_colleague_parked_meanwhile_keeps_their_reason_unless_told(tmp_path: Path) -> None:
    async with two(tmp_path / "study") as both:
        await both.at.press("0")
        await both.at.type("mine")
        both.meanwhile(ParkNode(both.node, "one case only"))
        await both.at.press("enter")
        assert "Changed meanwhile by Jon Ek: “one case only”" in both.at.rows[-2]
        await both.at.press("1")
        assert both.at.book.nodes[both.node].parked == "one case only"


async def test_of_several_codes_those_stay_that_a_colleague_parked_meanwhile(tmp_path: Path) -> None:
    async with two(tmp_path / "study") as both:
        second = new_id()
        both.meanwhile(CreateNode(second, "code", "trust"))
        both.at.desk.marked = [both.node, second]
        await both.at.press("0")
        await both.at.type("mine")
        both.meanwhile(ParkNode(both.node, "one case only"))
        await both.at.press("enter")
        assert [both.at.book.nodes[each].parked for each in (both.node, second)] == ["one case only", "mine"]


async def test_condensing_asks_too(tmp_path: Path) -> None:
    async with two(tmp_path / "study") as both:
        await both.at.press("g", "1", ".", "enter", "enter")
        unit = next(iter(both.at.project.units_in(both.at.desk.source)))["id"]
        await both.at.press("H")
        await both.at.press("c")
        await both.at.type("mine")
        both.meanwhile(Condense(unit, "Jon’s words"))
        await both.at.press("enter")
        assert "Changed meanwhile by Jon Ek: “Jon’s words”" in both.at.key_line
        await both.at.press("2")
        assert both.at.project.need("units", unit)["condensed"] == "mine"


async def test_where_one_has_to_choose_the_keys_stay_in_a_small_screen(tmp_path: Path) -> None:
    async with two(tmp_path / "study") as both:
        await both.at.press("r", "ctrl+u")
        await both.at.type("mine")
        both.meanwhile(RenameNode(both.node, "who is to answer for it when the tool was wrong and nobody saw it"))
        await both.at.press("enter")
        assert both.at.key_line == "1 theirs  2 mine  3 both  ^C back"
        assert both.at.rows[-2].strip() == "and nobody saw it”"
