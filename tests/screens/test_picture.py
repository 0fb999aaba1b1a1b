"""Pictures of screens are drawn alike everywhere: nothing is fetched, nothing is random, nothing but the screen."""

import asyncio
import re
from xml.etree import ElementTree

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from tests.screens.picture import CELL, portable


class Words(App[None]):
    """A screen with a word at a known place on two grounds."""

    CSS = "Screen { background: #101010; } Static { margin: 1 0 0 4; width: 12; background: #303030; }"

    def compose(self) -> ComposeResult:
        """Yield one line."""
        yield Static("who <signs>", markup=False)


@pytest.fixture
def drawn() -> str:
    """What Textual draws."""

    async def draw() -> str:
        app = Words()
        async with app.run_test(size=(40, 6)):
            return app.export_screenshot()

    return asyncio.run(draw())


def test_a_picture_names_no_other_host_and_no_chance(drawn: str) -> None:
    addresses = set(re.findall(r"https?://[^\"\s)]+", portable(drawn)))
    assert {each for each in addresses if "w3.org" not in each} == set()
    assert "font-face" not in portable(drawn)
    assert not re.search(r"terminal-\d", portable(drawn))
    assert portable(drawn) == portable(drawn.replace("terminal-", "terminal-99"))


def test_words_and_grounds_stand_where_they_stood(drawn: str) -> None:
    picture = ElementTree.fromstring(portable(drawn))
    space = "{http://www.w3.org/2000/svg}"
    words = {each.text: each for each in picture.iter(f"{space}text")}
    assert float(words["who\u00a0<signs>"].attrib["x"]) == pytest.approx(4 * CELL)
    assert float(words["who\u00a0<signs>"].attrib["textLength"]) == pytest.approx(11 * CELL)
    boxes = [each.attrib for each in picture.iter(f"{space}rect")]
    assert [(box["x"], box["width"]) for box in boxes if box.get("fill") == "#303030"] == [("48.8", "146.4")]
    assert [box["fill"] for box in boxes if box.get("rx")] == ["#101010"]


def test_a_picture_is_small(drawn: str) -> None:
    assert len(portable(drawn)) < len(drawn) / 4
