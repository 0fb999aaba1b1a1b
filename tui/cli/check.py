"""Everything the project promises, verified; what the method asks, and what was accepted of that."""

from __future__ import annotations

from typing import Any

import click

from tui.analysis.method.finding import Rule
from tui.analysis.method.judged import Judged, judged, named
from tui.analysis.method.table import BY_ID, GROUPS, RULES, findings
from tui.cli import output
from tui.cli.options import example, json_option
from tui.cli.place import place
from tui.errors import Damaged
from tui.model.edits.accepting import AcceptFinding, TakeAcceptanceBack
from tui.model.ids import new_id, time_of
from tui.model.project import Project
from tui.reports.tree import counted
from tui.store.integrity import Problem

UNSOUND = Damaged.status
FOLDED = 5
"""More findings of one rule than this are told in one line, unless all are asked for."""
_LISTED = 3


@example("postil check --method")
@click.group("check", invoke_without_command=True)
@click.option("--method", "shows_method", is_flag=True, help="List what the method's rules find: no errors.")
@click.option("--all", "shows_all", is_flag=True, help="With --method: each one by itself, accepted ones among them.")
@click.option("--repair", is_flag=True, help="Mend what can be mended without losing anything.")
@json_option
@click.pass_context
def check_command(context: click.Context, shows_method: bool, shows_all: bool, repair: bool, as_json: bool) -> None:
    """Verify everything the project promises.

    Journals, texts and checkpoint are read to their last byte. The exit status is 3 where something is unsound;
    warnings, of files that others may read and the like, and what the rules of the method find do not change it.
    """
    if context.invoked_subcommand is not None:
        return
    if repair:
        with place().writing() as store, output.at_work("Repairing"):
            for done in store.repair():
                output.tell(done)
    with place().reading() as store, output.at_work("Checking"):
        found = store.check()
        method = judged(store.project, findings(store.project))
        conflicts = len(store.conflicts())
        names = {coder["id"]: str(coder.get("name") or coder["id"]) for coder in store.project.alive("coders")}
    problems, warnings = ([_shape(one) for one in found if one.warns is warns] for warns in (False, True))
    if as_json:
        shape = {"sound": not problems, "problems": problems, "warnings": warnings}
        output.show_json({**shape, "method": [_method_shape(one) for one in method if shows_all or one.is_open]})
    else:
        for said, those in (("", problems), ("Warning: ", warnings)):
            for one in those:
                output.show(f"{said}{one['where']}: {one['what']} {one['repair']}".rstrip())
        if shows_method or shows_all:
            _show_method(method, names, shows_all=shows_all)
        elif any(each.is_open for each in method):
            output.show(_to_look_at([one for one in method if one.is_open]))
        if conflicts:
            output.show(f"{counted(conflicts, 'conflict')} between coders to settle in the app.")
        output.show("Unsound." if problems else "Sound.")
    if problems:
        context.exit(UNSOUND)


@example('postil check accept 9ae4b6a1 --reason "Only the managers buy."')
@check_command.command("accept")
@click.argument("finding")
@click.option("--reason", metavar="R", required=True, help="Why it may stand as it is.")
def accept_finding(finding: str, reason: str) -> None:
    """Let a finding of the method stand, with a reason.

    FINDING is its id or the beginning of it, or its rule and its place: unsorted who signs. Where what was found
    changes, it is asked about again.
    """
    with place().writing() as store:
        one = _found(store.project, finding).finding
        edit = AcceptFinding(new_id(), one.rule, one.key, one.stands_on, reason, store.coder or "", one.called)
        output.tell_done(store.commit(edit))


@example("postil check reopen 9ae4b6a2")
@check_command.command("reopen")
@click.argument("finding")
def reopen_finding(finding: str) -> None:
    """Let a finding that was accepted be asked about again."""
    with place().writing() as store:
        one = _found(store.project, finding).finding
        output.tell_done(store.commit(TakeAcceptanceBack(one.rule, one.key, one.called)))


def _found(project: Project, words: str) -> Judged:
    return named(judged(project, findings(project)), words)


def _to_look_at(found: list[Judged]) -> str:
    """Return how much is to look at: rules, as the check in the app counts, and findings."""
    rules = len({one.finding.rule for one in found})
    each = f"{counted(len(found), 'finding')} of {counted(rules, 'rule')} of the method"
    return f"{rules:,} to look at: {each}; --method lists {_them(len(found))}."


def _show_method(method: list[Judged], coders: dict[str, str], *, shows_all: bool) -> None:
    """Show what is to look at, rule by rule, then which groups found nothing and how much is accepted."""
    shown = [one for one in method if shows_all or one.is_open]
    rows: list[tuple[str, str, str, str]] = []
    for rule in RULES:
        of_rule = [one for one in shown if one.finding.rule == rule.id]
        if len(of_rule) > FOLDED and not shows_all:
            rows.append(_folded(rule, of_rule))
        else:
            rows += (_row(rule, one, coders) for one in of_rule)
    if rows:
        output.show_table(("", "found", "where", ""), rows)
    asked = {BY_ID[one.finding.rule].group for one in shown}
    silent = [group for group in GROUPS if group not in asked]
    if silent:
        output.show(f"Nothing found: {', '.join(silent)}.")
    accepted = sum(1 for one in method if not one.is_open)
    if accepted and not shows_all:
        output.show(f"{counted(accepted, 'finding')} accepted; --all lists {_them(accepted)} too.")


def _folded(rule: Rule, found: list[Judged]) -> tuple[str, str, str, str]:
    first = "; ".join(one.finding.where.rpartition(" / ")[2] for one in found[:_LISTED])
    return "", f"{len(found):,} {rule.several}", f"{first} …", "--all lists them"


def _row(rule: Rule, one: Judged, coders: dict[str, str]) -> tuple[str, str, str, str]:
    said = one.finding.about
    if one.acceptance is not None:
        by = coders.get(str(one.acceptance.get("coder")), str(one.acceptance.get("coder") or ""))
        state = "was accepted before it changed" if one.lapsed else f"accepted by {by}"
        said = f"{said}; {state}: {one.reason}" if said else f"{state}: {one.reason}"
    return one.finding.id, rule.one, one.finding.where, said


def _them(number: int) -> str:
    return "it" if number == 1 else "them"


def _shape(found: Problem) -> dict[str, str]:
    return {"what": found.what, "where": str(found.where), "repair": found.repair}


def _method_shape(one: Judged) -> dict[str, Any]:
    finding = one.finding
    accepted = None
    if one.acceptance is not None:
        accepted = {
            "reason": one.reason,
            "coder": one.acceptance.get("coder"),
            "at": time_of(one.acceptance["id"]).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "holds": not one.lapsed,
        }
    return {
        "rule": finding.rule,
        "what": finding.what,
        "where": finding.where,
        "id": finding.id,
        "group": BY_ID[finding.rule].group,
        "accepted": accepted,
    }
