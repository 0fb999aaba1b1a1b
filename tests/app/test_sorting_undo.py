"""Undo and redo while sorting, on a project that is kept on a disk."""

import random
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.app.bench import Bench
from tests.builders import outline
from tui.app.app import PostilApp
from tui.app.panes.rows import RowsPane
from tui.app.screens.main import MainScreen
from tui.app.terminal import Terminal
from tui.model.project import Project
from tui.store.line import Line
from tui.store.project import Store

SAMPLE = Path(__file__).parents[2] / "sample_project"


@asynccontextmanager
async def sample(folder: Path) -> AsyncIterator[Bench]:
    """Open the board on a copy of the sample."""
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("*.mine", "state"))
    store = Store.open(folder, coder="lena-park")
    store.state.write({"desk": {}})  # she has been here before: no tour
    app = PostilApp(store, Terminal("dark", "full"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        sorting = Bench(app, pilot)
        await sorting.press("enter", "g", "3")
        yield sorting
    store.close()


async def test_undo_brings_a_thrown_card_back_and_stands_on_it(tmp_path: Path) -> None:
    async with sample(tmp_path / "copy") as sorting:
        first, second = sorting.book.unsorted()
        assert sorting.desk.node == first
        await sorting.press("t", "a")
        assert sorting.desk.node == second
        await sorting.press("u")
        assert sorting.book.parent(first) is None
        assert sorting.desk.node == first
        name = sorting.book.nodes[first].name
        assert sorting.key_line.startswith(f"Undone: move code {name} to ")
        await sorting.press("j", "U")
        assert sorting.book.parent(first) is not None
        assert sorting.desk.node == first


async def test_undoing_a_merge_brings_both_codes_back(tmp_path: Path) -> None:
    async with sample(tmp_path / "copy") as sorting:
        first, second = sorting.book.unsorted()
        units = sorting.project.tally.units(second)
        await sorting.press("space", "j", "M", "enter")
        assert sorting.book.resolve(first) == second
        await sorting.press("u")
        assert sorting.book.unsorted() == (first, second)
        assert sorting.project.tally.units(second) == units
        assert sorting.desk.node in (first, second)


class Gestures:
    """Whole gestures of sorting, drawn at random: what is marked, what the cursor is on, then the keys."""

    def __init__(self, sorting: Bench, seed: int) -> None:
        self.sorting = sorting
        self.draw = random.Random(seed)

    async def one(self, kind: str) -> str:
        """Make one of a kind, let go of whatever it left open, and return its keys."""
        desk = self.sorting.desk
        desk.pane = self.draw.choice(["board", "board", "codebook"])
        desk.marked.clear()
        await self.sorting.press("ctrl+l")
        nodes = [node for node in self.pane.order if node in self.sorting.book.nodes]
        few = kind in ("promote", "demote", "split", "delete")
        for node in self.draw.sample(nodes, 0 if few else self.draw.choice([0, 0, 1, 2, 3])):
            desk.node = node
            await self.sorting.press("space")
        piles = [node for node in nodes if not self.sorting.book.nodes[node].is_code]
        desk.node = self.draw.choice(self.draw.choice([nodes, piles]))
        first, *others = self.draw.choice(self.ways()[kind])
        await self.sorting.press(first)
        for key in others:
            if not self.is_asked and key != "d":
                break
            await (self.sorting.type(key[1:]) if key.startswith(" ") else self.sorting.press(key))
        for _ in range(4):
            if self.is_asked or self.sorting.app.page is not self.main:
                await self.sorting.press("ctrl+c")
        return " ".join([first, *others])

    @property
    def main(self) -> MainScreen:
        """The main screen, be it in front or not."""
        return next(page for page in self.sorting.app.screen_stack if isinstance(page, MainScreen))

    @property
    def pane(self) -> RowsPane:
        """The pane that has the keys."""
        return self.main.board if self.sorting.desk.pane == "board" else self.main.codebook

    @property
    def is_asked(self) -> bool:
        """Whether something waits for an answer."""
        page = self.main
        return bool(page.question or page.choice or page.sheet or self.sorting.desk.prefix)

    def ways(self) -> dict[str, list[list[str]]]:
        """Return the keys of every kind of operation; words to be typed begin with a blank."""
        letter, name = self.letter(), f" {self.name()}"
        return {
            "throw": [["t", letter], ["t", letter, "y"], ["t", "+"], ["t", "-"], ["t", "/", name, "enter"]],
            "carry": [["H"], ["L"]] if self.sorting.desk.pane == "board" else [["J"], ["K"]],
            "reorder": [["J"], ["K"]],
            "new": [["a", name, "enter"], ["a", name, "enter", "y"], ["A", name, "enter"]],
            "rename": [["r", "ctrl+u", name, "enter", "y", " because", "enter"]],
            "define": [["e", name, "tab", " in full", "ctrl+d", "enter"]],
            "merge": [["M", "enter", "enter", " the same", "enter"], ["M", " w", "enter", "enter", "enter"]],
            "split": [["S", "tab", "tab", "enter", name, "enter", " two things", "enter"], ["S", name, "enter"]],
            "promote": [["<", "enter"]],
            "demote": [[">", "enter", " one thing", "enter"]],
            "park": [["0", " too vague", "enter"], ["0"]],
            "delete": [["a", f" soon gone {self.draw.random()}", "enter", "d"]],
            "keys": [["=", self.draw.choice("123456789")], ["="]],
            "themes": [["&", " cross", "enter"], ["&", "tab", "enter"], ["&", " across", "up", "enter"]],
            "snapshot": [["Z", name, "ctrl+d"]],
        }

    def letter(self) -> str:
        """Return the letter of any pile."""
        book = self.sorting.book
        return self.draw.choice([letter for pile in book.piles() if (letter := book.letter(pile))] or ["a"])

    def name(self) -> str:
        """Return a name that is new, or one that something has."""
        return self.draw.choice(
            ["new", "newer", *(node.name for node in self.sorting.book.nodes.values() if node.name)]
        )


def state(project: Project) -> tuple[Any, ...]:
    """Return the documents that are there, and what is seen of them: tree, order, letters, counts."""
    there = {table: {each["id"]: each for each in project.alive(table)} for table in project.tables}
    letters = [node.letter for node in project.codebook.nodes.values()]
    return there, outline(project), tuple(project.codebook.nodes), letters, project.tally.figures()


@pytest.mark.long
@pytest.mark.parametrize("seed", range(3))
async def test_whatever_was_done_while_sorting_as_many_undos_bring_everything_back(seed: int, tmp_path: Path) -> None:
    async with sample(tmp_path / "copy") as sorting:
        project, store = sorting.project, sorting.app.session.store
        steps: list[Line] = []
        states = [state(project)]
        append = store.append

        def noted(line: Line) -> None:
            append(line)
            steps.append(line)

        store.append = noted  # type: ignore[method-assign]
        gestures, done = Gestures(sorting, seed), set()
        kinds = sorted(gestures.ways())
        for kind in gestures.draw.sample(kinds, len(kinds)) * 2:
            before = len(steps)
            for _ in range(6):
                keys = await gestures.one(kind)
                if len(steps) > before:
                    break
            else:
                continue
            done.add(kind)
            # one gesture may be two steps: what it merged, and what it went on with
            states += [None] * (len(steps) - before - 1) + [state(project)]
            assert states[-1] == state(Project(project.tables, project.texts)), keys
            assert not project.codebook.problems, keys
        assert len(done) >= len(kinds) - 3, set(kinds) - done
        for before in reversed(states[:-1]):
            await sorting.press("u")
            assert before is None or state(project) == before, steps[-1].do
        for after in states[1:]:
            await sorting.press("U")
            assert after is None or state(project) == after, steps[-1].do
