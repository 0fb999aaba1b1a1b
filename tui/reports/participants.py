"""The participants as a table: how many had which role, context, gender … and how they were interviewed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tui.model.documents import Document
from tui.model.names import in_order, natural
from tui.model.project import Project
from tui.reports.amounts import (
    as_value,
    each_with_amount,
    in_text,
    in_words,
    least_shown,
    of_things,
    sentence,
    share_of,
)
from tui.reports.quotations import sources_in_order
from tui.reports.records import Records
from tui.reports.tree import Block, Heading, Paragraph, Table

_HOUR = 60
_NOT_SAID = "not said"


def participants(project: Project) -> list[Block]:
    """Return the participants: who was invited and took part, when and how long they spoke, and a table of them."""
    noun = str(project.setting("participants_word"))
    return [
        Heading(1, f"{project.title}: {noun}"),
        Paragraph(took_part(project)),
        Paragraph(interviewed(project)),
        *table_of_participants(project),
    ]


def table_of_participants(project: Project) -> list[Block]:
    """Return a row for each value of each attribute, the most frequent first, and a note; nothing without attributes.

    Where one value alone would be left unshown as too few, the next smallest is too: it could be told from the sum.
    """
    people = heard(project)
    names = list(dict.fromkeys(name for one in people for name in one.get("attributes") or {}))
    rows = [row for name in names for row in _rows(project, name, people)]
    if not rows:
        return []
    noun = str(project.setting("participants_word"))
    if in_words(project):
        note = f"As shares of all {noun}."
        return [Table(("Attribute", "Value", "How many"), tuple(rows)), Paragraph(note, lead="Note.")]
    note = f"Numbers are {noun}, {in_text(project, len(people))} in all."
    if least_shown(project):
        note += f" Numbers below {least_shown(project)}, and those that would tell them, are not shown."
    return [Table(("Attribute", "Value", "n"), tuple(rows), frozenset({2})), Paragraph(note, lead="Note.")]


def participants_records(project: Project) -> Records:
    """Return a row for each value of each attribute with how many have it."""
    people = heard(project)
    names = dict.fromkeys(name for one in people for name in one.get("attributes") or {})
    rows = ((name, value, as_value(said)) for name in names for _, value, said in _rows(project, name, people))
    return Records(("attribute", "value", "participants"), rows)


def heard(project: Project) -> list[Document]:
    """Return the participants who speak in a source that is there, in the order of their names."""
    return in_order(one for one in project.alive("participants") if one["id"] in project.heard)


def took_part(project: Project) -> str:
    """Return who was invited, declined and took part, as far as it was written down, as sentences.

    These are facts of the sample: they are numbers where findings are said in words, too.
    """
    noun = str(project.setting("participants_word"))
    number, least = len(heard(project)), least_shown(project)
    there = in_text(project, number)
    invited, declined = project.document.get("invited"), project.document.get("declined")
    if invited is None:
        return sentence(f"{there} {noun} took part")
    if invited - number < least:
        return sentence(f"{there} {noun} took part; fewer than {least:,} of those who were invited did not")
    said = f"Of {invited:,} {noun} who were invited, {there} took part"
    if declined is None or 0 < invited - number - declined < least:
        return f"{said}."
    return f"{said} and {in_text(project, declined)} declined."


def interviewed(project: Project) -> str:
    """Return when, how and how long the interviews were, as far as it was written down, as sentences."""
    number = of_things(project, len(_spoken(project)), "source")
    said = [f"There are {number} in which {project.setting('participants_word')} speak."]
    return " ".join(part for part in (*said, how_held(project), how_long(project)) if part)


def how_held(project: Project) -> str:
    """Return when and in which ways the interviews were held."""
    sources = _spoken(project)
    dates = sorted(str(source["date"]) for source in sources if source.get("date"))
    modes = Counter(str(source["mode"]) for source in sources if source.get("mode"))
    said = []
    if dates:
        several = f"The sources date from {dates[0]} to {dates[-1]}."
        said.append(several if dates[0] != dates[-1] else f"The sources date from {dates[0]}.")
    if modes:
        said.append(f"Interviews were held by {each_with_amount(project, dict(_most_first(modes)))}.")
    return " ".join(said)


def how_long(project: Project) -> str:
    """Return how long the interviews took: the range, and the sum in hours and minutes."""
    sources = _spoken(project)
    minutes = sorted(int(source["minutes"]) for source in sources if source.get("minutes"))
    if not minutes:
        return ""
    each = f"between {minutes[0]} and {minutes[-1]} minutes" if minutes[0] != minutes[-1] else f"{minutes[0]} minutes"
    said = f"Each took {each}, {_hours(sum(minutes))} in all."
    unknown = len(sources) - len(minutes)
    if not unknown:
        return said
    known = "some" if unknown < least_shown(project) else in_text(project, len(minutes))
    return f"{said} The length is known of {known} of {in_text(project, len(sources))}."


def _spoken(project: Project) -> list[Document]:
    """Return the sources in which participants speak."""
    return [source for source in sources_in_order(project) if project.turns(source["id"]).voices]


def _rows(project: Project, attribute: str, people: Sequence[Document]) -> Iterator[tuple[str, str, str]]:
    values = Counter(str((one.get("attributes") or {}).get(attribute) or _NOT_SAID) for one in people)
    unshown = _unshown(values, least_shown(project))
    for place, (value, number) in enumerate(_most_first(values)):
        if in_words(project):
            said = share_of(project, number, len(people))
        else:
            said = "not shown" if value in unshown else f"{number:,}"
        yield "" if place else attribute, value, said


def _unshown(values: Counter[str], least: int) -> set[str]:
    """Return the values whose numbers are too small to be shown, and one more where one alone could be told."""
    few = {value for value, number in values.items() if number < least}
    if len(few) == 1 and len(values) > 1:
        few.add(min((value for value in values if value not in few), key=lambda value: (values[value], value)))
    return few


def _most_first(values: Counter[str]) -> Iterable[tuple[str, int]]:
    """Return the values, the most frequent first; that nothing was said comes last."""
    return sorted(values.items(), key=lambda pair: (pair[0] == _NOT_SAID, -pair[1], natural(pair[0])))


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, _HOUR)
    parts = (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "")
    return " ".join(part for part in parts if part)
