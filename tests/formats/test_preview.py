"""A file in figures, before it is imported."""

from __future__ import annotations

from tui.formats.parsed import INTERVIEWER, PARTICIPANT
from tui.formats.preview import describe
from tui.formats.registry import read


def test_a_preview_counts_turns_and_words_of_each_speaker() -> None:
    text = "Interview seven\n\nINT: Who is it?\n\nL07: [00:12] I am\nhere.\n\nINT: Good.\n"
    preview = describe(read("x.txt", text.encode()))
    seen = [(each.label, each.role, each.turns, each.words, each.first_words) for each in preview.speakers]
    assert seen == [
        ("INT", INTERVIEWER, 2, 4, "Who is it? Good."),
        ("L07", PARTICIPANT, 1, 3, "I am here."),
    ]
    assert (preview.turns, preview.words, preview.stamps, preview.outside) == (3, 7, 1, 2)


def test_first_words_are_a_dozen() -> None:
    preview = describe(read("x.txt", b"one two three four five six seven eight nine ten eleven twelve thirteen"))
    (speaker,) = preview.speakers
    assert speaker.first_words == "one two three four five six seven eight nine ten eleven twelve …"
    assert (speaker.label, speaker.role) == (None, PARTICIPANT)
