"""Which words before a colon are speakers, and which are not."""

from __future__ import annotations

import pytest

from tui.errors import Mistake
from tui.formats.parsed import INTERVIEWER, PARTICIPANT
from tui.formats.registry import read
from tui.formats.transcripts.names import Kind, kind_of, role_of

TALK = """

Anna: I was there, and I saw it.

Jon: What did you see?

Anna: A light.

Jon: And then?

Anna: Nothing."""

TERMS = ["Box", "Cone", "Disc", "Edge", "Form", "Grid", "Hull", "Iris", "Joint", "Knot"]


def labels(text: str, pattern: str | None = None) -> list[str | None]:
    return list(dict.fromkeys(label for *_, label in read("x.txt", text.encode(), pattern).turns))


@pytest.mark.parametrize(
    "line",
    [
        "He said: I will not go.",
        "Then I asked her: why not?",
        "Note: the recorder was off.",
        "https://example.org/L07: a link",
        "At 10:30: we left.",
        "10:30 we left.",
        "Stockholm: the city that I love.",
        "There is one thing I know for certain about it: nothing.",
        "It is like this: nobody asks.",
        "The ratio was 3:1 that day.",
        "My mother told me: go.",
        "Figure 2: the plan of the ward",
    ],
)
def test_a_colon_in_speech_begins_no_turn(line: str) -> None:
    text = f"Jon: Hello, how are you today?{TALK}\n\n{line}"
    assert set(labels(text)) == {"Jon", "Anna"}
    assert read("x.txt", text.encode()).text.endswith(line)


@pytest.mark.parametrize("label", ["Maria Berg", "L07", "Interviewer", "INFORMANT 2", "P7", "Unknown Speaker"])
def test_somebody_named_once_among_others_is_a_speaker(label: str) -> None:
    assert label in labels(f"Jon: Hello, how are you today?{TALK}\n\n{label}: May I say something?")


@pytest.mark.parametrize("name", ["Will", "Mark", "Rose"])
def test_a_name_that_is_a_word_too_is_a_name_when_used_throughout(name: str) -> None:
    text = (
        f"Jon: Who will mark the rose?\n\n{name}: I will.\n\nJon: And you?\n\n{name}: Not I.\n\nJon: No?\n\n{name}: No."
    )
    assert labels(text) == ["Jon", name]


@pytest.mark.parametrize(
    "text",
    [
        "- Copies: where they are kept.\n- Paths: where they lead to.\n- Copies: how many there are.\n",
        "".join(f"{term}: what it is, told in so many words.\n\n" for term in TERMS),
        "HTLC: stuck\n\n" + "Words of a talk.\n\n" * 9 + "HTLC: simple\n\n" + "Words.\n\n" * 9 + "HTLC: end\n\nWords.",
        "A. Anything at all.\n\nF. Include it.\n\nAll else.",
    ],
)
def test_lists_of_terms_have_no_speakers(text: str) -> None:
    assert labels(text) == [None]


def test_capitals_do_not_make_two_speakers_of_one() -> None:
    assert labels("INT: Who?\nL07: I.\nInt: You?\nl07: Yes.\nINT: Good.\nL07: Good.") == ["INT", "L07"]


def test_a_single_speaker_by_code_at_the_beginning_is_a_speaker() -> None:
    assert labels("L07: That is the one I lie awake over.\n\nAnd over little else.") == ["L07"]


def test_a_label_with_nothing_after_it_makes_no_turn() -> None:
    parsed = read("x.txt", b"INT: Who?\n\nL07:\n\nINT: Nobody?\n\nL07: I.")
    assert [parsed.text[speech:end] for _, speech, end, _ in parsed.turns] == ["Who?", "Nobody?", "I."]


def test_a_pattern_names_speakers_in_a_layout_of_ones_own() -> None:
    text = "== vera ==\nHow is it?\n== nils ==\nGood."
    assert labels(text) == [None]
    assert labels(text, r"== (?P<label>\w+) ==") == ["vera", "nils"]
    assert labels(text, r"== (\w+) ==") == ["vera", "nils"]


def test_a_pattern_without_a_group_leaves_brackets_and_colon_out_of_the_label() -> None:
    assert labels("<vera>: one\n<nils>: two", r"<\w+>:") == ["vera", "nils"]


@pytest.mark.parametrize(
    ("pattern", "told"),
    [("(unclosed", "not a regular expression"), (r"(\w+\s?)+:", "may never end"), (r"zzz:", "fits no line")],
)
def test_a_pattern_that_cannot_be_used_is_told(pattern: str, told: str) -> None:
    with pytest.raises(Mistake, match=told):
        read("x.txt", b"INT: Who?\nL07: I.", pattern)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Interviewer", Kind.ROLE),
        ("INFORMANT 1", Kind.ROLE),
        ("Anna (interviewer)", Kind.ROLE),
        ("说话人 2", Kind.ROLE),
        ("Q", Kind.LETTER),
        ("P7", Kind.LETTER),
        ("L07", Kind.CODE),
        ("M1", Kind.CODE),
        ("Ada", Kind.NAME),
        ("María José Núñez", Kind.NAME),
        ("Dr. van der Berg", Kind.NAME),
        ("anna", Kind.LOWER),
        ("He said", Kind.NONE),
        ("Question about work", Kind.NONE),
        ("Date", Kind.NONE),
        ("10", Kind.NONE),
    ],
)
def test_a_label_is_judged_by_its_words(label: str, kind: Kind) -> None:
    assert kind_of(label) is kind


@pytest.mark.parametrize(
    "label", ["INT", "I", "Q", "Interviewer", "INTERVJUARE", "Moderator", "Host", "访谈者", "Entrevistadora"]
)
def test_words_for_who_asks(label: str) -> None:
    assert role_of(label) == INTERVIEWER


@pytest.mark.parametrize("label", ["P7", "Participant 2", "INFORMANT 1", "受访者", "Befragte", "Guest", "Respondent"])
def test_words_for_who_answers(label: str) -> None:
    assert role_of(label) == PARTICIPANT
