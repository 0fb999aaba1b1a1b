"""Speakers' labels in three to five cells."""

import pytest

from tui.app.layout.labels import column_width, short_labels

CASES = {
    "those that fit stay": (["INT", "L07"], ["INT", "L07"]),
    "names become initials": (["Jonas Rosland", "Ben Walker"], ["JR", "BW"]),
    "numbers stay": (["Speaker 1", "Speaker 12"], ["S1", "S12"]),
    "interviewer and interviewee": (["Interviewer", "Interviewee"], ["INT", "RESP"]),
    "two of the same initials": (["Anna Berg", "Adam Bo", "Ada Bok"], ["AB", "Adam", "Ada"]),
    "one long word": (["Moderatorin"], ["Moder"]),
    "the same beginning": (["Moderatorin", "Moderation"], ["Moder", "Mode2"]),
    "wide script": (["質問者さん"], ["質問"]),
    "nothing to see": (["\u202eINT"], ["\ufffdINT"]),
}


@pytest.mark.parametrize(("labels", "expected"), CASES.values(), ids=CASES.keys())
def test_labels_are_short_and_differ(labels, expected):
    assert list(short_labels(labels).values()) == expected


def test_the_column_has_three_to_five_cells():
    assert [column_width([]), column_width(["A"]), column_width(["SPKR1", "A"])] == [3, 3, 5]
