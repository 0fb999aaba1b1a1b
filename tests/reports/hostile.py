"""A study whose names and texts are taken from a list of words, whatever they are; and what happened in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import Any, NamedTuple

from tests.reports.study import Study
from tui.model.documents import Operation
from tui.model.ids import new_id
from tui.model.project import Project


class Happened(NamedTuple):
    """A transaction as history tells it."""

    what: str
    ops: list[Operation]
    n: int = 1
    journal: str = "lp-1"
    coder: str = "lp"
    at: str = "2026-03-01T10:00:00Z"
    undoes: tuple[int, str] | None = None


def hostile(texts: Sequence[str], **settings: Any) -> tuple[Project, list[Happened]]:
    """Return a study whose names, texts and settings are these, one after the other, again and again."""
    study = Study(**settings)
    word = cycle(texts)
    study.settings.setdefault("participants_word", next(word))
    for table, fields in (("coders", ("name", "initials")), ("participants", ("name",))):
        for document in study.tables[table].values():
            document.update({field: next(word) for field in fields})
    for participant in study.tables["participants"].values():
        participant["attributes"] = {next(word): next(word), "role": next(word)}
    spoken = {source: _transcript(study, source, word) for source in ("s10", "s2")}
    nodes = _nodes(study, word)
    units = _units(study, spoken, nodes, word)
    study.tables["nodes"][nodes[1]]["anchors"] = {units[0]: "typical"}
    study.tables["nodes"][nodes[2]]["anchors"] = {units[0]: "typical", units[1]: "borderline"}
    for number, kind in enumerate(("reflexive", "decision", "analytic")):
        on = {"kind": "source", "id": "s2"} if number else {"kind": "code", "id": nodes[2]}
        study.put("memos", on=on, kind=kind, coder="lp", text=next(word))
    study.put("snapshots", name=next(word), nodes={})
    study.tables["topics"] = {}
    project = study.project()
    project.put("project", "p", {**project.document, "title": next(word), "stance": next(word), "invited": 40})
    return project, list(_happened(nodes, units, word))


def _transcript(study: Study, source: str, word: Iterator[str]) -> list[list[int]]:
    """Give a source another text, turn by turn; return where something is said."""
    text, turns, speech = "", [], []
    for number in range(6):
        label = next(word) if number % 2 else "INT"
        said = next(word)
        start = len(text)
        text += f"{label}: {said}"
        turns.append([start, start + len(label) + 2, len(text), label])
        if said.strip() and number % 2:
            speech.append([start + len(label) + 2, len(text)])
        text += "\n\n"
    study.texts[source] = text
    document = study.tables["sources"][source]
    voices = {turn[3]: {"role": "participant", "participant": "lb" if source == "s2" else "la"} for turn in turns}
    document.update(text=source, turns=turns, stamps=[], speakers={**voices, "INT": {"role": "interviewer"}})
    document.update({field: next(word) for field in ("name", "date", "mode", "interviewer", "language")}, minutes=40)
    return speech


def _nodes(study: Study, word: Iterator[str]) -> list[str]:
    category = study.node("category", next(word), **_defined(word))
    pile = study.node("sub-category", next(word), category, **_defined(word))
    code = study.node("code", next(word), pile, **_defined(word), aliases={next(word): True})
    direct = study.node("code", next(word), category, differs={code: next(word)})
    alone = study.node("sub-category", next(word), **_defined(word))
    unsorted = study.node("code", next(word))
    parked = study.node("code", next(word), parked=next(word) or "x")
    theme = study.node("theme", next(word), members={pile: True, code: True}, **_defined(word))
    return [category, pile, code, direct, alone, unsorted, parked, theme]


def _defined(word: Iterator[str]) -> dict[str, str]:
    return {part: next(word) for part in ("definition", "full", "include", "exclude", "narrative", "notes", "short")}


def _units(study: Study, spoken: dict[str, list[list[int]]], nodes: Sequence[str], word: Iterator[str]) -> list[str]:
    _, _, code, direct, _, unsorted, parked, _ = nodes
    units = [new_id(), new_id()]
    for source, speech in spoken.items():
        for number, span in enumerate(speech or [[0, 3]]):
            codes = dict.fromkeys(([code], [code, direct], [unsorted, parked])[number % 3], True)
            identifier = units[number] if source == "s2" and number < len(units) else new_id()
            quotation = {part: next(word) for part in ("edited", "translation", "translator", "attribution")}
            fields = {"condensed": next(word), "quoted": True, **(quotation if number % 2 else {})}
            study.put("units", identifier, kind="unit", source=source, coder="lp", spans=[span], codes=codes, **fields)
    return units


def _happened(nodes: Sequence[str], units: Sequence[str], word: Iterator[str]) -> Iterator[Happened]:
    """Yield a little history, the newest first."""
    _, pile, code, direct, *_ = nodes
    yield Happened(next(word), [["nodes", code, {"name": next(word)}, {"name": next(word)}]])
    yield Happened(next(word), [["nodes", direct, {}, {"parked": next(word)}]])
    yield Happened(next(word), [["nodes", "gone", {}, {"merged_into": code, "reason": next(word)}]])
    yield Happened(next(word), [["nodes", pile, None, {"name": next(word)}], ["units", units[0], None, {}]])
