"""Where codes occur for the first time: the count that talk of saturation begins from (Guest, Namey and Chen 2020)."""

from __future__ import annotations

from tui.model.names import natural
from tui.model.project import Project
from tui.model.units import is_unit


def new_codes(project: Project) -> list[tuple[str, int]]:
    """Return the sources that have coded units, by date and name, with how many codes occur in each for the first time.

    Codes are those of the present system: one that was merged counts as what it was merged into. Only units of
    counted coders are looked at.
    """
    known: set[str] = set()
    found = []
    for source in sorted(project.alive("sources"), key=_date_and_name):
        units = [unit for unit in project.units_in(source["id"]) if project.counts_coder(unit.get("coder"))]
        codes = {code for unit in units if is_unit(unit) for code in project.codebook.codes_of(unit)}
        if codes:
            found.append((str(source.get("name") or ""), len(codes - known)))
        known |= codes
    return found


def _date_and_name(source: dict[str, object]) -> tuple[bool, str, object, object]:
    """Sort those without a date last."""
    date = str(source.get("date") or "")
    return not date, date, natural(str(source.get("name") or "")), source["id"]
