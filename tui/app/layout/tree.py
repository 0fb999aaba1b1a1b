"""The rows of the codebook: the tray, the categories with their piles and codes, what is parked, the themes.

Only what stands in which row; how a row is drawn is told by `tree_line`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.app.pickers.folding import fold
from tui.model.codebook import Codebook
from tui.model.nodes import CODE, SUB_CATEGORY
from tui.model.tally import Tally

UNSORTED = "unsorted"
"""Stands for the tray where a node's id is asked for."""
PARKED = "parked"
"""Stands for the codes set aside, likewise."""

TRAY_MARK, PARKED_MARK = "-", "0"
"""The marks of tray and parked: the keys that bring a code there."""

ARRIVAL, NAME, FREQUENCY = "arrival", "name", "frequency"
TRAY_ORDERS = (ARRIVAL, NAME, FREQUENCY)
"""The orders in which what is unsorted may stand."""

BLANK, HEADING, PILE, ITEM, TRAY, ASIDE, WORD, OVERARCHING, MEMBERS = (
    "blank",
    "category",
    "pile",
    "code",
    "tray",
    "parked",
    "word",
    "theme",
    "members",
)


class Row(NamedTuple):
    """One row: what kind it is, what it stands for, and how many units (tray and parked: codes) it holds."""

    kind: str
    id: str = ""
    units: int = 0
    letter: str = ""
    """A pile's letter, a code's quick key."""
    tone: int = -1
    """The position of its category, which gives the colour; -1 for none."""
    folded: bool = False
    has_piles: bool = False
    """Whether a category holds sub-categories besides (or instead of) codes of its own."""

    @property
    def stands(self) -> bool:
        """Whether the cursor can be on it."""
        return self.kind not in (BLANK, WORD, MEMBERS)


EMPTY_ROW = Row(BLANK)


class Tree:
    """What rows are made from; piles and codes are looked up here so that board and codebook say the same."""

    def __init__(
        self,
        codebook: Codebook,
        tally: Tally,
        *,
        quick: Mapping[str, str] | None = None,
        folded: Collection[str] = (),
        kept: Collection[str] | None = None,
        tray_order: str = ARRIVAL,
    ) -> None:
        """Take the codebook, its counts, quick keys (code to digit), what is folded, and what a filter lets through.

        `tray_order` says in which order what is unsorted stands.
        """
        self.codebook = codebook
        self.tally = tally
        self.quick = quick or {}
        self.folded = folded
        self.tones = {category: number for number, category in enumerate(codebook.categories())}
        self.kept = kept
        self.unsorted = in_tray_order(codebook, tally, tray_order)

    def shows(self, identifier: str) -> bool:
        """Tell whether the filter lets a node through."""
        return self.kept is None or identifier in self.kept

    def code(self, identifier: str, tone: int = -1) -> Row:
        """Return the row of a code."""
        return Row(ITEM, identifier, self.tally.units(identifier), self.quick.get(identifier, ""), tone)

    def pile(self, identifier: str, tone: int = -1) -> Row:
        """Return the row of a sub-category."""
        node = self.codebook.nodes[identifier]
        return Row(PILE, identifier, self.tally.units(identifier), node.letter, tone, self.is_folded(identifier))

    def category(self, identifier: str) -> Row:
        """Return the row of a category; it has a letter while codes lie directly in it."""
        letter = self.codebook.letter(identifier) if self.codebook.is_pile(identifier) else ""
        units = self.tally.units(identifier)
        has_piles = any(not self.codebook.nodes[child].is_code for child in self.codebook.children(identifier)[-1:])
        return Row(HEADING, identifier, units, letter, self.tones[identifier], self.is_folded(identifier), has_piles)

    def is_folded(self, identifier: str) -> bool:
        """Tell whether a heading hides its rows; while rows are filtered, none does."""
        return self.kept is None and identifier in self.folded

    def codes_in(self, identifier: str | None, tone: int = -1) -> list[Row]:
        """Return the rows of the codes that lie directly in a pile."""
        nodes = self.codebook.nodes
        if identifier is None:
            codes: Iterable[str] = self.unsorted
        else:
            codes = [child for child in self.codebook.children(identifier) if nodes[child].level == CODE]
        return [self.code(code, tone) for code in codes if self.kept is None or code in self.kept]

    def piles_in(self, category: str | None) -> list[str]:
        """Return the sub-categories of a category, `None` for those without one, as the filter lets them through."""
        children = self.codebook.children(category)
        nodes = self.codebook.nodes
        return [child for child in children if nodes[child].level == SUB_CATEGORY and self.shows(child)]

    def headings(self) -> list[str]:
        """Return the categories that the filter lets through."""
        return [category for category in self.codebook.categories() if self.shows(category)]

    def tray(self) -> tuple[Row, list[Row]]:
        """Return the tray's heading and its cards."""
        cards = self.codes_in(None)
        return Row(TRAY, UNSORTED, len(self.codebook.unsorted()), TRAY_MARK, folded=self.is_folded(UNSORTED)), cards

    def aside(self) -> tuple[Row, list[Row]]:
        """Return the heading of what is parked and its cards."""
        parked = [code for code in self.codebook.parked() if self.shows(code)]
        heading = Row(ASIDE, PARKED, len(self.codebook.parked()), PARKED_MARK, folded=self.is_folded(PARKED))
        return heading, [self.code(code) for code in parked]

    def rows(self) -> list[Row]:
        """Return all rows of the codebook."""
        rows: list[Row] = []
        heading, cards = self.tray()
        if cards or (heading.units and self.kept is None):
            _add(rows, heading, cards)
        for category in self.headings():
            tone = self.tones[category]
            row = self.category(category)
            _add(rows, row, self.codes_in(category, tone))
            if not row.folded:
                for pile in self.piles_in(category):
                    self._add_pile(rows, pile, tone)
        loose = self.piles_in(None)
        if loose and rows:
            rows.append(EMPTY_ROW)
        for pile in loose:
            self._add_pile(rows, pile, -1)
        heading, cards = self.aside()
        if cards:
            _add(rows, heading, cards)
        return rows + self._themes(bool(rows))

    def _add_pile(self, rows: list[Row], pile: str, tone: int) -> None:
        row = self.pile(pile, tone)
        rows.append(row)
        if not row.folded:
            rows.extend(self.codes_in(pile, tone))

    def _themes(self, after_others: bool) -> list[Row]:
        themes = [theme for theme in self.codebook.themes() if self.shows(theme)]
        if not themes:
            return []
        rows = [EMPTY_ROW] if after_others else []
        rows.append(Row(WORD))
        for theme in themes:
            rows += [Row(OVERARCHING, theme, self.tally.units(theme)), Row(MEMBERS, theme)]
        return rows


def in_tray_order(codebook: Codebook, tally: Tally, order: str) -> Sequence[str]:
    """Return what is unsorted: as it arrived (or was put by hand), by name, or what has most units first."""
    codes = codebook.unsorted()
    if order == NAME:
        return sorted(codes, key=lambda code: fold(codebook.nodes[code].name))
    if order == FREQUENCY:
        return sorted(codes, key=tally.units, reverse=True)
    return codes


def matching(codebook: Codebook, words: str) -> frozenset[str]:
    """Return the nodes whose name or old name holds the words."""
    sought = fold(words)
    nodes = codebook.nodes.values()
    return frozenset(node.id for node in nodes if any(sought in fold(name) for name in (node.name, *node.aliases)))


def with_headings(codebook: Codebook, nodes: Collection[str]) -> frozenset[str]:
    """Return nodes with all that they lie in."""
    return frozenset(above for node in nodes for above in codebook.ancestry(node))


def _add(rows: list[Row], heading: Row, below: list[Row]) -> None:
    """Add a heading with a blank row before it and, unless it is folded, what is below it."""
    if rows:
        rows.append(EMPTY_ROW)
    rows.append(heading)
    if not heading.folded:
        rows.extend(below)
