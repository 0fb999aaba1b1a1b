"""The desk: what lies open and where one is in it. Screens change it; it is kept from one session to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from tui.model.selection import Selection
    from tui.model.text import Span

_KEPT_PLACES = 50
_KEPT_CODES = 12


class Place(NamedTuple):
    """Somewhere one has been: a source and a position in its text."""

    source: str
    cursor: int
    reopens: Callable[[], None] | None = None
    """What opens the screen again from which one left this place; kept for this session only."""


@dataclass(slots=True)
class Desk:
    """The working state of the main screen. Positions are code points of the open source's text; ids are documents'."""

    source: str = ""
    cursor: int = 0
    selection: Selection | None = None
    held: list[Span] = field(default_factory=list)
    current: str | None = None
    """The current unit when it was chosen by hand (`H L ;`); `None`: the shortest under the cursor."""
    ends: object | None = None
    """While a unit's ends are moved: how far that has come (the transcript pane's own)."""
    pane: str = "transcript"
    zoomed: bool = False
    node: str = ""
    """The node under the cursor of codebook and board."""
    unit_shown: str = ""
    """While sorting: the unit of the node that the transcript shows."""
    folded: set[str] = field(default_factory=set)
    marked: list[str] = field(default_factory=list)
    """Marked nodes, in the order of marking."""
    codes_shown: set[str] = field(default_factory=set)
    """Only these codes are shown; empty: all."""
    coders_shown: set[str] = field(default_factory=set)
    find: str = ""
    """What is looked for in the text."""
    find_expression: bool = False
    """Whether that is a regular expression."""
    filter: str = ""
    """What rows of codebook and board are filtered by."""
    tray_order: str = "arrival"
    """The order in which codes that are unsorted stand: `arrival`, `name` or `frequency`."""
    turn_numbers: bool = False
    tour: int | None = None
    """The step of the tour one stands at; none where it is not on."""
    tour_left: int = 0
    """The step at which it was left."""
    """Whether every turn's number stands beside the text."""
    last_code: str = ""
    made: str = ""
    """The unit that was made last, in this session."""
    recent: list[str] = field(default_factory=list)
    """Codes given lately, the latest first."""
    led_to: Place | None = None
    """Where coding or holding put the cursor: nobody chose to go there, so `>` does not pass it by unread."""
    places: list[Place] = field(default_factory=list)
    cursors: dict[str, int] = field(default_factory=dict)
    """Where one was in every source."""
    read: set[str] = field(default_factory=set)
    """The sources whose end one reached by reading, in the pass that is open or was closed last."""
    mode: str = ""
    """A state of a pane with keys of its own (`ends`: moving a unit's ends), as a context of the table."""
    prefix: str = ""
    """The key of a sequence that has been begun (`g`, `t`, `'`); empty otherwise."""
    page_height: int = 20
    """How many lines of text a page has; set by the transcript pane."""

    def go(self, source: str, cursor: int) -> None:
        """Move to a place and forget selection and chosen unit; the place left can be returned to."""
        if self.source:
            self.remember()
        self.source, self.cursor = source, cursor
        self.selection, self.current, self.ends = None, None, None

    def remember(self) -> None:
        """Note where one is, so that `back` comes here."""
        place = Place(self.source, self.cursor)
        if not self.places or self.places[-1] != place:
            self.places.append(place)
            del self.places[:-_KEPT_PLACES]
        self.cursors[self.source] = self.cursor

    def leads_back(self, reopens: Callable[[], None]) -> None:
        """Let the last place be one from which a screen over the panes was left, to be opened again there."""
        place = self.places.pop() if self.places else Place(self.source, self.cursor)
        self.places.append(place._replace(reopens=reopens))

    @property
    def is_led_here(self) -> bool:
        """Whether the last place is a screen over the panes, from which one went to where one is."""
        return bool(self.places) and self.places[-1].reopens is not None

    def back(self) -> Place | None:
        """Return the last place and forget it; `None` where there is none."""
        while self.places:
            place = self.places.pop()
            if place.reopens is not None or place != Place(self.source, self.cursor):
                return place
        return None

    def open(self, source: str) -> None:
        """Open a source where one was in it."""
        self.go(source, self.cursor if source == self.source else self.cursors.get(source, 0))

    def gave(self, code: str) -> None:
        """Note that this code was just given to a unit."""
        self.last_code = code
        self.recent = [code, *(other for other in self.recent if other != code)][:_KEPT_CODES]

    def as_json(self) -> dict[str, Any]:
        """Return what is kept from one session to the next, as plain JSON."""
        cursors = {**self.cursors, **({self.source: self.cursor} if self.source else {})}
        return {
            "source": self.source,
            "cursor": self.cursor,
            "current": self.current,
            "pane": self.pane,
            "zoomed": self.zoomed,
            "turn_numbers": self.turn_numbers,
            "tour": self.tour,
            "tour_left": self.tour_left,
            "node": self.node,
            "tray_order": self.tray_order,
            "folded": sorted(self.folded),
            "read": sorted(self.read),
            "codes_shown": sorted(self.codes_shown),
            "coders_shown": sorted(self.coders_shown),
            "last_code": self.last_code,
            "recent": self.recent,
            "places": [[place.source, place.cursor] for place in self.places],
            "cursors": cursors,
        }

    @classmethod
    def from_json(cls, kept: Any) -> Desk:
        """Return the desk that was kept; whatever is missing or not what it should be is left at its beginning."""
        desk = cls()
        if not isinstance(kept, dict):
            return desk
        for name in ("source", "current", "pane", "node", "last_code"):
            if isinstance(kept.get(name), str):
                setattr(desk, name, kept[name])
        if isinstance(kept.get("cursor"), int):
            desk.cursor = max(0, kept["cursor"])
        desk.zoomed = kept.get("zoomed") is True
        desk.turn_numbers = kept.get("turn_numbers") is True
        desk.tour = kept["tour"] if type(kept.get("tour")) is int else None
        desk.tour_left = kept["tour_left"] if type(kept.get("tour_left")) is int else 0
        for name in ("folded", "read", "codes_shown", "coders_shown"):
            setattr(desk, name, {word for word in _list(kept.get(name)) if isinstance(word, str)})
        desk.recent = [code for code in _list(kept.get("recent")) if isinstance(code, str)]
        desk.places = [Place(*place) for place in _list(kept.get("places")) if _is_place(place)]
        cursors = kept.get("cursors")
        if isinstance(cursors, dict):
            desk.cursors = {source: at for source, at in cursors.items() if isinstance(at, int)}
        if kept.get("tray_order") in ("name", "frequency"):
            desk.tray_order = kept["tray_order"]
        if desk.pane not in ("transcript", "codebook", "board"):
            desk.pane = "transcript"
        return desk


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _is_place(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and isinstance(value[0], str) and isinstance(value[1], int)
