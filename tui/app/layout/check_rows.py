"""The rows of the check: what is wrong with files, then the rules of the method by their groups.

A rule that finds something at several places is one row until it is unfolded; a group that finds nothing is a row, too.
What was accepted stands muted behind what is still to look at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from tui.analysis.method.finding import SOURCE, UNIT, Rule
from tui.analysis.method.judged import Judged
from tui.analysis.method.table import BY_ID, GROUPS, RULES
from tui.app.glyphs import Glyphs
from tui.app.layout.feet import counted, tone_of
from tui.app.layout.pieces import Line, Piece, cut, filled, width_of
from tui.app.layout.postures import WIDE
from tui.model.project import Project
from tui.model.safe_text import safe

FILES, MEANWHILE = "Files", "Meanwhile"
ACCEPTED = "accepted"
_PLACES = 2
_WIDE_COLUMNS, _NARROW_COLUMNS = (21, 36, 15), (20, 36, 9)
"""The cells of group, words and places from 120 columns on, and below."""


class Told(NamedTuple):
    """Something that no rule of the method finds: of the files, or changed by two at once."""

    group: str
    what: str
    where: str
    repair: str
    is_wrong: bool = False


class Row(NamedTuple):
    """One row: to which group it belongs, what it says, and the findings it stands for."""

    id: str
    group: str
    words: str
    where: Line = ()
    about: str = ""
    role: str = "text"
    rule: Rule | None = None
    found: tuple[Judged, ...] = ()
    is_folded: bool = False
    is_inner: bool = False
    """Whether it is one of the findings of an unfolded row."""
    told: Told | None = None


def rows_of(
    project: Project, told: Sequence[Told], found: Sequence[Judged], unfolded: Collection[str], only: str = ""
) -> list[Row]:
    """Return the rows; `unfolded` are ids of rows, `only` is the id of the one rule that is shown."""
    by_rule: defaultdict[str, list[Judged]] = defaultdict(list)
    for one in found:
        by_rule[one.finding.rule].append(one)
    if only:
        return list(_of_rule(project, BY_ID[only], by_rule[only], {*unfolded, only}))
    rows = [
        Row(f"told {number}", each.group, each.what, role="strong" if each.is_wrong else "text", told=each)
        for number, each in enumerate(told)
    ]
    for group in GROUPS:
        of_group = [rule for rule in RULES if rule.group == group]
        inside = [row for rule in of_group for row in _of_rule(project, rule, by_rule[rule.id], unfolded)]
        silent = Row(
            f"group {group}", group, "nothing found", (), " · ".join(rule.one for rule in of_group), role="muted"
        )
        rows += inside or [silent]
    return rows


def _of_rule(project: Project, rule: Rule, found: Sequence[Judged], unfolded: Collection[str]) -> Iterator[Row]:
    asked = tuple(one for one in found if one.is_open)
    accepted = tuple(one for one in found if not one.is_open)
    for identifier, those in ((rule.id, asked), (f"{rule.id} {ACCEPTED}", accepted)):
        role = "muted" if those is accepted else "text"
        if len(those) == 1:
            yield _row_of_one(project, rule, those[0], role)
        elif those:
            folded = identifier not in unfolded
            words = f"{len(those):,} {rule.several}" + (f", {ACCEPTED}" if those is accepted else "")
            where, about = _summed(project, those)
            yield Row(identifier, rule.group, words, where, about, role, rule, those, is_folded=folded)
            if not folded:
                yield from (_row_of_one(project, rule, one, role)._replace(is_inner=True) for one in those)


def _row_of_one(project: Project, rule: Rule, one: Judged, role: str) -> Row:
    finding = one.finding
    about = finding.about
    if finding.spot.kind not in (UNIT, SOURCE) and not _names_nodes(rule):
        title = title_of(project, finding.spot.id)
        about = f"{title}: {about}" if about else title
    if not one.is_open:
        about = f"{ACCEPTED}: {one.reason}"
    return Row(f"finding {finding.id}", rule.group, rule.one, _where(project, one), about, role, rule, (one,))


def _names_nodes(rule: Rule) -> bool:
    """Tell whether what a rule finds names the nodes itself: it finds several at once."""
    return rule.of_all is not None and rule.group == "Heterogeneous"


def title_of(project: Project, node: str) -> str:
    """Return a node's name, the short one where it has one; of a node that is gone its id."""
    nodes = project.codebook.nodes
    return (nodes[node].short or nodes[node].title) if node in nodes else node


def _where(project: Project, one: Judged) -> Line:
    """Return a place: as it is cited, or the letters of the piles in their colours."""
    finding = one.finding
    if finding.spot.kind in (UNIT, SOURCE):
        return ((finding.where, "text"),)
    book = project.codebook
    nodes = [node for node in finding.key.split("+") if node in book.nodes] or [finding.spot.id]
    pieces: dict[str, Piece] = {}
    there = [node for node in nodes if node in book.nodes]
    for node in there if len(there) < 2 else sorted(there, key=list(book.nodes).index):
        pile = node if not book.nodes[node].is_code else book.pile_of(node)
        letter = book.letter(pile) if pile is not None else "-"
        if letter:
            pieces.setdefault(letter, (letter, tone_of(project, pile) if pile is not None else "muted"))
    first = list(pieces.values())
    spaced = [piece for number, each in enumerate(first) for piece in ([("  ", "text")] if number else []) + [each]]
    return tuple(spaced)


def _summed(project: Project, those: Sequence[Judged]) -> tuple[Line, str]:
    """Return several places and what is there in few words."""
    findings = [one.finding for one in those]
    if all(finding.spot.kind in (UNIT, SOURCE) for finding in findings):
        shown = _PLACES if sum(len(finding.where) + 2 for finding in findings[:_PLACES]) < _WIDE_COLUMNS[2] else 1
        more = ", …" if len(findings) > shown else ""
        places = ", ".join(finding.where for finding in findings[:shown]) + more
        return ((places, "text"),), ", ".join(dict.fromkeys(finding.about for finding in findings if finding.about))
    nodes = [project.codebook.nodes[f.spot.id] for f in findings if f.spot.id in project.codebook.nodes]
    noun = "codes" if nodes and all(node.is_code for node in nodes) else "places"
    return ((counted(len(findings), noun), "text"),), ", ".join(title_of(project, f.spot.id) for f in findings[:12])


def row_line(row: Row, width: int, glyphs: Glyphs, *, begins_group: bool) -> Line:
    """Return a row in four columns: the group, what was found, where, and what is there.

    What a row was unfolded into begins with its place, as what was found stands above it.
    """
    group_wide, words_wide, where_wide = _WIDE_COLUMNS if width >= WIDE else _NARROW_COLUMNS
    silent = not row.found and row.told is None
    name: Line = ((row.group, "muted" if silent else "strong"),) if begins_group else ()
    left: Line = (*filled(name, group_wide), (" ", "text"))
    words = glyphs.words(safe(row.words))
    if row.told is not None:
        return (*left, (cut(words, width - group_wide - 3, glyphs.more), row.role))
    where = filled(tuple((cut(safe(text), where_wide, glyphs.more), role) for text, role in row.where), where_wide)
    if row.is_inner:
        left = (*left, ("  ", "text"), *where, (" ", "text"))
    else:
        mark = f" {glyphs.folded}" if row.is_folded else ""
        found = cut(words, words_wide - len(mark), glyphs.more) + mark
        left = (*left, *filled(((found, row.role),), words_wide), (" ", "text"), *where, (" ", "text"))
    room = max(0, width - width_of(left) - 2)
    return (*left, (cut(glyphs.words(safe(row.about)), room, glyphs.more), row.role if row.is_inner else "muted"))
