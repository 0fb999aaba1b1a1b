"""Amounts in findings: numbers, or words where the project prefers them. Participants always come before units."""

from __future__ import annotations

from tui.model.project import Project
from tui.reports.tree import counted

_MOST, _SOME = 1 / 2, 1 / 5
"""Shares of the participants above which it is most of them, and some of them; fewer are a few."""

_ENDS = (".", "!", "?", "…", ":")
_CLOSING = "\"'”’»)]"


def in_words(project: Project) -> bool:
    """Tell whether the project says amounts in words."""
    return bool(project.setting("counts") == "words")


def of_participants(project: Project, number: int) -> str:
    """Return how many participants: `19 of 26 leaders`, or `most leaders`; the noun is the project's own."""
    noun = project.setting("participants_word")
    everybody = len(project.heard)
    if not in_words(project):
        return f"{number:,} of {everybody:,} {noun}" if everybody else ""
    if not everybody:
        return ""
    if number == everybody:
        return f"all {noun}"
    share = number / everybody
    quantity = "most" if share > _MOST else "some" if share > _SOME else "a few" if number else "no"
    return f"{quantity} {noun}"


def amount(project: Project, node: str) -> str:
    """Return how much stands under a node: `19 of 26 leaders, 52 units`; in words, whose units it is alone."""
    tally = project.tally
    participants = of_participants(project, tally.participants(node))
    units = "" if in_words(project) else counted(tally.units(node), "unit")
    return ", ".join(part for part in (participants, units) if part)


def sentence(words: str) -> str:
    """Return words as a sentence: first letter large, a full stop where nothing ends it; of nothing, nothing."""
    words = words.strip()
    if not words:
        return ""
    first = words[0].upper()
    begun = (first if len(first) == 1 else words[0]) + words[1:]
    return begun if begun.rstrip(_CLOSING).endswith(_ENDS) else begun + "."
