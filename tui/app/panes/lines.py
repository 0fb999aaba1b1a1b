"""A widget that draws lines of pieces on Textual's line API, and repaints only the lines that have changed.

After every key `redraw` asks for all lines anew and compares them with what was drawn: nothing can go stale, and a
cursor that moves costs two lines. No scroll bars, no animation, no focus: what is in view is the widget's own affair.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.app.layout.pieces import EMPTY, Line
from tui.app.theme import style
from tui.model.safe_text import is_safe, safe


@lru_cache(maxsize=4096)
def strip_of(line: Line, width: int, theme_name: str, ground: str = "text") -> Strip:
    """Return a line as a strip of exactly this width; the rest is filled in the ground's role."""
    # Whoever makes pieces makes them safe, so that widths are right; this is the one door that all of them pass.
    segments = [Segment(text if is_safe(text) else safe(text), style(theme_name, role)) for text, role in line if text]
    return Strip(segments).adjust_cell_length(width, style(theme_name, ground))


class Lines(Widget, can_focus=False, inherit_css=False):
    """Draws `line(y)` for every y of its height; subclasses say what the lines are."""

    DEFAULT_CSS = ""  # nor is Textual's inherited, here and in app and screens: it would only be parsed at every start
    waits = False
    """Whether it stays blank for now, as what it draws takes long to work out."""
    spot: Region = Region(0, 0, 0, 0)
    """Where the page has put this widget, in cells of the screen."""

    def __init__(self, *, name: str | None = None) -> None:
        """Start with nothing drawn."""
        super().__init__(name=name)
        self._drawn: list[Line] = []
        self._drawn_theme = ""

    @property
    def across(self) -> int:
        """The width, in cells."""
        return self.spot.width

    @property
    def down(self) -> int:
        """The height, in lines."""
        return self.spot.height

    @property
    def theme_name(self) -> str:
        """The name of the theme that roles are looked up in."""
        return str(getattr(self.app, "postil_theme", "dark"))

    def prepare(self) -> None:
        """Work out what all lines share (called once before the lines are asked for); for subclasses."""

    def line(self, y: int) -> Line:
        """Return the pieces of the line y of this widget, from 0 at its top; for subclasses."""
        return EMPTY

    def redraw(self) -> None:
        """Ask for all lines anew and repaint those that differ from what is drawn."""
        lines = self._asked()
        changed = (
            [y for y, line in enumerate(lines) if line != self._drawn[y]] if len(lines) == len(self._drawn) else None
        )
        if changed is None or self._drawn_theme != self.theme_name:
            self._drawn, self._drawn_theme = lines, self.theme_name
            self.refresh()
        elif changed:
            self._drawn = lines
            self.repaint(changed)

    def repaint(self, ys: Iterable[int]) -> None:
        """Repaint some lines, as they are drawn."""
        self.refresh(*[Region(0, y, self.across, 1) for y in ys])

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of the lines in view, for Textual's compositor; styles and filters have no say."""
        if len(self._drawn) < crop.bottom:
            self._drawn, self._drawn_theme = self._asked(), self.theme_name
        width, theme_name = self.size.width, self._drawn_theme
        strips = []
        for y in crop.line_range:
            strip = strip_of(self._drawn[y] if y < len(self._drawn) else EMPTY, width, theme_name)
            strips.append(strip if crop.width == width else strip.crop(crop.x, crop.right))
        return strips

    def render_line(self, y: int) -> Strip:
        """Return one line as a strip, as the line API has it."""
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Tell the page where the mouse was pressed."""
        self._tell(event, "clicked", event.x, event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell the page where the mouse is while its button is held."""
        if event.button == 1:
            self._tell(event, "dragged", event.x, event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Tell the page that the mouse was released."""
        self._tell(event, "released")

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Tell the page that the wheel turned down."""
        self._tell(event, "wheeled", 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Tell the page that the wheel turned up."""
        self._tell(event, "wheeled", -1)

    def _tell(self, event: events.MouseEvent, what: str, *values: int) -> None:
        event.stop()
        told = getattr(self.screen, what, None)
        if told is not None:
            told(self, *values)

    def _asked(self) -> list[Line]:
        if self.waits:
            return [EMPTY] * self.down
        self.prepare()
        return [self.line(y) for y in range(self.down)]
