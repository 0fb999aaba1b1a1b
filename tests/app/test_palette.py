"""Commands are found by the words that others use, too."""

import pytest

from tests.app.bench import bench
from tui.app.commands.other_words import OTHER_WORDS
from tui.app.commands.table import BY_ID
from tui.app.sheets.palette import Palette


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("help", "keys  help"),
        ("manual", "keys  manual"),
        ("narrative", "summary  narrative"),
        ("restore", "versions  restore"),
        ("method", "check  method"),
        ("quote", "quotation  quote"),
        ("quit", "leave  quit"),
    ],
)
async def test_a_command_is_found_by_another_word_which_is_said(typed: str, first: str) -> None:
    async with bench(pane="transcript") as at:
        await at.press(":")
        await at.type(typed)
        assert any(row[66:].startswith(f"›  {first}") for row in at.rows)


async def test_its_own_name_comes_before_anothers_other_word() -> None:
    async with bench(pane="transcript") as at:
        await at.press(":")
        await at.type("find")
        assert any(row[66:].startswith("›  find  ") for row in at.rows)


async def test_where_nothing_is_called_so_it_says_what_shows_everything() -> None:
    async with bench(size=(80, 24), pane="transcript") as at:
        await at.press(":")
        await at.type("xylophone")
        assert any(row.startswith("   Nothing is called so here. ? shows every key") for row in at.rows)
        await at.press("enter")
        assert isinstance(at.app.page.sheet, Palette)
        await at.press("ctrl+c", ":")
        await at.type("L12:4")
        assert not any("Nothing is called so" in row for row in at.rows)


def test_other_words_belong_to_commands_that_there_are_and_are_not_their_names() -> None:
    for command, words in OTHER_WORDS.items():
        assert BY_ID[command].name not in words
        assert words
