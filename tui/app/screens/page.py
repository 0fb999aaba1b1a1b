"""What every screen of Postil is made of: a frame that draws header, rules, foot and key line, and what lies over it.

The page gets every key: a question or a choice in the key line first, then the topmost sheet, then the table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.geometry import Offset, Region, Spacing
from textual.layout import Layout, WidgetPlacement
from textual.screen import Screen

from tui.app import keymap
from tui.app.field import Field
from tui.app.layout.key_line import Pair, asking_line, key_line
from tui.app.layout.pieces import EMPTY, Line, cut, ends, width_of
from tui.app.layout.postures import Box, sheet_box
from tui.app.panes.lines import Lines
from tui.app.panes.sheet import Sheet
from tui.app.question import Choice, Question
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size
    from textual.widget import Widget

    from tui.app.app import PostilApp
    from tui.app.commands import Command
    from tui.app.desk import Desk
    from tui.app.glyphs import Glyphs
    from tui.app.session import Session
    from tui.model.project import Project


_WHEEL = 3
"""How many lines a turn of the mouse's wheel is."""


class Spots(Layout):
    """Puts every widget at its spot, later ones over earlier ones."""

    name = "spots"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> list[WidgetPlacement]:
        """Return the placements of the widgets that have a spot."""
        return [
            WidgetPlacement(child.spot, Offset(0, 0), Spacing(), child, order)
            for order, child in enumerate(children)
            if isinstance(child, Lines) and child.spot.area
        ]


class Frame(Lines):
    """The whole screen, drawn by its page; panes and sheets lie over it."""

    page: Page

    def prepare(self) -> None:
        """Let the page work out what its lines share."""
        self.page.prepare_frame()

    def line(self, y: int) -> Line:
        """Return a line of the screen."""
        return self.page.frame_line(y)


class Page(Screen[None]):
    """A screen with a header, a key line, questions, sheets, and keys from the table."""

    BINDINGS: ClassVar[list[Any]] = []
    AUTO_FOCUS = ""
    ALLOW_SELECT = False
    DEFAULT_CSS = "Page { overflow: hidden; }"
    context: ClassVar[str] = ""
    """The page's own context in the table."""
    offers_keys = True
    """Whether the key line ends in `? keys`."""
    bare = False
    """Whether this is the bare screen, where `q` leaves Postil."""

    app: PostilApp

    def __init__(self, session: Session) -> None:
        """Belong to a session; nothing is asked and nothing lies over the page."""
        super().__init__()
        self.session = session
        self.message = ""
        self.message_undo = False
        self.question: Question | None = None
        self.choice: Choice | None = None
        self.sheets: list[Sheet] = []
        self.frame = Frame(name="frame")
        self.frame.page = self
        self._spots = Spots()

    # what it is made of -----------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Yield the frame; subclasses add what lies over it."""
        yield self.frame

    @property
    def layout(self) -> Layout:
        """Everything stands at its spot."""
        return self._spots

    @property
    def project(self) -> Project:
        """The project in memory."""
        return self.session.project

    @property
    def desk(self) -> Desk:
        """What lies open."""
        return self.session.desk

    @property
    def glyphs(self) -> Glyphs:
        """The marks this terminal can show."""
        return self.app.glyphs

    @property
    def across(self) -> int:
        """The columns of the screen."""
        return self.app.size.width

    @property
    def down(self) -> int:
        """The rows of the screen."""
        return self.app.size.height

    @property
    def contexts(self) -> tuple[str, ...]:
        """Where keys are looked up, the nearest first."""
        return (self.context, "lists", "everywhere")

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that has the keys."""
        return self.sheets[-1] if self.sheets else None

    # drawing ----------------------------------------------------------------------------------------------------

    def spots(self) -> Mapping[Lines, Box]:
        """Return where the page's widgets stand, the frame and the sheets left out; for subclasses."""
        return {}

    def sheet_left(self) -> int:
        """Return the column where sheets begin on a wide screen."""
        return 66

    def place(self) -> None:
        """Give every widget its spot, and lay the screen out again where one has changed."""
        placed = {self.frame: Box(0, 0, self.across, self.down), **self.spots()}
        for sheet in self.sheets:
            placed[sheet] = (
                sheet_box(self.across, self.down, sheet.rows, self.sheet_left())
                if sheet is self.sheet
                else Box(0, 0, 0, 0)
            )
        moved = False
        for widget, box in placed.items():
            region = Region(box.x, box.y, box.width, box.height)
            if widget.spot != region:
                widget.spot, moved = region, True
        if moved:
            self.frame.refresh(layout=True)

    def redraw(self) -> None:
        """Draw anew whatever has changed since it was drawn."""
        if not self.is_attached or not self.across:
            return
        self.place()
        for child in self.children:
            if isinstance(child, Lines) and child.spot.area:
                child.redraw()

    def prepare_frame(self) -> None:
        """Work out what the lines of the frame share; for subclasses."""

    def frame_line(self, y: int) -> Line:
        """Return a line of the frame: header and key line here, the rest from `inner_line`."""
        if y == 0:
            return self.header_line()
        if y == self.down - 1:
            return self.key_line()
        return self.inner_line(y)

    def inner_line(self, y: int) -> Line:
        """Return a line between header and key line; for subclasses."""
        return EMPTY

    def trail(self) -> list[tuple[str, str]]:
        """Return the header's left side behind the project's title, as pieces."""
        return []

    def facts(self) -> list[str]:
        """Return what the header says at the right, before how it stands with saving."""
        coder = self.project.get("coders", self.session.coder)
        return [str(coder.get("initials") or coder.get("name") or "")] if coder else []

    def header_line(self) -> Line:
        """Return the header: project and place left, coder and figures right, then how it stands with saving."""
        status = self.glyphs.words(self.session.status.replace(" ✓", f" {self.glyphs.saved}".rstrip()))
        said = f" {self.glyphs.dot} ".join(fact for fact in self.facts() if fact)
        role = "accent" if self.session.failed else "muted"
        right = [(safe(said), "muted"), ("   " if said else "", "muted"), (status, role), (" ", "text")]
        trail = self.trail()
        room = self.across - width_of(right) - 3
        while trail and width_of(trail) + len(self.project.title) + 1 > room and len(trail) > 2:
            trail = trail[:-2]
        title = cut(safe(self.project.title), max(8, room - width_of(trail) - 1), self.glyphs.more)
        return ends([(" ", "text"), (title, "strong"), *trail], right, self.across)

    def pairs(self) -> Sequence[Pair]:
        """Return the pairs of the key line when nothing is asked."""
        return keymap.key_line(self.contexts, self)

    def back(self) -> Pair | None:
        """Return the way back, which always stays in the key line."""
        return None if self.bare else ("q", "back")

    def key_line(self) -> Line:
        """Return the key line for what is going on."""
        if self.question is not None:
            return self._asking(self.question)
        if self.choice is not None:
            pairs = [(keymap.shown(key), word) for key, (word, _) in self.choice.ways.items()]
            return key_line(
                pairs, self.across, self.glyphs, message=self.choice.prompt, back=("^C", "back"), keys=False
            )
        if self.desk.prefix:
            pairs = keymap.following(self.contexts, self.desk.prefix, self)
            return key_line(
                pairs, self.across, self.glyphs, message=self.prefix_words(), back=("^C", "back"), keys=False
            )
        if self.sheet is not None:
            pairs = list(self.sheet.pairs())
            return key_line(pairs, self.across, self.glyphs, message=self.message, keys=False)
        pairs = list(self.pairs())
        if self.message_undo:
            pairs.insert(0, ("u", "undo"))
        return key_line(pairs, self.across, self.glyphs, message=self.message, back=self.back(), keys=self.offers_keys)

    def _asking(self, question: Question) -> Line:
        pairs = [("^C", "back"), ("enter", question.word)]
        prompt = safe(question.prompt)
        room = max(8, self.across - len(prompt) - 2 - sum(len(key) + len(word) + 3 for key, word in pairs) - 2)
        return asking_line(prompt, question.field.line(room), self.across, pairs)

    def prefix_words(self) -> str:
        """Return what the key line says while a sequence waits."""
        return {"t": "Throw to", "'": "Go to pile"}.get(self.desk.prefix, "Go")

    def pile_letters(self) -> str:
        """Return the letters of the piles for the key line, first and last."""
        letters = [letter for node in self.project.codebook.piles() if (letter := self.project.codebook.letter(node))]
        return f"{letters[0]}{'-'}{letters[-1]}" if len(letters) > 1 else "".join(letters) or "a"

    # saying and asking ------------------------------------------------------------------------------------------

    def say(self, words: str, undo: bool = False) -> None:
        """Show a message in the key line until the next key."""
        self.note(words, undo)
        self.redraw()

    def note(self, words: str, undo: bool = False) -> None:
        """Have a message shown the next time the page is drawn."""
        self.message, self.message_undo = safe(words), undo

    def ask(
        self,
        prompt: str,
        then: Callable[[str], None],
        *,
        text: str = "",
        word: str = "keep",
        typed: Callable[[str], None] | None = None,
        left: Callable[[], None] | None = None,
        complete: Callable[[str], str] | None = None,
    ) -> None:
        """Ask for a line in the key line; `then` gets it when `enter` is pressed."""
        self.question = Question(prompt, then, word, Field.of(text), typed, left, complete)
        self.redraw()

    def choose(
        self, prompt: str, ways: Mapping[str, tuple[str, Callable[[], None]]], left: Callable[[], None] | None = None
    ) -> None:
        """Show what would be done and wait for one of the keys; any other key lets it be and does nothing else."""
        self.choice = Choice(prompt, ways, left)
        self.redraw()

    def open_sheet(self, sheet: Sheet) -> None:
        """Lay a sheet over the page; it has the keys until it closes."""
        sheet.page = self
        self.sheets.append(sheet)
        self.mount(sheet)
        self.place()
        sheet.opened()
        self.redraw()

    def close_sheet(self, sheet: Sheet) -> None:
        """Take a sheet away."""
        if sheet in self.sheets:
            self.sheets.remove(sheet)
            sheet.spot = Region(0, 0, 0, 0)
            sheet.remove()
            self.frame.refresh(layout=True)
            self.redraw()

    # keys -------------------------------------------------------------------------------------------------------

    def press(self, key: str, character: str | None) -> None:
        """Do what a key means here, and draw what it changed. Keys wait while an edit is being saved."""
        self.session.soon(lambda: self.app.page.pressed(key, character))

    def pressed(self, key: str, character: str | None) -> None:
        """Do what a key means here, now."""
        self.message, self.message_undo = "", False
        if key in ("ctrl+l", "ctrl+z") or not self._taken(key, character):
            self._from_table(keymap.canonical(key, character))
        # an edit that is being saved is drawn once it is; where that takes long, the session has it said
        if not self.session.saving:
            self.app.page.redraw()

    def paste(self, text: str) -> None:
        """Put pasted text into the field that is open; elsewhere it does nothing."""
        if self.question is not None:
            self.question.field.insert(text)
            if self.question.typed is not None:
                self.question.typed(self.question.field.text)
        elif self.choice is None and self.sheet is not None:
            self.sheet.paste(text)
        self.redraw()

    def _taken(self, key: str, character: str | None) -> bool:
        """Give a key to what is asked or lies on top; answers whether something of the kind was there."""
        if self.question is not None:
            self._answer(self.question, key, character)
        elif self.choice is not None:
            self._chosen(self.choice, keymap.canonical(key, character))
        elif self.sheet is not None:
            self.sheet.press(key, character)
        else:
            return False
        return True

    def _answer(self, question: Question, key: str, character: str | None) -> None:
        if key in ("ctrl+c", "escape"):
            self.question = None
            if question.left is not None:
                question.left()
        elif key in ("enter", "ctrl+j"):
            self.question = None
            question.then(question.field.text)
        else:
            question.press(key, character)

    def _chosen(self, choice: Choice, key: str) -> None:
        self.choice = None
        way = choice.ways.get(key)
        if way is not None:
            way[1]()
        elif choice.left is not None:
            choice.left()

    def _from_table(self, key: str) -> None:
        prefix, self.desk.prefix = self.desk.prefix, ""
        if prefix and key in ("ctrl+c", "escape"):
            return
        meant = keymap.meaning(self.contexts, prefix, key)
        if meant.waits:
            self.desk.prefix = key
        elif meant.command is not None:
            self.call(meant.command, key)

    def call(self, command: Command, key: str = "") -> None:
        """Do a command, or say why it cannot be done."""
        reason = command.why_not(self)
        if reason:
            self.say(reason)
            return
        done = keymap.handler(command, self.contexts)
        if done is not None:
            done(self, key)

    def first_key(self, command: Command) -> str:
        """Return the last key of a command's first sequence here, as a handler gets it; empty where it has none."""
        keys = keymap.keys_of(command, self.contexts)
        return keymap.sequence(keys[0])[-1] if keys else ""

    def step_back(self) -> bool:
        """Let go of one thing of this page; answers whether there was one."""
        return False

    def clicked(self, widget: Lines, x: int, y: int) -> None:
        """Take a press of the mouse, in cells of the widget; while something is asked it does nothing."""
        if self.question is None and self.choice is None and self.sheet is None and not self.session.saving:
            self.message = ""
            self.click(widget, x, y)
            self.redraw()

    def click(self, widget: Lines, x: int, y: int) -> None:
        """Do what a press of the mouse means here; for subclasses."""

    def wheeled(self, widget: Lines, by: int) -> None:
        """Go on or back by a few lines, as the mouse's wheel turns."""
        if self.question is None and self.choice is None and self.sheet is None:
            for _ in range(_WHEEL):
                self.press("down" if by > 0 else "up", None)

    def on_resize(self) -> None:
        """Lay the page out for its new size."""
        self.redraw()

    def on_mount(self) -> None:
        """Draw the first time."""
        self.redraw()

    def on_screen_resume(self) -> None:
        """Draw what has changed while another page was in front."""
        self.redraw()
