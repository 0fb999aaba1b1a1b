"""Blocks written as markdown (CommonMark with tables). The only place that escapes.

One table of rules says which character is escaped where; what a rule has to know are the characters beside it.
Names and transcripts may hold anything: the document that is read back has the structure it was written from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from tui.reports.tree import Block, Heading, Items, Literal, Paragraph, Quote, Table

TEXT, HEADING, CELL = "text", "heading", "cell"
EVERYWHERE = frozenset({TEXT, HEADING, CELL})

Judge = Callable[[str, str], bool]


def _always(_before: str, _after: str) -> bool:
    return True


def _not_inside_a_word(before: str, after: str) -> bool:
    return not (before.isalnum() and after.isalnum())


def _begins_a_reference(before: str, after: str) -> bool:
    return after.isalnum() and not before.isalnum()


def _begins_an_entity(_before: str, after: str) -> bool:
    return after == "#" or after.isalpha()


# character: (what it becomes, in which places, whether it must with these neighbours)
RULES: dict[str, tuple[str, frozenset[str], Judge]] = {
    "\\": ("\\\\", EVERYWHERE, _always),
    "`": ("\\`", EVERYWHERE, _always),
    "*": ("\\*", EVERYWHERE, _always),
    "_": ("\\_", EVERYWHERE, _not_inside_a_word),
    "[": ("\\[", EVERYWHERE, _always),
    "]": ("\\]", EVERYWHERE, _always),
    "<": ("&lt;", EVERYWHERE, _always),  # a backslash before it is not an escape to every reader
    "&": ("&amp;", EVERYWHERE, _begins_an_entity),
    "|": ("\\|", EVERYWHERE, _always),
    "~": ("\\~", EVERYWHERE, _always),
    "^": ("\\^", EVERYWHERE, _always),
    "$": ("\\$", EVERYWHERE, _always),
    "@": ("\\@", EVERYWHERE, _begins_a_reference),
    "#": ("\\#", frozenset({HEADING}), _always),
    "{": ("\\{", frozenset({HEADING}), _always),
}
RULED = re.compile("[" + re.escape("".join(RULES)) + "]")

# What would begin a list, a heading, a rule or a quotation where a line begins; the group is what is escaped.
LINE_BEGINS = re.compile(
    r"(?P<mark>[-+=#>:%])"
    r"|(?:\d{1,9}|[A-Za-z#]|[ivxlcdm]+|[IVXLCDM]+)(?P<ordinal>[.)])(?=\s|$)"
    r"|(?P<bracket>\()(?:\d+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+|@\w*)\)(?=\s|$)"
)
_NARROW, _LONGEST_RULE = 72, 40
"""Tables of longer lines than this are shared out; and no column gets more of them than this."""
LINE_ENDS = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def lines_of(text: str) -> list[str]:
    """The lines of a text as they will be read back: white space folded, control characters replaced, none empty."""
    lines = LINE_ENDS.split(text)
    folded = (" ".join(CONTROLS.sub("\ufffd", line.replace("\t", " ")).split(" ")) for line in lines)
    return [line for line in (re.sub(r" {2,}", " ", line).strip() for line in folded) if line]


def _escaped(line: str, place: str) -> str:
    """One line with every character escaped that its neighbours and its place make dangerous."""

    def judged(match: re.Match[str]) -> str:
        becomes, places, judge = RULES[match.group()]
        at = match.start()
        if place in places and judge(line[at - 1 : at], line[at + 1 : at + 2]):
            return becomes
        return match.group()

    return RULED.sub(judged, line)


def text(words: str) -> str:
    """Words of a paragraph: line breaks kept, nothing at the beginning of a line means anything."""
    return "\\\n".join(_line(line) for line in lines_of(words))


def _line(line: str) -> str:
    begins = LINE_BEGINS.match(line)
    if begins is None or begins.lastgroup is None:
        return _escaped(line, TEXT)
    at = begins.start(begins.lastgroup)
    return f"{_escaped(line[:at], TEXT)}\\{line[at]}{_escaped(line[at + 1 :], TEXT)}"


def heading(words: str) -> str:
    """Words of a heading, on one line."""
    return _escaped(" ".join(lines_of(words)), HEADING)


def cell(words: str) -> str:
    """Words of a table's cell, on one line."""
    return _escaped(" ".join(lines_of(words)), CELL)


def write(blocks: Iterable[Block]) -> str:
    """The blocks as one markdown document; blocks without words are left out."""
    parts = [part for _, part in written(blocks)]
    return "\n\n".join(parts) + "\n" if parts else ""


def written(blocks: Iterable[Block]) -> list[tuple[Block, str]]:
    """The blocks that have words, each with its lines; a blank line parts them in the document."""
    parts: list[tuple[Block, str]] = []
    for block in blocks:
        # Two lists in a row are told apart by their marks alone.
        mark = "*" if parts and parts[-1][1].startswith("- ") else "-"
        part = _written(block, mark)
        if part:
            parts.append((block, part))
    return parts


def _written(block: Block, mark: str) -> str:
    if isinstance(block, Heading):
        words = heading(block.text)
        return f"{'#' * block.level} {words}" if words else ""
    if isinstance(block, Paragraph):
        return _paragraph(block)
    if isinstance(block, Quote):
        return _quote(block)
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Items):
        return _items(block, mark)
    return _literal(block)


def _paragraph(block: Paragraph) -> str:
    lead = _escaped(" ".join(lines_of(block.lead)), TEXT)
    words = text(block.text)
    return " ".join(part for part in (f"**{lead}**" if lead else "", words) if part)


def _quote(block: Quote) -> str:
    parts = [part for part in (*map(text, block.paragraphs), text(block.attribution)) if part]
    return "\n".join(("> " + line).rstrip() for line in "\n\n".join(parts).split("\n")) if parts else ""


def _table(block: Table) -> str:
    rows = [[cell(words) for words in row] for row in (block.heads, *block.rows)]
    wide = any(len(_row(row)) > _NARROW for row in rows)
    rules = [_rule(column, rows, wide, right=column in block.numeric) for column in range(len(block.heads))]
    return "\n".join(map(_row, [rows[0], rules, *rows[1:]])) if rules else ""


def _rule(column: int, rows: Sequence[Sequence[str]], wide: bool, *, right: bool) -> str:
    """Return the rule below a head: of a wide table as long as its column is to be beside the others.

    Where a line is wider than 72, pandoc shares the width of the page out by these rules.
    """
    length = min(max(len(row[column]) for row in rows), _LONGEST_RULE) if wide else 0
    dashes = "-" * max(length, 3)
    return f"{dashes[1:]}:" if right else dashes


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _items(block: Items, mark: str) -> str:
    entries = (" ".join(lines_of(entry)) for entry in block.entries)
    return "\n".join(f"{mark} {_line(entry)}" for entry in entries if entry)


def literal_line(line: str) -> str:
    """A line of a text figure as it will be read back: white space kept, line ends and control characters replaced."""
    return CONTROLS.sub("\ufffd", LINE_ENDS.sub(" ", line))


def _literal(block: Literal) -> str:
    lines = [literal_line(line) for line in block.lines]
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([fence + block.language, *lines, fence]) if lines else ""
