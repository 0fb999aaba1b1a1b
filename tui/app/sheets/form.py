"""A sheet of labelled texts to be written: `ctrl+d` keeps, `ctrl+c` keeps the draft, `ctrl+r` throws it away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tui.app.layout.pieces import EMPTY, Line, cut, wrapped
from tui.app.long_text import LongText
from tui.app.meanwhile import changed_by
from tui.app.panes.sheet import Sheet
from tui.errors import PostilError
from tui.model.safe_text import safe

_ROOMY = 20
_FORGET = "ctrl+r"

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Choosing:
    """How a field gets its value where that is chosen, not typed."""

    shown: Callable[[str], Sequence[str]]
    """What is shown of a value, a paragraph each; nothing where nothing is chosen."""
    choose: Callable[[str, Callable[[str], None]], None]
    """Lets a value be chosen: gets the present one, and what takes the new one."""


@dataclass(slots=True)
class FormField:
    """A text with a label; one that cannot be written is shown only."""

    name: str
    label: str
    text: str = ""
    several_lines: bool = False
    written_here: bool = True
    hint: str = ""
    """What may be written, said below the field one is in."""
    role: str = "text"
    """How a text that is only shown is drawn."""
    now: Callable[[], str] | None = None
    """Gives the text as the project has it at present: that is kept where nothing was written in its place."""
    choosing: Choosing | None = None
    """How it is chosen, where it is not typed; the text is the value then."""
    instead: str = ""
    """What will stand where nothing is written here; shown muted until something is."""
    hangs_on: str = ""
    """The field without whose words this one's count for nothing: until there are some, it is an offer, shown muted."""
    follows: Callable[[Values, int], Sequence[Line]] | None = None
    """What is shown of a field that follows from what is written in others: lines of a width."""
    editor: LongText = field(default_factory=LongText)

    def __post_init__(self) -> None:
        """Put the cursor behind the text."""
        self.editor = LongText(self.text, len(self.text), self.several_lines)


class Form(Sheet):
    """Texts to be written, one under the other."""

    rows = 12
    label_width = 12

    def __init__(
        self,
        title: str,
        fields: Sequence[FormField],
        keep: Callable[[Values], object],
        *,
        draft: str = "",
        fact: str = "",
        more: Mapping[str, tuple[str, Callable[[], None]]] | None = None,
        of: tuple[str, str] | None = None,
    ) -> None:
        """Show the fields.

        Args:
            title: What the title rule says.
            fields: The texts, from the top.
            keep: Gets the texts by their fields' names when they are to be kept. It answers `False` where they
                cannot be, and has said why; the form then stays.
            draft: The key under which what is not kept waits; empty: it is let go.
            fact: What stands at the right of the title rule.
            more: Keys that do more here: their word in the key line, and what they do.
            of: The document that is written, by table and id: who changed it meanwhile is told before it is kept.
        """
        super().__init__()
        self.title = title
        self.fields = list(fields)
        self._keep = keep
        self._draft = draft
        self._fact = fact
        self._more = more or {}
        self._of = of
        self._revision = 0
        self._is_draft = False
        self.at = next((number for number, each in enumerate(self.fields) if each.written_here), 0)
        self._top = 0
        self._overflows = False
        """Whether not all lines are in view."""
        self._drawn_lines: list[Line] = []
        self._as_opened = self.values()

    def values(self) -> dict[str, str]:
        """Return the texts that can be written here, by their fields' names."""
        return {each.name: each.editor.text for each in self.fields if each.written_here}

    def _anew(self) -> dict[str, str]:
        """Return the texts that are others than when the form was opened."""
        return {name: text for name, text in self.values().items() if text != self._as_opened.get(name)}

    def _to_keep(self) -> dict[str, str]:
        """Return all texts; those that one left alone as they are now, whoever changed them meanwhile."""
        written = self._anew()
        now = {each.name: each.now() for each in self.fields if each.now is not None and each.name not in written}
        return {**self.values(), **now}

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return self.values() != self._as_opened

    def opened(self) -> None:
        """Take up the draft that waits, and note what the project is like."""
        self._revision = self.page.project.revision
        waiting = self.page.session.drafts.waiting(self._draft)
        if isinstance(waiting, dict):
            for each in self.fields:
                if isinstance(waiting.get(each.name), str):
                    each.editor = LongText(waiting[each.name], len(waiting[each.name]), each.several_lines)
        self._is_draft = self.changed

    def fact(self) -> str:
        """Return what stands at the right of the title rule, and whether this is a draft that waited."""
        said = (self._part_in_view(), "from your draft" if self._is_draft else "", self._fact)
        return f" {self.page.glyphs.dot} ".join(part for part in said if part)

    def _part_in_view(self) -> str:
        """Return which field one is in, where not all are in view."""
        numbers = [number for number, each in enumerate(self.fields) if each.written_here]
        if not self._overflows or self.at not in numbers or len(numbers) == 1:
            return ""
        return f"{numbers.index(self.at) + 1} of {len(numbers)} fields"

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return what the keys do here."""
        several = sum(1 for each in self.fields if each.written_here) > 1
        closing = "close, draft kept" if self._draft else "close, nothing kept"
        more = [
            (f"^{key[5:].upper()}" if key.startswith("ctrl+") else key, word) for key, (word, _) in self._more.items()
        ]
        ending = [("^D", "keep and close"), ("^C", closing)]
        forgetting = [("^R", "forget draft")] if self._draft and self.changed else []
        return [*([("tab", "next field")] if several else []), *more, *ending, *forgetting]

    def press(self, key: str, character: str | None) -> None:
        """Write, go to another field, keep, or close."""
        here = self.fields[self.at]
        if key == "ctrl+d":
            self.keep()
        elif key in ("ctrl+c", "escape"):
            self.leave()
        elif key == _FORGET and self._draft:
            self.forget()
        elif key in self._more:
            self._more[key][1]()
        elif key in ("tab", "shift+tab"):
            self._step(1 if key == "tab" else -1)
        elif here.choosing is not None:
            self._press_chosen(here, here.choosing, key)
        elif not here.editor.press(key, character) and key in ("up", "down", "enter", "ctrl+j"):
            self._step(-1 if key == "up" else 1)

    def _press_chosen(self, here: FormField, choosing: Choosing, key: str) -> None:
        """Choose, choose nothing, or go to another field."""
        if key in ("enter", "ctrl+j", "space"):
            choosing.choose(here.editor.text, lambda value: self.put(here.name, value))
        elif key in ("backspace", "delete", "ctrl+h"):
            self.put(here.name, "")
        elif key in ("up", "down"):
            self._step(-1 if key == "up" else 1)

    def put(self, name: str, value: str) -> None:
        """Let a field hold another text, the cursor behind it."""
        for each in self.fields:
            if each.name == name:
                each.editor = LongText(value, len(value), each.several_lines)

    def paste(self, text: str) -> None:
        """Put pasted text into the field one is in."""
        if self.fields[self.at].choosing is None:
            self.fields[self.at].editor.insert(text)

    def keep(self) -> None:
        """Hand the texts over and close, unless they cannot be kept, or somebody changed them meanwhile."""
        if self.changed and self._is_changed_meanwhile():
            return
        if self._keep({name: text.strip() for name, text in self._to_keep().items()}) is False:
            return
        self.done()

    def refused(self, error: PostilError, name: str = "") -> bool:
        """Say what is wrong with a field and go to it; answers whether it is known which.

        `name`: the field, where the error does not tell.
        """
        name = name or getattr(error, "field", "")
        numbers = [number for number, each in enumerate(self.fields) if each.name == name and each.written_here]
        if not numbers:
            return False
        self.at = numbers[0]
        self.page.say(f"{safe(self.fields[self.at].label)}: {error}")
        return True

    def done(self) -> None:
        """Close: all is kept, no draft waits."""
        self._forget_draft()
        self.close()

    def _is_changed_meanwhile(self) -> bool:
        """Tell whether somebody changed what is written here since it was opened, and say so, once for each change."""
        if self._of is None:
            return False
        who = changed_by(self.page.session, *self._of, self._revision)
        self._revision = self.page.project.revision
        if who:
            self.page.say(f"Changed meanwhile by {who}: ^D again puts yours in its place.")
        return bool(who)

    def put_by(self) -> bool:
        """Put what is written by as a draft while one writes; answers whether it is another than before."""
        drafts = self.page.session.drafts
        return drafts.put(self._draft, self._anew()) if self.changed else drafts.forget(self._draft)

    def leave(self) -> None:
        """Close; what was written waits as a draft."""
        if self._draft and self.changed:
            self.put_by()
            self.page.session.keep_desk()
            self.close()
            self.page.say("The draft is kept: it is here again when you come back.")
        else:
            self.close()

    def forget(self) -> None:
        """Throw away what was written: the fields are again as the project has them."""
        if not self.changed:
            return
        now = {each.name: each.now() for each in self.fields if each.now is not None}
        self._as_opened |= now
        for name, text in self._as_opened.items():
            self.put(name, text)
        self._is_draft = False
        self._forget_draft()
        self.page.say("The draft is thrown away: the fields are as they were before it.")

    def _forget_draft(self) -> None:
        if self.page.session.drafts.forget(self._draft):
            self.page.session.keep_desk()

    def _step(self, by: int) -> None:
        numbers = [number for number, each in enumerate(self.fields) if each.written_here]
        if numbers:
            self.at = numbers[(numbers.index(self.at) + by) % len(numbers)]

    # drawing ----------------------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Lay out all fields, and bring the line of the cursor into view."""
        roomy = self.down >= _ROOMY
        lines: list[Line] = [EMPTY] if roomy else []
        cursor = below = 0
        for number, each in enumerate(self.fields):
            if number and each.written_here and roomy:
                lines.append(EMPTY)
            if number == self.at:
                typed = each.written_here and each.choosing is None
                cursor = len(lines) + (each.editor.cursor_line() + bool(each.hint) if typed else 0)
            lines += self._field(each, number == self.at)
            if number == self.at or (number == self.at + 1 and each.follows is not None):
                below = len(lines)
        height = self.down - 1
        self._overflows = len(lines) > height
        self._top = max(0, min(self._top, cursor, len(lines) - height))
        if cursor >= self._top + height:
            self._top = cursor - height + 1
        if self.fields[self.at + 1 : self.at + 2] and self.fields[self.at + 1].follows is not None:
            # what follows from what one writes is to be seen while one writes
            self._top = max(self._top, min(cursor, below - height))
        self._drawn_lines = lines[self._top : self._top + height]

    def body(self, y: int) -> Line:
        """Return a line of the fields."""
        return self._drawn_lines[y] if y < len(self._drawn_lines) else EMPTY

    def _field(self, each: FormField, here: bool) -> list[Line]:
        label_wide = self.label_width if each.label else 0
        width = max(10, min(72, self.across - label_wide - 2))
        if each.choosing is not None:
            texts = self._chosen(each, each.choosing, width)
        elif each.follows is not None:
            texts = list(each.follows(self.values(), width))
            if not texts:
                return []
        elif each.written_here:
            texts = each.editor.lines(width, here)
            if each.instead and not each.editor.text:
                cursor: Line = ((" ", "text@cursor"),) if here else EMPTY
                words = wrapped(safe(each.instead), width - 1)
                texts = [(*(cursor if not number else EMPTY), (line, "muted")) for number, line in enumerate(words)]
            elif each.hangs_on and not self.values().get(each.hangs_on, "").strip():
                texts = [tuple((words, "muted" if role == "text" else role) for words, role in line) for line in texts]
        else:
            texts = [((words, each.role),) for words in wrapped(safe(each.text), width)]
        if not each.label:
            return [((" ", "text"), *line) for line in texts]
        mark = (self.page.glyphs.here, "accent") if here else (" ", "text")
        label = cut(safe(each.label), label_wide - 2, self.page.glyphs.more).ljust(label_wide - 1)
        first: Line = (mark, (label, "strong" if here else "muted"), *texts[0])
        below = [((" " * label_wide, "text"), *line) for line in texts[1:]]
        hints = wrapped(each.hint, width) if here and each.hint else []
        return [first, *below, *[((" " * label_wide + line, "muted"),) for line in hints]]

    def _chosen(self, each: FormField, choosing: Choosing, width: int) -> list[Line]:
        """Return the lines of what is chosen, or that nothing is."""
        texts = [line for words in choosing.shown(each.editor.text) for line in wrapped(words, width)]
        return [((line, "text"),) for line in texts] or [(("none yet", "muted"),)]
