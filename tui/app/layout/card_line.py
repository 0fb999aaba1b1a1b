"""How a row of the board is drawn: as in a ledger, letter and count at the left, then the name."""

from __future__ import annotations

from rich.cells import cell_len

from tui.app.layout.cards import Board, Stack, head_lines
from tui.app.layout.names import fitted, named, named_or_held
from tui.app.layout.pieces import Line, Piece
from tui.app.layout.row_look import RowLook
from tui.app.layout.tree import ASIDE, BLANK, HEADING, ITEM, TRAY, Row, Tree
from tui.app.theme import category


def board_line(laid: Board, tree: Tree, y: int, tops: tuple[int, ...], look: RowLook) -> Line:
    """Return the line y of a board: the rows of its stacks beside each other, each scrolled to its own top row."""
    pieces: list[Piece] = []
    x = 0
    for stack, top in zip(laid.stacks, tops, strict=True):
        at = top + y
        if not 0 <= at < len(stack.rows) or stack.rows[at].kind == BLANK:
            continue
        if stack.x > x:
            pieces.append((" " * (stack.x - x), "text"))
        pieces += _row(stack, at, laid, tree, look)
        x = stack.x + stack.width
    return tuple(pieces)


def _row(stack: Stack, at: int, laid: Board, tree: Tree, look: RowLook) -> list[Piece]:
    """Return a row of a stack, exactly as wide as the stack."""
    row = stack.rows[at]
    if row.kind == HEADING and not row.letter:
        return _heading(stack, at, laid, tree, look)
    ground = look.ground(row)
    units = _units(row, tree)
    count = str(units).rjust(laid.ledger + (2 if row.kind == ITEM else 1))
    total = str(row.units) if row.kind == HEADING and row.has_piles else ""
    room = stack.width - 4 - laid.ledger - (len(total) + 1 if total else 0)
    name = _name(row, tree, room, look, is_closed=_is_closed(row, laid))
    pieces: list[Piece] = [look.edge(row)]
    if row.kind != ITEM:
        pieces.append(look.letter(row))
    pieces += [(count, "muted" + ground), (" ", "text" + ground), (name, _role(row, laid, look) + ground)]
    return _filled(pieces, stack.width, total, ground)


def _heading(stack: Stack, at: int, laid: Board, tree: Tree, look: RowLook) -> list[Piece]:
    """Return a line of a category without a letter; its total stands on the first."""
    row = stack.rows[at]
    line = next((above for above in range(at) if stack.rows[at - above - 1].id != row.id), at)
    node = tree.codebook.nodes[row.id]
    ground = look.ground(row)
    total = str(row.units) if line == 0 else ""
    if laid.head_width:
        name = head_lines(tree, row.id, laid.head_width)[line]
    else:
        name = named(node.name, node.short, stack.width - 2 - len(total), look.glyphs.more)
    edge: Piece = look.edge(row) if line == 0 else (" ", "accent" + ground)
    return _filled([edge, (name, category(row.tone, True) + ground)], stack.width, total, ground)


def _filled(pieces: list[Piece], width: int, total: str, ground: str) -> list[Piece]:
    used = sum(cell_len(text) for text, _ in pieces) + len(total)
    tail: list[Piece] = [(" " * (width - used), "text" + ground), (total, "muted" + ground)]
    return [piece for piece in (*pieces, *tail) if piece[0]]


def _units(row: Row, tree: Tree) -> int:
    """Return what the ledger says: of a category with piles below it, the units of its own codes."""
    return tree.tally.direct(row.id) if row.kind == HEADING and row.has_piles else row.units


def _name(row: Row, tree: Tree, room: int, look: RowLook, *, is_closed: bool) -> str:
    if row.kind in (TRAY, ASIDE):
        return fitted("Unsorted" if row.kind == TRAY else "Parked", room, look.glyphs.more)
    if is_closed:
        return named_or_held(tree.codebook, row.id, room, look.glyphs.more)
    node = tree.codebook.nodes[row.id]
    return named(node.name, node.short, room, look.glyphs.more)


def _role(row: Row, laid: Board, look: RowLook) -> str:
    if row.kind == HEADING:
        return category(row.tone, True)
    if row.kind == ITEM:
        return "muted" if laid.quiet and not look.is_here(row) else "text"
    return "text" if _is_closed(row, laid) else "strong"


def _is_closed(row: Row, laid: Board) -> bool:
    """Tell whether a pile's cards are not shown, as only one pile is open."""
    return laid.open_pile is not None and row.id != laid.open_pile and row.kind not in (TRAY, ASIDE, ITEM)
