"""Orders to code: what one unit should be, as a user says it, and the edits that make it so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tui.analysis.search import places_of
from tui.cli import output
from tui.cli.paths import CodePaths
from tui.errors import Mistake
from tui.model.edits.memos import WriteMemo
from tui.model.edits.quotations import SetQuotation
from tui.model.edits.units import MarkUnit
from tui.model.ids import new_id
from tui.model.memos import KINDS
from tui.model.names import prose
from tui.model.project import Project
from tui.model.selection import cut, is_interviewers
from tui.model.sources import Transcript
from tui.model.text import pairs_of
from tui.model.transaction import Edit
from tui.model.units import Spans, checked_spans, unit_at

_SHOWN = 40
_PLACES = 6


@dataclass(frozen=True)
class Order:
    """One unit as asked for; `nth` says of each quote which of its places is meant."""

    source: str
    quotes: tuple[str, ...] = ()
    nth: tuple[int | None, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    paths: tuple[str, ...] = ()
    make: bool = False
    condensed: str | None = None
    memo: str | None = None
    quotation: bool = False

    @classmethod
    def of(cls, line: Any) -> Order:
        """Read an order from a line of JSON.

        Raises:
            Mistake: it is not an object, or a field is unknown, missing or of the wrong kind.
        """
        if not isinstance(line, dict):
            raise Mistake("a line is an object with source, quote or spans, and as.")
        unknown = sorted(set(line) - set(_FIELDS))
        if unknown:
            raise Mistake(f"there is no field {', '.join(unknown)}; there are {', '.join(_FIELDS)}.")
        return cls(
            _of(line, "source", str),
            tuple(_each(line, "quote", str)),
            tuple(_each(line, "nth", int)),
            tuple(_span(pair) for pair in line.get("spans") or ()),
            tuple(_each(line, "as", str)),
            _of(line, "make", bool, False),
            _of(line, "condensed", str, None),
            _of(line, "memo", str, None),
            _of(line, "quotation", bool, False),
        )


_FIELDS = ("source", "quote", "nth", "spans", "as", "make", "condensed", "memo", "quotation")


def _of(line: dict[str, Any], field: str, kind: type, default: Any = ...) -> Any:
    value = line.get(field, default)
    if value is ... or (value is not default and not isinstance(value, kind)):
        raise Mistake(f"{field} should be {'true or false' if kind is bool else 'words'}.")
    return value


def _each(line: dict[str, Any], field: str, kind: type) -> list[Any]:
    value = line.get(field)
    values = [] if value is None else value if isinstance(value, list) else [value]
    if not all(isinstance(one, kind) and not isinstance(one, bool) for one in values):
        raise Mistake(f"{field} should be {'words' if kind is str else 'a whole number'}, or a list of such.")
    return values


def _span(pair: Any) -> tuple[int, int]:
    if not (isinstance(pair, list) and len(pair) == 2 and all(type(one) is int for one in pair) and pair[0] < pair[1]):
        raise Mistake("spans should be a list of pairs of positions, [[start, end], …].")
    return pair[0], pair[1]


class Batch:
    """Orders that become one transaction; later ones know what earlier ones make."""

    def __init__(self, project: Project, coder: str) -> None:
        """Begin with the project as it is."""
        self._project = project
        self._coder = coder
        self._paths = CodePaths(project)
        self._made_nodes = 0
        self._units: dict[tuple[str, tuple[tuple[int, int], ...]], str] = {}
        self._memos: set[tuple[str, str]] = set()
        self._said: list[str] = []
        self.sentence: str | None = None
        """What a transaction of the last order alone is called; without codes its edits say it."""

    def edits(self, order: Order) -> tuple[str, list[Edit]]:
        """Return the unit's id and the edits that make it as ordered.

        Raises:
            Mistake: the words are not there, are there several times, or a path leads nowhere.
        """
        project = self._project
        source = str(project.find("sources", order.source)["id"])
        spans = self._spans(project.transcript(source), order)
        codes = [self._paths.code(path, makes_piles=order.make) for path in order.paths]
        edits: list[Edit] = [*self._paths.edits[self._made_nodes :]]
        self.sentence = f"apply code {', '.join(map(self._paths.name, codes))}" if codes else None
        self._made_nodes = len(self._paths.edits)
        unit = self._unit(source, spans)
        edits.append(MarkUnit(unit, source, spans, self._coder, codes, order.condensed))
        if order.quotation:
            edits.append(SetQuotation(unit, True))
        if order.memo and self._is_new_memo(unit, prose(order.memo)):
            edits.append(WriteMemo(new_id(), {"kind": "unit", "id": unit}, KINDS[0], self._coder, order.memo))
        return unit, edits

    def tell(self) -> None:
        """Name what was made beside the units, and what is unusual about them."""
        self._paths.tell()
        for said in self._said:
            output.tell(said)

    def _unit(self, source: str, spans: Spans) -> str:
        """Return the id of the coder's unit with these spans, a new one where there is none."""
        key = source, tuple((start, end) for start, end in spans)
        if key not in self._units:
            there = unit_at(self._project, source, spans, self._coder)
            self._units[key] = there["id"] if there is not None else new_id()
        return self._units[key]

    def _is_new_memo(self, unit: str, words: str) -> bool:
        written = any(
            memo.get("text") == words and memo.get("coder") == self._coder
            for memo in self._project.memos_on("unit", unit)
        )
        if written or (unit, words) in self._memos:
            return False
        self._memos.add((unit, words))
        return True

    def _spans(self, transcript: Transcript, order: Order) -> Spans:
        ranges = [*self._quoted(transcript, order), *order.spans]
        if not ranges:
            raise Mistake("name the words with quote, or their place with spans.")
        if max(end for _, end in ranges) > len(transcript.text):
            raise Mistake(f"The text of {transcript.name} ends at {len(transcript.text)}.")
        spans = pairs_of(piece for start, end in ranges for piece in cut(transcript, start, end))
        if not spans:
            raise Mistake(f"Nothing is said there in {transcript.name}: only labels, time stamps or white space.")
        if is_interviewers(transcript, spans):
            self._said.append(f"{transcript.place(spans[0][0])} is not a participant's speech.")
        return checked_spans(self._project, transcript.id, spans)

    def _quoted(self, transcript: Transcript, order: Order) -> list[tuple[int, int]]:
        if order.nth and len(order.nth) != len(order.quotes):
            raise Mistake("nth says for every quote which of its places is meant, or for none.")
        which = order.nth or (None,) * len(order.quotes)
        return [_place(transcript, *asked) for asked in zip(order.quotes, which, strict=True)]


def _place(transcript: Transcript, words: str, which: int | None) -> tuple[int, int]:
    """Return where a quote stands.

    Raises:
        Mistake: it stands nowhere, or in several places and none was chosen.
    """
    places = places_of(transcript, words)
    shown = words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"
    if not places:
        raise Mistake(f"“{shown}” does not stand in {transcript.name}; the words must be exact.")
    if which is not None:
        if which > len(places):
            raise Mistake(f"“{shown}” stands {_times(len(places))} in {transcript.name}, not {which}.")
        return places[which - 1]
    if len(places) > 1:
        where = ", ".join(transcript.place(start) for start, _ in places[:_PLACES])
        more = ", …" if len(places) > _PLACES else ""
        raise Mistake(
            f"“{shown}” stands {_times(len(places))} in {transcript.name} ({where}{more}); --nth says which is meant."
        )
    return places[0]


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
