"""Meaning units on the command line: listed, filtered, worded, recoded, cut and joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from tui.cli import output
from tui.cli.codebook import found
from tui.cli.options import example, json_option
from tui.cli.place import place
from tui.cli.shapes import unit_shapes
from tui.model.documents import Document
from tui.model.edits.amending import ConfirmPlaces
from tui.model.edits.looking import StillFits
from tui.model.edits.quotations import SetQuotation, WriteQuotation
from tui.model.edits.spans import JoinUnits, SplitUnit
from tui.model.edits.units import ApplyCode, Condense, MarkRelevant, Recode, RemoveUnit, TakeCodeOff
from tui.model.ids import new_id
from tui.model.nodes import CODE
from tui.model.project import Project
from tui.model.transaction import Edit
from tui.model.units import is_unit
from tui.reports.quotations import sources_in_order


@example('postil units --source L07 --code "who signs"')
@click.group("units", invoke_without_command=True)
@click.option("--source", metavar="S", help="Only of this source.")
@click.option("--code", metavar="PATH", help="Only with this code, or one below this pile.")
@click.option("--coder", metavar="C", help="Only by this coder.")
@click.option("--participant", metavar="P", help="Only with this participant's speech.")
@click.option("--moved", "only_moved", is_flag=True, help="Only those coded under an older definition.")
@click.option("--all", "shows_all", is_flag=True, help="Passages marked not relevant too.")
@json_option
@click.pass_context
def units_command(
    context: click.Context,
    source: str | None,
    code: str | None,
    coder: str | None,
    participant: str | None,
    only_moved: bool,
    shows_all: bool,
    as_json: bool,
) -> None:
    """List meaning units."""
    if context.invoked_subcommand is not None:
        return
    with place().reading() as store, output.at_work("Reading the units"):
        project = store.project
        chosen = filtered(project, source, code, coder, participant, shows_all=shows_all, only_moved=only_moved)
        if as_json:
            shapes = list(unit_shapes(project, chosen, names_kind=shows_all))
        else:
            rows = [_row(project, unit) for unit in chosen]
    if as_json:
        output.show_json(shapes)
    else:
        output.show_table(("unit", "place", "coder", "codes", "words"), rows)


def filtered(
    project: Project,
    source: str | None,
    code: str | None,
    coder: str | None,
    participant: str | None,
    *,
    shows_all: bool = False,
    only_moved: bool = False,
) -> Iterator[Document]:
    """Return the units that fit all that was asked for, source by source, in the order of the texts.

    With `only_moved` those that were coded under an older definition; where a code is named, of that code.

    Raises:
        Mistake: something that was named is not there.
    """
    sources = [project.find("sources", source)] if source is not None else sources_in_order(project)
    codes = set(project.codebook.codes(found(project, code))) if code is not None else None
    coder_id = str(project.find("coders", coder)["id"]) if coder is not None else None
    participant_id = str(project.find("participants", participant)["id"]) if participant is not None else None
    return (
        unit
        for each in sources
        for unit in project.units_in(each["id"], relevant_only=not shows_all)
        if (codes is None or not codes.isdisjoint(project.codebook.codes_of(unit)))
        and (coder_id is None or unit.get("coder") == coder_id)
        and (participant_id is None or participant_id in project.participants_of(unit))
        and (not only_moved or any(codes is None or one in codes for one in project.moved.codes_of(unit)))
    )


def _row(project: Project, unit: Document) -> tuple[str, ...]:
    transcript = project.transcript(unit["source"])
    titles = ", ".join(project.codebook.nodes[code].title for code in project.codebook.codes_of(unit))
    codes = titles if is_unit(unit) else "(not relevant)"
    words = unit.get("condensed") or transcript.shown(unit["spans"], project.setting("omission"))
    return unit["id"][-6:], transcript.place(unit["spans"][0][0]), unit.get("coder") or "", codes, words


@example('postil units set 4f2k9q --condensed "nobody wants to sign" --quotation')
@units_command.command("set")
@click.argument("unit")
@click.option("--condensed", metavar="TEXT", help="The unit in fewer words.")
@click.option("--code", "codes", metavar="PATH", multiple=True, help="One more code.")
@click.option("--no-code", "codes_off", metavar="PATH", multiple=True, help="Take this code off.")
@click.option("--quotation/--no-quotation", default=None, help="Choose it as a quotation, or no longer.")
def units_set(
    unit: str,
    condensed: str | None,
    codes: Sequence[str],
    codes_off: Sequence[str],
    quotation: bool | None,
) -> None:
    """Condense a unit, give it a code or take one off, choose it as a quotation."""
    with place().writing() as store:
        project = store.project
        identifier = str(project.find("units", unit)["id"])
        edits: list[Edit] = [ApplyCode(identifier, found(project, path, CODE)) for path in codes]
        edits += [TakeCodeOff(identifier, found(project, path, CODE)) for path in codes_off]
        if condensed is not None:
            edits.append(Condense(identifier, condensed))
        if quotation is not None:
            edits.append(SetQuotation(identifier, quotation))
        if not edits:
            raise click.UsageError("Say what to set: --condensed, --code, --quotation …")
        receipt = store.commit(*edits)
    output.tell_done(receipt)


@example('postil units quote 4f2k9q --edited "[Today] // the doctor signs" --attribution "A leader"')
@units_command.command("quote")
@click.argument("unit")
@click.option("--edited", metavar="TEXT", help="As it is to be printed: [put in], // for what is left out.")
@click.option("--translation", metavar="TEXT", help="Its words in the language of the report.")
@click.option("--translator", metavar="WHO", help="Who translated it.")
@click.option("--translated", metavar="DATE", help="When, as 2026-03-01.")
@click.option("--attribution", metavar="TEXT", help="Who said it, where that is not the participant's name.")
@click.option("--off", is_flag=True, help="No longer quote it; its wordings stay.")
def units_quote(unit: str, off: bool, **written: str | None) -> None:
    """Choose a unit as a quotation and word it; no words ("") clear a wording.

    Words that were neither said nor put in brackets are refused.
    """
    with place().writing() as store:
        identifier = str(store.project.find("units", unit)["id"])
        edits: list[Edit] = [SetQuotation(identifier, not off)]
        if any(words is not None for words in written.values()):
            edits.append(WriteQuotation(identifier, **written))
        receipt = store.commit(*edits)
    output.tell_done(receipt)


@example('postil units recode 4f2k9q "burden of proof"')
@units_command.command("recode")
@click.argument("unit")
@click.argument("path")
@click.option("--old", metavar="PATH", help="Which code is replaced, where the unit has several.")
def units_recode(unit: str, path: str, old: str | None) -> None:
    """Let a code take the place of the unit's."""
    with place().writing() as store:
        project = store.project
        replaced = found(project, old, CODE) if old is not None else None
        edit = Recode(project.find("units", unit)["id"], replaced, found(project, path, CODE))
        receipt = store.commit(edit)
    output.tell_done(receipt)


@example("postil units split 4f2k9q --at 140")
@units_command.command("split")
@click.argument("unit")
@click.option("--at", "position", type=int, metavar="N", required=True, help="Where: a position in the source's text.")
def units_split(unit: str, position: int) -> None:
    """Cut a unit in two; the first keeps id, condensed form, memos and quotation, both keep the codes."""
    with place().writing() as store:
        identifier = new_id()
        receipt = store.commit(SplitUnit(store.project.find("units", unit)["id"], position, identifier))
    output.tell_done(receipt)
    output.show(identifier)


@example("postil units merge 4f2k9q 7h3m1c")
@units_command.command("merge")
@click.argument("unit")
@click.argument("others", metavar="UNIT...", nargs=-1, required=True)
def units_merge(unit: str, others: Sequence[str]) -> None:
    """Merge other units into one: their spans and codes become its own."""
    with place().writing() as store:
        find = store.project.find
        receipt = store.commit(JoinUnits(find("units", unit)["id"], [find("units", other)["id"] for other in others]))
    output.tell_done(receipt)


@example("postil units confirm 4f2k9q")
@units_command.command("confirm")
@click.argument("units", metavar="UNIT...", nargs=-1, required=True)
def units_confirm(units: Sequence[str]) -> None:
    """Say that units lie where they should, although an amended text changed or lost words of them."""
    with place().writing() as store:
        receipt = store.commit(ConfirmPlaces([store.project.find("units", unit)["id"] for unit in units]))
    output.tell_done(receipt)


@example('postil units fit 4f2k9q 7h3m1c --code "who signs"')
@units_command.command("fit")
@click.argument("units", metavar="UNIT...", nargs=-1, required=True)
@click.option("--code", metavar="PATH", help="Only this code, not all that the units were given under an older one.")
def units_fit(units: Sequence[str], code: str | None) -> None:
    """Say that units coded under an older definition still fit the present one."""
    with place().writing() as store:
        project = store.project
        found_units = [project.find("units", unit) for unit in units]
        codes = (
            [found(project, code, CODE)]
            if code is not None
            else list(dict.fromkeys(each for unit in found_units for each in project.moved.codes_of(unit)))
        )
        waiting = {
            each: [str(unit["id"]) for unit in found_units if each in project.moved.codes_of(unit)] for each in codes
        }
        receipt = store.commit(*(StillFits(tuple(those), each) for each, those in waiting.items() if those))
    output.tell_done(receipt)


@example("postil units remove 4f2k9q")
@units_command.command("remove")
@click.argument("unit")
def units_remove(unit: str) -> None:
    """Take a unit away, or a mark that a passage is not relevant."""
    with place().writing() as store:
        found_unit = store.project.find("units", unit)
        edit = RemoveUnit(found_unit["id"]) if is_unit(found_unit) else MarkRelevant(found_unit["id"])
        receipt = store.commit(edit)
    output.tell_done(receipt)
