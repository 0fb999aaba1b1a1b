"""The interview guide: its topics, a line each, and the one that a turn answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.sheets.form import Form, FormField, Values
from tui.app.sheets.menu import Menu, MenuRow
from tui.model.edits.guide import SetGuide, SetTopic
from tui.model.guide import guide, rewritten
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.turns import Turn

_NONE = "none"
_HINT = "a topic a line, in the order they are asked about"


def guide_form(page: Page) -> Form:
    """Return the form of the guide, ready to be opened."""
    lines = "\n".join(topic.words for topic in guide(page.project))

    def keep(values: Values) -> object:
        topics = rewritten(page.project, [line.strip() for line in values["guide"].splitlines() if line.strip()])
        return page.session.do(SetGuide(topics))

    fields = [FormField("guide", "topics", lines, several_lines=True, hint=_HINT)]
    return Form("Interview guide", fields, keep, of=("project", page.project.id))


def topic_menu(page: Page, source: str, turn: Turn) -> Menu:
    """Return the topics to choose from for a turn; the one it has is marked."""
    has = page.glyphs.dot
    rows = [
        MenuRow(topic.id, f"{topic.number} {safe(topic.words)}", right=has if topic.id == turn.topic else "")
        for topic in guide(page.project)
    ]
    rows.append(MenuRow(_NONE, "none of these", right="" if turn.topic else has))

    def take(topic: str) -> None:
        page.session.do(SetTopic(source, turn.start, None if topic == _NONE else topic))

    return Menu(f"Turn {turn.number} answers", rows, take, word="this topic")
