"""What a thing on the screen looks like: roles, and their styles on dark, light, 16-colour and colourless terminals.

A role is written `fore` or `fore@ground`: `muted`, `muted@row`, `text@selection`. Colours are numbers of the 256
palette.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rich.style import Style

CATEGORIES = 6
"""How many categories have a colour; later ones are drawn in the colour of text."""


class Look(NamedTuple):
    """A colour number or `None` for the terminal's own (of letters, of the ground), and what is done to the letters."""

    fore: int | None = None
    ground: int | None = None
    bold: bool = False
    underline: bool = False
    reverse: bool = False
    dim: bool = False
    whole: bool = False
    """A ground that gives everything on it its own letters' colour."""


class Theme(NamedTuple):
    """The looks of every role on one kind of terminal."""

    name: str
    fores: Mapping[str, Look]
    grounds: Mapping[str, Look]

    def look(self, role: str) -> Look:
        """Return how a role looks.

        Raises:
            KeyError: no such role is defined.
        """
        name, _, ground_name = role.partition("@")
        fore, ground, page = self.fores[name], self.grounds[ground_name or "page"], self.grounds["page"]
        accent_on_row = ground_name == "row" and name in ("accent", "match") and self.name == "light"
        letters = ground.fore if ground.whole else self.fores["strong"].fore if accent_on_row else fore.fore
        return Look(
            fore=letters,
            ground=ground.ground if ground.ground is not None else page.ground,
            bold=fore.bold or ground.bold,
            underline=fore.underline or ground.underline,
            reverse=ground.reverse,
            dim=fore.dim and not ground.whole,
        )


def category(number: int, heading: bool = False) -> str:
    """Return the role of the category in this position (from 0) on the board; a heading is bold."""
    if number >= CATEGORIES or number < 0:
        return "heading" if heading else "text"
    return f"{'heading' if heading else 'category'}-{number + 1}"


def _fores(
    text: int | None,
    strong: int | None,
    muted: int | None,
    rule: Look,
    accent: int | None,
    hues: tuple[int | None, ...],
) -> Mapping[str, Look]:
    looks = {
        "text": Look(text),
        "strong": Look(strong, bold=True),
        "bright": Look(strong),
        "muted": Look(muted),
        "rule": rule,
        "accent": Look(accent, bold=True),
        "match": Look(accent, bold=True, underline=True),
        "heading": Look(text, bold=True),
    }
    for number, hue in enumerate(hues, 1):
        looks[f"category-{number}"] = Look(hue)
        looks[f"heading-{number}"] = Look(hue, bold=True)
    return MappingProxyType(looks)


def _grounds(
    page: int,
    title: tuple[int, int],
    selection: tuple[int, int],
    lit: tuple[int, int],
    row: int,
    cursor: tuple[int, int],
) -> Mapping[str, Look]:
    return MappingProxyType(
        {
            "page": Look(ground=page),
            "title": Look(title[0], title[1], bold=True, whole=True),
            "selection": Look(selection[0], selection[1], whole=True),
            "lit": Look(lit[0], lit[1], whole=True),
            "row": Look(ground=row),
            "cursor": Look(cursor[0], cursor[1], whole=True),
            "selected-cursor": Look(cursor[0], cursor[1], whole=True),
        }
    )


_ATTRIBUTES = MappingProxyType(
    {
        "page": Look(),
        "title": Look(bold=True, reverse=True, whole=True),
        "selection": Look(reverse=True, whole=True),
        "lit": Look(underline=True, whole=True),
        "row": Look(reverse=True, whole=True),
        "cursor": Look(reverse=True, whole=True),
        "selected-cursor": Look(bold=True, underline=True, whole=True),
    }
)
"""The grounds of terminals that have none to give."""

_NONE: tuple[None, ...] = (None,) * CATEGORIES

DARK = Theme(
    "dark",
    _fores(252, 255, 247, Look(239), 179, (75, 175, 151, 185, 159, 173)),
    _grounds(234, (234, 179), (230, 94), (255, 238), 236, (234, 255)),
)
LIGHT = Theme(
    "light",
    _fores(235, 16, 240, Look(249), 94, (25, 88, 23, 125, 53, 19)),
    _grounds(255, (16, 221), (16, 222), (16, 252), 253, (255, 16)),
)
ANSI_DARK = Theme("ansi-dark", _fores(None, None, None, Look(dim=True), None, (14, 13, 10, 11, 9, 12)), _ATTRIBUTES)
ANSI_LIGHT = Theme(
    "ansi-light", _fores(None, None, None, Look(dim=True), None, (4, 5, 1, None, None, None)), _ATTRIBUTES
)
COLOURLESS = Theme("none", _fores(None, None, None, Look(dim=True), None, _NONE), _ATTRIBUTES)

THEMES: Mapping[str, Theme] = MappingProxyType(
    {theme.name: theme for theme in (DARK, LIGHT, ANSI_DARK, ANSI_LIGHT, COLOURLESS)}
)
"""The themes by name; `none` is the one that NO_COLOR chooses."""


@lru_cache(maxsize=1024)
def style(theme_name: str, role: str) -> Style:
    """Return the Rich style of a role in a theme.

    Raises:
        KeyError: there is no such theme or role.
    """
    from rich.color import Color
    from rich.style import Style

    look = THEMES[theme_name].look(role)
    return Style(
        color=None if look.fore is None else Color.from_ansi(look.fore),
        bgcolor=None if look.ground is None else Color.from_ansi(look.ground),
        bold=look.bold or None,
        underline=look.underline or None,
        reverse=look.reverse or None,
        dim=look.dim or None,
    )
