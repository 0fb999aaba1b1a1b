"""An older definition beside the present one: what went and what is new stands in brackets, underlined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from tui.analysis.word_difference import Run, compared
from tui.app.glyphs import Glyphs
from tui.app.layout.pieces import EMPTY, Line, Piece, cut, filled, wrapped
from tui.model.definitions import PARTS
from tui.model.safe_text import safe

LABELS = {"definition": "brief", "full": "in full", "include": "use for", "exclude": "not for"}
_LABEL = 11
_SIDE_BY_SIDE = 100
"""The width from which the two stand beside each other; below, under each other."""
_WIDEST = 60
_LONG = 24
"""An unchanged run of more words than this is shown by its ends."""
_ENDS = 8
_WAS, _NOW = "as it was", "as it is now"


def redefinition_lines(
    older: Mapping[str, str], present: Mapping[str, object], width: int, rows: int, glyphs: Glyphs
) -> list[Line]:
    """Return the two definitions in so many rows at most; parts that are the same take one line each.

    `older` is empty where its texts are not kept.
    """
    parts = [(part, str(older.get(part) or ""), str(present.get(part) or "")) for part in PARTS]
    said = [(LABELS[part], was, now) for part, was, now in parts if was or now]
    lines = (
        _beside(said, bool(older), width, glyphs)
        if width >= _SIDE_BY_SIDE
        else _below(said, bool(older), width, glyphs)
    )
    if len(lines) > rows:
        lines = [*lines[: rows - 1], ((" " * _LABEL, "text"), (f"{glyphs.more} e: the whole card", "muted"))]
    return lines


def _beside(said: Sequence[tuple[str, str, str]], known: bool, width: int, glyphs: Glyphs) -> list[Line]:
    column = min(_WIDEST, (width - _LABEL - 4) // 2)
    was_said = _WAS if known else f"{_WAS}: not kept"
    lines: list[Line] = [((" " * _LABEL, "text"), (was_said.ljust(column + 3), "muted"), (_NOW, "muted"))]
    for label, was, now in said:
        if _same(was, now):
            left: list[Line] = [(("the same", "muted"),)]
            right: list[Line] = [((cut(safe(" ".join(now.split())), column, glyphs.more), "text"),)]
        else:
            runs = compared(was, now) if known else ([], [Run(tuple(now.split()), False)])
            left, right = (_wrapped(_words(side, glyphs), column) for side in runs)
        for number in range(max(len(left), len(right))):
            line = filled(left[number] if number < len(left) else EMPTY, column)
            rest = right[number] if number < len(right) else EMPTY
            lines.append((_labelled(label if not number else ""), *line, ("   ", "text"), *rest))
    return lines


def _below(said: Sequence[tuple[str, str, str]], known: bool, width: int, glyphs: Glyphs) -> list[Line]:
    room = min(72, width - _LABEL - 6)
    lines: list[Line] = [] if known else [((" " * _LABEL, "text"), (f"{_WAS}: not kept", "muted"))]
    for label, was, now in said:
        if _same(was, now):
            lines.append(
                (_labelled(label), ("     ", "text"), (cut(safe(" ".join(now.split())), room, glyphs.more), "text"))
            )
            continue
        runs = compared(was, now) if known else ([], [Run(tuple(now.split()), False)])
        for side, word in zip(runs, ("was", "now"), strict=True):
            for number, line in enumerate(_wrapped(_words(side, glyphs), room)):
                head = label if word == ("was" if runs[0] else "now") and not number else ""
                lines.append((_labelled(head), (f"{'' if number else word}".ljust(5), "muted"), *line))
    return lines


def _labelled(label: str) -> Piece:
    return f" {label}".ljust(_LABEL), "muted"


def _same(was: str, now: str) -> bool:
    return was.split() == now.split()


def _words(runs: Sequence[Run], glyphs: Glyphs) -> list[Piece]:
    """Return the words of a side with their roles, changed runs in brackets, long unchanged ones by their ends."""
    words: list[Piece] = []
    for run in runs:
        said = [safe(word) for word in run.words]
        if run.is_changed:
            said[0] = f"[{said[0]}"
            said[-1] = f"{said[-1]}]"
        elif len(said) > _LONG:
            said = [*said[:_ENDS], glyphs.more, *said[-_ENDS:]]
        words += [(word, "match" if run.is_changed else "text") for word in said]
    return words


def _wrapped(words: Sequence[Piece], width: int) -> list[Line]:
    """Return lines of words; neighbours of one role are one piece, so that an underline runs through."""
    lines: list[list[Piece]] = [[]]
    used = 0
    for word, role in words:
        for part in wrapped(word, width) if cell_len(word) > width else [word]:
            if used and used + 1 + cell_len(part) > width:
                lines.append([])
                used = 0
            line = lines[-1]
            if line and line[-1][1] == role:
                line[-1] = f"{line[-1][0]} {part}", role
            else:
                line += [(" ", "text"), (part, role)] if line else [(part, role)]
            used += cell_len(part) + bool(used)
    return [tuple(line) for line in lines if line]
