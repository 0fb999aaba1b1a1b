"""Coverage: how much of what participants say lies inside meaning units."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from tui.model.documents import Document
from tui.model.project import Project
from tui.model.sources import Transcript, speech_in
from tui.model.units import is_unit
from tui.model.words import without

Ranges = list[tuple[int, int]]


def joined(ranges: Iterable[Sequence[int]]) -> Ranges:
    """Return the ranges sorted, those that overlap or touch made one."""
    result: Ranges = []
    for start, end in sorted((start, end) for start, end in ranges):
        if result and start <= result[-1][1]:
            result[-1] = result[-1][0], max(result[-1][1], end)
        else:
            result.append((start, end))
    return result


def speech_of(project: Project, source: str) -> Ranges:
    """Return the ranges of a source in which participants speak, time stamps left out; its text is not needed."""
    stamps = project.need("sources", source).get("stamps") or ()
    return speech_in(project.turns(source), [(start, end) for start, end in stamps])


def coded_share(project: Project, source: str, coder: str | None = None) -> float:
    """Return the share, 0 to 1, of a source's participants' speech that lies inside meaning units.

    Counted in code points, without what is marked not relevant; of one coder's units, or of all whose units count.
    A source in which nothing is left to code has the share 1 if anything was said, else 0.
    """
    counts = project.counts_coder if coder is None else coder.__eq__
    units = project.units_in(source)
    return share_of(
        speech_of(project, source),
        [unit for unit in units if is_unit(unit) and counts(unit.get("coder"))],
        [unit for unit in units if not is_unit(unit)],
    )


def share_of(speech: Ranges, units: Iterable[Document], not_relevant: Iterable[Document]) -> float:
    """Return the share of speech that lies inside units, counted without what is marked not relevant."""
    codable = without(speech, _ranges(not_relevant))
    whole = _length(codable)
    if not whole:
        return 1.0 if speech else 0.0
    return 1 - _length(without(codable, _ranges(units))) / whole


def uncovered(
    project: Project, transcript: Transcript, coder: str | None = None, *, unseen: Collection[str] | None = None
) -> Ranges:
    """Return the passages of participants' speech that no unit covers and that are long enough to matter.

    A passage ends with its paragraph. Those with fewer words than the project's setting `uncovered_words` are left
    out, as is what is marked not relevant. The units are those of one coder, or of all whose units count; with
    `unseen` of everybody but these coders, whose units one does not get to see.
    """
    if unseen is None:
        coded = _coded(project, transcript.id, coder)
    else:
        coded = _ranges(unit for unit in project.units_in(transcript.id) if unit.get("coder") not in unseen)
    covered = joined([*coded, *_not_relevant(project, transcript.id)])
    paragraphs = [
        paragraph for turn in transcript.turns if turn.is_participants for paragraph in transcript.paragraphs(turn)
    ]
    fewest = project.setting("uncovered_words")
    passages = (transcript.trimmed(*passage) for passage in without(paragraphs, covered))
    return [passage for passage in passages if transcript.word_count([passage]) >= fewest]


def _coded(project: Project, source: str, coder: str | None) -> Ranges:
    counts = project.counts_coder if coder is None else coder.__eq__
    return _ranges(unit for unit in project.units_in(source) if is_unit(unit) and counts(unit.get("coder")))


def _not_relevant(project: Project, source: str) -> Ranges:
    return _ranges(unit for unit in project.units_in(source) if not is_unit(unit))


def _ranges(units: Iterable[Document]) -> Ranges:
    return joined(span for unit in units for span in unit["spans"])


def _length(ranges: Ranges) -> int:
    return sum(end - start for start, end in ranges)
