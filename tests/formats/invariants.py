"""What holds for every parsed transcript, whatever it was made of."""

from __future__ import annotations

import unicodedata

from tui.formats.parsed import INTERVIEWER, NEITHER, PARTICIPANT, Parsed


def check(parsed: Parsed) -> None:
    check_text(parsed.text)
    check_stamps(parsed)
    check_turns(parsed)
    labels = [label for *_, label in parsed.turns if label is not None]
    assert list(parsed.speakers) == list(dict.fromkeys(labels))
    assert "" not in parsed.speakers
    assert set(parsed.speakers.values()) <= {INTERVIEWER, PARTICIPANT, NEITHER}
    assert parsed.language in (None, "en", "sv", "de", "fr", "es", "pt")
    assert parsed.words >= 0


def check_text(text: str) -> None:
    assert text == text.strip("\n")
    assert text.strip()
    assert unicodedata.is_normalized("NFC", text)
    assert "\n\n\n" not in text
    assert not any(unicodedata.category(letter) == "Cc" and letter != "\n" for letter in text)
    assert all(line == line.rstrip() for line in text.split("\n"))


def check_stamps(parsed: Parsed) -> None:
    end_before = 0
    for start, end in parsed.stamps:
        assert end_before <= start < end <= len(parsed.text)
        assert "\n" not in parsed.text[start:end]
        end_before = end


def check_turns(parsed: Parsed) -> None:
    text, end_before = parsed.text, 0
    for start, speech, end, _ in parsed.turns:
        assert end_before <= start <= speech < end <= len(text)
        assert text[start] != " "
        assert not text[speech].isspace()
        assert not text[end - 1].isspace()
        end_before = end
        for stamp_start, stamp_end in parsed.stamps:
            for edge in (start, speech, end):
                assert not stamp_start < edge < stamp_end
