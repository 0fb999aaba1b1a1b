"""One small file a case, in tests/cases, with what it should become beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.formats.invariants import check
from tui.formats import participants_csv
from tui.formats.parsed import Parsed
from tui.formats.preview import describe
from tui.formats.registry import read

CASES = Path(__file__).parent.parent / "cases"
TRANSCRIPTS = sorted(
    path for folder in ("text", "markdown") for path in (CASES / folder).iterdir() if path.suffix != ".json"
)
TABLES = sorted((CASES / "participants_csv").glob("*.csv"))


def seen(parsed: Parsed, keys: list[str]) -> dict[str, object]:
    """Return what a case may expect of a transcript."""
    text = parsed.text
    everything: dict[str, object] = {
        "turns": [[label, text[speech:end]] for _, speech, end, label in parsed.turns],
        "speakers": dict(parsed.speakers),
        "stamps": [text[start:end] for start, end in parsed.stamps],
        "language": parsed.language,
        "words": parsed.words,
        "outside": describe(parsed).outside,
        "notes": list(parsed.notes),
    }
    return {key: everything[key] for key in keys}


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_transcript_becomes_what_stands_beside_it(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    parsed = read(path, path.read_bytes())
    assert seen(parsed, list(expected)) == expected
    check(parsed)


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_text_read_again_stays_as_it_is(path: Path) -> None:
    once = read(path, path.read_bytes())
    again = read(path.with_suffix(".txt"), once.text.encode())
    assert again.text == once.text
    if path.parent.name == "text":
        assert (again.turns, again.stamps, again.speakers) == (once.turns, once.stamps, once.speakers)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_becomes_the_participants_that_stand_beside_it(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    rows = participants_csv.read(path.name, path.read_bytes())
    assert [[row.name, row.attributes] for row in rows] == expected
