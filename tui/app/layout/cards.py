"""What stands where on the board: the tray, the categories and their piles with their cards, in columns.

Three forms: one narrow column that unfolds only the pile of the cursor's code; columns with all cards; and, on small
screens, the tray beside a list of piles. Categories flow whole through the columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len

from tui.app.layout.columns import flow, flow_height, widths
from tui.app.layout.names import over_lines
from tui.app.layout.tree import EMPTY_ROW, HEADING, Row, Tree

_COMPACT_BELOW = 40
_COLUMNS_FROM = 76
_SMALL_TRAY = 28
_EMPTY_TRAY = 16
"""The width of a tray in which nothing lies."""
_COLUMN = 27
"""A column of cards and the gap before it."""
_LONG_HEADS_FROM = 3 * _COLUMN


@dataclass(slots=True)
class Stack:
    """One column: where it begins, how wide it is, its rows; the tray's column scrolls by itself."""

    x: int
    width: int
    rows: list[Row] = field(default_factory=list)
    is_tray: bool = False


@dataclass(slots=True)
class Board:
    """Where every row stands, and how the form draws it."""

    stacks: list[Stack]
    ledger: int
    """How many cells the longest count takes, two at least."""
    head_width: int = 0
    """How wide the lines of a category's full name are; 0: it stands on one row, shortened if need be."""
    open_pile: str | None = None
    """The only pile that shows its cards; `None` where all do."""
    quiet: bool = False
    """Whether cards are muted, because one is reading."""
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Of each heading and card: the stack and the row in it, in the order of the columns."""


def board(tree: Tree, width: int, height: int, *, sorting: bool, here: str = "", columns: int = 0) -> Board:
    """Lay the board out for a pane of this size; `here` is the node of the cursor.

    While one sorts there are so many `columns` of piles where that is said, else as few as hold them.
    """
    open_pile = None
    head_width = 0
    if width < _COMPACT_BELOW:
        open_pile = _open_pile(tree, here)
        rows = _compact(tree, height, open_pile)
        stacks = [Stack(0, width if _needs_margin(tree, rows, width) else width - 1, rows)]
    elif not sorting:
        stacks = _columns(tree, width, height, max(2, width // _COLUMN))
    elif width < _COLUMNS_FROM:
        open_pile = _open_pile(tree, here)
        x = _SMALL_TRAY + 2
        tray = Stack(0, _SMALL_TRAY, _tray(tree), is_tray=True)
        stacks = [tray, Stack(x, width - x - 1, _joined(_blocks(tree, open_pile)))]
    else:
        stacks, head_width = _beside_the_tray(tree, width, height, columns)
    ledger = [row.units for stack in stacks for row in stack.rows if row.kind != HEADING or row.letter]
    laid = Board(stacks, max(2, len(str(max(ledger, default=0)))), head_width, open_pile, quiet=not sorting)
    for column, stack in enumerate(stacks):
        for y, row in enumerate(stack.rows):
            if row.stands and row.id not in laid.places:
                laid.places[row.id] = (column, y)
    return laid


def _needs_margin(tree: Tree, rows: list[Row], width: int) -> bool:
    """Tell whether a category's short name is whole beside its total only if the column takes its margin, too."""
    nodes = tree.codebook.nodes
    heads = (row for row in rows if row.kind == HEADING and nodes[row.id].short)
    return any(cell_len(nodes[row.id].short) + len(str(row.units)) == width - 2 for row in heads)


def head_lines(tree: Tree, category: str, head_width: int) -> Sequence[str]:
    """Return a category's full name over lines of this width."""
    return over_lines(tree.codebook.nodes[category].title, head_width)


def _beside_the_tray(tree: Tree, width: int, height: int, wanted: int) -> tuple[list[Stack], int]:
    """Return the tray and as few columns as hold the piles in view, as wide as there is room; and the heads' width.

    Where they do not fit, there are as many columns as can be read. A tray without codes takes little room.
    """
    tray, blocks = _tray(tree), _blocks(tree)
    most = max(2, (width - 1) // _COLUMN - 1)
    totals = max((tree.tally.units(category) for category in tree.headings()), default=0)
    is_empty = not tree.codebook.unsorted() and not tree.codebook.parked()
    for columns in (wanted,) if wanted else range(1, most + 1):
        across = widths(width - 1, columns + 1, 1)
        if is_empty:
            across = [_EMPTY_TRAY, *widths(width - 2 - _EMPTY_TRAY, columns, 1)]
        head_width = across[1] - 2 - len(str(totals)) if width >= _LONG_HEADS_FROM else 0
        parts = _with_long_heads(tree, blocks, head_width) if head_width else blocks
        heights = [len(_rows_of(block, airy=False)) for block in parts]
        if columns >= len(blocks) or flow_height(heights, flow(heights, columns)) <= height:
            break
    stacks = [Stack(0, across[0], tray, is_tray=True), *_poured(parts, across[1:], across[0] + 1, height)]
    return stacks, head_width


def _tray(tree: Tree) -> list[Row]:
    """Return the tray and what is parked."""
    heading, cards = tree.tray()
    rows = [heading, *([] if heading.folded else cards)]
    heading, cards = tree.aside()
    if heading.units and (cards or tree.kept is None):
        rows += [EMPTY_ROW, heading, *([] if heading.folded else cards)]
    return rows


def _blocks(tree: Tree, only: str | None = None) -> list[list[list[Row]]]:
    """Return the categories, each as its parts: the heading with its own cards, then a part for each pile.

    Sub-categories without a category are blocks of one part. With `only`, all other piles are without their cards.
    """
    blocks = []
    for category in tree.headings():
        tone = tree.tones[category]
        heading = tree.category(category)
        shown = tree.codes_in(category, tone) if only in (None, category) and not heading.folded else []
        piles = [] if heading.folded else [_part(tree, pile, tone, only) for pile in tree.piles_in(category)]
        blocks.append([[heading, *shown], *piles])
    blocks += [[_part(tree, pile, -1, only)] for pile in tree.piles_in(None)]
    return blocks


def _with_long_heads(tree: Tree, blocks: list[list[list[Row]]], head_width: int) -> list[list[list[Row]]]:
    """Return blocks in which the heading of a category is repeated for each line of its full name."""
    longer = []
    for first, *piles in blocks:
        heading = first[0]
        if heading.kind == HEADING and not heading.letter:
            first = [heading] * len(head_lines(tree, heading.id, head_width)) + first[1:]
        longer.append([first, *piles])
    return longer


def _part(tree: Tree, pile: str, tone: int, only: str | None) -> list[Row]:
    row = tree.pile(pile, tone)
    shown = tree.codes_in(pile, tone) if only in (None, pile) and not row.folded else []
    return [row, *shown]


def _joined(blocks: list[list[list[Row]]], *, airy: bool = False) -> list[Row]:
    """Return blocks one below the other; a row apart, and with `airy` their piles likewise."""
    rows: list[Row] = []
    for number, parts in enumerate(blocks):
        if number:
            rows.append(EMPTY_ROW)
        rows += _rows_of(parts, airy=airy)
    return rows


def _rows_of(parts: list[list[Row]], *, airy: bool) -> list[Row]:
    rows: list[Row] = []
    for number, part in enumerate(parts):
        # the first pile stands close below the heading of its category, unless that has cards of its own
        if airy and number and (number > 1 or parts[0][-1].id != parts[0][0].id):
            rows.append(EMPTY_ROW)
        rows += part
    return rows


def _open_pile(tree: Tree, here: str) -> str:
    """Return the pile that is unfolded where only one is: that of the cursor's code, or the one under the cursor."""
    node = tree.codebook.nodes.get(here)
    if node is None:
        return ""
    return node.parent or "" if node.is_code else node.id


def _compact(tree: Tree, height: int, open_pile: str) -> list[Row]:
    """Return one column: the tray's cards are there while there is room for everything."""
    piles = _joined(_blocks(tree, open_pile))
    tray = _tray(tree)
    if len(tray) + 1 + len(piles) > height:
        aside = tree.aside()[0]
        tray = [tree.tray()[0], *([aside] if aside.units else [])]
    return [*tray, EMPTY_ROW, *piles] if piles else tray


def _columns(tree: Tree, width: int, height: int, columns: int) -> list[Stack]:
    """Return columns through which the tray flows like a category."""
    blocks = [[_tray(tree)], *_blocks(tree)]
    return _poured(blocks, widths(width - 1, columns, 1), 0, height)


def _poured(blocks: list[list[list[Row]]], across: list[int], x: int, height: int) -> list[Stack]:
    """Return columns filled with blocks; their piles stand apart where there is room for it."""
    airy = True
    heights = [len(_rows_of(parts, airy=True)) for parts in blocks]
    placed = flow(heights, len(across))
    if flow_height(heights, placed) > height:
        airy = False
        placed = flow([len(_rows_of(parts, airy=False)) for parts in blocks], len(across))
    stacks = []
    for column, wide in enumerate(across):
        mine = [parts for parts, where in zip(blocks, placed, strict=True) if where == column]
        stacks.append(Stack(x, wide, _joined(mine, airy=airy)))
        x += wide + 1
    return stacks
