"""What is said of definitions that moved: how often one was revised, how many units wait to be looked at again."""

from __future__ import annotations

from tui.model.project import Project

AGAIN = "to look at again"
_TIMES = {1: "once", 2: "twice"}


def revised(project: Project, node: str) -> str:
    """Return how often a node's definition was revised, as far as is known; empty where it never was."""
    times = project.moved.defined(node).revisions
    return f"revised {_TIMES.get(times, f'{times} times')}" if times else ""


def waiting_words(project: Project, node: str) -> str:
    """Return how many units at or below a node wait because a definition moved; empty where none does."""
    waiting = project.moved.count(node)
    return f"{waiting:,} {AGAIN}" if waiting else ""
