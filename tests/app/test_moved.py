"""Definitions that moved: asked on the card, looked at unit by unit, said wherever a unit or its code is shown."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.app.bench import Bench
from tests.app.study import opened, study
from tui.app.screens.moved import MovedPage
from tui.model.edits.codebook import CreateNode, DefineNode
from tui.model.edits.looking import StillFits
from tui.model.edits.project import AddCoder
from tui.model.edits.units import MarkUnit, TakeCodeOff
from tui.model.ids import new_id
from tui.store.project import Store

QUOTES = ("the one I lie awake over", "the doctor signs", "that is simple", "Nobody knows")
CODE = "who signs"


def a_study(folder: Path, *, redefined: bool = True) -> Store:
    """Return a project with four units of one code, the last a colleague's, and its definition moved since."""
    store = study(folder)
    code, source = node(store, CODE), next(iter(store.project.alive("sources")))
    store.commit(CreateNode(new_id(), "code", "who decides"))
    store.commit(AddCoder("jon-ek", "Jon Ek"))
    text = store.project.transcript(source["id"]).text
    for number, quote in enumerate(QUOTES):
        start, coder = text.index(quote), "jon-ek" if number == 3 else "lena-pohl"
        store.commit(MarkUnit(new_id(), source["id"], [[start, start + len(quote)]], coder, (code,)))
    store.commit(DefineNode(code, {"definition": "Who stands for it in the end.", "include": "the pen"}))
    if redefined:
        store.commit(DefineNode(code, {"definition": "Who stands for it by name."}))
    return store


def node(store: Store, name: str) -> str:
    return store.project.codebook.find_path(name)


@asynccontextmanager
async def looking(folder: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Bench]:
    """Open the app on the page of what waits."""
    async with opened(a_study(folder), size) as at:
        await at.press("o", ":")
        await at.type("definitions that moved")
        await at.press("enter")
        assert isinstance(at.app.page, MovedPage)
        yield at


def waiting(at: Bench) -> int:
    return at.project.moved.total()


def shows(at: Bench, words: str) -> bool:
    return any(words in row for row in at.rows)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_older_definition_stands_beside_the_present_one_with_what_changed_in_brackets(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with looking(tmp_path / "study", size) as at:
        assert shows(at, "Who stands for it [in the end.]")
        assert shows(at, "Who stands for it [by name.]")
        assert shows(at, "the pen")
        assert shows(at, "1 of 4 to look at again")
        assert shows(at, "the one I lie awake over")
        assert at.key_line.startswith("y still fits  n later")
        await at.until("by Lena Pohl")


async def test_one_key_says_that_a_unit_still_fits_and_leads_to_the_next(tmp_path: Path) -> None:
    async with looking(tmp_path / "study") as at:
        await at.press("y")
        assert waiting(at) == 3
        assert not shows(at, "the one I lie awake over")
        await at.press("enter")
        assert waiting(at) == 2
        await at.press("u")
        assert waiting(at) == 3
        assert at.app.page.here == at.app.page.ids[0]  # type: ignore[attr-defined]
        assert shows(at, "›L01:2     the doctor signs")
        await at.press("u", "U", "U")
        assert waiting(at) == 2


async def test_what_is_put_off_stays_and_is_passed_over(tmp_path: Path) -> None:
    async with looking(tmp_path / "study") as at:
        await at.press("n", "y")
        assert waiting(at) == 3
        assert shows(at, "the one I lie awake over")
        assert shows(at, "1 later")
        await at.press("space", "n")
        assert "All that is left was put off: 3 units" in at.key_line
        assert waiting(at) == 3


async def test_a_unit_that_fits_no_longer_is_recoded_to_an_old_or_a_new_code(tmp_path: Path) -> None:
    async with looking(tmp_path / "study") as at:
        first, second = at.app.page.ids[:2]  # type: ignore[attr-defined]
        await at.press("r")
        await at.type("who decides")
        await at.press("enter", "t")
        await at.type("the pen alone")
        await at.press("enter")
        assert waiting(at) == 2
        names = [
            at.book.nodes[code].name for each in (first, second) for code in at.project.get("units", each)["codes"]
        ]
        assert names == ["who decides", "the pen alone"]


async def test_a_colleagues_unit_is_settled_only_after_asking_once(tmp_path: Path) -> None:
    async with looking(tmp_path / "study") as at:
        await at.press("G", "y")
        assert "Settle what is Jon Ek’s?" in at.key_line
        await at.press("n")
        assert waiting(at) == 4
        await at.press("y", "y")
        assert waiting(at) == 3


async def test_all_can_be_settled_at_once_after_asking_and_taken_back_in_one_step(tmp_path: Path) -> None:
    async with looking(tmp_path / "study") as at:
        await at.press("Y")
        assert "All 4 units still fit" in at.key_line
        assert "Jon Ek’s too" in at.key_line
        await at.press("y")
        assert waiting(at) == 0
        assert shows(at, "Nothing to look at again.")
        await at.press("y")
        assert waiting(at) == 0
        await at.press("u")
        assert waiting(at) == 4


async def test_the_card_asks_whether_the_meaning_moved_where_units_were_coded_so_far(tmp_path: Path) -> None:
    async with opened(a_study(tmp_path / "study", redefined=False), (80, 24)) as at:
        await at.press("enter")
        await at.press("g", "2", "e")
        await at.type(" For good.")
        await at.press("ctrl+d")
        assert "4 units so far." in at.key_line
        assert "1 meaning moved, look again" in at.key_line
        assert "2 only wording  ^C back" in at.key_line
        await at.press("ctrl+c")
        assert at.app.page.sheet is not None
        await at.press("ctrl+d", "1")
        assert at.app.page.sheet is None
        assert waiting(at) == 4
        assert "4 units to look at again" in at.key_line
        assert shows(at, "4 to look at again")
        assert at.book.nodes[node(at.app.session.store, CODE)].definition.endswith("For good.")


async def test_a_card_kept_with_only_another_wording_lets_nothing_wait(tmp_path: Path) -> None:
    async with opened(a_study(tmp_path / "study", redefined=False), (80, 24)) as at:
        await at.press("enter")
        await at.press("g", "2", "e")
        await at.type("!")
        await at.press("ctrl+d", "2")
        assert waiting(at) == 0
        assert at.key_line.startswith("Done: reword code who signs")


async def test_a_card_asks_nothing_where_no_unit_would_wait(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study"), (80, 24)) as at:
        await at.press("enter")
        await at.press("g", "2", "e")
        await at.type("One.")
        await at.press("ctrl+d", "e")
        await at.type("Two.")
        await at.press("tab")
        await at.type("More.")
        await at.press("ctrl+d")
        assert at.app.page.sheet is None


async def test_the_codebook_leads_to_what_waits_with_the_code_under_the_cursor(tmp_path: Path) -> None:
    async with opened(a_study(tmp_path / "study"), (80, 24)) as at:
        await at.press("enter")
        await at.press("g", "2")
        assert shows(at, "4 to look at again")
        assert "y look again" in at.key_line
        await at.press("y")
        assert isinstance(at.app.page, MovedPage)
        await at.press("q", "j")
        assert "look again" not in at.key_line
        await at.press("y")
        assert "Nothing here was coded under an older definition." in at.key_line


async def test_text_and_unit_table_say_it_and_settle_it_too(tmp_path: Path) -> None:
    async with opened(a_study(tmp_path / "study"), (120, 40)) as at:
        await at.press("enter")
        await at.press("L")
        assert shows(at, "to look at again")
        await at.press("y")
        assert waiting(at) == 3
        await at.press("T")
        await at.press("/")
        await at.type("again")
        await at.press("enter")
        assert len(at.app.page.ids) == 3  # type: ignore[attr-defined]
        await at.press("y")
        assert waiting(at) == 2


async def test_a_page_opened_with_nothing_waiting_says_what_would_come_here(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study"), (80, 24)) as at:
        await at.press(":")
        await at.type("definitions that moved")
        await at.press("enter")
        assert shows(at, "Nothing to look at again.")
        for key in ("y", "n", "Y", "r", "d", "J", "K", "e", "m", "l", "j"):
            await at.press(key)
        assert waiting(at) == 0


async def test_a_code_taken_off_and_said_to_fit_at_once_is_told_in_words(tmp_path: Path) -> None:
    store = a_study(tmp_path / "study")
    unit, code = next(iter(store.project.moved.units(node(store, CODE)))), node(store, CODE)
    colleague = Store.open(store.folder, coder="jon-ek")
    mine = store.build([StillFits((str(unit["id"]),), code)])
    colleague.commit(TakeCodeOff(str(unit["id"]), code))
    store.append(mine)
    store.apply(mine)
    colleague.close()
    async with opened(store, (120, 40)) as at:
        at.app.session.poll()
        await at.press(":")
        await at.type("conflicts")
        await at.press("enter")
        assert shows(at, "code who signs")
        assert shows(at, "given")
        assert shows(at, "taken off")
        await at.press("enter")
        assert "3 both" not in at.key_line


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_board_says_what_waits_with_the_card_under_the_cursor(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(a_study(tmp_path / "study"), size) as at:
        await at.press("enter")
        await at.press("g", "3")
        assert shows(at, "4 to look at again")
        await at.press("y")
        assert isinstance(at.app.page, MovedPage)
