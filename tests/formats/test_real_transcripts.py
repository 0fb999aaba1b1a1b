"""Transcripts as they are published: who speaks, how often, and that no word is lost."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from tests.formats.invariants import check
from tui.formats.parsed import INTERVIEWER, NEITHER, PARTICIPANT, Parsed
from tui.formats.preview import describe
from tui.formats.registry import read

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "transcripts"

# The labels with their roles and numbers of turns, the stamps, the language; None is speech without a label.
EXPECTED = {
    "hitsave-wintermoor.md": (
        {
            "Jonas Rosland": (INTERVIEWER, 45),
            "Ben Walker": (PARTICIPANT, 51),
            "Kyla Fury": (PARTICIPANT, 84),
            "Ryan Anderson": (PARTICIPANT, 110),
        },
        117,
        "en",
    ),
    "hitsave-supermarxist-4-guests.md": (
        {
            "Jonas Rosland": (INTERVIEWER, 61),
            "Nick Zaleski": (PARTICIPANT, 29),
            "Eric Kesterson": (PARTICIPANT, 45),
            "Saun Conlin": (PARTICIPANT, 33),
            "Jim Bochanski": (PARTICIPANT, 44),
            "Unknown Speaker": (NEITHER, 1),
        },
        213,
        "en",
    ),
    "changelog-the-changelog-594.md": (
        {
            "Jerod Santo": (INTERVIEWER, 261),
            "Adam Stacoviak": (INTERVIEWER, 242),
            "Mark Russinovich": (PARTICIPANT, 217),
            "Eric Boyd": (PARTICIPANT, 87),
            "Neha Batra": (PARTICIPANT, 73),
            "Break": (NEITHER, 2),
        },
        73,
        "en",
    ),
    "hitsave-goodboy.txt": ({None: (PARTICIPANT, 182)}, 753, "en"),
    "knesset-03390204.he.txt": (
        {
            'היו"ר שמעון פרס': (INTERVIEWER, 8),
            'היו"ר ראובן ריבלין': (INTERVIEWER, 2),
            'מוחמד ברכה (חד"ש - תע"ל)': (PARTICIPANT, 1),
            "יובל שטייניץ (הליכוד)": (PARTICIPANT, 1),
            'גדעון סער (יו"ר הוועדה המסדרת)': (PARTICIPANT, 2),
            "גדעון סער (הליכוד)": (PARTICIPANT, 1),
            "אברהם בורג (העבודה - מימד)": (PARTICIPANT, 1),
        },
        0,
        None,
    ),
    "riksdagen-202223-020-utdrag.sv.txt": (
        {"ANDERS W JONSSON (C)": (PARTICIPANT, 1), "KARIN RÅGSJÖ (V)": (PARTICIPANT, 1)},
        0,
        "sv",
    ),
    "qualcoder-transcript.txt": ({"id1": (PARTICIPANT, 3), "id2": (PARTICIPANT, 2), "id3": (PARTICIPANT, 2)}, 0, "en"),
    "bitcointranscripts-2020-02-06-antoine-riard-taproot-lightning.md": (
        {None: (PARTICIPANT, 50), "Q": (INTERVIEWER, 2), "A": (PARTICIPANT, 2)},
        0,
        "en",
    ),
    "bitcointranscripts-2020-02-06-antoine-riard-taproot-lightning.es.md": (
        {None: (PARTICIPANT, 51), "P": (INTERVIEWER, 2), "R": (PARTICIPANT, 2)},
        0,
        "es",
    ),
    "w3c-wai-video.ar.md": ({None: (PARTICIPANT, 51)}, 0, None),
    "w3c-wai-video.ja.md": ({None: (PARTICIPANT, 51)}, 0, None),
}


def data_of(name: str) -> bytes:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"the real transcript {name} is not here (looked in {DATA})")
    return path.read_bytes()


def parsed_of(name: str) -> Parsed:
    return read(name, data_of(name))


@pytest.mark.parametrize("name", EXPECTED)
def test_speakers_turns_and_stamps_are_those_of_the_file(name: str) -> None:
    parsed = parsed_of(name)
    speakers, stamps, language = EXPECTED[name]
    assert {seen.label: (seen.role, seen.turns) for seen in describe(parsed).speakers} == speakers
    assert (len(parsed.stamps), parsed.language) == (stamps, language)
    check(parsed)


@pytest.mark.parametrize("name", EXPECTED)
def test_reading_the_text_again_changes_nothing(name: str) -> None:
    parsed = parsed_of(name)
    again = read("again.txt", parsed.text.encode())
    assert again.text == parsed.text
    if parsed.kind == "text":
        assert (again.turns, again.stamps, again.speakers) == (parsed.turns, parsed.stamps, parsed.speakers)


@pytest.mark.parametrize("name", EXPECTED)
def test_no_letter_of_the_file_is_lost_or_added_or_moved(name: str) -> None:
    source = unicodedata.normalize("NFC", data_of(name).decode("utf-8-sig"))
    if name.endswith(".md"):
        source = shown(source)
    assert letters(parsed_of(name).text) == letters(source)


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.startswith("w3c")])
def test_tags_and_attributes_of_html_do_not_reach_the_text(name: str) -> None:
    text = parsed_of(name).text
    assert not re.search(r"</?(?:td|tr|th|table|tbody|thead|span|br|img)\b", text)
    assert "vertical-align" not in text


def letters(text: str) -> str:
    """Return the letters and digits of a text in order, so that a difference shows where it is."""
    return "".join(re.findall(r"[^\W_]", text))


def shown(source: str) -> str:
    """Take markup out of the markdown of these files by other means than the reader does: bluntly."""
    source = re.sub(r"\A---\n.*?\n---\n", "", source, flags=re.DOTALL)
    source = re.sub(r"<img [^>]*>|</?[a-z]+(?: [^>]*)?>(?<!hash>)", kept_tag, source)
    return re.sub(r"\]\([^()\s]*\)", "]", source)


def kept_tag(match: re.Match[str]) -> str:
    names = ("img", "td", "tr", "th", "table", "tbody", "thead", "span", "br")
    return " " if re.match(rf"</?(?:{'|'.join(names)})\b", match[0]) else match[0]
