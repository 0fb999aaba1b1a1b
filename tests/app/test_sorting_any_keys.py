"""Whatever is pressed while sorting, nothing fails, and what is drawn is what is kept."""

import random

import pytest

from tests.app.bench import Bench, bench
from tests.app.fiction import fiction
from tui.app.layout.tree import PARKED, UNSORTED
from tui.app.screens.main import MainScreen

KEYS = (
    *"jkhlJKHLtabcdefghi+-/rSMA0=&<>'ayneu,GgzxU*",
    *("space", "enter", "tab", "escape", "ctrl+c", "ctrl+d", "pagedown", "pageup", "backspace", "up", "down"),
)


def look_over(sorting: Bench) -> None:
    """See that the cursor stands on something that is there and in view, and that all counts are right."""
    page = sorting.app.page
    if not isinstance(page, MainScreen) or page.desk.pane == "transcript":
        return
    pane = page.board if page.desk.pane == "board" else page.codebook
    assert set(pane.order) <= {*page.project.codebook.nodes, UNSORTED, PARKED}
    node = pane.standing(page.desk.node)
    found = page.project.codebook.nodes.get(node)
    if found is not None and found.level != "theme" and page.desk.pane == "board" and not page.desk.filter:
        assert node in pane.order


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 48)])
async def test_any_keys_leave_the_sort_sound(seed: int, size: tuple[int, int]) -> None:
    drawn = random.Random(seed * 1000 + size[0])
    async with bench(fiction(units=seed % 2 == 0), size=size, pane=drawn.choice(["board", "codebook"])) as sorting:
        for _ in range(140):
            await sorting.press(drawn.choice(KEYS))
            look_over(sorting)
            if not sorting.app.is_running:
                break
        project = sorting.project
        kept = project.tally.figures()
        project.load(project.tables)
        assert project.tally.figures() == kept
