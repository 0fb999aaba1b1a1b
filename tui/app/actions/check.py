"""What keys do in the check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.method.finding import CARD, MOVED, NARRATIVE, SOURCE, UNIT, Finding
from tui.model.edits.accepting import AcceptFinding, TakeAcceptanceBack
from tui.model.ids import new_id

if TYPE_CHECKING:
    from tui.app.layout.check_rows import Row
    from tui.app.screens.check import CheckPage

_FIELDS = {
    "incomplete-definition": ("include", "exclude"),
    "no-difference": ("because",),
    "definitions-alike": ("because", "definition"),
}
"""By rule: the fields of the definition card in which an answer may stand, the first empty one is gone to."""


def repair(page: CheckPage, key: str) -> None:
    """Mend what can be mended without losing anything, and check again."""

    def done(what: list[str]) -> None:
        page.app.say(" ".join(what) or "Nothing could be mended from here.")
        page.verify()

    page.session.work(page.session.store.repair, done, "repairing…")


def check(page: CheckPage, key: str) -> None:
    """Verify the files once more; what the rules find is looked for whenever something changes."""
    page.verify()


def unfold_rule(page: CheckPage, key: str) -> None:
    """Show each finding of this rule."""
    row = page.row_here
    if row is not None and len(row.found) > 1:
        page.seen.unfolded.add(row.id)


def fold_rule(page: CheckPage, key: str) -> None:
    """Show the findings of this rule as one row."""
    row = page.row_here
    if row is None or row.rule is None:
        return
    outer = next((each for each in reversed(page.ids[: page.at + 1]) if not page.is_inner(each)), page.here)
    page.seen.unfolded.discard(outer)
    page.stand_on(outer)


def one_rule(page: CheckPage, key: str) -> None:
    """Show only what this rule finds, or everything again."""
    row = page.row_here
    if page.seen.only:
        page.seen.only = ""
    elif row is None or row.rule is None:
        page.say("Nothing was found here.")
    else:
        page.seen.only = row.rule.id


def accept(page: CheckPage, key: str) -> None:
    """Leave what was found as it is, because of a reason that is asked for."""
    row = page.row_here
    if row is None or not row.found or row.rule is None:
        wrong = row is not None and row.told is not None
        page.say("This is mended or settled, not left." if wrong else "Nothing was found here.")
        return
    rule, found = row.rule, [one.finding for one in row.found]

    def keep(words: str) -> object:
        edits = [
            AcceptFinding(new_id(), one.rule, one.key, one.stands_on, words, page.session.coder, one.called)
            for one in found
        ]
        sentence = f"accept: {len(found)} {rule.several}" if len(found) > 1 else None
        return page.session.do(*edits, sentence=sentence)

    prompt = "Leave it, because" if len(found) == 1 else f"Leave these {len(found)}, because"
    page.ask(prompt, keep, text=row.found[0].reason, word="leave it", draft=f"accept {row.id}")


def ask_again(page: CheckPage, key: str) -> None:
    """Take the acceptance of what was found back."""
    row = page.row_here
    taken = [one.finding for one in row.found if one.acceptance is not None] if row is not None else []
    if not taken:
        page.say("This is not accepted.")
        return
    page.session.do(*(TakeAcceptanceBack(one.rule, one.key, one.called) for one in taken))


def go_to_this(page: CheckPage, key: str) -> None:
    """Do the main thing with this row."""
    page.open_row()


def go_to_finding(page: CheckPage) -> None:
    """Go to where this was found; unfold what was found at several places; list what is to be settled."""
    row = page.row_here
    if row is None:
        return
    if row.told is not None:
        _go_to_told(page, row)
    elif not row.found:
        page.say("Nothing was found here.")
    elif len(row.found) > 1:
        (unfold_rule if row.is_folded else fold_rule)(page, "")
    else:
        _go_to(page, row.found[0].finding)


def _go_to_told(page: CheckPage, row: Row) -> None:
    from tui.app.layout.check_rows import MEANWHILE
    from tui.app.screens.conflicts import ConflictsPage

    if row.group == MEANWHILE:
        page.app.open_page(ConflictsPage(page.session))
    else:
        page.say("This is no place in a transcript.")


def _go_to(page: CheckPage, finding: Finding) -> None:
    spot = finding.spot
    project, desk, app = page.project, page.desk, page.app
    if spot.kind in (UNIT, SOURCE):
        unit = project.get("units", spot.id) if spot.kind == UNIT else None
        source = str(unit["source"]) if unit is not None else spot.id
        if project.get("sources", source) is None or (unit is None and spot.kind == UNIT):
            page.say("It is not there any more.")
            return
        app.go(source, int(unit["spans"][0][0]) if unit is not None else _standing(page, source, spot.position))
        desk.current = str(unit["id"]) if unit is not None else None
    elif spot.id not in project.codebook.nodes:
        page.say("It is not there any more.")
        return
    else:
        desk.remember()
        desk.pane, desk.node = "codebook", spot.id
        app.show_main()
    page.leave_to_come_back()
    if spot.kind == MOVED:
        from tui.app.screens.moved import MovedPage

        app.open_page(MovedPage(page.session, spot.id))
    elif spot.kind == NARRATIVE:
        from tui.app.sheets.narrative import write_narrative

        # The panes have to stand before anything lies over them.
        app.call_after_refresh(write_narrative, app.page, spot.id, project.codebook.nodes[spot.id].title)
    elif spot.kind == CARD:
        from tui.app.sheets.definition import definition_card

        card = definition_card(app.page, spot.id)
        names = _FIELDS.get(finding.rule, ("definition",))
        fields = {each.name: number for number, each in enumerate(card.fields)}
        empty = (fields[name] for name in names if name in fields and not card.fields[fields[name]].text)
        card.at = next(empty, fields.get(names[0], card.at))
        # The panes have to stand before anything lies over them.
        app.call_after_refresh(app.page.open_sheet, card)
    app.page.redraw()


def _standing(page: CheckPage, source: str, position: int) -> int:
    from tui.model.reading import reading_of

    return reading_of(page.project.transcript(source)).stand(max(0, position))
