"""The picker: a query, what matches it, a row that makes something new, and about the row under the cursor a few lines.

It knows nothing of codes: what can be taken, what is told of it and what taking it does are given.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from tui.app.field import Field
from tui.app.layout.pieces import EMPTY, Line, Piece, cropped, cut, ends, filled
from tui.app.panes.sheet import Sheet
from tui.app.pickers.folding import fold
from tui.app.pickers.matching import Hit, Matching, candidates
from tui.app.pickers.rows import Choosable, RowState, choosable_line, new_line
from tui.model.names import one_line

_SIDE_BY_SIDE_BELOW = 20
"""The height below which what is told of a row stands beside the rows, not below."""
_LIST_BESIDE = 36
_ABOUT_ROWS = 10
_NEW = -1
"""Stands for the row that makes something new."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken: with ticks all that stand ticked now, else the one row; and names to make something new of."""

    ids: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    by_ticks: bool = False


class Picker(Sheet):
    """Choosing by typing."""

    def __init__(
        self,
        title: str,
        choices: Sequence[Choosable],
        take: Callable[[Taken], None],
        *,
        new: str = "",
        several: bool = False,
        ticked: Collection[str] = (),
        first: Iterable[str] = (),
        about: Callable[[str, int], Sequence[Line]] | None = None,
        typed: str = "",
        is_offered: bool = False,
        remark: Callable[[str], str] | None = None,
        word: str = "take",
        back: str = "back",
        refusal: Callable[[str], str] | None = None,
    ) -> None:
        """Offer choices.

        Args:
            title: What the title rule says.
            choices: What can be taken, in the order to be shown while nothing is typed.
            take: Called with what was taken, after the picker has gone.
            new: What a new one is called (`code`); empty: nothing new can be made.
            several: Whether `tab` ticks.
            ticked: The ids that stand ticked from the beginning.
            first: Ids that come first while nothing is typed, the latest given ones.
            about: Gives the lines that are told of a choice, in a width.
            typed: What stands in the query from the beginning.
            is_offered: Whether that is only offered, so that typing replaces it.
            remark: Gives what is to be said of a new one's name, as that it is long; empty where nothing is.
            word: What `enter` does, in the key line.
            back: Where `ctrl+c` leads, in the key line.
            refusal: Says why nothing new can have a name, empty where it can; the picker stays until it may be taken.
        """
        super().__init__()
        self.title = title
        self.choices = choices
        self._take = take
        self._new = new
        self._several = several
        self._before = frozenset(ticked)
        self.ticked = dict.fromkeys(choice.id for choice in choices if choice.id in self._before)
        self._ticked_new: dict[str, None] = {}
        self._candidates = candidates((choice.name, choice.names_besides) for choice in choices)
        self._matching = Matching(self._candidates)
        self._about = about
        self._word, self._back = word, back
        self._refusal = refusal
        self._remark = remark
        self.field = Field.of(typed, is_offered=is_offered)
        self._resting = self._rested(first)
        self._hits: Sequence[Hit] = []
        self._at = 0
        self._top = 0
        self._match()

    # what is there

    @property
    def sought(self) -> str:
        """What is typed, as a name would be kept."""
        return one_line(self.field.text)

    @property
    def here(self) -> str:
        """The id of the choice under the cursor; empty on the row that makes something new."""
        index = self._index_at(self._at)
        return self.choices[index].id if index >= 0 else ""

    @property
    def shown(self) -> list[str]:
        """The ids of all rows that match, best first."""
        return [self.choices[hit.index].id for hit in self._hits]

    def _rested(self, first: Iterable[str]) -> list[Hit]:
        """Return the order while nothing is typed: what stands ticked, then what comes first, then the rest."""
        places = {choice.id: index for index, choice in enumerate(self.choices)}
        order = dict.fromkeys([*self.ticked, *(each for each in first if each in places), *places])
        return [Hit(places[each], 0) for each in order]

    def _match(self) -> None:
        self._hits = self._matching.hits(self.field.text) if fold(self.field.text) else self._resting
        if not fold(self.field.text):
            self._matching.hits("")
        untouched = (at for at, hit in enumerate(self._hits) if self.choices[hit.index].id not in self._before)
        self._at = self._best if fold(self.field.text) else next(untouched, 0)
        self._top = 0

    @property
    def _best(self) -> int:
        """The row to begin with: the best match, but something new where letters merely lie scattered in names."""
        return len(self._hits) if self._hits and self._hits[0].is_loose and self._makes_new else 0

    @property
    def _makes_new(self) -> bool:
        """Whether there is a row to make something new of what is typed: not where that is a name already."""
        if not self._new or not self.sought:
            return False
        first = self._hits[0] if self._hits else None
        return first is None or self._candidates[first.index].name.text != fold(self.sought)

    @property
    def _count(self) -> int:
        return len(self._hits) + (1 if self._makes_new else 0)

    def _index_at(self, at: int) -> int:
        return self._hits[at].index if 0 <= at < len(self._hits) else _NEW

    @property
    def typed_row(self) -> int:  # type: ignore[override]
        """The line of the query."""
        return 1 if self._beside else 2

    # keys

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return what the keys do here."""
        tick = [("tab", "tick")] if self._several else []
        return [("enter", self._word), *tick, (self.page.glyphs.arrows, "move"), ("^C", self._back)]

    def press(self, key: str, character: str | None) -> None:
        """Move, tick, take, leave, or type."""
        if key in ("ctrl+c", "escape"):
            self.close()
        elif key in ("up", "ctrl+p"):
            self._step(-1)
        elif key in ("down", "ctrl+n"):
            self._step(1)
        elif key in ("pageup", "pagedown"):
            self._at = max(
                0, min(self._count - 1, self._at + (self._list_rows() - 1) * (1 if key == "pagedown" else -1))
            )
        elif key in ("enter", "ctrl+j"):
            self._enter()
        elif key == "tab":
            if self._several:
                self._tick()
        else:
            before = self.field.text
            self.field.press(key, character)
            if self.field.text != before:
                self._match()

    def paste(self, text: str) -> None:
        """Type what was pasted."""
        self.field.insert(text)
        self._match()

    def _step(self, by: int) -> None:
        """Go a row on or back; the ends are joined, so that the last row is one `up` away from the first."""
        if self._count:
            self._at = (self._at + by) % self._count

    def _tick(self) -> None:
        if not self._count:
            return
        index = self._index_at(self._at)
        ticks, what = (self._ticked_new, self.sought) if index == _NEW else (self.ticked, self.choices[index].id)
        if what in ticks:
            del ticks[what]
        else:
            ticks[what] = None
        self._at = min(self._at + 1, self._count - 1)

    def _enter(self) -> None:
        """Take the row, or the ticks if any has changed."""
        if frozenset(self.ticked) != self._before or self._ticked_new:
            taken = Taken(tuple(self.ticked), tuple(self._ticked_new), by_ticks=True)
        elif not self._count:
            return
        else:
            index = self._index_at(self._at)
            taken = Taken(new=(self.sought,)) if index == _NEW else Taken(ids=(self.choices[index].id,))
        if self._refuses(taken.new):
            return
        self.close()
        self._take(taken)

    def _refuses(self, names: Iterable[str]) -> bool:
        """Say why the first of some names that cannot be taken cannot; it stands in the query then, to be mended."""
        for name in names:
            reason = self._refusal(name) if self._refusal is not None else ""
            if reason:
                self._ticked_new.pop(name, None)
                self.field = Field.of(name)
                self._match()
                self.page.say(reason)
                return True
        return False

    # drawing

    @property
    def _beside(self) -> bool:
        """Whether what is told of a row stands beside the rows."""
        return self.down < _SIDE_BY_SIDE_BELOW

    @property
    def _list_width(self) -> int:
        return _LIST_BESIDE if self._beside and self._about is not None else self.across

    def _list_rows(self) -> int:
        if self._beside:
            return max(1, self.down - 2)
        return max(1, self.down - 4 - (_ABOUT_ROWS + 1 if self._about is not None else 0))

    @property
    def _new_stays(self) -> bool:
        """Whether the row that makes something new stands still below rows that are too many to be all in view."""
        return self._makes_new and self._count > self._list_rows() > 1

    def prepare(self) -> None:
        """Bring the cursor's row into view, and ask what is told of it."""
        rows, count = self._list_rows() - self._new_stays, self._count - self._new_stays
        if self._at < count:
            self._top = max(self._at - rows + 1, min(self._top, self._at))
        self._top = max(0, min(self._top, count - rows))
        width = self.across - self._list_width - 1 if self._beside else self.across
        self._told = self._about(self.here, width) if self._about is not None and self.here else ()

    def body(self, y: int) -> Line:
        """Return query, rows, and what is told of the row under the cursor."""
        if self._beside:
            line = self._query_line(self._list_width) if y == 0 else self._row(y - 1)
            if self._about is None:
                return line
            told = self._told[y] if y < len(self._told) else EMPTY
            return (*filled(cropped(line, self._list_width), self._list_width), (self._vertical, "rule"), *told)
        if y in (0, 2):
            return EMPTY
        if y == 1:
            return self._query_line(self.across)
        rows = self._list_rows()
        if y < 3 + rows:
            return self._row(y - 3)
        if y == 3 + rows:
            return ((self.page.glyphs.horizontal * self.across, "rule"),)
        at = y - 4 - rows
        return self._told[at] if at < len(self._told) else EMPTY

    @property
    def _vertical(self) -> str:
        return self.page.glyphs.vertical

    def _query_line(self, width: int) -> Line:
        count = f"{len(self._hits)} of {len(self.choices)} "
        ticks = len(self.ticked) + len(self._ticked_new)
        said = f"{ticks} ticked, {count}" if self._several and ticks else count
        left: list[Piece] = [(f" {self.page.glyphs.here} ", "accent"), *self.field.line(max(4, width - len(said) - 4))]
        return ends(left, [(said, "muted")], width)

    def _row(self, y: int) -> Line:
        is_last = self._new_stays and y == self._list_rows() - 1
        at = self._count - 1 if is_last else self._top + y
        width, glyphs = self._list_width, self.page.glyphs
        if y == 0 and self._new and not self.choices and not self.sought:
            return ((cut(f" + new {self._new}: type its name", width, glyphs.more), "muted"),)
        if y >= self._list_rows() or at >= self._count:
            return EMPTY
        index = self._index_at(at)
        if index == _NEW:
            state = RowState(at == self._at, self.sought in self._ticked_new)
            remark = self._remark(self.sought) if self._remark is not None else ""
            return new_line(self._new, self.sought, state, width, glyphs, remark)
        choice = self.choices[index]
        state = RowState(at == self._at, choice.id in self.ticked)
        name = self._candidates[index].name
        return choosable_line(choice, name, self._hits[at], self.field.text, state, width, glyphs)
