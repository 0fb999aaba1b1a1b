"""Looking at the app in tests: the rows a page shows, and the emulator that the bytes are given to."""

from __future__ import annotations

import re
from typing import Any

import pyte

from tests.app.standin import StandIn
from tui.app.app import PostilApp
from tui.app.terminal import Terminal
from tui.model.project import Project

# What pyte 0.8 would print instead of obeying.
_UNKNOWN = re.compile(r"\x1b\[[<>=][0-9;]*[A-Za-z]|\x1b\[\?[0-9;]*\$p")


def project_of(**tables: dict[str, dict[str, Any]]) -> Project:
    """Return a project with a title and these documents; each gets its key as its id."""
    documents = {
        table: {identifier: {"id": identifier, **document} for identifier, document in rows.items()}
        for table, rows in tables.items()
    }
    documents.setdefault("project", {"p": {"id": "p", "title": "Leaders and AI", "aim": "What leaders see."}})
    return Project(documents)


def project_with_text(number: int = 1, text: str = "INT: What happens?\n\nL07: We wait. Nobody decides.\n") -> Project:
    """Return a project with so many sources of the same short text, each with a participant of its own."""
    turns = [[0, 5, 18, "INT"], [20, 25, len(text) - 1, "L07"]]
    rows = {
        f"source{n:02}": {
            "name": f"L{n}",
            "text": "hash",
            "words": 7,
            "turns": turns,
            "stamps": [],
            "speakers": {
                "INT": {"role": "interviewer", "participant": None},
                "L07": {"role": "participant", "participant": f"person{n:02}"},
            },
        }
        for n in range(1, number + 1)
    }
    people = {
        f"person{n:02}": {"name": f"Leader {n}", "attributes": {"role": "manager", "context": "primary care"}}
        for n in range(1, number + 1)
    }
    project = project_of(
        sources=rows, participants=people, coders={"lena-pohl": {"name": "Lena Pohl", "initials": "LP"}}
    )
    project.texts = {"hash": text}
    return project


def app_of(project: Project | None = None, theme: str = "dark", glyphs: str = "full", **store: Any) -> PostilApp:
    """Return the app on a store without a disk."""
    return PostilApp(StandIn(project or project_of(), **store), Terminal(theme, glyphs))  # type: ignore[arg-type]


def rows_of(app: PostilApp) -> list[str]:
    """Return the rows of text that Textual believes to be on the screen."""
    return ["".join(segment.text for segment in row).rstrip() for row in app.screen._compositor.render_strips()]


def emulated(width: int, height: int) -> tuple[pyte.Screen, pyte.Stream]:
    """Return a terminal of this size, and the stream to feed it by."""
    screen = pyte.Screen(width, height)
    return screen, pyte.Stream(screen)


def feedable(text: str) -> str:
    """Leave out what the emulator does not know; a mark of no width would stop it."""
    return _UNKNOWN.sub("", text).replace("\u200e", "")
