"""Two hundred codes sorted into twelve piles on a small screen: the keys that takes, and that all of it goes back."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.app.bench import Bench
from tests.builders import outline
from tui.app.app import PostilApp
from tui.app.terminal import Terminal
from tui.model.documents import Document
from tui.model.edits.codebook import CreateNode
from tui.model.edits.participants import AddParticipant
from tui.model.edits.project import AddCoder
from tui.model.edits.sources import ImportSource
from tui.model.edits.units import MarkUnit
from tui.model.ids import new_id
from tui.model.project import Project
from tui.model.transaction import Edit
from tui.store.project import Store, create

CODES, PILES, MOST_KEYS = 200, 12, 450
NAMES = (
    *("Waiting", "Deciding alone", "Being asked", "Being left out", "Time", "Money"),
    *("Who answers", "What counts as proof", "Learning it", "Teaching others", "Trusting it", "Not trusting it"),
)


def unsorted_project(folder: Path) -> None:
    """Make a project of an interview in which every sentence has a code of its own, and some have two."""
    create(folder, title="Two hundred")
    sentences = [f"This is what was said about matter number {number}. " for number in range(CODES)]
    with Store.open(folder, coder="ann") as store:
        text = "L1: " + "".join(sentences).rstrip() + "\n"
        turns = [[0, 4, len(text) - 1, "L1"]]
        speakers = {"L1": {"role": "participant", "participant": "p1"}}
        fields = {"name": "L1", "text": store.add_text(text), "turns": turns, "speakers": speakers}
        codes = [new_id() for _ in sentences]
        edits: list[Edit] = [AddCoder("ann", "Ann", "A"), AddParticipant("p1", "Leader 1"), ImportSource("s1", fields)]
        edits += [CreateNode(code, "code", f"code number {number}") for number, code in enumerate(codes)]
        at = 4
        for number, sentence in enumerate(sentences):
            carried = [codes[number], codes[number // 2]] if number % 5 == 0 else [codes[number]]
            edits.append(MarkUnit(new_id(), "s1", [[at, at + len(sentence) - 1]], "ann", carried))
            at += len(sentence)
        store.commit(*edits, sentence="code")
        store.state.write({"desk": {"source": "s1", "pane": "board"}})


class Counted(Bench):
    """The app under test, with a count of the keys that were pressed; words typed into a question are none."""

    pressed = 0

    async def press(self, *keys: str) -> None:
        """Press keys, and count them."""
        self.pressed += len(keys)
        await super().press(*keys)

    async def type(self, words: str) -> None:
        """Type words, which do not count."""
        before = self.pressed
        await super().type(words)
        self.pressed = before


@asynccontextmanager
async def sorting_in(folder: Path) -> AsyncIterator[Counted]:
    """Open the board on a small screen."""
    unsorted_project(folder)
    store = Store.open(folder, coder="ann")
    app = PostilApp(store, Terminal("dark", "full"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield Counted(app, pilot)
    store.close()


def there(project: Project) -> dict[str, dict[str, Document]]:
    """Return all documents that are there; what was made and taken back leaves a mark that it is removed."""
    return {table: {each["id"]: each for each in project.alive(table)} for table in project.tables}


def seen(project: Project) -> tuple[Any, ...]:
    """Return tree, order, letters and counts."""
    book = project.codebook
    letters = {node: book.letter(node) for node in book.nodes}
    return outline(project), tuple(book.nodes), book.unsorted(), letters, project.tally.figures()


def piles_chosen() -> Iterator[int]:
    """Yield for each code the pile it belongs to, as a person would find: any, and not in turn."""
    draw = random.Random(7)
    yield from range(3)
    for number in range(3, CODES):
        yield draw.randrange(min(PILES, 3 + number // 8))


@pytest.mark.long
async def test_two_hundred_codes_are_sorted_with_few_keys_and_undo_brings_everything_back(tmp_path: Path) -> None:
    async with sorting_in(tmp_path / "project") as sorting:
        project = sorting.project
        documents, looks = there(project), seen(project)
        order = sorting.book.unsorted()
        letters: dict[int, str] = {}
        wanted: dict[str, int] = {}
        for code, pile in zip(order, piles_chosen(), strict=True):
            assert sorting.desk.node == code, "the next card stands under the cursor"
            wanted[code] = pile
            await sorting.press("t", letters.get(pile, "+"))
            letters.setdefault(pile, sorting.book.letter(sorting.book.parent(code) or ""))
        for pile, letter in letters.items():
            await sorting.press("'", letter, "r")
            await sorting.type(NAMES[pile])
            await sorting.press("enter")
        assert sorting.pressed == 2 * CODES + 4 * PILES <= MOST_KEYS

        assert sorting.book.unsorted() == ()
        assert len(sorting.book.piles()) == PILES
        lies_in = {code: sorting.book.nodes[sorting.book.parent(code) or ""].name for code in order}
        assert lies_in == {code: NAMES[pile] for code, pile in wanted.items()}
        assert sum(project.tally.own(code) for code in order) == CODES + CODES // 5 - 1  # the first has its code twice

        for _ in range(CODES + PILES):
            await sorting.press("u")
        assert seen(project) == looks
        assert there(project) == documents
        fresh = Project(project.tables, project.texts)
        assert seen(fresh) == looks
