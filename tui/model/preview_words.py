"""The previews of merges and splits in words: a label and a line each, the same in the app and on the command line."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.merge_preview import MergePreview
from tui.model.nodes import CODE
from tui.model.project import Project
from tui.model.split_preview import Share, SplitPreview

Said = tuple[str, str]
"""What a line is about, and the line."""

_NAMED = 3


def merge_words(project: Project, preview: MergePreview) -> list[Said]:
    """Return what a merge would do, what matters most first; lines of nothing are left out."""
    parts = ", ".join(f"{_quoted(part.title)} {part.units:,}" for part in (preview.into, *preview.merged[:_NAMED]))
    share = Share(preview.units, preview.counted, preview.participants)
    lines = [
        ("units", f"{_share(project, share)} then: {parts}{_and_more(preview.merged)}"),
        ("coders", _coders(project, preview.coders) if len(preview.coders) > 1 else ""),
        ("both", _carrying(preview)),
        ("overlaps", _overlaps(project, preview)),
        ("defined", _definition(preview)),
        ("waits", _waiting(preview.waiting)),
        ("old names", f"{_listed(preview.aliases)} still found" if preview.aliases else ""),
        ("same name", f"{_listed(preview.namesakes)}: each made one" if preview.namesakes else ""),
        ("moves in", _listed(preview.moved)),
        ("letters", _letters(preview)),
        ("goes along", _along(project, preview)),
    ]
    return [(label, words) for label, words in lines if words]


def split_words(project: Project, preview: SplitPreview) -> list[Said]:
    """Return what a split would do; lines of nothing are left out."""
    new = preview.level
    examples = _number(len(preview.anchors), "example")
    lines = [
        ("goes", _share(project, preview.going) + (f": {_listed(preview.members)}" if preview.members else "")),
        ("coders", _coders(project, preview.coders) if len(preview.coders) > 1 else ""),
        ("stays", _share(project, preview.staying) + ("" if new == CODE else f", {preview.left:,} in it")),
        ("letter", f"{preview.letter} for the new {new}" if preview.letter else ""),
        ("goes along", f"{examples} of {_quoted(preview.title)}" if preview.anchors else ""),
        ("themes", f"both in {_listed(preview.themes)}" if preview.themes else ""),
        ("defined", f"{_quoted(preview.title)} keeps its definition, the new {new} has none yet"),
    ]
    return [(label, words) for label, words in lines if words]


def _share(project: Project, share: Share) -> str:
    """Return units and whose: `20 units of 13 leaders`; how many of them do not count, where some do not."""
    people = str(project.setting("participants_word"))
    whose = f" of {share.participants:,} {_singular(people) if share.participants == 1 else people}"
    aside = len(share.units) - share.counted
    said = f"{_number(len(share.units), 'unit')}{whose if share.participants else ''}"
    return f"{said} ({aside:,} not counted)" if aside else said


def _carrying(preview: MergePreview) -> str:
    number = len(preview.carrying_several)
    what = "codes" if preview.level == CODE else "sides"
    which = "both" if len(preview.merged) == 1 else "several"
    if not number:
        return f"no unit has {which} {what}" if preview.level == CODE else ""
    once = "stands" if number == 1 else "stand"
    has = "has" if number == 1 else "have"
    return f"{_number(number, 'unit')} {has} {which} {what} and {once} once then"


def _overlaps(project: Project, preview: MergePreview) -> str:
    if not preview.overlaps:
        return ""
    kept = [each for each in preview.overlaps if each not in preview.joined]
    said = []
    if preview.joined:
        units = sum(len(each.units) for each in preview.joined)
        said.append(f"{units:,} overlapping units are joined into {len(preview.joined):,}")
    if kept:
        units = sum(len(each.units) for each in kept)
        coders = dict.fromkeys(each.coder for each in kept)
        whose = ", ".join(_initials(project, coder) for coder in coders)
        said.append(f"{units:,} units that overlap in {_number(len(kept), 'place')} are kept ({whose})")
    return "; ".join(said)


def _definition(preview: MergePreview) -> str:
    if not preview.definition_of:
        return "none of them is yet"
    if preview.appended and len(preview.merged) + 1 > 1:
        return f"one after the other: {preview.definition}" if preview.definition else "one after the other"
    gone = f" ({_listed(preview.undefined)} no longer)" if preview.undefined else ""
    said = f": {preview.definition}" if preview.definition else ""
    return f"as {_quoted(preview.definition_of)}{gone}{said}"


def _waiting(number: int) -> str:
    if not number:
        return ""
    one = number == 1
    coded = f"{_number(number, 'unit')} {'was' if one else 'were'} coded under another definition"
    return f"{coded}: {'it waits' if one else 'they wait'} to be looked at again"


def _letters(preview: MergePreview) -> str:
    if not preview.letters_given_up:
        return ""
    keeps = f"{preview.into.letter} stays, " if preview.into.letter else ""
    number = len(preview.letters_given_up)
    return f"{keeps}{', '.join(preview.letters_given_up)} {'is' if number == 1 else 'are'} not given again"


def _along(project: Project, preview: MergePreview) -> str:
    keys = [f"key {digit} of {_initials(project, coder)}" for coder, digit in preview.quick_keys]
    parts = [
        _number(preview.anchors, "example") if preview.anchors else "",
        _number(preview.memos, "memo") if preview.memos else "",
        *keys,
        f"theme {_listed(preview.themes)}" if preview.themes else "",
    ]
    return ", ".join(part for part in parts if part)


def _coders(project: Project, coders: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{_initials(project, coder)} {number:,}" for coder, number in coders)


def _initials(project: Project, coder: str) -> str:
    document = project.get("coders", coder) or {}
    return str(document.get("initials") or document.get("name") or coder)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(_quoted(name) for name in names[:_NAMED]) + _and_more(names)


def _and_more(names: Sequence[object]) -> str:
    return f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""


def _quoted(name: str) -> str:
    return f"“{name}”"


def _number(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _singular(people: str) -> str:
    return people.removesuffix("s")
