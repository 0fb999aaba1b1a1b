"""How a row of the codebook is drawn: letter or quick key, name, the definition where there is room, units."""

from __future__ import annotations

from rich.cells import cell_len

from tui.app.layout.names import fitted, named, named_or_held
from tui.app.layout.pieces import EMPTY, Line, Piece
from tui.app.layout.row_look import RowLook
from tui.app.layout.tree import ASIDE, BLANK, HEADING, ITEM, MEMBERS, OVERARCHING, PILE, TRAY, WORD, Row, Tree
from tui.app.theme import category

_NAME = {ITEM: 5, PILE: 3, TRAY: 3, ASIDE: 3, HEADING: 1, OVERARCHING: 1}
_DEFINITION = 30
_DEFINITIONS_FROM = 60
"""The width from which definitions stand beside the names."""


def tree_line(row: Row, tree: Tree, width: int, look: RowLook) -> Line:
    """Return a row of the codebook as pieces, exactly as wide as asked where it has words at all."""
    if row.kind == BLANK:
        return EMPTY
    if row.kind == WORD:
        return ((" Themes", "muted"),)
    if row.kind == MEMBERS:
        return _members_by_name(row, tree, width, look) if width >= _DEFINITIONS_FROM else _members(row, tree, width)
    ground = look.ground(row)
    start = 3 if row.kind == HEADING and row.letter else _NAME[row.kind]
    units = str(row.units)
    brief = tree.codebook.nodes[row.id].definition if row.kind in (ITEM, PILE) else ""
    beside = width >= _DEFINITIONS_FROM and bool(brief)
    room = (_DEFINITION - 1 if beside else width - len(units) - 2) - start
    tail = f" {look.glyphs.folded}" if row.folded and look.glyphs.folded else ""
    name = _name(row, tree, max(1, room - len(tail)), look)
    pieces: list[Piece] = [look.edge(row, marks=row.kind != ITEM), *_before_name(row, start, look)]
    pieces += [(name, _role(row) + ground), (tail, "muted" + ground)]
    used = start + cell_len(name) + len(tail)
    if beside:
        definition = fitted(brief, width - len(units) - 3 - _DEFINITION, look.glyphs.more)
        pieces += [(" " * max(1, _DEFINITION - used), "text" + ground), (definition, "muted" + ground)]
        used = max(used + 1, _DEFINITION) + cell_len(definition)
    pieces += [(" " * max(1, width - 1 - len(units) - used), "text" + ground), (units + " ", "muted" + ground)]
    return tuple(piece for piece in pieces if piece[0])


def _before_name(row: Row, start: int, look: RowLook) -> list[Piece]:
    """Return the cells between the edge and the name: letter of a pile, or quick key or mark of a code."""
    ground = look.ground(row)
    if row.kind == ITEM:
        mark = look.glyphs.marked if row.id in look.marked else row.letter[:1] or " "
        return [("  ", "text" + ground), (mark, "accent" + ground), (" ", "text" + ground)]
    return [look.letter(row), (" ", "text" + ground)] if start == 3 else []


def _name(row: Row, tree: Tree, room: int, look: RowLook) -> str:
    if row.kind in (TRAY, ASIDE):
        return fitted("Unsorted" if row.kind == TRAY else "Parked", room, look.glyphs.more)
    if row.folded:
        return named_or_held(tree.codebook, row.id, room, look.glyphs.more)
    node = tree.codebook.nodes[row.id]
    return named(node.name, node.short, room, look.glyphs.more)


def _role(row: Row) -> str:
    if row.kind == HEADING:
        return category(row.tone, True)
    return "strong" if row.kind in (TRAY, ASIDE, OVERARCHING) else "text"


def _members_by_name(row: Row, tree: Tree, width: int, look: RowLook) -> Line:
    """Return the names of what a theme holds together, those of piles with their letters, where there is room."""
    nodes = [tree.codebook.nodes[member] for member in tree.codebook.members(row.id)]
    named_so = (f"{node.letter} {node.short or node.title}".strip() for node in nodes)
    return (("   ", "text"), (fitted(", ".join(named_so), width - 5, look.glyphs.more), "muted"))


def _members(row: Row, tree: Tree, width: int) -> Line:
    """Return the letters of what a theme holds together; codes, which have none, are counted."""
    pieces: list[Piece] = []
    codes = 0
    for member in tree.codebook.members(row.id):
        if tree.codebook.nodes[member].is_code:
            codes += 1
            continue
        tone = tree.tones.get(tree.codebook.category_of(member) or "", -1)
        below = tree.codebook.children(member) if not tree.codebook.is_pile(member) else (member,)
        letters = (tree.codebook.letter(pile) for pile in below)
        pieces += [(f" {letter}", category(tone, True)) for letter in letters if letter]
    if codes:
        pieces.append((f" {codes} code{'s' if codes > 1 else ''}", "muted"))
    return tuple(pieces[: max(0, (width - 8) // 2)])
