"""Roles and their looks: every role drawn is defined, every one defined is drawn, and text can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.color import Color

import tui.app
from tui.app.glyphs import ASCII, TABLES
from tui.app.theme import CATEGORIES, DARK, LIGHT, THEMES, Theme, category, style

APP = Path(tui.app.__file__).parent
LITERAL = re.compile(r'"([a-z0-9-]+(?:@[a-z-]+)?)"')
FORES = set(DARK.fores)
GROUNDS = set(DARK.grounds)


def drawn_words() -> set[str]:
    return {
        word
        for path in APP.rglob("*.py")
        if path.name != "theme.py"
        for word in LITERAL.findall(path.read_text("utf-8"))
    }


def test_all_themes_define_the_same_roles() -> None:
    for theme in THEMES.values():
        assert set(theme.fores) == FORES, theme.name
        assert set(theme.grounds) == GROUNDS, theme.name


def test_every_role_drawn_is_defined() -> None:
    for word in drawn_words():
        fore, _, ground = word.partition("@")
        if ground:
            assert (fore in FORES, ground in GROUNDS) == (True, True), word


def test_every_role_defined_is_drawn() -> None:
    text = "\n".join(path.read_text("utf-8") for path in APP.rglob("*.py") if path.name != "theme.py")
    by_category = {f"{kind}-{number}" for kind in ("category", "heading") for number in range(1, CATEGORIES + 1)}
    for fore in FORES - by_category:
        assert re.search(rf'["{{]{fore}["@]', text), fore
    assert "category(" in text
    for ground in GROUNDS - {"page"}:
        assert f"@{ground}" in text, ground


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_text_has_enough_contrast(theme: Theme) -> None:
    for fore in FORES - {"rule"}:
        for ground in ("page", "row"):
            assert contrast(theme, f"{fore}@{ground}") >= 4.5, (theme.name, fore, ground)
    for ground in ("title", "selection", "lit", "cursor"):
        assert contrast(theme, f"text@{ground}") >= 4.5, (theme.name, ground)


def contrast(theme: Theme, role: str) -> float:
    look = theme.look(role)
    assert look.fore is not None
    assert look.ground is not None
    lighter, darker = sorted((luminance(look.fore), luminance(look.ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(number: int) -> float:
    parts = [value / 255 for value in Color.from_ansi(number).get_truecolor()]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_are_sent_as_numbers_of_the_palette() -> None:
    rendered = style("dark", "muted").color
    assert rendered is not None
    assert rendered.number == 247


def test_every_role_has_a_mark_without_colour() -> None:
    for ground in GROUNDS - {"page"}:
        look = THEMES["none"].look(f"text@{ground}")
        assert look.bold or look.underline or look.reverse, ground


def test_the_seventh_category_has_the_colour_of_text() -> None:
    assert [category(5), category(6), category(6, heading=True)] == ["category-6", "text", "heading"]


def test_an_unknown_role_is_an_error() -> None:
    with pytest.raises(KeyError):
        style("dark", "loud")


def test_marks_are_one_cell_wide() -> None:
    from rich.cells import cell_len

    for name, table in TABLES.items():
        for mark in table._fields:
            value = getattr(table, mark)
            if isinstance(value, str) and mark != "arrows":
                assert cell_len(value) <= 1, (name, mark)


def test_the_ascii_table_is_ascii() -> None:
    assert all(value.isascii() for name in ASCII._fields if isinstance(value := getattr(ASCII, name), str))
    assert ASCII.words("saving… “x” · y ↑").isascii()
