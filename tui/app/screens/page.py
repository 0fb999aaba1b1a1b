"""What every screen of Postil does with keys: questions and choices in the key line, sheets, and the table.

A key goes to the question or the choice first, then to the topmost sheet, then to the table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Region

from tui.app import keymap
from tui.app.layout.key_line import Pair
from tui.app.layout.pieces import EMPTY, Line
from tui.app.panes.lines import Lines
from tui.app.panes.sheet import Sheet
from tui.app.screens.framed import Framed
from tui.app.screens.last_rows import LastRows, last_rows
from tui.model.letters import LETTERS
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.commands.command import Command
    from tui.app.completion import Completion
    from tui.app.meanwhile import Value
    from tui.app.question import Choice, Question
    from tui.app.session import Session

_WHEEL = 3
"""How many lines a turn of the mouse's wheel is."""


class Page(Framed):
    """A screen with a key line, questions, sheets, and keys from the table."""

    context: ClassVar[str] = ""
    """The page's own context in the table."""
    offers_keys = True
    """Whether the key line ends in `? keys`."""
    bare = False
    """Whether this is the bare screen, where `q` leaves Postil."""

    def __init__(self, session: Session) -> None:
        """Belong to a session; nothing is asked and nothing lies over the page."""
        super().__init__(session)
        self.message = ""
        self.message_way: Pair | None = None
        """Key and word of what takes back what the message tells of."""
        self.question: Question | None = None
        self.choice: Choice | None = None
        self._last_rows: LastRows = (EMPTY, ())
        self._drawn_from: Lines | None = None
        """Where the mouse was pressed, while its button is held."""

    @property
    def contexts(self) -> tuple[str, ...]:
        """Where keys are looked up, the nearest first."""
        return (self.context, "lists", "everywhere")

    def pairs(self) -> Sequence[Pair]:
        """Return the pairs of the key line when nothing is asked."""
        return keymap.key_line(self.contexts, self)

    def back(self) -> Pair | None:
        """Return the way back, which always stays in the key line."""
        return None if self.bare else ("q", "back")

    def key_line(self) -> Line:
        """Return the key line for what is going on."""
        return self._last_rows[0]

    def prepare_last_rows(self) -> None:
        """Work out the key line, and the rows above it that something long takes."""
        self._last_rows = last_rows(self)

    def frame_line(self, y: int) -> Line:
        """Return a line of the frame; what is said, asked or typed and is too long for the key line lies above it."""
        if y < self.down - 1:
            rows = self._last_rows[1]
            at = y - (self.down - 1 - len(rows))
            if at >= 0:
                return rows[at]
        return super().frame_line(y)

    @property
    def rows_for_long_lines(self) -> int:
        """How many rows above the key line a line may take that is too long for it."""
        return 0 if self.sheet is not None else 3

    def prefix_words(self) -> str:
        """Return what the key line says while a sequence waits."""
        return {"t": "Throw to", "'": "Go to pile"}.get(self.desk.prefix, "Go")

    def pile_letters(self) -> str:
        """Return the letters of the piles for the key line, first and last."""
        book = self.project.codebook
        letters = sorted((book.letter(pile) for pile in book.piles() if book.letter(pile)), key=LETTERS.find)
        return f"{letters[0]}{'-'}{letters[-1]}" if len(letters) > 1 else "".join(letters) or "a"

    # saying and asking ------------------------------------------------------------------------------------------

    def say(self, words: str, undo: bool = False) -> None:
        """Show a message in the key line until the next key."""
        self.note(words, undo)
        self.redraw()

    def note(self, words: str, undo: bool = False, redo: bool = False) -> None:
        """Have a message shown the next time the page is drawn."""
        self.message = safe(words)
        self.message_way = ("u", "undo") if undo else ("U", "redo") if redo else None

    def ask(
        self,
        prompt: str,
        then: Callable[[str], object],
        *,
        text: str = "",
        word: str = "keep",
        typed: Callable[[str], None] | None = None,
        left: Callable[[], None] | None = None,
        complete: Callable[[str], Completion] | None = None,
        draft: str = "",
        of: Value | None = None,
    ) -> None:
        """Ask for a line in the key line; `then` gets it when `enter` is pressed.

        Under the key `draft` it waits until it is kept, where the connection is lost and where one steps back from it.
        A key that begins with `name` waits for a lost connection alone. `of` is what is written anew: where a colleague
        changed it before `enter`, one is asked whose words shall stand.
        """
        from tui.app.field import Field  # what asks is loaded with the first question, not with the first screen
        from tui.app.meanwhile import Meanwhile
        from tui.app.question import Question

        question = Question(prompt, then, word, Field.of(text), typed, left, complete, draft=draft, given=text)
        question.meanwhile = Meanwhile(self.session, of) if of is not None else None
        self.ask_this(question)

    def ask_this(self, question: Question) -> None:
        """Ask a question, which begins with what waits of it as a draft."""
        question.take_up(self.session.drafts)
        self.question = question
        self.redraw()

    def choose(
        self, prompt: str, ways: Mapping[str, tuple[str, Callable[[], None]]], left: Callable[[], None] | None = None
    ) -> None:
        """Show what would be done and wait for one of the keys; any other key lets it be and does nothing else."""
        from tui.app.question import Choice

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
        self.message, self.message_way = "", None
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

    def painted_first(self, is_letter: bool) -> Region | None:
        """Return the part of the screen to be painted at once where keys come hard on one another; `None`: all.

        Of letters that narrow something it is the line they are typed in.
        """
        if self.question is not None:
            is_live = is_letter and self.question.typed is not None
            return Region(0, self.down - 1, self.across, 1) if is_live else None
        if self.choice is None and self.sheet is not None and self.sheet.typed_row is not None and is_letter:
            spot = self.sheet.spot
            return Region(spot.x, spot.y + self.sheet.typed_row, spot.width, 1)
        return None

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
            if self._waits(question, question.waits_when_left):
                self.note("What you wrote waits: it is here when you ask again.")
        elif key in ("enter", "ctrl+j"):
            self.question = None
            from tui.app.meanwhile import asked_whose

            if not asked_whose(self, question, lambda: self._keep(question), lambda: self._let_go(question)):
                self._keep(question)
        else:
            question.press(key, character)

    def _keep(self, question: Question) -> None:
        """Do what a question was asked for."""
        is_kept = question.then(question.answer) is not False

        def settle() -> None:
            self._waits(question, not is_kept or bool(self.session.failed))

        self.session.soon(settle)  # an edit that is under way may still fail

    def _let_go(self, question: Question) -> None:
        """Do nothing of what a question was asked for."""
        self._waits(question, False)
        if question.left is not None:
            question.left()

    def _waits(self, question: Question, on: bool) -> bool:
        """Let what was typed wait as a draft, or let it go; answers whether it waits now."""
        drafts = self.session.drafts
        if question.put_by(drafts) if on else drafts.forget(question.draft):
            self.session.keep_desk()
        return on and drafts.waiting(question.draft) is not None

    def _chosen(self, choice: Choice, key: str) -> None:
        self.choice = None
        way = choice.ways.get(key)
        if way is not None:
            way[1]()
        else:
            self._let_be(choice, key)

    def _let_be(self, choice: Choice, key: str) -> None:
        """Do nothing of what was offered; who typed on, meaning something else, sees that the key went here."""
        if choice.left is not None:
            choice.left()
        is_asked_on = self.choice is not None or self.question is not None
        if key not in ("ctrl+c", "escape") and not is_asked_on and not self.message:
            self.note("Let be: nothing was done.")

    def _from_table(self, key: str) -> None:
        prefix, self.desk.prefix = self.desk.prefix, ""
        if prefix and key in ("ctrl+c", "escape"):
            return
        meant = keymap.meaning(self.contexts, prefix, key)
        if meant.waits:
            reason = keymap.why_not_begun(self.contexts, key, self)
            if reason:
                self.say(reason)
            else:
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
        if self.desk.tour is not None:
            from tui.app.tour import did  # few are on it

            did(self, command.id)

    def first_key(self, command: Command) -> str:
        """Return the last key of a command's first sequence here, as a handler gets it; empty where it has none."""
        keys = keymap.keys_of(command, self.contexts)
        return keymap.sequence(keys[0])[-1] if keys else ""

    def put_by(self) -> bool:
        """Have what is decided here kept, for the case that the line is lost; answers whether anything is new."""
        return False

    def step_back(self) -> bool:
        """Let go of one thing of this page; answers whether there was one."""
        return False

    def clicked(self, widget: Lines, x: int, y: int) -> None:
        """Take a press of the mouse, in cells of the widget; while something is asked it does nothing."""
        if self.question is None and self.choice is None and self.sheet is None and not self.session.saving:
            self.message, self._drawn_from = "", widget
            self.click(widget, x, y)
            self.redraw()

    def click(self, widget: Lines, x: int, y: int) -> None:
        """Do what a press of the mouse means here; for subclasses."""

    def dragged(self, widget: Lines, x: int, y: int) -> None:
        """Take where the mouse is while its button is held, in cells of where it was pressed, though it be elsewhere.

        While something is asked it does nothing.
        """
        if self.question is None and self.choice is None and self.sheet is None and not self.session.saving:
            held = self._drawn_from or widget
            self.drag(held, x + widget.spot.x - held.spot.x, y + widget.spot.y - held.spot.y)
            self.redraw()

    def drag(self, widget: Lines, x: int, y: int) -> None:
        """Do what moving the mouse with its button held means here; for subclasses."""

    def released(self, widget: Lines) -> None:
        """Take that the mouse's button is held no longer."""
        self._drawn_from = None

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

    def draw_now(self) -> None:
        """Let be seen at once what would be in the next frame, as Textual draws no more than sixty a second."""
        self._on_timer_update()

    def draw_the_rest(self) -> None:
        """Draw what was left out the first time; for subclasses."""

    def on_screen_resume(self) -> None:
        """Draw what has changed while another page was in front."""
        self.redraw()
