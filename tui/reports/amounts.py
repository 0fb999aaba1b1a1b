"""Amounts in findings: numbers, or words where the project prefers them. Participants always come before units.

A project may have a least number that is shown. Below it stands "fewer than": nought counts as few, and so does what
is left of a whole, since somebody could subtract.
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.model.project import Project
from tui.reports.tree import counted, listed

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
    if everybody < least_shown(project):
        return f"{in_text(project, everybody)} {noun}"
    return f"{_of_all(project, number, everybody)} of {everybody:,} {noun}"


def _of_all(project: Project, number: int, everybody: int) -> str:
    least = least_shown(project)
    if number >= least > everybody - number:
        return f"more than {everybody - least:,}"
    return in_text(project, number)


def share_of(project: Project, number: int, everybody: int) -> str:
    """Return the project's words for the largest share that a number is above; all and none are said as such."""
    if number == everybody and not least_shown(project):
        return "all"
    if not number and not least_shown(project):
        return "no"
    shares = project.setting("amount_words")
    return str([words for words, above in shares if number * 100 > above * everybody or above == 0][-1])


def participants_head(project: Project) -> str:
    """Return the project's word for participants as it begins a heading or a sentence."""
    noun = str(project.setting("participants_word"))
    return noun[:1].upper() + noun[1:]


def of_units(project: Project, number: int, one: str = "unit") -> str:
    """Return how many units: `21 units`, `fewer than 10 units`; nothing where amounts are said in words."""
    return "" if in_words(project) else of_things(project, number, one)


def of_things(project: Project, number: int, one: str) -> str:
    """Return how many of what tells participants or units: `26 sources`, `fewer than 10 sources`."""
    few = number < least_shown(project)
    return f"{in_text(project, number)} {one}s" if few else counted(number, one)


def in_text(project: Project, number: int) -> str:
    """Return a count as it stands in a sentence: `1,204`, or `fewer than 10`."""
    least = least_shown(project)
    return f"fewer than {least:,}" if number < least else f"{number:,}"


def in_cell(project: Project, number: int) -> str:
    """Return a count as it stands in a table: `1,204`, or `<10`."""
    least = least_shown(project)
    return f"<{least:,}" if number < least else f"{number:,}"


def part_in_cell(project: Project, number: int, whole: int) -> str:
    """Return a part of a whole as it stands in a table: a number, or its share in words."""
    return share_of(project, number, whole) if in_words(project) else in_cell(project, number)


def participants_in_cell(project: Project, number: int) -> str:
    """Return a count of participants as it stands in a table: `19`, `<10`, or `>16` where few of 26 are left."""
    least, everybody = least_shown(project), len(project.heard)
    if number >= least > everybody - number:
        return f">{everybody - least:,}"
    return in_cell(project, number)


def as_value(said: str) -> int | str:
    """Return a count as other programs read it: a number where it is shown as one."""
    digits = said.replace(",", "")
    return int(digits) if digits.isdecimal() else said


def each_with_amount(project: Project, numbers: Mapping[str, int]) -> str:
    """Return names with their parts of a whole: `phone (4) and video (22)`, `phone (a few) and video (most)`.

    Where one part is too small to be shown, none is: it could be told from the sum.
    """
    whole = sum(numbers.values())
    if in_words(project):
        return listed(f"{name} ({share_of(project, number, whole)})" for name, number in numbers.items())
    if min(numbers.values(), default=0) < least_shown(project):
        return listed(numbers)
    return listed(f"{name} ({number:,})" for name, number in numbers.items())


def amount(project: Project, node: str) -> str:
    """Return how much stands under a node: `19 of 26 leaders, 52 units`; in words, whose units it is alone."""
    tally = project.tally
    participants = of_participants(project, tally.participants(node))
    return ", ".join(part for part in (participants, of_units(project, tally.units(node))) if part)


def what_counts(project: Project) -> str:
    """Return what the amounts of a report count, as sentences: its note."""
    whose = f"{participants_head(project)} whose speech stands in a meaning unit"
    if in_words(project):
        said = f"{whose}, as shares of all who were interviewed."
    else:
        said = f"{whose}, of {in_text(project, len(project.heard))}; units are distinct meaning units."
        said += " One with several codes counts once at every level, so that numbers below need not add up."
        if least_shown(project):
            said += f" Numbers below {least_shown(project):,}, and those that would tell them, are not shown."
    counted_coders = project.setting("counted")
    if counted_coders is None:
        return said
    names = [str((project.get("coders", one) or {}).get("name") or one) for one in counted_coders]
    return f"{said} Units are those of {listed(names) or 'nobody'}."


def sentence(words: str) -> str:
    """Return words as a sentence: first letter large, a full stop where nothing ends it; of nothing, nothing."""
    words = words.strip()
    if not words:
        return ""
    first = words[0].upper()
    begun = (first if len(first) == 1 else words[0]) + words[1:]
    return begun if begun.rstrip(_CLOSING).endswith(_ENDS) else begun + "."
