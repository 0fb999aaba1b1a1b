"""A project's facts and settings in words: how they are said, and what words typed by somebody mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tui.errors import Mistake
from tui.model.edits.project import COUNTS, OMISSIONS, SetProject, SetSetting
from tui.model.project import Project
from tui.model.transaction import Edit

_YES, _NO, _ALL = "yes", "no", "all"

FACTS = ("title", "aim", "stance", "invited", "declined")

SETTINGS: Mapping[str, str] = {
    "counted": f"coders whose units count, separated by commas, or {_ALL}",
    "omission": f"{' or '.join(OMISSIONS)}, for words left out of a quotation",
    "attributed": "attributes behind a quoted participant’s name, separated by commas: role, context",
    "original": f"{_YES} or {_NO}: where a quotation is translated, what was said stands beside the translation",
    "uncovered_words": "passages of fewer words count as read",
    "participants_word": "what participants are called in reports",
    "counts": f"{' or '.join(COUNTS)} (most, some, a few), in reports",
    "amount_words": "words for shares, each with the per cent above which it holds",
    "least_shown": "counts below it are not shown in reports; 0 shows all",
    "blind": f"{_YES} or {_NO}: nobody sees others’ units in a source before both have closed it",
    "reasons": f"{_YES} or {_NO}: merging and splitting piles, restoring a version asks why",
}
"""The settings that can be made, and what each may be."""


def said(project: Project, key: str) -> str:
    """Return a fact or a setting as one would type it; empty where there is none."""
    value = project.setting(key) if key in SETTINGS else project.document.get(key)
    if key == "counted":
        names = [(project.tables["coders"].get(coder) or {}).get("name") or coder for coder in value or ()]
        return ", ".join(map(str, names)) or _ALL
    if key == "attributed":
        return ", ".join(value or ())
    if key == "amount_words":
        return ", ".join(f"{words} {above}" for words, above in value or ())
    if isinstance(value, bool):
        return _YES if value else _NO
    return "" if value is None else str(value)


def setting_typed(project: Project, key: str, words: str) -> Edit:
    """Return the edit that lets a fact or a setting be what somebody typed; nothing takes it or its default back.

    Raises:
        Mistake: there is no such setting, or it cannot be that.
    """
    if key not in FACTS and key not in SETTINGS:
        raise Mistake(f"There is no setting “{key}”. There are: {', '.join((*FACTS, *SETTINGS))}.")
    read = _READERS.get(key)
    value = (read(project, key, words.strip()) if read is not None else words) if words.strip() else None
    return SetProject({key: value}) if key in FACTS else SetSetting(key, value)


def _number(_: Project, key: str, words: str) -> int:
    if not (words.isascii() and words.isdecimal()):
        raise Mistake(f"{_called(key)} is a whole number, not “{words}”.")
    return int(words)


def _coders(project: Project, _: str, words: str) -> list[str] | None:
    if words.casefold() == _ALL:
        return None
    return [str(project.find("coders", name.strip())["id"]) for name in words.split(",")]


def _attributes(project: Project, _: str, words: str) -> list[str]:
    known = {name for one in project.alive("participants") for name in one.get("attributes") or {}}
    names = [name.strip() for name in words.split(",")]
    for name in names:
        if name not in known:
            raise Mistake(f"No participant has an attribute “{name}”; there are: {', '.join(sorted(known)) or 'none'}.")
    return names


def _shares(_: Project, key: str, words: str) -> list[list[Any]]:
    shares = []
    for each in words.split(","):
        name, _space, above = each.strip().rpartition(" ")
        shares.append([name, _number(_, f"per cent in {_called(key).lower()}", above.rstrip("%"))])
    return shares


def _one_of(*choices: str) -> Callable[[Project, str, str], str]:
    def read(_: Project, key: str, words: str) -> str:
        if words not in choices:
            raise Mistake(f"{_called(key)} is {' or '.join(choices)}, not “{words}”.")
        return words

    return read


def _truth(project: Project, key: str, words: str) -> bool:
    return _one_of(_YES, _NO)(project, key, words) == _YES


def _called(key: str) -> str:
    return key.replace("_", " ").capitalize()


_READERS: Mapping[str, Callable[[Project, str, str], Any]] = {
    "invited": _number,
    "declined": _number,
    "counted": _coders,
    "omission": _one_of(*OMISSIONS),
    "attributed": _attributes,
    "uncovered_words": _number,
    "counts": _one_of(*COUNTS),
    "amount_words": _shares,
    "least_shown": _number,
    "original": _truth,
    "reasons": _truth,
    "blind": _truth,
}
