"""Amounts in findings: numbers, or words where the project prefers them. Participants always come before units.

A project may have a least number that is shown. Below it stands "fewer than": nought counts as few, and so does what
is left of a whole, since somebody could subtract.
"""

from __future__ import annotations

from tui.model.project import Project
from tui.reports.tree import counted

_ENDS = (".", "!", "?", "…", ":")
_CLOSING = "\"'”’»)]"


def in_words(project: Project) -> bool:
    """Tell whether the project says amounts in words."""
    return bool(project.setting("counts") == "words")


def least_shown(project: Project) -> int:
    """Return the least number that may stand in a report; 0 where all may."""
    return int(project.setting("least_shown"))


def of_participants(project: Project, number: int) -> str:
    """Return how many participants: `19 of 26 leaders`, or `most leaders`; the noun is the project's own."""
    noun = project.setting("participants_word")
    everybody = len(project.heard)
    if not everybody:
        return ""
    if in_words(project):
        return f"{share_of(project, number, everybody)} {noun}"
    return f"{_of_all(project, number, everybody)} of {everybody:,} {noun}"


def _of_all(project: Project, number: int, everybody: int) -> str:
    least = least_shown(project)
    if number < least:
        return f"fewer than {least:,}"
    if everybody - number < least:
        return f"more than {everybody - least:,}"
    return f"{number:,}"


def share_of(project: Project, number: int, everybody: int) -> str:
    """Return the project's words for the largest share that a number is above; all and none are said as such."""
    if number == everybody and not least_shown(project):
        return "all"
    if not number and not least_shown(project):
        return "no"
    shares = project.setting("amount_words")
    return str([words for words, above in shares if number * 100 > above * everybody or above == 0][-1])


def of_units(project: Project, number: int) -> str:
    """Return how many units: `21 units`, `fewer than 10 units`; nothing where amounts are said in words."""
    if in_words(project):
        return ""
    least = least_shown(project)
    return f"fewer than {least:,} units" if number < least else counted(number, "unit")


def in_cell(project: Project, number: int) -> str:
    """Return a count as it stands in a table: `1,204`, or `<10`."""
    least = least_shown(project)
    return f"<{least:,}" if number < least else f"{number:,}"


def amount(project: Project, node: str) -> str:
    """Return how much stands under a node: `19 of 26 leaders, 52 units`; in words, whose units it is alone."""
    tally = project.tally
    participants = of_participants(project, tally.participants(node))
    return ", ".join(part for part in (participants, of_units(project, tally.units(node))) if part)


def sentence(words: str) -> str:
    """Return words as a sentence: first letter large, a full stop where nothing ends it; of nothing, nothing."""
    words = words.strip()
    if not words:
        return ""
    first = words[0].upper()
    begun = (first if len(first) == 1 else words[0]) + words[1:]
    return begun if begun.rstrip(_CLOSING).endswith(_ENDS) else begun + "."
