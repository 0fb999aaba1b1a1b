"""Pickers of codes, piles and themes: what is offered, and what is told of the one under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from tui.app.glyphs import Glyphs
from tui.app.layout.feet import counts, speaker, tone_of, words_of
from tui.app.layout.names import fitted
from tui.app.layout.pieces import EMPTY, Line, wrapped
from tui.app.pickers.picker import Picker, Taken
from tui.app.pickers.rows import Choosable
from tui.errors import Mistake
from tui.model.edits.codebook import CreateNode
from tui.model.nodes import CODE, SUB_CATEGORY, THEME
from tui.model.project import Project
from tui.model.safe_text import safe
from tui.model.words import count_words

if TYPE_CHECKING:
    from tui.app.screens.page import Page

_LABEL = 6
LONG_NAME = 5
"""How many words a code has that is still a label at a glance."""


def code_picker(
    page: Page,
    title: str,
    take: Callable[[Taken], None],
    *,
    present: Collection[str] = (),
    typed: str = "",
    is_offered: bool = False,
    several: bool = True,
    new: bool = True,
    without: Collection[str] = (),
    back: str = "back to the text",
) -> Picker:
    """Return the picker of codes: recent ones first, those of the unit ticked; a new one can be made of what is typed.

    `take` gets `Taken.ids` (with `by_ticks` all codes that are to stand, else the one to add) and `Taken.new`, names of
    codes to be made.
    """
    return Picker(
        title,
        codes_offered(page.project, page.session.coder, without),
        take,
        new="code" if new else "",
        several=several,
        ticked=present,
        first=page.desk.recent,
        about=lambda node, width: told(page.project, node, width, page.glyphs),
        typed=typed,
        is_offered=is_offered,
        remark=name_remark,
        back=back,
        refusal=lambda name: name_refused(page.project, CODE, name),
    )


def name_remark(name: str) -> str:
    """Return what is to be said of a new code's name: that it is longer than a label should be."""
    number = count_words(name, [(0, len(name))])
    return f"{number} words: long " if number > LONG_NAME else ""


def name_refused(project: Project, level: str, name: str, parent: str | None = None) -> str:
    """Return why nothing new of a level can have a name; empty where it can."""
    try:
        CreateNode("", level, name, parent).changes(project)
    except Mistake as mistake:
        return str(mistake)
    return ""


def pile_picker(page: Page, title: str, take: Callable[[Taken], None], *, parent: str | None) -> Picker:
    """Return the picker of piles; of what is typed a new one can be made, in a category or in none."""
    return Picker(
        title,
        piles_offered(page.project),
        take,
        new="pile",
        about=lambda node, width: told(page.project, node, width, page.glyphs),
        refusal=lambda name: name_refused(page.project, SUB_CATEGORY, name, parent),
    )


def theme_picker(page: Page, title: str, take: Callable[[Taken], None], *, present: Collection[str]) -> Picker:
    """Return the picker of themes, those that something belongs to ticked."""
    book = page.project.codebook
    return Picker(
        title,
        [Choosable(theme, book.nodes[theme].title) for theme in book.themes()],
        take,
        new="theme",
        several=True,
        ticked=present,
        about=lambda node, width: told(page.project, node, width, page.glyphs),
        refusal=lambda name: name_refused(page.project, THEME, name),
    )


def member_picker(page: Page, title: str, take: Callable[[Taken], None], *, present: Collection[str]) -> Picker:
    """Return the picker of all that a theme can hold, categories first, those it holds ticked."""
    project = page.project
    piles = {row.id: row for row in piles_offered(project)}
    codes = {row.id: row for row in codes_offered(project, page.session.coder)}
    book = project.codebook
    offered = [(piles | codes)[node] for node in book.nodes if node in piles or node in codes]
    return Picker(
        title,
        sorted(offered, key=lambda row: row.id in codes),
        take,
        several=True,
        ticked=present,
        about=lambda node, width: told(project, node, width, page.glyphs),
    )


def codes_offered(project: Project, coder: str, without: Collection[str] = ()) -> Sequence[Choosable]:
    """Return all codes in the order of the codebook, with their piles, letters, quick keys and old names."""
    book = project.codebook
    document = project.get("coders", coder)
    keys = {code: digit for digit, code in book.quick(document).items()} if document else {}
    tones: dict[str | None, str] = {}
    offered = []
    for code in book.codes():
        if code in without:
            continue
        node = book.nodes[code]
        pile = node.parent
        if pile not in tones:
            tones[pile] = tone_of(project, pile) if pile else "text"
        beside = (book.nodes[pile].short or book.nodes[pile].title) if pile else "parked" if node.parked else ""
        letter = book.letter(pile) if pile else "-"
        offered.append(
            Choosable(
                code,
                node.name,
                node.aliases,
                key=keys.get(code, ""),
                beside=beside,
                letter=letter,
                tone=tones[pile],
            )
        )
    return offered


def piles_offered(project: Project) -> Sequence[Choosable]:
    """Return all piles, and the categories that have no codes of their own yet, in the board's order."""
    book = project.codebook
    offered = []
    for identifier, node in book.nodes.items():
        if node.level not in ("sub-category", "category"):
            continue
        category = book.category_of(identifier)
        beside = "" if category in (None, identifier) else book.nodes[category or ""].title
        letter = book.letter(identifier) if book.is_pile(identifier) else ""
        offered.append(
            Choosable(
                identifier,
                node.title,
                node.aliases,
                short=node.short,
                beside=beside,
                letter=letter,
                tone=tone_of(project, identifier),
            )
        )
    return offered


def told(project: Project, node: str, width: int, glyphs: Glyphs) -> Sequence[Line]:
    """Return what a picker tells of a node: its name, its definition, when to use it and when not, an example."""
    if node not in project.codebook.nodes:
        return ()
    found = project.codebook.nodes[node]
    lines: list[Line] = [((" " + fitted(found.title, width - 2, glyphs.more), "strong"),)]
    definition = (found.parked and f"parked: {found.parked}") or found.definition or "no definition yet"
    role = "text" if found.definition and not found.parked else "muted"
    lines += [((f" {line}", role),) for line in wrapped(safe(definition), width - 2)]
    lines += [((f" {counts(project, node)}", "muted"),)] if not found.definition else []
    labelled = [
        ("use", safe(str(found.document.get("include") or ""))),
        ("not", safe(str(found.document.get("exclude") or ""))),
        ("e.g.", _example(project, node, glyphs)),
    ]
    below: list[Line] = []
    for label, words in labelled:
        for number, line in enumerate(wrapped(words, width - _LABEL - 2) if words else ()):
            below.append(((f" {'' if number else label}".ljust(_LABEL + 1), "muted"), (line, "text")))
    return [*lines, EMPTY, *below] if below else lines


def _example(project: Project, node: str, glyphs: Glyphs) -> str:
    """Return the words of a node's typical example and who spoke them; empty where none was chosen."""
    anchors = project.codebook.nodes[node].document.get("anchors") or {}
    for unit, kind in sorted(anchors.items(), key=lambda anchor: (anchor[1] != "typical", anchor[0])):
        document = project.get("units", unit)
        if document is not None and kind:
            who = speaker(project, document).partition(",")[0]
            return f"{glyphs.opening}{words_of(project, document)}{glyphs.closing} {safe(who)}"
    return ""
