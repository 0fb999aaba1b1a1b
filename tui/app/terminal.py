"""What the terminal can show and whether Postil can start in it, found out before any Textual is loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import NamedTuple

from tui.app.layout.postures import SMALLEST


class Terminal(NamedTuple):
    """The theme and the table of marks that fit a terminal."""

    theme: str
    glyphs: str
    writes_all: bool = False
    """Leave the writing to Textual, which repaints whole regions; else only the cells that differ are written."""


WRITES_ALL = "POSTIL_WRITES_ALL"
"""The variable of the environment that switches `writes_all` on."""


def terminal_of(environment: Mapping[str, str], chosen_theme: str = "", chosen_glyphs: str = "") -> Terminal:
    """Return what fits a terminal with this environment; what the user chose stands where the terminal can show it."""
    ascii_only = not _is_utf8(environment)
    many = "256color" in environment.get("TERM", "") or environment.get("COLORTERM", "") in ("truecolor", "24bit")
    theme = "none" if environment.get("NO_COLOR") else _theme(many, _is_light(environment), chosen_theme)
    plain = theme == "none" or not many
    glyphs = chosen_glyphs or ("ascii" if ascii_only else "plain" if plain else "full")
    return Terminal(theme, glyphs, writes_all=bool(environment.get(WRITES_ALL)))


def _theme(many: bool, light: bool, chosen: str) -> str:
    """Return the theme for a terminal with many colours or 16, on a light ground or a dark one."""
    ground = "light" if light else "dark"
    if not chosen:
        return ground if many else f"ansi-{ground}"
    return f"ansi-{chosen}" if chosen in ("dark", "light") and not many else chosen


def refusal(environment: Mapping[str, str], size: tuple[int, int], is_terminal: bool, platform: str) -> str:
    """Return one sentence why the app cannot start here; empty where it can."""
    if platform.startswith("win"):
        return "Postil needs a Linux or macOS terminal; on Windows, start it inside WSL or on the server over SSH."
    if not is_terminal:
        return "Postil needs a terminal for its screens, and here is none; the commands (postil --help) work without."
    if environment.get("TERM", "") in ("dumb", ""):
        return "This terminal says that it can move no cursor (TERM=dumb); try TERM=xterm, or commands (postil --help)."
    if size[0] < SMALLEST[0] or size[1] < SMALLEST[1]:
        return (
            f"This terminal has {size[0]} columns and {size[1]} rows; Postil needs {SMALLEST[0]} and {SMALLEST[1]}, "
            "and works fully from 80 and 24."
        )
    return ""


def refusal_here() -> str:
    """Return why the app cannot start in this very terminal; empty where it can."""
    is_terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stderr is not None and sys.stderr.isatty()
    size = os.get_terminal_size(sys.stderr.fileno()) if is_terminal else (0, 0)
    # A terminal that does not know its size says 0 × 0; Textual then takes 80 × 24.
    return refusal(os.environ, (size[0] or 80, size[1] or 24), is_terminal, sys.platform)


_SAYS_OTHERWISE = ("ESCDELAY", "COLUMNS", "LINES")


def forget_textual_switches() -> None:
    """Take out of the environment what would make Textual log, connect, take pictures or type by itself.

    Then switch off what Postil does not use: kitty's way of sending keys, and sizes told in the stream of keys.
    A size that some shell exported would stand over the terminal's own, also after a resize. Textual reads all this
    when it is imported.
    """
    for name in [name for name in os.environ if name.startswith("TEXTUAL") or name in _SAYS_OTHERWISE]:
        del os.environ[name]
    os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
    os.environ["TEXTUAL_SMOOTH_SCROLL"] = "0"


def _is_utf8(environment: Mapping[str, str]) -> bool:
    named = next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "")
    return "utf-8" in named.lower() or "utf8" in named.lower()


def _is_light(environment: Mapping[str, str]) -> bool:
    """Read COLORFGBG, which some terminals set: letters;ground, of the 16 colours."""
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    return ground in ("7", "15")
